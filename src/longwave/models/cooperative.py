"""Cooperative games: who captures the value that a group creates. The public names, gathered in one place."""

from longwave.models.checks import InputError
from longwave.models.core import (
    EmptyCoreError,
    core_bounds,
    core_vertices,
    is_in_core,
    largest_excess,
    least_core_excess,
)
from longwave.models.famous_games import (
    airport_cost_game,
    airport_game,
    bankruptcy_game,
    card_game_as_game,
    glove_game,
    licensing_game,
    weighted_voting_game,
)
from longwave.models.game import Game
from longwave.models.nucleolus import nucleolus
from longwave.models.shapley import added_value, banzhaf_index, shapley_value

__all__ = [
    "EmptyCoreError",
    "Game",
    "InputError",
    "added_value",
    "airport_cost_game",
    "airport_game",
    "bankruptcy_game",
    "banzhaf_index",
    "card_game_as_game",
    "core_bounds",
    "core_vertices",
    "glove_game",
    "is_in_core",
    "largest_excess",
    "least_core_excess",
    "licensing_game",
    "nucleolus",
    "shapley_value",
    "weighted_voting_game",
]
