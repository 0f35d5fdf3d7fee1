"""Panel of lesson 23: an invented programme, three ways to break its evaluation, and a placebo test."""

from functools import lru_cache

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider, Switch
from longwave.topics.small_firms.charts.evaluation import panel_chart
from longwave.topics.small_firms.models.evaluation import firm_panel


@lru_cache(maxsize=32)
def _panel(effect: float, trend: float, selection: float, spill: float) -> pd.DataFrame:
    return firm_panel(effect, trend, selection, spill)


def evaluation_panel() -> Panel:
    """Return the panel of an evaluation: the true effect, three faults, the years compared, and the placebo test."""

    def draw(
        effect: float, trend: float, selection: float, spill: float, before: int, placebo: bool
    ) -> alt.HConcatChart:
        return panel_chart(_panel(effect, trend, selection, spill), before, placebo)

    controls: dict[str, Control] = {
        "effect": Choice(_("True effect"), "", {_("nothing"): 0, _("+3 for each joiner"): 3}, 3),
        "trend": Slider(_("Joiners grow faster by"), "δ", 0, 0.75, 0.15, 0),
        "selection": Slider(_("A bad year decides"), "k", 0, 1, 0.02, 0),
        "spill": Slider(_("Effect on the others"), "σ", -3, 3, 0.5, 0),
        "before": Choice(_("Years before"), "", {_("the last one"): 1, _("all five"): 5}, 1),
        "placebo": Switch(_("Placebo: say it began in year 5"), False),
    }
    fair = {"effect": 0, "trend": 0, "selection": 0, "spill": 0, "before": 1, "placebo": False}
    presets: dict[str, dict[str, object]] = {
        _("Unequal trends"): {**fair, "trend": 0.75, "before": 5},
        _("A bad year"): {**fair, "selection": 0.94},
        _("The others lose"): {**fair, "spill": -3},
        _("Placebo test"): {"placebo": True},
        _("Back to the programme"): {"placebo": False},
    }
    return Panel(draw, controls, presets)
