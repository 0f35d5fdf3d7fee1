"""Tasks of lesson 04: why work waits, what a breakdown does, when a sensor pays, and where to spend on sensing."""

from itertools import product

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
from longwave.topics.shopfloor.models.maintenance import age_replacement, cost_at_age, mean_life
from longwave.topics.shopfloor.models.queueing import kingman, machine_with_breakdowns, oee

PART = {"shape": 3, "scale": 1000, "preventive_cost": 200, "failure_cost": 1000}
BUDGET = 8
STEP_COSTS = {"repair": 3, "uptime": 1, "levelling": 1}
MOST_LEVELLING = 4


def title() -> str:
    """Return the lesson's title."""
    return _("How do measuring, mining and control make a factory worth more?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_uptime(),
        _quiz_load(),
        _quiz_part(),
        _wait(),
        _breakdowns(),
        _shift(),
        _age(),
        _rent(),
        _budget(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "04-shift": Variant(
            _shift,
            {
                "planned": (420, 450, 480, 510, 540),
                "stopped": (36, 42, 48, 54, 60),
                "made": (340, 350, 360, 380, 400),
                "scrap": (8, 10, 12, 15, 18),
            },
            _shift_fits,
        ),
    }


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
            _("Look at “Same uptime, other wait”."),
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
                _("{given} is the wait in units of one job. How long is a job?"),
            ),
            value_mistake(
                "not halved",
                lambda: 2 * kingman(0.95, 2, 1, 1),
                _("{given} adds the two coefficients. V is their mean."),
            ),
        ],
        hints=(
            _("Three factors: V, U, T."),
            _("At random, both squared coefficients are one, so V is one; U is u over what is left of one."),
            _("Look at “By hand, then by code”."),
        ),
        explanation=_("The free share of the time was a tenth and is now half of that: the wait doubles and more."),
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
            _("Which of the curves has a lowest point, and which line has none and needs none?"),
            _("Look at “When to replace a part”."),
        ),
        explanation=_("Age says nothing here; a warning still turns some failures into planned stops."),
    )


def _wait() -> Task:
    return function_task(
        "04-wait",
        title=_("The wait, by Kingman's formula"),
        expects=_("a function of utilisation, service time and two squared coefficients that returns hours"),
        right=lambda utilisation, service_time, ca2, cs2: kingman(utilisation, service_time, ca2, cs2),
        cases=[(0.9, 1, 1, 1), (0.6, 2, 0, 1), (0.75, 0.5, 2, 0.4), (0.85, 1.25, 1, 6.4)],
        mistakes=[
            function_mistake(
                "load for its odds",
                lambda utilisation, service_time, ca2, cs2: (ca2 + cs2) / 2 * utilisation * service_time,
                _("You multiply by u. A full machine would then wait no longer than a busy one."),
            ),
            function_mistake(
                "not halved",
                lambda utilisation, service_time, ca2, cs2: 2 * kingman(utilisation, service_time, ca2, cs2),
                _("You are out by a factor of two everywhere. How is V made of the two coefficients?"),
            ),
            function_mistake(
                "work counted as waiting",
                lambda utilisation, service_time, ca2, cs2: kingman(utilisation, service_time, ca2, cs2) + service_time,
                _("You give the whole stay. Which part of it is not waiting?"),
            ),
        ],
        hints=(
            _("Three factors, one product."),
            _("V is a mean of two, U is u over one less u, T is a time."),
            _("The formula is in “The idea”."),
        ),
        explanation=_("V, U and T multiply: halve any one of them and the wait is halved."),
    )


