"""A machine that stops: how long work waits before it, what replacing by age makes of its stops, and where that turns.

Each kind of stop is a pair: its mean length in hours, and the hours at work between two such stops. Lengths are
exponential, and stops come at random while the machine works.
"""

import math
from collections.abc import Callable, Mapping

import pandas as pd

from longwave.checks import InputError, number, positive_number
from longwave.topics.shopfloor.models.maintenance import age_replacement, mean_life
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


def stops_by_age(life: float, shape: float, planned: float, failed: float) -> dict[float, float]:
    """Return the stops of a part that is replaced at the age that loses fewest hours: {length: hours at work between}.

    `life` is the part's mean life (hours at work, above 0), `shape` the shape of its Weibull law (above 0), `planned`
    and `failed` the mean lengths of a planned stop and of a failure (hours, above 0). A part that does not wear out is
    left until it fails. Stops at an age are more regular than random ones, so a wait computed from them is a little
    too long.

    Source: Barlow and Hunter (1960).

    >>> {length: round(hours) for length, hours in stops_by_age(80, 2.1, planned=2, failed=20).items()}
    {2: 33, 20: 303}
    """
    from scipy.special import gammainc

    scale = positive_number("life", life) / mean_life(shape, 1)
    age = float(age_replacement(shape, scale, planned, failed)["age"])
    worn = (age / scale) ** shape
    if worn > NOBODY_LEFT:
        return {failed: float(life)}
    cycle = life * float(gammainc(1 / shape, worn))
    return {planned: cycle / math.exp(-worn), failed: cycle / -math.expm1(-worn)}


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
