"""Tasks of lesson 28: a gap split in two, a bound on what a mix can do, and what a share or a record costs."""

import math
from functools import cache
from itertools import combinations

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
from longwave.topics.lab_to_market.models.funnel import conversion_rate, cured, gap_split, turning_use
from longwave.topics.lab_to_market.models.incentives import best_filings, best_share, implied_elasticity, kept_income
from longwave.topics.lab_to_market.models.mix import equal_rates_ratio, largest_mix_ratio
from longwave.topics.lab_to_market.models.records import (
    KINDS,
    counts_by_year,
    patents_in_force,
    printed_rates,
)

LATE = "2019-11"
SLACK = 1e-9
LAGGARDS = ("universities", "research institutes")
OLD_SHARE, OLD_INCOME, LEAST_LOSS, TOLD_APART = 0.2, 6, 5, 0.65
QUIZ_ELASTICITY, QUIZ_GAIN, QUIZ_FINE, QUIZ_RECORD = 1.5, 12, 20, 40
SPLIT_CASES = [(12.3, 2.7, 63.2, 46), (20, 10, 40, 32), (30.6, 8.9, 63.2, 46), (8, 6, 50, 40)]
FILING_CASES = [(10, 3, 1, 0.5), (4, 3, 1, 0.5), (10, 0, 1, 0.5), (12, 2.2, 1, 0.4), (10, 2, 1, 0.5)]


def title() -> str:
    """Return the lesson's title."""
    return _("Where between laboratory and market is research lost?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_cured(),
        _quiz_step(),
        _quiz_share(),
        _quiz_caught(),
        _turn(),
        _gap(),
        _bound(),
        _break_mix(),
        _lost(),
        _claims_each(),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "28-turn": Variant(
            _turn,
            {"industry": (4, 5, 6, 7, 8), "leader_used": (60, 65, 70, 75), "leader_industry": (40, 45, 50, 54)},
            _turns,
        ),
        "28-lost": Variant(
            _lost,
            {
                "share": (0.55, 0.6, 0.65, 0.7, 0.75, 0.8),
                "income": (9.3, 9.9, 10.1, 10.5, 10.9, 11.3, 11.7, 12.3, 12.9),
            },
            _loses,
        ),
    }


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "28-guess-filings",
            title=_("Filings in the first full year without aid"),
            expects=_("a number, per cent change on the year before"),
            low=-80,
            high=80,
            truth=lambda: round(_filings_change(), 1),
            explanation=_("Filings of utility models changed by {truth} % from 2021 to 2022. You said {guess}."),
        ),
        number_guess(
            "28-guess-claims",
            title=_("Claims after the bonus"),
            expects=_("a number, per cent change of all claims of an applicant"),
            low=-80,
            high=80,
            truth=lambda: _fact("28-claims-total"),
            explanation=_("The authors find {truth} %: the same claims, in more applications."),
        ),
        number_guess(
            "28-guess-mix",
            title=_("How far a mix of kinds can go"),
            expects=_("a number, the largest factor"),
            low=1,
            high=20,
            truth=lambda: round(_bounds("2019-04")["universities"], 1),
            explanation=_("At most {truth}, whatever the rates are. The next cells show why."),
        ),
        range_guess(
            "28-guess-norway",
            title=_("What two thirds for the university did"),
            expects=_("two numbers, per cent change of start-ups and of patents"),
            low=-100,
            high=100,
            truth=lambda: _fact("28-norway-fall"),
            explanation=_("Both changed by about {truth} %, and measures of their quality fell, too."),
        ),
    )


@cache
def _fact(fact_id: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][fact_id])


def _filings_change() -> float:
    filed = counts_by_year()["utility model"]
    return float(100 * (filed[2022] / filed[2021] - 1))


@cache
def _bounds(date: str) -> dict[str, float]:
    return {owner: largest_mix_ratio(_held("firms", date), _held(owner, date)) for owner in LAGGARDS}


def _held(owner: str, date: str = "2019-04") -> list[float]:
    """Return an owner's patents in force by kind, in the order of `KINDS`."""
    counts = patents_in_force(date)
    return [float(patents) for patents in counts.loc[[owner]].to_numpy().ravel()]


def _printed(owner: str) -> tuple[float, float]:
    rates = printed_rates()
    return float(rates["used"][owner]), float(rates["industry"][owner])


