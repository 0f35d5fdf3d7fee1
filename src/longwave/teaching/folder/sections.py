"""Sections of the roster: who belongs to one."""

import re

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student, read_roster

# Canvas writes the sections of a student who is in several as “A and B” and “A, B, and C”.
_SEVERAL = re.compile(r"\s*(?:[;|]|,(?:\s*and\b)?|\band\b)\s*")


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
