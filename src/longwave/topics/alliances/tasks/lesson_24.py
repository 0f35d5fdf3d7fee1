"""Tasks of lesson 24: who must join a denial, what an announced date costs, what a treaty needs, and what refutes."""

from datetime import date
from functools import cache

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
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.topics.alliances.models.denial import denied_years, purchase_pace

BOUGHT, MONTHS, PLANNED = 2.58, 7, 2.36
QUIZ_LEAD, QUIZ_GAP, QUIZ_PACE = 6, 0.75, 3
BREAK_LEAD, BREAK_SHARE, BREAK_FILLED = 4, 0.5, 0.5
BREAK_GAPS, BREAK_PACES = (0.59, 1.24), (1.64, 3.45)
LAST_YEAR = 1.648
BEFORE, AFTER = "2023Q3", "2024Q1"


def title() -> str:
    """Return the lesson's title."""
    return _("Can a club of states deny a supply?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_pace(),
        _quiz_join(),
        _quiz_gap(),
        _quiz_thesis(),
        _delay(),
        _detection(),
        _amounts(),
        _break(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "24-guess-days",
            title=_("Days until the Dutch rule"),
            expects=_("a number of days"),
            low=0,
            high=1500,
            truth=lambda: float((date(2023, 9, 1) - date(2022, 10, 7)).days),
            explanation=_(
                "From 7 October 2022 to 1 September 2023. By its licences ASML could ship until the year's end: 451."
            ),
        ),
        range_guess(
            "24-guess-share",
            title=_("China's share before the rule"),
            expects=_("two numbers, in per cent of ASML's sales of machines"),
            low=0,
            high=100,
            truth=lambda: float(_sales()["china_share"][BEFORE]),
            explanation=_("It was 8 in the first quarter and 24 in the second."),
        ),
        number_guess(
            "24-guess-friends",
            title=_("What US suppliers' value did"),
            expects=_("a number, the change in billion dollars of market value"),
            low=-300,
            high=300,
            truth=lambda: float(load("us_cases").set_index("fact_id")["value"]["24-suppliers"]),
            explanation=_("They struggled to find other customers, at home or among friends."),
        ),
        number_guess(
            "24-guess-pattern",
            title=_("Promises to stop that were kept"),
            expects=_("a number of promises, out of three"),
            low=0,
            high=3,
            truth=_kept,
            explanation=_(
                "SEMATECH's board gave up its public money of its own accord, so the one that was kept was kept by "
                "the receiver. The two givers went on paying."
            ),
        ),
    )


@cache
def _sales() -> pd.DataFrame:
    return load("chip_tool_sales").set_index("quarter")


def _kept() -> float:
    return float((load("us_patterns")["code"] == "kept").sum())


def _line_pace() -> Task:
    return number_task(
        "24-line-pace",
        title=_("How fast China bought"),
        expects=_("a number, the pace as a multiple of the plan"),
        right=lambda: purchase_pace(BOUGHT, MONTHS, PLANNED),
        tolerance=0.03,
        mistakes=[
            value_mistake(
                "seven months against a year",
                lambda: BOUGHT / PLANNED,
                _("{given} divides seven months' purchases by a plan for twelve. Bring both to one month."),
            ),
            value_mistake(
                "months changed places",
                lambda: (BOUGHT / 12) / (PLANNED / MONTHS),
                _("{given} spreads the purchases over twelve months and the plan over seven. Which is which?"),
            ),
            value_mistake(
                "plan over purchases",
                lambda: 1 / purchase_pace(BOUGHT, MONTHS, PLANNED),
                _("{given} says what part of the purchases was planned. The pace is the other way round."),
            ),
            value_mistake(
                "against last year",
                lambda: LAST_YEAR,
                _("{given} compares with the same months of 2022. The line asks for a multiple of the plan."),
            ),
            value_mistake(
                "only what came on top",
                lambda: purchase_pace(BOUGHT, MONTHS, PLANNED) - 1,
                _("{given} is what came on top of the plan. The pace counts the plan too: 1 means as planned."),
            ),
        ],
        hints=(
            _("How much was bought in a month, and how much was planned for one?"),
            _("Divide the first by the second; twelve and the number of months remain."),
            _("Bought over planned, times 12 over 7."),
        ),
        explanation=_("Nearly two years' worth of machines for every year of waiting."),
    )


