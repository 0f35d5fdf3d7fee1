"""Tasks of lesson 00: one multiplication, a rounding interval, a garbled table, and how sure a reader is."""

from typing import Literal

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.calibration import held_by_chance
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
from longwave.topics.papers.models.averages import rest_mean
from longwave.topics.papers.models.ranges import ranges_of_a_reader

UNIT_MILLION, PRINTED_UNIT_MILLION = 10, 100
LEGIBLE_CELLS = ("7 / 7", "8 / 21. 4", "7 / 17. 8", "7 / 4. 1", "7 / 7. 8")
WEEKS = 52
HAND_BILLION = 6  # 1,750 and 1,760 are right by hand
# The lesson's own numbers: plants by the survey's hours, and what the sums leave outside the car industry.
CAR_PLANTS, OTHER_PLANTS, CAR_HOUR = 1_192, 9_025, 1_342_816
OTHER_HOURS, OTHER_COST = 2_885_200, 307e9
PLANTS = ("dear_plants", "dear_cost", "dear_hours")


def title() -> str:
    """Return the lesson's title."""
    return _("Start here: can you trust a printed number?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _one_product(),
        _quiz_hello(),
        _quiz_verdict(),
        _quiz_cause(),
        _parts_fall(),
        _heavy_hour(),
        _read_cell(),
        _error_factor(),
        _held_ranges(),
        _break_mean(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "00-guess-total",
            title=_("What the report prints as the sum"),
            expects=_("a number, in billion dollars"),
            low=0,
            high=5000,
            truth=lambda: _fact("00-all-cost"),
            explanation=_("That is what the report prints. Compare it with your own product."),
        ),
        range_guess(
            "00-guess-others",
            title=_("An hour outside the car plants"),
            expects=_("two numbers, in thousand dollars an hour"),
            low=0,
            high=1500,
            truth=lambda: round(_other_hour() / 1000),
            explanation=_("Car plants have an eighth of the hours, and most of the money."),
        ),
        range_guess(
            "00-guess-arm",
            title=_("What was announced for ARM"),
            expects=_("two numbers, in million dollars"),
            low=0,
            high=20_000,
            truth=lambda: sum(_money("ARM")),
            explanation=_("The announcement names 80 million from the government and 173 million from others."),
        ),
        range_guess(
            "00-guess-managers",
            title=_("How often managers' ranges held"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=100,
            truth=lambda: _fact("00-cfo-held"),
            explanation=_("Ranges of 80 % should have held the return in 80 of 100 cases."),
        ),
    )


def _fact(fact_id: str) -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"][fact_id])


def _other_hour() -> float:
    """Return what an hour costs outside the car plants, in dollars, by the report's own sums."""
    return rest_mean(
        _fact("00-all-cost") * 1e9, _fact("00-all-hours") * 1e6, _fact("00-car-cost") * 1e9, _fact("00-car-hours")
    )


def _money(institute: str) -> tuple[float, float]:
    """Return the decoded federal and other money of an institute, in million dollars."""
    row = load("institutes_table2").set_index("institute").to_dict("index")[institute]
    return float(row["federal_million_usd"]), float(row["nonfederal_million_usd"])


def _one_product() -> Task:
    def billions() -> float:
        return _fact("00-all-hours") * 1e6 * _fact("00-plant-hour") / 1e9

    return property_task(
        "00-one-product",
        "number",
        title=_("Hours times what an hour costs"),
        expects=_("a number, in billion dollars"),
        is_right=lambda answer: abs(answer - billions()) < HAND_BILLION,
        mistakes=[
            value_mistake(
                "dollars for billions",
                lambda: billions() * 1e9,
                _("{given} is in single dollars. Divide by 1e9, which is a billion."),
            ),
            value_mistake(
                "millions for billions",
                lambda: billions() * 1000,
                _("{given} is in million dollars. A billion is a thousand millions."),
            ),
            value_mistake(
                "trillions for billions",
                lambda: billions() / 1000,
                _("{given} is in trillions. The question asks for billions, a thousand times as many."),
            ),
            value_mistake(
                "printed sum given",
                lambda: _fact("00-all-cost"),
                _("{given} is what the report prints. What do its hours and its dollars an hour give?"),
            ),
            value_mistake(
                "one plant's hours",
                lambda: _fact("00-plant-hours") * _fact("00-plant-hour") / 1e9,
                _("{given} is the year of one plant. The question is about the hours of all firms on the list."),
            ),
            value_mistake(
                "divided",
                lambda: _fact("00-plant-hour") / (_fact("00-all-hours") * 1e6),
                _("{given} comes from a division. If one hour costs so much, what do all the hours cost?"),
            ),
        ],
        hints=(
            _("An hour costs so many dollars, and there are so many hours: multiply."),
            _("Both numbers have a name in the first line of the cell: hours and dollars."),
            _("Write hours * dollars / 1e9 in place of the three dots."),
        ),
        explanation=_("So many hours at so many dollars make about 1,756 billion."),
    )


def _quiz_hello() -> Task:
    def largest(step: float = 0.05, unit: float = UNIT_MILLION) -> float:
        return (17.8 + step) * unit

    return number_task(
        "00-quiz-hello",
        title=_("What 17.8 can stand for"),
        expects=_("a number, in million dollars"),
        right=largest,
        tolerance=0.1,
        mistakes=[
            value_mistake(
                "printed unit kept",
                lambda: largest(unit=PRINTED_UNIT_MILLION),
                _("{given} keeps the printed unit. By how much did it turn out too large?"),
            ),
            value_mistake(
                "billions for millions",
                lambda: largest() / 1000,
                _("{given} would be in billion dollars. The question asks for millions."),
            ),
            value_mistake(
                "digits without a unit",
                lambda: largest(unit=1),
                _("{given} is in units. How many million dollars is one unit?"),
            ),
            value_mistake(
                "rounding left out",
                lambda: largest(step=0),
                _("{given} takes 17.8 as exact. Up to which number would one print 17.8?"),
            ),
            value_mistake(
                "whole step to one side",
                lambda: largest(step=0.1),
                _("{given} would be printed as 17.9. How far may 17.8 go: a whole step, or half of one?"),
            ),
            value_mistake(
                "half a unit to one side",
                lambda: largest(step=0.5),
                _("{given} rounds to whole units. The last digit that is printed is a tenth of a unit."),
            ),
            value_mistake(
                "lower end",
                lambda: largest(step=-0.05),
                _("{given} is the smallest such number. The question asks for the largest."),
            ),
        ],
        hints=(
            _("First the rounding interval of 17.8, in units; then its upper end in million dollars."),
            _("Half a step of the last digit is a twentieth of a unit, and the mended unit is ten million, 千万."),
            _("`printed_interval` takes a text such as the decoded right-hand number and gives both ends."),
        ),
        explanation=_("At most 178.5 million, so rounding does not reach 189: the announcement says something else."),
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
                _("A pattern fits, and the one source that we opened has other figures. What would “confirmed” need?"),
            ),
            "b": (
                "garbled taken for wrong",
                _("The award of 2012 may be the first of several. Can it refute a figure that may add up later years?"),
            ),
            "d": (
                "doubt taken for silence",
                _("You know more than nothing: the digits and the other cells. Which word says so, and no more?"),
            ),
        },
        hints=(
            _("Which words need a source, and which only need an argument?"),
            _("The decoding follows from the digits and from how the other cells are built."),
            _("Look at the last lines of “How a verdict is reached”."),
        ),
        explanation=_("It follows from the digits alone: use it with that word, and name the first award beside it."),
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
            _("Look at the six rows in “Who made the error, the paper or our copy?”."),
        ),
        explanation=_("Nothing is lost in that cell, so nothing that loses marks explains it."),
    )


