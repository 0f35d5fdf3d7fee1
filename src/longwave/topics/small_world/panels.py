"""Panel of lesson 08: links of a ring are moved; the path, the clustering, and who comes to know."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.small_world.charts.rewiring import rewiring_chart
from longwave.topics.small_world.models.rewiring import FIRMS, MOST_MOVED, START, moved_ring, panel_curves
from longwave.topics.small_world.models.weak_ties import first_heard


def rewiring_panel() -> Panel:
    """Return the panel of a ring: how many links are moved, how many teachers a firm needs, and which draw."""

    def draw(moved: int, needed: int, seed: int) -> alt.HConcatChart:
        links = moved_ring(moved, seed)
        heard = first_heard(links[["from", "to"]].to_numpy(), FIRMS, START, needed)
        return rewiring_chart(links, heard, panel_curves(needed, seed), needed)

    controls: dict[str, Control] = {
        "moved": Slider(_("Links moved"), "m", 0, MOST_MOVED, 1, 6),
        "needed": Choice(
            _("Teachers needed"), "q", {_("1: it is news"): 1, _("2: a knack"): 2, _("3: a hard knack"): 3}, 3
        ),
        "seed": Choice(_("Draw"), "", {_("first"): 2, _("second"): 3, _("third"): 4}, 2),
    }
    presets = {
        _("News, 6 links moved"): {"moved": 6, "needed": 1},
        _("2 teachers, 6 links moved"): {"moved": 6, "needed": 2},
        _("3 teachers, none moved"): {"moved": 0, "needed": 3},
        _("3 teachers, 6 links moved"): {"moved": 6, "needed": 3},
    }
    return Panel(draw, controls, presets)
