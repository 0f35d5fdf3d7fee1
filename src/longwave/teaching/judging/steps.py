"""What to run of a submission, and in which order: the course's cells from the course, the answers from the student."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from longwave.teaching.cells import CHECK, Cell, Cells, is_answer, is_code, is_graded, is_test, name_in_task, task_of
from longwave.teaching.judging.givens import bound_by, given_lines

if TYPE_CHECKING:
    from nbformat import NotebookNode

_LONGEST_RECEIPT = 1000  # characters of a cell of a student's that is parsed here
_CHECKERS = ("check", "hint", "show_progress", "practice")


@dataclass(frozen=True)
class Step:
    """One code cell. kind: student (an answer or a cell of the student's own), course, or test.

    `place` is the cell's position in the submitted notebook, -1 for a cell that is missing there. `answers` are the
    names that answer cells up to here bind; `check` is the source of the task's visible check. `others` are numbers
    that a test's task has elsewhere: on the public sheet, then those of other students.
    """

    kind: str
    name: str
    source: str
    place: int = -1
    answers: frozenset[str] = field(default_factory=frozenset)
    check: str = ""
    others: tuple[Mapping[str, float], ...] = ()

    @property
    def key(self) -> str:
        """What distinguishes the step from the others of a submission."""
        return f"{self.kind} {self.name} {self.place}"


def steps(source: Cells, submitted: Cells) -> list[Step]:
    """Return the steps for a submission, in the order of the course's notebook.

    A cell that the student added runs after the cell that it follows. Locked cells are taken from the course, whatever
    the student did to them; so are those that were deleted, and the lines that an answer cell was given out with.
    """
    following = _following(source, submitted)
    plan, answers = _own_cells(submitted, following.get("", [])), frozenset[str]()
    for name, cell in source:
        place = submitted.place(name) if name else -1
        if is_code(cell) and is_answer(cell):
            given = given_lines(cell["source"], second_argument(_check_of(source, name)))
            answers |= names_bound(cell["source"]) - names_bound(given)
            if given:
                plan.append(Step("course", name, given, -1, answers))
            plan.append(Step("student", name, submitted.all[place]["source"] if place >= 0 else "", place, answers))
        elif is_code(cell) and not _is_check(cell):
            kind = "test" if is_test(cell) else "course"
            plan.append(Step(kind, name, cell["source"], place, answers, _check_of(source, name)))
        plan += _own_cells(submitted, following.get(name, []))
    return plan


def _check_of(source: Cells, name: str) -> str:
    """Return the source of the visible check of the task that a cell belongs to, empty where there is none."""
    check: str = source.find(name_in_task(task_of(name), CHECK)).get("source", "")
    return check


def _following(source: Cells, submitted: Cells) -> dict[str, list[int]]:
    """Return the positions of the code cells that the student added, by the course's cell that each one follows."""
    following: dict[str, list[int]] = {}
    last = ""
    for place, (name, cell) in enumerate(submitted):
        if name and name in source and submitted.place(name) == place:
            last = name
        elif is_code(cell) and not _is_receipt(cell):
            following.setdefault(last, []).append(place)
    return following


def _is_receipt(cell: Cell) -> bool:
    """Return whether a cell of code only asks for a receipt: there is no file of the student's where it is graded."""
    if "longwave.receipt" not in cell["source"] or len(cell["source"]) > _LONGEST_RECEIPT:
        return False
    try:
        body = _parsed(cell["source"]).body
        imports = [node for node in body if isinstance(node, ast.ImportFrom) and node.module == "longwave.receipt"]
        rest = [ast.unparse(node) for node in body if node not in imports]
    except (ValueError, MemoryError, RecursionError):  # deep, or no text of a program
        return False
    return bool(imports) and len(rest) == 1 and rest[0].startswith("receipt(")


def _own_cells(submitted: Cells, places: list[int]) -> list[Step]:
    return [Step("student", "", submitted.all[place]["source"], place) for place in places]


def _is_check(cell: Cell) -> bool:
    """Return whether a cell of code only calls the practice checker."""
    source = cell["source"]
    return not is_graded(cell) and len(_parsed(source).body) == 1 and _check_call(source) is not None


def _check_call(source: str) -> ast.Call | None:
    """Return the call of the checker that a cell ends with; what comes before it may set names."""
    body = _parsed(source).body
    call = body[-1].value if body and isinstance(body[-1], ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in _CHECKERS:
        return call
    return None


def second_argument(check: str) -> str:
    """Return the source of the answer in `check("id", answer)`.

    >>> second_argument('check("18-weight", weight)')
    'weight'
    """
    call = _check_call(check)
    return ast.unparse(call.args[1]) if call and len(call.args) > 1 else "..."


def names_bound(source: str) -> frozenset[str]:
    r"""Return the names that a cell binds at its top level.

    >>> sorted(names_bound("a, b = 1, 2\ndef f(x):\n    y = x"))
    ['a', 'b', 'f']
    """
    return frozenset().union(*map(bound_by, _parsed(source).body))


def _stores(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def names_read(source: str) -> list[str]:
    """Return the names that a cell reads, each once, in alphabetical order."""
    return sorted({node.id for node in ast.walk(_parsed(source)) if isinstance(node, ast.Name) and not _stores(node)})


def modules_of(source: "NotebookNode") -> list[str]:
    """Return the modules that the course's own cells of a notebook import, each once, in alphabetical order.

    They can be imported once for a whole class, before any student's code runs.
    """
    found: set[str] = set()
    for cell in source.cells:
        if is_code(cell) and not is_answer(cell):
            for node in ast.walk(_parsed(cell.source)):
                if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module)
                elif isinstance(node, ast.Import):
                    found.update(alias.name for alias in node.names)
    return sorted(name for name in found if not f"{name}.".startswith("longwave.tasks."))


def _parsed(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
