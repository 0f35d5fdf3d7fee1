"""Tasks of lesson 21: chains of promises, money that is brought, pairs of years, chance finds, lists of winners."""

from functools import cache

import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    number_task,
    numbers_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.research_money.models.beside import anyway_at, brought_by_response, real_changes, response
from longwave.topics.research_money.models.portfolio import chance_to_show, programmes_for_same_list
from longwave.topics.research_money.models.purchasing import denominators, growth_by, pairs_of_years
from longwave.topics.research_money.models.series import prices

PROMISED_2024 = "21-three-promised-2024"
GIVEN_2024 = ("21-nsf-2024", "21-nist-2024-earmarks", "21-doe-2024")
INSTITUTES = (355, 133)  # others and federal, million dollars of 2019, as the paper prints them
STAGES = (3 / 4, 2 / 3, 1 / 2)
PROMISE = 40
MEAN, SHARE, PROGRAMMES = 1.5, 0.68, 150
APART = 5
LONG = 15
LABELS = ("prices", "consumers", "economy")


def title() -> str:
    """Return the lesson's title."""
    return _("What does a promised research dollar bring?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_anyway(),
        _quiz_chain(),
        _quiz_ratio(),
        _quiz_winners(),
        _brings(),
        _pairs(),
        _break_halves(),
        _list(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "21-guess-cents",
            title=_("Cents appropriated of an authorised dollar"),
            expects=_("two numbers, in cents"),
            low=0,
            high=120,
            truth=_cents,
            explanation=_("Of each dollar that the law authorised for the three agencies, {truth} cents came."),
        ),
        range_guess(
            "21-guess-2026",
            title=_("What Congress gave NSF for 2026"),
            expects=_("two numbers, billion dollars"),
            low=0,
            high=20,
            truth=lambda: _fact("21-nsf-2026"),
            explanation=_("Congress appropriated {truth} billion, more than twice what was asked."),
        ),
        number_guess(
            "21-guess-buys",
            title=_("What federal research money of 2015 buys, 1985 being 1"),
            expects=_("a number, times as much as in 1985"),
            low=0.3,
            high=3,
            truth=lambda: float(growth_by(_federal(), denominators(), 1985, 2015).iloc[1]),
            explanation=_("At prices of GDP it buys {truth} times as much."),
        ),
        number_guess(
            "21-guess-beside",
            title=_("Others' money for a federal dollar in 2000"),
            expects=_("a number, in dollars"),
            low=0,
            high=6,
            truth=lambda: _beside(2000),
            explanation=_("There were {truth} dollars in 2000."),
        ),
        number_guess(
            "21-guess-shown",
            title=_("Paying portfolios that seem to pay"),
            expects=_("a number, of 100 portfolios"),
            low=0,
            high=100,
            truth=lambda: 100 * chance_to_show(MEAN, SHARE, PROGRAMMES),
            explanation=_("Only {truth} of 100 show it. The others are judged to be losers."),
        ),
    )


def _fact(name: str) -> float:
    return float(load("us_cases").set_index("fact_id")["value"][name])


def _cents() -> float:
    return 100 * sum(map(_fact, GIVEN_2024)) / _fact(PROMISED_2024)


def _beside(year: int) -> float:
    money = load("research_payers").set_index("year")
    return float(money["all_million_usd"][year] / money["federal_million_usd"][year] - 1)


def _federal() -> pd.Series:
    return load("research_payers").set_index("year")["federal_million_usd"]


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "21-brings": Variant(
            _brings,
            {
                "others": (280, 300, 320, 340, 360),
                "federal": (80, 100, 120, 140),
                "answer": (0.2, 0.3, 0.4, 0.6, 0.7),
            },
            _brings_fits,
        ),
        "21-list": Variant(
            _list,
            {"programmes": (60, 80, 90, 110, 130), "ratio": (2, 3, 4), "tail": (1.2, 1.3, 1.4, 1.5)},
            _list_fits,
        ),
    }


