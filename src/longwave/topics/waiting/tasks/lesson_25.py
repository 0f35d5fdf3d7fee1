"""Tasks of lesson 25: a value of waiting, a rent that can be given back, and a subsidy that goes elsewhere."""

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
from longwave.tasks.mistakes import WrongValue
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.waiting.charts.firms import RENT_SETUP, outcome
from longwave.topics.waiting.models.audits import plant_advice
from longwave.topics.waiting.models.cloud import largest_setup
from longwave.topics.waiting.models.copies import entry, free_and_best
from longwave.topics.waiting.models.inspection import monitoring_bound, total_loss
from longwave.topics.waiting.models.option import chance_to_invest, longest_payback, roots, waiting_multiple

LINE = {"fine": 0.5, "years": 5, "margin": 0.25}
MULTIPLE, COPY_COST, OBSERVED, CLOSE, BREAK_SIGMA = 2.5, 0.04, 1.25, 0.02, 0.4
PLANT = {"sigma": 0.2, "rate": 0.1, "wear": 0.1}
SETUP_SIGMAS, SETUP_RENTS = (0.2, 0.25, 0.3, 0.35, 0.4), (1.1, 1.25, 1.4, 1.6, 1.75)


def title() -> str:
    """Return the lesson's title."""
    return _("Why do small firms wait with an investment that pays?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_bound(),
        _quiz_worth(),
        _quiz_subsidy(),
        _quiz_cliff(),
        _payback(),
        _plant(),
        _monitor(),
        _setup(),
        _copies(),
        _break(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "25-payback": Variant(
            _payback,
            {
                "sigma": (0.15, 0.2, 0.25, 0.3, 0.35, 0.4),
                "rate": (0.05, 0.06, 0.08, 0.1),
                "wear": (0.12, 0.15, 0.18, 0.2),
            },
            _payback_fits,
        ),
        "25-setup": Variant(_setup, {"sigma": SETUP_SIGMAS, "rent": SETUP_RENTS}, _setup_fits),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        range_guess(
            "25-guess-named",
            title=_("What was named as fraud"),
            expects=_("two numbers, billion yuan"),
            low=0,
            high=34,
            truth=lambda: _fact("25-named"),
            explanation=_("The ministry named {truth} billion, of five makers and of one year."),
        ),
        number_guess(
            "25-guess-sold",
            title=_("New energy vehicles sold in 2016"),
            expects=_("a number, thousand vehicles"),
            low=100,
            high=1000,
            truth=lambda: _fact("25-sold-2016") / 1000,
            explanation=_("{truth} thousand were sold: below the first forecast, above the second."),
        ),
        number_guess(
            "25-guess-bills",
            title=_("Who pays bills on time when told"),
            expects=_("a number, per cent of such advice that is done"),
            low=0,
            high=100,
            truth=lambda: _done("2.8123"),
            explanation=_(
                "{truth} % of this advice was done. About a quarter was not, though on average it pays back in months."
            ),
        ),
        number_guess(
            "25-guess-five",
            title=_("Firms that have invested after five years"),
            expects=_("a number of firms, of 100"),
            low=0,
            high=100,
            truth=lambda: float(round(100 * chance_to_invest(0.2, years=5))),
            explanation=_("{truth} of 100 have invested after five years, and half of them ever will."),
        ),
        number_guess(
            "25-guess-setup",
            title=_("Firms that rent, with a set-up"),
            expects=_("a number of firms, of 100"),
            low=0,
            high=100,
            truth=lambda: float(round(outcome(0.2, RENT_SETUP, 0, 0)["adopt"])),
            explanation=_("{truth} of 100 rent; without a set-up half of them would."),
        ),
    )


@cache
def _fact(fact_id: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][fact_id])


@cache
def _done(row_id: str) -> float:
    return float(load("energy_audits").set_index("row_id")["done_percent"][row_id])