def _line_cured() -> Task:
    def steps() -> dict[str, float]:
        return {str(name): float(rate) for name, rate in cured(*_printed("universities"), *_printed("firms")).items()}

    return number_task(
        "28-line-cured",
        title=_("Universities with firms' conversion"),
        expects=_("a number, per cent of valid patents"),
        right=lambda: steps()["conversion"],
        tolerance=0.06,
        unit="per cent",
        mistakes=[
            value_mistake(
                "the other step cured",
                lambda: steps()["use"],
                _("{given} has the firms' use and the universities' conversion. The question is the other way round."),
            ),
            value_mistake(
                "conversion alone",
                lambda: conversion_rate(*_printed("firms")),
                _("{given} is of 100 patents that are *used*. How many of 100 patents do universities use?"),
            ),
            value_mistake(
                "own conversion kept",
                lambda: steps()["now"],
                _("{given} is what they have now, with their own conversion."),
            ),
            value_mistake(
                "conversion of what is in industry",
                lambda: steps()["now"] * conversion_rate(*_printed("firms")) / 100,
                _("You convert what is in industry already. Begin with what is used."),
            ),
            value_mistake(
                "own conversion",
                lambda: round(conversion_rate(*_printed("universities"))),
                _("{given} is the universities' own conversion, of the patents that they use. Take the firms'."),
            ),
            value_mistake(
                "the leader's rate",
                lambda: steps()["both"],
                _("{given} is the firms' rate, with both steps cured. Universities keep their use here."),
            ),
        ],
        hints=(
            _("A rate is use times conversion. Which of the two stays?"),
            _("Take the universities' use, and the firms' conversion as a part of one."),
            _("Both numbers are in the table of “Two steps from a patent to an industry”."),
        ),
        explanation=_("Alone it closes a small part of the gap, because it works on the few patents that are used."),
    )


def _quiz_step() -> Task:
    return choice_task(
        "28-quiz-step",
        title=_("Which step loses more"),
        options="abcd",
        right="d5e6ea93b154",
        mistakes={
            "a": (
                "the last step is the bottleneck",
                _("Being last does not make it the narrower one. Compare each step with the leader's."),
            ),
            "b": (
                "points where ratios are asked",
                _("Thirty points at one step and twenty at the other are of different wholes. Which ratio is larger?"),
            ),
            "d": (
                "order takes all meaning away",
                _("The shares in points depend on the order. Which single cure helps more does not."),
            ),
        },
        hints=(
            _("Write each rate as use times conversion."),
            _("By which factor is the leader ahead at each step?"),
            _("“Two steps from a patent to an industry” does it for three owners."),
        ),
        explanation=_("Twice at use, and less than twice at conversion: curing use first gains more, in any order."),
    )


def _quiz_share() -> Task:
    return number_task(
        "28-quiz-share",
        title=_("The best share for the purse"),
        expects=_("a number from 0 to 1"),
        right=lambda: best_share(QUIZ_ELASTICITY),
        unit="share",
        mistakes=[
            value_mistake(
                "the university's part",
                lambda: 1 - best_share(QUIZ_ELASTICITY),
                _("{given} is what is left to the university. Which part do the inventors get?"),
            ),
            value_mistake(
                "odds for a share", QUIZ_ELASTICITY, _("A share lies below one. {given} is s over 1 − s at the best s.")
            ),
            value_mistake(
                "half in any case",
                0.5,
                _("{given} is best at an elasticity of one. Here income answers more strongly."),
            ),
            value_mistake(
                "the rule for a price",
                QUIZ_ELASTICITY / (QUIZ_ELASTICITY - 1),
                _("{given} is no share: you divide by ε less one, as for a price. Where is ε (1 − s) = s?"),
            ),
            value_mistake(
                "one over the elasticity",
                1 / QUIZ_ELASTICITY,
                _("By your rule a stronger answer would call for a smaller share. Which way must it go?"),
            ),
        ],
        hints=(
            _("What is kept is (1 − s) times s to the power ε. Where is its slope zero?"),
            _("There ε (1 − s) = s."),
            _("The derivation is in “Half for the inventors, or seventy per cent”."),
        ),
        explanation=_("The more income answers to the share, the more of it is worth giving away."),
    )


