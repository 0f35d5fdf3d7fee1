"""The panel of lesson 32: three levers, and the function that joins them."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.levers.charts.tornado import tornado_chart
from longwave.topics.levers.models.combining import ADD, MULTIPLY, WEAKEST


def tornado_panel() -> Panel:
    """Return the panel of three levers: their sizes, how they join, and how weak the first link is."""

    def draw(way: str, first: int, second: int, third: int, start: int) -> alt.LayerChart:
        return tornado_chart([first / 100, second / 100, third / 100], way, [start / 100, 1.0, 1.0])

    controls: dict[str, Control] = {
        "way": Choice(
            _("Levers"), "", {_("add"): ADD, _("multiply"): MULTIPLY, _("wait for the weakest link"): WEAKEST}, MULTIPLY
        ),
        "first": Slider(_("Lever A (per cent)"), "g₁", 0, 30, 5, 10),
        "second": Slider(_("Lever B (per cent)"), "g₂", 0, 30, 5, 10),
        "third": Slider(_("Lever C (per cent)"), "g₃", 0, 30, 5, 10),
        "start": Slider(_("First link carries (per cent of the others)"), "s", 50, 100, 5, 100),
    }
    three: dict[str, object] = {"first": 10, "second": 10, "third": 10, "start": 100}
    one: dict[str, object] = {"first": 30, "second": 0, "third": 0, "start": 100}
    presets = {
        _("Three of ten"): three,
        _("One of thirty"): one,
        _("One of thirty on a weak first link"): {**one, "start": 75},
    }
    return Panel(draw, controls, presets)
