"""The table of marks that goes out to markers and comes back, perhaps from a spreadsheet."""

import csv
import difflib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.folder.names import cell, tidy
from longwave.teaching.folder.separated import reader_of

COLUMNS = ("code", "row", "points", "comment")
LONGEST_FILE = 8_000_000  # bytes; sixty answers with long comments are a hundredth
LONGEST_CELL = 100_000  # characters
LONGEST_COMMENT = 4_000  # characters
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,6})?")
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DEFUSED = re.compile(r"'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")


@dataclass(frozen=True)
class Line:
    """One line of the table: where it is in the file, and its four cells as text."""

    number: int
    code: str
    row: str
    points: str
    comment: str


def written_table(lines: Sequence[Sequence[str]]) -> bytes:
    """Return a table as a file that spreadsheets open, in which nothing is a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *(map(cell, line) for line in lines)])
    return text.getvalue().encode("utf-8-sig")


def read_table(path: Path) -> list[Line]:
    """Return the lines of a table, without those that are empty.

    Commas, semicolons or tabs separate the cells; the columns may have any order, and others are passed over.

    Raises:
        ExpectedError: if the file is none, or has not the columns.
    """
    text = _text(path)
    first, _newline, rest = text.partition("\n")
    skipped = 1 if re.fullmatch(r"sep=.\s*", first) else 0  # a line for Excel alone
    text = rest if skipped else text
    try:
        rows = list(_rows(text, skipped))
    except csv.Error as error:
        raise ExpectedError(_("{file} is not a table: {reason}.").format(file=path, reason=error)) from error
    header = [tidy(name).casefold() for name in rows[0][1]] if rows else []
    for name in COLUMNS:
        if header.count(name) != 1:
            sentence = _("{file} has no column {name}, or has it twice. Its first line must name: {names}.")
            raise ExpectedError(sentence.format(file=path, name=name, names=", ".join(COLUMNS)))
    places = [header.index(name) for name in COLUMNS]
    _refuse_more(path, rows[1:], len(header))
    return [Line(number, *(_at(row, place) for place in places)) for number, row in rows[1:]]


def _text(path: Path) -> str:
    try:
        content = path.read_bytes() if path.stat().st_size <= LONGEST_FILE else None
    except OSError as error:
        raise ExpectedError(_("{file} cannot be read: {reason}.").format(file=path, reason=error.strerror)) from error
    if content is None:
        raise ExpectedError(_("{file} is too large for a table of marks.").format(file=path))
    form = next((form for mark, form in _MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(form)
    except UnicodeDecodeError as error:
        raise ExpectedError(_("{file} is not in UTF-8. Save it again as “CSV UTF-8”.").format(file=path)) from error
    return text.replace("\x00", " ")


def _rows(text: str, before: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, each with the number of its first line in the file."""
    reader = reader_of(text)
    start = before + 1
    try:
        for row in reader:
            # csv has a limit of its own, which any library in the process may have raised
            if max(map(len, row), default=0) > LONGEST_CELL:
                raise csv.Error(_("a cell has more than {most} characters").format(most=LONGEST_CELL))
            if any(map(str.strip, row)):
                yield start, row
            start = before + reader.line_num + 1
    except csv.Error as error:
        raise csv.Error(_("line {number}: {reason}").format(number=start, reason=error)) from None


def _refuse_more(path: Path, rows: Sequence[tuple[int, list[str]]], width: int) -> None:
    """Refuse lines with more cells than columns: their texts have slipped, points into the comment, say."""
    wrong = [number for number, row in rows if any(map(str.strip, row[width:]))]
    if wrong:
        sentence = _("{file}, line {lines}: more cells than columns. Put a text with the separator in it into quotes.")
        raise ExpectedError(sentence.format(file=path, lines=", ".join(map(str, wrong))))


def _at(row: list[str], place: int) -> str:
    return row[place].strip() if place < len(row) else ""


def points_in(text: str) -> float | None:
    """Return the number of a cell, with a decimal point or comma; None if it is none.

    >>> points_in("0,5"), points_in("2"), points_in("1e3"), points_in("-1")
    (0.5, 2.0, None, None)
    """
    return float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def row_in(text: str) -> str:
    """Return the name of a row as the rubric has it: a spreadsheet may write 1 as 1.0.

    >>> row_in("1,0"), row_in(" ALL"), row_in("02")
    ('1', 'all', '2')
    """
    return re.sub(r"^0+(?=\d)|[.,]0+$", "", text.strip().casefold())


def comment_in(text: str) -> str:
    """Return a comment as it is kept: without the sign that kept a spreadsheet from running it.

    >>> comment_in("'=1+1"), comment_in("'s is missing")
    ('=1+1', "'s is missing")
    """
    return tidy(_DEFUSED.sub("", text, count=1))


def near(word: str, words: Sequence[str]) -> str:
    """Return what may have been meant by a word that is not there, as the end of a sentence."""
    found = difflib.get_close_matches(word, words, n=1)
    return " " + _("Did you mean {near}?").format(near=found[0]) if found else ""
