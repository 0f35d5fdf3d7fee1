"""When to replace a part: after it fails, or at a set age.

A part's life is Weibull: R(t) = exp(−(t/η)^β). With a shape β above 1 it wears out, at 1 it fails at random, below 1 it
fails early or not at all.
"""

import math

import pandas as pd
from scipy.special import gamma, gammainc

from longwave.checks import positive_number

LARGEST_LOG = 690.0


def mean_life(shape: float, scale: float) -> float:
    """Compute the mean life of a part: η · Γ(1 + 1/β).

    `shape` (β > 0), `scale` (η > 0, time).

    A property of the Weibull law, with no source of its own.

    >>> mean_life(1, 500)
    500.0
    """
    return positive_number("scale", scale) * float(gamma(1 + 1 / positive_number("shape", shape)))


def cost_at_age(age: float, shape: float, scale: float, preventive_cost: float, failure_cost: float) -> float:
    """Compute the cost per unit of time if a part is replaced at an age T, or when it fails before.

        g(T) = (c_p · R(T) + c_f · F(T)) / ∫ R(t) dt from 0 to T

    `age` (T > 0; infinity means: run to failure), `shape` (β > 0), `scale` (η > 0, time), `preventive_cost` (c_p > 0)
    and `failure_cost` (c_f > 0), money.

    Source: Barlow and Hunter (1960).

    >>> cost_at_age(float("inf"), 1, 500, preventive_cost=1, failure_cost=5)
    0.01
    """
    planned, failed = positive_number("preventive_cost", preventive_cost), positive_number("failure_cost", failure_cost)
    lived, bend = mean_life(shape, scale), float(shape)
    if age == math.inf:
        return failed / lived
    worn = (positive_number("age", age) / scale) ** bend
    survives = math.exp(-worn)
    return (planned * survives + failed * (1 - survives)) / (lived * float(gammainc(1 / bend, worn)))


def age_replacement(shape: float, scale: float, preventive_cost: float, failure_cost: float) -> pd.Series:
    """Compute the age of replacement that costs least, and its cost per unit of time.

    The best age T solves h(T) · ∫ R(t) dt − F(T) = c_p / (c_f − c_p), where h is the hazard. It has no solution if the
    part does not wear out (β ≤ 1) or if a failure costs no more than a planned stop: the age is then infinity, and the
    cost is that of running to failure.

    The parameters are as in `cost_at_age`. The result has age and cost_rate.

    Source: Barlow and Hunter (1960).

    >>> age_replacement(1, 500, preventive_cost=1, failure_cost=5).tolist()
    [inf, 0.01]
    """
    planned, failed = positive_number("preventive_cost", preventive_cost), positive_number("failure_cost", failure_cost)
    bend, life = positive_number("shape", shape), positive_number("scale", scale)
    age = math.inf
    if bend > 1 and failed > planned:
        age = _best_age(bend, planned / (failed - planned)) * life
    return pd.Series({"age": age, "cost_rate": cost_at_age(age, bend, life, planned, failed)}, name="replacement")


def _best_age(bend: float, ratio: float) -> float:
    """Return the best age in units of the scale; infinity if it is beyond what a float can hold."""
    from scipy.optimize import brentq

    def excess(log_worn: float) -> float:
        worn = math.exp(log_worn)
        area = gamma(1 / bend) * gammainc(1 / bend, worn)
        return math.exp((1 - 1 / bend) * log_worn) * area + math.expm1(-worn) - ratio

    if excess(LARGEST_LOG) < 0:
        return math.inf
    low = -1.0
    while excess(low) > 0:
        low *= 2
    return math.exp(brentq(excess, low, LARGEST_LOG, xtol=1e-13) / bend)
