"""A guess: what a reader is asked before the answer is on the page, and where to find one.

An author's module `lesson_NN` names its guesses in `guesses()`, in the order of the lesson. Nothing here is judged
right or wrong: the reader commits a number, or a range that shall hold the truth with a chance of 80 %, and then sees.
"""

import difflib
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from longwave.i18n import _, written_number
from longwave.tasks.feedback import PlainError
from longwave.tasks.task import lesson_module, lessons

NUMBER, RANGE = "number", "range"
HAIR = 1e-6  # of the question's width: what a model leaves of rounding does not push the truth out of a range

Kept = float | tuple[float, float]  # what is kept of a guess: the number, or both ends of the range


@dataclass(frozen=True)
class Guess:
    """One question that is put before the answer is seen.

    Parameters
        id: two digits of the lesson, then words: `02-guess-floor`. title: a few words, for tables. expects: type and
        unit in words, without a full stop: "a number, in money". kind: number or range. low, high: the bounds that
        the question names, which are the widest sensible range; what lies outside is refused, and scores are shares
        of high − low. truth: returns the number from the model. explanation: said after the reveal; in it {guess}
        becomes the reader's guess ("your guess" where there is none) and {truth} the truth.
    """

    id: str
    title: str
    expects: str
    kind: str
    low: float
    high: float
    truth: Callable[[], float]
    explanation: str

    def __post_init__(self) -> None:
        """Refuse an id that is not of the form of ids."""
        if not re.fullmatch(r"\d\d(-[a-z0-9]+)+", self.id):
            raise ValueError(f"{self.id!r} is not a guess's id: two digits and words, such as 02-guess-floor")
        if self.kind not in (NUMBER, RANGE):
            raise ValueError(f"{self.id}: kind must be number or range, not {self.kind!r}")
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            raise ValueError(f"{self.id}: low and high must be finite, and low below high")

    @property
    def width(self) -> float:
        """The width of the widest sensible range: high − low, above 0, in the unit of the question."""
        return self.high - self.low

    def fits(self, value: object) -> bool:
        """Tell whether a value that was kept answers this question, which may have been another one at the time."""
        ends = (value,) if isinstance(value, float) else value
        if not isinstance(ends, tuple) or isinstance(value, float) != (self.kind == NUMBER):
            return False
        return all(self.low <= end <= self.high for end in ends)


class UnknownGuessError(PlainError, ValueError):
    """There is no guess of that id."""


def number_guess(
    guess_id: str,
    *,
    title: str,
    expects: str,
    low: float,
    high: float,
    truth: Callable[[], float],
    explanation: str,
) -> Guess:
    """Ask for one number from `low` to `high`; `truth` returns it from the model.

    >>> guess = number_guess("00-guess", title="A sum", expects="money", low=0, high=9, truth=lambda: 4, explanation="")
    >>> guess.id, guess.kind
    ('00-guess', 'number')
    """
    return Guess(guess_id, title, expects, NUMBER, float(low), float(high), truth, explanation)


def range_guess(
    guess_id: str,
    *,
    title: str,
    expects: str,
    low: float,
    high: float,
    truth: Callable[[], float],
    explanation: str,
) -> Guess:
    """Ask for a range within `low` and `high` that shall hold what `truth` returns with a chance of 80 %.

    `expects` names the unit of both ends: "a range, in money".
    """
    return Guess(guess_id, title, expects, RANGE, float(low), float(high), truth, explanation)


def lesson_guesses(lesson: str) -> tuple[Guess, ...]:
    """Return a lesson's guesses in the order of the lesson, in the current language; none if its module has none."""
    module = lesson_module(lesson)
    return tuple(module.guesses()) if hasattr(module, "guesses") else ()


def find_guess(guess_id: object) -> Guess:
    """Return the guess of an id. Only the module of the lesson named by the first two digits is imported.

    Raises:
        UnknownGuessError: if there is none; it names the nearest ids.
    """
    if type(guess_id) is not str:
        raise UnknownGuessError(_('The first value is the id of the guess in quotes, such as "02-guess-floor".'))
    if guess_id[:2] in lessons():
        for guess in lesson_guesses(guess_id[:2]):
            if guess.id == guess_id:
                return guess
    raise UnknownGuessError(_unknown(guess_id))


def _unknown(guess_id: str) -> str:
    known = [guess.id for lesson in lessons() for guess in lesson_guesses(lesson)]
    near = difflib.get_close_matches(guess_id[:60], known, n=3, cutoff=0.6)
    if near:
        message = _("There is no guess {id}. Did you mean {near}?")
    else:
        message = _("There is no guess {id}. The id is in the cell that asks for it, such as 02-guess-floor.")
    return message.format(id=repr(guess_id[:60]), near=", ".join(near))


@cache
def truth_of(guess_id: str) -> float:
    """Return the truth of a guess, computed once: a table of guesses asks for it again and again."""
    return float(find_guess(guess_id).truth())


def counted_guess(question: Guess, entry: Mapping[str, Any]) -> Kept | None:
    """Return the guess that counts in an entry of the progress file, if it still answers the question."""
    found = entry.get("guess")
    if found is None:
        return None
    value = (float(found[0]), float(found[1])) if isinstance(found, list) else float(found)
    return value if question.fits(value) else None


def holds(question: Guess, ends: tuple[float, float], truth: float) -> bool:
    """Tell whether a range holds the truth, apart from what a model leaves of rounding."""
    hair = HAIR * question.width
    return ends[0] - hair <= truth <= ends[1] + hair


def written(value: Kept) -> str:
    """Return a guess in words: "9", or "7 to 10"."""
    if isinstance(value, tuple):
        return _("{low} to {high}").format(low=written_number(value[0]), high=written_number(value[1]))
    return written_number(value)
