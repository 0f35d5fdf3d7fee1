"""Tasks of lesson 26: who should own a base, where to answer under a deadline, and how much to protect."""

import math

from scipy.optimize import brentq

from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import (
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.architecture.models.base import app_price, private_price, turning_cost
from longwave.topics.architecture.models.functions import (
    CLOUD_AWAY,
    CLOUD_SERVERS,
    EDGE_AWAY,
    LATE_ALLOWED,
    factory_functions,
)
from longwave.topics.architecture.models.latency import crossing_load, late_share, mean_answer
from longwave.topics.architecture.models.protection import best_protection, needed_strength, overtaking_strength
from longwave.topics.architecture.models.records import base_sales, paid_in_shares
from longwave.topics.architecture.models.sides import two_sided_base

COST, EXPOSED, MIDDLE, STRENGTH = 20, 0.9, 0.7, 10
QUIZ_LOAD, QUIZ_JOB, QUIZ_AWAY = 0.75, 10, 1
MAKERS = 40
EXPOSED_VARIANTS, MIDDLE_VARIANTS = (0.86, 0.88, 0.9, 0.92, 0.94, 0.95), (0.55, 0.6, 0.65, 0.7)
TERMINAL, CLOUD, NEITHER = 1.0, 2.0, 0.0
HOUSE = ("stop", "grip", "camera", "sorting", "bearing", "plan")


def title() -> str:
    """Return the lesson's title."""
    return _("Whose base, and how near?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_overrun(),
        _quiz_owner(),
        _quiz_queue(),
        _quiz_protect(),
        _outside(),
        _fee(),
        _sides(),
        _late(),
        _place(),
        _middle(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "26-fee": Variant(_fee, {"apps": (2, 3, 4, 5, 8), "cost": (10, 15, 25, 40)}, _fee_fits),
        "26-middle": Variant(_middle, {"exposed": EXPOSED_VARIANTS, "middle": MIDDLE_VARIANTS}, _middle_fits),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "26-guess-parent",
            title=_("What a base sells to its parent's group"),
            expects=_("two numbers, per cent of sales"),
            low=0,
            high=100,
            truth=lambda: float(base_sales()["share"].iloc[-1]),
            explanation=_("In 2021 it was {truth} per cent: fewer than in 2019, and still more than half."),
        ),
        number_guess(
            "26-guess-apps",
            title=_("Four rival applications on a private base"),
            expects=_("a number, money a unit"),
            low=20,
            high=100,
            truth=lambda: app_price(private_price(COST), apps=4),
            explanation=_("Users pay {truth}. The base keeps its own price, so rivals can press only on the rest."),
        ),
        range_guess(
            "26-guess-busy",
            title=_("The load at which the far cloud answers sooner"),
            expects=_("two numbers, shares of time at work"),
            low=0,
            high=1,
            truth=lambda: round(crossing_load(), 3),
            explanation=_("From a load of {truth} on, waiting at the terminal costs more than the way to the cloud."),
        ),
        number_guess(
            "26-guess-spend",
            title=_("What to spend on the most exposed"),
            expects=_("a number, per cent of the expected loss"),
            low=0,
            high=100,
            truth=lambda: 100 * float(best_protection(EXPOSED, STRENGTH)["of_expected"]),
            explanation=_("Under this rule the best is {truth}: each coin prevents less than a coin of loss."),
        ),
    )


def _line_overrun() -> Task:
    return number_task(
        "26-line-overrun",
        title=_("When the private base is as good"),
        expects=_("a number, money a unit"),
        right=lambda: turning_cost(COST, apps=4),
        mistakes=[
            value_mistake(
                "times for cost",
                lambda: turning_cost(COST, apps=4) / COST,
                _("{given} is how many times the private cost it is. The line asks for the cost itself."),
            ),
            value_mistake(
                "the users' price",
                lambda: app_price(private_price(COST), apps=4),
                _("{given} is what users pay. Which price of the base leads to it?"),
            ),
            value_mistake(
                "the old cost",
                COST,
                _("At {given} the public base is far cheaper for users. How dear may it get?"),
            ),
        ],
        hints=(
            _("Users pay (100 + 4w) / 5 where the base asks w. What must w be for 68?"),
            _("A public base asks its own cost, so that w is the cost you look for."),
            _("The derivation is in “One base, many applications”."),
        ),
        explanation=_("Four applications add the same margin on either base, so that only the base's price counts."),
    )


def _quiz_owner() -> Task:
    return choice_task(
        "26-quiz-owner",
        title=_("More applications on a private base"),
        options="abcd",
        right="6445a6cddf8e",
        mistakes={
            "a": (
                "rivals press on the base",
                _("The rivals compete with each other. With whom does the base compete?"),
            ),
            "c": (
                "the base takes more from each",
                _("Each application sells less than before, but does the best price a unit move? Derive it for n."),
            ),
            "d": (
                "competition reaches the cost",
                _("The applications come down to their cost. What is the base's price to them, if not their cost?"),
            ),
        },
        hints=(
            _("Write the base's profit with n applications. Where does n appear?"),
            _("It is a factor in front, so the best price cannot depend on it."),
            _("Compare the two lines in “One base, many applications”."),
        ),
        explanation=_("The margin of the applications melts; that of the base does not, and is the floor."),
    )


def _quiz_queue() -> Task:
    return number_task(
        "26-quiz-queue",
        title=_("A terminal at three quarters"),
        expects=_("a number, ms"),
        right=lambda: mean_answer(QUIZ_AWAY, QUIZ_JOB, servers=1, load=QUIZ_LOAD),
        mistakes=[
            value_mistake(
                "the queue left out", QUIZ_AWAY + QUIZ_JOB, _("{given} is an idle terminal. Who is before you?")
            ),
            value_mistake(
                "the job left out",
                lambda: mean_answer(QUIZ_AWAY, QUIZ_JOB, 1, QUIZ_LOAD) - QUIZ_JOB,
                _("{given} has the way and the wait. The job itself takes time, too."),
            ),
            value_mistake(
                "the way left out",
                lambda: mean_answer(0, QUIZ_JOB, 1, QUIZ_LOAD),
                _("{given} is wait and job. The terminal is a millisecond away."),
            ),
            value_mistake(
                "load for idle time",
                QUIZ_AWAY + QUIZ_JOB / QUIZ_LOAD,
                _("You divide by the time at work. What is left for you is the rest."),
            ),
        ],
        hints=(
            _("Wait and job together take s / (1 − ρ)."),
            _("Then add the way there and back."),
            _("“Near or far” does it for a load of one half."),
        ),
        explanation=_("The last quarter of the time has to hold everybody's wait."),
    )


def _quiz_protect() -> Task:
    return choice_task(
        "26-quiz-protect",
        title=_("Two stores of data"),
        options="abcd",
        right="75b0d857befb",
        mistakes={
            "a": (
                "more exposed, more spending",
                _("More is at stake at the exposed one. But what does a coin change there, by each of the rules?"),
            ),
            "b": (
                "the middle by any rule",
                _("That holds by one of the two classes. What does the other one do with the most exposed?"),
            ),
            "c": (
                "in proportion",
                _("In proportion to v would be one share of the expected loss. Neither class gives one share."),
            ),
        },
        hints=(
            _("Compute the best spending at both, by both classes."),
            _("One of the classes rises all the way, the other one falls again."),
            _("Press “The other class” in “How much to protect”."),
        ),
        explanation=_("How a coin changes the chance of a breach is an assumption, and it decides."),
    )


def _outside() -> Task:
    def right() -> dict[str, float]:
        first, last = base_sales().iloc[0], base_sales().iloc[-1]
        grew = 100 * (last["outside"] - first["outside"]) / (last["revenue"] - first["revenue"])
        return {"growth": grew, "loss": (last["loss"] - paid_in_shares()) / last["outside"]}

    return numbers_task(
        "26-outside",
        title=_("Growth from others, and a loss without pay in shares"),
        expects=_('two numbers, {"growth": 1.0, "loss": 1.0}'),
        labels=("growth", "loss"),
        right=right,
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "the share of a year",
                lambda: {**right(), "growth": 100 - base_sales()["share"].iloc[-1]},
                _("Your first number is the share of others in one year's sales. What is it of the growth?"),
            ),
            value_mistake(
                "pay in shares left in",
                lambda: {**right(), "loss": base_sales()["loss_per_outside"].iloc[-1]},
                _("Your loss still has the pay in shares in it."),
            ),
            value_mistake(
                "all sales",
                lambda: {**right(), "loss": right()["loss"] * (1 - base_sales()["share"].iloc[-1] / 100)},
                _("You divide by all sales. Take off what the parent's group buys."),
            ),
        ],
        hints=(
            _("Outside sales are revenue · (1 − share / 100), in each year."),
            _("Growth from others is their change between the two years, over the change of all sales."),
            _("Take the pay in shares off the loss before you divide."),
        ),
        explanation=_("Half of the growth came from others; half of the loss was pay in shares."),
    )


