import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.cooperative import Game, added_value, banzhaf_index, shapley_value

GAME = Game(["A", "B"], [0, 1, 2, 5])


@pytest.mark.parametrize(
    ("solve", "name"),
    [(shapley_value, "shapley_value"), (banzhaf_index, "banzhaf_index"), (added_value, "added_value")],
)
def test_results_are_labelled_by_player_in_order(solve, name):
    result = solve(GAME)
    assert result.name == name
    assert result.index.tolist() == ["A", "B"]
    assert result.index.name == "player"
    assert result.dtype == np.float64


def test_added_values_may_sum_to_more_than_the_value_created():
    assert added_value(GAME).tolist() == [3, 4]


def test_a_player_alone_gets_everything():
    alone = Game(["A"], [0, 7])
    assert shapley_value(alone).tolist() == added_value(alone).tolist() == [7]
    assert banzhaf_index(alone).tolist() == [1]


def test_an_index_of_sum_zero_is_refused_when_it_shall_be_normalized():
    nothing = Game(["A", "B"], [0, 0, 0, 0])
    assert banzhaf_index(nothing, normalized=False).tolist() == [0, 0]
    with pytest.raises(InputError, match="sums to 0, so it cannot be normalized; use normalized=False"):
        banzhaf_index(nothing)


def test_rounding_noise_does_not_reach_the_reader():
    game = Game.from_function(["A", "B", "C"], lambda coalition: 0.1 * len(coalition))
    assert shapley_value(game).tolist() == [0.1, 0.1, 0.1]


def test_twenty_players_share_by_symmetry():
    sizes = np.array([mask.bit_count() for mask in range(2**20)])
    game = Game([f"p{k}" for k in range(20)], sizes.astype(float) ** 2)
    assert shapley_value(game).tolist() == [20.0] * 20