def _quiz_join() -> Task:
    return choice_task(
        "24-quiz-join",
        title=_("What the last supplier wants"),
        options="abcd",
        right="248125b1113d",
        mistakes={
            "a": (
                "its old share",
                _("It sold a third so far. What would it sell if it were the only one left?"),
            ),
            "b": (
                "worth of the denial only",
                _("That the denial is worth something to it is one side. What does it give up by joining last?"),
            ),
            "d": (
                "worth of the denial left out",
                _("You ask for the whole market. Does its government get nothing from a denial that works?"),
            ),
        },
        hints=(
            _("Two numbers count for the last to join: what it could sell alone, and what the denial is worth to it."),
            _("Its old share no longer matters once the others are out."),
            _("“Who must join” has the condition in one line."),
        ),
        explanation=_("What it could sell alone, less what the denial is worth to it, is the price of its signature."),
    )


def _quiz_gap() -> Task:
    return number_task(
        "24-quiz-gap",
        title=_("A date three quarters of a year away"),
        expects=_("a number of years"),
        right=lambda: denied_years(QUIZ_LEAD, QUIZ_GAP, QUIZ_PACE)["announced"],
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "nobody stocks up",
                lambda: QUIZ_LEAD - QUIZ_GAP,
                _("{given} takes off the wait alone. What does the buyer put aside while it waits?"),
            ),
            value_mistake(
                "the wait is free",
                lambda: QUIZ_LEAD - (QUIZ_PACE - 1) * QUIZ_GAP,
                _("{given} takes off the stock alone. In the wait itself nothing is denied, either."),
            ),
            value_mistake(
                "the wait counted twice",
                lambda: QUIZ_LEAD - QUIZ_GAP - QUIZ_PACE * QUIZ_GAP,
                _("{given} takes off the wait twice: what is bought at the pace in the wait covers the wait, too."),
            ),
            value_mistake(
                "what is lost",
                lambda: QUIZ_PACE * QUIZ_GAP,
                _("{given} is what the date costs. The question asks what is left."),
            ),
        ],
        hints=(
            _("How many years' worth does the buyer get before the date?"),
            _("It buys at a multiple of its pace for the whole wait."),
            _("Pace times wait, taken off the lead."),
        ),
        explanation=_("Each month of notice costs a month at the pace of the rush, not at the old one."),
    )


def _quiz_thesis() -> Task:
    return choice_task(
        "24-quiz-thesis",
        title=_("Nine of nine"),
        options="abcd",
        right="e0bfaae64098",
        mistakes={
            "a": (
                "counting what could not fail",
                _("Nine hits count as nine only if each could have been a miss. How many codings were misses here?"),
            ),
            "c": (
                "empty taken for false",
                _("A rule that nearly everything fits is not refuted by that. What is it, then?"),
            ),
            "d": (
                "more of the same",
                _("How would a tenth case help, if it can hardly turn out otherwise either?"),
            ),
        },
        hints=(
            _("Ask what would have had to happen for the thesis to fail."),
            _("Count the codings that the rule forbids."),
            _("The cell that prints the shares of codings is in “Firm, industry, system”."),
        ),
        explanation=_("A test is worth as much as it forbids."),
    )


