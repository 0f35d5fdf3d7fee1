"""Tasks of lesson 19: votes, a veto and a threat, money that was authorised, and a coding of one's own."""

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
    property_task,
    value_mistake,
)
from longwave.tasks.tables import Table
from longwave.tasks.task import Task
from longwave.topics.business_models.models.coding import cohen_kappa, percent_agreement
from longwave.topics.policy_record.models.bargains import DEMOCRATS, VOTED, bills_made, solve, threat_tree
from longwave.topics.policy_record.models.stages import LEVERS, coded_record
from longwave.topics.policy_record.models.votes import switches_to_fail

REPUBLICANS = 24  # who voted yes in the House on 28 July 2022
ALLOWED, WISHED, MAY_SPEND, AWARDED, PAID = 12, 10, 7, 6, 1.5  # the quiz, in billion dollars
BEFORE, YEARS = 8.84, (2023, 2024, 2025, 2026)  # NSF in fiscal 2022; the years of the exercise
OHIO_PLANNED = 2025
MOST_OPEN = 2
CLOSE = 0.011  # a kappa rounded to two digits
WORTHS = ("chips", "word", "chips_majority", "budget", "crossing")


def title() -> str:
    """Return the lesson's title."""
    return _("How does a bill become money?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_crossing(),
        _quiz_veto(),
        _quiz_spend(),
        _quiz_deal(),
        _rise(),
        _gain(),
        _break_threat(),
        _code_levers(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "19-guess-directorate",
            title=_("What the law left of 100 billion"),
            expects=_("a number, in billion dollars"),
            low=0,
            high=100,
            truth=lambda: float(load("bill_money").set_index("entry_id")["billion_usd"]["directorate-law"]),
            explanation=_(
                "You said {guess}. The law names {truth} billion, as a goal that had still to be appropriated."
            ),
        ),
        number_guess(
            "19-guess-share",
            title=_("Appropriated for fiscal 2024"),
            expects=_("a number, in per cent of what the law authorised"),
            low=0,
            high=100,
            truth=lambda: 100 * _sum(2024, "appropriated") / _sum(2024, "authorised"),
            explanation=_("That is 9.06 of 15.65 billion dollars, and less than the year before."),
        ),
        range_guess(
            "19-guess-ohio",
            title=_("The earliest opening of Intel's plant in Ohio"),
            expects=_("two years"),
            low=2024,
            high=2045,
            truth=lambda: OHIO_PLANNED + float(load("us_cases").set_index("fact_id")["value"]["19-ohio"]),
            explanation=_("Intel says between 2030 and 2031, as of February 2025; you were asked for the earlier end."),
        ),
    )


@cache
def _sums() -> dict[tuple[int, str], float]:
    rows = load("chips_science_money").query("agency == 'NSF'")
    keys = zip(rows["fiscal_year"].astype(int), rows["stage"].astype(str), strict=True)
    return dict(zip(keys, rows["billion_usd"].astype(float), strict=True))


def _sum(year: int, stage: str) -> float:
    return _sums()[year, stage]


def _line_crossing() -> Task:
    return number_task(
        "19-line-crossing",
        title=_("How many Democrats would have to vote no"),
        expects=_("a whole number of members"),
        right=lambda: switches_to_fail(DEMOCRATS, VOTED - DEMOCRATS, "majority"),
        tolerance=0.01,
        mistakes=[
            value_mistake(
                "the last who can be spared",
                lambda: switches_to_fail(DEMOCRATS, VOTED - DEMOCRATS, "majority") - 1,
                _(
                    "With {given} gone the bill still has the votes that it "
                    "needs. You want the first number that stops it."
                ),
            ),
            value_mistake(
                "they stay away",
                lambda: switches_to_fail(DEMOCRATS, VOTED - DEMOCRATS, "majority", stay_away=True),
                _("{given} is right if they stay at home. Here they come and vote no, which counts on the other side."),
            ),
            value_mistake(
                "Republicans lost",
                lambda: switches_to_fail(DEMOCRATS, VOTED - DEMOCRATS - REPUBLICANS, "majority"),
                _("{given} follows if the Republicans vanish. They vote: on which side do they count now?"),
            ),
            value_mistake(
                "Republicans kept",
                lambda: switches_to_fail(DEMOCRATS + REPUBLICANS, VOTED - DEMOCRATS - REPUBLICANS, "majority"),
                _("{given} lets the Republicans vote yes as they did. Here all of them obey their leaders."),
            ),
        ],
        hints=(
            _("Of those who voted yes, take the Republicans away and put them on the other side."),
            _("`switches_to_fail` takes yes votes, no votes and the rule; all who voted still vote."),
            _("The table of votes, in “McConnell shows his threat”, has the last vote's numbers."),
        ),
        explanation=_(
            "With so many gone it is 215 to 215, and a tie fails: a handful stood between the minority and a veto."
        ),
    )


