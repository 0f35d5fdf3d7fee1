"""Panels of lesson 22: the cobweb of skills, and who pays for training."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Panel, Slider
from longwave.topics.talent.charts.skills import cobweb_chart
from longwave.topics.talent.charts.training import training_chart
from longwave.topics.talent.models.skills import cobweb

YEARS = 40


def cobweb_panel() -> Panel:
    """Return the panel of the cobweb: the slope ratio, the training lag, and how many entrants look ahead."""

    def draw(slope_ratio: float, lag: int, forward: float) -> alt.HConcatChart:
        return cobweb_chart(cobweb(slope_ratio, lag, YEARS, forward), slope_ratio, lag, forward)

    controls = {
        "slope_ratio": Slider(_("Slope ratio"), "R", 0.4, 1.6, 0.05, 1.2),
        "lag": Slider(_("Training lag, years"), "L", 1, 8, 1, 4),
        "forward": Slider(_("Share that looks ahead"), "φ", 0, 0.6, 0.05, 0),
    }
    presets = {
        _("Lag 8"): {"slope_ratio": 1.2, "lag": 8, "forward": 0},
        _("Lag 2"): {"slope_ratio": 1.2, "lag": 2, "forward": 0},
        _("Ratio 0.8"): {"slope_ratio": 0.8, "lag": 4, "forward": 0},
        _("One in ten looks ahead"): {"slope_ratio": 1.2, "lag": 4, "forward": 0.1},
    }
    return Panel(draw, controls, presets)


def training_panel() -> Panel:
    """Return the panel of training: what the firm keeps, how many leave, and what the state pays."""
    controls = {
        "kept": Slider(_("Kept by the firm"), "κ", 0, 1, 0.05, 0.25),
        "quits": Slider(_("Share that leaves"), "q", 0, 0.9, 0.05, 0.2),
        "subsidy": Slider(_("Cost borne by the state"), "s", 0, 0.9, 0.05, 0),
    }
    presets = {
        _("Wages follow skill"): {"kept": 0, "quits": 0.2, "subsidy": 0},
        _("Half would leave"): {"kept": 0.25, "quits": 0.5, "subsidy": 0},
        _("The state pays 80%"): {"kept": 0.25, "quits": 0.2, "subsidy": 0.8},
    }
    return Panel(training_chart, controls, presets)
