"""How often an arbitrary figure passes a test of resemblance: what the test is worth."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError

Floats = npt.NDArray[np.float64]


def between_years(lines: Sequence[pd.Series], figures: object) -> npt.NDArray[np.bool_]:
    """Return for each figure whether it lies between two neighbouring years of any of the lines.

        s_y < x < s_{y+1}   for a year y of a line that has both

    `lines` are series of figures by year; only years next to each other count. Our own construction.

    >>> between_years([pd.Series({1978: 3.0, 1979: 5.0, 2018: 6.0})], [4.0, 5.5]).tolist()
    [True, False]
    """
    values = np.atleast_1d(np.asarray(figures, dtype=float))
    found = np.zeros(values.shape, dtype=bool)
    for low, high in _neighbours(lines):
        found |= (values > low) & (values < high)
    return found


def covered_share(lines: Sequence[pd.Series], low: float, high: float) -> float:
    """Return the share of a scale of powers, from low to high, that lies between neighbouring years of some line.

    It is the chance that a number passes `between_years` which is spread evenly over the logarithms. Our own
    construction.

    >>> covered_share([pd.Series({1978: 1.0, 1979: 10.0})], 1, 100)
    0.5
    """
    if not 0 < low < high:
        raise InputError("low must be above 0, and high above low.")
    covered, reached = 0.0, np.log(low)
    for start, end in sorted(_neighbours(lines)):
        first, last = max(np.log(start), reached), min(np.log(end), np.log(high))
        covered += max(last - first, 0.0)
        reached = max(reached, last)
    return float(covered / (np.log(high) - np.log(low)))


def near_both(
    lines: Sequence[Mapping[int, float]], pairs: object, years: tuple[int, int], within: float, shifts: Sequence[int]
) -> npt.NDArray[np.bool_]:
    """Return for each pair whether some line, in some shift, has figures near it at both ends.

        |x_t / s_{t+d} − 1| ≤ within   at both ends t, for one line s and one shift d

    `pairs` is an array of n rows and two columns; a line that lacks one of the two years is passed over. Our own
    construction.

    >>> near_both([{1978: 4.0, 2020: 20.0}], [[4.1, 19.0], [4.1, 30.0]], (1978, 2020), 0.1, [0]).tolist()
    [True, False]
    """
    values = np.asarray(pairs, dtype=float)
    if values.ndim != 2 or values.shape[1] != 2:
        raise InputError("pairs must have two columns, one for each end.")
    found = np.zeros(len(values), dtype=bool)
    for line in lines:
        for shift in shifts:
            known = [line.get(year + shift, np.nan) for year in years]
            if np.isfinite(known).all():
                found |= (np.abs(values / known - 1) <= within).all(axis=1)
    return found


def ratio_pairs(lines: Mapping[str, pd.Series], years: tuple[int, int]) -> pd.DataFrame:
    """Return every ratio of two lines that have both years and that is below 1 at both: first, second, and the years.

    >>> ratio_pairs({"a": pd.Series({1: 1.0, 2: 2.0}), "b": pd.Series({1: 4.0, 2: 4.0})}, (1, 2)).values.tolist()
    [['a', 'b', 0.25, 0.5]]
    """
    full = {name: line for name, line in lines.items() if set(years) <= set(line.index)}
    rows = [
        (one, other, *(full[one][year] / full[other][year] for year in years))
        for one in full
        for other in full
        if one != other
    ]
    frame = pd.DataFrame(rows, columns=["first", "second", *years])
    return frame[(frame[list(years)] < 1).all(axis="columns")].reset_index(drop=True)


def arbitrary(low: float, high: float, count: int, draw: np.random.Generator) -> Floats:
    """Return numbers that are spread evenly over the logarithms from low to high, both above 0.

    >>> arbitrary(1, 10, 3, np.random.default_rng(1)).round(2).tolist()
    [3.25, 8.92, 1.39]
    """
    if not 0 < low < high:
        raise InputError("low must be above 0, and high above low.")
    return np.exp(draw.uniform(np.log(low), np.log(high), count))


def _neighbours(lines: Sequence[pd.Series]) -> list[tuple[float, float]]:
    """Return the lower and the upper figure of each two years next to each other."""
    return [
        (min(line[year], line[year + 1]), max(line[year], line[year + 1]))
        for line in lines
        for year in line.index
        if year + 1 in line.index
    ]