def _quiz_veto() -> Task:
    return choice_task(
        "19-quiz-veto",
        title=_("What a vetoed bill is"),
        options="abcd",
        right="11fa7c0abb57",
        mistakes={
            "a": (
                "majority taken for two thirds",
                _("More than half is enough before a veto. Which share of those voting is needed after it?"),
            ),
            "c": (
                "wrong chamber",
                _("Work out two thirds of those who voted, in each chamber apart. Members who stay away do not count."),
            ),
            "d": (
                "two thirds of all members",
                _("Two thirds of all members is more than the rule asks for. Which number does it start from?"),
            ),
        },
        hints=(
            _("Count who voted in each chamber, and take two thirds of that."),
            _("`votes_needed` does it; rounding goes up, as part of a vote is none."),
            _("Look at “Two chambers, a president, and two thirds”."),
        ),
        explanation=_("274 of 410 and 62 of 93 are needed: the Senate has just enough, the House four too few."),
    )


def _quiz_spend() -> Task:
    return number_task(
        "19-quiz-spend",
        title=_("What part of the money has been paid"),
        expects=_("a number from 0 to 1, a share"),
        right=lambda: PAID / MAY_SPEND,
        tolerance=0.006,
        unit="share",
        mistakes=[
            value_mistake(
                "share of the authorised sum",
                PAID / ALLOWED,
                _("{given} is the share of what the law authorises. An authorised sum is no money; what may be spent?"),
            ),
            value_mistake(
                "share of the request",
                PAID / WISHED,
                _("{given} is the share of what the president asked for. Who decides what may be spent?"),
            ),
            value_mistake(
                "share of the awards",
                PAID / AWARDED,
                _("{given} is the share of what has been awarded. The question starts from what may be spent."),
            ),
            value_mistake(
                "awarded taken for paid",
                AWARDED / MAY_SPEND,
                _("{given} is the awarded share. Has an award been paid?"),
            ),
        ],
        hints=(
            _("Five sums, and only one of them says what may be spent."),
            _("Divide what has been paid by that sum."),
            _("Look at the three words in “Authorised, asked for, appropriated”."),
        ),
        explanation=_(
            "The same payment is 12.5, 15, 21 or 25 % of something. A share that does not say of what says nothing."
        ),
    )


def _quiz_deal() -> Task:
    return number_task(
        "19-quiz-deal",
        title=_("No agreement by chance"),
        expects=_("a number from 0 to 1, a probability"),
        right=lambda: 1 / 6,
        unit="share",
        tolerance=0.004,
        mistakes=[
            value_mistake(
                "coins tossed",
                1 / 16,
                _(
                    "{given} tosses a coin for each title. The second coder keeps "
                    "her two of each; count the ways to deal them."
                ),
            ),
            value_mistake(
                "chance agreement",
                1 / 2,
                _("{given} is the agreement to expect. The question asks how often there is none at all."),
            ),
            value_mistake(
                "first two titles only",
                1 / 4,
                _("{given} multiplies two halves. After the first title she has fewer cards left of one kind."),
            ),
            value_mistake(
                "ordered cards",
                1 / 24,
                _("{given} treats her two equal codes as different cards. Two deals that look the same are one."),
            ),
        ],
        hints=(
            _("Write out every way to put two a's and two b's on four titles."),
            _("There are six, and each is as likely as the others. In how many does no title match?"),
            _("“Five levers, and what chance gives” counts deals in this way."),
        ),
        explanation=_("A kappa of −1, as low as it goes, comes up once in six deals: four titles prove nothing."),
    )


def _authorised(years: tuple[int, ...] = YEARS) -> float:
    return sum(_sum(year, "authorised") for year in years)


def _appropriated() -> float:
    return sum(_sum(year, "appropriated") for year in YEARS)


def _near(given: float, value: float, within: float = 0.006) -> bool:
    return abs(given - value) < within


