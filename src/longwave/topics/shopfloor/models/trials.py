"""Trials of a machine: what a foreman sees in some weeks, and how often they mislead."""

import numpy as np
import numpy.typing as npt

from longwave.checks import number, positive_number, whole_number
from longwave.topics.shopfloor.models.stops import Stops

WEEK = 168


def trial_waits(
    orders: float, stops: Stops, weeks: int, trials: int, seed: int, weeks_before: int = 0
) -> npt.NDArray[np.float64]:
    """Simulate trials of a machine that stops, and return the mean wait of each, in hours.

    Every machine begins on an empty floor; the trial begins after `weeks_before` and lasts `weeks`, each of 168 hours.
    All jobs that come within the trial count, also those that still wait at its end. Orders have a random stream of
    their own, so two machines with one seed get the same jobs at the same times.

    Args:
        orders: Orders an hour that come at random, above 0; a job is one hour at work.
        stops: From the mean length of a stop to the hours at work between two such stops, as in `wait_with_stops`.
        weeks: Length of a trial, 1 or more.
        trials: How many, 1 or more.
        seed: Chooses the random numbers.
        weeks_before: Weeks that the machine has run before the trial, 0 or more.

    Our own construction, by the recursion of Lindley (1952).

    >>> trial_waits(0.68, {20: 80}, weeks=1, trials=3, seed=1).shape
    (3,)
    """
    rate, many = positive_number("orders", orders), whole_number("trials", trials, minimum=1)
    start = WEEK * whole_number("weeks_before", weeks_before, minimum=0)
    end = start + WEEK * whole_number("weeks", weeks, minimum=1)
    expected = rate * end
    jobs = int(expected + 6 * expected**0.5) + 5  # six standard deviations: no trial runs out of jobs
    gaps = np.random.default_rng([seed, 1]).exponential(1 / rate, (many, jobs))
    arrived = gaps.cumsum(axis=1)
    inside = (arrived > start) & (arrived <= end)
    held = _held(np.random.default_rng([seed, 2]), stops, (many, jobs))
    walk = np.cumsum(held[:, :-1] - gaps[:, 1:], axis=1)
    walk = np.concatenate([np.zeros((many, 1)), walk], axis=1)
    waits = walk - np.minimum.accumulate(walk, axis=1)
    return np.asarray((waits * inside).sum(axis=1) / np.maximum(inside.sum(axis=1), 1))


def _held(rng: np.random.Generator, stops: Stops, shape: tuple[int, int]) -> npt.NDArray[np.float64]:
    """Return how long each job holds the machine: an hour at work, and the stops that fall into it."""
    held = np.ones(shape)
    for length, between in stops.items():
        count = rng.poisson(1 / number("hours between stops", between, minimum=0.001), shape)
        held += length * rng.standard_gamma(count)
    return held


def misleading_share(
    worse: Stops, better: Stops, orders: float, weeks: int, trials: int, seed: int, weeks_before: int = 0
) -> float:
    """Compute the share of trials in which the worse machine has the shorter mean wait; equal waits do not count.

    `worse` and `better` are stops as in `wait_with_stops`; the other parameters are as in `trial_waits`.

    Our own construction.

    >>> 0 < misleading_share({20: 80}, {2: 8}, 0.68, weeks=4, trials=100, seed=1) < 0.5
    True
    """
    waits = [trial_waits(orders, stops, weeks, trials, seed, weeks_before) for stops in (worse, better)]
    return float((waits[0] < waits[1]).mean())
