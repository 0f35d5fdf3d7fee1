"""Panels: fakes and hand-overs against volume (lesson 06), and the see-saw of two-sided prices."""

import altair as alt
import pandas as pd

from longwave.i18n import _
from longwave.panels import Choice, Control, Panel, Slider
from longwave.topics.platforms.charts.platforms import seesaw_chart
from longwave.topics.platforms.charts.reviews import reviews_chart
from longwave.topics.platforms.models.information import tipping_fakes
from longwave.topics.platforms.models.platforms import COST, shared_prices
from longwave.topics.platforms.models.reviews import review_curves

ACCURACY = 0.7


def review_panel() -> Panel:
    """Return the panel of reviews: the share of fakes, hand-overs behind them, how good buyers judge, who reads."""

    def draw(fakes: int, hops: int, accuracy: float, knowing: bool) -> alt.LayerChart:
        share = fakes / 100
        return reviews_chart(review_curves(share, hops, accuracy, knowing), share, tipping_fakes(accuracy), hops)

    controls: dict[str, Control] = {
        "fakes": Slider(_("Fakes in a hundred"), "φ", 0, 60, 1, 30),
        "hops": Slider(_("Hand-overs"), "n", 0, 5, 1, 0),
        "accuracy": Choice(
            _("Honest buyers are right"), "a", {_("6 in 10"): 0.6, _("7 in 10"): ACCURACY, _("8 in 10"): 0.8}, ACCURACY
        ),
        "knowing": Choice(
            _("Readers"), "", {_("the majority only"): False, _("also one who knows the share of fakes"): True}, False
        ),
    }
    presets = {
        _("no fakes"): {"fakes": 0, "hops": 0, "accuracy": ACCURACY},
        _("28 fakes"): {"fakes": 28, "hops": 0, "accuracy": ACCURACY},
        _("30 fakes"): {"fakes": 30, "hops": 0, "accuracy": ACCURACY},
        _("28 fakes, three hand-overs"): {"fakes": 28, "hops": 3, "accuracy": ACCURACY},
        _("30 fakes, three hand-overs"): {"fakes": 30, "hops": 3, "accuracy": ACCURACY},
    }
    return Panel(draw, controls, presets)


def seesaw_panel() -> Panel:
    """Return the panel of two-sided prices: what each side gains from the other, and the cost of switching."""

    def draw(makers: float, buyers: float, switching: float) -> alt.HConcatChart:
        # A slider's steps of a tenth add up to 0.30000000000000004.
        makers, buyers, switching = (round(value, 2) for value in (makers, buyers, switching))
        gains = pd.Series({"makers": makers, "buyers": buyers})
        return seesaw_chart(shared_prices(makers, buyers, switching), COST + switching, gains, switching)

    controls = {
        "makers": Slider(_("Makers' gain"), "α₁", 0, 1.4, 0.1, 0.3),
        "buyers": Slider(_("Factories' gain"), "α₂", -0.4, 0.8, 0.1, 0.2),
        "switching": Slider(_("Cost of switching"), "t", 0.4, 1.2, 0.1, 1.0),
    }
    presets = {
        _("Makers gain far more"): {"makers": 1.2, "buyers": 0.2, "switching": 1.0},
        _("Switching costs half"): {"makers": 0.3, "buyers": 0.2, "switching": 0.5},
        _("Factories dislike offers"): {"makers": 0.9, "buyers": -0.4, "switching": 1.0},
    }
    return Panel(draw, controls, presets)
