"""Tasks of lesson 32: three functions, where a ranking turns, and how a forecast is scored."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import numpy as np

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.agreement import agrees
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
from longwave.topics.levers.models.chance import mean_brier
from longwave.topics.levers.models.combining import (
    WAYS,
    WEAKEST,
    combined,
    complementarity,
    neutral_share,
    turning_start,
)
from longwave.topics.levers.models.growth import growth_pairs
from longwave.topics.levers.models.turning import link_change, machine_links, weakest_gains

QUIZ = (20, 26, 30, 39)  # none, first, second, both
LINE_STARTS, LINE_GAIN = (0.8, 1.0, 1.0), 0.3
CAME = (True, False, True)
PLAN = {"quality needed": 1.1, "quality": 0.55, "money loses": 0.30, "part fails": 0.10}  # of a neighbour
ASSUMPTIONS = tuple(PLAN)
LARGEST = 0.36  # the largest log ratio of a link that breaks the plan
CLOSE, TIE = 1e-9, 1e-4  # what counts as no change, and as two links that are alike
CASES = [
    ([0.1, 0.1, 0.1], [1, 1, 1]),
    ([0.3, 0, 0], [1, 1, 1]),
    ([0.3, 0, 0], [0.8, 1, 1]),
    ([0.2, 0.5], [2, 1]),
    ([0.4, 0.1, 0.25, 0], [3, 5, 4, 6]),
]


def title() -> str:
    """Return the lesson's title."""
    return _("Which levers would you pull, and what would prove you wrong?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_weakest(),
        _quiz_both(),
        _quiz_sign(),
        _quiz_falsifier(),
        _three_ways(),
        _weak_link(),
        _neutral(),
        _brier(),
        _levers(),
        _break_plan(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "32-weak-link": Variant(
            _weak_link, {"small": (12, 15, 18, 20, 25, 30, 35, 40), "large": (55, 60, 65, 70)}, _weak_link_fits
        ),
        "32-neutral": Variant(
            _neutral, {"seen": (80, 85, 90, 95), "secret": (44, 47, 50, 53), "merged": (60, 65, 70)}, _neutral_fits
        ),
        "32-brier": Variant(
            _brier,
            {"first": (0.9, 0.85, 0.95), "second": (0.7, 0.6, 0.65, 0.75), "third": (0.4, 0.3, 0.35)},
            _brier_fits,
        ),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "32-guess-sales",
            title=_("What the firm sold in 2016"),
            expects=_("two numbers, billion yuan"),
            low=0,
            high=30,
            truth=lambda: _fact("32-smt-2016"),
            explanation=_("The listed firm sold for {truth} billion yuan, and lost 1.4 billion."),
        ),
        number_guess(
            "32-guess-single",
            title=_("One strong link of three"),
            expects=_("a number, the output of the chain, 1 being the output before"),
            low=0.5,
            high=2,
            truth=lambda: combined([0.3, 0, 0], WEAKEST),
            explanation=_("It stays at {truth}: the two other links carry no more than before."),
        ),
        number_guess(
            "32-guess-share",
            title=_("Open contracts at which a merger changes nothing"),
            expects=_("a number, the share of contracts that are open"),
            low=0,
            high=1,
            truth=lambda: round(neutral_share(80, 46.7, 60), 2),
            explanation=_("At {truth} the falls and the rises cancel; the mix of contracts is our construction."),
        ),
        number_guess(
            "32-guess-decades",
            title=_("Growth of one decade and the next"),
            expects=_("a number, the correlation"),
            low=-1,
            high=1,
            truth=lambda: round(float(growth_pairs()["growth"].corr(growth_pairs()["next"])), 2),
            explanation=_("It is {truth} in these decades, and other first years and lengths give other numbers."),
        ),
        range_guess(
            "32-guess-steps",
            title=_("Key steps under control in March 2025"),
            expects=_("two numbers, per cent"),
            low=50,
            high=100,
            truth=lambda: _fact("32-cnc-2025-03"),
            explanation=_("The ministry gave {truth} per cent, for industrial firms."),
        ),
    )


