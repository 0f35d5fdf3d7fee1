"""Laws that hold for every game, tried on many, and independent computations of the same things."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from longwave.topics.cooperative import (
    EmptyCoreError,
    Game,
    added_value,
    banzhaf_index,
    core_bounds,
    core_vertices,
    is_in_core,
    largest_excess,
    least_core_excess,
    nucleolus,
    shapley_value,
)
from longwave.topics.cooperative.models.coalitions import membership, subset_sums

careful = settings(deadline=None, derandomize=True, max_examples=60)
NAMES = list("ABCDEFGH")


@st.composite
def games(draw, least=1, most=5, together=None):
    """Draw a game of whole numbers; `together` gives the whole group at least what its members have alone."""
    players = draw(st.integers(least, most))
    top = draw(st.sampled_from([1, 3, 20]))
    values = draw(st.lists(st.integers(-top, top), min_size=2**players, max_size=2**players))
    values = np.array([0, *values[1:]], dtype=float)
    if together:
        surplus = draw(st.integers(0, 2 * top))
        values[-1] = values[1 << np.arange(players)].sum() + surplus
    return Game(NAMES[:players], values)


@st.composite
def convex_games(draw, most=5):
    """Draw a game in which a player adds the more, the larger the group: sums of pure joint projects."""
    players = draw(st.integers(1, most))
    projects = draw(st.dictionaries(st.integers(1, 2**players - 1), st.integers(0, 9), max_size=8))
    masks = np.arange(2**players)
    values = sum((worth * ((masks & need) == need) for need, worth in projects.items()), np.zeros(2**players))
    alone = draw(st.lists(st.integers(-9, 9), min_size=players, max_size=players))
    return Game(NAMES[:players], values + subset_sums(alone))


def moved(game: Game, unit: float, gifts: list[float]) -> Game:
    return Game(game.players, unit * game.values + subset_sums(gifts[: len(game.players)]), game.kind)


def as_costs(game: Game) -> Game:
    return Game(game.players, -game.values, kind="cost")


@careful
@given(games())
def test_the_shapley_value_divides_the_whole_value(game):
    assert shapley_value(game).sum() == pytest.approx(game.grand_value, abs=1e-9)


@careful
@given(games(), st.data())
def test_the_shapley_value_treats_equals_equally(game, data):
    order = data.draw(st.permutations(range(len(game.players))))
    permuted = Game.from_function([game.players[k] for k in order], lambda coalition: game.value(coalition))
    assert shapley_value(permuted)[list(game.players)].tolist() == pytest.approx(shapley_value(game).tolist())


@careful
@given(games(most=4), st.integers(-5, 5))
def test_a_player_who_only_brings_his_own_worth_gets_just_that(game, worth):
    extended = Game([*game.players, "Z"], np.concatenate([game.values, game.values + worth]))
    for solve in (shapley_value, added_value, lambda game: banzhaf_index(game, normalized=False)):
        assert solve(extended)["Z"] == pytest.approx(worth, abs=1e-9)


@careful
@given(st.integers(1, 5).flatmap(lambda n: st.tuples(games(n, n), games(n, n))))
def test_the_shapley_value_of_a_sum_is_the_sum_of_the_values(pair):
    one, other = pair
    both = Game(one.players, one.values + other.values)
    separate = shapley_value(one) + shapley_value(other)
    assert shapley_value(both).tolist() == pytest.approx(separate.tolist(), abs=1e-9)


@careful
@given(convex_games())
def test_the_shapley_value_of_a_convex_game_lies_in_its_core(game):
    assert is_in_core(game, shapley_value(game))


@careful
@given(convex_games())
def test_the_bounds_of_a_convex_game_are_the_worth_alone_and_the_added_value(game):
    frame = core_bounds(game)
    alone = [game.value(name) for name in game.players]
    assert frame["minimum"].tolist() == pytest.approx(alone, abs=1e-9)
    assert frame["maximum"].tolist() == pytest.approx(added_value(game).tolist(), abs=1e-9)


def slow_core_bounds(game: Game) -> list[list[float]] | None:
    """Solve 2n programmes with every constraint in each; None if the core is empty."""
    players = len(game.players)
    rows, ends = membership(np.arange(1, 2**players - 1), players), []
    for direction in [*np.eye(players), *-np.eye(players)]:
        solved = linprog(
            direction,
            A_ub=-rows if len(rows) else None,
            b_ub=-game.values[1:-1] if len(rows) else None,
            A_eq=np.ones((1, players)),
            b_eq=game.values[-1:],
            bounds=(None, None),
        )
        if solved.status == 2:
            return None
        ends.append(solved.fun)
    return [[ends[k], -ends[players + k]] for k in range(players)]


@careful
@given(games(together=True) | games() | convex_games())
def test_the_core_bounds_equal_those_of_the_full_programmes(game):
    expected = slow_core_bounds(game)
    if expected is None:
        with pytest.raises(EmptyCoreError) as caught:
            core_bounds(game)
        assert caught.value.excess == pytest.approx(least_core_excess(game))
        assert caught.value.excess > 0
    else:
        assert core_bounds(game).to_numpy() == pytest.approx(np.array(expected), abs=1e-7)
        assert least_core_excess(game) <= 1e-9


@careful
@given(games(least=3, most=3, together=True))
def test_the_corners_of_three_player_cores_span_the_bounds(game):
    corners = core_vertices(game)
    if corners.empty:
        with pytest.raises(EmptyCoreError):
            core_bounds(game)
        return
    assert all(is_in_core(game, corner) for _, corner in corners.iterrows())
    frame = core_bounds(game)
    assert corners.min().tolist() == pytest.approx(frame["minimum"].tolist(), abs=1e-9)
    assert corners.max().tolist() == pytest.approx(frame["maximum"].tolist(), abs=1e-9)


@settings(careful, max_examples=15)
@given(games(least=7, most=8, together=True), st.data())
def test_bounds_contain_every_core_point_of_games_too_large_for_one_programme(game, data):
    together = Game(game.players, [*game.values[:-1], 2 * np.abs(game.values).sum()])
    frame = core_bounds(together)
    weights = data.draw(st.lists(st.integers(-5, 5), min_size=len(game.players), max_size=len(game.players)))
    rows = membership(np.arange(1, 2 ** len(game.players) - 1), len(game.players))
    point = linprog(
        weights,
        A_ub=-rows,
        b_ub=-together.values[1:-1],
        A_eq=np.ones((1, len(weights))),
        b_eq=together.values[-1:],
        bounds=(None, None),
    ).x
    assert (point >= frame["minimum"] - 1e-6).all()
    assert (point <= frame["maximum"] + 1e-6).all()


@careful
@given(games(together=True))
def test_the_nucleolus_splits_the_whole_value_and_gives_nobody_less_than_alone(game):
    split = nucleolus(game)
    assert split.sum() == pytest.approx(game.grand_value, abs=1e-9)
    assert all(split[name] >= game.value(name) - 1e-9 for name in game.players)


@careful
@given(games(together=True) | convex_games(), st.booleans())
def test_the_nucleolus_lies_in_the_core_unless_that_is_empty(game, per_capita):
    split = nucleolus(game, per_capita)
    assert is_in_core(game, split) == (least_core_excess(game) <= 1e-9)


def excesses(game: Game, split, per_capita: bool) -> np.ndarray:
    """Return the excesses of all coalitions but nobody and everybody, the largest first."""
    sizes = membership(np.arange(game.values.size), len(game.players)).sum(axis=1)
    weights = np.maximum(sizes, 1) if per_capita else 1.0
    return np.sort(((game.values - subset_sums(np.asarray(split))) / weights)[1:-1])[::-1]


@careful
@given(games(least=2, most=4, together=True), st.booleans(), st.data())
def test_no_other_split_has_lexicographically_smaller_excesses(game, per_capita, data):
    alone = game.values[1 << np.arange(len(game.players))]
    surplus = game.grand_value - alone.sum()
    assume(surplus > 0)
    parts = np.array(data.draw(st.lists(st.integers(0, 12), min_size=len(alone), max_size=len(alone))))
    assume(parts.sum() > 0)
    best = nucleolus(game, per_capita).to_numpy()
    other = alone + surplus * parts / parts.sum()
    # Look also quite near the nucleolus, where a small mistake would show.
    for nearness in (1.0, 0.1, 0.01):
        rival = best + nearness * (other - best)
        difference = excesses(game, best, per_capita) - excesses(game, rival, per_capita)
        decisive = difference[np.abs(difference) > 1e-7]
        assert decisive.size == 0 or decisive[0] < 0


def slow_nucleolus(game: Game) -> np.ndarray:
    """Follow the definition: after each programme, test each coalition by a programme of its own."""
    players = len(game.players)
    rows = membership(np.arange(game.values.size), players)
    alone = game.values[1 << np.arange(players)]
    limits = [(worth, None) for worth in alone] + [(None, None)]
    fixed = {game.values.size - 1: game.grand_value}
    while np.linalg.matrix_rank(rows[list(fixed)]) < players:
        free = [mask for mask in range(1, game.values.size - 1) if mask not in fixed]
        named = {
            "A_ub": -np.column_stack([rows[free], np.ones(len(free))]),
            "b_ub": -game.values[free],
            "A_eq": np.column_stack([rows[list(fixed)], np.zeros(len(fixed))]),
            "b_eq": list(fixed.values()),
        }
        excess = linprog([0] * players + [1], bounds=limits, **named).fun
        pinned = limits[:-1] + [(excess - 1e-9, excess + 1e-9)]
        for mask in free:
            total = game.values[mask] - excess
            if -linprog([*-rows[mask], 0], bounds=pinned, **named).fun <= total + 1e-6:
                fixed[mask] = total
    return np.linalg.lstsq(rows[list(fixed)], list(fixed.values()), rcond=None)[0]


@settings(careful, max_examples=30)
@given(games(least=2, most=4, together=True))
def test_the_nucleolus_equals_that_of_the_definition(game):
    assert nucleolus(game).to_numpy() == pytest.approx(slow_nucleolus(game), abs=1e-5)


@careful
@given(games(together=True), st.sampled_from([0.5, 3.0]), st.lists(st.integers(-9, 9), min_size=5, max_size=5))
def test_units_and_gifts_move_every_solution_alike(game, unit, gifts):
    other = moved(game, unit, gifts)
    given_away = np.array(gifts[: len(game.players)])
    for solve in (shapley_value, nucleolus, added_value):
        expected = unit * solve(game).to_numpy() + given_away
        assert solve(other).to_numpy() == pytest.approx(expected, abs=1e-7)
    assert least_core_excess(other) == pytest.approx(unit * least_core_excess(game), abs=1e-7)


@careful
@given(games(together=True))
def test_costs_are_minus_values(game):
    costs = as_costs(game)
    for solve in (shapley_value, nucleolus, added_value):
        assert solve(costs).to_numpy() == pytest.approx(-solve(game).to_numpy(), abs=1e-9)
    assert least_core_excess(costs) == pytest.approx(least_core_excess(game), abs=1e-9)
    split = shapley_value(game)
    assert largest_excess(costs, -split) == pytest.approx(largest_excess(game, split), abs=1e-9)
    if least_core_excess(game) <= 0:
        mirrored = -core_bounds(game)[["maximum", "minimum"]].to_numpy()
        assert core_bounds(costs).to_numpy() == pytest.approx(mirrored, abs=1e-9)


@careful
@given(games(together=True))
def test_core_shares_never_exceed_added_values(game):
    assume(least_core_excess(game) <= 0)
    assert (core_bounds(game)["maximum"] <= added_value(game) + 1e-9).all()
