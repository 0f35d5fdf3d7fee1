"""Reading a learning platform's own list of students, as its export or a spreadsheet wrote it."""

import codecs
import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.names import LONGEST_ID, cell, is_safe, matching_form, tidy
from longwave.teaching.folder.roster import Student
from longwave.teaching.folder.roster_columns import Columns, columns_of
from longwave.teaching.folder.separated import Rows

LARGEST = 20 << 20
_TEST_STUDENTS = {matching_form("Student, Test"), matching_form("Test Student")}
_POINTS_POSSIBLE = matching_form("Points Possible")


@dataclass
class Listed:
    """What a file lists: students, which column was read as what, and what was left out or changed, in sentences."""

    students: list[Student] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)


def listed_in(path: Path) -> Listed:
    """Return the students of a file that Canvas, Moodle or a spreadsheet wrote.

    Raises:
        ExpectedError: if it cannot be read, or if no column of it says who is who.
    """
    header, *rows = _table(path) or [[]]
    rows = [row for row in rows if any(row) and not matching_form(row[0]).startswith(_POINTS_POSSIBLE)]
    columns = columns_of(header, rows)
    if not rows or not columns.keys() & {"student_id", "login", "lms_id", "email"}:
        sentence = _("{file} has no column that says who is who. Its columns are: {columns}. Call one student_id.")
        raise ExpectedError(sentence.format(file=path, columns=", ".join(header) or "–"))
    found = Listed(columns={name: header[place] for name, place in columns.items()})
    taken: set[str] = set()
    for row in rows:
        student = _student(row, columns, taken, found.remarks)
        if student is not None:
            found.students.append(student)
            taken.add(student.student_id.casefold())
    return found


def _table(path: Path) -> list[list[str]]:
    text = _text(path).lstrip("\n\r")
    first = text.partition("\n")[0]
    most = max(",;\t", key=lambda sign: len(next(csv.reader([first], delimiter=sign), [])))
    rows = Rows(text, most)
    try:
        return [[tidy(value) for value in row] for row in rows]
    except csv.Error as error:
        sentence = _("{file}, line {line}, cannot be read: {reason}.")
        raise ExpectedError(sentence.format(file=path, line=rows.line_num, reason=error)) from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise ExpectedError(_("{file} is too large for a list of students.").format(file=path))
        content = path.read_bytes()
    except OSError as error:
        sentence = _("{file} cannot be read: {reason}.")
        raise ExpectedError(sentence.format(file=path, reason=error.strerror or error)) from error
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ExpectedError(_("{file} is a spreadsheet. Save it as “CSV UTF-8”, and import that.").format(file=path))
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        sentence = _("{file} is not in UTF-8. Save it again as “CSV UTF-8”.")
        raise ExpectedError(sentence.format(file=path)) from error


def _student(row: Sequence[str], columns: Columns, taken: set[str], remarks: list[str]) -> Student | None:
    """Return the student of a row; None if it is nobody, or Canvas's test student."""
    has = {name: row[place] if place < len(row) else "" for name, place in columns.items()}
    if not any(has.get(name) for name in ("student_id", "login", "lms_id", "email")):
        if any(has.values()):
            remarks.append(_("Left out, as nothing says who it is: {row}").format(row=", ".join(filter(None, row[:5]))))
        return None
    first, last = _names(has)
    if matching_form(has.get("name") or f"{first}{last}") in _TEST_STUDENTS and not has.get("student_id"):
        remarks.append(_("Left out: Canvas's test student."))
        return None
    lms_id = _number(has.get("lms_id", ""))
    if lms_id.startswith(tuple("=+-@")):
        words = _("{id} cannot be an lms_id, so it is left empty; Moodle's import then goes by the email address.")
        remarks.append(words.format(id=repr(lms_id)))
        lms_id = ""
    wanted = [_number(has.get(name, "")) for name in ("student_id", "login", "lms_id", "email")]
    student_id = _id(next(filter(None, wanted)), taken, remarks)
    email = has.get("email") or has.get("login", "")  # with Canvas, people often log in with their address
    email = email if "@" in email else ""
    return Student(student_id, first, last, email, lms_id, has.get("section", ""), has.get("group", ""))


def _names(has: dict[str, str]) -> tuple[str, str]:
    """Return first and last name. A name in one piece, such as 王小明, is not taken apart."""
    if "name" not in has:
        return has.get("first_name", ""), has.get("last_name", "")
    last, comma, first = has["name"].partition(",")
    if comma:
        return first.strip(), last.strip()
    *start, end = has["name"].split() or [""]
    return (" ".join(start), end) if start else (end, "")


def _number(text: str) -> str:
    """Return an id without what a spreadsheet adds to a number."""
    return re.sub(r"^(\d+)\.0+$", r"\1", text)


def _id(text: str, taken: set[str], remarks: list[str]) -> str:
    """Return an id that can be a folder's name and that no other has, as near to the given one as can be."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    safe = re.sub(r"\.{2,}", ".", re.sub(r"[^A-Za-z0-9._@-]+", "_", plain)).strip(".-_@")[: LONGEST_ID - 4]
    if not is_safe(safe):
        safe = f"s_{safe}".rstrip(".")
    chosen = text if is_safe(text) else safe
    number = 2
    while chosen.casefold() in taken:
        chosen, number = f"{safe}-{number}", number + 1
    if chosen != text:
        remarks.append(_("{id} becomes the student id {new}").format(id=repr(text), new=cell(chosen)))
    return chosen