@cache
def _fact(fact_id: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][fact_id])


def _line_weakest() -> Task:
    return number_task(
        "32-line-weakest",
        title=_("One lever on a weak link"),
        expects=_("a number, the output of the chain, 1 being the output before"),
        right=lambda: combined([LINE_GAIN, 0, 0], WEAKEST, LINE_STARTS),
        mistakes=[
            value_mistake(
                "the next link forgotten",
                1 + LINE_GAIN,
                _("{given} is how much the first link grows. Which link is the weakest once it has grown?"),
            ),
            value_mistake(
                "not compared with its start",
                1.0,
                _("{given} is what the weakest link carries after the lever. What did it carry before?"),
            ),
            value_mistake(
                "gain instead of output",
                lambda: combined([LINE_GAIN, 0, 0], WEAKEST, LINE_STARTS) - 1,
                _("{given} is by how much the output grows. What is it then, if it was 1 before?"),
            ),
            value_mistake(
                "in per cent",
                lambda: 100 * combined([LINE_GAIN, 0, 0], WEAKEST, LINE_STARTS),
                _("{given} is in per cent of the output before. Here that output is 1."),
            ),
            value_mistake(
                "gain added to the link",
                LINE_STARTS[0] + LINE_GAIN,
                _("{given} adds the gain to what the link carries. A lever of 30 per cent multiplies it."),
            ),
            value_mistake(
                "start given back",
                LINE_STARTS[0],
                _("{given} is what the weakest link carries before the lever. What does it carry after?"),
            ),
            value_mistake(
                "mean of the links",
                (LINE_STARTS[0] * (1 + LINE_GAIN) + sum(LINE_STARTS[1:])) / sum(LINE_STARTS),
                _("{given} compares the sums of the three links. A machine waits for one of them."),
            ),
            value_mistake(
                "the first link alone",
                LINE_STARTS[0] * (1 + LINE_GAIN),
                _("{given} is what the first link carries now. Does every other link carry as much?"),
            ),
        ],
        hints=(
            _("What does each of the three links carry after the lever?"),
            _("Take the smallest of them, and divide by the smallest before."),
            _("Look at the formula of the weakest link in this section."),
        ),
        explanation=_("The first link passes the others, so they are the weakest now, and the rest of it is idle."),
    )


def _quiz_both() -> Task:
    none, first, second, both = QUIZ
    return number_task(
        "32-quiz-both",
        title=_("More than each alone"),
        expects=_("a number, in orders"),
        right=lambda: complementarity(*QUIZ),
        mistakes=[
            value_mistake(
                "both against the better one",
                both - second,
                _("{given} is what the first lever adds to the second. How much does it add alone?"),
            ),
            value_mistake(
                "both against none",
                both - none,
                _("{given} is what both give together. How much of it would each give alone?"),
            ),
            value_mistake(
                "both against the worse one",
                both - first,
                _("{given} is what the second lever adds to the first. How much does it add alone?"),
            ),
            value_mistake(
                "nothing counted twice",
                both - first - second,
                _("You subtract the orders that come without any lever twice. Where do they belong?"),
            ),
            value_mistake(
                "what a sum would give",
                first + second - none,
                _("{given} is what both would give if they added. How much more do they give?"),
            ),
            value_mistake(
                "both gains added",
                first + second - 2 * none,
                _("{given} adds what each lever brings alone. How much more do both bring?"),
            ),
            value_mistake(
                "one lever alone",
                first - none,
                _("{given} is what the shop adds alone. How much does it add with faster delivery?"),
            ),
            value_mistake(
                "the other lever alone",
                second - none,
                _("{given} is what faster delivery adds alone. How much does it add with the shop?"),
            ),
            value_mistake(
                "against the mean of the two",
                both - (first + second) / 2,
                _("{given} compares both with the mean of each. Compare with the sum of what each adds."),
            ),
            value_mistake(
                "in per cent of none",
                100 * complementarity(*QUIZ) / none,
                _("{given} is in per cent of the orders without a lever. The question asks in orders."),
            ),
            value_mistake(
                "in logarithms",
                0,
                _("In logarithms these four have 0: they multiply. The question asks in orders."),
            ),
        ],
        hints=(
            _("What does the first lever add where the second is not pulled, and where it is?"),
            _("Subtract the first of these from the second."),
            _("Look at “Clothing: designs in a long tail”."),
        ),
        explanation=_("The first lever adds six alone and nine beside the second: they are complements in orders."),
    )


