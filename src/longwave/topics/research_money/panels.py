"""The panel of lesson 21: two printed figures, the unit they may be in, and the series they may be."""

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.research_money.charts import figures_chart
from longwave.topics.research_money.models.series import prices, printed_figures, published_series

DAY = 0  # money as it was counted at the time


def figures_panel() -> Panel:
    """Return the panel that tries a unit, a series, a shift in years and prices on two printed figures."""
    series, level = published_series(), prices()

    def draw(figure: str, unit: str, against: str, shift: int, base: int) -> alt.LayerChart:
        published = series.assign(tested=series["series"] == against)
        if base != DAY:
            published["billion"] = published["billion"] * (level[base] / level[published["year"]].to_numpy())
        tested = published[published["tested"]].set_index("year")["billion"]
        shown = printed_figures(figure, unit)
        years = shown.index + shift
        pairs = pd.DataFrame(
            {
                "printed_year": shown.index,
                "year": years,
                "billion": shown.to_numpy(),
                "known": tested.reindex(years).to_numpy(),
            }
        )
        return figures_chart(published[["series", "kind", "year", "billion", "tested"]], pairs)

    controls: dict[str, Control] = {
        "figure": Choice(_("Printed as"), "", {_("total"): "total", _("basic research"): "basic"}, "total"),
        "unit": Choice(_("Read in"), "", {_("亿 (hundred million)"): "yi", _("billion"): "billion"}, "yi"),
        "against": Choice(
            _("Compared with"),
            "",
            {
                _("all federal research, authority"): "all",
                _("research of all payers, spending"): "national",
                _("all basic research, authority"): "basic, all",
                _("space (252), authority"): "space",
                _("space (252), outlays"): "space spent",
                _("general science (251), authority"): "basic",
                _("general science (251), outlays"): "basic spent",
            },
            "all",
        ),
        "shift": Slider(_("Shift in years"), "", -4, 2, 1, 0),
        "base": Choice(_("Series in prices of"), "", {_("the day"): DAY, _("1978"): 1978, _("2020"): 2020}, DAY),
    }
    presets = {
        _("As printed"): _values("total", "yi", "all", 0),
        _("In billions"): _values("total", "billion", "all", 0),
        _("Space"): _values("total", "yi", "space", 0),
        _("Constant dollars"): _values("total", "yi", "space", 0, 2020),
    }
    return Panel(draw, controls, presets)


def _values(figure: str, unit: str, against: str, shift: int, base: int = DAY) -> dict[str, object]:
    return {"figure": figure, "unit": unit, "against": against, "shift": shift, "base": base}
