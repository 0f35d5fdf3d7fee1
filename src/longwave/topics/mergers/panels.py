"""Panels of lesson 30: a merger along a chain, and research of two rivals under three regimes."""

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.mergers.charts.prices import MOST_BUYERS, chain_chart, contract_names
from longwave.topics.mergers.charts.rivals import research_chart, sharing_names
from longwave.topics.mergers.models.chain import CONTRACTS, COST


def chain_panel() -> Panel:
    """Return the panel of a merger along a chain: the contract before it, the number of buyers, and a saving."""
    names = contract_names()
    controls: dict[str, Control] = {
        "contract": Choice(_("Contract before"), "", {names[contract]: contract for contract in CONTRACTS}, "posted"),
        "buyers": Slider(_("Buyers before"), "n", 1, MOST_BUYERS, 1, 1),
        "saving": Slider(_("Cost that the merger saves"), "s", 0, COST, 1, 0),
    }
    presets: dict[str, dict[str, object]] = {
        _("One posted price, three buyers"): {"contract": "posted", "buyers": 3, "saving": 0},
        _("Secret contracts, three buyers, all cost saved"): {"contract": "secret", "buyers": 3, "saving": COST},
        _("Exclusive contract, half the cost saved"): {"contract": "exclusive", "buyers": 3, "saving": COST / 2},
    }
    return Panel(chain_chart, controls, presets)


def research_panel() -> Panel:
    """Return the panel of two rivals' research: the spillover, what research costs, and what the merged share."""
    names = sharing_names()
    controls: dict[str, Control] = {
        "spillover": Slider(_("Spillover"), "β", 0, 1, 0.05, 0.8),
        "research_cost": Slider(_("Cost of research"), "γ", 2.5, 6, 0.5, 4),
        "sharing": Choice(_("Inside"), "", {words: key for key, words in names.items()}, "budgets"),
    }
    presets: dict[str, dict[str, object]] = {
        _("Little leaks"): {"spillover": 0.2, "research_cost": 4, "sharing": "budgets"},
        _("Much leaks"): {"spillover": 0.8, "research_cost": 4, "sharing": "budgets"},
        _("Little leaks, all is shared"): {"spillover": 0.2, "research_cost": 4, "sharing": "all"},
    }
    return Panel(research_chart, controls, presets)
