"""Why firms adopt: an epidemic, in which adopters infect the others, and a threshold, which each passes alone."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, positive_number

PROFIT_WEIGHT, SIZE_WEIGHT = 0.530, 0.027
FEWEST_YEARS = 4


def mansfield_rate(industry: float, profitability: float, relative_cost: float) -> float:
    """Compute how fast adopters infect the others: φ = z + 0.530 · π − 0.027 · S, a year.

    `industry` (z) is the level of an industry, `profitability` (π ≥ 0) is the return that firms demand over the return
    that the new thing needs, as Mansfield defines it: the payback that they demand over the payback that it gives.
    `relative_cost` (S ≥ 0, per cent) is the first outlay over a firm's assets. The weights are those published for four
    industries, as the paper is believed to give them.

    Source: Mansfield (1961).

    >>> round(mansfield_rate(-0.3, profitability=2, relative_cost=5), 3)
    0.625
    """
    gain = PROFIT_WEIGHT * number("profitability", profitability, minimum=0)
    burden = SIZE_WEIGHT * number("relative_cost", relative_cost, minimum=0)
    return number("industry", industry) + gain - burden


def epidemic_time(share: float, first_share: float, rate: float) -> float:
    """Compute when an epidemic reaches a share: t = (logit f − logit f₀) / φ, from df/dt = φ · f · (1 − f).

    `share` (f) and `first_share` (f₀, at time 0) are between 0 and 1, `rate` is φ > 0 a year. The result is in years,
    negative if the share is below the first.

    Source: Mansfield (1961), whose equation is solved for the time.

    >>> round(epidemic_time(0.5, first_share=0.01, rate=0.5), 2)
    9.19
    """
    return (_logit("share", share) - _logit("first_share", first_share)) / positive_number("rate", rate)


def threshold_time(share: float, price: float, median_worth: float, spread: float, yearly_fall: float) -> float:
    """Compute when a falling price has passed the worth of a share of firms, none of which looks at another.

        t = (ln(P₀ / W) + σ · Φ⁻¹(f)) / (−ln(1 − d))

    The price starts at `price` (P₀ > 0, money) and falls by the share `yearly_fall` (d, between 0 and 1) a year. What
    the thing is worth to a firm is lognormal with the median `median_worth` (W > 0, money) and the `spread` σ > 0 of
    its logarithm. `share` is f, between 0 and 1. The result is in years; negative means: before time 0.

    Source: David (1969) for the idea; the lognormal form is ours.

    >>> round(threshold_time(0.5, price=1000, median_worth=500, spread=0.5, yearly_fall=0.5), 9)
    1.0
    """
    from scipy.special import ndtri

    part = _part("share", share)
    above = math.log(positive_number("price", price) / positive_number("median_worth", median_worth))
    fall = -math.log1p(-_part("yearly_fall", yearly_fall))
    return (above + positive_number("spread", spread) * float(ndtri(part))) / fall


def fit_threshold(sales: Iterable[float]) -> pd.Series:
    """Fit adoption without imitation by least squares: sales m · (Φ((t − μ)/s) − Φ((t − 1 − μ)/s)) in year t.

    It is the curve of `threshold_time`, in time: μ is the year in which half have bought, s = σ / (−ln(1 − d)).
    `sales` (units, at least 0, not all 0) are those of each year from the first, at least four. The result has the
    entries midpoint, spread (years), market_size (units) and error (root of the mean squared error, units).

    Our own construction, as the form of `threshold_time` is.

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

    Our own construction, as the form of `threshold_time` is.

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


def _part(name: str, value: float) -> float:
    part = number(name, value)
    if not 0 < part < 1:
        raise InputError(f"{name} must be strictly between 0 and 1, not {value!r}.")
    return part


def _logit(name: str, value: float) -> float:
    part = _part(name, value)
    return math.log(part / (1 - part))