def _quiz_caught() -> Task:
    return number_task(
        "28-quiz-caught",
        title=_("A chance that stops a copier"),
        expects=_("a number from 0 to 1"),
        right=lambda: QUIZ_GAIN / (QUIZ_FINE + QUIZ_RECORD),
        unit="share",
        mistakes=[
            value_mistake(
                "the record left out", QUIZ_GAIN / QUIZ_FINE, _("{given} counts the fine. What else is lost?")
            ),
            value_mistake(
                "the fine left out", QUIZ_GAIN / QUIZ_RECORD, _("{given} counts the record. The fine is paid, too.")
            ),
            value_mistake(
                "gain is lost, too",
                QUIZ_GAIN / (QUIZ_FINE + QUIZ_RECORD + QUIZ_GAIN),
                _("{given} takes the gain away from those who are caught. Here they keep it."),
            ),
            value_mistake(
                "penalty over gain",
                (QUIZ_FINE + QUIZ_RECORD) / QUIZ_GAIN,
                _("{given} is no chance. Set the gain equal to the chance times the whole penalty."),
            ),
            value_mistake(
                "gain as per cent",
                QUIZ_GAIN / 100,
                _("{given} is the gain as a part of a hundred. Take it as a part of what being caught costs."),
            ),
        ],
        hints=(
            _("What does being caught cost in all?"),
            _("At the turning point the gain equals the chance times that cost."),
            _("“What makes a copier stop” has both cases."),
        ),
        explanation=_("A longer list of what is lost stops copying with fewer inspectors."),
    )


def _turns(industry: float, leader_used: float, leader_industry: float) -> bool:
    """Return whether the turning use is apart from the public one and from each natural mistake."""
    right = turning_use(industry, leader_used, leader_industry)
    wrong = [leader_used * industry / leader_industry, (industry * leader_industry) ** 0.5, leader_used / 2]
    wrong += [(industry * leader_used) ** 0.5, (industry + leader_used) / 2]
    is_public = (industry, leader_used, leader_industry) == (6, 60, 54)
    return apart(right, *wrong, share=0.03) and (is_public or apart(right, turning_use(6, 60, 54), share=0.03))


def _turn(industry: float = 6, leader_used: float = 60, leader_industry: float = 54) -> Task:
    return number_task(
        "28-turn",
        title=_("Where the bottleneck changes places"),
        expects=_("a number, per cent of valid patents that the owner uses"),
        right=lambda: turning_use(industry, leader_used, leader_industry),
        tolerance=0.15,
        unit="per cent",
        mistakes=[
            value_mistake(
                "root forgotten",
                leader_used * industry / leader_industry,
                _("At {given} conversion is the same for both, so all is lost at use. Where are the two losses equal?"),
            ),
            value_mistake(
                "mean of the two rates",
                (industry * leader_industry) ** 0.5,
                _("{given} lies between the two rates in industry. The question asks for use."),
            ),
            value_mistake(
                "half the leader's use",
                leader_used / 2,
                _("Half the leader's use halves the rate. Is the other factor also a half here?"),
            ),
            value_mistake(
                "ratio upside down",
                leader_used * (leader_industry / industry) ** 0.5,
                _("{given} is above a hundred per cent. The owner uses less than the leader: turn the ratio over."),
            ),
            value_mistake(
                "use and rate mixed",
                (industry * leader_used) ** 0.5,
                _("{given} is the root of a use and a rate in industry. Take the root of a ratio of two rates."),
            ),
            value_mistake(
                "halfway in points",
                (industry + leader_used) / 2,
                _("{given} is halfway in points. The losses are to be equal in logarithms, so compare ratios."),
            ),
        ],
        hints=(
            _("The gap is a product of two ratios. At the turning point they are equal."),
            _("So each ratio is the root of the whole ratio of rates."),
            _("“Two steps from a patent to an industry” gives the formula below the panel."),
        ),
        explanation=_("A few points of use, which a sample may miss, decide which step is called the bottleneck."),
    )