def _delay() -> Task:
    def lost(lead: float, gap: float, pace: float) -> float:
        return min(1.0, pace * gap / lead)

    return function_task(
        "24-delay",
        title=_("What an announced date costs"),
        expects=_("a function of lead, gap and pace that returns a share of the lead, from 0 to 1"),
        right=lost,
        cases=[(4, 0.5, 2), (8, 0.9, 1.5), (2, 1.5, 3), (5, 0, 2), (3, 1, 1)],
        mistakes=[
            function_mistake(
                "nobody stocks up",
                lambda lead, gap, pace: min(1.0, gap / lead),
                _("You count the wait alone. The buyer also puts something aside in it."),
            ),
            function_mistake(
                "the wait is free",
                lambda lead, gap, pace: min(1.0, (pace - 1) * gap / lead),
                _("You count the stock alone. While the club waits, nothing is denied, either."),
            ),
            function_mistake(
                "the wait is free, uncapped",
                lambda lead, gap, pace: (pace - 1) * gap / lead,
                _("You count the stock alone. While the club waits, nothing is denied, either."),
            ),
            function_mistake(
                "the wait counted twice",
                lambda lead, gap, pace: min(1.0, (1 + pace) * gap / lead),
                _("You take off the wait twice: what is bought at `pace` in the wait covers the wait, too."),
            ),
            function_mistake(
                "the wait counted twice, uncapped",
                lambda lead, gap, pace: (1 + pace) * gap / lead,
                _("You take off the wait twice: what is bought at `pace` in the wait covers the wait, too."),
            ),
            function_mistake(
                "per cent",
                lambda lead, gap, pace: 100 * min(1.0, pace * gap / lead),
                _("You return per cent. The task asks for a share from 0 to 1."),
            ),
            function_mistake(
                "more than everything",
                lambda lead, gap, pace: pace * gap / lead,
                _("For a long wait you lose more than the whole lead. What is the most that can be lost?"),
            ),
            function_mistake(
                "years, not a share",
                lambda lead, gap, pace: min(lead, pace * gap),
                _("You return years. The task asks for a share of the lead."),
            ),
            function_mistake(
                "years, uncapped",
                lambda lead, gap, pace: pace * gap,
                _("You return years. The task asks for a share of the lead."),
            ),
            function_mistake(
                "what is left",
                lambda lead, gap, pace: max(0.0, 1 - pace * gap / lead),
                _("You return what is still denied. The task asks for what is lost."),
            ),
            function_mistake(
                "what is left, uncapped",
                lambda lead, gap, pace: 1 - pace * gap / lead,
                _("You return what is still denied. The task asks for what is lost."),
            ),
        ],
        hints=(
            _("How many years' worth does the buyer get between the word and the date?"),
            _("It buys at `pace` times its normal rate for `gap` years; set that against `lead`."),
            _("Nobody can lose more than all of it."),
        ),
        explanation=_("Notice is paid for at the pace of the rush."),
    )


def _detection() -> Task:
    def detection(temptation: float, worth: float, patience: float) -> float:
        return (1 - patience) * temptation / worth

    return function_task(
        "24-detection",
        title=_("How many breaches must be found"),
        expects=_("a function of temptation, worth and patience that returns a number, 0 or above"),
        right=detection,
        cases=[(2, 5, 0.4), (1, 8, 0.7), (3, 4, 0.2), (1, 1, 0.5)],
        mistakes=[
            function_mistake(
                "a fine of one year",
                lambda temptation, worth, patience: temptation / worth,
                _("Your fine is at most one year's worth. A member who counts the future would pay more to stay in."),
            ),
            function_mistake(
                "this year left out",
                lambda temptation, worth, patience: (1 - patience) * temptation / (patience * worth),
                _("Your fine counts the years to come and not this one. Here a leaver is out from this year on."),
            ),
            function_mistake(
                "seen by everybody",
                lambda temptation, worth, patience: max(0.0, temptation / worth - patience / (1 - patience)),
                _("You let a breach come to light by itself after a year. In this task only inspectors see it."),
            ),
            function_mistake(
                "seen by everybody, below zero",
                lambda temptation, worth, patience: temptation / worth - patience / (1 - patience),
                _("You let a breach come to light by itself after a year. In this task only inspectors see it."),
            ),
            function_mistake(
                "per cent",
                lambda temptation, worth, patience: 100 * (1 - patience) * temptation / worth,
                _("You return per cent. The task asks for a share, such as 0.25."),
            ),
            function_mistake(
                "upside down",
                lambda temptation, worth, patience: worth / (temptation * (1 - patience)),
                _("Your number falls as the temptation grows. Should it?"),
            ),
            function_mistake(
                "patience makes it harder",
                lambda temptation, worth, patience: temptation / (worth * (1 - patience)),
                _("Your number rises with patience. Does a member who counts the future need more inspectors?"),
            ),
        ],
        hints=(
            _("First find the largest fine that a member would rather pay than leave."),
            _("Leaving costs `worth` this year and in each later one; with weights that is worth / (1 − patience)."),
            _("Chance of being found times that fine must be the temptation at least."),
        ),
        explanation=_("Patience makes the affordable fine larger, so fewer breaches need be found; never none."),
    )


