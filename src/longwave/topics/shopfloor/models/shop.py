"""The shop of lesson 04: what makes a job wait, and a simulated week."""

from functools import cache

import numpy as np
import pandas as pd

from longwave.topics.shopfloor.models.queueing import kingman, machine_with_breakdowns
from longwave.topics.shopfloor.models.workshop import state_by_hour, workshop_log

JOB = 1.0
START = {"repair": 20, "availability": 0.8, "load": 0.85, "gaps": 1.0}
LOADS = np.linspace(0.5, 0.95, 46)
WEEK = 168


def wait_parts(repair: float, availability: float, load: float, gaps: float) -> pd.Series:
    """Return the wait and its three factors: Series(load, variability, crowding, time, wait), in hours.

    >>> wait_parts(2, 0.8, 0.85, 1.0).round(2).tolist()
    [0.85, 0.82, 5.67, 1.25, 5.81]
    """
    time, varied = machine_with_breakdowns(JOB, availability, repair)
    wait = kingman(load, time, gaps, varied)
    parts = {"load": load, "variability": (gaps + varied) / 2, "crowding": load / (1 - load), "time": time}
    return pd.Series({**parts, "wait": wait})


def wait_curve(repair: float, availability: float, gaps: float) -> list[float]:
    """Return the wait in hours at each load of `LOADS`, by the formula of Kingman.

    >>> [round(wait, 1) for wait in wait_curve(2, 0.8, 1.0)[::15]]
    [1.0, 1.9, 4.1, 19.5]
    """
    time, varied = machine_with_breakdowns(JOB, availability, repair)
    return [kingman(load, time, gaps, varied) for load in LOADS]


@cache
def week(seed: int, repair: float) -> pd.DataFrame:
    """Return a simulated week of the workshop, hour by hour; see `state_by_hour`.

    >>> len(week(8, 2))
    169
    """
    return state_by_hour(workshop_log(WEEK, START["load"], START["availability"], repair, seed), WEEK)
