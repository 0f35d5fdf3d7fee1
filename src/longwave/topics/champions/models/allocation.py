"""Resources that lie with the wrong firms: what freeing them brings, what a tilt towards picked firms does."""

import math
from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import brentq, minimize_scalar

from longwave.checks import InputError, number, whole_number

SUBSTITUTION = 3.0
WEDGE_BEFORE, WEDGE_AFTER = 0.63, 0.49
PRODUCTIVITY = 0.5  # standard deviation of log productivity
FIRMS, WORLDS, PICKED = 1000, 40, 100
LOWEST_SPILL, LARGEST_TILT = -3.0, 5.0  # in logs
Floats = npt.NDArray[np.float64]


def freeing_gain(before: float, after: float, substitution: float = SUBSTITUTION) -> float:
    """Compute by how much productivity rises if firms' marginal products are brought closer together.

        log loss = σ/2 · var(log TFPR),   gain = exp(σ/2 · (before² − after²)) − 1

    TFPR is revenue for a bundle of inputs. Where nothing stands in the way it is the same in all firms of an industry;
    a firm in which it is high has too few inputs.

    Args:
        before: standard deviation of log TFPR before, at least 0.
        after: the same afterwards, at least 0.
        substitution: σ, elasticity of substitution between firms' goods, above 1.

    Returns:
        The gain as a share; negative where the spread has grown.

    Raises:
        InputError: A number is out of range.

    Source: Hsieh and Klenow (2009), with log-normal productivity and wedges.

    >>> round(freeing_gain(0.63, 0.49), 3)
    0.265
    """
    gap = number("before", before, minimum=0) ** 2 - number("after", after, minimum=0) ** 2
    return math.expm1(_elasticity(substitution) / 2 * gap)


def spread_before(gain: float, after: float, substitution: float = SUBSTITUTION) -> float:
    """Compute how wide the spread was if a fall to `after` brings a `gain`; the inverse of `freeing_gain`.

    `gain` is a share, at least 0. Returns a standard deviation of log TFPR.

    >>> [round(spread_before(gain, 0.49), 2) for gain in (0.3, 0.5)]
    [0.64, 0.71]
    """
    added = 2 / _elasticity(substitution) * math.log1p(number("gain", gain, minimum=0))
    return math.sqrt(number("after", after, minimum=0) ** 2 + added)


def _elasticity(value: float) -> float:
    elasticity = number("substitution", value)
    if elasticity <= 1:
        raise InputError(f"substitution must be above 1, not {elasticity:g}.")
    return elasticity


@lru_cache(maxsize=1)
def _draws() -> Floats:
    return np.random.default_rng(31).standard_normal((3, WORLDS, FIRMS))


@lru_cache(maxsize=64)
def _sums(noise: float, tilt: float, held_back: float) -> tuple[Floats, ...]:
    """Return what aggregate productivity is made of: sums over picked and other firms, before and after the tilt."""
    quality, other, error = _draws()
    wedge = WEDGE_BEFORE * (held_back * quality + math.sqrt(1 - held_back**2) * other)
    rank = np.argsort(np.argsort(-(quality + noise * error), axis=1, kind="stable"), axis=1, kind="stable")
    picked, power = rank < PICKED, SUBSTITUTION - 1
    revenue, inputs = (np.exp(power * PRODUCTIVITY * quality - weight * wedge) for weight in (power, SUBSTITUTION))
    return tuple(
        (values * chosen).sum(axis=1) * math.exp(weight * tilt * is_picked)
        for chosen, is_picked in ((picked, 1), (~picked, 0))
        for values, weight in ((revenue, power), (inputs, SUBSTITUTION))
    )


def _log_productivity(sums: tuple[Floats, ...], spill: float) -> Floats:
    """Return log aggregate productivity of each world; the others' productivity is multiplied by exp(spill)."""
    lift = math.exp((SUBSTITUTION - 1) * spill)
    revenue, inputs = sums[0] + lift * sums[2], sums[1] + lift * sums[3]
    return SUBSTITUTION / (SUBSTITUTION - 1) * np.log(revenue) - np.log(inputs)


