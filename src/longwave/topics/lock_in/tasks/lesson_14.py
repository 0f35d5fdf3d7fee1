"""Tasks of lesson 14: gifts, victories and their proof, how fast volume lowers cost, and what stops a lock."""

import math
from functools import cache

import numpy as np
import pandas as pd
from scipy.optimize import brentq

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    number_task,
    numbers_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.lock_in.models.learning import learning_halves, learning_rate
from longwave.topics.lock_in.models.lock_in import lock_in_probability
from longwave.topics.lock_in.models.urns import polya_count_probability
from longwave.topics.lock_in.models.verdicts import winner_is_better

PLAN = ("advantage", "seeds")
BARRIER, BEHIND, OFTEN = 5, -4, 0.9
MOST_COST, DEAR_SEED, DEAR_ADVANTAGE = 14, 5, 100
NEARLY_HALF = 0.4985  # what a p to three places after the point can miss
ADVANTAGE, SURE = 0.55, 0.75
GIFT_ADVANTAGE, GIFT_BARRIER = 0.53, 8
QUIZ_ADVANTAGE, QUIZ_BARRIER = 2 / 3, 2
METAL = "Primary Aluminum"


def title() -> str:
    """Return the lesson's title."""
    return _("Can the worse technology win for good?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_gift(),
        _quiz_urn(),
        _quiz_barrier(),
        _quiz_proof(),
        _urn_even(),
        _head_start(),
        _two_countries(),
        _break_proof(),
        _halves(),
        _unlock(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "14-guess-price",
            title=_("The price of modules in 2019"),
            expects=_("two numbers, dollars of 2019 a watt"),
            low=0.05,
            high=3,
            truth=lambda: float(load("photovoltaics_world").set_index("year")["module_usd_2019_per_watt"][2019]),
            explanation=_("A watt cost {truth} dollars in 2019, less than a sixth of the 2.39 of 2009."),
        ),
        number_guess(
            "14-guess-worse",
            title=_("How often the worse standard wins"),
            expects=_("a number, in per cent of all markets"),
            low=0,
            high=100,
            truth=lambda: 100 * (1 - lock_in_probability(ADVANTAGE, BARRIER)),
            explanation=_("More than one market in four, and nobody errs."),
        ),
        number_guess(
            "14-guess-gift",
            title=_("Three gifts when you are four behind"),
            expects=_("a number, what they add to the chance at that moment"),
            low=0,
            high=1,
            truth=lambda: _gain(ADVANTAGE, BEHIND, 3),
            explanation=_(
                "They add 0.43 there, against 0.19 at the start. How often you get there is another question."
            ),
        ),
        number_guess(
            "14-guess-halves",
            title=_("First half and second half of 87 technologies"),
            expects=_("a number, the correlation of the two learning rates"),
            low=-1,
            high=1,
            truth=lambda: float(_all_halves()["first"].corr(_all_halves()["second"])),
            explanation=_("The correlation is 0.28 for records of all lengths, and 0.17 without a single technology."),
        ),
        range_guess(
            "14-guess-explorer",
            title=_("Internet Explorer in April 2015"),
            expects=_("two numbers, in per cent of the visits"),
            low=0,
            high=100,
            truth=_explorer_at_last,
            explanation=_("It had {truth} per cent of the visits to this site, after 85.8 in January 2002."),
        ),
    )


def _gain(advantage: float, lead: int, gifts: int) -> float:
    start, end = (lock_in_probability(advantage, BARRIER, place) for place in (lead, lead + gifts))
    return end - start


@cache
def _all_halves() -> pd.DataFrame:
    return learning_halves(load("learning_curves"))


def _explorer_at_last() -> float:
    shares = load("browser_shares")
    rows = shares[(shares["browser"] == "Internet Explorer") & (shares["month"] == shares["month"].max())]
    return float(rows["percent"].iloc[0])


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "14-urn-tail": Variant(
            _urn_even,
            {"draws": (9, 10, 11, 12, 13, 14, 15, 16, 17, 18), "least": (7, 8, 9, 10, 11, 12, 13, 14, 15, 16)},
            _urn_fits,
        ),
        "14-head-start": Variant(
            _head_start,
            {"advantage": (0.51, 0.52, 0.53, 0.54, 0.55, 0.56, 0.57, 0.58), "barrier": (BARRIER, 6, 7, 8, 9, 10)},
            _head_start_fits,
        ),
        "14-two-countries": Variant(
            _two_countries,
            {"advantage": (0.51, 0.52, 0.53, 0.54, 0.55, 0.56, 0.57, 0.58), "barrier": (3, 4, BARRIER, 6, 7, 8)},
            _two_countries_fit,
        ),
        "14-break-proof": Variant(
            _break_proof,
            {"barrier": (3, 4, BARRIER, 6, 7, 8), "sure": (0.7, 0.72, SURE, 0.78, 0.8)},
            _break_proof_fits,
        ),
    }


