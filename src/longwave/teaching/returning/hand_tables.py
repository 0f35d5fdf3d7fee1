"""What people's grading adds to the class report: points by hand, rows of the rubrics, two markers, open requests."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from statistics import mean
from typing import Any

from longwave.i18n import _
from longwave.teaching.argued.comparing import agreement_words, comparisons_of, far_words
from longwave.teaching.argued.giving import Pile, find_pile
from longwave.teaching.argued.regrading import open_of
from longwave.teaching.argued.rubric import Question
from longwave.teaching.cells import task_of
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import is_there, open_gradebook
from longwave.teaching.returning.hand_rows import HandRow, rows_given
from longwave.teaching.returning.scores import lesson_scores


@dataclass(frozen=True)
class HandPart:
    """Points of argued tasks by student and task, what each task is worth, who waits, and tables for the page."""

    points: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    worth: Mapping[str, float] = field(default_factory=dict)
    open: frozenset[str] = frozenset()
    summary: tuple[str, ...] = ()
    tables: tuple[dict[str, Any], ...] = ()


def hand_part(course: Course, lesson: str, dry_run: bool = False, of: Collection[str] | None = None) -> HandPart:
    """Return what people gave in a lesson, to these students or to all."""
    if not course.solution(lesson).is_file():
        return HandPart()
    pile = find_pile(course, lesson, dry_run=dry_run)
    if of is not None:
        pile = replace(pile, answers=[answer for answer in pile.answers if answer.student in of])
    worth = {question.task: question.most for question in pile.questions}
    points, waiting = _points(course, lesson, set(worth))
    tables = [table for table in (_rows(pile), _markers(pile), _requests(pile)) if table["rows"]]
    return HandPart(points, worth, frozenset(waiting), tuple(_summary(pile)), tuple(tables))


def _points(course: Course, lesson: str, tasks: set[str]) -> tuple[dict[str, dict[str, float]], set[str]]:
    """Return the points of argued tasks by student, with 0 for what was left empty, and the students who wait."""
    scores = None
    if is_there(course):
        with open_gradebook(course) as gradebook:
            scores = lesson_scores(course, gradebook, lesson)
    if scores is None:
        return {}, set()
    found = {
        student: {task_of(name): points for name, points in score.tasks.items() if task_of(name) in tasks}
        for student, score in scores.students.items()
    }
    return found, {student for student, given in found.items() if len(given) < len(tasks)}


def _summary(pile: Pile) -> list[str]:
    found = []
    if pile.answers:
        given = sum(pile.hands[answer.key].points is not None for answer in pile.answers)
        found.append(_("By hand: {given} of {count} answers have points.").format(given=given, count=len(pile.answers)))
    requests = open_of(pile.log.requests)
    if requests:
        words = _("Open requests to look again: {students}")
        found.append(words.format(students=", ".join(dict.fromkeys(one.student for one in requests))))
    return found


def _rows(pile: Pile) -> dict[str, Any]:
    rows = [row for question in pile.questions for row in _rows_of(question, pile)]
    return {
        "title": _("Rows of the rubrics"),
        "note": _("The mean share of a row's points, over the answers that have points by row."),
        "columns": [_("row"), _("what the answer does"), _("points earned"), _("answers")],
        "rows": rows,
    }


def _rows_of(question: Question, pile: Pile) -> list[list[str]]:
    given: list[tuple[HandRow, ...]] = [
        rows
        for answer in pile.answers
        if answer.question.task == question.task
        and (rows := rows_given(question, answer.student, pile.hands[answer.key].points, pile.log))
    ]
    return [
        [f"{question.task} {column[0].name}", column[0].words, f"{share(column):.0%}", str(len(column))]
        for column in zip(*given, strict=True)
    ]


def share(column: tuple[HandRow, ...]) -> float:
    """Return the mean share of a row's points."""
    return mean(row.points / row.most for row in column)


def _markers(pile: Pile) -> dict[str, Any]:
    rows = []
    for one in comparisons_of(pile):
        markers = f"{one.markers[0]}, {one.markers[1]}"
        rows += [[one.task, markers, agreement_words(agreement)] for agreement in one.agreements]
        rows += [[one.task, markers, far_words(far, one.markers)] for far in one.far]
    return {
        "title": _("Two markers"),
        "note": _(
            "Equal points, Cohen's kappa, and kappa weighted by the square of the difference. Then come the answers on "
            "which they differ by more than a point."
        ),
        "columns": [_("task"), _("markers"), _("agreement")],
        "rows": rows,
    }


def _requests(pile: Pile) -> dict[str, Any]:
    rows = [
        [one.student, one.task or _("the whole sheet"), one.asked[:10], one.why] for one in open_of(pile.log.requests)
    ]
    return {
        "title": _("Requests to look again"),
        "note": _("They stay here until they are answered: longwave regrade LESSON STUDENT --answer “…”"),
        "columns": [_("student"), _("task"), _("since"), _("what the student says")],
        "rows": rows,
    }