def pick_or_free(noise: float, tilt: float, spill: float, held_back: float = 0.0) -> pd.Series:
    """Compute what a tilt towards the firms that look best does to an industry, beside what freeing inputs does.

        inputs of a firm ∝ A^(σ−1) e^(−σw),   industry = (Σ A^(σ−1) e^(−(σ−1)w))^(σ/(σ−1)) / Σ A^(σ−1) e^(−σw)

    A is a firm's productivity, w its wedge: by how much its marginal product exceeds that of others. The tenth of
    1,000 firms with the best signal gets inputs cheaper, which takes `tilt` from its wedge. The productivity of all
    other firms changes by `spill`. Means over 40 worlds, all with σ = 3 and one seed.

    Args:
        noise: τ of the signal of productivity, at least 0.
        tilt: fall of the wedge of picked firms, in logs, from 0 to 5.
        spill: change of the productivity of the firms that are not picked, a share above −1.
        held_back: correlation of wedge and log productivity, between −1 and 1. Above 0 the better firms have too few
            inputs, below 0 they are favoured already.

    Returns:
        tilt and total, gains of the industry without and with the spillover, as shares; needed, the spillover from
        which on total is above 0; free, the gain if all wedges shrink from a spread of 0.63 to one of 0.49; match, the
        spillover from which on total is above free. Both are −1 where no loss of the others is too large.

    Raises:
        InputError: A number is out of range.

    Source: our own construction on the model of Hsieh and Klenow (2009).

    >>> pick_or_free(0, 0.2, 0, held_back=0.5)["total"] > 0 > pick_or_free(0, 0.2, 0, held_back=-0.5)["total"]
    np.True_
    """
    error, cheaper = number("noise", noise, minimum=0), number("tilt", tilt, minimum=0, maximum=LARGEST_TILT)
    tied = number("held_back", held_back, minimum=-1, maximum=1)
    base, sums = _log_productivity(_sums(error, 0.0, tied), 0.0), _sums(error, cheaper, tied)

    def gain(log_spill: float) -> float:
        return float((_log_productivity(sums, log_spill) - base).mean())

    free = _free(tied)
    alone, total = gain(0.0), gain(math.log1p(number("spill", spill, minimum=-0.99)))
    needed, match = (_spill_from(gain, goal, cheaper) for goal in (0.0, free))
    values = {"tilt": alone, "total": total, "needed": needed, "free": free, "match": match}
    return pd.Series({name: math.expm1(value) for name, value in values.items()}, name="pick or free")


def _spill_from(gain: Callable[[float], float], goal: float, tilt: float) -> float:
    """Return the spillover in logs from which on `gain` is above `goal`, or minus infinity where it always is.

    Others that make next to nothing still use inputs, so an industry may gain by their end: from the left the gain
    falls before it rises. Far to the right it grows like the spillover itself, less at most σ times the tilt.
    """
    low = LOWEST_SPILL
    if gain(low) >= goal:
        low = float(minimize_scalar(gain, bounds=(low, 0.0), method="bounded").x)
        if gain(low) >= goal:
            return -math.inf
    return float(brentq(lambda spill: gain(spill) - goal, low, 3 + SUBSTITUTION * tilt))


@lru_cache(maxsize=16)
def _free(held_back: float) -> float:
    """Return the gain in logs, over the same worlds, if every wedge shrinks in the same proportion."""
    quality, other, _error = _draws()
    logs = []
    for width in (WEDGE_AFTER, WEDGE_BEFORE):
        wedge = width * (held_back * quality + math.sqrt(1 - held_back**2) * other)
        power, work = SUBSTITUTION - 1, PRODUCTIVITY * quality
        revenue = np.exp(power * (work - wedge)).sum(axis=1)
        inputs = np.exp(power * work - SUBSTITUTION * wedge).sum(axis=1)
        logs.append(SUBSTITUTION / power * np.log(revenue) - np.log(inputs))
    return float((logs[0] - logs[1]).mean())


def gain_from_joining(joining: int, firms: float) -> float:
    """Compute what some of n equal firms gain together if they act as one, when all choose quantities.

        (a − c)²/b · [ 1/(n − m + 2)² − m/(n + 1)² ],   above 0 just if (n + 1)² > m (n − m + 2)²

    Demand is linear, all have one constant unit cost, nobody meets a limit of capacity, and those outside answer by
    producing more. Before, each firm earns 1/(n + 1)²; afterwards n − m + 1 firms are left.

    Args:
        joining: m, how many join, from 2.
        firms: n, how many there are, at least m; a number that is not whole is an equivalent.

    Returns:
        The gain of those who join, in units of (a − c)²/b.

    Raises:
        InputError: A number is out of range.

    Source: Salant, Switzer and Reynolds (1983).

    >>> gain_from_joining(6, 7) > 0 > gain_from_joining(6, 8)
    True
    """
    merging = whole_number("joining", joining, minimum=2)
    count = number("firms", firms, minimum=merging)
    return 1 / (count - merging + 2) ** 2 - merging / (count + 1) ** 2