def _line_anyway() -> Task:
    others, federal = INSTITUTES

    def anyway() -> float:
        return anyway_at(others, federal)

    return number_task(
        "21-line-anyway",
        title=_("Where a federal dollar brings just one"),
        expects=_("a number from 0 to 1, the share that would have come anyway"),
        right=anyway,
        unit="share",
        tolerance=0.006,
        mistakes=[
            value_mistake(
                "what the dollar brings",
                lambda: 1 - anyway(),
                _("{given} is the share that the dollar *brings*. The line asks for the rest."),
            ),
            value_mistake(
                "the ratio itself",
                others / federal,
                _("{given} is R, the money beside a federal dollar. Set R(1 − s) equal to 1 and solve for s."),
            ),
            value_mistake(
                "one less the ratio",
                1 - others / federal,
                _("{given} is 1 − R. In R(1 − s) = 1 the ratio multiplies; divide by it first."),
            ),
            value_mistake(
                "federal share of all",
                federal / (others + federal),
                _("{given} is the federal part of all money. The formula has others' money over federal."),
            ),
            value_mistake(
                "others' share of all",
                others / (others + federal),
                _("{given} is others' part of all money. The formula has others' money over federal."),
            ),
        ],
        hints=(
            _("One dollar brought means R(1 − s) = 1."),
            _("Divide both sides by R, and take the result from 1."),
            _("R is 355 over 133; the formula is in “Money beside a federal dollar”."),
        ),
        explanation=_("If more than about five eighths would have come anyway, a federal dollar brings less than one."),
    )


def _quiz_chain() -> Task:
    given, awarded, paid = STAGES

    return number_task(
        "21-quiz-chain",
        title=_("A promise on its way"),
        expects=_("a number, in per cent of the promise"),
        right=lambda: 100 * given * awarded * paid,
        unit="per cent",
        mistakes=[
            value_mistake(
                "the mean of the shares",
                100 * (given + awarded + paid) / 3,
                _("{given} is the mean of three shares. Each stage keeps a part of what the *last* one left."),
            ),
            value_mistake(
                "what is lost",
                lambda: 100 * (1 - given * awarded * paid),
                _("{given} is what is lost on the way. The question asks for what is paid."),
            ),
            value_mistake(
                "one stage left out",
                lambda: 100 * given * awarded,
                _("{given} leaves a stage out, or takes the last share for the whole. How many stages are there?"),
            ),
            value_mistake(
                "money, not per cent",
                PROMISE * given * awarded * paid,
                _("{given} is the money that is paid. The question asks for per cent of the promise."),
            ),
        ],
        hints=(
            _("Write the sum that is left after each stage."),
            _("40, then three quarters of it, then two thirds of that, then half of that."),
            _("The table of chains is in “Eighty-one billion, authorised”."),
        ),
        explanation=_("Shares along a chain multiply, so three mild losses leave a quarter."),
    )


def _quiz_ratio() -> Task:
    return choice_task(
        "21-quiz-ratio",
        title=_("A ratio that doubles"),
        options="abcd",
        right="7ed423331e1b",
        mistakes={
            "a": (
                "ratio taken for effect",
                _("Firms spend what they spent before. Which of the two sums made the ratio double?"),
            ),
            "c": (
                "beside taken for brought",
                _("Six stand beside each dollar. Did any of them come because of it?"),
            ),
            "d": (
                "half the money, half the effect",
                _("You speak of all that the ministry brings. What do the two ratios tell of it?"),
            ),
        },
        hints=(
            _("Write both sums before and after."),
            _("If firms' money does not move when the ministry's does, what is its elasticity?"),
            _("“Money beside a federal dollar” splits a rise of the ratio into two parts."),
        ),
        explanation=_("The divisor shrank. If anything, firms that did not react hint that little had been brought."),
    )


def _quiz_winners() -> Task:
    return choice_task(
        "21-quiz-winners",
        title=_("Two lists of twelve"),
        options="abcd",
        right="9be765aa5100",
        mistakes={
            "a": (
                "the list taken for the portfolio",
                _("Both show their best twelve. From how many were they chosen?"),
            ),
            "c": (
                "more programmes, better agency",
                _("More draws make a better list from the *same* law. What must each of its programmes be like?"),
            ),
            "d": (
                "a list tells nothing",
                _("With the number of programmes and the tail it does. Use n r^a."),
            ),
        },
        hints=(
            _("Equal lists need n′ = n r^a."),
            _("Here n′/n is 4 and a is 2. What is r?"),
            _("The formula is in “Winners without the losers”."),
        ),
        explanation=_("Four times as many programmes and the same list: each is worth half as much on average."),
    )


