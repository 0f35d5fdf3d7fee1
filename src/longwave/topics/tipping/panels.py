"""Panel of lesson 15: push an industry for a while, and let go."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.tipping.charts.tipping import HORIZON, push_chart
from longwave.topics.tipping.models.cusp import crossing_time, pulse_path

STEPS = 100


def tipping_panel() -> Panel:
    """Return the panel of one push: how high, how long, and how strongly firms draw one another along."""

    def draw(push: float, length: float, coupling: float) -> alt.VConcatChart:
        path = pulse_path(coupling, push, length, HORIZON, steps=STEPS)
        return push_chart(path, coupling, push, length, crossing_time(coupling, push))

    controls = {
        "push": Slider(_("Push"), "b", 0, 3, 0.05, 2.05),
        "length": Slider(_("How long it lasts"), "", 0, 9, 0.1, 4),
        "coupling": Slider(_("Firms draw others along"), "a", 1, 3, 0.1, 3),
    }
    presets = {
        _("Cautious, long enough"): {"push": 2.05, "length": 7.5, "coupling": 3},
        _("Bold, long enough"): {"push": 3, "length": 1.2, "coupling": 3},
        _("For ever, just below"): {"push": 1.95, "length": 9, "coupling": 3},
    }
    return Panel(draw, controls, presets)
