"""Tasks of lesson 11: when a crash comes, which lag a defence needs, where a series bends, how long a field held."""

from collections.abc import Callable
from functools import cache

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
from longwave.topics.revolutions.models.kinks import best_kink
from longwave.topics.revolutions.models.lags import lag_scores
from longwave.topics.revolutions.models.surges import surge_lengths
from longwave.topics.revolutions.models.table import entry_years
from longwave.topics.revolutions.models.two_capitals import crash, reach_of_fall

FALL = 0.78
EVENT, NEAR, SHORTEST = 1771, 4, 100
RATIO_NEAR = 0.006  # a ratio rounded to two decimals passes
FIRST_YEAR, LAST_YEAR = 1700, 1870
WINDOW = ("start", "end", "ratio")
FIELD, BANG, TURN = "mechanical", 1908, 1929
PRINTED, REPAIRED, UNTIL = "1|1|2|2", "2|2|1|1", 2025


def title() -> str:
    """Return the lesson's title."""
    return _("What does a technological revolution change, and when?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_idle(),
        _quiz_crash(),
        _quiz_kink(),
        _quiz_defence(),
        _price_fall(),
        _lag(),
        _clock(),
        _window(),
        _field(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "11-guess-fibre",
            title=_("Fibre in use in 2001"),
            expects=_("two numbers, in per cent of the capacity"),
            low=0,
            high=100,
            truth=lambda: _fact("11-fibre-used"),
            explanation=_("An estimate of 2001 was {truth} per cent."),
        ),
        number_guess(
            "11-guess-installation",
            title=_("From the fifth big bang to the turning point"),
            expects=_("a number of years"),
            low=5,
            high=60,
            truth=lambda: float(surge_lengths(load("perez_surges"))["installation"].iloc[-1]),
            explanation=_("Perez dates it 30 years later, in 2001."),
        ),
        range_guess(
            "11-guess-england",
            title=_("English industry, 1770 to 1800"),
            expects=_("two numbers, in per cent a year"),
            low=-1,
            high=10,
            truth=lambda: round(100 * trend_growth(1770, 1800), 2),
            explanation=_("Output grew by {truth} per cent a year, on a fitted line."),
        ),
    )


def _fact(fact_id: str) -> float:
    rows = load("part_two_cases").set_index("fact_id")
    return float(str(rows.loc[fact_id, "value"]))


@cache
def _industry() -> pd.DataFrame:
    return load("england_industry").pivot(index="year", columns="industry", values="index")


def trend_growth(first: int, last: int, industry: str = "all industry") -> float:
    """Return the yearly growth of an industry on a line fitted to the logarithm of its output, as a share."""
    part = np.log(_industry()[industry].loc[first:last])
    return float(np.expm1(np.polyfit(part.index, part, 1)[0]))


def _line_idle() -> Task:
    return number_task(
        "11-line-idle",
        title=_("What a fall says of idle capacity"),
        expects=_("a share from 0 to 1"),
        right=lambda: FALL**0.5,
        mistakes=[
            value_mistake(
                "fall taken for idle",
                FALL,
                _("{given} is the share of the price that was lost. Which equation above joins it to what is idle?"),
            ),
            value_mistake(
                "squared once more",
                lambda: FALL**2,
                _("You square the fall. In the derivation the fall is already a square: of what?"),
            ),
            value_mistake(
                "share in use",
                lambda: 1 - FALL**0.5,
                _("That is the share in use. The question is about the rest."),
            ),
            value_mistake(
                "reach, not share",
                lambda: reach_of_fall(FALL),
                _("{given} is x, how far finance reached ahead. Put it into (x − 1) / (x + 1)."),
            ),
            value_mistake(
                "use at the peak",
                lambda: float(crash(reach_of_fall(FALL))["use"]),
                _("{given} is u*, how much of final use is reached at the peak. Idle is a share of what is built."),
            ),
            value_mistake(
                "final use not reached",
                lambda: 1 - float(crash(reach_of_fall(FALL))["use"]),
                _("{given} is 1 − u*, what final use still lacks at the peak. Idle is a share of what is built."),
            ),
            value_mistake(
                "price that is left",
                lambda: 1 - FALL,
                _("{given} is the share of the peak price that is left. Which equation above joins the fall to idle?"),
            ),
        ],
        tolerance=0.006,
        unit="share",
        hints=(
            _("The derivation gives the fall as the square of another quantity."),
            _("Undo the square."),
            _("A root is a power of one half; the last line of the derivation has the equation."),
        ),
        explanation=_("On this curve a fall of 78 per cent goes with 88 per cent idle."),
    )


