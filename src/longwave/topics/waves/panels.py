"""The panel of lesson 16: a real series through a band of the reader's choice, against random walks."""

from functools import cache, lru_cache

import altair as alt
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.waves.charts import EVIDENCE, band_chart
from longwave.topics.waves.models.bands import long_series, walks_between, walks_p
from longwave.topics.waves.models.filters import band_pass

SETS = ("long_prices", "long_interest", "income_per_head", "us_patents", "england_industry")
SHOWN_END = 1920
QUICK = 400  # walks for the bar, within the time of a slider; p itself is not drawn
FEW = 1.5  # times the longest period: a shorter series gets no verdict
DOUBT = 0.01  # within this of the level no verdict is given: two standard errors of 2,000 drawn walks


@cache
def _ten() -> dict[str, pd.Series]:
    return long_series(*(load(name) for name in SETS))


@lru_cache(maxsize=256)
def _walks(length: int, low: int, high: int) -> tuple[float, float]:
    return walks_between(length, low, high, draws=QUICK)


def series_panel() -> Panel:
    """Return the panel of ten real series: choose one, its years and the band, and read p against random walks."""

    def draw(name: str, low: int, high: int, first: int, last: int) -> alt.VConcatChart:
        series = _ten()[name].loc[first:last]
        p_value = walks_p(series, low, high)
        years = "–".join(str(int(year)) for year in (series.index[0], series.index[-1]))
        title = _("{name} {years}, {low} to {high} years: p = {p:.3f}, {verdict}").format(
            name=name, years=years, low=low, high=high, p=p_value, verdict=_verdict(p_value, len(series), high)
        )
        return band_chart(band_pass(series, low, high), series, _walks(len(series), low, high), title)

    controls: dict[str, Control] = {
        "name": Choice(_("Series"), "", {name: name for name in _ten()}, "US wholesale prices"),
        "low": Slider(_("Shortest period"), "", 10, 45, 5, 20),
        "high": Slider(_("Longest period"), "", 50, 100, 5, 70),
        "first": Slider(_("First year, at least"), "", 1700, 1840, 1, 1700),
        "last": Slider(_("Last year, at most"), "", 1890, 2022, 1, SHOWN_END),
    }
    usual = {"name": "US wholesale prices", "low": 20, "high": 70, "first": 1700}
    presets = {_("Ends in 1932"): usual | {"last": 1932}, _("Ends in 1917"): usual | {"last": 1917}}
    return Panel(draw, controls, presets)


def _verdict(p: float, years: int, high: float) -> str:
    """Return what p says in a few words; none where the years are too few or p is next to the level."""
    if years < FEW * high:
        return _("but {years} years hold few waves of {high}").format(years=years, high=high)
    if abs(p - EVIDENCE) <= DOUBT:
        return _("too near 0.05 to say")
    if p < EVIDENCE:
        return _("more than chance has")
    return _("chance has more") if p > 1 - EVIDENCE else _("chance has as much")
