"""The Bass model: first buyers who come by themselves, and buyers who follow those before them.

    dF/dt = (p + q · F) · (1 − F)

F is the share of the market that has bought, p the coefficient of innovation, q that of imitation (both a year), and
m the market size.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, positive_number, whole_number

FEWEST_YEARS = 4
LARGEST_MARKET = 100.0
_START_INNOVATION = np.geomspace(1e-6, 0.3, 48)
_START_IMITATION = np.geomspace(0.01, 2.5, 40)
_LOG_LIMITS = np.log([[1e-9, 1e-6], [2.0, 6.0]])
_AT_LIMIT = 1e-6  # in logarithms
_NEARBY = 0.01  # in logarithms


def bass(innovation: float, imitation: float, market_size: float, periods: int) -> pd.DataFrame:
    """Compute who adopts in each period: m · (F(t) − F(t − 1)) for t = 1 … n.

        F(t) = (1 − e^(−(p+q)t)) / (1 + (q/p) · e^(−(p+q)t))

    `innovation` (p > 0) and `imitation` (q ≥ 0) are per period, `market_size` (m ≥ 0) is in units, `periods` (n ≥ 1) is
    a count. The result has the columns period, adopters and cumulative, in units.

    Source: Bass (1969).

    >>> bass(0.03, 0.38, 100, periods=2).round(2).values.tolist()
    [[1.0, 3.58, 3.58], [2.0, 4.93, 8.51]]
    """
    first, copied = positive_number("innovation", innovation), number("imitation", imitation, minimum=0)
    market = number("market_size", market_size, minimum=0)
    count = whole_number("periods", periods, minimum=1)
    reached = market * _reached(first, copied, np.arange(count + 1))
    rows = {"period": range(1, count + 1), "adopters": np.diff(reached), "cumulative": reached[1:]}
    return pd.DataFrame(rows, index=pd.RangeIndex(1, count + 1))


def bass_peak(innovation: float, imitation: float, market_size: float) -> pd.Series:
    """Compute when sales are highest and how high: T* = ln(q/p) / (p + q), S* = m · (p + q)² / (4q).

    The arguments are as in `bass`. If q ≤ p, sales only fall: the time is 0 and the sales are m · p. The result has the
    entries time (periods) and sales (units a period).

    Source: Bass (1969).

    >>> bass_peak(0.03, 0.38, 100).round(2).tolist()
    [6.19, 11.06]
    """
    first, copied = positive_number("innovation", innovation), number("imitation", imitation, minimum=0)
    market = number("market_size", market_size, minimum=0)
    if copied <= first:
        return pd.Series({"time": 0.0, "sales": market * first}, name="peak")
    pace = first + copied
    return pd.Series({"time": np.log(copied / first) / pace, "sales": market * pace**2 / (4 * copied)}, name="peak")


def ols_bass(sales: Iterable[float]) -> pd.Series:
    """Fit the Bass model as it was published, by a regression on the sales of all years before.

        S(t) = a + b · Y(t − 1) + c · Y(t − 1)²,   m = (−b − √(b² − 4ac)) / (2c),   p = a / m,   q = −c · m

    `sales` are those of each year from the first, at least four. A parabola without a root above 0 is refused. The
    result has the entries innovation, imitation and market_size. p can be negative: then the fit makes no sense.

    Source: Bass (1969). On the bias: Schmittlein and Mahajan (1982).

    >>> ols_bass(bass(0.03, 0.38, 100, periods=20)["adopters"]).round(4).tolist()
    [0.0413, 0.3476, 99.3547]
    """
    sold = _sold(sales)
    before = np.cumsum(sold) - sold
    terms = np.column_stack([np.ones_like(sold), before, before**2])
    start, slope, bend = np.linalg.lstsq(terms, sold, rcond=None)[0]
    inside = slope**2 - 4 * start * bend
    market = (-slope - np.sqrt(inside)) / (2 * bend) if bend < 0 <= inside else 0.0
    if market <= 0:
        raise InputError("sales must bend down again: this parabola has no market size.")
    return pd.Series({"innovation": start / market, "imitation": -bend * market, "market_size": market}, name="ols")


def fit_bass(sales: Iterable[float]) -> pd.Series:
    """Fit the Bass model by least squares on the sales of each year, which are differences of m · F.

    `sales` (units, at least 0, not all 0) are those of each year from the first, at least four. The market is sought
    from a fifth of what has been sold to a hundred times as much: **a market size at the upper limit means that the
    data do not say how large it is.** The result has the entries innovation, imitation, market_size and error (the root
    of the mean squared error, units).

    Source: Srinivasan and Mason (1986), nonlinear least squares.

    >>> fit_bass(bass(0.03, 0.38, 100, periods=20)["adopters"]).round(4).tolist()
    [0.03, 0.38, 100.0, 0.0]
    """
    from scipy.optimize import least_squares

    sold = _sold(sales)
    scale, total = sold.max(), sold.sum()
    lowest, highest = np.column_stack([_LOG_LIMITS, np.log([0.2 * total, LARGEST_MARKET * total])])

    def misses(logs: npt.NDArray[Any]) -> npt.NDArray[Any]:
        first, copied, market = np.exp(logs)
        missed: npt.NDArray[Any] = (sold - market * _yearly(first, copied, sold.size)) / scale
        return missed

    found = [
        least_squares(misses, np.clip(start, lowest, highest), bounds=(lowest, highest)) for start in _starts(sold)
    ]
    best = min(found, key=lambda result: result.cost)
    error = np.sqrt(2 * best.cost / sold.size) * scale
    settled = _settled(misses, best.x, (best.x > lowest + _AT_LIMIT) & (best.x < highest - _AT_LIMIT))
    return pd.Series([*np.exp(settled), error], index=["innovation", "imitation", "market_size", "error"], name="bass")


def fit_bass_with_market(sales: Iterable[float], market_size: float) -> pd.Series:
    """Fit innovation and imitation by least squares while the market size is held; entries as in `fit_bass`.

    Source: Srinivasan and Mason (1986); that the market is held is our own construction.

    >>> fit_bass_with_market(bass(0.03, 0.38, 100, periods=8)["adopters"], 100).round(4).tolist()
    [0.03, 0.38, 100.0, 0.0]
    """
    from scipy.optimize import least_squares

    sold, market = _sold(sales), positive_number("market_size", market_size)
    scale = sold.max()

    def misses(logs: npt.NDArray[Any]) -> npt.NDArray[Any]:
        first, copied = np.exp(logs)
        missed: npt.NDArray[Any] = (sold - market * _yearly(first, copied, sold.size)) / scale
        return missed

    lowest, highest = _LOG_LIMITS
    best = least_squares(misses, _start_with_market(sold, market), bounds=(lowest, highest))
    error = np.sqrt(2 * best.cost / sold.size) * scale
    settled = _settled(misses, best.x, (best.x > lowest + _AT_LIMIT) & (best.x < highest - _AT_LIMIT))
    values = [*np.exp(settled), market, error]
    return pd.Series(values, index=["innovation", "imitation", "market_size", "error"], name="bass")


def bass_errors(sales: Iterable[float], fit: pd.Series) -> pd.Series:
    """Compute the standard errors of a fitted Bass model, each as a share of its coefficient.

        V = s² · (JᵀJ)⁻¹,   s² = Σ misses² / (n − 3)

    J has the derivatives of the yearly sales by ln p, ln q and ln m. So 0.1 means ten per cent. They hold for large
    records whose errors are independent; where the data do not bend they are no more than a sign that nothing is known.

    Args:
        sales: Those of each year, as given to `fit_bass`; more than three.
        fit: What `fit_bass` returned.

    Returns:
        innovation, imitation and market_size, the errors as shares; infinite where a direction cannot be seen at all.

    Source: Srinivasan and Mason (1986), who give standard errors by nonlinear least squares; the form in logarithms is
    ours.

    >>> sales = bass(0.03, 0.38, 100, periods=20)["adopters"] + 0.1 * np.cos(np.arange(20))
    >>> bass_errors(sales, fit_bass(sales)).round(3).tolist()
    [0.01, 0.006, 0.003]
    """
    sold = _sold(sales)
    place = np.log(fit[["innovation", "imitation", "market_size"]].to_numpy(dtype=float))

    def curve(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        first, copied, market = np.exp(logs)
        return float(market) * _yearly(first, copied, sold.size)

    steps = 1e-5 * np.eye(3)
    slopes = np.column_stack([(curve(place + step) - curve(place - step)) / 2e-5 for step in steps]) / sold.max()
    misses = (sold - curve(place)) / sold.max()
    variance = float(misses @ misses) / (sold.size - 3)
    seen = slopes.T @ slopes
    errors = np.full(3, np.inf) if np.linalg.cond(seen) > 1e14 else np.sqrt(variance * np.diag(np.linalg.inv(seen)))
    return pd.Series(errors, index=["innovation", "imitation", "market_size"], name="error")


def _settled(
    misses: Callable[[npt.NDArray[Any]], npt.NDArray[Any]],
    place: npt.NDArray[np.float64],
    free: npt.NDArray[np.bool_],
) -> npt.NDArray[np.float64]:
    """Return the place nearby where the slope of the sum of squares is 0.

    A search that compares sums knows the place to half the digits only, and on a flat floor each processor stops at one
    of its own. The slopes are exact, by a step into the complex numbers.
    """
    from scipy.optimize import root

    steps = 1e-20j * np.eye(place.size)[free]

    def slope(inside: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        at = place.copy()
        at[free] = inside
        return np.array([misses(at + step).imag @ misses(at) for step in steps]) * 1e20

    found = root(slope, place[free], tol=1e-13).x if free.any() else place[free]
    settled = place.copy()
    settled[free] = np.where(np.abs(found - place[free]).max(initial=0) < _NEARBY, found, place[free])
    return settled


def _reached(innovation: Any, imitation: Any, time: npt.NDArray[np.number[Any]]) -> npt.NDArray[Any]:
    """Return F(t); written with p below as well, so that a tiny p does not divide by zero."""
    left = np.exp(-(innovation + imitation) * time)
    reached: npt.NDArray[Any] = innovation * (1 - left) / (innovation + imitation * left)
    return reached


def _yearly(innovation: Any, imitation: Any, years: int) -> npt.NDArray[Any]:
    return np.diff(_reached(innovation, imitation, np.arange(years + 1)))


@lru_cache(maxsize=64)
def _grid(years: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return p and q at every place of a coarse grid, and the yearly shares there: one column each."""
    first, copied = (side.ravel() for side in np.meshgrid(_START_INNOVATION, _START_IMITATION))
    return first, copied, np.diff(_reached(first, copied, np.arange(years + 1)[:, None]), axis=0)


def _starts(sold: npt.NDArray[np.float64]) -> list[npt.NDArray[np.float64]]:
    """Return the three best places of the grid, as logarithms of p, q and m; m is the best one at its place."""
    first, copied, shares = _grid(sold.size)
    market = np.clip(sold @ shares / (shares**2).sum(axis=0), sold.sum() / 5, LARGEST_MARKET * sold.sum())
    squares = ((sold[:, None] - market * shares) ** 2).sum(axis=0)
    return [np.log([first[place], copied[place], market[place]]) for place in np.argsort(squares, kind="stable")[:3]]


def _start_with_market(sold: npt.NDArray[np.float64], market: float) -> npt.NDArray[np.float64]:
    first, copied, shares = _grid(sold.size)
    place = int(((sold[:, None] - market * shares) ** 2).sum(axis=0).argmin())
    return np.log([first[place], copied[place]])


def _sold(sales: Iterable[float]) -> npt.NDArray[np.float64]:
    sold = numbers("sales", sales, minimum=0)
    if sold.size < FEWEST_YEARS or sold.sum() == 0:
        raise InputError(f"sales must be those of at least {FEWEST_YEARS} years, and not all 0.")
    return sold
