"""Rows of text to and from CSV files, so that a dataset is rebuilt byte for byte.

Every cell stays text here: a float that passes through a binary number could come back with other digits.
"""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

Row = dict[str, str]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a CSV file as dictionaries of text, in file order.

    Raises `ValueError` when a row has more or fewer cells than the header.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise ValueError(f"{path.name}, line {number}: the number of cells differs from the header.")
    return rows


def read_facts(folder: Path) -> list[Row]:
    """Return the facts of real cases from the CSV files of a folder, one a lesson, in the order of file and row.

    Raises `ValueError` when a value has no unit or a unit no value, a fact no source, or an id another lesson's digits.
    """
    rows = [row for file in sorted(folder.glob("*.csv")) for row in read_rows(file)]
    for row in rows:
        if bool(row["value"]) != bool(row["unit"]):
            raise ValueError(f"{row['fact_id']}: a value has a unit, and a fact in words has none.")
        if not row["source_ids"]:
            raise ValueError(f"{row['fact_id']}: each fact names a source that was opened.")
        if row["lesson"] != row["fact_id"][:2]:
            raise ValueError(f"{row['fact_id']}: the id begins with the lesson's two digits, or p1 of a problem set.")
    return rows


def refuse_gap(rows: list[Row], first: int | None = None, last: int | None = None) -> None:
    """Raise `ValueError` unless the rows have each year once, in order: from `first` to `last`, or from their own ends.

    >>> refuse_gap([{"year": "1973"}, {"year": "1975"}])
    Traceback (most recent call last):
    ValueError: A year is missing or stands twice.
    """
    years = [int(row["year"]) for row in rows]
    if years != list(range(first or years[0], (last or years[-1]) + 1)):
        raise ValueError("A year is missing or stands twice.")


def rows_to_bytes(rows: Iterable[Row]) -> bytes:
    r"""Return rows as UTF-8 CSV with a header and Unix line ends: the same bytes on every system.

    >>> rows_to_bytes([{"city": "Detroit", "money": "70"}])
    b'city,money\nDetroit,70\n'
    """
    rows = list(rows)
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode("utf-8")


def split_after(row: Row, column: str) -> tuple[Row, Row]:
    """Return the cells up to and including a column, and the cells behind it, so that new ones fit between.

    >>> split_after({"a": "1", "b": "2", "c": "3"}, "b")
    ({'a': '1', 'b': '2'}, {'c': '3'})
    """
    place = list(row).index(column) + 1
    cells = list(row.items())
    return dict(cells[:place]), dict(cells[place:])
