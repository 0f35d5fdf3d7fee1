"""Two countries, each with one firm, sell to a third: what subsidies do to firms, treasuries and buyers."""

import math
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, positive_number, whole_number

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


def joint_subsidy(margin: float = 1.0, similarity: float = 1.0, compete: Compete = "quantities") -> float:
    """Compute the common subsidy that is best for the two countries together: it lets their firms act as one.

        quantities   s = −γ (a − c) / (2 (1 + γ));   prices   s = −γ (a − c) / 2

    It is a tax in both modes: together the two are a monopolist, and the buyers pay.

    >>> joint_subsidy()
    -0.25
    """
    size, same = _market(margin, similarity, compete)
    return -same * size / (2 * (1 + same) if compete == "quantities" else 2) + 0.0


def subsidy_answers(
    first: float,
    second: float,
    rounds: int,
    margin: float = 1.0,
    similarity: float = 1.0,
    compete: Compete = "quantities",
) -> pd.DataFrame:
    """Follow two countries that answer each other in turn, country 2 first, each by its best subsidy.

    Returns the columns round (from 0, where both are at first), subsidy_1 and subsidy_2.

    Our own construction: the game of Brander and Spencer (1985), played in turns.

    >>> subsidy_answers(0.25, 0, 2).round(4).to_dict("list")
    {'round': [0, 1, 2], 'subsidy_1': [0.25, 0.25, 0.2031], 'subsidy_2': [0.0, 0.1875, 0.1875]}
    """
    pair = [number("first", first), number("second", second)]
    path = [(0, *pair)]
    for turn in range(1, whole_number("rounds", rounds, minimum=0) + 1):
        mover = turn % 2
        pair[mover] = best_subsidy(pair[1 - mover], margin, similarity, compete)
        path.append((turn, *pair))
    return pd.DataFrame(path, columns=["round", "subsidy_1", "subsidy_2"])


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


def least_cap(caught: float, margin: float = 1.0) -> float:
    """Compute the lowest cap on subsidies that holds when a breach is found with the chance `caught`.

        k = (a − c) · (1 − 2.24 π) / (5 + 3.2 π), at least 0

    The fine is as high as it can be: what the treaty is worth, since a member who must pay more walks out. One good,
    firms set quantities. `caught` is π, above 0 and at most 1; `margin` is a − c. Our own construction.

    >>> least_cap(0.5), round(least_cap(0.3), 3)
    (0.0, 0.055)
    """
    chance = number("caught", positive_number("caught", caught), maximum=1)
    return max(0.0, positive_number("margin", margin) * (1 - 2.24 * chance) / (5 + 3.2 * chance))


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
