"""Panels of lesson 02: one or two licences, and the triangle of three players."""

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.cooperative.charts import capture_chart, simplex_chart
from longwave.topics.cooperative.models.core import core_bounds, core_vertices, is_in_core, least_core_excess
from longwave.topics.cooperative.models.famous_games import licensing_game, three_player_game
from longwave.topics.cooperative.models.nucleolus import nucleolus
from longwave.topics.cooperative.models.shapley import shapley_value

LARGEST_VALUE = 20


def licensing_frame(user_values: list[float], licences: int) -> pd.DataFrame:
    """Return the stable range of the innovator and of each user, ready to draw."""
    game = licensing_game(user_values, licences)
    names = [_("Innovator"), *(_("User {number}").format(number=i + 1) for i in range(len(user_values)))]
    return core_bounds(game).assign(who=names).reset_index(drop=True)


def _licensing_title(frame: pd.DataFrame, value: float) -> str:
    floor = frame["minimum"].iloc[0]
    if floor > 0:
        return _("Of {value:g} created, the innovator is sure of {floor:g}").format(value=value, floor=floor)
    return _("{value:g} is created, and nothing is sure for the innovator").format(value=value)


def licensing_panel() -> Panel:
    """Return the panel of one innovator and two users, with one licence or two."""

    def draw(first: float, second: float, licences: int) -> alt.LayerChart:
        frame = licensing_frame([first, second], licences)
        value = licensing_game([first, second], licences).grand_value
        return capture_chart(
            frame,
            _licensing_title(frame, value),
            limit=1.1 * max(value, 1),
        )

    controls: dict[str, Control] = {
        "first": Slider(_("Worth to user 1"), "w₁", 0, LARGEST_VALUE, 1, 10),
        "second": Slider(_("Worth to user 2"), "w₂", 0, LARGEST_VALUE, 1, 8),
        "licences": Choice(_("Licences"), "k", {_("one"): 1, _("two"): 2}, 1),
    }
    presets = {
        _("Sell a second licence"): {"licences": 2},
        _("Make the users alike"): {"first": 10, "second": 10, "licences": 1},
    }
    return Panel(draw, controls, presets)


def simplex_panel() -> Panel:
    """Return the panel of three players: what each pair can earn decides which splits are stable."""

    def draw(ab: float, ac: float, bc: float, abc: float) -> alt.LayerChart:
        game = three_player_game(ab, ac, bc, abc)
        shapley = shapley_value(game)
        return simplex_chart(
            core_vertices(game), shapley, nucleolus(game), least_core_excess(game), is_in_core(game, shapley)
        )

    controls = {
        "ab": Slider(_("A and B earn"), "v(AB)", 0, 18, 1, 6),
        "ac": Slider(_("A and C earn"), "v(AC)", 0, 18, 1, 6),
        "bc": Slider(_("B and C earn"), "v(BC)", 0, 18, 1, 3),
        "abc": Slider(_("All three earn"), "v(ABC)", 6, 18, 1, 12),
    }
    presets = {
        _("Glove market"): {"ab": 12, "ac": 12, "bc": 0, "abc": 12},
        _("One licence"): {"ab": 10, "ac": 8, "bc": 0, "abc": 10},
        _("Any pair suffices"): {"ab": 12, "ac": 12, "bc": 12, "abc": 12},
    }
    return Panel(draw, controls, presets)
