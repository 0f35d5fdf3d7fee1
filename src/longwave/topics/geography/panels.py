"""Panel of lesson 17: two regions, the cost of trade between them, and where industry comes to rest."""

from functools import lru_cache

import altair as alt
import numpy as np
import pandas as pd

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.geography.charts.regions import tomahawk_chart
from longwave.topics.geography.models.core_periphery import (
    core_periphery_points,
    long_run_states,
    short_run,
    tipping_shares,
)

SHARES = np.linspace(0, 1, 61)


@lru_cache(maxsize=64)
def _landscape(sigma: float, mu: float) -> tuple[pd.DataFrame, pd.Series]:
    """Return what does not depend on the trade cost: moving that slider need not trace the arc anew."""
    return tipping_shares(sigma, mu, count=16), core_periphery_points(sigma, mu)


def tomahawk_panel() -> Panel:
    """Return the panel of two regions: the cost of trade, how alike goods are, and how much of spending they take."""

    def draw(trade_cost: float, sigma: float, mu: float) -> alt.HConcatChart:
        real = short_run(SHARES, trade_cost, sigma, mu)
        gap = pd.DataFrame({"share": SHARES, "gap": (real["real_1"] / real["real_2"] - 1).to_numpy()})
        arc, points = _landscape(sigma, mu)
        return tomahawk_chart(gap, long_run_states(trade_cost, sigma, mu), arc, points, trade_cost)

    controls = {
        "trade_cost": Slider(_("Trade cost"), "T", 1.05, 2.45, 0.01, 2.1),
        "sigma": Slider(_("How alike goods are"), "σ", 4, 7, 0.25, 5),
        "mu": Slider(_("Share spent on goods"), "μ", 0.25, 0.5, 0.05, 0.4),
    }
    presets = {
        _("Dear trade, T = 2.1"): {"trade_cost": 2.1},
        _("In between, T = 1.7"): {"trade_cost": 1.7},
        _("Cheap trade, T = 1.5"): {"trade_cost": 1.5},
    }
    return Panel(draw, controls, presets)