def _breakdowns() -> Task:
    def wait(load: float, availability: float, repair: float) -> float:
        time, varied = machine_with_breakdowns(1, availability, repair)
        return kingman(load, time, 1, varied)

    def plain(load: float, availability: float, repair: float) -> float:
        return kingman(load, 1 / availability, 1, 0)

    def regular(load: float, availability: float, repair: float) -> float:
        time, varied = machine_with_breakdowns(1, availability, repair, repair_cv2=0)
        return kingman(load, time, 1, varied)

    def short(load: float, availability: float, repair: float) -> float:
        return kingman(load, 1, 1, machine_with_breakdowns(1, availability, repair)["effective_cv2"])

    return function_task(
        "04-breakdowns",
        title=_("The wait before a machine that breaks"),
        expects=_("a function of load, availability and mean repair that returns hours"),
        right=lambda load, availability, repair: wait(load, availability, repair),
        cases=[(0.85, 0.8, 2), (0.85, 0.8, 20), (0.7, 0.9, 5), (0.5, 0.6, 1)],
        mistakes=[
            function_mistake(
                "only uptime matters",
                plain,
                _("Your repairs stretch the mean job, and their length changes nothing. What do they do to V?"),
            ),
            function_mistake(
                "repairs taken as alike",
                regular,
                _("Your repairs all last the same. Exponential ones have a squared coefficient of one."),
            ),
            function_mistake(
                "job without its repairs",
                short,
                _("You use the hour of work as T. How long does the machine hold a job, repairs and all?"),
            ),
        ],
        hints=(
            _("First the mean job with its repairs, then its squared coefficient, then the three factors."),
            _("The hour of work is regular, so all of c_e² comes from repairs."),
            _("Look at “Same uptime, other wait”: both formulas are there."),
        ),
        explanation=_("The length of a repair enters once, in V, and moves the wait in a straight line."),
    )


def _shift(planned: int = 480, stopped: int = 48, made: int = 400, scrap: int = 12) -> Task:
    running, good = planned - stopped, made - scrap
    return number_task(
        "04-shift",
        title=_("The effectiveness of one shift"),
        expects=_("a share from 0 to 1"),
        unit="share",
        right=lambda: oee(running / planned, made / running, good / made),
        mistakes=[
            value_mistake(
                "only uptime matters",
                running / planned,
                _("{given} is the availability. What of the time at work was slow, or made scrap?"),
            ),
            value_mistake(
                "mean taken for product",
                (running / planned + made / running + good / made) / 3,
                _("{given} is the mean of the three. Each is a share of what the one before has left."),
            ),
            value_mistake(
                "scrap counted as made",
                made / planned,
                _("{given} counts every piece. Which of them can be sold?"),
            ),
        ],
        hints=(
            _("Availability is time at work over planned time."),
            _("Performance is pieces made over pieces possible in the time at work; quality, good over made."),
            _("Look at “Three shares, one number”."),
        ),
        explanation=_("The three shares multiply to good pieces over possible pieces."),
    )


def _shift_fits(planned: int, stopped: int, made: int, scrap: int) -> bool:
    running, good = planned - stopped, made - scrap
    mean = (running / planned + made / running + good / made) / 3
    return made < running and apart(good / planned, 388 / 480, made / planned, running / planned, mean)


def _age() -> Task:
    return numbers_task(
        "04-age",
        title=_("The best age"),
        expects=_("two numbers labelled age, in hours, and cost_rate, in money per hour"),
        labels=("age", "cost_rate"),
        right=lambda: age_replacement(**PART),
        tolerance=None,
        mistakes=[
            value_mistake(
                "run to failure",
                lambda: {"cost_rate": cost_at_age(float("inf"), **PART)},
                _("That is the cost of waiting for each failure. This part wears out; what does an age save?"),
            ),
            value_mistake(
                "mean life taken for age",
                lambda: {"age": mean_life(3, 1000)},
                _("You replace at the mean life. About half of the parts have failed by then."),
            ),
            value_mistake(
                "another shape",
                lambda: {"age": float(age_replacement(2, 1000, 200, 1000)["age"])},
                _("That is the age for a part that wears out more slowly. Which shape has this one?"),
            ),
        ],
        hints=(
            _("A model of the lesson gives both numbers at once."),
            _("It takes the shape, the scale, the planned cost and the cost of a failure, in this order."),
            _("Look at “When to replace a part”."),
        ),
        explanation=_(
            "An early replacement wastes life; a late one risks the dear stop. The lowest point balances them."
        ),
    )


