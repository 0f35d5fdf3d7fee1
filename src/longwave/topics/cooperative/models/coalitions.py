"""Arithmetic on all 2**n coalitions at once. A coalition is a number: bit i says whether player i is in."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def coalition_sizes(players: int) -> npt.NDArray[np.int8]:
    """Return how many players each coalition has.

    >>> coalition_sizes(2).tolist()
    [0, 1, 1, 2]
    """
    sizes = np.zeros(2**players, dtype=np.int8)
    for i in range(players):
        sizes[1 << i : 2 << i] = sizes[: 1 << i] + 1
    return sizes


def subset_sums(weights: npt.NDArray[np.float64] | Sequence[float]) -> npt.NDArray[np.float64]:
    """Return the sum of the members' weights for each coalition: x(S), the sum of x_i over i in S.

    >>> subset_sums([1.0, 10.0]).tolist()
    [0.0, 1.0, 10.0, 11.0]
    """
    sums = np.zeros(2 ** len(weights))
    for i, weight in enumerate(weights):
        np.add(sums[: 1 << i], weight, out=sums[1 << i : 2 << i])
    return sums


def member_sums(amounts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return, for each player i, the sum of the amounts of the coalitions that contain i.

    Folding the array at its highest bit leaves the same sums over the other bits in half the length, so all n
    sums together cost about two passes over the array.

    >>> member_sums(np.array([0.0, 1.0, 10.0, 100.0])).tolist()
    [101.0, 110.0]
    """
    players = len(amounts).bit_length() - 1
    sums = np.empty(players)
    for i in reversed(range(players)):
        half = 1 << i
        sums[i] = amounts[half:].sum()
        amounts = amounts[:half] + amounts[half:]
    return sums


def membership(coalitions: npt.NDArray[np.int64], players: int) -> npt.NDArray[np.float64]:
    """Return a 0/1 matrix with a row for each coalition and a column for each player.

    >>> membership(np.array([1, 3]), players=2).tolist()
    [[1.0, 0.0], [1.0, 1.0]]
    """
    return ((np.asarray(coalitions)[:, None] >> np.arange(players)) & 1).astype(float)


def snap(results: npt.NDArray[np.float64], scale: float) -> npt.NDArray[np.float64]:
    """Replace rounding noise by the short decimal it stands for: -0.0 and 7.999999999999 become 0 and 8.

    With s the power of ten at or above the scale (the largest value of the game), a result within 1e-12 s of
    a multiple of 1e-9 s becomes that multiple; any other result, such as 1/3, is left as it is.

    >>> snap(np.array([-1e-17, 7.999999999999, 1 / 3]), scale=10.0).tolist()
    [0.0, 8.0, 0.3333333333333333]
    """
    if not 0 < scale < np.inf:
        return results + 0.0
    exponent = int(np.ceil(np.log10(scale)))
    rounded = np.round(results, 9 - exponent) + 0.0
    return np.where(np.abs(results - rounded) <= 10.0 ** (exponent - 12), rounded, results)
