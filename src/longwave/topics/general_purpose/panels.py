"""Panels of lesson 29: two subsidies for a base technology, and a technology that pays late."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.general_purpose.charts.replies import delay_chart, replies_chart


def subsidies_panel() -> Panel:
    """Return the panel of two subsidies: what the state pays of each side's cost, the shares, and the users."""

    def draw(owner_aid: float, user_aid: float, user_share: float, users: float) -> alt.LayerChart:
        return replies_chart(owner_aid, user_aid, user_share, users)

    controls = {
        "owner_aid": Slider(_("The state pays of the owner's cost"), "σ", 0, 0.5, 0.05, 0),
        "user_aid": Slider(_("The state pays of the users' cost"), "τ", 0, 0.5, 0.05, 0),
        "user_share": Slider(_("Share of the gain that users keep"), "s", 0.2, 0.8, 0.1, 0.5),
        "users": Slider(_("Users"), "n", 1, 3, 1, 3),
    }
    plain: dict[str, object] = {"owner_aid": 0, "user_aid": 0, "user_share": 0.5, "users": 3}
    presets: dict[str, dict[str, object]] = {
        _("A fifth for the owner"): {**plain, "owner_aid": 0.2},
        _("A fifth for the users"): {**plain, "user_aid": 0.2},
        _("A fifth for both"): {**plain, "owner_aid": 0.2, "user_aid": 0.2},
        _("Half for both"): {**plain, "owner_aid": 0.5, "user_aid": 0.5},
        _("One user at the same cost"): {**plain, "users": 1},
    }
    return Panel(draw, controls, presets)


def delay_panel() -> Panel:
    """Return the panel of a technology that costs first: how much, how long, for what, and at which rate."""
    controls = {
        "share": Slider(_("Labour that builds"), "d", 0.05, 0.2, 0.05, 0.1),
        "years": Slider(_("Years of building"), "D", 5, 12, 1, 10),
        "gain": Slider(_("Higher output afterwards"), "g", 0.1, 0.4, 0.05, 0.3),
        "rate": Slider(_("Discount rate a year"), "r", 0, 0.15, 0.01, 0),
    }
    presets: dict[str, dict[str, object]] = {
        _("At 10% a year"): {"rate": 0.1},
        _("At 15% a year"): {"rate": 0.15},
        _("Half as long, twice the labour"): {"years": 5, "share": 0.2},
    }
    return Panel(delay_chart, controls, presets)
