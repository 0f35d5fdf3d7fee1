"""Reading a trial: what two published percentages say together, and how far a dozen seasons know their own spread."""

import math
from collections.abc import Sequence

import pandas as pd
from scipy.stats import chi2

from longwave.checks import InputError, number
from longwave.topics.business_models.models.newsvendor import break_even_cost


def unsold_share(sales_gain: float, unsold_fall: float) -> float:
    """Compute the share that stayed unsold without the new rule, if both arms of a trial had the same stock.

    What more is sold is missing among the unsold: g (1 − u) = f u, so u = g / (g + f).

    Args:
        sales_gain: g, the rise of units sold, a share above 0.
        unsold_fall: f, the fall of units unsold, a share above 0, at most 1.

    Returns:
        u, the share of the stock.

    Raises:
        InputError: A number is out of range.

    Source: an identity.

    >>> round(unsold_share(0.02, 0.04), 4)
    0.3333
    """
    gain, fall = number("sales_gain", sales_gain, minimum=0), number("unsold_fall", unsold_fall, minimum=0, maximum=1)
    if gain == 0 or fall == 0:
        raise InputError("sales_gain and unsold_fall must be above 0.")
    return gain / (gain + fall)


def unsold_interval(sales_gain: float, unsold_fall: float, rounding: float = 0.005) -> pd.Series:
    """Compute the unsold share with the lowest and highest that the rounding of the two percentages leaves open.

    The lowest takes the gain down and the fall up, the highest the other way round. `rounding` is half the last digit
    that is printed, a share below both; the other arguments and errors are as in `unsold_share`.

    Source: an identity.

    >>> unsold_interval(0.02, 0.04).round(3).tolist()
    [0.25, 0.333, 0.417]
    """
    gain, fall = number("sales_gain", sales_gain, minimum=0), number("unsold_fall", unsold_fall, minimum=0, maximum=1)
    half = number("rounding", rounding, minimum=0)
    if half >= min(gain, fall):
        raise InputError(f"rounding must be below both percentages, not {half:g}.")
    ends = (
        unsold_share(gain - half, min(fall + half, 1)),
        unsold_share(gain, fall),
        unsold_share(gain + half, fall - half),
    )
    return pd.Series(ends, index=["low", "share", "high"])


def spread_of(demand: Sequence[float]) -> pd.Series:
    """Estimate cv from seasons of demand, with an interval of 95 % from the chi-square distribution of the variance.

        cv = s / x̄,  from  s √((n − 1) / χ²(.975)) / x̄  to  s √((n − 1) / χ²(.025)) / x̄

    Args:
        demand: Units wanted in each of three or more seasons, taken as independent and normal; above 0 on average.

    Returns:
        low, cv and high. The mean is taken as known: with twelve seasons and a cv of 0.25 the interval holds the truth
        in 93 of 100 cases, and not in 95.

    Raises:
        InputError: There are fewer than three seasons, or they do not differ.

    Source: any textbook of statistics.

    >>> spread_of([60, 100, 140]).round(2).tolist()
    [0.21, 0.4, 2.51]
    """
    seasons = pd.Series([number(f"demand[{place}]", units, minimum=0) for place, units in enumerate(demand)])
    if len(seasons) < 3 or seasons.std() == 0:
        raise InputError("demand must have three seasons or more that are not all alike.")
    cv, freedom = float(seasons.std() / seasons.mean()), len(seasons) - 1
    low, high = (cv * math.sqrt(freedom / float(chi2.ppf(chance, freedom))) for chance in (0.975, 0.025))
    return pd.Series({"low": low, "cv": cv, "high": high})


def limit_from_seasons(demand: Sequence[float], price: float, cost: float, salvage: float) -> pd.Series:
    """Compute what made to order may cost, with the interval that the estimated cv leaves: low, limit and high.

    The arguments are those of `spread_of` and of `break_even_cost`, whose limit rises with cv. An end of the interval
    above 0.6 is refused, as there the normal curve puts too much weight below zero.

    Our own construction, on the batch of Arrow, Harris and Marschak (1951).

    >>> limit_from_seasons([80, 95, 100, 105, 120, 90, 110, 100], 100, 40, 10).round(1).tolist()
    [42.6, 44.0, 48.2]
    """
    spread = spread_of(demand)
    ends = [break_even_cost(price, cost, salvage, float(spread[name])) for name in ("low", "cv", "high")]
    return pd.Series(ends, index=["low", "limit", "high"])