def _quiz_crash() -> Task:
    return choice_task(
        "11-quiz-crash",
        title=_("Why the price falls"),
        options="abcd",
        right="05426d546a6b",
        mistakes={
            "a": (
                "bad news needed",
                _("Look at the line of use in the panel: does anything go wrong with it at the peak?"),
            ),
            "c": (
                "credit alone",
                _("Without a unit borrowed, h = 15 still has a peak in the panel. What does credit do to x?"),
            ),
            "d": (
                "use must fall",
                _("The dashed line never falls. Which part of the price does, while use still grows?"),
            ),
        },
        hints=(
            _("The price is use, plus a multiple of how fast use grows."),
            _("Use never falls in the model. So what can make the sum fall?"),
            _("Look at the derivation in “Why a crash lies between”."),
        ),
        explanation=_(
            "Growth must slow; the price falls only where more of it was paid in advance than the threshold allows."
        ),
    )


def _quiz_kink() -> Task:
    return choice_task(
        "11-quiz-kink",
        title=_("A kink in a smooth series"),
        options="abcd",
        right="8cc9389305f4",
        mistakes={
            "a": (
                "no kink, no year",
                _("Least squares always return a best year. Where must two straight pieces meet to follow a curve?"),
            ),
            "b": (
                "kink at the big bang",
                _("The series has no event in it. What else could single out that year?"),
            ),
            "d": (
                "kink at the end",
                _("The curve is steepest there. But one line would then have to follow nearly all of the bend."),
            ),
        },
        hints=(
            _("Draw a curve that gets steadily steeper, and lay two rulers along it."),
            _("By symmetry, which year is singled out?"),
            _("Look at the method in “Did English industry jump in 1771?”."),
        ),
        explanation=_("So a kink that moves with the window tells you about the window."),
    )


def _quiz_defence() -> Task:
    return choice_task(
        "11-quiz-defence",
        title=_("What a defence must bring"),
        options="abcd",
        right="b46afa3257ef",
        mistakes={
            "b": (
                "a better score",
                _("The table of lags has such scores already. Who says that the lag was that long?"),
            ),
            "c": (
                "defence refuted",
                _("At long lags the printed row scores more than the repair. What is missing is not a score."),
            ),
            "d": (
                "defence proved",
                _("The row leads at some lags. Who says that the lag was that long?"),
            ),
        },
        hints=(
            _("At which lags does the printed row beat the repaired one?"),
            _("Compare these with the years between big bang and synergy in the table of surges."),
            _("Look at the text below the table of lags."),
        ),
        explanation=_("A defence that fits only at a lag chosen for it needs a source for the lag."),
    )


