"""Panels of lesson 12: a range for a year that is hidden, and thirteen technologies dated in three ways."""

from functools import cache

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.diffusion.charts.dates import calendars, dates_chart
from longwave.topics.diffusion.charts.forecast import forecast_chart
from longwave.topics.diffusion.models.hidden import FEWEST, MOST, SOLAR, hidden_fit
from longwave.topics.diffusion.models.households import adoption_times, household_shares


def forecast_panel() -> Panel:
    """Return the panel of the hidden future: the product, the years seen, the reader's range, and the reveal."""

    def draw(product: str, seen: int, low: int, high: int, reveal: bool) -> alt.VConcatChart:
        return forecast_chart(hidden_fit(product, seen), (low, high), reveal)

    products = {
        _("photovoltaics, world, 2001"): SOLAR,
        _("room air conditioners, 1949"): "Room air conditioners",
        _("clothes dryers, 1949"): "Clothes dryers",
        _("video recorders, 1980"): "VCR",
    }
    controls: dict[str, Control] = {
        "product": Choice(_("Record from"), "", products, SOLAR),
        "seen": Slider(_("Years seen"), "", FEWEST, MOST, 1, 9),
        "low": Slider(_("Your low end"), "l", 10, 1000, 10, 50),
        "high": Slider(_("Your high end"), "u", 10, 1000, 10, 150),
        "reveal": Choice(_("The next years"), "", {_("hidden"): False, _("shown"): True}, False),
    }
    presets = {
        _("Photovoltaics to 2012"): {"product": SOLAR, "seen": 12, "reveal": False},
        _("Air conditioners, 5 years"): {"product": "Room air conditioners", "seen": 5, "reveal": False},
        _("Air conditioners, 7 years"): {"product": "Room air conditioners", "seen": 7, "reveal": False},
    }
    return Panel(draw, controls, presets)


def dates_panel() -> Panel:
    """Return the panel of thirteen technologies: which year dates them, which clock times them, who is left out."""

    def draw(calendar: str, clock: str, without: str) -> alt.LayerChart:
        return dates_chart(_household_times().drop(index=without, errors="ignore"), calendar, clock)

    times = {_("10 to 90 %, fitted line"): "takeover", _("25 to 75 %, record"): "quarters"}
    left_out = {
        _("none"): "",
        _("landline"): "Landline",
        _("microcomputer"): "Microcomputer",
        _("smartphone"): "Smartphone",
    }
    controls: dict[str, Control] = {
        "calendar": Choice(_("Dated by"), "", {words: name for name, words in calendars().items()}, "midpoint"),
        "clock": Choice(_("Timed from"), "", times, "takeover"),
        "without": Choice(_("Left out"), "", left_out, ""),
    }
    return Panel(draw, controls, {})


@cache
def _household_times() -> pd.DataFrame:
    return adoption_times(household_shares())
