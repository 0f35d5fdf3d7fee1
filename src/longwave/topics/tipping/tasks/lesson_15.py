"""Tasks of lesson 15: where a low state ends, what a push past it costs, and how long chance takes."""

import math

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
from longwave.topics.tipping.models.cusp import crossing_time, cusp_folds, pulse_outlay, pulse_path
from longwave.topics.tipping.models.fluctuations import kramers_rate

PULSE = ("push", "length")
COUPLING, BASE, CAP, WASTE = 2, 0.4, 1.2, 1.04


def title() -> str:
    """Return the lesson's title."""
    return _("What carries an industry from a low state to a high one?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_fold(),
        _quiz_timid(),
        _quiz_flow(),
        _fold(),
        _way_back(),
        _wait(),
        _dear_height(),
        _cheapest_pulse(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "15-dear-height": Variant(
            _dear_height,
            {"coupling": (*(2, 2.2, 2.3, 2.4, 2.6, 2.7, 2.8, 3), *(3.2, 3.3, 3.4, 3.6, 3.8, 4, 4.2, 4.4, 4.6, 4.8))},
        ),
    }


def _quiz_fold() -> Task:
    return number_task(
        "15-quiz-fold",
        title=_("Where the low state ends"),
        expects=_("a positive number, the push"),
        right=lambda: cusp_folds(0.75)[1],
        mistakes=[
            value_mistake(
                "the state for the push",
                lambda: (0.75 / 3) ** 0.5,
                _("{given} is how far from the middle the *state* is at the fold. Which push holds it there?"),
            ),
            value_mistake(
                "the root not taken",
                lambda: 4 * 0.75**3 / 27,
                _("{given} is the square of something. Of what?"),
            ),
            value_mistake(
                "the fold of the lesson",
                lambda: cusp_folds(3)[1],
                _("{given} belongs to the region of the puzzle. Its firms draw one another along more strongly."),
            ),
        ],
        hints=(
            _("At the fold two things vanish at once: the movement, and its slope."),
            _("The slope gives the state, and the state then gives the push."),
            _("“By hand, then by code” does it for another a."),
        ),
        explanation=_("Weaker pull among firms, and a much smaller push is enough."),
    )


def _quiz_timid() -> Task:
    return choice_task(
        "15-quiz-timid",
        title=_("What caution costs"),
        options="abcd",
        right="e7588a6b7c9f",
        mistakes={
            "a": (
                "timid is cheap",
                _("Each month is cheaper. How many months more does it take, close to the fold?"),
            ),
            "b": (
                "the same work in the end",
                _("That would hold if nothing pulled back. What does the push work against, and for how long?"),
            ),
            "d": (
                "any small push fails",
                _("That is so below the fold. On which side of it is this push?"),
            ),
        },
        hints=(
            _("The bill is push times time. Which of the two changes more?"),
            _("Just above the fold the state hardly moves past the narrow place."),
            _("Look at the left end of the curve in “The price of caution”."),
        ),
        explanation=_("Time grows faster than the push falls: most of the money holds the state where it is."),
    )


def _quiz_flow() -> Task:
    return choice_task(
        "15-quiz-flow",
        title=_("Fold or dissipative structure"),
        options="abcd",
        right="6f0d9e110230",
        mistakes={
            "a": (
                "a jump proves it",
                _("Both pictures have a sudden change. What do they say about the time after it?"),
            ),
            "c": (
                "a word taken for a measurement",
                _("With which instrument, in which unit? Nobody in the passage says. What can you watch?"),
            ),
            "d": (
                "only growth is looked at",
                _("Both pictures allow growth. In which of them does the new state need to be fed?"),
            ),
        },
        hints=(
            _("One of the two lives on a flow, the other only has to be pushed over."),
            _("So do something to the flow."),
            _("Read “What the paper's words would need” again."),
        ),
        explanation=_("Stop the flow: what stays was a fold, what goes was fed."),
    )


def _fold() -> Task:
    return function_task(
        "15-fold",
        title=_("The fold for any pull"),
        expects=_("a function of a that returns the push at the upper fold"),
        right=lambda a: cusp_folds(a)[1],
        cases=[1, 2, 3, 0.5],
        mistakes=[
            function_mistake(
                "the state for the push",
                lambda a: math.sqrt(a / 3),
                _("You give the size of the state at the fold. Put it into the equation: which push stops it there?"),
            ),
            function_mistake(
                "the root not taken",
                lambda a: 4 * a**3 / 27,
                _("You give b². One step is missing."),
            ),
            function_mistake(
                "one term forgotten",
                lambda a: (a / 3) ** 1.5,
                _("You put the state into x³ alone. The term a·x pulls too, and the other way."),
            ),
        ],
        hints=(
            _("At the fold both a x + b − x³ and a − 3x² are zero."),
            _("Solve the second for x, take the lower root, and put it into the first."),
            _("The idea's formula, 27b² = 4a³, is the same thing with x removed."),
        ),
        explanation=_("Both conditions at once leave one push for each a, on either side of zero."),
    )


def _way_back() -> Task:
    fold = cusp_folds(2)[1]
    return numbers_task(
        "15-way-back",
        title=_("Up here, down there"),
        expects=_("two numbers labelled up and down"),
        labels=("up", "down"),
        right=lambda: {"up": fold, "down": -fold},
        mistakes=[
            value_mistake(
                "down where it went up",
                {"down": fold},
                _("You let the high state end where the low one did. Follow the upper branch to *its* end."),
            ),
            value_mistake(
                "down when the push is gone",
                {"down": 0.0},
                _("With no push the high state is still there. Where does its branch turn?"),
            ),
            value_mistake(
                "up when the push begins",
                {"up": 0.0},
                _("With no push the low state is still there. Where does its branch turn?"),
            ),
        ],
        hints=(
            _("Follow a branch until it turns; only there must the state leave it."),
            _("The two branches are mirror images."),
            _("`cusp_folds` gives both; the chart in “The idea” shows them for another a."),
        ),
        explanation=_("Between the two, what you see depends on where the industry came from."),
    )


def _wait() -> Task:
    return function_task(
        "15-wait",
        title=_("How long chance takes"),
        expects=_("a function of the noise D that returns a mean time"),
        right=lambda noise: 1 / kramers_rate(noise),
        cases=[0.1, 0.05, 0.03, 0.2],
        mistakes=[
            function_mistake(
                "the rate for the wait",
                lambda noise: kramers_rate(noise),
                _("You give how often a jump comes in a unit of time. How long is it between two?"),
            ),
            function_mistake(
                "no hurry at the bottom",
                lambda noise: math.exp(1 / (4 * noise)),
                _("Your power is right. But how often does the state knock at the barrier? A factor is missing."),
            ),
            function_mistake(
                "D taken for a deviation",
                lambda noise: 2 * math.pi / math.sqrt(2) * math.exp(1 / (2 * noise**2)),
                _("You treat D as a standard deviation. It is half of a variance, and enters as it is."),
            ),
            function_mistake(
                "both wells deep",
                lambda noise: 2 * math.pi / math.sqrt(2) * math.exp(1 / (2 * noise)),
                _("Your barrier is twice too high. Take the height of the ridge above the low state, once."),
            ),
        ],
        hints=(
            _("Kramers' rate has a factor and a power of e; the wait turns both over."),
            _("The power is the height of the barrier over D."),
            _("The formula is in “Waiting for chance”."),
        ),
        explanation=_("The noise is in the exponent: a little more of it shortens the wait enormously."),
    )


def _dear_height(coupling: float = 3) -> Task:
    fold = cusp_folds(coupling)[1]

    def best() -> float:
        from scipy.optimize import minimize_scalar

        bounds = (1.025 * fold, 4 * fold)
        return minimize_scalar(lambda push: push * pulse_outlay(coupling, push), bounds=bounds, method="bounded").x

    return number_task(
        "15-dear-height",
        title=_("When a high push is dear"),
        expects=_("a number, the push"),
        right=best,
        tolerance=0.05,
        mistakes=[
            Mistake(
                "below the fold",
                lambda push: push <= fold,
                _("With {given} the state never gets over. Where is the fold?"),
            ),
            Mistake(
                "timid is cheap",
                lambda push: fold < push < 1.35 * fold,
                _("{given} is close to the fold, where time runs up. What does a little more push save?"),
            ),
            Mistake(
                "bold is always cheap",
                lambda push: push > 2 * fold,
                _("{given} would be fine if each unit of push cost the same. Here each further one costs more."),
            ),
        ],
        hints=(
            _("A bill grows at both ends. Compute it for a dozen pushes."),
            _("The bill is the square of the push, times `crossing_time`."),
            _("Start from a table as in “The price of caution”, and look between its rows."),
        ),
        explanation=_("Neither timid nor as bold as can be: the dearer each further unit, the lower the best push."),
    )


def _cheapest_pulse() -> Task:
    def tips(pulse: dict[str, float]) -> bool:
        path = pulse_path(COUPLING, pulse["push"], pulse["length"], pulse["length"] + 40, base=BASE)
        return bool(path["state"].iloc[-1] > 0)

    def outlay(pulse: dict[str, float]) -> float:
        return pulse["push"] * pulse["length"]

    def sound(pulse: dict[str, float]) -> bool:
        return 0 <= pulse["push"] <= CAP + 1e-9 and 0 <= pulse["length"] <= 1000

    def budget() -> float:
        return WASTE * CAP * crossing_time(COUPLING, CAP, BASE)

    return property_task(
        "15-cheapest-pulse",
        "numbers",
        PULSE,
        title=_("The cheapest pulse under a cap"),
        expects=_("two numbers labelled push and length"),
        is_right=lambda pulse: sound(pulse) and tips(pulse) and outlay(pulse) <= budget(),
        mistakes=[
            Mistake(
                "outside the limits",
                lambda pulse: not sound(pulse),
                _("Keep the push between nothing and the cap, and the length positive and no age of the world."),
            ),
            Mistake(
                "below the fold",
                lambda pulse: pulse["push"] + BASE <= cusp_folds(COUPLING)[1],
                _("Base and push together stay below the fold: this never tips. How far is it?"),
            ),
            Mistake(
                "released too early",
                lambda pulse: not tips(pulse),
                _("We followed the path: it falls back. How long until it would go on by itself?"),
            ),
            Mistake(
                "timid is cheap",
                lambda pulse: tips(pulse) and pulse["push"] < 0.95 * CAP and outlay(pulse) > budget(),
                _("It tips, and costs too much. What does a higher push do to the time?"),
            ),
            Mistake(
                "held too long",
                lambda pulse: tips(pulse) and pulse["push"] >= 0.95 * CAP and outlay(pulse) > budget(),
                _("It tips, and is held longer than it must. Where is the ridge while the base stays?"),
            ),
        ],
        hints=(
            _("Which height tips at the least outlay, of all those that are allowed?"),
            _("Then shorten the pulse until it just does not fall back; `equilibria` says where the ridge is."),
            _("`pulse_path` takes the base as a word of its own; its last state says low or high."),
        ),
        explanation=_("As high as you may, and not a moment longer than to the ridge."),
    )
