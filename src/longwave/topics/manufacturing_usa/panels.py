"""Panels of the institutes: a club's dues, the map by year, a garbled cell's readings, leverage with one left out."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Panel, Slider
from longwave.topics.manufacturing_usa.charts.clubs import club_chart
from longwave.topics.manufacturing_usa.charts.leverage import leverage_chart
from longwave.topics.manufacturing_usa.charts.places import map_chart
from longwave.topics.manufacturing_usa.charts.readings import readings_chart
from longwave.topics.manufacturing_usa.models.institutes import (
    cell_readings,
    garbled_cells,
    institute_leverage,
    noticed_sums,
    placed_institutes,
)
from longwave.topics.manufacturing_usa.models.leverage import leverage

FIRST_YEAR, LAST_YEAR, PAPERS_YEAR = 2012, 2025, 2021


def club_panel() -> Panel:
    """Return the club's dues by size of the member, with what it saves them and its cap on two sliders."""

    def draw(benefit: float, cap: float) -> alt.LayerChart:
        return club_chart(benefit / 100, cap)

    controls = {
        "benefit": Slider(_("The club saves"), _("% of sales"), 0.1, 1.9, 0.05, 0.8),
        "cap": Slider(_("Most that a member pays"), _("million"), 15, 60, 5, 15),
    }
    return Panel(draw, controls, {_("No member reaches the cap"): {"benefit": 0.8, "cap": 60}})


def map_panel() -> Panel:
    """Return the map of institutes, which a slider of years fills."""
    institutes = placed_institutes()

    def draw(year: int) -> alt.LayerChart:
        return map_chart(institutes, year)

    years = Slider(_("Announced up to"), _("year"), FIRST_YEAR, LAST_YEAR, 1, PAPERS_YEAR)
    return Panel(draw, {"year": years}, play="year")


def readings_panel() -> Panel:
    """Return the panel that shows all readings of one garbled cell."""
    cells = garbled_cells()

    def draw(institute: str) -> alt.LayerChart:
        return readings_chart(institute, cells[institute], cell_readings(institute), noticed_sums(institute))

    return Panel(draw, {"institute": Choice(_("Cell of"), "", {name: name for name in cells}, "America Makes")})


def leverage_panel() -> Panel:
    """Return the leverage of each institute and of all together, with one of them left out."""
    frame = institute_leverage()

    def draw(without: str) -> alt.LayerChart:
        counted = frame["institute"] != without
        together = leverage(frame.loc[counted, "federal"], frame.loc[counted, "others"])["ratio_of_sums"]
        return leverage_chart(frame.assign(counted=counted), together, without)

    names = {_("nobody"): "", **{name: name for name in frame["institute"]}}
    presets = {_("Without AIM Photonics"): {"without": "AIM Photonics"}}
    return Panel(draw, {"without": Choice(_("Leave out"), "", names, "")}, presets)
