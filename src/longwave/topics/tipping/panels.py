"""Panels of lesson 15: push an industry for a while and let go, and choose the rule by which busts are counted."""

from functools import cache

import altair as alt
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.tipping.charts.releases import busts_chart
from longwave.topics.tipping.charts.tipping import HORIZON, push_chart
from longwave.topics.tipping.models.cusp import crossing_time, pulse_path
from longwave.topics.tipping.models.releases import aligned, records, yearly_additions

STEPS = 40


def tipping_panel() -> Panel:
    """Return the panel of one push: how high, how long, and how strongly firms draw one another along."""

    def draw(push: float, length: float, coupling: float) -> alt.VConcatChart:
        path = pulse_path(coupling, push, length, HORIZON, steps=STEPS)
        return push_chart(path, coupling, push, length, crossing_time(coupling, push))

    controls = {
        "push": Slider(_("Push"), "b", 0, 3, 0.05, 2.05),
        "length": Slider(_("How long it lasts"), "", 0, 9, 0.1, 7.5),
        "coupling": Slider(_("Firms draw others along"), "a", 1, 3, 0.1, 3),
    }
    presets = {
        _("Cautious, half as long"): {"push": 2.05, "length": 4, "coupling": 3},
        _("Bold, long enough"): {"push": 3, "length": 1.2, "coupling": 3},
        _("For ever, just below"): {"push": 1.95, "length": 9, "coupling": 3},
    }
    return Panel(draw, controls, presets)


@cache
def _additions() -> pd.DataFrame:
    return yearly_additions(load("photovoltaics_countries"))


def busts_panel() -> Panel:
    """Return the panel of the rule: how large a record, how many years after it, and what counts as a bust."""

    def draw(size: int, window: int, depth: float) -> alt.LayerChart:
        _records, busts = records(_additions(), size, window, depth)
        return busts_chart(aligned(_additions(), busts, after=window), busts, window)

    controls = {
        "size": Slider(_("Smallest record (MW)"), "", 100, 1000, 100, 300),
        "window": Slider(_("Years after the record"), "", 1, 5, 1, 3),
        "depth": Slider(_("Bust: falls below this share"), "", 0.2, 0.8, 0.1, 0.5),
    }
    presets = {
        _("One year only"): {"size": 300, "window": 1, "depth": 0.5},
        _("Five years"): {"size": 300, "window": 5, "depth": 0.5},
    }
    return Panel(draw, controls, presets)
