"""Chance in an industry with two states: how long it waits for a jump.

    dx = (a x + b − x³) dt + √(2D) dW

D, the noise, is half the variance that chance alone would add to the state in a unit of time.
"""

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, whole_number
from longwave.topics.tipping.models.cusp import cusp_folds, equilibria, potential

GRID = 20_001
LARGEST_EXPONENT = 600.0


def kramers_rate(noise: float) -> float:
    """Compute how often, in a unit of time, chance lifts the state out of one well of V = x⁴/4 − x²/2 into the other.

        r = √2 / (2π) · e^(−1 / (4D))

    `noise` is D, positive. The formula holds where the barrier, 1/4, is many times the noise. Source: Kramers (1940).

    >>> round(kramers_rate(0.25) * 2 * 3.141592653589793 / 2**0.5 * 2.718281828459045, 12)
    1.0
    """
    return float(np.sqrt(2) / (2 * np.pi) * np.exp(-1 / (4 * _noise(noise))))


def mean_wait(noise: float, a: float = 1.0, b: float = 0.0) -> float:
    """Compute exactly the mean time until chance has carried the state from the low state to the high one.

        T = (1/D) ∫ e^(V(y)/D) ∫ e^(−V(z)/D) dz dy,  y from low to high, z from −∞ to y

    `b` is between the folds of `a`, so that both states exist. The unit is that of `crossing_time`. It is not half of
    this to the ridge and half beyond it: from the ridge every second history falls back. Source: Gardiner (2009).

    >>> round(mean_wait(0.05), 1)
    729.7
    """
    spread = _noise(noise)
    lower, upper = cusp_folds(a)
    if not lower < number("b", b) < upper:
        raise InputError(f"b must be between the folds {lower:.4g} and {upper:.4g}, not {b!r}.")
    low, _ridge, high = equilibria(a, b)["state"]
    states = np.linspace(low - 8 * spread**0.5 - 1, high, GRID)
    height = potential(states, a, b) / spread
    from_low = states >= low
    top, bottom = height[from_low].max(), height.min()
    if top - bottom > LARGEST_EXPONENT:
        raise InputError(f"noise must be larger than {noise!r}: the wait would be longer than a number can say.")
    inner = _running_integral(np.exp(bottom - height), states)
    outer = np.where(from_low, np.exp(np.minimum(height - top, 0)) * inner, 0.0)
    return float(np.exp(top - bottom) / spread * np.trapezoid(outer, states))


def drawn_waits(
    noise: float, histories: int, rng: np.random.Generator, a: float = 1.0, step: float = 0.04
) -> npt.NDArray[np.float64]:
    """Draw how long each history waits in the low state until chance has carried it to the bottom of the high one.

    There is no push: b = 0. Histories are followed in steps of `step` until the last has arrived, so the noise must
    not be small. Waits are a little too long, as an arrival within a step is seen at its end.

    Source: Gardiner (2009).

    >>> bool(drawn_waits(0.3, 10, np.random.default_rng(1)).min() > 0)
    True
    """
    spread, many = _noise(noise), whole_number("histories", histories, minimum=1)
    if spread < 0.05 * a**2:
        raise InputError(f"noise must be at least {0.05 * a**2:g}, not {noise!r}: histories would wait too long.")
    goal = number("a", a, minimum=0) ** 0.5
    state, waiting, waits = np.full(many, -goal), np.arange(many), np.empty(many)
    time = 0.0
    while waiting.size:
        time += step
        state = state + (a * state - state**3) * step + np.sqrt(2 * spread * step) * rng.standard_normal(state.size)
        arrived = state >= goal
        waits[waiting[arrived]] = time
        state, waiting = state[~arrived], waiting[~arrived]
    return waits


def observations_needed(states: npt.ArrayLike, noise: float, bend: float = 1.0) -> float:
    """Compute how many places must be watched to tell a bent law of growth, a x + b − bend · x³, from a straight one.

        n = (1.96 + 0.84)² σ² / (bend² · v)

    v is the variance of x³ in `states` that no straight line in x explains, σ (`noise`) the standard deviation of what
    else moves the growth of a place in a unit of time. n gives a test at 5 % a power of 80 %. `states` are the places'
    states, at least three different ones; a usual sample-size formula for one coefficient.

    Our own construction, from a usual sample-size formula.

    >>> round(observations_needed(np.array([-2, -1, 1, 2]), noise=6), 2)  # 7.849 · 36 / 3.6
    78.49
    """
    from scipy.stats import norm

    places = np.asarray(states, dtype=float)
    if np.unique(places).size < 3:
        raise InputError("states must have at least three different values.")
    line = np.polynomial.Polynomial.fit(places, places**3, 1)
    unexplained = np.mean((places**3 - line(places)) ** 2)
    if unexplained < 1e-12:
        raise InputError("states must be further apart: a straight line explains x³ entirely.")
    distance = (norm.ppf(0.975) + norm.ppf(0.8)) * number("noise", noise, minimum=0) / bend
    return float(distance**2 / unexplained)


def _running_integral(values: npt.NDArray[np.float64], places: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.concatenate([[0.0], np.cumsum((values[1:] + values[:-1]) / 2 * np.diff(places))])


def _noise(noise: float) -> float:
    spread = number("noise", noise, minimum=0)
    if spread == 0:
        raise InputError("noise must be positive: without it nothing leaves a state.")
    return spread
