"""Selection: who grows faster than the mean gains shares, and the mean rises by how unlike the rivals are."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from longwave.checks import InputError, number, numbers

Floats = npt.NDArray[np.float64]


def replicator(shares: Iterable[float], fitness: Iterable[float], time: float) -> Floats:
    """Compute the market shares after a time in which each rival grows at its own rate.

        ds_i/dt = s_i · (θ_i − θ̄),   so   s_i(t) = s_i · e^(θ_i t) / Σ s_j · e^(θ_j t)

    Args:
        shares: s, at least 0, summing to 1.
        fitness: θ, growth rates per unit of time, one for each share.
        time: t, in that unit; before now if negative.

    Returns:
        The shares in the same order; they sum to 1.

    Raises:
        InputError: if the two differ in length, or the shares do not sum to 1.

    Source: Taylor and Jonker (1978).

    >>> replicator([0.5, 0.5], [0, np.log(3)], time=1).round(6).tolist()
    [0.25, 0.75]
    """
    start, rates = _rivals(shares, fitness)
    with np.errstate(divide="ignore"):
        heights = np.log(start) + rates * number("time", time)
    grown = np.exp(heights - heights.max())  # from the largest down, so that no power overflows
    replicated: Floats = grown / grown.sum()
    return replicated


def fitness_variance(shares: Iterable[float], fitness: Iterable[float]) -> float:
    """Compute the variance of the rivals' rates, weighted by their shares: Σ s_i · (θ_i − θ̄)².

    As long as the rates stay what they are, it is the speed at which their mean rises: dθ̄/dt.

    Args:
        shares: s, at least 0, summing to 1.
        fitness: θ, growth rates per unit of time, one for each share.

    Returns:
        The variance, in the unit of θ squared.

    Raises:
        InputError: as `replicator`.

    Source: Fisher (1930) for the theorem.

    >>> fitness_variance([0.5, 0.5], [1, 2])
    0.25
    """
    start, rates = _rivals(shares, fitness)
    return float(start @ (rates - start @ rates) ** 2)


def mean_growth(shares: Iterable[float], growth: Iterable[float], elasticity: float, years: float) -> float:
    """Compute the mean growth of an economy after some years in which prices and demand have moved its shares.

        s_i ∝ A_i^(ε − 1)   so   ds_i/dt = s_i · (ε − 1) · (g_i − ḡ)   and   dḡ/dt = (ε − 1) · Var(g)

    It is the replicator equation with the fitness (ε − 1) · g. An industry with faster growth g becomes cheaper. Where
    ε is above 1 buyers spend more on it, where it is below 1 they spend less.

    Args:
        shares: Shares of spending at the start, summing to 1.
        growth: g, growth of productivity A of each industry, a share per year.
        elasticity: ε, of substitution between the industries, at least 0.
        years: How many years later.

    Returns:
        ḡ, the mean growth weighted by the shares of that year, a share per year.

    Raises:
        InputError: as `replicator`, or the elasticity is below 0.

    Source: Baumol (1967) for the argument; derived as above.

    >>> [round(mean_growth([0.5, 0.5], [0.04, 0.01], elasticity, 50), 4) for elasticity in (2, 1, 0.3)]
    [0.0345, 0.025, 0.0178]
    """
    start, rates = _rivals(shares, growth)
    later = replicator(start, (number("elasticity", elasticity, minimum=0) - 1) * rates, number("years", years))
    return float(later @ rates)


def _rivals(shares: Iterable[float], fitness: Iterable[float]) -> tuple[Floats, Floats]:
    start, rates = numbers("shares", shares, minimum=0), numbers("fitness", fitness)
    if start.size != rates.size:
        raise InputError(f"shares and fitness must be equally long, not {start.size} and {rates.size}.")
    if abs(start.sum() - 1) > 1e-6:
        raise InputError(f"shares must sum to 1, not to {start.sum():g}.")
    return start, rates