def _rent() -> Task:
    return function_task(
        "04-rent",
        title=_("What a sensor may cost"),
        expects=_("a function of mean life, share warned, planned cost and failure cost that returns money per hour"),
        right=lambda life, warned, planned, failure: warned * (failure - planned) / life,
        cases=[(1000, 0.7, 1000, 5000), (1133, 0.5, 200, 900), (250, 1, 40, 100)],
        mistakes=[
            function_mistake(
                "planned stop taken as free",
                lambda life, warned, planned, failure: warned * failure / life,
                _("A warned failure still costs a planned stop. What is saved is the difference."),
            ),
            function_mistake(
                "every failure warned",
                lambda life, warned, planned, failure: (failure - planned) / life,
                _("You save on every failure. The sensor warns before a share of them."),
            ),
            function_mistake(
                "a life taken for an hour",
                lambda life, warned, planned, failure: warned * (failure - planned),
                _("That is saved in one life of the part. What is it in an hour?"),
            ),
        ],
        hints=(
            _("Write the cost of one life without the sensor, and with it."),
            _("The difference, over the mean life, is what the sensor earns an hour."),
            _("Look at “When to replace a part”, last cell."),
        ),
        explanation=_("The shape of the wear does not enter: that is why the sensor can pay where an age cannot."),
    )


def sensed_wait(repair: float, uptime: float, levelling: float) -> float:
    """Return the wait after so many steps of each lever have been bought, at 0.68 orders an hour.

    >>> round(sensed_wait(0, 0, 0), 1)
    26.2
    """
    time, varied = machine_with_breakdowns(1, 0.8 + 0.01 * uptime, 20 * 0.5**repair)
    return kingman(0.68 * time, time, 1 - 0.25 * levelling, varied)


def _affordable() -> list[tuple[int, int, int]]:
    steps = product(range(BUDGET + 1), range(BUDGET + 1), range(MOST_LEVELLING + 1))
    return [bought for bought in steps if _price(bought) <= BUDGET]


def _price(bought: tuple[float, ...]) -> float:
    return sum(step * cost for step, cost in zip(bought, STEP_COSTS.values(), strict=True))


def _budget() -> Task:
    def steps(plain: dict[str, float]) -> tuple[float, ...]:
        return tuple(plain[lever] for lever in STEP_COSTS)

    def allowed(plain: dict[str, float]) -> bool:
        whole = all(step.is_integer() and step >= 0 for step in steps(plain))
        return whole and plain["levelling"] <= MOST_LEVELLING and _price(steps(plain)) <= BUDGET

    def best(plain: dict[str, float]) -> bool:
        return allowed(plain) and sensed_wait(**plain) <= min(sensed_wait(*s) for s in _affordable()) + 1e-9

    return property_task(
        "04-budget",
        "numbers",
        tuple(STEP_COSTS),
        title=_("One budget, three levers"),
        expects=_("three whole numbers of steps labelled repair, uptime and levelling"),
        is_right=best,
        mistakes=[
            Mistake(
                "over budget",
                lambda plain: _price(steps(plain)) > BUDGET,
                _("That costs more than the budget. A step of repair costs as much as three of the others."),
            ),
            Mistake(
                "not a step",
                lambda plain: not allowed(plain),
                _("Steps are bought whole, none can be sold, and arrivals cannot be more than level."),
            ),
            Mistake(
                "only uptime matters",
                lambda plain: plain["uptime"] > 0 and plain["repair"] == plain["levelling"] == 0,
                _("All on uptime. Try one step of repair in the place of three of uptime, and compare the waits."),
            ),
            Mistake(
                "money left over",
                lambda plain: _price(steps(plain)) < BUDGET,
                _("Some of the budget is not spent, and every step shortens the wait."),
            ),
            Mistake(
                "one favourite lever",
                lambda plain: plain["repair"] == 0 or plain["levelling"] == MOST_LEVELLING,
                _("Your lever is pulled further than it helps most. What does its last step save, and what another's?"),
            ),
            Mistake(
                "near, not best",
                lambda plain: plain["repair"] > 0,
                _("The first lever is pulled. Now compare what one more of each of the two cheap steps saves."),
            ),
        ],
        hints=(
            _("There are few ways to spend the budget. A loop can try them all."),
            _("Three nested loops over steps, one condition on the cost, and the smallest wait kept."),
            _("The cell above the answer has the function; `min` with a key does the rest."),
        ),
        explanation=_(
            "The expensive lever first, as V is large; then the wait depends on the load, and uptime helps most."
        ),
    )
