"""Tasks of lesson 14: when the worse technology wins, what winning proves, and how a lock is broken."""

import math

from longwave.i18n import _
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.lock_in.models.lock_in import lock_in_probability, lock_in_time
from longwave.topics.lock_in.models.urns import polya_count_probability

PLAN = ("advantage", "seeds")
BARRIER, BEHIND, OFTEN = 5, -4, 0.9
MOST_COST, DEAR_SEED, DEAR_ADVANTAGE = 13, 4, 100


def title() -> str:
    """Return the lesson's title."""
    return _("Can the worse technology win for good?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_urn(),
        _quiz_barrier(),
        _quiz_proof(),
        _worse_wins(),
        _waiting(),
        _urn_even(),
        _head_start(),
        _two_countries(),
        _unlock(),
    )


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
    }


def _quiz_urn() -> Task:
    return choice_task(
        "14-quiz-urn",
        title=_("What a plain Pólya urn does"),
        options="abcd",
        right="6c2ca544413b",
        mistakes={
            "a": (
                "path dependence is lock-in",
                _("In the middle column of the urns, where do the histories end: only at the edges?"),
            ),
            "b": (
                "history evens out",
                _("That is the left column. What would pull an urn in proportion back to the middle?"),
            ),
            "d": (
                "never settles",
                _("Each draw moves the share less than the one before. Can it still wander after a million?"),
            ),
        },
        hints=(
            _("Two questions: does history matter, and does one technology take all?"),
            _("Compare the three columns of urns."),
            _("Read “History matters, and nothing locks” again."),
        ),
        explanation=_("The share settles, each history at a place of its own, and almost never at an edge."),
    )


def _quiz_barrier() -> Task:
    return number_task(
        "14-quiz-barrier",
        title=_("A lead of one decides"),
        expects=_("a number from 0 to 1"),
        right=lambda: 1 - lock_in_probability(0.6, 1),
        unit="share",
        mistakes=[
            value_mistake(
                "the better's chance",
                lambda: lock_in_probability(0.6, 1),
                _("{given} is how often the *better* wins. Which one is asked for?"),
            ),
            value_mistake(
                "barrier of five",
                lambda: 1 - lock_in_probability(0.6, 5),
                _("{given} belongs to a lead of five. Here the first adopter settles it."),
            ),
        ],
        hints=(
            _("Who decides, if a lead of one is enough?"),
            _("The first adopter does. What does she prefer?"),
            _("The preset “The first adopter decides” shows it for another preference."),
        ),
        explanation=_("The first adopter's taste becomes everybody's fate."),
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
            _("Suppose you know no more than that one of two won."),
            _("Count, of all histories with a winner, those in which it is the better one."),
            _("Read the cell after “What does winning prove?”."),
        ),
        explanation=_("A victory is evidence, of the strength that the walk gives it."),
    )


def _worse_wins() -> Task:
    def odds(advantage: float, barrier: float) -> float:
        return float(((1 - advantage) / advantage) ** barrier)

    return function_task(
        "14-worse-wins",
        title=_("How often the worse one wins"),
        expects=_("a function of the advantage and the barrier that returns a probability"),
        right=lambda advantage, barrier: 1 - lock_in_probability(advantage, barrier),
        cases=[(0.55, 5), (0.6, 3), (0.5, 9), (0.9, 2)],
        mistakes=[
            function_mistake(
                "the better's chance",
                lambda advantage, barrier: lock_in_probability(advantage, barrier),
                _("You give the chance of the better technology. Who must win here?"),
            ),
            function_mistake(
                "odds taken for a chance",
                odds,
                _("You give the *odds* of the worse against the better. How does a chance come from odds?"),
            ),
            function_mistake(
                "one adopter decides",
                lambda advantage, barrier: 1 - advantage,
                _("You ask what one adopter prefers. How long a lead is needed?"),
            ),
        ],
        hints=(
            _("Write down the odds of the worse against the better; they are a power."),
            _("A chance is the odds over one more than the odds."),
            _("The formula is in “The idea”; it gives the better one's chance."),
        ),
        explanation=_("The odds of each adopter, to the power of the lead that decides, turned into a chance."),
    )


