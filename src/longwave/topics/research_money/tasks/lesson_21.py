"""Tasks of lesson 21: slips of unit, parts, real growth, ends that mislead, and beliefs with their score."""

import math
from collections.abc import Callable

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
from longwave.topics.research_money.models.beliefs import brier_score
from longwave.topics.research_money.models.printed_figures import growth_split

QUIZ = (50, 120, 40, 120)  # money first and last, price index first and last
NEAR_A_POWER = 0.02
RISE, FALL = 0.05, 0.05
REFUTED = ("all", "both", "basic")
MOST_REFUTED, LEAST_NONE, MOST_SURE = 0.1, 0.05, 0.9


def title() -> str:
    """Return the lesson's title."""
    return _("How much public money went to research, and can the printed figures be right?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_ends(),
        _quiz_real(),
        _quiz_part(),
        _unit(),
        _within(),
        _real(),
        _ends(),
        _brier(),
        _beliefs(),
    )


def _quiz_ends() -> Task:
    return choice_task(
        "21-quiz-ends",
        title=_("What two ends can say"),
        options="abcd",
        right="1c843f503a81",
        mistakes={
            "a": (
                "two endpoints make a trend",
                _("A line through two points fits any two points. What does the year between say of that line?"),
            ),
            "c": (
                "the print judges the source",
                _("The figure between has a report behind it, the two ends have none. Which should yield?"),
            ),
            "d": (
                "another pair, another trend",
                _("You took another pair of ends. It is a trend as little as the first."),
            ),
        },
        hints=(
            _("Mark the three sums on a line of years."),
            _("How many trends could you print from three years, two at a time?"),
            _("The table of pairs is in “Two ends, three years”."),
        ),
        explanation=_("Two ends give one difference. A trend is a statement on the years between, and they object."),
    )


def _quiz_real() -> Task:
    first, last, price_first, price_last = QUIZ

    def change() -> float:
        return float(100 * (growth_split(*QUIZ)["real"] - 1))

    return number_task(
        "21-quiz-real",
        title=_("What the money still buys"),
        expects=_("a number in per cent, below 0 for a fall"),
        unit="per cent",
        right=change,
        mistakes=[
            value_mistake(
                "money of the day",
                lambda: 100 * (last / first - 1),
                _("{given} is how the money grew. Prices rose as well."),
            ),
            value_mistake(
                "inflation subtracted",
                lambda: 100 * (last / first - price_last / price_first),
                _("{given} takes the rise of prices away from the rise of money. Growth is a product: divide."),
            ),
            value_mistake(
                "prices over money",
                lambda: 100 * (1 / growth_split(*QUIZ)["real"] - 1),
                _("{given} divides prices by money. Ask what one unit of money buys, and how many units there are."),
            ),
        ],
        hints=(
            _("How many times as much money is there? How many times as dear are things?"),
            _("Divide the first by the second, then take 1 away."),
            _("“In real terms” does it for federal research money."),
        ),
        explanation=_("More money, and it buys less: prices rose faster."),
    )


def _quiz_part() -> Task:
    return choice_task(
        "21-quiz-part",
        title=_("What the facts refute"),
        options="abcd",
        right="d76a87eded84",
        mistakes={
            "a": (
                "a part must be a known share",
                _("A part may be any share below the whole. Which explanation demands a special factor?"),
            ),
            "c": (
                "nothing is ever refuted",
                _("One explanation asks for a factor of 10, 100 or the like. Is 1 / 0.15 one?"),
            ),
            "d": (
                "the list is the world",
                _("You compared with the lines that you have. Another line, or another edition, is still open."),
            ),
        },
        hints=(
            _("Go through the three: what does each forbid?"),
            _("A slip of unit forbids nearly every factor; a part forbids only factors that make it exceed the whole."),
            _("“The idea” has the three in a row."),
        ),
        explanation=_("A unit slips by a power of ten. The other two survive, and need a source."),
    )


