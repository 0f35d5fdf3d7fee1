"""Find a slip in a table without its source: move the row, and count how many cells are then where they can be.

A row of dated cells has slipped if its years fall outside the spans of the columns that hold them. Each way to move the
row is scored by the years that it brings home; the way that brings home most is the repair. The model is our own.
"""

import math
import re
from collections.abc import Iterable, Sequence
from itertools import combinations

import pandas as pd

from longwave.checks import InputError, number
from longwave.data import load

Span = tuple[float, float] | None
# The years of the paper's period row as we read it: a century's middle is its year 50, its beginning the first ten.
PAPER_SPANS: tuple[Span, ...] = ((1750, 1850), (1870, 1910), (1940, 2000), (2001, math.inf))
SURGES_OF_COLUMN = ((1, 2), (3, 4), (5,), ())
COUNT = 6
_PHASE = re.compile(r"第[一二三四五六]阶段[:：]")


def phases(cell: str) -> list[str]:
    """Cut a cell at its marks of first phase, second phase and so on (第一阶段, 第二阶段).

    Our own construction.

    >>> phases("第一阶段:美国→欧亚地区第二阶段:中国、美国、德国等")
    ['美国→欧亚地区', '中国、美国、德国等']
    >>> phases("英国")
    ['英国']
    """
    if not isinstance(cell, str):
        raise InputError(f"cell must be text, not {cell!r}.")
    return [part for part in map(str.strip, _PHASE.split(cell)) if part]


def years_at_home(cells: Sequence[Iterable[float]], spans: Sequence[Span]) -> int:
    """Count the years that are in a column whose span holds them: Σ 1[start ≤ year ≤ end].

    `cells` has the years of each column's cell, in the order of the columns; an empty list is a cell without a date.
    `spans` has (start, end) for each column, both ends included; the end may be `math.inf`, and None is a column
    without dates, in which no year is at home.

    Our own construction.

    >>> years_at_home([[1771], [1829]], spans=[(1750, 1850), (1870, 1910)])
    1
    """
    limits = _limits(spans)
    rows = _years(cells, len(limits))
    return sum(_holds(limit, year) for limit, row in zip(limits, rows, strict=True) for year in row)


def shift_scores(cells: Sequence[Iterable[float]], spans: Sequence[Span]) -> pd.Series:
    """Count the years at home for each shift s of the whole row: score(s) = Σ 1[start(c + s) ≤ year ≤ end(c + s)].

    A shift of +1 moves every cell one column to the right, −1 one to the left. A cell pushed off the table is not at
    home. `cells` and `spans` are as in `years_at_home`. The result is indexed by shift, from −(n − 1) to n − 1.

    Our own construction.

    >>> shift_scores([[], [1771], [1880]], spans=[(1750, 1850), (1870, 1910), (1940, 2000)]).to_dict()
    {-2: 0, -1: 2, 0: 0, 1: 0, 2: 0}
    """
    limits = _limits(spans)
    rows = _years(cells, len(limits))
    count = len(limits)
    scores = {shift: _moved(rows, limits, shift) for shift in range(1 - count, count)}
    return pd.Series(scores, name="at_home").rename_axis("shift")


def cuts(entries: int, columns: int) -> list[tuple[int, ...]]:
    """Return every way to pour entries, kept in their order, into columns so that none is empty.

    There are (entries − 1) over (columns − 1) of them: each sets its cuts in the gaps between entries.

    >>> cuts(entries=3, columns=2)
    [(1, 2), (2, 1)]
    """
    if not 1 <= columns <= entries:
        raise InputError(f"columns must be a whole number from 1 to the {entries} entries, not {columns!r}.")
    places = [(0, *inner, entries) for inner in combinations(range(1, entries), columns - 1)]
    return [tuple(end - start for start, end in zip(ends, ends[1:], strict=False)) for ends in places]


def cut_scores(years: Sequence[float | None], spans: Sequence[Span]) -> pd.Series:
    """Count the years at home for each way to pour an ordered list of entries into the columns.

    `years` has the year of each entry in the order of the row, None where it has no date. The result is indexed by the
    cut, written as the number of entries in each column; the best come first, ties in the order of `cuts`.

    Our own construction.

    >>> cut_scores([1771, 1829, 1880], spans=[(1750, 1850), (1870, 1910)]).to_dict()
    {'2|1': 3, '1|2': 2}
    """
    limits = _limits(spans)
    scores = {}
    for cut in cuts(len(years), len(limits)):
        scores["|".join(map(str, cut))] = years_at_home(poured(years, cut), limits)
    ordered = pd.Series(scores, name="at_home").rename_axis("cut")
    return ordered.sort_values(ascending=False, kind="stable")


