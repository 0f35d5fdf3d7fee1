"""What one cell of a notebook is: its name, its part in a task, what nbgrader has marked it as, and what it is worth.

This is the only module that reads nbgrader's metadata. A cell may come as nbformat reads it, or as the JSON of a file
from outside, in which anything can be in the place of anything: what is not in nbgrader's form counts as missing.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Cell = dict[str, Any]  # nbformat's NotebookNode is such a dictionary, too
RECEIPT = "receipt"  # the name of the cell in which a student's copy says what is in it
PROMPT, ANSWER, CHECK, TESTS = PARTS = ("prompt", "answer", "check", "tests")
_MARKS = ("grade", "solution", "task", "locked")


def marks_of(cell: object) -> dict[str, Any]:
    """Return nbgrader's metadata of a cell, empty where it has none."""
    metadata = cell.get("metadata") if isinstance(cell, dict) else None
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return marks if isinstance(marks, dict) else {}


def name_of(cell: object) -> str:
    """Return nbgrader's name of a cell, empty where it has none."""
    name = marks_of(cell).get("grade_id", "")
    return name if isinstance(name, str) else ""


def named(name: str, **marks: object) -> dict[str, Any]:
    """Return the metadata of a cell that has a name and, if any are given, all of nbgrader's marks.

    >>> named("18-weight-answer")
    {'nbgrader': {'grade_id': '18-weight-answer'}}
    """
    unmarked = {**dict.fromkeys(_MARKS, False), "schema_version": 3} if marks else {}
    return {"nbgrader": {**unmarked, **marks, "grade_id": name}}


def names_and_ids(cells: Iterable[object]) -> set[str]:
    """Return the names and the ids of cells from outside: a tool may have taken the names away and left the ids."""
    cells = list(cells)
    ids = {cell.get("id") for cell in cells if isinstance(cell, dict) and isinstance(cell.get("id"), str)}
    return {found for found in ids | {name_of(cell) for cell in cells} if found}


def is_code(cell: Cell) -> bool:
    """Return whether a cell holds code."""
    return bool(cell["cell_type"] == "code")


def is_answer(cell: object) -> bool:
    """Return whether a student writes an answer into a cell."""
    return bool(marks_of(cell).get("solution"))


def is_graded(cell: object) -> bool:
    """Return whether a cell is worth points, which the machine or a person gives."""
    return bool(marks_of(cell).get("grade"))


def is_argued(cell: object) -> bool:
    """Return whether a cell holds an argued answer, to which a person gives points."""
    return is_answer(cell) and is_graded(cell)


def is_test(cell: object) -> bool:
    """Return whether a cell tests an answer, so that the machine gives points."""
    return is_graded(cell) and not is_answer(cell)


def is_task(cell: object) -> bool:
    """Return whether a cell is what nbgrader calls a task: a person gives points for all that is written behind it."""
    return bool(marks_of(cell).get("task"))


def is_described(cell: object) -> bool:
    """Return whether a cell is one that nbgrader's gradebook describes."""
    return any(marks_of(cell).get(mark) for mark in _MARKS)


def is_untouched(cell: Cell) -> bool:
    """Return whether a cell is as it was given out, by nbgrader's checksum."""
    from nbgrader.utils import compute_checksum

    return bool(checksum_of(cell) == compute_checksum(cell))


def checksum_of(cell: object) -> str | None:
    """Return the checksum with which a cell was given out, None where it has none."""
    return marks_of(cell).get("checksum")


def computed_checksum(cell: Cell) -> str:
    """Return nbgrader's checksum of a cell with nbgrader's metadata, computed without nbgrader.

    A student's machine has none. What goes into it: `nbgrader.utils.compute_checksum`.
    """
    marks = marks_of(cell)
    grade, solution = marks.get("grade", False), marks.get("solution", False)
    locked = not solution and (bool(grade) or marks.get("locked", False))
    words = [cell["source"], cell["cell_type"], str(grade), str(solution), str(locked), name_of(cell)]
    if is_graded(cell):
        words.append(str(points_of(cell)))
    return hashlib.md5("".join(words).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def seal(cell: Cell) -> None:
    """Bring nbgrader's checksum of a cell that changed up to date, where it has one."""
    if checksum_of(cell) is not None:
        from nbgrader.utils import compute_checksum

        marks_of(cell)["checksum"] = compute_checksum(cell)


def points_of(cell: object) -> float:
    """Return how many points a graded cell is worth."""
    return float(marks_of(cell)["points"])


def name_in_task(task: str, part: str) -> str:
    """Return the name of the cell that is a part of a task.

    >>> name_in_task("18-weight", ANSWER)
    '18-weight-answer'
    """
    return f"{task}-{part}"


def task_and_part(cell: object) -> tuple[str, str]:
    """Return the task that a cell belongs to and its part in it, both empty where its name is none of a task's."""
    task, _hyphen, part = name_of(cell).rpartition("-")
    return (task, part) if part in PARTS else ("", "")


def task_of(name: str) -> str:
    """Return the task of a graded cell. One ending goes, not two: a task may itself be called "answer".

    >>> task_of("18-apart-tests"), task_of("18-argument-answer"), task_of("24-answer-tests")
    ('18-apart', '18-argument', '24-answer')
    """
    task = name.removesuffix(f"-{TESTS}")
    return task if task != name else name.removesuffix(f"-{ANSWER}")


class Cells:
    """The cells of one notebook, indexed once by their names. Of several with one name the first is found."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        """Index cells in the notebook's order."""
        self.all = cells
        self.names = [name_of(cell) for cell in cells]
        self._places: dict[str, int] = {}
        for place, name in enumerate(self.names):
            self._places.setdefault(name, place)

    def __iter__(self) -> Iterator[tuple[str, Cell]]:
        """Yield each cell with its name, in the notebook's order."""
        return zip(self.names, self.all, strict=True)

    def __contains__(self, name: str) -> bool:
        """Return whether a cell has a name."""
        return name in self._places

    def place(self, name: str) -> int:
        """Return the position of the cell with a name in the notebook, -1 where there is none."""
        return self._places.get(name, -1)

    def find(self, name: str) -> Cell:
        """Return the cell with a name, an empty one where there is none."""
        return self.all[self._places[name]] if name in self else {}
