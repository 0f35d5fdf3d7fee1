"""One sector takes workers from another: a toy after the booming sector of Corden and Neary (1982).

Two sectors share the workers of a country. Each has land or machines of its own, so that its last worker adds less than
the one before:

    X = A · L^α,   Y = B · (N − L)^α,   B = 1 + θ (A − 1)

X and L are output and workers of the booming sector, Y and N − L those of the old one. A is the `advance` (1 before the
boom), θ `spill` (the share of each step of A that the old sector gets too), α `exponent`, N `workers` (1 are at work
before; what is above 1 was idle) and s `start` (the booming sector's share of the workers before). Workers move until
both sectors pay them alike. Both goods have their prices from the world market; or they are sold at home only, and η,
`substitution`, says how easily buyers turn from one to the other.
"""

import math

import pandas as pd

from longwave.checks import InputError, number

EVEN = 0.5  # of the workers are in each sector before the boom, unless `start` says otherwise


def boom(
    advance: float,
    spill: float = 0.0,
    exponent: float = 0.5,
    workers: float = 1.0,
    substitution: float = math.inf,
    start: float = EVEN,
) -> pd.Series:
    """Compute workers and output of both sectors after an advance in one.

        L / (N − L) = s/(1 − s) · (A/B)^((1 − 1/η) / (1 − α + α/η)),  and s/(1 − s) · (A/B)^(1/(1 − α)) if η = ∞

    Args:
        advance: A, from 1 on.
        spill: θ, from 0 (none) to 1 (the old sector gains as much).
        exponent: α, between 0 and 1.
        workers: N at work after the boom, above 0; 1 is the number before it.
        substitution: η, above 0; `math.inf` are world prices.
        start: s, the booming sector's share of the workers before the boom, between 0 and 1.

    Returns:
        The numbers workers_new, workers_old, output_new and output_old.

    Raises:
        InputError: A number is out of range.

    Our construction, after Corden and Neary (1982), without their spending effect.

    >>> boom(2).round(3).to_dict()  # A² = 4: four workers to one, and √0.2 = .447
    {'workers_new': 0.8, 'workers_old': 0.2, 'output_new': 1.789, 'output_old': 0.447}
    """
    new, share, power, elasticity = _setting(advance, spill, exponent, substitution)
    begun = _begun(start)
    people = number("workers", workers, minimum=0)
    if people == 0:
        raise InputError(f"workers must be above 0, not {workers!r}.")
    old = 1 + share * (new - 1)
    inverse = 0.0 if math.isinf(elasticity) else 1 / elasticity
    ratio = begun / (1 - begun) * (new / old) ** ((1 - inverse) / (1 - power + power * inverse))
    stay = people / (1 + ratio)
    moved = people - stay
    values = {"workers_new": moved, "workers_old": stay}
    return pd.Series(values | {"output_new": new * moved**power, "output_old": old * stay**power})


def restoring_spill(
    advance: float, exponent: float = 0.5, substitution: float = math.inf, start: float = EVEN
) -> float:
    """Find the spillover share at which the old sector's output is what it was before the boom.

    With α = ½ at world prices it solves B⁴ − (1 − s) B² − s A² = 0; for s = ½, B² = (1 + √(1 + 8A²)) / 4. For a small
    boom from s = ½ it is α / (2 − α).

    Args:
        advance: A, above 1.
        exponent: α, between 0 and 1.
        substitution: η, above 0.
        start: s, the booming sector's share of the workers before the boom, between 0 and 1.

    Returns:
        θ from 0 to 1; 0 where the old sector does not shrink in any case.

    Raises:
        InputError: A number is out of range.

    Our construction.

    >>> round(restoring_spill(2), 4), round(restoring_spill(1.0001), 3)
    (0.2985, 0.333)
    >>> round(restoring_spill(2, start=0.04), 3)  # a small sector draws few workers
    0.051
    """
    from scipy.optimize import brentq

    if number("advance", advance, minimum=1) == 1:
        raise InputError("advance must be above 1: without a boom any share restores the old sector.")
    before = float((1 - _begun(start)) ** number("exponent", exponent))

    def change(share: float) -> float:
        return float(boom(advance, share, exponent, substitution=substitution, start=start)["output_old"]) - before

    if change(0) >= 0:
        return 0.0
    return float(brentq(change, 0, 1, xtol=1e-12))


def _begun(start: float) -> float:
    begun = number("start", start, minimum=0, maximum=1)
    if begun in (0, 1):
        raise InputError(f"start must be strictly between 0 and 1, not {start!r}.")
    return begun


def _setting(advance: float, spill: float, exponent: float, substitution: float) -> tuple[float, float, float, float]:
    new, share = number("advance", advance, minimum=1), number("spill", spill, minimum=0, maximum=1)
    power = number("exponent", exponent, minimum=0, maximum=1)
    if power in (0, 1):
        raise InputError(f"exponent must be strictly between 0 and 1, not {exponent!r}.")
    if substitution != math.inf and number("substitution", substitution, minimum=0) == 0:
        raise InputError(f"substitution must be above 0, not {substitution!r}.")
    return new, share, power, float(substitution)
