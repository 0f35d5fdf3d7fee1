"""Who owns what an invention needs: a formalisation, ours, of Teece (1986), who gives no equations.

An innovator owns know-how and lacks something else, such as a factory or mechanics. The product is worth V to its only
seller, and selling it takes this complementary asset, which k holders own. Appropriability alpha is the chance that
nobody copies the know-how. Copied know-how is free to all holders, who then compete in quantities.
"""

import math

import pandas as pd

from longwave.checks import number, whole_number
from longwave.topics.cooperative.models.game import MAXIMUM_PLAYERS, Game

RIGHT_STEPS = 100


def appropriation_game(holders: int, imitators: int = 0, value: float = 1.0) -> Game:
    """Build the game of an innovator, k holders of the complementary asset, and those who have copied.

        v(S) = V   if S has somebody who knows (innovator or imitator) and at least one holder
        v(S) = 0   otherwise

    There is one market, so that two teams apart cannot both earn V. Hence with imitators and two or more holders
    the core is empty: the price falls, and `quantity_competition` takes over. The innovator's added value is 0 then.

    Args:
        holders: k, a whole number from 1.
        imitators: A whole number from 0; 0 means that the know-how is safe. At most 20 players in all.
        value: V, money, at least 0.

    Players are innovator, holder1, holder2, …, imitator1, …

    Raises:
        InputError: A number is out of range.

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

    def worth(group: frozenset[str]) -> float:
        return 0.0 if group.isdisjoint(knowing) or group.isdisjoint(owners) else value

    return Game.from_function(["innovator", *owners, *knowing[1:]], worth)


def licensing_capture(appropriability: float, holders: int, value: float = 1.0) -> float:
    """Compute what an innovator without the asset expects to keep by licensing to a holder.

        alpha * V * s(k),   s(1) = 1/2,   s(k) = 1 for k >= 2

    s is the innovator's nucleolus share in `appropriation_game` while the know-how is safe: with two or more holders
    it is her only stable share. One holder leaves her any part from nothing to all, and s(1) is the middle, not a
    forecast. Copied know-how earns her nothing here, which is an assumption: a holder who has not copied might still
    pay her something. Each holder more is one firm more that may copy, so alpha may fall with k.

    Args:
        appropriability: alpha, a chance from 0 to 1.
        holders: k, a whole number of at least 1.
        value: V, money, at least 0.

    Raises:
        InputError: A number is out of range.

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

    She builds before she knows whether it will be copied. While the know-how is safe she sells alone. Once copied, she
    is one of k + 1 sellers (`quantity_competition`).

    Args:
        appropriability: alpha, a chance from 0 to 1.
        holders: k, the others who own the asset, a whole number of at least 1.
        asset_cost: F, what her own asset costs, money, at least 0.
        value: V, money, at least 0.

    The result is negative where building does not pay.

    Raises:
        InputError: A number is out of range.

    Source: after Teece (1986).

    >>> integration_capture(0, holders=2, asset_cost=5, value=100)
    20.0
    """
    alpha = number("appropriability", appropriability, minimum=0, maximum=1)
    sellers = whole_number("holders", holders, minimum=1) + 1
    asset_cost = number("asset_cost", asset_cost, minimum=0)
    value = number("value", value, minimum=0)
    return alpha * value + (1 - alpha) * 4 * value / (sellers + 1) ** 2 - asset_cost


def turning_right(holders: int, asset_cost: float, value: float = 1.0) -> float:
    """Find the appropriability at which an own asset and a licence leave the innovator the same.

        k >= 2:  (1 - alpha) * 4 V / (k + 2)**2 = F       her own asset is better below this alpha
        k = 1:   alpha * V / 2 + (1 - alpha) * 4 V / 9 = F   her own asset is better above it

    Args:
        holders: k, the others who own the asset, a whole number of at least 1.
        asset_cost: F, money, at least 0.
        value: V, money, above 0.

    Returns:
        alpha, from 0 to 1, or NaN where one of the two is better at every alpha.

    Raises:
        InputError: A number is out of range.

    Source: after Teece (1986); both lines are the difference of `integration_capture` and `licensing_capture`.

    >>> turning_right(holders=2, asset_cost=10, value=100)
    0.6
    """
    copied = integration_capture(0, holders, asset_cost, value) - licensing_capture(0, holders, value)
    safe = integration_capture(1, holders, asset_cost, value) - licensing_capture(1, holders, value)
    if copied == safe:
        return math.nan
    alpha = copied / (copied - safe)
    return round(alpha, 12) + 0.0 if 0 <= alpha <= 1 else math.nan


def own_or_licence(holders: int, asset_cost: float, value: float = 1.0) -> pd.DataFrame:
    """Compare a licence with an asset of one's own over all appropriabilities.

    The result has a row for each alpha of 0, 0.01, …, 1 and the columns appropriability, licence and own (money).
    `holders`, `asset_cost` and `value` are as in `integration_capture`.

    Source: after Teece (1986).

    >>> own_or_licence(holders=2, asset_cost=10, value=100).iloc[20].round(6).tolist()
    [0.2, 20.0, 30.0]
    """
    rights = [step / RIGHT_STEPS for step in range(RIGHT_STEPS + 1)]
    return pd.DataFrame(
        {
            "appropriability": rights,
            "licence": [licensing_capture(alpha, holders, value) for alpha in rights],
            "own": [integration_capture(alpha, holders, asset_cost, value) for alpha in rights],
        }
    )
