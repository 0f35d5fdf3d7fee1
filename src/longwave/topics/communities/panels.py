"""The panel of lesson 07: a crowd that melts or grows."""

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.communities.charts.hump import tipping_chart


def tipping_panel() -> Panel:
    """Return the panel of the critical mass: how many users you seed, and what the others must pay."""
    controls = {
        "seed": Slider(_("Users you seed"), "n", 0, 1, 0.01, 0.19),
        "price": Slider(_("Price"), "p", 0, 0.3, 0.01, 0.16),
    }
    presets = {
        _("Just below the critical mass"): {"seed": 0.19, "price": 0.16},
        _("Just above it"): {"seed": 0.21, "price": 0.16},
        _("Cut the price instead"): {"seed": 0.19, "price": 0.15},
        _("Give it away"): {"seed": 0.01, "price": 0.0},
    }
    return Panel(tipping_chart, controls, presets)
