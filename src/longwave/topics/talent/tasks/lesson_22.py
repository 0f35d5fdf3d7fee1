"""Tasks of lesson 22: who enters a boom and what they meet, how late students come, and how to break a lag."""

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.agreement import agrees
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
from longwave.tasks.variant import Variant, apart
from longwave.topics.talent.models.cobweb import boom_path, forward_share_needed
from longwave.topics.talent.models.lags import lag_correlations
from longwave.topics.talent.models.slopes import demand_slopes

FIRST, LAST, LAGS, LONG = 1980, 2022, range(6), 20
SUPPLY, DEMAND, BOOM = 1.5, 0.4, 10.0
STEEP = 1.5
FORECAST, COUNTED, CAME, EARLY = -7.0, 11069, 8712, 11332


def title() -> str:
    """Return the lesson's title."""
    return _("Will the pay still be high when you graduate?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_lag(),
        _quiz_lag(),
        _quiz_error(),
        _quiz_sign(),
        _second_class(),
        _entrants(),
        _share(),
        _slopes(),
        _break_lag(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "22-guess-pay",
            title=_("Starting pay in 2019"),
            expects=_("two numbers, dollars a year"),
            low=30_000,
            high=150_000,
            truth=lambda: _fact("22-pay-2019"),
            explanation=_("Those who were hired got about {truth} dollars, still more than any other engineers."),
        ),
        number_guess(
            "22-guess-1990",
            title=_("Undergraduates in 1990"),
            expects=_("a number of students"),
            low=0,
            high=15_000,
            truth=lambda: _fact("22-low-1990"),
            explanation=_("Of 11,014 in 1983, {truth} were left: 87 per cent fewer in seven years."),
        ),
        number_guess(
            "22-guess-offers",
            title=_("Job offers for the class of 1985"),
            expects=_("a number, in per cent of those who looked"),
            low=0,
            high=100,
            truth=lambda: float(load("petroleum_classes").set_index("year")["with_job_percent"][1985]),
            explanation=_("1,001 graduates got 420 offers, {truth} per cent, while oil was still expensive."),
        ),
        range_guess(
            "22-guess-2016",
            title=_("Enrolment from fall 2015 to fall 2016"),
            expects=_("two numbers, in per cent, with a minus for a fall"),
            low=-50,
            high=20,
            truth=lambda: round(100 * (_fact("22-count-2016") / _fact("22-count-2015") - 1), 1),
            explanation=_("It changed by {truth} per cent: three times the fall that the departments expected."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    ratios = (1.3, 1.35, 1.4, 1.45, STEEP, 1.55, 1.6, 1.65, 1.7, 1.75, 1.8, 1.85, 1.9, 1.95, 2.2, 2.4, 2.6, 2.8)
    numbers = {"supply": (1.2, SUPPLY, 1.8, 2.2, 2.5), "demand": (0.2, 0.3, DEMAND, 0.6, 0.7)}
    return {
        "22-share": Variant(_share, {"ratio": ratios}, _share_fits),
        "22-second-class": Variant(_second_class, numbers, _second_class_fits),
    }


def _fact(fact_id: str) -> float:
    return float(load("us_cases").set_index("fact_id")["value"][fact_id])


def _share_and_oil() -> tuple[pd.Series, pd.Series]:
    """Return the log share of petroleum among students of engineering, and the log of the real price of oil."""
    students = load("us_engineering_graduates").query("series_break != 'old'").set_index("year")
    oil = (
        load("oil_price").set_index("year")["brent_usd_a_barrel"] / load("long_prices").set_index("year")["us_consumer"]
    )
    share = (students["petroleum"] / students["all_engineering"]).transform("log")
    return share, oil.dropna().transform("log")


def _correlation(lag: int, heads: bool = False) -> float:
    share, oil = _share_and_oil()
    students = load("us_engineering_graduates").query("series_break != 'old'").set_index("year")["petroleum"]
    series = np.log(students) if heads else share
    last = LAST if lag >= 0 else LAST + lag
    return float(lag_correlations(series, oil, range(FIRST, last + 1), [lag])[lag])


def _line_lag() -> Task:
    return number_task(
        "22-line-lag",
        title=_("Students three years after the price"),
        expects=_("a number from -1 to 1, the correlation"),
        right=lambda: _correlation(3),
        tolerance=0.004,
        mistakes=[
            value_mistake(
                "no lag",
                lambda: _correlation(0),
                _("{given} sets each year's students beside the price of the *same* year."),
            ),
            value_mistake(
                "head-count",
                lambda: _correlation(3, heads=True),
                _("{given} takes the number of students. The line asks for their share among all engineers."),
            ),
            value_mistake(
                "price three years after",
                lambda: _correlation(-3),
                _("{given} takes the price three years *after* the students. Which way does `shift` move a series?"),
            ),
            Mistake(
                "another lag",
                lambda answer: min(abs(answer - _correlation(lag)) for lag in (2, 4)) < 0.004,
                _("That is what a lag of two or of four years gives. How far does `shift` move the price?"),
            ),
        ],
        hints=(
            _("You need two columns of 43 numbers: the share from 1980 on, and the price three years before each."),
            _("`oil.shift(3)` brings the price of 1977 to the year 1980; `share.loc[1980:].corr(…)` does the rest."),
            _("The names are in the cell above the line."),
        ),
        explanation=_("0.79, with 43 pairs. How much of it is chance comes next."),
    )


def _quiz_lag() -> Task:
    return choice_task(
        "22-quiz-lag",
        title=_("A shorter course"),
        options="abcd",
        right="b37656111b6a",
        mistakes={
            "a": (
                "lag decides stability",
                _("You let the lag decide whether swings die out. Is it in the product of the slopes?"),
            ),
            "c": (
                "shorter lag, smaller growth",
                _("Each swing grows by the same factor. How many swings fit into ten years now?"),
            ),
            "d": (
                "lag changes nothing",
                _("Something does change: how many years are there from one crowded class to the next?"),
            ),
        },
        hints=(
            _("Follow the hand-sized boom: where does the lag enter, in the sizes or in the years?"),
            _("The factor is the product of the slopes alone; the lag says how long a swing takes."),
            _("Move the lag in the panel of “Who comes when pay is high”."),
        ),
        explanation=_("The lag sets the period. Whether swings grow is up to the product of the slopes."),
    )


def _quiz_error() -> Task:
    forecast = COUNTED * (1 + FORECAST / 100)
    short = 100 * (1 - CAME / forecast)

    def near(answer: float, value: float) -> bool:
        return abs(abs(answer) - abs(value)) < 0.2

    return property_task(
        "22-quiz-error",
        "number",
        title=_("How far below the forecast"),
        expects=_("a number, in per cent of the number that was forecast"),
        is_right=lambda answer: abs(abs(answer) - short) < 0.4,
        right=lambda: short,
        tolerance=0.39,
        mistakes=[
            Mistake(
                "points subtracted",
                lambda answer: near(answer, FORECAST - 100 * (CAME / COUNTED - 1)),
                _("That is in points: one change minus the other. Compare numbers of students."),
                lambda: FORECAST - 100 * (CAME / COUNTED - 1),
            ),
            Mistake(
                "the fall itself",
                lambda answer: near(answer, 100 * (1 - CAME / COUNTED)),
                _("That is the fall from 2015. How many students did the departments *expect*?"),
                lambda: 100 * (1 - CAME / COUNTED),
            ),
            Mistake(
                "per cent of those who came",
                lambda answer: near(answer, 100 * (forecast / CAME - 1)),
                _("You divide by those who came. The question divides by those who were expected."),
                lambda: 100 * (forecast / CAME - 1),
            ),
            Mistake(
                "students for per cent",
                lambda answer: abs(abs(answer) - (forecast - CAME)) < 3,
                _("That is a number of students. What percentage is it of those who were expected?"),
                lambda: forecast - CAME,
            ),
            Mistake(
                "share for per cent",
                lambda answer: abs(abs(answer) - short / 100) < 0.004,
                _("That is a share. The question asks for per cent."),
                lambda: short / 100,
            ),
            Mistake(
                "two counts mixed",
                lambda answer: near(answer, 100 * (1 - CAME / (EARLY * 0.99 * (1 + FORECAST / 100)))),
                _("You apply the forecast to the count of 2015. The question takes the later count for both."),
                lambda: 100 * (1 - CAME / (EARLY * 0.99 * (1 + FORECAST / 100))),
            ),
        ],
        hints=(
            _("First: how many students are 7 per cent fewer than 11,069?"),
            _("Then compare the 8,712 who came with that number."),
            _("Both counts are in “October 2015: a forecast in print”."),
        ),
        explanation=_("10,294 were expected, and 8,712 came."),
    )


def _quiz_sign() -> Task:
    return choice_task(
        "22-quiz-sign",
        title=_("What tells the two students apart"),
        options="abcd",
        right="eb09111ad4c2",
        mistakes={
            "a": (
                "any response is a cobweb",
                _("A student who looks ahead also comes when pay rises and is expected to stay up. What differs?"),
            ),
            "b": (
                "delay is myopia",
                _("Enrolment is a stock of several classes, so it comes late even if each entrant reckons well."),
            ),
            "d": (
                "level of pay",
                _("High pay draws both kinds. Which of them should have known what it would be later?"),
            ),
        },
        hints=(
            _("Both kinds come when pay is high and expected to last. So look at what they meet."),
            _("Those who look ahead should hope for too much as often as for too little."),
            _("The table in “Who comes when pay is high” has four rows; one of them is a tie."),
        ),
        explanation=_("Errors that go one way, in booms chosen by what was known at entry, could have been foreseen."),
    )


def _second_class(supply: float = SUPPLY, demand: float = DEMAND) -> Task:
    def pay(swing: int) -> float:
        return float(boom_path(supply, demand, 1, years=swing + 1)["pay"].iloc[swing])

    return number_task(
        "22-second-class",
        title=_("What the second class meets"),
        expects=_("a number, pay in per cent above rest"),
        right=lambda: pay(2),
        mistakes=[
            value_mistake("first class", lambda: pay(1), _("{given} is what the *first* class meets. Who comes next?")),
            value_mistake("third class", lambda: pay(3), _("{given} is what the third class meets.")),
            value_mistake(
                "all look ahead",
                lambda: BOOM / (1 + supply * demand),
                _("{given} is where it would settle, or what all meet who look ahead. It looks at today's pay."),
            ),
            value_mistake(
                "size of the class",
                lambda: supply * pay(1),
                _("{given} is how much larger the second class is. What does its size do to pay?"),
            ),
            value_mistake(
                "pay taken for the class",
                lambda: BOOM - demand * pay(1),
                _("{given} takes the pay that the second class saw for its size. Which slope leads from pay to size?"),
            ),
            value_mistake(
                "both classes at once",
                lambda: BOOM - demand * supply * (BOOM + pay(1)),
                _("{given} has both classes in one year's market. Each year has its own."),
            ),
        ],
        hints=(
            _("Two steps for each class: its size from the pay that it saw, its pay from its size."),
            _("The second class saw the pay that the first one met."),
            _("“Who comes when pay is high” follows such a boom by hand."),
        ),
        explanation=_("The first crowd lowers pay, so fewer follow, and those who follow do better."),
    )


def _second_class_fits(supply: float, demand: float) -> bool:
    first = BOOM * (1 - supply * demand)
    second = BOOM - demand * supply * first
    third = BOOM - demand * supply * second
    wrong = first, third, BOOM / (1 + supply * demand), supply * first, BOOM - demand * supply * (BOOM + first)
    return apart(second, 7.6, *wrong, BOOM - demand * first)


def _entrants() -> Task:
    def entrants(supply: float, demand: float, boom: float, forward: float) -> float:
        return float(boom_path(supply, demand, 1, forward, boom, years=2)["graduates"].iloc[1])

    return function_task(
        "22-entrants",
        title=_("The first class of a lasting boom"),
        expects=_("a function of supply, demand, boom and forward, which returns the class in per cent above rest"),
        right=entrants,
        cases=[(2, 0.25, 10, 0), (2, 0.25, 10, 1), (1.5, 0.4, 8, 0.5), (0.8, 0.9, 20, 0.25), (3, 0.1, 5, 0.1)],
        mistakes=[
            function_mistake(
                "nobody looks ahead",
                lambda supply, demand, boom, forward: supply * boom,
                _("The share that looks ahead makes no difference in your function."),
            ),
            function_mistake(
                "all look ahead",
                lambda supply, demand, boom, forward: supply * boom / (1 + supply * demand),
                _("In your function everybody looks ahead. A part of them takes today's pay."),
            ),
            function_mistake(
                "those who look ahead stay away",
                lambda supply, demand, boom, forward: (1 - forward) * supply * boom,
                _("You leave out those who look ahead. In a boom that lasts they come too, only fewer."),
            ),
            function_mistake(
                "each as if alone",
                lambda supply, demand, boom, forward: (
                    (1 - forward) * supply * boom + forward * supply * boom / (1 + supply * demand)
                ),
                _("Your students who look ahead reckon as if all did. They also see the crowd that does not."),
            ),
        ],
        hints=(
            _("Write n for the class. One part is (1 − φ)·e·boom, the other φ·e times the pay that n will meet."),
            _("The pay it will meet is boom − d·n. Bring n to one side."),
            _("The formula of the model is in the help of `boom_path`."),
        ),
        explanation=_("Whoever looks ahead leans against the others, so n stands on both sides and is divided out."),
    )


def _share(ratio: float = STEEP) -> Task:
    return number_task(
        "22-share",
        title=_("How many must look ahead"),
        expects=_("a number from 0 to 1, a share of entrants"),
        right=lambda: forward_share_needed(ratio),
        unit="share",
        mistakes=[
            Mistake(
                "those who look ahead stand aside",
                lambda answer: abs(answer - (1 - 1 / ratio)) < 0.004,
                _("At that share swings die out already. Those who look ahead also lean against the others."),
                example=lambda: 1 - 1 / ratio,
            ),
            value_mistake(
                "half for all",
                0.5,
                _("{given} is enough for any product of slopes. Here fewer do."),
            ),
            value_mistake(
                "share of one in twelve",
                lambda: forward_share_needed(1.2),
                _("{given} is right for a product of 1.2. This one is steeper."),
            ),
        ],
        hints=(
            _("Swings keep their size where the factor R (1 − φ) / (1 + φ R) is one."),
            _("Set R (1 − φ) equal to 1 + φ R and solve for φ."),
            _("The panel shows what a fifth of entrants does at a product of 1.2."),
        ),
        explanation=_("With a larger share than this, each swing is smaller than the last."),
    )


def _share_fits(ratio: float) -> bool:
    mistakes = 1 - 1 / ratio, 0.5, forward_share_needed(1.2)
    return apart(forward_share_needed(ratio), forward_share_needed(STEEP), *mistakes)


def _measured(real: bool = True, begin: int = 1989, end: int = 1991) -> dict[str, float]:
    """Return the slope of demand from two classes: by pay alone, and by pay times the chance of a job."""
    prices = load("long_prices").set_index("year")["us_consumer"]
    level = prices if real else pd.Series(1, index=prices.index)
    slopes = demand_slopes(load("petroleum_classes").set_index("year"), level, begin, end)
    return {name: float(slopes[name]) for name in ("pay", "hoped")}


def _slopes() -> Task:
    def near(plain: dict[str, float], right: dict[str, float]) -> bool:
        return agrees({name: abs(value) for name, value in plain.items()}, right, 0.012)

    def turned(plain: dict[str, float]) -> bool:
        right = _measured(begin=1990)
        return near(plain, {"pay": right["hoped"], "hoped": right["pay"]})

    def upside_down(plain: dict[str, float]) -> bool:
        return all(plain.values()) and near({name: 1 / value for name, value in plain.items()}, _measured(begin=1990))

    def in_per_cent(plain: dict[str, float]) -> bool:
        two = load("petroleum_classes").set_index("year").loc[[1990, 1991]]
        pay = two["pay_usd_a_month"] / load("long_prices").set_index("year")["us_consumer"]
        more, *changes = (
            values[1991] / values[1990] - 1 for values in (two["seekers"], pay, pay * two["with_job_percent"])
        )
        return near(plain, dict(zip(("pay", "hoped"), (-change / more for change in changes), strict=True)))

    def chance_alone(plain: dict[str, float]) -> bool:
        right = _measured(begin=1990)
        return near(plain, {"pay": right["pay"], "hoped": right["hoped"] - right["pay"]})

    return property_task(
        "22-slopes",
        "numbers",
        ("pay", "hoped"),
        title=_("The slope of demand from two classes"),
        expects=_('two numbers, {"pay": 0.5, "hoped": 0.5}'),
        is_right=lambda plain: near(plain, _measured(begin=1990)),
        mistakes=[
            Mistake(
                "dollars of different years",
                lambda plain: near(plain, _measured(real=False, begin=1990)),
                _("Pay is in dollars of two years. What else rose from 1990 to 1991?"),
            ),
            Mistake(
                "the two years of the lesson",
                lambda plain: near(plain, _measured()),
                _("These are the classes of 1989 and 1991, as in the lesson. The task takes 1990 and 1991."),
            ),
            Mistake(
                "upside down",
                upside_down,
                _("These are graduates for one per cent of pay. The slope of demand is pay for one per cent of them."),
            ),
            Mistake(
                "per cent for logarithms",
                in_per_cent,
                _("These are ratios of changes in per cent. The task works with logarithms."),
            ),
            Mistake(
                "chance alone",
                chance_alone,
                _("Your second number has the chance of a job alone. The task multiplies it by pay."),
            ),
            Mistake(
                "the two changed round",
                turned,
                _("You have the right two numbers. Which one counts the chance of a job?"),
            ),
        ],
        hints=(
            _("Divide each pay by the consumer prices of its year, `long_prices`, column `us_consumer`."),
            _("Slope: the change of the logarithm of pay over the change of the logarithm of graduates."),
            _("The cell of slopes in “Pay, or the chance of a job” does it for 1989 and 1991."),
        ),
        explanation=_("From one year to the next the slope by pay alone is another number: two points say little."),
    )


def _break_lag() -> Task:
    def years_of(plain: dict[str, float]) -> range:
        return range(round(plain["first"]), round(plain["last"]) + 1)

    def in_range(plain: dict[str, float]) -> bool:
        whole = all(float(value).is_integer() for value in plain.values())
        return whole and plain["first"] >= FIRST and plain["last"] <= LAST

    def long_enough(plain: dict[str, float]) -> bool:
        return in_range(plain) and len(years_of(plain)) >= LONG

    def best(plain: dict[str, float]) -> int:
        return int(lag_correlations(*_share_and_oil(), years_of(plain), LAGS).to_numpy().argmax())

    return property_task(
        "22-break-lag",
        "numbers",
        ("first", "last"),
        title=_("Break the lag of three"),
        expects=_('two years, {"first": 1985, "last": 2015}'),
        is_right=lambda plain: long_enough(plain) and best(plain) != 3,
        mistakes=[
            Mistake(
                "outside the years",
                lambda plain: not in_range(plain),
                _("Give two whole years within the limits that the task states."),
            ),
            Mistake(
                "too short",
                lambda plain: in_range(plain) and not long_enough(plain),
                _("Your window has fewer than 20 years, counting both ends."),
            ),
            Mistake(
                "still three",
                lambda plain: long_enough(plain) and best(plain) == 3,
                _("In your window three years are still the best of the six lags. Try another part of the years."),
            ),
        ],
        hints=(
            _("Ask of several windows of 20 to 25 years which lag is best."),
            _("`lag_correlations(share, oil, range(first, last + 1), range(6)).idxmax()` names it."),
            _("“Three years after the oil price” says in how many windows the lag is another one."),
        ),
        explanation=_("In your window three years are not the best lag; in most windows of this length they are."),
    )
