"""How much to spend on protecting a set of data, by three rules of what spending does to the chance of a breach.

L is the chance that an attack comes, times what it costs if it succeeds; the vulnerability v is the chance that an
attack succeeds, given that it comes. All money is a share of L: x = z / L. Strength k = a · L says how far the first
coin goes; a is the α of Gordon and Loeb.
"""

import math
from collections.abc import Callable

import pandas as pd
from scipy.special import lambertw

from longwave.checks import InputError, number, positive_number

KINDS = ("class I", "class II", "straight line")


def breach_chance(spending: float, vulnerability: float, strength: float, kind: str = "class II") -> float:
    """Compute the chance of a breach that is left after spending.

        class I         S = v / (k x + 1)
        class II        S = v^(k x + 1)
        straight line   S = v · max(0, 1 − k x)

    Args:
        spending: x, a share of the loss, at least 0.
        vulnerability: v, the chance without spending, from 0 to 1.
        strength: k = a L, above 0.
        kind: "class I", "class II" or "straight line".

    Returns:
        S, a chance from 0 to v.

    Raises:
        InputError: A number is out of range, or `kind` is another word.

    Source: Gordon and Loeb (2002) for the two classes (class I with β = 1); the line, where each coin does the same
    until nothing is left, is our own instance of the constant returns of Hausken (2006).

    >>> [breach_chance(0.05, 0.64, 10, kind) for kind in ("class I", "class II", "straight line")]
    [0.4266666666666667, 0.512, 0.32]
    """
    paid, chance = number("spending", spending, minimum=0), number("vulnerability", vulnerability, 0, 1)
    reach = positive_number("strength", strength) * paid
    left: dict[str, Callable[[], float]] = {
        "class I": lambda: chance / (reach + 1),
        "class II": lambda: chance ** (reach + 1),
        "straight line": lambda: chance * max(0.0, 1 - reach),
    }
    return left[_kind(kind)]()


def best_protection(vulnerability: float, strength: float, kind: str = "class II") -> pd.Series:
    """Compute the spending that leaves least of spending and expected loss together.

        class II        y = k · v · ln(1/v):   z / (v L) = ln y / y   if y > 1, else 0;   at most 1/e, at y = e
        class I         z / (v L) = (√(k v) − 1) / (k v)              if k v > 1, else 0;   at most 1/4
        straight line   all of it, z / (v L) = 1 / (k v)              if k v > 1, else 0;   up to 1

    Args:
        vulnerability: v, from 0 to 1.
        strength: k = a L, above 0.
        kind: "class I", "class II" or "straight line".

    Returns:
        spending (share of the loss L), of_expected (share of the expected loss v L), left (chance of a breach) and
        saved (expected loss less what is left of it and what was spent, a share of L).

    Raises:
        InputError: A number is out of range, or `kind` is another word.

    Source: Gordon and Loeb (2002) for classes I and II; the line is our own.

    >>> best_protection(0.7, 10).round(3).tolist(), float(best_protection(0.9, 10)["spending"])
    ([0.257, 0.366, 0.28, 0.163], 0.0)
    """
    chance, reach = number("vulnerability", vulnerability, 0, 1), positive_number("strength", strength)
    share = _share(chance, reach, _kind(kind))
    paid = share * chance
    left = breach_chance(paid, chance, reach, kind)
    values = {"spending": paid, "of_expected": share, "left": left, "saved": chance - left - paid}
    return pd.Series(values, name=kind)


def _share(chance: float, reach: float, kind: str) -> float:
    if chance in (0, 1) and kind == "class II":
        return 0.0
    worth = reach * chance * (-math.log(chance) if kind == "class II" else 1)
    if worth <= 1:
        return 0.0
    return {"class I": (math.sqrt(worth) - 1), "class II": math.log(worth), "straight line": 1.0}[kind] / worth


def protected_range(strength: float) -> tuple[float, float] | None:
    """Compute between which vulnerabilities class II protects at all: k · v · ln(1/v) > 1.

    `strength` is k = a L, above 0. The result is a pair from 0 to 1, or None where k is at most e: nothing is worth a
    coin then.

    Source: our own algebra on Gordon and Loeb (2002), with Lambert's W.

    >>> tuple(round(end, 3) for end in protected_range(10)), protected_range(2.5)
    ((0.028, 0.894), None)
    """
    reach = positive_number("strength", strength)
    if reach <= math.e:
        return None
    low, high = (math.exp(float(lambertw(-1 / reach, branch).real)) for branch in (-1, 0))
    return low, high


def needed_strength(vulnerability: float) -> float:
    """Compute the strength from which class II protects a given vulnerability: 1 / (v · ln(1/v)).

    `vulnerability` (v) is above 0 and below 1.

    >>> round(needed_strength(0.9), 2), round(needed_strength(0.7), 2)
    (10.55, 4.01)
    """
    chance = number("vulnerability", vulnerability, 1e-12, 1 - 1e-12)
    return 1 / (chance * -math.log(chance))


def overtaking_strength(exposed: float, middle: float) -> float:
    """Compute the strength from which class II spends more money on the more exposed of two assets.

        with u = ln(1/v):   ln k = (u_m · ln(v_e u_e) − u_e · ln(v_m u_m)) / (u_e − u_m)

    Args:
        exposed: v_e, above `middle` and below 1.
        middle: v_m, above 0.

    Returns:
        k = a L, at which the spending on both is alike.

    Raises:
        InputError: A number is out of range.

    Source: our own algebra on Gordon and Loeb (2002).

    >>> round(overtaking_strength(0.9, 0.7), 2)
    15.83
    """
    high = number("exposed", exposed, 1e-12, 1 - 1e-12)
    low = number("middle", middle, 1e-12, high - 1e-6)
    top, other = -math.log(high), -math.log(low)
    return math.exp((other * math.log(high * top) - top * math.log(low * other)) / (top - other))


def _kind(kind: str) -> str:
    if kind not in KINDS:
        raise InputError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}.")
    return kind
