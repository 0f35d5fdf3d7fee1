"""Panel of lesson 12: commit a range for a year that is hidden, then look."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.diffusion.charts.forecast import HIGHEST_INDEX, forecast_chart
from longwave.topics.diffusion.models.hidden import FEWEST, MOST, hidden_fit


def forecast_panel() -> Panel:
    """Return the panel of the hidden future: the product, the years seen, the reader's range, and the reveal."""

    def draw(product: str, seen: int, low: int, high: int, reveal: bool) -> alt.VConcatChart:
        target, index, paths, profile = hidden_fit(product, seen)
        return forecast_chart(index, seen, target, paths, profile, (low, high), reveal)

    products = {
        _("room air conditioners, 1949"): "Room air conditioners",
        _("clothes dryers, 1949"): "Clothes dryers",
        _("video recorders, 1980"): "VCR",
    }
    controls: dict[str, Control] = {
        "product": Choice(_("Record from"), "", products, "Room air conditioners"),
        "seen": Slider(_("Years seen"), "", FEWEST, MOST, 1, FEWEST),
        "low": Slider(_("Your low end"), "l", 0, HIGHEST_INDEX, 5, 0),
        "high": Slider(_("Your high end"), "u", 0, HIGHEST_INDEX, 5, HIGHEST_INDEX),
        "reveal": Choice(_("The later years"), "", {_("hidden"): False, _("shown"): True}, False),
    }
    presets = {
        _("One year more"): {"product": "Room air conditioners", "seen": 6, "reveal": False},
        _("Video recorders, before the peak"): {"product": "VCR", "seen": 5, "reveal": False},
        _("Video recorders, after it"): {"product": "VCR", "seen": 7, "reveal": False},
    }
    return Panel(draw, controls, presets)