def _price_fall() -> Task:
    def fall(years_ahead: float, borrowed: float, growth: float) -> float:
        return float(crash(years_ahead * (1 + borrowed) * growth)["fall"])

    def unclipped(ahead: float) -> float:
        return ((ahead - 1) / (ahead + 1)) ** 2

    def rise(ahead: float) -> float:
        return float(crash(ahead)["price"]) - 1

    return function_task(
        "11-price-fall",
        title=_("The fall, from three numbers"),
        expects=_("a function of years ahead, borrowed money and growth that returns a share from 0 to 1"),
        right=fall,
        cases=[(15, 0, 0.2), (10, 1, 0.15), (2, 0, 0.2), (4, 0.5, 0.1), (30, 0.5, 0.3), (5, 0, 0.2)],
        mistakes=[
            function_mistake(
                "fall below the threshold",
                lambda years_ahead, borrowed, growth: unclipped(years_ahead * (1 + borrowed) * growth),
                _("With two years ahead, no credit and growth of 0.2 you give a fall. What is x? Is there a peak?"),
            ),
            function_mistake(
                "credit left out",
                lambda years_ahead, borrowed, growth: fall(years_ahead, 0, growth),
                _("Borrowed money makes no difference in your function. How does it enter x?"),
            ),
            function_mistake(
                "credit multiplied, own money forgotten",
                lambda years_ahead, borrowed, growth: float(crash(years_ahead * borrowed * growth)["fall"]),
                _("Who borrows nothing still pays with own money. What stands beside ℓ in the bracket?"),
            ),
            function_mistake(
                "idle, not fall",
                lambda years_ahead, borrowed, growth: float(crash(years_ahead * (1 + borrowed) * growth)["idle"]),
                _("That is the idle share of what is built. What does the derivation do to it for the price?"),
            ),
            function_mistake(
                "per cent, not a share",
                lambda years_ahead, borrowed, growth: 100 * fall(years_ahead, borrowed, growth),
                _("Your function returns per cent. The task asks for a share from 0 to 1."),
            ),
            function_mistake(
                "share of the last worth",
                lambda years_ahead, borrowed, growth: rise(years_ahead * (1 + borrowed) * growth),
                _("You divide what is lost by the last worth, which is 1. The task asks for a share of the peak."),
            ),
        ],
        hints=(
            _("First x, from the three numbers; then the fall, from x."),
            _("Up to x = 1 the price never falls."),
            _("Both formulas are in “Why a crash lies between”."),
        ),
        explanation=_("Years ahead, credit and growth work through one product only."),
    )


def _lags(second: int = 1920, third: int = 2020) -> dict[str, float]:
    """Return the lags from which the printed row is never behind the repair, and from which it always leads."""
    spans = [(1750, 1850), (1870, second), (1940, third), (2001, np.inf)]
    by_lag = lag_scores(entry_years(), spans, range(101), until=UNTIL)
    lead = by_lag[PRINTED] - by_lag[REPAIRED]
    return {"level": float(lead.index[lead < 0].max() + 1), "ahead": float(lead.index[lead <= 0].max() + 1)}


def _lag() -> Task:
    return numbers_task(
        "11-lag",
        title=_("Which lag the defence needs"),
        expects=_("two whole numbers of years labelled level and ahead"),
        labels=("level", "ahead"),
        right=_lags,
        tolerance=0.4,
        mistakes=[
            value_mistake(
                "the lesson's periods",
                lambda: _lags(1910, 2000),
                _("These lags go with a third period that ends in 2000. Which two years does the task change?"),
            ),
            value_mistake(
                "second period as in the lesson",
                lambda: _lags(1910, 2020),
                _("Your third period reaches to 2020. Does your second reach to 1920?"),
            ),
            value_mistake(
                "one year early",
                lambda: {part: lag - 1 for part, lag in _lags().items()},
                _("Both are one year short. Is it the last lag that fails which you give, or the first that does not?"),
            ),
            value_mistake(
                "the two exchanged",
                lambda: dict(zip(("ahead", "level"), _lags().values(), strict=True)),
                _("A row must draw level before it leads. Look at the two labels again."),
            ),
        ],
        hints=(
            _("Only two numbers change in the list of periods; the years of the entries stay."),
            _("Subtract the column of the repair from the printed one, and look where the difference turns."),
            _("“Can the printed lands of Table 1 be defended?” scores all lags at once."),
        ),
        explanation=_("The most generous reading of the words asks for a lag of four decades and more."),
    )


@cache
def _clocks() -> pd.DataFrame:
    chips = load("microprocessors")
    return chips[chips["measure"] == "clock frequency"]


def _stop(logs: bool) -> float:
    """Return the year, in quarters, after which a level line fits best the clock that rose until then."""
    time, value = _clocks()["date"].to_numpy(float), _clocks()["value"].to_numpy(float)
    target = np.log2(value) if logs else value

    def error(stop: float) -> float:
        design = np.column_stack([np.ones_like(time), np.minimum(time, stop) - 2000])
        return round(float(np.sum((target - design @ np.linalg.lstsq(design, target, rcond=None)[0]) ** 2)), 6)

    return float(min(np.arange(1990, 2016.01, 0.25), key=error))


