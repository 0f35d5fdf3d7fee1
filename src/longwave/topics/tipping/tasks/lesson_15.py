"""Tasks of lesson 15: when a push may end, what it costs, what chance does, and what withdrawn pushes left."""

from functools import cache
from statistics import median
from typing import Any

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
    property_task,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant
from longwave.topics.tipping.models.cusp import crossing_time, cusp_folds, pulse_outlay, pulse_path
from longwave.topics.tipping.models.fluctuations import mean_wait
from longwave.topics.tipping.models.releases import SIZE, records, yearly_additions
from longwave.topics.tipping.models.schlogl import schlogl_folds

NOISES = (0.2, 0.15, 0.125, 0.1, 0.08)
PULSE = ("push", "length")
COUPLING, BASE, CAP, WASTE = 2, 0.4, 1.2, 1.04
HAIR = 1.001  # so that the crossing time itself is enough, also rounded to four digits
NEAR_BEST = 0.031  # of the best height: 0.1 at a = 3, where the bill is still within 3 in 1,000 of the lowest
FEED, TWO_STATES = 0.5, 7.5**0.5
RULE = ("size", "window", "kept")
SIZES, WINDOWS, FEWEST_BUSTS, TIMES, READ = (50, 1000), (1, 6), 10, 3, 0.006
ENDED = ("Italy", "Germany", "Czechia", "United Kingdom")
MADE_UP = ([0, 100, 500, 900, 880, 960, 1000], [5000, 5100, 5300, 5310, 5330, 5340], [0, 100, 500, 700, 760, 800, 801])


def title() -> str:
    """Return the lesson's title."""
    return _("When may the push end?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_barrier(),
        _quiz_timid(),
        _quiz_power(),
        _quiz_flow(),
        _dear_height(),
        _cheapest_pulse(),
        _kept(),
        _flow_cut(),
        _break_rule(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "15-guess-spain",
            title=_("Photovoltaics added in Spain in 2009"),
            expects=_("two numbers, in MW"),
            low=0,
            high=3000,
            truth=lambda: _spain()[2009],
            explanation=_("{truth} MW by our file. The cap of 500 MW was not nearly filled."),
        ),
        number_guess(
            "15-guess-caution",
            title=_("What the cautious plan costs, in times the bold one"),
            expects=_("a number of times"),
            low=0,
            high=20,
            truth=lambda: round(pulse_outlay(3, 2.05) / pulse_outlay(3, 3.0), 1),
            explanation=_("You said {guess}. The cautious plan costs {truth} times as much."),
        ),
        number_guess(
            "15-guess-world",
            title=_("The worst fall of additions without China and Japan"),
            expects=_("a number without a sign, in per cent of the year before"),
            low=0,
            high=100,
            truth=lambda: round(_worst_fall(), 1),
            explanation=_("You said {guess}. In their worst year, 2013, the others added {truth} per cent less."),
        ),
        number_guess(
            "15-guess-again",
            title=_("The year in which Spain passes its record"),
            expects=_("a year"),
            low=2009,
            high=2022,
            truth=lambda: float(next(year for year in range(2009, 2023) if _spain()[year] > _spain()[2008])),
            explanation=_("You said {guess}. It was in {truth}."),
        ),
    )


@cache
def _additions() -> pd.DataFrame:
    return yearly_additions(load("photovoltaics_countries"))


def _spain() -> dict[int, float]:
    added = _additions()["Spain"]
    return {int(year): float(value) for year, value in zip(added.index, added, strict=True)}


def _worst_fall() -> float:
    """Return by how many per cent the world without China and Japan fell in its worst year."""
    world = load("photovoltaics_world").set_index("year")["installed_mw"].diff()
    added = world - _additions()["China"] - _additions()["Japan"]
    return float(-100 * (added / added.shift() - 1).loc[2008:2022].min())


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "15-dear-height": Variant(
            _dear_height,
            {"coupling": (*(2, 2.2, 2.3, 2.4, 2.6, 2.7, 2.8, 3), *(3.2, 3.3, 3.4, 3.6, 3.8, 4, 4.2, 4.4, 4.6, 4.8))},
        ),
    }


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