def _parts_fall() -> Task:
    def fall(week: float) -> float:
        return 100 * (1 - (1 - week / 100) ** WEEKS)

    return numbers_task(
        "00-parts-fall",
        title=_("What one per cent a week can mean in a year"),
        expects=_("two numbers labelled low and high, in per cent"),
        labels=("low", "high"),
        right=lambda: {"low": fall(0.5), "high": fall(1.5)},
        tolerance=0.3,
        mistakes=[
            value_mistake(
                "weeks added up",
                {"low": 0.5 * WEEKS, "high": 1.5 * WEEKS},
                _("You add up the weeks. After the first week, of which price does the second week take its part?"),
            ),
            value_mistake(
                "weeks added up, rounding left out",
                {"low": WEEKS, "high": WEEKS},
                _("52 adds up the weeks and takes 1 as exact. Of which price does the second week take its part?"),
            ),
            value_mistake(
                "rounding left out",
                lambda: {"low": fall(1), "high": fall(1)},
                _("That is a fall of exactly 1 a week. From which to which number would “1” be printed?"),
            ),
            value_mistake(
                "whole step to each side",
                lambda: {"low": fall(0), "high": fall(2)},
                _("You go a whole step to each side. “0” and “2” would be printed as 0 and 2; how far may 1 go?"),
            ),
            value_mistake(
                "a tenth to each side",
                lambda: {"low": fall(0.9), "high": fall(1.1)},
                _("You go a tenth to each side. “1” has no decimals: which numbers round to it?"),
            ),
            value_mistake(
                "half a tenth to each side",
                lambda: {"low": fall(0.95), "high": fall(1.05)},
                _("That is the interval of “1.0”. “1” has no decimals: which numbers round to it?"),
            ),
            value_mistake(
                "what is left",
                lambda: {"low": 100 - fall(1.5), "high": 100 - fall(0.5)},
                _("That is what is left of the price. The question asks how far it falls."),
            ),
            value_mistake(
                "shares for per cent",
                lambda: {"low": fall(0.5) / 100, "high": fall(1.5) / 100},
                _("These are shares of one whole. How many is each in a hundred?"),
            ),
            value_mistake(
                "ends exchanged",
                lambda: {"low": fall(1.5), "high": fall(0.5)},
                _("The two ends are right and have changed places: low is the smaller fall."),
            ),
        ],
        hints=(
            _("First find the rounding interval of “1”, and then a year of 52 weeks at either end."),
            _("A price that loses w per cent a week keeps (1 − w/100) of itself each week, 52 times over."),
            _("“What rounding can explain” has the rounding interval; `printed_interval` computes it."),
        ),
        explanation=_("From 22.9 to 54.4 per cent a year: 30 lies inside, so the two sources need not quarrel."),
    )


