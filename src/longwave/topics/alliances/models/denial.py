"""Several suppliers, one buyer: who must join for a denial to work, and what an announced date costs."""

from collections.abc import Mapping
from itertools import combinations

import pandas as pd

from longwave.checks import InputError, number, positive_number


def least_penalty(reach: float, value: float, market: float = 100.0) -> float:
    """Compute what staying out must cost a supplier before it joins a denial that all others have joined.

        joins if  D + P ≥ k M,   so  P* = max(0, k M − D)

    `reach` is k, the share of the market (0 to 1) that it could serve if it alone still sold; `value` is D, what the
    denial is worth to its government (≥ 0); `market` is M (> 0), the profit of the whole market, all money a year. P is
    what an outsider loses otherwise, such as parts from the others.

    Our own construction, after the problem of the last owner who must sell.

    >>> least_penalty(1, 30), least_penalty(0.4, 50)
    (70.0, 0.0)
    """
    gain = number("reach", reach, minimum=0, maximum=1) * positive_number("market", market)
    return max(0.0, gain - number("value", value, minimum=0))


def stable_clubs(
    share: Mapping[str, float],
    value: Mapping[str, float],
    reach: Mapping[str, float],
    penalty: Mapping[str, float],
    market: float = 100.0,
    always: bool = False,
) -> pd.Series:
    """Tell for each possible club of suppliers whether nobody inside would leave it, and nobody outside join.

        in, and all others in       D
        in, and somebody out        0: the denial does not work
        out, and all others in      k M − P
        out, and somebody else out  s M, less P if `always`

    By country: `share` is s, its share of sales as long as all sell (the shares add up to 1); `value` D, `reach` k and
    `penalty` P as in `least_penalty`. An outsider is punished only by a club of all others, or, with `always`,
    whoever else is in.

    Returns True or False for each of the 2ⁿ clubs, from "all" to "nobody"; a supplier that gains nothing by a change
    stays where it is. Our own construction.

    >>> money, half = {"A": 60, "B": 60}, {"A": 0.5, "B": 0.5}
    >>> stable_clubs(half, money, {"A": 1, "B": 1}, {"A": 50, "B": 50}).to_dict()
    {'all': True, 'A': False, 'B': False, 'nobody': True}
    """
    if abs(sum(share.values()) - 1) > 1e-9:
        raise InputError("share must add up to 1.")
    size, names = positive_number("market", market), list(share)

    def payoff(country: str, members: frozenset[str]) -> float:
        others = members - {country}
        full = len(others) == len(names) - 1
        if country in members:
            return value[country] if full else 0.0
        if full:
            return number("reach", reach[country], minimum=0, maximum=1) * size - penalty[country]
        return share[country] * size - (penalty[country] if always else 0)

    clubs = [frozenset(group) for many in range(len(names), -1, -1) for group in combinations(names, many)]
    holds = [all(payoff(name, club) >= payoff(name, club ^ {name}) for name in names) for club in clubs]
    words = ["all", *(" + ".join(name for name in names if name in club) for club in clubs[1:-1]), "nobody"]
    return pd.Series(holds, index=pd.Index(words, name="in the club"), name="holds")


def denied_years(lead: float, gap: float, pace: float = 1.0, share: float = 1.0, filled: float = 1.0) -> pd.Series:
    """Compute how many years of supply a buyer is denied by each way to act, before it makes the good itself.

        all at once                                    L
        all together, at a date announced g before     max(0, L − r g)
        one supplier alone, now                        A = s (1 − f) L
        one now, and all from the date                 A + (1 − s (1 − f)) max(0, L − r g)

    `lead` is L, the years until the buyer makes the good itself, counted from today (> 0); `gap` is g, the years from
    the announcement to the date, which the club cannot shorten (≥ 0); `pace` is r (≥ 1), purchases in the gap as a
    multiple of their normal pace: g of the years go by, and (r − 1) g more are bought ahead. `share` is s, what the
    lone supplier sold, and `filled` is f, the part of it that the others fill in (both 0 to 1). In the last row the
    part s (1 − f) is closed from today, so that only the rest is bought, and bought ahead, until the date.

    Our own construction.

    >>> denied_years(4, 0.5, 2, share=0.5, filled=0.6).round(2).tolist()
    [4.0, 3.0, 0.8, 3.2]
    """
    years, wait = positive_number("lead", lead), number("gap", gap, minimum=0)
    closed = number("share", share, minimum=0, maximum=1) * (1 - number("filled", filled, minimum=0, maximum=1))
    together, alone = max(0.0, years - number("pace", pace, minimum=1) * wait), closed * years
    both = alone + (1 - closed) * together
    return pd.Series(
        {"all at once": years, "announced": together, "alone": alone, "alone, then all": both}, name="years denied"
    )


def longest_gap(lead: float, pace: float = 1.0, share: float = 1.0, filled: float = 1.0) -> float:
    """Compute the gap, in years, up to which a club that announces a date denies more than one supplier alone.

        g* = L · (1 − s (1 − f)) / r

    The parameters are those of `denied_years`.

    >>> round(longest_gap(4, 2, share=0.5, filled=0.6), 2)
    1.6
    """
    alone = denied_years(lead, 0, pace, share, filled)["alone"]
    return float((lead - alone) / pace)


def turning_pace(lead: float, gap: float, share: float = 1.0, filled: float = 1.0) -> float:
    """Compute the pace of buying from which on one supplier alone denies more than a club that announces a date.

        r* = L · (1 − s (1 − f)) / g

    The parameters are those of `denied_years`, with a gap above 0. Below 1 acting alone is better at any pace.

    >>> turning_pace(4, 0.5, share=0.5, filled=0.5)
    6.0
    """
    alone = denied_years(lead, 0, 1, share, filled)["alone"]
    return float((lead - alone) / positive_number("gap", gap))


def purchase_pace(bought: float, months: float, planned: float) -> float:
    """Compute the pace of purchases as a multiple of the plan: bought in `months`, against a plan for twelve.

        r = (bought / months) / (planned / 12)

    >>> round(purchase_pace(2.58, 7, 2.36), 2)
    1.87
    """
    monthly = positive_number("bought", bought) / positive_number("months", months)
    return monthly / (positive_number("planned", planned) / 12)
