"""What one cell of a notebook is: its name, its part in a task, what nbgrader has marked it as, and what it is worth.

A cell may come as nbformat reads it, or as the JSON of a file from outside. What nbgrader writes into a cell is read in
`longwave.marks`, and nowhere else.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from longwave.marks import MARKS, checksum_of, marks_of, name_of

Cell = dict[str, Any]  # nbformat's NotebookNode is such a dictionary, too
RECEIPT = "receipt"  # the name of the cell in which a student's copy says what is in it
PROMPT, ANSWER, CHECK, TESTS = PARTS = ("prompt", "answer", "check", "tests")
_TELLING = 40  # characters of a text that no other notebook has by chance


def source_of(cell: object) -> str:
    """Return the text of a cell from outside, which may come in lines; empty where it has none."""
    source = cell.get("source", "") if isinstance(cell, dict) else ""
    parts = source if isinstance(source, list) else [source]
    return "".join(part for part in parts if isinstance(part, str))


def same_text(text: str) -> str:
    r"""Return a text without what an editor may change by itself: blanks at the ends of lines, and ways to end one.

    >>> same_text("a \r\nb\n") == same_text("a\nb")
    True
    """
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


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
    return any(marks_of(cell).get(mark) for mark in MARKS)


def is_untouched(cell: Cell) -> bool:
    """Return whether a cell is as it was given out, by nbgrader's checksum."""
    from nbgrader.utils import compute_checksum

    return bool(checksum_of(cell) == compute_checksum(cell))


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


class Known:
    """Knows the cells that were given out, in whatever came back: by name, then by id, then by text, then by place.

    A tool may take the names away, and the ids, too. Then a text that is as it was given out says which cell it is, and
    an answer is what follows its task's prompt.
    """

    def __init__(self, given: Iterable[object]) -> None:
        """Take the cells that students got."""
        self.given = {name: cell for cell in given if (name := name_of(cell))}
        self._ids = {cell["id"]: name for name, cell in self.given.items() if isinstance(cell, dict) and "id" in cell}
        texts: dict[str, str] = {}
        for name, cell in self.given.items():
            text = same_text(source_of(cell))
            texts[text] = "" if text in texts or len(text) < _TELLING else name  # "": more than one cell has it
        self._texts, self._longest = texts, 2 * max(map(len, texts), default=0)

    def name(self, cell: object) -> str:
        """Return the name of one cell, by what is in it; empty where nothing says which it is."""
        name, number = name_of(cell), cell.get("id") if isinstance(cell, dict) else None
        if name in self.given:
            return name
        if isinstance(number, str) and number in self._ids:
            return self._ids[number]
        text = source_of(cell)
        return (self._texts.get(same_text(text), "") if len(text) <= self._longest else "") or name

    def names(self, cells: Sequence[object]) -> list[str]:
        """Return the name of each cell of a notebook; an answer that nothing else tells is known by its place."""
        found = [self.name(cell) for cell in cells]
        seen, task = set(found), ""
        for place, name in enumerate(found):
            if name:
                task = self.task_asked(name)
            elif (
                (answer := name_in_task(task, ANSWER)) in self.given and answer not in seen and source_of(cells[place])
            ):
                argued = is_argued(self.given[answer])
                if argued or _is_code(self.given[answer]) == _is_code(cells[place]):
                    found[place] = answer
                    task = task if argued else ""  # an argument may be in several cells
        return found

    def task_asked(self, name: str) -> str:
        """Return the task whose prompt a cell is, empty for any other cell."""
        task, part = task_and_part(self.given.get(name))
        return task if part == PROMPT else ""

    def count(self, cells: Iterable[object]) -> int:
        """Return how many of the tasks' cells are among others: answers and tests, and prompts by their texts."""
        return len({name for cell in cells if (name := self.name(cell)) in self.given and self._is_of_a_task(name)})

    def _is_of_a_task(self, name: str) -> bool:
        return is_answer(self.given[name]) or is_graded(self.given[name]) or bool(self.task_asked(name))


def _is_code(cell: object) -> bool:
    return isinstance(cell, dict) and cell.get("cell_type") == "code"