def _quiz_sign() -> Task:
    return choice_task(
        "32-quiz-sign",
        title=_("A merger in a mixed industry"),
        options="abcd",
        right="e75901d65a07",
        mistakes={
            "b": (
                "the rare contract decides",
                _("Most contracts here are open. Which way do those go?"),
            ),
            "c": ("any mix is neutral", _("One share is neutral. Is this industry above it or below?")),
            "d": (
                "no verdict without costs",
                _("Both models hold costs fixed. What do they say then?"),
            ),
        },
        hints=(
            _("What does the merger do where contracts are open, and where they are secret?"),
            _("At which share of open contracts do the two cancel?"),
            _("Look at “One merger, two signs”."),
        ),
        explanation=_("With more open contracts than the neutral share, the falls outweigh the rises."),
    )


def _quiz_falsifier() -> Task:
    return choice_task(
        "32-quiz-falsifier",
        title=_("A sentence that can be wrong"),
        options="abcd",
        right="d0665f37ae6f",
        mistakes={
            "a": ("no number", _("What figure would show that it has not “deepened”?")),
            "c": ("a condition that excuses", _("If the share stays below, who says whether the market permitted it?")),
            "d": ("no date", _("A share that falls this year may rise in the next. When would you give up?")),
        },
        hints=(
            _("Imagine the share at 70. Which sentence is then refuted?"),
            _("And on which day do you know it?"),
            _("Look at “A forecast with a date”."),
        ),
        explanation=_("It names a publisher, a figure, a day and a chance: whoever wrote it can be scored."),
    )


def _ways(gains: Sequence[float], starts: Sequence[float]) -> dict[str, float]:
    """Return the output by each of the three functions."""
    return {way: combined(gains, way, starts) for way in WAYS}


def _wrong_ways(gains: Sequence[float], starts: Sequence[float], fault: str) -> dict[str, float]:
    """Return the same with one fault."""
    found, levels = _ways(gains, starts), [start * (1 + gain) for start, gain in zip(starts, gains, strict=True)]
    faulty: dict[str, Callable[[], dict[str, float]]] = {
        "level": lambda: {"weakest": min(levels)},
        "next": lambda: {"weakest": 1 + gains[min(range(len(starts)), key=lambda link: starts[link])]},
        "starts": lambda: {"weakest": 1 + min(gains)},
        "gains": lambda: {"multiply": 1 + float(np.prod(gains))},
        "growth": lambda: {way: value - 1 for way, value in found.items()},
        "no one": lambda: {"add": sum(gains)},
        "mean": lambda: {"add": 1 + sum(gains) / len(gains)},
        "links": lambda: {"multiply": float(np.prod(levels))},
        "strongest": lambda: {"weakest": max(levels) / min(starts)},
        "against strongest": lambda: {"weakest": min(levels) / max(starts)},
        "added": lambda: {"weakest": min(map(sum, zip(starts, gains, strict=True))) / min(starts)},
    }
    return {**found, **faulty[fault]()}


