"""Two countries, each with one firm, sell to a third: what subsidies do to firms, treasuries and buyers."""

import math
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, positive_number

Compete = Literal["quantities", "prices"]
MODES = ("quantities", "prices")


def subsidy_game(
    first: float, second: float, margin: float = 1.0, similarity: float = 1.0, compete: Compete = "quantities"
) -> pd.Series:
    """Compute who earns what when two governments pay their firms a subsidy on each unit sold to a third country.

        price of good i    p_i = a − q_i − γ q_j
        profit             (p_i − c + s_i) · q_i
        welfare            profit − s_i · q_i

    `first` and `second` are the subsidies s₁ and s₂, money a unit; below 0 they are taxes. `margin` is a − c (above 0),
    `similarity` is γ from 0 (two unrelated goods) to 1 (one good). Firms set "quantities", or "prices" if γ < 1. At
    home nobody buys, so all of a country's gain is profit less what its treasury paid.

    Returns quantity, price (above cost), profit, paid and welfare of each country, as quantity_1, quantity_2 and so on,
    the surplus of the buyers, and the world: both welfares and the buyers. Raises InputError where a firm would sell
    nothing.

    Sources: Brander and Spencer (1985) for quantities, Eaton and Grossman (1986) for prices; linear demand.

    >>> subsidy_game(0.25, 0).round(4)[["profit_1", "paid_1", "welfare_1", "welfare_2"]].tolist()
    [0.25, 0.125, 0.125, 0.0625]
    """
    given = np.array([number("first", first), number("second", second)])
    size, same = _market(margin, similarity, compete)
    quantity, price = _outcome(given, size, same, compete)
    if (quantity < -1e-12).any():
        raise InputError(f"with these subsidies firm {int(np.argmin(quantity)) + 1} would sell nothing.")
    profit, paid = (price + given) * quantity, given * quantity
    parts = {"quantity": quantity, "price": price, "profit": profit, "paid": paid, "welfare": profit - paid}
    values = {f"{name}_{country + 1}": pair[country] for name, pair in parts.items() for country in (0, 1)}
    values["buyers"] = (quantity @ quantity) / 2 + same * quantity.prod()
    values["world"] = values["welfare_1"] + values["welfare_2"] + values["buyers"]
    return pd.Series(values, name="money")


def best_subsidy(other: float, margin: float = 1.0, similarity: float = 1.0, compete: Compete = "quantities") -> float:
    """Compute the subsidy that is best for a country's welfare, given the other country's; below 0 it is a tax.

        quantities   s = γ² · ((2 − γ)(a − c) − γ t) / (4 (2 − γ²)),   with one good (a − c − t) / 4
        prices       s = −γ² · ((2 + γ)(1 − γ)(a − c) − γ t) / (4 (2 − γ²))

    `other` is t, the other country's subsidy; the rest as in `subsidy_game`.

    Sources: Brander and Spencer (1985); Eaton and Grossman (1986). The sign turns with the mode of competition.

    >>> best_subsidy(0), best_subsidy(0.2)
    (0.25, 0.2)
    """
    theirs, (size, same) = number("other", other), _market(margin, similarity, compete)
    sign, reach = (1, 2 - same) if compete == "quantities" else (-1, (2 + same) * (1 - same))
    return sign * same**2 * (reach * size - same * theirs) / (4 * (2 - same**2)) + 0.0


def equilibrium_subsidy(margin: float = 1.0, similarity: float = 1.0, compete: Compete = "quantities") -> float:
    """Compute the subsidy of both countries at which neither would change its own: each is best against the other.

    With one good and quantities it is (a − c) / 5.

    Sources: Brander and Spencer (1985); Eaton and Grossman (1986).

    >>> round(equilibrium_subsidy(), 12)
    0.2
    """
    start, step = (best_subsidy(other, margin, similarity, compete) for other in (0, 1))
    return start / (1 - (step - start))


