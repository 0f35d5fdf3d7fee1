"""Panels of lesson 04: what makes a job wait, and two workshops to watch for a week."""

from functools import cache

import numpy as np
import pandas as pd

from longwave.charts.shopfloor import wait_chart, workshop_chart
from longwave.i18n import _
from longwave.models.queueing import kingman, machine_with_breakdowns
from longwave.models.workshop import state_by_hour, workshop_log
from longwave.widgets.controls import choice, slider
from longwave.widgets.panel import Panel

JOB = 1.0
START = {"repair": 20, "availability": 0.8, "load": 0.85, "gaps": 1.0}
LOADS = np.linspace(0.5, 0.95, 46)
WEEK = 168
SHORT, LONG = 2, 20


def wait_parts(repair: float, availability: float, load: float, gaps: float) -> pd.Series:
    """Return the wait and its three factors: Series(load, variability, crowding, time, wait), in hours.

    >>> wait_parts(2, 0.8, 0.85, 1.0).round(2).tolist()
    [0.85, 0.82, 5.67, 1.25, 5.81]
    """
    time, varied = machine_with_breakdowns(JOB, availability, repair)
    wait = kingman(load, time, gaps, varied)
    parts = {"load": load, "variability": (gaps + varied) / 2, "crowding": load / (1 - load), "time": time}
    return pd.Series({**parts, "wait": wait})


def _curve(repair: float, availability: float, gaps: float) -> list[float]:
    time, varied = machine_with_breakdowns(JOB, availability, repair)
    return [kingman(load, time, gaps, varied) for load in LOADS]


def shop_panel() -> Panel:
    """Return the panel of the wait: length of repairs, availability, load, and how irregular the arrivals are."""
    before = wait_parts(**START)
    dashed = _curve(START["repair"], START["availability"], START["gaps"])

    def draw(repair: float, availability: float, load: float, gaps: float):
        curve = pd.DataFrame({"load": LOADS, "before": dashed, "now": _curve(repair, availability, gaps)})
        return wait_chart(curve, before, wait_parts(repair, availability, load, gaps))

    controls = {
        "repair": slider(_("Mean repair, hours"), "m", 1, 20, 1, START["repair"]),
        "availability": slider(_("Uptime"), "A", 0.7, 0.95, 0.01, START["availability"]),
        "load": slider(_("Load"), "u", 0.5, 0.95, 0.01, START["load"]),
        "gaps": slider(_("Irregular arrivals"), "c²", 0, 2, 0.25, START["gaps"]),
    }
    presets = {
        _("Sense and repair sooner"): {**START, "repair": 2},
        _("Level the arrivals"): {**START, "gaps": 0.0},
        _("More uptime only"): {**START, "availability": 0.9},
    }
    return Panel(draw, controls, presets)


@cache
def week(seed: int, repair: float) -> pd.DataFrame:
    """Return a simulated week of the workshop, hour by hour; see `state_by_hour`.

    >>> len(week(8, 2))
    169
    """
    return state_by_hour(workshop_log(WEEK, START["load"], START["availability"], repair, seed), WEEK)


def watch_panel() -> Panel:
    """Return the panel of two workshops with the same jobs and the same uptime; Play walks through the week."""

    def draw(hour: int, seed: int):
        return workshop_chart({"short": week(seed, SHORT), "long": week(seed, LONG)}, hour)

    controls = {
        "hour": slider(_("Hour"), "", 0, WEEK, 1, 84),
        "seed": choice(_("Week"), "", {_("the eighth"): 8, _("the sixth"): 6, _("the twentieth"): 20}, 8),
    }
    return Panel(draw, controls, {_("From Monday, 0:00"): {"hour": 0}}, play="hour")
