"""What a student's page shows of people's grading: points and comments by row, and requests to look again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from longwave.i18n import _
from longwave.teaching.argued.hands import seen
from longwave.teaching.argued.rubric import Question, argued_tasks
from longwave.teaching.argued.standing import Request, Standing
from longwave.teaching.folder.course import Course

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass(frozen=True)
class HandRow:
    """One row of a rubric with the points that a student has in it, and the marker's comment."""

    name: str
    most: float
    words: str
    points: float
    comment: str


@dataclass
class ByHand:
    """One student's rows by task, and sentences about requests to look again."""

    rows: dict[str, tuple[HandRow, ...]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def by_hand(course: Course, gradebook: "Gradebook", lesson: str, dry_run: bool = False) -> dict[str, ByHand]:
    """Return what people gave in a lesson, by student.

    Rows are there only where they add up to the points in the gradebook, which are those that count: where somebody
    changed the points in formgrader afterwards, the rows no longer say how they came about.
    """
    questions = argued_tasks(course, lesson) if course.solution(lesson).is_file() else []
    hands, log = seen(course, gradebook, lesson, questions, dry_run)
    by_task = {question.task: question for question in questions}
    found: dict[str, ByHand] = {}
    for (task, student), hand in hands.items():
        rows = rows_given(by_task[task], student, hand.points, log)
        if rows:
            found.setdefault(student, ByHand()).rows[task] = rows
    for request in log.requests:
        found.setdefault(request.student, ByHand()).notes += _about(request)
    return found


def rows_given(question: Question, student: str, points: float | None, log: Standing) -> tuple[HandRow, ...]:
    """Return a student's rows, none where no reading by row adds up to the points that count."""
    reading = log.counting(question, student, points)
    if reading is None or not reading.is_by_row(question):
        return ()
    return tuple(
        HandRow(row.name, row.most, row.words, reading.rows[row.name], reading.comments.get(row.name, ""))
        for row in question.rows
    )


def _about(request: Request) -> Iterable[str]:
    asked = _("You asked to look again: {why}").format(why=request.why)
    yield asked + " " + (request.answer or _("Nobody has answered yet."))
