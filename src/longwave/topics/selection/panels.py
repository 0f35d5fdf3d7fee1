"""Panel of lesson 13: an industry whose firms are selected, and search."""

import altair as alt
import numpy as np

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.selection.charts import industry_chart
from longwave.topics.selection.models.industry import industry_histories

FIRMS, PERIODS, HISTORIES = 20, 120, 100


def selection_panel() -> Panel:
    """Return the panel of a hundred industries: how hard selection is, how often firms search, and another draw."""

    def draw(selection: float, search: float, seed: int) -> alt.HConcatChart:
        rng = np.random.default_rng(seed)
        return industry_chart(*industry_histories(selection, search, FIRMS, PERIODS, HISTORIES, rng))

    controls = {
        "selection": Slider(_("Selection"), "β", 0, 4, 0.1, 0.5),
        "search": Slider(_("Chance of search"), "m", 0, 0.2, 0.01, 0),
        "seed": Slider(_("Set of histories"), "", 1, 20, 1, 1),
    }
    presets = {
        _("Selection alone"): {"selection": 0.5, "search": 0, "seed": 1},
        _("Search alone"): {"selection": 0, "search": 0.1, "seed": 1},
        _("Both"): {"selection": 0.5, "search": 0.1, "seed": 1},
        _("Hardest selection, and search"): {"selection": 4, "search": 0.1, "seed": 1},
    }
    return Panel(draw, controls, presets)
