"""How well a reader knows what she does not know: scores of the guesses that counted and whose truth is known.

Each score is a share of the question's own width, high − low, so that money, years and shares can be added. Source of
the interval score: Gneiting and Raftery (2007), Strictly proper scoring rules, prediction, and estimation, Journal of
the American Statistical Association 102 (477), 359–378, section 6.2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any

from longwave.i18n import _, plural, written_number
from longwave.tasks import record
from longwave.tasks.guess import (
    NUMBER,
    RANGE,
    Guess,
    Kept,
    counted_guess,
    holds,
    lesson_guesses,
    truth_of,
)
from longwave.tasks.task import lessons

CHANCE = 0.8  # with which a range shall hold the truth
ALPHA = 0.2  # with which it shall not
FEWEST = 3  # ranges, below which there is nothing to say


@dataclass(frozen=True)
class Seen:
    """A guess that counted, and the truth that was revealed after it."""

    question: Guess
    kept: Kept
    truth: float


@dataclass(frozen=True)
class Calibration:
    """Counts and scores of guesses.

    Parameters
        ranges: how many ranges were revealed. held: how many of them held the truth. score: the mean interval score, in
        widths of the questions, 0 or more, less is better. widest, middle: that of always the widest range, and of
        always the middle without width. numbers: how many numbers were revealed. distance: their median distance from
        the truth, in widths of the questions. What is a mean or median of nothing is None.
    """

    ranges: int
    held: int
    score: float | None
    widest: float | None
    middle: float | None
    numbers: int
    distance: float | None


def interval_score(low: float, high: float, truth: float, alpha: float = ALPHA) -> float:
    """Return what a range costs: its width, and for a miss 2/α times the distance by which it missed.

    S = (high − low) + (2/α)·(low − truth)⁺ + (2/α)·(truth − high)⁺

    in the unit of the truth, 0 or more. Whoever believes that the truth is below `low` with a chance of α/2, and above
    `high` with a chance of α/2, expects the lowest score from saying so.

    >>> interval_score(7, 10, 8), round(interval_score(7, 10, 10.5), 6)
    (3.0, 8.0)
    """
    return float(high - low + 2 / alpha * (max(low - truth, 0.0) + max(truth - high, 0.0)))


def range_score(question: Guess, ends: tuple[float, float], truth: float) -> float:
    """Return the interval score of a range as a share of the question's width: S / (high − low)."""
    low, high = ends
    inside = min(max(truth, low), high) if holds(question, ends, truth) else truth
    return interval_score(low, high, inside) / question.width


def widest_score(question: Guess, truth: float) -> float:
    """Return the score of the range from the question's low to its high: 1, if the truth lies there."""
    return range_score(question, (question.low, question.high), truth)


def middle_score(question: Guess, truth: float) -> float:
    """Return the score of a range without width at m = (low + high)/2: (2/α)·|truth − m| / (high − low)."""
    centre = (question.low + question.high) / 2
    return range_score(question, (centre, centre), truth)


def distance(question: Guess, number: float, truth: float) -> float:
    """Return how far a number lies from the truth, in widths of the question: |number − truth| / (high − low)."""
    return abs(number - truth) / question.width


def held_by_chance(ranges: int) -> tuple[int, int]:
    """Return how many of so many ranges a calibrated reader holds, from fewest to most, nine times in ten.

    The number held is binomial with n = ranges and p = 0.8; these are its quantiles of 5 % and 95 %.
    """
    if not ranges:
        return 0, 0
    from scipy.stats import binom  # not at the top: it takes longer to load than all else here

    fewest, most = binom.interval(0.9, ranges, CHANCE)
    return int(fewest), int(most)


def calibrate(seen: Sequence[Seen]) -> Calibration:
    """Return the counts and scores of guesses whose truth was revealed."""
    ranges = [(one.question, one.kept, one.truth) for one in seen if isinstance(one.kept, tuple)]
    numbers = [distance(one.question, one.kept, one.truth) for one in seen if isinstance(one.kept, float)]
    return Calibration(
        ranges=len(ranges),
        held=sum(holds(question, ends, truth) for question, ends, truth in ranges),
        score=fmean(range_score(*one) for one in ranges) if ranges else None,
        widest=fmean(widest_score(question, truth) for question, _ends, truth in ranges) if ranges else None,
        middle=fmean(middle_score(question, truth) for question, _ends, truth in ranges) if ranges else None,
        numbers=len(numbers),
        distance=median(numbers) if numbers else None,
    )


def seen_guesses(entries: Mapping[str, Mapping[str, Any]]) -> list[Seen]:
    """Return the guesses of a progress file that counted and were revealed, in the order of the course."""
    found = []
    for question in _questions():
        entry = entries.get(question.id, {})
        kept = counted_guess(question, entry)
        if kept is not None and entry.get("revealed"):
            found.append(Seen(question, kept, truth_of(question.id)))
    return found


def my_ranges() -> Calibration:
    """Return the counts and scores of the reader's own guesses over the whole course, as far as they were revealed.

    With an empty progress file every count is 0 and every score None.
    """
    return calibrate(seen_guesses(record.read_progress().guesses))


def _questions() -> list[Guess]:
    return [question for lesson in lessons() for question in lesson_guesses(lesson)]


def calibration_lines(entries: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return what to tell a reader of her guesses, line by line; nothing where the course asks for none."""
    kinds = {question.kind for question in _questions()}
    result = calibrate(seen_guesses(entries))
    lines = [_ranges_line(result)] if RANGE in kinds and result.ranges < FEWEST else []
    if result.ranges >= FEWEST:
        lines += [_held_line(result), _score_line(result)]
    if NUMBER in kinds and result.distance is not None:
        lines.append(
            plural(
                "Your number was off by {share} of the range that the question allows.",
                "Half of your {count} numbers were off by no more than {share} of the range that the question allows.",
                result.numbers,
            ).format(count=result.numbers, share=f"{result.distance:.0%}")
        )
    return lines


def _ranges_line(result: Calibration) -> str:
    missing = FEWEST - result.ranges
    return plural(
        "Your 80 % ranges: {count} more revealed guess, and this says how often they hold the truth.",
        "Your 80 % ranges: {count} more revealed guesses, and this says how often they hold the truth.",
        missing,
    ).format(count=missing)


def _held_line(result: Calibration) -> str:
    fewest, most = held_by_chance(result.ranges)
    if result.held < fewest:
        verdict = _("Yours are too narrow: you know less than you think.")
    elif result.held > most:
        verdict = _("Yours are wider than they need be: you know more than you think.")
    else:
        verdict = _("So yours may well be 80 % ranges.")
    counts = _(
        "{held} of your {ranges} ranges held the truth. True 80 % ranges would hold {fewest} to {most} by chance."
    )
    counts = counts.format(held=result.held, ranges=result.ranges, fewest=fewest, most=most)
    return f"{counts} {verdict}"


def _score_line(result: Calibration) -> str:
    message = _(
        "Mean cost of a range: yours {score}, always the widest {widest}, always the middle {middle}; less is "
        "better. A range costs its width, and a miss ten times its distance, as a share of what the question allows."
    )
    score, widest, middle = (
        written_number(round(value or 0.0, 2)) for value in (result.score, result.widest, result.middle)
    )
    return message.format(score=score, widest=widest, middle=middle)
