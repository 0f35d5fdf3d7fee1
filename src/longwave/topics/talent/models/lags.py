"""One yearly series after another: at which lag they go together best, and how much of that is chance."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, whole_number


def lag_correlations(response: pd.Series, driver: pd.Series, years: Sequence[int], lags: Sequence[int]) -> pd.Series:
    """Compute the correlation of a series with another one some years before, for each lag.

    `response` and `driver` are indexed by year; `years` are those of the response, and the driver is read `lag` years
    earlier (later, for a negative lag). So each lag has the same response and the same number of pairs. Returns the
    correlations, indexed by lag. Raises `InputError` where a year is missing.

    >>> oil = pd.Series([1, 3, 2, 5, 4, 6], index=range(2000, 2006))
    >>> float(round(lag_correlations(2 * oil.shift(1), oil, range(2001, 2006), [0, 1])[1], 6))
    1.0
    """
    left = _values(response, list(years))
    rows = {lag: np.corrcoef(left, _values(driver, [year - lag for year in years]))[0, 1] for lag in lags}
    return pd.Series(rows, name="r").rename_axis("lag")


def effective_sample(first: npt.ArrayLike, second: npt.ArrayLike) -> float:
    """Compute how many independent pairs two series with a memory are worth for their correlation.

        n' = n (1 − r₁ r₂) / (1 + r₁ r₂)

    r₁ and r₂ are the correlations of each series with itself one year before, n the number of pairs. If next year is
    much like this year in both series, pairs repeat each other. For two first-order autoregressions; Bretherton and
    others (1999).

    >>> round(effective_sample([1, 2, 3, 4, 3, 2, 1, 2, 3], [2, 3, 4, 3, 2, 1, 2, 3, 4]), 2)
    6.0
    """
    pairs = [np.asarray(values, dtype=float) for values in (first, second)]
    if len(pairs[0]) != len(pairs[1]):
        raise InputError("first and second must have as many values as each other.")
    own = [np.corrcoef(values[1:], values[:-1])[0, 1] for values in pairs]
    return float(len(pairs[0]) * (1 - own[0] * own[1]) / (1 + own[0] * own[1]))


def surrogate_correlations(
    response: pd.Series,
    driver: pd.Series,
    years: Sequence[int],
    lags: Sequence[int],
    draws: int,
    rng: np.random.Generator,
) -> npt.NDArray[np.float64]:
    """Correlate a series with drivers that swing as the real one does, but at other times.

    Each surrogate keeps the strength of every period in the driver, from the longest lag before the first year to the
    last year, and draws its phases anew, so it is as smooth as the driver and knows nothing of the response. Returns an
    array of `draws` × lags. Schreiber and Schmitz (2000).

    >>> oil = pd.Series(np.sin(np.arange(30)), index=range(2000, 2030))
    >>> surrogate_correlations(oil, oil, range(2005, 2030), [0, 1], 4, np.random.default_rng(1)).shape
    (4, 2)
    """
    span = list(range(min(years) - max(lags), max(years) - min(lags) + 1))
    left = _standard(_values(response, list(years)))
    spectrum = np.abs(np.fft.rfft(_values(driver, span) - _values(driver, span).mean()))
    turns = rng.uniform(0, 2 * np.pi, (whole_number("draws", draws, minimum=1), len(spectrum)))
    series = np.fft.irfft(spectrum * np.exp(1j * turns), len(span))
    first = [min(years) - lag - span[0] for lag in lags]
    windows = np.stack([series[:, start : start + len(left)] for start in first], axis=1)
    return np.asarray(_standard(windows) @ left / len(left), dtype=float)


def _standard(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    centred = values - values.mean(axis=-1, keepdims=True)
    return np.asarray(centred / values.std(axis=-1, keepdims=True), dtype=float)


def _values(series: pd.Series, years: list[int]) -> npt.NDArray[np.float64]:
    values = series.reindex(years).to_numpy(float)
    if np.isnan(values).any():
        missing = [year for year, value in zip(years, values, strict=True) if np.isnan(value)]
        raise InputError(f"The series has no value for {missing[0]}.")
    return np.asarray(values, dtype=float)
