"""Panels of lesson 28: a funnel of two steps by owner, and the share that inventors get."""

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.lab_to_market.charts.funnel import funnel_chart
from longwave.topics.lab_to_market.charts.share import share_chart


def funnel_panel() -> Panel:
    """Return the panel of a funnel: whose, which step is cured first, and how wrong the printed share may be."""
    controls: dict[str, Control] = {
        "owner": Choice(
            _("Owner"), "", {_("universities"): "universities", _("institutes"): "research institutes"}, "universities"
        ),
        "first": Choice(_("Cure first"), "", {_("use"): "use", _("conversion"): "conversion"}, "use"),
        "error": Slider(_("Printed use is wrong by"), "e", -5, 5, 0.5, 0),
    }
    presets: dict[str, dict[str, object]] = {
        _("As printed"): {"error": 0},
        _("Four points more"): {"error": 4},
        _("Four points less"): {"error": -4},
    }
    return Panel(funnel_chart, controls, presets)


def share_panel() -> Panel:
    """Return the panel of a share: how income answers to it, and what the university leaves to inventors."""
    controls: dict[str, Control] = {
        "elasticity": Slider(_("Elasticity of income"), "ε", 0.1, 3, 0.1, 2),
        "share": Slider(_("Inventors' share"), "s", 0.05, 0.95, 0.05, 0.7),
    }
    presets: dict[str, dict[str, object]] = {
        _("Half"): {"share": 0.5},
        _("Seventy per cent"): {"share": 0.7},
        _("Weak answer"): {"elasticity": 0.5},
        _("Strong answer"): {"elasticity": 2},
    }
    return Panel(share_chart, controls, presets)
