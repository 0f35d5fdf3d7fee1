"""The course's list of students: `roster.csv`."""

import csv
import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import is_device, is_safe, tidy
from longwave.teaching.folder.separated import reader_of


@dataclass(frozen=True)
class Student:
    """One student. `student_id` is nbgrader's; `lms_id` is Canvas's number of the user, or Moodle's ID number.

    `group` is the group with which the student hands in what the course's settings name as group work.
    """

    student_id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_id: str = ""
    section: str = ""
    group: str = ""

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


_WHOLE = re.compile(r"^(\d+)[.,]0+$")
COLUMNS = tuple(field.name for field in fields(Student))
HEADER = ",".join(COLUMNS) + "\n"


def read_roster(course: Course) -> list[Student]:
    """Return the students in the order of the file.

    Raises:
        ExpectedError: if the file cannot be used; it names the line.
    """
    return students_in(_text(course.roster), course.roster)


def students_in(text: str, path: Path) -> list[Student]:
    """Return the students of a roster's text.

    Raises:
        ExpectedError: if it cannot be used; it names the file and the line.
    """
    reader = reader_of(text, ",;")
    try:
        header = [tidy(name).lower() for name in next(reader, [])]
        _refuse_header(path, header)
        numbered = []
        for row in filter(any, reader):
            _refuse_more(path, reader.line_num, header, row)
            cells = dict(zip(header, map(tidy, row), strict=False))
            if "lms_id" in cells:  # a spreadsheet makes 1001.0 of 1001, if another cell of the column is empty
                cells["lms_id"] = _WHOLE.sub(r"\1", cells["lms_id"])
            numbered.append((reader.line_num, cells))
    except csv.Error as error:
        raise _at(path, reader.line_num, str(error)) from error
    _refuse_rows(path, numbered)
    return [Student(**row) for _line, row in numbered]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = _("{file} is not in UTF-8. Save it again as “CSV UTF-8”.")
        raise ExpectedError(sentence.format(file=path)) from error
    except OSError as error:
        sentence = _("{file} cannot be read. It must hold the columns {names}.")
        raise ExpectedError(sentence.format(file=path, names=", ".join(COLUMNS))) from error


def students_of(course: Course) -> list[Student]:
    """Return the students, of whom there must be some.

    Raises:
        ExpectedError: if the file cannot be used, or lists nobody.
    """
    students = read_roster(course)
    if not students:
        sentence = _("{file} lists no student yet. Write one line for each: {names}.")
        raise ExpectedError(sentence.format(file=course.roster, names=", ".join(COLUMNS)))
    return students


def _refuse_header(path: Path, header: list[str]) -> None:
    if "student_id" not in header:
        sentence = _("{file} has no column student_id in its first line. It must hold, with commas: {names}.")
        raise ExpectedError(sentence.format(file=path, names=", ".join(COLUMNS)))
    for name in header:
        if name not in COLUMNS or header.count(name) > 1:
            near = difflib.get_close_matches(name, COLUMNS, n=1) or COLUMNS
            sentence = _("{file} has a column {name}, unknown or there twice. Did you mean {near}?")
            raise ExpectedError(sentence.format(file=path, name=repr(name), near=", ".join(near)))


def _refuse_more(path: Path, line: int, header: list[str], row: list[str]) -> None:
    """Refuse a line with more cells than columns: its texts have slipped, an address into the name, say."""
    if any(row[len(header) :]):
        words = _("it has {more} cells for {columns} columns; put a text with a comma in it into double quotes")
        raise _at(path, line, words.format(more=len(row), columns=len(header)))


def _refuse_rows(path: Path, numbered: Iterable[tuple[int, dict[str, str]]]) -> None:
    seen: dict[tuple[str, str], int] = {}
    for line, row in numbered:
        student = row.get("student_id", "")
        if is_device(student):
            words = _(
                "{id} is a word that Windows keeps for a device: no folder can have it. Use another, such as s_{id}"
            )
            raise _at(path, line, words.format(id=student))
        if not is_safe(student):
            words = _(
                "{id} cannot be a student id. Use letters, digits, and inside also . _ - @, at most 64 characters"
            )
            raise _at(path, line, words.format(id=repr(student)))
        if row.get("lms_id", "")[:1] in tuple("=+-@"):
            raise _at(path, line, _("{id} cannot be an lms_id").format(id=repr(row["lms_id"])))
        # On many systems, ids that differ only in capitals are one folder.
        for column in ("student_id", "lms_id"):
            key = (column, row.get(column, "").casefold())
            if key[1] and key in seen:
                words = _("{column} {id} is that of line {other}, too")
                raise _at(path, line, words.format(column=column, id=repr(row[column]), other=seen[key]))
            seen[key] = line


def _at(path: Path, line: int, reason: str) -> ExpectedError:
    return ExpectedError(_("{file}, line {line}: {reason}.").format(file=path, line=line, reason=reason))