def poured(years: Sequence[float | None], cut: Sequence[int]) -> list[list[float]]:
    """Return the years of each column's cell after a cut; entries without a date leave no year.

    >>> poured([1771, 1829, None], (2, 1))
    [[1771, 1829], []]
    """
    if sum(cut) != len(years):
        raise InputError(f"cut must hold {len(years)} entries, as years does, not {sum(cut)}.")
    ends = [sum(cut[:place]) for place in range(len(cut) + 1)]
    pieces = [years[start:end] for start, end in zip(ends, ends[1:], strict=False)]
    return [[year for year in piece if year is not None] for piece in pieces]


def gaps(spans: Sequence[tuple[float, float]]) -> pd.Series:
    """Compute the years between the end of each span and the start of the next; below 0 they overlap.

    Columns that are eras would have gaps of 0. The result is indexed by the pair of columns.

    Our own construction.

    >>> gaps([(1750, 1850), (1870, 1910), (1908, 1974)]).to_dict()
    {'1 to 2': 20.0, '2 to 3': -2.0}
    """
    limits = [limit for limit in _limits(spans) if limit is not None]
    if len(limits) < len(spans):
        raise InputError("spans must be dated throughout: a gap has two ends.")
    pairs = zip(limits, limits[1:], strict=False)
    steps = {f"{place} to {place + 1}": after[0] - before[1] for place, (before, after) in enumerate(pairs, start=1)}
    return pd.Series(steps, name="gap", dtype=float).rename_axis("columns")


def _moved(rows: list[list[float]], limits: list[Span], shift: int) -> int:
    pairs = [(place + shift, row) for place, row in enumerate(rows) if 0 <= place + shift < len(limits)]
    return sum(_holds(limits[place], year) for place, row in pairs for year in row)


def _holds(limit: Span, year: float) -> bool:
    return limit is not None and limit[0] <= year <= limit[1]


def _limits(spans: Sequence[Span]) -> list[Span]:
    checked: list[Span] = []
    for place, span in enumerate(spans, start=1):
        if span is None:
            checked.append(None)
            continue
        start, end = number(f"start of span {place}", span[0]), span[1]
        end = end if end == math.inf else number(f"end of span {place}", end)
        if end < start:
            raise InputError(f"span {place} must end no earlier than it starts, not {start:g} to {end:g}.")
        checked.append((start, end))
    return checked


def _years(cells: Sequence[Iterable[float]], columns: int) -> list[list[float]]:
    if len(cells) != columns:
        raise InputError(f"cells must be {columns}, one for each span, not {len(cells)}.")
    return [[number("year", year) for year in cell] for cell in cells]


def perez_spans() -> tuple[Span, ...]:
    """Return the years that Perez's surges give each column: two surges, two, one, and none for the fourth.

    >>> perez_spans()[1]
    (1875, 1974)
    """
    surges = load("perez_surges")
    return tuple(_span(surges[surges["surge"].isin(members)]) for members in SURGES_OF_COLUMN)


def _span(phases: pd.DataFrame) -> Span:
    if phases.empty:
        return None
    is_open = bool(phases["last_year"].isna().any())
    return int(phases["first_year"].min()), math.inf if is_open else int(phases["last_year"].max())


def entry_years() -> list[float | None]:
    """Return the year of each of the six entries of the row of countries; the sixth has no surge, so no year.

    >>> entry_years()
    [1771, 1829, 1875, 1908, 1971, None]
    """
    years = load("perez_surges").groupby("surge")["big_bang_year"].first()
    return [int(years[place]) if place in years.index else None for place in range(1, COUNT + 1)]


def columns_of(cut: tuple[int, ...], shift: int = 0) -> list[int]:
    """Return the column of each entry after a cut and a shift of the whole row; 0 is off the table.

    >>> columns_of((1, 1, 2, 2), shift=-1)
    [0, 1, 2, 2, 3, 3]
    """
    columns = [place + shift for place, count in enumerate(cut, start=1) for _entry in range(count)]
    return [column if 1 <= column <= len(cut) else 0 for column in columns]
