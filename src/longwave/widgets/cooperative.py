"""Panels of lesson 02: one or two licences, and the triangle of three players."""

import pandas as pd

from longwave.charts.cooperative import capture_chart, simplex_chart
from longwave.i18n import _
from longwave.models.cooperative import (
    Game,
    core_bounds,
    core_vertices,
    is_in_core,
    least_core_excess,
    licensing_game,
    nucleolus,
    shapley_value,
)
from longwave.widgets.controls import choice, slider
from longwave.widgets.panel import Panel

LARGEST_VALUE = 20


def licensing_frame(user_values: list[float], licences: int) -> pd.DataFrame:
    """Return the stable range and the Shapley value of the innovator and of each user, ready to draw."""
    game = licensing_game(user_values, licences)
    names = [_("Innovator"), *(_("User {number}").format(number=i + 1) for i in range(len(user_values)))]
    return core_bounds(game).assign(who=names, shapley=shapley_value(game)).reset_index(drop=True)


def _licensing_title(frame: pd.DataFrame, value: float) -> str:
    floor = frame["minimum"].iloc[0]
    if floor > 0:
        return _("Of {value:g} created, the innovator is sure of {floor:g}").format(value=value, floor=floor)
    return _("{value:g} is created, and nothing is sure for the innovator").format(value=value)


def licensing_panel() -> Panel:
    """Return the panel of one innovator and two users, with one licence or two."""

    def draw(first: float, second: float, licences: int):
        frame = licensing_frame([first, second], licences)
        value = licensing_game([first, second], licences).grand_value
        return capture_chart(
            frame,
            _licensing_title(frame, value),
            limit=2 * LARGEST_VALUE,
            subtitle=_("Black edge: what is sure. Bar: what may be won. Diamond: Shapley value."),
        )

    controls = {
        "first": slider(_("Worth to user 1"), "w₁", 0, LARGEST_VALUE, 1, 10),
        "second": slider(_("Worth to user 2"), "w₂", 0, LARGEST_VALUE, 1, 8),
        "licences": choice(_("Licences"), "k", {_("one"): 1, _("two"): 2}, 1),
    }
    presets = {
        _("Sell a second licence"): {"licences": 2},
        _("Make the users alike"): {"first": 10, "second": 10, "licences": 1},
    }
    return Panel(draw, controls, presets)


def three_player_game(ab: float, ac: float, bc: float, abc: float) -> Game:
    """Return the game in which A, B and C earn nothing alone, and these values in pairs and together."""
    pairs = {("A", "B"): ab, ("A", "C"): ac, ("B", "C"): bc, ("A", "B", "C"): abc}
    return Game.from_coalitions(["A", "B", "C"], pairs)


def simplex_panel() -> Panel:
    """Return the panel of three players: what each pair can earn decides which splits are stable."""

    def draw(ab: float, ac: float, bc: float, abc: float):
        game = three_player_game(ab, ac, bc, abc)
        shapley = shapley_value(game)
        return simplex_chart(
            core_vertices(game), shapley, nucleolus(game), least_core_excess(game), is_in_core(game, shapley)
        )

    controls = {
        "ab": slider(_("A and B earn"), "v(AB)", 0, 18, 1, 6),
        "ac": slider(_("A and C earn"), "v(AC)", 0, 18, 1, 6),
        "bc": slider(_("B and C earn"), "v(BC)", 0, 18, 1, 3),
        "abc": slider(_("All three earn"), "v(ABC)", 6, 18, 1, 12),
    }
    presets = {
        _("Glove market"): {"ab": 12, "ac": 12, "bc": 0, "abc": 12},
        _("One licence"): {"ab": 10, "ac": 8, "bc": 0, "abc": 10},
        _("Any pair suffices"): {"ab": 12, "ac": 12, "bc": 12, "abc": 12},
    }
    return Panel(draw, controls, presets)
