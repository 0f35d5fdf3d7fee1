"""Panel of lesson 31: a tilt towards firms that are picked by a noisy signal, and what it does to all the others."""

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.champions.charts.policy import policy_chart


def policy_panel() -> Panel:
    """Return the panel of picking and freeing: the signal's noise, the tilt, the spillover, and who is held back."""
    ties = {
        _("nobody in particular"): 0.0,
        _("the better firms"): 0.5,
        _("the worse firms: the better are favoured"): -0.5,
    }
    controls: dict[str, Control] = {
        "noise": Slider(_("Noise of the signal"), "τ", 0, 3, 0.5, 2),
        "tilt": Slider(_("Inputs cheaper for the picked (per cent)"), "t", 0, 40, 5, 25),
        "spill": Slider(_("Productivity of the others (per cent)"), "x", -12, 40, 1, 0),
        "held_back": Choice(_("Held back at the start"), "ρ", ties, 0.0),
    }
    presets: dict[str, dict[str, object]] = {
        _("A clear eye"): {"noise": 0, "tilt": 25, "spill": 0, "held_back": 0.5},
        _("Favoured already"): {"noise": 0, "tilt": 25, "spill": 0, "held_back": -0.5},
        _("Neighbours learn"): {"noise": 2, "tilt": 25, "spill": 12, "held_back": 0.0},
        _("Neighbours lose"): {"noise": 2, "tilt": 25, "spill": -5, "held_back": 0.0},
    }
    return Panel(policy_chart, controls, presets)
