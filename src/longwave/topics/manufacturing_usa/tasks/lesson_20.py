"""Tasks of lesson 20: a club's dues and who stays, a promise to stop, and announced money by giver and year."""

from functools import cache

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess, range_guess
from longwave.tasks.kinds import (
    Mistake,
    choice_task,
    number_task,
    numbers_task,
    property_task,
    value_mistake,
)
from longwave.tasks.task import Task
from longwave.tasks.variant import Variant, apart
from longwave.topics.manufacturing_usa.models.clubs import PUBLISHED, club_dues, stays

DUES = ("rate", "floor", "cap")
FIVE_SALES = np.array([80.0, 650.0, 3052.0, 4635.0, 5064.0])  # million dollars a year; the first firm is invented
SAVED_SHARE, SAVED_MOST, BUDGET = 0.008, 20.0, 60.0
DOUBLE = {"rate": 0.02, "floor": 2.0, "cap": 30.0}
QUIZ_RATE, QUIZ_CAP, QUIZ_SAVED = 0.02, 10.0, 0.008
WORTH, COST, PART = 240, 96, 0.5  # a next term to its partners, in millions, and the founder's part of its cost
FIRST_TERM, SECOND_TERM = 6.25, 7.0  # years of AIM Photonics, the first as it was


def title() -> str:
    """Return the lesson's title."""
    return _("Do institutes outlive their founder's money?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_stay(),
        _quiz_cap(),
        _quiz_sunk(),
        _quiz_share(),
        _fee(),
        _survive(),
        _term(),
        _believe(),
        _share(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "20-guess-members",
            title=_("Founders that are left in 1994"),
            expects=_("a number of members"),
            low=0,
            high=14,
            truth=lambda: _fact("20-eleven"),
            explanation=_("Eleven are members in October 1994: two of the fourteen had become one, and two had left."),
        ),
        range_guess(
            "20-guess-end",
            title=_("The end of SEMATECH"),
            expects=_("two years"),
            low=1994,
            high=2026,
            truth=lambda: float(_cell("20-absorbed", "date")[:4]),
            explanation=_("A university absorbed it in {truth}. Read on whose money it lived until then."),
        ),
        number_guess(
            "20-guess-renewal",
            title=_("The renewal of AIM Photonics"),
            expects=_("a number, million dollars for seven years"),
            low=0,
            high=1000,
            truth=lambda: _fact("20-aim-renewal"),
            explanation=_("It came to {truth} million. At the pace of the 610 for five years it would have been 854."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {
        "20-believe": Variant(
            _believe,
            {
                "worth": (160, 180, 200, 220, 240, 250, 280, 300, 320),
                "cost": (72, 80, 84, 90, 96, 108, 110, 115, 130, 140),
            },
            _believe_fits,
        )
    }


def _believe_fits(worth: float, cost: float) -> bool:
    """Return whether the answer is far from each mistake and from the printed answer, even when rounded."""
    stop = cost / (2 * worth - cost)
    printed = COST / (2 * WORTH - COST)
    return worth > cost and apart(stop, printed, 1 - stop, cost / worth, cost / worth / 2, share=0.1)


@cache
def _cases() -> pd.DataFrame:
    return load("us_cases").set_index("fact_id")


def _cell(fact_id: str, column: str) -> str:
    return str(_cases()[column][fact_id])


def _fact(fact_id: str) -> float:
    return float(_cell(fact_id, "value"))


def _line_stay() -> Task:
    sales = PUBLISHED["Texas Instruments"]

    return number_task(
        "20-line-stay",
        title=_("The cap at which Texas Instruments leaves"),
        expects=_("a number, million dollars a year"),
        right=lambda: SAVED_SHARE * sales,
        tolerance=0.45,
        mistakes=[
            value_mistake(
                "the cap as it is",
                15.0,
                _("{given} is the cap now. Texas Instruments gains at it: how much more could it pay?"),
            ),
            value_mistake(
                "dues without a cap",
                0.01 * sales,
                _("{given} is 1 per cent of its sales, what it pays without a cap. What does the club save it?"),
            ),
            value_mistake(
                "another member",
                lambda: SAVED_SHARE * PUBLISHED["Intel"],
                _("{given} belongs to Intel. Take the row of Texas Instruments."),
            ),
            value_mistake(
                "per cent as a number",
                0.8 * sales,
                _("{given} takes 0.8 % for 0.8. How much is 0.8 % of 1,000?"),
            ),
        ],
        hints=(
            _("First in millions: what does the club save it in a year?"),
            _("A firm stays if b s is more than d(s). Under a cap that binds, what is d(s)?"),
            _("The table in “Why the cap keeps the giants in” has its sales."),
        ),
        explanation=_("Its dues may rise to what it is saved: up to that cap it stays."),
    )


def _quiz_cap() -> Task:
    return number_task(
        "20-quiz-cap",
        title=_("From which size on a firm stays"),
        expects=_("a number, million of sales"),
        right=lambda: QUIZ_CAP / QUIZ_SAVED,
        mistakes=[
            value_mistake(
                "where the cap begins",
                QUIZ_CAP / QUIZ_RATE,
                _("From {given} on the cap binds. Does a firm of that size save more than it pays?"),
            ),
            value_mistake(
                "difference of the rates",
                QUIZ_CAP / (QUIZ_RATE - QUIZ_SAVED),
                _("{given} divides by a difference of rates. What does a firm under the cap pay, and save?"),
            ),
            value_mistake(
                "a digit lost",
                QUIZ_CAP / (10 * QUIZ_SAVED),
                _("{given} takes 0.8 % for 8 %. How much is 0.8 % of 1,000?"),
            ),
            value_mistake(
                "per cent as a number",
                QUIZ_CAP / (100 * QUIZ_SAVED),
                _("{given} takes 0.8 % for 0.8. How much is 0.8 % of 1,000?"),
            ),
        ],
        hints=(
            _("A firm below the cap pays 2 % and is saved 0.8 %. So who can stay at all?"),
            _("Those who pay the cap. How large must a firm be for 0.8 % of its sales to be more than that?"),
            _("“Why the cap keeps the giants in” has the three cases."),
        ),
        explanation=_("No firm stays at the full rate; the cap lets those stay whom it makes cheap enough."),
    )


def _quiz_sunk() -> Task:
    return choice_task(
        "20-quiz-sunk",
        title=_("What the founder does"),
        options="abcd",
        right="ff6d4e62bbbf",
        mistakes={
            "b": ("sunk cost counted", _("Which of the two sums can she still decide about?")),
            "c": ("a promise binds by itself", _("What does it cost her to break the promise?")),
            "d": (
                "right act, wrong reason",
                _("She renews. But the 110 are gone if she renews and if she stops. What do the two differ in?"),
            ),
        },
        hints=(
            _("Write down what she has if she renews, and if she stops, from today on."),
            _("A sum that is in both accounts decides nothing."),
            _("Read “Why a promise to stop is not believed” again."),
        ),
        explanation=_("Only what is still to come counts: 200 against 165."),
    )


def _quiz_share() -> Task:
    return choice_task(
        "20-quiz-share",
        title=_("What would be evidence for the club"),
        options="abcd",
        right="d993d2380b91",
        mistakes={
            "a": ("more of the same", _("What else in the country could lift the share for five more years?")),
            "c": ("a rival's loss taken for the cause", _("Who else may have won from the rival, and why?")),
            "d": ("after it, so because of it", _("What else happened after the founding?")),
        },
        hints=(
            _("The exchange rate and a trade pact reach all firms of a country."),
            _("Which firms have all of that, but not the club?"),
            _("“Whose loss was it?” ends with the comparison."),
        ),
        explanation=_("Other firms of the same country share everything but the club."),
    )


def _fee() -> Task:
    saved = np.minimum(SAVED_SHARE * FIVE_SALES, SAVED_MOST)

    def sound(plan: dict[str, float]) -> bool:
        return 0 <= plan["rate"] <= 100 and 0 <= plan["floor"] <= plan["cap"]

    def paid(plan: dict[str, float]) -> np.ndarray:
        return club_dues(FIVE_SALES, plan["rate"] / 100, plan["floor"], plan["cap"])

    def all_stay(plan: dict[str, float]) -> bool:
        return sound(plan) and bool((paid(plan) < saved).all())

    def enough(plan: dict[str, float]) -> bool:
        return sound(plan) and paid(plan).sum() >= BUDGET - 1e-9

    return property_task(
        "20-fee",
        "numbers",
        DUES,
        title=_("Dues for five members"),
        expects=_("three numbers labelled rate (per cent of sales), floor and cap (both in millions)"),
        is_right=lambda plan: all_stay(plan) and enough(plan),
        mistakes=[
            Mistake(
                "outside the limits",
                lambda plan: not sound(plan),
                _("A rate is neither negative nor above a hundred per cent, and a floor never above the cap."),
            ),
            Mistake(
                "rate as a share",
                lambda plan: plan["rate"] < 0.05 and not enough(plan),
                _("Your rate is below a twentieth of a per cent. Did you give a share? 1 means 1 per cent here."),
            ),
            Mistake(
                "rate too high",
                lambda plan: paid(plan)[1] >= saved[1],
                _("The firm that sells for 650 leaves: it pays your rate, and is saved 0.8 % of its sales."),
            ),
            Mistake(
                "the small one leaves",
                lambda plan: paid(plan)[0] >= saved[0],
                _("The firm that sells for 80 leaves: compare what it pays with 0.8 % of its sales. Mind the floor."),
            ),
            Mistake(
                "the giants leave",
                lambda plan: not all_stay(plan),
                _("A large firm leaves: the club saves it 20 at most. Which of your three numbers stops its dues?"),
            ),
            Mistake(
                "too little",
                lambda plan: not enough(plan),
                _("All five stay, but they pay less than 60 together. Who can still pay more and stay?"),
            ),
        ],
        hints=(
            _("Write down what the club saves each of the five: 0.8 % of sales, but not more than 20."),
            _("Each of the three numbers weighs on one kind of firm. Set each just below what hurts that kind."),
            _("`club_dues(sales, rate, floor, cap)` takes the rate as a share: see “Why the cap keeps the giants in”."),
        ),
        explanation=_("Each of the five pays less than it is saved, and together they carry the club."),
    )


def _survive() -> Task:
    sales = np.array(list(PUBLISHED.values()), dtype=float)

    def total(saved: float) -> float:
        return float(saved / 100 * sales.sum() - club_dues(sales, **DOUBLE).sum())

    def staying(saved: float) -> int:
        return int(stays(sales, saved / 100, **DOUBLE).sum())

    return property_task(
        "20-survive",
        "number",
        title=_("A sum that keeps nobody"),
        expects=_("a number, per cent of sales"),
        is_right=lambda saved: 0 < saved < 100 and total(saved) > 0 and staying(saved) <= 2,
        mistakes=[
            Mistake(
                "outside the limits",
                lambda saved: not 0 < saved < 100,
                _("Give what the club saves in per cent of sales: more than 0 and less than 100."),
            ),
            Mistake(
                "a share for per cent",
                lambda saved: 0 < saved < 0.02,
                _("Did you give a share? The check takes per cent of sales: a share of 0.01 is 1 here."),
            ),
            Mistake(
                "the sum is no gain",
                lambda saved: total(saved) <= 0,
                _("At your share the four together pay more than they are saved. The sum must be a gain."),
            ),
            Mistake(
                "three stay",
                lambda saved: staying(saved) > 2,
                _("At your share the sum is a gain, but at least three of the four stay. How much is each saved?"),
            ),
        ],
        hints=(
            _("Add up the four dues, and all their sales. From which share on is the sum a gain?"),
            _("Then compute for each firm the share at which it stays, its dues over its sales, and sort these."),
            _("“The subsidy given back” has such sums; `stays` takes rate, floor and cap too."),
        ),
        explanation=_("The giants' gain makes the sum, and the others do not live on a sum. When they go, dues rise."),
    )


def _term() -> Task:
    labels = ("federal", "others", "change")

    def announced(carried: float, years: float = FIRST_TERM, kept: float = 0.0) -> dict[str, float]:
        federal = _fact("20-aim-federal")
        others = _fact("20-aim-total") - federal - carried
        after = _fact("20-aim-renewal") - _fact("20-aim-federal-next") - _fact("20-aim-carried") + kept
        return {
            "federal": federal / years,
            "others": others / years,
            "change": after / SECOND_TERM / (others / years) - 1,
        }

    def right() -> dict[str, float]:
        return announced(_fact("20-aim-carried"))

    return numbers_task(
        "20-term",
        labels=labels,
        title=_("AIM's first term as it was"),
        expects=_("three numbers labelled federal, others and change (a share, such as -0.5)"),
        right=right,
        mistakes=[
            value_mistake(
                "planned years",
                lambda: announced(_fact("20-aim-carried"), years=5),
                _("You divide by the five years of the plan. How long did the first term last?"),
            ),
            value_mistake(
                "unspent money counted as spent",
                lambda: announced(0),
                _("Your others' money has New York's whole promise in it. What of it was not spent in the first term?"),
            ),
            value_mistake(
                "carried money counted as new",
                lambda: announced(_fact("20-aim-carried"), kept=_fact("20-aim-carried")),
                _("Your change counts New York's carried money as new in the second term. Who promised it, and when?"),
            ),
            value_mistake(
                "New York's unspent money never moved",
                lambda: announced(0, kept=_fact("20-aim-carried")),
                _("You left New York's unspent sum where the announcements have it. Take it out of both terms."),
            ),
            value_mistake(
                "total taken for the others",
                lambda: {
                    "federal": right()["federal"],
                    "others": (_fact("20-aim-total") - _fact("20-aim-carried")) / FIRST_TERM,
                    "change": (_fact("20-aim-renewal") - _fact("20-aim-carried"))
                    / SECOND_TERM
                    / ((_fact("20-aim-total") - _fact("20-aim-carried")) / FIRST_TERM)
                    - 1,
                },
                _("Your others' money still has the federal part in it. Who are the others?"),
            ),
            Mistake(
                "per cent",
                lambda answer: abs(answer["change"]) > 1,
                _("Your change looks like a per cent. Give it as a share: a fall by half is -0.5."),
            ),
            Mistake(
                "change without its sign",
                lambda answer: answer["change"] > 0.5,
                _("Your change is a rise. Does the others' money rise?"),
            ),
        ],
        hints=(
            _("Take the sums by their ids, which begin with 20-aim. The others' money is the total less the federal."),
            _("New York's unspent sum leaves the first term, and is not new in the second."),
            _("“AIM Photonics, announced twice” counts the terms in other ways."),
        ),
        explanation=_(
            "A longer term and money left over make the first pace slower, and the fall still is four fifths."
        ),
    )


def _believe(worth: float = WORTH, cost: float = COST) -> Task:
    def needed() -> float:
        return 1 - (worth - cost) / (worth - PART * cost)

    return number_task(
        "20-believe",
        title=_("Belief when renewal has a match"),
        expects=_("a number from 0 to 1"),
        right=needed,
        tolerance=0.006,
        unit="share",
        mistakes=[
            value_mistake(
                "match forgotten",
                cost / worth,
                _("{given} is right if waiting costs partners nothing. What do they pay here if there is a renewal?"),
            ),
            value_mistake(
                "chance of a renewal",
                lambda: 1 - needed(),
                _("{given} is how likely a *renewal* is then. The question asks for the stop."),
            ),
            value_mistake(
                "half the cost over the worth",
                PART * cost / worth,
                _("{given} lets partners pay their half even if she stops. When do they pay it?"),
            ),
        ],
        hints=(
            _("Paying all leaves w − R. What does waiting leave, if the founder renews, and if she stops?"),
            _("Set the two equal: w − R = (1 − q)(w − R/2), and solve for q."),
            _("“Why a promise to stop is not believed” does it without a match."),
        ),
        explanation=_("A match makes waiting dearer, so a weaker threat is enough."),
    )


def _share() -> Task:
    def awards(kind: str) -> float:
        rows = load("institutes").query("in_table2 == @kind")
        return float(rows["federal_first_award_million_usd"].sum())

    def listed() -> float:
        return float(load("institutes_table2")["federal_million_usd"].sum())

    def part(left_out: float, rest: float) -> float:
        return left_out / (left_out + rest)

    return number_task(
        "20-share",
        title=_("What the list leaves out"),
        expects=_("a number from 0 to 1, a share of the first awards of sixteen, to three places"),
        right=lambda: part(awards("no"), awards("yes")),
        unit="share",
        tolerance=0.001,
        mistakes=[
            value_mistake(
                "two kinds of money mixed",
                lambda: part(awards("no"), listed()),
                _("{given} sets first awards beside Table 2's own sums. Take first awards for all sixteen."),
            ),
            value_mistake(
                "heads counted for money",
                4 / 16,
                _("{given} is four of sixteen institutes. Add up their money."),
            ),
            value_mistake(
                "share of the listed",
                lambda: awards("no") / awards("yes"),
                _("{given} compares those left out with those listed. The whole is both."),
            ),
            value_mistake(
                "the listed instead",
                lambda: part(awards("yes"), awards("no")),
                _("{given} is the share of the twelve. The question asks for the four."),
            ),
            value_mistake(
                "later ones in the whole",
                lambda: part(awards("no"), awards("yes") + awards("founded later")),
                _("{given} has a whole of eighteen: two were founded after 2021."),
            ),
            value_mistake(
                "later ones counted too",
                lambda: part(awards("no") + awards("founded later"), awards("yes")),
                _("{given} counts institutes that were founded after 2021."),
            ),
        ],
        hints=(
            _("Add up the first awards of the four that are left out."),
            _("The whole is the first awards of the twelve, and theirs. Which two of the eighteen do not belong?"),
            _("The dataset institutes has a column with three values that says who is in Table 2."),
        ),
        explanation=_(
            "Here money and heads nearly agree; Table 2's own sums beside these awards would mix two counts."
        ),
    )
