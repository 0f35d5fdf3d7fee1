"""Queues on the shop floor: how long work waits, and why. With breakdowns, overall effectiveness, and lines.

Work arrives at a machine, waits, and is worked on. How long it waits depends on three things: how irregular arrivals
and work are, how full the machine is, and how long one job takes.
"""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number


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


def machine_with_breakdowns(
    base_time: float, availability: float, mean_repair: float, base_cv2: float = 0.0, repair_cv2: float = 1.0
) -> pd.Series:
    """Compute what breakdowns do to a job: its mean time t_e and its squared coefficient of variation c_e².

        t_e  = t_0 / A
        c_e² = c_0² + (1 + c_r²) · A · (1 − A) · m_r / t_0

    `base_time` (t_0 > 0) and `base_cv2` (c_0² ≥ 0) belong to a job without breakdowns, `availability` is A (above 0, at
    most 1), `mean_repair` (m_r ≥ 0) and `repair_cv2` (c_r² ≥ 0) belong to a repair. The machine fails while it works,
    after a time at work that is exponential. The result has effective_time and effective_cv2.

    Source: Hopp and Spearman (2008).

    >>> machine_with_breakdowns(1, 0.8, mean_repair=2).round(6).tolist()  # 1 / .8 and 2 · .8 · .2 · 2 / 1
    [1.25, 0.64]
    """
    base, up = _above_nothing("base_time", base_time), _above_nothing("availability", availability, 1)
    repair, spread = number("mean_repair", mean_repair, minimum=0), number("repair_cv2", repair_cv2, minimum=0)
    varied = number("base_cv2", base_cv2, minimum=0) + (1 + spread) * up * (1 - up) * repair / base
    return pd.Series({"effective_time": base / up, "effective_cv2": varied}, name="machine")


def regular_arrivals_wait(utilisation: float, service_time: float) -> float:
    """Compute the exact mean wait if jobs arrive like clockwork and last exponentially long (D/M/1).

        wait = t · σ / (1 − σ),  where σ = exp(−(1 − σ)/u),  0 ≤ σ < 1

    `utilisation` is u (at least 0 and below 1), `service_time` is t ≥ 0.

    A textbook result for the queue D/M/1, with no source of its own.

    >>> round(regular_arrivals_wait(0.5, 1), 3)  # Kingman's formula says 0.5
    0.255
    """
    from scipy.optimize import brentq

    load, mean = _load("utilisation", utilisation), number("service_time", service_time, minimum=0)
    # In d = 1 − σ, because near a full machine σ is too near to 1; below 1/40 even exp(−1/u) is nothing.
    if load < 0.025:
        return 0.0
    idle = brentq(lambda d: -math.expm1(-d / load) - d, 0.5 * (1 - load), 1.0, xtol=1e-15)
    return mean * (1 - idle) / idle


def erlang_b(servers: int, load: float) -> float:
    """Compute the share of jobs turned away if there is no room to wait: B(0) = 1, B(k) = a·B(k−1)/(k + a·B(k−1)).

    `servers` (c ≥ 0) machines share an offered load of `load` (a ≥ 0: arrivals times the mean job).

    Source: Erlang (1917).

    >>> erlang_b(1, 1)
    0.5
    """
    count, offered = whole_number("servers", servers, minimum=0), number("load", load, minimum=0)
    blocked = 1.0
    for server in range(1, count + 1):
        blocked = offered * blocked / (server + offered * blocked)
    return blocked


def erlang_c(servers: int, load: float) -> float:
    """Compute the share of jobs that must wait for one of c machines: C = B / (1 − (a/c)(1 − B)).

    `servers` (c ≥ 1), `load` (a, at least 0 and below c).

    Source: Erlang (1917).

    >>> round(erlang_c(2, 1), 9) == round(1 / 3, 9)
    True
    """
    count, offered = whole_number("servers", servers, minimum=1), number("load", load, minimum=0)
    if offered >= count:
        raise InputError(f"load must be below the number of servers, {count}, not {load!r}: the queue has no end.")
    blocked = erlang_b(count, offered)
    return blocked / (1 - offered / count * (1 - blocked))


def pooled_wait(servers: int, arrival_rate: float, service_time: float) -> float:
    """Compute the mean wait before c like machines with one queue (M/M/c): C(c, λt) · t / (c − λt).

    `arrival_rate` (λ ≥ 0, jobs per unit of time), `service_time` (t ≥ 0), and λt below `servers`.

    Source: Erlang (1917).

    >>> round(pooled_wait(3, 0.2, 10), 4)
    4.4444
    """
    mean = number("service_time", service_time, minimum=0)
    load = number("arrival_rate", arrival_rate, minimum=0) * mean
    return erlang_c(servers, load) * mean / (servers - load)


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


def oee(availability: float, performance: float, quality: float) -> float:
    """Compute the overall equipment effectiveness A · P · Q, the share of planned time that makes good pieces in time.

    Each is a share from 0 to 1.

    Source: Nakajima (1988).

    >>> round(oee(0.9, 0.95, 0.99), 5)
    0.84645
    """
    shares = {"availability": availability, "performance": performance, "quality": quality}
    return math.prod(number(name, share, 0, 1) for name, share in shares.items())


def line_throughput(work_in_process: float, bottleneck_rate: float, raw_time: float) -> pd.Series:
    """Compute what a line with w jobs in it makes per unit of time, at best, in the practical worst case, and at worst.

        W_0 = r_b · T_0;  best = min(w / T_0, r_b);  practical worst = w · r_b / (W_0 + w − 1);  worst = 1 / T_0

    `work_in_process` (w ≥ 1), `bottleneck_rate` (r_b > 0, jobs per unit of time), `raw_time` (T_0 > 0); r_b · T_0 is at
    least 1.

    Source: Hopp and Spearman (2008).

    >>> line_throughput(8, bottleneck_rate=0.4, raw_time=20).round(4).tolist()
    [0.4, 0.2133, 0.05]
    """
    held, rate = (
        number("work_in_process", work_in_process, minimum=1),
        _above_nothing("bottleneck_rate", bottleneck_rate),
    )
    raw = _above_nothing("raw_time", raw_time)
    critical = rate * raw
    if critical < 1:
        raise InputError(f"bottleneck_rate times raw_time must be at least 1, not {critical:g}.")
    practical = held * rate / (critical + held - 1)
    return pd.Series({"best": min(held / raw, rate), "practical_worst": practical, "worst": 1 / raw}, name="throughput")


def _load(name: str, value: float) -> float:
    result = number(name, value, 0, 1)
    if result == 1:
        raise InputError(f"{name} must be below 1, not {value!r}: the queue has no end.")
    return result


def _above_nothing(name: str, value: float, maximum: float | None = None) -> float:
    result = number(name, value, 0, maximum)
    if result == 0:
        raise InputError(f"{name} must be above 0, not {value!r}.")
    return result
