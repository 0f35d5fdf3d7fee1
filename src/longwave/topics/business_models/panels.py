"""Panel of lesson 10: what a suit made to order may cost before the batch earns more."""

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.business_models.charts.orders import COSTS, break_even_chart
from longwave.topics.business_models.models.newsvendor import best_batch, break_even_cost, made_to_order_profit

PRICE, BATCH_COST, MEAN = 100, 40, 100


def made_to_order_panel() -> Panel:
    """Return the panel of batch and made to order: how uncertain demand is, the unit cost, what leftovers fetch."""

    def draw(cv: float, cost: float, salvage: float) -> alt.LayerChart:
        batch = float(best_batch(PRICE, BATCH_COST, salvage, MEAN, cv)["profit"])
        limit = break_even_cost(PRICE, BATCH_COST, salvage, cv)
        margins = pd.DataFrame(
            {"cost": [float(end) for end in COSTS], "profit": [made_to_order_profit(PRICE, end, MEAN) for end in COSTS]}
        )
        return break_even_chart(batch, made_to_order_profit(PRICE, cost, MEAN), cost, limit, margins, cv, salvage)

    controls = {
        "cv": Slider(_("Uncertainty of demand"), "cv", 0.05, 0.5, 0.005, 0.4),
        "cost": Slider(_("Unit cost, to order"), "cₒ", COSTS[0], COSTS[1], 1, 50),
        "salvage": Slider(_("A leftover fetches"), "s", 0, 35, 5, 10),
    }
    presets = {
        _("A third dearer"): {"cv": 0.4, "cost": 53, "salvage": 10},
        _("Steady demand"): {"cv": 0.1, "cost": 50, "salvage": 10},
        _("Leftovers sell well"): {"cv": 0.4, "cost": 50, "salvage": 35},
    }
    return Panel(draw, controls, presets)
