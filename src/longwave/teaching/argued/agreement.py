"""How far two markers agree: the share of equal marks, Cohen's kappa, and kappa weighted by how far marks differ.

scikit-learn has these measures and is no part of this course's installation.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np

Weights = Literal["none", "linear", "quadratic"]


def kappa(first: Sequence[float], second: Sequence[float], weights: Weights = "none") -> float:
    """Compute Cohen's kappa of two markers' points for the same things.

        κ = 1 − [Σᵢ d(xᵢ, yᵢ) / n] / [Σᵢ Σⱼ d(xᵢ, yⱼ) / n²]

    `d` is how far two marks differ: 0 or 1 without weights, |x − y| with linear ones, (x − y)² with quadratic ones.
    1 is full agreement, 0 is what chance gives to two markers who keep their own counts. NaN where chance leaves
    nothing: both gave everything the same points.

    Args:
        first: points of the first marker, n numbers.
        second: points of the second marker, in the same order.
        weights: how a difference counts.

    Raises:
        ValueError: if there are no points, or not as many from both.

    Source: Cohen (1960), weighted by Cohen (1968).

    >>> kappa([1, 1, 0, 0], [1, 0, 0, 0])
    0.5
    """
    one, other = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    if one.shape != other.shape or one.ndim != 1 or not one.size:
        raise ValueError("kappa needs the points of both markers for the same things.")
    expected = float(_apart(one[:, None], other[None, :], weights).mean())
    observed = float(_apart(one, other, weights).mean())
    return float("nan") if expected == 0 else 1 - observed / expected


def _apart(one: np.ndarray, other: np.ndarray, weights: Weights) -> np.ndarray:
    """Return how far marks differ."""
    apart: np.ndarray = np.abs(one - other)
    if weights == "none":
        return (apart > 1e-9).astype(float)
    return apart if weights == "linear" else apart**2


def alike(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the share of things to which both gave the same points.

    >>> alike([1, 1, 0, 0], [1, 0, 0, 0])
    0.75
    """
    return 1 - float(_apart(np.asarray(first, dtype=float), np.asarray(second, dtype=float), "none").mean())
