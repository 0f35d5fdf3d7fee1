"""Tasks of lesson 12: how much there will be, how sure one may be of it, and what the curve does not tell."""

import math
from collections.abc import Callable
from functools import cache

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
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
from longwave.topics.diffusion.models.bass import bass, bass_peak, fit_bass, ols_bass
from longwave.topics.diffusion.models.forecasts import interval_score, log_score
from longwave.topics.diffusion.models.households import adoption_times, date_trend, household_shares
from longwave.topics.diffusion.models.origins import log_errors, stock_forecasts, stock_ranges

TRUE_INNOVATION, TRUE_IMITATION, PERFECT_YEARS = 0.03, 0.5, 20
LESSON_IMITATION = 0.38
SEALED, TARGET = 2009, 2019
FIRST_ORIGIN, LAST_ORIGIN, AHEAD = 2006, 2017, 5
DISCS_TO, DISCS_SOLD = 1992, 2019
WORLD = ("innovation", "imitation", "origin")
OVERSHOOT, MOST_SOLD = 1.25, 0.9
SEEN_FIRST, SEEN_LAST, FEWEST_HELD = 1985, 2004, 15


def title() -> str:
    """Return the lesson's title."""
    return _("How much will there be in ten years?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_cost(),
        _quiz_market(),
        _quiz_peak(),
        _quiz_imitation(),
        _bias(),
        _score(),
        _discs(),
        _multiples(),
        _too_high(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "12-guess-stock",
            title=_("Photovoltaics at the end of 2019"),
            expects=_("two numbers, GW in place at the end of 2019"),
            low=20,
            high=3000,
            truth=lambda: float(_installed()[TARGET] / 1000),
            explanation=_("There were {truth} GW, 25.6 times as much as ten years before."),
        ),
        number_guess(
            "12-guess-short",
            title=_("How often the same additions fall short"),
            expects=_("a whole number of forecasts, of 32"),
            low=0,
            high=32,
            truth=lambda: float((_errors()["same_additions"] < 0).sum()),
            explanation=_("It was too low {truth} times of 32."),
        ),
        number_guess(
            "12-guess-speed",
            title=_("Date and speed of thirteen technologies"),
            expects=_("a number from -1 to 1, the rank correlation of date and time taken"),
            low=-1,
            high=1,
            truth=lambda: date_trend(adoption_times(household_shares()), "midpoint", "takeover").rho,
            explanation=_(
                "By the middle of the fitted line it is −0.58; other choices give from −0.31 to −0.69, all below zero."
            ),
        ),
        number_guess(
            "12-guess-copying",
            title=_("What Bass finds where nobody copies"),
            expects=_("a number from 0 to 1, the fitted q a year"),
            low=0,
            high=1,
            truth=_copying_without_copies,
            explanation=_("The fit says {truth} a year, and nobody has looked at anybody."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "12-bias": Variant(
            _bias,
            {
                "innovation": (0.015, 0.02, 0.025, TRUE_INNOVATION, 0.035),
                "imitation": (0.42, 0.45, 0.48, TRUE_IMITATION, 0.52, 0.55, 0.58, 0.6),
            },
            _bias_fits,
        ),
    }


@cache
def _installed() -> pd.Series:
    return load("photovoltaics_world").set_index("year")["installed_mw"].dropna()


@cache
def _errors() -> pd.DataFrame:
    """Return the logarithmic errors of the lesson's 32 forecasts."""
    shipped = load("photovoltaics_world").set_index("year")["shipped_mw"].dropna()
    spans = ((shipped, 1985, 2004), (_installed(), FIRST_ORIGIN, LAST_ORIGIN))
    return log_errors(pd.concat([stock_forecasts(stock, first, last) for stock, first, last in spans]))


def _copying_without_copies() -> float:
    """Return q, to two places, of the lesson's workshops, each of which waits alone for its price."""
    worth = np.random.default_rng(12).lognormal(np.log(300), 0.6, size=10_000)
    owners = [int((worth >= 1000 * (1 - 0.15) ** year).sum()) for year in range(14)]
    return round(float(fit_bass(np.diff(owners))["imitation"]), 2)


def _near(name: str, value: Callable[[], float], message: str) -> Mistake:
    """Return the mistake of a number, told to whoever gives it to three digits, whatever the task's own tolerance."""
    return Mistake(name, lambda given: math.isclose(given, value(), rel_tol=0.004), message, example=value)


def _line_cost() -> Task:
    def truth() -> float:
        return float(_installed()[TARGET] / 1000)

    def bracket() -> tuple[float, float]:
        rules = stock_forecasts(_installed() / 1000, SEALED, SEALED, TARGET - SEALED).iloc[0]
        return float(rules["same_additions"]), float(rules["same_growth"])

    return number_task(
        "12-line-cost",
        title=_("The score of the bracket"),
        expects=_("a number, the score in logarithms"),
        right=lambda: log_score(*bracket(), truth()),
        tolerance=0.02,
        mistakes=[
            _near(
                "no logarithms",
                lambda: interval_score(*bracket(), truth()),
                _("{given} is in GW. Take the logarithm of all three numbers first."),
            ),
            _near(
                "common logarithms",
                lambda: log_score(*bracket(), truth()) / math.log(10),
                _("{given} uses logarithms to base ten. The lesson's scores use `np.log`."),
            ),
            _near(
                "only the ends in logarithms",
                lambda: interval_score(math.log(bracket()[0]), math.log(bracket()[1]), truth()),
                _("{given} compares ends in logarithms with an outcome in GW. What must the outcome be, too?"),
            ),
            _near(
                "the ratio itself",
                lambda: bracket()[1] / bracket()[0],
                _("{given} is the high end over the low one. Which function makes a score of a ratio?"),
            ),
        ],
        hints=(
            _("The score is `interval_score(low, high, outcome)`, with each of the three in logarithms."),
            _("`np.log` takes the logarithm of one number, or of a list."),
            _("The two ends and the outcome are in the cell of rules in “Four answers from the end of 2009”."),
        ),
        explanation=_("The outcome lies inside, so only the width is paid: the logarithm of high over low."),
    )


def _quiz_market() -> Task:
    return choice_task(
        "12-quiz-market",
        title=_("A market known to seven per cent"),
        options="abcd",
        right="834786f06058",
        mistakes={
            "a": (
                "standard error taken for all error",
                _("Seven per cent is what noise around *this* curve would do. In 2012, was the curve right?"),
            ),
            "b": (
                "fit taken for forecast",
                _("The fit is to years that are over. What did the market of 2012 say of the years to come?"),
            ),
            "d": (
                "no bend seen",
                _("Here sales did bend for a year. What happens if that bend is a pause?"),
            ),
        },
        hints=(
            _("Two things can be wrong: the numbers in a curve, and the curve."),
            _("Find the row with the smallest error of the market, and what came after it."),
            _("Look at the table in “No size of the market before the bend”."),
        ),
        explanation=_("A standard error assumes the curve; one slow year looked like the end of growth."),
    )


def _quiz_peak() -> Task:
    return number_task(
        "12-quiz-peak",
        title=_("The year of the peak"),
        expects=_("a number of years"),
        right=lambda: bass_peak(0.01, 0.49, 1)["time"],
        tolerance=0.05,
        mistakes=[
            value_mistake(
                "common logarithm",
                lambda: math.log10(49) / 0.5,
                _("{given} uses the logarithm to base ten. Which one does ln mean?"),
            ),
            value_mistake(
                "not divided",
                lambda: math.log(49),
                _("{given} is the logarithm alone. What is below the line in the formula?"),
            ),
            value_mistake(
                "sum of the lesson",
                lambda: math.log(49) / 0.41,
                _("{given} divides by the lesson's p + q. What is the sum here?"),
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
            value_mistake(
                "ratio turned round",
                lambda: -math.log(49) / 0.5,
                _("{given} is before the start. Which of p and q is above the line in the ratio?"),
            ),
        ],
        hints=(
            _("One logarithm, one division."),
            _("The ratio of q to p goes into the logarithm, their sum below the line."),
            _("Look at “Three numbers and a peak”."),
        ),
        explanation=_("The logarithm of q/p, over p + q."),
    )


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
            _("In the workshops a falling price drew it, with nobody copying."),
            _("Look at “A curve that needs no imitation”."),
        ),
        explanation=_("Several causes draw the same S, and q sums up its shape."),
    )


def _refitted(innovation: float, imitation: float) -> pd.Series:
    return ols_bass(bass(innovation, imitation, 1000, PERFECT_YEARS)["adopters"])


def _bias_fits(innovation: float, imitation: float) -> bool:
    own, default = _refitted(innovation, imitation), _refitted(TRUE_INNOVATION, TRUE_IMITATION)
    ratio, other = own["innovation"] / innovation, default["innovation"] / TRUE_INNOVATION
    imitation_error, points = 100 * (1 - own["imitation"] / imitation), 100 * (own["innovation"] - innovation)
    lessons = _refitted(innovation, LESSON_IMITATION)["innovation"] / innovation - 1
    named = (100 * ratio, 100 * (ratio - 1), 100 * (1 - 1 / ratio), 100 * lessons, imitation_error, points, ratio)
    return apart(*named, ratio - 1, share=0.02) and apart(ratio - 1, other - 1, share=0.02)


def _bias(innovation: float = TRUE_INNOVATION, imitation: float = TRUE_IMITATION) -> Task:
    def fitted() -> float:
        return float(_refitted(innovation, imitation)["innovation"])

    def imitation_error() -> float:
        return float(100 * (1 - _refitted(innovation, imitation)["imitation"] / imitation))

    def with_the_lessons_imitation() -> float:
        return float(100 * (_refitted(innovation, LESSON_IMITATION)["innovation"] / innovation - 1))

    return number_task(
        "12-bias",
        title=_("How far off on perfect data"),
        expects=_("a number, in per cent of the true p"),
        right=lambda: 100 * (fitted() / innovation - 1),
        tolerance=0.2,
        mistakes=[
            Mistake(
                "least squares",
                lambda given: abs(given) < 1e-6,
                _("Without noise least squares has no bias. The task asks for the regression as published."),
                example=lambda: 0.0,
            ),
            value_mistake(
                "the lesson's q kept",
                with_the_lessons_imitation,
                _("{given} is what the lesson's q gives. Which q does the task name?"),
            ),
            value_mistake(
                "ratio taken for excess",
                lambda: 100 * fitted() / innovation,
                _("{given} is the fitted p in per cent of the true one. How much is it *too high*?"),
            ),
            _near(
                "ratio as it is",
                lambda: fitted() / innovation,
                _("{given} is the fitted p over the true one. By how many per cent of the true p is it too high?"),
            ),
            _near(
                "the fitted p itself",
                fitted,
                _("{given} is the fitted p. Compare it with the true one, in per cent of the true one."),
            ),
            _near(
                "difference of the two",
                lambda: fitted() - innovation,
                _("{given} is how much p is too high. How much is that in per cent of the true p?"),
            ),
            _near(
                "points",
                lambda: 100 * (fitted() - innovation),
                _("{given} is the difference in points. Divide by the true p first."),
            ),
            value_mistake(
                "per cent of the wrong p",
                lambda: 100 * (1 - innovation / fitted()),
                _("{given} is in per cent of the fitted p. Of which p is it asked?"),
            ),
            _near(
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
            _("The lesson does it with other numbers in “Three numbers and a peak”."),
        ),
        explanation=_("The faster imitation runs, the more of it falls within the year, and is booked as innovation."),
    )


def _score() -> Task:
    def fined(factor: float, width: float = 1.0) -> Callable[[float, float, float], float]:
        return lambda low, high, outcome: (
            width * math.log(high / low) + factor * (max(math.log(low / outcome), 0) + max(math.log(outcome / high), 0))
        )

    return function_task(
        "12-score",
        title=_("Score a range in logarithms"),
        expects=_("a function of low, high and outcome that returns a score"),
        right=lambda low, high, outcome: log_score(low, high, outcome),
        cases=[(10, 20, 15), (10, 20, 23), (10, 20, 4), (1, 100, 100), (50, 55, 90)],
        mistakes=[
            function_mistake(
                "in plain units",
                lambda low, high, outcome: interval_score(low, high, outcome),
                _("Your score is in the unit of the range. Take the logarithms of all three numbers first."),
            ),
            function_mistake(
                "common logarithms",
                lambda low, high, outcome: log_score(low, high, outcome) / math.log(10),
                _("You use logarithms to base ten. The lesson's scores are in natural ones."),
            ),
            function_mistake(
                "miss above only",
                lambda low, high, outcome: math.log(high / low) + 10 * max(math.log(outcome / high), 0),
                _("You charge an outcome above the range, and none below it."),
            ),
            function_mistake(
                "miss below only",
                lambda low, high, outcome: math.log(high / low) + 10 * max(math.log(low / outcome), 0),
                _("You charge an outcome below the range, and none above it."),
            ),
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
            _("Two payments: one for the width, one for the miss, both in logarithms."),
            _("Test it with ranges that miss on either side, and one that misses not at all."),
            _("Look at “The score of a range”."),
        ),
        explanation=_("The logarithm of high over low, and ten times that of the ratio by which it misses."),
    )


@cache
def _disc_record(column: str = "million_units") -> pd.Series:
    table = load("music_formats").query("format == 'CD'")
    return table.set_index("year")[column].sort_index()


def _discs() -> Task:
    def answer(fit: pd.Series, sold: float) -> dict[str, float]:
        return {"market": float(fit["market_size"]), "times_sold": sold / float(fit["market_size"])}

    def known() -> pd.Series:
        return _disc_record().loc[:DISCS_TO]

    def all_sold() -> float:
        return float(_disc_record().loc[:DISCS_SOLD].sum())

    return numbers_task(
        "12-discs",
        title=_("How many compact discs"),
        expects=_("two numbers labelled market, in million discs, and times_sold, a ratio"),
        labels=("market", "times_sold"),
        right=lambda: answer(fit_bass(known()), all_sold()),
        mistakes=[
            value_mistake(
                "all that was sold so far, each year",
                lambda: answer(fit_bass(known().cumsum()), all_sold()),
                _("You fitted the sums so far. `fit_bass` wants the sales of each year."),
            ),
            value_mistake(
                "dollars",
                lambda: answer(
                    fit_bass(_disc_record("million_usd").loc[:DISCS_TO]),
                    float(_disc_record("million_usd").loc[:DISCS_SOLD].sum()),
                ),
                _("Your numbers are dollars. The question counts discs."),
            ),
            value_mistake(
                "the regression",
                lambda: answer(ols_bass(known()), all_sold()),
                _("You used the regression as published. Use least squares on the differences."),
            ),
            value_mistake(
                "all years fitted",
                lambda: answer(fit_bass(_disc_record()), all_sold()),
                _("Your fit has seen the years up to 2019. In 1992 nobody had."),
            ),
            value_mistake(
                "one year too few",
                lambda: answer(fit_bass(_disc_record().loc[: DISCS_TO - 1]), all_sold()),
                _("Your record ends before 1992. Is the last year in your slice?"),
            ),
            value_mistake(
                "ratio turned round",
                lambda: {"times_sold": float(fit_bass(known())["market_size"]) / all_sold()},
                _("Your `times_sold` is the market over what was sold. It is asked the other way round."),
            ),
            value_mistake(
                "only what came later",
                lambda: {"times_sold": (all_sold() - float(known().sum())) / float(fit_bass(known())["market_size"])},
                _("Your `times_sold` leaves out the discs sold up to 1992, and the market holds them."),
            ),
            value_mistake(
                "market over sales so far",
                lambda: {"times_sold": float(fit_bass(known())["market_size"] / known().sum())},
                _("Your `times_sold` is the market over the sales so far. What had been sold by 2019?"),
            ),
            value_mistake(
                "excess over the market",
                lambda: {"times_sold": all_sold() / float(fit_bass(known())["market_size"]) - 1},
                _("Your `times_sold` counts only what came above the market. How many times was it sold in all?"),
            ),
            value_mistake(
                "difference for a ratio",
                lambda: {"times_sold": all_sold() - float(fit_bass(known())["market_size"])},
                _("Your `times_sold` is a number of discs. How many times the market is all that was sold?"),
            ),
        ],
        hints=(
            _("Pick the rows of the CD, set the year as index, and keep the years to 1992."),
            _("`fit_bass` of the million units of each year; then add up the whole record and divide."),
            _("The lesson does the same for photovoltaics in “No size of the market before the bend”."),
        ),
        explanation=_(
            "Ten rising years said that nearly half was sold; more than four times the market came. Growth had slowed "
            "before 1992, and households buy discs again and again."
        ),
    )


def _mean_cost(low: float, high: float) -> float:
    """Return the mean cost of a range of multiples, over the origins of the installed stock."""
    stock = _installed()
    outcomes = [float(stock[year + AHEAD] / stock[year]) for year in range(FIRST_ORIGIN, LAST_ORIGIN + 1)]
    return float(np.mean([log_score(low, high, outcome) for outcome in outcomes]))


@cache
def _bar() -> float:
    """Return the mean cost of the range to beat: the lesson's bracket, on the same twelve forecasts."""
    scored = stock_ranges(_installed(), FIRST_ORIGIN, LAST_ORIGIN, AHEAD)
    return float(scored.loc[scored["rule"] == "bracket", "score"].mean())


def _held_of_the_seen(low: float, high: float) -> int:
    """Return how many of the twenty multiples of the shipped stock a range holds, as they are shown: two digits."""
    shipped = load("photovoltaics_world").set_index("year")["shipped_mw"].dropna()
    seen = (shipped.shift(-AHEAD) / shipped).loc[SEEN_FIRST:SEEN_LAST].round(2)
    return int(seen.between(low, high).sum())


def _held_of_the_twelve(low: float, high: float) -> int:
    stock = _installed()
    return sum(low <= stock[year + AHEAD] / stock[year] <= high for year in range(FIRST_ORIGIN, LAST_ORIGIN + 1))


def _multiples() -> Task:
    def sound(plan: dict[str, float]) -> bool:
        return 0 < plan["low"] < plan["high"]

    def too_wide(plan: dict[str, float]) -> bool:
        return sound(plan) and math.log(plan["high"] / plan["low"]) >= _bar()

    def good(plan: dict[str, float]) -> bool:
        ends = plan["low"], plan["high"]
        return sound(plan) and (_mean_cost(*ends) < _bar() or _held_of_the_seen(*ends) >= FEWEST_HELD)

    return property_task(
        "12-multiples",
        "numbers",
        ("low", "high"),
        title=_("A range from the past, for years that it has not seen"),
        expects=_("two numbers labelled low and high, multiples of the stock"),
        is_right=lambda plan: good(plan) and not too_wide(plan),
        mistakes=[
            Mistake(
                "ends turned round",
                lambda plan: plan["low"] >= plan["high"],
                _("Your low end is not below your high end. Which is which?"),
            ),
            Mistake(
                "below nothing",
                lambda plan: plan["low"] <= 0,
                _("A stock cannot be multiplied by zero or less."),
            ),
            Mistake(
                "logarithms",
                lambda plan: sound(plan) and plan["low"] < 1 <= plan["high"] < 2.5,
                _("A stock that only grows has a multiple above 1. Are your ends logarithms? Give the multiples."),
            ),
            Mistake(
                "growth in the place of multiples",
                lambda plan: sound(plan) and plan["high"] < 1.5,
                _("A stock that only grows has a multiple above 1. Did you give yearly growth, or a share?"),
            ),
            Mistake(
                "per cent",
                lambda plan: sound(plan) and plan["low"] >= 50,
                _("Your numbers look like per cent. A stock that doubles has the multiple two."),
            ),
            Mistake(
                "too wide",
                too_wide,
                _("Your width alone scores as badly as the bracket, misses included. How far apart do the twenty lie?"),
            ),
            Mistake(
                "none held",
                lambda plan: sound(plan) and _held_of_the_twelve(plan["low"], plan["high"]) == 0,
                _("Not one of the twelve lies in your range. How many of the twenty does it hold?"),
            ),
            Mistake(
                "too many missed",
                lambda plan: sound(plan) and not good(plan),
                _("Misses on the twelve weigh too much, and too few of the twenty are held. Which ones are left out?"),
            ),
        ],
        hints=(
            _("`stock.shift(-5) / stock` gives the multiple of each origin."),
            _("Look where eight in ten of the twenty multiples lie, and ask whether the future must stay there."),
            _("Scores are in “The score of a range”; a range that misses sometimes can still be the better one."),
        ),
        explanation=_(
            "Your range is one that the past supports, or scores better than the bracket. The next cell scores it."
        ),
    )


def _too_high() -> Task:
    def sound(world: dict[str, float]) -> bool:
        return (
            0.001 <= world["innovation"] <= 0.1
            and 0.1 <= world["imitation"] <= 1
            and float(world["origin"]).is_integer()
            and 2 <= world["origin"] <= 40
        )

    def reached(world: dict[str, float]) -> pd.Series:
        curve = bass(world["innovation"], world["imitation"], 1, int(world["origin"]) + AHEAD)
        return curve.set_index("period")["cumulative"]

    def overshoot(world: dict[str, float]) -> float:
        stock, origin = reached(world), int(world["origin"])
        forecast = stock[origin] + AHEAD * (stock[origin] - stock[origin - 1])
        return float(forecast / stock[origin + AHEAD])

    def sold(world: dict[str, float]) -> float:
        return float(reached(world)[int(world["origin"])])

    return property_task(
        "12-too-high",
        "numbers",
        WORLD,
        title=_("Break it: the same additions, too high"),
        expects=_("three numbers labelled innovation, imitation and origin"),
        is_right=lambda world: sound(world) and sold(world) <= MOST_SOLD and overshoot(world) >= OVERSHOOT,
        mistakes=[
            Mistake(
                "outside the limits",
                lambda world: not sound(world),
                _("Keep p from 0.001 to 0.1, q from 0.1 to 1, and the origin a whole year from 2 to 40."),
            ),
            Mistake(
                "nearly all sold",
                lambda world: sound(world) and sold(world) > MOST_SOLD,
                _("More than nine tenths are sold at your origin: everybody would see the end. Go back some years."),
            ),
            Mistake(
                "still growing",
                lambda world: sound(world) and overshoot(world) < 1,
                _("In your world the same additions are still too low. Where on the curve do additions begin to fall?"),
            ),
            Mistake(
                "not by a quarter",
                lambda world: sound(world) and overshoot(world) < OVERSHOOT,
                _("They are too high, by less than a quarter. Move the origin, or make the bend sharper."),
            ),
        ],
        hints=(
            _("The rule assumes that additions stay; ask when they do not."),
            _("`bass_peak` says when additions are highest. Put the origin a little after it, and raise q."),
            _("Compare the two pictures of spines in “Thirty-two forecasts”, and the formula of the peak."),
        ),
        explanation=_("Where additions fall for good, the rule that fell short 32 times of 32 errs on the other side."),
    )