def _rises() -> dict[str, float]:
    """Return right and wrong shares of the rise, by the way in which they are computed."""
    more, held = _appropriated(), BEFORE * len(YEARS)
    return {
        "right": (more - held) / (_authorised() - held),
        "over all": (more - held) / more,
        "over the law": (more - held) / _authorised(),
        "taken away once": (more - BEFORE) / (_authorised() - BEFORE),
    }


def _rise_of(year: int) -> float:
    return (_sum(year, "appropriated") - BEFORE) / (_sum(year, "authorised") - BEFORE)


def _mean_rise() -> float:
    return sum(_rise_of(year) for year in YEARS) / len(YEARS)


def _mean_level() -> float:
    return sum(_sum(year, "appropriated") / _sum(year, "authorised") for year in YEARS) / len(YEARS)


def _rise() -> Task:
    five = (*YEARS, 2027)

    def right(given: dict[str, float]) -> bool:
        level = _near(given["level"], _appropriated() / _authorised())
        short = _near(given["short"], _authorised() - _appropriated(), 0.06)
        return short and level and _near(given["rise"], _rises()["right"])

    def asked() -> float:
        return sum(_sum(year, "authorised") - _sum(year, "requested") for year in YEARS[1:])

    return property_task(
        "19-rise",
        "numbers",
        ("short", "level", "rise"),
        title=_("The level and the rise"),
        expects=_("three numbers, labelled short (billion dollars), level and rise (shares)"),
        is_right=right,
        mistakes=[
            Mistake(
                "per cent in the place of shares",
                lambda given: _near(given["level"], 100 * _appropriated() / _authorised(), 0.6),
                _("Your level is in per cent. Give both shares as numbers from 0 to 1."),
            ),
            Mistake(
                "mean of yearly levels",
                lambda given: _near(given["level"], _mean_level(), 0.003),
                _("Your level is the mean of four yearly shares. Sum the four years first, then divide."),
            ),
            Mistake(
                "mean of yearly rises",
                lambda given: _near(given["rise"], _mean_rise(), 0.003),
                _("Your rise is the mean of four yearly shares. Sum the four years first, then divide."),
            ),
            Mistake(
                "one year's rise",
                lambda given: any(_near(given["rise"], _rise_of(year), 0.003) for year in YEARS),
                _("Your rise is that of a single year. Sum the four years, above and below the line."),
            ),
            Mistake(
                "short with the sign turned",
                lambda given: _near(-given["short"], _authorised() - _appropriated(), 0.06),
                _("Your “short” is below 0. Asked for is by how much Congress stayed *below* the law: above 0."),
            ),
            Mistake(
                "a year without an appropriation",
                lambda given: _near(given["short"], _authorised(five) - _appropriated(), 0.06),
                _("Your “short” counts fiscal 2027, for which nothing has been appropriated yet. Take the four years."),
            ),
            Mistake(
                "five years authorised",
                lambda given: _near(given["level"], _appropriated() / _authorised(five)),
                _("Your level sets four years of appropriations against five years of the law. Take the same years."),
            ),
            Mistake(
                "one year against five",
                lambda given: _near(given["level"], _sum(2023, "appropriated") / _authorised(five)),
                _("Your level sets one year's appropriation against the law's five years."),
            ),
            Mistake(
                "rise over all that was appropriated",
                lambda given: _near(given["rise"], _rises()["over all"]),
                _("Your rise divides by all that was appropriated. Divide by the rise that the law authorises."),
            ),
            Mistake(
                "rise over all that was authorised",
                lambda given: _near(given["rise"], _rises()["over the law"]),
                _(
                    "Your rise divides by all that was authorised. Take four "
                    "times fiscal 2022 away below the line, too."
                ),
            ),
            Mistake(
                "rise in one year",
                lambda given: _near(given["rise"], _rises()["taken away once"]),
                _("Your rise takes fiscal 2022 away once. It would have been paid in each of the four years."),
            ),
            Mistake(
                "requested taken for appropriated",
                lambda given: _near(given["short"], asked(), 0.06),
                _("Your “short” uses what presidents asked for. Which stage can be spent?"),
            ),
        ],
        hints=(
            _("Keep the rows of NSF, make a table with a column for each stage, and take the four years."),
            _("For the rise, take four times the sum of fiscal 2022 away from both sides first."),
            _("Look at the table in “Authorised, asked for, appropriated”."),
        ),
        explanation=_(
            "Nearly three fifths of the level came, and about a twentieth of the rise above a flat 8.84 in current "
            "dollars. What Congress would have given without the law is another question."
        ),
    )


