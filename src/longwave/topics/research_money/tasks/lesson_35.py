"""Tasks of lab 35: slips of unit, parts, what a test of resemblance is worth, and beliefs with their score."""

import math
from collections.abc import Callable

import pandas as pd

from longwave.data import load
from longwave.i18n import _
from longwave.tasks.guess import Guess, number_guess
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
from longwave.tasks.variant import Variant
from longwave.topics.research_money.models.beliefs import brier_by_truth, brier_score
from longwave.topics.research_money.models.chance import covered_share
from longwave.topics.research_money.models.series import one_series, printed_figures, published_series

NEAR_A_POWER = 0.02
LOW, HIGH = 1, 100  # billion USD: where an arbitrary figure is drawn
FIRST, LAST = 1978, 2020
EARLY = range(1976, 1981)
TENTH = 0.1
REFUTED = ("all", "both", "basic")
MOST_REFUTED, LEAST_NONE, MOST_SURE = 0.2, 0.05, 0.9  # told in the prompt
SHARE_FIRST = 0.6


def title() -> str:
    """Return the lesson's title."""
    return _("Can these printed sums be right?")


def tasks() -> tuple[Task, ...]:
    """Return the tasks in the order of the lesson, then of its exercises."""
    return (
        _line_factor(),
        _quiz_part(),
        _quiz_between(),
        _quiz_bill(),
        _unit(),
        _within(),
        _passes(),
        _closer(),
        _brier(),
        _beliefs(),
    )


def guesses() -> tuple[Guess, ...]:
    """Return what the lesson lets the reader guess, in the order of the lesson."""
    return (
        number_guess(
            "35-guess-total",
            title=_("Federal research money in fiscal 1978"),
            expects=_("a number, in billion dollars of the day"),
            low=0,
            high=200,
            truth=lambda: float(one_series("all")[FIRST]),
            explanation=_("The budget authority for research was {truth} billion in fiscal 1978."),
        ),
        number_guess(
            "35-guess-between",
            title=_("Arbitrary figures between two years"),
            expects=_("a number, in per cent of the arbitrary figures"),
            low=0,
            high=100,
            truth=lambda: 100 * covered_share(_lines_of_all(), LOW, HIGH),
            explanation=_("On a scale of powers from 1 to 100 billion, {truth} % lies between neighbouring years."),
        ),
    )


def variants() -> dict[str, Variant]:
    """Return the tasks that can be asked with other numbers."""
    return {}


def _lines_of_all() -> list[pd.Series]:
    return [one_series(name) for name in published_series()["series"].unique()]


def _line_factor() -> Task:
    known, printed = one_series("all"), printed_figures()

    return number_task(
        "35-line-factor",
        title=_("The factor at the other end"),
        expects=_("a number, how many times the printed total the known one is"),
        right=lambda: known[LAST] / printed[LAST],
        tolerance=0.02,
        mistakes=[
            value_mistake(
                "upside down",
                lambda: printed[LAST] / known[LAST],
                _("{given} is printed over known. What must the printed total be multiplied by?"),
            ),
            value_mistake(
                "first end",
                lambda: known[FIRST] / printed[FIRST],
                _("{given} is the factor of 1978, which is done. What is it in 2020?"),
            ),
            value_mistake(
                "digits as billions",
                lambda: known[LAST] / (10 * printed[LAST]),
                _("{given} takes the printed digits as billions. They are in hundred millions here."),
            ),
            value_mistake(
                "another line",
                lambda: one_series("national")[LAST] / printed[LAST],
                _("{given} takes the research of all payers. The total to try here is federal authority."),
            ),
            value_mistake(
                "ends mixed",
                lambda: known[LAST] / printed[FIRST],
                _("{given} divides the total of 2020 by the printed one of 1978."),
            ),
        ],
        hints=(
            _("The first end is `federal[1978] / total[1978]`."),
            _("Which two numbers belong to 2020?"),
            _("`federal[2020]` is the known one."),
        ),
        explanation=_("It is no power of ten, and not the factor of the first end either."),
    )


def _quiz_part() -> Task:
    return choice_task(
        "35-quiz-part",
        title=_("What the facts refute"),
        options="abcd",
        right="3d0fc82fa56b",
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
            _("“Three explanations, and what each forbids” has them in a row."),
        ),
        explanation=_("A unit slips by a power of ten. The other two survive, and need a source."),
    )


def _quiz_between() -> Task:
    return choice_task(
        "35-quiz-between",
        title=_("Between two years"),
        options="abcd",
        right="f6b7f0d2902f",
        mistakes={
            "a": (
                "bracketing taken for evidence",
                _("Take any other figure in the line's range. Between which years does that one lie?"),
            ),
            "b": (
                "broken year taken for a date",
                _("A number between two years' figures can be worked out for every figure. What does it date?"),
            ),
            "d": (
                "not equal taken for refuted",
                _("It equals no figure of this edition. Does it follow that it comes from no line at all?"),
            ),
        },
        hints=(
            _("Draw a rising line without gaps, and mark a figure on the other axis."),
            _("Could you choose one in its range that lies between no two years?"),
            _("“Between two years lies anything” counts them."),
        ),
        explanation=_("A test that nothing in the range can fail says nothing of what passes it."),
    )


