"""Games from the literature, ready to solve."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number
from longwave.topics.cooperative.models.coalitions import subset_sums
from longwave.topics.cooperative.models.game import MAXIMUM_PLAYERS, Game

Amounts = Mapping[str, float] | pd.Series | Sequence[float]


def glove_game(left: int, right: int) -> Game:
    """Build the glove market: each player owns one glove, and a pair is worth 1.

        v(S) = min(left gloves in S, right gloves in S)

    Players are L1, L2, … and R1, R2, …; at least one of each, at most 20 in all.

    Source: Shapley and Shubik (1969).

    >>> glove_game(left=1, right=2).value(["L1", "R2"])
    1.0
    """
    left = whole_number("left", left, minimum=1, maximum=MAXIMUM_PLAYERS - 1)
    right = whole_number("right", right, minimum=1, maximum=MAXIMUM_PLAYERS - left)
    players = _numbered("L", left) + _numbered("R", right)
    lefts = subset_sums(np.repeat([1.0, 0.0], [left, right]))
    rights = subset_sums(np.repeat([0.0, 1.0], [left, right]))
    return Game(players, np.minimum(lefts, rights))


def card_game_as_game(black_cards: int, red_cards: int, pair_value: float = 100.0) -> Game:
    """Build the card game: one owner of all black cards, and each red card held by another player.

        v(S) = pair_value * min(black cards, red players in S) with the owner, else 0

    Players are owner, red1, red2, …; 1 to 19 red cards, money at least 0. `value.card_game` gives the value
    and the added values for any number of cards.

    Source: Brandenburger and Nalebuff (1997), "The Added-Value Theory of Business".

    >>> card_game_as_game(black_cards=2, red_cards=3).grand_value
    200.0
    """
    black = whole_number("black_cards", black_cards, minimum=0)
    red = whole_number("red_cards", red_cards, minimum=1, maximum=MAXIMUM_PLAYERS - 1)
    pair = number("pair_value", pair_value, minimum=0)
    reds = subset_sums(np.repeat([0.0, 1.0], [1, red]))
    values = pair * np.minimum(black, reds)
    values[0::2] = 0.0  # coalitions without the owner, who is bit 0
    return Game(("owner", *_numbered("red", red)), values)


def licensing_game(user_values: Amounts, licences: int) -> Game:
    """Build the game of an innovator who may license the innovation to a limited number of users.

        v(S) = the sum of the `licences` largest user values in S with the innovator, else 0

    Args:
        user_values: What the innovation is worth to each user, money, at least 0; 1 to 19 users.
        licences: How many users may have it, a whole number of at least 0.

    Players are innovator, user1, user2, …

    Source: after MacDonald and Ryall (2004): competition for something scarce guarantees capture.

    >>> game = licensing_game([10, 8], licences=1)
    >>> game.value(["innovator", "user2"]), game.grand_value
    (8.0, 10.0)
    """
    users, worth = _named_amounts("user_values", user_values, "user", MAXIMUM_PLAYERS - 1)
    licences = whole_number("licences", licences, minimum=0)
    members = np.arange(2 ** (len(users) + 1))
    served, values = np.zeros(members.size, dtype=np.intp), np.zeros(members.size)
    for user in np.argsort(-worth, kind="stable"):
        buys = (members >> (user + 1) & 1).astype(bool) & (served < licences)
        values[buys] += worth[user]
        served[buys] += 1
    values[0::2] = 0.0  # coalitions without the innovator, who is bit 0
    return Game(("innovator", *users), values)


def airport_cost_game(costs: Amounts) -> Game:
    """Build the airport game of charges: a runway long enough for all in the coalition.

        c(S) = max of the costs in S

    The result is a game of costs, so its solutions are charges. Costs in money, at least 0. Players are
    plane1, plane2, …, unless `costs` is a mapping by name.

    Source: Littlechild and Owen (1973).

    >>> airport_cost_game([8, 11, 13, 18]).value(["plane1", "plane3"])
    13.0
    """
    planes, amounts = _named_amounts("costs", costs, "plane", MAXIMUM_PLAYERS)
    return Game(planes, _largest_in_coalition(amounts), kind="cost")


def airport_game(costs: Amounts) -> Game:
    """Build the airport game of savings: what planes save by sharing one runway.

        v(S) = sum of the costs in S - max of the costs in S

    A plane's charge is its own cost less its saving. Costs and names as in `airport_cost_game`.

    Source: Littlechild and Owen (1973).

    >>> airport_game([8, 11, 13, 18]).value(["plane1", "plane3"])
    8.0
    """
    planes, amounts = _named_amounts("costs", costs, "plane", MAXIMUM_PLAYERS)
    return Game(planes, subset_sums(amounts) - _largest_in_coalition(amounts))


def bankruptcy_game(estate: float, claims: Amounts) -> Game:
    """Build the bankruptcy game: each coalition is worth what the others' claims leave of the estate.

        v(S) = max(0, estate - sum of the claims outside S)

    Estate and claims in money, at least 0; the claims sum to at least the estate. Players are creditor1,
    creditor2, …, unless `claims` is a mapping by name.

    Sources: O'Neill (1982); Aumann and Maschler (1985).

    >>> bankruptcy_game(300, [100, 200, 300]).value(["creditor2", "creditor3"])
    200.0
    """
    creditors, amounts = _named_amounts("claims", claims, "creditor", MAXIMUM_PLAYERS)
    estate = number("estate", estate, minimum=0)
    claimed = subset_sums(amounts)
    if estate > claimed[-1]:
        raise InputError(f"estate must be at most the sum of the claims, {claimed[-1]:g}, not {estate:g}.")
    # The claims outside S are those of the complement, which is at the mirrored position.
    return Game(creditors, np.maximum(0.0, estate - claimed[::-1]))


def weighted_voting_game(quota: float, weights: Amounts) -> Game:
    """Build a voting game: a coalition wins, and is worth 1, if its votes reach the quota.

    Args:
        quota: Votes needed, more than 0 and at most the sum of the weights.
        weights: Votes of each player, at least 0.

    Players are voter1, voter2, …, unless `weights` is a mapping by name.

    Source: Shapley and Shubik (1954).

    >>> weighted_voting_game(3, [2, 1, 1]).value(["voter1", "voter3"])
    1.0
    """
    voters, amounts = _named_amounts("weights", weights, "voter", MAXIMUM_PLAYERS)
    quota = number("quota", quota, minimum=0)
    votes = subset_sums(amounts)
    if not 0 < quota <= votes[-1]:
        raise InputError(f"quota must be more than 0 and at most the sum of the weights, {votes[-1]:g}, not {quota:g}.")
    # Votes such as 0.1 + 0.2 miss 0.3 by a rounding error; that must not lose an election.
    return Game(voters, (votes >= quota - 1e-12 * votes[-1]).astype(float))


def _largest_in_coalition(costs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    largest = np.zeros(2**costs.size)
    for i, cost in enumerate(costs):
        np.maximum(largest[: 1 << i], cost, out=largest[1 << i : 2 << i])
    return largest


def _numbered(word: str, count: int) -> tuple[str, ...]:
    return tuple(f"{word}{k}" for k in range(1, count + 1))


def _named_amounts(
    name: str, amounts: Amounts, word: str, maximum: int
) -> tuple[tuple[str, ...], npt.NDArray[np.float64]]:
    """Return the players' names and their amounts, from a mapping or Series by name or from a plain list."""
    labels = tuple(amounts.keys()) if isinstance(amounts, Mapping) else None
    array = numbers(name, list(amounts.values()) if isinstance(amounts, Mapping) else amounts, minimum=0)
    if array.size > maximum:
        raise InputError(f"{name} must have 1 to {maximum} entries, not {array.size}.")
    return labels or _numbered(word, array.size), array


def three_player_game(ab: float, ac: float, bc: float, abc: float) -> Game:
    """Build the game in which A, B and C earn nothing alone, and these values in pairs and together.

    `ab`, `ac`, `bc` and `abc` are v(AB), v(AC), v(BC) and v(ABC), in money. Our own construction, for the panel.

    >>> three_player_game(6, 6, 3, 12).value(["A", "B"])
    6.0
    """
    pairs = {("A", "B"): ab, ("A", "C"): ac, ("B", "C"): bc, ("A", "B", "C"): abc}
    return Game.from_coalitions(["A", "B", "C"], pairs)
