"""Tasks of lesson 16: do dated waves get shorter, what does chance show in a band, and what makes a wave?"""

from functools import cache, lru_cache
from itertools import permutations
from math import factorial

import numpy as np
import pandas as pd

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
from longwave.topics.waves.models.bands import band_share, band_test, long_series, walks_p
from longwave.topics.waves.models.breaks import breaks_by_chance
from longwave.topics.waves.models.chance import memory
from longwave.topics.waves.models.date_errors import permutation_p, shrinking_tests
from longwave.topics.waves.models.filters import band_pass, dominant_period
from longwave.topics.waves.models.sterman import sterman_long_wave, wave_period
from longwave.topics.waves.models.wave_lengths import dated_waves, trend_in_lengths

SETS = ("long_prices", "long_interest", "income_per_head", "us_patents", "england_industry")
SURE = 20_000  # draws where a truth is computed
DATINGS, LEVEL = 6, 0.05
AIM, NEAR, CAPITAL_LIFE, SOLVED = 43, 0.5, 20, 2.82
REIGNS, CUT_SHORT = (7, 21, 3), (11, 7, 21, 3, 5)  # years that a format led: whole reigns, and all of them
PARTS = ((1871, 1932), (1913, 2022), (1914, 2022), (1933, 2022))  # of the consumer prices: cuts that the lesson makes
UK_PRICES, UK_YEARS, SHORTEST_SPAN, EDGES, DRAWN = "UK wholesale prices", (1800, 1913), 80, (15, 100), 0.016


