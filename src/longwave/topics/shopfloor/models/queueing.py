"""Queues on the shop floor: how long work waits before one machine, by formula and job by job."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, numbers


def kingman(utilisation: float, service_time: float, ca2: float, cs2: float) -> float:
    """Compute the mean wait in the queue of one machine: (c_a² + c_s²)/2 · u/(1 − u) · t, or V · U · T.

    `utilisation` (u, at least 0 and below 1) is the share of time at work, `service_time` (t ≥ 0) the mean time of a
    job, `ca2` and `cs2` (≥ 0) the squared coefficients of variation of the times between arrivals and of the jobs. The
    result is in the unit of `service_time`. It is exact for arrivals that come at random (c_a² = 1), and an
    approximation else.

    Source: Kingman (1961).

    >>> round(kingman(0.9, 1, ca2=1, cs2=1), 9), round(kingman(0.9, 1, ca2=1, cs2=0), 9)
    (9.0, 4.5)
    """
    load, mean = _load("utilisation", utilisation), number("service_time", service_time, minimum=0)
    variability = (number("ca2", ca2, minimum=0) + number("cs2", cs2, minimum=0)) / 2
    return variability * load / (1 - load) * mean


def waiting_times(interarrivals: Iterable[float], services: Iterable[float]) -> npt.NDArray[np.float64]:
    """Compute each job's wait before one machine that works in order of arrival: W(n+1) = max(0, W(n) + S(n) − A(n+1)).

    `interarrivals` (≥ 0) has the time before each arrival, the first one counted from an empty start; `services` (≥ 0)
    has the time of each job; both are as long. The recursion is unrolled: W is the running sum of S − A less its
    running minimum.

    Source: Lindley (1952).

    >>> waiting_times([1, 1, 1, 5], [2, 2, 2, 2]).tolist()
    [0.0, 1.0, 2.0, 0.0]
    """
    gaps, work = numbers("interarrivals", interarrivals, minimum=0), numbers("services", services, minimum=0)
    if gaps.size != work.size:
        raise InputError(f"interarrivals and services must be as long: {gaps.size} and {work.size} were given.")
    walk = np.concatenate([[0.0], np.cumsum(work[:-1] - gaps[1:])])
    return walk - np.minimum.accumulate(walk)


def _load(name: str, value: float) -> float:
    result = number(name, value, 0, 1)
    if result == 1:
        raise InputError(f"{name} must be below 1, not {value!r}: the queue has no end.")
    return result
