"""Tasks of lesson 27: what a deal paid, what a contract costs and shares, and how many rates fit."""

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
from longwave.topics.guidance_fund.models.contracts import (
    STAKE,
    YEARS,
    cap_that_costs,
    score_contract,
    share_out,
    tranche_that_costs,
)
from longwave.topics.guidance_fund.models.deals import cash_flows, implied_values
from longwave.topics.guidance_fund.models.returns import deal_spread, falls_short, rates_of_return

BUDGET, NEAR_BUDGET, NEAR_BEST = 2.0, 0.02, 0.004
LOW_RATE, HIGH_RATE, NEAR_NOTHING = 8.0, 25.0, 0.05
LOWEST_MEAN, WIDEST_SPREAD = 0.5, 1.0
DEAL_SPREAD = deal_spread()


def title() -> str:
    """Return the lesson's title."""
    return _("How should a public fund share risk with private money?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_stake(),
        _quiz_lost(),
        _quiz_capped(),
        _quiz_rates(),
        _first_loss(),
        _melt(),
        _contract(),
        _rates(),
        _owe(),
        _break_cap(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "27-owe": Variant(
            _owe,
            {"rate": (6, 7, 8, 9, 11, 12), "years": (3, 4, 5, 6)},
            _owe_fits,
        ),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "27-guess-cash",
            title=_("Cash back from NIO by the end of 2021"),
            expects=_("a number, yuan in cash back for each yuan in cash paid"),
            low=0,
            high=10,
            truth=lambda: round(_back() / _paid(), 2),
            explanation=_("It was {truth} yuan in cash. What the investors still held comes on top, at some price."),
        ),
        range_guess(
            "27-guess-rate",
            title=_("The yearly rate of the same cash"),
            expects=_("two numbers, per cent a year"),
            low=0,
            high=400,
            truth=lambda: round(100 * rates_of_return(cash_flows())[0]),
            explanation=_("It is {truth} per cent a year, since most of the money was out for months, not for years."),
        ),
        number_guess(
            "27-guess-spared",
            title=_("Private losses at an equal public cost"),
            expects=_("a number, funds of 100, below 0 if the cap spares more"),
            low=-35,
            high=35,
            truth=_spared,
            explanation=_("The first loss spares {truth} more: the cap pays where the private partner has gained."),
        ),
        number_guess(
            "27-guess-raised",
            title=_("What guidance funds had raised"),
            expects=_("a number, trillion yuan raised by early 2020"),
            low=0,
            high=11,
            truth=lambda: _fact("27-raised"),
            explanation=_("They had raised {truth} trillion, less than half. Many were young."),
        ),
    )


@cache
def _facts() -> dict[str, float]:
    return {str(name): float(value) for name, value in load("cn_cases").set_index("fact_id")["value"].items()}


def _fact(fact_id: str) -> float:
    return _facts()[fact_id]


def _paid() -> float:
    return _fact("27-paid-in") - _fact("27-relief")


def _back() -> float:
    return _fact("27-called") / 1000 + _fact("27-second-sale") + _fact("27-third-sale")


def _value(when: str) -> float:
    return float(implied_values().set_index("date")["value"][when])


def _left() -> float:
    return 1 - _fact("27-nio-share") / 100


def _spared() -> int:
    first = score_contract(tranche=20)
    cap = score_contract(cap=cap_that_costs(first["public_cost"]))
    return round(100 * float(cap["private_loss"] - first["private_loss"]))


