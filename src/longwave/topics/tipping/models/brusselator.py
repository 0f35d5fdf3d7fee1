"""The Brusselator: a reaction that is fed all the time, and swings. It has no low and high state to jump between."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

STEP = 0.01


def brusselator(
    a: float, b: float, time: float | Sequence[float], start: tuple[float, float] = (1.0, 1.0)
) -> pd.DataFrame:
    """Follow the two amounts of the Brusselator.

        ẋ = a + x² y − (b + 1) x,    ẏ = b x − x² y

    `a` (positive) and `b` (not negative) are what is fed in. `time` is how long it runs, from 0, in steps of 0.01; or a
    list of times in rising order, the first of which is where `start` holds. Returns the columns time, x and y. For
    b > 1 + a² the amounts swing for ever; below, they come to rest at x = a, y = b/a.

    Source: Prigogine and Lefever (1968).

    >>> brusselator(a=1, b=1, time=[0, 5]).round(6).to_dict("list")  # started at rest
    {'time': [0.0, 5.0], 'x': [1.0, 1.0], 'y': [1.0, 1.0]}
    """
    from scipy.integrate import solve_ivp

    fed, second = number("a", a, minimum=0), number("b", b, minimum=0)
    if fed == 0:
        raise InputError("a must be positive.")
    times = _times(time)
    flow = solve_ivp(
        lambda _time, amount: _speed(amount[0], amount[1], fed, second),
        (times[0], times[-1]),
        numbers("start", list(start), minimum=0),
        method="LSODA",
        t_eval=times,
        rtol=1e-9,
        atol=1e-10,
    )
    return pd.DataFrame({"time": times, "x": flow.y[0], "y": flow.y[1]})


def _speed(x: float, y: float, a: float, b: float) -> list[float]:
    return [a + x**2 * y - (b + 1) * x, b * x - x**2 * y]


def _times(time: float | Sequence[float]) -> npt.NDArray[np.float64]:
    """Return the times at which the amounts are wanted."""
    if np.ndim(time) == 0:
        length = number("time", time, minimum=STEP)
        return np.linspace(0, length, round(length / STEP) + 1)
    times = numbers("time", time)
    if times.size < 2 or (np.diff(times) <= 0).any():
        raise InputError("time must be two or more times in rising order.")
    return times
