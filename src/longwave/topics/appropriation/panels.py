"""The panels of lesson 03: a licence against mechanics of one's own, and where a patent decides."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.appropriation.charts.own_force import own_force_chart
from longwave.topics.appropriation.charts.window import window_chart

VALUE = 100
COPYING = {"typical": (0.7, 0.4), "major": (0.8, 0.5)}  # with a patent, and without: Harabi (1991)


def own_force_panel() -> Panel:
    """Return the panel of a licence against one's own mechanics: how many others have them, and what they cost."""

    def draw(holders: int, asset_cost: float) -> alt.LayerChart:
        return own_force_chart(holders, asset_cost, VALUE)

    controls: dict[str, Control] = {
        "holders": Slider(_("Service firms"), "k", 1, 5, 1, 2),
        "asset_cost": Slider(_("Cost of your own mechanics"), "F", 0, 50, 5, 10),
    }
    presets: dict[str, dict[str, object]] = {
        _("Two service firms"): {"holders": 2, "asset_cost": 10},
        _("Only one"): {"holders": 1, "asset_cost": 10},
        _("Costly mechanics"): {"holders": 2, "asset_cost": 30},
    }
    return Panel(draw, controls, presets)


def window_panel() -> Panel:
    """Return the panel of the research costs for which a patent decides: the lead, the followers, the innovation.

    It starts at six followers, the median answer of the survey, where the patent decides in separate stretches.
    """

    def draw(lead: float, followers: int, innovation: str) -> alt.LayerChart:
        return window_chart(*COPYING[innovation], followers=followers, lead=lead)

    kinds = {_("typical: 70 and 40 %"): "typical", _("major: 80 and 50 %"): "major"}
    controls: dict[str, Control] = {
        "lead": Slider(_("Lead, share of the product's life"), "λ", 0, 0.5, 0.05, 0),
        "followers": Slider(_("Firms able to copy"), "m", 1, 6, 1, 6),
        "innovation": Choice(_("Copying costs, with a patent and without"), "c", kinds, "typical"),
    }
    presets: dict[str, dict[str, object]] = {
        _("One follower, no lead"): {"lead": 0, "followers": 1, "innovation": "typical"},
        _("Six followers"): {"lead": 0, "followers": 6, "innovation": "typical"},
        _("A lead of two fifths"): {"lead": 0.4, "followers": 6, "innovation": "typical"},
    }
    return Panel(draw, controls, presets)
