"""Adoption without imitation: each buyer waits alone for a price that falls past what the thing is worth to him.

Worth is spread like a bell curve in logarithms and the price falls by the same share every year, so that buyers come
in the shape of a bell curve over time.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, positive_number

FEWEST_YEARS = 4


def fit_threshold(sales: Iterable[float]) -> pd.Series:
    """Fit adoption without imitation by least squares: sales m · (Φ((t − μ)/s) − Φ((t − 1 − μ)/s)) in year t.

    A price that falls by the share d a year passes the worth of one buyer after the other. Worth is lognormal, with a
    standard deviation σ of its logarithm. Then μ is the year in which half have bought, and s = σ / (−ln(1 − d)).
    `sales` (units, at least 0, not all 0) are those of each year from the first, at least four. The result has the
    entries midpoint, spread (years), market_size (units) and error (root of the mean squared error, units).

    Source: David (1969) for the idea; the lognormal form is ours.

    >>> from scipy.stats import norm
    >>> sales = 100 * np.diff(norm.cdf((np.arange(13) - 6) / 2))
    >>> fit_threshold(sales).round(4).tolist()
    [6.0, 2.0, 100.0, 0.0]
    """
    from scipy.optimize import least_squares

    sold = numbers("sales", sales, minimum=0)
    if sold.size < FEWEST_YEARS or sold.sum() == 0:
        raise InputError(f"sales must be those of at least {FEWEST_YEARS} years, and not all 0.")

    def misses(place: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        midpoint, spread = place
        shares = _bell(midpoint, spread, sold.size)
        missed: npt.NDArray[np.float64] = (sold - _market(sold, shares) * shares) / sold.max()
        return missed

    middles, widths = np.linspace(0.5, 2, 6) * sold.size / 2, np.array([0.1, 0.2, 0.4]) * sold.size
    limits = [0, 0.2], [4 * sold.size, 4 * sold.size]
    found = [least_squares(misses, (middle, width), bounds=limits) for middle in middles for width in widths]
    best = min(found, key=lambda result: result.cost)
    midpoint, spread = best.x
    market, error = _market(sold, _bell(midpoint, spread, sold.size)), np.sqrt(2 * best.cost / sold.size) * sold.max()
    values = [midpoint, spread, market, error]
    return pd.Series(values, index=["midpoint", "spread", "market_size", "error"], name="threshold")


def threshold_sales(midpoint: float, spread: float, market_size: float, periods: int) -> pd.Series:
    """Compute the sales of each year, t = 1 … n, of the curve in `fit_threshold`; the result is indexed by period.

    Source: David (1969) for the idea; the lognormal form is ours.

    >>> threshold_sales(1, 1, 100, periods=2).round(2).tolist()
    [34.13, 34.13]
    """
    width, market = positive_number("spread", spread), number("market_size", market_size, minimum=0)
    sold = market * _bell(number("midpoint", midpoint), width, periods)
    return pd.Series(sold, index=pd.RangeIndex(1, periods + 1, name="period"), name="adopters")


def _bell(midpoint: float, spread: float, years: int) -> npt.NDArray[np.float64]:
    from scipy.special import ndtr

    return np.diff(ndtr((np.arange(years + 1) - midpoint) / spread))


def _market(sold: npt.NDArray[np.float64], shares: npt.NDArray[np.float64]) -> float:
    """Return the market size that fits best when the shares are given; far from the data there is nothing to fit."""
    power = float(shares @ shares)
    return float(sold @ shares) / power if power > 1e-12 else 0.0
