"""Tasks of lesson 23: an effect and its error, three ways to be wrong, and a panel that fools the test."""

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
from longwave.tasks.tables import Table
from longwave.tasks.task import Task
from longwave.topics.small_firms.models.evaluation import difference_of_changes

QUIZ_JOINED, QUIZ_OTHERS = (40, 52), (44, 49)
CHANGES_JOINED, CHANGES_OTHERS = (4, 8, 6), (1, 3, 2, 2)
JOINERS, OTHERS, WORTH_ESTIMATE, WORTH_SPILL = 50, 150, 4, -1
FALSE_EFFECT, CLOSE, FEWEST = 3, 0.01, 3


def title() -> str:
    """Return the lesson's title."""
    return _("Do programmes for small manufacturers do what they promise?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_reports(),
        _quiz_means(),
        _quiz_placebo(),
        _standard_error(),
        _paired(),
        _trend(),
        _worth(),
        _empty(),
    )


def _quiz_reports() -> Task:
    return choice_task(
        "23-quiz-reports",
        title=_("What a report of clients shows"),
        options="abcd",
        right="130d5139705b",
        mistakes={
            "a": (
                "before–after is effect",
                _("You take the change for the effect. What would these firms have sold without the programme?"),
            ),
            "c": (
                "no comparison, so no effect",
                _("A change that nothing is compared with does not show an effect. Does it show that there is none?"),
            ),
            "d": (
                "the others stood still",
                _("The report is silent on other firms. In a good year all of them grow."),
            ),
        },
        hints=(
            _("Which of the four means in “The idea” does such a report hold?"),
            _("Two of four: the joiners before and after."),
            _("“By hand, then by code” shows what the other two are for."),
        ),
        explanation=_("A change is one of the two differences. The other one is missing, in both directions."),
    )


def _quiz_means() -> Task:
    joined, others = QUIZ_JOINED[1] - QUIZ_JOINED[0], QUIZ_OTHERS[1] - QUIZ_OTHERS[0]
    return number_task(
        "23-quiz-means",
        title=_("Four means"),
        expects=_("a number, the difference in differences"),
        right=lambda: joined - others,
        mistakes=[
            value_mistake(
                "before–after is effect",
                joined,
                _("{given} is the change of the joiners. The others changed too."),
            ),
            value_mistake(
                "levels compared",
                QUIZ_JOINED[1] - QUIZ_OTHERS[1],
                _("{given} compares the two groups afterwards. They were not equal before."),
            ),
            value_mistake(
                "order reversed",
                others - joined,
                _("{given} has the sign of others minus joiners. Which group got the programme?"),
            ),
            value_mistake(
                "changes added",
                joined + others,
                _("{given} adds the two changes. The change of the others is what to take off."),
            ),
        ],
        hints=(
            _("Two changes first, one for each group."),
            _("From the change of the joiners take the change of the others."),
            _("“By hand, then by code” does it with other means."),
        ),
        explanation=_("The joiners were behind, and passed the others: the gap turned round."),
    )


def _quiz_placebo() -> Task:
    return choice_task(
        "23-quiz-placebo",
        title=_("What a placebo test lets through"),
        options="abcd",
        right="e45dce6fec7b",
        mistakes={
            "a": (
                "trend taken for hidden",
                _("A faster trend runs before the programme too. What does the test find in a year without one?"),
            ),
            "b": (
                "bad year taken for hidden",
                _("The bad year is before the start, just where the test looks."),
            ),
            "d": (
                "fixed gap taken for a fault",
                _("The test does not see it, true. But does it spoil the estimate? It drops out of each change."),
            ),
        },
        hints=(
            _("The test uses only years before the programme. Which faults exist there?"),
            _("Ask of each: is it already there, and does it do harm?"),
            _("Read the column of alarms in the table below the panel."),
        ),
        explanation=_(
            "What the programme itself does to the others begins with the programme, after the test has looked."
        ),
    )


