"""Tasks of lesson 11: find a slip without a source, tell columns from waves, and weigh a repair."""

import math
from itertools import combinations

from longwave.data import load
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
from longwave.topics.revolutions.models import cut_scores, shift_scores, years_at_home

CENTURIES = [(1600, 1699), (1700, 1799), (1800, 1899), (1900, 1999)]
DECADES = [(1900, 1919), (1920, 1939), (1940, 1959)]
INVENTED = [1905, 1912, 1925, 1931, 1938, 1952, 1961]
COUNTRY_YEARS = [1771, 1829, 1875, 1908, 1971, None]
PERIODS = [(1750, 1850), (1870, 1910), (1940, 2000), (2001, math.inf)]
SLIPPED_ROWS = {4.0, 5.0, 11.0}
PARTS = ("first", "second", "third")


def title() -> str:
    """Return the lesson's title."""
    return _("What changes in a technological revolution, and what has slipped in the table?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_first_look(),
        _quiz_eras(),
        _quiz_shift(),
        _quiz_anchor(),
        _find_slip(),
        _at_home(),
        _best_cut(),
        _idle_years(),
        _eras(),
    )


def _quiz_first_look() -> Task:
    return property_task(
        "11-quiz-first-look",
        "numbers",
        PARTS,
        title=_("Three rows that cannot be right"),
        expects=_("a list of three row numbers"),
        is_right=lambda plain: set(plain.values()) == SLIPPED_ROWS,
        mistakes=[
            Mistake(
                "one row given twice",
                lambda plain: len(set(plain.values())) < len(PARTS),
                _("One row is there twice. There are three different ones."),
            ),
            Mistake(
                "cell cut short",
                lambda plain: bool({9.0, 13.0} & set(plain.values())),
                _("One of your rows has a cell that breaks off, and yet is in its place. Which row does not?"),
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
            _("Then take the row that names lands, and ask who led industry in the years of the period row."),
            _("Look at the table above: two neighbours below the leading technology, and one row near the end."),
        ),
        explanation=_("Two rows hold things of another kind, and one has its lands under the wrong years."),
    )


def _quiz_eras() -> Task:
    return choice_task(
        "11-quiz-eras",
        title=_("What a column is"),
        options="abcd",
        right="058aed66a3fa",
        mistakes={
            "a": (
                "columns are eras",
                _("Eras would follow each other. What did the gaps between the printed periods come to?"),
            ),
            "c": (
                "column taken for a leader's turn",
                _("Count the lands in the cells of the country row. Is there one leader to a column?"),
            ),
            "d": (
                "column taken for one wave",
                _("Then as many waves as columns. How many entries did you count in the country row?"),
            ),
        },
        hints=(
            _("Compare the number of columns with the number of waves that the text speaks of."),
            _("Some cells say “from … to …”. What do they join?"),
            _("Look at “Four, five or six”."),
        ),
        explanation=_("A column is a drawer: some drawers hold two waves."),
    )


def _quiz_shift() -> Task:
    cells = [[1720], [1780, 1830], [1910], []]
    return number_task(
        "11-quiz-shift",
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
                _("For {given} you must take a cell apart. Here the row moves whole. Which year then stays abroad?"),
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
            _("“By hand, then by code” counts years at home; “One column off?” moves the row."),
        ),
        explanation=_("A whole move mends most of it; the rest needs a cut."),
    )


