"""The panel of lesson 03: the Teece map, where an innovator chooses between a licence and a factory of her own."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.appropriation.charts import teece_map_chart
from longwave.topics.appropriation.models import MAP_HOLDERS, teece_map

VALUE = 100


def teece_panel() -> Panel:
    """Return the Teece map: appropriability, the number of factories, and what a factory of one's own costs."""

    def draw(appropriability: float, holders: int, asset_cost: float) -> alt.LayerChart:
        return teece_map_chart(teece_map(asset_cost, VALUE), appropriability, holders, VALUE)

    controls = {
        "appropriability": Slider(_("Chance of no copying"), "α", 0, 1, 0.1, 0.5),
        "holders": Slider(_("Factories for hire"), "k", 1, MAP_HOLDERS, 1, 1),
        "asset_cost": Slider(_("Cost of your own factory"), "F", 0, 50, 5, 50),
    }
    presets: dict[str, dict[str, object]] = {
        _("Buy a stronger right"): {"appropriability": 0.8, "holders": 1},
        _("Find a second factory"): {"appropriability": 0.5, "holders": 2},
        _("A factory for 10"): {"asset_cost": 10},
    }
    return Panel(draw, controls, presets)