def _amounts() -> Task:
    def amount(quarter: str) -> float:
        row = _sales().loc[[quarter], ["china_share", "system_sales"]].to_numpy(dtype=float)
        return float(row.prod() / 100)

    def fall() -> float:
        return 100 * (1 - amount(AFTER) / amount(BEFORE))

    def most() -> float:
        rows = _sales().dropna(subset=["china_share"])
        return max(amount(str(quarter)) for quarter in rows.index)

    def is_near(value: float, truth: float, hair: float) -> bool:
        return abs(abs(value) - abs(truth)) <= hair

    def right(answer: dict[str, float]) -> bool:
        return is_near(answer["most"], most(), 6) and is_near(answer["fall"], fall(), 0.6)

    def in_billions(answer: dict[str, float]) -> bool:
        return is_near(answer["most"], most() / 1000, 0.02)

    return property_task(
        "24-amounts",
        "numbers",
        ("most", "fall"),
        title=_("Shares or money"),
        expects=_("two numbers labelled most, in million euros, and fall, in per cent"),
        is_right=right,
        mistakes=[
            Mistake("in billions", in_billions, _("Your first number is in billions. Give it in million euros.")),
            Mistake(
                "all countries' sales",
                lambda answer: is_near(answer["most"], 7100, 30),
                _("Your first number is what ASML sold to everybody. How much of it went to China?"),
            ),
            Mistake(
                "quarter of the largest share",
                lambda answer: any(is_near(answer["most"], amount(quarter), 6) for quarter in ("2024Q1", "2024Q2")),
                _("Your first number is the money of a quarter in which the share was largest. Was the money, too?"),
            ),
            Mistake(
                "not the largest",
                lambda answer: any(is_near(answer["most"], amount(quarter), 6) for quarter in ("2023Q3", "2023Q4")),
                _("Your first number is the money of another quarter. Is there one with more?"),
            ),
            Mistake(
                "a fall in euros",
                lambda answer: is_near(answer["fall"], amount(BEFORE) - amount(AFTER), 6),
                _("Your second number is in million euros. Give the fall in per cent of the earlier amount."),
            ),
            Mistake(
                "a share, not per cent",
                lambda answer: is_near(answer["fall"], fall() / 100, 0.006),
                _("Your second number is a fraction. Give it in per cent."),
            ),
            Mistake(
                "fall of the share",
                lambda answer: is_near(answer["fall"], 100 * (49 / 46 - 1), 0.6) or is_near(answer["fall"], 3, 0.1),
                _("Your second number follows the share, which rose. Did the money rise as well?"),
            ),
            Mistake(
                "over the later quarter",
                lambda answer: is_near(answer["fall"], 100 * (amount(BEFORE) / amount(AFTER) - 1), 0.6),
                _("Your second number is a part of the later amount. A fall is measured on the earlier one."),
            ),
        ],
        hints=(
            _("Money is share times sales; the share is in per cent."),
            _("Make a column of money first, then look for its largest value."),
            _("For the fall divide the money of 2024Q1 by that of 2023Q3."),
        ),
        explanation=_("The share rose while the money fell: all others bought still less."),
    )


def _break() -> Task:
    def allowed(answer: dict[str, float]) -> bool:
        inside = zip((BREAK_GAPS, BREAK_PACES), (answer["gap"], answer["pace"]), strict=True)
        return all(low - 1e-9 <= value <= high + 1e-9 for (low, high), value in inside)

    def broken(answer: dict[str, float]) -> bool:
        years = denied_years(BREAK_LEAD, max(answer["gap"], 0), max(answer["pace"], 1), BREAK_SHARE, BREAK_FILLED)
        return bool(years["alone"] > years["announced"] + 1e-9)

    return property_task(
        "24-break",
        "numbers",
        ("gap", "pace"),
        title=_("When it is better to act alone"),
        expects=_("two numbers labelled gap, in years, and pace, a multiple of the plan"),
        is_right=lambda answer: allowed(answer) and broken(answer),
        mistakes=[
            Mistake(
                "a gap in days",
                lambda answer: answer["gap"] > 100,
                _("Your gap looks like days. Give it in years."),
            ),
            Mistake(
                "outside the bounds",
                lambda answer: not allowed(answer),
                _("One of the two is outside the bounds that the task sets for it."),
            ),
            Mistake(
                "the club still denies more",
                lambda answer: not broken(answer),
                _("With these two the club that announces still denies more. What must their product pass?"),
            ),
        ],
        hints=(
            _("How many years does the lone supplier deny here, and how many may the date cost at most?"),
            _("Only the product of gap and pace counts. Which pairs of dates make the gap long?"),
            _("Look in the lesson's table of gaps and paces for a cell in which acting alone wins."),
        ),
        explanation=_("It turns on which two dates you count between, and on whose sales you take the pace from."),
    )
