"""Tasks of lesson 29: a firm below its peak, a base technology with too little in it, a late gain, and a birth."""

from functools import cache

import pandas as pd
from scipy.optimize import brentq

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
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.general_purpose.models.base import base_technology
from longwave.topics.general_purpose.models.delay import highest_rate, shortfall
from longwave.topics.general_purpose.models.generality import generality
from longwave.topics.general_purpose.models.productivity import SHAPES, shape_at, shapes

LINE_CITATIONS, LINE_MEASURED = 4, 0.45
USERS_KEEP, OTHERS_TAKE = 30, 25  # per cent of each gain, in the question on aid
AID, COST, CHIP = 0.3, 6, 1971  # aid and cost of the exercise on money; the year of the first microprocessor
WIDE, NARROW, FIRST, LAST, EARLY = (
    20,
    10,
    1900,
    1996,
    1951,
)  # windows of the guess and of the exercise; years with three narrow ones
CITED = {"electrical": 5, "mechanical": 2, "chemical": 1, "other": 0}


def title() -> str:
    """Return the lesson's title."""
    return _("Why does a technology that serves everything get too little?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_fair(),
        _quiz_less(),
        _quiz_aid(),
        _quiz_birth(),
        _shortfall(),
        _quality(),
        _money(),
        _never(),
        _placebo(),
        _profile(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "29-shortfall": Variant(
            _shortfall,
            {"growth": (6.0, *(half / 2 for half in range(4, 24) if half not in (12, 18, 19)))},
            _shortfall_fits,
        ),
        "29-quality": Variant(
            _quality,
            {"users": (3, 4, 5), "start": (1, 2), "cost": (6, 7, 8), "share": (0.3, 0.4, 0.6, 0.7)},
            _quality_fits,
        ),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "29-guess-research",
            title=_("Research when revenue falls"),
            expects=_("a number, per cent above (+) or below (−) 2020"),
            low=-50,
            high=50,
            truth=lambda: round(100 * (_fact("29-research-2021") / _fact("29-research-2020") - 1), 1),
            explanation=_("Research was {truth} % above that of 2020. It fell in none of the years to 2024."),
        ),
        range_guess(
            "29-guess-chips",
            title=_("Chips by Chinese firms"),
            expects=_("two numbers, per cent of what China bought"),
            low=0,
            high=60,
            truth=lambda: _fact("29-chips-own"),
            explanation=_("It was {truth} %, by the count of one firm of analysts."),
        ),
        number_guess(
            "29-guess-quality",
            title=_("Quality when each decides alone"),
            expects=_("a number, per cent of the best quality"),
            low=0,
            high=150,
            truth=lambda: round(100 * float(base_technology()["ratio"])),
            explanation=_("It is {truth} % of the best, to the nearest whole number, though nobody errs."),
        ),
        number_guess(
            "29-guess-dip",
            title=_("Countries with a dip and a rise after 1971"),
            expects=_("a whole number of countries, of nine"),
            low=0,
            high=9,
            truth=lambda: float(shapes(WIDE, CHIP).iloc[0]),
            explanation=_("It is {truth} of nine. What an arbitrary year would give is the next question."),
        ),
        number_guess(
            "29-guess-general",
            title=_("Is the most general class electricity?"),
            expects=_("a number, your chance in per cent"),
            low=0,
            high=100,
            truth=lambda: 0.0,
            explanation=_(
                "It was another class: electricity is the least general, so the question's answer is {truth}."
            ),
        ),
    )


@cache
def _fact(fact_id: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][fact_id])


