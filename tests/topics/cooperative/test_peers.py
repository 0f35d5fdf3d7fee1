"""The same games solved by independent packages."""

import numpy as np
import pytest

from longwave.topics.cooperative import (
    Game,
    airport_game,
    banzhaf_index,
    glove_game,
    is_in_core,
    least_core_excess,
    nucleolus,
    shapley_value,
    weighted_voting_game,
)


def random_games() -> list[Game]:
    rng = np.random.default_rng(1950)
    games = [glove_game(3, 4), airport_game([3, 8, 8, 11, 20, 21]), weighted_voting_game(9, [5, 4, 3, 2, 1, 1])]
    for players in range(2, 10):
        names = [f"p{k}" for k in range(players)]
        for top in (2, 100):
            values = rng.integers(0, top, 2**players).astype(float)
            values[0] = 0.0
            values[-1] = values.max() + values[1 << np.arange(players)].sum()
            games.append(Game(names, values))
    return games


@pytest.mark.parametrize("game", random_games(), ids=repr)
def test_coopgame_finds_the_same_solutions(game):
    coopgame = pytest.importorskip("coopgame")
    peer = coopgame.Game(game.values[1:].tolist())
    assert shapley_value(game).tolist() == pytest.approx(coopgame.shapley(peer), abs=1e-9)
    assert nucleolus(game).tolist() == pytest.approx(coopgame.nucleolus(peer)["allocation"], abs=1e-6)
    per_capita = coopgame.per_capita_nucleolus(peer)["allocation"]
    assert nucleolus(game, per_capita=True).tolist() == pytest.approx(per_capita, abs=1e-6)
    assert banzhaf_index(game, normalized=False).tolist() == pytest.approx(coopgame.banzhaf(peer), abs=1e-9)


@pytest.mark.parametrize("game", [game for game in random_games() if len(game.players) <= 6], ids=repr)
def test_coopgt_finds_the_same_shapley_value(game):
    coopgt = pytest.importorskip("coopgt.shapley_value")
    players = len(game.players)
    function = {tuple(k + 1 for k in range(players) if mask >> k & 1): value for mask, value in enumerate(game.values)}
    assert shapley_value(game).tolist() == pytest.approx(coopgt.calculate(function).tolist(), abs=1e-9)


@pytest.mark.parametrize("game", random_games(), ids=repr)
def test_coopgame_finds_the_same_least_core(game):
    coopgame = pytest.importorskip("coopgame")
    peer = coopgame.Game(game.values[1:].tolist())
    # Over all splits of v(N): by default coopgame leaves out those that give a player less than alone.
    expected = coopgame.least_core(peer, domain="preimputation")["epsilon"]
    assert least_core_excess(game) == pytest.approx(expected, abs=1e-9 * game.values.max())
    assert (least_core_excess(game) <= 0) is bool(peer.has_nonempty_core())


@pytest.mark.parametrize("game", [game for game in random_games() if len(game.players) <= 6], ids=repr)
def test_coopgt_agrees_on_whether_splits_in_whole_numbers_are_in_the_core(game):
    core = pytest.importorskip("coopgt.core")
    players = len(game.players)
    function = {tuple(k + 1 for k in range(players) if mask >> k & 1): value for mask, value in enumerate(game.values)}
    # In whole numbers only: coopgt compares sums without a tolerance, so that rounding errors decide.
    rng = np.random.default_rng(1950)
    alone = game.values[1 << np.arange(players)]
    for _ in range(30):
        split = alone + rng.multinomial(int(game.grand_value - alone.sum()), np.ones(players) / players)
        assert is_in_core(game, split.tolist()) == core.is_in_core(function, split.tolist())