def _fee(apps: int = 5, cost: float = 25) -> Task:
    def right() -> float:
        return private_price(cost, fee=True, apps=apps) / cost

    return number_task(
        "26-fee",
        title=_("Break our conclusion: a flat fee"),
        expects=_("a number, times the private cost"),
        right=right,
        mistakes=[
            value_mistake(
                "the fee left out",
                lambda: private_price(cost) / cost,
                _(
                    "{given} times the cost is (100 + c) / 2: the price a unit without a fee, and what users pay with "
                    "one. Which lower price a unit brings users there?"
                ),
            ),
            value_mistake(
                "the lesson's three times", 3, _("{given} is the lesson's, for a private cost of 20 and no fee.")
            ),
            value_mistake(
                "price at cost",
                1,
                _("With one application the base would sell at cost. With several, what would their rivalry do then?"),
            ),
            value_mistake(
                "cost for times", lambda: right() * cost, _("{given} is the price a unit. How many times the cost?")
            ),
        ],
        hints=(
            _("With a fee the base gets all that applications earn. Which price to users earns most in all?"),
            _("Halfway between a and c. Which w makes (a + n w) / (n + 1) equal to that?"),
            _("The switch in the first panel draws it."),
        ),
        explanation=_("A fee takes the margin of the applications without raising the price of a unit."),
    )


