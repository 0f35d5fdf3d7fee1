"""Panels of lesson 04: what makes a job wait, and two workshops to watch for a week."""

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.shopfloor.charts import wait_chart, workshop_chart
from longwave.topics.shopfloor.models.shop import LOADS, START, WEEK, wait_curve, wait_parts, week

SHORT, LONG = 2, 20


def shop_panel() -> Panel:
    """Return the panel of the wait: length of repairs, availability, load, and how irregular the arrivals are."""
    before = wait_parts(**START)
    dashed = wait_curve(START["repair"], START["availability"], START["gaps"])

    def draw(repair: float, availability: float, load: float, gaps: float) -> alt.LayerChart:
        curve = pd.DataFrame({"load": LOADS, "before": dashed, "now": wait_curve(repair, availability, gaps)})
        return wait_chart(curve, before, wait_parts(repair, availability, load, gaps))

    controls = {
        "repair": Slider(_("Mean repair, hours"), "m", 1, 20, 1, START["repair"]),
        "availability": Slider(_("Uptime"), "A", 0.7, 0.95, 0.01, START["availability"]),
        "load": Slider(_("Load"), "u", 0.5, 0.95, 0.01, START["load"]),
        "gaps": Slider(_("Irregular arrivals"), "c²", 0, 2, 0.25, START["gaps"]),
    }
    presets = {
        _("Sense and repair sooner"): {**START, "repair": 2},
        _("Level the arrivals"): {**START, "gaps": 0.0},
        _("More uptime only"): {**START, "availability": 0.9},
    }
    return Panel(draw, controls, presets)


def watch_panel() -> Panel:
    """Return the panel of two workshops with the same jobs and the same uptime; Play walks through the week."""

    def draw(hour: int, seed: int) -> alt.VConcatChart:
        return workshop_chart({"short": week(seed, SHORT), "long": week(seed, LONG)}, hour)

    controls: dict[str, Control] = {
        "hour": Slider(_("Hour"), "", 0, WEEK, 1, 84),
        "seed": Choice(_("Week"), "", {_("the eighth"): 8, _("the sixth"): 6, _("the twentieth"): 20}, 8),
    }
    return Panel(draw, controls, {_("From Monday, 0:00"): {"hour": 0}}, play="hour")
