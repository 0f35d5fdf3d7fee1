"""A base with two sides, factories and makers of applications: who is charged what, by owner."""

import pandas as pd

from longwave.checks import InputError, number
from longwave.topics.platforms.models.platforms import rochet_tirole_prices

FACTORIES = 100.0
OWNERS = ("private", "each side its half", "cost, split for most deals")


def two_sided_base(owner: str, cost: float, makers: float, factories: float = FACTORIES) -> pd.Series:
    """Compute the prices and the deals of a base with two sides.

        deals = (v_F − p_F) · (v_M − p_M)
        private                      best for the base (Rochet and Tirole)
        each side its half           p_F = p_M = c / 2
        cost, split for most deals   p_F + p_M = c,   p_F = (v_F − v_M + c) / 2

    Args:
        owner: "private"; "each side its half"; or "cost, split for most deals". The last two cover the cost, no more.
        cost: c, what a deal costs the base, money, at least 0 and below v_F + v_M.
        makers: v_M, the price at which the last maker of applications leaves, money a deal, above 0.
        factories: v_F, the same of factories.

    Returns:
        price_factories, price_makers (money a deal; negative: the side is paid), deals (pairs), profit, users (what
        both sides gain above their prices) and all (users and profit), money.

    Raises:
        InputError: A number is out of range, or the owner is another word.

    Source: Rochet and Tirole (2003) for the private base; the public rules are our own construction.

    >>> two_sided_base("private", 20, makers=20).round(1).tolist()
    [66.7, -13.3, 1111.1, 37037.0, 37037.0, 74074.1]
    >>> two_sided_base("cost, split for most deals", 20, makers=20).tolist()
    [50.0, -30.0, 2500.0, 0.0, 125000.0, 125000.0]
    """
    private = rochet_tirole_prices(cost, (factories, makers))
    if owner == "private":
        found = private[["price_buyer", "price_seller", "deals", "profit"]].tolist()
        return _named(found[0], found[1], found[2], found[3], factories + makers, owner)
    if owner not in OWNERS:
        raise InputError(f"owner must be one of {', '.join(OWNERS)}, not {owner!r}.")
    spent = number("cost", cost, minimum=0)
    first = spent / 2 if owner == "each side its half" else (factories - makers + spent) / 2
    second = spent - first
    deals = max(0.0, factories - first) * max(0.0, makers - second)
    return _named(first, second, deals, 0.0, factories + makers, owner)


def _named(first: float, second: float, deals: float, profit: float, most: float, owner: str) -> pd.Series:
    users = deals * (most - first - second) / 2
    values = {"price_factories": first, "price_makers": second, "deals": deals, "profit": profit}
    return pd.Series({**values, "users": users, "all": users + profit}, name=owner)