def _line_fair() -> Task:
    right = LINE_MEASURED * LINE_CITATIONS / (LINE_CITATIONS - 1)
    return number_task(
        "29-line-fair",
        title=_("What few citations hide"),
        expects=_("a number, from 0 to 1"),
        right=lambda: right,
        tolerance=0.005,
        mistakes=[
            value_mistake(
                "shrunk once more",
                LINE_MEASURED * (LINE_CITATIONS - 1) / LINE_CITATIONS,
                _("{given} is what four citations would measure if 0.45 were the truth. Go the other way."),
            ),
            value_mistake(
                "one more citation",
                LINE_MEASURED * (LINE_CITATIONS + 1) / LINE_CITATIONS,
                _("{given} divides by N and multiplies by N + 1. The mean is shrunk by 1 − 1/N."),
            ),
            value_mistake(
                "nothing corrected",
                LINE_MEASURED,
                _("{given} is the measured value. With four citations the mean is too low."),
            ),
            value_mistake(
                "times the citations",
                LINE_MEASURED * LINE_CITATIONS,
                _("{given} is above 1, and G is not. A quarter is missing of the true value, not three quarters."),
            ),
            value_mistake(
                "per cent",
                100 * right,
                _("{given} is in per cent. G lies between 0 and 1."),
            ),
            value_mistake(
                "a quarter added",
                LINE_MEASURED + 1 / LINE_CITATIONS,
                _("{given} adds 1/N. The measured mean is the true one times 1 − 1/N, so divide."),
            ),
        ],
        hints=(
            _("The mean of the measured G is (1 − 1/N) times the true one."),
            _("Divide by 1 − 1/N, which is the same as multiplying by N / (N − 1)."),
            _("With N = 4 the measured value is three quarters of the true one."),
        ),
        explanation=_("Four thirds of the measured value: with four citations a quarter of the spread is hidden."),
    )


def _quiz_less() -> Task:
    return choice_task(
        "29-quiz-less",
        title=_("Why the base stays poor"),
        options="abcd",
        right="445f0b85e3e5",
        mistakes={
            "b": (
                "somebody errs",
                _("In the model each makes the best of what the other does. Quality is 15 % of the best anyway."),
            ),
            "c": (
                "shares alone",
                _("The lesson tries every share, and the best of them leaves most of the gap. Who decides for whom?"),
            ),
            "d": (
                "too risky",
                _("Nothing is uncertain in this model, and no money is short."),
            ),
        },
        hints=(
            _("How much of the gain that his work makes does the owner see?"),
            _("The same question for a user."),
            _("“One owner, many users” has both replies."),
        ),
        explanation=_("Each stops where his own part of the gain pays the next step, and both parts raise each other."),
    )


def _quiz_aid() -> Task:
    seen = 100 - USERS_KEEP - OTHERS_TAKE
    return number_task(
        "29-quiz-aid",
        title=_("The aid that restores the best"),
        expects=_("a number, per cent of the owner's cost"),
        right=lambda: 100 - seen,
        unit="per cent",
        mistakes=[
            value_mistake(
                "own share",
                seen,
                _("{given} is what the owner keeps of the gain. He should then bear that part of the cost."),
            ),
            value_mistake(
                "users alone",
                USERS_KEEP,
                _("{given} counts what goes to the users. Who else gains from the owner's work?"),
            ),
            value_mistake(
                "others alone",
                OTHERS_TAKE,
                _("{given} counts those who pay nothing. The owner does not see the users' part, either."),
            ),
            value_mistake(
                "aid for the users",
                100 - USERS_KEEP,
                _("{given} is the share of the users' cost. The question asks for the owner's."),
            ),
            value_mistake(
                "half for everybody",
                50,
                _("{given} is right where the owner keeps half. What does he keep here?"),
            ),
        ],
        hints=(
            _("He decides as all would wish if his part of the cost equals his part of the gain."),
            _("Take off what the users keep and what others take. What is left is his part of the cost."),
            _("At s = ½ half for both restores the best: “Two subsidies”."),
        ),
        explanation=_("The owner sees 45 % of the gain, so he should pay 45 % of the cost, and the state the rest."),
    )