def _line_gift() -> Task:
    def gift() -> float:
        return _gain(ADVANTAGE, BEHIND, 1)

    return number_task(
        "14-line-gift",
        title=_("One gift when you are four behind"),
        expects=_("a number from 0 to 1, what the gift adds to the chance"),
        right=gift,
        unit="share",
        tolerance=0.0006,
        mistakes=[
            value_mistake(
                "the chance after the gift",
                lambda: lock_in_probability(ADVANTAGE, BARRIER, BEHIND + 1),
                _("{given} is your chance *after* the gift. How much of it did you have before?"),
            ),
            value_mistake(
                "the chance before the gift",
                lambda: lock_in_probability(ADVANTAGE, BARRIER, BEHIND),
                _("{given} is your chance before the gift. What is it one step on?"),
            ),
            value_mistake(
                "gift at an even start",
                lambda: _gain(ADVANTAGE, 0, 1),
                _("{given} is what a gift adds at lead 0. Here you begin at −4."),
            ),
            value_mistake(
                "the other side's gift",
                lambda: _gain(ADVANTAGE, 3, 1),
                _("{given} is a gift to who leads by 3, or to the *worse* standard. Look at the sign and at p."),
            ),
            value_mistake(
                "three gifts",
                lambda: _gain(ADVANTAGE, BEHIND, 3),
                _("{given} is what three gifts add. This line asks for one."),
            ),
        ],
        hints=(
            _("A gift moves the lead by one, from −4 to −3."),
            _("The third number of `lock_in_probability` is the lead; call it twice and subtract."),
            _("Look at the call with a lead in “What a gift is worth, and when”."),
        ),
        explanation=_("From 0.210 to 0.382: the gift is worth most where you have least."),
    )


def _quiz_urn() -> Task:
    return choice_task(
        "14-quiz-urn",
        title=_("What a plain Pólya urn does"),
        options="abcd",
        right="6c2ca544413b",
        mistakes={
            "a": (
                "path dependence is lock-in",
                _("Read the printed line *in proportion*: how many of its 60 histories end at an edge?"),
            ),
            "b": (
                "history evens out",
                _("So do the urns of the line *falling off*. What would pull an urn in proportion back to the middle?"),
            ),
            "d": (
                "never settles",
                _("Each draw moves the share less than the one before. Can it still wander after a million?"),
            ),
        },
        hints=(
            _("Two questions: does history matter, and does one technology take all?"),
            _("Compare the three printed lines, a kind of urn each."),
            _("Read “A past that matters without a lock” again."),
        ),
        explanation=_("The share settles, each history at a place of its own, and every place is equally likely."),
    )


def _quiz_barrier() -> Task:
    def worse_wins(barrier: int) -> float:
        return 1 - lock_in_probability(QUIZ_ADVANTAGE, barrier)

    return number_task(
        "14-quiz-barrier",
        title=_("A lead of two decides"),
        expects=_("a number from 0 to 1"),
        right=lambda: worse_wins(QUIZ_BARRIER),
        unit="share",
        mistakes=[
            value_mistake(
                "the better's chance",
                lambda: 1 - worse_wins(QUIZ_BARRIER),
                _("{given} is how often the *better* wins. Which one is asked for?"),
            ),
            value_mistake(
                "a lead of one",
                lambda: worse_wins(1),
                _("{given} belongs to a lead of one. Here the first adopter does not yet settle it."),
            ),
            value_mistake(
                "the first two alone",
                (1 - QUIZ_ADVANTAGE) ** 2,
                _("{given} is how often the first two adopters both prefer B. What if they differ?"),
            ),
            value_mistake(
                "barrier of five",
                lambda: worse_wins(BARRIER),
                _("{given} belongs to a lead of five. Which N does the question give?"),
            ),
        ],
        hints=(
            _("Take the adopters two at a time: what can a pair do?"),
            _("A pair that differs changes nothing, so only the pairs that agree count."),
            _("“A lead of five settles it” has this sum by hand, for another p."),
        ),
        explanation=_("A pair for A is four times as likely as a pair for B, and other pairs settle nothing."),
    )


