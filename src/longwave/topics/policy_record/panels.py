"""The panel of lesson 19: a threat as a game tree, in two orders of moves."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.policy_record.charts.trees import tree_chart
from longwave.topics.policy_record.models.bargains import threat_tree


def threat_panel() -> Panel:
    """Return the panel of the threat: the order of moves, four payoffs, and how many Democrats vote no in the House."""

    def draw(
        order: str, chips: float, word: float, chips_majority: float, budget: float, crossing: int
    ) -> alt.LayerChart:
        return tree_chart(threat_tree(order, chips, word, chips_majority, budget, crossing))

    orders = {_("the Senate votes first"): "vote first", _("the announcement comes first"): "announcement first"}
    controls: dict[str, Control] = {
        "order": Choice(_("Order"), "", orders, "vote first"),
        "chips": Slider(_("Chips, to the minority"), "c", 1, 5, 1, 2),
        "word": Slider(_("Breaking its word"), "w", 0, 5, 1, 3),
        "chips_majority": Slider(_("Chips, to the majority"), "V", 1, 9, 1, 4),
        "budget": Slider(_("Budget bill, to the majority"), "R", 1, 9, 1, 6),
        "crossing": Slider(_("Democrats who vote no"), "d", 0, 8, 1, 0),
    }
    presets = {
        _("As on 27 July"): {"order": "vote first", "crossing": 0},
        _("Announced before the Senate votes"): {"order": "announcement first", "crossing": 0},
        _("Four Democrats cross, chips dear"): {"order": "vote first", "chips_majority": 6, "budget": 4, "crossing": 4},
    }
    return Panel(draw, controls, presets)
