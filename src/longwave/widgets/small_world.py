"""Panel of lesson 08: links of a ring are moved; the way, the clustering, and who comes to know."""

from functools import cache

import numpy as np
import pandas as pd

from longwave.charts.small_world import rewiring_chart
from longwave.i18n import _
from longwave.models.small_world import move_links, ring_clustering, ring_lattice, ring_path_length
from longwave.models.weak_ties import first_heard, moving_curve
from longwave.widgets.controls import choice, slider
from longwave.widgets.panel import Panel

FIRMS, NEIGHBOURS = 60, 6
START = (1, 2, 3)
MOST_MOVED = 60


def moved_ring(moved: int, draw: int) -> pd.DataFrame:
    """Return the links of the panel's ring: DataFrame(from, to, moved)."""
    ring = ring_lattice(FIRMS, NEIGHBOURS)
    links = move_links(ring, FIRMS, moved, draw)
    return pd.DataFrame({"from": links[:, 0], "to": links[:, 1], "moved": (links != ring).any(axis=1)})


@cache
def panel_curves(needed: int, draw: int) -> pd.DataFrame:
    """Return path, clustering and reach as shares of the ring's, by number of links moved, for one draw."""
    counts = range(MOST_MOVED + 1)
    curve = moving_curve(FIRMS, NEIGHBOURS, counts, [draw])
    ring = ring_lattice(FIRMS, NEIGHBOURS)
    heard = [first_heard(move_links(ring, FIRMS, count, draw), FIRMS, START, needed) for count in counts]
    return pd.DataFrame(
        {
            "moved": curve["moved"],
            "path": curve["path"] / ring_path_length(FIRMS, NEIGHBOURS),
            "clustering": curve["clustering"] / ring_clustering(NEIGHBOURS),
            "reach": [float(np.isfinite(steps).mean()) for steps in heard],
        }
    )


def rewiring_panel() -> Panel:
    """Return the panel of a ring: how many links are moved, how many teachers a firm needs, and which draw."""

    def draw(moved: int, needed: int, lot: int):
        links = moved_ring(moved, lot)
        heard = first_heard(links[["from", "to"]].to_numpy(), FIRMS, START, needed)
        return rewiring_chart(links, heard, panel_curves(needed, lot), needed)

    controls = {
        "moved": slider(_("Links moved"), "m", 0, MOST_MOVED, 1, 0),
        "needed": choice(
            _("Teachers needed"), "q", {_("1: it is news"): 1, _("2: a knack"): 2, _("3: a hard knack"): 3}, 1
        ),
        "lot": choice(_("Draw"), "", {_("first"): 2, _("second"): 3, _("third"): 4}, 2),
    }
    presets = {
        _("News, 6 links moved"): {"moved": 6, "needed": 1},
        _("Hard knack, none moved"): {"moved": 0, "needed": 3},
        _("Hard knack, 6 links moved"): {"moved": 6, "needed": 3},
    }
    return Panel(draw, controls, presets)