def _gain() -> Task:
    def gain(order: str, chips: float, word: float, chips_majority: float, budget: float) -> float:
        return float(solve(threat_tree(order, chips, word, chips_majority, budget))[1]["majority"])

    def believed(order: str, chips: float, word: float, chips_majority: float, budget: float) -> float:
        return max(chips_majority, budget)

    def at_word(order: str, chips: float, word: float, chips_majority: float, budget: float) -> float:
        return max(chips_majority, budget) if order == "announcement first" else chips_majority + budget

    def never(order: str, chips: float, word: float, chips_majority: float, budget: float) -> float:
        return chips_majority + budget

    def budget_first(order: str, chips: float, word: float, chips_majority: float, budget: float) -> float:
        return budget if order == "announcement first" and word > chips else chips_majority + budget

    return function_task(
        "19-gain",
        title=_("What the majority gets"),
        expects=_("a function of the order and four payoffs that returns a number"),
        right=gain,
        cases=[
            ("vote first", 2, 3, 4, 6),
            ("announcement first", 2, 3, 4, 6),
            ("announcement first", 3, 2, 4, 6),
            ("announcement first", 1, 4, 7, 2),
            ("vote first", 1, 4, 7, 2),
        ],
        mistakes=[
            function_mistake(
                "threat never believed",
                never,
                _("You give the majority both bills in both orders. If it announces first, what does the minority do?"),
            ),
            function_mistake(
                "threat carried out at any price",
                at_word,
                _(
                    "You let the minority block even when chips are worth more "
                    "to it than its word. What is best for it?"
                ),
            ),
            function_mistake(
                "threat always believed",
                believed,
                _(
                    "You let the threat work in both orders. After the Senate's "
                    "vote, what can the minority still block?"
                ),
            ),
            function_mistake(
                "majority never gives in",
                budget_first,
                _("Your majority announces even when chips are worth more to it. It can drop the budget bill instead."),
            ),
        ],
        hints=(
            _("Start with the last move: the budget bill is announced, and the minority must vote on chips."),
            _("It blocks if w is above c. Then the majority gets one of two things; which?"),
            _("“One threat, two orders” works out both trees."),
        ),
        explanation=_("The order is worth min(V, R) to the majority if the threat is meant, and nothing if it is not."),
    )


def _break_threat() -> Task:
    def played(given: dict[str, float]) -> str:
        chips, word, chips_majority, budget = (given[name] for name in WORTHS[:4])
        crossing = round(given["crossing"])
        return bills_made(solve(threat_tree("vote first", chips, word, chips_majority, budget, crossing))[0])

    def legal(worths: dict[str, float]) -> bool:
        crossing = worths["crossing"]
        whole = 0 <= crossing <= DEMOCRATS and abs(crossing - round(crossing)) < 1e-9
        return whole and worths["word"] >= 0 and min(worths[name] for name in ("chips", "chips_majority", "budget")) > 0

    def fewest() -> int:
        return switches_to_fail(DEMOCRATS, VOTED - DEMOCRATS, "majority")

    return property_task(
        "19-break-threat",
        "numbers",
        WORTHS,
        title=_("A threat that works after the vote"),
        expects=_("five numbers, labelled chips, word, chips_majority, budget and crossing"),
        is_right=lambda worths: legal(worths) and played(worths) == "chips only",
        mistakes=[
            Mistake(
                "number out of range",
                lambda worths: not legal(worths),
                _("Payoffs are above 0, the word may be 0, and crossing is a whole number of Democrats."),
            ),
            Mistake(
                "House left to the majority",
                lambda worths: legal(worths) and worths["crossing"] < fewest(),
                _(
                    "With so few Democrats crossing, the House needs no Republican, "
                    "so nothing is left to block after the vote."
                ),
            ),
            Mistake(
                "threat not meant",
                lambda worths: legal(worths) and worths["word"] <= worths["chips"],
                _(
                    "The House's decisive Republican would vote yes after all: "
                    "breaking the word costs no more than chips are worth."
                ),
            ),
            Mistake(
                "budget bill worth more",
                lambda worths: legal(worths) and worths["budget"] >= worths["chips_majority"],
                _(
                    "The threat is meant, and the majority takes the budget bill "
                    "all the same: it is worth as much or more."
                ),
            ),
        ],
        hints=(
            _("After the Senate's vote only the House is left. Who decides there?"),
            _("Three conditions: one on crossing, one on word and chips, one on the majority's two payoffs."),
            _("Try it in the panel of “One threat, two orders”, with the Senate voting first."),
        ),
        explanation=_("A threat lives as long as its owner decides about one more move that the other side needs."),
    )


