"""Panel of lesson 08: links of a ring are moved, added or removed; the path, the weeks, and who comes to know."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.small_world.charts.rewiring import rewiring_chart
from longwave.topics.small_world.models.rewiring import FIRMS, MOST_MOVED, START, links_in_use, panel_curves, panel_ring
from longwave.topics.small_world.models.weak_ties import first_heard


def rewiring_panel() -> Panel:
    """Return the panel of a ring: how many links change, how, how many teachers a firm needs, and which draw."""

    def draw(moved: int, needed: int, change: str, seed: int) -> alt.HConcatChart:
        links = panel_ring(moved, seed, change)
        heard = first_heard(links_in_use(links), FIRMS, START, needed)
        return rewiring_chart(links, heard, panel_curves(needed, seed, change), needed, change)

    controls: dict[str, Control] = {
        "moved": Slider(_("Links"), "m", 0, MOST_MOVED, 1, 0),
        "needed": Choice(
            _("Teachers needed"), "q", {_("1: it is news"): 1, _("2: a knack"): 2, _("3: a hard knack"): 3}, 3
        ),
        "change": Choice(
            _("They are"),
            "",
            {_("moved far away"): "moved", _("added, far"): "added", _("removed, near"): "removed"},
            "moved",
        ),
        "seed": Choice(_("Draw"), "", {_("first"): 2, _("second"): 3, _("third"): 4}, 2),
    }
    presets = {
        _("News, 6 moved"): {"moved": 6, "needed": 1, "change": "moved"},
        _("2 teachers, 6 moved"): {"moved": 6, "needed": 2, "change": "moved"},
        _("3 teachers, 6 moved"): {"moved": 6, "needed": 3, "change": "moved"},
        _("3 teachers, 6 added"): {"moved": 6, "needed": 3, "change": "added"},
        _("3 teachers, 6 removed"): {"moved": 6, "needed": 3, "change": "removed"},
    }
    return Panel(draw, controls, presets)
