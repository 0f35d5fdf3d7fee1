"""Panels: two printed figures and the series they may be; what money buys between two years; many portfolios."""

import altair as alt
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.research_money.charts.figures import figures_chart
from longwave.topics.research_money.charts.portfolio import portfolio_chart
from longwave.topics.research_money.charts.purchasing import purchasing_chart
from longwave.topics.research_money.models.portfolio import LOG_NORMAL, PARETO
from longwave.topics.research_money.models.purchasing import denominators
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
        return figures_chart(published[["series", "kind", "measure", "year", "billion", "tested"]], pairs)

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
        "shift": Slider(_("Shift in years"), "", -4, 0, 1, 0),
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


def ends_panel() -> Panel:
    """Return the panel of two ends: federal research money between two years, under three denominators."""
    money = load("research_payers").set_index("year")["federal_million_usd"] / 1000
    levels = denominators()

    def draw(first: int, last: int) -> alt.LayerChart:
        return purchasing_chart(money, levels, first, last)

    controls = {
        "first": Slider(_("First year"), "", 1970, 2005, 1, 1985),
        "last": Slider(_("Last year"), "", 2006, 2020, 1, 2015),
    }
    presets = {
        _("All years"): {"first": 1970, "last": 2020},
        _("From a peak"): {"first": 1987, "last": 2006},
        _("From a trough"): {"first": 2000, "last": 2011},
    }
    return Panel(draw, controls, presets)


def portfolio_panel() -> Panel:
    """Return the panel of a portfolio: what a programme returns on average, how skewed, and how many there are."""
    controls: dict[str, Control] = {
        "mean": Slider(_("True mean return"), "m", 0.5, 3, 0.1, 1.5),
        "share": Slider(_("The best tenth brings, in the long run"), "L", 0.4, 0.94, 0.02, 0.68),
        "programmes": Choice(_("Programmes"), "n", {str(many): many for many in (20, 50, 150, 500, 1500)}, 150),
        "law": Choice(_("Law"), "", {_("Pareto"): PARETO, _("log-normal"): LOG_NORMAL}, PARETO),
    }
    presets = {
        _("It loses a third"): {"mean": 0.7, "share": 0.68, "programmes": 150, "law": PARETO},
        _("Ten times as many"): {"mean": 1.5, "share": 0.68, "programmes": 1500, "law": PARETO},
        _("The other law"): {"mean": 1.5, "share": 0.68, "programmes": 150, "law": LOG_NORMAL},
    }
    return Panel(portfolio_chart, controls, presets)
