"""Two capitals and one technology: production earns and reinvests, finance pays today for a rise that it carries on.

The smallest model of ours in which a crash lies between the building of a network and its use. Perez writes no
equations; the words that it puts into numbers are hers.
"""

import math

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, positive_number

FIRST_USE = 0.01
STEPS_A_YEAR = 10


def reach(years_ahead: float, borrowed: float, growth: float) -> float:
    """Compute how far finance reaches ahead: the rise that it pays for in advance, in multiples of today's worth.

        x = h · (1 + ℓ) · s

    Args:
        years_ahead: h, years of the present rise for which an investor's own money pays in advance, at least 0.
        borrowed: ℓ, what is borrowed on each unit of own money, at least 0.
        growth: s, share a year by which a small use grows, above 0.

    Raises:
        InputError: if a number is out of its range.

    Source: ours.

    >>> reach(years_ahead=10, borrowed=0.5, growth=0.2)
    3.0
    """
    ahead = number("years_ahead", years_ahead, minimum=0)
    return ahead * (1 + number("borrowed", borrowed, minimum=0)) * positive_number("growth", growth)


def crash(reach: float, shape: float = 1.0) -> pd.Series:
    """Compute where the price of claims peaks, and what is then idle and what is lost.

    Use grows as du/dt = s·u·(1 − uⁿ), and the price is P = u + (x/s)·du/dt = u + x·u·(1 − uⁿ). It peaks where
    dP/du = 1 + x·(1 − (n + 1)·uⁿ) = 0, which lies below full use only if x is above 1/n:

        u*ⁿ = (1 + x) / ((n + 1)·x),   P* = u*·(1 + x)·n / (n + 1),   idle = 1 − u*/P*,   fall = 1 − 1/P*

    On the S-curve, n = 1, idle = (x − 1) / (x + 1) and fall = idle². For a large x the peak comes at (n + 1)^(−1/n),
    which is 1/2 for n = 1 and falls to 1/e as n goes to 0 (the Gompertz curve).

    Args:
        reach: x, as `reach` returns it, at least 0.
        shape: n, above 0: how late growth slows; 1 is the logistic S-curve.

    Returns:
        use (share of final use at the peak), price (in multiples of the last worth), idle (share of what is built that
        has no use at the peak), and fall (share of the peak price that is lost). For x up to 1/n there is no peak
        before the end: use and price are 1, idle and fall 0.

    Raises:
        InputError: if a number is out of its range.

    Source: ours.

    >>> crash(3).round(3).to_dict()
    {'use': 0.667, 'price': 1.333, 'idle': 0.5, 'fall': 0.25}
    >>> [round(float(crash(ahead, shape)["fall"]), 3) for ahead, shape in ((3, 0.2), (0.9, 2))]
    [0.0, 0.059]
    """
    ahead, late = number("reach", reach, minimum=0), positive_number("shape", shape)
    if ahead * late <= 1:
        return pd.Series({"use": 1.0, "price": 1.0, "idle": 0.0, "fall": 0.0})
    use = ((1 + ahead) / ((late + 1) * ahead)) ** (1 / late)
    price = use * (1 + ahead) * late / (late + 1)
    return pd.Series({"use": use, "price": price, "idle": 1 - use / price, "fall": 1 - 1 / price})


def reach_of_fall(fall: float) -> float:
    """Compute how far finance reached ahead from the share of the price that was lost.

        x = (1 + √fall) / (1 − √fall)

    Args:
        fall: A share of the peak price, at least 0 and below 1.

    Raises:
        InputError: if fall is out of its range.

    Source: ours, the inverse of the fall in `crash` on the S-curve.

    >>> round(reach_of_fall(0.25), 9)
    3.0
    """
    idle = math.sqrt(number("fall", fall, minimum=0, maximum=1))
    if idle == 1:
        raise InputError("fall must be below 1, not 1.")
    return (1 + idle) / (1 - idle)


def surge_path(growth: float, reach: float, years: int = 60) -> pd.DataFrame:
    """Follow one technology: how much is in use, what claims on it cost, and what has been built.

        u(t) = 1 / (1 + (1/u₀ − 1)·e^(−s·t)),   P = u + x·u·(1 − u),   k = highest P so far

    Builders follow the price of claims, and what is built is never unbuilt.

    Args:
        growth: s, share a year by which a small use grows, above 0.
        reach: x, as `reach` returns it, at least 0.
        years: Length of the path in years, above 0.

    Returns:
        Columns year (from 0, ten rows a year), use, price and built, in multiples of final use.

    Raises:
        InputError: if a number is out of its range.

    Source: ours.

    >>> path = surge_path(growth=0.2, reach=3)
    >>> path.loc[path["price"].idxmax(), ["use", "price"]].round(2).to_list()
    [0.66, 1.33]
    """
    pace, ahead = positive_number("growth", growth), number("reach", reach, minimum=0)
    time = np.arange(int(positive_number("years", years) * STEPS_A_YEAR) + 1) / STEPS_A_YEAR
    use = 1 / (1 + (1 / FIRST_USE - 1) * np.exp(-pace * time))
    price = use + ahead * use * (1 - use)
    return pd.DataFrame({"year": time, "use": use, "price": price, "built": np.maximum.accumulate(price)})
