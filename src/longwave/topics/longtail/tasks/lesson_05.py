"""Tasks of lesson 05: how long the tail is, how deep it pays to serve it, and in what lots."""

from collections.abc import Hashable
from typing import cast

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
from longwave.topics.longtail.models.fits import fit_exponent
from longwave.topics.longtail.models.ranks import Form, best_lot, divide_range, last_rank, tail_share
from longwave.topics.longtail.models.tastes import line_gain, same_total

BOOKS = 0.871
DEAR_SETUP, NEW_SETUP = 50_000, 5_000
MOST_EXPONENT, LEAST_DRAWER, LONGEST_DRAWER = 0.6, 1_000, 1_000_000
ERRORS_IN_HALF = 1.98  # standard errors in half an interval of 95 %, with 119 degrees of freedom
CATALOGUE = ("exponent", "titles", "rank")
FEWEST_TITLES, LOWEST_RANK = 1000, 10


def title() -> str:
    """Return the lesson's title."""
    return _("When is it worth serving buyers of rare things?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_after(),
        _quiz_lot(),
        _quiz_reach(),
        _quiz_forms(),
        _two_plants(),
        _lot_setup(),
        _finding_cost(),
        _quarrel(),
        _fit_downloads(),
        _break_substitutes(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "05-guess-reach",
            title=_("How many times as many designs"),
            expects=_("a number, how many times"),
            low=0,
            high=100,
            truth=lambda: round(_designs_that_pay(5_000) / _designs_that_pay(50_000), 1),
            explanation=_("The cost fell ten times, and the assortment grew by more, because sales fall slowly."),
        ),
        range_guess(
            "05-guess-tracks",
            title=_("Tracks of 1,000 plays or fewer"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: round(100 * _fact("05-tracks-below") / _fact("05-tracks-all"), 1),
            explanation=_("All audio services together; on Spotify such tracks had half a per cent of the plays."),
        ),
        range_guess(
            "05-guess-artists",
            title=_("Artists above 10,000 dollars"),
            expects=_("two numbers, in artists"),
            low=0,
            high=1_000_000,
            truth=lambda: _fact("05-2024-10k"),
            explanation=_("A power law through the first two counts expects nearly nine times as many."),
        ),
    )


def _fact(fact_id: str) -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"][fact_id])


def _designs_that_pay(setup: float) -> int:
    return last_rank(100_000, 10, setup, BOOKS, 10_000)


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


def _line_after() -> Task:
    return number_task(
        "05-line-after",
        title=_("The last rank with the new line"),
        expects=_("a whole number, in designs"),
        right=lambda: _designs_that_pay(5_000),
        tolerance=0.5,
        mistakes=[
            value_mistake(
                "set-up still dear",
                lambda: _designs_that_pay(50_000),
                _("{given} is the last rank at the old set-up cost. Which value does the new line change?"),
            ),
            value_mistake(
                "assortment taken as proportional",
                lambda: 10 * _designs_that_pay(50_000),
                _("{given} is ten times as many as before. Ask the function: do sales fall as fast as the rank grows?"),
            ),
            value_mistake(
                "b left out",
                lambda: last_rank(100_000, 10, 5_000, 1, 10_000),
                _("{given} belongs to b = 1. Which exponent has this drawer?"),
            ),
            value_mistake(
                "set-up made dearer",
                lambda: _designs_that_pay(500_000),
                _("{given} is what is left at ten times the set-up cost. The new line makes it a tenth."),
            ),
        ],
        hints=(
            _("The cell above calls `last_rank` with five values, in the order of the formula."),
            _("Only the set-up cost changes; write setup / 10 in its place."),
            _("Look at “How far down the drawer a set-up pays”, at the second line of its cell."),
        ),
        explanation=_("At a tenth of the set-up cost the last rank that pays is 438."),
    )


def _quiz_lot() -> Task:
    return choice_task(
        "05-quiz-lot",
        title=_("A change-over a hundred times cheaper"),
        options="abcd",
        right="011337f88e2b",
        mistakes={
            "a": (
                "lot size one follows",
                _("A lot of one would need a change-over that costs next to nothing. Is a hundredth of it so little?"),
            ),
            "b": (
                "lot taken as proportional",
                _("That is how the saving moves. Where in the formula for the lot are D, S and h?"),
            ),
            "d": (
                "demand alone sets the lot",
                _("Demand stays, but a change-over now costs less beside storage. Of which will you have more?"),
            ),
        },
        hints=(
            _("Two costs pull: change-overs make lots large, storage makes them small."),
            _("The lot that is cheapest is a root."),
            _("Look at “Why cheap change-overs do not bring lots of one”, and take its factor twice."),
        ),
        explanation=_("The lot follows the root of what a change-over costs."),
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
            _("Look at the text after the panel, in “How far down the drawer a set-up pays”."),
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


def _two_plants() -> Task:
    def right() -> dict[Hashable, int]:
        return divide_range(200_000, 8, 40_000, 2_000, 2, 0.9, 20_000).to_dict()

    def crossing(saved: float, exponent: float = 0.9) -> int:
        """Return the last rank at which the extra cost of a unit, added up, exceeds what a set-up saves."""
        return last_rank(200_000, 2, saved, exponent, 20_000)

    def range_of(mass: int, margin: float = 6, exponent: float = 0.9) -> dict[str, int]:
        """Return the parts if the mass plant makes so many, and the flexible one the rest that pays at a margin."""
        return {"mass": mass, "flexible": last_rank(200_000, margin, 2_000, exponent, 20_000) - mass}

    return numbers_task(
        "05-two-plants",
        title=_("Two plants, one drawer"),
        expects=_("two numbers labelled mass and flexible, in designs"),
        labels=("mass", "flexible"),
        right=right,
        mistakes=[
            value_mistake(
                "the lesson's drawer",
                lambda: divide_range(100_000, 10, 50_000, 5_000, 3, 0.871, 10_000)[["mass", "flexible"]].to_dict(),
                _("These are the lesson's numbers. Which five of them are different in this drawer?"),
            ),
            value_mistake(
                "flexible takes all",
                lambda: range_of(0),
                _("You give all to the flexible plant. On the best-seller, what do the extra 2 a unit add up to?"),
            ),
            value_mistake(
                "every design that pays in mass",
                lambda: range_of(last_rank(200_000, 8, 40_000, 0.9, 20_000)),
                _("You leave each design in the mass plant where it *pays*. Where does it earn *more*?"),
            ),
            value_mistake(
                "rank taken for count",
                lambda: {"mass": right()["mass"], "flexible": right()["mass"] + right()["flexible"]},
                _("Your second number is the last rank served. How many of these designs does the mass plant make?"),
            ),
            value_mistake(
                "flexible set-up taken as free",
                lambda: range_of(crossing(40_000)),
                _("You compare the extra cost with the mass plant's *whole* set-up. What does the other plant pay?"),
            ),
            value_mistake(
                "extra cost forgotten in the tail",
                lambda: range_of(right()["mass"], margin=8),
                _("Your last rank uses a margin of 8. What is left of it in the flexible plant?"),
            ),
            value_mistake(
                "b left out",
                lambda: range_of(crossing(38_000, 1), exponent=1),
                _("Your ranks are those of b = 1. To which power must the ratio be raised here?"),
            ),
            value_mistake(
                "crossing rounded up",
                lambda: range_of(right()["mass"] + 1),
                _("Your mass plant makes one design too many. Is the saving on its last design as large as its cost?"),
            ),
        ],
        hints=(
            _("Compare the two plants on one design: one saves on the unit, the other on the set-up."),
            _("The mass plant wins where its saving on all units covers its dearer set-up."),
            _("`divide_range` does it in “Two plants share one drawer”."),
        ),
        explanation=_("The head pays for a dear set-up with cheap units; after it, the cheap set-up wins."),
    )


def _lot_setup() -> Task:
    return function_task(
        "05-lot-setup",
        title=_("What a change-over may cost for a small lot"),
        expects=_("a function of lot, demand and holding cost that returns money"),
        right=lambda lot, demand, holding_cost: holding_cost * lot**2 / (2 * demand),
        cases=[(1, 100_000, 2), (10, 500, 2), (200, 8000, 1.5)],
        mistakes=[
            function_mistake(
                "lot taken as proportional",
                lambda lot, demand, holding_cost: holding_cost * lot / (2 * demand),
                _("The lot does not follow a change-over in proportion, but its root; what undoes a root?"),
            ),
            function_mistake(
                "the two forgotten",
                lambda lot, demand, holding_cost: holding_cost * lot**2 / demand,
                _("You are out by a factor of two everywhere. Only half a lot is in store on average."),
            ),
            function_mistake(
                "best lot again",
                lambda lot, demand, holding_cost: best_lot(demand, lot, holding_cost),
                _("You use the lot as if it were the cost of a change-over. Which letter is wanted this time?"),
            ),
        ],
        hints=(
            _("Begin with the formula for the best lot, and square both sides."),
            _("Then solve for S."),
            _("For a lot of one the lesson does it, in “Why cheap change-overs do not bring lots of one”."),
        ),
        explanation=_("A lot ten times smaller needs a change-over a hundred times cheaper."),
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
            _("The text after the panel has the same power, with another ratio."),
        ),
        explanation=_("The cost of finding buyers does not fall, so it soon limits how far the assortment can grow."),
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
        whole = plain["titles"].is_integer() and plain["rank"].is_integer()
        return whole and plain["titles"] >= FEWEST_TITLES and plain["rank"] >= LOWEST_RANK

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


def _fit_downloads() -> Task:
    ends = ("low", "exponent", "high")

    def fitted(low: float = 100, high: float = 10_000) -> dict[str, float]:
        packages = load("package_downloads")
        part = packages[packages["rank"].between(low, high)]
        fit = fit_exponent(part["rank"], part["downloads"])
        return {name: float(fit[name]) for name in ends}

    def negative() -> dict[str, float]:
        fit = fitted()
        return {"low": -fit["high"], "exponent": -fit["exponent"], "high": -fit["low"]}

    def half_as_wide() -> dict[str, float]:
        fit = fitted()
        error = (fit["high"] - fit["exponent"]) / ERRORS_IN_HALF
        return {"low": fit["exponent"] - error, "exponent": fit["exponent"], "high": fit["exponent"] + error}

    return numbers_task(
        "05-fit-downloads",
        title=_("The exponent of downloads, with its interval"),
        expects=_("three numbers labelled low, exponent and high"),
        labels=ends,
        right=fitted,
        tolerance=0.004,
        mistakes=[
            value_mistake(
                "every rank used",
                lambda: fitted(1, 15_000),
                _("You fit all ranks from 1 to 15,000. The task asks for the ranks from 100 to 10,000."),
            ),
            value_mistake(
                "head left in",
                lambda: fitted(1, 10_000),
                _("You fit the first 99 ranks as well. They fall much more slowly; where shall the line begin?"),
            ),
            value_mistake(
                "end left in",
                lambda: fitted(100, 15_000),
                _("You fit the ranks beyond 10,000 as well. Where shall the line end?"),
            ),
            value_mistake(
                "slope taken for exponent",
                negative,
                _("Your numbers are slopes. The curve is r to the power *minus* b; which sign has b?"),
            ),
            value_mistake(
                "one standard error",
                half_as_wide,
                _("Your interval is one standard error to each side: about two thirds. The task asks for 95 per cent."),
            ),
        ],
        hints=(
            _("Choose the ranks first, then fit log downloads on log rank."),
            _('`packages.query("100 <= rank <= 10000")` chooses them; `fit_exponent` gives b with its interval.'),
            _("Look at “An exponent with its interval, from ten thousand books”."),
        ),
        explanation=_(
            "A narrow interval again, and again it is wrong in both stretches: 1.24 and 2.00 are outside it."
        ),
    )


def _break_substitutes() -> Task:
    def gains(plain: dict[str, float]) -> tuple[float, float]:
        """Return what the line gains on the flatter curve and on the steeper one."""
        # No int(): the model refuses half a design, and so the answer that has one.
        exponent, titles = plain["exponent"], cast("int", plain["titles"])
        level = same_total(100_000, BOOKS, exponent, titles)
        flatter = line_gain(level, 10, DEAR_SETUP, NEW_SETUP, exponent, titles)
        return flatter, line_gain(100_000, 10, DEAR_SETUP, NEW_SETUP, BOOKS, titles)

    def allowed(plain: dict[str, float]) -> bool:
        whole = plain["titles"].is_integer() and LEAST_DRAWER <= plain["titles"] <= LONGEST_DRAWER
        return whole and 0 < plain["exponent"] <= MOST_EXPONENT

    def breaks(plain: dict[str, float]) -> bool:
        flatter, steeper = gains(plain)
        return flatter > steeper

    return property_task(
        "05-break-substitutes",
        "numbers",
        ("exponent", "titles"),
        title=_("Break the conclusion about tastes"),
        expects=_("two numbers labelled exponent and titles"),
        is_right=lambda plain: allowed(plain) and breaks(plain),
        mistakes=[
            Mistake(
                "no number above zero",
                lambda plain: plain["exponent"] <= 0 or plain["titles"] <= 0,
                _("Both numbers are above zero: a curve falls, and a drawer holds designs."),
            ),
            Mistake(
                "tastes not individual enough",
                lambda plain: plain["exponent"] > MOST_EXPONENT,
                _("Your curve is steeper than the task allows. The more individual tastes are, the flatter it is."),
            ),
            Mistake(
                "drawer out of bounds",
                lambda plain: not LEAST_DRAWER <= plain["titles"] <= LONGEST_DRAWER,
                _("Your drawer is shorter or longer than the task allows. Which sizes does it name?"),
            ),
            Mistake(
                "half a design",
                lambda plain: not plain["titles"].is_integer(),
                _("Designs are counted. Give a whole number of them."),
            ),
            Mistake(
                "drawer too long",
                lambda plain: not breaks(plain),
                _("Here the line still gains less with individual tastes. On which side of the turning value is it?"),
            ),
        ],
        hints=(
            _("Both curves sell as much in all. Over how many designs does the flatter one spread it?"),
            _("In a shorter drawer each rare design sells more, so that a cheaper set-up earns more on it."),
            _("“More designs and less gain: two meanings of complements” finds the turn for b = 0.7; yours is lower."),
        ),
        explanation=_("In a short drawer even rare designs sell enough to earn, and the flatter curve gains more."),
    )
