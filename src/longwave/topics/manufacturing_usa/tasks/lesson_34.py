"""Tasks of lab 34: reading and mending a cell that lost a mark, and where the score by size goes wrong."""

import math
import re
from typing import Any

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    function_mistake,
    function_task,
    number_task,
    property_task,
    table_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant
from longwave.topics.manufacturing_usa.models.held_out import held_out, recovered
from longwave.topics.manufacturing_usa.models.institutes import SUMS, UNIT, sums_of_others
from longwave.topics.manufacturing_usa.models.lost_marks import log_distance, readings

SURE = {"verified": "checked", "federal side verified": "half", "inferred": "open"}
FAR, CERTAIN = 0.05, 0.95
MOST_FEDERAL, MOST_OTHERS, LEAST = 300, 600, 10  # million dollars


def title() -> str:
    """Return the lesson's title."""
    return _("Can a garbled table be repaired?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_distance(),
        _quiz_unit(),
        _quiz_share(),
        _quiz_trial(),
        _ways(),
        _mend(),
        _decide(),
        _far(),
        _unusual(),
        _break(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "34-guess-six",
            title=_("Federal money of six institutes"),
            expects=_("a number, in million dollars"),
            low=0,
            high=10_000,
            truth=_legible_federal,
            explanation=_("The notices give {truth} million together; as headed, the column gives ten times as much."),
        ),
        number_guess(
            "34-guess-distance",
            title=_("How unusual the first award was"),
            expects=_("a number of standard deviations, below 0 for less than usual"),
            low=-10,
            high=10,
            truth=lambda: float(held_out()["federal_z"]["America Makes"]),
            explanation=_("The first award, 30 million, lies at {truth} by the logarithms of the other seventeen."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "34-far": Variant(
            _far,
            {"first": (10, 8, 12), "second": (20, 16, 25), "third": (40, 50, 64), "far_sum": (5, 4, 100, 150)},
            _far_fits,
        ),
    }


def _legible_federal() -> float:
    table = load("institutes_table2").query("money_fault == 'legible, wrong unit'")
    return float(table["federal_checked_million_usd"].sum())


def _line_distance() -> Task:
    def sums() -> pd.Series:
        return sums_of_others("America Makes")[0]

    return number_task(
        "34-line-distance",
        title=_("How far a sum is from the usual"),
        expects=_("a number of standard deviations, below 0 for less than usual"),
        right=lambda: float(log_distance(6.5, sums()).iloc[0]),
        tolerance=0.04,  # -0.6, rounded, passes
        mistakes=[
            value_mistake(
                "without the logarithm",
                lambda: (6.5 - sums().mean()) / sums().std(),
                _("{given} measures plain sums. The score compares the logarithm of 6.5 with the others' logarithms."),
            ),
            value_mistake(
                "logarithm on one side",
                lambda: (6.5 - np.log(sums()).mean()) / np.log(sums()).std(),
                _("{given} takes the mean of logarithms away from 6.5 itself. Both must be logarithms."),
            ),
            value_mistake(
                "million against units",
                lambda: float(log_distance(65, sums()).iloc[0]),
                _("{given} compares 65 million with sums in units of 10 million."),
            ),
            value_mistake(
                "not divided",
                lambda: math.log(6.5) - np.log(sums()).mean(),
                _("{given} is a distance in logarithms. In how many standard deviations?"),
            ),
            value_mistake(
                "sign turned",
                lambda: -float(log_distance(6.5, sums()).iloc[0]),
                _("{given} is above the mean. Is 65 million more or less than the others got?"),
            ),
        ],
        hints=(
            _("Take the logarithm of 6.5 first."),
            _("Then the mean of `logs` away from it."),
            _("Divide by `logs.std()`."),
        ),
        explanation=_("Less than one standard deviation below the mean: 65 million would be nothing unusual."),
    )


def _quiz_unit() -> Task:
    return choice_task(
        "34-quiz-unit",
        title=_("A unit for a cell that nobody checked"),
        options="abcd",
        right="2ccbf8c41d16",
        mistakes={
            "a": ("a unit checked cell by cell", _("A heading speaks for its whole column. How many cells agree?")),
            "c": ("inferred taken for checked", _("You reason from its neighbours. What would *checked* need?")),
            "d": ("garbled taken for invented", _("Nothing here says who made the error, nor that it was made up.")),
        },
        hints=(
            _("Which of the three parts of a figure is common to the whole column?"),
            _("What you know from the neighbours is more than nothing and less than a source."),
            _("“The unit, by one known sum” says what each word of the three parts is worth."),
        ),
        explanation=_("A unit belongs to the column. What follows for a single cell is inferred, and says so."),
    )


def _quiz_share() -> Task:
    return choice_task(
        "34-quiz-share",
        title=_("What a share of 98 per cent says"),
        options="abcd",
        right="a81d434d881f",
        mistakes={
            "a": (
                "share taken for truth",
                _("The shares sum to 1 over the readings, whatever the truth. Which case in the lesson has 98 %?"),
            ),
            "c": (
                "best of the list taken for likely",
                _("The best of a bad list also gets the largest share. What measures how unusual it is in itself?"),
            ),
            "d": (
                "small share taken for impossible",
                _("An unusual pair gets a small share, and unusual awards were made. Which one?"),
            ),
        },
        hints=(
            _("What do the shares of a cell sum to?"),
            _("A cell with a single reading gives it 100 per cent. Is it therefore true?"),
            _("“Where a test of distance refuses the truth” has the pair for which the two questions part."),
        ),
        explanation=_("A share ranks readings of one cell. It says nothing of a pair that is on no list."),
    )


def _quiz_trial() -> Task:
    return choice_task(
        "34-quiz-trial",
        title=_("What a passed trial promises"),
        options="abcd",
        right="02635e40db12",
        mistakes={
            "a": (
                "promise made for all truths",
                _("The trial speaks of usual truths. Is the truth of your cell among them?"),
            ),
            "b": (
                "sure taken for usual",
                _("The method was also sure about unusual truths, in the lesson's second trial. Of how many?"),
            ),
            "d": (
                "trial thrown away",
                _("Never wrong in hundreds of cases is worth something. On what condition?"),
            ),
        },
        hints=(
            _("For which truths was the method tried, and never wrong?"),
            _("What would have to hold for your cell to be like those?"),
            _("“Garble what you know” counts usual and unusual pairs apart."),
        ),
        explanation=_("The condition is about the truth, and the method sees only the print."),
    )


def _ways() -> Task:
    def ways(cell: str) -> int:
        return len(readings(cell))

    def body(cell: str) -> str:
        return re.sub(r"\s", "", cell).split(".")[0]

    return function_task(
        "34-ways",
        title=_("How many ways to read it"),
        expects=_("a function of a printed cell without a slash, such as '656. 8', that returns a whole number"),
        right=ways,
        cases=["656. 8", "1150. 2", "45. 1", "4056. 2", "9134. 5"],
        mistakes=[
            function_mistake(
                "points never lost",
                lambda cell: sum(
                    body(cell)[place:] == "0" or body(cell)[place] != "0" for place in range(1, len(body(cell)))
                ),
                _("You move the slash only. What else may the left-hand number have lost?"),
            ),
            function_mistake(
                "nothing before the point",
                lambda cell: ways(cell) + (2 if len(body(cell)) > 1 else 1),
                _("You count readings in which the right-hand number has nothing before its point."),
            ),
            function_mistake(
                "numbers that begin with 0",
                lambda cell: sum(2 if place > 1 else 1 for place in range(1, len(body(cell)))),
                _("You count a right-hand number such as 02.5. Which of them can be a printed number?"),
            ),
        ],
        hints=(
            _("Take '656. 8' and write down every place for the slash."),
            _("For each place: may the left-hand number have lost a point? May the right-hand one begin so?"),
            _("“Three places for a slash” lists the readings of one cell."),
        ),
        explanation=_("Few readings remain once you ask what a printed number may look like."),
    )


def _mend() -> Task:
    def pairs(times: float = 1) -> dict[str, list[Any]]:
        lost = load("institutes_table2").query("money_fault == 'slash or point lost'")
        sides = {"federal": lost["federal_million_usd"], "others": lost["nonfederal_million_usd"]}
        return {"institute": list(lost["institute"])} | {side: list(sums * times) for side, sums in sides.items()}

    def one(institute: str, federal: float, others: float) -> dict[str, list[Any]]:
        return {"institute": [institute], "federal": [federal], "others": [others]}

    return table_task(
        "34-mend",
        key="institute",
        columns=["federal", "others"],
        title=_("Six cells mended"),
        expects=_("a table with the columns institute, federal and others, in million dollars"),
        right=pairs,
        mistakes=[
            value_mistake(
                "heading believed",
                lambda: pairs(10),
                _("Every sum is ten times what other institutes got. Which unit do the six award notices give?"),
            ),
            value_mistake(
                "unit left out",
                lambda: pairs(0.1),
                _("These are the digits, with their marks put back. What is one unit worth in million dollars?"),
            ),
            value_mistake(
                "notice written for the print",
                one("America Makes", 30, 40),
                _("These are the sums of America Makes's award notice. Which sums can its printed digits bear?"),
            ),
            value_mistake(
                "slash after the first digit",
                one("America Makes", 60, 568),
                _("In the cell of America Makes the others then pledge more than twice the largest pledge known."),
            ),
            value_mistake(
                "point of the first number not put back",
                one("MxD", 830, 106),
                _("MxD's cell has its slash. Compare its first number with the largest award: what else is lost?"),
            ),
            value_mistake(
                "slash after the second digit",
                one("NIIMBL", 71, 29),
                _("In the cell of NIIMBL the others then pledge less than any known pledge. Try another place."),
            ),
            value_mistake(
                "point not put back",
                one("ARM", 80, 1730),
                _("ARM's cell has its slash. Compare its second number with the largest pledge: what else is lost?"),
            ),
        ],
        hints=(
            _("Write down the readings of a cell, and ask of each whether a pair of that size is known."),
            _("“How usual is a pair?” gives the smallest and the largest sums of the other institutes."),
            _("The panel of readings weighs the readings of each cell. Then turn units into million dollars."),
        ),
        explanation=_(
            "All six can be read; that says how they were printed. Size alone leaves NIIMBL open, and its notice "
            "settles it. The notices of America Makes and MxD give other sums: read, and not checked."
        ),
    )


def _decide() -> Task:
    def statuses(**other: str) -> dict[str, list[str]]:
        table = load("institutes_table2")
        lost = table[table["money_fault"] == "slash or point lost"]
        sure = [other.get(status, SURE[status]) for status in lost["decoding_status"]]
        return {"institute": list(lost["institute"]), "status": sure}

    return table_task(
        "34-decide",
        key="institute",
        columns=["status"],
        title=_("Which cells stay open"),
        expects=_('a table with the columns institute and status, which is "checked", "half" or "open"'),
        right=statuses,
        mistakes=[
            value_mistake(
                "legible taken for true",
                lambda: statuses(inferred="checked", **{"federal side verified": "checked"}),
                _("Size tells you how the cells were printed. What do the award notices say of America Makes and MxD?"),
            ),
            value_mistake(
                "inferred taken for half",
                lambda: statuses(inferred="half"),
                _("For two cells you count one side as found. Which sums do their award notices give?"),
            ),
            value_mistake(
                "federal side taken for found",
                {"institute": ["MxD"], "status": ["half"]},
                _("You count one side of MxD as found. What does its notice say of the federal sum, and what is read?"),
            ),
            value_mistake(
                "half taken for checked",
                lambda: statuses(**{"federal side verified": "checked"}),
                _("For one cell the sources give the federal sum, and of the others only “about”."),
            ),
        ],
        hints=(
            _("Compare what is read with the award notices, side by side."),
            _("Both sides found: checked. One: half. Neither: open."),
            _("“Read is not checked” has the table."),
        ),
        explanation=_(
            "America Makes and MxD stay open: their notices give other sums, and the later money that sources "
            "name does not fill the gap. AIM Photonics is half decided: its source gives a sum for all together. "
            "The other three have a source for both sides."
        ),
    )


def _far(first: float = 10, second: float = 20, third: float = 40, far_sum: float = 5) -> Task:
    known = (first, second, third)

    def distance(parts: int = 1) -> float:
        logs = np.log(known)
        return float((math.log(far_sum) - logs.mean()) / logs.std(ddof=parts))

    return number_task(
        "34-far",
        title=_("A distance by hand"),
        expects=_("a number of standard deviations, below 0 for less than usual"),
        right=distance,
        tolerance=0.01,
        mistakes=[
            value_mistake("sign turned", lambda: -distance(), _("{given} lies on the other side of the mean.")),
            value_mistake(
                "without the logarithm",
                lambda: (far_sum - np.mean(known)) / np.std(known, ddof=1),
                _("{given} measures plain sums. On the scale asked for, twice and half are equally far."),
            ),
            value_mistake(
                "divided by n",
                lambda: distance(0),
                _("{given} divides the squares by the number of sums. The task asks for one less than that."),
            ),
        ],
        hints=(
            _("Take the logarithms of the known sums: where is their mean?"),
            _("How far from the mean is each? Square, add, divide by one less than their number, take the root."),
            _("Then the logarithm of the sum in question, less the mean, over that root."),
        ),
        explanation=_("On a scale of logarithms a sum is as far off as its ratio to the usual ones says."),
    )


def _far_fits(first: float, second: float, third: float, far_sum: float) -> bool:
    logs = np.log([first, second, third])
    distance = (math.log(far_sum) - logs.mean()) / logs.std(ddof=1)
    return first < second < third and abs(distance) > 1.2 and abs(distance + 2) > 0.1


def _chance(federal: float, others: float) -> float:
    distances = [float(log_distance(side, sums).iloc[0]) for side, sums in zip((federal, others), _all(), strict=True)]
    return math.exp(-sum(z * z for z in distances) / 2)


def _all() -> list[pd.Series]:
    return [load("institutes")[column].dropna() for column in SUMS]


def _unusual() -> Task:
    def plain(side: float, sums: pd.Series) -> float:
        return float((side - sums.mean()) / sums.std())

    def squares(federal: float, others: float) -> list[float]:
        return [
            float(log_distance(side, sums).iloc[0]) ** 2 for side, sums in zip((federal, others), _all(), strict=True)
        ]

    return function_task(
        "34-unusual",
        title=_("Too unusual to believe?"),
        expects=_("a function of two sums in million dollars that returns 1 or 0"),
        right=lambda federal, others: int(_chance(federal, others) < FAR),
        cases=[
            (65, 68),
            (70, 250),
            (300, 40),
            (20, 30),
            (60, 568),
            (70, 1500),
            (330, 130),
            (35, 600),
            (8, 120),
            (10, 15),
        ],
        mistakes=[
            function_mistake(
                "federal side alone",
                lambda federal, others: int(squares(federal, others)[0] > -2 * math.log(FAR)),
                _("You judge the federal sum alone. A pair is two sums."),
            ),
            function_mistake(
                "other side alone",
                lambda federal, others: int(squares(federal, others)[1] > -2 * math.log(FAR)),
                _("You judge the others' sum alone. A pair is two sums."),
            ),
            function_mistake(
                "without the logarithm",
                lambda federal, others: int(
                    sum(plain(side, sums) ** 2 for side, sums in zip((federal, others), _all(), strict=True))
                    > -2 * math.log(FAR)
                ),
                _("You measure plain sums. The score works with their logarithms."),
            ),
            function_mistake(
                "chance turned round",
                lambda federal, others: int(_chance(federal, others) >= FAR),
                _("You return 1 for the usual pairs. What is asked for is whether a pair is too unusual."),
            ),
        ],
        hints=(
            _("Two distances z, each from the logarithms of one column of the dataset."),
            _("The chance is exp(−(z₁² + z₂²) / 2)."),
            _("`awards[column].dropna()`, then `np.log`, `.mean()` and `.std()`."),
        ),
        explanation=_("The rule needs no reading at all, so it can refuse every reading of a cell, and a true award."),
    )


def _break() -> Task:
    def in_range(pair: dict[str, float]) -> bool:
        return LEAST <= pair["federal"] <= MOST_FEDERAL and LEAST <= pair["others"] <= MOST_OTHERS

    def whole(pair: dict[str, float]) -> bool:
        return all(abs(value - round(value)) < 1e-9 for value in pair.values())

    def read(pair: dict[str, float]) -> pd.Series:
        true = pd.DataFrame({side: [pair[side] / UNIT] for side in ("federal", "others")})
        return recovered(true, *sums_of_others("")).iloc[0]

    def asked(pair: dict[str, float]) -> bool:
        return in_range(pair) and whole(pair)

    return property_task(
        "34-break",
        "numbers",
        ("federal", "others"),
        title=_("A true pair that the score misreads"),
        expects=_("two sums in whole million dollars, labelled federal and others"),
        is_right=lambda pair: asked(pair) and not read(pair)["right"] and read(pair)["share"] >= CERTAIN,
        mistakes=[
            Mistake(
                "out of range",
                lambda pair: not in_range(pair),
                _("Federal money goes from 10 to 300 million here, the others' from 10 to 600."),
            ),
            Mistake(
                "no whole million",
                lambda pair: not whole(pair),
                _("The table prints one decimal of 10 million: give whole millions."),
            ),
            Mistake(
                "read rightly",
                lambda pair: asked(pair) and bool(read(pair)["right"]),
                _("The score puts this pair first among the readings of its cell, and is right."),
            ),
            Mistake(
                "not sure of it",
                lambda pair: asked(pair) and not read(pair)["right"] and read(pair)["share"] < CERTAIN,
                _("The score puts a false reading first, but gives it less than 95 per cent."),
            ),
        ],
        hints=(
            _("The score trusts usual sums. Which side of a pair must be unusual for a false reading to look better?"),
            _("Try others' money far below every known pledge, beside a federal sum that does not end in 0."),
            _('`recovered(pairs, *sums_of_others(""))` reads any pair; its sums are in units of 10 million.'),
        ),
        explanation=_("Nineteen in twenty is a promise about usual pairs. For unusual ones it is none."),
    )
