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


def mean_coupling(
    first: pd.Series | npt.NDArray[np.float64], second: pd.Series | npt.NDArray[np.float64], corrected: bool = True
) -> npt.NDArray[np.float64]:
    """Compute the mean coupling degree over the years, for many pairs of indices at once.

    `first` and `second` are Series, or arrays with the years along the last axis, of indices from 0 to 1. A year in
    which both are 0 has no degree and is left out. Returns one mean for each pair.

    Source: the degrees are those of `coupling_degree`; what to do with two zeros is our own choice.

    >>> mean_coupling(np.array([[0, 0.8]]), np.array([[0, 0.2]]), corrected=False).round(2).tolist()
    [0.8]
    """
    one, other = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    high, low = np.maximum(one, other), np.minimum(one, other)
    some = high > 0
    divisor = np.where(some, high, 1)
    ratio = low / divisor
    degree = np.sqrt((1 - (high - low)) * ratio) if corrected else 2 * np.sqrt(ratio) / (1 + ratio)
    means: npt.NDArray[np.float64] = np.where(some, degree, 0).sum(axis=-1) / some.sum(axis=-1)
    return means


def trending_pairs(
    pairs: int, years: int, drift: float, rng: np.random.Generator, low: float = 0.1, high: float = 0.9
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Draw pairs of random walks that both drift and know nothing of each other, each stretched to one scale.

        w(t) = w(t − 1) + drift + ε(t),   ε standard normal and independent

    Each walk is brought to the range from `low` to `high` over its years, as indices are. Without drift, correlations
    of long walks have a standard deviation of nearly a half. Returns two arrays (pairs, years).

    Source: Ernst, Shepp and Wyner (2017), for walks without drift; drift and scale are our own choice.

    >>> first, second = trending_pairs(2, 5, 0.5, np.random.default_rng(1))
    >>> first.shape, float(first.min().round(6)), float(second.max().round(6))
    ((2, 5), 0.1, 0.9)
    """
    many, length = whole_number("pairs", pairs, minimum=1), whole_number("years", years, minimum=3)
    bottom = number("low", low, minimum=0, maximum=1)
    top = number("high", high, minimum=bottom, maximum=1)
    walks = np.cumsum(rng.normal(number("drift", drift), 1, (2, many, length)), axis=2)
    least, most = walks.min(axis=2, keepdims=True), walks.max(axis=2, keepdims=True)
    first, second = bottom + (top - bottom) * (walks - least) / (most - least)
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
