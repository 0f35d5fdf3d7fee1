"""Answers as plain data: what may leave the student's process.

The worker in the sandbox calls `pack`, the judge `unpacking.unpack`. What is sent is JSON: numbers, text, and
lists `["tag", …]` for everything else, so nothing that is read can run. A function is not sent; its number is, and the
judge calls it from outside. Any other answer arrives as an object that can do nothing.
"""

import datetime
import sys
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

DEEPEST, MOST_ITEMS, MOST_DIGITS = 20, 200_000, 1000


Keep = Callable[[Callable[..., Any]], int]  # stores a function, and returns the number under which it can be called


class NotPlainError(ValueError):
    """The data are too deep, too many, or not in the form that `pack` gives."""


def loaded(module: str, name: str) -> Any:
    """Return something from a module that is loaded already, else None: no other can be an answer's type."""
    return getattr(sys.modules.get(module), name, None)


def pack(value: object, keep: Keep) -> Any:
    """Return a value as JSON can hold it. `keep` stores a function and returns its number.

    Raises:
        NotPlainError: if the value is too large.

    >>> pack({"a": (1, ...)}, keep=None)
    ['dict', [['a', ['tuple', [1, ['ellipsis']]]]]]
    """
    return _Packer(keep).pack(value, 0)


class _Packer:
    """Counts what is packed, so that an endless answer ends."""

    def __init__(self, keep: Keep) -> None:
        self.keep, self.items = keep, 0

    def pack(self, value: Any, depth: int) -> Any:
        self.items += 1
        if depth > DEEPEST or self.items > MOST_ITEMS:
            raise NotPlainError("too large")
        kind = type(value)
        if value is None or kind in (bool, str, float):
            return value
        if issubclass(kind, int):
            return self._whole(int(value))
        if value is ...:
            return ["ellipsis"]
        return self._container(value, depth) or self._scalar(value) or self._table(value, depth) or self._rest(value)

    def _whole(self, value: int) -> Any:
        if value.bit_length() > MOST_DIGITS * 3:
            raise NotPlainError("a whole number of too many digits")
        return value

    def _container(self, value: Any, depth: int) -> list[Any] | None:
        for kind in (list, tuple, set, frozenset):
            if issubclass(type(value), kind):
                return [kind.__name__, [self.pack(item, depth + 1) for item in kind.__iter__(value)]]
        if issubclass(type(value), dict):
            pairs = dict.items(value)
            return ["dict", [[self.pack(key, depth + 1), self.pack(item, depth + 1)] for key, item in pairs]]
        if type(value) is range and len(value) <= MOST_ITEMS:
            return ["range", [value.start, value.stop, value.step]]
        return None

    def _scalar(self, value: Any) -> list[Any] | None:
        generic = loaded("numpy", "generic")
        if generic is not None and issubclass(type(value), generic):
            return self._numpy(value, generic)
        for kind in (str, float):
            if issubclass(type(value), kind):
                return [kind.__name__, kind.__str__(value) if kind is str else float.__float__(value)]
        if type(value) is Fraction:
            return ["Fraction", f"{self._whole(value.numerator)}/{self._whole(value.denominator)}"]
        if type(value) is Decimal:
            return ["Decimal", str(value)]
        if type(value) is complex:
            return ["complex", value.real, value.imag]
        if value is loaded("pandas", "NaT"):
            return ["NaT"]
        if isinstance(value, datetime.date):
            return ["date" if type(value) is datetime.date else "time", value.isoformat()]
        return None

    def _numpy(self, value: Any, generic: type) -> list[Any] | None:
        """Return a number of numpy's; one that is longer than a float has no item other than itself."""
        item = value.item()
        plain = float(value) if issubclass(type(item), generic) and value.dtype.kind == "f" else item
        return ["numpy", value.dtype.str, self.pack(plain, 1)] if value.dtype.kind in "biufU" else None

    def _table(self, value: Any, depth: int) -> list[Any] | None:
        array, series, frame, index, game = (
            loaded(*name)
            for name in (
                ("numpy", "ndarray"),
                ("pandas", "Series"),
                ("pandas", "DataFrame"),
                ("pandas", "Index"),
                ("longwave.topics.cooperative.models.game", "Game"),
            )
        )
        if array is not None and issubclass(type(value), array):
            flat = [self.pack(item, depth + 1) for item in value.ravel().tolist()]
            return ["array", list(value.shape), _number_type(value.dtype), flat]
        if index is not None and issubclass(type(value), index):
            return ["index", [self.pack(label, depth + 1) for label in value.tolist()], self.pack(list(value.names), 1)]
        if series is not None and issubclass(type(value), series):
            return ["series", *self._column(value, depth), self.pack(value.index, depth + 1), self.pack(value.name, 1)]
        if frame is not None and issubclass(type(value), frame):
            columns = [self._column(value.iloc[:, place], depth) for place in range(value.shape[1])]
            return ["frame", columns, self.pack(value.columns, depth + 1), self.pack(value.index, depth + 1)]
        if game is not None and issubclass(type(value), game):
            return ["game", self.pack(list(value.players), 1), self.pack([float(worth) for worth in value.values], 1)]
        return None

    def _column(self, column: Any, depth: int) -> list[Any]:
        return [_number_type(column.dtype), [self.pack(item, depth + 1) for item in column.tolist()]]

    def _rest(self, value: object) -> list[Any]:
        if callable(value):
            return ["function", self.keep(value), *_signature(value)]
        return ["thing", _type_name(value)]


def _number_type(dtype: Any) -> str:
    """Return the name of a type of numbers, empty for any other: then the values say what they are."""
    return dtype.str if getattr(dtype, "kind", "") in "biuf" and hasattr(dtype, "str") else ""


def _type_name(value: object) -> str:
    name = type.__dict__["__name__"].__get__(type(value))
    return "".join(letter for letter in name if letter.isprintable())[:40]


def _signature(function: Callable[..., Any]) -> list[Any]:
    """Return a function's name and its inputs as [name, kind, has a default], or None where they are not known."""
    import inspect

    try:
        inputs = inspect.signature(function).parameters.values()
        described = [[str(i.name)[:60], int(i.kind), i.default is not i.empty] for i in list(inputs)[:40]]
    except Exception:
        described = None
    return [str(getattr(function, "__name__", ""))[:60], described]