def _quiz_bill() -> Task:
    def bills() -> dict[str, float]:
        scores = brier_by_truth({"first": SHARE_FIRST, "none": 1 - SHARE_FIRST})
        return {name: float(scores[name]) for name in ("first", "none")}

    return number_task(
        "35-quiz-bill",
        title=_("A bill by hand"),
        expects=_("a number, the Brier score"),
        right=lambda: bills()["none"],
        mistakes=[
            value_mistake(
                "the other truth",
                lambda: bills()["first"],
                _("{given} is the bill if the first turns out true. What if it is none of these?"),
            ),
            value_mistake(
                "one square",
                SHARE_FIRST**2,
                _("{given} is one square. There are two candidates, so there are two."),
            ),
            value_mistake(
                "distances",
                2 * SHARE_FIRST,
                _("{given} adds plain distances. The score adds their squares."),
            ),
        ],
        hints=(
            _("If it is none, write 0 for the first and 1 for none."),
            _("Take each belief from that, and square."),
            _("“How sure are you?” does it for 0.7 and 0.3."),
        ),
        explanation=_("The surer of a false candidate, the dearer: the bill grows with the square."),
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
        "35-unit",
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
            _("“One end by hand” does it for one end."),
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
        "35-within",
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
            _("“A ratio has no unit” has the ratios, within and beside."),
        ),
        explanation=_(
            "Within the whole, basic science rises from a quarter to two fifths, not from a third to two thirds."
        ),
    )


def _passes() -> Task:
    def overlap(low: float, high: float, known: float) -> float:
        return max(0.0, min(high, known * (1 + TENTH)) - max(low, known * (1 - TENTH)))

    def chance(low: float, high: float, known: float) -> float:
        return overlap(low, high, known) / (high - low)

    return function_task(
        "35-passes",
        title=_("What a tenth is worth"),
        expects=_("a function of low, high and known that returns a chance from 0 to 1"),
        right=chance,
        tolerance=0.002,  # a long simulation passes
        cases=[(1, 100, 20), (0, 50, 40), (10, 20, 10), (10, 20, 20.5), (1, 100, 200), (19, 21, 20), (5, 500, 80)],
        mistakes=[
            function_mistake(
                "one side only",
                lambda low, high, known: chance(low, high, known) / 2,
                _("You count the figures on one side of the known one. A tenth above passes as well as below."),
            ),
            function_mistake(
                "ends of the range forgotten",
                lambda low, high, known: 2 * TENTH * known / (high - low),
                _("Near an end of the range a part of the tenth lies outside it, and cannot be drawn."),
            ),
            function_mistake(
                "upper end forgotten",
                lambda low, high, known: max(0.0, known * (1 + TENTH) - max(low, known * (1 - TENTH))) / (high - low),
                _("Figures above `high` are never drawn. Cut the tenth there."),
            ),
            function_mistake(
                "lower end forgotten",
                lambda low, high, known: max(0.0, min(high, known * (1 + TENTH)) - known * (1 - TENTH)) / (high - low),
                _("Figures below `low` are never drawn. Cut the tenth there."),
            ),
            function_mistake(
                "length, not chance",
                overlap,
                _("You give the length of the stretch that passes. What share of the range is it?"),
            ),
        ],
        hints=(
            _("Which stretch of figures lies within a tenth of the known one?"),
            _("How much of it is inside the range from low to high?"),
            _("Divide that length by high − low, and let it never fall below 0."),
        ),
        explanation=_("That is the chance of passing once. Each further line or shift adds to it."),
    )


def _closer() -> Task:
    science, space = one_series("basic"), one_series("space")
    wanted = printed_figures("basic")[FIRST] / printed_figures()[FIRST]

    def are_years(years: dict[str, float]) -> bool:
        return all(value in EARLY for value in years.values())

    def miss(years: dict[str, float]) -> float:
        return float(abs(science[int(years["science"])] / space[int(years["space"])] - wanted))

    ours = miss({"science": FIRST, "space": FIRST})
    return property_task(
        "35-closer",
        "numbers",
        ("science", "space"),
        title=_("A nearer ratio that means nothing"),
        expects=_("two years labelled science and space"),
        is_right=lambda years: are_years(years) and miss(years) < ours - 1e-9,
        mistakes=[
            Mistake(
                "no year of these series",
                lambda years: not are_years(years),
                _("Take whole years for which both lines have figures, at the early end."),
            ),
            Mistake(
                "ours",
                lambda years: are_years(years) and years["science"] == FIRST == years["space"],
                _("That is our own ratio, of the printed year with itself. Find a nearer one."),
            ),
            Mistake(
                "farther off",
                lambda years: are_years(years) and miss(years) >= ours - 1e-9,
                _("The ratio of these years is no nearer to the printed share. Try years that are not the same."),
            ),
        ],
        hints=(
            _("There are 25 pairs of years. Print all their ratios."),
            _("The printed share is `1.37 / 3.93`. Ours misses it by about one and a half points."),
            _("Take general science of one year over space of the year before."),
        ),
        explanation=_("Whoever may choose the years finds a nearer ratio. A find must count its tries."),
    )


def _brier() -> Task:
    def score(first: float, second: float, third: float, truth: int) -> float:
        beliefs = {"1": first, "2": second, "3": third}
        return brier_score(beliefs, str(int(truth)))

    return function_task(
        "35-brier",
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
        "35-beliefs",
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
                _("More than 0.20 together is on lines that miss a printed figure by a fifth or more. Test each."),
            ),
            Mistake(
                "none of these forgotten",
                lambda beliefs: not leaves_room(beliefs),
                _("Your list is surely true, then? No line on it equals the print. The prompt names a least for none."),
            ),
            Mistake(
                "certain without a source",
                lambda beliefs: not is_unsure(beliefs),
                _("Nobody has seen the paper's reference 22. The prompt allows 0.90 at most without it."),
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
