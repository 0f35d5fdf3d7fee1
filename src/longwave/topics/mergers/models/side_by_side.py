"""Firms that make the same good: who gains when some of them become one, and which saving makes it good for whom."""

import pandas as pd

from longwave.checks import InputError, number, whole_number

HIGHEST_PRICE, COST = 100.0, 20.0  # of the lesson's example


def side_merger(
    firms: int, merging: int, saving: float = 0, highest_price: float = HIGHEST_PRICE, cost: float = COST
) -> pd.Series:
    """Compute what happens when `merging` of `firms` equal firms that choose quantities become one.

        R = a − c,   k = n − m + 1,   merged: q = (R + k s) / (k + 1),   outsider: q = (R − s) / (k + 1)

    Demand is a − Q, and a unit costs c, or c − s in the merged firm. A firm's profit is its quantity squared.

    Args:
        firms: n, at least 2.
        merging: m, from 2 to n.
        saving: s, money a unit, from 0 to the smaller of c and a − c.
        highest_price: a, money a unit, above the cost.
        cost: c, money a unit, at least 0.

    Returns:
        price_before and price_after; together_before and together_after, the profit of those that merge; gain, its
        change in per cent; outsider_gain, the change of another firm's profit in per cent (0 where none is left);
        index_before, the Herfindahl index; index_summed, with the old shares added up; index_after, with the new ones.

    Raises:
        InputError: A number is out of range.

    Source: Salant, Switzer and Reynolds (1983); the saving is ours.

    >>> side_merger(5, 3)[["gain", "index_before", "index_summed", "index_after"]].round(0).astype(int).tolist()
    [-25, 2000, 4400, 3333]
    """
    firms, merging = _counts(firms, merging)
    highest, unit_cost, margin = _margin(highest_price, cost)
    saved = number("saving", saving, minimum=0, maximum=min(unit_cost, margin))
    left = firms - merging + 1
    own, other = (margin + left * saved) / (left + 1), (margin - saved) / (left + 1)
    old = margin / (firms + 1)
    total = own + (left - 1) * other
    shares = [100 * own / total] + [100 * other / total] * (left - 1)
    found = {
        "price_before": highest - firms * old,
        "price_after": highest - total,
        "together_before": merging * old**2,
        "together_after": own**2,
        "gain": 100 * (own**2 / (merging * old**2) - 1),
        "outsider_gain": 100 * ((other / old) ** 2 - 1) if left > 1 else 0.0,
        "index_before": 1e4 / firms,
        "index_summed": (100 * merging / firms) ** 2 + (firms - merging) * (100 / firms) ** 2,
        "index_after": sum(share**2 for share in shares),
    }
    return pd.Series(found, name="side_merger")


def saving_needed(firms: int, merging: int) -> pd.DataFrame:
    """Return the saving from which on a merger pays those who merge, and from which on the price does not rise.

        for those who merge: s / R = (√m (k + 1) / (n + 1) − 1) / k, at least 0;   for buyers: s / R = (m − 1) / (n + 1)

    Args:
        firms: n, at least 2.
        merging: m, from 2 to n.

    Returns:
        Rows merging and buyers; columns of_range, a share of R = a − c, the highest price less the cost, and of_markup,
        a share of the markup before, which is R / (n + 1).

    Raises:
        InputError: A number is out of range.

    Source: computed from Salant, Switzer and Reynolds (1983). De Feo (2008) states the second row for two firms: the
    saving must exceed the markup.

    >>> saving_needed(5, 3).round(3).to_numpy().tolist()
    [[0.052, 0.309], [0.333, 2.0]]
    """
    firms, merging = _counts(firms, merging)
    left = firms - merging + 1
    pays = max(0.0, (merging**0.5 * (left + 1) / (firms + 1) - 1) / left)
    shares = pd.Series({"merging": pays, "buyers": (merging - 1) / (firms + 1)})
    return pd.DataFrame({"of_range": shares, "of_markup": shares * (firms + 1)})


def _counts(firms: int, merging: int) -> tuple[int, int]:
    """Return both counts, checked."""
    firms = whole_number("firms", firms, minimum=2)
    return firms, whole_number("merging", merging, minimum=2, maximum=firms)


def _margin(highest_price: float, cost: float) -> tuple[float, float, float]:
    """Return both numbers, checked, and what is between them."""
    unit_cost = number("cost", cost, minimum=0)
    highest = number("highest_price", highest_price, minimum=0)
    if highest <= unit_cost:
        raise InputError(f"highest_price must be above cost ({unit_cost:g}), not {highest:g}.")
    return highest, unit_cost, highest - unit_cost
