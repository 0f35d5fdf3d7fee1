"""A technology that costs first and pays late: the balance by year, and when it is even."""

import math

import numpy as np
import pandas as pd

from longwave.checks import InputError, number


def j_curve(
    share: float = 0.1, years: float = 10, gain: float = 0.3, rate: float = 0, horizon: int = 30
) -> pd.DataFrame:
    """Compute output and the balance since the start, year by year, of an economy that rebuilds itself.

    For so many years a share of labour builds the new thing and makes nothing else; then output is higher for good.
    Flows come evenly through each year and are discounted at (1 + r)^−t; without the technology output is 1.

    Args:
        share: d, share of labour that builds, from 0 to 1.
        years: D, how long it builds, years, above 0.
        gain: g, how much higher output is afterwards, a share, at least 0.
        rate: r, discount rate a year, from 0 to 1.
        horizon: last year, from 1 to 100.

    Returns:
        A row a year from 0 to the horizon: year; output, as a share of output without it, in the year that follows;
        balance, all gains less losses up to then, in years of output at the start.

    Raises:
        InputError: A number is out of range.

    Source: ours, after Helpman and Trajtenberg (1994) and Brynjolfsson, Rock and Syverson (2021); abstracts read.

    >>> j_curve(horizon=14)["balance"].round(2).tolist()[9:]
    [-0.9, -1.0, -0.7, -0.4, -0.1, 0.2]
    """
    share, years, gain, rate = _checked(share, years, gain, rate)
    horizon = int(number("horizon", horizon, minimum=1, maximum=100))
    year = np.arange(horizon + 1)
    building = _worth(np.minimum(year, years), rate)
    balance = gain * (_worth(year, rate) - building) - share * building
    output = np.where(year < years, 1 - share, 1 + gain)
    return pd.DataFrame({"year": year, "output": output, "balance": balance})


def even_year(share: float = 0.1, years: float = 10, gain: float = 0.3, rate: float = 0) -> float:
    """Compute the year in which the gains have paid for the losses, or infinity where they never do.

        r = 0:  x = D (1 + d / g)
        r > 0:  v^x = v^D − (d / g) (1 − v^D),  v = 1 / (1 + r)

    Args:
        share: d, share of labour that builds, from 0 to 1.
        years: D, how long it builds, years, above 0.
        gain: g, how much higher output is afterwards, a share, at least 0.
        rate: r, discount rate a year, from 0 to 1.

    Returns:
        x, years since the start; infinity where the gains never suffice.

    Raises:
        InputError: A number is out of range.

    Source: as `j_curve`.

    >>> round(even_year(), 1), round(even_year(rate=0.1), 1), even_year(rate=0.15)
    (13.3, 17.9, inf)
    """
    share, years, gain, rate = _checked(share, years, gain, rate)
    if gain == 0:
        return 0.0 if share == 0 else math.inf
    if rate == 0:
        return years * (1 + share / gain)
    left = (1 + rate) ** -years * (1 + share / gain) - share / gain
    return math.inf if left <= 0 else -math.log(left) / math.log(1 + rate)


def highest_rate(share: float = 0.1, years: float = 10, gain: float = 0.3) -> float:
    """Compute the discount rate from which on the gains, though they last for ever, never pay for the losses.

        r = ((d + g) / d)^(1 / D) − 1

    Args:
        share: d, share of labour that builds, above 0, up to 1.
        years: D, how long it builds, years, above 0.
        gain: g, how much higher output is afterwards, a share, at least 0.

    Returns:
        r, a share a year.

    Raises:
        InputError: A number is out of range.

    Source: as `j_curve`; the balance after an endless time is zero at this rate.

    >>> round(highest_rate(), 3)
    0.149
    """
    share, years, gain, _rate = _checked(share, years, gain, 0)
    if share == 0:
        raise InputError("share must be above 0, not 0: what costs nothing pays at any rate.")
    return float(((share + gain) / share) ** (1 / years) - 1)


def shortfall(values: pd.Series, peak: float, growth: float = 0) -> float:
    """Compute how far a firm stayed below its peak, in years of the peak.

        Σ (P (1 + g)^k − x_k) / P,  k = 1, 2, …

    Args:
        values: x, one value for each year after the peak, in order.
        peak: P, the value of the peak year, above 0, in the unit of `values`.
        growth: g, how fast the peak would have grown, a share a year, above −1.

    Returns:
        The shortfall in years of the peak; below 0 if the firm did better.

    Raises:
        InputError: A number is out of range.

    Source: a definition.

    >>> round(shortfall(pd.Series([5, 6, 9]), peak=10), 2)
    1.0
    """
    peak, growth = number("peak", peak, minimum=1e-9), number("growth", growth, minimum=-0.99)
    years = np.arange(1, len(values) + 1)
    return float(((1 + growth) ** years - values.to_numpy(dtype=float) / peak).sum())


def _worth(time: np.ndarray, rate: float) -> np.ndarray:
    """Return what a flow of 1 a year is worth from year 0 to `time`; at rate 0 it is the time itself."""
    if rate == 0:
        return time.astype(float)
    return np.asarray((1 - (1 + rate) ** -time.astype(float)) / math.log(1 + rate))


def _checked(share: float, years: float, gain: float, rate: float) -> tuple[float, float, float, float]:
    years = number("years", years, minimum=0)
    if years == 0:
        raise InputError("years must be above 0, not 0.")
    share, rate = number("share", share, minimum=0, maximum=1), number("rate", rate, minimum=0, maximum=1)
    return share, years, number("gain", gain, minimum=0), rate
