"""Panel of lesson 22: a boom, the slopes of demand and supply, the training lag, and how many look ahead."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.talent.charts.boom import boom_chart
from longwave.topics.talent.models.cobweb import boom_path

YEARS = 24


def boom_panel() -> Panel:
    """Return the panel of a boom that surprises everybody, with both slopes, lag, foresight and its length."""

    def draw(supply: float, demand: float, lag: int, forward: float, lasts: int) -> alt.VConcatChart:
        length = None if lasts >= YEARS else lasts
        path = boom_path(supply, demand, lag, forward, lasts=length, years=YEARS)
        return boom_chart(path, supply, demand, lag, forward, length)

    start = {"supply": 2, "demand": 0.25, "lag": 4, "forward": 0, "lasts": YEARS}
    controls = {
        "supply": Slider(_("Slope of supply"), "e", 0, 3, 0.1, start["supply"]),
        "demand": Slider(_("Slope of demand"), "d", 0, 1, 0.05, start["demand"]),
        "lag": Slider(_("Training lag, years"), "L", 1, 8, 1, start["lag"]),
        "forward": Slider(_("Share that looks ahead"), "φ", 0, 1, 0.05, start["forward"]),
        "lasts": Slider(_("Boom lasts, years (24: for good)"), "T", 1, YEARS, 1, start["lasts"]),
    }
    presets = {
        _("Boom of three years"): start | {"lasts": 3},
        _("Three years, all look ahead"): start | {"lasts": 3, "forward": 1},
        _("Steep demand"): start | {"demand": 0.6},
        _("Steep, a fifth looks ahead"): start | {"demand": 0.6, "forward": 0.2},
    }
    return Panel(draw, controls, presets)
