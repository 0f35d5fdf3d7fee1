"""Tasks of lesson 00: reading a garbled table."""

from longwave.i18n import _
from longwave.tasks.kinds import (
    choice_task,
    function_mistake,
    function_task,
    number_task,
    value_mistake,
)
from longwave.tasks.task import Task

UNIT_MILLION, PRINTED_UNIT_MILLION = 10, 100
LEGIBLE_CELLS = ("7 / 7", "8 / 21. 4", "7 / 17. 8", "7 / 4. 1", "7 / 7. 8")


def title() -> str:
    """Return the lesson's title."""
    return _("Start here: can you trust a printed number?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_hello(),
        _quiz_verdict(),
        _quiz_cause(),
        _printed_sum(),
        _checked_sum(),
        _read_cell(),
        _error_factor(),
    )


def _money(institute: str) -> tuple[float, float]:
    """Return the decoded federal and other money of an institute, in million dollars."""
    from longwave.data import load

    row = load("institutes_table2").set_index("institute").to_dict("index")[institute]
    return float(row["federal_million_usd"]), float(row["nonfederal_million_usd"])


def _quiz_hello() -> Task:
    return number_task(
        "00-quiz-hello",
        title=_("ARM's money, checked"),
        expects=_("a number, in million dollars"),
        right=lambda: sum(_money("ARM")),
        mistakes=[
            value_mistake(
                "printed unit kept",
                lambda: (8 + 173) * PRINTED_UNIT_MILLION,
                _("{given} is the sum as printed, unit and all. Which cell shows what the award notices say?"),
            ),
            value_mistake(
                "billions for millions",
                lambda: sum(_money("ARM")) / 1000,
                _("{given} would be in billion dollars. The question asks for millions."),
            ),
            value_mistake(
                "one side only",
                lambda: _money("ARM")[1],
                _("{given} is the money from others. Where is the federal side?"),
            ),
            value_mistake(
                "digits without a unit",
                8 + 173,
                _("{given} is the sum of the printed digits. Which unit, and are the digits right?"),
            ),
        ],
        hints=(
            _("Two sums, one from each side, in one unit."),
            _("Use the checked columns of the row ARM, not the printed cell."),
            _("Look at the cell below “The award notices say”, in “By hand, then by code”."),
        ),
        explanation=_("Both sides come from the award notice, not from the printed cell."),
    )


def _quiz_verdict() -> Task:
    return choice_task(
        "00-quiz-verdict",
        title=_("What to call an unconfirmed decoding"),
        options="abcd",
        right="4a604f275fd9",
        mistakes={
            "a": (
                "pattern taken for proof",
                _("A pattern fits, but nobody has confirmed it. What would “confirmed” need?"),
            ),
            "b": (
                "garbled taken for wrong",
                _("A lost slash makes a cell hard to read. Does it make the author's number wrong?"),
            ),
            "d": (
                "doubt taken for silence",
                _("You know more than nothing: the digits and the other cells. Which word says so, and no more?"),
            ),
        },
        hints=(
            _("Which words need a source, and which only need an argument?"),
            _("The decoding follows from the digits and from how the other cells are built."),
            _("Look at the paragraph above the chart, in “The data and its limits”."),
        ),
        explanation=_("It follows from the digits, and no source was seen: use it, and say so."),
    )


def _quiz_cause() -> Task:
    lost = _("A copying machine loses such a mark easily. Which finding can it not explain?")
    return choice_task(
        "00-quiz-cause",
        title=_("What a text copy cannot do"),
        options="abcd",
        right="eb4a475346aa",
        mistakes={
            "a": ("lost slash blamed on the author", lost),
            "c": ("lost point blamed on the author", lost),
            "d": (
                "spaces blamed on the author",
                _("Stray spaces are just what a text copy makes. Which cell lost nothing, and is wrong all the same?"),
            ),
        },
        hints=(
            _("Ask of each finding: could a machine that drops marks have made it?"),
            _("Look for a cell where every mark is in place."),
            _("Look at the two rows in “What the model misses”."),
        ),
        explanation=_("Nothing is lost in that cell, so nothing that loses marks explains it."),
    )