def _fee_fits(apps: int, cost: float) -> bool:
    times = private_price(cost, fee=True, apps=apps) / cost
    return apart(times, 2.2, 3, (100 + cost) / 2 / cost, 1, times * cost, share=0.03)


def _sides() -> Task:
    def of(owner: str) -> dict[str, float]:
        found = two_sided_base(owner, COST, MAKERS)
        return {"factories": found["price_factories"], "makers": found["price_makers"], "deals": found["deals"]}

    right = "cost, split for most deals"

    def swapped() -> dict[str, float]:
        return {**of(right), "factories": of(right)["makers"], "makers": of(right)["factories"]}

    return numbers_task(
        "26-sides",
        title=_("Cover the cost, and make the most deals"),
        expects=_('three numbers, {"factories": 1.0, "makers": 1.0, "deals": 1.0}'),
        labels=("factories", "makers", "deals"),
        right=lambda: of(right),
        tolerance=0.05,
        mistakes=[
            value_mistake(
                "half each",
                lambda: of("each side its half"),
                _("Each side pays half. Would another split make more deals?"),
            ),
            value_mistake(
                "nothing below zero",
                lambda: {"factories": COST, "makers": 0.0, "deals": float((100 - COST) * MAKERS)},
                _("You stop at a price of zero. Would still more deals be made if makers were paid?"),
            ),
            value_mistake(
                "prices of a private base",
                lambda: of("private"),
                _("These prices earn most. They are to cover the cost only."),
            ),
            value_mistake(
                "sides swapped", swapped, _("You charge the side that would pay little. Who gains more of a deal?")
            ),
        ],
        hints=(
            _("The two prices add up to the cost. Write the deals with one of them."),
            _("A product of two lines with a fixed sum is largest where they are equal."),
            _("“When the base has two sides” does it for other makers."),
        ),
        explanation=_("A base that may not charge below zero loses one deal in nine; half each loses a quarter."),
    )


def _late() -> Task:
    def late(deadline: float, away: float, job: float, load: float) -> float:
        return late_share(deadline, away, job, 1, load)

    return function_task(
        "26-late",
        title=_("How often a terminal is late"),
        expects=_("a function of deadline, way, job and load that returns a share"),
        right=late,
        cases=[(100, 1, 10, 0.8), (50, 1, 10, 0.5), (15, 2, 10, 0.2), (30, 5, 4, 0.9), (3, 5, 10, 0.5)],
        mistakes=[
            function_mistake(
                "never late",
                lambda deadline, away, job, load: 0.0 if deadline < away else late(deadline, away, job, load),
                _("Where the way alone takes longer than the deadline you say that no answer is late. Which are?"),
            ),
            function_mistake(
                "the queue left out",
                lambda deadline, away, job, load: math.exp(-max(0, deadline - away) / job),
                _("That is an idle terminal. Its free time shrinks with the load."),
            ),
            function_mistake(
                "the way left out",
                lambda deadline, away, job, load: math.exp(-(1 - load) * deadline / job),
                _("You give the terminal the whole deadline. The way takes some of it."),
            ),
            function_mistake(
                "in time for late",
                lambda deadline, away, job, load: 1 - late(deadline, away, job, load),
                _("That is the share that is in time."),
            ),
            function_mistake(
                "above one",
                lambda deadline, away, job, load: math.exp(-(1 - load) * (deadline - away) / job),
                _("Where the way alone takes longer than the deadline, your share is above one."),
            ),
        ],
        hints=(
            _("What is left of the deadline after the way?"),
            _("Wait and job together are exponential, with mean s / (1 − ρ)."),
            _("“Near or far” gives the share in one line; mind a deadline shorter than the way."),
        ),
        explanation=_("A mean says nothing of a deadline; the share that comes late does."),
    )


