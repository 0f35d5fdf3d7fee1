"""How parts wear out, read off tests: the shape of a Weibull law from two lives or from all, and how sure it is."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import gamma, gammainc

from longwave.checks import InputError, number, numbers, positive_number, whole_number

HALF_OF_CHI_SQUARED = 1.920729  # half the 95 % point of chi-squared with one degree of freedom
LOWEST, HIGHEST = 0.05, 50.0


def shape_from_two(tenth: float, half: float) -> float:
    """Compute the shape of a Weibull law from the lives that a tenth and a half of the parts do not reach.

        R(t) = exp(−(t/η)^β):  β = ln(ln 2 / −ln 0.9) / ln(L50 / L10)

    `tenth` is L10 and `half` is L50, in the same unit, 0 < L10 < L50.

    A property of the Weibull law, with no source of its own.

    >>> round(shape_from_two(28.5, 69.2), 2)
    2.12
    """
    first, second = positive_number("tenth", tenth), positive_number("half", half)
    if first >= second:
        raise InputError(f"half must be above tenth, {first:g}, not {second:g}.")
    return math.log(math.log(2) / -math.log(0.9)) / math.log(second / first)


def fit_shape(lives: Iterable[float]) -> pd.Series:
    """Estimate the shape of a Weibull law from the lives of parts that all failed, with a 95 % interval.

    The estimate is the most likely shape. The interval holds every shape whose likelihood, at its own best scale, is
    at least exp(−1.92) times the largest one. The lives are taken as independent.

    Args:
        lives: Two lives or more, all above 0 and not all alike; in one unit.

    Returns:
        Series(low, shape, high, scale); the scale is in the unit of the lives.

    Raises:
        InputError: A life is not above 0, or all are alike.

    Source: maximum likelihood, with no source of its own.

    >>> fit_shape([17, 29, 33, 42, 46, 52, 68, 84, 105, 128]).round(2).tolist()
    [1.11, 1.91, 2.94, 68.45]
    """
    from scipy.optimize import brentq

    times = np.sort(numbers("lives", lives, minimum=0))
    if times.size < 2 or times[0] <= 0 or times[0] == times[-1]:
        raise InputError("lives must be two or more numbers above 0 that are not all alike.")
    logs = np.log(times / times[-1])

    def profile(shape: float) -> float:
        powers = np.exp(shape * logs)
        return float(times.size * (math.log(shape) - math.log(powers.mean()) - 1) + (shape - 1) * logs.sum())

    def slope(shape: float) -> float:
        powers = np.exp(shape * logs)
        return float(times.size * (1 / shape - (powers * logs).sum() / powers.sum()) + logs.sum())

    best = brentq(slope, LOWEST, HIGHEST, xtol=1e-12)
    bar = profile(best) - HALF_OF_CHI_SQUARED
    low, high = (brentq(lambda shape: profile(shape) - bar, *ends) for ends in ((1e-3, best), (best, 4 * HIGHEST)))
    scale = times[-1] * float(np.exp(best * logs).mean()) ** (1 / best)
    return pd.Series({"low": low, "shape": best, "high": high, "scale": scale}, name="fitted")


def shapes_by_chance(bearings: Iterable[float], shape: float, seed: int) -> npt.NDArray[np.float64]:
    """Estimate the shape of one simulated test for each group size, all from one law, to see what chance alone spreads.

    `bearings` has the number of parts in each test (4 or more), `shape` the true shape (above 0). The estimate is the
    most likely shape, where all parts have failed.

    Our own construction.

    >>> shapes_by_chance([20, 30], shape=1.5, seed=1).round(1).tolist()
    [1.4, 1.6]
    """
    true, rng = positive_number("shape", shape), np.random.default_rng(seed)
    groups = [rng.weibull(true, whole_number("bearings", int(count), minimum=4)) for count in bearings]
    return np.array([fit_shape(lives)["shape"] for lives in groups])


def early_failures(units: int, failed: int, mean_age: float, end: float, shape: float = 1.0) -> pd.Series:
    """Compare the mean age of the units that failed before an end with what a law of lives would give.

        w = −ln(1 − k/n),  η = E / w^(1/β),  E[a^r] = η^r Γ(1 + r/β, 0…w) / (k/n),  z = (a − E[a]) / standard error

    The scale η is set so that the law expects as many failures before the end as there were.

    Args:
        units: n, units followed from new, above `failed`.
        failed: k, of which failed before the end, 1 or more.
        mean_age: a, mean age of these (hours, above 0, below `end`).
        end: E, the age at which watching ends (hours).
        shape: β of the Weibull law, above 0; 1 is a constant risk.

    Returns:
        Series(expected, error, z): the expected mean age and its standard error in hours, and z.

    Raises:
        InputError: A number is out of range.

    Source: the truncated Weibull law, with no source of its own.

    >>> early_failures(50, 21, 861, 2000).round(1).tolist()
    [909.7, 125.1, -0.4]
    """
    count = whole_number("failed", failed, minimum=1)
    share = count / whole_number("units", units, minimum=count + 1)
    stop, bend = positive_number("end", end), positive_number("shape", shape)
    age, worn = number("mean_age", mean_age, 0, stop), -math.log(1 - share)
    scale = stop / worn ** (1 / bend)
    first, second = (scale**r * gamma(1 + r / bend) * gammainc(1 + r / bend, worn) / share for r in (1, 2))
    error = math.sqrt((second - first**2) / count)
    return pd.Series({"expected": first, "error": error, "z": (age - first) / error}, name="engines")
