"""A workshop of one machine, event by event: jobs arrive, wait, are worked on, and the machine breaks and is mended.

The simulation runs in SimPy. It is the same process as in `stops.wait_with_stops`: the machine fails while
it works, after an exponential time at work, and goes on with the job when it is mended.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number

if TYPE_CHECKING:
    import simpy
    from simpy.events import ProcessGenerator

Machine = Literal["idle", "works", "broken"]
EVENTS = ("arrives", "starts", "breaks", "mended", "leaves")


class _Times(NamedTuple):
    """Mean times in hours: between arrivals, of work on a job, at work between breakdowns, and of a repair."""

    gap: float
    work: float
    up: float
    repair: float


@dataclass
class _Shop:
    """The workshop as it is now, and its log so far."""

    env: "simpy.Environment"
    waiting: int = 0
    machine: Machine = "idle"
    rows: list[tuple[float, str, int, int, Machine]] = field(default_factory=list)

    def note(self, event: str, job: int, step: int, machine: Machine | None = None) -> None:
        """Add an event to the log; `step` is how many more jobs wait after it."""
        self.waiting += step
        self.machine = machine or self.machine
        self.rows.append((self.env.now, event, job, self.waiting, self.machine))


def workshop_log(
    hours: float, utilisation: float, availability: float, mean_repair: float, seed: int, base_time: float = 1.0
) -> pd.DataFrame:
    """Simulate a workshop and return its log: one row an event, with time, event, job, waiting and machine.

    Jobs arrive at random (exponential gaps), each takes `base_time` (> 0) hours of work, repairs are exponential with
    mean `mean_repair` (> 0). `utilisation` (from 0 to below 1) is the share of time that the machine is at work or
    in repair, `availability` (above 0, below 1) the share of that time at work. `waiting` counts the jobs in the queue
    after the event; `machine` is "idle", "works" or "broken". Arrivals have a random stream of their own: two workshops
    with one seed and one load get the same jobs at the same times.

    Our own construction, invented: no workshop was measured.

    >>> log = workshop_log(40, 0.5, 0.8, mean_repair=2, seed=1)
    >>> log["event"].iloc[0], set(log["machine"]) <= {"idle", "works", "broken"}
    ('arrives', True)
    """
    import simpy

    end, load = number("hours", hours, minimum=0), number("utilisation", utilisation, 0, 0.999)
    up, base = number("availability", availability, 0.001, 0.999), number("base_time", base_time, minimum=0.001)
    repair = number("mean_repair", mean_repair, minimum=0.001)
    if load == 0:
        raise InputError("utilisation must be above 0: without jobs there is no log.")
    arrivals, breakdowns = np.random.default_rng([seed, 1]), np.random.default_rng([seed, 2])
    shop = _Shop(simpy.Environment())
    times = _Times(gap=base / up / load, work=base, up=repair * up / (1 - up), repair=repair)
    shop.env.process(_source(shop, simpy.Resource(shop.env), times, arrivals, breakdowns))
    shop.env.run(until=end)
    return pd.DataFrame(shop.rows, columns=["time", "event", "job", "waiting", "machine"])


def _source(
    shop: _Shop,
    machine: "simpy.Resource",
    times: _Times,
    arrivals: np.random.Generator,
    breakdowns: np.random.Generator,
) -> "ProcessGenerator":
    job = 0
    while True:
        yield shop.env.timeout(arrivals.exponential(times.gap))
        job += 1
        shop.env.process(_job(shop, machine, times, job, breakdowns))


def _job(
    shop: _Shop, machine: "simpy.Resource", times: _Times, job: int, breakdowns: np.random.Generator
) -> "ProcessGenerator":
    shop.note("arrives", job, 1)
    with machine.request() as turn:
        yield turn
        shop.note("starts", job, -1, "works")
        left = times.work
        while (until_break := breakdowns.exponential(times.up)) < left:
            yield shop.env.timeout(until_break)
            left -= until_break
            shop.note("breaks", job, 0, "broken")
            yield shop.env.timeout(breakdowns.exponential(times.repair))
            shop.note("mended", job, 0, "works")
        # A time at work has no memory, so the next job may draw a new one.
        yield shop.env.timeout(left)
        shop.note("leaves", job, 0, "idle")


def read_log(log: pd.DataFrame) -> pd.Series:
    """Measure a log: what a sensor on the machine and a stamp on each job tell you. Only finished jobs count.

    The result has jobs, mean_wait, mean_job (from start to leaving, hours), gap_cv2 and job_cv2 (squared coefficients
    of variation), repairs, and mean_repair (0 if nothing broke).

    Our own construction.

    >>> read_log(workshop_log(200, 0.5, 0.8, mean_repair=2, seed=1))["repairs"].item() > 5
    True
    """
    times = log[log["event"].isin(["arrives", "starts", "leaves"])].pivot(index="job", columns="event", values="time")
    done = times.reindex(columns=["arrives", "starts", "leaves"]).dropna()
    if len(done) < 3:
        raise InputError("log must hold at least three finished jobs.")
    gaps, jobs = done["arrives"].diff().dropna(), done["leaves"] - done["starts"]
    mends = _repairs(log)
    return pd.Series(
        {
            "jobs": len(done),
            "mean_wait": (done["starts"] - done["arrives"]).mean(),
            "mean_job": jobs.mean(),
            "gap_cv2": gaps.var() / gaps.mean() ** 2,
            "job_cv2": jobs.var() / jobs.mean() ** 2,
            "utilisation": jobs.mean() / gaps.mean(),
            "repairs": len(mends),
            "mean_repair": mends.mean() if len(mends) else 0.0,
        },
        name="measured",
    )


def _repairs(log: pd.DataFrame) -> npt.NDArray[np.float64]:
    breaks, mended = (log.loc[log["event"] == event, "time"].to_numpy() for event in ("breaks", "mended"))
    repairs: npt.NDArray[np.float64] = mended - breaks[: mended.size]
    return repairs


def state_by_hour(log: pd.DataFrame, hours: int) -> pd.DataFrame:
    """Return what a visitor sees at each full hour, from 0 on: DataFrame(waiting, machine) indexed by hour.

    >>> state_by_hour(workshop_log(10, 0.5, 0.8, mean_repair=2, seed=1), 10).loc[0, "machine"]
    'idle'
    """
    index = pd.RangeIndex(hours + 1, name="hour")
    last = np.searchsorted(log["time"].to_numpy(), index.to_numpy(), side="right") - 1
    waiting = np.where(last < 0, 0, log["waiting"].to_numpy()[last])
    machine = np.where(last < 0, "idle", log["machine"].to_numpy(dtype=object)[last])
    return pd.DataFrame({"waiting": waiting, "machine": machine}, index=index)