def _quiz_birth() -> Task:
    return choice_task(
        "29-quiz-birth",
        title=_("A class that is cited less"),
        options="abcd",
        right="f15b50cdcda4",
        mistakes={
            "a": (
                "measure taken for truth",
                _("With few citations the measured value is too low, and the two classes do not have equally many."),
            ),
            "b": (
                "few taken for none",
                _("Few citations measure too low, by a factor that you know. What do you get if you undo it?"),
            ),
            "d": (
                "noise is fair",
                _("More patents make the mean surer. Does its mean come nearer to the truth?"),
            ),
        },
        hints=(
            _("What is the mean of the measured G with two citations, and with four?"),
            _("It is (1 − 1/N) times the true one, whatever the number of patents."),
            _("“Can it be told at birth” has the table."),
        ),
        explanation=_("Corrected by N / (N − 1), X has 0.60 and Y 0.53: the counts had turned the order round."),
    )


def _shortfall_fits(growth: float) -> bool:
    """Return whether the right number and each natural mistake are apart."""
    right, *wrong = _shortfalls(growth)
    return apart(right, *wrong, share=0.02)


def _shortfalls(growth: float) -> list[float]:
    """Return the shortfall, and what mistakes give.

    They are: flat, late, grown once, billions, grown peaks, the last year in two units, a year's mean, per cent.
    """
    peak = _fact("29-revenue-2020")
    later = pd.Series([_fact(f"29-revenue-{year}") for year in range(2021, 2025)])
    right, flat, rate = shortfall(later, peak, growth / 100), shortfall(later, peak), growth / 100
    late = sum((1 + rate) ** k for k in range(4)) - float(later.sum()) / peak
    grown = [peak * (1 + rate) ** k for k in range(1, 5)]
    own = [1 - value / level for value, level in zip(later, grown, strict=True)]
    last = (grown[-1] - float(later.iloc[-1])) / peak
    once = 4 * (1 + rate) - float(later.sum()) / peak
    return [right, flat, late, once, right * peak, sum(own), own[-1], last, right / 4, 100 * right]


def _shortfall(growth: float = 6.0) -> Task:
    return number_task(
        "29-shortfall",
        title=_("Below a peak that would have grown"),
        expects=_("a number, years of the peak"),
        right=lambda: _shortfalls(growth)[0],
        tolerance=0.005,
        mistakes=[
            value_mistake(
                "flat peak",
                lambda: _shortfalls(growth)[1],
                _("{given} compares with a peak that stays where it was. The exercise lets it grow."),
            ),
            value_mistake(
                "a year late",
                lambda: _shortfalls(growth)[2],
                _("{given} lets the peak grow only from 2022 on. In 2021 it has already grown once."),
            ),
            value_mistake(
                "grown once",
                lambda: _shortfalls(growth)[3],
                _("{given} raises the peak once and keeps it there. It grows every year."),
            ),
            value_mistake(
                "grown peak below the line",
                lambda: _shortfalls(growth)[5],
                _("{given} divides each year by a peak that has grown. The unit is the revenue of 2020."),
            ),
            Mistake(
                "last year only",
                lambda given: any(abs(given - gap) < 0.005 for gap in _shortfalls(growth)[6:8]),
                _("{given} is the gap of 2024 alone. Four years are asked for."),
                example=lambda: _shortfalls(growth)[7],
            ),
            value_mistake(
                "mean of four",
                lambda: _shortfalls(growth)[8],
                _("{given} is the mean of a year. The four together are asked for."),
            ),
            Mistake(
                "per cent",
                lambda given: 100 < abs(given) < 400,
                _("{given} is in per cent of the peak. Years of the peak are wanted."),
                example=lambda: _shortfalls(growth)[9],
            ),
            Mistake(
                "billions",
                lambda given: abs(given) >= 400,
                _("{given} is in billions of yuan. Divide by the revenue of the peak year."),
                example=lambda: _shortfalls(growth)[4],
            ),
        ],
        hints=(
            _("For each year from 2021 to 2024: what revenue would have been, less what it was."),
            _("What it would have been is the peak times 1 + growth, to the power 1, 2, 3, 4."),
            _("“What others refuse becomes the list” does it without growth."),
        ),
        explanation=_("The baseline decides: a firm that would have grown has lost far more than one that would not."),
    )


