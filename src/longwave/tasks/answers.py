"""Reading one answer: from whatever the reader wrote to plain data, or to why it cannot be used.

An answer may be any object. Nothing here compares, prints or calls one whose type is not known: types are
compared with `issubclass(type(x), …)`, which asks the type and not the object.
"""

import math
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeGuard, TypeVar

from longwave.i18n import _

Kind = TypeVar("Kind")

NOISE = 1e-9  # of a number's size: far above what a long calculation leaves, far below what a reader writes
LONGEST = 60  # characters of a reader's own value in a message


class UnusableError(Exception):
    """The answer has a form that cannot be judged; the message is one sentence or two for the reader."""


class UnansweredError(Exception):
    """The answer still is, or holds, `...`; the message, if any, says where."""


def is_kind(value: object, *types: type[Kind] | None) -> TypeGuard[Kind]:
    """Return whether a value's type is one of these, without asking the value."""
    return any(kind is not None and issubclass(type(value), kind) for kind in types)


def loaded(module: str, name: str) -> type[Any] | None:
    """Return a class if its module is loaded; if it is not, no answer can be of that class."""
    return getattr(sys.modules.get(module), name, None)


def read_number(answer: object) -> float:
    """Return a finite float from an int, float, Fraction, Decimal, numpy scalar, or array or Series of one.

    >>> from fractions import Fraction
    >>> read_number(Fraction(1, 4))
    0.25
    """
    answer = _only_entry(answer)
    if answer is ...:
        raise UnansweredError
    if not is_kind(answer, int, float, Fraction, Decimal, loaded("numpy", "integer"), loaded("numpy", "floating")):
        raise UnusableError(_not_a_number(answer))
    if is_kind(answer, bool):
        raise UnusableError(_not_a_number(answer))
    try:
        value = float.__float__(answer) if is_kind(answer, float) else float(answer)
    except OverflowError:
        value = math.inf
    except Exception:
        raise UnusableError(_("This number cannot be turned into a float.")) from None
    if math.isnan(value):
        raise UnusableError(_("This is nan, not a number. Which step divides zero by zero?"))
    if math.isinf(value):
        raise UnusableError(_("This is an infinite number. Which step divides by zero, or has no end?"))
    return _without_noise(value)


def _without_noise(value: float) -> float:
    """Return a number that misses a whole one by the last digits of binary arithmetic alone as the whole one.

    >>> _without_noise(3 * 1.1 / 1.1), _without_noise(2.99999999999), _without_noise(1e-12)
    (3.0, 3.0, 1e-12)
    """
    whole = float(round(value))
    return whole if whole and abs(value - whole) <= NOISE * abs(whole) else value


def _only_entry(answer: Any) -> object:
    """Return the one entry of an array or Series that has one; else the answer as it came."""
    array, series = loaded("numpy", "ndarray"), loaded("pandas", "Series")
    if series is not None and is_kind(answer, series):
        answer = series.to_numpy(answer)
    if array is not None and is_kind(answer, array) and array.size.__get__(answer) == 1:
        return array.item(answer)
    return answer


def _not_a_number(answer: object) -> str:
    """Say what was given in place of a number, and what to do."""
    if answer is None:
        return _("This is None, that is nothing. Does a function lack its `return`?")
    if is_kind(answer, bool):
        return _("{given} is a truth value, not a number.").format(given=shown(answer))
    if is_kind(answer, str):
        if _is_numeral(answer):
            return _("{given} is text. Drop the quotes.").format(given=shown(answer))
        return _("{given} is text, not a number.").format(given=shown(answer))
    if callable(answer):
        return _("This is a function. Call it: put brackets with its inputs behind its name.")
    if is_kind(answer, list, tuple, dict, set, loaded("numpy", "ndarray"), loaded("pandas", "DataFrame")):
        return _("This is {type}. Pick the one number that is asked.").format(type=type_word(answer))
    return _("This is {type}, not a number.").format(type=type_word(answer))


def _is_numeral(text: str) -> bool:
    try:
        float(str.__str__(text)[:LONGEST])
    except ValueError:
        return False
    return True


def choice_reader(letters: tuple[str, ...]) -> Callable[[object], str]:
    """Return a reader of one letter in quotes, in either case, with or without spaces around it."""

    def read(answer: object) -> str:
        if answer is ...:
            raise UnansweredError
        listed = ", ".join(f'"{letter}"' for letter in letters)
        if not is_kind(answer, str):
            raise UnusableError(
                _("You gave {given}. Give one letter in quotes: {letters}.").format(given=shown(answer), letters=listed)
            )
        letter = str.__str__(answer).strip().strip("().").lower()
        if letter not in letters:
            raise UnusableError(
                _("You gave {given}. The letters to choose from are {letters}.").format(
                    given=shown(answer), letters=listed
                )
            )
        return letter

    return read


def shown(value: object) -> str:
    """Return a short form of a value: numbers and text as written, cut; of all else the type in words.

    >>> shown("many " * 100)
    "'many many many many many many many many many many many many …'"
    """
    if value is None or type(value) is bool:
        return str(value)
    if is_kind(value, str):
        text = str.__str__(value)
        return repr(text if len(text) <= LONGEST else text[:LONGEST] + "…")
    try:
        return f"{read_number(value):.6g}"
    except (UnusableError, UnansweredError):
        return type_word(value)


def type_word(value: object) -> str:
    """Return the type of a value in words, and its Python name."""
    name = "".join(filter(str.isprintable, type.__dict__["__name__"].__get__(type(value))))[:40]
    words = {
        "list": _("a list"),
        "tuple": _("a tuple"),
        "dict": _("a dict"),
        "set": _("a set"),
        "function": _("a function"),
        "Series": _("a Series of several numbers"),
        "DataFrame": _("a DataFrame, that is a table"),
        "ndarray": _("an array of several numbers"),
        "complex": _("a complex number"),
        "NoneType": _("nothing"),
    }
    return words.get(name) or _("an object of type {name}").format(name=name)
