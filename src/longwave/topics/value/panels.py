"""Panels of lesson 01: a value stick whose four lines move."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.value.charts import value_stick_chart

START = {"willingness_to_pay": 120, "price": 90, "cost": 60, "opportunity_cost": 40}


def value_stick_panel() -> Panel:
    """Return the panel of the value stick: four lines to move, and three events to try."""
    start = START["willingness_to_pay"], START["price"], START["cost"], START["opportunity_cost"]

    def draw(willingness_to_pay: float, price: float, cost: float, opportunity_cost: float) -> alt.LayerChart:
        return value_stick_chart(willingness_to_pay, price, cost, opportunity_cost, start=start)

    controls = {
        "willingness_to_pay": Slider(_("Willingness to pay"), "WTP", 0, 150, 5, START["willingness_to_pay"]),
        "price": Slider(_("Price"), "p", 0, 150, 5, START["price"]),
        "cost": Slider(_("Cost"), "c", 0, 150, 5, START["cost"]),
        "opportunity_cost": Slider(_("Opportunity cost"), "OC", 0, 150, 5, START["opportunity_cost"]),
    }
    presets = {
        _("Better user data"): {**START, "willingness_to_pay": 140},
        _("Supplier network"): {**START, "opportunity_cost": 20},
        _("Imitator enters"): {**START, "price": 70},
    }
    return Panel(draw, controls, presets)