def _heavy_hour() -> Task:
    def readings(hour: float) -> dict[str, float]:
        return {"hour": hour, "million": 59e6 / hour, "thousand": 59e3 / hour}

    def rise(name: str) -> float:
        return 1 + _fact(name) / 100

    def hour_of_2022(months: float = 12) -> float:
        return _fact("00-heavy-year") * 1e6 / (months * _fact("00-heavy-hours"))

    def hour_of_2019() -> float:
        return hour_of_2022() / rise("00-heavy-rise") * rise("00-heavy-hours-rise")

    def hour() -> float:
        return hour_of_2019() * rise("00-heavy-hour-rise")

    def turned() -> dict[str, float]:
        right = readings(hour())
        return {"hour": right["hour"], "million": 1 / right["million"], "thousand": 1 / right["thousand"]}

    return numbers_task(
        "00-heavy-hour",
        title=_("Of which period is 59 million the cost?"),
        expects=_("three numbers labelled hour (in dollars), million and thousand (how many hours each print pays)"),
        labels=("hour", "million", "thousand"),
        right=lambda: readings(hour()),
        mistakes=[
            value_mistake(
                "a month's hours for a year's money",
                lambda: readings(12 * hour()),
                _("You divide the money of a year by the hours of a month. How many months has the year?"),
            ),
            value_mistake(
                "hour of 2022",
                lambda: readings(hour_of_2022()),
                _("That is the hour of 2022. Take it back to 2019 by both rises, and then on to 2023."),
            ),
            value_mistake(
                "hour of 2019",
                lambda: readings(hour_of_2019()),
                _("That is the hour of 2019. By 2023 it was 319 % dearer."),
            ),
            value_mistake(
                "rise taken for the factor",
                lambda: readings(hour_of_2019() * (rise("00-heavy-hour-rise") - 1)),
                _("You multiply by 3.19. A price that rises by 100 % doubles: what does one that rises by 319 % do?"),
            ),
            value_mistake(
                "rise on top of 2022",
                lambda: readings(hour_of_2022() * rise("00-heavy-hour-rise")),
                _("You let the hour of 2022 rise by 319 %. That rise begins in 2019."),
            ),
            value_mistake(
                "rise of the hours left out",
                lambda: readings(hour() / rise("00-heavy-hours-rise")),
                _("You take 25 hours a month for 2019 too. In 2022 they were 9 % more than before."),
            ),
            value_mistake(
                "ratios turned over",
                turned,
                _("Your hour is right, and your ratios are turned over. How many such hours does each print pay?"),
            ),
            value_mistake(
                "hour in millions",
                lambda: readings(hour()) | {"hour": hour() / 1e6},
                _("Give the hour in single dollars. The two ratios are right."),
            ),
        ],
        hints=(
            _("Money of a year over hours of a year gives the hour. The hours are printed for a month."),
            _("A rise of 145 % makes 2.45 times as much: divide the money by that, and the hours by 1.09."),
            _("Money of 2019 over hours of 2019, times 4.19, is the hour of 2023; divide 59e6 and 59e3 by it."),
        ),
        explanation=_(
            "About 795,000 dollars. 59 thousand pays four minutes, 59 million pays 74 hours: neither is an hour. "
            "A plant lost 275 hours in a year of 2019, and by 2023 nearly two-thirds less. So 59 million is nearest "
            "to a year. That is inferred, and 1.6 times 2019, which its page prints, fits: 4.19 on 0.38 of the hours."
        ),
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
            _("Cut at the slash, turn both parts into numbers, and multiply each by the unit, 10 million dollars."),
        ),
        explanation=_(
            "It reads the legible cells. Now try it on “8 / 173”: unless you test for that, nothing stops it, and "
            "the others give 1,730 million. A lost point makes no noise."
        ),
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
                "factor of one cell",
                lambda federal, others: 10 * (8 + 173) / (8 + 17.3),
                _("71.5 is the factor of ARM. Does a cell with other digits have the same one?"),
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
            _("The wrong sum is ten times (federal + 10 × others). Divide it by federal + others."),
        ),
        explanation=_("The unit multiplies all by ten; the point only what is right of the slash."),
    )


