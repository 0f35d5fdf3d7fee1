"""Tasks of lesson 10: what an order may cost, who keeps its gain, the machine or the hour, and the coding of cases."""

import math
from collections.abc import Hashable
from functools import cache

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
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.business_models.charts.ladder import RUNGS
from longwave.topics.business_models.models.coding import cohen_kappa
from longwave.topics.business_models.models.hours import fee_range, plan_price_range
from longwave.topics.business_models.models.newsvendor import best_batch, break_even_cost
from longwave.topics.business_models.models.trials import limit_from_seasons, spread_of

ENOUGH_AGREEMENT = 0.6
SUIT = {"price": 100.0, "cost": 40.0, "salvage": 10.0, "cv": 0.4}
COAT = {"price": 120.0, "cost": 45.0, "salvage": 15.0}
SEASONS = (82, 131, 64, 104, 147, 95, 71, 118, 90, 133, 76, 89)
PRESS = {"failures": 5, "gain": 0.25, "bill": 8_000, "repair": 4_500, "plan": 7_000, "stop": 12_000}
GRINDER = {"failures": 4, "gain": 0.25, "repair": 5_000, "plan": 6_000}
STOP = 5_000
NORMAL_95 = 1.96


def title() -> str:
    """Return the lesson's title."""
    return _("What do the new business models really change?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_wait(),
        _quiz_keeps(),
        _quiz_rung(),
        _quiz_agreement(),
        _waiting(),
        _seasons(),
        _fee(),
        _break_hour(),
        _kappa(),
        _code_cases(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "10-guess-hour",
            title=_("The middle of the range printed for engines"),
            expects=_("two numbers, in per cent"),
            low=0,
            high=200,
            truth=lambda: (_fact("10-engines-low") + _fact("10-engines-high")) / 2,
            explanation=_(
                "The journal prints 25 to 40 per cent, with its middle at {truth}. Two drafts print other ranges."
            ),
        ),
        number_guess(
            "10-guess-limit",
            title=_("The highest unit cost of a suit made to order"),
            expects=_("a number, money a suit"),
            low=0,
            high=100,
            truth=_limit_of_three_seasons,
            explanation=_("Twelve more than in the batch: an order is never left over, and turns nobody away."),
        ),
        range_guess(
            "10-guess-sales",
            title=_("Sales under the new rule at Zara"),
            expects=_("two numbers, in per cent"),
            low=-20,
            high=50,
            truth=lambda: _fact("10-trial-sales"),
            explanation=_("About two per cent, with the clothes and the shops as they were."),
        ),
    )


def _limit_of_three_seasons() -> float:
    """Return what an order may cost if 60, 100 or 140 buyers come, each in a third of the seasons."""
    price, cost, salvage, seasons = SUIT["price"], SUIT["cost"], SUIT["salvage"], (60, 100, 140)

    def profit(batch: int) -> float:
        return sum(price * min(b, batch) + salvage * max(batch - b, 0) - cost * batch for b in seasons) / len(seasons)

    mean = sum(seasons) / len(seasons)
    return price - max(profit(batch) for batch in range(min(seasons), max(seasons) + 1)) / mean


def _fact(fact_id: str) -> float:
    return float(load("part_one_cases").set_index("fact_id")["value"][fact_id])


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


def _line_wait() -> Task:
    return number_task(
        "10-line-wait",
        title=_("The limit if one buyer in ten will not wait"),
        expects=_("a number, money a suit, to two places after the point"),
        right=lambda: break_even_cost(**SUIT, lost=0.1),
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "everybody waits",
                lambda: break_even_cost(**SUIT),
                _("{given} is the limit if all buyers wait. Which argument of the function says how many leave?"),
            ),
            value_mistake(
                "those who stay taken as lost",
                lambda: break_even_cost(**SUIT, lost=0.9),
                _("{given} is the limit if nine in ten leave. Does the argument ask who leaves, or who stays?"),
            ),
            value_mistake(
                "a tenth taken off the limit",
                lambda: 0.9 * break_even_cost(**SUIT),
                _("{given} is nine tenths of the limit. It is the *profit* that loses a tenth, and not the cost."),
            ),
            value_mistake(
                "a tenth taken off the extra",
                lambda: SUIT["cost"] + 0.9 * (break_even_cost(**SUIT) - SUIT["cost"]),
                _("{given} takes a tenth off the extra cost. But a buyer who leaves takes the whole margin along."),
            ),
        ],
        hints=(
            _("The call is the one of the last cell but one above, with cv = 0.4 and one more argument."),
            _("The argument is called `lost`, and it is a share from 0 to 1."),
            _("Look at “What not knowing costs”, at the line “by code” above yours."),
        ),
        explanation=_("With one buyer in ten gone the limit falls to 47.88, still above the batch's 40."),
    )