def _quality_fits(users: float, start: float, cost: float, share: float) -> bool:
    """Return whether the best exists, and the right quality and each natural mistake are apart."""
    right, *wrong = _qualities(users, start, cost, share)
    return cost > users and share != 0.5 and apart(right, *wrong, share=0.03)


def _qualities(users: float, start: float, cost: float, share: float) -> list[float]:
    """Return the quality, and what mistakes give.

    They are: the best, no reply, swapped shares, a wrong sign, users left out in two ways, and effort for quality.
    """
    own = (1 - share) * users * start
    loop = share * (1 - share) * users
    return [
        own / (cost - loop),
        users * start / (cost - users),
        own / cost,
        share * users * start / (cost - loop),
        own / (cost + loop),
        own / (cost - loop / users),
        own / users / (cost - loop / users),
        share * own / (cost - loop),
    ]


def _quality(users: float = 4, start: float = 2, cost: float = 6, share: float = 0.4) -> Task:
    def found(place: int) -> float:
        return _qualities(users, start, cost, share)[place]

    return number_task(
        "29-quality",
        title=_("Quality with other users"),
        expects=_("a number, the quality z"),
        right=lambda: found(0),
        tolerance=0.003,
        mistakes=[
            value_mistake(
                "best for all",
                lambda: found(1),
                _("{given} is the best for all. Here owner and users decide alone."),
            ),
            value_mistake(
                "users do nothing",
                lambda: found(2),
                _("{given} leaves out that users reply with effort, to which the owner replies in turn."),
            ),
            value_mistake(
                "shares swapped",
                lambda: found(3),
                _("{given} gives the owner the users' share of the gain."),
            ),
            value_mistake(
                "loop dampens",
                lambda: found(4),
                _("{given} has the wrong sign below the line: the replies reinforce each other."),
            ),
            value_mistake(
                "one user's reply",
                lambda: found(5),
                _("{given} lets a single user reply with effort. All users do, and the owner gains from each."),
            ),
            value_mistake(
                "one user",
                lambda: found(6),
                _("{given} is the quality for a single user. How many are there?"),
            ),
            value_mistake(
                "effort",
                lambda: found(7),
                _("{given} is the effort T of each user. The quality z is asked for."),
            ),
        ],
        hints=(
            _("Write down both replies, and put the users' T into the owner's."),
            _("z = (1 − s) n (b + s z) / c. Bring both z to one side."),
            _("The formula is in “One owner, many users”."),
        ),
        explanation=_("The replies reinforce each other, and yet they end far below the best."),
    )


def _aided(owner: float = 0, users: float = 0) -> pd.Series:
    return base_technology(cost=COST, owner_aid=owner, user_aid=users)


@cache
def _same_money(users_paid: int = 3) -> dict[str, float]:
    """Return the aid that gives so many users what the owner's aid costs, and by how much quality rises."""
    money = float(_aided(AID)["owner_money"])
    rate = float(brentq(lambda aid: _aided(users=aid)["user_money"] * users_paid / 3 - money, 0, 0.8))
    return {"rate": 100 * rate, "rise": _rise(_aided(users=rate))}


@cache
def _shared_rate() -> dict[str, float]:
    rate = _same_money()["rate"] / 3
    return {"rate": rate, "rise": _rise(_aided(users=rate / 100))}


def _rise(found: pd.Series) -> float:
    return 100 * float(found["quality"] / _aided()["quality"] - 1)


