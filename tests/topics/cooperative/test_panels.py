"""The panels of one licence or two, and of three players, at every corner."""

import pytest

from longwave.topics.cooperative import (
    core_bounds,
    licensing_game,
    licensing_panel,
    shapley_value,
    simplex_panel,
    three_player_game,
)


def test_stable_shares_are_ordered_and_bracket_what_is_there_to_share():
    for values in licensing_panel().corners():
        game = licensing_game([values["first"], values["second"]], values["licences"])
        bounds = core_bounds(game)
        assert (bounds["minimum"] <= bounds["maximum"]).all(), values
        assert bounds["minimum"].sum() <= game.grand_value + 1e-9, values
        assert bounds["maximum"].sum() >= game.grand_value - 1e-9, values


def test_shapley_shares_sum_to_the_value_of_all():
    for values in simplex_panel().corners():
        assert shapley_value(three_player_game(**values)).sum() == pytest.approx(values["abc"]), values
