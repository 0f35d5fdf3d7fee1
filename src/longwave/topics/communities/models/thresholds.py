"""People who join once enough others have: how far a crowd goes that begins with those who need nobody."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, numbers, whole_number


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


def _joined(ordered: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return, for rows of sorted thresholds, the first place whose person does not join."""
    refuses = ordered > np.arange(ordered.shape[1])
    places: npt.NDArray[np.int64] = np.where(refuses.any(axis=1), refuses.argmax(axis=1), ordered.shape[1])
    return places
