"""A wave that is continued into years which were not used to find it."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import number, numbers, whole_number
from longwave.topics.waves.models.chance import MEMORY, WALK, about_its_line, chance_matrix, memory
from longwave.topics.waves.models.exact import ratio_p, turning_value

Array = npt.NDArray[np.float64]


def fitted_wave(series: pd.Series, period: float) -> pd.Series:
    """Fit a wave of known period about a straight line: Series(amplitude, peak), the first peak after the series.

        series ≈ a + b t + A cos ω(t − peak),  ω = 2π / period

    `series` holds values by year, at least 5 of them; `period` is in years and above 2. Ordinary least squares.

    An ordinary regression, with no source of its own.

    >>> years = pd.RangeIndex(1800, 1900)
    >>> fitted_wave(pd.Series(3 * np.cos(2 * np.pi * (np.asarray(years) - 1820) / 50), years), 50).round(6).tolist()
    [3.0, 1920.0]
    """
    values, turn = numbers("series", series.to_numpy()), 2 * np.pi / number("period", period, minimum=2)
    years = np.asarray(series.index, dtype=float)
    sides = np.column_stack([np.ones_like(years), years, np.cos(turn * years), np.sin(turn * years)])
    across, up = np.linalg.lstsq(sides, values, rcond=None)[0][2:]
    first = np.arctan2(up, across) / turn
    peak = first + period * np.ceil((years[-1] + 1 - first) / period)
    return pd.Series({"amplitude": float(np.hypot(across, up)), "peak": float(peak)})


def foretold(series: pd.Series, later: pd.Series, period: float) -> pd.Series:
    """Continue a wave of known period into years that were not used, and ask whether they follow it.

        r = corr(the wave that `fitted_wave` fits to series, later)

    Both sides of r are taken about their straight lines. p is how often chance with the steps of `later` follows the
    wave at least as closely, one-sided: random walks, and walks whose steps remember as those of `later` do.

    Args:
        series: logarithms by year, in which the wave is fitted.
        later: logarithms of years after it.
        period: years, above 2.

    Returns:
        peak (the first that is foretold after the end of `series`), r, walk, memory: the last two are p.

    Our own construction, on the integral of Imhof (1961).

    >>> years = pd.RangeIndex(1800, 2000)
    >>> wave = pd.Series(np.cos(2 * np.pi * (np.asarray(years) - 1820) / 50), index=years)
    >>> foretold(wave.loc[:1899], wave.loc[1900:], 50)[["peak", "r"]].round(3).tolist()
    [1920.0, 1.0]
    """
    peak, ahead = fitted_wave(series, period)["peak"], _ahead(series, later, period)
    moved = about_its_line(numbers("later", later.to_numpy()))
    fit = float(ahead @ moved / np.sqrt((ahead @ ahead) * (moved @ moved)))
    remembered = memory(np.diff(later.to_numpy()))
    chance = {null: _follows_p(ahead, fit, null, remembered if null == MEMORY else 0.0) for null in (WALK, MEMORY)}
    return pd.Series({"peak": peak, "r": fit} | chance)


def foretold_power(
    series: pd.Series, later: pd.Series, period: float, level: float = 0.05, draws: int = 4000, seed: int = 1
) -> float:
    """Compute how often `foretold` would find the wave in the later years if it went on with its old amplitude.

    Random walks with the steps of `later` get the fitted wave added; the share of them with p below `level` is
    returned. The arguments are those of `foretold`; `draws` is at least 1.

    Our own construction.

    >>> years = pd.RangeIndex(1800, 2000)
    >>> wave = pd.Series(np.cos(2 * np.pi * (np.asarray(years) - 1820) / 50), index=years)
    >>> foretold_power(wave.loc[:1899], wave.loc[1900:], 50, draws=100)
    1.0
    """
    ahead, many = _ahead(series, later, period), whole_number("draws", draws, minimum=1)
    needed = turning_value(lambda fit: _follows_p(ahead, fit, WALK, 0.0), number("level", level, minimum=0), -1.0, 1.0)
    steps = np.diff(later.to_numpy()).std(ddof=1) * np.random.default_rng(seed).standard_normal((len(later) - 1, many))
    walks = about_its_line(np.vstack([np.zeros(many), np.cumsum(steps, axis=0)])) + ahead[:, None]
    fits = ahead @ walks / np.sqrt((ahead @ ahead) * (walks**2).sum(axis=0))
    return float((fits >= needed).mean())


def _ahead(series: pd.Series, later: pd.Series, period: float) -> Array:
    """Return the fitted wave in the later years, about its own straight line."""
    amplitude, peak = fitted_wave(series, period)
    years = np.asarray(later.index, dtype=float)
    return about_its_line(amplitude * np.cos(2 * np.pi * (years - peak) / period))


def _follows_p(ahead: Array, fit: float, null: str, remembered: float) -> float:
    """Return how often chance follows the wave at least as closely."""
    whole = about_its_line(chance_matrix(len(ahead), null, remembered))
    return ratio_p(ahead @ whole / np.sqrt(ahead @ ahead), whole.T @ whole, fit)
