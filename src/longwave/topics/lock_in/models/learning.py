"""Wright's law: every doubling of all that was ever made takes the same share off the unit cost."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import norm

from longwave.checks import InputError, numbers, positive_number, whole_number

Floats = npt.NDArray[np.float64]

FEWEST_POINTS = 3
CHANCE = 0.8  # with which a forecast shall hold what comes
HALVES = ("technology", "year", "unit_cost", "previous_cumulative")


def learning_rate(volume: Iterable[float], cost: Iterable[float]) -> float:
    """Estimate the learning rate: by which share a doubling of volume lowers the unit cost.

        log c = log c₁ − b · log x + error,   rate = 1 − 2^(−b)

    Args:
        volume: All that was made so far, three values or more above 0, not all alike, in any unit.
        cost: The unit cost or price at each, above 0, in any unit.

    Returns:
        The rate, a share below 1; it is negative where cost rises with volume.

    Raises:
        InputError: if the two differ in length, there are too few, or the volumes are all alike.

    Source: Wright (1936) for the law; the line is fitted by least squares.

    >>> round(learning_rate([1, 2, 4, 8], [100, 80, 64, 51.2]), 9)
    0.2
    """
    made, paid = _checked(volume, cost)
    return float(1 - 2 ** np.polyfit(made, paid, 1)[0])


def learning_halves(curves: pd.DataFrame) -> pd.DataFrame:
    """Estimate for each technology the learning rate of the first and of the second half of its rows.

    Volume is what was made before the year, as in the dataset `learning_curves`. Rows in which nothing had been made
    before have no logarithm and are left out. Of an odd number of rows the middle one goes to the second half.

    Args:
        curves: Columns technology, year, unit_cost and previous_cumulative, the last two above 0 where used.

    Returns:
        By technology: rows, whole, first and second (three rates), and doublings, how often volume doubles within the
        half in which it doubles less often.

    Raises:
        InputError: if a column is missing, or a technology has fewer than six rows that can be used.

    Source: ours.

    >>> years, cost = range(2000, 2006), [100, 80, 64, 64, 64, 64]
    >>> rows = {"technology": "press", "year": years, "unit_cost": cost, "previous_cumulative": [1, 2, 4, 8, 16, 32]}
    >>> learning_halves(pd.DataFrame(rows))[["first", "second", "doublings"]].round(6).loc["press"].tolist()
    [0.2, 0.0, 2.0]
    """
    missing = [name for name in HALVES if name not in curves]
    if missing:
        raise InputError(f"curves must have the column {missing[0]}.")
    used = curves[(curves["previous_cumulative"] > 0) & (curves["unit_cost"] > 0)]
    rows = {name: _halves(str(name), group) for name, group in used.groupby("technology", sort=True)}
    return pd.DataFrame(rows, index=["rows", "whole", "first", "second", "doublings"]).T.rename_axis("technology")


def _halves(name: str, group: pd.DataFrame) -> list[float]:
    ordered = group.sort_values("year", kind="stable")
    volume, cost = ordered["previous_cumulative"].to_numpy(float), ordered["unit_cost"].to_numpy(float)
    half = len(volume) // 2
    if half < FEWEST_POINTS:
        raise InputError(f"curves must have at least {2 * FEWEST_POINTS} rows of {name}, not {len(volume)}.")
    spans = [math.log2(part.max() / part.min()) for part in (volume[:half], volume[half:])]
    rates = [learning_rate(volume[:half], cost[:half]), learning_rate(volume[half:], cost[half:])]
    return [float(len(volume)), learning_rate(volume, cost), *rates, min(spans)]


def wright_forecast(volume: Iterable[float], cost: Iterable[float], factor: float, years: int) -> pd.Series:
    """Forecast the unit cost from its yearly changes, for a known growth of volume, with a range of 80 %.

        Δlog c = w · Δlog x + error;   log c(T + h) = log c(T) + w · log f
        variance = s² · (h + (log f)² / Σ (Δlog x)²)

    The first part of the variance is h further errors, the second what w itself may be off. Errors are taken as
    independent from year to year.

    Args:
        volume: All that was made so far at the end of each year, above 0, years in order without a gap.
        cost: The unit cost or price of each year, above 0.
        factor: f, by how much volume will have grown, above 0.
        years: h, how many years ahead, at least 1.

    Returns:
        rate (1 − 2^w), low, middle and high, the last three in the unit of the cost.

    Raises:
        InputError: as `learning_rate`, or factor or years out of range.

    Source: Lafond and others (2018) for a forecast from changes; the variance without memory is derived as above.

    >>> wright_forecast([1, 2, 4, 8], [100, 80, 64, 51.2], factor=4, years=2).round(6).tolist()
    [0.2, 32.768, 32.768, 32.768]
    """
    made, paid = _checked(volume, cost)
    grown, ahead = math.log(positive_number("factor", factor)), whole_number("years", years, minimum=1)
    step, change = np.diff(made), np.diff(paid)
    spread = float(step @ step)
    slope = float(step @ change) / spread
    errors = change - slope * step
    variance = float(errors @ errors) / (len(step) - 1) * (ahead + grown**2 / spread)
    middle = paid[-1] + slope * grown
    half = float(norm.ppf((1 + CHANCE) / 2)) * math.sqrt(variance)
    ends = {"low": math.exp(middle - half), "middle": math.exp(middle), "high": math.exp(middle + half)}
    return pd.Series({"rate": 1 - 2**slope, **ends}, name="forecast")


def _checked(volume: Iterable[float], cost: Iterable[float]) -> tuple[Floats, Floats]:
    """Return the logarithms of volume and cost."""
    made, paid = numbers("volume", volume, minimum=0), numbers("cost", cost, minimum=0)
    if len(made) != len(paid):
        raise InputError(f"volume and cost must be equally long, not {len(made)} and {len(paid)}.")
    if len(made) < FEWEST_POINTS:
        raise InputError(f"volume must have at least {FEWEST_POINTS} values, not {len(made)}.")
    if not (made.all() and paid.all()):
        raise InputError("volume and cost must be above 0.")
    if np.ptp(made) == 0:
        raise InputError("volume must not be all alike.")
    return np.log(made), np.log(paid)
