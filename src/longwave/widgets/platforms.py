"""Panels of lesson 06: fakes and hand-overs against volume, and the see-saw of two-sided prices."""

import pandas as pd

from longwave.charts.platforms import seesaw_chart
from longwave.charts.reviews import MARKED, MOST_REVIEWS, reviews_chart
from longwave.i18n import _
from longwave.models.checks import InputError
from longwave.models.information import channel_cascade, fair_cut, majority_error, reading_errors, tipping_fakes
from longwave.models.platforms import armstrong_prices
from longwave.widgets.controls import choice, slider
from longwave.widgets.panel import Panel

COUNTS = (1, 3, 5, 7, 11, 15, 21, 31, 45, 65, MARKED, 151, 201, 301, 501, 751, 1001, 2001, 3001, 5001, MOST_REVIEWS)
FLIP = 0.1
ACCURACY = 0.7
COST = 0.1


def review_curves(fakes: float, hops: int, accuracy: float, knowing: bool) -> pd.DataFrame:
    """Return how often a bad thing is praised: DataFrame(reader, reviews, wrong).

    The readers are honest (the majority, without fakes and hand-overs), majority, and with `knowing` also one who knows
    the share of fakes and moves the cut.
    """
    flipped = channel_cascade(FLIP, hops)["error"]
    readers = {
        "honest": lambda count: majority_error(count, accuracy),
        "majority": lambda count: majority_error(count, accuracy, fakes, flipped),
    }
    if knowing:
        cut = fair_cut(accuracy, fakes, flipped)
        readers["knowing"] = lambda count: reading_errors(count, accuracy, fakes, flipped, cut)["bad_praised"]
    return pd.DataFrame(
        [
            {"reader": name, "reviews": count, "wrong": float(wrong(count))}
            for name, wrong in readers.items()
            for count in COUNTS
        ]
    )


def review_panel() -> Panel:
    """Return the panel of reviews: the share of fakes, hand-overs behind them, how good buyers judge, who reads."""

    def draw(fakes: int, hops: int, accuracy: float, knowing: bool):
        share = fakes / 100
        return reviews_chart(review_curves(share, hops, accuracy, knowing), share, tipping_fakes(accuracy), hops)

    controls = {
        "fakes": slider(_("Fakes in a hundred"), "φ", 0, 60, 1, 0),
        "hops": slider(_("Hand-overs"), "n", 0, 5, 1, 0),
        "accuracy": choice(
            _("Honest buyers are right"), "a", {_("6 in 10"): 0.6, _("7 in 10"): ACCURACY, _("8 in 10"): 0.8}, ACCURACY
        ),
        "knowing": choice(
            _("Readers"), "", {_("the majority only"): False, _("also one who knows the share of fakes"): True}, False
        ),
    }
    presets = {
        _("28 fakes"): {"fakes": 28, "hops": 0, "accuracy": ACCURACY},
        _("30 fakes"): {"fakes": 30, "hops": 0, "accuracy": ACCURACY},
        _("30 fakes, three hand-overs"): {"fakes": 30, "hops": 3, "accuracy": ACCURACY},
    }
    return Panel(draw, controls, presets)


def shared_prices(makers: float, buyers: float, switching: float) -> pd.Series:
    """Return the prices and the profit of two platforms, or nothing where they cannot share the market."""
    try:
        return armstrong_prices((switching, switching), (makers, buyers), (COST, COST))
    except InputError:
        return pd.Series(dtype=float)


def seesaw_panel() -> Panel:
    """Return the panel of two-sided prices: what each side gains from the other, and the cost of switching."""

    def draw(makers: float, buyers: float, switching: float):
        # A slider's steps of a tenth add up to 0.30000000000000004.
        makers, buyers, switching = (round(value, 2) for value in (makers, buyers, switching))
        gains = pd.Series({"makers": makers, "buyers": buyers})
        return seesaw_chart(shared_prices(makers, buyers, switching), COST + switching, gains, switching)

    controls = {
        "makers": slider(_("Makers' gain"), "α₁", 0, 1.4, 0.1, 0.3),
        "buyers": slider(_("Buyers' gain"), "α₂", -0.4, 0.8, 0.1, 0.2),
        "switching": slider(_("Cost of switching"), "t", 0.4, 1.2, 0.1, 1.0),
    }
    presets = {
        _("Makers gain far more"): {"makers": 1.2, "buyers": 0.2, "switching": 1.0},
        _("Switching costs half"): {"makers": 0.3, "buyers": 0.2, "switching": 0.5},
        _("Buyers dislike offers"): {"makers": 0.9, "buyers": -0.4, "switching": 1.0},
    }
    return Panel(draw, controls, presets)