def _held_ranges() -> Task:
    def counted(inside: Literal["both", "neither"] = "both") -> int:
        ranges = ranges_of_a_reader()
        return int(ranges["truth"].between(ranges["low"], ranges["high"], inclusive=inside).sum())

    def answer(held: int, ends: tuple[int, int]) -> dict[str, int]:
        return {"fewest": ends[0], "held": held, "most": ends[1]}

    def chance() -> tuple[int, int]:
        return held_by_chance(len(ranges_of_a_reader()))

    return numbers_task(
        "00-held-ranges",
        title=_("Are these 80 % ranges?"),
        expects=_("three numbers labelled fewest, held and most, counts of ranges"),
        labels=("fewest", "held", "most"),
        right=lambda: answer(counted(), chance()),
        tolerance=0.5,
        mistakes=[
            value_mistake(
                "ends left out",
                lambda: answer(counted("neither"), chance()),
                _("One truth lies exactly on the end of its range. Is that outside?"),
            ),
            value_mistake(
                "misses counted",
                lambda: answer(len(ranges_of_a_reader()) - counted(), chance()),
                _("You count the ranges that miss. How many hold the truth?"),
            ),
            value_mistake(
                "expected count only",
                lambda: answer(counted(), (16, 16)),
                _("16 is what to expect of 20 on average. How far may chance move it, 5 in 100 at either end?"),
            ),
            value_mistake(
                "ranges of 90 per cent",
                lambda: answer(counted(), (16, 20)),
                _("Your limits belong to ranges that hold the truth 9 times in 10. These claim 8 in 10."),
            ),
            value_mistake(
                "lower end too high",
                lambda: answer(counted(), (14, 19)),
                _("A calibrated reader falls below 14 of 20 in 9 of 100 cases. Allow 5 of 100 at either end."),
            ),
            value_mistake(
                "limits for 95 per cent",
                lambda: answer(counted(), (12, 19)),
                _("Below 12 lies 1 case in 100. Allow up to 5 in 100 at either end."),
            ),
        ],
        hints=(
            _("A range holds the truth if low ≤ truth ≤ high. Count the rows for which that is so."),
            _('`ranges["truth"].between(ranges["low"], ranges["high"]).sum()` counts them.'),
            _("`held_by_chance`, in “Managers who were too sure”, gives the fewest and the most for 20 ranges."),
        ),
        explanation=_("11 is below 13, so this reader's ranges are too narrow, and chance does not excuse it."),
    )