def _quiz_keeps() -> Task:
    return choice_task(
        "10-quiz-keeps",
        title=_("When the rival makes to order, too"),
        options="abcd",
        right="57384321f17e",
        mistakes={
            "a": (
                "the first keeps its lead",
                _("What can the first maker offer by then that the other cannot? So what can it still charge for?"),
            ),
            "b": (
                "the makers share it",
                _("Both suits now fit alike. If one asks a little less, where do all buyers go?"),
            ),
            "d": (
                "no value is created",
                _("Every buyer wears a suit that fits, at no higher cost. Has nothing become better for anybody?"),
            ),
        },
        hints=(
            _("Value is created as long as somebody fits better at the same cost."),
            _("Ask who has a choice between two offers that are alike."),
            _("Look at the last row of the table in “Who keeps what an order creates”."),
        ),
        explanation=_("Two offers that fit alike compete down to cost, so the whole gain ends with the buyers."),
    )


def _quiz_rung() -> Task:
    return choice_task(
        "10-quiz-rung",
        title=_("Which rung?"),
        options="abcd",
        right="fbc08d8507d2",
        mistakes={
            "a": (
                "the result overlooked",
                _("The report says more than how it works. What does it say about the other two halls?"),
            ),
            "b": (
                "the number overlooked",
                _("There is a comparison. Does the report say *by how much* the halls differ?"),
            ),
            "d": (
                "volunteers taken for a test",
                _("Who decided which halls got the sensors? What else may be better in a hall that asks for them?"),
            ),
        },
        hints=(
            _("Ask of each rung: how it works, a result beside another, a number, and then?"),
            _("On the top rung the two groups differ in nothing but the thing itself."),
            _("Look at the list of rungs in “Twelve cases on a ladder”."),
        ),
        explanation=_("A number beside another; but halls that asked for sensors may have been better halls."),
    )


def _quiz_agreement() -> Task:
    return number_task(
        "10-quiz-agreement",
        title=_("Much agreement, little beyond luck"),
        expects=_("a number, kappa, to two places after the point"),
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
            _("Look at the formula and the count by hand in “Twelve cases on a ladder”."),
        ),
        explanation=_("When one code is common, luck alone gives high agreement."),
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
            _("`best_batch`, and the line that you wrote in “What not knowing costs”, have what you need."),
        ),
        explanation=_("Those who stay must bring, at their margin, what the best batch brings."),
    )


def _waiting_fits(price: float, cost: float, salvage: float, cv: float, to_order: float) -> bool:
    limit = break_even_cost(price, cost, salvage, cv)
    stay = (price - limit) / (price - to_order)  # the best batch earns as much as a coat that costs the limit
    wrong = (stay, 1 - (price - limit) / (price - cost), 1 - (price - cost) / (price - to_order), limit / to_order - 1)
    default = 1 - (120 - break_even_cost(120, 45, 15, 0.3)) / (120 - 52)
    return 1 - stay > 0.02 and apart(1 - stay, default, *wrong, share=0.02)


