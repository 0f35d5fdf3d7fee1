"""Forecasts with the future hidden: which markets fit the years seen, what they promise, and how to score a range."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number
from longwave.topics.diffusion.models.bass import LARGEST_MARKET, bass, fit_bass, fit_bass_with_market

MARKETS_TRIED = 61
NEARLY = 1.25


def market_profile(sales: Iterable[float], ahead: int) -> pd.DataFrame:
    """Fit the Bass model with one market size after another, and with the best one.

    The sizes run from what has been sold to a hundred times as much. Where the error passes `NEARLY` times the least,
    between two of them, one more is tried, so that the range of `nearly_as_good` does not end a step too early.

    `sales` are those of each year seen, at least four; `ahead` (at least 1) is how many years after them the forecast
    looks. The result has a row for each market tried, with times_sold (the market over what has been sold), innovation,
    imitation, market_size, error (root of the mean squared error, units), forecast (units, in that one year) and added
    (units, in all years from the last one seen to that year).

    Our own construction, on the model of Bass (1969).

    >>> profile = market_profile(bass(0.03, 0.38, 100, periods=8)["adopters"], ahead=2)
    >>> best = profile.loc[profile["error"].idxmin()]
    >>> bool(90 < best["market_size"] < 110)
    True
    """
    sold = numbers("sales", sales, minimum=0)
    further = whole_number("ahead", ahead, minimum=1)
    best = fit_bass(sold)["market_size"] / sold.sum()
    tried = np.append(np.geomspace(1.0, LARGEST_MARKET, MARKETS_TRIED), best)
    profile = pd.DataFrame([_held(sold, float(times), further) for times in np.sort(tried)])
    passed = [_held(sold, times, further) for times in _passings(profile)]
    profile = pd.concat([profile, pd.DataFrame(passed)]).sort_values("times_sold", kind="stable")
    return profile.set_axis(pd.RangeIndex(1, len(profile) + 1))


def nearly_as_good(profile: pd.DataFrame, slack: float = NEARLY) -> pd.DataFrame:
    """Return the rows of a market profile whose error is at most `slack` (at least 1) times the least.

    The rule is ours and rough: it says how far the years seen leave the market open, and is no confidence interval.

    Our own construction.

    >>> nearly_as_good(pd.DataFrame({"error": [3.0, 2.0, 2.4]})).index.tolist()
    [1, 2]
    """
    allowed = number("slack", slack, minimum=1)
    kept: pd.DataFrame = profile[profile["error"] <= allowed * profile["error"].min()]
    return kept


def hidden_futures(sales: Iterable[float], ahead: int, first: int = 5, slack: float = NEARLY) -> pd.DataFrame:
    """Forecast a record again and again, each time with the years after some year hidden, and look at what came.

    `sales` are those of each year. The forecasts begin with `first` years seen (at least four) and end `ahead` years
    before the last year. The result is indexed by the years seen, with low and high (the range of the forecasts that
    `nearly_as_good` keeps), outcome (what was sold), all in units, and caught (whether the range holds it).

    Our own construction, on the model of Bass (1969).

    >>> hidden_futures([96, 195, 238, 380, 1045, 1230, 1267, 1828], ahead=3)["caught"].to_dict()
    {5: True}
    """
    sold = numbers("sales", sales, minimum=0)
    further = whole_number("ahead", ahead, minimum=1)
    start = whole_number("first", first, minimum=4, maximum=sold.size - further)
    rows = {}
    for seen in range(start, sold.size - further + 1):
        kept = nearly_as_good(market_profile(sold[:seen], further), slack)["forecast"]
        low, high, outcome = kept.min(), kept.max(), sold[seen + further - 1]
        rows[seen] = {"low": low, "high": high, "outcome": outcome, "caught": bool(low <= outcome <= high)}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("seen")


def _held(sold: npt.NDArray[np.float64], times: float, ahead: int) -> dict[str, float]:
    """Return the fit with a market of so many times what has been sold, and what it promises."""
    fit = dict(_fit_once(tuple(sold), times))
    curve = bass(fit["innovation"], fit["imitation"], fit["market_size"], sold.size + ahead)["adopters"]
    later = curve.iloc[sold.size :]
    return {"times_sold": times, **fit, "forecast": float(later.iloc[-1]), "added": float(later.sum())}


@lru_cache(maxsize=8192)
def _fit_once(sold: tuple[float, ...], times: float) -> tuple[tuple[str, float], ...]:
    """Return a fit, which is the same however far the forecast looks and however wide its range is."""
    fit = fit_bass_with_market(sold, times * float(np.sum(sold)))
    return tuple((str(name), float(value)) for name, value in fit.items())


def _passings(profile: pd.DataFrame) -> list[float]:
    """Return the markets at which the error passes `NEARLY` times the least, on a straight line in logarithms."""
    logs, over = np.log(profile["times_sold"].to_numpy()), profile["error"].to_numpy()
    over = over - NEARLY * over.min()
    return [
        float(np.exp(logs[place] + (logs[place + 1] - logs[place]) * over[place] / (over[place] - over[place + 1])))
        for place in np.flatnonzero((over[:-1] > 0) != (over[1:] > 0))
    ]


def interval_score(low: float, high: float, outcome: float, alpha: float = 0.2) -> float:
    """Score a range that should hold the outcome with a chance of 1 − α; the lower, the better.

        (u − l) + (2/α) · (l − x) if x < l + (2/α) · (x − u) if x > u

    `low` (l), `high` (u ≥ l) and `outcome` (x) are in one unit, which is that of the score. You pay for the width, and
    2/α times for what you miss by. On average the score is least if you give your honest quantiles.

    Source: Gneiting and Raftery (2007).

    >>> interval_score(10, 20, outcome=15), interval_score(10, 20, outcome=23)
    (10.0, 40.0)
    """
    bottom, top, found = number("low", low), number("high", high), number("outcome", outcome)
    level = number("alpha", alpha, minimum=0, maximum=1)
    if level == 0 or bottom > top:
        raise InputError("low must not be above high, and alpha must be above 0.")
    return top - bottom + 2 / level * (max(bottom - found, 0.0) + max(found - top, 0.0))


def log_score(low: float, high: float, outcome: float, alpha: float = 0.2) -> float:
    """Score a range in logarithms: its ends and the outcome by their ratios, so that unlike sizes can be averaged.

    The arguments are as in `interval_score`, all above 0. A range whose high end is twice the low one costs 0.69; an
    outcome twice as large as the high end costs 6.9 more, whatever the unit.

    Source: Gneiting and Raftery (2007), applied to logarithms.

    >>> round(log_score(10, 20, outcome=15), 2), round(log_score(10, 20, outcome=40), 2)
    (0.69, 7.62)
    """
    values = [number(name, value, minimum=0) for name, value in (("low", low), ("high", high), ("outcome", outcome))]
    if min(values) == 0:
        raise InputError("low, high and outcome must be above 0.")
    bottom, top, found = (float(np.log(value)) for value in values)
    return interval_score(bottom, top, found, alpha)
