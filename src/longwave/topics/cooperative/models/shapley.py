"""What a player adds: the Shapley value, the Banzhaf index and the added value."""

from math import comb

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError
from longwave.topics.cooperative.models.coalitions import coalition_sizes, member_sums, snap
from longwave.topics.cooperative.models.game import Game


def shapley_value(game: Game) -> pd.Series:
    """Compute each player's average contribution over all orders of arrival.

        phi_i = sum over S without i of  |S|! (n - |S| - 1)! / n!  *  [v(S + i) - v(S)]

    The result, in the unit of the game, sums to v(N). In a game of costs it is a charge. It need not lie in
    the core. Rounding noise is removed (see `coalitions.snap`).

    Source: Shapley (1953).

    >>> shapley_value(Game.from_coalitions(["A", "B"], {"A": 2, ("A", "B"): 10}))
    player
    A    6.0
    B    4.0
    Name: shapley_value, dtype: float64
    """
    players = len(game.players)
    # A coalition of size s enters +w1(s) for its members and -w2(s) for the others. Write the sum as
    # (w1 + w2) over the coalitions with i, less w2 over all: then one folded array serves every player.
    with_member = np.array([0.0] + [1 / (players * comb(players - 1, s - 1)) for s in range(1, players + 1)])
    without = np.array([1 / (players * comb(players - 1, s)) for s in range(players)] + [0.0])
    sizes = coalition_sizes(players)
    level_sums = np.bincount(sizes, weights=game.values, minlength=players + 1)
    contributions = member_sums((with_member + without)[sizes] * game.values) - without @ level_sums
    return _by_player(game, contributions, "shapley_value")


def banzhaf_index(game: Game, normalized: bool = True) -> pd.Series:
    """Compute each player's average contribution over all coalitions of the others.

        beta_i = 1 / 2**(n-1) * sum over S without i of [v(S + i) - v(S)]

    This is the absolute index. `normalized=True` divides by its sum, so that the result sums to 1. In a
    voting game beta_i is the share of coalitions in which the vote of i decides.

    Raises InputError if the index shall be normalized and its sum is 0.

    Sources: Penrose (1946), Banzhaf (1965).

    >>> majority = Game.from_function(["A", "B", "C"], lambda coalition: float(len(coalition) >= 2))
    >>> banzhaf_index(majority, normalized=False)
    player
    A    0.5
    B    0.5
    C    0.5
    Name: banzhaf_index, dtype: float64
    """
    swings = 2 * member_sums(game.values) - game.values.sum()
    if not normalized:
        return _by_player(game, swings / 2 ** (len(game.players) - 1), "banzhaf_index")
    if abs(swings.sum()) <= 1e-12 * np.abs(game.values).sum():
        raise InputError("The Banzhaf index of this game sums to 0, so it cannot be normalized; use normalized=False.")
    return pd.Series(snap(swings / swings.sum(), 1.0), index=_player_index(game), name="banzhaf_index")


def added_value(game: Game) -> pd.Series:
    """Compute what the whole group would lose without each player: AV_i = v(N) - v(N without i).

    It is the most that i can get in any stable split, not a forecast; the sum may exceed v(N). In a game of
    costs it is the cost that i alone adds, and the least that i pays in any stable split.

    Source: Brandenburger and Stuart (1996).

    >>> added_value(Game(["A", "B"], [0, 1, 2, 5]))
    player
    A    3.0
    B    4.0
    Name: added_value, dtype: float64
    """
    everybody = game.values.size - 1
    without = everybody - (1 << np.arange(len(game.players)))
    return _by_player(game, game.grand_value - game.values[without], "added_value")


def _by_player(game: Game, results: npt.NDArray[np.float64], name: str) -> pd.Series:
    scale = float(np.abs(game.values).max())
    return pd.Series(snap(results, scale), index=_player_index(game), name=name)


def _player_index(game: Game) -> pd.Index:
    return pd.Index(game.players, name="player")
