"""An industry with a low and a high state: the cusp, its folds, and a push that carries it from one to the other.

    ẋ = a x + b − x³

x is the state (below 0 low, above 0 high), a how strongly firms draw one another along, b the push from outside.
"""

from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, whole_number

State = TypeVar("State", float, npt.NDArray[np.float64])  # one state, or many


def cusp_folds(a: float) -> tuple[float, float]:
    """Compute the two pushes between which a low and a high state both exist.

        27 b² = 4 a³,  so b = ±2 (a / 3)^(3/2)

    `a` is positive: at 0 or below there is one state only. The low state ends at the upper fold, the high one at the
    lower. Sources: Cobb (1981) for the cusp with data; the formula follows from ẋ = 0 and a = 3x².

    >>> cusp_folds(3)  # at x = −1: 3 · (−1) + 2 − (−1)³ = 0, and 3 = 3 · (−1)²
    (-2.0, 2.0)
    """
    upper = 2 * (_coupling(a) / 3) ** 1.5
    return -upper, upper


def equilibria(a: float, b: float) -> pd.DataFrame:
    """Find where the state does not move: the real roots of a x + b − x³, from low to high.

    Returns the columns state and stable, indexed 1 … n with n from 1 to 3. One of several states is stable if a < 3x²
    there; a single one always is. At a fold the double root is given once, and is not stable. `a` and `b` are any
    finite numbers.

    Source: Cobb (1981), for the cusp.

    >>> equilibria(1, 0).to_dict("list")
    {'state': [-1.0, 0.0, 1.0], 'stable': [True, False, True]}
    """
    linear, push = number("a", a), number("b", b)
    size = max(abs(linear) ** 0.5, abs(push) ** (1 / 3), 1e-12)  # so that the test for a double root has no unit
    roots = np.roots([-1.0, 0.0, linear / size**2, push / size**3])
    real = np.sort(roots.real[np.abs(roots.imag) < 1e-7])
    apart = np.concatenate([[True], np.diff(real) > 1e-6])
    states = real[apart] * size
    stable = (3 * (states / size) ** 2 > linear / size**2 + 1e-6) | (states.size == 1)
    return pd.DataFrame({"state": states + 0.0, "stable": stable}, index=range(1, len(states) + 1))


def potential(state: State, a: float, b: float) -> State:
    """Compute the height V = x⁴/4 − a x²/2 − b x of the ground on which the state rolls down: ẋ = −V'(x).

    Source: Cobb (1981), for the cusp.

    >>> float(potential(np.array([-1.0]), a=1, b=0)[0])
    -0.25
    """
    return state**4 / 4 - number("a", a) * state**2 / 2 - number("b", b) * state


def crossing_time(a: float, push: float, base: float = 0.0) -> float:
    """Compute how long a steady push must last until the state goes on to the high one by itself.

        T = ∫ dx / (a x + base + push − x³),  from the low state to the ridge, both without the push

    `push` is what is added, for a time, to a `base` that stays. The base is between the folds, so that there is a low
    state to leave. T is infinite if base + push is not above the upper fold.

    Our own algebra: the equation of the cusp, integrated.

    >>> crossing_time(3, 2.0)
    inf
    >>> round(100 * crossing_time(3, 100.0), 2)  # nearly the distance itself, √3 = 1.73
    1.75
    """
    from scipy.integrate import quad

    low, ridge = _start_and_ridge(a, base)
    total = number("push", push) + base
    if total <= cusp_folds(a)[1]:
        return float("inf")
    slowest = -((a / 3) ** 0.5)
    pieces = [low, slowest, ridge] if low < slowest < ridge else [low, ridge]
    return float(
        sum(
            quad(lambda x: 1 / (a * x + total - x**3), start, end, limit=400)[0]
            for start, end in zip(pieces, pieces[1:], strict=False)
        )
    )


def pulse_outlay(a: float, push: float, base: float = 0.0) -> float:
    """Compute what the shortest sufficient push costs: its height times `crossing_time`; infinite if it never suffices.

    It tends to the distance from the low state to the ridge as the push grows: what is above that is spent on holding
    the state against the pull back. The parameters are those of `crossing_time`.

    Our own construction, on `crossing_time`.

    >>> round(pulse_outlay(3, 3.0), 1)
    3.4
    """
    return float(push * crossing_time(a, push, base))


def pulse_path(a: float, push: float, length: float, time: float, base: float = 0.0, steps: int = 200) -> pd.DataFrame:
    """Follow the state from the low one, under a push for `length` and without it until `time`.

    Returns the columns time, push and state in `steps` equal steps, from 0 on; push is base and pulse together. The
    release needs no place on this grid: the two spells are integrated one after the other.

    Our own construction, on the cusp of Cobb (1981).

    >>> pulse_path(3, push=3.0, length=2.0, time=6.0, steps=3)["state"].round(2).tolist()
    [-1.73, 2.1, 1.73, 1.73]
    """
    low, _ridge = _start_and_ridge(a, base)
    pushed = number("length", length, minimum=0)
    times = np.linspace(0, number("time", time, minimum=0), whole_number("steps", steps, minimum=1) + 1)
    during, after = times[times <= pushed], times[times > pushed]
    first = _run(a, base + number("push", push), low, np.append(during, min(pushed, times[-1])))
    second = _run(a, base, first[-1], np.append(pushed, after)) if after.size else first[:1]
    states = np.concatenate([first[:-1], second[1:]])
    return pd.DataFrame({"time": times, "push": np.where(times < pushed, base + push, base), "state": states})


def _run(a: float, push: float, start: float, times: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    from scipy.integrate import solve_ivp

    if times[-1] == times[0]:
        return np.full(times.size, start)
    flow = solve_ivp(
        lambda _time, x: a * x + push - x**3,
        (times[0], times[-1]),
        [start],
        method="LSODA",
        dense_output=True,
        rtol=1e-9,
        atol=1e-10,
    )
    assert flow.sol is not None  # a dense output was asked for
    states: npt.NDArray[np.float64] = flow.sol(times)[0]
    return states


def _coupling(a: float) -> float:
    coupling = number("a", a)
    if coupling <= 0:
        raise InputError(f"a must be positive, not {a!r}: at 0 or below there is one state and no fold.")
    return coupling


def _start_and_ridge(a: float, base: float) -> tuple[float, float]:
    """Return the low state and the ridge between low and high, under the push that stays."""
    lower, upper = cusp_folds(a)
    if not lower < number("base", base) < upper:
        raise InputError(f"base must be between the folds {lower:.4g} and {upper:.4g}, not {base!r}.")
    states = equilibria(a, base)["state"]
    return float(states.iloc[0]), float(states.iloc[1])
