"""Whether the saved outputs of a file come from one run from top to bottom, and where it met an error."""

from dataclasses import dataclass, field
from typing import Any

from longwave.i18n import _
from longwave.teaching.cells import CHECK, RECEIPT, Cells, is_code, task_and_part
from longwave.teaching.receipt.sheet import Sheet

NOT_YET = "NotYetError"  # what a check raises where an answer is not right; see longwave.tasks.feedback


@dataclass
class Run:
    """What the saved file says of its last run, by the labels of the cells."""

    in_order: bool = True
    nothing: bool = True
    not_run: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    not_yet: list[str] = field(default_factory=list)


def last_run(sheet: Sheet, raw: Cells) -> Run:
    """Return what the numbers and outputs of the code cells say; a cell without code, and the receipt's, count not."""
    run, last = Run(), 0
    for place, (name, cell) in enumerate(raw, start=1):
        if not is_code(cell) or not cell["source"].strip() or name == RECEIPT:
            continue
        count = cell.get("execution_count")
        if type(count) is not int:
            run.not_run.append(sheet.heading(name) if name in sheet.cells else _label(sheet, name, place))
            continue
        run.nothing = False
        run.in_order &= count > last
        last = count
        if errors := _errors(cell):
            is_check = task_and_part(cell)[1] == CHECK and set(errors) == {NOT_YET}
            (run.not_yet if is_check else run.errors).append(_label(sheet, name, place))
    return run


def _label(sheet: Sheet, name: str, place: int) -> str:
    return sheet.label(name) if name in sheet.cells else _("cell {number}").format(number=place)


def _errors(cell: dict[str, Any]) -> list[str]:
    outputs = cell.get("outputs")
    found = [output for output in outputs if isinstance(output, dict)] if isinstance(outputs, list) else []
    return [str(output.get("ename"))[:80] for output in found if output.get("output_type") == "error"]