def _line_stake() -> Task:
    def counted(when: str) -> float:
        return (_back() + _left() * _value(when)) / _paid()

    return number_task(
        "27-line-stake",
        title=_("The stake counted, too"),
        expects=_("a number, yuan back or still held for each yuan paid"),
        right=lambda: counted("2021-09-24"),
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "the stake left out",
                lambda: _back() / _paid(),
                _("{given} counts cash alone. What was the part still held worth?"),
            ),
            value_mistake(
                "the cash left out",
                lambda: _left() * _value("2021-09-24") / _paid(),
                _("{given} counts the stake alone. The cash had come back as well."),
            ),
            value_mistake(
                "another date",
                lambda: counted("2024-09-29"),
                _("{given} takes the price of 2024. The question names another date."),
            ),
            value_mistake(
                "the price of February",
                lambda: counted("2021-02-04"),
                _("{given} takes the price of the sale before. The question names the later one."),
            ),
            value_mistake(
                "the price of the call",
                lambda: counted("2020-09-16"),
                _("{given} takes the price at which NIO called shares back. The question names a later date."),
            ),
            value_mistake(
                "a sum for a multiple",
                lambda: _back() + _left() * _value("2021-09-24"),
                _("{given} is in billion. What comes back for each yuan that was paid?"),
            ),
            value_mistake(
                "the gain for the multiple",
                lambda: counted("2021-09-24") - 1,
                _("{given} leaves out the yuan that was paid. A multiple counts all that came back."),
            ),
            value_mistake(
                "per cent for a share",
                lambda: (_back() + 100 * _left() * _value("2021-09-24")) / _paid(),
                _("{given} takes 7.886 times the whole. The stake is 7.886 per cent of it."),
            ),
            value_mistake(
                "the promise taken for the payment",
                lambda: (_back() + _left() * _value("2021-09-24")) / _fact("27-paid-in"),
                _("{given} divides by what was promised. Part of it NIO took over before it was paid."),
            ),
        ],
        hints=(
            _("The stake still held is worth `left` times the value of the whole at that date."),
            _("Add it to the cash, and divide by what was paid."),
            _('`values["2021-09-24"]` is the value of the whole.'),
        ),
        explanation=_("The larger part of it is a price, at which nobody had bought the stake that was left."),
    )


def _quiz_lost() -> Task:
    return choice_task(
        "27-quiz-lost",
        title=_("Who helps when money is lost"),
        options="abcd",
        right="38af70931013",
        mistakes={
            "a": (
                "any concession shares risk",
                _("The cap moves money only where the public partner would have earned more than the cap."),
            ),
            "c": (
                "two concessions, one effect",
                _("At 0.8 the first loss pays. The cap takes what the public partner earns beyond it: anything?"),
            ),
            "d": (
                "a tranche taken for a gain",
                _("The fund has lost 20 of 100. Which contract says who bears a loss?"),
            ),
        },
        hints=(
            _("Compute what the public partner would get at 0.8 on equal terms."),
            _("Does the cap bind there?"),
            _("“Three contracts for one hundred yuan” prints this case."),
        ),
        explanation=_("A cap is paid in good years, a first loss in bad ones. Only the second is insurance."),
    )


def _quiz_capped() -> Task:
    return number_task(
        "27-quiz-capped",
        title=_("The public partner wants only its money back"),
        expects=_("a number, money of the private partner"),
        right=lambda: 3 * 2 * STAKE - STAKE,
        mistakes=[
            value_mistake("equal shares kept", 3 * STAKE, _("{given} is half of the fund. Who gets what is above 50?")),
            value_mistake(
                "only the excess",
                2 * STAKE,
                _("{given} is what the public partner gave up. The private partner has its own half as well."),
            ),
            value_mistake(
                "the public partner's money",
                STAKE,
                _("{given} is what the public partner gets. The question asks for the private one."),
            ),
            value_mistake(
                "the gain for the money", 4 * STAKE, _("{given} is what it gains. Its own 50 come back as well.")
            ),
            value_mistake(
                "a multiple for the money",
                5,
                _("{given} is money back for each one paid in. How much is it for its 50?"),
            ),
            value_mistake(
                "the whole fund", 6 * STAKE, _("{given} is all of it. The public partner takes its 50 back.")
            ),
        ],
        hints=(
            _("The fund brings back three times 100."),
            _("Take off what the public partner gets."),
            _("“Three contracts for one hundred yuan” does it for a cap of 3 %."),
        ),
        explanation=_("At three times the money the concession doubles what the private partner gains."),
    )


