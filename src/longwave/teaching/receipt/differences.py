"""In what a file differs from the sheet outside its answers: cells that are changed, missing, or in another place."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from longwave.marks import checksum_of
from longwave.teaching.cells import CHECK, RECEIPT, Cell, Cells, is_answer, is_code, task_and_part
from longwave.teaching.receipt.answers import is_as_given
from longwave.teaching.receipt.sheet import Sheet

_NUMERAL = re.compile(r"\d[\d.,]*")


def changed(sheet: Sheet, submitted: Cells, raw: Cells) -> list[str]:
    """Return the names of the cells that ask for no answer and yet differ from those that were given out."""
    locked = [name for name, cell in sheet.cells if name in submitted and name != RECEIPT and not is_answer(cell)]
    return [name for name in locked if not _is_intact(submitted.find(name), sheet.text(name), raw.find(name))]


def _is_intact(found: Cell, given: str | None, raw: Cell) -> bool:
    if is_as_given(found["source"], given, raw):
        return True
    if raw and checksum_of(raw):
        return False
    # Without its marks nothing says which numbers the student was given, and the check names them.
    is_check = task_and_part(found)[1] == CHECK
    return given is None or is_check or _NUMERAL.sub("", given) == _NUMERAL.sub("", found["source"])


def missing(sheet: Sheet, submitted: Cells) -> list[str]:
    """Return the names of the cells that ask for no answer and are not in the file."""
    return [name for name, cell in sheet.cells if name not in submitted and name != RECEIPT and not is_answer(cell)]


def moved(sheet: Sheet, submitted: Cells) -> list[str]:
    """Return the names of the fewest cells without which the rest would be in the sheet's order."""
    names = [name for name in submitted.names if name in sheet.cells and name != RECEIPT]
    keep = _in_order([sheet.cells.place(name) for name in names])
    return [name for place, name in enumerate(names) if place not in keep]


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the positions of a longest rising part of a list of numbers.

    >>> sorted(_in_order([0, 3, 1, 2, 4]))
    [0, 2, 3, 4]
    """
    ends: list[int] = []
    last: list[int] = []  # the position with which the best rising part of each length ends
    before: list[int | None] = []
    for position, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [position]
    kept: set[int] = set()
    at = last[-1] if last else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return kept


def own_cells(sheet: Sheet, submitted: Cells) -> list[Cell]:
    """Return the cells with a text that the student added."""
    return [cell for name, cell in submitted if name not in sheet.cells and cell["source"].strip()]


def added_texts(sheet: Sheet, submitted: Cells) -> int:
    """Return how many of the cells that the student added hold text, not code."""
    return sum(not is_code(cell) for cell in own_cells(sheet, submitted))