def _line_bound() -> Task:
    fine, years, margin = LINE["fine"], LINE["years"], LINE["margin"]
    loss = total_loss(fine, years, margin)
    return number_task(
        "25-line-bound",
        title=_("How many cheats must be caught"),
        expects=_("a number, a share between 0 and 1"),
        right=lambda: monitoring_bound(loss),
        tolerance=0.004,
        unit="share",
        mistakes=[
            value_mistake(
                "lost future left out",
                lambda: monitoring_bound(fine),
                _("{given} counts the fine alone. What else does a firm lose that is shut out?"),
            ),
            value_mistake(
                "whole subsidy taken for profit",
                lambda: monitoring_bound(fine + years),
                _("{given} counts each lost year in full. An honest firm keeps only a part of it as profit."),
            ),
            value_mistake(
                "fine left out",
                lambda: monitoring_bound(years * margin),
                _("{given} counts the lost years alone. There is a fine besides."),
            ),
            value_mistake(
                "share that may escape",
                lambda: 1 - monitoring_bound(loss),
                _("{given} is the share that may escape. The question asks who must be caught."),
            ),
            value_mistake(
                "subsidy over loss",
                lambda: 1 / loss,
                _("{given} divides by the loss alone. Who is caught gives the subsidy back, too."),
            ),
            value_mistake(
                "honest use today counted",
                lambda: monitoring_bound(loss, honest=margin),
                _("{given} is right for a firm with an honest use for this year's money. This one has none."),
            ),
            value_mistake(
                "row of a tenth",
                lambda: monitoring_bound(total_loss(fine, years, 0.1)),
                _("{given} is the table's number for a firm that keeps a tenth. This one keeps a quarter."),
            ),
            value_mistake(
                "row of a half",
                lambda: monitoring_bound(total_loss(fine, years, 0.5)),
                _("{given} is the table's number for a firm that keeps half. This one keeps a quarter."),
            ),
        ],
        hints=(
            _("First add up f: the fine, and the profit of the lost years."),
            _("Then put it into s / (s + f), with s = 1."),
            _("The profit of the lost years is five times a quarter."),
        ),
        explanation=_("Two in three, if the fine were all, becomes about one in three: the future does the work."),
    )


def _quiz_worth() -> Task:
    return choice_task(
        "25-quiz-worth",
        title=_("A machine that pays, and is not bought"),
        options="abcd",
        right="16671a0985b4",
        mistakes={
            "a": (
                "positive present value means invest",
                _("That rule holds for now or never. This owner can also buy later."),
            ),
            "c": (
                "waiting taken for ignorance",
                _("He may know all there is to know today. What will he know next year?"),
            ),
            "d": ("uncertainty taken for a ban", _("There is a value at which he buys. What is it here?")),
        },
        hints=(
            _("Compare 130 with the value at which he should buy."),
            _("The multiple times the cost is that value."),
            _("“What an owner keeps by waiting” has the rule."),
        ),
        explanation=_("He buys at 180. Until then the chance to choose is worth more than the 30."),
    )


def _quiz_subsidy() -> Task:
    return number_task(
        "25-quiz-subsidy",
        title=_("The subsidy that ends the waiting"),
        expects=_("a number, per cent of the price"),
        right=lambda: 100 * (1 - 1 / MULTIPLE),
        tolerance=0.5,
        unit="per cent",
        mistakes=[
            value_mistake(
                "what the firm still pays",
                lambda: 100 / MULTIPLE,
                _("{given} % is what the firm still pays. The question asks for the state's part."),
            ),
            value_mistake(
                "premium over the cost",
                lambda: 100 * (MULTIPLE - 1),
                _("{given} % is by how much the value must exceed the cost. By how much must the cost fall?"),
            ),
            value_mistake(
                "half for everybody",
                50,
                _("{given} % is right for a multiple of 2. This one is higher."),
            ),
        ],
        hints=(
            _("The firm buys when the value is the multiple times what it pays itself."),
            _("Here the value is the full price. So what may it pay itself?"),
            _("“A rent can be given back” has the same sum for other multiples."),
        ),
        explanation=_("The more uncertain the trade, the larger the subsidy that only undoes the waiting."),
    )


def _quiz_cliff() -> Task:
    return choice_task(
        "25-quiz-cliff",
        title=_("What the bills refute"),
        options="abcd",
        right="9786362a435c",
        mistakes={
            "b": (
                "overstated savings thought refuted",
                _("If auditors promise too much, many may well say no. Nothing here speaks against it."),
            ),
            "c": (
                "ignorance thought refuted",
                _("A plant that does not believe or understand the advice says no, too."),
            ),
            "d": (
                "first cost thought refuted",
                _("The rows give no first cost for this kind, so they cannot refute it."),
            ),
        },
        hints=(
            _("What would a threshold that all share predict for advice that is below it?"),
            _("All of it would be done. How much of the advice can take longer than 24 months, if the mean is 0.35?"),
            _("“Bills that are not paid on time” divides the mean by the threshold."),
        ),
        explanation=_("At most 17.5 % can take so long, and 25.4 % was not done. A cut at 15 months stays possible."),
    )


