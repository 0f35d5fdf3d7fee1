"""Comparing a plain answer with what a model gives, within a tolerance."""

import math
from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from longwave.tasks.answers import is_kind, loaded

RELATIVE, ABSOLUTE = 1e-3, 1e-6  # a model's zero is rarely exact
LARGEST_ROUNDED = 1000  # above it three digits would round a year to a decade

Label = TypeVar("Label", bound=Hashable)


def agrees(plain: Any, reference: Any, tolerance: float | None = None) -> bool:
    """Return whether a plain answer equals a reference: numbers within the tolerance, text exactly.

    `tolerance` is absolute; None means that three digits are enough. A mapping is compared at the labels of
    the reference.

    >>> agrees({"a": 0.6667, "b": 5.0}, {"a": 2 / 3})
    True
    >>> agrees(0.167, 1 / 6), agrees(0.168, 1 / 6)
    (True, False)
    """
    if isinstance(reference, dict):
        return not differences(plain, reference, tolerance)
    if isinstance(reference, list):
        return len(plain) == len(reference) and not differences(
            dict(enumerate(plain)), dict(enumerate(reference)), tolerance
        )
    if isinstance(reference, str) or isinstance(plain, str):
        return bool(plain == reference)
    hair = 1 + 1e-9  # 7.9 is within 0.1 of 8, also in binary
    return bool(abs(plain - reference) <= margin(reference, tolerance) * hair)


def settled(plain: Any, reference: Any, tolerance: float | None = None) -> Any:
    """Return the reference where a plain answer agrees with it, else the answer as it is.

    >>> settled(104.99, 105.0), settled(90.0, 105.0)
    (105.0, 90.0)
    """
    return reference if agrees(plain, reference, tolerance) else plain


def margin(reference: float, tolerance: float | None = None) -> float:
    """Return how far a number may be from the reference: a thousandth of it, or half of its third digit.

    A tolerance of the task's own takes the place of both.

    >>> margin(2.5), margin(2.5, tolerance=0.1)
    (0.005, 0.1)
    """
    if tolerance is not None:
        return tolerance
    least = max(RELATIVE * abs(reference), ABSOLUTE)
    if not 0 < abs(reference) < LARGEST_ROUNDED:
        return least
    return max(least, 0.5 * 10.0 ** (math.floor(math.log10(abs(reference))) - 2))


def differences(
    plain: Mapping[Label, Any], reference: Mapping[Label, Any], tolerance: float | None = None
) -> list[Label]:
    """Return the labels at which an answer does not agree with the reference."""
    return [key for key, value in reference.items() if key not in plain or not agrees(plain[key], value, tolerance)]


def as_plain(value: Any) -> Any:
    """Return what a model gives as a float, text, or a dict or list of these. A callable is called first.

    >>> as_plain(lambda: {"floor": 8})
    {'floor': 8.0}
    """
    if callable(value):
        value = value()
    if is_kind(value, loaded("pandas", "Series")):
        value = value.to_dict()
    if is_kind(value, loaded("numpy", "ndarray")):
        value = value.tolist()
    if isinstance(value, dict):
        return {key: as_plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [as_plain(entry) for entry in value]
    return value if isinstance(value, str) else float(value)