def _quiz_proof() -> Task:
    return choice_task(
        "14-quiz-proof",
        title=_("What a victory proves"),
        options="abcd",
        right="add4dacf189c",
        mistakes={
            "a": (
                "the winner was better",
                _("In our histories the worse one wins too. How often?"),
            ),
            "c": (
                "a victory proves nothing",
                _("Then winners and losers would be equally likely to be the better. Are they?"),
            ),
            "d": (
                "share taken for quality",
                _("After a lock-in everybody adopts the winner, whatever they prefer. What does the share still tell?"),
            ),
        },
        hints=(
            _("Of 100 markets in the panel, in how many did the worse one win?"),
            _("Count, of all histories with a winner, those in which it is the better one."),
            _("Read the cells under “What a victory proves”."),
        ),
        explanation=_("A victory is evidence. How strong depends on N, and on what you believe about p."),
    )


def _urn_even(draws: int = 9, least: int = 8) -> Task:
    counts = range(least, draws + 1)

    def coin() -> float:
        return float(sum(math.comb(draws, count) for count in counts) / 2**draws)

    def urn() -> float:
        return sum(polya_count_probability([1, 1], draws, count) for count in counts)

    return number_task(
        "14-urn-tail",
        title=_("How often an urn goes far to one side"),
        expects=_("a number from 0 to 1"),
        right=urn,
        unit="share",
        mistakes=[
            value_mistake(
                "draws taken as coins",
                coin,
                _("{given} is right for tosses of a coin. In the urn, what does each draw do to the next?"),
            ),
            value_mistake(
                "one count only",
                lambda: polya_count_probability([1, 1], draws, least),
                _("{given} is the chance of one count. How many counts are high enough?"),
            ),
            value_mistake(
                "both sides",
                lambda: 2 * urn(),
                _("{given} counts the second colour's runs too. Only the first is asked for."),
            ),
            value_mistake(
                "one count too many",
                lambda: urn() + polya_count_probability([1, 1], draws, least - 1),
                _("{given} counts one number of white draws too many. Which is the smallest that is high enough?"),
            ),
            value_mistake(
                "the others",
                lambda: 1 - urn(),
                _("{given} is how often there are *fewer*. Which are asked for?"),
            ),
            value_mistake(
                "as many counts as draws",
                len(counts) / draws,
                _("{given} divides by the number of draws. How many different counts can they give?"),
            ),
        ],
        hints=(
            _("Do three draws by hand: how likely are none, one, two and three white?"),
            _("What do all these chances have in common? Then count the possibilities after all draws."),
            _("“A past that matters without a lock” does two draws by hand."),
        ),
        explanation=_("Every count is as likely as any other: lopsided histories are common without any lock."),
    )


def _urn_fits(draws: int, least: int) -> bool:
    share = (draws - least + 1) / (draws + 1)
    coin = sum(math.comb(draws, count) for count in range(least, draws + 1)) / 2**draws
    wrong = (coin, 1 / (draws + 1), 2 * share, (draws - least + 1) / draws, share + 1 / (draws + 1), 1 - share)
    return 7 * draws <= 10 * least < 10 * draws and apart(share, 2 / 10, *wrong)


def _head_start(advantage: float = GIFT_ADVANTAGE, barrier: int = GIFT_BARRIER) -> Task:
    def smallest() -> int:
        return _gifts(advantage, barrier)

    return number_task(
        "14-head-start",
        title=_("How many first adopters to win over"),
        expects=_("a whole number of adopters"),
        right=smallest,
        tolerance=1e-9,
        mistakes=[
            value_mistake(
                "one too few",
                lambda: smallest() - 1,
                _("With {given} the chance is below nine in ten. Compute it."),
            ),
            value_mistake(
                "all the way to the barrier",
                barrier,
                _("{given} wins for certain. Less will do for nine in ten."),
            ),
            value_mistake(
                "one adopter short of the barrier",
                barrier - 1,
                _("{given} is enough. Is it the smallest number that is?"),
            ),
        ],
        hints=(
            _("`lock_in_probability` takes the present lead as its third number."),
            _("Try leads from none upwards, and stop at the first that reaches the aim."),
            _("“What a gift is worth, and when” calls it for a lead that gifts have moved."),
        ),
        explanation=_(
            "At the start a few gifts make a win likely. Held back they would win less often, and cost less on average."
        ),
    )


