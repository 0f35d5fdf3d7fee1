"""The coupling coordination degree of two indices: as it is usually computed, as it was corrected, and its limits."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number

Indices = float | Sequence[float] | pd.Series | npt.NDArray[np.float64]


def coupling_degree(first: Indices, second: Indices, corrected: bool = True) -> float | npt.NDArray[np.float64]:
    """Compute the coupling degree C of two indices: 1 if they are equal, 0 if one is 0.

        usual      C = 2 · √(u₁ · u₂) / (u₁ + u₂)
        corrected  C = √((1 − (U₂ − U₁)) · U₁ / U₂),   U₁ the smaller, U₂ the larger

    Give two numbers, or two equally long lists, pair by pair. Both are at least 0 and not both 0, and for the corrected
    degree at most 1. The usual degree depends on their ratio alone; the corrected one also on their distance.

    Source: Wang Shujia et al. (2021), for the corrected form.

    >>> round(coupling_degree(0.8, 0.2, corrected=False), 4)
    0.8
    >>> round(coupling_degree(0.8, 0.2), 4)
    0.3162
    """
    low, high, single = _ordered(first, second, corrected)
    degree = np.sqrt((1 - (high - low)) * low / high) if corrected else 2 * np.sqrt(low * high) / (low + high)
    return float(degree[0]) if single else degree


def coordination_degree(
    first: Indices, second: Indices, weight: float = 0.5, corrected: bool = True
) -> float | npt.NDArray[np.float64]:
    """Compute the coupling coordination degree D = √(C · T), with T = weight · u₁ + (1 − weight) · u₂.

    With equal weights and the usual C the sum of the indices cancels: D = (u₁ · u₂)^¼, the root of their geometric
    mean, a level in which nothing says how the two move.

    Source: Wang Shujia et al. (2021), for the corrected form; the root of four is our own algebra.

    >>> round(coordination_degree(0.8, 0.2, corrected=False), 4) == round(0.16 ** 0.25, 4)
    True
    """
    share = number("weight", weight, minimum=0, maximum=1)
    degree = coupling_degree(first, second, corrected)
    level = share * np.asarray(first, dtype=float) + (1 - share) * np.asarray(second, dtype=float)
    result = np.sqrt(degree * level)
    return float(result) if np.ndim(result) == 0 else result


def implied_ratio(usual: float) -> float:
    """Return the ratio smaller / larger of two indices whose usual coupling degree is known.

        r = ((1 − √(1 − C²)) / C)²

    Our own algebra: the usual degree of `coupling_degree`, solved for the ratio.

    >>> round(implied_ratio(0.8), 4)
    0.25
    """
    degree = number("usual", usual, minimum=1e-9, maximum=1)
    return float(((1 - np.sqrt(1 - degree**2)) / degree) ** 2)


def implied_larger(usual: float, corrected: float) -> float:
    """Return the larger index U₂ of a pair from both its degrees; beyond 0 and 1 no pair of indices can have them.

        U₂ = (1 − C'² / r) / (1 − r),   C' the corrected degree, r the implied ratio

    Our own algebra: both degrees of `coupling_degree`, solved for the larger index.

    >>> round(implied_larger(0.8, 0.4 ** 0.5 * 0.25 ** 0.5), 4)
    0.8
    """
    ratio, degree = implied_ratio(usual), number("corrected", corrected, minimum=0, maximum=1)
    if ratio == 1:
        raise InputError("usual must be below 1: equal indices have the same degrees at every level.")
    return float((1 - degree**2 / ratio) / (1 - ratio))


def trending_pairs(
    pairs: int, years: int, drift: float, rng: np.random.Generator
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Draw pairs of random walks that both drift and know nothing of each other.

        w(t) = w(t − 1) + drift + ε(t),   ε standard normal and independent

    Each walk is brought to the range from 0.1 to 0.9 over its years, as indices are. Returns two arrays (pairs, years).

    Source: the walks are those of Granger and Newbold (1974), with drift; the range is our own choice.

    >>> first, second = trending_pairs(2, 5, 0.5, np.random.default_rng(1))
    >>> first.shape, float(first.min().round(6)), float(second.max().round(6))
    ((2, 5), 0.1, 0.9)
    """
    many, length = whole_number("pairs", pairs, minimum=1), whole_number("years", years, minimum=3)
    walks = np.cumsum(rng.normal(number("drift", drift), 1, (2, many, length)), axis=2)
    low, high = walks.min(axis=2, keepdims=True), walks.max(axis=2, keepdims=True)
    first, second = 0.1 + 0.8 * (walks - low) / (high - low)
    return first, second


def _ordered(
    first: Indices, second: Indices, corrected: bool
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], bool]:
    """Return the smaller and the larger of each pair, and whether a single pair was given."""
    single = np.ndim(first) == 0 and np.ndim(second) == 0
    if single:
        one, other = (
            np.array([number(name, index, minimum=0)]) for name, index in (("first", first), ("second", second))
        )
    else:
        one, other = numbers("first", first, minimum=0), numbers("second", second, minimum=0)
    if len(one) != len(other):
        raise InputError(f"first and second must be equally long, not {len(one)} and {len(other)}.")
    low, high = np.minimum(one, other), np.maximum(one, other)
    if (high == 0).any():
        raise InputError("first and second must not both be 0.")
    if corrected and (high > 1).any():
        raise InputError(f"the corrected degree takes indices of at most 1, not {high.max():g}.")
    return low, high, single
