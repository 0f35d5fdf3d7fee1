"""Checks of what a caller gives. Each message names the parameter, what was expected, and what was given."""

from collections.abc import Iterable
from numbers import Real
from typing import Any

import numpy as np
import numpy.typing as npt


class InputError(ValueError):
    """What was given cannot be used; the message says what was expected."""


def number(name: str, value: Any, minimum: float | None = None, maximum: float | None = None) -> float:
    """Return the value as a float, if it is a finite number from minimum to maximum.

    >>> number("price", 3, minimum=0)
    3.0
    >>> number("price", -3, minimum=0)
    Traceback (most recent call last):
        ...
    longwave.checks.InputError: price must be a finite number of at least 0, not -3.
    """
    result = _as_float(value)
    if not np.isfinite(result) or not _within(result, minimum, maximum):
        raise InputError(f"{name} must be a finite number{_limits(minimum, maximum)}, not {value!r}.")
    return result


def positive_number(name: str, value: Any) -> float:
    """Return the value as a float, if it is a finite number above 0.

    >>> positive_number("exponent", 0)
    Traceback (most recent call last):
        ...
    longwave.checks.InputError: exponent must be above 0, not 0.
    """
    result = number(name, value, minimum=0)
    if result == 0:
        raise InputError(f"{name} must be above 0, not {value!r}.")
    return result


def whole_number(name: str, value: Any, minimum: int | None = None, maximum: int | None = None) -> int:
    """Return the value as an int, if it is a whole number from minimum to maximum.

    >>> whole_number("licences", 2.0, minimum=0)
    2
    """
    result = _as_float(value)
    if not result.is_integer() or not _within(result, minimum, maximum):
        raise InputError(f"{name} must be a whole number{_limits(minimum, maximum)}, not {value!r}.")
    return int(value)


def numbers(name: str, values: Any, minimum: float | None = None) -> npt.NDArray[np.float64]:
    """Return a list of finite numbers as a new array of floats; it may not be empty.

    >>> numbers("costs", [8, 11], minimum=0)
    array([ 8., 11.])
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InputError(f"{name} must be a list of numbers, not {values!r}.")
    try:
        array = np.array(values if isinstance(values, np.ndarray | list) else list(values))
    except ValueError:
        array = np.array([None])
    if array.ndim != 1 or array.size == 0 or array.dtype.kind not in "iuf":
        raise InputError(f"{name} must be a plain list of one or more numbers.")
    array = array.astype(float)
    wrong = ~np.isfinite(array) if minimum is None else ~(np.isfinite(array) & (array >= minimum))
    if wrong.any():
        position = int(np.argmax(wrong))
        raise InputError(
            f"{name} must be finite numbers{_limits(minimum, None)}, "
            f"but entry {position + 1} of {array.size} is {array[position]:g}."
        )
    return array


def _as_float(value: Any) -> float:
    """Return a real number as a float, and anything else as nan."""
    # Text and truth values would convert without a word, yet are nearly always a slip.
    if isinstance(value, bool) or not isinstance(value, Real):
        return np.nan
    try:
        return float(value)
    except OverflowError:
        return np.inf


def _within(value: float, minimum: float | None, maximum: float | None) -> bool:
    return (minimum is None or value >= minimum) and (maximum is None or value <= maximum)


def _limits(minimum: float | None, maximum: float | None) -> str:
    if minimum is not None and maximum is not None:
        return f" from {minimum:g} to {maximum:g}"
    if minimum is not None:
        return f" of at least {minimum:g}"
    return "" if maximum is None else f" of at most {maximum:g}"