def _standard_error() -> Task:
    def standard_error(squares: float, a: float, b: float, c: float, d: float) -> float:
        return math.sqrt(squares / (a + b + c + d - 4) * (1 / a + 1 / b + 1 / c + 1 / d))

    return function_task(
        "23-standard-error",
        title=_("The standard error of four means"),
        expects=_("a function of the sum of squares and the rows in each of four cells that returns a number"),
        right=standard_error,
        cases=[(6, 2, 2, 2, 2), (20, 3, 4, 5, 6), (48, 4, 4, 4, 4), (9, 2, 5, 3, 4)],
        mistakes=[
            function_mistake(
                "all rows taken for free",
                lambda squares, a, b, c, d: math.sqrt(squares / (a + b + c + d) * (1 / a + 1 / b + 1 / c + 1 / d)),
                _("You divide by all rows. Four means were estimated from them first."),
            ),
            function_mistake(
                "one mean taken for four",
                lambda squares, a, b, c, d: math.sqrt(squares / (a + b + c + d - 1) * (1 / a + 1 / b + 1 / c + 1 / d)),
                _("You take one off the rows. How many means were estimated?"),
            ),
            function_mistake(
                "error of one row",
                lambda squares, a, b, c, d: math.sqrt(squares / (a + b + c + d - 4)),
                _("That is the spread of one row. The estimate is made of four means, each of several rows."),
            ),
            function_mistake(
                "rows pooled",
                lambda squares, a, b, c, d: math.sqrt(squares / (a + b + c + d - 4) / (a + b + c + d)),
                _("You divide by all rows, as for one mean of them all. Four means add four variances."),
            ),
            function_mistake(
                "variance",
                lambda squares, a, b, c, d: squares / (a + b + c + d - 4) * (1 / a + 1 / b + 1 / c + 1 / d),
                _("That is the variance. One step is left."),
            ),
        ],
        hints=(
            _("The variance of a mean is the variance of a row over the number of rows."),
            _("Signs do not matter to variances: four of them add."),
            _("The formula is in “The idea”."),
        ),
        explanation=_("The smallest cell counts most: one over its rows is the largest part of the sum."),
    )


def _paired() -> Task:
    squares = sum((x - sum(group) / len(group)) ** 2 for group in (CHANGES_JOINED, CHANGES_OTHERS) for x in group)
    estimate = sum(CHANGES_JOINED) / len(CHANGES_JOINED) - sum(CHANGES_OTHERS) / len(CHANGES_OTHERS)
    inverse, many = 1 / len(CHANGES_JOINED) + 1 / len(CHANGES_OTHERS), len(CHANGES_JOINED) + len(CHANGES_OTHERS)

    def error(freedom: int, parts: float = inverse) -> dict[str, float]:
        return {"estimate": estimate, "standard_error": math.sqrt(squares / freedom * parts)}

    return numbers_task(
        "23-paired",
        title=_("The same firms, before and after"),
        expects=_('two numbers, {"estimate": 1.0, "standard_error": 1.0}'),
        labels=("estimate", "standard_error"),
        right=lambda: difference_of_changes(list(CHANGES_JOINED), list(CHANGES_OTHERS)),
        mistakes=[
            value_mistake(
                "four means taken off",
                error(many - 4),
                _("You take four off the firms. With changes there are two means."),
            ),
            value_mistake(
                "all firms taken for free",
                error(many),
                _("You divide by all firms. Two means were estimated from them first."),
            ),
            value_mistake(
                "firms pooled",
                error(many - 2, 1 / many),
                _("The estimate is a difference of two means: their variances add, one for each group."),
            ),
            value_mistake(
                "before–after is effect",
                {"estimate": sum(CHANGES_JOINED) / 3, "standard_error": math.sqrt(squares / (many - 2) * inverse)},
                _("Your estimate is the mean change of the joiners. The others changed too."),
            ),
        ],
        hints=(
            _("First two mean changes, then the squares around each."),
            _("The squares over the firms less two, times one over each group's size, added."),
            _("The eight numbers as four firms are done below “By hand, then by code”."),
        ),
        explanation=_("What is fixed about a firm has dropped out; only how changes differ is left in the error."),
    )


def _trend() -> Task:
    def trend_bias(trend: float, before: float, after: float) -> float:
        return trend * (before + after) / 2

    return function_task(
        "23-trend",
        title=_("What a faster trend adds"),
        expects=_("a function of the trend and the years before and after that returns a number"),
        right=trend_bias,
        cases=[(1, 1, 1), (0.5, 4, 2), (2, 1, 3), (-0.4, 5, 3)],
        mistakes=[
            function_mistake(
                "years after only",
                lambda trend, before, after: trend * after,
                _("You count the years after the start. Each mean belongs to the middle of its own years."),
            ),
            function_mistake(
                "whole span",
                lambda trend, before, after: trend * (before + after),
                _("You count from the first year to past the last. Each mean belongs to the middle of its years."),
            ),
            function_mistake(
                "first to last year",
                lambda trend, before, after: trend * (before + after - 1),
                _("You count from the first year to the last. Each mean belongs to the middle of its years."),
            ),
            function_mistake(
                "last year before only",
                lambda trend, before, after: trend * (after + 1) / 2,
                _("You start from the last year before. With more years their middle is further back."),
            ),
        ],
        hints=(
            _("Where on the axis of years is the mean of the years before? And of those after?"),
            _("Try one year before and one after: the two are one year apart."),
            _("“Predict, then move” has two cases in its table."),
        ),
        explanation=_("Longer windows make a difference of trends worse, and a single bad year better."),
    )