def _unit() -> Task:
    def slip(printed_first: float, printed_last: float, known_first: float, known_last: float) -> float:
        powers = [math.log10(known_first / printed_first), math.log10(known_last / printed_last)]
        near = all(abs(10 ** (power - round(power)) - 1) <= NEAR_A_POWER for power in powers)
        return float(near and round(powers[0]) == round(powers[1]))

    def power(printed: float, known: float) -> int:
        return round(math.log10(known / printed))

    def close(printed: float, known: float) -> bool:
        return abs(known / printed / 10.0 ** power(printed, known) - 1) <= NEAR_A_POWER

    return function_task(
        "21-unit",
        title=_("Is it a slip of unit?"),
        expects=_("a function of two printed and two known figures that returns 1 or 0"),
        right=slip,
        cases=[
            (3.93, 20.29, 25.976, 149.0),
            (4, 8, 40, 80),
            (4, 8, 40, 8),
            (4, 8, 40, 100),
            (4, 8, 40, 790),
            (2, 3, 10, 15),
            (5, 6, 0.05, 0.06),
            (4, 8, 40.4, 79.5),
            (4, 8, 60, 100),
        ],
        mistakes=[
            function_mistake(
                "each end its own unit",
                lambda pf, pl, kf, kl: float(close(pf, kf) and close(pl, kl)),
                _("Both factors are powers of ten, and you let them differ. One text, one unit."),
            ),
            function_mistake(
                "one end only",
                lambda pf, pl, kf, kl: float(close(pf, kf)),
                _("You test the first end alone. A slip of unit strikes both ends alike."),
            ),
            function_mistake(
                "any common factor",
                lambda pf, pl, kf, kl: float(abs(kf / pf / (kl / pl) - 1) <= NEAR_A_POWER),
                _("The same factor at both ends is not enough: which factors can a unit be off by?"),
            ),
            function_mistake(
                "nearest power, however far",
                lambda pf, pl, kf, kl: float(power(pf, kf) == power(pl, kl)),
                _("Every factor has a nearest power of ten. How far off is it?"),
            ),
            function_mistake(
                "no room for rounding",
                lambda pf, pl, kf, kl: float(
                    all(abs(k / p / 10 ** power(p, k) - 1) < 1e-9 for p, k in [(pf, kf), (pl, kl)])
                    and power(pf, kf) == power(pl, kl)
                ),
                _("You ask for an exact power. The prompt allows each end a miss of 2 per cent."),
            ),
        ],
        hints=(
            _("Take known over printed at each end; then log10."),
            _("Three things: near a whole number at both ends, and the same whole number."),
            _("“By hand, then by code” does it for one end."),
        ),
        explanation=_("A slip of unit is one factor for a whole text, and a power of ten: a strict hypothesis."),
    )


def _lines(year: int) -> tuple[float, float]:
    frame = load("federal_research").query("measure == 'budget authority' and fiscal_year == @year")
    space, basic = (
        float(frame.loc[frame["scope"].str.startswith(f"subfunction {number}"), "million_usd"].iloc[0])
        for number in (252, 251)
    )
    return space, basic


def _within() -> Task:
    def shares(whole: Callable[[float, float], float]) -> dict[str, float]:
        return {str(year): _lines(year)[1] / whole(*_lines(year)) for year in (1978, 2020)}

    return numbers_task(
        "21-within",
        title=_("A part within its whole"),
        expects=_("two shares labelled 1978 and 2020"),
        labels=("1978", "2020"),
        right=lambda: shares(lambda space, basic: space + basic),
        tolerance=0.002,
        mistakes=[
            value_mistake(
                "beside, not within",
                lambda: shares(lambda space, basic: space),
                _("You divide basic science by space. Space is the line beside it, not the whole."),
            ),
            value_mistake(
                "the printed shares",
                lambda: {"1978": 1.37 / 3.93, "2020": 13.48 / 20.29},
                _("These are the shares of the print. The question asks for those of the two published lines."),
            ),
            value_mistake(
                "per cent",
                lambda: {year: 100 * share for year, share in shares(lambda space, basic: space + basic).items()},
                _("These are per cent; give shares of one whole."),
            ),
            value_mistake(
                "the other part",
                lambda: {year: 1 - share for year, share in shares(lambda space, basic: space + basic).items()},
                _("These are the shares of space."),
            ),
        ],
        hints=(
            _("Choose the rows with measure budget authority, and the two subfunctions 251 and 252."),
            _("Function 250 is the two lines together. Basic science is one of them."),
            _("“Predict, then move” has the ratios, within and beside."),
        ),
        explanation=_(
            "Within the whole, basic science rises from a quarter to two fifths, not from a third to two thirds."
        ),
    )


