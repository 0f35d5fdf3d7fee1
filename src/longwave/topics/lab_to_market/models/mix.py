"""How far two owners' rates can differ by the mix of kinds alone, with the same rate for each kind."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, numbers


def equal_rates_ratio(leader: Iterable[float], owner: Iterable[float], rates: Iterable[float]) -> float:
    """Compute the ratio of two owners' rates if each kind has one rate for both.

        ratio = Σ a_k r_k / Σ b_k r_k,   a and b the shares of the kinds

    Args:
        leader: the leader's patents by kind, at least 0.
        owner: the owner's patents by kind, in the same order.
        rates: r, the rate of each kind, at least 0, not all 0.

    Returns:
        The leader's rate over the owner's.

    Raises:
        InputError: A number is out of range, the lists differ in length, or the owner's rate would be 0.

    Source: a standardised rate, as demographers use.

    >>> round(equal_rates_ratio([20, 64, 16], [57, 39, 4], [35, 42, 52]), 1)
    1.1
    """
    first, second = _shares("leader", leader), _shares("owner", owner)
    values = numbers("rates", rates, minimum=0)
    if not len(first) == len(second) == len(values):
        raise InputError("leader, owner and rates must have one number for each kind.")
    below = float(second @ values)
    if below == 0:
        raise InputError("rates must not all be 0 where the owner has patents.")
    return float(first @ values) / below


def largest_mix_ratio(leader: Iterable[float], owner: Iterable[float]) -> float:
    """Compute the largest ratio of two owners' rates that any equal rates by kind can give.

        max over r of Σ a_k r_k / Σ b_k r_k  =  max over k of a_k / b_k

    A ratio of two sums is a mean of the ratios a_k/b_k, weighted by b_k r_k; so it is nowhere above the largest.

    Args:
        leader: the leader's patents by kind, at least 0.
        owner: the owner's patents by kind, in the same order, above 0.

    Returns:
        The bound, at least 1.

    Raises:
        InputError: A number is out of range, or the owner has none of a kind, so that there is no bound.

    Source: own construction; the mediant inequality.

    >>> largest_mix_ratio([20, 60, 20], [60, 35, 5])
    4.0
    """
    first, second = _shares("leader", leader), _shares("owner", owner)
    if len(first) != len(second):
        raise InputError("leader and owner must have one number for each kind.")
    if (second == 0).any():
        raise InputError("owner must have patents of each kind; without one there is no bound.")
    return float((first / second).max())


def _shares(name: str, counts: Iterable[float]) -> npt.NDArray[np.float64]:
    values = numbers(name, counts, minimum=0)
    if values.sum() == 0:
        raise InputError(f"{name} must have at least one patent.")
    shares: npt.NDArray[np.float64] = values / values.sum()
    return shares
