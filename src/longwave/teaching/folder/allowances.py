"""What single students are allowed: `extensions.csv`, a line for each extension or excuse."""

import csv
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.clock import moment_in
from longwave.teaching.folder.names import tidy
from longwave.teaching.folder.rules import Allowance
from longwave.teaching.folder.separated import reader_of

FILE = "extensions.csv"
COLUMNS = ("student_id", "lesson", "until", "note")
HEADER = ",".join(COLUMNS) + "\n"
_MORE = re.compile(r"\+?\s*(\d{1,3})\s*(d|day|days|h|hour|hours)", re.I)
Allowances = dict[tuple[str, str], Allowance]


def read_allowances(path: Path, zone: ZoneInfo, lesson: Callable[[str], str]) -> tuple[Allowances, list[str]]:
    """Return what each student is allowed, by the id in lower case and the lesson's slug, and remarks on the times.

    An empty lesson is the whole course. `until` is a date and time on the course's clock, more time such as `3 days` or
    `48 hours`, or `excused`. The note is the instructor's own, and goes nowhere.

    Args:
        path: the file; one that is missing allows nothing.
        zone: the course's time zone.
        lesson: finds the slug of the lesson that a word names.

    Raises:
        ExpectedError: if a line cannot be used; it names the line.
    """
    found: Allowances = {}
    remarks = []
    for line, row in _rows(path):
        try:
            slug = lesson(row["lesson"]) if row["lesson"] else ""
            allowance, remark = _allowance(row["until"], zone)
        except ExpectedError as error:
            raise _at(path, line, str(error)) from None
        key = (row["student_id"].casefold(), slug)
        if not key[0]:
            raise _at(path, line, _("it names no student"))
        if key in found:
            words = _("{student} is there twice for {lesson}")
            raise _at(path, line, words.format(student=row["student_id"], lesson=slug or _("the whole course")))
        found[key] = allowance
        remarks += [_("{file}, line {line}: {reason}").format(file=FILE, line=line, reason=remark)] if remark else []
    return found, remarks


def _rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        sentence = _("{file} cannot be read: {reason}. Save it as “CSV UTF-8”.")
        raise ExpectedError(sentence.format(file=path, reason=error)) from error
    reader = reader_of(text, ",;")
    try:
        header = [tidy(name).lower() for name in next(reader, list(COLUMNS))]
        if not {"student_id", "lesson", "until"} <= set(header) <= set(COLUMNS):
            raise _at(path, 1, _("its first line must be {names}").format(names=",".join(COLUMNS)))
        blank = dict.fromkeys(COLUMNS, "")
        return [
            (reader.line_num, {**blank, **dict(zip(header, map(tidy, row), strict=False))})
            for row in reader
            if any(map(tidy, row))
        ]
    except csv.Error as error:
        raise _at(path, reader.line_num, str(error)) from error


def _allowance(until: str, zone: ZoneInfo) -> tuple[Allowance, str]:
    if until.casefold() == "excused":
        return Allowance(excused=True), ""
    if more := _MORE.fullmatch(until):
        count, is_days = int(more[1]), more[2][0].lower() == "d"
        return Allowance(days=count if is_days else 0, hours=0.0 if is_days else float(count)), ""
    written = _written(until)
    if written is None:
        sentence = _("{until} is none of: 2026-12-05 23:59, 2026-12-05, 3 days, 48 hours, excused")
        raise ExpectedError(sentence.format(until=repr(until)))
    moment, remark = moment_in(written, zone)
    return Allowance(until=moment), remark


def _written(text: str) -> datetime | date | None:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    return None


def _at(path: Path, line: int, reason: str) -> ExpectedError:
    return ExpectedError(_("{file}, line {line}: {reason}.").format(file=path, line=line, reason=reason))
