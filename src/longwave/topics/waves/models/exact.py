"""Probabilities of squares of chance, computed without drawing: how often one sum of squares exceeds another."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

STEP = 0.1  # of the logarithm of the integrand's variable: at this step the trapezoid rule errs by less than 1e-10
NODES = np.exp(np.arange(-26, 26, STEP))

Array = npt.NDArray[np.float64]


def positive_form_p(form: Array) -> float:
    """Compute the probability that a quadratic form of independent standard normal values is above zero.

        P(z'Az > 0) = 1/2 + 1/π ∫₀^∞ sin θ(u) / (u ρ(u)) du,  θ = Σ arctan(λ_i u)/2,  ρ = Π (1 + λ_i² u²)^{1/4}

    λ are the eigenvalues of `form`, a symmetric matrix that is not zero. So p needs no draws: that a ratio of squares,
    z'Kz / z'Vz, is at least s means that z'(K − sV)z is at least zero.

    Source: Imhof (1961).

    >>> round(positive_form_p(np.diag([1.0, -1.0])), 9)  # neither square is the larger one more often
    0.5
    """
    weights = np.linalg.eigvalsh(form)
    turns = np.outer(weights / np.abs(weights).max(), NODES)
    angle = np.arctan(turns).sum(axis=0) / 2
    height = np.log1p(turns**2).sum(axis=0) / 4
    return float(np.clip(0.5 + STEP / np.pi * (np.sin(angle) * np.exp(-height)).sum(), 0, 1))


def ratio_p(line: Array, spread: Array, reached: float) -> float:
    """Compute the probability that a'z / √(z'Vz) is at least a value, for independent standard normal z.

    `line` is a, `spread` is V, a symmetric matrix without negative eigenvalues. The ratio is as likely above zero as
    below, so that half of P((a'z)² ≥ reached² z'Vz) is wanted. An infinite value is never reached.

    Our own algebra on `positive_form_p`.

    >>> round(ratio_p(np.array([1.0, 0.0]), np.diag([0.0, 1.0]), 1.0), 9)  # a normal value over the size of another
    0.25
    """
    if reached == 0:
        return 0.5
    beyond = 0.0 if np.isinf(reached) else positive_form_p(np.outer(line, line) - reached**2 * spread) / 2
    return beyond if reached > 0 else 1 - beyond


def turning_value(p_of: Callable[[float], float], level: float, low: float, high: float) -> float:
    """Return the value from `low` to `high` at which a falling p crosses `level`; an end, if it does not cross.

    Our own construction on SciPy's root finder.

    >>> round(turning_value(lambda value: 1 - value, 0.25, 0, 1), 6)
    0.75
    """
    from scipy.optimize import brentq

    if p_of(low) <= level:
        return low
    if p_of(high) >= level:
        return high
    return float(brentq(lambda value: p_of(value) - level, low, high, xtol=1e-6))
