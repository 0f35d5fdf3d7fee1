"""The panel of lesson 16: a real series through a band of the reader's choice, against random walks."""

from functools import cache

import altair as alt
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.waves.charts import CENTURIES, EVIDENCE, kept_chart
from longwave.topics.waves.models.bands import long_series, walks_p
from longwave.topics.waves.models.filters import band_pass

SETS = ("long_prices", "long_interest", "income_per_head", "us_patents", "england_industry")
QUICK = 500  # draws: p to about one in a hundred, within the time of a slider
SHOWN_END = 1920


@cache
def _ten() -> dict[str, pd.Series]:
    return long_series(*(load(name) for name in SETS))


def series_panel() -> Panel:
    """Return the panel of ten real series: choose one, the band and the last year, and read p against random walks."""

    def draw(name: str, low: int, high: int, last: int) -> alt.Chart:
        series = _ten()[name].loc[:last]
        p_value = walks_p(series, low, high, draws=QUICK)
        text = (
            _("{name} to {year}, {low} to {high} years: p = {p:.2f}, more than chance has")
            if p_value < EVIDENCE
            else _("{name} to {year}, {low} to {high} years: p = {p:.2f}, chance has as much")
        )
        title = text.format(name=name, year=int(series.index[-1]), low=low, high=high, p=p_value)
        return kept_chart(band_pass(series, low, high), series, title, CENTURIES)

    controls: dict[str, Control] = {
        "name": Choice(_("Series"), "", {name: name for name in _ten()}, "US wholesale prices"),
        "low": Slider(_("Shortest period"), "", 10, 45, 5, 20),
        "high": Slider(_("Longest period"), "", 50, 100, 5, 70),
        "last": Slider(_("Last year, at most"), "", 1900, 2022, 1, SHOWN_END),
    }
    presets = {
        _("Ends in 1932"): {"name": "US wholesale prices", "low": 20, "high": 70, "last": 1932},
        _("Ends in 1918"): {"name": "US wholesale prices", "low": 20, "high": 70, "last": 1918},
    }
    return Panel(draw, controls, presets)