def _gifts(advantage: float, barrier: int) -> int:
    return next(lead for lead in range(barrier + 1) if lock_in_probability(advantage, barrier, lead) >= OFTEN)


def _head_start_fits(advantage: float, barrier: int) -> bool:
    gifts = _gifts(advantage, barrier)
    near = min(abs(lock_in_probability(advantage, barrier, lead) - OFTEN) for lead in (gifts - 1, gifts))
    return near > 0.001 and 1 <= gifts <= barrier - 2 and gifts != _gifts(GIFT_ADVANTAGE, GIFT_BARRIER)


def _two_countries(advantage: float = 0.55, barrier: int = BARRIER) -> Task:
    def one() -> float:
        return lock_in_probability(advantage, barrier)

    def both() -> float:
        return one() ** 2 / (one() ** 2 + (1 - one()) ** 2)

    return number_task(
        "14-two-countries",
        title=_("Two countries, one winner"),
        expects=_("a number from 0 to 1"),
        right=both,
        unit="share",
        tolerance=0.002,
        mistakes=[
            value_mistake(
                "one country's evidence",
                one,
                _("{given} is what one victory tells. You have seen two, independent of each other."),
            ),
            value_mistake(
                "both would win",
                lambda: one() ** 2,
                _("{given} is how often the better wins twice. What else could have given what you saw?"),
            ),
            value_mistake(
                "either would win",
                lambda: 1 - (1 - one()) ** 2,
                _("{given} is how often the better wins at least once. You saw two victories of the *same* one."),
            ),
        ],
        hints=(
            _("Two stories fit: the better won twice, or the worse did."),
            _("Compare how likely each story is; before you looked, both technologies were equally likely."),
            _("One country is done in “What a victory proves”."),
        ),
        explanation=_("The odds of one victory, squared: the same as one market with twice the barrier."),
    )


def _two_countries_fit(advantage: float, barrier: int) -> bool:
    one, both = lock_in_probability(advantage, barrier), lock_in_probability(advantage, 2 * barrier)
    return apart(both, lock_in_probability(0.55, 2 * BARRIER), one, one**2, 1 - (1 - one) ** 2, share=0.01)


def _most_even(barrier: int, sure: float) -> float:
    """Return the upper end of p, from one half, at which a winner is the better one with this chance."""
    return float(brentq(lambda most: winner_is_better(barrier, 0.5, most) - sure, 0.5 + 1e-6, 1))


def _known(barrier: int, sure: float) -> float:
    """Return the one p at which the better wins with this chance."""
    return float(brentq(lambda chance: lock_in_probability(chance, barrier) - sure, 0.5, 1 - 1e-9))


def _break_proof(barrier: int = BARRIER, sure: float = SURE) -> Task:
    def right() -> float:
        return _most_even(barrier, sure)

    return number_task(
        "14-break-proof",
        title=_("When a victory proves less"),
        expects=_("a number from 0.5 to 1, the highest p"),
        right=right,
        unit="share",
        tolerance=0.002,
        mistakes=[
            value_mistake(
                "p taken as known",
                lambda: _known(barrier, sure),
                _("At {given} exactly the better wins that often. But p may be anything from one half to your number."),
            ),
            value_mistake(
                "the middle taken for all",
                lambda: 2 * _known(barrier, sure) - 0.5,
                _("{given} puts the *middle* of the range at the right chance. The chance bends with p; average it."),
            ),
            value_mistake(
                "width in the place of the end",
                lambda: right() - 0.5,
                _("{given} is how wide the range is. Where does it end?"),
            ),
            value_mistake(
                "a lead of one",
                lambda: 2 * sure - 0.5,
                _("{given} is right if a single adopter decides. Which N has this race?"),
            ),
        ],
        hints=(
            _("The lesson's range ends at 1 and gives more; a range that ends at 0.5 would give one half."),
            _("Call `winner_is_better` with the lowest and a highest p, and move the highest until it fits."),
            _("“What a victory proves” has the call for two ranges."),
        ),
        explanation=_("If rivals are always close, a victory is a weaker witness: the answer rests on what p may be."),
    )