def _quiz_rates() -> Task:
    return choice_task(
        "27-quiz-rates",
        title=_("Two rates for one deal"),
        options="abcd",
        right="d61754805480",
        mistakes={
            "a": ("the higher rate chosen", _("Both rates solve the same sum. What makes one of them the right one?")),
            "b": ("two rates averaged", _("Halfway between them the payments are not worth nothing. Try it.")),
            "c": (
                "two rates taken for a mistake",
                _("Nothing was computed wrongly. How often does the sign of the payments change?"),
            ),
        },
        hints=(
            _("Write the three payments at the rate r, and multiply by (1 + r)²."),
            _("It is a quadratic with two roots."),
            _("“A rate that depends on the calendar” prints such payments."),
        ),
        explanation=_("State a rate of your own, and say what the payments are worth at it."),
    )


def _first_loss() -> Task:
    def right(multiple: float, tranche: float) -> float:
        return float(share_out([multiple], tranche=tranche)["private"].iloc[0])

    def unlimited(multiple: float, tranche: float) -> float:
        loss = max(2 * STAKE * (1 - multiple), 0)
        if not loss:
            return STAKE * multiple
        return STAKE - max(loss - tranche, 0) / 2

    def half_of_all(multiple: float, tranche: float) -> float:
        loss = max(2 * STAKE * (1 - multiple), 0)
        return STAKE * multiple if not loss else STAKE - loss + min(loss / 2 + tranche, loss, STAKE)

    return function_task(
        "27-first-loss",
        title=_("A first loss, written out"),
        expects=_("a function of the multiple and the tranche that returns the private partner's money"),
        right=right,
        cases=[(2, 20), (0.9, 20), (0.6, 20), (0.1, 20), (0.5, 0), (0, 40)],
        mistakes=[
            function_mistake(
                "equal shares",
                lambda multiple, tranche: STAKE * multiple,
                _("You share everything equally. Who bears the first part of a loss?"),
            ),
            function_mistake(
                "public partner below nothing",
                unlimited,
                _("In a very bad fund your public partner loses more than it put in. It bears 50 at most."),
            ),
            function_mistake(
                "all further losses are private",
                lambda multiple, tranche: (
                    STAKE * multiple
                    if multiple >= 1
                    else STAKE - min(max(2 * STAKE * (1 - multiple) - tranche, 0), STAKE)
                ),
                _("Beyond the tranche you let the private partner bear all. It is shared half and half."),
            ),
            function_mistake(
                "gains kept by the public",
                lambda multiple, tranche: right(multiple, tranche) if multiple < 1 else STAKE,
                _("Where the fund gains, your private partner gets its money back and no more. Gains are shared."),
            ),
            function_mistake(
                "half of all besides the tranche",
                half_of_all,
                _("Your public partner bears half of the whole loss and the tranche on top. Half of what is left?"),
            ),
            function_mistake(
                "the public partner's money",
                lambda multiple, tranche: 2 * STAKE * multiple - right(multiple, tranche),
                _("That is what is left to whoever bears the tranche, the public partner. Return the other's money."),
            ),
            function_mistake(
                "every loss is public",
                lambda multiple, tranche: STAKE * multiple if multiple >= 1 else STAKE,
                _("Your private partner never loses. Does the tranche cover any loss? Mind that a loss is of 100."),
            ),
            function_mistake(
                "a multiple for the money",
                lambda multiple, tranche: right(multiple, tranche) / STAKE,
                _("You return money for each yuan paid in. Return the sum, for the 50 paid in."),
            ),
        ],
        hints=(
            _("The loss is 100 (1 − M) where M is below 1, and 0 otherwise."),
            _("The public partner bears the tranche, then half of the rest, and never more than 50."),
            _("Press “First loss 20” in the panel, and move M to the left."),
        ),
        explanation=_("The limit of 50 matters only in the very worst funds, but a contract has to name it."),
    )