def _quiz_anchor() -> Task:
    return choice_task(
        "11-quiz-anchor",
        title=_("One author, twice"),
        options="abcd",
        right="2ed68404670b",
        mistakes={
            "a": (
                "evidence counted twice",
                _("Who dates the entries? And who, in this setting, dates the columns?"),
            ),
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


def _find_slip() -> Task:
    return numbers_task(
        "11-find-slip",
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
        ],
        hints=(
            _("Count the years at home in each row as printed."),
            _("A single wrong date costs one year; a slip costs nearly all."),
            _("`shift_scores` from the lesson scores every move of a row at once."),
        ),
        explanation=_("Nearly all years of one row are abroad, and one move brings them all home."),
    )


def _at_home() -> Task:
    def count(years: list[float], spans: list[tuple[float, float]], shift: int, wrap: bool = False) -> int:
        size = len(spans)
        places = [(place + shift) % size if wrap else place + shift for place in range(size)]
        pairs = [(year, spans[place]) for year, place in zip(years, places, strict=True) if 0 <= place < size]
        return sum(start <= year <= end for year, (start, end) in pairs)

    def inside(years: list[float], spans: list[tuple[float, float]], shift: int) -> int:
        return count(years, [(start + 1, end - 1) for start, end in spans], shift)

    return function_task(
        "11-at-home",
        title=_("Score one move of a row"),
        expects=_("a function of a list of years, a list of spans and a shift that returns a whole number"),
        right=lambda years, spans, shift: count(years, spans, shift),
        cases=[
            ([1620, 1720, 1820, 1920], CENTURIES, 0),
            ([1720, 1820, 1920, 1620], CENTURIES, 1),
            ([1820, 1650, 1700, 1800], CENTURIES, -1),
            ([1699, 1800, 1899, 1950], CENTURIES, 0),
            ([1905, 1921, 1931], DECADES, 1),
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
            _("The formula is in “The idea”."),
        ),
        explanation=_("Each year is compared with the span that it lands on, and with none if it falls off."),
    )


def _best_cut() -> Task:
    def right() -> dict[str, float]:
        return dict(zip(PARTS, map(int, cut_scores(INVENTED, DECADES).index[0].split("|")), strict=True))

    return numbers_task(
        "11-best-cut",
        title=_("Pour seven entries into three columns"),
        expects=_("three whole numbers labelled first, second and third, in entries"),
        labels=PARTS,
        right=right,
        mistakes=[
            Mistake(
                "entries lost or doubled",
                lambda plain: sum(plain.values()) != len(INVENTED),
                _("Your three numbers do not add up to the number of entries. Each entry goes into one column."),
            ),
            value_mistake(
                "cut as printed",
                {"first": 3, "second": 3, "third": 1},
                _("That is the cut as printed. Which of its entries are in a column that begins after them?"),
            ),
            Mistake(
                "cut into equal parts",
                lambda plain: sorted(plain.values()) == [2, 2, 3] and plain["second"] == 2,
                _("Even parts look neat. Do the years ask for them?"),
            ),
        ],
        hints=(
            _("Write each entry's column beside it; one entry fits none."),
            _("The order is kept, so two cuts settle it all."),
            _("`cut_scores` in “One column off?” tries every cut."),
        ),
        explanation=_("The best cut brings all home but one, which no column can hold."),
    )


def _idle_years() -> Task:
    def most() -> int:
        best = cut_scores(COUNTRY_YEARS, PERIODS).index[0]
        dated = range(len(COUNTRY_YEARS) - 1)
        return max(size for size in dated if any(_still_best(gone, best) for gone in combinations(dated, size)))

    return number_task(
        "11-idle-years",
        title=_("Years that do no work"),
        expects=_("a whole number, in years"),
        right=most,
        mistakes=[
            value_mistake(
                "every year thought needed",
                0,
                _("You keep them all. Take away the first entry's year: which columns are open to that entry anyway?"),
            ),
            value_mistake(
                "one at a time",
                1,
                _("One can go, and there is more than one such year. Can they go together?"),
            ),
            value_mistake(
                "years that stay",
                lambda: 5 - most(),
                _("That is how many must stay, or one too many to go. How many of the five can go?"),
            ),
            value_mistake(
                "one year thought enough",
                4,
                _("With a single year left, many cuts tie. Print the scores: is the first alone?"),
            ),
        ],
        hints=(
            _("Put None in place of a year and look at the two best cuts: is there a tie?"),
            _("The first entry and the last dated one have little choice: no column may stay empty."),
            _("`cut_scores` in “One column off?” takes None for a year that you do not know."),
        ),
        explanation=_("The order of the entries does the rest of the work."),
    )


def _still_best(gone: tuple[int, ...], best: str) -> bool:
    """Return whether a cut stays the only best one when some years are not known."""
    kept = [None if place in gone else year for place, year in enumerate(COUNTRY_YEARS)]
    scores = cut_scores(kept, PERIODS)
    return bool(scores.index[0] == best and scores.iloc[0] > scores.iloc[1])


def _eras() -> Task:
    def counted(by: list[str]) -> dict[str, float]:
        spans = load("perez_surges").query("surge < 5").groupby(by).agg({"first_year": "min", "last_year": "max"})
        years = range(int(spans["first_year"].min()), int(spans["last_year"].max()) + 1)
        held = [int(((spans["first_year"] <= year) & (year <= spans["last_year"])).sum()) for year in years]
        return {"uncovered": held.count(0), "shared": sum(number > 1 for number in held)}

    return numbers_task(
        "11-eras",
        title=_("Are Perez's surges eras?"),
        expects=_("two whole numbers labelled uncovered and shared, in years"),
        labels=("uncovered", "shared"),
        right=lambda: counted(["surge"]),
        mistakes=[
            value_mistake(
                "phases, not surges",
                lambda: counted(["surge", "phase"]),
                _("You count within the surges too. A surge runs from its first phase to its last."),
            ),
            Mistake(
                "an end left out",
                lambda plain: plain["uncovered"] == 2 or plain["shared"] == 10,
                _("A difference of two years is not a count of years. Are both ends inside a surge?"),
            ),
            value_mistake(
                "the two exchanged",
                lambda: dict(zip(("shared", "uncovered"), counted(["surge"]).values(), strict=True)),
                _("You have the two labels the wrong way round."),
            ),
        ],
        hints=(
            _("Group by surge; take the smallest first year and the largest last year."),
            _("For each year, count the surges that hold it, both ends included."),
            _("The panel of the lesson draws the surges in two lanes: where do they overlap?"),
        ),
        explanation=_("Surges overlap, because a new one begins while the old one is mature."),
    )