def _break_mean() -> Task:
    def left(plain: dict[str, float]) -> tuple[float, float, float]:
        """Return plants, hours and dollars that remain for the cheap plants."""
        hours = plain["dear_plants"] * plain["dear_hours"]
        return OTHER_PLANTS - plain["dear_plants"], OTHER_HOURS - hours, OTHER_COST - hours * plain["dear_cost"]

    def cheap_cost(plain: dict[str, float]) -> float:
        _plants, hours, money = left(plain)
        return money / hours

    def cheap_hours(plain: dict[str, float]) -> float:
        plants, hours, _money = left(plain)
        return hours / plants

    def allowed(plain: dict[str, float]) -> bool:
        return all(value > 0 for value in plain.values()) and min(left(plain)) > 0

    def mean(plain: dict[str, float]) -> float:
        """Return the mean over all plants of what an hour costs, each plant counted once."""
        cars = CAR_PLANTS * CAR_HOUR
        total = cars + plain["dear_plants"] * plain["dear_cost"] + left(plain)[0] * cheap_cost(plain)
        return total / (CAR_PLANTS + OTHER_PLANTS)

    return property_task(
        "00-break-mean",
        "numbers",
        PLANTS,
        title=_("Break the conclusion about the two means"),
        expects=_("three numbers labelled dear_plants, dear_cost (dollars an hour) and dear_hours (a year)"),
        is_right=lambda plain: allowed(plain) and mean(plain) >= _fact("00-plant-hour"),
        mistakes=[
            Mistake(
                "no number above zero",
                lambda plain: any(value <= 0 for value in plain.values()),
                _("All three numbers are above zero."),
            ),
            Mistake(
                "no cheap plant left",
                lambda plain: left(plain)[0] <= 0,
                _("There are 9,025 plants outside the car industry, and some of them must be left for the cheap ones."),
            ),
            Mistake(
                "hours used up",
                lambda plain: left(plain)[1] <= 0,
                _("Your dear plants lose more than the 2,885,200 hours that all others lose together."),
            ),
            Mistake(
                "money used up",
                lambda plain: left(plain)[2] <= 0,
                _("Your dear plants lose more than the 307 billion dollars of all others. What could be smaller?"),
            ),
            Mistake(
                "dear plants stand longer",
                lambda plain: plain["dear_hours"] >= cheap_hours(plain),
                _("Your dear plants stand still at least as long as the cheap ones, as cars do. Turn that round."),
            ),
            Mistake(
                "mean too low",
                lambda plain: mean(plain) < _fact("00-plant-hour"),
                _("The sums agree, and the mean over plants is still below 532,000. More dear plants, or dearer ones?"),
            ),
        ],
        hints=(
            _("An hour that costs much must be rare, or the dear plants use up the 307 billion dollars."),
            _("Plants times hours times cost of an hour must stay below 307 billion; start with half of the plants."),
            _("Half of the plants at a million an hour may stand still for 68 hours a year. Try a little less."),
        ),
        explanation=_(
            "So inside the other plants two kinds of mean can explain the gap after all, if the dear ones seldom stop. "
            "Hours and costs of each sector would decide it."
        ),
    )
