"""Games whose solutions are known: from the literature, or from a closed form. Each test names its source."""

from itertools import combinations

import pytest

from longwave.topics.cooperative import (
    EmptyCoreError,
    Game,
    airport_cost_game,
    airport_game,
    bankruptcy_game,
    banzhaf_index,
    card_game_as_game,
    core_bounds,
    core_vertices,
    glove_game,
    largest_excess,
    least_core_excess,
    licensing_game,
    nucleolus,
    shapley_value,
    weighted_voting_game,
)


def bounds(game: Game) -> dict[str, list[float]]:
    frame = core_bounds(game)
    return {player: frame.loc[player].tolist() for player in frame.index}


def lexicographic(players: str, values: list[float], kind: str = "value") -> Game:
    """Build a game from values in the order {1}, {2}, …, {1,2}, {1,3}, … that R packages use."""
    coalitions = [c for size in range(1, len(players) + 1) for c in combinations(players, size)]
    return Game.from_coalitions(list(players), dict(zip(coalitions, values, strict=True)), kind)


def test_shapley_and_shubik_1969_one_left_glove_and_two_right():
    game = glove_game(left=1, right=2)
    assert shapley_value(game).tolist() == pytest.approx([2 / 3, 1 / 6, 1 / 6], abs=1e-12)
    assert nucleolus(game).tolist() == [1, 0, 0]
    assert bounds(game) == {"L1": [1, 1], "R1": [0, 0], "R2": [0, 0]}
    assert core_vertices(game).to_numpy().tolist() == [[1, 0, 0]]


def test_two_left_gloves_and_three_right_in_exact_fractions():
    game = glove_game(left=2, right=3)
    assert shapley_value(game).tolist() == pytest.approx([13 / 20] * 2 + [7 / 30] * 3, abs=1e-12)
    assert bounds(game) == {"L1": [1, 1], "L2": [1, 1], "R1": [0, 0], "R2": [0, 0], "R3": [0, 0]}


def test_the_security_council_straffin_1993():
    game = weighted_voting_game(39, [7] * 5 + [1] * 10)
    assert game.values.sum() == 848
    power = shapley_value(game)
    assert power.iloc[:5].tolist() == pytest.approx([421 / 2145] * 5, abs=1e-12)
    assert power.iloc[5:].tolist() == pytest.approx([4 / 2145] * 10, abs=1e-12)
    absolute = banzhaf_index(game, normalized=False) * 2**14
    assert absolute.tolist() == pytest.approx([848] * 5 + [84] * 10, abs=1e-9)
    normalized = banzhaf_index(game)
    assert normalized.sum() == pytest.approx(1, abs=1e-12)
    assert normalized.iloc[[0, 5]].tolist() == pytest.approx([0.166929, 0.016535], abs=5e-7)


def test_the_veto_of_the_permanent_members_gives_them_the_whole_core():
    # A permanent member can refuse everything; any other can be replaced, so nothing is sure or possible for it.
    frame = core_bounds(weighted_voting_game(39, [7] * 5 + [1] * 10))
    assert frame["minimum"].tolist() == [0] * 15
    assert frame["maximum"].tolist() == [1] * 5 + [0] * 10


def test_the_council_of_the_eec_1958():
    game = weighted_voting_game(12, [4, 4, 4, 2, 2, 1])
    assert shapley_value(game).tolist() == pytest.approx([7 / 30] * 3 + [3 / 20] * 2 + [0], abs=1e-12)
    assert banzhaf_index(game).tolist() == pytest.approx([5 / 21] * 3 + [1 / 7] * 2 + [0], abs=1e-12)
    assert banzhaf_index(game, normalized=False).tolist() == [0.3125] * 3 + [0.1875] * 2 + [0]