def _payback_fits(sigma: float, rate: float, wear: float) -> bool:
    right, multiple = longest_payback(sigma, rate, wear), waiting_multiple(sigma, rate)
    beta = roots(sigma, rate)[0]
    worth = 1 / (rate + wear)
    wrong = [worth, 1 / rate / multiple, worth * multiple, worth / beta, worth / waiting_multiple(sigma, wear)]
    wrong.append(longest_payback(sigma, rate, wear, again=True))
    return apart(right, longest_payback(0.25, 0.08, 0.12), *wrong, share=0.03)


def _payback(sigma: float = 0.25, rate: float = 0.08, wear: float = 0.12) -> Task:
    multiple, beta = waiting_multiple(sigma, rate), roots(sigma, rate)[0]
    worth = 1 / (rate + wear)
    return number_task(
        "25-payback",
        title=_("How quickly must it pay back?"),
        expects=_("a number, years"),
        right=lambda: longest_payback(sigma, rate, wear),
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "present value rule",
                worth,
                _("{given} years is where the present value is zero. The owner can also wait."),
            ),
            value_mistake(
                "wear left out",
                lambda: 1 / rate / multiple,
                _("{given} years takes the saving as lasting. It shrinks each year."),
            ),
            value_mistake(
                "multiplied by the multiple",
                lambda: worth * multiple,
                _("{given} years makes a waiting owner more patient with the machine. Which way must it go?"),
            ),
            value_mistake(
                "root taken for the multiple",
                lambda: worth / beta,
                _("{given} years divides by the root β itself. The multiple is made from it."),
            ),
            value_mistake(
                "capital and wear swapped",
                lambda: worth / waiting_multiple(sigma, wear),
                _("{given} years takes the wear for the cost of capital. Only the latter is in β."),
            ),
            value_mistake(
                "machine bought again",
                lambda: longest_payback(sigma, rate, wear, again=True),
                _("{given} years lets the owner buy again when the machine fails. Here the chance comes once."),
            ),
        ],
        hints=(
            _("First the payback at a present value of zero, then divide it by the multiple."),
            _("The multiple depends on σ and on what capital costs, and not on the wear."),
            _("“What an owner keeps by waiting” has both formulas, with a case by hand."),
        ),
        explanation=_("The wear shortens the payback, and uncertainty divides what is left."),
    )


def _judged(longest: float, inverse: bool = False) -> dict[str, float]:
    """Return how many pieces of advice a rule takes, where it agrees with the plant, and what it would have missed."""
    rows = plant_advice()
    measure = 1 / rows["payback"] if inverse else rows["payback"]
    takes = (measure <= longest).astype("int64")
    missed = rows["saving"][(rows["done"] == 1) & (takes == 0)].sum()
    return {"takes": float(takes.sum()), "agrees": float((takes == rows["done"]).sum()), "saving": float(missed)}


def _cut() -> float:
    return longest_payback(PLANT["sigma"], PLANT["rate"], PLANT["wear"])


def _plant() -> Task:
    return numbers_task(
        "25-plant",
        title=_("The rule against one plant"),
        expects=_('three numbers, {"takes": 1, "agrees": 1, "saving": 1}'),
        labels=("takes", "agrees", "saving"),
        right=lambda: _judged(_cut()),
        mistakes=[
            value_mistake(
                "present value rule",
                lambda: _judged(longest_payback(0, PLANT["rate"], PLANT["wear"])),
                _("This is the rule of present value. The owner waits until the multiple is reached."),
            ),
            value_mistake(
                "payback upside down",
                lambda: _judged(_cut(), inverse=True),
                _("Payback is cost over yearly saving, and you have it the other way round."),
            ),
            Mistake(
                "all savings that the plant took",
                lambda given: abs(given["saving"] - 632237) < 1,
                _("That is all that the plant saves. Which of it would the rule have left?"),
                example=lambda: {"takes": 4, "agrees": 6, "saving": 632237},
            ),
            Mistake(
                "agreement counted on what was done only",
                lambda given: given["agrees"] == given["takes"] and given["takes"] < 6,
                _("The rule also agrees with the plant where both say no."),
                example=lambda: {"takes": 4, "agrees": 4, "saving": 236055},
            ),
        ],
        hints=(
            _("The rule's cut is 1 / ((0.1 + 0.1) · multiple), with `waiting_multiple(0.2, 0.1)`."),
            _("Compare `payback <= cut` with `done`, row by row."),
            _("The saving that is asked for is of advice that was done and that the rule rejects."),
        ),
        explanation=_(
            "One piece of advice of seven parts the rule from the plant, and it is the largest saving of all."
        ),
    )


