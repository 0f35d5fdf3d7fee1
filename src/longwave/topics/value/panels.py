"""Panels of lesson 01: a value stick whose four lines move."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.value.charts.stick import value_stick_chart

BEFORE = {"willingness_to_pay": 120, "price": 90, "cost": 60, "opportunity_cost": 40}
IMITATED, INFORMED = 70, 140  # the price that an imitator forces, and what is paid at most after better user data


def value_stick_panel() -> Panel:
    """Return the panel of the value stick: four lines to move, and events to try.

    It opens after user data have raised what the customer would pay; the outline shows the stick before. So it does not
    answer the question on the imitator, which the reader meets just above it.
    """
    outline = BEFORE["willingness_to_pay"], BEFORE["price"], BEFORE["cost"], BEFORE["opportunity_cost"]

    def draw(willingness_to_pay: float, price: float, cost: float, opportunity_cost: float) -> alt.LayerChart:
        return value_stick_chart(willingness_to_pay, price, cost, opportunity_cost, start=outline)

    controls = {
        "willingness_to_pay": Slider(_("Willingness to pay"), "WTP", 0, 150, 5, INFORMED),
        "price": Slider(_("Price"), "p", 0, 150, 5, BEFORE["price"]),
        "cost": Slider(_("Cost"), "c", 0, 150, 5, BEFORE["cost"]),
        "opportunity_cost": Slider(_("Opportunity cost"), "OC", 0, 150, 5, BEFORE["opportunity_cost"]),
    }
    presets = {
        _("Before"): {**BEFORE},
        _("User data"): {**BEFORE, "willingness_to_pay": INFORMED},
        _("The imitator"): {**BEFORE, "price": IMITATED},
        _("Supplier network"): {**BEFORE, "opportunity_cost": 20},
        _("A price too high"): {**BEFORE, "price": 130},
    }
    return Panel(draw, controls, presets)
