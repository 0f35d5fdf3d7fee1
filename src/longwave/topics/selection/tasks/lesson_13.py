"""Tasks of lesson 13: how fast selection works, what it feeds on, and where a change of the mean comes from."""

import math
from collections.abc import Hashable

import pandas as pd

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
from longwave.topics.selection.models.selection import fitness_variance, productivity_change, replicator

BEFORE = {"share": {"A": 0.6, "B": 0.4}, "productivity": {"A": 10.0, "B": 16.0}}
AFTER = {"share": {"A": 0.3, "B": 0.7}, "productivity": {"A": 11.0, "B": 18.0}}
PUZZLE = ("a", "b", "share_b")
OLD_A, OLD_B, OLD_SHARE_B = 10, 20, 0.3


def title() -> str:
    """Return the lesson's title."""
    return _("How do routine, variation and selection move an industry?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_fittest(),
        _quiz_slope(),
        _quiz_stop(),
        _best_share(),
        _slope(),
        _half(),
        _parts(),
        _paradox(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "13-half": Variant(
            _half,
            {"percent": (1, 2, 3, 4, 5, 6, 8), "ahead": (0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4)},
            _half_fits,
        ),
    }


def _quiz_fittest() -> Task:
    return choice_task(
        "13-quiz-fittest",
        title=_("The best firm, a period later"),
        options="abcd",
        right="249139fdf98e",
        mistakes={
            "a": (
                "the fittest wins at once",
                _("It grows faster than the others. Faster than what, and from how small a share?"),
            ),
            "b": (
                "growth added to the share",
                _("You add the lead in growth to the share. It multiplies the share; by how much?"),
            ),
            "d": (
                "selection does nothing",
                _("A firm that grows faster than the mean does gain. How much of a small share is a tenth?"),
            ),
        },
        hints=(
            _("Growth works on what is there."),
            _("Its share is multiplied, over the mean, by roughly e to the power of its lead."),
            _("Look at the first period of the chart in “The idea”, and think of a much smaller start."),
        ),
        explanation=_("A small share grows by a part of itself: excellence needs time to be seen in a market."),
    )


def _quiz_slope() -> Task:
    return number_task(
        "13-quiz-slope",
        title=_("How fast the mean rises"),
        expects=_("a number, the rise of the mean rate per period at the start"),
        right=lambda: fitness_variance([0.5, 0.5], [1, 3]),
        mistakes=[
            value_mistake(
                "spread taken for variance",
                2,
                _("{given} is the distance between the two. The slope is the variance."),
            ),
            value_mistake(
                "the best minus the worst, squared",
                4,
                _("{given} squares the distance between the two. How far is each from the *mean*?"),
            ),
        ],
        hints=(
            _("The mean of the rates comes first."),
            _("Then each firm's distance from it, squared, weighted by its share."),
            _("“By hand, then by code” does it for three firms."),
        ),
        explanation=_("The mean rises by the variance: unlike firms make selection fast."),
    )


def _quiz_stop() -> Task:
    return choice_task(
        "13-quiz-stop",
        title=_("Why selection comes to rest"),
        options="abcd",
        right="d7cdd1f637c6",
        mistakes={
            "a": (
                "best possible reached",
                _("No firm knows what is possible. Could a routine that nobody has be better?"),
            ),
            "c": (
                "force used up",
                _("The slider β stays where it is. What does it work on?"),
            ),
            "d": (
                "time runs out",
                _("More periods change nothing. What is the same in all firms by then?"),
            ),
        },
        hints=(
            _("Which number in the table goes to nothing?"),
            _("The slope of the mean is the variance."),
            _("Look at the table in “Selection eats its fuel”."),
        ),
        explanation=_("Selection lives on differences, and removes them."),
    )


def _best_share() -> Task:
    def right(share: float, lead: float, time: float) -> float:
        return float(replicator([share, 1 - share], [lead, 0], time)[0])

    return function_task(
        "13-best-share",
        title=_("The share of the better firm"),
        expects=_("a function of the share, the lead in growth and the time that returns a share from 0 to 1"),
        right=right,
        cases=[(0.2, 0.5, 4), (0.01, 1, 3), (0.7, -0.2, 5), (0.5, 0.3, 0)],
        mistakes=[
            function_mistake(
                "the rest left as it was",
                lambda share, lead, time: share * math.exp(lead * time),
                _("Your share can pass one. What do the shares of all firms sum to?"),
            ),
            function_mistake(
                "one step for all of the time",
                lambda share, lead, time: share + share * (1 - share) * lead * time,
                _("You take the slope at the start for the whole time. It changes as the share grows."),
            ),
            function_mistake(
                "growth not compounded",
                lambda share, lead, time: share * (1 + lead * time) / (share * (1 + lead * time) + 1 - share),
                _("You let the firm grow by the same amount in each period. Growth works on what has grown."),
            ),
        ],
        hints=(
            _("Let both firms grow, the other at rate zero, and only then take shares."),
            _("The better one grows by e to the power of lead times time."),
            _("The solution is below the equation in “The idea”."),
        ),
        explanation=_("Both grow, and the shares are what each has of the sum."),
    )


def _slope() -> Task:
    def right(share: float, first: float, second: float) -> float:
        return fitness_variance([share, 1 - share], [first, second])

    return function_task(
        "13-slope",
        title=_("The slope of the mean for two firms"),
        expects=_("a function of the first firm's share and of both rates that returns a slope"),
        right=right,
        cases=[(0.5, 1, 2), (0.1, 3, 0), (0.25, 1.5, 1.5), (0.9, 0.2, 1)],
        mistakes=[
            function_mistake(
                "equal weights",
                lambda share, first, second: ((first - second) / 2) ** 2,
                _("You give both firms the same weight. What are their shares?"),
            ),
            function_mistake(
                "distance not squared",
                lambda share, first, second: share * (1 - share) * abs(first - second),
                _("You take the distance as it is. In a variance it is squared."),
            ),
            function_mistake(
                "mean taken for slope",
                lambda share, first, second: share * first + (1 - share) * second,
                _("You give the mean itself. How fast does it *rise*?"),
            ),
        ],
        hints=(
            _("The slope is a variance, weighted by shares."),
            _("For two firms it shortens to three factors: both shares, and a square."),
            _("“By hand, then by code” has the long form."),
        ),
        explanation=_("Both shares times the squared distance: largest where the firms are equally large."),
    )


def _half(percent: float = 2, ahead: float = 0.3) -> Task:
    start = percent / 100
    return number_task(
        "13-half",
        title=_("When the better firm has half"),
        expects=_("a number of periods"),
        right=lambda: math.log((1 - start) / start) / ahead,
        mistakes=[
            value_mistake(
                "doublings of the share",
                lambda: math.log(0.5 / start) / ahead,
                _("{given} lets the share grow as if nobody else had any. The closer to half, the slower it gets."),
            ),
            value_mistake(
                "even gains",
                0.5 / (start * ahead),
                _("{given} divides, as if the firm gained the same amount in each period. Growth compounds."),
            ),
            value_mistake(
                "logarithm of ten",
                lambda: math.log10((1 - start) / start) / ahead,
                _("{given} uses logarithms to base ten. Which base does e^(θt) ask for?"),
            ),
        ],
        hints=(
            _("Look at the *odds*: its share over the share of the rest."),
            _("The odds grow by e to the power of the lead, each period, and at half they are one."),
            _("The solution in “The idea” divides two such terms."),
        ),
        explanation=_("The odds grow evenly, the share does not: much of the time passes while nobody notices."),
    )


def _half_fits(percent: float, ahead: float) -> bool:
    return apart(math.log((100 - percent) / percent) / ahead, math.log(98 / 2) / 0.3)


def _parts() -> Task:
    def right() -> dict[Hashable, float]:
        return productivity_change(pd.DataFrame(BEFORE), pd.DataFrame(AFTER)).to_dict()

    def after_shares() -> dict[str, float]:
        parts = right()
        return {"within": parts["within"] + parts["cross"], "between": parts["between"], "cross": 0.0}

    def after_both() -> dict[str, float]:
        parts = right()
        return {"within": parts["within"], "between": parts["between"] + parts["cross"], "cross": 0.0}

    return numbers_task(
        "13-parts",
        title=_("Where a rise comes from"),
        expects=_("three numbers labelled within, between and cross"),
        labels=("within", "between", "cross"),
        right=right,
        mistakes=[
            value_mistake(
                "later shares",
                after_shares,
                _("You weigh the firms' own gains by their *later* shares. Then nothing is left for the third part."),
            ),
            value_mistake(
                "later productivity",
                after_both,
                _("You weigh the shares gained by *later* productivity. Then nothing is left for the third part."),
            ),
        ],
        hints=(
            _("Keep the shares as they were, and let the firms get better: that is the first part."),
            _("Keep the firms as they were, and let the shares move: that is the second."),
            _("The formulas are in “What the model misses”."),
        ),
        explanation=_("Own gains, shifted shares, and what came of both at once."),
    )


def _paradox() -> Task:
    def mean(plain: dict[str, float]) -> float:
        return (1 - plain["share_b"]) * plain["a"] + plain["share_b"] * plain["b"]

    before = (1 - OLD_SHARE_B) * OLD_A + OLD_SHARE_B * OLD_B

    def worse(plain: dict[str, float]) -> bool:
        return 0 <= plain["a"] < OLD_A and 0 <= plain["b"] < OLD_B

    return property_task(
        "13-paradox",
        "numbers",
        PUZZLE,
        title=_("Every firm gets worse, and the industry better"),
        expects=_("three numbers labelled a, b and share_b"),
        is_right=lambda plain: worse(plain) and 0 <= plain["share_b"] <= 1 and mean(plain) >= before + 1 - 1e-9,
        mistakes=[
            Mistake(
                "not a share",
                lambda plain: not 0 <= plain["share_b"] <= 1,
                _("A share is between 0 and 1."),
            ),
            Mistake(
                "a firm gets better",
                lambda plain: not worse(plain),
                _("One of your firms does not get worse, or falls below nothing. Both must lose."),
            ),
            Mistake(
                "shares stay",
                lambda plain: worse(plain) and plain["share_b"] <= OLD_SHARE_B,
                _("Both get worse, and the better one gains no share. What could lift the mean?"),
            ),
            Mistake(
                "rises too little",
                lambda plain: worse(plain) and mean(plain) < before + 1,
                _("The mean does not rise by one. Which of your three numbers has room?"),
            ),
        ],
        hints=(
            _("The mean has two levers: how good the firms are, and who has the market."),
            _("Let both lose a little, and let much of the market move."),
            _("“What the model misses” calls the second lever *between*."),
        ),
        explanation=_("A mean can rise though nobody has improved: ask who moved before you praise a policy."),
    )