def _clock() -> Task:
    return number_task(
        "11-clock",
        title=_("The year in which the clock stops"),
        expects=_("a year, such as 1998.5"),
        right=lambda: _stop(logs=True),
        tolerance=0.3,
        mistakes=[
            Mistake(
                "pieces that do not meet",
                lambda plain: 2003.2 <= plain <= 2003.8,
                _("A line before and a mean after it, each free, stop best there. The task's pieces meet: no jump."),
            ),
            Mistake(
                "the cut of the lesson",
                lambda plain: plain in (2005, 2006),
                _("The candidates go in steps of a quarter. Which of them near your year has the smallest sum?"),
            ),
            Mistake(
                "not in logarithms",
                lambda plain: 2010 <= plain <= 2012.5,
                _(
                    "Two things lead there: the frequency itself instead of its logarithm, or all measures together. "
                    "Which rows and which quantity does the task name?"
                ),
            ),
            Mistake(
                "the fastest chip",
                lambda plain: 2007.4 <= plain <= 2008,
                _("In that year the fastest of the chips came out. One chip is no trend: fit all of them."),
            ),
            Mistake(
                "another measure",
                lambda plain: 2008.5 <= plain < 2010,
                _("One thread's speed slows late. Did you keep the rows of the clock alone?"),
            ),
        ],
        hints=(
            _("For each candidate year, fit log2 of the frequency to the date, cut off at the candidate."),
            _("np.minimum(date, stop) rises until stop and is flat after it, so that one line fits both pieces."),
            _("“The parts of a chip kept pace, then parted” shows how fast each measure doubled, early and late."),
        ),
        explanation=_("The clock stopped in the middle of the first decade, while transistors went on."),
    )


@cache
def _fit_of(start: int, end: int) -> tuple[float, float]:
    """Return the best kink of all industry in a window, and the smooth error in multiples of the kinked one."""
    part = _industry()["all industry"].loc[start:end]
    found = best_kink(part.index, part)
    return float(found["kink"]), float(found["smooth_error"] / found["error"])


def _kink_of(plain: dict[str, float]) -> float:
    return _fit_of(int(plain["start"]), int(plain["end"]))[0]


def _is_near(plain: dict[str, float]) -> bool:
    return _in_range(plain) and abs(_kink_of(plain) - EVENT) <= NEAR


def _ratio_misses(plain: dict[str, float]) -> float:
    return abs(plain["ratio"] - _fit_of(int(plain["start"]), int(plain["end"]))[1])


def _fits_window(plain: dict[str, float]) -> bool:
    return _is_near(plain) and _ratio_misses(plain) <= RATIO_NEAR


def _is_upside_down(plain: dict[str, float]) -> bool:
    # For ratios close to 1 the two readings cannot be told apart, and the answer passes as right before this.
    return (
        _is_near(plain) and plain["ratio"] > 0 and _ratio_misses({**plain, "ratio": 1 / plain["ratio"]}) <= RATIO_NEAR
    )


def _in_range(plain: dict[str, float]) -> bool:
    whole = all(float(plain[end]).is_integer() for end in ("start", "end"))
    return (
        whole
        and plain["start"] >= FIRST_YEAR
        and plain["end"] <= LAST_YEAR
        and plain["end"] - plain["start"] >= SHORTEST
    )