def _worth() -> Task:
    truth = WORTH_ESTIMATE + WORTH_SPILL
    return numbers_task(
        "23-worth",
        title=_("Good for the joiners, and for all?"),
        expects=_('two numbers, {"joiner": 1.0, "all": 1.0}'),
        labels=("joiner", "all"),
        right=lambda: {"joiner": truth, "all": JOINERS * truth + OTHERS * WORTH_SPILL},
        mistakes=[
            value_mistake(
                "loss of the others added",
                {
                    "joiner": WORTH_ESTIMATE - WORTH_SPILL,
                    "all": JOINERS * (WORTH_ESTIMATE - WORTH_SPILL) + OTHERS * WORTH_SPILL,
                },
                _("You add the loss of the others to the estimate. It is already in there: the estimate is a gap."),
            ),
            value_mistake(
                "estimate taken for the truth",
                {"joiner": WORTH_ESTIMATE, "all": JOINERS * WORTH_ESTIMATE + OTHERS * WORTH_SPILL},
                _("You take the estimate for the effect on a joiner. Part of the gap is the others' fall."),
            ),
            value_mistake(
                "the others left out",
                {"joiner": truth, "all": JOINERS * truth},
                _("The joiners' gain is right. Who pays for a part of it?"),
            ),
        ],
        hints=(
            _("The estimate is the effect on a joiner less the effect on another firm."),
            _("Then count all firms: so many gain, so many lose."),
            _("Press “The others lose” in the panel, and look at which line moves."),
        ),
        explanation=_("A true gain for those who join, moved from those who do not. A comparison cannot show it."),
    )


def _empty() -> Task:
    def group(plain: Table, flag: int) -> list[dict[str, float]]:
        return [row for row in plain.values() if row["treated"] == flag]

    def shaped(plain: Table) -> bool:
        flags = all(row["treated"] in (0, 1) for row in plain.values())
        return flags and min(len(group(plain, 0)), len(group(plain, 1))) >= FEWEST

    def gap(plain: Table, later: str, sooner: str) -> float:
        joined, others = (group(plain, flag) for flag in (1, 0))
        changes = [sum(row[later] - row[sooner] for row in rows) / len(rows) for rows in (joined, others)]
        return changes[0] - changes[1]

    def empty(plain: Table) -> bool:
        return all(abs(row["after"] - row["without"]) <= CLOSE for row in group(plain, 1))

    def estimated(plain: Table) -> bool:
        return abs(gap(plain, "after", "before") - FALSE_EFFECT) <= CLOSE

    def quiet(plain: Table) -> bool:
        return abs(gap(plain, "before", "earlier")) <= CLOSE

    return property_task(
        "23-empty",
        "table",
        ("firm", "treated", "earlier", "before", "after", "without"),
        title=_("An effect of three that is none"),
        expects=_("a table with the columns firm, treated, earlier, before, after and without, six rows or more"),
        is_right=lambda plain: shaped(plain) and empty(plain) and estimated(plain) and quiet(plain),
        mistakes=[
            Mistake(
                "not two groups",
                lambda plain: not shaped(plain),
                _("The column treated says with one or zero who joined; give three firms or more of each kind."),
            ),
            Mistake(
                "the effect is real",
                lambda plain: shaped(plain) and not empty(plain),
                _("A joiner's after differs from its without: then the programme did something to it."),
            ),
            Mistake(
                "the estimate is another",
                lambda plain: shaped(plain) and empty(plain) and not estimated(plain),
                _("The difference in differences from before to after is not three."),
            ),
            Mistake(
                "the placebo test sees it",
                lambda plain: shaped(plain) and empty(plain) and estimated(plain) and not quiet(plain),
                _("From earlier to before the groups already part. Which fault begins only with the programme?"),
            ),
        ],
        hints=(
            _("Set each joiner's after equal to its without first. What is left to move?"),
            _("The others may fall because of the programme, or something else may lift the joiners in that year."),
            _("Press “The others lose”, then “Placebo test”."),
        ),
        explanation=_("No test on these numbers can tell it from a true effect. Only knowledge of the firms can."),
    )
