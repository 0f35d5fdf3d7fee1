"""Panels of lesson 20: the map by year, the readings of a garbled cell, and leverage with one institute left out."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Panel, Slider
from longwave.topics.manufacturing_usa.charts import leverage_chart, map_chart, readings_chart
from longwave.topics.manufacturing_usa.models.institutes import (
    cell_readings,
    garbled_cells,
    institute_leverage,
    placed_institutes,
)
from longwave.topics.manufacturing_usa.models.leverage import leverage

FIRST_YEAR, LAST_YEAR, PAPERS_YEAR = 2012, 2025, 2021


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
        return readings_chart(institute, cells[institute], cell_readings(institute))

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
