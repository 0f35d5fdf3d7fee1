"""Panel of lesson 25: uncertainty, a machine or a rent, a subsidy, and how many cheats are caught."""

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.waiting.charts.firms import OWN, RENT, RENT_SETUP, firms_chart


def waiting_panel() -> Panel:
    """Return the panel of 100 invented firms that adopt, wait, or spend a subsidy on something else."""
    forms = {
        _("buy the machine"): OWN,
        _("rent at 1.5 times the user cost"): RENT,
        _("the same, set-up of a quarter"): RENT_SETUP,
    }
    controls: dict[str, Control] = {
        "sigma": Slider(_("Uncertainty"), "σ", 0.1, 0.4, 0.05, 0.2),
        "form": Choice(_("Form"), "", forms, OWN),
        "subsidy": Slider(_("Subsidy"), "s", 0, 0.5, 0.1, 0.3),
        "monitoring": Slider(_("Cheats caught"), "m", 0, 0.8, 0.1, 0.2),
    }
    presets: dict[str, dict[str, object]] = {
        _("No subsidy"): {"subsidy": 0},
        _("Rent instead"): {"form": RENT, "subsidy": 0},
        _("Rent with set-up"): {"form": RENT_SETUP, "subsidy": 0},
        _("Catch seven in ten"): {"monitoring": 0.7},
    }
    return Panel(firms_chart, controls, presets)