def _real() -> Task:
    def real_growth(first: float, last: float, price_first: float, price_last: float) -> float:
        return 100 * (last / first / (price_last / price_first) - 1)

    return function_task(
        "21-real",
        title=_("Growth in real terms"),
        expects=_("a function of two sums and two price indices that returns a change in per cent"),
        right=real_growth,
        cases=[(10, 20, 50, 100), (10, 30, 40, 60), (8, 6, 100, 90), (1, 5, 100, 320), (100, 103, 100, 110)],
        mistakes=[
            function_mistake(
                "inflation subtracted",
                lambda first, last, pf, pl: 100 * (last / first - pl / pf),
                _("You subtract one growth from the other. That is close for small ones only: divide the factors."),
            ),
            function_mistake(
                "money of the day",
                lambda first, last, pf, pl: 100 * (last / first - 1),
                _("Your function does not use the prices."),
            ),
            function_mistake(
                "prices the wrong way",
                lambda first, last, pf, pl: 100 * (last / first * (pl / pf) - 1),
                _("Dearer things must make the real change smaller. Yours grows."),
            ),
            function_mistake(
                "a factor, not per cent",
                lambda first, last, pf, pl: last / first / (pl / pf),
                _("You give how many times as much. The prompt asks for the change, in per cent."),
            ),
        ],
        hints=(
            _("Two factors: of money, and of prices."),
            _("Divide them, take 1 away, then per cent."),
            _("`growth_split` in “In real terms” has both factors and their quotient."),
        ),
        explanation=_("Growth is a product of prices and what money buys, so the two are divided, not subtracted."),
    )


def _ends() -> Task:
    frame = load("federal_research")
    rows = frame[frame["scope"].str.endswith("without plant")]
    money = dict(zip(rows["fiscal_year"], rows["million_usd"], strict=True))
    prices = load("national_research").set_index("year")["deflator_2012"].to_dict()

    def are_years(ends: dict[str, float]) -> bool:
        return all(value in money for value in ends.values())

    def split(ends: dict[str, float]) -> tuple[float, float]:
        first, last = int(ends["first"]), int(ends["last"])
        nominal = money[last] / money[first]
        return nominal - 1, nominal / (prices[last] / prices[first]) - 1

    def in_order(ends: dict[str, float]) -> bool:
        return are_years(ends) and ends["first"] < ends["last"]

    def rises(ends: dict[str, float]) -> bool:
        return in_order(ends) and split(ends)[0] >= RISE

    def falls(ends: dict[str, float]) -> bool:
        return in_order(ends) and split(ends)[1] <= -FALL

    return property_task(
        "21-ends",
        "numbers",
        ("first", "last"),
        title=_("A rise that is a fall"),
        expects=_("two fiscal years labelled first and last"),
        is_right=lambda ends: rises(ends) and falls(ends),
        mistakes=[
            Mistake(
                "no year of this series",
                lambda ends: not are_years(ends),
                _("Both must be fiscal years of the series without plant, which ends before the gap in the chart."),
            ),
            Mistake("backwards", lambda ends: not in_order(ends), _("The first year must come before the last.")),
            Mistake(
                "money does not rise",
                lambda ends: not rises(ends),
                _("Between these ends the money of the day does not rise by 5 per cent."),
            ),
            Mistake(
                "no fall in real terms",
                lambda ends: not falls(ends),
                _("The money rises, and what it buys does not fall by 5 per cent. When did prices run fastest?"),
            ),
        ],
        hints=(
            _("Put money and prices side by side, and divide both by their value in a year that you try as first."),
            _("Look where prices ran fast and budgets did not: the years of dear oil, or a flat budget later."),
            _("“In real terms” finds such a stretch in the other series, with plant."),
        ),
        explanation=_("A speaker could print this as growth. Ends and prices are both choices: state them."),
    )


