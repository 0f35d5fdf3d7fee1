"""Profiting from innovation: a formalisation, ours, of Teece (1986), who gives no equations.

An innovator owns know-how and no factory. The product is worth V to its only seller, and making it takes a
complementary asset that k holders own. Appropriability alpha is the chance that nobody copies the know-how. Copied
know-how is free to all holders, who then compete in quantities. Patents that one product needs at once are the mirror
image of that competition.
"""

import pandas as pd

from longwave.checks import InputError, number, whole_number
from longwave.topics.cooperative.models.game import MAXIMUM_PLAYERS, Game

_ROUNDING = 1e-9
MAP_STEPS = 10
MAP_HOLDERS = 5


def appropriation_game(holders: int, imitators: int = 0, value: float = 1.0) -> Game:
    """Build the game of an innovator, k holders of the complementary asset, and those who have copied.

        v(S) = V if S has somebody who knows (innovator or imitator) and at least one holder, else 0

    There is one market, so that two teams apart cannot both earn V. Hence with imitators and two or more holders
    the core is empty: the price falls, and `quantity_competition` takes over. The innovator's added value is 0 then.

    Args:
        holders: k, a whole number from 1.
        imitators: A whole number from 0; 0 means that the know-how is safe. At most 20 players in all.
        value: V, money, at least 0.

    Players are innovator, holder1, holder2, …, imitator1, …

    Source: after Teece (1986); the step to a game is ours, in the manner of MacDonald and Ryall (2004).

    >>> game = appropriation_game(holders=2, value=100)
    >>> game.value(["innovator", "holder2"]), game.value(["holder1", "holder2"])
    (100.0, 0.0)
    """
    holders = whole_number("holders", holders, minimum=1, maximum=MAXIMUM_PLAYERS - 1)
    imitators = whole_number("imitators", imitators, minimum=0, maximum=MAXIMUM_PLAYERS - 1 - holders)
    value = number("value", value, minimum=0)
    owners = [f"holder{i}" for i in range(1, holders + 1)]
    knowing = ["innovator", *(f"imitator{i}" for i in range(1, imitators + 1))]
    players = ["innovator", *owners, *knowing[1:]]
    return Game.from_function(players, lambda s: value * bool(s.intersection(owners) and s.intersection(knowing)))


def licensing_capture(appropriability: float, holders: int, value: float = 1.0) -> float:
    """Compute what an innovator without a factory expects to keep by licensing to a holder.

        alpha * V * s(k),   s(1) = 1/2,   s(k) = 1 for k >= 2

    s is the innovator's nucleolus share in `appropriation_game` while the know-how is safe: with two or more holders
    it is her only stable share. One holder leaves her any part from nothing to all, and s(1) is the middle, not a
    forecast. Copied know-how earns her nothing.

    Args:
        appropriability: alpha, a chance from 0 to 1.
        holders: k, a whole number of at least 1.
        value: V, money, at least 0.

    Source: after Teece (1986).

    >>> licensing_capture(0.5, holders=1, value=100)
    25.0
    """
    alpha = number("appropriability", appropriability, minimum=0, maximum=1)
    share = 0.5 if whole_number("holders", holders, minimum=1) == 1 else 1.0
    return alpha * share * number("value", value, minimum=0)


def integration_capture(appropriability: float, holders: int, asset_cost: float, value: float = 1.0) -> float:
    """Compute what an innovator expects to keep, net, if she builds the asset herself.

        alpha * V + (1 - alpha) * 4 V / (k + 2)**2 - F

    While the know-how is safe she sells alone. Once copied, she is one of k + 1 sellers (`quantity_competition`).

    Args:
        appropriability: alpha, a chance from 0 to 1.
        holders: k, the others who own the asset, a whole number of at least 1.
        asset_cost: F, what her own asset costs, money, at least 0.
        value: V, money, at least 0.

    The result is negative where building does not pay.

    Source: after Teece (1986).

    >>> integration_capture(0, holders=2, asset_cost=5, value=100)
    20.0
    """
    alpha = number("appropriability", appropriability, minimum=0, maximum=1)
    sellers = whole_number("holders", holders, minimum=1) + 1
    asset_cost = number("asset_cost", asset_cost, minimum=0)
    value = number("value", value, minimum=0)
    return alpha * value + (1 - alpha) * 4 * value / (sellers + 1) ** 2 - asset_cost


