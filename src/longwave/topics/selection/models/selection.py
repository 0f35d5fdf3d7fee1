"""Selection: firms that do better than the mean gain shares, and the mean rises by how unlike the firms are."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers


def replicator(shares: Iterable[float], fitness: Iterable[float], time: float) -> npt.NDArray[np.float64]:
    """Compute the market shares after a time in which each firm grows at its own rate.

        ds_i/dt = s_i · (θ_i − θ̄),   so   s_i(t) = s_i · e^(θ_i t) / Σ s_j · e^(θ_j t)

    `shares` (s) are at least 0 and sum to 1, `fitness` (θ) are growth rates per unit of time, one for each firm, `time`
    is t (before now if negative). The result keeps the order and sums to 1.

    Sources: Fisher (1930), for genes; Metcalfe (1994), for firms.

    >>> replicator([0.5, 0.5], [0, np.log(3)], time=1).round(6).tolist()
    [0.25, 0.75]
    """
    start, rates = _industry(shares, fitness)
    with np.errstate(divide="ignore"):
        heights = np.log(start) + rates * number("time", time)
    grown: npt.NDArray[np.float64] = np.exp(
        heights - heights.max()
    )  # from the largest down, so that no power overflows
    replicated: npt.NDArray[np.float64] = grown / grown.sum()
    return replicated


def mean_fitness(shares: Iterable[float], fitness: Iterable[float]) -> float:
    """Compute the mean of the firms' rates, weighted by their shares: θ̄ = Σ s_i · θ_i.

    Sources: Fisher (1930); Metcalfe (1994).

    >>> mean_fitness([0.25, 0.75], [1, 2])
    1.75
    """
    start, rates = _industry(shares, fitness)
    return float(start @ rates)


def fitness_variance(shares: Iterable[float], fitness: Iterable[float]) -> float:
    """Compute the variance of the firms' rates, weighted by their shares: Σ s_i · (θ_i − θ̄)².

    As long as the rates stay what they are, it is the speed at which the mean rises: dθ̄/dt.

    Sources: Fisher (1930); Metcalfe (1994).

    >>> fitness_variance([0.5, 0.5], [1, 2])
    0.25
    """
    start, rates = _industry(shares, fitness)
    return float(start @ (rates - start @ rates) ** 2)


def productivity_change(before: pd.DataFrame, after: pd.DataFrame) -> pd.Series:
    """Divide the change of an industry's mean productivity by where it comes from.

        within   Σ s₀ · (p₁ − p₀)            firms that stay get better
        between  Σ (s₁ − s₀) · (p₀ − P₀)     better firms gain shares
        cross    Σ (s₁ − s₀) · (p₁ − p₀)     firms that get better gain shares
        entry    Σ s₁ · (p₁ − P₀)            over the firms that came
        exit     Σ s₀ · (P₀ − p₀)            over the firms that left

    Both frames have the firms as index and the columns share (summing to 1) and productivity (any one unit). P₀ is the
    mean before. The result has the five parts and their total, which is the change of the mean.

    Source: Foster, Haltiwanger and Krizan (2001).

    >>> then = pd.DataFrame({"share": [0.5, 0.5], "productivity": [1.0, 3.0]}, index=["A", "B"])
    >>> now = pd.DataFrame({"share": [0.25, 0.75], "productivity": [1.0, 3.0]}, index=["A", "B"])
    >>> productivity_change(then, now).tolist()
    [0.0, 0.5, 0.0, 0.0, 0.0, 0.5]
    """
    old, new = _described("before", before), _described("after", after)
    mean = _weighted(old.share, old.productivity)
    stayers = old.index.intersection(new.index)
    gain = new.share[stayers] - old.share[stayers]
    better = new.productivity[stayers] - old.productivity[stayers]
    entrants, leavers = new.drop(stayers), old.drop(stayers)
    parts = {
        "within": _weighted(old.share[stayers], better),
        "between": _weighted(gain, old.productivity[stayers] - mean),
        "cross": _weighted(gain, better),
        "entry": _weighted(entrants.share, entrants.productivity - mean),
        "exit": _weighted(leavers.share, mean - leavers.productivity),
    }
    return pd.Series({**parts, "total": sum(parts.values())}, name="change", dtype=float)


def _weighted(weights: pd.Series, values: pd.Series) -> float:
    return float(np.dot(weights.to_numpy(), values.to_numpy()))


def _industry(
    shares: Iterable[float], fitness: Iterable[float]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    start, rates = numbers("shares", shares, minimum=0), numbers("fitness", fitness)
    if start.size != rates.size:
        raise InputError(f"shares and fitness must be equally long, not {start.size} and {rates.size}.")
    if abs(start.sum() - 1) > 1e-6:
        raise InputError(f"shares must sum to 1, not to {start.sum():g}.")
    return start, rates


def _described(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    if not isinstance(frame, pd.DataFrame) or not {"share", "productivity"} <= set(frame.columns):
        raise InputError(f"{name} must be a table with the columns share and productivity, firms as its index.")
    if not frame.index.is_unique:
        raise InputError(f"{name} must name each firm once.")
    numbers(f"{name}.productivity", frame.productivity.to_numpy())
    if abs(numbers(f"{name}.share", frame.share.to_numpy(), minimum=0).sum() - 1) > 1e-6:
        raise InputError(f"{name}.share must sum to 1.")
    return frame
