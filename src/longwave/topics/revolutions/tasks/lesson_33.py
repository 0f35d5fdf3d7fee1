"""Tasks of lab 33: find rows that slipped, ask how often the method raises a false alarm, and weigh a repair."""

from collections.abc import Callable
from functools import cache

import numpy as np

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
from longwave.topics.revolutions.models.alarms import gains_of_best_cut, random_rows, shaken_rows
from longwave.topics.revolutions.models.table import PAPER_SPANS, cut_scores, entry_years, shift_scores, years_at_home

CENTURIES = [(1600, 1699), (1700, 1799), (1800, 1899), (1900, 1999)]
DECADES = ((1900, 1919), (1920, 1939), (1940, 1959))
INVENTED, INVENTED_CUT, WITHIN = (1905, 1912, 1925, 1931, 1936, 1948, 1956), (2, 3, 2), 8
PRINTED, REPAIRED = "1|1|2|2", "2|2|1|1"
PRINTED_CUT = (1, 1, 2, 2)
SURE_ROWS = {4.0, 5.0}
PARTS = ("first", "second")
OVERTAKEN = ("united_states", "germany")
DRAWS, SEED = 20_000, 33
ALARM_TOLERANCE = 0.05  # wide enough for real numbers rounded to years, which give 0.41
NEAR = 0.014  # the mean gain and the share without an alarm are 0.03 apart