def _gap() -> Task:
    def in_logs(used: float, industry: float, leader_used: float, leader_industry: float) -> float:
        return float(gap_split(used, industry, leader_used, leader_industry)["use"]["logs"])

    def points(used: float, industry: float, leader_used: float, leader_industry: float) -> float:
        return float(gap_split(used, industry, leader_used, leader_industry)["use"]["use first"])

    return function_task(
        "28-gap",
        title=_("The share that is lost at use"),
        expects=_("a function of four rates that returns a share"),
        right=in_logs,
        cases=SPLIT_CASES,
        mistakes=[
            function_mistake(
                "points, use first", points, _("You split in points, with use cured first. The question asks for logs.")
            ),
            function_mistake(
                "the other step",
                lambda *rates: 1 - in_logs(*rates),
                _("That is the share that is lost at conversion."),
            ),
            function_mistake(
                "the whole over the part",
                lambda *rates: 1 / in_logs(*rates),
                _("You divide the whole gap by the part at use. The share is the part over the whole."),
            ),
            function_mistake(
                "a negative share",
                lambda *rates: -in_logs(*rates),
                _("One of your two ratios is upside down, so the share is negative. Put the leader above in both."),
            ),
            function_mistake(
                "a part without its whole",
                lambda used, _industry, leader_used, _leader: math.log(leader_used / used),
                _("That is the gap at use in logarithms. Which part of the whole gap is it?"),
            ),
            function_mistake(
                "per cent for a share",
                lambda *rates: 100 * in_logs(*rates),
                _("That is per cent. Return a part of one."),
            ),
            function_mistake(
                "mean of the orders",
                lambda *rates: float(gap_split(*rates)["use"]["mean of the orders"]),
                _("You take the mean of both orders in points. The question asks for logs, which need no order."),
            ),
            function_mistake(
                "rounded", lambda *rates: round(in_logs(*rates), 2), _("You round. Return the share as it is.")
            ),
            function_mistake(
                "ratios without logs",
                lambda used, industry, leader_used, leader_industry: (
                    (leader_used / used) / (leader_industry / industry)
                ),
                _("You divide ratio by ratio. Ratios multiply; what adds up are their logarithms."),
            ),
        ],
        hints=(
            _("How many times is the leader ahead at use, and how many times in all?"),
            _("Take the logarithm of each, and divide."),
            _("The table of splits is in “Two steps from a patent to an industry”."),
        ),
        explanation=_("Logarithms turn the product into a sum, so the order no longer matters."),
    )


def _bound() -> Task:
    def inverse(date: str) -> dict[str, float]:
        return {owner: largest_mix_ratio(_held(owner, date), _held("firms", date)) for owner in LAGGARDS}

    def of_counts(date: str) -> dict[str, float]:
        pairs = {owner: zip(_held("firms", date), _held(owner, date), strict=True) for owner in LAGGARDS}
        return {owner: max(firms / held for firms, held in pair) for owner, pair in pairs.items()}

    def of_models(date: str) -> dict[str, float]:
        shares = {owner: _held(owner, date)[1] / sum(_held(owner, date)) for owner in ("firms", *LAGGARDS)}
        return {owner: shares["firms"] / shares[owner] for owner in LAGGARDS}

    return numbers_task(
        "28-bound",
        title=_("The bound half a year later"),
        expects=_('two numbers, {"universities": 1.0, "research institutes": 1.0}'),
        labels=("universities", "research institutes"),
        right=lambda: _bounds(LATE),
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "the lesson's month", lambda: _bounds("2019-04"), _("That is April, as in the lesson. Take November.")
            ),
            value_mistake(
                "the month of 2017", lambda: _bounds("2017-04"), _("That is April 2017. Take November 2019.")
            ),
            value_mistake(
                "owners exchanged",
                lambda: dict(zip(LAGGARDS, reversed(list(_bounds(LATE).values())), strict=True)),
                _("Both are right, under each other's name. Which owner holds hardly any designs?"),
            ),
            value_mistake(
                "owner over firms",
                lambda: inverse(LATE),
                _("You divide the owner's shares by the firms'. By which factor can *firms* be ahead?"),
            ),
            value_mistake(
                "counts for shares",
                lambda: of_counts(LATE),
                _("You divide numbers of patents. A firm's rate is of its own patents, so divide shares."),
            ),
            value_mistake(
                "models for designs",
                lambda: of_models(LATE),
                _("That is the ratio for utility models. Another kind has a larger one."),
            ),
        ],
        hints=(
            _('`patents_in_force("2019-11")` has owners in rows and kinds in columns.'),
            _("Divide each row by its sum, then firms by the owner, and take the largest."),
            _("`largest_mix_ratio` in “Only a different mix of patents?” does it from counts."),
        ),
        explanation=_(
            "The bound for universities falls to 2.9; for institutes it stays above the printed factor of 5.2."
        ),
    )


