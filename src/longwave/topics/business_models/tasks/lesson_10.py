"""Tasks of lesson 10: made to order against batch, prices of a bundle, and the coding of cases."""

from functools import cache
from statistics import NormalDist

from longwave.i18n import _
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
from longwave.topics.business_models.models.newsvendor import best_batch, break_even_cost

OFFERS = ("coat", "care", "both")
LADDER = ("said", "described", "compared", "study", "tested")
ENOUGH_AGREEMENT = 0.6


def title() -> str:
    """Return the lesson's title."""
    return _("Do the firms in the paper show what the paper says they show?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _quiz_dearer(),
        _quiz_forecast(),
        _quiz_agreement(),
        _break_even(),
        _waiting(),
        _price_list(),
        _kappa(),
        _code_cases(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "10-waiting": Variant(
            _waiting,
            {
                "price": (100, 110, 120, 130, 140),
                "cost": (40, 42, 45, 48, 50),
                "salvage": (10, 15, 20),
                "cv": (0.2, 0.25, 0.3, 0.35, 0.4),
                "to_order": (50, 52, 54, 56, 58),
            },
            _waiting_fits,
        ),
    }


def _quiz_dearer() -> Task:
    return choice_task(
        "10-quiz-dearer",
        title=_("Dearer and still better"),
        options="abcd",
        right="59abf6da8cce",
        mistakes={
            "a": (
                "it must cost less",
                _("Price and unit cost are not all. What does a batch lose that an order never loses?"),
            ),
            "b": (
                "it always wins",
                _("There is a cost beyond which the batch earns more. What moves that limit down?"),
            ),
            "d": (
                "uncertainty the wrong way round",
                _("If demand is steady, what is there to gain by waiting for the order?"),
            ),
        },
        hints=(
            _("A batch leaves suits over in some seasons and turns buyers away in others."),
            _("Ask when that costs much, and what an order asks of the buyer."),
            _("Look at “By hand, then by code”, from the first line to the cell on waiting."),
        ),
        explanation=_("The limit is above the batch's cost by what not knowing costs, less what waiting loses."),
    )


def _quiz_forecast() -> Task:
    return choice_task(
        "10-quiz-forecast",
        title=_("What a better forecast does"),
        options="abcd",
        right="ae555c0dde78",
        mistakes={
            "a": (
                "forecast helps the order",
                _("Whom does a forecast help: the one who sews after the order, or the one who sews before?"),
            ),
            "c": (
                "forecast of no account",
                _("The formula for the limit has cv in it. Which part of the limit moves?"),
            ),
            "d": (
                "taken as a square",
                _("That would be so for a variance. Is cv a variance or a standard deviation?"),
            ),
        },
        hints=(
            _("The extra cost is the second part of the formula."),
            _("Each factor in it enters once."),
            _("Look at the cell that prints what knowing is worth."),
        ),
        explanation=_("What not knowing costs is proportional to cv."),
    )


def _quiz_agreement() -> Task:
    return number_task(
        "10-quiz-agreement",
        title=_("Much agreement, little beyond luck"),
        expects=_("a number, kappa"),
        right=lambda: (0.9 - (0.9**2 + 0.1**2)) / (1 - (0.9**2 + 0.1**2)),
        tolerance=0.006,
        mistakes=[
            value_mistake(
                "agreement taken for kappa",
                0.9,
                _("{given} is how often they agree. How often would they agree by luck?"),
            ),
            value_mistake(
                "luck taken as one half",
                (0.9 - 0.5) / 0.5,
                _("{given} takes luck to be a half. But both say no far more often than yes."),
            ),
            value_mistake(
                "not divided",
                0.9 - 0.82,
                _("{given} is the agreement beyond luck. Beyond luck, how much was there to win?"),
            ),
            value_mistake(
                "chance agreement taken for kappa",
                0.82,
                _("{given} is what luck gives. Which part of the rest did the readers win?"),
            ),
        ],
        hints=(
            _("By luck they meet at no, and by luck they meet at yes."),
            _("Each is a product of two shares; add the two."),
            _("Look at the formula and the count by hand in “Code the cases”."),
        ),
        explanation=_("When one code is common, luck alone gives high agreement."),
    )


def _limit(price: float, cost: float, ratio: float, weight: float, cv: float) -> float:
    normal = NormalDist()
    return cost + weight * cv * normal.pdf(normal.inv_cdf(ratio))


def _break_even() -> Task:
    def both(price: float, cost: float, salvage: float, cv: float) -> float:
        return break_even_cost(price, cost, salvage, cv)

    return function_task(
        "10-break-even",
        title=_("What made to order may cost"),
        expects=_("a function of price, cost, salvage and cv that returns money per unit"),
        right=both,
        cases=[(100, 40, 10, 0.4), (80, 30, 5, 0.2), (50, 35, -5, 0.5), (10, 4, 3, 0.1)],
        mistakes=[
            function_mistake(
                "only the extra cost",
                lambda price, cost, salvage, cv: both(price, cost, salvage, cv) - cost,
                _("You give the *extra* that it may cost. The task asks for the whole unit cost."),
            ),
            function_mistake(
                "ratio without the salvage",
                lambda price, cost, salvage, cv: _limit(price, cost, (price - cost) / price, price - salvage, cv),
                _("Your critical ratio leaves out what a leftover fetches. What does a unit too many cost?"),
            ),
            function_mistake(
                "margin in place of price less salvage",
                lambda price, cost, salvage, cv: _limit(
                    price, cost, (price - cost) / (price - salvage), price - cost, cv
                ),
                _("You weigh with p − c. Leftovers and missed buyers both count: which difference has both in it?"),
            ),
            function_mistake(
                "cv forgotten",
                lambda price, cost, salvage, cv: both(price, cost, salvage, 0.5) * 2 - cost,
                _("Your limit does not move with cv. Which part should vanish when demand is sure?"),
            ),
        ],
        hints=(
            _("First the critical ratio, then z, then the height of the normal curve at z."),
            _("`NormalDist().inv_cdf` gives z, and `NormalDist().pdf` gives the height."),
            _("The formula is at the end of “The idea”."),
        ),
        explanation=_("The batch's cost, and on top what not knowing costs for each unit."),
    )


def _waiting(price: float = 120, cost: float = 45, salvage: float = 15, cv: float = 0.3, to_order: float = 52) -> Task:
    margin = price - to_order

    def batch() -> float:
        return float(best_batch(price, cost, salvage, 1, cv)["profit"])

    return number_task(
        "10-waiting",
        title=_("How many may refuse to wait"),
        expects=_("a number, a share from 0 to 1"),
        unit="share",
        right=lambda: 1 - batch() / margin,
        tolerance=0.0006,
        mistakes=[
            value_mistake(
                "share that must wait",
                lambda: batch() / margin,
                _("{given} is the share that must *stay*. Which share may leave?"),
            ),
            value_mistake(
                "margin of the batch",
                lambda: 1 - batch() / (price - cost),
                _("{given} takes the margin of a coat from the batch. Which margin do those who wait bring?"),
            ),
            value_mistake(
                "best-case batch",
                1 - (price - cost) / margin,
                _("{given} is below zero: you let the batch sell all that is wanted. What does not knowing cost it?"),
            ),
            value_mistake(
                "share of the cost",
                lambda: break_even_cost(price, cost, salvage, cv) / to_order - 1,
                _("{given} compares costs. The buyers who leave take their whole margin with them."),
            ),
        ],
        hints=(
            _("Set the two profits equal, with the share that leaves as the unknown."),
            _("The expected number of buyers cancels; take it as one."),
            _("`best_batch` and the cell on waiting in “By hand, then by code” have what you need."),
        ),
        explanation=_("Those who stay must bring, at their margin, what the best batch brings."),
    )


def _waiting_fits(price: float, cost: float, salvage: float, cv: float, to_order: float) -> bool:
    limit = break_even_cost(price, cost, salvage, cv)
    stay = (price - limit) / (price - to_order)  # the best batch earns as much as a coat that costs the limit
    wrong = (stay, 1 - (price - limit) / (price - cost), 1 - (price - cost) / (price - to_order), limit / to_order - 1)
    default = 1 - (120 - break_even_cost(120, 45, 15, 0.3)) / (120 - 52)
    return 1 - stay > 0.02 and apart(1 - stay, default, *wrong, share=0.02)


def coat_profit(prices: dict[str, float]) -> float:
    """Return the profit of a price list for coats and care in the exercise."""
    import pandas as pd

    from longwave.topics.business_models.models.services import price_list_profit

    return price_list_profit(pd.DataFrame(coat_buyers()), {"coat": 20, "care": 25}, prices)


def coat_buyers() -> dict[str, list[float]]:
    """Return what three buyers would pay for a coat and for its care."""
    return {"coat": [100, 70, 40], "care": [5, 40, 60]}


def _price_list() -> Task:
    def prices_of(values: dict[str, float], buyer: int) -> tuple[float, float]:
        """Return what a buyer has left over from both as one offer, and from the best of the others."""
        coat, care = (worth[buyer] for worth in coat_buyers().values())
        coat_left, care_left = coat - values["coat"], care - values["care"]
        return coat + care - values["both"], max(coat_left, care_left, coat_left + care_left, 0)

    def take_both(plain: dict[str, float]) -> list[bool]:
        return [left >= other for left, other in (prices_of(plain, buyer) for buyer in range(3))]

    return property_task(
        "10-price-list",
        "numbers",
        OFFERS,
        title=_("A price list that beats both simple ways"),
        expects=_("three prices labelled coat, care and both, in money"),
        is_right=lambda plain: coat_profit(plain) > coat_profit({"both": 100}) + 1e-9,
        mistakes=[
            Mistake(
                "offer for both dearer than its parts",
                lambda plain: plain["both"] > plain["coat"] + plain["care"],
                _("Both together cost more than one of each on your list. Who would take that offer?"),
            ),
            Mistake(
                "everybody takes both",
                lambda plain: all(take_both(plain)),
                _("All three take both, as if nothing else stood on the list. Who values the care below its cost?"),
            ),
            Mistake(
                "nobody takes both",
                lambda plain: not any(take_both(plain)),
                _("Nobody takes both on this list. Which buyer has no extreme taste?"),
            ),
            Mistake(
                "too cheap",
                lambda plain: coat_profit(plain) <= coat_profit({"both": 100}),
                _("The right kind of list, and money left with the buyers. Which price can rise with nobody leaving?"),
            ),
        ],
        hints=(
            _("Ask of each buyer what she should take: the coat, the care, or both."),
            _("Care costs something to give. Spare it those who value it less than that."),
            _("`price_list_profit` in “When a service is the product” tells what a list earns."),
        ),
        explanation=_("A list with all three offers lets each buyer sort herself to where most value is made."),
    )


def _kappa() -> Task:
    def shares(both_yes: float, first_yes: float, second_yes: float, both_no: float) -> tuple[float, float]:
        total = both_yes + first_yes + second_yes + both_no
        one, other = (both_yes + first_yes) / total, (both_yes + second_yes) / total
        return (both_yes + both_no) / total, one * other + (1 - one) * (1 - other)

    def right(both_yes: float, first_yes: float, second_yes: float, both_no: float) -> float:
        agreed, luck = shares(both_yes, first_yes, second_yes, both_no)
        return (agreed - luck) / (1 - luck)

    return function_task(
        "10-kappa",
        title=_("Kappa from four counts"),
        expects=_("a function of four counts that returns kappa"),
        right=right,
        cases=[(2, 4, 2, 4), (20, 5, 10, 15), (1, 0, 3, 6), (0, 5, 5, 90), (4, 1, 2, 9)],
        mistakes=[
            function_mistake(
                "agreement taken for kappa",
                lambda *counts: shares(*counts)[0],
                _("You give the share of cases coded alike. What would luck have given?"),
            ),
            function_mistake(
                "luck taken as one half",
                lambda *counts: 2 * shares(*counts)[0] - 1,
                _("You take luck to be a half. It follows from how often each reader says yes."),
            ),
            function_mistake(
                "not divided",
                lambda *counts: shares(*counts)[0] - shares(*counts)[1],
                _("You give agreement less luck. What is the most that this difference could be?"),
            ),
        ],
        hints=(
            _("How often does the first reader say yes? How often the second?"),
            _("Luck is a sum of two products: both yes by luck, both no by luck."),
            _("Look at the count by hand in “Code the cases”."),
        ),
        explanation=_("Agreement beyond luck, over what luck leaves to be won."),
    )


@cache
def _our_codes() -> dict[str, str]:
    from longwave.data import load

    cases = load("cases")
    return dict(zip(cases["case"], cases["evidence"], strict=True))


def _codes(plain: dict[str, dict[str, object]]) -> dict[str, str]:
    return {case: str(row["evidence"]).strip().lower() for case, row in plain.items()}


def _agreed(plain: dict[str, dict[str, object]]) -> bool:
    from longwave.topics.business_models.models.coding import cohen_kappa

    codes = _codes(plain)
    complete = set(codes) == set(_our_codes()) and set(codes.values()) <= set(LADDER)
    return complete and "tested" not in codes.values() and cohen_kappa(codes, _our_codes()) >= ENOUGH_AGREEMENT


def _raised(plain: dict[str, dict[str, object]], low: str, high: tuple[str, ...]) -> int:
    """Count the cases that we put on a low rung and the reader on one of the higher ones."""
    codes = _codes(plain)
    return sum(codes[case] in high for case, ours in _our_codes().items() if ours == low)


def _code_cases() -> Task:
    return property_task(
        "10-code-cases",
        "table",
        ("case", "evidence"),
        title=_("Code the twelve cases"),
        expects=_("a table with the columns case and evidence, one row for each of the twelve cases"),
        is_right=_agreed,
        mistakes=[
            Mistake(
                "cases missing",
                lambda plain: set(plain) != set(_our_codes()),
                _("Your table does not have the twelve cases under their names. Take the names from the dataset."),
            ),
            Mistake(
                "code not on the ladder",
                lambda plain: not set(_codes(plain).values()) <= set(LADDER),
                _("One of your codes is not on the ladder. The five words are in the task."),
            ),
            Mistake(
                "claim taken as evidence",
                lambda plain: (
                    "tested" in _codes(plain).values()
                    or _raised(plain, "said", ("compared", "tested")) + _raised(plain, "described", ("compared",)) >= 3
                ),
                _("You find comparisons where the passage makes claims. Beside *what* is the result set in each?"),
            ),
            Mistake(
                "one code for all",
                lambda plain: len(set(_codes(plain).values())) == 1,
                _("You give every case the same code. Such a coder agrees with anybody by luck alone."),
            ),
            Mistake(
                "name taken for a description",
                lambda plain: _raised(plain, "said", ("described",)) >= 3,
                _("Several of your descriptions are one clause with a name. Does the passage say *how* it works?"),
            ),
        ],
        hints=(
            _("Go up the ladder one rung at a time, and stop at the last that the passage reaches."),
            _("A word such as “can” describes; an earlier leader or another way compares."),
            _("Read paper 000, 二(一) to 二(四), beside the table in “Code the cases”."),
        ),
        explanation=_("You agree with us well beyond luck; where you differ, write down why: either may be right."),
    )