def _seasons() -> Task:
    ends = ("low", "limit", "high")

    def spreads() -> dict[str, float]:
        return {str(name): float(cv) for name, cv in spread_of(SEASONS).items()}

    def limits(spreads: dict[str, float], terms: dict[str, float] = COAT) -> dict[str, float]:
        return {name: break_even_cost(**terms, cv=cv) for name, cv in zip(ends, spreads.values(), strict=True)}

    def right() -> dict[Hashable, float]:
        return limit_from_seasons(SEASONS, **COAT).to_dict()

    def around(half: float) -> dict[str, float]:
        cv = float(spread_of(SEASONS)["cv"])
        return limits({"low": cv * (1 - half), "cv": cv, "high": cv * (1 + half)})

    def by_count() -> dict[str, float]:
        less = math.sqrt((len(SEASONS) - 1) / len(SEASONS))
        return limits({name: cv * less for name, cv in spreads().items()})

    def from_the_seasons() -> float:
        def profit(batch: int) -> float:
            sold = [min(wanted, batch) for wanted in SEASONS]
            margin, loss = COAT["price"] - COAT["salvage"], COAT["cost"] - COAT["salvage"]
            return margin * sum(sold) / len(SEASONS) - loss * batch

        return COAT["price"] - max(map(profit, SEASONS)) / (sum(SEASONS) / len(SEASONS))

    return numbers_task(
        "10-seasons",
        title=_("What twelve seasons say about the limit"),
        expects=_("three numbers labelled low, limit and high, money a coat"),
        labels=ends,
        right=right,
        tolerance=0.03,
        mistakes=[
            value_mistake(
                "the lesson's suit",
                lambda: limits(
                    {str(name): cv for name, cv in spread_of(SEASONS).items()}, {name: SUIT[name] for name in COAT}
                ),
                _("Your limits use the prices of the lesson's suit. What do the coat and its leftovers bring?"),
            ),
            value_mistake(
                "interval of the mean",
                lambda: around(NORMAL_95 / math.sqrt(len(SEASONS))),
                _("Your ends use the error of a *mean*, which falls with √n. How sure is a standard deviation?"),
            ),
            value_mistake(
                "interval taken as even",
                lambda: around(NORMAL_95 / math.sqrt(2 * (len(SEASONS) - 1))),
                _("Your ends are as far from the middle on both sides. With twelve seasons the upper end is farther."),
            ),
            value_mistake(
                "ends turned round",
                lambda: {"low": right()["high"], "limit": right()["limit"], "high": right()["low"]},
                _("Your low end is above your high end. Does a larger cv raise the limit, or lower it?"),
            ),
            value_mistake(
                "divided by n",
                by_count,
                _("Your deviation divides by all twelve seasons. One of them went into the mean."),
            ),
            value_mistake(
                "middle divided by n",
                lambda: right() | {"limit": by_count()["limit"]},
                _("Your ends are right, but your middle divides by all twelve. One of them went into the mean."),
            ),
            value_mistake(
                "spread in the place of limits",
                lambda: dict(zip(ends, spreads().values(), strict=True)),
                _("You give cv with its interval. Which cost does each of the three allow?"),
            ),
            Mistake(
                "seasons taken as they are",
                lambda plain: abs(plain["limit"] - from_the_seasons()) < 0.03,
                _("Your middle is the best batch on these twelve seasons themselves. The task takes demand as normal."),
            ),
            value_mistake(
                "only the extra cost",
                lambda: {name: end - COAT["cost"] for name, end in right().items()},
                _("You give what a coat may cost *more*. The task asks for its whole unit cost."),
            ),
        ],
        hints=(
            _("First cv with its interval, then one limit for each of the three."),
            _("`spread_of` gives low, cv and high; `break_even_cost` turns each of them into a limit."),
            _("“What not knowing costs” has the call for one cv."),
        ),
        explanation=_(
            "Twelve seasons leave cv wide open: at 56 a coat to order loses by the estimate, and may still win."
        ),
    )


def _fee() -> Task:
    def fees(**changed: float) -> dict[Hashable, float]:
        return fee_range(**{**PRESS, **changed}).to_dict()

    def counts_less_a_quarter() -> dict[Hashable, float]:
        # n (1 − g) in the place of n / (1 + g)
        return fees(gain=1 / (1 - PRESS["gain"]) - 1)

    def without_margin() -> dict[Hashable, float]:
        lost = PRESS["failures"] * (PRESS["bill"] - PRESS["repair"])
        return {"low": float(fees()["low"]) - lost, "high": fees()["high"]}

    def today() -> float:
        return PRESS["failures"] * (PRESS["bill"] + PRESS["stop"])

    return numbers_task(
        "10-fee",
        title=_("The fee that suits both"),
        expects=_("two numbers labelled low and high, dollars a year"),
        labels=("low", "high"),
        right=fees,
        tolerance=1,
        mistakes=[
            value_mistake(
                "earnings on repairs forgotten",
                without_margin,
                _("Your low fee covers the repairs and the plan. What did each *billed* repair earn you until now?"),
            ),
            value_mistake(
                "failures as before",
                lambda: fees(gain=0),
                _("Your fees are for five failures a year. What does the plan do to their number?"),
            ),
            value_mistake(
                "a quarter off the failures",
                counts_less_a_quarter,
                _("You take a quarter off the failures. It is the time *between* them that grows by a quarter."),
            ),
            value_mistake(
                "plan forgotten",
                lambda: fees(plan=0),
                _("Your low fee leaves out what the plan costs you each year."),
            ),
            value_mistake(
                "remaining stops forgotten",
                lambda: {"low": fees()["low"], "high": today()},
                _("Your high fee is all that failures cost the user today. By the hour the machine still stops."),
            ),
            value_mistake(
                "both sides without the comparison",
                lambda: {"low": without_margin()["low"], "high": today()},
                _("Your low fee leaves out what billed repairs earn you, and your high fee the stops that remain."),
            ),
            value_mistake(
                "prices of a plan beside the bill",
                lambda: plan_price_range(**PRESS).to_dict(),
                _("You give what a plan beside the bill may cost. By the hour, who pays for the repairs that remain?"),
            ),
            value_mistake(
                "ends turned round",
                lambda: {"low": fees()["high"], "high": fees()["low"]},
                _("Your low fee is above your high one. Which of the two parties sets the lower end?"),
            ),
            value_mistake(
                "stop forgotten",
                lambda: fees(stop=0),
                _("Your high fee is what the user saves on bills. What does a stop that does not happen save?"),
            ),
        ],
        hints=(
            _("Compare each party with itself: what has it today, and what would it have by the hour, before the fee?"),
            _("The low fee makes the maker as well off as today, and the high one the user."),
            _("`yearly_money` in “The machine or the hour, decided” has both parties in its columns."),
        ),
        explanation=_("Between the two fees both gain; where in between they meet is lesson 02's question."),
    )


