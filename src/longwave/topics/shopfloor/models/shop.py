"""The machine of lesson 04 as its panels need it: curves of the wait, and a simulated week."""

from functools import cache

import numpy as np
import pandas as pd

from longwave.topics.shopfloor.models.stops import wait_with_stops
from longwave.topics.shopfloor.models.workshop import state_by_hour, workshop_log

NOW = {"repair": 20, "between": 80}  # hours of a repair, and hours at work between failures
ORDERS = 0.68
FEWEST_ORDERS, HIGHEST_WAIT, POINTS = 0.2, 40.0, 41
WEEK, LOAD, UPTIME = 168, 0.85, 0.8


def wait_parts(repair: float, between: float, orders: float) -> pd.Series:
    """Return the wait, its three factors, the uptime and the orders: Series(orders, uptime, V, U, T, wait).

    >>> wait_parts(20, 80, 0.68).round(2).tolist()
    [0.68, 0.8, 3.7, 5.67, 1.25, 26.21]
    """
    parts: pd.Series = pd.concat([pd.Series({"orders": orders}), wait_with_stops(orders, {repair: between})])
    return parts


def wait_curve(repair: float, between: float) -> pd.DataFrame:
    """Return the wait against the orders, from few up to where it leaves the drawing: DataFrame(orders, wait).

    The last point is where V · U · T reaches the highest wait drawn: u = w / (w + V·T).

    >>> wait_curve(20, 80).iloc[-1].round(2).tolist()
    [0.72, 40.0]
    """
    parts = wait_parts(repair, between, FEWEST_ORDERS)
    load = HIGHEST_WAIT / (HIGHEST_WAIT + parts["V"] * parts["T"])
    # Denser towards the end, where the curve turns upwards.
    steps = 1 - (1 - np.linspace(0, 1, POINTS)) ** 3
    orders = FEWEST_ORDERS + (load * parts["uptime"] - FEWEST_ORDERS) * steps
    waits = [wait_with_stops(float(rate), {repair: between})["wait"] for rate in orders]
    return pd.DataFrame({"orders": orders, "wait": waits})


@cache
def week(seed: int, repair: float) -> pd.DataFrame:
    """Return a simulated week of the workshop, hour by hour; see `state_by_hour`.

    >>> len(week(8, 2))
    169
    """
    return state_by_hour(workshop_log(WEEK, LOAD, UPTIME, repair, seed), WEEK)