def title() -> str:
    """Return the lesson's title."""
    return _("Are there waves of fifty years, and do they get shorter?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_orders(),
        _quiz_p(),
        _quiz_smooth(),
        _quiz_band(),
        _date_error(),
        _reigns(),
        _false_alarm(),
        _eleventh(),
        _break_band(),
        _shorter(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "16-guess-chance",
            title=_("Random walks with as much in the band"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: 100 * _walks_like_prices(),
            explanation=_("Of all walks {truth} per cent have as much in the band. It is one series of ten."),
        ),
        number_guess(
            "16-guess-count",
            title=_("Datings that show shrinking"),
            expects=_("a whole number of datings"),
            low=0,
            high=6,
            truth=_datings_that_shrink,
            explanation=_("With errors of the dates it is {truth} of six, and the paper's is not one."),
        ),
        range_guess(
            "16-guess-memory",
            title=_("Series with memory and no phases that break as well"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: 100 * _breaks_with_memory(),
            explanation=_("In {truth} per cent of them the best two breaks explain as much."),
        ),
    )


@cache
def _ten() -> dict[str, pd.Series]:
    return long_series(*(load(name) for name in SETS))


@cache
def _walks_like_prices() -> float:
    return walks_p(_ten()["US wholesale prices"])


@cache
def _datings_that_shrink() -> float:
    tests = shrinking_tests(dated_waves(load("long_waves")))
    return float((tests["date errors", "shorter"] < LEVEL).sum())


@cache
def _breaks_with_memory() -> float:
    price = load("photovoltaics_world").set_index("year")["module_usd_2019_per_watt"].dropna()
    changes = 100 * np.log(price).diff().dropna()
    return breaks_by_chance(changes, 2, memory(changes), draws=SURE)


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "16-false-alarm": Variant(
            _false_alarm,
            {"datings": (4, 5, DATINGS, 7, 8, 9, 10, 12), "level": (0.01, 0.02, 0.03, 0.04, LEVEL, 0.08, 0.1)},
            _false_alarm_fits,
        ),
        "16-shorter": Variant(
            _shorter,
            {"life": (17, 18, 19, CAPITAL_LIFE, 21, 22, 24, 25), "aim": (39, 40, 41, 42, AIM, 44)},
            _shorter_fits,
        ),
    }


def _line_orders() -> Task:
    orders = factorial(4)
    return number_task(
        "16-line-orders",
        title=_("The least p that four lengths can have"),
        expects=_("a number, a share from 0 to 1"),
        unit="share",
        right=lambda: 2 / orders,
        tolerance=0.0034,  # two digits, 0.08, are enough
        mistakes=[
            value_mistake(
                "one direction only",
                1 / orders,
                _("{given} counts the order that falls all the way. Which other order is as far from no slope?"),
            ),
            value_mistake(
                "places taken for orders",
                2 / 4**2,
                _("{given} divides by sixteen. How many ways are there to put four different lengths in a row?"),
            ),
            value_mistake(
                "lengths taken for orders",
                2 / 4,
                _("{given} divides by the four lengths. How many orders do they have?"),
            ),
            value_mistake(
                "the custom taken for the least",
                LEVEL,
                _("{given} is the custom. Count the orders: how small can the share of the most extreme ones be?"),
            ),
        ],
        hints=(
            _("For the first place there are four lengths, for the second three."),
            _("Two of the orders are the most extreme: all the way down, and all the way up."),
            _("The share is two over the number of orders."),
        ),
        explanation=_("Two of twenty-four: if both directions count, no four waves can pass at one in twenty."),
    )


def _quiz_p() -> Task:
    return choice_task(
        "16-quiz-p",
        title=_("What a large p says"),
        options="abcd",
        right="8d433f3c1f6e",
        mistakes={
            "a": (
                "nothing shown taken for none",
                _("You read “not shown” as “not there”. What could four lengths show at all? See the interval."),
            ),
            "b": (
                "p taken for the chance of the claim",
                _("You turned p round. Does p begin by supposing a trend, or by supposing none?"),
            ),
            "c": (
                "p taken for a size",
                _("How fast they shrink is the slope. Which question does p answer?"),
            ),
        },
        hints=(
            _("First ask what p supposes."),
            _("Then ask how far apart lengths that only scatter would be, if there are so few."),
            _("Read “Two sentences of the paper” and “What errors of the dates do to lengths” again."),
        ),
        explanation=_("So few lengths are compatible with a steep fall and with none."),
    )


def _quiz_smooth() -> Task:
    return choice_task(
        "16-quiz-smooth",
        title=_("Smooth, and therefore cyclical?"),
        options="abcd",
        right="8d25490ae81f",
        mistakes={
            "a": (
                "smooth means cyclical",
                _("Filtered random walks are smooth too. What is in them?"),
            ),
            "b": (
                "regular enough means cyclical",
                _("Some filtered walks have even peaks. How many of them would you have to look at to know?"),
            ),
            "d": (
                "nothing can be cyclical",
                _("A wave may well be in it. Does smoothness tell you whether one is?"),
            ),
        },
        hints=(
            _("Think of what was done to the curve before you saw it."),
            _("Which curves would come out of a band-pass filter that are not smooth?"),
            _("Read “A filter returns the band that you give it” again."),
        ),
        explanation=_("Every series leaves such a filter as a smooth curve, so smoothness tells nothing."),
    )


def _quiz_band() -> Task:
    return choice_task(
        "16-quiz-band",
        title=_("The next step"),
        options="abcd",
        right="64b1dde23c7a",
        mistakes={
            "a": (
                "filters twice",
                _("A second pass makes it smoother. What does smoothness tell?"),
            ),
            "c": (
                "chooses the band by the result",
                _("You would keep the band that pleases. What do random walks show in each band?"),
            ),
            "d": (
                "counts peaks",
                _("A filtered random walk has about as many peaks. What could tell the two apart?"),
            ),
        },
        hints=(
            _("Ask what the same work would show if there were no wave."),
            _("A result that chance gives just as easily is no evidence."),
            _("Read “A filter returns the band that you give it” again."),
        ),
        explanation=_("Only what chance does not give in the same band can count for the wave."),
    )


def _date_error() -> Task:
    def slope(lengths: list[float]) -> float:
        return float(trend_in_lengths(lengths)["slope"])

    def dates(errors: list[float], length: float) -> list[float]:
        return [place * length + error for place, error in enumerate(errors)]

    def right(errors: list[float], length: float) -> float:
        return slope(np.diff(dates(errors, length)).tolist())

    return function_task(
        "16-date-error",
        title=_("The slope that errors of the dates make"),
        expects=_("a function of a list of four or more errors and of the true length that returns years a wave"),
        right=lambda errors, length: right(errors, length),
        cases=[([0, 3, 0, 0], 50), ([2, -1, 4, 0, -3], 52.5), ([0, 0, 5, 1], 47), ([-4, 1, 1, -2, 6, 0], 55)],
        mistakes=[
            function_mistake(
                "errors added to lengths",
                lambda errors, length: slope([length + error for error in errors[1:]]),
                _("You give each length an error of its own. It is the *dates* that err: which two bound a wave?"),
            ),
            function_mistake(
                "sign turned",
                lambda errors, length: -right(errors, length),
                _("If the end of a wave is dated too late, does the wave seem longer or shorter?"),
            ),
            function_mistake(
                "slope of the dates",
                lambda errors, length: slope([1e6 + date for date in dates(errors, length)]),
                _("You put the line through the dates. What has to be done with two dates to get a length?"),
            ),
            function_mistake(
                "first and last only",
                lambda errors, length: (
                    float(np.diff(dates(errors, length))[-1] - np.diff(dates(errors, length))[0]) / (len(errors) - 2)
                ),
                _("You join the first length to the last. What do the waves between them have to say?"),
            ),
            function_mistake(
                "line through the errors",
                lambda errors, length: slope([1e6 + error for error in errors]),
                _("Your slope is that of a line through the errors. Which two dates, and so errors, make a length?"),
            ),
            function_mistake(
                "not divided by the squares",
                lambda errors, length: right(errors, length) * _squares(len(errors) - 1),
                _("You have the upper part of the fraction. By which sum of squares is it divided?"),
            ),
        ],
        hints=(
            _("Write down the dates first: each is a whole number of waves after the first, plus its error."),
            _("A length is a date less the date before it."),
            _("Then weigh the lengths as in “Two sentences of the paper”: the true length drops out."),
        ),
        explanation=_("The true length has dropped out: the slope is made of the errors alone."),
    )


def _squares(count: int) -> float:
    """Return the sum of squared distances of 1 … count from their middle."""
    return count * (count**2 - 1) / 12


def _slopes_down(orders: tuple[tuple[int, ...], ...], reached: float) -> int:
    """Return how many orders fall from first to last by at least as much; with three lengths that is the slope."""
    return sum(order[-1] - order[0] <= reached for order in orders)


def _reigns() -> Task:
    orders = tuple(permutations(REIGNS))
    fall = REIGNS[-1] - REIGNS[0]

    def right() -> dict[str, float]:
        return {"p": float(permutation_p(REIGNS)["shorter"]), "least": 1 / len(orders)}

    two_sided = {
        "p": sum(abs(order[-1] - order[0]) >= abs(fall) for order in orders) / len(orders),
        "least": 2 / len(orders),
    }
    rising = {"p": _slopes_down(orders, -fall) / len(orders), "least": 1 / len(orders)}
    strict = {"p": _slopes_down(orders, fall - 1) / len(orders), "least": 1 / len(orders)}
    return numbers_task(
        "16-reigns",
        labels=("p", "least"),
        title=_("Did the formats of music reign ever shorter?"),
        expects=_("two shares from 0 to 1, labelled p and least"),
        right=right,
        tolerance=0.002,
        mistakes=[
            Mistake(
                "unfinished reigns counted",
                lambda answer: _near(answer, _with_unfinished()),
                _("You count five reigns. When did the first one begin, and when does the last one end?"),
            ),
            Mistake(
                "one unfinished reign kept",
                lambda answer: any(_near(answer, other) for other in _with_one_unfinished()),
                _("You count four reigns. Which of them had begun before the data, or still goes on?"),
            ),
            Mistake(
                "per cent for a share",
                lambda answer: _near({name: value / 100 for name, value in answer.items()}, right()),
                _("These are per cents. The exercise asks for shares from 0 to 1."),
            ),
            Mistake(
                "both directions",
                lambda answer: (
                    abs(answer["p"] - two_sided["p"]) < 0.002 or abs(answer["least"] - two_sided["least"]) < 0.002
                ),
                _("You count orders that rise as well. In which direction is the claim?"),
            ),
            Mistake(
                "equal orders left out",
                lambda answer: _near(answer, strict),
                _("You count only orders that fall *more*. Does the observed order itself fall as much as it does?"),
            ),
            Mistake(
                "the wrong direction",
                lambda answer: _near(answer, rising),
                _("You count orders that rise at least as much. Does shorter mean a slope above or below zero?"),
            ),
            Mistake(
                "least taken for p",
                lambda answer: _near({"p": answer["p"], "least": 0}, {"p": 1 / len(orders), "least": 0}),
                _("Your p is the least possible one. Is the observed order the one that falls most?"),
            ),
        ],
        hints=(
            _("Leave out the reign that had begun before the data, and the one that goes on. Three are whole."),
            _("List all orders of the three lengths; the slope is half of last less first, and the middle has no say."),
            _("`permutation_p` does it for you; the least p is that of the order that falls most."),
        ),
        explanation=_("Half of all orders fall as much, and with three reigns no order could have gone below a sixth."),
    )


@cache
def _with_unfinished() -> dict[str, float]:
    return {"p": float(permutation_p(CUT_SHORT)["shorter"]), "least": 1 / factorial(len(CUT_SHORT))}


@cache
def _with_one_unfinished() -> tuple[dict[str, float], ...]:
    cut = (CUT_SHORT[1:], CUT_SHORT[:-1])
    return tuple({"p": float(permutation_p(one)["shorter"]), "least": 1 / factorial(len(one))} for one in cut)


def _near(answer: dict[str, float], other: dict[str, float]) -> bool:
    return all(abs(answer[name] - value) < 0.002 for name, value in other.items())


@cache
def _consumer_prices() -> pd.Series:
    prices = load("long_prices").set_index("year")["us_consumer"].dropna()
    return pd.Series(np.log(prices.to_numpy()), index=prices.index)


@cache
def _eleventh_truth() -> dict[str, float]:
    found = band_test(_consumer_prices())
    return {str(name): float(found[name]) for name in ("share", "walk", "noise")}


@cache
def _eleventh_in_levels() -> float:
    return band_share(pd.Series(np.exp(_consumer_prices().to_numpy())))


def _eleventh() -> Task:
    def right(answer: dict[str, float]) -> bool:
        truth = _eleventh_truth()
        return abs(answer["share"] - truth["share"]) < 0.005 and abs(answer["p"] - truth["walk"]) < 0.05

    return property_task(
        "16-eleventh",
        "numbers",
        ("share", "p"),
        title=_("An eleventh series"),
        expects=_("two numbers from 0 to 1, labelled share and p"),
        is_right=right,
        mistakes=[
            Mistake(
                "no logarithm",
                lambda answer: abs(answer["share"] - _eleventh_in_levels()) < 0.005,
                _("Your share is that of the index itself. In which form did the ten series go through the filter?"),
            ),
            Mistake(
                "noise as chance",
                lambda answer: abs(answer["p"] - _eleventh_truth()["noise"]) < 0.015,
                _("Your p compares prices with noise, which never wanders. Which kind of chance takes steps?"),
            ),
            Mistake(
                "p turned round",
                lambda answer: abs(1 - answer["p"] - _eleventh_truth()["walk"]) < 0.05,
                _("Your p is the share of walks that have *less*. Which ones count against the claim?"),
            ),
            Mistake(
                "per cent for a share",
                lambda answer: (
                    abs(answer["share"] / 100 - _eleventh_truth()["share"]) < 0.005
                    or abs(answer["p"] / 100 - _eleventh_truth()["walk"]) < 0.05
                ),
                _("One of the two is in per cent. The exercise asks for numbers from 0 to 1."),
            ),
            Mistake(
                "changes for levels",
                lambda answer: abs(answer["share"] - band_share(_consumer_prices().diff().dropna())) < 0.005,
                _("Your share is that of the yearly changes. What went through the filter in the ten series?"),
            ),
            Mistake(
                "another column",
                lambda answer: abs(answer["share"] - band_share(_ten()["US wholesale prices"])) < 0.005,
                _("Your share is that of the wholesale prices. Which column does the exercise name?"),
            ),
            Mistake(
                "not all years",
                lambda answer: any(
                    abs(answer["share"] - band_share(_consumer_prices().loc[first:last])) < 0.003
                    for first, last in PARTS
                ),
                _("Your share is that of a part of the years. From which year to which does the column run?"),
            ),
            Mistake(
                "period taken for share",
                lambda answer: abs(answer["share"] - dominant_period(band_pass(_consumer_prices(), 20, 70))) < 1,
                _("You gave the period in the place of the share. How much of the variance is in the band?"),
            ),
        ],
        hints=(
            _("Take the column, drop the empty years, and take logarithms."),
            _("`band_test` returns the share and the three p values."),
            _("The p that counts here is in its row `walk`."),
        ),
        explanation=_(
            "An eleventh series, and chance has as much in most walks. Before 1913 it is no new one, either."
        ),
    )


def _chosen(answer: dict[str, float]) -> pd.Series:
    return _ten()[UK_PRICES].loc[int(answer["start"]) : int(answer["end"])]


def _fits(answer: dict[str, float]) -> bool:
    return (
        UK_YEARS[0] <= answer["start"]
        and answer["end"] <= UK_YEARS[1]
        and answer["end"] - answer["start"] >= SHORTEST_SPAN
        and EDGES[0] <= answer["low"] <= answer["high"] - 10
        and answer["high"] <= EDGES[1]
    )


def _tried(answer: dict[str, float]) -> bool:
    return answer["tries"] >= 1 and float(answer["tries"]).is_integer()


@lru_cache(maxsize=256)
def _p_of_choice(start: int, end: int, low: float, high: float) -> float:
    return walks_p(_ten()[UK_PRICES].loc[start:end], low, high)


def _p_chosen(answer: dict[str, float]) -> float:
    return _p_of_choice(int(answer["start"]), int(answer["end"]), answer["low"], answer["high"])


def _passes(answer: dict[str, float]) -> bool:
    """Return whether the given p is below the level; one next to it may come from walks that the reader drew."""
    return answer["p"] < LEVEL and _p_chosen(answer) < LEVEL + DRAWN / 2


def _p_fits(answer: dict[str, float]) -> bool:
    """Return whether the given p is the computed one, as near as 2,000 drawn walks come."""
    return abs(answer["p"] - _p_chosen(answer)) <= DRAWN


def _honest(answer: dict[str, float], p: float | None = None, tries: float | None = None) -> float:
    one, looks = (answer["p"] if p is None else p), (answer["tries"] if tries is None else tries)
    return float(1 - (1 - one) ** looks)


def _corrects(answer: dict[str, float]) -> bool:
    """Return whether `honest` belongs to the reader's own p and tries, to two digits, and is not p itself."""
    away = abs(answer["honest"] - _honest(answer))
    return away <= 0.0055 and (answer["tries"] == 1 or away < abs(answer["honest"] - answer["p"]))


def _is_near(answer: dict[str, float], other: float) -> bool:
    return abs(answer["honest"] - other) <= 0.0055 and answer["tries"] > 1


def _break_band() -> Task:
    names = ("start", "end", "low", "high", "tries", "p", "honest")
    return property_task(
        "16-break-band",
        "numbers",
        names,
        title=_("Make a series pass that does not"),
        expects=_("seven numbers labelled start, end, low, high, tries, p and honest"),
        is_right=lambda answer: (
            _fits(answer) and _tried(answer) and _p_fits(answer) and _passes(answer) and _corrects(answer)
        ),
        mistakes=[
            Mistake(
                "outside the limits",
                lambda answer: not _fits(answer),
                _("Your years or your band are beyond the limits that the exercise sets. Which of the four?"),
            ),
            Mistake(
                "tries not declared",
                lambda answer: not _tried(answer),
                _("Say how many choices you looked at, this one included: a whole number. What is p worth without it?"),
            ),
            Mistake(
                "per cent for a share",
                lambda answer: answer["p"] > 1 or answer["honest"] > 1,
                _("p and honest are shares of all tests. Which of yours is in per cent, or a sum that exceeds one?"),
            ),
            Mistake(
                "p of another choice",
                lambda answer: not _p_fits(answer),
                _("Your p does not belong to these years and this band. What does walks_p give for just this choice?"),
            ),
            Mistake(
                "still within chance",
                lambda answer: not _passes(answer),
                _("Walks still have as much. Which periods hold the peaks of these prices, and which only add noise?"),
            ),
            Mistake(
                "p not corrected",
                lambda answer: _is_near(answer, answer["p"]),
                _("You give the p of the last look. How likely is it that at least one of all your looks goes so low?"),
            ),
            Mistake(
                "tries added up",
                lambda answer: _is_near(answer, answer["p"] * answer["tries"]),
                _("You multiply p by the tries, which can exceed one. What is the chance that *no* look goes so low?"),
            ),
            Mistake(
                "the level for p",
                lambda answer: _is_near(answer, _honest(answer, p=LEVEL)),
                _("You correct the level of 0.05. How likely is it that a look goes as low as *your* p?"),
            ),
            Mistake(
                "no look goes so low",
                lambda answer: _is_near(answer, (1 - answer["p"]) ** answer["tries"]),
                _("That is the chance that no look goes so low. Which one is asked for?"),
            ),
            Mistake(
                "the last look not counted",
                lambda answer: _is_near(answer, _honest(answer, tries=answer["tries"] - 1)),
                _("You correct for one look fewer than you declare. Is the look that passed one of them?"),
            ),
        ],
        hints=(
            _("Try bands and first years with `walks_p` or in `series_panel()`, and count each look."),
            _("Short periods add noise: begin with the lower end of the band."),
            _("Honest is one, less the chance that none of the tries goes as low; the chances of each are multiplied."),
        ),
        explanation=_("It passes, and honest says what that is worth after the looks that you count."),
    )


def _false_alarm(datings: int = DATINGS, level: float = LEVEL) -> Task:
    return number_task(
        "16-false-alarm",
        title=_("One alarm among many"),
        expects=_("a number from 0 to 1"),
        right=lambda: 1 - (1 - level) ** datings,
        unit="share",
        mistakes=[
            value_mistake(
                "one test only",
                level,
                _("{given} is the chance of an alarm in one test. How many tests were made?"),
            ),
            value_mistake(
                "chances added",
                level * datings,
                _("{given} adds up the chances, and counts cases with two alarms twice. Try it with a thousand tests."),
            ),
            value_mistake(
                "all alarms",
                level**datings,
                _("{given} is the chance that *every* test raises the alarm. How many does *at least one* include?"),
            ),
            value_mistake(
                "exactly one alarm",
                datings * level * (1 - level) ** (datings - 1),
                _("{given} counts the cases with exactly one alarm. Which others have at least one?"),
            ),
            value_mistake(
                "no alarm at all",
                (1 - level) ** datings,
                _("{given} is the chance that no test raises an alarm. Which one is asked for?"),
            ),
        ],
        hints=(
            _("First: how likely is it that a single test stays silent?"),
            _("Then: that all of them do."),
            _("At least one alarm is what is left over."),
        ),
        explanation=_("Many honest tests of nothing will, now and then, show something."),
    )


@lru_cache(maxsize=256)
def _period(life: float, ratio: float) -> float:
    return wave_period(sterman_long_wave(life, ratio))


def _shorter(life: float = CAPITAL_LIFE, aim: float = AIM) -> Task:
    def period(ratio: float) -> float:
        return _period(life, ratio)

    def sound(ratio: float) -> bool:
        return 1 <= ratio < 10

    return property_task(
        "16-shorter",
        "number",
        title=_("How much less capital makes a shorter wave"),
        expects=_("a number: years of output that the capital is worth"),
        is_right=lambda ratio: sound(ratio) and abs(period(ratio) - aim) <= NEAR,
        mistakes=[
            Mistake(
                "outside the model",
                lambda ratio: not sound(ratio),
                _("Give a ratio of at least 1 year and well below the life of capital."),
            ),
            Mistake(
                "in proportion",
                lambda ratio: abs(ratio - 3 * aim / period(3)) < 0.02,
                _("You cut the ratio in proportion to the period. Is the period proportional to it? Compute yours."),
            ),
            Mistake(
                "wave too short",
                lambda ratio: period(ratio) < aim,
                _("With {given} the wave is shorter than is asked. Which way must the ratio go?"),
            ),
            Mistake(
                "wave too long",
                lambda ratio: period(ratio) > aim,
                _("With {given} the wave is longer than is asked. Which way must the ratio go?"),
            ),
        ],
        hints=(
            _("Compute the period for two ratios, one on each side of the aim."),
            _("Then halve the distance until you are near enough."),
            _("“A model with a long wave of its own” has the two calls that you need."),
        ),
        explanation=_("A little less capital for each unit of output is enough, in this model."),
    )


def _shorter_fits(life: float, aim: float) -> bool:
    """Return whether the ratio that solves the task as printed misses this aim."""
    return abs(_period(life, SOLVED) - aim) > 1.2 * NEAR


def _false_alarm_fits(datings: int, level: float) -> bool:
    silent, default = (1 - level) ** datings, 1 - (1 - LEVEL) ** DATINGS
    one = datings * level * (1 - level) ** (datings - 1)
    return apart(1 - silent, default, silent, level, level * datings, level**datings, one)