def _melt() -> Task:
    share, value, injected, later = 0.08, 60, 20, 90
    after = share * value / (value + injected)
    return numbers_task(
        "27-melt",
        title=_("A share that melts"),
        expects=_('two numbers, {"share": 1.0, "forgone": 1.0}, in per cent and in billion'),
        labels=("share", "forgone"),
        right=lambda: {"share": 100 * after, "forgone": after * later - 1},
        mistakes=[
            value_mistake(
                "no dilution",
                {"share": 100 * share, "forgone": share * later - 1},
                _("Your share has not moved. New money came in from somebody else, at a value before it of 60."),
            ),
            value_mistake(
                "new money added twice",
                {
                    "share": 100 * share * (value - injected) / value,
                    "forgone": share * (value - injected) / value * later - 1,
                },
                _("You take the new money out of the 60. It comes on top of it."),
            ),
            value_mistake(
                "forgone without dilution",
                {"share": 100 * after, "forgone": share * later - 1},
                _("The share has melted as it should. Which share would the city have held later?"),
            ),
            value_mistake(
                "value of the wrong day",
                {"share": 100 * after, "forgone": after * (value + injected) - 1},
                _("The share is right. You value it on the day of the new capital, not later."),
            ),
            value_mistake(
                "what was received left out",
                {"share": 100 * after, "forgone": after * later},
                _("The share is right. The city was paid something when it gave the share up."),
            ),
            value_mistake(
                "what was received added",
                {"share": 100 * after, "forgone": after * later + 1},
                _("The share is right. What the city was paid makes its loss smaller, not larger."),
            ),
            value_mistake(
                "points lost for the share",
                {"share": 100 * (share - after), "forgone": after * later - 1},
                _("The sum is right. You give by how much the share melts. What is left of it?"),
            ),
            value_mistake(
                "per cent times billion",
                {"share": 100 * after, "forgone": 100 * after * later - 1},
                _("The share is right. For the sum, take it as a part of one."),
            ),
            value_mistake(
                "share as a fraction",
                {"share": after, "forgone": after * later - 1},
                _("The sum is right. The share is asked for in per cent."),
            ),
        ],
        hints=(
            _("After the payment the whole is worth 60 + 20, and the share still holds its part of the 60."),
            _("Then take the later value of the whole, and subtract what was received."),
            _("“What the call gave away” does it for NIO."),
        ),
        explanation=_("Without dilution one would have said more than a third too much."),
    )


@cache
def _best_loss() -> float:
    return float(score_contract(tranche=tranche_that_costs(BUDGET))["private_loss"])


def _contract() -> Task:
    def cost(terms: dict[str, float]) -> float:
        return float(score_contract(**terms)["public_cost"])

    def allowed(terms: dict[str, float]) -> bool:
        return -0.2 <= terms["cap"] <= 3 and 0 <= terms["tranche"] <= STAKE and terms["gift"] >= 0  # noqa: PLR2004

    def within(terms: dict[str, float]) -> bool:
        return allowed(terms) and cost(terms) <= BUDGET + NEAR_BUDGET

    def lost(terms: dict[str, float]) -> float:
        return float(score_contract(**terms)["private_loss"])

    return property_task(
        "27-contract",
        "numbers",
        ("cap", "tranche", "gift"),
        title=_("The best contract for two of a hundred"),
        expects=_('three numbers, {"cap": 3.0, "tranche": 0.0, "gift": 0.0}'),
        is_right=lambda terms: within(terms) and lost(terms) <= _best_loss() + NEAR_BEST,
        mistakes=[
            Mistake(
                "terms out of range",
                lambda terms: not allowed(terms),
                _("The cap is from −0.2 to 3 (300 % a year), the tranche from 0 to 50, and the gift 0 or more."),
                example=lambda: {"cap": 18.5, "tranche": 0, "gift": 0},
            ),
            Mistake(
                "over the budget",
                lambda terms: allowed(terms) and not within(terms),
                _("This costs the public partner more than 2 of 100."),
                example=lambda: {"cap": 3, "tranche": 20, "gift": 0},
            ),
            Mistake(
                "paid to winners",
                lambda terms: within(terms) and terms["cap"] < 1 and lost(terms) > _best_loss() + NEAR_BEST,
                _("Part of the 2 goes into a cap. In how many of the funds that lose does a cap pay?"),
                example=lambda: {"cap": 0.21, "tranche": 0, "gift": 0},
            ),
            Mistake(
                "paid in every case",
                lambda terms: within(terms) and terms["gift"] > 0 and lost(terms) > _best_loss() + NEAR_BEST,
                _("A gift is paid in good funds as well. Where is a yuan needed so that nobody loses?"),
                example=lambda: {"cap": 3, "tranche": 0, "gift": 2},
            ),
            Mistake(
                "budget left",
                lambda terms: within(terms) and lost(terms) > _best_loss() + NEAR_BEST,
                _("Part of the 2 is not spent yet."),
                example=lambda: {"cap": 3, "tranche": 5, "gift": 0},
            ),
        ],
        hints=(
            _("Score each concession alone first, at a cost of 2."),
            _("`tranche_that_costs`, `cap_that_costs` and `score_contract` are in the first cell."),
            _("The second half of “The same public cost” compares them at another cost."),
        ),
        explanation=_("All of it goes into the first loss, if the score counts losing cases and the fund is as ours."),
    )