def _waiting() -> Task:
    return function_task(
        "14-waiting",
        title=_("How long until it is settled"),
        expects=_("a function of the advantage, not one half, and the barrier that returns a mean number of adopters"),
        right=lambda advantage, barrier: lock_in_time(advantage, barrier),
        cases=[(0.55, 5), (0.7, 4), (0.6, 1), (0.8, 10)],
        mistakes=[
            function_mistake(
                "the square for every preference",
                lambda advantage, barrier: barrier**2,
                _("You square the barrier. That holds where neither is preferred; what does a drift do?"),
            ),
            function_mistake(
                "straight to the barrier",
                lambda advantage, barrier: barrier / (2 * advantage - 1),
                _("You let every history drift to the better one's barrier. Some end at the other: at which lead?"),
            ),
        ],
        hints=(
            _("Each adopter moves the lead by 2p − 1 on average."),
            _("So the mean time, times that drift, is the mean lead at the end, which is N or −N."),
            _("The mean lead at the end needs the chance from “The idea”."),
        ),
        explanation=_("Mean lead at the end, over the drift of each adopter."),
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
                "as many counts as draws",
                len(counts) / draws,
                _("{given} divides by the number of draws. How many different counts can they give?"),
            ),
        ],
        hints=(
            _("From one ball of each, every count is equally likely."),
            _("The draws can give none, one, two, and so on: count the possibilities."),
            _("The cell `urn-even` in the lesson does it for twenty draws."),
        ),
        explanation=_("Every count is as likely as any other: lopsided histories are common without any lock."),
    )


def _urn_fits(draws: int, least: int) -> bool:
    share = (draws - least + 1) / (draws + 1)
    coin = sum(math.comb(draws, count) for count in range(least, draws + 1)) / 2**draws
    wrong = (coin, 1 / (draws + 1), 2 * share, (draws - least + 1) / draws)
    return 7 * draws <= 10 * least < 10 * draws and apart(share, 2 / 10, *wrong)


def _head_start(advantage: float = 0.55, barrier: int = BARRIER) -> Task:
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
            _("The table in “The cheap moment” shows what a lead is worth."),
        ),
        explanation=_("Before the market opens, a few adopters are worth more than any later campaign."),
    )


def _gifts(advantage: float, barrier: int) -> int:
    return next(lead for lead in range(barrier + 1) if lock_in_probability(advantage, barrier, lead) >= OFTEN)


def _head_start_fits(advantage: float, barrier: int) -> bool:
    gifts = _gifts(advantage, barrier)
    near = min(abs(lock_in_probability(advantage, barrier, lead) - OFTEN) for lead in (gifts - 1, gifts))
    return near > 0.001 and 1 <= gifts <= barrier - 2 and gifts != _gifts(0.55, BARRIER)


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
            _("One country is done in “What does winning prove?”."),
        ),
        explanation=_("The odds of one victory, squared: the same as one market with twice the barrier."),
    )


def _two_countries_fit(advantage: float, barrier: int) -> bool:
    one, both = lock_in_probability(advantage, barrier), lock_in_probability(advantage, 2 * barrier)
    return apart(both, lock_in_probability(0.55, 2 * BARRIER), one, one**2, 1 - (1 - one) ** 2, share=0.01)


def _unlock() -> Task:
    def cost(plan: dict[str, float]) -> float:
        return DEAR_ADVANTAGE * (plan["advantage"] - 0.5) + DEAR_SEED * plan["seeds"]

    def sound(plan: dict[str, float]) -> bool:
        return 0.5 <= plan["advantage"] < 1 and plan["seeds"].is_integer() and 0 <= plan["seeds"] <= -BEHIND

    def chance(plan: dict[str, float]) -> float:
        return lock_in_probability(plan["advantage"], BARRIER, BEHIND + int(plan["seeds"]))

    def wins(plan: dict[str, float]) -> bool:
        return sound(plan) and chance(plan) >= 0.5 - 1e-9

    return property_task(
        "14-unlock",
        "numbers",
        PLAN,
        title=_("Break a lock on a budget"),
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
                lambda plan: plan["seeds"] == 0 and cost(plan) > MOST_COST,
                _("You let quality do all of it, and it costs too much. What would a first adopter be worth here?"),
            ),
            Mistake(
                "seeds alone",
                lambda plan: wins(plan) and plan["advantage"] <= 0.5 + 1e-9,
                _("You pay for an even market and no more. What would a little quality save you in seeds?"),
            ),
            Mistake(
                "does not win half",
                lambda plan: not wins(plan),
                _("Your plan is cheap, but wins fewer than half of the histories. Compute its chance."),
            ),
            Mistake(
                "too dear",
                lambda plan: cost(plan) > MOST_COST,
                _("Your plan wins, and costs too much. Trade some of what you buy most for the other."),
            ),
        ],
        hints=(
            _("Try one seed, then look for the least advantage that still wins half."),
            _("Write the cost of each number of seeds beside the least advantage that it needs."),
            _("`lock_in_probability` with a negative lead does the rest; see “Breaking a lock”."),
        ),
        explanation=_("Some quality and a few seeds together cost less than either alone."),
    )