def title() -> str:
    """Return the lab's title."""
    return _("Which rows of Table 1 slipped?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lab, then of its exercises."""
    return (
        _quiz_first_look(),
        _line_gain(),
        _quiz_anchor(),
        _quiz_clock(),
        _quiz_shift(),
        _find_slip(),
        _at_home(),
        _alarm_share(),
        _overtake(),
        _break_year(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lab lets the reader guess, in its order."""
    return (
        range_guess(
            "33-guess-cells",
            title=_("Cells in a wrong row or column"),
            expects=_("two numbers of cells, from 0 to 52"),
            low=0,
            high=52,
            truth=_misplaced,
            explanation=_("By our repair {truth} cells are in a wrong place."),
        ),
        range_guess(
            "33-guess-alarms",
            title=_("Rows of random years that some other cut would improve"),
            expects=_("two numbers, in per cent of the rows"),
            low=0,
            high=100,
            truth=_alarms_of_random_rows,
            explanation=_("Of rows of random years {truth} per cent have a better cut than 1|1|2|2."),
        ),
        number_guess(
            "33-guess-germany",
            title=_("Germany passes Britain in output a head"),
            expects=_("a year"),
            low=1820,
            high=2022,
            truth=lambda: _first_ahead("Germany"),
            explanation=_("The first year in which Germany is ahead is {truth}."),
        ),
    )


def _misplaced() -> float:
    """Return the cells that are in another row or column than by our repair; 英国 itself is where it belongs."""
    table = load("revolutions_table1")
    return float(table["repair_status"].isin(["moved", "lost"]).sum() - 1)


@cache
def _alarms_of_random_rows() -> float:
    rows = random_rows(5, 1750, 2025, DRAWS, SEED)
    return round(100 * float((gains_of_best_cut(rows, PRINTED_CUT, PAPER_SPANS, undated=1) > 0).mean()), 1)


def _quiz_first_look() -> Task:
    return property_task(
        "33-quiz-first-look",
        "numbers",
        PARTS,
        title=_("Two rows that surely slipped"),
        expects=_("a list of two row numbers"),
        is_right=lambda plain: set(plain.values()) == SURE_ROWS,
        mistakes=[
            Mistake(
                "one row given twice",
                lambda plain: len(set(plain.values())) < len(PARTS),
                _("One row is there twice. There are two different ones."),
            ),
            Mistake(
                "no such row",
                lambda plain: not set(plain.values()) <= set(range(1, 14)),
                _("One of your numbers is no row. They run from 1 to 13, as printed at the left."),
            ),
            Mistake(
                "lands under the name of lands",
                lambda plain: 11.0 in plain.values(),
                _(
                    "You may be right about row 11, and the lab comes back to it. Yet it holds lands, as its name "
                    "says, so only years can show a slip there. Which rows hold things of another kind?"
                ),
            ),
            Mistake(
                "cell cut short",
                lambda plain: bool({9.0, 13.0} & set(plain.values())),
                _(
                    "You are right that a cell of rows 9 and 13 breaks off, so that it is not right as printed. What "
                    "is left of it fits its row's name. In which rows does it not?"
                ),
            ),
            Mistake(
                "wording, not place",
                lambda plain: bool({1.0, 2.0, 7.0} & set(plain.values())),
                _("You can quarrel with the wording of one of your rows. Look for cells that belong to another place."),
            ),
            Mistake(
                "row in order",
                lambda plain: bool({3.0, 6.0, 8.0, 10.0, 12.0} & set(plain.values())),
                _("One of your rows holds what its name says. Is a metal an energy? Is a land a material?"),
            ),
        ],
        hints=(
            _("Read each row's name, then ask of every cell: is it a thing of that kind?"),
            _("No year is needed, and a cell that is cut short does not count."),
            _("Look at the table above: the two are neighbours, below the leading technology."),
        ),
        explanation=_("Both hold things of another kind, which nothing but a slip of rows explains."),
    )


def _line_gain() -> Task:
    def scores() -> dict[str, int]:
        return {str(cut): int(score) for cut, score in cut_scores(entry_years(), PAPER_SPANS).items()}

    return number_task(
        "33-line-gain",
        title=_("What the best cut gains"),
        expects=_("a whole number, in years at home"),
        right=lambda: max(scores().values()) - scores()[PRINTED],
        mistakes=[
            value_mistake(
                "the best score itself",
                lambda: max(scores().values()),
                _("{given} is the best score. How much better is that than the row as printed?"),
            ),
            value_mistake(
                "the printed score",
                lambda: scores()[PRINTED],
                _("{given} is the score of the row as printed. How far is the best cut above it?"),
            ),
            value_mistake(
                "the whole row moved",
                3,
                _("{given} is what a move of the whole row would gain. Here the row is cut anew."),
            ),
            value_mistake(
                "difference turned round",
                lambda: scores()[PRINTED] - max(scores().values()),
                _("Your sign says that the printed row is better. Which of the two comes first?"),
            ),
        ],
        hints=(
            _("A gain is a difference between two of the scores in the line above."),
            _("`scores.max()` is one of the two."),
            _("The other one is `scores[...]`, with the printed cut in quotes."),
        ),
        explanation=_("The gain says how much better the best of ten ways is, not yet how rare such a gain is."),
    )


def _quiz_anchor() -> Task:
    return choice_task(
        "33-quiz-anchor",
        title=_("One author, twice"),
        options="abcd",
        right="ad2209550f58",
        mistakes={
            "a": ("evidence counted twice", _("Who dates the entries? And who, in this setting, dates the columns?")),
            "b": (
                "fit taken for proof",
                _("A fit shows that entries and columns agree. Can anything written by one hand fail to?"),
            ),
            "d": (
                "agreement taken for refutation",
                _("Both settings give one result, so the paper's periods lose nothing. What do they gain?"),
            ),
        },
        hints=(
            _("Ask of every check: could it have failed?"),
            _("Name the source of the entries' years, then that of the columns' years."),
            _("Look at the text after the panel."),
        ),
        explanation=_("A check by the same author can hardly fail, so passing it says little."),
    )


def _quiz_clock() -> Task:
    return choice_task(
        "33-quiz-clock",
        title=_("A right row and a clock that is late"),
        options="abcd",
        right="cbac01732941",
        mistakes={
            "a": (
                "a right row thought safe",
                _("The score sees only the years that you give it. Which years are these here?"),
            ),
            "c": (
                "score thought to know the clock",
                _("Nothing in the score tells a late date from a moved cell. What does it do with both?"),
            ),
            "d": (
                "tie expected",
                _("Look at the scores by big bangs again: is there a tie at the top?"),
            ),
        },
        hints=(
            _("The row is right, and it is scored by years that are not its own."),
            _("These years are the same ones as in “Ten ways to cut a row”. So what are the scores?"),
            _("Look at “A clock that runs late”."),
        ),
        explanation=_("A slip to the right and a clock that runs late look alike to the score."),
    )


def _quiz_shift() -> Task:
    cells = [[1720], [1780, 1830], [1910], []]
    return number_task(
        "33-quiz-shift",
        title=_("Move a row by hand"),
        expects=_("a whole number, in years at home"),
        right=lambda: int(shift_scores(cells, CENTURIES).max()),
        mistakes=[
            value_mistake(
                "row left where it is",
                lambda: years_at_home(cells, CENTURIES),
                _("{given} is at home as printed. What happens if the row moves one column?"),
            ),
            value_mistake(
                "cell cut open",
                4,
                _("For {given} you must take a cell apart. Here the row moves whole. Which year then stays outside?"),
            ),
            value_mistake(
                "cells counted, not years",
                2,
                _("{given} is the number of cells that come home whole. Another comes home in part: count years."),
            ),
            value_mistake(
                "row moved the wrong way",
                lambda: int(shift_scores(cells, CENTURIES)[-1]),
                _("A move to the left brings home so many. Are the years too early for their columns, or too late?"),
            ),
        ],
        hints=(
            _("Write under each column which century it is, and under that the years that are in it."),
            _("Most years belong to a later column than the one they are in, or to an earlier one. Which?"),
            _("“Ten ways to cut a row” counts years at home, and moves the row."),
        ),
        explanation=_("A whole move mends most of it; the rest needs a cut."),
    )


def _find_slip() -> Task:
    return numbers_task(
        "33-find-slip",
        title=_("Find the slip"),
        expects=_("two whole numbers labelled row and shift, columns to the right counted as positive"),
        labels=("row", "shift"),
        right=lambda: {"row": 3, "shift": 2},
        mistakes=[
            value_mistake(
                "wrong date taken for a slip",
                {"row": 4},
                _("One date of that row is in the wrong century, the others are not. Does moving it help?"),
            ),
            value_mistake(
                "the slip, not the repair",
                {"row": 3, "shift": -2},
                _("That is the way in which the row slipped. Which way brings it back?"),
            ),
            Mistake(
                "too short a move",
                lambda plain: plain["row"] == 3 and abs(plain["shift"]) == 1,
                _("The row is right. Move it one column only, and count the years at home: is that all of them?"),
            ),
            value_mistake(
                "row counted from zero",
                {"row": 2, "shift": 2},
                _("Your move fits a row, and the number of the row is one too low. Rows count from one."),
            ),
        ],
        hints=(
            _("Count the years at home in each row as printed."),
            _("A single wrong date costs one year; a slip costs nearly all."),
            _("`shift_scores` from the lab scores every move of a row at once."),
        ),
        explanation=_("Nearly all years of one row are outside its columns, and one move brings them all home."),
    )


def _at_home() -> Task:
    def count(years: list[float], spans: list[tuple[float, float]], shift: int, wrap: bool = False) -> int:
        if not wrap:
            return int(shift_scores([[year] for year in years], spans)[shift])
        size = len(spans)
        pairs = [(year, spans[(place + shift) % size]) for place, year in enumerate(years)]
        return sum(start <= year <= end for year, (start, end) in pairs)

    def inside(years: list[float], spans: list[tuple[float, float]], shift: int) -> int:
        return count(years, [(start + 1, end - 1) for start, end in spans], shift)

    return function_task(
        "33-at-home",
        title=_("Score one move of a row"),
        expects=_("a function of a list of years, a list of spans and a shift that returns a whole number"),
        right=lambda years, spans, shift: count(years, spans, shift),
        cases=[
            ([1620, 1720, 1820, 1920], CENTURIES, 0),
            ([1720, 1820, 1920, 1620], CENTURIES, 1),
            ([1820, 1650, 1700, 1800], CENTURIES, -1),
            ([1699, 1800, 1899, 1950], CENTURIES, 0),
            ([1905, 1921, 1931], list(DECADES), 1),
            ([1950, 1650, 1750, 1850], CENTURIES, -1),
        ],
        mistakes=[
            function_mistake(
                "wrapped round the edge",
                lambda years, spans, shift: count(years, spans, shift, wrap=True),
                _("A cell that leaves the table comes back on the other side. Which index does Python read for −1?"),
            ),
            function_mistake(
                "moved the other way",
                lambda years, spans, shift: count(years, spans, -shift),
                _("Your row moves the other way. A positive shift moves cells to the right."),
            ),
            function_mistake(
                "ends of a span left out",
                inside,
                _("A year on the edge of a span counts as inside. Which comparison includes it?"),
            ),
            function_mistake(
                "shift left out",
                lambda years, spans, shift: count(years, spans, 0),
                _("You give the score of the row as it is. Where does the shift come in?"),
            ),
        ],
        hints=(
            _("Go through the columns; the cell of column c goes to column c + shift."),
            _("Skip a cell whose new column is before the first or after the last."),
            _("The formula is in “Ten ways to cut a row”."),
        ),
        explanation=_("Each year is compared with the span that it lands on, and with none if it falls off."),
    )


@cache
def _invented_gains() -> tuple[float, float]:
    """Return the share of shaken copies of the invented row that raise an alarm, and their mean gain."""
    gains = gains_of_best_cut(shaken_rows(INVENTED, WITHIN, DRAWS, SEED), INVENTED_CUT, DECADES)
    return float((gains > 0).mean()), float(gains.mean())


def _alarm_share() -> Task:
    def share() -> float:
        return _invented_gains()[0]

    return number_task(
        "33-alarm-share",
        title=_("False alarms of a row that is right"),
        expects=_("a share from 0 to 1"),
        right=share,
        tolerance=ALARM_TOLERANCE,
        mistakes=[
            Mistake(
                "real numbers, not whole years",
                lambda given: 0.31 < given <= 0.373,
                _(
                    "{given} is about what errors drawn as real numbers give: a date that is off by a fraction of a "
                    "year can still be in its column. Draw whole years, from −8 to 8."
                ),
                example=lambda: 0.344,
            ),
            Mistake(
                "largest error left out",
                lambda given: 0.373 < given < share() - ALARM_TOLERANCE,
                _(
                    "{given} is about what you get if the dates are never late by the full 8 years. Does your "
                    "generator leave out the upper end?"
                ),
                example=lambda: 0.391,
            ),
            Mistake(
                "share without an alarm",
                lambda given: abs(given - (1 - share())) <= NEAR,
                _("{given} is the share in which the own cut is not beaten. The question asks for the others."),
                example=lambda: 1 - share(),
            ),
            Mistake(
                "per cent, not a share",
                lambda given: abs(given / 100 - share()) <= ALARM_TOLERANCE,
                _("{given} is in per cent. Give a share from 0 to 1."),
                example=lambda: 100 * share(),
            ),
            value_mistake(
                "ties counted as alarms",
                1.0,
                _("{given} counts a gain of nothing as an alarm. When is another cut really better?"),
            ),
            value_mistake(
                "dates without an error",
                0.0,
                _("{given} is right for exact dates. How far may each date be off here?"),
            ),
            Mistake(
                "the mean gain",
                lambda given: abs(given - _invented_gains()[1]) <= NEAR,
                _("{given} is the mean of the gains. The question asks in how many copies the gain is above 0."),
                example=lambda: _invented_gains()[1],
            ),
        ],
        hints=(
            _("`shaken_rows` makes the copies, `gains_of_best_cut` the gain of each."),
            _("An alarm is a gain above 0, and the mean of a comparison a share. Draw whole years, ends included."),
            _("“How often does it raise a false alarm?” does the same for the row of lands; here no entry is undated."),
        ),
        explanation=_(
            "Where columns are short, small errors of dating already make another cut look better. With whole years "
            "the share is near 0.45; real numbers rounded to years give 0.41, which counts too."
        ),
    )


def _ahead(country: str) -> list[tuple[int, bool]]:
    """Return for each year from 1820 whether a country's output a head is above Britain's."""
    income = load("income_per_head").pivot(index="year", columns="country", values="usd_2011_per_head").loc[1820:]
    above = income[country] > income["United Kingdom"]
    return list(zip(map(int, above.index), map(bool, above), strict=True))


@cache
def _first_ahead(country: str) -> float:
    return float(next(year for year, above in _ahead(country) if above))


@cache
def _last_behind(country: str) -> float:
    return float(next(year for year, above in reversed(_ahead(country)) if not above))


def _overtake() -> Task:
    def both(year: Callable[[str], float]) -> dict[str, float]:
        return dict(zip(OVERTAKEN, map(year, ("United States", "Germany")), strict=True))

    return numbers_task(
        "33-overtake",
        title=_("Ahead of Britain for good"),
        expects=_("two years labelled united_states and germany"),
        labels=OVERTAKEN,
        right=lambda: both(lambda country: _last_behind(country) + 1),
        tolerance=0.4,
        mistakes=[
            value_mistake(
                "the first year ahead",
                lambda: both(_first_ahead),
                _("These are the first years ahead. Does each country stay ahead from then on?"),
            ),
            value_mistake(
                "the last year behind",
                lambda: both(_last_behind),
                _("In these years Britain is still level or ahead. Which years come next?"),
            ),
            value_mistake(
                "the two exchanged",
                lambda: dict(zip(reversed(OVERTAKEN), both(lambda c: _last_behind(c) + 1).values(), strict=True)),
                _("You have the two labels the wrong way round."),
            ),
            value_mistake(
                "one country by its first year",
                lambda: {"germany": _first_ahead("Germany")},
                _("Germany is ahead in that year, and behind again later. From when on does it stay ahead?"),
            ),
            value_mistake(
                "the other country by its first year",
                lambda: {"united_states": _first_ahead("United States")},
                _("The United States are ahead in that year, and behind again later. From when on do they stay ahead?"),
            ),
        ],
        hints=(
            _("Compare a country's column with that of the United Kingdom: a comparison gives True or False a year."),
            _("Look for the last year in which it is not ahead."),
            _("“Dates from another hand” makes the table; `.index[...]` picks years by a comparison."),
        ),
        explanation=_("An overtaking is no single event: the first year and the last may lie half a century apart."),
    )


@cache
def _smallest_change() -> tuple[int, int]:
    """Return entry and year of the smallest change of one date that makes another cut the only best one."""
    found = []
    for place, year in enumerate(entry_years()[:5]):
        for moved in range(1700, 2026):
            rows = np.array([[moved if place == at else other for at, other in enumerate(entry_years()[:5])]])
            if gains_of_best_cut(rows, (2, 2, 1, 1), PAPER_SPANS, undated=1)[0] > 0 and _alone(rows[0].tolist()):
                found.append((abs(moved - int(year or 0)), place + 1, moved))
    return min(found)[1:]


def _alone(years: list[int]) -> bool:
    scores = cut_scores([*years, None], PAPER_SPANS)
    return bool(scores.iloc[0] > scores.iloc[1])


def _other_alone(entry: float, year: float) -> bool:
    """Return whether a cut other than the repair is the only best one, if one entry has another year."""
    if entry not in range(1, 6) or not 1000 <= year <= 3000:
        return False
    years = [year if place == entry else other for place, other in enumerate(entry_years(), start=1)]
    scores = cut_scores(years, PAPER_SPANS)
    return bool(scores.index[0] != REPAIRED and scores.iloc[0] > scores.iloc[1])


def _break_year() -> Task:
    def right() -> dict[str, float]:
        entry, year = _smallest_change()
        return {"entry": entry, "year": year}

    return numbers_task(
        "33-break-year",
        title=_("Break it: one date that makes another cut the best"),
        expects=_("two whole numbers labelled entry, from 1 to 5, and year"),
        labels=("entry", "year"),
        right=right,
        tolerance=0.4,
        mistakes=[
            Mistake(
                "no such entry",
                lambda plain: plain["entry"] not in range(1, 6),
                _("Entries count from 1 to 5; the sixth has no date to change."),
            ),
            Mistake(
                "larger change than needed",
                lambda plain: _other_alone(plain["entry"], plain["year"]),
                _("With that date another cut is alone the best. But a smaller change does it, in some entry."),
            ),
            Mistake(
                "tie, not alone",
                lambda plain: not _other_alone(plain["entry"], plain["year"]),
                _("With that date no other cut is alone the best. Print the two highest scores: is there a tie?"),
            ),
        ],
        hints=(
            _("For each entry try the years around its own, first near ones, then farther ones."),
            _("After each change look at the two best cuts: the first must not be 2|2|1|1, and not tie."),
            _("An entry changes its home only where a period begins or ends; “Ten ways to cut a row” lists them."),
        ),
        explanation=_("A quarter of a century in one date turns the cut. Such an error is large, and not absurd."),
    )
