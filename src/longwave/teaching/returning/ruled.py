"""What the course's rules make of a graded submission, for the student's page."""

from dataclasses import replace
from datetime import datetime, timedelta

from longwave.i18n import _
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.rules import Ruling, points_off, points_off_words
from longwave.teaching.grading.results import Result
from longwave.teaching.returning.marks import Marks


def arrival_of(result: Result) -> datetime | None:
    """Return when a submission arrived, None where nobody knows."""
    return datetime.fromisoformat(result.submitted) if result.submitted else None


def ruling_of(course: Course, result: Result) -> Ruling:
    """Return what the rules say of a result. Where only its lateness is known, its arrival follows from that."""
    deadline = course.deadlines.get(result.lesson)
    arrival = arrival_of(result)
    own = course.deadline(result.student, result.lesson)
    if arrival is None and result.late_seconds > 0 and own is not None:
        arrival = own + timedelta(seconds=result.late_seconds)
    return course.rules.ruling(result.student, result.lesson, arrival, deadline)


def ruled(course: Course, result: Result, marks: Marks) -> Marks:
    """Return marks with the points that lateness takes off."""
    off = points_off(ruling_of(course, result), marks.earned, marks.most)
    return replace(marks, penalty=marks.penalty + off)


def rules_words(course: Course, result: Result, marks: Marks) -> list[str]:
    """Return what a student should know of lateness, extension and excuse, and how points taken off are computed."""
    ruling = ruling_of(course, result)
    words = [ruling.sentence]
    if marks.total is not None:
        words.append(points_off_words(ruling, marks.earned, marks.most))
    elif ruling.share:
        words.append(_("It is taken off when all is graded."))
    if course.rules.excused(result.student, result.lesson):
        words.append(_("You are excused from this sheet: it leaves your total."))
    sentence = " ".join(word for word in words if word)
    return [sentence] if sentence else []


def for_member(result: Result, student: str, handed_in_by: str) -> Result:
    """Return a group's result for one of its members; it says who handed it in."""
    if student == result.student:
        return result
    note = _("Handed in by {name}, for your group.").format(name=handed_in_by or result.student)
    return replace(result, student=student, notes=(note, *result.notes))
