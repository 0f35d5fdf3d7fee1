"""Series made of chance alone, for a wave to be compared with: walks, walks whose steps remember, and noise."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, whole_number
from longwave.topics.waves.models.filters import band_pass, dominant_period

LENGTH = 140
NULLS = WALK, MEMORY, NOISE = ("walk", "memory", "noise")
RUN_IN = 100  # steps that a series with memory takes before its first is used
STILL = 1e-12

Array = npt.NDArray[np.float64]


def random_walk(length: int, rng: np.random.Generator) -> pd.Series:
    """Draw a random walk: each step is normal with mean 0 and deviation 1, and forgets all earlier steps.

    `length` is at least 3. The dates are 1 … n.

    Source: Slutsky (1937) and Yule (1926), for sums of chance that look like waves.

    >>> random_walk(4, np.random.default_rng(1)).diff().round(2).tolist()[1:]
    [0.82, 0.33, -1.3]
    """
    count = whole_number("length", length, minimum=3)
    steps = rng.standard_normal(count)
    return pd.Series(np.cumsum(steps), index=pd.RangeIndex(1, count + 1, name="year"), name="walk")


def filtered_periods(
    low: float, high: float, draws: int, rng: np.random.Generator, length: int = LENGTH, null: str = WALK
) -> Array:
    """Return the dominant period of each of many series of chance after the band from `low` to `high` was kept.

    `null` is "walk" or "noise". Neither has a period of its own, so what is found comes from the filter. `draws` is at
    least 1.

    Our own construction.

    >>> periods = filtered_periods(10, 40, 50, np.random.default_rng(1))
    >>> bool((periods > 8).all() and (periods < 50).all())
    True
    """
    count = whole_number("draws", draws, minimum=1)
    if null not in (WALK, NOISE):
        raise InputError(f'null must be "{WALK}" or "{NOISE}", not {null!r}.')
    found = []
    for _draw in range(count):
        walk = random_walk(length, rng)
        series = walk if null == WALK else walk.diff().fillna(walk.iloc[0])
        found.append(dominant_period(band_pass(series, low, high)))
    return np.array(found)


def memory(values: pd.Series | Array | list[float]) -> float:
    """Compute how much of a value is in the next one: the first autocorrelation.

        φ = Σ (x_t − x̄)(x_{t+1} − x̄) / Σ (x_t − x̄)²

    `values` are at least 3 and not all alike. In short series the estimate is too low, by about (1 + 4φ)/n.

    The usual estimator, with no source of its own; the bias is a rule of first order that our tests simulate.

    >>> memory([1, 2, 1, 2])
    -0.75
    """
    centred = np.asarray(values, dtype=float)
    if centred.ndim != 1 or len(centred) < 3 or not np.isfinite(centred).all():
        raise InputError("values must be at least 3 finite numbers.")
    centred = centred - centred.mean()
    if (total := float(centred @ centred)) < STILL:
        raise InputError("values must differ: what never changes has no memory.")
    return float(centred[1:] @ centred[:-1] / total)


def chance_changes(count: int, remembered: float, draws: int, rng: np.random.Generator) -> Array:
    """Draw series of chance, a column each, in which a share of each value is remembered by the next.

        x_t = φ x_{t−1} + √(1 − φ²) ε_t,  ε_t standard normal

    `count` values in each of `draws` columns; `remembered` (φ) lies between −1 and 1, both left out. All values have
    mean 0 and deviation 1.

    An autoregression of order one, with no source of its own.

    >>> chance_changes(3, 0.5, 2, np.random.default_rng(1)).shape
    (3, 2)
    """
    from scipy.signal import lfilter

    length, columns = whole_number("count", count, minimum=1), whole_number("draws", draws, minimum=1)
    share = number("remembered", remembered, minimum=-1, maximum=1)
    if abs(share) == 1:
        raise InputError(f"remembered must be strictly between -1 and 1, not {remembered!r}.")
    if share == 0:
        return rng.standard_normal((length, columns))
    shocks = rng.standard_normal((length + RUN_IN, columns))
    values: Array = lfilter([np.sqrt(1 - share**2)], [1, -share], shocks, axis=0)[RUN_IN:]
    return values


def chance_matrix(count: int, null: str, remembered: float = 0.0) -> Array:
    """Return the matrix that makes a series of chance out of independent standard normal shocks.

    `null` is "walk", whose steps are the shocks; "memory", in which each step remembers a share of the last one; or
    "noise", which is the shocks themselves. A row for each of `count` values, a column for each shock. `remembered`
    lies between −1 and 1, both left out.

    Our own construction.

    >>> chance_matrix(3, "walk").tolist()
    [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]
    """
    from scipy.linalg import cholesky, toeplitz

    length = whole_number("count", count, minimum=3)
    if null not in NULLS:
        raise InputError(f'null must be "walk", "memory" or "noise", not {null!r}.')
    if null == NOISE:
        return np.eye(length)
    made: Array = np.vstack([np.zeros(length - 1), np.tril(np.ones((length - 1, length - 1)))])
    if null == MEMORY:
        made = made @ cholesky(toeplitz(number("remembered", remembered) ** np.arange(length - 1)), lower=True)
    return made


def about_its_line(columns: Array, degree: int = 1) -> Array:
    """Return each column less its line of best fit, or its parabola if `degree` is 2.

    An ordinary regression, with no source of its own.

    >>> about_its_line(np.array([[1.0], [0.0], [1.0]]))[:, 0].round(3).tolist()
    [0.333, -0.667, 0.333]
    """
    place = np.linspace(-1, 1, len(columns))
    basis = np.linalg.qr(np.vander(place, whole_number("degree", degree, minimum=0) + 1))[0]
    left: Array = columns - basis @ (basis.T @ columns)
    return left
