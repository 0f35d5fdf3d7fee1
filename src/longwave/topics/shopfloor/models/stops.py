"""A machine that stops: how long work waits before it, what replacing by age makes of its stops, and where that turns.

Each kind of stop is a pair: its mean length in hours, and the hours at work between two such stops. Lengths are
exponential, and stops come at random while the machine works.
"""

import math
from collections.abc import Callable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import gammainc

from longwave.checks import InputError, number, positive_number
from longwave.topics.shopfloor.models.maintenance import mean_life
from longwave.topics.shopfloor.models.queueing import kingman

Stops = Mapping[float, float]

NOBODY_LEFT = 30.0  # −ln R: past it one part in ten billion reaches the age


def wait_with_stops(orders: float, stops: Stops, job: float = 1.0) -> pd.Series:
    """Compute how long a job waits before a machine that stops while it works, and the three factors of that wait.

        T = t (1 + Σ m/F),  u = λ T,  c² = 2 t Σ m²/F / T²,  wait = (1 + c²)/2 · u/(1 − u) · T = V · U · T

    A job of t hours at work meets t/F stops of mean length m on average; as their lengths are exponential, each kind
    adds m²/F twice to the variance of the time that a job holds the machine.

    Args:
        orders: λ, orders an hour that come at random, at least 0.
        stops: From the mean length of a stop, m > 0, to the hours at work between two such stops, F > 0.
        job: t, hours at work that a job takes, above 0.

    Returns:
        Series(uptime, V, U, T, wait): uptime is t/T, a share; T and wait are in hours.

    Raises:
        InputError: A number is out of range, or the machine cannot keep up with the orders.

    Source: exact for this machine (Pollaczek and Khinchine), derived in lesson 04.

    >>> wait_with_stops(0.68, {20: 80}).round(2).tolist()
    [0.8, 3.7, 5.67, 1.25, 26.21]
    """
    work, rate = positive_number("job", job), number("orders", orders, minimum=0)
    pairs = [(positive_number("a stop", m), positive_number("hours between stops", f)) for m, f in stops.items()]
    held = work * (1 + sum(length / between for length, between in pairs))
    varied = 2 * work * sum(length**2 / between for length, between in pairs) / held**2
    load = rate * held
    if load >= 1:
        raise InputError(f"The machine takes {1 / held:.3g} jobs an hour and cannot keep up with {rate:g}.")
    wait = kingman(load, held, 1, varied)
    return pd.Series(
        {"uptime": work / held, "V": (1 + varied) / 2, "U": load / (1 - load), "T": held, "wait": wait}, name="machine"
    )


def stops_by_age(orders: float, life: float, shape: float, planned: float, failed: float) -> dict[float, float]:
    """Return the stops of a part that is replaced at the age that leaves the shortest wait: {length: hours between}.

    The best age is sought among those that 99.99 to 0 per cent of the parts reach. It lies below the age that loses
    fewest hours, since the wait counts the length of a stop by its square. A part that does not wear out is left until
    it fails. The stops of a part that wears are more regular than random ones, so a wait computed from them is too
    long: by some 7 % in lesson 04, and by up to a third for a part that is left until it fails (see `simulated_wait`).

    Args:
        orders: λ, orders of one hour each in an hour, above 0.
        life: Mean life of the part (hours at work, above 0).
        shape: β of its Weibull law, above 0.
        planned: Mean length of a planned stop (hours, above 0).
        failed: Mean length of a failure (hours, above 0).

    Returns:
        From the length of a stop to the hours at work between two such stops, as `wait_with_stops` takes them.

    Source: the renewal cycle of Barlow and Hunter (1960), with the wait in the place of their cost.

    >>> {length: round(hours) for length, hours in stops_by_age(0.68, 80, 2.1, planned=2, failed=20).items()}
    {2: 17, 20: 577}
    """
    return stops_at_age(age_for_wait(orders, life, shape, planned, failed), life, shape, planned, failed)


def stops_at_age(age: float, life: float, shape: float, planned: float, failed: float) -> dict[float, float]:
    """Return the stops of a part that is replaced at a given age (hours at work, above 0; infinity: never).

    The other parameters and the result are as in `stops_by_age`.

    Source: the renewal cycle of Barlow and Hunter (1960).

    >>> {length: round(hours) for length, hours in stops_at_age(30, 80, 2.1, planned=2, failed=20).items()}
    {2: 32, 20: 309}
    """
    worn = (positive_number("age", age) * mean_life(shape, 1) / life) ** shape if age < math.inf else math.inf
    if worn > NOBODY_LEFT:
        return {failed: float(life)}
    cycle = life * float(gammainc(1 / shape, worn))
    return {planned: cycle / math.exp(-worn), failed: cycle / -math.expm1(-worn)}


def age_for_wait(orders: float, life: float, shape: float, planned: float, failed: float) -> float:
    """Return the age (hours at work) of `stops_by_age`, with the same parameters; infinity if no age helps.

    Source: as for `stops_by_age`.

    >>> round(age_for_wait(0.68, 80, 2.1, planned=2, failed=20), 1)
    16.8
    """
    worn = _worn_at_best(orders, positive_number("life", life), shape, planned, failed)
    if worn > NOBODY_LEFT:
        return math.inf
    return float(life / mean_life(shape, 1) * worn ** (1 / shape))


def _worn_at_best(orders: float, life: float, shape: float, planned: float, failed: float) -> float:
    """Return −ln R at the age with the shortest wait; infinity if the part is better left until it fails."""
    from scipy.optimize import minimize_scalar

    rate, bend = positive_number("orders", orders), positive_number("shape", shape)
    first, last = positive_number("planned", planned), positive_number("failed", failed)
    if bend <= 1 or last <= first:
        return math.inf

    def wait(log_worn: npt.ArrayLike) -> npt.NDArray[np.float64]:
        worn = np.exp(np.asarray(log_worn, dtype=float))
        left, cycle = np.exp(-worn), life * gammainc(1 / bend, worn)
        held = 1 + (first * left + last * (1 - left)) / cycle
        square = held**2 + 2 * (first**2 * left + last**2 * (1 - left)) / cycle
        free = 1 - rate * held
        return np.asarray(np.where(free > 0, rate * square / 2 / np.maximum(free, 1e-12), math.inf))

    grid = np.linspace(math.log(1e-4), math.log(NOBODY_LEFT), 400)  # a coarse look first: there can be two valleys
    best = int(np.argmin(wait(grid)))
    if best == len(grid) - 1:
        return math.inf
    ends = (float(grid[max(best - 1, 0)]), float(grid[best + 1]))
    return math.exp(float(minimize_scalar(lambda log: float(wait(log)), bounds=ends, method="bounded").x))


def turning_value(function: Callable[[float], float], target: float, low: float, high: float) -> float:
    """Find the value between `low` and `high` at which a function of one number crosses a target.

    Raises:
        InputError: The function is above the target at both ends, or below it at both.

    >>> round(turning_value(lambda x: x * x, target=2, low=0, high=2), 4)
    1.4142
    """
    from scipy.optimize import brentq

    ends = [function(end) - target for end in (low, high)]
    if ends[0] * ends[1] > 0:
        raise InputError(f"There is no turn between {low:g} and {high:g}.")
    return float(brentq(lambda value: function(value) - target, low, high, xtol=1e-9))