@cache
def _ours() -> dict[str, str]:
    record = coded_record()
    return dict(zip(record["short_title"], record["means"], strict=True))


def _levers(plain: Table) -> dict[str, str]:
    return {name: str(row["lever"]).strip().lower() for name, row in plain.items()}


def _stated(plain: Table) -> set[float | None]:
    """Return the kappas in the table; None for what is no number."""
    found: set[float | None] = set()
    for row in plain.values():
        try:
            found.add(float(row["kappa"]))
        except (TypeError, ValueError):
            found.add(None)
    return found


def _names_right(plain: Table) -> bool:
    return set(plain) == set(_ours())


def _words_right(plain: Table) -> bool:
    codes = set(_levers(plain).values())
    return codes <= {*LEVERS, ""} and len(codes - {""}) > 0


def _few_open(plain: Table) -> bool:
    return sum(code == "" for code in _levers(plain).values()) <= MOST_OPEN


def _well_coded(plain: Table) -> bool:
    return _names_right(plain) and _words_right(plain) and _few_open(plain)


def _says(plain: Table, value: float) -> bool:
    stated = _stated(plain)
    return len(stated) == 1 and None not in stated and abs(float(next(iter(stated)) or 0) - value) < CLOSE


def _says_hundredfold(plain: Table) -> bool:
    kappa = cohen_kappa(_levers(plain), _ours())
    stated = next(iter(_stated(plain)), None)
    return stated is not None and abs(kappa) > CLOSE and abs(stated - 100 * kappa) < 1


def _with_open(codes: dict[str, str]) -> dict[str, str]:
    return {name: code or "open" for name, code in codes.items()}


def _code_levers() -> Task:
    return property_task(
        "19-code-levers",
        "table",
        ("title", "lever", "kappa"),
        title=_("Code the ten entries by your own rule"),
        expects=_("a table with the columns title, lever and kappa, one row for each of the ten titles"),
        is_right=lambda plain: _well_coded(plain) and _says(plain, cohen_kappa(_levers(plain), _ours())),
        mistakes=[
            Mistake(
                "titles missing",
                lambda plain: not _names_right(plain),
                _("Your table does not have the ten titles under their short names."),
            ),
            Mistake(
                "lever not on the list",
                lambda plain: not _words_right(plain),
                _("One of your levers is not among the five, or you left every title open."),
            ),
            Mistake(
                "too many left open",
                lambda plain: not _few_open(plain),
                _("Kappa counts only what is coded, and you left more than two titles open. Judge the others too."),
            ),
            Mistake(
                "kappa differs by row",
                lambda plain: len(_stated(plain)) > 1 or None in _stated(plain),
                _("The column kappa should hold one number, the same in every row."),
            ),
            Mistake(
                "kappa in per cent",
                lambda plain: _well_coded(plain) and _says_hundredfold(plain),
                _("Your number is in per cent. A kappa is given as a plain number, as `cohen_kappa` returns it."),
            ),
            Mistake(
                "agreement taken for kappa",
                lambda plain: _well_coded(plain) and _says(plain, percent_agreement(_levers(plain), _ours())),
                _("Your number is the share of titles coded alike. What would chance have given?"),
            ),
            Mistake(
                "open counted as a code",
                lambda plain: (
                    _well_coded(plain) and _says(plain, cohen_kappa(_with_open(_levers(plain)), _with_open(_ours())))
                ),
                _("Your number counts an open title as if open were a lever. Leave out what one of you has not coded."),
            ),
        ],
        hints=(
            _("Write your rule down first: what makes you choose one lever over another?"),
            _("`cohen_kappa` takes two dicts or Series, title to lever, and leaves open titles out."),
            _("Our own coding is the column `means` of `coded_record()`."),
        ),
        explanation=_("Any coding counts here. Judged is only whether your number says how far it agrees with ours."),
    )