def _three_ways() -> Task:
    return function_task(
        "32-three-ways",
        title=_("Three functions of the same levers"),
        expects=_("a function of gains and starts that returns three numbers, labelled add, multiply and weakest"),
        right=_ways,
        cases=CASES,
        returns=WAYS,
        mistakes=[
            function_mistake(
                "weakest not compared with before",
                lambda gains, starts: _wrong_ways(gains, starts, "level"),
                _("Your weakest link is what it carries now. How much is that of what the weakest carried before?"),
            ),
            function_mistake(
                "smallest gain taken for the weakest link",
                lambda gains, starts: _wrong_ways(gains, starts, "starts"),
                _("You take the smallest gain. A link without a gain may be the strongest; what does each carry?"),
            ),
            function_mistake(
                "next link forgotten",
                lambda gains, starts: _wrong_ways(gains, starts, "next"),
                _("You follow the link that was the weakest. Once it has grown, is another one weaker?"),
            ),
            function_mistake(
                "growth instead of output",
                lambda gains, starts: _wrong_ways(gains, starts, "growth"),
                _("You return by how much the output grows. It was 1 before; what is it after?"),
            ),
            function_mistake(
                "output before left out",
                lambda gains, starts: _wrong_ways(gains, starts, "no one"),
                _("Your sum is of the gains alone. What comes without any lever?"),
            ),
            function_mistake(
                "mean of the gains",
                lambda gains, starts: _wrong_ways(gains, starts, "mean"),
                _("You divide the sum of the gains by their number. Levers that add are not averaged."),
            ),
            function_mistake(
                "starts multiplied in",
                lambda gains, starts: _wrong_ways(gains, starts, "links"),
                _("You multiply what the links carry. Only the weakest link asks for the starts."),
            ),
            function_mistake(
                "strongest link taken",
                lambda gains, starts: _wrong_ways(gains, starts, "strongest"),
                _("You take the strongest link. Which one does a machine wait for?"),
            ),
            function_mistake(
                "compared with the strongest",
                lambda gains, starts: _wrong_ways(gains, starts, "against strongest"),
                _("You divide by the strongest start. How much did the chain carry before?"),
            ),
            function_mistake(
                "gain added to the start",
                lambda gains, starts: _wrong_ways(gains, starts, "added"),
                _("You add a gain to a start. A gain is a share of what its own link carries."),
            ),
            function_mistake(
                "gains multiplied",
                lambda gains, starts: _wrong_ways(gains, starts, "gains"),
                _("You multiply the gains. A link that gains a tenth carries 1.1 of what it did."),
            ),
        ],
        hints=(
            _("Add the gains to 1; multiply one plus each gain."),
            _("For the weakest: the smallest of start times one plus gain, divided by the smallest start."),
            _("Look at the three formulas in “Three words, three functions”."),
        ),
        explanation=_("The same levers, three outputs: what decides is how the links of the industry hang together."),
    )


def _weak_link(small: int = 25, large: int = 60) -> Task:
    return number_task(
        "32-weak-link",
        title=_("How weak a link must be"),
        expects=_("a number, a share of what the others carry"),
        right=lambda: turning_start(small / 100, large / 100),
        mistakes=[
            value_mistake(
                "the large lever in the formula",
                1 / (1 + large / 100),
                _("At {given} the one lever just lifts its link to the others. Where do both plans give the same?"),
            ),
            value_mistake(
                "subtracted",
                1 - small / 100,
                _("{given} times one plus the small gain is below 1. What must the weakest link carry at the tie?"),
            ),
            value_mistake(
                "in per cent",
                100 / (1 + small / 100),
                _("{given} is in per cent. The question asks for a share."),
            ),
            value_mistake(
                "by how much weaker",
                1 - 1 / (1 + small / 100),
                _("{given} is by how much the link may fall short. How much does it carry then?"),
            ),
            value_mistake(
                "one growth over the other",
                (1 + small / 100) / (1 + large / 100),
                _("At {given} the link with the one lever carries what the others would with theirs. They have none."),
            ),
            value_mistake(
                "one gain over the other",
                small / large,
                _("{given} divides the two gains. What does the chain carry by each plan?"),
            ),
            value_mistake(
                "upside down",
                1 + small / 100,
                _("A weak link carries less than the others, so the share is below 1."),
            ),
        ],
        hints=(
            _("After the one large lever the others are the weakest: what does the chain carry?"),
            _("After the small ones the weak link carries its start times one plus the gain. Set both equal."),
            _("Look at “Three words, three functions”, at the value where the verdict turns."),
        ),
        explanation=_("It does not depend on the large lever, as long as that lifts the link above the others."),
    )