def _money() -> Task:
    return numbers_task(
        "29-money",
        title=_("The same money for the users"),
        expects=_('two numbers, {"rate": 1.0, "rise": 1.0}, both in per cent'),
        labels=("rate", "rise"),
        right=_same_money,
        tolerance=0.15,
        mistakes=[
            value_mistake(
                "same rate",
                lambda: {"rate": 100 * AID, "rise": _rise(_aided(users=AID))},
                _("That is the same rate. The same part of the users' cost is much less money."),
            ),
            value_mistake(
                "one user paid",
                lambda: _same_money(1),
                _("You give this money to one user. There are three, and each gets the aid."),
            ),
            value_mistake(
                "rate shared out",
                _shared_rate,
                _("You divide the rate by three. user_money counts all three users already."),
            ),
            value_mistake(
                "owner's rise",
                lambda: {"rate": _same_money()["rate"], "rise": _rise(_aided(AID))},
                _("Your rate is right. The rise is that of the owner's aid; compute the users' with your rate."),
            ),
            value_mistake(
                "level for rise",
                lambda: {"rate": _same_money()["rate"], "rise": 100 + _same_money()["rise"]},
                _("Your rate is right. The rise is what comes on top of the quality without any aid."),
            ),
            value_mistake(
                "the lesson's plan",
                {"rate": 42.56, "rise": 20.63},
                _("That is the lesson's plan, at c = 4 and a fifth. Here quality is dearer, and the aid is higher."),
            ),
            value_mistake(
                "shares, not per cent",
                lambda: {name: value / 100 for name, value in _same_money().items()},
                _("Both are to be in per cent."),
            ),
        ],
        hints=(
            _("`base_technology(cost=6, owner_aid=0.3)` says what the owner's aid costs."),
            _("Try rates for the users until user_money is the same, or use a root finder."),
            _("“Two subsidies” does it at c = 4 with a fifth."),
        ),
        explanation=_(
            "At this cost the owner's aid wins on quality and on the gain of all; the lesson's tie is one of its c."
        ),
    )


def _never() -> Task:
    return function_task(
        "29-never",
        title=_("The rate at which it never pays"),
        expects=_("a function of share, years and gain that returns a number, a share a year"),
        right=highest_rate,
        cases=[(0.1, 10, 0.3), (0.2, 5, 0.1), (0.05, 20, 0.4), (0.1, 1, 0.2)],
        mistakes=[
            function_mistake(
                "losses go on",
                lambda share, years, gain: (gain / share) ** (1 / years) - 1,
                _("You compare gain with loss alone. The gain counts from the end of building, the loss before it."),
            ),
            function_mistake(
                "no compounding",
                lambda share, years, gain: gain / share / years,
                _("You divide by the years. Discounting compounds: a power, not a product."),
            ),
            function_mistake(
                "no root",
                lambda share, years, gain: gain / share,
                _("You leave out the years of building. A rate a year is a root of what comes over all of them."),
            ),
            function_mistake(
                "factor, not rate",
                lambda share, years, gain: ((share + gain) / share) ** (1 / years),
                _("You give 1 + r. The rate is wanted."),
            ),
            function_mistake(
                "upside down",
                lambda share, years, gain: 1 - (share / (share + gain)) ** (1 / years),
                _("You give 1 − 1/(1 + r). Which power of 1 + r does the ratio equal?"),
            ),
            function_mistake(
                "per cent, not a share",
                lambda share, years, gain: 100 * (((share + gain) / share) ** (1 / years) - 1),
                _("You give per cent. A share a year is wanted."),
            ),
        ],
        hints=(
            _("Let v = 1/(1 + r). The losses are worth d (1 − v^D), the gains for ever g v^D, in the same unit."),
            _("Set them equal and solve for v^D."),
            _("For a tenth, ten years and 0.3 it is 14.9 % a year: “What comes late”."),
        ),
        explanation=_(
            "Years of building enter as a root: with the same share of labour, half of them about doubles the rate."
        ),
    )


@cache
def _per_cent(last: int, *counted: str) -> float:
    """Return in how many per cent of the years up to the last one the shape is one of those counted."""
    years = range(FIRST, last + 1)
    return 100 * sum(shape_at("united_states", year, NARROW) in counted for year in years) / len(years)


def _any_year(short: int = 0, counted: tuple[str, ...] = SHAPES[:1]) -> dict[str, float]:
    return {"early": _per_cent(EARLY - short, *counted), "all": _per_cent(LAST - short, *counted)}


