"""Tasks of lesson 12: how fast a new thing spreads, how sure one may be, and what the curve does not tell."""

import math
from collections.abc import Callable

import pandas as pd

from longwave.data import load
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
from longwave.tasks.variant import Variant, apart
from longwave.topics.diffusion.models.adoption import epidemic_time
from longwave.topics.diffusion.models.bass import bass, bass_peak, ols_bass
from longwave.topics.diffusion.models.forecasts import interval_score

LOG_81 = math.log(81)
TRUE_INNOVATION, TRUE_IMITATION = 0.02, 0.5
LAST_SEEN, COMMITTED = 1967, 1970


def title() -> str:
    """Return the lesson's title."""
    return _("How fast does a new thing spread?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_imitation(),
        _quiz_peak(),
        _quiz_alpha(),
        _peak(),
        _bias(),
        _takeover(),
        _score(),
        _commit(),
        _levers(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "12-bias": Variant(
            _bias,
            {
                "innovation": (0.01, 0.015, TRUE_INNOVATION, 0.025, 0.03, 0.035),
                "imitation": (0.42, 0.45, 0.48, TRUE_IMITATION, 0.52, 0.55, 0.58, 0.6),
            },
            _bias_fits,
        ),
    }


def _quiz_imitation() -> Task:
    return choice_task(
        "12-quiz-imitation",
        title=_("What an S-curve proves"),
        options="abcd",
        right="edd013725fb6",
        mistakes={
            "a": (
                "curve taken for cause",
                _("The fit is good. Which of the lesson's invented worlds, with nobody copying, was fitted better?"),
            ),
            "b": (
                "coefficient taken for a share",
                _("q is a rate a year in an equation, not a share of the buyers. What else can make it large?"),
            ),
            "c": (
                "absence taken as proved",
                _("Imitation is not disproved either. What does one curve say when several causes draw it?"),
            ),
        },
        hints=(
            _("Ask what else could have drawn the same curve."),
            _("A falling price did it once, growing selling effort did it again."),
            _("Look at “An S without imitation”."),
        ),
        explanation=_("Several causes draw the same S, and q sums up its shape."),
    )


def _quiz_peak() -> Task:
    return number_task(
        "12-quiz-peak",
        title=_("The year of the peak"),
        expects=_("a number of years"),
        right=lambda: bass_peak(0.01, 0.49, 1)["time"],
        mistakes=[
            value_mistake(
                "common logarithm",
                lambda: math.log10(49) / 0.5,
                _("{given} uses the logarithm to base ten. Which one does ln mean?"),
            ),
            value_mistake(
                "divided by q alone",
                lambda: math.log(49) / 0.49,
                _("{given} divides by q. Which sum is below the line?"),
            ),
            value_mistake(
                "logarithm forgotten",
                lambda: 49 / 0.5,
                _("{given} takes the ratio q/p as it is. What does the formula do with it first?"),
            ),
        ],
        hints=(
            _("One logarithm, one division."),
            _("The ratio of q to p goes into the logarithm, their sum below the line."),
            _("Look at “By hand, then by code”."),
        ),
        explanation=_("The logarithm of q/p, over p + q."),
    )


def _quiz_alpha() -> Task:
    return number_task(
        "12-quiz-alpha",
        title=_("Whose alpha?"),
        expects=_("a number of years"),
        right=lambda: LOG_81 / 0.4,
        mistakes=[
            value_mistake(
                "alpha of the other convention",
                lambda: LOG_81 / 0.8,
                _("{given} reads α as Fisher and Pry do. Compare the exponent in the question with theirs."),
            ),
            value_mistake(
                "straight line for the curve",
                lambda: 0.8 / 0.1,
                _("{given} runs on at the slope of the middle. What does the curve do towards its ends?"),
            ),
            value_mistake(
                "half of the way",
                lambda: math.log(10) / 0.4,
                _("{given} takes another number into the logarithm. What are the odds at 90 %, over those at 10 %?"),
            ),
        ],
        hints=(
            _("The logit rises by the rate, each year."),
            _("From 10 to 90 % the logit rises by ln 81."),
            _("The trap is in “When the ceiling is known”, last text."),
        ),
        explanation=_("In this program α is the whole rate, so the time is ln 81 over it."),
    )


def _peak() -> Task:
    def early(formula: Callable[[float, float], float]) -> Callable[[float, float], float]:
        return lambda innovation, imitation: max(0.0, formula(innovation, imitation))

    return function_task(
        "12-peak",
        title=_("When sales peak"),
        expects=_("a function of innovation and imitation that returns years"),
        right=lambda innovation, imitation: bass_peak(innovation, imitation, 1)["time"],
        cases=[(0.03, 0.38), (0.01, 0.5), (0.2, 0.1), (0.0026167, 0.21566)],
        mistakes=[
            function_mistake(
                "peak before the start",
                lambda innovation, imitation: math.log(imitation / innovation) / (innovation + imitation),
                _("You give a time before the start where p exceeds q. When are sales highest if they only fall?"),
            ),
            function_mistake(
                "common logarithm",
                early(lambda p, q: math.log10(q / p) / (p + q)),
                _("You use the logarithm to base ten. The equation is solved with another one."),
            ),
            function_mistake(
                "divided by q alone",
                early(lambda p, q: math.log(q / p) / q),
                _("You divide by q. Innovators take part in the pace, too."),
            ),
            function_mistake(
                "ratio turned round",
                early(lambda p, q: math.log(p / q) / (p + q)),
                _("Your ratio is upside down. Does stronger imitation bring a peak at all?"),
            ),
        ],
        hints=(
            _("The formula is that of the lesson, and it needs one case more."),
            _("If imitation does not exceed innovation, sales never rise."),
            _("Look at “By hand, then by code”, and at the help of `bass_peak`."),
        ),
        explanation=_("ln(q/p) over p + q, and the start where that would be negative."),
    )


def _refitted(innovation: float, imitation: float) -> pd.Series:
    return ols_bass(bass(innovation, imitation, 1000, 15)["adopters"])


def _bias_fits(innovation: float, imitation: float) -> bool:
    own, default = _refitted(innovation, imitation), _refitted(TRUE_INNOVATION, TRUE_IMITATION)
    ratio, other = own["innovation"] / innovation, default["innovation"] / TRUE_INNOVATION
    imitation_error = 100 * (1 - own["imitation"] / imitation)
    return abs(imitation_error - (ratio - 1)) > 0.5 and apart(ratio - 1, other - 1, share=0.02)


def _bias(innovation: float = TRUE_INNOVATION, imitation: float = TRUE_IMITATION) -> Task:
    def fitted() -> float:
        return float(_refitted(innovation, imitation)["innovation"])

    def imitation_error() -> float:
        return float(100 * (1 - _refitted(innovation, imitation)["imitation"] / imitation))

    return number_task(
        "12-bias",
        title=_("How far off on perfect data"),
        expects=_("a number, in per cent of the true p"),
        right=lambda: 100 * (fitted() / innovation - 1),
        tolerance=0.2,
        mistakes=[
            value_mistake(
                "ratio taken for excess",
                lambda: 100 * fitted() / innovation,
                _("{given} is the fitted p in per cent of the true one. How much is it *too high*?"),
            ),
            value_mistake(
                "per cent of the wrong p",
                lambda: 100 * (1 - innovation / fitted()),
                _("{given} is in per cent of the fitted p. Of which p is it asked?"),
            ),
            value_mistake(
                "share for per cent",
                lambda: fitted() / innovation - 1,
                _("{given} is a share. The question asks for per cent."),
            ),
            value_mistake(
                "imitation looked at",
                imitation_error,
                _("{given} is the error in q. Which coefficient is asked for?"),
            ),
        ],
        hints=(
            _("Make the data, fit them, compare."),
            _("`bass` makes the sales, `ols_bass` fits them as published."),
            _("Look at the first cell of “A fit that misses on perfect data”."),
        ),
        explanation=_("The faster imitation runs, the more of it falls within the year, and is booked as innovation."),
    )


def _takeover() -> Task:
    def logit(share: float) -> float:
        return math.log(share / (1 - share))

    def time(first_year: float, first_share: float, later_year: float, later_share: float) -> float:
        return LOG_81 * (later_year - first_year) / (logit(later_share) - logit(first_share))

    return function_task(
        "12-takeover",
        title=_("Take-over time from two points"),
        expects=_("a function of two years and two shares that returns years"),
        right=time,
        cases=[(1960, 0.1, 1980, 0.9), (1931, 0.1, 1942, 0.5), (2000, 0.2, 2003, 0.35), (1990, 0.6, 1996, 0.8)],
        mistakes=[
            function_mistake(
                "straight line through the shares",
                lambda first_year, first_share, later_year, later_share: (
                    0.8 * (later_year - first_year) / (later_share - first_share)
                ),
                _("You let the share itself rise in a straight line. What rises in a straight line?"),
            ),
            function_mistake(
                "factor of two too long",
                lambda *case: 2 * time(*case),
                _("You are out by a factor of two. Did you take the slope for α?"),
            ),
            function_mistake(
                "factor of two too short",
                lambda *case: time(*case) / 2,
                _("You are out by a factor of two. The slope of the logits is already the whole rate."),
            ),
            function_mistake(
                "growth without a ceiling",
                lambda first_year, first_share, later_year, later_share: (
                    math.log(9) * (later_year - first_year) / math.log(later_share / first_share)
                ),
                _("You take logarithms of the share alone, as if it could grow past one. What divides it in a logit?"),
            ),
        ],
        hints=(
            _("Two points give the slope of a line."),
            _("Turn both shares into logits, find the slope, and ask how long ln 81 takes."),
            _("The formula is in “When the ceiling is known”."),
        ),
        explanation=_("The rise of the logit from 10 to 90 % over its rise in a year."),
    )


def _score() -> Task:
    def fined(factor: float, width: float = 1.0) -> Callable[[float, float, float], float]:
        return lambda low, high, outcome: (
            width * (high - low) + factor * (max(low - outcome, 0) + max(outcome - high, 0))
        )

    return function_task(
        "12-score",
        title=_("Score a range"),
        expects=_("a function of low, high and outcome that returns a score"),
        right=lambda low, high, outcome: interval_score(low, high, outcome),
        cases=[(10, 20, 15), (10, 20, 23), (10, 20, 4), (0, 100, 100), (50, 55, 90)],
        mistakes=[
            function_mistake(
                "width forgotten",
                fined(10, 0),
                _("Your score is nothing inside the range. Then the widest range always wins. What must it pay?"),
            ),
            function_mistake(
                "miss not paid",
                fined(0),
                _("Your score is the width alone. Then the narrowest range always wins. What must a miss pay?"),
            ),
            function_mistake(
                "miss at its plain distance",
                fined(1),
                _("You count what is missed once. At that price nobody would leave a wide range."),
            ),
            function_mistake(
                "one over alpha",
                fined(5),
                _("Your penalty is half of what it should be. A bet of four to one leaves a tenth at *each* end."),
            ),
        ],
        hints=(
            _("Two payments: one for the width, one for the miss."),
            _("Test it with ranges that miss on either side, and one that misses not at all."),
            _("Look at “Predict, then move”, first text."),
        ),
        explanation=_("The width, and ten times the distance of a miss: two over the chance left outside."),
    )


def _colour_sales() -> dict[int, float]:
    table = load("bass_sales").query("product == 'Color televisions'")
    return dict(zip(table["year"], table["adoptions"].astype(float), strict=True))


def _rule() -> tuple[float, float]:
    """Return the range of the rule to beat: the last year seen, give or take half."""
    last = _colour_sales()[LAST_SEEN]
    return 0.5 * last, 1.5 * last


def _commit() -> Task:
    def own_score(plain: dict[str, float]) -> float:
        return interval_score(plain["low"], plain["high"], _colour_sales()[COMMITTED])

    def bar() -> float:
        return interval_score(*_rule(), _colour_sales()[COMMITTED])

    def width(plain: dict[str, float]) -> float:
        return plain["high"] - plain["low"]

    return property_task(
        "12-commit",
        "numbers",
        ("low", "high"),
        title=_("Commit before the reveal"),
        expects=_("two numbers labelled low and high, in thousands"),
        is_right=lambda plain: own_score(plain) < bar(),
        mistakes=[
            Mistake(
                "ends turned round",
                lambda plain: plain["low"] > plain["high"],
                _("Your low end is above your high end. Which is which?"),
            ),
            Mistake(
                "sets, not thousands",
                lambda plain: plain["low"] >= 100_000,
                _("Your range is in sets. The records count in thousands."),
            ),
            Mistake(
                "as wide as the rule",
                lambda plain: width(plain) >= bar(),
                _("Your width alone costs as much as the rule of thumb. What do you know that the rule does not?"),
            ),
            Mistake(
                "missed",
                lambda plain: width(plain) < bar() <= own_score(plain),
                _("What came is outside your range: a high penalty. Note it: your first range is the honest one."),
            ),
        ],
        hints=(
            _("Ask what the fits say, and how often they were right in the lesson."),
            _("Sales in three years may be near those of the last year seen. By how much did such guesses miss?"),
            _("Compare the last two cells of “Predict, then move”."),
        ),
        explanation=_("You paid less than the last year, give or take half. One year proves little: keep the score."),
    )


def _levers() -> Task:
    def sooner() -> float:
        return epidemic_time(0.5, 0.01, 0.4) - epidemic_time(0.5, 0.04, 0.4)

    return numbers_task(
        "12-levers",
        title=_("Two levers in two worlds"),
        expects=_("three numbers labelled examples_epidemic, examples_threshold and price_threshold, in years gained"),
        labels=("examples_epidemic", "examples_threshold", "price_threshold"),
        right=lambda: {
            "examples_epidemic": sooner(),
            "examples_threshold": 0.0,
            "price_threshold": math.log(0.8) / math.log(0.92),
        },
        mistakes=[
            value_mistake(
                "examples help everywhere",
                lambda: {"examples_threshold": sooner()},
                _("You let examples help where nobody looks at anybody. What moves a buyer in that world?"),
            ),
            value_mistake(
                "price falls in a straight line",
                lambda: {"price_threshold": 20 / 8},
                _("You divide one cut by the other. A yearly fall is of what is *left*. How long does the price take?"),
            ),
            value_mistake(
                "growth without a ceiling",
                lambda: {"examples_epidemic": math.log(4) / 0.4},
                _("You let owners multiply as if all others were still free. What did the first firms leave behind?"),
            ),
        ],
        hints=(
            _("Ask in each world what a firm looks at."),
            _("In one world take the difference of two logits; in the other count the years in which the price falls."),
            _("Look at “Why the cause matters”."),
        ),
        explanation=_("The same gift gains years in one world, and nothing in the other."),
    )