def _worth(deal: dict[str, float], rate: float) -> float:
    """Return what the deal's three payments are worth at a rate, in money of the last year."""
    factor = 1 + rate / 100
    return -2 * STAKE * factor**2 + deal["back"] * factor - deal["last"]


def _rates() -> Task:
    low, high = (1 + rate / 100 for rate in (LOW_RATE, HIGH_RATE))
    back, last = 2 * STAKE * (low + high), 2 * STAKE * low * high

    def fits(deal: dict[str, float], rate: float) -> bool:
        return abs(_worth(deal, rate)) < NEAR_NOTHING

    return numbers_task(
        "27-rates",
        title=_("A deal made to have two rates"),
        expects=_('two numbers, {"back": 1.0, "last": 1.0}, both positive'),
        labels=("back", "last"),
        right=lambda: {"back": back, "last": last},
        tolerance=NEAR_NOTHING,
        mistakes=[
            value_mistake(
                "the lesson's deal",
                {"back": 230.0, "last": 132.0},
                _("That deal has the lesson's two rates, 10 and 20 %. Here they are others."),
            ),
            value_mistake(
                "rates for factors",
                {"back": LOW_RATE + HIGH_RATE, "last": LOW_RATE * HIGH_RATE / 100},
                _("You add and multiply the rates. In a year money grows by 1 + r: work with that."),
            ),
            value_mistake(
                "for each yuan",
                {"back": back / 100, "last": last / 100},
                _("That fits a deal of 1. This one takes 100."),
            ),
            value_mistake(
                "one payment for each rate",
                {"back": 100 * low, "last": 100 * high},
                _("You give each payment a rate of its own. Both rates must fit all three payments."),
            ),
            value_mistake(
                "payments exchanged",
                {"back": last, "last": back},
                _("Both are right, in each other's place. Which one comes a year after the first?"),
            ),
            Mistake(
                "a sign written twice",
                lambda deal: (
                    min(deal.values()) < 0 and fits({key: abs(money) for key, money in deal.items()}, HIGH_RATE)
                ),
                _("The sizes are right. The names say already who pays, so give positive numbers."),
                example=lambda: {"back": back, "last": -last},
            ),
            Mistake(
                "only one rate fits",
                lambda deal: fits(deal, LOW_RATE) != fits(deal, HIGH_RATE),
                _("At one of the two rates the payments are worth nothing, at the other they are not."),
                example=lambda: {"back": 200.0, "last": 200 * high - 100 * high**2},
            ),
        ],
        hints=(
            _("Multiply the sum by x² with x = 1 + r: −100 x² + back · x − last = 0."),
            _("A quadratic whose roots you know is −100 (x − first root) (x − second root). Multiply out."),
            _("`rates_of_return` takes payments by date, and shows whether your deal has both rates."),
        ),
        explanation=_("At 15 % the deal gains and at 0 or 40 % it loses: no single rate says whether it was good."),
    )


def _owing(rate: float, years: float) -> float:
    return 100 * falls_short(rate / 100, years, spread=DEAL_SPREAD)


def _owing_simply(rate: float, years: float) -> float:
    return 100 * falls_short(rate * years / 100, 1, spread=DEAL_SPREAD)


def _owe_wrong(rate: float, years: float) -> tuple[float, ...]:
    free = 100 - _owing(rate, years)
    fund = 100 * falls_short(rate / 100, years)
    return (_owing(0, years), _owing(rate, 1), _owing_simply(rate, years), _owing(rate, YEARS), fund, free)


