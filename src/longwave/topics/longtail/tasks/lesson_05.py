"""Tasks of lesson 05: how long the tail is, how deep it pays to serve it, and in what lots."""

import math
from collections.abc import Hashable
from typing import Literal, cast

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
from longwave.topics.longtail.models import Form, best_lot, divide_range, last_rank, tail_share

BOOKS = 0.871
ENDLESS = 10**9
CATALOGUE = ("exponent", "titles", "rank")
FEWEST_TITLES, LOWEST_RANK = 1000, 10


def title() -> str:
    """Return the lesson's title."""
    return _("When is it worth serving buyers of rare things?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_lot(),
        _quiz_reach(),
        _quiz_forms(),
        _tail_integral(),
        _last_rank(),
        _two_plants(),
        _lot_setup(),
        _finding_cost(),
        _quarrel(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "05-finding-cost": Variant(
            _finding_cost,
            {
                "setup": (20_000, 30_000, 40_000, 50_000, 60_000),
                "finding": (5_000, 8_000, 10_000, 12_000, 15_000),
                "exponent": (0.75, 0.8, 0.85, BOOKS, 0.9, 1.1, 1.2),
            },
            _finding_cost_fits,
        ),
    }


def _quiz_lot() -> Task:
    return choice_task(
        "05-quiz-lot",
        title=_("A set-up a hundred times cheaper"),
        options="abcd",
        right="011337f88e2b",
        mistakes={
            "a": (
                "lot size one follows",
                _("A lot of one would need a set-up that costs next to nothing. Is a hundredth of it so little?"),
            ),
            "b": (
                "lot taken as proportional",
                _("That is how the saving moves. Which sign is over D, S and h in the formula for the lot?"),
            ),
            "d": (
                "demand alone sets the lot",
                _("Demand stays, but a set-up now costs less beside storage. Which of the two do you buy more of?"),
            ),
        },
        hints=(
            _("Two costs pull: set-ups make lots large, storage makes them small."),
            _("The lot that is cheapest is a root."),
            _("Look at “Lot size one does not follow”, and take its factor twice."),
        ),
        explanation=_("The lot follows the root of the set-up cost."),
    )


def _quiz_reach() -> Task:
    return number_task(
        "05-quiz-reach",
        title=_("How much deeper in another trade"),
        expects=_("a number, how many times"),
        right=lambda: 4 ** (1 / 0.5),
        mistakes=[
            value_mistake(
                "reach taken as proportional",
                4,
                _("{given} is how much cheaper the set-up is. Does a flat curve fall as fast as the rank grows?"),
            ),
            value_mistake(
                "root taken for reach",
                lambda: 4**0.5,
                _("{given} is a root: right for the lot, or b where its inverse belongs. Which power has r* in it?"),
            ),
            value_mistake(
                "divided by b",
                lambda: 4 / 0.5,
                _("{given} divides by b. In the formula, what does b do to the power?"),
            ),
        ],
        hints=(
            _("Write r* before and after; all but the set-up cost cancels."),
            _("What is left is the saving, to a power that is the inverse of b."),
            _("The cell after the panel does it for books."),
        ),
        explanation=_("The last rank moves with the saving to the power 1/b."),
    )


def _quiz_forms() -> Task:
    return choice_task(
        "05-quiz-forms",
        title=_("Why the integral's tail is longer"),
        options="abcd",
        right="2be294e03877",
        mistakes={
            "a": (
                "difference sought in the tail",
                _("Far out, curve and blocks agree. Look at the other end of the picture."),
            ),
            "c": (
                "catalogue made longer",
                _("Both end at the last title. Where do they *begin*?"),
            ),
            "d": (
                "another curve",
                _("The curve is the same one, with the same b. What differs is which part of it is counted."),
            ),
        },
        hints=(
            _("Think of the catalogue of three titles."),
            _("Where does the integral begin, and where does the first block?"),
            _("Look at the chart of blocks in “How much lies in the tail?”."),
        ),
        explanation=_("The integral begins in the middle of the first block, so the head is too small."),
    )


def _tail_integral() -> Task:
    def from_nothing(exponent: float, titles: int, rank: int) -> float:
        return float(1 - (rank / titles) ** (1 - exponent))

    return function_task(
        "05-tail-integral",
        title=_("The share beyond a rank, by the integral"),
        expects=_("a function of the exponent, the number of titles and a rank that returns a share from 0 to 1"),
        right=lambda exponent, titles, rank: tail_share(exponent, titles, rank),
        cases=[(0.871, 2_300_000, 100_000), (0.5, 100, 25), (2, 50, 5), (1.2, 1000, 10)],
        mistakes=[
            function_mistake(
                "head taken for tail",
                lambda exponent, titles, rank: 1 - tail_share(exponent, titles, rank),
                _("You give the share *up to* the rank. Which part of the catalogue is asked for?"),
            ),
            function_mistake(
                "integral begun at zero",
                from_nothing,
                _("You count the area left of rank 1 as well. Where does this form begin?"),
            ),
            function_mistake(
                "titles added up",
                lambda exponent, titles, rank: tail_share(exponent, titles, rank, "sum"),
                _("You add the titles one by one. That is a fair form, and not the one asked for."),
            ),
        ],
        hints=(
            _("Two areas under one curve, one over the other."),
            _("The area from x to N is a difference of two powers, and what it is divided by cancels."),
            _("The formula is at the head of “How much lies in the tail?”."),
        ),
        explanation=_("The area beyond the rank, over the area from rank 1 on."),
    )


def _last_rank() -> Task:
    def ratio(first_sales: float, margin: float, setup_cost: float) -> float:
        return margin * first_sales / setup_cost

    return function_task(
        "05-last-rank",
        title=_("The last rank that pays"),
        expects=_("a function of first sales, margin, set-up cost and exponent that returns a whole number"),
        right=lambda first_sales, margin, setup_cost, exponent: last_rank(
            first_sales, margin, setup_cost, exponent, ENDLESS
        ),
        cases=[(100_000, 10, 50_000, 0.871), (5000, 4, 2500, 0.5), (900, 2, 1000, 1.2), (50, 2, 400, 1)],
        mistakes=[
            function_mistake(
                "not a whole rank",
                lambda first_sales, margin, setup_cost, exponent: (
                    ratio(first_sales, margin, setup_cost) ** (1 / exponent)
                ),
                _("You give a point between two ranks. Which whole rank is the last that still pays?"),
            ),
            function_mistake(
                "rounded up",
                lambda first_sales, margin, setup_cost, exponent: math.ceil(
                    ratio(first_sales, margin, setup_cost) ** (1 / exponent)
                ),
                _("You round to a rank that no longer covers its set-up. To which side must you round?"),
            ),
            function_mistake(
                "b for its inverse",
                lambda first_sales, margin, setup_cost, exponent: math.floor(
                    ratio(first_sales, margin, setup_cost) ** exponent
                ),
                _("You raise to the power b. Solve m · q₁ · r^−b = F for r once more."),
            ),
            function_mistake(
                "reach taken as proportional",
                lambda first_sales, margin, setup_cost, exponent: math.floor(ratio(first_sales, margin, setup_cost)),
                _("You leave b out: that is right only where sales fall as one over the rank."),
            ),
        ],
        hints=(
            _("At the last rank, the margin on all its units just covers the set-up."),
            _("Solve m · q₁ · r^−b = F for r, and round to a rank that still pays."),
            _("Look at “The idea”, second cell."),
        ),
        explanation=_("The best-seller's earnings over the set-up cost, to the power 1/b, rounded down."),
    )


def _two_plants() -> Task:
    def range_of(plants: Literal["none", "profitable"]) -> dict[str, int]:
        alone = last_rank(200_000, 8, 40_000, 0.9, 20_000)
        both = last_rank(200_000, 6, 2_000, 0.9, 20_000)
        choices = {"none": (0, both), "profitable": (alone, both - alone)}
        return dict(zip(("mass", "flexible"), choices[plants], strict=True))

    def right() -> dict[Hashable, int]:
        return divide_range(200_000, 8, 40_000, 2_000, 2, 0.9, 20_000).to_dict()

    return numbers_task(
        "05-two-plants",
        title=_("Two plants, one drawer"),
        expects=_("two numbers labelled mass and flexible, in designs"),
        labels=("mass", "flexible"),
        right=right,
        mistakes=[
            value_mistake(
                "flexible takes all",
                lambda: range_of("none"),
                _("You give all to the flexible plant. On the best-seller, what do the extra 2 a unit add up to?"),
            ),
            value_mistake(
                "every design that pays in mass",
                lambda: range_of("profitable"),
                _("You leave each design in the mass plant where it *pays*. Where does it earn *more*?"),
            ),
            value_mistake(
                "rank taken for count",
                lambda: {"mass": right()["mass"], "flexible": right()["mass"] + right()["flexible"]},
                _("Your second number is the last rank served. How many of these designs does the mass plant make?"),
            ),
        ],
        hints=(
            _("Compare the two plants on one design: one saves on the unit, the other on the set-up."),
            _("The mass plant wins where its saving on all units covers its dearer set-up."),
            _("`divide_range` does it in “Two plants, one drawer”."),
        ),
        explanation=_("The head pays for a dear set-up with cheap units; after it, the cheap set-up wins."),
    )


def _lot_setup() -> Task:
    return function_task(
        "05-lot-setup",
        title=_("What a set-up may cost for a small lot"),
        expects=_("a function of lot, demand and holding cost that returns money"),
        right=lambda lot, demand, holding_cost: holding_cost * lot**2 / (2 * demand),
        cases=[(1, 100_000, 2), (10, 500, 2), (200, 8000, 1.5)],
        mistakes=[
            function_mistake(
                "lot taken as proportional",
                lambda lot, demand, holding_cost: holding_cost * lot / (2 * demand),
                _("You let the lot follow the set-up cost in proportion. It follows a root; what undoes a root?"),
            ),
            function_mistake(
                "the two forgotten",
                lambda lot, demand, holding_cost: holding_cost * lot**2 / demand,
                _("You are out by a factor of two everywhere. Only half a lot is in store on average."),
            ),
            function_mistake(
                "best lot again",
                lambda lot, demand, holding_cost: best_lot(demand, lot, holding_cost),
                _("You use the lot as if it were the set-up cost. Which letter is wanted this time?"),
            ),
        ],
        hints=(
            _("Begin with the formula for the best lot, and square both sides."),
            _("Then solve for S."),
            _("For a lot of one the lesson does it, in “Lot size one does not follow”."),
        ),
        explanation=_("A lot ten times smaller needs a set-up a hundred times cheaper."),
    )


def _finding_cost(setup: float = 40_000, finding: float = 10_000, exponent: float = BOOKS) -> Task:
    cheaper = (setup + finding) / (setup / 10 + finding)
    return number_task(
        "05-finding-cost",
        title=_("Finding the buyers costs too"),
        expects=_("a number, how many times"),
        right=lambda: cheaper ** (1 / exponent),
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "all of the cost falls",
                lambda: 10 ** (1 / exponent),
                _("{given} is right if *everything* gets ten times cheaper. What does finding the buyers cost now?"),
            ),
            value_mistake(
                "reach taken as proportional",
                cheaper,
                _("{given} is how many times cheaper a design is in all. What does the curve make of it?"),
            ),
            value_mistake(
                "finding falls, set-up stays",
                lambda: ((setup + finding) / (setup + finding / 10)) ** (1 / exponent),
                _("{given} makes the finding cheaper, and not the set-up. Which one does the new line touch?"),
            ),
            value_mistake(
                "b for its inverse",
                lambda: cheaper**exponent,
                _("{given} raises to the power b. The last rank moves with another power."),
            ),
        ],
        hints=(
            _("Add up what a design costs, before and after."),
            _("The last rank moves with the ratio of the two sums, to the power 1/b."),
            _("The cell after the panel has the same power, with another ratio."),
        ),
        explanation=_("A cost that does not fall soon sets the limit: the tail is found before it is made."),
    )


