"""Groups that hand in as one: who is in them, and whose submission counts for whom."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student, read_roster
from longwave.teaching.intake.receipts import read_receipt


def groups_of(course: Course, lesson: str) -> dict[str, list[str]]:
    """Return the members of each group that hands a lesson in as one; none where each student does."""
    members: dict[str, list[str]] = defaultdict(list)
    for student in read_roster(course) if lesson in course.rules.group_work else []:
        if student.group:
            members[student.group.casefold()].append(student.student_id)
    return dict(members)


def with_mates(course: Course, lesson: str, students: Iterable[Student]) -> set[str]:
    """Return the ids of students and of all with whom they hand a lesson in."""
    found = {student.student_id for student in students}
    for members in groups_of(course, lesson).values():
        found |= set(members) if found & set(members) else set()
    return found


def counting(course: Course, lesson: str, handed_in: Mapping[str, datetime | None]) -> dict[str, str]:
    """Return whose submission counts for each student who has one: the newest of a group, else the student's own.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        handed_in: when each submission arrived, by student; None where nobody knows.
    """

    def age(student: str) -> tuple[datetime, int, str]:
        """Return what is greater in a newer submission: its time, Canvas's number; then only the id is left."""
        receipt = read_receipt(course, lesson, student)
        moment = handed_in[student] or datetime.min.replace(tzinfo=UTC)
        return moment, receipt.number if receipt else 0, student

    found = {student: student for student in handed_in}
    for members in groups_of(course, lesson).values():
        if own := [student for student in members if student in found]:
            found |= dict.fromkeys(members, max(own, key=age))
    return found