def _weak_link_fits(small: int, large: int) -> bool:
    found = 1 / (1 + small / 100)
    wrong = (1 / (1 + large / 100), 1 - small / 100, 1 - found, (1 + small / 100) / (1 + large / 100), small / large)
    return found * (1 + large / 100) > 1 and apart(found, 0.8) and all(apart(found, value) for value in wrong)


def _neutral(seen: int = 90, secret: int = 50, merged: int = 65) -> Task:
    return number_task(
        "32-neutral",
        title=_("Where the merger's sign turns"),
        expects=_("a share from 0 to 1"),
        right=lambda: neutral_share(seen, secret, merged),
        unit="share",
        mistakes=[
            value_mistake(
                "the share of secret contracts",
                (seen - merged) / (seen - secret),
                _("{given} is the share of secret contracts at that point. The question asks for the open ones."),
            ),
            value_mistake(
                "one price over the other",
                merged / seen,
                _("{given} is a price divided by another. Which mean price must be equal to which?"),
            ),
            value_mistake(
                "the fall as a part of its price",
                (seen - merged) / seen,
                _("{given} is by which part the open price falls. With which weight does it count?"),
            ),
            value_mistake(
                "the rise as a part of its price",
                (merged - secret) / secret,
                _("{given} is by which part the secret price rises. With which weight does it count?"),
            ),
            value_mistake(
                "one price over another",
                secret / merged,
                _("{given} is a price divided by another. Which mean price must be equal to which?"),
            ),
            value_mistake(
                "a rise in money",
                merged - secret,
                _("{given} is in money. Which share of the contracts makes the mean price stay?"),
            ),
            value_mistake(
                "a fall in money",
                seen - merged,
                _("{given} is the fall in money. Which share of the contracts makes the mean price stay?"),
            ),
            value_mistake(
                "the two changes compared",
                (merged - secret) / (seen - merged),
                _("{given} is a rise divided by a fall. How many of each make the mean stay?"),
            ),
        ],
        hints=(
            _("Write the mean price before as a sum of two parts, with an unknown share."),
            _("Set it equal to the price after, and solve."),
            _("Look at “One merger, two signs”."),
        ),
        explanation=_("A larger fall where contracts are open needs fewer of them to balance the rises."),
    )


def _neutral_fits(seen: int, secret: int, merged: int) -> bool:
    found = (merged - secret) / (seen - secret)
    wrong = ((seen - merged) / (seen - secret), merged / seen, (merged - secret) / (seen - merged))
    others = ((seen - merged) / seen, (merged - secret) / secret, secret / merged)
    return apart(found, 0.375, *wrong) and all(apart(found, value) for value in others)


def _brier(first: float = 0.9, second: float = 0.7, third: float = 0.4) -> Task:
    stated = (first, second, third)
    return number_task(
        "32-brier",
        title=_("Three forecasts, one score"),
        expects=_("a number from 0 to 1"),
        right=lambda: mean_brier(stated, CAME),
        given=stated,
        mistakes=[
            value_mistake(
                "the sum",
                lambda: 3 * mean_brier(stated, CAME),
                _("{given} is the sum over the forecasts. The score is their mean."),
            ),
            value_mistake(
                "all taken as happened",
                lambda: mean_brier(stated, (True, True, True)),
                _("The second did not happen, so its outcome is 0."),
            ),
            value_mistake(
                "distances not squared",
                float(np.mean([abs(chance - came) for chance, came in zip(stated, CAME, strict=True)])),
                _("{given} is the mean distance. The score squares each distance first."),
            ),
            value_mistake(
                "root of the score",
                lambda: mean_brier(stated, CAME) ** 0.5,
                _("{given} is the root of the mean square. The score leaves the square."),
            ),
            value_mistake(
                "all taken as missed",
                lambda: mean_brier(stated, (False, False, False)),
                _("{given} squares the chances themselves. Two of the three happened, so their outcome is 1."),
            ),
            value_mistake(
                "outcomes swapped",
                lambda: mean_brier(stated, [not came for came in CAME]),
                _("{given} gives an outcome of 0 to what happened. Which ones did?"),
            ),
            value_mistake(
                "one miss alone",
                second**2,
                _("{given} is the score of the second forecast. The question asks for the mean of three."),
            ),
            value_mistake(
                "signs that cancel",
                lambda: abs(float(np.mean([chance - came for chance, came in zip(stated, CAME, strict=True)]))),
                _("{given} lets a miss above and a miss below cancel. Square each before you add."),
            ),
            value_mistake(
                "one less the score",
                lambda: 1 - mean_brier(stated, CAME),
                _("{given} grows as forecasts get better. Less is better for this score."),
            ),
            value_mistake(
                "both answers summed",
                lambda: 2 * mean_brier(stated, CAME),
                _("You count yes and no, as lesson 35 does. Here the score of one forecast is (p − o)²."),
            ),
        ],
        hints=(
            _("For each forecast: chance less outcome, squared. The outcome is 1 or 0."),
            _("Take the mean of the three."),
            _("Look at “A forecast with a date”."),
        ),
        explanation=_("One confident miss costs more than several careful hits earn."),
    )


