"""Tasks of lesson 04: why work waits, what a stop does, how parts wear out, and which of three offers to buy."""

import math
from collections.abc import Mapping
from functools import cache
from itertools import product

import numpy as np

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
from longwave.topics.shopfloor.models.bearings import fit_shape
from longwave.topics.shopfloor.models.queueing import kingman
from longwave.topics.shopfloor.models.stops import stops_by_age, wait_with_stops
from longwave.topics.shopfloor.models.trials import misleading_share

ORDERS, BETWEEN, LONG, SHORT = 0.68, 80, 20, 2
BUDGET = 8
STEP_COSTS = {"mend": 3, "prevent": 1, "hear": 1}
MOST_HEARD = 9
LEAST_WARNED, MOST_ALARMS, MOST_SHAPE = 0.5, 5, 1.75
# Hours between failures of the air conditioning of one Boeing 720 (Proschan 1963, as the R package VGAM prints them).
AIR_LIVES = (
    *(23, 261, 87, 7, 120, 14, 62, 47, 225, 71, 246, 21, 42, 20, 5),
    *(12, 120, 11, 3, 14, 71, 11, 14, 11, 16, 90, 1, 16, 52, 95),
)


def title() -> str:
    """Return the lesson's title."""
    return _("How do measuring, mining and control make a factory worth more?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _mend_line(),
        _quiz_uptime(),
        _quiz_load(),
        _quiz_part(),
        _breakdowns(),
        _mended(),
        _alarms(),
        _air(),
        _break_listen(),
        _budget(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "04-guess-wait",
            title=_("The wait after mending sooner"),
            expects=_("a number, in hours"),
            low=0,
            high=30,
            truth=lambda: round(_wait({SHORT: BETWEEN}), 1),
            explanation=_("Shorter stops lower the variability, the load and the time of a job, all at once."),
        ),
        range_guess(
            "04-guess-weeks",
            title=_("Weeks in which the worse machine looks better"),
            expects=_("two numbers, in weeks of 100"),
            low=0,
            high=100,
            truth=lambda: round(100 * _misleading_weeks(), 1),
            explanation=_(
                "In half of the weeks no stop lasts more than 15 hours, and the floor starts without a queue."
            ),
        ),
        range_guess(
            "04-guess-wear",
            title=_("Kinds of parts that wear out"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: float(load("part_one_cases").set_index("fact_id")["value"]["04-wear-out"]),
            explanation=_("Two other studies, one from Sweden and one of the US Navy, found 8 to 23 %."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "04-mended": Variant(
            _mended,
            {
                "orders": (0.4, 0.45, 0.5, 0.55, 0.6),
                "between": (40, 50, 60, 70, 90),
                "long": (8, 10, 12, 15, 16),
                "short": (2, 3, 4),
            },
            _mended_fits,
        ),
    }


def _wait(stops: Mapping[float, float], orders: float = ORDERS) -> float:
    return float(wait_with_stops(orders, stops)["wait"])


@cache
def _misleading_weeks() -> float:
    return misleading_share({LONG: BETWEEN}, {SHORT: 8}, ORDERS, weeks=1, trials=1_000, seed=1)


def _mend_line() -> Task:
    return number_task(
        "04-mend-line",
        title=_("The wait after mending sooner"),
        expects=_("a number of hours"),
        right=lambda: _wait({SHORT: BETWEEN}),
        mistakes=[
            value_mistake(
                "machine left as it is",
                lambda: _wait({LONG: BETWEEN}),
                _("{given} is the wait now. Which of the two numbers of a stop does mending change?"),
            ),
            value_mistake(
                "uptime held",
                lambda: _wait({SHORT: 8}),
                _("{given} keeps the uptime at 0.8, so the machine fails every 8 hours. How often does it fail?"),
            ),
            value_mistake(
                "wait taken as proportional",
                lambda: _wait({LONG: BETWEEN}) / 10,
                _("{given} is a tenth of the wait now. Let the function say how many of V, U and T have moved."),
            ),
            value_mistake(
                "rarer instead of shorter",
                lambda: _wait({LONG: 10 * BETWEEN}),
                _("{given} belongs to stops of 20 hours that come ten times more rarely. Whose offer is that?"),
            ),
        ],
        hints=(
            _("The cell above shows how a machine is written: from the length of a stop to the hours between stops."),
            _("A stop is written `{its length: hours at work between two}`. Mending moves one of the two numbers."),
            _('`wait_with_stops(orders, {...: ...})["wait"]`, with your two numbers in the place of the dots.'),
        ),
        explanation=_("The stops are ten times shorter, and the wait is twenty times shorter."),
    )


def _quiz_uptime() -> Task:
    return choice_task(
        "04-quiz-uptime",
        title=_("Two machines with one uptime"),
        options="abcd",
        right="15fb400d8541",
        mistakes={
            "a": (
                "only uptime matters",
                _("Equal uptime gives equal T and U. Which of the three factors is left, and what does it depend on?"),
            ),
            "b": (
                "rare stops do no harm",
                _("Rare stops are long ones here. How many jobs pile up while one of them lasts?"),
            ),
            "d": (
                "load decides alone",
                _("The load is the same for both. What else is in V · U · T?"),
            ),
        },
        hints=(
            _("Write V · U · T for both machines, and strike out what is equal."),
            _("What is left is V, and in it the length of a repair."),
            _("Look at the table in “The same lost time in other pieces”."),
        ),
        explanation=_("Equal uptime says how much time is lost, and not in what pieces."),
    )


def _quiz_load() -> Task:
    return number_task(
        "04-quiz-load",
        title=_("A fuller machine"),
        expects=_("a number of hours"),
        right=lambda: kingman(0.95, 2, 1, 1),
        mistakes=[
            value_mistake(
                "load for its odds",
                lambda: 0.95 * 2,
                _("{given} multiplies by u. How much of the time is free, and where is that in U?"),
            ),
            value_mistake(
                "time forgotten",
                lambda: kingman(0.95, 1, 1, 1),
                _("{given} comes of jobs of one hour, or of V = 0.5, as if work were regular. Check both."),
            ),
            value_mistake(
                "not halved",
                lambda: 2 * kingman(0.95, 2, 1, 1),
                _("{given} adds one and c². V is half of that sum."),
            ),
            value_mistake(
                "work counted as waiting",
                lambda: kingman(0.95, 2, 1, 1) + 2,
                _("{given} is the whole stay, the job included. How long is the wait alone?"),
            ),
        ],
        hints=(
            _("Three factors: V, U, T."),
            _("Work that ends at random has a c² of one, so V is one; U is u over what is left of one."),
            _("Look at “Why a job waits”."),
        ),
        explanation=_("One hour in twenty is free, so for every free hour nineteen are taken."),
    )


def _quiz_part() -> Task:
    return choice_task(
        "04-quiz-part",
        title=_("A part that fails at random"),
        options="abc",
        right="610be4465788",
        mistakes={
            "a": (
                "new parts taken for safer",
                _("At shape 1 an old part is as good as a new one. What does replacing it buy?"),
            ),
            "c": (
                "no wear, no remedy",
                _("An age tells you nothing about such a part. Might its vibration or its heat tell you something?"),
            ),
        },
        hints=(
            _("Ask what each rule must know: the part's age, or its state."),
            _("At which shape is the best age infinite, and which offer does not ask for the age?"),
            _("Look at the first table in “The three offers side by side”."),
        ),
        explanation=_("Age says nothing here; a warning still turns some failures into planned stops."),
    )


def _breakdowns() -> Task:
    def right(orders: float, repair: float, between: float) -> float:
        return _wait({repair: between}, orders)

    def with_variance(orders: float, repair: float, between: float, share: float) -> float:
        held = 1 + repair / between
        varied = share * 2 * repair**2 / between / held**2
        return kingman(orders * held, held, 1, varied)

    def still_load(orders: float, repair: float, between: float) -> float:
        parts = wait_with_stops(orders, {repair: between})
        return float(parts["V"] * parts["T"]) * orders / (1 - orders)

    def raw_square(orders: float, repair: float, between: float) -> float:
        held = 1 + repair / between
        return kingman(orders * held, held, 1, 2 * repair**2 / between)

    def stay(orders: float, repair: float, between: float) -> float:
        return right(orders, repair, between) + 1 + repair / between

    def no_variability(orders: float, repair: float, between: float) -> float:
        parts = wait_with_stops(orders, {repair: between})
        return float(parts["U"] * parts["T"])

    def swapped(orders: float, repair: float, between: float) -> float:
        held = 1 + between / repair
        varied = 2 * between**2 / repair / held**2
        return (1 + varied) / 2 * orders * held / (1 - orders * held) * held

    def clock(orders: float, repair: float, between: float) -> float:
        return right(orders, repair, between - repair) if orders * between < between - repair else math.inf

    return function_task(
        "04-breakdowns",
        title=_("The wait before a machine that stops"),
        expects=_("a function of orders, repair and between that returns hours"),
        right=lambda orders, repair, between: right(orders, repair, between),
        cases=[(0.68, 20, 80), (0.5, 12, 60), (0.3, 2, 8), (0.8, 1, 50)],
        mistakes=[
            function_mistake(
                "only uptime matters",
                lambda orders, repair, between: with_variance(orders, repair, between, 0),
                _("Your stops stretch the mean job, and their length changes nothing else. What do they do to V?"),
            ),
            function_mistake(
                "repairs taken as alike",
                lambda orders, repair, between: with_variance(orders, repair, between, 0.5),
                _("Your stops all last the same. How large is the mean *square* of a length that is exponential?"),
            ),
            function_mistake(
                "job without its stops",
                lambda orders, repair, between: right(orders, repair, between) / (1 + repair / between),
                _("You use the hour of work as T. How long does the machine hold a job, stops and all?"),
            ),
            function_mistake(
                "load without the stops",
                still_load,
                _("Your load counts the hours of work only. For how long does each job keep the next one out?"),
            ),
            function_mistake(
                "variance not divided",
                raw_square,
                _("That is the variance in the place of c². By which square do you divide it?"),
            ),
            function_mistake(
                "work counted as waiting",
                stay,
                _("You return the whole stay, the job included. The wait ends when the job gets the machine."),
            ),
            function_mistake(
                "variability forgotten",
                no_variability,
                _("You return U · T. What is V here, and why is it above 1 if stops are long?"),
            ),
            function_mistake(
                "two numbers swapped",
                swapped,
                _("A wait cannot be negative. Which of `repair` and `between` is divided by the other?"),
            ),
            function_mistake(
                "hours by the clock",
                clock,
                _("You count the repair within `between`. These are hours at work, so the repair comes on top."),
            ),
        ],
        hints=(
            _("First T, the mean time that a job holds the machine; then its c²; then V, U and T."),
            _("One hour of work meets 1/between stops; each adds twice the square of its mean length to the variance."),
            _("Look at “Why a job waits”: both lines of the sum are there."),
        ),
        explanation=_("The length of a stop enters V by its square, so long stops weigh more than their hours."),
    )


def _mended(orders: float = 0.5, between: float = 60, long: float = 12, short: float = 3) -> Task:
    def right() -> float:
        return _wait({long: between}, orders) / _wait({short: between}, orders)

    return number_task(
        "04-mended",
        title=_("How many times as long the wait was"),
        expects=_("a number, how many times"),
        right=right,
        tolerance=0.02,
        given=(orders, between, long, short),
        mistakes=[
            value_mistake(
                "wait taken as proportional",
                long / short,
                _("{given} is how much shorter the repairs are. Which of V, U and T do they move?"),
            ),
            value_mistake(
                "uptime held",
                lambda: _wait({long: between}, orders) / _wait({short: between * short / long}, orders),
                _("{given} keeps the uptime, so the machine now fails more often. Does a faster fitter make it fail?"),
            ),
            value_mistake(
                "turned upside down",
                lambda: 1 / right(),
                _("{given} is the new wait in parts of the old one. Divide the other way round."),
            ),
            value_mistake(
                "lengths squared only",
                (long / short) ** 2,
                _("{given} is the square of the repairs. Only the variance of V has it; compute both waits."),
            ),
            value_mistake(
                "share taken off",
                lambda: 1 - 1 / right(),
                _("{given} is the share by which the wait falls. Divide the wait before by the wait after."),
            ),
            value_mistake(
                "per cent taken off",
                lambda: 100 * (1 - 1 / right()),
                _("{given} is by how many per cent the wait falls. Divide the wait before by the wait after."),
            ),
            value_mistake(
                "hours taken off",
                lambda: _wait({long: between}, orders) - _wait({short: between}, orders),
                _("{given} is by how many hours the wait falls. Divide one wait by the other."),
            ),
            value_mistake(
                "work counted as waiting",
                lambda: (
                    (_wait({long: between}, orders) + 1 + long / between)
                    / (_wait({short: between}, orders) + 1 + short / between)
                ),
                _("{given} compares the whole stay, the job included. How long is the wait alone?"),
            ),
            value_mistake(
                "orders of the lesson",
                lambda: _wait({long: between}) / _wait({short: between}),
                _("{given} belongs to the lesson's orders. How many orders an hour does this machine get?"),
            ),
        ],
        hints=(
            _("Compute both waits; the hours between failures stay as they are."),
            _("`wait_with_stops` takes the length of a stop and the hours at work between stops."),
            _("Your own line in “Three factors at once” did it for other numbers."),
        ),
        explanation=_("Shorter stops lower all three factors, so the wait falls by more than the stops do."),
    )


def _mended_fits(orders: float, between: float, long: float, short: float) -> bool:
    if max(orders, ORDERS) * (1 + long / between) > 0.96:
        return False
    before, after = _wait({long: between}, orders), _wait({short: between}, orders)
    held = before / _wait({short: between * short / long}, orders)
    stay = (before + 1 + long / between) / (after + 1 + short / between)
    public = _wait({12: 60}, 0.5) / _wait({3: 60}, 0.5)
    lesson = _wait({long: between}) / _wait({short: between})
    falls = (1 - after / before, 100 * (1 - after / before), before - after)
    named = (long / short, (long / short) ** 2, held, after / before, stay, lesson, *falls)
    return apart(before / after, public, *named, share=0.02)


def _alarms() -> Task:
    return function_task(
        "04-alarms",
        title=_("How many false alarms a warning is worth"),
        expects=_("a function of planned and failed that returns a number of alarms"),
        right=lambda planned, failed: failed / planned - 1,
        cases=[(2, 20), (1, 5), (4, 10), (0.5, 0.5)],
        mistakes=[
            function_mistake(
                "true warning taken as free",
                lambda planned, failed: failed / planned,
                _("A warned failure still costs a planned stop. What does a true warning save?"),
            ),
            function_mistake(
                "hours taken for alarms",
                lambda planned, failed: failed - planned,
                _("Those are the hours that a true warning saves. How many alarms of `planned` hours are they?"),
            ),
            function_mistake(
                "turned upside down",
                lambda planned, failed: planned / (failed - planned) if failed > planned else 0,
                _("You have true warnings for one false alarm. The task asks it the other way round."),
            ),
            function_mistake(
                "share of the failure",
                lambda planned, failed: (failed - planned) / failed,
                _("You measure what is saved in failures. A false alarm costs a planned stop."),
            ),
        ],
        hints=(
            _("Write down the hours that one true warning saves, and those that one false alarm costs."),
            _("A true warning turns a failure into a planned stop; a false alarm adds a planned stop."),
            _("Divide the first by the second."),
        ),
        explanation=_("In hours lost it is nine alarms in the lesson's case; the wait bears fifteen, in small pieces."),
    )


def _air() -> Task:
    ends, halves = ("low", "shape", "high"), ("first", "second")
    middle_place = len(AIR_LIVES) // 2

    def fitted() -> dict[str, float]:
        found = fit_shape(AIR_LIVES)
        return {name: float(found[name]) for name in ends} | means()

    def means() -> dict[str, float]:
        return {
            "first": float(np.mean(AIR_LIVES[:middle_place])),
            "second": float(np.mean(AIR_LIVES[middle_place:])),
        }

    def around(middle: float, half: float) -> dict[str, float]:
        return {"low": middle - half, "shape": middle, "high": middle + half}

    def one_error() -> dict[str, float]:
        shape = fitted()["shape"]
        return around(shape, 0.78 * shape / len(AIR_LIVES) ** 0.5)

    lives = np.array(AIR_LIVES, dtype=float)
    mean, spread = float(lives.mean()), float(lives.std(ddof=1))
    in_order = np.sort(lives)
    return numbers_task(
        "04-air",
        title=_("What a shape does not see"),
        expects=_("five numbers labelled low, shape, high, first and second"),
        labels=(*ends, *halves),
        right=fitted,
        tolerance=0.03,
        mistakes=[
            value_mistake(
                "mean taken for shape",
                lambda: {"shape": mean},
                _("Your middle number is the mean life in hours. A shape has no unit, and 1 means no wear."),
            ),
            value_mistake(
                "scale taken for shape",
                lambda: {"shape": float(fit_shape(AIR_LIVES)["scale"])},
                _("Your middle number is the scale, in hours. Which entry of the result is the shape?"),
            ),
            value_mistake(
                "spread taken for shape",
                lambda: {"shape": spread / mean},
                _("That is spread over mean, which is *large* where the shape is small. Fit the shape itself."),
            ),
            value_mistake(
                "one standard error",
                one_error,
                _("Your interval is one standard error to each side: about two thirds. The task asks for 95 per cent."),
            ),
            value_mistake(
                "interval cut at 1",
                {"high": 1.0},
                _("Your interval ends at 1, as if the data shut out wear. Where do its 95 per cent end?"),
            ),
            value_mistake(
                "order lost",
                lambda: {"first": float(in_order[:middle_place].mean())},
                _("You have sorted the hours. Which fifteen came first in time?"),
            ),
            value_mistake(
                "halves not split",
                lambda: {"first": mean, "second": mean},
                _("Both of your means are that of all thirty. Split the list where the second fifteen begin."),
            ),
        ],
        hints=(
            _("A function of the lesson's library takes a list of lives and returns four numbers."),
            _("`fit_shape(lives)` has low, shape, high and scale; `.to_dict()` makes a dict of a series."),
            _("The first fifteen are `lives[:15]`. Join two dicts by `|`."),
        ),
        explanation=_(
            "The interval holds 1, so the hours since the last repair tell little. But the first fifteen last 83 hours "
            "on average and the second fifteen 36: the system may be getting worse, and a shape, which takes the hours "
            "in any order, leaves that out. Shuffled, the halves lie so far apart in some 7 of 100 cases."
        ),
    )


def _break_listen() -> Task:
    def listening(plain: dict[str, float]) -> float:
        """Return the wait with the program: what it hears is a planned stop, and so is each false alarm."""
        planned = plain["warned"] * (1 + plain["alarms"])
        return _wait({SHORT: BETWEEN / planned, LONG: BETWEEN / max(1 - plain["warned"], 1e-9)})

    def by_age(plain: dict[str, float]) -> float:
        return _wait(stops_by_age(ORDERS, BETWEEN, plain["shape"], SHORT, LONG))

    def allowed(plain: dict[str, float]) -> bool:
        hears = LEAST_WARNED <= plain["warned"] <= 1
        return hears and 0 <= plain["alarms"] <= MOST_ALARMS and 1 <= plain["shape"] <= MOST_SHAPE

    return property_task(
        "04-break-listen",
        "numbers",
        ("warned", "alarms", "shape"),
        title=_("Break the conclusion about listening"),
        expects=_("three numbers labelled warned, alarms and shape"),
        is_right=lambda plain: allowed(plain) and by_age(plain) < listening(plain),
        mistakes=[
            Mistake(
                "program too deaf",
                lambda plain: not LEAST_WARNED <= plain["warned"] <= 1,
                _("Your program hears less than half of the failures, or more than all. The task names the limits."),
            ),
            Mistake(
                "alarms out of bounds",
                lambda plain: not 0 <= plain["alarms"] <= MOST_ALARMS,
                _("So many false alarms would break any program. Which most does the task allow?"),
            ),
            Mistake(
                "the textbook's bearing",
                lambda plain: plain["shape"] > MOST_SHAPE,
                _("Parts that wear out so clearly are easy to replace in time. Which shapes does the task allow?"),
            ),
            Mistake(
                "part that does not wear",
                lambda plain: plain["shape"] <= 1,
                _("At such a shape no age helps at all, so the program wins. Which way must the shape move?"),
            ),
            Mistake(
                "program still ahead",
                lambda plain: listening(plain) <= by_age(plain),
                _("Here the program still has the shorter wait. Which of the three numbers can still move against it?"),
            ),
        ],
        hints=(
            _("Make the program worse and the wear clearer, each within its limits."),
            _("Half of the failures heard, five false alarms for a true one: how long is the wait then?"),
            _("Compare `stops_by_age(0.68, 80, shape, 2, 20)` at shapes between 1.4 and the highest that is allowed."),
        ),
        explanation=_(
            "A program that hears half and often warns in vain loses to an age if parts wear a bit more clearly."
        ),
    )


def sensed_wait(mend: float, prevent: float, hear: float) -> float:
    """Return the wait after so many steps of each lever have been bought, at 0.68 orders an hour.

    >>> round(sensed_wait(0, 0, 0), 1)
    26.2
    """
    repair, between, heard = LONG * 0.5**mend, BETWEEN * 1.25**prevent, 0.1 * hear
    stops = {repair: between / (1 - heard)}
    return _wait(stops | ({SHORT: between / heard} if heard else {}))


def _affordable() -> list[tuple[int, int, int]]:
    steps = product(range(BUDGET // 3 + 1), range(BUDGET + 1), range(BUDGET + 1))
    return [bought for bought in steps if _price(bought) <= BUDGET]


def _price(bought: tuple[float, ...]) -> float:
    return sum(step * cost for step, cost in zip(bought, STEP_COSTS.values(), strict=True))


def _budget() -> Task:
    def steps(plain: dict[str, float]) -> tuple[float, ...]:
        return tuple(plain[lever] for lever in STEP_COSTS)

    def allowed(plain: dict[str, float]) -> bool:
        whole = all(step.is_integer() and step >= 0 for step in steps(plain))
        return whole and plain["hear"] <= MOST_HEARD and _price(steps(plain)) <= BUDGET

    def best(plain: dict[str, float]) -> bool:
        return allowed(plain) and sensed_wait(**plain) <= min(sensed_wait(*s) for s in _affordable()) + 1e-9

    return property_task(
        "04-budget",
        "numbers",
        tuple(STEP_COSTS),
        title=_("One budget, three levers"),
        expects=_("three whole numbers of steps labelled mend, prevent and hear"),
        is_right=best,
        mistakes=[
            Mistake(
                "over budget",
                lambda plain: _price(steps(plain)) > BUDGET,
                _("That costs more than the budget. A step of mending costs as much as three of the others."),
            ),
            Mistake(
                "not a step",
                lambda plain: not allowed(plain),
                _("Steps are bought whole, none can be sold, and no program hears more than nine failures in ten."),
            ),
            Mistake(
                "all on hearing",
                lambda plain: plain["hear"] > 0 and plain["mend"] == plain["prevent"] == 0,
                _("All on the program. What are the stops that it misses, and what is their square?"),
            ),
            Mistake(
                "money left over",
                lambda plain: _price(steps(plain)) < BUDGET,
                _("Some of the budget is not spent, and every step shortens the wait."),
            ),
            Mistake(
                "long stops left long",
                lambda plain: plain["mend"] < 2,
                _("The stops that are left are long ones. Compare one more step of mending with three of the others."),
            ),
            Mistake(
                "near, not best",
                lambda plain: plain["mend"] == 2,
                _("The dear lever is pulled. Now compare what one more of each of the two cheap steps saves."),
            ),
        ],
        hints=(
            _("There are few ways to spend the budget. A loop can try them all."),
            _("Three nested loops over steps, one condition on the cost, and the smallest wait kept."),
            _("The cell above the answer has the function; `min` with a key does the rest."),
        ),
        explanation=_("The long stops first, as they enter by their square; once they are short, hearing adds little."),
    )