def _printed_sum() -> Task:
    return number_task(
        "00-printed-sum",
        title=_("CESMII as printed"),
        expects=_("a number, in billion dollars"),
        right=lambda: (7 + 7) * PRINTED_UNIT_MILLION / 1000,
        mistakes=[
            value_mistake(
                "mended too early",
                lambda: (7 + 7) * UNIT_MILLION / 1000,
                _("{given} uses the mended unit. The question asks what the table says as it stands."),
            ),
            value_mistake(
                "one side only", lambda: 7 * PRINTED_UNIT_MILLION / 1000, _("{given} is one side of the slash.")
            ),
            value_mistake(
                "unit left out", 7 + 7, _("{given} counts units. What does one unit of the column stand for?")
            ),
            value_mistake(
                "millions for billions",
                lambda: (7 + 7) * PRINTED_UNIT_MILLION,
                _("{given} is in million dollars. The question asks for billions."),
            ),
        ],
        hints=(
            _("Digits times unit, both as printed."),
            _("The head of the column says 亿美元: a hundred million dollars."),
            _("The lesson does the same for ARM in “By hand, then by code”."),
        ),
        explanation=_("As printed, each of two sides has 7 units of a hundred million."),
    )


def _checked_sum() -> Task:
    return number_task(
        "00-checked-sum",
        title=_("CESMII as awarded"),
        expects=_("a number, in million dollars"),
        right=lambda: sum(_money("CESMII")),
        mistakes=[
            value_mistake(
                "printed unit kept",
                lambda: (7 + 7) * PRINTED_UNIT_MILLION,
                _("{given} keeps the printed unit. Which unit do the award notices bear out?"),
            ),
            value_mistake("one side only", lambda: _money("CESMII")[0], _("{given} is one side. Add the other.")),
            value_mistake(
                "billions for millions",
                lambda: sum(_money("CESMII")) / 1000,
                _("{given} would be in billion dollars. The question asks for millions."),
            ),
        ],
        hints=(
            _("The digits stay, the unit changes."),
            _("One unit is 10 million dollars, not a hundred million."),
            _("Look at the two rows in “What the model misses”."),
        ),
        explanation=_("The digits were right; only the unit was not."),
    )


def _cell(text: str, unit_million: float) -> dict[str, float]:
    federal, others = text.replace(" ", "").split("/")
    return {"federal": float(federal) * unit_million, "others": float(others) * unit_million}


def _read_cell() -> Task:
    return function_task(
        "00-read-cell",
        title=_("A function that reads a cell"),
        expects=_("a function of one text that returns federal and others, in million dollars"),
        right=lambda text: _cell(text, UNIT_MILLION),
        cases=LEGIBLE_CELLS,
        returns=("federal", "others"),
        mistakes=[
            function_mistake(
                "printed unit kept",
                lambda text: _cell(text, PRINTED_UNIT_MILLION),
                _("Your function keeps the printed unit, ten times too large."),
            ),
            function_mistake(
                "unit left out", lambda text: _cell(text, 1), _("Your function gives units, not million dollars.")
            ),
            function_mistake(
                "digits after a stray space dropped",
                lambda text: {
                    side: float(part.split(".")[0]) * UNIT_MILLION
                    for side, part in zip(("federal", "others"), text.split("/"), strict=True)
                },
                _("“17. 8” has a stray space inside one number. What does your function do with the part after it?"),
            ),
        ],
        hints=(
            _("First make the text clean, then cut it at the slash."),
            _('`text.replace(" ", "")` takes out the spaces; `float` turns text into a number.'),
            _("The unit is found in “What the model misses”: 10 million dollars."),
        ),
        explanation=_("It reads the six legible cells. On a garbled one it stops, as it should."),
    )


def _error_factor() -> Task:
    return function_task(
        "00-error-factor",
        title=_("How wrong is a cell with both slips?"),
        expects=_("a function of the true digits, federal and others, that returns a factor"),
        right=lambda federal, others: 10 * (federal + 10 * others) / (federal + others),
        cases=[(8, 17.3), (7, 12.9), (7.5, 9.6), (1, 1)],
        mistakes=[
            function_mistake(
                "both slips taken to hit both numbers",
                lambda federal, others: 100,
                _("The unit hits both numbers. Which of the two does the lost point hit?"),
            ),
            function_mistake(
                "unit slip only",
                lambda federal, others: 10,
                _("That is the unit alone. The right-hand number has also lost its point."),
            ),
            function_mistake(
                "point slip only",
                lambda federal, others: (federal + 10 * others) / (federal + others),
                _("That is the lost point alone. The unit of the column is wrong as well."),
            ),
        ],
        hints=(
            _("Write the wrong sum over the true sum."),
            _("In the wrong sum the right-hand number is ten times too large, and then so is everything."),
            _("The lesson computes both factors for ARM, below its panel."),
        ),
        explanation=_("The unit multiplies all by ten; the point only what is right of the slash."),
    )