def _break_mix() -> Task:
    def factor(plain: dict[str, float]) -> float:
        rates = [plain[kind.replace(" ", "_")] for kind in KINDS]
        return equal_rates_ratio(_held("firms"), _held("research institutes"), rates)

    def allowed(plain: dict[str, float]) -> bool:
        return all(0 <= rate <= 100 for rate in plain.values()) and max(plain.values()) > 0

    def wanted() -> float:
        return _printed("firms")[1] / _printed("research institutes")[1]

    return property_task(
        "28-break-mix",
        "numbers",
        ("invention", "utility_model", "design"),
        title=_("Break our conclusion: a mix that does it all"),
        expects=_('three rates in per cent, {"invention": 1.0, "utility_model": 1.0, "design": 1.0}'),
        is_right=lambda plain: allowed(plain) and factor(plain) >= wanted(),
        mistakes=[
            Mistake(
                "no per cent",
                lambda plain: not allowed(plain),
                _("A rate is a per cent: none is negative or above a hundred, and they are not all nothing."),
            ),
            Mistake(
                "inventions do best",
                lambda plain: allowed(plain) and factor(plain) < 1 - SLACK,
                _("With these rates institutes are ahead of firms. Of which kind do they have most?"),
            ),
            Mistake(
                "not far enough",
                lambda plain: allowed(plain) and 1 - SLACK <= factor(plain) < wanted(),
                _("The factor is at least 1, but below the printed 5.2. Which kind do institutes hardly have?"),
            ),
        ],
        hints=(
            _("Of which kind is the firms' share so many times that of institutes?"),
            _("The other two kinds must then have rates near zero."),
            _("Try your rates in `equal_rates_ratio`, as in “Only a different mix of patents?”."),
        ),
        explanation=_(
            "It takes rates of inventions and models that are tiny beside that of designs. The surveys have rates "
            "of one size, a third for inventions and half for designs, so they refute what the bound leaves open."
        ),
    )


def _lost_at(share: float, elasticity: float) -> float:
    """Return how much less than the most a university keeps at a share, in per cent of the most."""
    return 100 * (1 - kept_income(share, elasticity) / kept_income(best_share(elasticity), elasticity))


def _lost_wrong(share: float, income: float) -> dict[str, float]:
    """Return what the natural mistakes of the task of a generous share give."""
    elasticity = implied_elasticity(OLD_SHARE, share, income / OLD_INCOME)
    before, now = (1 - OLD_SHARE) * OLD_INCOME, (1 - share) * income
    return {
        "what is kept": 100 - _lost_at(share, elasticity),
        "the university's part": 100 * (1 - share),
        "the share itself": 100 * share,
        "the best share": 100 * best_share(elasticity),
        "the elasticity": elasticity,
        "difference of shares": 100 * (share - best_share(elasticity)),
        "against the old share": 100 * (1 - now / before),
        "against all income": 100 * (1 - kept_income(share, elasticity)),
        "elasticity without logarithms": _lost_at(share, (income / OLD_INCOME - 1) / (share / OLD_SHARE - 1)),
        "elasticity upside down": _lost_at(share, 1 / elasticity),
    }


def _loses(share: float, income: float) -> bool:
    """Return whether the loss is apart from the public one and from each natural mistake."""
    elasticity, public = (
        implied_elasticity(OLD_SHARE, one, money / OLD_INCOME) for one, money in ((share, income), (0.6, 9.3))
    )
    right = _lost_at(share, elasticity)
    told = (right, *_lost_wrong(share, income).values())
    fits = right > LEAST_LOSS and all(abs(one - other) > TOLD_APART for one, other in combinations(told, 2))
    return fits and ((share, income) == (0.6, 9.3) or apart(right, _lost_at(0.6, public), share=0.04))