def teece_map(asset_cost: float, value: float = 1.0) -> pd.DataFrame:
    """Compare licensing with building one's own asset, over appropriability and the number of holders.

    The result has a row for each alpha of 0, 0.1, …, 1 and k of 1 to 5, and the columns appropriability, holders,
    licence, build, best (money, the larger of the two) and choice ("licence" or "build"; a tie is licence).

    Source: after Teece (1986).

    >>> rows = teece_map(asset_cost=5, value=100).query("appropriability == 0 and holders <= 2")
    >>> rows[["holders", "licence", "build", "choice"]].to_dict("records")[1]
    {'holders': 2, 'licence': 0.0, 'build': 20.0, 'choice': 'build'}
    """
    points = [(step / MAP_STEPS, k) for k in range(1, MAP_HOLDERS + 1) for step in range(MAP_STEPS + 1)]
    frame = pd.DataFrame(points, columns=["appropriability", "holders"])
    frame["licence"] = [licensing_capture(alpha, k, value) for alpha, k in points]
    frame["build"] = [integration_capture(alpha, k, asset_cost, value) for alpha, k in points]
    builds = frame["build"] > frame["licence"] + _ROUNDING * value
    frame["best"] = frame["build"].where(builds, frame["licence"])
    frame["choice"] = builds.map({True: "build", False: "licence"})
    return frame


def quantity_competition(sellers: int, highest_price: float = 20.0, cost: float = 0.0, slope: float = 1.0) -> pd.Series:
    """Compute the market of n sellers of the same product who choose quantities.

    With price = a - b Q and unit cost c, each seller earns

        (a - c)**2 / (b * (n + 1)**2)

    n counts the first seller too: one entrant makes n = 2, and leaves 4/9 of the only seller's profit.

    Args:
        sellers: n, a whole number of at least 1.
        highest_price: a, money per unit, above the cost.
        cost: c, money per unit, at least 0.
        slope: b, money per unit and unit, above 0.

    The result has price, quantity, income_each, income_all, user_surplus and lost: what a price equal to the cost
    would have made, and nobody has. With the default numbers a single seller earns 100.

    Source: Cournot (1838).

    >>> quantity_competition(sellers=1)[["price", "income_all", "user_surplus", "lost"]].tolist()
    [10.0, 100.0, 50.0, 50.0]
    """
    sellers = whole_number("sellers", sellers, minimum=1)
    return _market(sellers, sellers / (sellers + 1), highest_price, cost, slope)


def stacked_patents(patents: int, highest_price: float = 20.0, cost: float = 0.0, slope: float = 1.0) -> pd.Series:
    """Compute the market of a product that needs n patents at once, each with an owner who sets a royalty alone.

    With price = a - b Q, unit cost c and a competitive maker, who passes all royalties on, each owner earns

        (a - c)**2 / (b * (n + 1)**2)

    and together they earn 4 n / (n + 1)**2 of what a pool, one owner of all, would earn.

    Parameters and result are as in `quantity_competition`; the price holds the cost and all royalties.

    Sources: Cournot (1838), on complements; Shapiro (2001), on patents.

    >>> stacked_patents(patents=3)[["price", "income_each", "income_all"]].tolist()
    [15.0, 25.0, 75.0]
    """
    patents = whole_number("patents", patents, minimum=1)
    return _market(patents, 1 / (patents + 1), highest_price, cost, slope)


def _market(owners: int, served: float, highest_price: float, cost: float, slope: float) -> pd.Series:
    """Return who has what when `served` of the quantity is sold that a price equal to the cost would sell."""
    cost = number("cost", cost, minimum=0)
    margin = number("highest_price", highest_price, minimum=0) - cost
    slope = number("slope", slope, minimum=0)
    if margin <= 0 or slope == 0:
        raise InputError("highest_price must be above cost, and slope above 0: else there is no market.")
    whole = margin**2 / slope
    income = served * (1 - served) * whole
    return pd.Series(
        {
            "price": cost + (1 - served) * margin,
            "quantity": served * margin / slope,
            "income_each": income / owners,
            "income_all": income,
            "user_surplus": served**2 * whole / 2,
            "lost": (1 - served) ** 2 * whole / 2,
        }
    )


def expected_creation(appropriability: float, holders: int, research_cost: float, value: float = 1.0) -> float:
    """Compute the value to expect, for sellers and users together, if she invents only when licensing pays.

        0                                               if alpha * V * s(k) < R   (`licensing_capture`)
        alpha * 3/2 V + (1 - alpha) * 2 V * (1 - 1 / (k + 1)**2)        otherwise

    3/2 V is the profit of one seller and the surplus of her users, under linear demand; copied, the product has k
    sellers. The cost of research is not taken off.

    Args:
        appropriability: alpha, a chance from 0 to 1.
        holders: k, a whole number of at least 1.
        research_cost: R, money, at least 0.
        value: V, what the product earns its only seller, money, at least 0.

    Source: the trade-off is that of Nordhaus (1969); this form is ours.

    >>> expected_creation(0.2, holders=2, research_cost=30, value=100)
    0.0
    >>> expected_creation(1, holders=2, research_cost=30, value=100)
    150.0
    """
    kept = licensing_capture(appropriability, holders, value)
    if kept < number("research_cost", research_cost, minimum=0) - _ROUNDING * value:
        return 0.0
    copied = 2 * value * (1 - 1 / (holders + 1) ** 2)
    return float(appropriability * 1.5 * value + (1 - appropriability) * copied)
