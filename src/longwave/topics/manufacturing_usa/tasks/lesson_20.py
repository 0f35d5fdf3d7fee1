"""Tasks of lesson 20: reading and mending a cell that lost a mark, three averages, and what a list leaves out."""

import re
from typing import Any

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.kinds import (
    choice_task,
    function_mistake,
    function_task,
    number_task,
    numbers_task,
    table_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.topics.manufacturing_usa.models.leverage import leverage
from longwave.topics.manufacturing_usa.models.lost_marks import readings

QUIZ_PUBLIC, QUIZ_OTHERS = (20, 80), (100, 40)
PUBLIC, OTHERS = (5, 20, 75), (20, 30, 60)
SURE = {"verified": "checked", "federal side verified": "half", "inferred": "open"}


def title() -> str:
    """Return the lesson's title."""
    return _("What does Table 2 say of the institutes, and what is wrong in it?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_unit(),
        _quiz_mean(),
        _quiz_missing(),
        _ways(),
        _mend(),
        _decide(),
        _leverage(),
        _range(),
        _share(),
    )


def _quiz_unit() -> Task:
    return choice_task(
        "20-quiz-unit",
        title=_("A unit for a cell that nobody checked"),
        options="abcd",
        right="268e60a28bbb",
        mistakes={
            "a": ("a unit checked cell by cell", _("A heading speaks for its whole column. How many cells agree?")),
            "c": ("inferred taken for checked", _("You reason from its neighbours. What would *checked* need?")),
            "d": ("garbled taken for invented", _("Nothing here says who made the error, nor that it was made up.")),
        },
        hints=(
            _("Which of the three parts of a figure is common to the whole column?"),
            _("What you know from the neighbours is more than nothing and less than a source."),
            _("Look at the words *inferred* and *checked* in “What stays open”."),
        ),
        explanation=_("A unit belongs to the column. What follows for a single cell is inferred, and says so."),
    )


def _quiz_mean() -> Task:
    return number_task(
        "20-quiz-mean",
        title=_("Two programmes together"),
        expects=_("a number, other money for each public dollar"),
        right=lambda: leverage(QUIZ_PUBLIC, QUIZ_OTHERS)["ratio_of_sums"],
        mistakes=[
            value_mistake(
                "mean of ratios",
                lambda: leverage(QUIZ_PUBLIC, QUIZ_OTHERS)["mean_of_ratios"],
                _("{given} is the mean of the two ratios. The small programme counts there as much as the large one."),
            ),
            value_mistake(
                "ratio upside down",
                lambda: leverage(QUIZ_OTHERS, QUIZ_PUBLIC)["ratio_of_sums"],
                _("{given} is public money for each other dollar. Which of the two do you divide by?"),
            ),
            value_mistake(
                "best ratio",
                QUIZ_OTHERS[0] / QUIZ_PUBLIC[0],
                _("{given} is the first programme's own. Where is the other one?"),
            ),
        ],
        hints=(
            _("Put all money into two heaps first."),
            _("Sum of the others' money over sum of the public money."),
            _("“What did a dollar bring?” does it for two others."),
        ),
        explanation=_("Together asks about money; the mean of ratios asks about programmes."),
    )


def _quiz_missing() -> Task:
    return choice_task(
        "20-quiz-missing",
        title=_("What a short list is good for"),
        options="abcd",
        right="ddbf1f305dd9",
        mistakes={
            "a": ("part taken for a sample", _("Who chose the twelve, and was it at random?")),
            "b": ("right cells make a right sum", _("Each cell is right. What is not in the sum?")),
            "d": (
                "every institute the same size",
                _("Twelve of sixteen is a share of heads. Do all heads cost the same?"),
            ),
        },
        hints=(
            _("Right in each cell, and short: which uses touch the cells only?"),
            _("A sum, a mean and a share all speak about those who are missing."),
            _("Look at “Who is not on the list?”."),
        ),
        explanation=_("An example speaks for itself; sums, means and shares speak for the whole."),
    )


def _ways() -> Task:
    def ways(cell: str) -> int:
        return len(readings(cell))

    def body(cell: str) -> str:
        return re.sub(r"\s", "", cell).split(".")[0]

    return function_task(
        "20-ways",
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
                "numbers that begin with nought",
                lambda cell: sum(2 if place > 1 else 1 for place in range(1, len(body(cell)))),
                _("You count a right-hand number such as 02.5. Which of them can be a printed number?"),
            ),
        ],
        hints=(
            _("Take '656. 8' and write down every place for the slash."),
            _("For each place: may the left-hand number have lost a point? May the right-hand one begin so?"),
            _("“By hand, then by code” lists the readings of one cell."),
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
        "20-mend",
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
                "point not put back",
                one("ARM", 80, 1730),
                _("ARM's cell has its slash. Compare its second number with the largest pledge: what else is lost?"),
            ),
        ],
        hints=(
            _("Write down the readings of a cell, and ask of each whether a pair of that size is known."),
            _("“By hand, then by code” gives the smallest and the largest sums of the other institutes."),
            _("“Predict, then move” weighs the readings of each cell. Then turn units into million dollars."),
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
        "20-decide",
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
                "half taken for checked",
                lambda: statuses(**{"federal side verified": "checked"}),
                _("For one cell the sources give the federal sum, and of the others only “about”."),
            ),
        ],
        hints=(
            _("Compare what is read with the award notices, side by side."),
            _("Both sides found: checked. One: half. Neither: open."),
            _("“What stays open” has the table."),
        ),
        explanation=_(
            "America Makes and MxD stay undecided: their notices give other sums, and no source says whether later "
            "money makes the difference. AIM Photonics is half decided: its source gives a sum for all together. "
            "The other three have a source for both sides."
        ),
    )


