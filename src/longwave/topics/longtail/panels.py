"""Panel of lesson 05: a cheaper set-up moves the last rank worth serving."""

import math

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.longtail.charts.plants import reach_chart
from longwave.topics.longtail.models.ranks import FIRST_SALES, TITLES, reach_frame

BOOKS = 0.871


def reach_panel() -> Panel:
    """Return the panel of the last rank: how much cheaper set-up is, what a unit costs more, how steep sales fall."""

    def draw(cheaper: float, extra: float, exponent: float) -> alt.VConcatChart:
        plants = reach_frame(cheaper, extra, exponent)
        deeper = plants["last_rank"]["flexible"] / plants["last_rank"]["mass"]
        # A best lot follows the root of the set-up cost, whatever demand and storage are.
        times = pd.Series({"setup": cheaper, "reach": deeper, "lot": math.sqrt(cheaper)})
        return reach_chart(plants, times, exponent, FIRST_SALES, TITLES)

    controls: dict[str, Control] = {
        "cheaper": Slider(_("Set-up cheaper, times"), "k", 1, 50, 1, 10),
        "extra": Slider(_("Extra cost of a unit"), "Δ", 0, 6, 1, 0),
        "exponent": Choice(
            _("Sales fall"), "b", {_("slowly, 0.6"): 0.6, _("as books, 0.871"): BOOKS, _("fast, 1.2"): 1.2}, BOOKS
        ),
    }
    presets = {
        _("Set-up ten times cheaper"): {"cheaper": 10, "extra": 0, "exponent": BOOKS},
        _("Ten times cheaper, sales fall fast"): {"cheaper": 10, "extra": 0, "exponent": 1.2},
        _("Flexible, but dearer"): {"cheaper": 10, "extra": 3, "exponent": BOOKS},
        _("Dearer, no cheaper set-up"): {"cheaper": 1, "extra": 3, "exponent": BOOKS},
    }
    return Panel(draw, controls, presets)
