"""Panels of lesson 04: what makes a job wait, and two workshops to watch for a week."""

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.shopfloor.charts.waits import wait_chart
from longwave.topics.shopfloor.charts.watch import workshop_chart
from longwave.topics.shopfloor.models.shop import NOW, ORDERS, WEEK, wait_curve, wait_parts, week

SHORT, LONG = 2, 20


def shop_panel() -> Panel:
    """Return the panel of the wait: length of repairs, hours between failures, and orders."""
    dashed = wait_curve(**NOW).assign(state="before")

    def draw(repair: float, between: float, orders: float) -> alt.LayerChart:
        curves = pd.concat([dashed, wait_curve(repair, between).assign(state="now")])
        return wait_chart(curves, wait_parts(**NOW, orders=ORDERS), wait_parts(repair, between, orders))

    controls = {
        "repair": Slider(_("Mean repair, hours"), "m", 1, 20, 1, SHORT),
        "between": Slider(_("Hours at work between failures"), "F", 80, 320, 20, NOW["between"]),
        "orders": Slider(_("Orders an hour"), "λ", 0.4, 0.7, 0.02, ORDERS),
    }
    presets = {
        _("Mend in 2 hours"): {**NOW, "repair": SHORT, "orders": ORDERS},
        _("Fail half as often"): {**NOW, "between": 2 * NOW["between"], "orders": ORDERS},
        _("Fewer orders only"): {**NOW, "orders": 0.5},
    }
    return Panel(draw, controls, presets)


def watch_panel() -> Panel:
    """Return the panel of two workshops with the same jobs and the same uptime; Play walks through the week."""

    def draw(hour: int, seed: int) -> alt.VConcatChart:
        return workshop_chart({"short": week(seed, SHORT), "long": week(seed, LONG)}, hour)

    controls: dict[str, Control] = {
        "hour": Slider(_("Hour"), "", 0, WEEK, 1, 100),
        "seed": Choice(_("Week"), "", {_("A, one very long stop"): 20, _("B"): 8}, 20),
    }
    return Panel(draw, controls, {_("From Monday, 0:00"): {"hour": 0}}, play="hour")
