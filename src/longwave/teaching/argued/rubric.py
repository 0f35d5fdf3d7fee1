"""The argued tasks of a lesson and their rubrics: what each row says, and what it is worth."""

import re
from dataclasses import dataclass

from longwave.i18n import _
from longwave.marks import name_of
from longwave.reader.errors import ExpectedError
from longwave.teaching.cells import PROMPT, Cell, Cells, is_argued, name_in_task, points_of, task_of
from longwave.teaching.folder.course import Course
from longwave.teaching.notebooks import read_notebook

WHOLE = "all"  # the name of the answer as a whole, where others are rows: 1, 2, 3
_ROW = re.compile(r"^\|\s*(\d+(?:[.,]\d+)?)\s*\|\s*(.+?)\s*\|\s*$", re.M)
_HEADING = re.compile(r"^##\s*(.+?)\s*$", re.M)


@dataclass(frozen=True)
class Row:
    """One row of a rubric: its number as text, the points that it is worth, and what earns them (Markdown)."""

    name: str
    most: float
    words: str


@dataclass(frozen=True)
class Question:
    """One argued task: its heading, its prompt (Markdown), its points, and the rows that add up to them.

    There are no rows where the prompt has no rubric, or one that does not add up to the task's points.
    """

    task: str
    title: str
    prompt: str
    most: float
    rows: tuple[Row, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all that can get points or a comment: the rows, and the whole."""
        return (*(row.name for row in self.rows), WHOLE)

    def worth(self, name: str) -> float:
        """Return what a row, or the whole, is worth at most."""
        return next((row.most for row in self.rows if row.name == name), self.most)


def argued_tasks(course: Course, lesson: str) -> list[Question]:
    """Return the argued tasks of a released lesson, in the order of its notebook; there may be none.

    Raises:
        ExpectedError: if the lesson was not released.
    """
    path = course.solution(lesson)
    if not path.is_file():
        raise ExpectedError(_("Release the lesson first: longwave release {lesson}").format(lesson=lesson))
    cells = Cells(read_notebook(path).cells)
    return [_question(cell, cells) for cell in cells.all if is_argued(cell)]


def questions_of(course: Course, lesson: str) -> list[Question]:
    """Return the argued tasks of a released lesson, of which there must be some.

    Raises:
        ExpectedError: if the lesson was not released, or asks for no argument.
    """
    found = argued_tasks(course, lesson)
    if not found:
        raise ExpectedError(_("{lesson} has no argued task.").format(lesson=lesson))
    return found


def chosen(questions: list[Question], task: str | None) -> list[Question]:
    """Return the questions that are meant: the one with an id, or all of them.

    Raises:
        ExpectedError: if no question has this id; it names those there are.
    """
    found = [question for question in questions if task in (None, question.task)]
    if not found:
        sentence = _("There is no argued task {task}. The lesson has: {tasks}")
        raise ExpectedError(sentence.format(task=task, tasks=", ".join(question.task for question in questions)))
    return found


def _question(cell: Cell, cells: Cells) -> Question:
    task, most = task_of(name_of(cell)), points_of(cell)
    prompt = cells.find(name_in_task(task, PROMPT)).get("source", "")
    heading = _HEADING.search(prompt)
    return Question(task, heading[1] if heading else task, prompt, most, rows_of(prompt, most))


def rows_of(prompt: str, most: float) -> tuple[Row, ...]:
    r"""Return the rows of the rubric in a prompt; none if they do not add up to the points of the task.

    >>> [row.name for row in rows_of("| 1 | names it |\n| 2 | says why |", most=3)]
    ['1', '2']
    >>> rows_of("| 1 | names it |", most=3)
    ()
    """
    found = _ROW.findall(prompt)
    rows = tuple(
        Row(str(number), float(points.replace(",", ".")), words) for number, (points, words) in enumerate(found, 1)
    )
    return rows if abs(sum(row.most for row in rows) - most) < 1e-9 else ()