def _monitor() -> Task:
    def needed(fine: float, years: float, margin: float) -> float:
        return 1 / (1 + fine + years * margin)

    return function_task(
        "25-monitor",
        title=_("What an inspector must catch"),
        expects=_("a function of the fine, the years and the margin that returns a share"),
        right=needed,
        cases=[(0.5, 0, 0.3), (0.5, 5, 0.25), (1, 2, 0.5), (0, 3, 0.1)],
        mistakes=[
            function_mistake(
                "lost future left out",
                lambda fine, years, margin: 1 / (1 + fine),
                _("Your function does not use the lost years."),
            ),
            function_mistake(
                "whole subsidy taken for profit",
                lambda fine, years, margin: 1 / (1 + fine + years),
                _("You count each lost year in full. Only the margin of it is lost profit."),
            ),
            function_mistake(
                "subsidy not given back",
                lambda fine, years, margin: min(1.0, 1 / (fine + years * margin)) if fine + years * margin else 1.0,
                _("Who is caught gives the subsidy back, and loses the rest besides."),
            ),
            function_mistake(
                "subsidy not given back, and a chance above 1",
                lambda fine, years, margin: 1 / (fine + years * margin),
                _("Who is caught gives the subsidy back, too. A chance above 1 is a sign that something is missing."),
            ),
            function_mistake(
                "honest use today counted",
                lambda fine, years, margin: (1 - margin) / (1 + fine + years * margin),
                _("You credit an honest use of this year's money. The firm in the question has none."),
            ),
            function_mistake(
                "share that may escape",
                lambda fine, years, margin: 1 - 1 / (1 + fine + years * margin),
                _("Your function gives the share that may escape."),
            ),
        ],
        hints=(
            _("Write what a cheat expects to gain and to lose, with a subsidy of 1."),
            _("He gains 1 with the chance 1 − m, and loses the fine and the future with the chance m."),
            _("“How many cheats an inspector must catch” has both lines."),
        ),
        explanation=_("With a margin of zero the years do not matter: then only the fine deters."),
    )


def _setup_fits(sigma: float, rent: float) -> bool:
    right = 100 * largest_setup(sigma, rent)
    wrong = [100 * (waiting_multiple(sigma) - rent), 100 * (1 - rent / waiting_multiple(sigma))]
    known = [100 * largest_setup(0.2, rent)] if sigma != 0.2 else []
    return apart(right, 100 * largest_setup(0.3, 1.25), *wrong, *known, share=0.03)


def _setup(sigma: float = 0.3, rent: float = 1.25) -> Task:
    right = 100 * largest_setup(sigma, rent)
    mistakes: list[Mistake | WrongValue] = [
        value_mistake(
            "gap between the triggers",
            lambda: 100 * (waiting_multiple(sigma) - rent),
            _("{given} % is the gap between the two triggers. A set-up raises the second one by more than its size."),
        ),
        value_mistake(
            "rent over trigger",
            lambda: 100 * (1 - rent / waiting_multiple(sigma)),
            _("{given} % compares rent and trigger. The set-up must be found with the rent kept as it is."),
        ),
    ]
    if sigma != 0.2:
        mistakes.append(
            value_mistake(
                "the lesson's uncertainty",
                lambda: 100 * largest_setup(0.2, rent),
                _("{given} % belongs to σ = 0.2. Yours is another."),
            )
        )
    mistakes += [
        Mistake(
            "set-up too dear",
            lambda given: given > right,
            _("With so dear a set-up the rent is taken later than the machine is bought."),
            example=lambda: 1.4 * right + 5,
        ),
        Mistake(
            "more could be borne",
            lambda given: right / 20 < given < right,
            _("With this set-up the rent is taken earlier than the machine is bought. It can bear more."),
            example=lambda: 0.55 * right,
        ),
    ]
    return number_task(
        "25-setup",
        title=_("How much set-up a rent can bear"),
        expects=_("a number, per cent of the machine's price"),
        right=lambda: right,
        tolerance=0.3,
        unit="per cent",
        mistakes=mistakes,
        hints=(
            _("Raise the set-up until the rent's trigger is that of the machine."),
            _("`rent_trigger(sigma, rent, setup)` against `waiting_multiple(sigma)`."),
            _("Try set-ups from 0 to 0.5, and halve the span in which the two meet; give per cent."),
        ),
        explanation=_("The more uncertain the trade, the more set-up a rent can bear before buying is as early."),
    )