def test_littlechild_and_owen_1973_airport_charges():
    game = airport_cost_game([8, 11, 13, 18])
    assert shapley_value(game).tolist() == pytest.approx([2, 3, 4, 9], abs=1e-12)
    assert nucleolus(game).tolist() == [3.25, 3.25, 3.25, 8.25]


def test_airport_savings_are_the_own_costs_less_the_charges():
    costs = [8, 11, 13, 18]
    game = airport_game(costs)
    assert shapley_value(game).tolist() == pytest.approx([6, 8, 9, 9], abs=1e-12)
    assert nucleolus(game).tolist() == [4.75, 7.75, 9.75, 9.75]
    charges = core_bounds(airport_cost_game(costs))
    savings = core_bounds(game)
    assert (costs - savings["maximum"]).tolist() == charges["minimum"].tolist() == [0, 0, 0, 5]
    assert (costs - savings["minimum"]).tolist() == charges["maximum"].tolist() == costs


@pytest.mark.parametrize(("estate", "shares"), [(100, [100 / 3] * 3), (200, [50, 75, 75]), (300, [50, 100, 150])])
def test_aumann_and_maschler_1985_the_estates_of_the_talmud(estate, shares):
    assert nucleolus(bankruptcy_game(estate, [100, 200, 300])).tolist() == pytest.approx(shares, abs=1e-9)


@pytest.mark.parametrize(("estate", "shares"), [(100, [100 / 3] * 3), (300, [50, 100, 150])])
def test_o_neill_1982_the_shapley_value_is_random_arrival(estate, shares):
    assert shapley_value(bankruptcy_game(estate, [100, 200, 300])).tolist() == pytest.approx(shares, abs=1e-9)


def test_the_four_player_nucleolus_in_the_help_of_r_coopgame():
    game = lexicographic("1234", [0, 0, 0, 0, 5, 5, 8, 9, 10, 8, 13, 15, 16, 17, 21])
    assert nucleolus(game).tolist() == pytest.approx([3.5, 4.5, 5.5, 7.5], abs=1e-9)


def test_young_1985_per_capita_nucleolus_of_costs():
    costs = [15, 20, 55, 35, 61, 65, 78]
    charges = nucleolus(lexicographic("ABC", costs, kind="cost"), per_capita=True)
    savings = [own - charge for own, charge in zip(costs, charges, strict=False)]
    assert savings == pytest.approx([2 / 3, 7 / 6, 61 / 6], abs=1e-9)


def test_a_small_card_game_of_brandenburger_and_nalebuff_1997():
    even, scarce = card_game_as_game(3, 3), card_game_as_game(2, 3)
    assert bounds(even) == {"owner": [0, 300]} | {f"red{k}": [0, 100] for k in (1, 2, 3)}
    assert bounds(scarce) == {"owner": [200, 200]} | {f"red{k}": [0, 0] for k in (1, 2, 3)}


def test_macdonald_and_ryall_2004_competition_for_one_licence_guarantees_capture():
    assert bounds(licensing_game([10, 8], licences=1)) == {
        "innovator": [8, 10],
        "user1": [0, 2],
        "user2": [0, 0],
    }


def test_macdonald_and_ryall_2004_without_competition_nothing_is_guaranteed():
    assert bounds(licensing_game([10, 8], licences=2)) == {
        "innovator": [0, 18],
        "user1": [0, 10],
        "user2": [0, 8],
    }


def test_a_majority_of_three_has_no_stable_split():
    game = weighted_voting_game(2, [1, 1, 1])
    with pytest.raises(EmptyCoreError) as caught:
        core_bounds(game)
    assert caught.value.excess == least_core_excess(game) == pytest.approx(1 / 3, abs=1e-12)
    assert largest_excess(game, nucleolus(game)) == pytest.approx(1 / 3, abs=1e-12)
    assert "The core is empty" in str(caught.value)
    assert "gains 0.333333 or more by leaving" in str(caught.value)
    assert "shapley_value and nucleolus" in str(caught.value)
    assert core_vertices(game).empty
