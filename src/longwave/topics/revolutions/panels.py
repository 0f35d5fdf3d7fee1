"""Panels of revolutions: two capitals of one surge, and one row of Table 1 put into the columns in every way."""

import math

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Panel, Slider
from longwave.topics.revolutions.charts.revolutions_timeline import timeline_chart
from longwave.topics.revolutions.charts.two_capitals import capitals_chart
from longwave.topics.revolutions.models.table import PAPER_SPANS, Span, columns_of, cut_scores, entry_years, perez_spans
from longwave.topics.revolutions.models.two_capitals import crash, reach, surge_path

PRINTED_CUT = (1, 1, 2, 2)
PANEL_GROWTH = 0.2  # a share a year: from a hundredth of final use, where the path starts, to half of it takes 23 years


def capitals_panel() -> Panel:
    """Return the panel of two capitals: how many years of the rise are paid in advance, and how much is borrowed."""

    def draw(years_ahead: float, borrowed: float) -> alt.LayerChart:
        ahead = reach(years_ahead, borrowed, PANEL_GROWTH)
        return capitals_chart(surge_path(PANEL_GROWTH, ahead), crash(ahead))

    controls = {
        "years_ahead": Slider(_("Years of the rise paid in advance"), "h", 0, 40, 1, 10),
        "borrowed": Slider(_("Borrowed on each unit of own money"), "ℓ", 0, 1, 0.1, 0),
    }
    presets = {
        _("Pays for use alone"): {"years_ahead": 0, "borrowed": 0},
        _("The last price without a fall"): {"years_ahead": 5, "borrowed": 0},
        _("Forty years, on credit"): {"years_ahead": 40, "borrowed": 1},
    }
    return Panel(draw, controls, presets)


def placed_entries(columns: list[int], spans: tuple[Span, ...]) -> pd.DataFrame:
    """Return the six entries, each in a column: DataFrame(label, year, column, state); column 0 is off the table."""
    years = entry_years()
    rows = []
    for label, year, column in zip(_labels(), years, columns, strict=True):
        span = spans[column - 1] if column else None
        at_home = year is not None and span is not None and span[0] <= year <= span[1]
        state = "undated" if year is None else "home" if at_home else "away"
        rows.append({"label": label, "year": math.nan if year is None else year, "column": column, "state": state})
    return pd.DataFrame(rows)


def _labels() -> list[str]:
    return [
        _("1 Britain"),
        _("2 Britain → Europe, America"),
        _("3 US, Germany overtake"),
        _("4 US → Europe"),
        _("5 US → Europe, Asia"),
        _("6 China, US, Germany"),
    ]


def revolutions_panel() -> Panel:
    """Return the panel of the row of countries: how it is cut or moved, and whose years the columns have."""
    spans = {"paper": PAPER_SPANS, "perez": perez_spans()}

    def draw(placing: str, dating: str) -> alt.LayerChart:
        cut, shift, heading = _reading(placing)
        entries = placed_entries(columns_of(cut, shift), spans[dating])
        return timeline_chart(entries, _columns(spans[dating]), heading)

    controls = {
        "placing": Choice(_("Entries in the columns"), "", _placings(), "printed"),
        "dating": Choice(
            _("Years of the columns"), "", {_("the paper's periods"): "paper", _("Perez's surges"): "perez"}, "paper"
        ),
    }
    return Panel(draw, controls, {_("One column left"): {"placing": "moved"}})


def _placings() -> dict[str, str]:
    """Return the ways to place the entries: as printed, moved whole, and each other cut in the order of its cells."""
    printed = "|".join(map(str, PRINTED_CUT))
    others = sorted(set(cut_scores(entry_years(), PAPER_SPANS).index) - {printed})
    moved = {
        _("as printed, {cut}").format(cut=printed): "printed",
        _("as printed, moved one column left"): "moved",
    }
    return {**moved, **{_("cut anew, {cut}").format(cut=cut): cut for cut in others}}


def _reading(placing: str) -> tuple[tuple[int, ...], int, str]:
    if placing == "printed":
        return PRINTED_CUT, 0, _("As printed")
    if placing == "moved":
        return PRINTED_CUT, -1, _("Moved one column left")
    return tuple(int(part) for part in placing.split("|")), 0, _("Cut {cut}").format(cut=placing)


def _columns(spans: tuple[Span, ...]) -> pd.DataFrame:
    pairs = [(math.nan, math.nan) if span is None else span for span in spans]
    return pd.DataFrame(pairs, columns=["start", "end"], dtype=float).assign(column=range(1, len(spans) + 1))