def _window() -> Task:
    return property_task(
        "11-break-window",
        "numbers",
        WINDOW,
        title=_("Find a window that bends near 1771"),
        expects=_("two whole years labelled start and end, and a number labelled ratio"),
        is_right=_fits_window,
        mistakes=[
            Mistake(
                "window too short",
                lambda plain: plain["end"] - plain["start"] < SHORTEST,
                _("Your window has fewer years than the task asks for."),
            ),
            Mistake(
                "outside the series",
                lambda plain: plain["start"] < FIRST_YEAR or plain["end"] > LAST_YEAR,
                _("The series does not reach so far. Keep the window inside it, in whole years."),
            ),
            Mistake(
                "kink too late",
                lambda plain: _in_range(plain) and _kink_of(plain) > EVENT + NEAR,
                _("In your window the best kink comes later. Which end would you move to bring it forward?"),
            ),
            Mistake(
                "kink too early",
                lambda plain: _in_range(plain) and _kink_of(plain) < EVENT - NEAR,
                _("In your window the best kink comes earlier. Which end would you move to push it back?"),
            ),
            Mistake(
                "ratio upside down",
                _is_upside_down,
                _("The window fits. The ratio has the error of the smooth rise above, that of the kink below."),
            ),
            Mistake(
                "ratio of another window",
                lambda plain: _is_near(plain) and _ratio_misses(plain) > RATIO_NEAR,
                _("The window fits. Take both errors from `best_kink` for this window; two decimals are enough."),
            ),
        ],
        hints=(
            _("An early first year and an early last year: which ends did the lesson never use?"),
            _("Leave out years of fast growth at the end."),
            _("Loop over first and last years with `best_kink`, as in “Did English industry jump in 1771?”."),
        ),
        explanation=_(
            "The year can be had by choosing the window. Below 1 your ratio says that the smooth rise fits better "
            "there, so that no bend is shown; few such windows give more than 1, and by a hair."
        ),
    )


@cache
def _share() -> pd.Series:
    grants = load("us_patents").pivot(index="year", columns="field", values="patents")
    return 100 * grants[FIELD] / grants["total"]


def _slope(first: int, last: int) -> float:
    """Return the slope of a line fitted to the share of the car's field, in points a decade."""
    part = _share().loc[first:last]
    return float(10 * np.polyfit(part.index, part, 1)[0])


def _held(slope: Callable[[int, int], float] = _slope) -> dict[str, float]:
    until = max(last for last in range(BANG + 4, TURN + 1) if slope(BANG, last) > 0)
    return {"until": until, "then": slope(until, TURN)}


def _field() -> Task:
    def from_end_to_end(first: int, last: int) -> float:
        return float(10 * (_share()[last] - _share()[first]) / (last - first))

    def until(year: int) -> Callable[[dict[str, float]], bool]:
        return lambda plain: plain["until"] == year

    return numbers_task(
        "11-field",
        title=_("How long the car's field held"),
        expects=_("a year labelled until, and points a decade labelled then"),
        labels=("until", "then"),
        right=_held,
        tolerance=0.06,
        mistakes=[
            Mistake(
                "from end to end",
                until(int(_held(from_end_to_end)["until"])),
                _("To that year the share rose from end to end. What does the line fitted to all years say later on?"),
            ),
            Mistake(
                "the first dip",
                until(1916),
                _("Then the slope is below 0 for a while, and above it again. The task asks for the last."),
            ),
            Mistake(
                "patents counted",
                until(TURN),
                _("Did you take the share in all patents? The number of grants grew in every field."),
            ),
            Mistake(
                "the year after",
                until(int(_held()["until"]) + 1),
                _("In that year the slope from 1908 is below 0 already. The task asks for the last one above it."),
            ),
            Mistake(
                "a year, not a decade",
                lambda plain: abs(10 * plain["then"] - _held()["then"]) < 0.1,
                _("The year fits. You give points a year; the task asks for points a decade."),
            ),
            Mistake(
                "the fall from end to end",
                lambda plain: abs(plain["then"] - from_end_to_end(int(_held()["until"]), TURN)) < 0.1,
                _("The year fits. The second number is a fitted slope too, not the way from end to end."),
            ),
            Mistake(
                "the fall with its sign lost",
                lambda plain: abs(plain["then"] + _held()["then"]) < 0.1,
                _("The year fits. Did the share rise or fall from there on?"),
            ),
        ],
        hints=(
            _("Divide the field by the total, year by year. Then fit one line for each last year, all from 1908."),
            _("Write the slopes one below the other and look for the last that is above 0."),
            _("“Patents of the field that is installed” has the function for one stretch."),
        ),
        explanation=_(
            "For three quarters of its installation the field held its share; the fall comes before the crash."
        ),
    )
