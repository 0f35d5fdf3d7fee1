"""A part that wears, followed job by job: what the formula of `stops` leaves out, as its stops come at random."""

import math

import numpy as np
import numpy.typing as npt

from longwave.checks import number, positive_number, whole_number
from longwave.topics.shopfloor.models.maintenance import mean_life
from longwave.topics.shopfloor.models.queueing import waiting_times

SPARE = 1.2  # lives drawn for each one expected; more follow if they do not fill the jobs


def simulated_wait(
    orders: float,
    life: float,
    shape: float,
    planned: float,
    failed: float,
    age: float = math.inf,
    heard: float = 0.0,
    false_alarms: float = 0.0,
    jobs: int = 4_000_000,
    seed: int = 1,
) -> float:
    """Simulate the mean wait before a machine whose part has Weibull lives, with new parts after each stop.

    A part that reaches the age is replaced in a planned stop. A failure that the program hears becomes a planned stop
    at the moment of the failure, so no life is wasted. False alarms come at random at work and leave the part in.

    Args:
        orders: λ, orders of one hour each in an hour, above 0, at random.
        life: Mean life of the part (hours at work, above 0), at every shape.
        shape: β of its Weibull law, above 0; at 1 the result is that of `wait_with_stops`, but for chance.
        planned: Mean length of a planned stop (hours, above 0); all lengths are exponential.
        failed: Mean length of a failure (hours, above 0).
        age: Age of replacement (hours at work, above 0); infinity: never.
        heard: Share of failures that the program hears, from 0 to 1.
        false_alarms: False alarms for each true one, at least 0.
        jobs: How many jobs to follow, 1 or more. Where the load is 0.85, four million leave about 2 % to chance.
        seed: Chooses the random numbers.

    Returns:
        The mean wait in hours.

    Raises:
        InputError: A number is out of range.

    Our own construction, by the recursion of Lindley (1952).

    >>> simulated_wait(0.68, 80, 2.1, planned=2, failed=20, jobs=400_000) < 26.2  # the wait at shape 1
    True
    """
    rate, count = positive_number("orders", orders), whole_number("jobs", jobs, minimum=1)
    first, last = positive_number("planned", planned), positive_number("failed", failed)
    share, extra = number("heard", heard, 0, 1), number("false_alarms", false_alarms, minimum=0)
    limit = age if age == math.inf else positive_number("age", age)
    rng = np.random.default_rng([seed, 2])
    lives = _lives(rng, positive_number("life", life), shape, limit, count)
    ends = np.minimum(lives, limit).cumsum()
    lengths = np.where((lives >= limit) | (rng.random(lives.size) < share), first, last)
    within = ends < count
    stopped = (lengths * rng.exponential(1, lives.size))[within]
    held = 1.0 + np.bincount(ends[within].astype(int), stopped, count)  # a job is one hour at work
    held += first * rng.standard_gamma(rng.poisson(share * extra / life, count))
    gaps = np.random.default_rng([seed, 1]).exponential(1 / rate, count)
    return float(waiting_times(gaps, held).mean())


def _lives(rng: np.random.Generator, life: float, shape: float, age: float, hours: int) -> npt.NDArray[np.float64]:
    """Return lives of parts, one after another, that fill the hours at work."""
    scale = life / mean_life(shape, 1)
    lives = np.empty(0)
    while np.minimum(lives, age).sum() <= hours:
        lives = np.concatenate([lives, scale * rng.weibull(shape, int(SPARE * hours / min(life, age)) + 10)])
    return lives
