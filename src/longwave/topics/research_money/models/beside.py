"""Money that stands beside a federal dollar, and how much of it the dollar can be said to bring."""

import math
from collections.abc import Iterable

import numpy as np
import pandas as pd
from scipy import stats

from longwave.checks import InputError, number, positive_number
from longwave.topics.talent.models.lags import effective_sample

FEWEST = 4


def brought(others: float, federal: float, anyway: float) -> float:
    """Return the dollars of others that a federal dollar brings on average, if some would have come without any.

        R = others / federal,   b = R (1 − s)

    `others` and `federal` are above 0, in one unit. `anyway` is s: what others would have spent on the same research
    without the federal money, as a share of what they do spend. It is 0 if the federal dollar brought all, 1 if it
    brought nothing, and above 1 if others would have spent *more*: then b is negative, and the dollar crowds out.

    Our own construction.

    >>> brought(300, 100, 0.5)
    1.5
    """
    ratio = positive_number("others", others) / positive_number("federal", federal)
    return ratio * (1 - number("anyway", anyway))


def brought_by_response(others: float, federal: float, response: float) -> float:
    """Return what the *next* dollar brings, from the per cent by which others' money moves if federal moves by 1 %.

        ΔO / O = ε ΔF / F   so   c = ΔO / ΔF = ε R

    `brought` is an average over all federal money, this is at the margin: the two agree only if every dollar brings
    as much as the next.

    Source: the elasticity is how Moretti, Steinwender and Van Reenen (2025) state their result.

    >>> round(brought_by_response(300, 100, 0.5), 6)
    1.5
    """
    return number("response", response) * positive_number("others", others) / positive_number("federal", federal)


def divisor_share(federal: pd.Series, ratio: pd.Series, first: int, last: int) -> float:
    """Return the part of a rise of the ratio R = O / F between two years that comes from the fall of F.

        ln(R₂ / R₁) = ln(O₂ / O₁) − ln(F₂ / F₁),   part = −ln(F₂ / F₁) / ln(R₂ / R₁)

    Above 0.5 the divisor did more than others' money. It is below 0 if federal money rose as well.

    Our own construction.

    >>> round(divisor_share(pd.Series({1: 4.0, 2: 2.0}), pd.Series({1: 1.0, 2: 4.0}), 1, 2), 6)
    0.5
    """
    rise = math.log(ratio[last] / ratio[first])
    if not rise > 0:
        raise InputError("ratio must rise between first and last.")
    return -math.log(federal[last] / federal[first]) / rise


def real_changes(payers: pd.DataFrame, prices: pd.Series) -> pd.DataFrame:
    """Return yearly changes in logarithms, in real terms, of federal and business money for research.

    `payers` is the dataset research_payers; `prices` is a price level by year. Columns federal and business, a row a
    year from the second on.

    >>> years = pd.DataFrame({"year": [1, 2], "federal_million_usd": [1.0, 2.0], "business_million_usd": [1.0, 1.0]})
    >>> real_changes(years, pd.Series({1: 1.0, 2: 2.0})).round(2).to_dict("list")
    {'federal': [0.0], 'business': [-0.69]}
    """
    money = payers.set_index("year")[["federal_million_usd", "business_million_usd"]]
    money.columns = pd.Index(["federal", "business"])
    missing = [year for year in money.index if year not in prices.index]
    if missing:
        raise InputError(f"prices has no year {missing[0]}.")
    return money.div(prices[money.index], axis=0).transform(np.log).diff().dropna()


def response(changes: pd.DataFrame, lag: int = 0, without: Iterable[int] = ()) -> pd.Series:
    """Regress business changes on federal ones: years, what they are worth, r, two p, elasticity and its 95 % range.

        n′ = n (1 − ρ_F ρ_B) / (1 + ρ_F ρ_B),   at least 3, at most n

    ρ are the correlations of neighbouring years of either sum. Where both are above 0, n years tell no more than n′
    independent ones. "p alone" takes the years as independent; "p" and the range low to high count n′ of them.
    `changes` is what `real_changes` returns. With `lag` above 0 federal money goes first by so many years, below 0
    business does. `without` leaves out years of business money.

    Source: ordinary least squares and Student's t; n′ by Bartlett's formula for two series of first order.

    >>> frame = pd.DataFrame({"federal": [0, 1, 2, 3, 4.0], "business": [0, 2, 4, 6, 8.0]})
    >>> float(response(frame)["elasticity"])
    2.0
    """
    pairs = pd.DataFrame({"federal": changes["federal"].shift(int(lag)), "business": changes["business"]}).dropna()
    pairs = pairs.drop(index=[year for year in without if year in pairs.index])
    if len(pairs) < FEWEST:
        raise InputError(f"changes must leave at least {FEWEST} years.")
    line, worth = stats.linregress(pairs["federal"], pairs["business"]), _worth(pairs)
    error = line.stderr * math.sqrt((len(pairs) - 2) / (worth - 2))
    p = 2 * stats.t.sf(abs(line.slope) / error, worth - 2) if error > 0 else 0.0
    reach = stats.t.ppf(0.975, worth - 2) * error
    found = {"years": len(pairs), "worth": worth, "r": line.rvalue, "p alone": line.pvalue, "p": p}
    return pd.Series({**found, "elasticity": line.slope, "low": line.slope - reach, "high": line.slope + reach})


def _worth(pairs: pd.DataFrame) -> float:
    """Return how many independent years the pairs are worth, at least 3 so that a range exists."""
    return float(np.clip(effective_sample(pairs["federal"], pairs["business"]), 3, len(pairs)))


def anyway_at(others: float, federal: float, wanted: float = 1.0) -> float:
    """Return the share that must have come anyway for a federal dollar to bring exactly `wanted` dollars.

        b = w   at   s = 1 − w / R

    Our own construction.

    >>> anyway_at(200, 100)
    0.5
    """
    ratio = positive_number("others", others) / positive_number("federal", federal)
    return 1 - number("wanted", wanted) / ratio
