"""Ask of the score of cuts how often it would repair what is right: rows with rough dates, and rows of random years."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, whole_number
from longwave.topics.revolutions.models.table import Span, columns_of, cuts

Years = npt.NDArray[np.int_]


def shaken_rows(years: Sequence[float], within: int, draws: int, seed: int) -> Years:
    """Return copies of a row whose years are each moved, apart from each other, by up to `within` years either way.

    Args:
        years: The row's years, each with a date.
        within: The largest error, in whole years; every error from −within to +within is as likely.
        draws: How many copies.
        seed: For numpy's generator.

    Returns:
        An array of draws × years.

    Source: ours.

    >>> shaken_rows([1771, 1829], within=0, draws=2, seed=33).tolist()
    [[1771, 1829], [1771, 1829]]
    """
    within = whole_number("within", within, minimum=0)
    errors = np.random.default_rng(seed).integers(-within, within + 1, (draws, len(years)))
    return np.asarray(years, dtype=int) + errors


def random_rows(entries: int, first: int, last: int, draws: int, seed: int) -> Years:
    """Return rows of years drawn at random from first to last, both included, and put in order.

    >>> random_rows(3, first=1750, last=2025, draws=1, seed=33).tolist()
    [[1854, 1872, 1992]]
    """
    if last < first:
        raise InputError(f"last must be {first} or later, not {last}.")
    return np.sort(np.random.default_rng(seed).integers(first, last + 1, (draws, entries)), axis=1)


def gains_of_best_cut(rows: Years, own: tuple[int, ...], spans: Sequence[Span], undated: int = 0) -> Years:
    """Return how many more years the best cut of each row brings home than the row's own: max score − score(own) ≥ 0.

    A gain above 0 is an alarm: some other cut looks better than the one that the row has.

    Args:
        rows: Years, one row of a table in each line, without gaps.
        own: The cut that each row has, as entries in each column.
        spans: (start, end) of each column; None is a column without dates.
        undated: How many entries without a date end each row.

    Returns:
        A whole number for each line.

    Raises:
        InputError: if the cut does not hold as many entries as a row, or not as many cells as there are columns.

    Source: ours.

    >>> gains_of_best_cut(np.array([[1771, 1829], [1771, 1880]]), (1, 1), [(1750, 1850), (1870, 1910)]).tolist()
    [0, 0]
    >>> gains_of_best_cut(np.array([[1771, 1829, 1880]]), (1, 2), [(1750, 1850), (1870, 1910)]).tolist()
    [1]
    """
    entries = rows.shape[1] + undated
    if sum(own) != entries or len(own) != len(spans):
        raise InputError(f"own must put {entries} entries into {len(spans)} columns, not {own!r}.")
    homes = np.stack([_home(rows, cut, spans) for cut in cuts(entries, len(spans))])
    gains: Years = homes.max(axis=0) - _home(rows, own, spans)
    return gains


def _home(rows: Years, cut: tuple[int, ...], spans: Sequence[Span]) -> Years:
    """Return the years at home in each row after a cut."""
    ends = [spans[column - 1] or (np.inf, -np.inf) for column in columns_of(cut)[: rows.shape[1]]]
    starts, lasts = np.array(ends, dtype=float).T
    home: Years = ((rows >= starts) & (rows <= lasts)).sum(axis=1)
    return home
