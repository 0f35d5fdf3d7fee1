"""Panels of lesson 26: who owns the base, where to answer, and how much to protect."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider, Switch
from longwave.topics.architecture.charts.base import owners_chart
from longwave.topics.architecture.charts.latency import latency_chart
from longwave.topics.architecture.charts.protection import protection_chart


def base_panel() -> Panel:
    """Return the panel of the base's owner: the cost of a public base, rival private bases, and a flat fee."""

    def draw(overrun: float, bases: int, fee: bool) -> alt.LayerChart:
        return owners_chart(round(overrun, 2), bases, fee)

    controls: dict[str, Control] = {
        "overrun": Slider(_("Public cost, times the private"), "k", 1, 4, 0.1, 1),
        "bases": Choice(_("Private bases"), "m", {_("one"): 1, _("two rivals"): 2, _("three rivals"): 3}, 1),
        "fee": Switch(_("One private base takes a flat fee, too"), False),
    }
    presets: dict[str, dict[str, object]] = {
        _("Public at twice the cost"): {"overrun": 2, "bases": 1, "fee": False},
        _("Public at three times"): {"overrun": 3, "bases": 1, "fee": False},
        _("Three rival bases"): {"overrun": 2, "bases": 3, "fee": False},
        _("Flat fee"): {"overrun": 1, "bases": 1, "fee": True},
    }
    return Panel(draw, controls, presets)


def latency_panel() -> Panel:
    """Return the panel of answers by load: how far the cloud is, how long a job takes, and what is counted."""

    def draw(cloud_away: float, job: float, measure: str) -> alt.LayerChart:
        return latency_chart(cloud_away, job, measure)

    measures = {
        _("mean, jobs at random"): "mean",
        _("mean, jobs almost in step"): "in step",
        _("all but one in a hundred"): "slowest",
    }
    controls: dict[str, Control] = {
        "cloud_away": Slider(_("To the cloud and back (ms)"), "d", 5, 80, 5, 20),
        "job": Slider(_("A job (ms)"), "s", 2, 20, 2, 10),
        "measure": Choice(_("Compared"), "", measures, "mean"),
    }
    presets: dict[str, dict[str, object]] = {
        _("Slowest in a hundred"): {"cloud_away": 20, "job": 10, "measure": "slowest"},
        _("Jobs almost in step"): {"cloud_away": 20, "job": 10, "measure": "in step"},
        _("Cloud four times as far"): {"cloud_away": 80, "job": 10, "measure": "mean"},
    }
    return Panel(draw, controls, presets)


def protection_panel() -> Panel:
    """Return the panel of protection: vulnerability, what a coin does, and by which rule."""

    def draw(vulnerability: float, strength: float, kind: str) -> alt.LayerChart:
        return protection_chart(round(vulnerability, 2), strength, kind)

    kinds = {_("class II"): "class II", _("class I"): "class I", _("straight line"): "straight line"}
    controls: dict[str, Control] = {
        "vulnerability": Slider(_("Vulnerability"), "v", 0.05, 0.95, 0.05, 0.7),
        "strength": Slider(_("Strength of protection"), "a L", 3, 40, 1, 10),
        "kind": Choice(_("Rule"), "", kinds, "class II"),
    }
    presets: dict[str, dict[str, object]] = {
        _("Most exposed"): {"vulnerability": 0.9, "strength": 10, "kind": "class II"},
        _("Slightly stronger"): {"vulnerability": 0.9, "strength": 12, "kind": "class II"},
        _("The other class"): {"vulnerability": 0.9, "strength": 10, "kind": "class I"},
    }
    return Panel(draw, controls, presets)