def _owe_fits(rate: float, years: float) -> bool:
    right = _owing(rate, years)
    return apart(right, _owing(9, 5), *_owe_wrong(rate, years), share=0.003) if (rate, years) != (9, 5) else True


def _owe(rate: float = 9, years: float = 5) -> Task:
    return number_task(
        "27-owe",
        title=_("How often a founder owes"),
        expects=_("a number, per cent of deals"),
        right=lambda: _owing(rate, years),
        tolerance=0.1,
        unit="per cent",
        mistakes=[
            value_mistake(
                "losing taken for owing",
                lambda: _owing(0, years),
                _("{given} is how often money is lost. A deal that gains a little may still owe interest."),
            ),
            value_mistake(
                "interest of one year",
                lambda: _owing(rate, 1),
                _("{given} asks for one year's interest. It runs until the shares are sold back."),
            ),
            value_mistake(
                "simple interest",
                lambda: _owing_simply(rate, years),
                _("{given} adds the same interest each year. Here interest earns interest, too."),
            ),
            value_mistake(
                "seven years",
                lambda: _owing(rate, YEARS),
                _("{given} lets the clause run for seven years, as the lesson's fund does. How long does it run here?"),
            ),
            value_mistake(
                "a fund taken for a deal",
                lambda: 100 * falls_short(rate / 100, years),
                _("{given} takes the spread of a whole fund. One deal varies far more."),
            ),
            value_mistake(
                "nine for nine per cent",
                lambda: 100 * falls_short(rate, years, spread=DEAL_SPREAD),
                _("{given} would be nearly every deal: the rate went in as a whole number, not as a share."),
            ),
            value_mistake(
                "deals that are free",
                lambda: 100 - _owing(rate, years),
                _("{given} is how often the deal brings enough. The question asks for the others."),
            ),
        ],
        hints=(
            _("First compute what one yuan has to become, with interest on interest."),
            _("Then ask how often M is below that, with the spread of a deal."),
            _("`falls_short` takes the rate as a share, the years, and `spread=`."),
        ),
        explanation=_("Most deals lose here, and the clause adds those that gain less than the interest."),
    )


def _break_cap() -> Task:
    def fair(world: dict[str, float]) -> bool:
        return world["mean"] >= LOWEST_MEAN and 0 < world["spread"] <= WIDEST_SPREAD

    def gap(world: dict[str, float]) -> float:
        cap, first = (
            score_contract(world["mean"], world["spread"], **terms) for terms in ({"cap": 0.03}, {"tranche": 20.0})
        )
        return float(cap["public_cost"] - first["public_cost"])

    return property_task(
        "27-break-cap",
        "numbers",
        ("mean", "spread"),
        title=_("A world in which the cap is cheap"),
        expects=_('two numbers, {"mean": 1.5, "spread": 0.6}'),
        is_right=lambda world: fair(world) and gap(world) < 0,
        mistakes=[
            Mistake(
                "out of range",
                lambda world: not fair(world),
                _("The mean is to be at least 0.5, and the spread above 0 and at most 1."),
                example=lambda: {"mean": 0.3, "spread": 0.6},
            ),
            Mistake(
                "better funds",
                lambda world: fair(world) and world["mean"] >= 1.5 and gap(world) >= 0,  # noqa: PLR2004
                _("In better funds the cap is paid more often, and costs more. Go the other way."),
                example=lambda: {"mean": 2, "spread": 0.6},
            ),
            Mistake(
                "not yet",
                lambda world: fair(world) and gap(world) >= 0,
                _("There the cap still costs more than the first loss."),
                example=lambda: {"mean": 1.2, "spread": 0.6},
            ),
        ],
        hints=(
            _("When does a cap hand over nothing?"),
            _("Lower the mean first, and leave the spread alone."),
            _("“Where the ranking turns” shows costs for several means, with a milder cap."),
        ),
        explanation=_(
            "Where funds lose on the whole, insurance is dear and a share in gains is cheap. What a concession costs "
            "depends on whom it is offered to."
        ),
    )
