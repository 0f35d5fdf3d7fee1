"""Substitution: the share of the new against the old, a straight line in log odds if growth is constant."""

import math
from collections.abc import Iterable
from itertools import permutations

import numpy as np
import pandas as pd

from longwave.checks import InputError, numbers

LOG_81 = math.log(81)
FEWEST, MOST = 3, 8


def substitution_line(new: pd.Series, old: pd.Series) -> pd.Series:
    """Fit how the new displaces the old: a straight line through the log odds by least squares.

        f = new / (new + old),   ln(f / (1 − f)) = (ln 81 / Δt) · (t − t₀)

    Args:
        new: Size or share of the new by year, above 0, three years or more.
        old: The same of the old, in the same years.

    Returns:
        midpoint (t₀, when both are equal); takeover, Δt: the years from 10 to 90 per cent, negative if the new loses;
        and straightness, R²: which share of the odds' variance the line explains.

    Raises:
        InputError: if the years differ, or a value is not above 0, or the odds do not move.

    Source: Fisher and Pry (1971).

    >>> substitution_line(pd.Series({0: 1, 10: 3, 20: 9}), pd.Series({0: 9, 10: 3, 20: 1})).round(6).tolist()
    [10.0, 20.0, 1.0]
    """
    if not (isinstance(new, pd.Series) and isinstance(old, pd.Series) and new.index.equals(old.index)):
        raise InputError("new and old must be Series with the same years.")
    years, rising, falling = numbers("years", list(new.index)), numbers("new", new), numbers("old", old)
    if len(years) < FEWEST or min(rising.min(), falling.min()) <= 0:
        raise InputError(f"new and old must have {FEWEST} years or more, all above 0.")
    odds = np.log(rising / falling)
    slope, level = np.polyfit(years - years[0], odds, 1)
    if abs(slope) < 1e-12:
        raise InputError("The odds must move.")
    straight = float(np.corrcoef(years, odds)[0, 1] ** 2)
    found = {"midpoint": years[0] - level / slope, "takeover": LOG_81 / slope, "straightness": straight}
    return pd.Series(found, name="line")


def falling_order(values: Iterable[float]) -> float:
    """Compute the exact chance that values in random order fall at least as steeply as in this order.

    The statistic is the slope of a straight line through the values in their order; all orders are tried.

    Args:
        values: Two to eight numbers, in order.

    Returns:
        The share of all orders with a slope as low or lower, at least 1 / n!.

    Raises:
        InputError: if there are fewer than two or more than eight values.

    Source: a permutation test.

    >>> falling_order([3, 2, 1])  # one order of six
    0.16666666666666666
    """
    sizes = numbers("values", values)
    if not 1 < len(sizes) <= MOST:
        raise InputError(f"values must be 2 to {MOST} numbers, not {len(sizes)}.")
    weights = np.arange(len(sizes)) - (len(sizes) - 1) / 2
    slopes = np.array([weights @ np.array(order) for order in permutations(sizes)])
    return float(np.mean(slopes <= weights @ sizes + 1e-9))