def _brings(others: float = 300, federal: float = 120, answer: float = 0.3) -> Task:
    def bring() -> float:
        return brought_by_response(others, federal, answer)

    return number_task(
        "21-brings",
        title=_("From per cent to dollars"),
        expects=_("a number, others' dollars for one more federal dollar"),
        right=bring,
        mistakes=[
            value_mistake(
                "the elasticity taken for dollars",
                answer,
                _("{given} is in per cent for each per cent. One per cent of others' money is how many dollars?"),
            ),
            value_mistake(
                "beside taken for brought",
                others / federal,
                _("{given} stands beside each federal dollar already. The next one brings only the answer to it."),
            ),
            value_mistake(
                "ratio turned round",
                answer * federal / others,
                _("{given} divides federal by others' money. Which of the two is larger, and what is 1 % of each?"),
            ),
            value_mistake(
                "all of others' money",
                answer * others,
                _("{given} is a share of all that firms spend. How many dollars is 1 % of each of the two sums?"),
            ),
            value_mistake(
                "the federal dollar counted too",
                lambda: 1 + bring(),
                _("{given} counts the federal dollar itself. Only others' money is asked for."),
            ),
        ],
        hints=(
            _("How many dollars is 1 % of federal money? By how many per cent do others answer?"),
            _("Turn the answer of others into dollars, then divide by the federal dollars."),
            _("The step to c = εR is in “Money beside a federal dollar”."),
        ),
        explanation=_("The elasticity times the ratio: the same answer in per cent is more dollars where R is large."),
    )


def _brings_fits(others: float, federal: float, answer: float) -> bool:
    ratio = others / federal
    wrong = (answer, ratio, answer / ratio, 1 + answer * ratio)
    return apart(answer * ratio, 0.75, *wrong)


@cache
def _lost(apart_by: int, rising_only: bool = True) -> dict[str, float]:
    """Return the per cent of pairs of years in which money rose and bought less, by each denominator."""
    pairs = pairs_of_years(_federal(), denominators(), apart_by)
    rising = pairs[pairs.iloc[:, 0] > 1]
    base = len(rising) if rising_only else len(pairs)
    return {label: 100 * float((rising.iloc[:, k] < 1).sum()) / base for k, label in enumerate(LABELS, start=1)}


@cache
def _fallen() -> dict[str, float]:
    """Return the per cent of all pairs in which the money bought less, whether or not it rose."""
    pairs = pairs_of_years(_federal(), denominators(), APART)
    return {label: 100 * float((pairs.iloc[:, k] < 1).mean()) for k, label in enumerate(LABELS, start=1)}


def _pairs() -> Task:
    return numbers_task(
        "21-pairs",
        title=_("Rises that are falls"),
        expects=_("three numbers in per cent, labelled prices, consumers and economy"),
        labels=LABELS,
        right=lambda: _lost(APART),
        tolerance=0.06,
        mistakes=[
            value_mistake(
                "ten years apart",
                lambda: _lost(10),
                _("These are for pairs ten years or more apart. Here five are enough."),
            ),
            value_mistake(
                "every pair of years",
                lambda: _lost(1),
                _("These are for all pairs. Leave out those that lie less than five years apart."),
            ),
            value_mistake(
                "more than five years apart",
                lambda: _lost(APART + 1),
                _("You ask for more than five years. Pairs exactly five years apart count, too."),
            ),
            value_mistake(
                "all pairs as the base",
                lambda: _lost(APART, rising_only=False),
                _("You divide by all pairs. Divide by those in which money rose."),
            ),
            value_mistake(
                "falling pairs counted",
                _fallen,
                _("You count pairs in which current dollars fell, too. Keep those in which they rose."),
            ),
            value_mistake(
                "shares",
                lambda: {name: value / 100 for name, value in _lost(APART).items()},
                _("These are shares of one. The prompt asks for per cent."),
            ),
            value_mistake(
                "rises counted",
                lambda: {name: 100 - value for name, value in _lost(APART).items()},
                _("You count pairs in which it still buys *more*."),
            ),
        ],
        hints=(
            _("`pairs_of_years(money, denominators(), apart=5)` has a row a pair and a column a denominator."),
            _("Keep rows whose first column is above 1; then the share of each other column below 1."),
            _("“What a federal dollar still buys” does it for ten years."),
        ),
        explanation=_("A speaker who may choose ends and denominator can have both signs, for the same money."),
    )


