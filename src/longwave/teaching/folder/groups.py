"""Groups and sections of the roster: whose submission counts for whom, and who belongs to a section."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student, read_roster

# Canvas writes the sections of a student who is in several as “A and B” and “A, B, and C”.
_SEVERAL = re.compile(r"\s*(?:[;|]|,(?:\s*and\b)?|\band\b)\s*")


def groups_of(course: Course, lesson: str) -> dict[str, list[str]]:
    """Return the members of each group that hands a lesson in as one; none where each student does."""
    members: dict[str, list[str]] = defaultdict(list)
    for student in read_roster(course) if lesson in course.rules.group_work else []:
        if student.group:
            members[student.group.casefold()].append(student.student_id)
    return dict(members)


def counting(course: Course, lesson: str, handed_in: Iterable[str]) -> dict[str, str]:
    """Return whose submission counts for each student who has one: the newest of a group, else the student's own.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        handed_in: the students of whom there is a submission.
    """
    found = {student: student for student in handed_in}
    for members in groups_of(course, lesson).values():
        own = [student for student in members if student in found]
        if own:
            found |= dict.fromkeys(members, max(own, key=lambda student: _age(course, lesson, student)))
    return found


def _age(course: Course, lesson: str, student: str) -> tuple[datetime, int, str]:
    """Return what is greater in a newer submission: its time, Canvas's number; then nothing but the id is left."""
    from longwave.teaching.intake.receipts import read_receipt
    from longwave.teaching.intake.submission import submitted_at

    moment, _late = submitted_at(course, student, lesson)
    receipt = read_receipt(course, lesson, student)
    arrival = datetime.fromisoformat(moment) if moment else datetime.min.replace(tzinfo=UTC)
    return arrival, receipt.number if receipt else 0, student


def in_section(course: Course, section: str) -> list[Student]:
    """Return the students of a section, in the order of the roster; without a section, all.

    Raises:
        ExpectedError: if nobody is in it; it names the sections that there are.
    """
    students = read_roster(course)
    wanted = section.strip().casefold()
    found = [student for student in students if not wanted or wanted in sections_of(student)]
    if wanted and not found:
        known = sorted({student.section for student in students if student.section})
        sentence = _("Nobody on the roster is in section {section}. There are: {known}")
        raise ExpectedError(sentence.format(section=repr(section), known=", ".join(known) or "–"))
    return found


def sections_of(student: Student) -> set[str]:
    """Return a student's sections, in lower case.

    >>> sorted(sections_of(Student("ann", section="Monday and Lab 2")))
    ['lab 2', 'monday', 'monday and lab 2']
    """
    whole = student.section.casefold()
    return {whole, *_SEVERAL.split(whole)} - {""}
