"""People who join once enough others have: how far a crowd goes that begins with those who need nobody."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, numbers, positive_number, whole_number

STANDSTILL = 1e-6  # people


def threshold_cascade(thresholds: Iterable[float]) -> int:
    """Compute how many people join in the end, if each joins once as many others have as her threshold says.

    A person with threshold 0 joins at once. In the order of their thresholds, the one at place k (from 0) joins if her
    threshold is at most k. `thresholds` is a list of numbers of at least 0.

    Source: Granovetter (1978).

    >>> threshold_cascade(range(100)), threshold_cascade([0, 2, *range(2, 100)])
    (100, 1)
    """
    ordered = np.sort(numbers("thresholds", list(thresholds), minimum=0))
    return int(_joined(ordered[None, :])[0])


def cascade_sizes(crowds: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Compute for many crowds how many people join: array (crowds), from an array (crowds, people) of thresholds.

    Source: Granovetter (1978), for each crowd.

    >>> cascade_sizes(np.array([[0, 1, 2], [1, 1, 2], [0, 0, 9]])).tolist()
    [3, 0, 2]
    """
    table = np.asarray(crowds, dtype=float)
    if table.ndim != 2 or table.size == 0 or not (np.isfinite(table) & (table >= 0)).all():
        raise InputError("crowds must be a table of numbers of at least 0, one row a crowd.")
    return _joined(np.sort(table, axis=1))


def random_crowds(people: int, crowds: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Draw crowds whose thresholds are whole numbers from 0 to people − 1, each equally likely: (crowds, people).

    Our own construction.

    >>> random_crowds(3, 2, np.random.default_rng(1)).shape
    (2, 3)
    """
    size = whole_number("people", people, minimum=1), whole_number("crowds", crowds, minimum=1)
    return rng.integers(0, size[0], (size[1], size[0]))


def settled_size(mean: float, spread: float, people: int = 100) -> float:
    """Compute how many join in a large crowd whose thresholds are normal: a number of people, not rounded.

        n(t + 1) = N · Φ((n(t) − m) / σ), from n(0) = 0

    Args:
        mean: m, the average threshold, in people out of N.
        spread: σ, the standard deviation of the thresholds, above 0.
        people: N, at least 1.

    Raises:
        InputError: A number is out of range.

    Source: Granovetter (1978).

    >>> round(settled_size(mean=25, spread=12)), round(settled_size(mean=25, spread=13))
    (4, 100)
    """
    middle, size = number("mean", mean), whole_number("people", people, minimum=1)
    width = positive_number("spread", spread)
    joined, before = 0.0, -1.0
    # Each step can only add people, because those before have added some; a step below a millionth of one is the end.
    while joined - before > STANDSTILL:
        before, joined = joined, size * (1 + math.erf((joined - middle) / (width * math.sqrt(2)))) / 2
    return joined


def turning_spread(mean: float, people: int = 100) -> float:
    """Compute the spread of normal thresholds beyond which a crowd no longer stops below its average threshold.

    The smallest spread, to a thousandth, at which more people join than the average waits for. The arguments and errors
    are those of `settled_size`; the mean is above 0 and below half of the people.

    Source: Granovetter (1978), for the jump; found by halving.

    >>> round(turning_spread(mean=25), 1)
    12.2
    """
    if not 0 < number("mean", mean) < people / 2:
        raise InputError(f"mean must be above 0 and below half of the people, {people / 2:g}, not {mean!r}.")
    low, high = 0.001, float(people)
    while high - low > 0.0005:
        middle = (low + high) / 2
        low, high = (low, middle) if settled_size(mean, middle, people) > mean else (middle, high)
    return high


def _joined(ordered: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return, for rows of sorted thresholds, the first place whose person does not join."""
    refuses = ordered > np.arange(ordered.shape[1])
    places: npt.NDArray[np.int64] = np.where(refuses.any(axis=1), refuses.argmax(axis=1), ordered.shape[1])
    return places