def _quiz_power() -> Task:
    return choice_task(
        "15-quiz-power",
        title=_("A test that finds nothing"),
        options="abcd",
        right="c6c36cc9800b",
        mistakes={
            "a": (
                "a sure result taken for a strong test",
                _("All draws agree, and so they would with a test that cannot see. What would show which it is?"),
            ),
            "b": (
                "more draws taken for more evidence",
                _("More draws make the same answer surer. Could the answer have been another one?"),
            ),
            "c": (
                "the event taken for the law",
                _("Additions fall with a ridge and without one. Which case would the test tell apart?"),
            ),
        },
        hints=(
            _("A test speaks only if it could have said something else."),
            _("So give it data of which you know the law."),
            _("Look at the row “from the median” in “Worlds of which we know the law”."),
        ),
        explanation=_("Without its power, a test that finds nothing has told you nothing."),
    )


def _quiz_flow() -> Task:
    return choice_task(
        "15-quiz-flow",
        title=_("What may end"),
        options="abcd",
        right="6f0d9e110230",
        mistakes={
            "a": (
                "the ridge taken for the whole bill",
                _("Past the ridge the extra feed is not needed. But what happened when the supply was cut?"),
            ),
            "c": (
                "flow and push taken for one",
                _("Look at the chart again: what happened when the extra feed ended, with the supply as before?"),
            ),
            "d": (
                "the wrong one kept",
                _("You would keep the extra feed and end the supply. Which of the two did the high state survive?"),
            ),
        },
        hints=(
            _("One level was raised for a while. Which levels had to stay as they were?"),
            _("The chart ends them one after the other. At which does the high state go?"),
            _("Read “Two structures that live on a flow” again."),
        ),
        explanation=_("What was raised for a time may go back past the ridge; the levels that hold the state may not."),
    )


@cache
def _slope_of_waits() -> float:
    waits = [mean_wait(noise) for noise in NOISES]
    return float(np.polyfit(1 / np.array(NOISES), np.log(waits), 1)[0])


def _line_barrier() -> Task:
    return number_task(
        "15-line-barrier",
        title=_("What a step in 1/D does"),
        expects=_("a number, the slope of the line"),
        right=_slope_of_waits,
        tolerance=0.02,
        mistakes=[
            Mistake(
                "no logarithm",
                lambda slope: slope > 6,
                _("{given} is the slope of the waits themselves. What has to be done with them for a straight line?"),
            ),
            Mistake(
                "base ten",
                lambda slope: abs(slope - _slope_of_waits() / np.log(10)) < 0.012,
                _("{given} belongs to logarithms with the base ten. The powers in the text have the base e."),
            ),
            Mistake(
                "sign turned",
                lambda slope: -1 < slope < 0,
                _("{given} falls, but the wait grows with 1/D. Of what did you take the logarithm?"),
            ),
            Mistake(
                "against the noise itself",
                lambda slope: slope <= -1,
                _("{given} is far below zero: your line seems to run against D. What is on the horizontal axis?"),
            ),
            Mistake(
                "axes exchanged",
                lambda slope: 3 < slope <= 6,
                _("{given} is far too steep. Which of the two comes first in `np.polyfit`?"),
            ),
        ],
        hints=(
            _("`np.polyfit(x, y, 1)` gives slope and level of the best line, the slope first."),
            _("x is one over the noise, and y the natural logarithm of the drawn waits."),
            _("So the line is np.polyfit(1 / waits[…], np.log(waits[…]), 1)[0], with the names of two columns."),
        ),
        explanation=_("About a quarter, which is the height of the ridge above the low state."),
    )


