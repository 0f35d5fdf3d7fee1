"""The panels of lesson 24: two subsidies that answer each other, and two blocs that choose between two standards."""

import altair as alt

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.alliances.charts.alliances import standards_chart
from longwave.topics.alliances.charts.trade import subsidies_chart
from longwave.topics.alliances.models.trade import Compete, subsidy_answers

MARKETS: dict[str, tuple[float, Compete]] = {
    "same": (1.0, "quantities"),
    "brands": (0.5, "quantities"),
    "prices": (0.5, "prices"),
}


def subsidy_panel() -> Panel:
    """Return the panel of two subsidies: what each pays, how often they answer, and how the firms compete."""

    def draw(first: float, second: float, rounds: int, market: str) -> alt.HConcatChart:
        similarity, compete = MARKETS[market]
        path = subsidy_answers(first, second, rounds, 1, similarity, compete)
        return subsidies_chart(path, similarity, compete)

    markets = {
        _("quantities, one good"): "same",
        _("quantities, two brands"): "brands",
        _("prices, two brands"): "prices",
    }
    controls: dict[str, Control] = {
        "first": Slider(_("Subsidy of country 1"), "s₁", -0.25, 0.4, 0.05, 0),
        "second": Slider(_("Subsidy of country 2"), "s₂", -0.25, 0.4, 0.05, 0),
        "rounds": Slider(_("Answers, country 2 first"), "n", 0, 6, 1, 0),
        "market": Choice(_("Firms set"), "", markets, "same"),
    }
    presets = {
        _("No subsidies"): {"first": 0, "second": 0, "rounds": 0, "market": "same"},
        _("One subsidy"): {"first": 0.25, "second": 0, "rounds": 0, "market": "same"},
        _("Retaliation"): {"first": 0.25, "second": 0, "rounds": 6, "market": "same"},
        _("Both tax"): {"first": -0.25, "second": -0.25, "rounds": 0, "market": "same"},
    }
    return Panel(draw, controls, presets)


def standards_panel() -> Panel:
    """Return the panel of two standards: the size of bloc 1, and what one's own standard is worth."""
    controls = {
        "size": Slider(_("Users in bloc 1"), "x", 0.1, 0.9, 0.05, 0.6),
        "home": Slider(_("Gain from one's own"), "h", 0, 1, 0.05, 0.3),
    }
    presets = {
        _("Agree on either"): {"size": 0.6, "home": 0.3},
        _("Large bloc"): {"size": 0.8, "home": 0.3},
        _("Proud blocs"): {"size": 0.5, "home": 0.6},
    }
    return Panel(lambda size, home: standards_chart(size, home), controls, presets)
