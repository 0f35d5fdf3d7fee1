"""Whose numbers a submission has, so that a copy of another student's notebook is not just a wrong answer."""

import ast
from collections.abc import Mapping
from typing import Any

from longwave.i18n import _
from longwave.teaching.cells import CHECK, Cells, is_code, task_and_part
from longwave.teaching.handout.variants.numerals import Number, calls_of

LONGEST_CHECK = 10_000  # characters of a cell that is parsed here, outside the sandbox; a real one has a hundred


def carried_numbers(cells: Cells) -> dict[str, Any]:
    """Return the numbers that a notebook's check cells name, by task; None for a task whose cell names none."""
    carried = {}
    for _name, cell in cells:
        task_id, part = task_and_part(cell)
        if is_code(cell) and part == CHECK and len(cell["source"]) <= LONGEST_CHECK:
            for call in calls_of(cell["source"], ("check",), task_id):
                carried[task_id] = _numbers(call)
    return carried


def _numbers(call: ast.Call) -> Any:
    for keyword in call.keywords:
        if keyword.arg == "numbers":
            try:
                return ast.literal_eval(keyword.value)
            except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
                return ()
    return None


def tasks_with_other_numbers(cells: Cells, numbers: Mapping[str, Mapping[str, Number]]) -> list[str]:
    """Return the tasks in which a submission has other numbers than its student's."""
    carried = carried_numbers(cells)
    return [task_id for task_id, own in numbers.items() if task_id in carried and carried[task_id] != own]


def other_numbers(cells: Cells, numbers: Mapping[str, Mapping[str, Number]]) -> list[str]:
    """Return a sentence, if a submission has other numbers than its student's in a task; else nothing."""
    names = tasks_with_other_numbers(cells, numbers)
    if not names:
        return []
    sentence = _(
        "The numbers in this notebook are not this student's own in {tasks}. "
        "Is it somebody else's copy, or one that was not made for a student?"
    )
    return [sentence.format(tasks=", ".join(names))]