def _break_proof_fits(barrier: int, sure: float) -> bool:
    right, known = _most_even(barrier, sure), _known(barrier, sure)
    wrong = (known, 2 * known - 0.5, right - 0.5, 2 * sure - 0.5)
    return apart(right, _most_even(BARRIER, SURE), *wrong, share=0.008)


def _metal() -> pd.DataFrame:
    curves = load("learning_curves")
    rows = curves[(curves["technology"] == METAL) & (curves["previous_cumulative"] > 0)]
    return rows.assign(**{"made by the end": rows["previous_cumulative"] + rows["production"]})


def _metal_answer(column: str = "previous_cumulative", half: int | None = None) -> dict[str, float]:
    rows = _metal()
    cut = len(rows) // 2 if half is None else half
    volume, cost = rows[column].to_numpy(float), rows["unit_cost"].to_numpy(float)
    first, second = learning_rate(volume[:cut], cost[:cut]), learning_rate(volume[cut:], cost[cut:])
    expected = cost[cut - 1] * (1 - first) ** math.log2(volume[-1] / volume[cut - 1])
    return {"first": first, "second": second, "missed": float(cost[-1] / expected)}


def _halves() -> Task:
    labels = ("first", "second", "missed")

    def missed() -> dict[str, float]:
        return {"missed": _metal_answer()["missed"]}

    def natural() -> dict[str, float]:
        slopes = {name: math.log2(1 - _metal_answer()[name]) for name in ("first", "second")}
        return {name: 1 - math.exp(slope) for name, slope in slopes.items()} | {"missed": _metal_answer()["missed"]}

    def slopes() -> dict[str, float]:
        right = _metal_answer()
        return {name: math.log2(1 - right[name]) for name in ("first", "second")} | {"missed": right["missed"]}

    def hindsight() -> float:
        rows, right = _metal(), _metal_answer()
        volume, cost = rows["previous_cumulative"].to_numpy(float), rows["unit_cost"].to_numpy(float)
        cut = len(rows) // 2
        grown = math.log2(volume[-1] / volume[cut - 1])
        return float(cost[-1] / (cost[cut - 1] * (1 - right["second"]) ** grown))

    def from_the_line() -> float:
        rows = _metal()
        made, paid = np.log(rows["previous_cumulative"].to_numpy(float)), np.log(rows["unit_cost"].to_numpy(float))
        cut = len(rows) // 2
        return float(np.exp(paid[-1] - np.polyval(np.polyfit(made[:cut], paid[:cut], 1), made[-1])))

    return numbers_task(
        "14-halves",
        title=_("What aluminium's first half expects"),
        expects=_("three numbers labelled first, second and missed"),
        labels=labels,
        right=_metal_answer,
        tolerance=0.004,
        mistakes=[
            value_mistake(
                "slopes in the place of rates",
                slopes,
                _("You give slopes. A slope b becomes a rate by 1 − 2 to the power b."),
            ),
            value_mistake(
                "slopes without their sign",
                lambda: {name: abs(slope) for name, slope in slopes().items()},
                _("You give the slopes b. A doubling multiplies the cost by 2 to the power −b; what does it take off?"),
            ),
            value_mistake(
                "what a doubling keeps",
                lambda: {name: 1 - _metal_answer()[name] for name in ("first", "second")} | missed(),
                _("Your rates say what a doubling *keeps* of the cost. What does it take off?"),
            ),
            Mistake(
                "per cent",
                lambda answer: max(abs(answer["first"]), abs(answer["second"])) > 1,
                _("Your rates look like per cents. What are they as shares of one whole?"),
            ),
            value_mistake(
                "the year's own production added",
                lambda: _metal_answer("made by the end"),
                _("You add what was made in the year itself. Here volume is what had been made *before* it."),
            ),
            value_mistake(
                "how far above",
                lambda: _metal_answer() | {"missed": _metal_answer()["missed"] - 1},
                _("Your rates are right. Your last number is how far the price is above it, not how many times it is."),
            ),
            value_mistake(
                "not a doubling",
                natural,
                _("Your rates are for a growth of volume by e, 2.72. A learning rate is for a *doubling*."),
            ),
            value_mistake(
                "production of the year",
                lambda: _metal_answer("production"),
                _("You take what was made in the year. Wright's law counts all that was made before."),
            ),
            value_mistake(
                "halves turned round",
                lambda: {
                    "first": _metal_answer()["second"],
                    "second": _metal_answer()["first"],
                    "missed": _metal_answer()["missed"],
                },
                _("Your first half has the rate of the second. Are the years in order?"),
            ),
            value_mistake(
                "middle row in the first half",
                lambda: _metal_answer(half=len(_metal()) - len(_metal()) // 2),
                _("Your halves have 20 and 19 rows. The task puts the middle row into the second half."),
            ),
            value_mistake(
                "ratio turned round",
                lambda: _metal_answer() | {"missed": 1 / _metal_answer()["missed"]},
                _("Your rates are right. Your last number is the forecast over the price; turn it round."),
            ),
            value_mistake(
                "forecast with hindsight",
                lambda: _metal_answer() | {"missed": hindsight()},
                _("Your rates are right. But your forecast uses the second half's rate, which nobody knew yet."),
            ),
            value_mistake(
                "forecast from the fitted line",
                lambda: _metal_answer() | {"missed": from_the_line()},
                _("Your rates are right. Your forecast begins on the fitted line; the task begins at the last price."),
            ),
        ],
        hints=(
            _("`learning_rate(volume, cost)` gives the rate of each half."),
            _("Count the doublings from the last row of the first half to the last row: log to base 2 of the ratio."),
            _("“Making more goes with a lower price” has a sum by hand: each doubling keeps 1 − rate of the cost."),
        ),
        explanation=_("The price that came is three and a half times the forecast: the fast half did not last."),
    )


def _unlock() -> Task:
    def cost(plan: dict[str, float]) -> float:
        return DEAR_ADVANTAGE * (plan["advantage"] - 0.5) + DEAR_SEED * plan["seeds"]

    def sound(plan: dict[str, float]) -> bool:
        return 0.5 <= plan["advantage"] < 1 and plan["seeds"].is_integer() and 0 <= plan["seeds"] <= -BEHIND

    def chance(plan: dict[str, float]) -> float:
        return lock_in_probability(plan["advantage"], BARRIER, BEHIND + int(plan["seeds"]))

    def wins(plan: dict[str, float]) -> bool:
        return sound(plan) and chance(plan) >= NEARLY_HALF

    return property_task(
        "14-unlock",
        "numbers",
        PLAN,
        title=_("Stop a lock on a budget"),
        expects=_("two numbers labelled advantage and seeds"),
        is_right=lambda plan: wins(plan) and cost(plan) <= MOST_COST + 1e-9,
        mistakes=[
            Mistake(
                "outside the limits",
                lambda plan: not sound(plan),
                _("Keep the advantage from one half to below one, and the seeds a whole number that leaves no lead."),
            ),
            Mistake(
                "returns alone",
                lambda plan: not wins(plan) and plan["advantage"] <= 0.5 + 1e-9,
                _("You trust that rising returns will turn the market. For whom do they work at the start?"),
            ),
            Mistake(
                "quality alone",
                lambda plan: plan["seeds"] == 0 and cost(plan) > MOST_COST + 1e-9,
                _("You let quality do all of it, and it costs too much. What would a first adopter be worth here?"),
            ),
            Mistake(
                "seeds alone",
                lambda plan: wins(plan) and plan["advantage"] <= 0.5 + 1e-9,
                _("You pay for an even market and no more. What would a little quality save you in seeds?"),
            ),
            Mistake(
                "does not win half",
                lambda plan: not wins(plan) and cost(plan) < MOST_COST - 1e-9,
                _("Your plan is cheap, but wins fewer than half of the histories. Compute its chance."),
            ),
            Mistake(
                "spends all and does not win half",
                lambda plan: not wins(plan),
                _("Your plan costs the whole budget or more, and wins fewer than half. Compute its chance."),
            ),
            Mistake(
                "too dear",
                lambda plan: cost(plan) > MOST_COST,
                _("Your plan wins, and costs too much. What could you leave out or trade, and still win?"),
            ),
        ],
        hints=(
            _("Compute what each number of seeds costs before any quality is bought."),
            _("`needed_advantage(5, lead)` is the least p at a lead. Write its cost beside that of the seeds."),
            _("“What stops a lock one step before it closes” has the chance and the least p at −4."),
        ),
        explanation=_("Quality and a seed together cost less than either alone."),
    )
