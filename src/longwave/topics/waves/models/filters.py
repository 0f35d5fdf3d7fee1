"""Filters that keep the movements of some lengths in a series, and the length that is strongest in what is left."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

PADDED = 16  # the spectrum is read at periods this many times as dense as the series alone would give


def band_pass(series: pd.Series | Sequence[float], low: float, high: float, drift: bool = True) -> pd.Series:
    """Keep the movements of `low` to `high` periods' length: the Christiano–Fitzgerald filter for a random walk.

        c_t = B_0 x_t + Σ_j B_j x_{t±j},  B_0 = (b − a)/π,  B_j = (sin jb − sin ja)/(πj),  a = 2π/high, b = 2π/low

    The weight of the first and of the last value is what makes the weights of each date sum to zero. `low` and `high`
    are periods, 2 ≤ low < high. With `drift`, the line from the first to the last value is taken out before. A Series
    keeps its index; a list is numbered from 1. At least 3 values.

    Source: Christiano and Fitzgerald (2003).

    >>> band_pass([5.0, 5.0, 5.0, 5.0], 2, 3).round(6).abs().tolist()  # what does not move has no wave
    [0.0, 0.0, 0.0, 0.0]
    """
    named = _named(series)
    values = named.to_numpy()
    if drift:
        values = values - np.linspace(values[0], values[-1], len(values))
    return pd.Series(_weights(len(values), *_band(low, high)) @ values, index=named.index, name="kept")


def ideal_weight(distance: int, low: float, high: float) -> float:
    """Compute B_j, the weight of the value `distance` periods away, in a filter for an endless series.

        B_0 = (b − a)/π,  B_j = (sin jb − sin ja)/(πj),  a = 2π/high, b = 2π/low

    Source: Christiano and Fitzgerald (2003).

    >>> ideal_weight(0, 4, 8)  # b − a is a quarter of π
    0.25
    """
    slow, fast = _band(low, high)
    away = number("distance", distance, minimum=0)
    return float((fast - slow) / np.pi if away == 0 else (np.sin(away * fast) - np.sin(away * slow)) / (np.pi * away))


def dominant_period(series: pd.Series | Sequence[float]) -> float:
    """Find the period with the greatest power in a zero-padded spectrum, in steps of the series.

    The mean is taken out. The padding makes the periods at which the spectrum is read dense: without it a series of n
    steps could only show n, n/2, n/3, … A constant series has no period and is refused. At least 3 values.

    An ordinary spectrum, with no source of its own.

    >>> round(dominant_period(np.sin(2 * np.pi * np.arange(200) / 25)), 1)
    25.0
    """
    values = _named(series).to_numpy()
    centred = values - values.mean()
    if np.allclose(centred, 0, atol=1e-12 * max(1.0, float(np.abs(values).max()))):
        raise InputError("series must move: a constant has no period.")
    padded = PADDED * len(centred)
    power = np.abs(np.fft.rfft(centred, padded)) ** 2
    return float(padded / (1 + int(np.argmax(power[1:]))))


def _named(series: pd.Series | Sequence[float]) -> pd.Series:
    """Return the series as floats with its index, or numbered from 1."""
    values = numbers("series", series.to_numpy() if isinstance(series, pd.Series) else series)
    if len(values) < 3:
        raise InputError(f"series must have at least 3 values, not {len(values)}.")
    return pd.Series(values, index=series.index if isinstance(series, pd.Series) else range(1, len(values) + 1))


def filter_weights(count: int, low: float, high: float) -> npt.NDArray[np.float64]:
    """Return the weights of `band_pass` without its drift, as a matrix: a row for each date that is wanted."""
    return _weights(count, *_band(low, high))


def _band(low: float, high: float) -> tuple[float, float]:
    """Return the band's slowest and fastest turn for each step."""
    shortest, longest = number("low", low, minimum=2), number("high", high, minimum=2)
    if not shortest < longest:
        raise InputError(f"low must be below high, not {low!r} and {high!r}.")
    return 2 * np.pi / longest, 2 * np.pi / shortest


def _weights(count: int, slow: float, fast: float) -> npt.NDArray[np.float64]:
    """Return the weights as a matrix: a row for each date that is wanted, a column for each that is given."""
    away = np.arange(1, count)
    ideal = np.concatenate([[(fast - slow) / np.pi], (np.sin(away * fast) - np.sin(away * slow)) / (np.pi * away)])
    rows = np.arange(count)
    weights: npt.NDArray[np.float64] = ideal[np.abs(rows[:, None] - rows[None, :])]
    # A random walk is best continued by its last value, which therefore gets all weights beyond the end as well.
    beyond = -ideal[0] / 2 - np.concatenate([[0.0, 0.0], np.cumsum(ideal[1:])])[:count]
    weights[:, 0] = beyond
    weights[:, -1] = beyond[::-1]
    weights[0, 0] = weights[-1, -1] = ideal[0] / 2
    return weights
