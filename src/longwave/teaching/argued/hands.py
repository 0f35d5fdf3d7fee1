"""Hand points in nbgrader's gradebook: read, compared with the log, and written. The gradebook's are those that count.

formgrader writes into the gradebook without a word to anybody else. So each command that reads hand points first looks
what has changed there since the last one, and puts it into the log.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from longwave.teaching.argued.log import Event, append, event, read_log
from longwave.teaching.argued.rubric import Question
from longwave.teaching.argued.standing import FORMGRADER, Key, Known, Standing, standing
from longwave.teaching.cells import ANSWER, name_in_task
from longwave.teaching.folder.course import Course

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass
class Hand:
    """The hand points and the comment of one answer, as the gradebook has them, with the gradebook's own rows."""

    points: float | None
    comment: str
    is_answered: bool
    waits: bool
    grade: Any
    remark: Any

    def give(self, points: float, comment: str, waits: bool) -> None:
        """Put points and a comment into the gradebook's rows; they count once the session is committed."""
        self.grade.manual_score, self.grade.needs_manual_grade = points, waits
        if self.remark is not None and comment != self.comment:
            self.remark.manual_comment = comment


def hands_of(gradebook: "Gradebook", lesson: str, questions: Sequence[Question]) -> dict[Key, Hand]:
    """Return what the gradebook has of each argued answer that was graded, by task and student."""
    cells = {name_in_task(question.task, ANSWER): question.task for question in questions}
    found: dict[Key, Hand] = {}
    for submission in gradebook.assignment_submissions(lesson):
        for notebook in submission.notebooks:
            remarks = {remark.name: remark for remark in notebook.comments}
            for grade in notebook.grades:
                if grade.name in cells:
                    found[cells[grade.name], submission.student_id] = _hand(grade, remarks.get(grade.name))
    return found


def _hand(grade: Any, remark: Any) -> Hand:
    points = None if grade.manual_score is None else float(grade.manual_score)
    comment = (remark.manual_comment or "") if remark is not None else ""
    is_answered = grade.auto_score is None or points is not None
    return Hand(points, comment, is_answered, bool(grade.needs_manual_grade), grade, remark)


def seen(
    course: Course, gradebook: "Gradebook", lesson: str, questions: Sequence[Question], dry_run: bool = False
) -> tuple[dict[Key, Hand], Standing]:
    """Return the hand points of a lesson and the log as a whole, after what formgrader changed was put into it."""
    hands = hands_of(gradebook, lesson, questions)
    events = read_log(course, lesson)
    new = list(_settled(standing(events), hands))
    new += _noticed(standing(events + new), hands)
    if not dry_run:
        append(course, lesson, new)
    return hands, standing(events + new)


def _settled(found: Standing, hands: dict[Key, Hand]) -> Iterator[Event]:
    """Yield whether changes of a command that was stopped reached the gradebook: all of one did, or none."""
    for batch in dict.fromkeys(one["batch"] for one in found.pending):
        changes = [one for one in found.pending if one["batch"] == batch and one["event"] == "points"]
        reached = all(_has(hands.get((one["task"], one["student"])), one) for one in changes)
        yield event("done" if reached else "undone", "longwave", batch)


def _has(hand: Hand | None, change: Event) -> bool:
    return hand is not None and same(hand.points, change["to"]) and hand.comment == change["comment"]


def _noticed(found: Standing, hands: dict[Key, Hand]) -> Iterator[Event]:
    for (task, student), hand in sorted(hands.items()):
        known = found.known.get((task, student), Known())
        if not same(known.points, hand.points) or known.comment != hand.comment:
            about: dict[str, Any] = {"task": task, "student": student, "from": known.points, "to": hand.points}
            yield event("noticed", FORMGRADER, **about, comment=hand.comment, why="")


def same(one: float | None, other: float | None) -> bool:
    """Return whether two numbers of points, or none, are the same."""
    return one is other if one is None or other is None else abs(one - other) < 1e-6
