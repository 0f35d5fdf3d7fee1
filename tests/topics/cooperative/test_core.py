import numpy as np
import pandas as pd
import pytest

from longwave.checks import InputError
from longwave.topics.cooperative import (
    EmptyCoreError,
    Game,
    airport_cost_game,
    core_bounds,
    core_vertices,
    glove_game,
    is_in_core,
    largest_excess,
    least_core_excess,
    shapley_value,
)

# Each pair is worth 4 and all three 8, so each gets at most 4: a triangle upside down, (4, 4, 0) and its like.
THREE = Game(["A", "B", "C"], [0, 0, 0, 4, 0, 4, 4, 8])
EMPTY = Game(["A", "B", "C"], [0, 0, 0, 8, 0, 8, 8, 9])


def test_bounds_have_a_row_for_each_player():
    frame = core_bounds(THREE)
    assert frame.index.tolist() == ["A", "B", "C"]
    assert frame.index.name == "player"
    assert frame.columns.tolist() == ["minimum", "maximum"]
    assert frame.to_numpy().tolist() == [[0, 4]] * 3


def test_two_players_may_split_their_surplus_anyhow():
    assert core_bounds(Game(["A", "B"], [0, 1, 2, 5])).to_numpy().tolist() == [[1, 3], [2, 4]]


def test_one_player_takes_all():
    alone = Game(["A"], [0, 7])
    assert core_bounds(alone).to_numpy().tolist() == [[7, 7]]
    assert least_core_excess(alone) == largest_excess(alone, [7]) == 0
    assert is_in_core(alone, [7])


def test_a_core_of_one_point_is_found_in_spite_of_rounding_errors():
    shares = [0.1, 0.2, 0.3, 0.7]
    game = Game.from_function(list("ABCD"), lambda coalition: sum(shares["ABCD".index(p)] for p in coalition))
    assert core_bounds(game).to_numpy().tolist() == [[share, share] for share in shares]


def test_how_empty_a_core_is():
    assert least_core_excess(EMPTY) == 2
    with pytest.raises(EmptyCoreError, match="some coalition gains 2 or more by leaving") as caught:
        core_bounds(EMPTY)
    assert caught.value.excess == 2
    assert isinstance(caught.value, ValueError)
    assert issubclass(EmptyCoreError, ValueError)


def test_how_empty_a_core_of_costs_is():
    # Two share for 10, but all three pay 20: whatever the charges, some pair pays 10/3 too much.
    game = Game(["A", "B", "C"], [0, 9, 9, 10, 9, 10, 10, 20], kind="cost")
    assert least_core_excess(game) == pytest.approx(10 / 3, abs=1e-12)
    with pytest.raises(EmptyCoreError, match=r"gains 3\.33333 or more"):
        core_bounds(game)


def test_a_core_with_room_has_a_negative_least_excess():
    assert least_core_excess(THREE) == pytest.approx(-4 / 3, abs=1e-12)


def test_a_split_is_stable_or_the_largest_excess_says_who_gains():
    assert is_in_core(THREE, [4, 4, 0])
    assert not is_in_core(THREE, [5, 3, 0])
    assert largest_excess(THREE, [5, 3, 0]) == 1
    assert not is_in_core(THREE, [3, 3, 3])


def test_charges_are_stable_when_no_coalition_pays_more_than_its_own_cost():
    game = airport_cost_game([8, 11, 13, 18])
    assert is_in_core(game, shapley_value(game))
    assert not is_in_core(game, [9, 2, 2, 5])
    assert largest_excess(game, [9, 2, 2, 5]) == 1


def test_a_payoff_is_read_by_name_where_it_has_names():
    payoff = {"C": 0, "A": 4, "B": 4}
    assert is_in_core(THREE, payoff)
    assert is_in_core(THREE, pd.Series(payoff))


@pytest.mark.parametrize(
    ("payoff", "message"),
    [
        ([1, 2], "payoff must have 3 entries, one for each player, not 2"),
        ({"A": 1, "B": 2}, "payoff must name each player once: A, B, C"),
        ({"A": 1, "B": 2, "Z": 3}, "payoff must name each player once: A, B, C"),
        (pd.Series([1, 2, 3, 4], index=list("ABCC")), "payoff must name each player once"),
        ([1, 2, float("nan")], "payoff must be finite numbers, but entry 3 of 3 is nan"),
        ("ABC", "payoff must be a list of numbers"),
    ],
    ids=repr,
)
def test_a_wrong_payoff_is_refused(payoff, message):
    for ask in (is_in_core, largest_excess):
        with pytest.raises(InputError, match=message):
            ask(THREE, payoff)


def test_the_corners_stand_in_cyclic_order():
    corners = core_vertices(Game(["A", "B", "C"], [0, 0, 0, 2, 0, 2, 2, 8]))
    assert corners.columns.tolist() == ["A", "B", "C"]
    assert corners.index.tolist() == [1, 2, 3, 4, 5, 6]
    assert corners.iloc[0].tolist() in ([6, 2, 0], [6, 0, 2])
    # Neighbours of a hexagon of this kind share one limit: a 0 or a 6 in the same place.
    rows = corners.to_numpy()
    for here, there in zip(rows, np.roll(rows, -1, axis=0), strict=True):
        assert any(a == b and a in (0, 6) for a, b in zip(here, there, strict=True))


def test_a_core_may_be_a_triangle_a_segment_or_a_point():
    assert len(core_vertices(THREE)) == 3
    assert core_vertices(Game(["A", "B", "C"], [0, 0, 0, 2, 0, 0, 0, 2])).to_numpy().tolist() == [
        [2, 0, 0],
        [0, 2, 0],
    ]
    assert core_vertices(glove_game(1, 2)).to_numpy().tolist() == [[1, 0, 0]]
    assert core_vertices(EMPTY).shape == (0, 3)


def test_the_corners_of_charges_are_charges():
    game = airport_cost_game([2, 4, 6])
    corners = core_vertices(game)
    assert corners.sum(axis=1).tolist() == [6] * len(corners)
    assert corners.min().tolist() == core_bounds(game)["minimum"].tolist()
    assert corners.max().tolist() == core_bounds(game)["maximum"].tolist()
    assert all(is_in_core(game, corner) for _, corner in corners.iterrows())


@pytest.mark.parametrize("players", [1, 2, 4])
def test_corners_are_only_for_three_players(players):
    game = Game([f"p{k}" for k in range(players)], np.zeros(2**players))
    with pytest.raises(InputError, match=f"drawn for 3 players, not {players}"):
        core_vertices(game)
