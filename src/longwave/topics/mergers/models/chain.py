"""One supplier and its buyers: the price that each kind of contract leads to, before they merge and after."""

import pandas as pd

from longwave.checks import InputError, number, whole_number

HIGHEST_PRICE, COST = 100.0, 20.0  # of the lesson's example
CONTRACTS = ("posted", "secret", "exclusive")


def chain_price(contract: str, buyers: int, highest_price: float = HIGHEST_PRICE, cost: float = COST) -> float:
    """Return the price in the shops while the supplier and its buyers are separate firms.

        posted: w = (a + c) / 2, p = (a + n w) / (n + 1);  secret: p = (a + n c) / (n + 1);  exclusive: p = (a + c) / 2

    Demand is q = a − p, and a unit costs c; the buyers add no cost. They choose quantities at the same time. `posted`:
    the supplier names one price w for a unit, and all see it. `secret`: it offers each buyer a quantity for a sum that
    the others do not see, and a buyer who gets another offer than he expected still believes the same of the others'
    (passive beliefs; if he thought that all got his own offer, the price would be that of `exclusive`).
    `exclusive`: it serves one buyer, for a quantity and a sum.

    Args:
        contract: One of `CONTRACTS`.
        buyers: n, at least 1.
        highest_price: a, money a unit, above the cost.
        cost: c, money a unit, at least 0.

    Returns:
        p, money a unit.

    Raises:
        InputError: An unknown contract, or a number out of range.

    Source: Spengler (1950) for `posted` with one buyer; Hart and Tirole (1990) for `secret`; Rey and Tirole (2007) for
    `exclusive` as a substitute for a merger.

    >>> chain_price("posted", 1), round(chain_price("secret", 2), 1)
    (80.0, 46.7)
    """
    if contract not in CONTRACTS:
        raise InputError(f"contract must be one of {', '.join(CONTRACTS)}, not {contract!r}.")
    buyers = whole_number("buyers", buyers, minimum=1)
    highest, unit_cost = _demand(highest_price, cost)
    alone = (highest + unit_cost) / 2
    if contract == "exclusive":
        return alone
    paid = alone if contract == "posted" else unit_cost
    return (highest + buyers * paid) / (buyers + 1)


def chain_merger(
    contract: str, buyers: int, highest_price: float = HIGHEST_PRICE, cost: float = COST, saving: float = 0
) -> pd.Series:
    """Compare a supplier and its buyers before and after it merges with one of them and serves no other.

        after = (a + c − s) / 2,   s* = max(0, a + c − 2 p)

    Args:
        contract: How they dealt before, one of `CONTRACTS`.
        buyers: n, buyers before, at least 1.
        highest_price: a, money a unit, above the cost.
        cost: c, money a unit, at least 0.
        saving: s, by how much the merger cuts the cost of a unit, from 0 to the cost.

    Returns:
        before and after, the prices; change, per cent of the price before; profit_before and profit_after, of the whole
        chain, in money; and saving_needed, s*, from which on the price does not rise, money a unit.

    Raises:
        InputError: An unknown contract, or a number out of range.

    Source: Spengler (1950); Hart and Tirole (1990). That the merged firm serves no other buyer is best for it here,
    since each unit that another sells lowers what its own bring.

    >>> chain_merger("posted", 1)[["before", "after", "profit_before", "profit_after"]].tolist()
    [80.0, 60.0, 1200.0, 1600.0]
    """
    before = chain_price(contract, buyers, highest_price, cost)
    highest, unit_cost = _demand(highest_price, cost)
    saved = number("saving", saving, minimum=0, maximum=unit_cost)
    after = (highest + unit_cost - saved) / 2
    found = {
        "before": before,
        "after": after,
        "change": 100 * (after / before - 1),
        "profit_before": (before - unit_cost) * (highest - before),
        "profit_after": (after - unit_cost + saved) * (highest - after),
        "saving_needed": max(0.0, highest + unit_cost - 2 * before),
    }
    return pd.Series(found, name=contract)


def _demand(highest_price: float, cost: float) -> tuple[float, float]:
    """Return both numbers, checked."""
    unit_cost = number("cost", cost, minimum=0)
    highest = number("highest_price", highest_price, minimum=0)
    if highest <= unit_cost:
        raise InputError(f"highest_price must be above cost ({unit_cost:g}), not {highest:g}.")
    return highest, unit_cost