def _leverage() -> Task:
    labels = ("together", "mean", "median")

    def three() -> dict[str, float]:
        return dict(zip(labels, leverage(PUBLIC, OTHERS), strict=True))

    return numbers_task(
        "20-leverage",
        labels=labels,
        title=_("Three averages"),
        expects=_("three numbers: together, mean and median"),
        right=three,
        mistakes=[
            value_mistake(
                "mean and together changed round",
                lambda: {"together": three()["mean"], "mean": three()["together"]},
                _("You have the two numbers, each under the other's name."),
            ),
            value_mistake(
                "mean of sums",
                lambda: {"mean": sum(OTHERS) / 3},
                _("Your mean is one of money. The mean asked for is one of three ratios."),
            ),
            value_mistake(
                "median of the money",
                {"median": OTHERS[1]},
                _("Your median is a sum of money. Divide first, then take the one in the middle."),
            ),
        ],
        hints=(
            _("Write the three ratios down first."),
            _("Two of the averages need only these ratios; the third needs the heaps."),
            _("“What did a dollar bring?” has the formulas."),
        ),
        explanation=_("The larger a programme, the more it weighs in the first, and not at all in the others."),
    )


def _range() -> Task:
    def together(federal: float, others: float) -> float:
        table = load("institutes_table2").set_index("institute")
        rest = table.drop("MxD")
        return (rest["nonfederal_million_usd"].sum() + others) / (rest["federal_million_usd"].sum() + federal)

    return numbers_task(
        "20-range",
        labels=("low", "high"),
        title=_("What one open cell can do"),
        expects=_("two numbers, low and high, other money for each federal dollar"),
        right=lambda: {"low": together(83, 106), "high": together(70, 250)},
        mistakes=[
            value_mistake(
                "MxD alone",
                {"low": 106 / 83, "high": 250 / 70},
                _("These are MxD's own. The question asks for all twelve together."),
            ),
            value_mistake(
                "only the others' money moved",
                lambda: {"high": together(83, 250)},
                _("Your high end changes the others' money and keeps the federal sum. The notice changes both."),
            ),
            value_mistake(
                "MxD left out",
                lambda: {"high": together(0, 0)},
                _("Your high end leaves MxD out. It has money, only which?"),
            ),
        ],
        hints=(
            _("Add up the other eleven, on both sides, once."),
            _("Then put MxD's pair beside them, first as read, then as in the notice."),
            _("The cell below the panel of leverage does it for all notices at once."),
        ),
        explanation=_("One open cell of twelve moves the total by a tenth: a range is the honest figure."),
    )


def _share() -> Task:
    def awards(kind: str) -> float:
        rows = load("institutes").query("in_table2 == @kind")
        return float(rows["federal_first_award_million_usd"].sum())

    def listed() -> float:
        return float(load("institutes_table2")["federal_million_usd"].sum())

    return number_task(
        "20-share",
        title=_("What the list leaves out"),
        expects=_("a number from 0 to 1, a share of the federal money of sixteen"),
        right=lambda: awards("no") / (awards("no") + listed()),
        unit="share",
        tolerance=0.0005,
        mistakes=[
            value_mistake(
                "heads counted for money",
                4 / 16,
                _("{given} is the share of institutes. The question asks for money."),
            ),
            value_mistake(
                "share of the listed",
                lambda: awards("no") / listed(),
                _("{given} compares those left out with those listed. The whole is both."),
            ),
            value_mistake(
                "later ones counted too",
                lambda: (awards("no") + awards("founded later")) / (awards("no") + awards("founded later") + listed()),
                _("{given} counts institutes that were founded after 2021."),
            ),
        ],
        hints=(
            _("Add up the first awards of the four that are left out."),
            _("The whole is Table 2's federal money, as read, and theirs."),
            _("The dataset institutes has a column that says who is in Table 2."),
        ),
        explanation=_(
            "The four are about as large as the others, so money and heads nearly agree here; they need not."
        ),
    )