def _brier_fits(first: float, second: float, third: float) -> bool:
    stated = (first, second, third)
    found = mean_brier(stated, CAME)
    flat = float(np.mean([abs(chance - came) for chance, came in zip(stated, CAME, strict=True)]))
    swapped, missed = mean_brier(stated, [not came for came in CAME]), mean_brier(stated, (False, False, False))
    plain = all(apart(found, value) for value in (swapped, missed, second**2, 1 - found))
    told = mean_brier((0.9, 0.7, 0.4), CAME), mean_brier(stated, (True, True, True)), flat, 3 * found
    return plain and apart(missed, second**2) and apart(swapped, missed) and apart(found, *told)


@cache
def _factors(ignore_direction: bool = False) -> tuple[float, ...]:
    """Return by which factor each lever of the dataset improves its measure."""
    table = load("levers")
    ratio = (table["after"] / table["before"]).tolist()
    up = [ignore_direction or better == "up" for better in table["better"]]
    return tuple(factor if wanted else 1 / factor for factor, wanted in zip(ratio, up, strict=True))


def _summary(factors: Sequence[float]) -> dict[str, float]:
    return {"harm": float(sum(factor < 1 for factor in factors)), "median": float(np.median(factors))}


def _levers() -> Task:
    return numbers_task(
        "32-levers",
        title=_("Sixteen levers in one measure"),
        expects=_("two numbers, labelled harm and median"),
        labels=("harm", "median"),
        right=lambda: _summary(_factors()),
        mistakes=[
            value_mistake(
                "direction ignored",
                lambda: _summary(_factors(True)),
                _("You divide after by before everywhere. Where less is wanted, which of the two is the good one?"),
            ),
            value_mistake(
                "harm and help swapped",
                lambda: _summary([1 / factor for factor in _factors()]),
                _("Your factors are small where a lever helps. Which way round did the task ask?"),
            ),
            Mistake(
                "helping rows counted",
                lambda found: found["harm"] == len(_factors()) - _summary(_factors())["harm"],
                _("You count the rows in which the lever helps. How many have a factor below one?"),
            ),
            value_mistake(
                "share of the rows",
                lambda: {**_summary(_factors()), "harm": _summary(_factors())["harm"] / len(_factors())},
                _("You give a share of the rows. The question asks how many there are."),
            ),
            value_mistake(
                "gain instead of factor",
                lambda: {**_summary(_factors()), "median": float(np.median(_factors())) - 1},
                _("Your median is a gain. A lever that changes nothing has a factor of one."),
            ),
            value_mistake(
                "median in per cent",
                lambda: {**_summary(_factors()), "median": 100 * float(np.median(_factors()))},
                _("Your median is in per cent. A lever that changes nothing has a factor of one."),
            ),
            Mistake(
                "one of the two in the middle",
                lambda found: any(agrees(found["median"], row) for row in sorted(_factors())[7:9]),
                _("Sixteen rows have two in the middle. The median is halfway between them."),
            ),
            Mistake(
                "falls counted as harm",
                lambda found: found["harm"] == _summary(_factors(True))["harm"],
                _("You count the rows in which the measure falls. In which of them is less not wanted?"),
            ),
            Mistake(
                "rows counted that want less",
                lambda found: found["harm"] == sum(load("levers")["better"] == "down"),
                _("You count the rows where less is wanted. In how many of them does the lever bring more?"),
            ),
            value_mistake(
                "mean taken for the median",
                lambda: {**_summary(_factors()), "median": float(np.mean(_factors()))},
                _("One lever has a factor far above all others and pulls the mean. Take the middle of the sixteen."),
            ),
        ],
        hints=(
            _("The column better says whether more or less is wanted."),
            _("The factor is after over before, or before over after. Count those that make the measure worse."),
            _('`load("levers")` has the rows; the median is `.median()`.'),
        ),
        explanation=_("A common scale makes the levers comparable in form, and hides that their units are not."),
    )


