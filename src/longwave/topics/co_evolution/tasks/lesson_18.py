"""Tasks of lesson 18: what a coupling degree is made of, what it cannot show, and what would show a link."""

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
from longwave.tasks.tables import Table
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.co_evolution.models.co_evolution import rest_levels
from longwave.topics.co_evolution.models.coordination import coordination_degree, coupling_degree

QUIZ_PAIR = (0.9, 0.4)
CHEAP_LEAD, GOOD_LEAD = 0.15, 0.45
YEARS, HIGH, SMALLEST_STEP = 6, 0.99, 0.02


def title() -> str:
    """Return the lesson's title."""
    return _("Does technology pull structure and institutions along, or do all three only rise?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_linked(),
        _quiz_usual(),
        _quiz_blocked(),
        _corrected(),
        _level(),
        _rest(),
        _weight(),
        _apart(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "18-weight": Variant(
            _weight,
            {
                "cheap": (0.1, 0.12, CHEAP_LEAD, 0.18, 0.22, 0.24, 0.25),
                "good": (0.32, 0.35, 0.4, GOOD_LEAD, 0.5, 0.55, 0.6),
            },
            _weight_fits,
        ),
    }


def _quiz_linked() -> Task:
    return choice_task(
        "18-quiz-linked",
        title=_("What a high degree shows"),
        options="abcd",
        right="6c55b8e4a74e",
        mistakes={
            "a": (
                "high means driven",
                _("The formula takes each year's two numbers and no order in time. How could it know which drives?"),
            ),
            "c": (
                "high means linked",
                _("You read a link. What do two numbers drawn blindly score, on average?"),
            ),
            "d": (
                "high means a high level",
                _("Divide both indices by ten. What happens to the usual degree?"),
            ),
        },
        hints=(
            _("What goes into the formula for one year?"),
            _("Two numbers only, and of those the ratio alone."),
            _("Look at the chart in “What chance scores”."),
        ),
        explanation=_("The degree says how alike two numbers are in a year. A link is something else."),
    )


def _quiz_usual() -> Task:
    return number_task(
        "18-quiz-usual",
        title=_("The usual degree by hand"),
        expects=_("a number from 0 to 1, the usual coupling degree"),
        right=lambda: coupling_degree(*QUIZ_PAIR, corrected=False),
        mistakes=[
            value_mistake(
                "lost coefficient",
                lambda: coupling_degree(*QUIZ_PAIR, corrected=False) / 2,
                _("{given} can never pass a half, even for equal indices. Which factor is lost?"),
            ),
            value_mistake(
                "corrected formula",
                lambda: coupling_degree(*QUIZ_PAIR),
                _("{given} comes from the corrected formula. The question asks for the usual one."),
            ),
            value_mistake(
                "ratio of the two",
                QUIZ_PAIR[1] / QUIZ_PAIR[0],
                _("{given} is one index over the other. Which two means does the usual degree compare?"),
            ),
        ],
        hints=(
            _("Multiply the two, take the root, and compare it with their sum."),
            _("Equal indices must give one: that fixes the factor in front."),
            _("“By hand, then by code” does it for another pair."),
        ),
        explanation=_("One index is more than twice the other, and the usual degree is still above nine tenths."),
    )


def _quiz_blocked() -> Task:
    return choice_task(
        "18-quiz-blocked",
        title=_("What shows help"),
        options="abcd",
        right="764d2ed2c976",
        mistakes={
            "a": (
                "fall of coupling taken for help",
                _("That happens without any help too: a leg that stands still is left behind."),
            ),
            "b": (
                "rise taken for help",
                _("They rise with help and without it. What differs between the two?"),
            ),
            "d": (
                "all or nothing",
                _("Each leg has a ceiling of its own, with or without the others. Look at the thin grey line."),
            ),
        },
        hints=(
            _("Compare four runs: with help and without, blocked and not."),
            _("Look for what changes by the block in one pair of runs and not in the other."),
            _("Look at the table below the panel."),
        ),
        explanation=_("A link shows when you hold one leg and the *others* change."),
    )


def _corrected() -> Task:
    def corrected(first: float, second: float) -> float:
        return float(coupling_degree(first, second))

    return function_task(
        "18-corrected",
        title=_("The corrected coupling degree"),
        expects=_("a function of two indices, in either order, that returns a number from 0 to 1"),
        right=corrected,
        cases=[(0.3, 0.6), (0.6, 0.3), (0.45, 0.5), (0.1, 0.95), (0.7, 0.7)],
        mistakes=[
            function_mistake(
                "order taken for granted",
                lambda first, second: math.sqrt((1 - (second - first)) * first / second),
                _("Your function changes when the two indices change places. Which of them is U₁?"),
            ),
            function_mistake(
                "distance left out",
                lambda first, second: math.sqrt(min(first, second) / max(first, second)),
                _("You use the ratio alone. The corrected degree also asks how far apart the two are."),
            ),
            function_mistake(
                "root left out",
                lambda first, second: (1 - abs(second - first)) * min(first, second) / max(first, second),
                _("You multiply closeness and ratio. What is done with the product?"),
            ),
            function_mistake(
                "usual formula",
                lambda first, second: 2 * math.sqrt(first * second) / (first + second),
                _("This is the usual degree."),
            ),
        ],
        hints=(
            _("Find the smaller and the larger first."),
            _("One factor is their closeness, the other their ratio; then a root."),
            _("The formula is in “The idea”."),
        ),
        explanation=_("A ratio and a distance: both must be good for the degree to be high."),
    )


def _level() -> Task:
    def level(first: float, second: float) -> float:
        return float(coordination_degree(first, second, corrected=False))

    return function_task(
        "18-level",
        title=_("The coordination degree, shortened"),
        expects=_("a function of two indices that returns the usual coordination degree, from 0 to 1"),
        right=level,
        cases=[(0.81, 0.16), (0.5, 0.5), (0.2, 0.9), (0.05, 0.4)],
        mistakes=[
            function_mistake(
                "one root only",
                lambda first, second: math.sqrt(first * second),
                _("You give C times T. Which step follows?"),
            ),
            function_mistake(
                "coupling alone",
                lambda first, second: 2 * math.sqrt(first * second) / (first + second),
                _("You give C. The coordination degree also has the level T."),
            ),
            function_mistake(
                "level alone",
                lambda first, second: (first + second) / 2,
                _("You give T, the mean of the two. Where is C?"),
            ),
        ],
        hints=(
            _("Write C and T side by side, and look for what is below in one and above in the other."),
            _("The sum of the two indices cancels."),
            _("“By hand, then by code” computes the degree of one pair in both ways."),
        ),
        explanation=_(
            "What is left is a root of the product: a level, lower for unequal indices, with nothing on how they move."
        ),
    )


def _rest() -> Task:
    def rest(base: float, support: float, held: float) -> float:
        return float(rest_levels(support, "institutions", base, held)["technology"])

    return function_task(
        "18-rest",
        title=_("Where two free legs rest"),
        expects=_("a function of the base, the support and the level of the held leg that returns a level"),
        right=rest,
        cases=[(0.2, 0.5, 0.1), (0.3, 0.6, 0.05), (0.4, 0, 0.2), (0.1, 0.8, 0.3)],
        mistakes=[
            function_mistake(
                "nothing held",
                lambda base, support, held: base / (1 - support),
                _("You let all three rise together. What does the held leg give to the mean?"),
            ),
            function_mistake(
                "held leg gives nothing",
                lambda base, support, held: base / (1 - support / 2),
                _("You leave the held leg out of the mean. It does not move, but it is not at zero."),
            ),
            function_mistake(
                "free leg gives nothing",
                lambda base, support, held: base + support * held,
                _("You take the help of the held leg only. The other free leg helps too, and rises itself."),
            ),
        ],
        hints=(
            _("At rest a leg is at its ceiling, and the two free legs are equally high."),
            _("Write the ceiling with one unknown: the mean is that of the other free leg and the held one."),
            _("“Three legs” has the equation of the ceiling."),
        ),
        explanation=_("One held leg costs the other two twice: it gives little, and it keeps them from giving more."),
    )


def _weight(cheap: float = CHEAP_LEAD, good: float = GOOD_LEAD) -> Task:
    return number_task(
        "18-weight",
        title=_("The weight at which the rule turns"),
        expects=_("a number from 0 to 1, the weight of quality"),
        right=lambda: cheap / (cheap + good),
        given=(cheap, good),
        mistakes=[
            value_mistake(
                "weights changed round",
                good / (cheap + good),
                _("{given} is the weight of *cost* at the turn. Which of the two leads is larger, and so needs less?"),
            ),
            value_mistake(
                "ratio of the leads",
                cheap / good,
                _("{given} is one lead over the other. Both weights move when one moves: what do they sum to?"),
            ),
            value_mistake(
                "even weights",
                0.5,
                _("{given} would be right for equal leads."),
            ),
        ],
        hints=(
            _("At the turn both technologies grow equally fast."),
            _("Set cost lead times the weight of cost equal to quality lead times the weight of quality."),
            _("“Rules select” finds the turn for other leads."),
        ),
        explanation=_("The rule need not be pure: past the turn, the same market selects the other technology."),
    )


def _weight_fits(cheap: float, good: float) -> bool:
    turn, default = cheap / (cheap + good), CHEAP_LEAD / (CHEAP_LEAD + GOOD_LEAD)
    return cheap < good and apart(turn, default, 1 - turn, cheap / good, 0.5)


def _apart() -> Task:
    def years(plain: Table) -> tuple[list[float], list[float]]:
        return [row["first"] for row in plain.values()], [row["second"] for row in plain.values()]

    def in_range(plain: Table) -> bool:
        return len(plain) == YEARS and all(0 < value <= 1 for side in years(plain) for value in side)

    def steps(plain: Table) -> list[tuple[float, float]]:
        first, second = years(plain)
        return [(first[t + 1] - first[t], second[t + 1] - second[t]) for t in range(len(first) - 1)]

    def moves(plain: Table) -> bool:
        return all(min(abs(one), abs(other)) >= SMALLEST_STEP - 1e-9 for one, other in steps(plain))

    def opposed(plain: Table) -> bool:
        return all(one * other < 0 for one, other in steps(plain))

    def lowest(plain: Table) -> float:
        return min(
            float(coupling_degree(one, other, corrected=False)) for one, other in zip(*years(plain), strict=True)
        )

    return property_task(
        "18-apart",
        "table",
        ("year", "first", "second"),
        title=_("Highly coupled, and always opposed"),
        expects=_("a table with the columns year, first and second and six rows"),
        is_right=lambda plain: in_range(plain) and moves(plain) and opposed(plain) and lowest(plain) > HIGH,
        mistakes=[
            Mistake(
                "not six years of indices",
                lambda plain: not in_range(plain),
                _("Give six years, and indices above 0 and at most 1."),
            ),
            Mistake(
                "an index stands still",
                lambda plain: in_range(plain) and not moves(plain),
                _("From one year to the next an index moves by less than the task asks."),
            ),
            Mistake(
                "they move together",
                lambda plain: in_range(plain) and moves(plain) and not opposed(plain),
                _("In one of the years both rise, or both fall. Whenever one rises the other must fall."),
            ),
            Mistake(
                "coupling too low",
                lambda plain: in_range(plain) and moves(plain) and opposed(plain) and lowest(plain) <= HIGH,
                _("In one of the years the degree is too low. How near must the two be, as a ratio?"),
            ),
        ],
        hints=(
            _("The degree looks at one year at a time."),
            _("Keep both near one level, and let each take turns to be a little above it."),
            _("The first rows of the table in “The data and its limits” show how unlike two indices may be."),
        ),
        explanation=_("A degree near one, and changes that never agree: the degree does not look at changes."),
    )
