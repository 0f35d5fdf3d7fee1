"""The games as such: their values, names and refusals. Their solutions are in test_published_cases."""

from itertools import combinations

import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.cooperative import (
    Game,
    airport_cost_game,
    airport_game,
    bankruptcy_game,
    card_game_as_game,
    glove_game,
    licensing_game,
    weighted_voting_game,
)

COSTS = {"Cessna": 5.0, "Airbus": 30.0, "Boeing": 20.0}


def every_coalition(game: Game):
    return [c for size in range(len(game.players) + 1) for c in combinations(game.players, size)]


def test_a_pair_of_gloves_is_worth_one():
    game = glove_game(left=2, right=3)
    assert game.players == ("L1", "L2", "R1", "R2", "R3")
    for coalition in every_coalition(game):
        lefts = sum(name.startswith("L") for name in coalition)
        assert game.value(coalition) == min(lefts, len(coalition) - lefts)


def test_cards_are_worth_nothing_without_the_owner():
    game = card_game_as_game(black_cards=2, red_cards=3, pair_value=7)
    assert game.players == ("owner", "red1", "red2", "red3")
    for coalition in every_coalition(game):
        assert game.value(coalition) == ("owner" in coalition) * 7 * min(2, len(coalition) - 1)


@pytest.mark.parametrize("licences", [0, 1, 2, 3, 9])
def test_licences_go_to_those_who_value_them_most(licences):
    worth = {"user1": 4.0, "user2": 10.0, "user3": 7.0}
    game = licensing_game([4, 10, 7], licences)
    assert game.players == ("innovator", "user1", "user2", "user3")
    for coalition in every_coalition(game):
        best = sorted((worth[name] for name in coalition if name in worth), reverse=True)[:licences]
        assert game.value(coalition) == ("innovator" in coalition) * sum(best)


def test_users_may_have_names():
    game = licensing_game({"Foshan": 10, "Ningbo": 8}, licences=1)
    assert game.players == ("innovator", "Foshan", "Ningbo")
    assert game.value(["innovator", "Ningbo"]) == 8


def test_a_runway_costs_what_its_longest_user_needs():
    charges, savings = airport_cost_game(COSTS), airport_game(COSTS)
    assert charges.kind == "cost"
    assert savings.kind == "value"
    for coalition in every_coalition(charges):
        needs = [COSTS[name] for name in coalition]
        assert charges.value(coalition) == max(needs, default=0)
        assert savings.value(coalition) == sum(needs) - max(needs, default=0)


def test_creditors_get_what_the_others_claims_leave():
    game = bankruptcy_game(200, [100, 200, 300])
    assert game.players == ("creditor1", "creditor2", "creditor3")
    assert game.values.tolist() == [0, 0, 0, 0, 0, 0, 100, 200]


def test_a_coalition_wins_with_the_votes_of_the_quota():
    game = weighted_voting_game(3, {"big": 2, "small": 1, "other": 1})
    assert game.values.tolist() == [0, 0, 0, 1, 0, 1, 0, 1]


def test_a_rounding_error_loses_no_election():
    assert weighted_voting_game(0.3, [0.1, 0.2]).grand_value == 1.0


def test_the_largest_games_have_twenty_players():
    assert len(glove_game(10, 10).players) == 20
    assert len(weighted_voting_game(1, np.ones(20)).players) == 20


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: glove_game(0, 2), "left must be a whole number from 1 to 19, not 0"),
        (lambda: glove_game(15, 15), "right must be a whole number from 1 to 5, not 15"),
        (lambda: glove_game(1, 1.5), "right must be a whole number"),
        (lambda: card_game_as_game(3, 30), "red_cards must be a whole number from 1 to 19, not 30"),
        (lambda: card_game_as_game(-1, 3), "black_cards must be a whole number of at least 0, not -1"),
        (lambda: card_game_as_game(1, 3, -1), "pair_value must be a finite number of at least 0, not -1"),
        (lambda: licensing_game([10, -8], 1), "user_values must be .* of at least 0, but entry 2 of 2 is -8"),
        (lambda: licensing_game([10] * 20, 1), "user_values must have 1 to 19 entries, not 20"),
        (lambda: licensing_game([], 1), "user_values must be a plain list of one or more numbers"),
        (lambda: licensing_game([10], -1), "licences must be a whole number of at least 0, not -1"),
        (lambda: licensing_game([10], None), "licences must be a whole number of at least 0, not None"),
        (lambda: licensing_game({"innovator": 3}, 1), "but 'innovator' appears twice"),
        (lambda: airport_game([float("nan")]), "costs must be finite numbers of at least 0, but entry 1 of 1"),
        (lambda: airport_cost_game([-3]), "costs must be finite numbers of at least 0, but entry 1 of 1 is -3"),
        (lambda: airport_cost_game([1] * 30), "costs must have 1 to 20 entries, not 30"),
        (lambda: airport_game("8, 11"), "costs must be a list of numbers"),
        (lambda: bankruptcy_game(700, [100, 200, 300]), "estate must be at most .* 600, not 700"),
        (lambda: bankruptcy_game(-1, [100]), "estate must be a finite number of at least 0, not -1"),
        (lambda: bankruptcy_game(1, [float("inf")]), "claims must be finite numbers"),
        (lambda: weighted_voting_game(0, [1, 2]), "quota must be more than 0 and at most .* 3, not 0"),
        (lambda: weighted_voting_game(4, [1, 2]), "quota must be more than 0 and at most .* 3, not 4"),
        (lambda: weighted_voting_game(1, [1, -2]), "weights must be finite numbers of at least 0"),
        (lambda: weighted_voting_game(1, {7: 1}), "Each player must be a name"),
    ],
)
def test_impossible_games_are_refused(build, message):
    with pytest.raises(InputError, match=message):
        build()