def _finding_cost_fits(setup: float, finding: float, exponent: float) -> bool:
    cheaper, other = (setup + finding) / (setup / 10 + finding), (setup + finding) / (setup + finding / 10)
    right = cheaper ** (1 / exponent)
    wrong = (10 ** (1 / exponent), cheaper, other ** (1 / exponent), cheaper**exponent)
    return apart(right, (50 / 14) ** (1 / BOOKS), *wrong, share=0.02)


def _quarrel() -> Task:
    def share(plain: dict[str, float], form: Form) -> float:
        # No int(): the model refuses half a title, and so the answer that has one.
        titles, rank = cast("int", plain["titles"]), cast("int", plain["rank"])
        return tail_share(plain["exponent"], titles, rank, form)

    def allowed(plain: dict[str, float]) -> bool:
        return plain["titles"] >= FEWEST_TITLES and plain["rank"] >= LOWEST_RANK

    return property_task(
        "05-quarrel",
        "numbers",
        CATALOGUE,
        title=_("A catalogue about which two counts quarrel"),
        expects=_("three numbers labelled exponent, titles and rank"),
        is_right=lambda plain: allowed(plain) and share(plain, "sum") < 0.5 < share(plain, "integral"),
        mistakes=[
            Mistake(
                "catalogue too short",
                lambda plain: plain["titles"] < FEWEST_TITLES,
                _("Your catalogue is shorter than the task allows. In a tiny one the quarrel is too easy."),
            ),
            Mistake(
                "rank too low",
                lambda plain: plain["rank"] < LOWEST_RANK,
                _("Your rank is among the first few. The task asks for a rank further out."),
            ),
            Mistake(
                "half a title",
                lambda plain: not (plain["titles"].is_integer() and plain["rank"].is_integer()),
                _("Titles and ranks are counted. Give whole numbers for both."),
            ),
            Mistake(
                "curve too flat",
                lambda plain: share(plain, "sum") >= 0.5,
                _("Both put most sales beyond your rank. A steeper curve, or a rank further out, moves both down."),
            ),
            Mistake(
                "curve too steep",
                lambda plain: share(plain, "integral") <= 0.5,
                _("Both put most sales within your rank. A flatter curve, or a rank nearer the head, moves both up."),
            ),
        ],
        hints=(
            _("The two differ by a part of the best-seller. When is the best-seller a large part of all?"),
            _("Take b somewhat above one, so that the head weighs much, and a short catalogue."),
            _("Print `tail_share` in both forms for a few ranks, and look for one half between them."),
        ),
        explanation=_("Where the head is heavy, the form of the count decides on which side of one half you are."),
    )
