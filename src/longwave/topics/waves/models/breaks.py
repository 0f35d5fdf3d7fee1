"""Phases in a series: the breaks that fit best, and how often a series without phases is broken as well."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, numbers, whole_number
from longwave.topics.waves.models.chance import chance_changes, memory

SHORTEST = 5

Array = npt.NDArray[np.float64]


def best_breaks(series: pd.Series, count: int, shortest: int = SHORTEST) -> pd.DataFrame:
    """Find the breaks that leave the least variance within phases: DataFrame(first, last, mean), a row for each phase.

        minimise  Σ over phases Σ (x_t − mean of the phase)²

    Every way to place the breaks is compared, by dynamic programming. Each phase has at least `shortest` values, and
    the index names the years.

    Source: the algorithm of Bai and Perron (2003), for means alone.

    >>> best_breaks(pd.Series([1.0, 1, 1, 5, 5, 5], index=range(2001, 2007)), 1, shortest=2)["first"].tolist()
    [2001, 2004]
    """
    values = _values(series, count, shortest)
    starts = [0, *_search(values[:, None], count, shortest)[1]]
    ends = [*starts[1:], len(values)]
    return pd.DataFrame(
        {
            "first": [series.index[start] for start in starts],
            "last": [series.index[end - 1] for end in ends],
            "mean": [float(values[start:end].mean()) for start, end in zip(starts, ends, strict=True)],
        },
        index=pd.RangeIndex(1, count + 2, name="phase"),
    )


def explained(series: pd.Series, count: int, shortest: int = SHORTEST) -> float:
    """Compute the share of a series' variance that its best breaks explain, from 0 to 1.

    Our own construction on `best_breaks`.

    >>> explained(pd.Series([1.0, 1, 1, 5, 5, 5]), 1, shortest=2)
    1.0
    """
    return float(_explained(_values(series, count, shortest)[:, None], count, shortest)[0])


def breaks_by_chance(
    series: pd.Series, count: int, remembered: float, draws: int = 2000, seed: int = 1, shortest: int = SHORTEST
) -> float:
    """Compute p: how often a series without phases has breaks that explain as much.

    Args:
        series: the values by year.
        count: how many breaks, at least 1.
        remembered: the share of a value that the next one remembers, strictly between −1 and 1; 0 for none.
        draws: how many series, at least 1.
        seed: of the generator that draws them.
        shortest: the fewest values of a phase.

    Our own construction: an autoregression of order one in the place of the series, its breaks sought in the same way.

    >>> steps = pd.Series([0.0] * 10 + [9.0] * 10) + np.tile([0.0, 1.0], 10)
    >>> breaks_by_chance(steps, 1, remembered=0, draws=100)
    0.0
    """
    _values(series, count, shortest)
    reached = explained(series, count, shortest)
    drawn = chance_changes(len(series), remembered, draws, np.random.default_rng(seed))
    return float((_explained(drawn, count, shortest) >= reached).mean())


def memory_by_phases(series: pd.Series, count: int, draws: int = 20_000, seed: int = 1) -> pd.Series:
    """Ask whether phases without memory would make the memory that is seen: Series(seen, within, p).

    The best phases are taken for true: their means, and independent normal noise as wide as the series is about them.
    That is the null of `breaks_by_chance` turned round, in which memory is taken for true and the phases are tested.

    Args:
        series: the values by year.
        count: how many breaks, at least 1.
        draws: how many series with these phases, at least 1.
        seed: of the generator that draws them.

    Returns:
        seen: the memory of the series. within: that of the series less the means of its phases. p: how often phases
        without memory show as much as is seen.

    Our own construction.

    >>> steps = pd.Series([0.0] * 10 + [9.0] * 10) + np.tile([0.0, 1.0], 10)
    >>> memory_by_phases(steps, 1, draws=100)[["seen", "within"]].round(1).tolist()
    [0.8, -1.0]
    """
    phases = best_breaks(series, count)
    means = np.concatenate([np.full(((series.index >= f) & (series.index <= z)).sum(), m) for f, z, m in phases.values])
    left = series.to_numpy(dtype=float) - means
    noise = np.sqrt(left @ left / (len(left) - count - 1))
    shocks = np.random.default_rng(seed).standard_normal((len(left), whole_number("draws", draws, minimum=1)))
    drawn = means[:, None] + noise * shocks
    centred = drawn - drawn.mean(axis=0)
    seen = memory(series)
    shown = (centred[1:] * centred[:-1]).sum(axis=0) / (centred**2).sum(axis=0)
    return pd.Series({"seen": seen, "within": memory(left), "p": float((shown >= seen).mean())})


def _values(series: pd.Series, count: int, shortest: int) -> Array:
    values = numbers("series", series.to_numpy())
    breaks, fewest = whole_number("count", count, minimum=1), whole_number("shortest", shortest, minimum=1)
    if len(values) < (needed := (breaks + 1) * fewest):
        raise InputError(f"series must have at least {needed} values for so many phases, not {len(values)}.")
    if np.ptp(values) == 0:
        raise InputError("series must move: a constant has no phases.")
    return values


def _explained(columns: Array, count: int, shortest: int) -> Array:
    total = ((columns - columns.mean(axis=0)) ** 2).sum(axis=0)
    shares: Array = 1 - _search(columns, count, shortest)[0] / total
    return shares


def _search(columns: Array, count: int, shortest: int) -> tuple[Array, list[int]]:
    """Return the least sum of squares within phases of each column, and the first column's places of the breaks."""
    length = len(columns)
    nothing = np.zeros((1, columns.shape[1]))
    sums, squares = np.vstack([nothing, columns.cumsum(axis=0)]), np.vstack([nothing, (columns**2).cumsum(axis=0)])

    def within(start: int, end: int) -> Array:
        left: Array = squares[end] - squares[start] - (sums[end] - sums[start]) ** 2 / (end - start)
        return left

    least = {end: within(0, end) for end in range(shortest, length + 1)}
    chosen: list[dict[int, int]] = []
    for done in range(1, count + 1):
        best, places = {}, {}
        for end in range((done + 1) * shortest, length + 1):
            starts = range(done * shortest, end - shortest + 1)
            costs = np.array([least[start] + within(start, end) for start in starts])
            best[end], places[end] = costs.min(axis=0), starts[int(costs[:, 0].argmin())]
        least = best
        chosen.append(places)
    breaks, end = [], length
    for places in reversed(chosen):
        end = places[end]
        breaks.append(end)
    return least[length], breaks[::-1]
