"""The panel of lesson 24: how long a supply is denied by a club that announces a date, and by one supplier alone."""

from longwave.i18n import _
from longwave.panels import Control, Panel, Slider
from longwave.topics.alliances.charts.controls import denial_chart


def denial_panel() -> Panel:
    """Return the panel of a denial: the lead, the gap to the date, the pace of buying, and what the others fill in."""
    controls: dict[str, Control] = {
        "lead": Slider(_("Years until the buyer makes it"), "L", 1, 6, 0.5, 4),
        "gap": Slider(_("Years from word to date"), "g", 0, 3, 0.1, 0.6),
        "pace": Slider(_("Pace of buying in the gap"), "r", 1, 7, 0.1, 1),
        "share": Slider(_("Share of the one alone"), "s", 0, 1, 0.05, 0.5),
        "filled": Slider(_("Part filled in by others"), "f", 0, 1, 0.05, 0.5),
    }
    start = {"lead": 4, "gap": 0.6, "pace": 1, "share": 0.5, "filled": 0.5}
    presets = {
        _("Nobody stocks up"): start,
        _("Deal to Dutch rule, customs"): {**start, "pace": 1.9},
        _("US rule to the last licences"): {**start, "gap": 1.2, "pace": 2.6},
        _("Nobody fills in"): {**start, "pace": 1.9, "filled": 0},
    }
    return Panel(denial_chart, controls, presets)
