"""Panels of lesson 01: a value stick whose four lines move."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.value.charts.stick import value_stick_chart

BEFORE = {"willingness_to_pay": 120, "price": 90, "cost": 60, "opportunity_cost": 40}
IMITATED = 70


def value_stick_panel() -> Panel:
    """Return the panel of the value stick: four lines to move, and four events to try.

    It opens after an imitator has forced the price down; the outline shows the stick before.
    """
    outline = BEFORE["willingness_to_pay"], BEFORE["price"], BEFORE["cost"], BEFORE["opportunity_cost"]

    def draw(willingness_to_pay: float, price: float, cost: float, opportunity_cost: float) -> alt.LayerChart:
        return value_stick_chart(willingness_to_pay, price, cost, opportunity_cost, start=outline)

    controls = {
        "willingness_to_pay": Slider(_("Willingness to pay"), "WTP", 0, 150, 5, BEFORE["willingness_to_pay"]),
        "price": Slider(_("Price"), "p", 0, 150, 5, IMITATED),
        "cost": Slider(_("Cost"), "c", 0, 150, 5, BEFORE["cost"]),
        "opportunity_cost": Slider(_("Opportunity cost"), "OC", 0, 150, 5, BEFORE["opportunity_cost"]),
    }
    presets = {
        _("Before the imitator"): {**BEFORE},
        _("Better user data"): {**BEFORE, "willingness_to_pay": 140},
        _("Supplier network"): {**BEFORE, "opportunity_cost": 20},
        _("A price too high"): {**BEFORE, "price": 130},
    }
    return Panel(draw, controls, presets)
