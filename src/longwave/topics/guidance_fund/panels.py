"""Panel of lesson 27: a fund's contract with a cap and a first loss, looked at in one outcome and over all of them."""

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.guidance_fund.charts.contracts import WIDEST, contract_chart


def contract_panel() -> Panel:
    """Return the panel of a contract: one outcome, the cap on the public return, and the first loss."""
    caps: dict[str, object] = {
        _("none"): None,
        _("18.5 % a year"): 0.185,
        _("8 % a year"): 0.08,
        _("3 % a year"): 0.03,
        _("only its money back"): 0.0,
    }
    controls: dict[str, Control] = {
        "multiple": Slider(_("Money back for each yuan"), "M", 0, WIDEST, 0.1, 2),
        "cap": Choice(_("Cap on the public return"), "", caps, None),
        "tranche": Slider(_("First loss borne by the public"), "F", 0, 50, 5, 0),
    }
    presets: dict[str, dict[str, object]] = {
        _("Cap at 3 %"): {"cap": 0.03, "tranche": 0, "multiple": 2},
        _("First loss 20"): {"cap": None, "tranche": 20, "multiple": 0.8},
        _("Cap of equal cost"): {"cap": 0.185, "tranche": 0, "multiple": 4},
        _("Equal shares"): {"cap": None, "tranche": 0},
    }
    return Panel(contract_chart, controls, presets)