def _break_halves() -> Task:
    changes = real_changes(load("research_payers"), prices())

    def stretch(ends: dict[str, float]) -> pd.DataFrame:
        return changes.loc[int(ends["first"]) : int(ends["last"])]

    def are_years(ends: dict[str, float]) -> bool:
        return all(float(end).is_integer() and int(end) in changes.index for end in ends.values())

    def in_order(ends: dict[str, float]) -> bool:
        return are_years(ends) and ends["first"] < ends["last"]

    def is_long(ends: dict[str, float]) -> bool:
        return in_order(ends) and len(stretch(ends)) >= LONG

    def passes_alone(ends: dict[str, float]) -> bool:
        return is_long(ends) and response(stretch(ends))["p alone"] < 0.05

    def passes(ends: dict[str, float]) -> bool:
        return is_long(ends) and response(stretch(ends))["p"] < 0.05

    return property_task(
        "21-break-halves",
        "numbers",
        ("first", "last"),
        title=_("A stretch that seems to show something"),
        expects=_("two years labelled first and last, of the first and last change"),
        is_right=passes,
        mistakes=[
            Mistake(
                "no year of the changes",
                lambda ends: not are_years(ends),
                _("Both must be whole years that have a change: the first year of the data has none."),
            ),
            Mistake("backwards", lambda ends: not in_order(ends), _("The first year must come before the last.")),
            Mistake(
                "too short",
                lambda ends: not is_long(ends),
                _("The stretch must hold at least 15 changes, both ends counted."),
            ),
            Mistake(
                "memory forgotten",
                lambda ends: passes_alone(ends) and not passes(ends),
                _("Here `p alone` is below 0.05, but it takes the years as independent. The row `p` decides."),
            ),
            Mistake(
                "chance would do",
                lambda ends: not passes(ends),
                _("Here `p` is not below 0.05. Try other ends, and count your tries."),
            ),
        ],
        hints=(
            _("`response(changes.loc[first:last])` gives both p of a stretch."),
            _("Two loops, over first and last, find all of them: print those whose `p` is below 0.05."),
            _("Both halves are in “Fifty yearly changes”."),
        ),
        explanation=_("16 of 666 stretches pass, fewer than one in twenty: 4 say crowding in and 12 crowding out."),
    )


def _list(programmes: float = 90, ratio: float = 3, tail: float = 1.5) -> Task:
    def needed() -> float:
        return programmes_for_same_list(int(programmes), ratio, tail)

    return number_task(
        "21-list",
        title=_("How many losers hide behind an equal list"),
        expects=_("a number of programmes"),
        right=needed,
        tolerance=1.0,
        mistakes=[
            value_mistake(
                "the ratio without the tail",
                programmes * ratio,
                _("{given} multiplies by r alone. A winner's rank falls with a power of its return: r^a."),
            ),
            value_mistake(
                "the root in the place of the power",
                lambda: programmes * ratio ** (1 / tail),
                _("{given} takes the root r^(1/a). Returns go with (n/k)^(1/a); which power of r gives n?"),
            ),
            value_mistake(
                "the tail as a factor",
                programmes * ratio * tail,
                _("{given} multiplies by r and by a. The tail is an exponent: r^a."),
            ),
            value_mistake(
                "fewer, not more",
                lambda: programmes / ratio**tail,
                _("{given} is fewer. Worse programmes need more tries for the same list."),
            ),
            value_mistake(
                "the surplus only",
                lambda: needed() - programmes,
                _("{given} is how many *more*. The question asks how many in all."),
            ),
        ],
        hints=(
            _("The k-th best of n returns x₀ (n/k)^(1/a), and x₀ goes with the mean."),
            _("Set both lists equal: the worse x₀ is 1/r of the better."),
            _("“Winners without the losers” has n′ = n r^a."),
        ),
        explanation=_("The same list hides several times as many programmes, and every one of the losers."),
    )


def _list_fits(programmes: float, ratio: float, tail: float) -> bool:
    right = programmes * ratio**tail
    wrong = (programmes * ratio, programmes * ratio ** (1 / tail), programmes / ratio**tail, right - programmes)
    return apart(right, 90 * 3**1.5, programmes * ratio * tail, *wrong)