def _changed(plan: Mapping[str, float]) -> list[str]:
    """Return the assumptions that differ from the neighbour's plan."""
    return [name for name in ASSUMPTIONS if abs(plan[name] / PLAN[name] - 1) > CLOSE]


def _gap(plan: Mapping[str, float]) -> float:
    """Return by how much the second weakest link carries more than the weakest, before any lever."""
    first, second, *_others = sorted(machine_links(dict(plan))["before"])
    return float(second - first)


def _leader(plan: Mapping[str, float]) -> str:
    return str(weakest_gains(dict(plan)).idxmax())


def _one_near(plan: Mapping[str, float]) -> bool:
    """Tell whether one assumption is changed, and not too far."""
    return len(_changed(plan)) == 1 and not _too_far(plan)


def _breaks(plan: Mapping[str, float]) -> bool:
    return _one_near(plan) and _leader(plan) != "control unit"


def _too_far(plan: Mapping[str, float]) -> bool:
    return link_change({name: plan[name] for name in _changed(plan)}, PLAN) > LARGEST + CLOSE


def _break_plan() -> Task:
    return property_task(
        "32-break-plan",
        "numbers",
        ASSUMPTIONS,
        title=_("Break a neighbour's plan"),
        expects=_("four numbers, labelled {labels}").format(labels=", ".join(ASSUMPTIONS)),
        is_right=_breaks,
        mistakes=[
            Mistake("nothing changed", lambda plan: not _changed(plan), _("These are their own four numbers.")),
            Mistake(
                "more than one changed",
                lambda plan: len(_changed(plan)) > 1,
                _("You changed more than one. Whoever may change all can reverse anything; change one."),
            ),
            Mistake(
                "in per cent",
                lambda plan: len(_changed(plan)) == 1 and plan[_changed(plan)[0]] > 2 * max(PLAN.values()),
                _("You give a per cent or a new unit. All four numbers are shares, like the neighbour's."),
            ),
            Mistake(
                "changed too far",
                lambda plan: len(_changed(plan)) == 1 and _too_far(plan),
                _("Your change moves its link too far for the task. Which two links are nearest to each other?"),
            ),
            Mistake(
                "only a tie",
                lambda plan: _one_near(plan) and _gap(plan) < TIE,
                _("Two links are alike now, so no lever alone helps. Go a little further the same way."),
            ),
            Mistake(
                "the wrong way",
                lambda plan: _one_near(plan) and _gap(plan) > _gap(PLAN) + CLOSE,
                _("The weakest link is further behind the others than before. Bring two links nearer to each other."),
            ),
            Mistake(
                "a link that is not next",
                lambda plan: _one_near(plan) and _changed(plan) == ["part fails"],
                _("Parts carry the most of the three links. Which link comes right after the weakest?"),
            ),
            Mistake(
                "the ranking stays",
                _one_near,
                _("The control unit still leads with these. Which link must become the weakest?"),
            ),
        ],
        hints=(
            _("The best lever is the one on the weakest link. What do the three links carry before?"),
            _("By how much must the first link grow, or the second fall, until they are alike?"),
            _("“Machine tools: the weakest link” has a table of such values for our own plan."),
        ),
        explanation=_("Quality, the need for it, or money: the ranking turns where two links carry the same."),
    )