def _place() -> Task:
    def right() -> dict[str, float]:
        rows = factory_functions().iterrows()
        return {str(name): _code(float(row["deadline"]), float(row["job"]), float(row["load"])) for name, row in rows}

    return numbers_task(
        "26-place",
        title=_("Six functions, one deadline each"),
        expects=_("a dict with the six short names, and for each the code of a place"),
        labels=HOUSE,
        right=right,
        mistakes=[
            value_mistake(
                "all near",
                dict.fromkeys(HOUSE, 1.0),
                _("Every mean keeps its deadline near by. But how often is a busy terminal late?"),
            ),
            value_mistake(
                "all far",
                dict.fromkeys(HOUSE, 2.0),
                _("Twenty milliseconds of way come before any answer. Which deadlines are shorter?"),
            ),
            value_mistake(
                "means compared",
                lambda: {**right(), "sorting": 1.0},
                _("By means sorting is in time on its terminal. In which share of cases is it late?"),
            ),
            value_mistake(
                "cloud wherever it is in time",
                lambda: {**right(), "grip": 2.0},
                _("The cloud is in time for the grip, true. Which place is late less often?"),
            ),
        ],
        hints=(
            _("For each function compute the share of late answers in both places."),
            _("Take the smaller one; if it is above one in a hundred, neither will do."),
            _("`late_share` and the rule are in “Near or far”."),
        ),
        explanation=_("Two go near because of the way, three far because of the load, one needs a faster machine."),
    )


def _code(deadline: float, job: float, load: float) -> float:
    """Return the place that is late less often, or neither where even that is late too often."""
    shares = {
        TERMINAL: late_share(deadline, EDGE_AWAY, job, 1, load),
        CLOUD: late_share(deadline, CLOUD_AWAY, job, CLOUD_SERVERS, load),
    }
    best = min(shares, key=lambda place: shares[place])
    return best if shares[best] <= LATE_ALLOWED else NEITHER


def _middle(exposed: float = EXPOSED, middle: float = MIDDLE) -> Task:
    def right() -> float:
        return overtaking_strength(exposed, middle)

    return number_task(
        "26-middle",
        title=_("Break our conclusion: protect the exposed"),
        expects=_("a number, a times L"),
        right=right,
        mistakes=[
            value_mistake("the lesson's strength", STRENGTH, _("{given} is the lesson's. Who gets more money there?")),
            value_mistake(
                "the first coin",
                lambda: needed_strength(exposed),
                _("From {given} on the exposed asset gets something. From where on does it get more than the other?"),
            ),
            value_mistake(
                "shares of the expected loss",
                lambda: _equal_shares(exposed, middle),
                _("At {given} the shares of the expected loss are alike. The two expected losses are not."),
            ),
        ],
        hints=(
            _("Compute z / L for both: v times ln y / y, with y = a L · v · ln(1/v)."),
            _("Raise a L from 10 in small steps until the exposed asset has the larger z."),
            _("“How much to protect” has the formula; `best_protection` gives `spending`."),
        ),
        explanation=_("With stronger protection the exposed come first in class II, too: the middle is no law."),
    )


def _equal_shares(exposed: float, middle: float) -> float:
    """Return the strength at which class II spends the same share of the expected loss on both."""

    def behind(strength: float) -> float:
        return float(
            best_protection(exposed, strength)["of_expected"] - best_protection(middle, strength)["of_expected"]
        )

    return float(brentq(behind, needed_strength(exposed), math.e * needed_strength(exposed)))


def _middle_fits(exposed: float, middle: float) -> bool:
    right, other = overtaking_strength(exposed, middle), _equal_shares(exposed, middle)
    return apart(right, STRENGTH, needed_strength(exposed), other, share=0.03)