def _lost(share: float = 0.6, income: float = 9.3) -> Task:
    def named(name: str, message: str) -> WrongValue:
        return value_mistake(name, lambda: _lost_wrong(share, income)[name], message)

    return number_task(
        "28-lost",
        title=_("What a generous share costs"),
        expects=_("a number, per cent of the most that could be kept"),
        right=lambda: _lost_at(share, implied_elasticity(OLD_SHARE, share, income / OLD_INCOME)),
        tolerance=0.3,
        unit="per cent",
        mistakes=[
            named("what is kept", _("{given} is what remains. The question asks what is lost.")),
            named(
                "the university's part",
                _("{given} is the university's part of income, in per cent. Compare what it keeps with the most."),
            ),
            Mistake(
                "the university's part of one",
                lambda answer: abs(answer - (1 - share)) < SLACK,
                _("That is the university's part of income. Compare what it keeps with the most, in per cent."),
                lambda: 1 - share,
            ),
            named("the share itself", _("{given} is what inventors get. Income grows, too.")),
            named("the best share", _("{given} is the share that is best for the purse. What does it keep there?")),
            named("the elasticity", _("{given} is the elasticity: the first step. Then find the best share for it.")),
            named(
                "difference of shares",
                _("You subtract shares. Compare what is kept at one with what is kept at the other."),
            ),
            named(
                "against the old share",
                _("{given} compares with what it kept before. The old share need not be the best one."),
            ),
            named(
                "against all income",
                _("You compare with the income where inventors get everything. Compare with the best share."),
            ),
            named(
                "elasticity without logarithms",
                _("You divide per cent by per cent for a change so large. With s to the power ε, take logarithms."),
            ),
            named(
                "elasticity upside down",
                _("Your elasticity is upside down: take the incomes in logs over the shares in logs."),
            ),
        ],
        hints=(
            _("Both incomes are a constant times s to the power ε. Divide one by the other: what is ε?"),
            _("Then the best share for it, what is kept there, and what is kept at the new share as a part of that."),
            _("`implied_elasticity`, `kept_income` and `best_share` are in the first cell and in the lesson."),
        ),
        explanation=_("The top is flat: a little off costs little, far off costs much."),
    )


def _claims_each() -> Task:
    def right(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return claims / best_filings(claims, bonus, fee, split_cost)

    def whole(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return claims // best_filings(claims, bonus, fee, split_cost)

    def without_cap(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return claims / (1 + max(0, round(bonus - fee, 9) / split_cost // 1))

    def one_more(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return claims / min(claims, best_filings(claims, bonus, fee, split_cost) + 1)

    def strictly(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return right(claims, bonus - split_cost / 1000, fee, split_cost) if bonus else right(claims, 0, fee, split_cost)

    def without_fee(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return claims / best_filings(claims, bonus, 0, split_cost)

    def filings(claims: int, bonus: float, fee: float, split_cost: float) -> float:
        return best_filings(claims, bonus, fee, split_cost)

    return function_task(
        "28-claims-each",
        title=_("Claims in an application"),
        expects=_("a function of claims, bonus, fee and split cost that returns a number"),
        right=right,
        cases=FILING_CASES,
        mistakes=[
            function_mistake(
                "more applications than claims",
                without_cap,
                _("You get applications with less than one claim. How many can there be at most?"),
            ),
            function_mistake(
                "one application too many",
                one_more,
                _("The n-th costs (n − 1) times the split cost more than the first. You count one too many."),
            ),
            function_mistake(
                "breaking even left out",
                strictly,
                _("One that just breaks even is filed, too: the prompt asks only that it is not negative."),
            ),
            function_mistake(
                "every application pays",
                lambda claims, bonus, fee, _split_cost: 1 if bonus > fee else claims,
                _("You forget that each further application costs more than the one before."),
            ),
            function_mistake("whole claims", whole, _("You round to whole claims. An average may be a fraction.")),
            function_mistake("fee forgotten", without_fee, _("You let all of the bonus pay. What does filing cost?")),
            function_mistake(
                "applications for claims", filings, _("That is the number of applications. How many claims has each?")
            ),
        ],
        hints=(
            _("How many applications pay? The first is filed in any case."),
            _("The n-th earns the bonus less the fee less (n − 1) times the split cost."),
            _("“A city that paid more” uses `best_filings`."),
        ),
        explanation=_("Claims stay, applications multiply, and each holds less: the count rises and nothing else."),
    )