def _break_hour() -> Task:
    def turning_share() -> float:
        """Return the careless share at which the failures saved, times repair and stop, are worth the plan."""
        spared = GRINDER["plan"] / (GRINDER["repair"] + STOP)
        return (GRINDER["failures"] - spared) * (1 + GRINDER["gain"]) / GRINDER["failures"] - 1

    return number_task(
        "10-break-hour",
        title=_("Where a careless user breaks the conclusion"),
        expects=_("a number, a share from 0 to 1"),
        unit="share",
        right=turning_share,
        tolerance=0.0006,
        mistakes=[
            value_mistake(
                "failures as before",
                GRINDER["gain"],
                _("At {given} there are as many failures as without the plan, which costs 6,000. It loses earlier."),
            ),
            value_mistake(
                "failures in the place of a share",
                lambda: turning_share() * GRINDER["failures"] / (1 + GRINDER["gain"]),
                _("{given} is a number of *failures* a year. Which share is it of those that the plan leaves?"),
            ),
            value_mistake(
                "factor in the place of a share",
                lambda: 1 + turning_share(),
                _("{given} is by which factor failures may rise. The question asks by which share *more*."),
            ),
            value_mistake(
                "share of the failures before",
                lambda: turning_share() / (1 + GRINDER["gain"]),
                _("{given} compares with four failures. The plan leaves fewer; of *these* we want the share."),
            ),
            value_mistake(
                "repair forgotten",
                lambda: (4 - GRINDER["plan"] / STOP) * (1 + GRINDER["gain"]) / 4 - 1,
                _("{given} is below zero: you count the stops only. What else does a failure cost the two together?"),
            ),
            value_mistake(
                "bill taken for the repair",
                lambda: (4 - GRINDER["plan"] / (STOP + 9_000)) * (1 + GRINDER["gain"]) / 4 - 1,
                _("{given} counts a failure at the *bill*. What one pays to the other is no cost to the two together."),
            ),
        ],
        hints=(
            _("The plan costs 6,000 a year. What must it save, in failures, to be worth that?"),
            _("Failures by the hour are 4 (1 + careless) / 1.25, and each one costs the repair and the stop."),
            _("`yearly_money` takes `careless`: at the turn, bill and hour are alike in the column together."),
        ),
        explanation=_(
            "Who pays for a failure takes care. By the hour that is no longer the user, and 6.25 % more undo the plan."
        ),
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
            _("Look at the count by hand in “Twelve cases on a ladder”."),
        ),
        explanation=_("Agreement beyond luck, over what luck leaves to be won."),
    )


@cache
def _our_codes() -> dict[str, str]:
    cases = load("cases")
    return dict(zip(cases["case"], cases["evidence"], strict=True))


def _codes(plain: dict[str, dict[str, object]]) -> dict[str, str]:
    return {case: str(row["evidence"]).strip().lower() for case, row in plain.items()}


def _agreed(plain: dict[str, dict[str, object]]) -> bool:
    codes = _codes(plain)
    complete = set(codes) == set(_our_codes()) and set(codes.values()) <= set(RUNGS)
    return (
        complete
        and not {"measured", "tested"} & set(codes.values())
        and cohen_kappa(codes, _our_codes()) >= ENOUGH_AGREEMENT
    )


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
                lambda plain: not set(_codes(plain).values()) <= set(RUNGS),
                _("One of your codes is not on the ladder. The five words are in the task."),
            ),
            Mistake(
                "claim taken as evidence",
                lambda plain: _raised(plain, "said", ("compared",)) + _raised(plain, "described", ("compared",)) >= 3,
                _("You find comparisons where the passage makes claims. Beside *what* is the result set in each?"),
            ),
            Mistake(
                "number that is not there",
                lambda plain: bool({"measured", "tested"} & set(_codes(plain).values())),
                _("You put a case on one of the two upper rungs. Which *number* does its passage give?"),
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
            Mistake(
                "too little agreement",
                lambda plain: cohen_kappa(_codes(plain), _our_codes()) < ENOUGH_AGREEMENT,
                _(
                    "Kappa with our codes is below 0.6. "
                    "Which passages set a *result* beside something, and which do not?"
                ),
            ),
        ],
        hints=(
            _("Start at the top of the ladder, and stop at the first rung that the passage reaches."),
            _("A word such as “can” promises; an earlier leader or another way compares."),
            _("Read the passages in the table of “Twelve cases on a ladder”, and the words that decide."),
        ),
        explanation=_("You agree with us well beyond luck; where you differ, write down why: either may be right."),
    )
