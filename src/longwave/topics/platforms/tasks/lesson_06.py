"""Tasks of lesson 06: what hand-overs, fakes and silence do to users' words, and which side of a platform pays."""

from typing import cast

import pandas as pd

from longwave.i18n import _
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant
from longwave.topics.platforms.models.information import channel_cascade, reading_errors, tipping_fakes
from longwave.topics.platforms.models.platforms import armstrong_prices

RULE = ("reviews", "cut")
MOST_ASKED, MOST_FAKES, HONEST, ALLOWED = 40, 0.4, 0.8, 0.05
MARKET = ("gain_makers", "gain_buyers", "switching_makers", "switching_buyers")
DEAREST_SWITCH, LEAST_PROFIT, SERVING = 1, 0.5, (0.1, 0.1)
EXCHANGE = {"transport": (0.8, 0.5), "benefit": (0.7, 0.1), "cost": SERVING}


def title() -> str:
    """Return the lesson's title."""
    return _("What does a platform between you and your users give, and what does it keep?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_hops(),
        _quiz_volume(),
        _quiz_side(),
        _cascade(),
        _tipping(),
        _withheld(),
        _rule(),
        _prices(),
        _paid_side(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "06-withheld": Variant(
            _withheld,
            {
                # Neither the lesson's own accuracies, nor those near two thirds, where half of the complaints is right.
                "accuracy": (
                    *(0.58, 0.62, 0.64, 0.72, 0.74, 0.76, 0.77, 0.78, 0.79, HONEST),
                    *(0.81, 0.82, 0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.92),
                ),
            },
        ),
    }


def _quiz_hops() -> Task:
    return number_task(
        "06-quiz-hops",
        title=_("Two hand-overs"),
        expects=_("a share from 0 to 1"),
        right=lambda: channel_cascade(0.2, 2)["error"],
        unit="share",
        mistakes=[
            value_mistake(
                "errors added",
                0.4,
                _("You add up the flips. What becomes of a message that is flipped at both hand-overs?"),
            ),
            value_mistake(
                "two flips do not cancel",
                lambda: 1 - 0.8**2,
                _("You count every message that is flipped at all. Flipped once and once more, what does it say?"),
            ),
            value_mistake(
                "every hand-over must flip",
                lambda: 0.2**2,
                _("You count the messages that are flipped at both hand-overs. Are those the wrong ones?"),
            ),
        ],
        hints=(
            _("A message arrives wrong if it is flipped at exactly one of the two."),
            _("That happens in two ways: first yes and then no, or first no and then yes."),
            _("“By hand, then by code” does it with another rate."),
        ),
        explanation=_("Wrong means flipped exactly once: two flips cancel."),
    )


def _quiz_volume() -> Task:
    return choice_task(
        "06-quiz-volume",
        title=_("Ten thousand more reviews"),
        options="abcd",
        right="0b85d908671f",
        mistakes={
            "a": (
                "volume cures bias",
                _("Chance errors average out. Which way does every fake push, however many there are?"),
            ),
            "b": (
                "same mixture, same verdict",
                _("The mixture stays. What does a longer count do to a small lead of one side?"),
            ),
            "d": (
                "half must be fake",
                _("Fakes need not win alone. Who else praises a bad handle?"),
            ),
        },
        hints=(
            _("First find the share of praise among all reviews of the bad handle."),
            _("Is it above or below one half? A long count finds that out."),
            _("Look at the table of volumes in “Fakes are not noise”."),
        ),
        explanation=_("Most reviews are praise, and volume only makes that surer."),
    )


def _quiz_side() -> Task:
    return choice_task(
        "06-quiz-side",
        title=_("Whose price moves?"),
        options="abcd",
        right="14d2f0010d8c",
        mistakes={
            "a": (
                "each side pays for its own gain",
                _("So it would be with one seller. Here two platforms compete: what do both bid for?"),
            ),
            "c": (
                "discount for the side that gains",
                _("That side gains already. Whom must a platform bring in so that it gains?"),
            ),
            "d": (
                "the other side is charged",
                _("The sign is wrong: would you drive away those who make your other side pay?"),
            ),
        },
        hints=(
            _("A platform with one more buyer can offer more to makers."),
            _("So each platform bids for the members that the other side wants."),
            _("In “Who pays for the platform?”, find the price whose formula has α₁."),
        ),
        explanation=_("What one side gains lowers the price of the other: α₁ is in p₂."),
    )


def _cascade() -> Task:
    return function_task(
        "06-cascade",
        title=_("Wrong after so many hand-overs"),
        expects=_("a function of the error at one hand-over and the number of hand-overs that returns a share"),
        right=lambda error, hops: channel_cascade(error, hops)["error"],
        cases=[(0.1, 2), (0.2, 3), (0.05, 4), (0.3, 1)],
        mistakes=[
            function_mistake(
                "errors added",
                lambda error, hops: error * hops,
                _("You add up the errors. With enough hand-overs that passes one; and what do two flips do?"),
            ),
            function_mistake(
                "two flips do not cancel",
                lambda error, hops: 1 - (1 - error) ** hops,
                _("You give the chance of at least one flip. What does a message say after two?"),
            ),
            function_mistake(
                "every hand-over must flip",
                lambda error, hops: error**hops,
                _("You ask for a flip every time. Is an odd number of flips not enough?"),
            ),
        ],
        hints=(
            _("A message is wrong after an odd number of flips."),
            _("Go hand-over by hand-over: right and then flipped, or wrong and then not flipped. A loop will do."),
            _("The formula is in “By hand, then by code”."),
        ),
        explanation=_("Each hand-over multiplies what is left of the lead of right over wrong by one minus twice e."),
    )


def _tipping() -> Task:
    return function_task(
        "06-tipping",
        title=_("The share of fakes at which a majority turns"),
        expects=_("a function of the accuracy of honest reviews that returns a share from 0 to 1"),
        right=lambda accuracy: tipping_fakes(accuracy),
        cases=[0.7, 0.8, 0.6, 0.95],
        mistakes=[
            function_mistake(
                "half must be fake",
                lambda accuracy: 0.5,
                _("Fakes alone need not be half: honest buyers err as well. Who praises a bad thing in all?"),
            ),
            function_mistake(
                "fakes on top",
                lambda accuracy: accuracy - 0.5,
                _("You add fakes and keep all honest reviews. If a share is fake, how many are still honest?"),
            ),
            function_mistake(
                "share of the honest reviews",
                lambda accuracy: 2 * accuracy - 1,
                _("That many fakes for each honest review. What share is it of all reviews?"),
            ),
        ],
        hints=(
            _("Write the share of praise among all reviews of a bad thing."),
            _("It has two parts: honest buyers who err, and fakes. Set it equal to one half."),
            _("“Fakes are not noise” does it for one accuracy."),
        ),
        explanation=_("The better honest buyers judge, the more fakes a majority bears, and never half."),
    )


def _withheld(accuracy: float = HONEST) -> Task:
    return number_task(
        "06-withheld",
        title=_("Complaints that nobody sees"),
        expects=_("a share of the complaints, from 0 to 1"),
        right=lambda: 2 * tipping_fakes(accuracy),
        unit="share",
        mistakes=[
            value_mistake(
                "taken for fakes",
                lambda: tipping_fakes(accuracy),
                _("That is the share of *fakes* at which a majority turns. Here nothing is added: what goes?"),
            ),
            value_mistake(
                "share of all reviews",
                accuracy - (1 - accuracy),
                _("So much of *all* reviews must go. What part of the complaints is that?"),
            ),
            value_mistake(
                "half of the complaints",
                0.5,
                _("Try it: take half of the complaints away and count both sides. Which is larger?"),
            ),
        ],
        hints=(
            _("Take a hundred reviews of the bad thing, and count praise and complaints."),
            _("Praise stays. To how many must the complaints fall?"),
            _("The last cell of “Fakes are not noise” has the rule for another accuracy."),
        ),
        explanation=_("It is twice the share of fakes, for any accuracy: hiding is bias too."),
    )


def _errors_at_worst(plain: dict[str, float]) -> tuple[float, float]:
    """Return the worst of each error: praise of the bad with most fakes, blame of the good with none."""
    reviews, cut = cast("int", plain["reviews"]), plain["cut"]  # no int(): the model refuses half a review
    praised = reading_errors(reviews, HONEST, fakes=MOST_FAKES, cut=cut)["bad_praised"]
    return praised, reading_errors(reviews, HONEST, cut=cut)["good_blamed"]


def _rule() -> Task:
    def keeps(plain: dict[str, float]) -> bool:
        return plain["reviews"] <= MOST_ASKED and max(_errors_at_worst(plain)) <= ALLOWED

    def breaks(plain: dict[str, float]) -> tuple[bool, bool]:
        bad, good = _errors_at_worst(plain)
        return bad > ALLOWED, good > ALLOWED

    return property_task(
        "06-rule",
        "numbers",
        RULE,
        title=_("A rule that bears fakes"),
        expects=_("two numbers labelled reviews and cut"),
        is_right=keeps,
        mistakes=[
            Mistake(
                "cut in per cent",
                lambda plain: plain["cut"] > 1,
                _("Your cut is above one. Give it as a share of all reviews."),
            ),
            Mistake(
                "half a review",
                lambda plain: not plain["reviews"].is_integer(),
                _("Reviews are counted. Give a whole number."),
            ),
            Mistake(
                "too many asked",
                lambda plain: plain["reviews"] > MOST_ASKED,
                _("You ask more buyers than the budget pays for. A better cut saves reviews."),
            ),
            Mistake(
                "plain majority",
                lambda plain: plain["cut"] <= (1 - MOST_FAKES) * (1 - HONEST) + MOST_FAKES,
                _("With the most fakes a bad thing gets more praise than your cut asks for. Does volume mend that?"),
            ),
            Mistake(
                "too few reviews",
                lambda plain: breaks(plain) == (True, True),
                _("Both errors are too frequent, so no cut alone will do. What makes chance smaller?"),
            ),
            Mistake(
                "cut too low",
                lambda plain: breaks(plain) == (True, False),
                _("A bad thing is still praised too often when fakes are many. Which way should the cut move?"),
            ),
            Mistake(
                "cut too high",
                lambda plain: breaks(plain) == (False, True),
                _("A good thing is blamed too often when there is no fake at all. Which way should the cut move?"),
            ),
        ],
        hints=(
            _("Two cases are the worst: a bad thing with the most fakes, and a good thing with none."),
            _("Compute the share of praise in both. The cut must be between them, with room on each side."),
            _("`reading_errors`, called twice, is the test; the reader who knows is in “The reader who knows”."),
        ),
        explanation=_("A cut between the two worst cases needs no knowledge of the share of fakes, only a ceiling."),
    )


def _prices() -> Task:
    return numbers_task(
        "06-prices",
        title=_("Prices of a parts exchange"),
        expects=_("three numbers labelled price_1, price_2 and profit"),
        labels=("price_1", "price_2", "profit"),
        right=lambda: armstrong_prices(**EXCHANGE),
        tolerance=0.0005,
        mistakes=[
            value_mistake(
                "own gain taken off",
                lambda: _with_gains_swapped()[["price_1", "price_2"]].to_dict(),
                _("You took from each price what that same side gains. Whose gain is in it?"),
            ),
            value_mistake(
                "no price below nothing",
                {"price_2": 0},
                _("You stopped at nothing. May a platform pay a side to come?"),
            ),
            value_mistake(
                "cost left out",
                lambda: armstrong_prices(**{**EXCHANGE, "cost": (0, 0)})[["price_1", "price_2"]].to_dict(),
                _("Your prices do not cover what a member costs the platform. Which term is missing?"),
            ),
            value_mistake(
                "profit of both platforms",
                lambda: {"profit": 2 * armstrong_prices(**EXCHANGE)["profit"]},
                _("That is what the two platforms earn together. How many members has one of them?"),
            ),
        ],
        hints=(
            _("Begin with cost and switching, side by side."),
            _("Then take off what the *other* side gains from this one."),
            _("The three formulas are at the head of “Who pays for the platform?”."),
        ),
        explanation=_("The side that the other wants most is paid, and the profit shrinks with both gains."),
    )


def _with_gains_swapped() -> pd.Series:
    return armstrong_prices(**{**EXCHANGE, "benefit": EXCHANGE["benefit"][::-1]})


def _paid_side() -> Task:
    def switching(plain: dict[str, float]) -> tuple[float, float]:
        return plain["switching_makers"], plain["switching_buyers"]

    def gains(plain: dict[str, float]) -> tuple[float, float]:
        return plain["gain_makers"], plain["gain_buyers"]

    def result(plain: dict[str, float]) -> pd.Series:
        return armstrong_prices(switching(plain), gains(plain), SERVING)

    def pays(plain: dict[str, float]) -> bool:
        found = result(plain)
        return max(switching(plain)) <= DEAREST_SWITCH and found["price_2"] < 0 and found["profit"] >= LEAST_PROFIT

    return property_task(
        "06-paid-side",
        "numbers",
        MARKET,
        title=_("Buyers are paid, and the platform lives well"),
        expects=_("four numbers labelled gain_makers, gain_buyers, switching_makers and switching_buyers"),
        is_right=pays,
        mistakes=[
            Mistake(
                "switching too dear",
                lambda plain: max(switching(plain)) > DEAREST_SWITCH,
                _("One of your switching costs is above what the task allows. The profit must come from elsewhere."),
            ),
            Mistake(
                "market not shared",
                lambda plain: 4 * switching(plain)[0] * switching(plain)[1] <= sum(gains(plain)) ** 2,
                _("Together the gains are too strong: no two platforms share this market. What may a gain be, too?"),
            ),
            Mistake(
                "buyers still pay",
                lambda plain: result(plain)["price_2"] >= 0,
                _("Your buyers still pay. Whose gain is in their price?"),
            ),
            Mistake(
                "platform earns too little",
                lambda plain: result(plain)["profit"] < LEAST_PROFIT,
                _("Buyers are paid, but each platform earns too little. Every gain lowers profit: must both be gains?"),
            ),
        ],
        hints=(
            _("To pay buyers, makers must gain much from them; that lowers the profit."),
            _("So something must raise the profit again. Switching costs are capped; the buyers' gain has no floor."),
            _("Press **Buyers dislike offers** on the see-saw panel, and read the profit."),
        ),
        explanation=_("Advertising works like this: readers who dislike it are paid, and the advertisers pay for all."),
    )
