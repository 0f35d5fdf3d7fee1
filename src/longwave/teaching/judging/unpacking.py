"""Rebuilding answers in the judge, from what a process sent that may send anything."""

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from longwave.teaching.judging.plain import DEEPEST, MOST_DIGITS, MOST_ITEMS, NotPlainError

Inner = Callable[[Any], Any]  # unpacks what is inside something
# Makes a function that calls a student's function, from its number, its name and its inputs.
Caller = Callable[[int, str, list[Any] | None], Callable[..., Any]]


class Thing:
    """An object that is not plain data. It has a type's name and nothing else."""


def unpack(data: Any, function: Caller) -> Any:
    """Return the value that `pack` packed. `function` makes a caller from a number, a name and the inputs.

    Raises:
        NotPlainError: if `pack` cannot have given the data.

    >>> unpack(['dict', [['a', ['tuple', [1, ['ellipsis']]]]]], function=None)
    {'a': (1, Ellipsis)}
    """
    try:
        return _unpacked(data, function, 0)
    except NotPlainError:
        raise
    except Exception as error:  # any error in the form is the sender's
        raise NotPlainError(f"not in the form of an answer: {type(error).__name__}") from None


def _unpacked(data: Any, function: Caller, depth: int) -> Any:
    if data is None or type(data) in (bool, int, float, str):
        return data
    if depth > DEEPEST + 5 or type(data) is not list:
        raise NotPlainError("not in the form of an answer")
    tag, *parts = data

    def inner(item: Any) -> Any:
        return _unpacked(item, function, depth + 1)

    if tag in ("list", "tuple", "set", "frozenset"):
        kinds = {"list": list[Any], "tuple": tuple, "set": set, "frozenset": frozenset}
        return kinds[tag](inner(item) for item in parts[0])
    if tag == "dict":
        return {inner(key): inner(item) for key, item in parts[0]}
    if tag == "function":
        number, name, inputs = parts
        return function(int(number), str(name), inputs)
    return _TABLES[tag](inner, *parts) if tag in _TABLES else _SCALARS[tag](*parts)


def _thing(name: str) -> Thing:
    """Return an inert object of a type with that name, so that a message can name the type."""
    thing: Thing = type(str(name)[:40], (Thing,), {})()
    return thing


def _numpy(code: str, value: Any) -> Any:
    import numpy as np

    if np.dtype(code).kind not in "biufU":
        raise NotPlainError("no such type of number")
    return np.dtype(code).type(value)


def _fraction(text: str) -> Fraction:
    """Return a fraction from two whole numbers. Fraction itself would also read 1e999999999, and not end."""
    if not re.fullmatch(r"-?[0-9]+(/[0-9]+)?", text):
        raise NotPlainError("not a fraction of two whole numbers")
    return Fraction(text)


def _range(start: int, stop: int, step: int) -> range:
    if len(found := range(start, stop, step)) > MOST_ITEMS:
        raise NotPlainError("too large")
    return found


def _not_a_time() -> Any:
    import pandas as pd

    return pd.NaT


_SCALARS: dict[str, Callable[..., Any]] = {
    "ellipsis": lambda: ...,
    "str": str,
    "float": float,
    "range": lambda parts: _range(*map(int, parts)),
    "numpy": _numpy,
    "Fraction": lambda text: _fraction(text[: 2 * MOST_DIGITS]),
    "Decimal": lambda text: Decimal(text[:MOST_DIGITS]),
    "complex": lambda real, imaginary: complex(real, imaginary),
    "date": datetime.date.fromisoformat,
    "time": datetime.datetime.fromisoformat,
    "NaT": _not_a_time,
    "thing": _thing,
}


def _array(inner: Inner, shape: list[Any], code: str, flat: list[Any]) -> Any:
    import numpy as np

    values = [inner(item) for item in flat]
    if not code:
        empty = np.empty(len(values), dtype=object)
        for place, value in enumerate(values):  # all at once, numpy would take equal tuples for rows
            empty[place] = value
        return np.array(values).reshape(shape) if all(type(v) is str for v in values) else empty.reshape(shape)
    if not all(isinstance(value, int | float | np.generic) for value in values):
        raise NotPlainError("an array of numbers that holds something else")
    return np.array(values, dtype=_checked(code)).reshape(shape)


def _checked(code: str) -> Any:
    import numpy as np

    if np.dtype(code).kind not in "biuf":
        raise NotPlainError("no such type of number")
    return np.dtype(code)


def _index(inner: Inner, labels: list[Any], names: Any) -> Any:
    import pandas as pd

    values, called = [inner(label) for label in labels], inner(names)
    if len(called) > 1:
        return pd.MultiIndex.from_tuples(values, names=called)
    return pd.Index(values, name=called[0], tupleize_cols=False)


def _series(inner: Inner, code: str, values: list[Any], index: Any, name: Any) -> Any:
    import pandas as pd

    kind = _checked(code) if code else None
    return pd.Series([inner(value) for value in values], index=inner(index), dtype=kind, name=inner(name))


def _frame(inner: Inner, columns: list[Any], labels: Any, index: Any) -> Any:
    import pandas as pd

    rows = inner(index)
    parts = [_series(inner, code, values, index, None) for code, values in columns]
    frame = pd.concat(parts, axis=1) if parts else pd.DataFrame(index=rows)
    frame.columns = inner(labels)
    return frame


def _game(inner: Inner, players: Any, values: Any) -> Any:
    from longwave.topics.cooperative.models.game import Game

    return Game(inner(players), inner(values))


_TABLES: dict[str, Callable[..., Any]] = {
    "array": _array,
    "index": _index,
    "series": _series,
    "frame": _frame,
    "game": _game,
}
