"""How long a machine waits for an answer: from its own terminal, near and alone, or from a far cloud of many servers.

Jobs come at random and last exponentially long (M/M/c), unless a variability below 1 says that they are more regular.
"""

import math
from collections.abc import Callable

from scipy.optimize import brentq

from longwave.checks import number, positive_number, whole_number
from longwave.topics.shopfloor.models.queueing import kingman

LOWEST, HIGHEST, CLOSE = 1e-6, 1 - 1e-9, 1e-7


def erlang_c(servers: int, load: float) -> float:
    """Compute the chance that a job has to wait for one of c equal servers (Erlang's second formula).

        B_0 = 1,   B_k = ρ c · B_(k−1) / (k + ρ c · B_(k−1)),   C = B_c / (1 − ρ · (1 − B_c))

    Args:
        servers: c, at least 1.
        load: ρ, the share of time that each server works, at least 0 and below 1.

    Returns:
        C, a chance from 0 to 1; for one server it is ρ.

    Raises:
        InputError: A number is out of range.

    Source: Erlang (1917), by the usual recursion.

    >>> round(erlang_c(2, 0.5), 6), round(erlang_c(3, 2 / 3), 6), erlang_c(1, 0.25)
    (0.333333, 0.444444, 0.25)
    """
    count, busy = whole_number("servers", servers, minimum=1), number("load", load, 0, HIGHEST)
    blocked = 1.0
    for k in range(1, count + 1):
        blocked = busy * count * blocked / (k + busy * count * blocked)
    return blocked / (1 - busy * (1 - blocked))


def mean_answer(away: float, job: float, servers: int, load: float, variability: float = 1.0) -> float:
    """Compute the mean time until an answer: the way there and back, the wait and the job.

        T = d + V · C / (c (1 − ρ)) · s + s

    Args:
        away: d, the time there and back, ms, at least 0.
        job: s, mean time of a job, ms, above 0.
        servers: c, at least 1.
        load: ρ, at least 0 and below 1.
        variability: V, half the sum of the squared coefficients of variation of gaps and jobs; 1 for random arrivals
            and exponential jobs, 0 for a clockwork.

    Returns:
        T in ms. Exact for V = 1, an approximation else.

    Raises:
        InputError: A number is out of range.

    Source: Kingman (1961) for one server, scaled to c of them as usual (Allen and Cunneen).

    >>> mean_answer(1, 10, servers=1, load=0.5), round(mean_answer(20, 10, servers=10, load=0.5), 2)
    (21.0, 30.07)
    """
    near, mean = number("away", away, minimum=0), positive_number("job", job)
    if number("load", load, 0, HIGHEST) == 0:
        return near + mean
    alone = kingman(load, mean, variability, variability)
    return near + mean + alone * erlang_c(servers, load) / (load * servers)


def late_share(deadline: float, away: float, job: float, servers: int, load: float) -> float:
    """Compute the share of answers that come after a deadline.

        with t = (deadline − d) / s and k = c (1 − ρ):
        P = e^(−t) + C · (e^(−t) − e^(−t k)) / (k − 1),   for one server  e^(−t (1 − ρ))

    Args:
        deadline: when the answer must be there, ms, at least 0.
        away: d, the time there and back, ms.
        job: s, mean time of a job, ms, above 0.
        servers: c, at least 1.
        load: ρ, at least 0 and below 1.

    Returns:
        P from 0 to 1; 1 where the way alone takes longer than the deadline.

    Raises:
        InputError: A number is out of range.

    Source: the waiting time of M/M/c, of which C has to wait, plus the job's own time.

    >>> round(late_share(100, 1, 10, servers=1, load=0.8), 4), round(late_share(100, 20, 10, servers=10, load=0.8), 4)
    (0.1381, 0.0005)
    """
    left = (number("deadline", deadline, minimum=0) - number("away", away, minimum=0)) / positive_number("job", job)
    waits, spare = erlang_c(servers, load), servers * (1 - load)
    if left <= 0:
        return 1.0
    served = math.exp(-left)
    both = left * served if abs(spare - 1) < CLOSE else (served - math.exp(-left * spare)) / (spare - 1)
    return served + waits * both


def slowest_answer(away: float, job: float, servers: int, load: float, late: float = 0.01) -> float:
    """Compute the deadline that all but a share of answers meet, in ms; parameters as in `late_share`.

    `late` is the share that may come later, above 0 and below 1.

    >>> round(slowest_answer(1, 10, servers=1, load=0.5), 1)  # 1 + 20 · ln 100
    93.1
    """
    share = number("late", late, 1e-12, 1 - 1e-12)
    far = away + job * (1 - math.log(share)) / min(1.0, servers * (1 - load)) * 4

    def missed(deadline: float) -> float:
        return late_share(deadline, away, job, servers, load) - share

    return float(brentq(missed, away + 1e-9, far))


def crossing_load(
    gap: float = 19.0, job: float = 10.0, servers: int = 10, variability: float = 1.0, late: float | None = None
) -> float:
    """Compute the load above which the far cloud answers sooner than the near terminal, both equally loaded.

    Args:
        gap: how much farther the cloud is there and back, ms, at least 0.
        job: mean time of a job on either, ms, above 0.
        servers: c, servers of the cloud, at least 2; the terminal has one.
        variability: V as in `mean_answer`; used for means only.
        late: if given, compares the times that all but this share of answers keep, instead of the means.

    Returns:
        The load, from 0 to 1; 1 where the terminal is sooner at any load.

    Raises:
        InputError: A number is out of range.

    Source: our own computation, after the argument of Ali-Eldin, Wang and Shenoy (2021).

    >>> round(crossing_load(), 2), round(crossing_load(late=0.01), 2), crossing_load(variability=0)
    (0.66, 0.29, 1.0)
    """
    far, pool = number("gap", gap, minimum=0), whole_number("servers", servers, minimum=2)

    def behind(load: float) -> float:
        if late is None:
            near = mean_answer(0, job, 1, load, variability)
            return near - mean_answer(far, job, pool, load, variability)
        return slowest_answer(0, job, 1, load, late) - slowest_answer(far, job, pool, load, late)

    return _root(behind)


def _root(behind: Callable[[float], float]) -> float:
    if behind(LOWEST) >= 0:
        return 0.0
    return 1.0 if behind(1 - 1e-6) <= 0 else float(brentq(behind, LOWEST, 1 - 1e-6))