def treaty(cap: float, margin: float = 1.0, similarity: float = 1.0, compete: Compete = "quantities") -> pd.Series:
    """Compute what a treaty that caps both subsidies is worth to a member, and what breaking it once would bring.

        worth       W(k, k) − W(s*, s*)
        temptation  W(b(k), k) − W(k, k)

    `cap` is k, the subsidy that both pay; b(k) is the best subsidy against it, s* the subsidy of both without a treaty,
    W the welfare. Returns kept, broken, without, worth, temptation. If a breach is fined by f and found with the chance
    π, a member keeps the treaty if π f ≥ temptation, and stays in it, paying the fine, if f ≤ worth.

    Our own construction on the game of Brander and Spencer (1985).

    >>> treaty(0).round(4).tolist()
    [0.1111, 0.125, 0.08, 0.0311, 0.0139]
    """
    market = margin, similarity, compete
    agreed, alone = number("cap", cap), equilibrium_subsidy(*market)
    pairs = [(agreed, agreed), (best_subsidy(agreed, *market), agreed), (alone, alone)]
    kept, broken, without = (float(subsidy_game(one, other, *market)["welfare_1"]) for one, other in pairs)
    values = {"kept": kept, "broken": broken, "without": without, "worth": kept - without, "temptation": broken - kept}
    return pd.Series(values, name="welfare")


def least_patience(
    cap: float = 0.0, margin: float = 1.0, similarity: float = 1.0, compete: Compete = "quantities"
) -> float:
    """Compute how much a country must value next year for a treaty to hold with no fine, if a breach ends it for ever.

        δ = temptation / (temptation + worth)

    δ is what one unit of welfare next year is worth today, from 0 to 1. Infinite if the treaty is worth nothing.

    Source: Friedman (1971) for the threat to return to the one-shot equilibrium for ever.

    >>> round(least_patience(), 4) == round(25 / 81, 4)
    True
    """
    terms = treaty(cap, margin, similarity, compete)
    if terms["worth"] <= 0:
        return math.inf
    return float(terms["temptation"] / (terms["temptation"] + terms["worth"]))


def least_detection(
    patience: float = 0.0,
    seen_later: bool = False,
    cap: float = 0.0,
    margin: float = 1.0,
    similarity: float = 1.0,
    compete: Compete = "quantities",
) -> float:
    """Compute the share of breaches that inspectors must find within the year for a treaty to hold.

        nobody else ever sees a breach     π ≥ (1 − δ) T / W
        everybody sees it a year later     π ≥ T / W − δ / (1 − δ), at least 0

    δ is `patience`, what one unit next year is worth today (0 to below 1). T is the temptation and W the worth of the
    treaty in a year. A member who is found pays the largest fine that it would rather pay than leave: W / (1 − δ), what
    the treaty is worth from now on. With `seen_later` the breach also ends the treaty after a year if it was not found.
    Above 1 no inspection is enough; infinite if the treaty is worth nothing. One horizon for fine and for punishment.

    Our own construction on the game of Brander and Spencer (1985), with the punishment of Friedman (1971).

    >>> [round(100 * least_detection(delta), 2) for delta in (0, 0.2, 0.3)]
    [44.64, 35.71, 31.25]
    >>> least_detection(25 / 81, seen_later=True) < 1e-12
    True
    """
    delta = number("patience", patience, minimum=0)
    if delta >= 1:
        raise InputError("patience must be below 1.")
    terms = treaty(cap, margin, similarity, compete)
    if terms["worth"] <= 0:
        return math.inf
    ratio = float(terms["temptation"] / terms["worth"])
    return max(0.0, ratio - delta / (1 - delta)) if seen_later else (1 - delta) * ratio


def _market(margin: float, similarity: float, compete: Compete) -> tuple[float, float]:
    if compete not in MODES:
        raise InputError(f"compete must be one of {', '.join(MODES)}, not {compete!r}.")
    same = number("similarity", similarity, minimum=0, maximum=1)
    if compete == "prices" and same == 1:
        raise InputError("similarity must be below 1 when firms set prices: with one good no profit is left.")
    return positive_number("margin", margin), same


def _outcome(
    given: npt.NDArray[np.float64], size: float, same: float, compete: Compete
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return both firms' quantities, and their prices above cost, at the firms' equilibrium."""
    others = given[::-1]
    if compete == "quantities":
        quantity = ((2 - same) * size + 2 * given - same * others) / (4 - same**2)
        return quantity, size - quantity - same * quantity[::-1]
    price = ((2 + same) * (1 - same) * size - 2 * given - same * others) / (4 - same**2)
    return (price + given) / (1 - same**2), price