def _brier() -> Task:
    def score(first: float, second: float, third: float, truth: int) -> float:
        beliefs = {"1": first, "2": second, "3": third}
        return brier_score(beliefs, str(int(truth)))

    return function_task(
        "21-brier",
        title=_("The Brier score"),
        expects=_("a function of three beliefs and the number of the true one (1, 2 or 3) that returns a score"),
        right=score,
        cases=[(0.5, 0.3, 0.2, 1), (0.5, 0.3, 0.2, 3), (1, 0, 0, 2), (0, 1, 0, 2), (0.25, 0.25, 0.5, 2)],
        mistakes=[
            function_mistake(
                "only the true one counts",
                lambda first, second, third, truth: (1 - (first, second, third)[truth - 1]) ** 2,
                _("You score the true candidate alone. What you put on the false ones costs too."),
            ),
            function_mistake(
                "half of it",
                lambda first, second, third, truth: score(first, second, third, truth) / 2,
                _("That is the form for two outcomes, which halves the sum. Here it runs to 2."),
            ),
            function_mistake(
                "distance, not square",
                lambda first, second, third, truth: sum(
                    abs(p - (place == truth)) for place, p in enumerate((first, second, third), 1)
                ),
                _("You add distances. Without the square it pays to overstate your best guess."),
            ),
            function_mistake(
                "a prize",
                lambda first, second, third, truth: 2 - score(first, second, third, truth),
                _("Yours rises with a better answer. The Brier score is a bill: less is better."),
            ),
        ],
        hints=(
            _("Write 1 for the true candidate and 0 for the others, and compare with the three beliefs."),
            _("Square each difference, and add the three."),
            _("“How sure are you?” does it by hand for two beliefs."),
        ),
        explanation=_("From 0, sure and right, to 2, sure and wrong; in between doubt is priced."),
    )


def _beliefs() -> Task:
    def in_range(beliefs: dict[str, float]) -> bool:
        return all(0 <= share <= 1 for share in beliefs.values())

    def whole(beliefs: dict[str, float]) -> bool:
        return in_range(beliefs) and abs(sum(beliefs.values()) - 1) < 1e-6

    def refuted(beliefs: dict[str, float]) -> float:
        return sum(beliefs[name] for name in REFUTED)

    def heeds(beliefs: dict[str, float]) -> bool:
        return refuted(beliefs) <= MOST_REFUTED + 1e-9

    def leaves_room(beliefs: dict[str, float]) -> bool:
        return beliefs["none"] >= LEAST_NONE - 1e-9

    def is_unsure(beliefs: dict[str, float]) -> bool:
        return max(beliefs.values()) <= MOST_SURE + 1e-9

    return property_task(
        "21-beliefs",
        "numbers",
        ("all", "both", "space", "basic", "none"),
        title=_("What is 39.3?"),
        expects=_("five shares labelled all, both, space, basic and none, in sum 1"),
        is_right=lambda beliefs: all(rule(beliefs) for rule in (whole, heeds, leaves_room, is_unsure)),
        mistakes=[
            Mistake("no share", lambda beliefs: not in_range(beliefs), _("Each belief is a share from 0 to 1.")),
            Mistake(
                "beliefs do not sum to 1",
                lambda beliefs: not whole(beliefs),
                _("Exactly one of the five is true, so the five shares sum to 1."),
            ),
            Mistake(
                "believes what is refuted",
                lambda beliefs: not heeds(beliefs),
                _("More than a tenth is on series that miss a printed figure by a fifth or more. Test each."),
            ),
            Mistake(
                "none of these forgotten",
                lambda beliefs: not leaves_room(beliefs),
                _("Your list is surely true, then? No series on it equals the print. Leave a twentieth or more."),
            ),
            Mistake(
                "certain without a source",
                lambda beliefs: not is_unsure(beliefs),
                _("Nobody has seen the paper's reference 22. Above nine tenths you would need it."),
            ),
        ],
        hints=(
            _("Compare 3.93 and 20.29 with each line in 1978 and 2020."),
            _("Three of the four series are far off at one end or both. What remains are one series, and none."),
            _("`brier_by_truth(beliefs)` shows the bill for each truth: could you pay it?"),
        ),
        explanation=_(
            "Near what the numbers bear, open to what nobody listed, and sealed until reference 22 is found."
        ),
    )