def _dear_height(coupling: float = 3) -> Task:
    fold = cusp_folds(coupling)[1]

    def best() -> float:
        from scipy.optimize import minimize_scalar

        bounds = (1.025 * fold, 4 * fold)
        found = minimize_scalar(lambda push: push * pulse_outlay(coupling, push), bounds=bounds, method="bounded").x
        return float(found)

    return property_task(
        "15-dear-height",
        "number",
        title=_("When a high push is dear"),
        expects=_("a number, the push"),
        is_right=lambda push: abs(push / best() - 1) <= NEAR_BEST,
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
                "stopped short",
                lambda push: 1.35 * fold <= push < best(),
                _("At {given} the bill still falls as the push rises. Compare it with the bill at a push 0.1 higher."),
            ),
            Mistake(
                "gone past",
                lambda push: best() < push <= 2 * fold,
                _("At {given} the bill has begun to rise again. Compare it with the bill at a push 0.1 lower."),
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
        length = HAIR * pulse["length"]
        path = pulse_path(COUPLING, pulse["push"], length, length + 40, base=BASE)
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
                "the base counted twice",
                lambda pulse: CAP + 1e-9 < pulse["push"] <= CAP + BASE + 1e-9,
                _("The push is above the cap. Does it count the base? The pulse comes on top of the base."),
            ),
            Mistake(
                "outside the limits",
                lambda pulse: not sound(pulse),
                _("Keep the push between nothing and the cap, and the length positive and finite."),
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
                "the base forgotten",
                lambda pulse: abs(pulse["length"] / crossing_time(COUPLING, pulse["push"]) - 1) < 0.01,
                _("It tips, and your length is the one that an industry without a base needs. What does the base do?"),
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


def _stocks(country: str) -> list[float]:
    """Return what a country has at the end of each year, up to 2018 so that its record is over."""
    rows = load("photovoltaics_countries")
    chosen = rows[(rows["country"] == country) & (rows["year"] <= 2018)]
    return [float(value) for value in chosen["installed_mw"]]


def _added(installed: Any, floor: bool = True) -> list[float]:
    stocks = [float(value) for value in installed]
    steps = [later - earlier for earlier, later in zip(stocks, stocks[1:], strict=False)]
    return [max(step, 0.0) for step in steps] if floor else steps


def _after(added: list[float]) -> tuple[float, list[float]]:
    """Return the largest number, and the three that follow it."""
    place = added.index(max(added))
    return added[place], added[place + 1 : place + 4]


def _from_record(installed: Any) -> list[float]:
    added = _added(installed)
    return added[added.index(max(added)) :]


def _kept_of_steps(steps: list[float]) -> float:
    record, after = _after(steps)
    return min(after) / record


def _kept_of(installed: Any) -> float:
    return _kept_of_steps(_added(installed))


def _kept() -> Task:
    def right(installed: Any) -> float:
        return _kept_of(installed)

    def mean(installed: Any) -> float:
        record, after = _after(_added(installed))
        return sum(after) / len(after) / record

    def unfloored(installed: Any) -> float:
        return _kept_of_steps(_added(installed, floor=False))

    def of_stocks(installed: Any) -> float:
        place = _added(installed).index(max(_added(installed))) + 1
        return float(min(installed[place + 1 : place + 4]) / installed[place])

    return function_task(
        "15-kept",
        title=_("What a country keeps after its record"),
        expects=_("a function of a list of MW in place at the ends of years that returns a share"),
        right=lambda installed: right(installed),
        cases=[*(_stocks(country) for country in ENDED), *MADE_UP],
        tolerance=0.0006,
        mistakes=[
            function_mistake(
                "stocks taken for additions",
                of_stocks,
                _("You compare what is in place, which hardly ever falls. What is *added* in a year?"),
            ),
            function_mistake(
                "per cent for share",
                lambda installed: 100 * right(installed),
                _("Your function gives a hundred times the share. Give it as a share of one."),
            ),
            function_mistake(
                "the first stock taken for an addition",
                lambda installed: _kept_of([0.0, *installed]),
                _("You count what is there at the beginning as an addition. When it was added, the list does not say."),
            ),
            function_mistake(
                "the record among the three",
                lambda installed: min(_from_record(installed)[:3]) / _from_record(installed)[0],
                _("Your three years begin with the record itself. Which is the first year after it?"),
            ),
            function_mistake(
                "all later years",
                lambda installed: min(_from_record(installed)[1:]) / _from_record(installed)[0],
                _("You take the lowest of all later years. The lesson's rule looks at three."),
            ),
            function_mistake(
                "the size of a fall",
                lambda installed: _kept_of_steps([abs(step) for step in _added(installed, floor=False)]),
                _("Where the stock falls you count the size of the fall as an addition. What was added in that year?"),
            ),
            function_mistake(
                "years left out",
                lambda installed: _kept_of_steps([step for step in _added(installed, floor=False) if step >= 0]),
                _("You leave out the years in which the stock falls. They are years after the record, with 0 added."),
            ),
            function_mistake(
                "the mean of three years",
                mean,
                _("You take the mean of the three years. The lesson's rule takes the lowest."),
            ),
            function_mistake(
                "the third year",
                lambda installed: _after(_added(installed))[1][-1] / _after(_added(installed))[0],
                _("You take the third year after the record. Is it always the lowest of the three?"),
            ),
            function_mistake(
                "the first year",
                lambda installed: _after(_added(installed))[1][0] / _after(_added(installed))[0],
                _("You take the year after the record. Is it always the lowest of the three?"),
            ),
            function_mistake(
                "a stock that falls",
                unfloored,
                _("Where the stock falls you count less than nothing. What does the lesson's rule make of it?"),
            ),
        ],
        hints=(
            _("First turn stocks into additions: each year's stock less that of the year before."),
            _("Find the place of the largest addition, and look at the three after it."),
            _("A stock that falls adds nothing: take zero. Then the lowest of the three over the largest."),
        ),
        explanation=_("Flows, a record and the lowest of three years: three choices, and each could be another."),
    )


def _flow_cut() -> Task:
    def least() -> float:
        from scipy.optimize import brentq

        return float(brentq(lambda supply: schlogl_folds(supply)[0] - FEED, TWO_STATES + 1e-9, 3.0))

    return property_task(
        "15-flow-cut",
        "number",
        title=_("How far the flow may be cut"),
        expects=_("a number, the supply"),
        is_right=lambda supply: abs(supply - least()) < 0.006,
        mistakes=[
            Mistake(
                "no fold at any feed",
                lambda supply: 1 <= supply <= TWO_STATES,
                _("At {given} no feed has two states any more. At this feed, does the high state go sooner?"),
            ),
            Mistake(
                "something to spare",
                lambda supply: supply > least(),
                _("At {given} the high state stands, with something to spare. How far down may it go?"),
            ),
            Mistake(
                "already fallen",
                lambda supply: TWO_STATES < supply < least(),
                _("At {given} `schlogl_states` finds one state, the low one. Go up until there are three."),
            ),
            Mistake(
                "a feed for a supply",
                lambda supply: supply < 1,
                _("{given} looks like a feed. The feed stays as it is; which supply is the least?"),
            ),
        ],
        hints=(
            _("`schlogl_states(0.5, supply)` has three states as long as the high one stands."),
            _("Begin at 3 and go down in small steps, or halve the distance again and again."),
            _("It is the supply at which the lower fold of `schlogl_folds` reaches the feed."),
        ),
        explanation=_("A cut of a fortieth ends it: past the ridge, and yet it lives on what runs through."),
    )


def _busts_under(answer: dict[str, float]) -> pd.Series:
    return records(_additions(), answer["size"], int(answer["window"]))[1]["kept"]


def _within(answer: dict[str, float]) -> bool:
    whole = float(answer["window"]).is_integer()
    return whole and WINDOWS[0] <= answer["window"] <= WINDOWS[1] and SIZES[0] <= answer["size"] <= SIZES[1]


@cache
def _ours() -> float:
    return float(median(records(_additions())[1]["kept"]))


def _turned(answer: dict[str, float]) -> bool:
    found = float(_busts_under(answer).median())
    ours = round(_ours(), 3)  # as the exercise prints it
    return round(found, 3) >= TIMES * ours - 1e-9 or round(found, 3) <= ours / TIMES + 1e-9


def _break_rule() -> Task:
    return property_task(
        "15-break-rule",
        "numbers",
        RULE,
        title=_("Break the rule of the busts"),
        expects=_("three numbers labelled size, window and kept"),
        is_right=lambda answer: (
            _within(answer)
            and answer["size"] != SIZE
            and len(_busts_under(answer)) >= FEWEST_BUSTS
            and abs(answer["kept"] - float(_busts_under(answer).median())) < READ
            and _turned(answer)
        ),
        mistakes=[
            Mistake(
                "outside the limits",
                lambda answer: not _within(answer),
                _("Your size or window is beyond the limits of the exercise, or the window is no whole number."),
            ),
            Mistake(
                "the lesson's own size",
                lambda answer: answer["size"] == SIZE,
                _("300 MW is the lesson's own size, and the lesson prints what it gives. Choose another size."),
            ),
            Mistake(
                "too few busts",
                lambda answer: len(_busts_under(answer)) < FEWEST_BUSTS,
                _("Your rule leaves fewer than ten busts. Which of the two numbers makes them rare?"),
            ),
            Mistake(
                "the rule hardly moves it",
                lambda answer: not _turned(answer),
                _(
                    "Your rule keeps between a third of the lesson's share and three times it. "
                    "Which choice moves it more?"
                ),
            ),
            Mistake(
                "per cent for share",
                lambda answer: abs(answer["kept"] / 100 - float(_busts_under(answer).median())) < READ,
                _("Your kept looks like a per cent. Give it as a share of one."),
            ),
            Mistake(
                "kept of another rule",
                lambda answer: abs(answer["kept"] - float(_busts_under(answer).median())) >= READ,
                _("The rule turns it, and the share that you give belongs to another one. Compute the median again."),
            ),
        ],
        hints=(
            _("`records` returns two tables; the second has the busts of a rule, and its column kept their shares."),
            _("The lowest of many years is lower than the lowest of few."),
            _("So the window decides: try the shortest, and the longest."),
        ),
        explanation=_("The lowest of how many years: that choice of ours makes much of the number."),
    )