def _copies() -> Task:
    def right() -> dict[str, float]:
        found = free_and_best(COPY_COST)
        return {"free": found["free"], "best": found["best"], "loss": 100 * found["loss"]}

    def lost(free: int, best: int) -> float:
        return float(100 * (1 - entry(free, COPY_COST)["welfare"] / entry(best, COPY_COST)["welfare"]))

    return numbers_task(
        "25-copies",
        title=_("Counties with one plan"),
        expects=_('three numbers, {"free": 1, "best": 1, "loss": 1.0}, the last in per cent'),
        labels=("free", "best", "loss"),
        right=right,
        tolerance=0.06,
        mistakes=[
            value_mistake(
                "last entrant must gain",
                lambda: {"free": 3, "best": 2, "loss": lost(3, 2)},
                _("One more can enter: its profit is exactly zero, and it does not lose."),
            ),
            Mistake(
                "industry profit taken for welfare",
                lambda given: given["best"] == 1,
                _("One firm makes the most profit. Welfare counts buyers, too."),
                example=lambda: {"free": 4, "best": 1, "loss": lost(4, 1)},
            ),
            Mistake(
                "numbers swapped",
                lambda given: (given["free"], given["best"]) == (2, 4),
                _("You have the two numbers the wrong way round. Which is larger, and why?"),
                example=lambda: {"free": 2, "best": 4, "loss": 12.2},
            ),
            Mistake(
                "loss in other units",
                lambda given: (given["free"], given["best"]) == (4, 2),
                _("Both numbers of firms are right. The loss is a share of the best welfare, in per cent."),
                example=lambda: {"free": 4, "best": 2, "loss": 0.122},
            ),
        ],
        hints=(
            _("Let one more enter as long as `entry(n, 0.04)` gives it a profit of zero or more."),
            _("Then look for the n with the highest welfare."),
            _("“Nine copies of one plan” does it for a cost of 0.01."),
        ),
        explanation=_("A dearer entry lets fewer in, and the share that is lost is larger."),
    )


def _break() -> Task:
    def inside(given: dict[str, float]) -> bool:
        return 0 < given["rate"] <= 0.25 and 0 <= given["wear"] <= 0.5

    def gap(given: dict[str, float]) -> float:
        return longest_payback(BREAK_SIGMA, given["rate"], given["wear"]) - OBSERVED

    return property_task(
        "25-break",
        "numbers",
        ("rate", "wear"),
        title=_("When waiting does explain it"),
        expects=_('two numbers, {"rate": 0.5, "wear": 0.5}'),
        is_right=lambda given: inside(given) and abs(gap(given)) <= CLOSE,
        mistakes=[
            Mistake(
                "out of bounds",
                lambda given: not inside(given),
                _("The rate is above 0 and at most 0.25, the wear from 0 to 0.5."),
                example=lambda: {"rate": 0.4, "wear": 0.0},
            ),
            Mistake(
                "still too patient",
                lambda given: inside(given) and gap(given) > CLOSE,
                _("With these numbers the firm accepts a longer payback than 15 months."),
                example=lambda: {"rate": 0.04, "wear": 0.0},
            ),
            Mistake(
                "too impatient",
                lambda given: inside(given) and gap(given) < -CLOSE,
                _("With these numbers the firm asks for less than 15 months."),
                example=lambda: {"rate": 0.25, "wear": 0.5},
            ),
        ],
        hints=(
            _("Set the longest payback equal to 1.25, with the rate that you think is fair."),
            _("Choose a rate and compute the multiple with it. What must rate plus wear be then?"),
            _("One over 1.25 times the multiple is rate plus wear."),
        ),
        explanation=_(
            "A quarter of the saving gone each year is much for a steam trap, and little for software: what was "
            "recommended decides which story fits. If it may be bought again, the same numbers ask for a higher σ."
        ),
    )
