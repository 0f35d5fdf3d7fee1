"""Moodle's grading worksheet, read for the numbers of its participants.

Its first column has the word for a participant and the number, its second the full name, and one of the others the
email address (mod/assign/gradingtable.php). The words are those of the site's language, so the columns are not found by
their names.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.names import matching_form, shown
from longwave.teaching.folder.roster import Student
from longwave.teaching.folder.separated import reader_of

LARGEST = 8 << 20
_PARTICIPANT = re.compile(r"[^\d]*?(\d{1,12})")


def participants(file: Path, students: Iterable[Student]) -> tuple[dict[str, str], list[str]]:
    """Return the number of each student's participant, and for each row of nobody known why it is left out.

    Raises:
        ExpectedError: if the file is no such worksheet.
    """
    found: dict[str, str] = {}
    left_out: list[str] = []
    students = list(students)
    for number, name, cells in _rows(file):
        fitting = _fitting(students, name, cells)
        if len(fitting) == 1 and fitting[0] not in found:
            found[fitting[0]] = number
        elif len(fitting) > 1:
            words = _("{name} may be any of {students}")
            left_out.append(words.format(name=shown(name), students=", ".join(fitting)))
        else:
            left_out.append(_("nobody on the roster is called {name}").format(name=shown(name or number)))
    return found, left_out


def _rows(file: Path) -> list[tuple[str, str, list[str]]]:
    """Return number, name and all cells of each participant."""
    try:
        if file.stat().st_size > LARGEST:
            raise ValueError(_("it is larger than {most} MB").format(most=LARGEST >> 20))
        text = file.read_bytes().decode("utf-8-sig")
        rows = [row for row in reader_of(text) if len(row) > 1][1:]
    except (OSError, ValueError, csv.Error) as error:
        raise ExpectedError(_("{file} cannot be read: {reason}").format(file=file, reason=error)) from error
    numbered = [(match[1], row[1].strip(), row) for row in rows if (match := _PARTICIPANT.fullmatch(row[0].strip()))]
    if not numbered:
        sentence = _(
            "{file} is not Moodle's grading worksheet: its first column has no participants' numbers. In the "
            "assignment tick “Offline grading worksheet”, then choose “Download grading worksheet”."
        )
        raise ExpectedError(sentence.format(file=file))
    return numbered


def _fitting(students: list[Student], name: str, cells: list[str]) -> list[str]:
    """Return the students who have an email address of the row, or else its name."""
    emails = {cell.strip().casefold() for cell in cells if "@" in cell}
    by_email = [student.student_id for student in students if student.email and student.email.casefold() in emails]
    if by_email:
        return by_email
    by_name: dict[str, set[str]] = defaultdict(set)
    for student in students:
        for whole in (student.first_name + student.last_name, student.last_name + student.first_name):
            by_name[matching_form(whole)].add(student.student_id)
    form = matching_form(name)
    return sorted(by_name.get(form, ())) if form else []