@cache
def _nine_countries() -> dict[str, float]:
    early = sum(int(shapes(NARROW, year).iloc[0]) for year in range(FIRST, EARLY + 1))
    return {
        "early": 100 * early / (9 * (EARLY - FIRST + 1)),
        "all": 100 * int(shapes(NARROW).iloc[0]) / (9 * (LAST - FIRST + 1)),
    }


def _placebo() -> Task:
    return numbers_task(
        "29-placebo",
        title=_("A dip and a rise in any year"),
        expects=_('two numbers, {"early": 1.0, "all": 1.0}, both in per cent'),
        labels=("early", "all"),
        right=_any_year,
        tolerance=0.15,
        mistakes=[
            value_mistake(
                "last year left out",
                lambda: _any_year(1),
                _("Your years end one too soon. In Python `range` leaves its last number out."),
            ),
            value_mistake(
                "dip alone",
                lambda: _any_year(counted=SHAPES[::2]),
                _("You count every year after which growth fell. It must rise in the ten years after that."),
            ),
            value_mistake(
                "nine countries",
                _nine_countries,
                _("You count all nine countries. The question is about the United States."),
            ),
            value_mistake(
                "exchanged",
                lambda: {"early": _any_year()["all"], "all": _any_year()["early"]},
                _("Your two shares are exchanged."),
            ),
            value_mistake(
                "years counted",
                lambda: {
                    "early": _any_year()["early"] * (EARLY - FIRST + 1) / 100,
                    "all": _any_year()["all"] * (LAST - FIRST + 1) / 100,
                },
                _("Those are numbers of years. Divide by how many were tried."),
            ),
            value_mistake(
                "shares, not per cent",
                lambda: {name: value / 100 for name, value in _any_year().items()},
                _("Both are to be in per cent."),
            ),
        ],
        hints=(
            _('`shape_at("united_states", year, 10)` names the shape of one year.'),
            _("Go through the years in a loop, count, and divide by the number of years."),
            _("“Does it show in the statistics?” does it for nine countries at once."),
        ),
        explanation=_("A test that a third of all years pass says little about the year in which it is passed."),
    )


def _profile() -> Task:
    raw, count = generality(CITED), sum(CITED.values())
    cited = sum(number > 0 for number in CITED.values())
    return numbers_task(
        "29-profile",
        title=_("Eight citations"),
        expects=_('two numbers, {"raw": 1.0, "fair": 1.0}'),
        labels=("raw", "fair"),
        right=lambda: {"raw": raw, "fair": raw * count / (count - 1)},
        tolerance=0.003,
        mistakes=[
            value_mistake(
                "concentration",
                {"raw": 1 - raw},
                _("Your first number is the sum of squares, which measures concentration. Generality is what is left."),
            ),
            value_mistake(
                "counts fields",
                {"raw": raw, "fair": raw * len(CITED) / (len(CITED) - 1)},
                _("The first number is right. The correction asks for the number of citations, not of fields."),
            ),
            value_mistake(
                "counts fields that cite",
                {"raw": raw, "fair": raw * cited / (cited - 1)},
                _("The first number is right. N is how many citations there are, not how many fields they come from."),
            ),
            value_mistake(
                "shares not squared",
                {"raw": 1 - max(CITED.values()) / count},
                _("Your first number is one less the largest share. Square the share of every field, and add."),
            ),
            value_mistake(
                "shrunk again",
                {"raw": raw, "fair": raw * (count - 1) / count},
                _("The first number is right. The correction must raise it, since few citations hide spread."),
            ),
            Mistake(
                "per cent",
                lambda given: all(value is not None and value > 1 for value in given.values()),
                _("Those are per cent. G lies between 0 and 1."),
                lambda: {"raw": 100 * raw, "fair": 100 * raw * count / (count - 1)},
            ),
        ],
        hints=(
            _("Shares first: eight citations in all."),
            _("G = 1 less the sum of squared shares; then multiply by N / (N − 1)."),
            _("`generality({...})` gives the first number."),
        ),
        explanation=_("Eight citations hide an eighth of the spread, two would hide half of it."),
    )
