"""Where a chain of complementary inputs ends, from where it begins: the restart of a chain that stands still."""

import numpy as np
import pandas as pd

from longwave.checks import InputError, number
from longwave.topics.networks.models.production import critical_reliability, firm_reliability, reliable_output

ROUNDS = 20_000
STILL = 1e-13
HALVINGS = 100


def settled_output(link: float, start: float, inputs: int = 2, suppliers: int = 2) -> float:
    """Compute the share of firms that produce in the end, if the share `start` does at first.

        r ← (1 − (1 − x·r)^s)^m, again and again

    Args:
        link: The chance x that a link works, from 0 to 1.
        start: The share r of firms that produce at first, from 0 to 1.
        inputs: How many inputs a firm needs (m ≥ 1).
        suppliers: How many suppliers it has for each (s ≥ 1).

    The equation is of Elliott, Golub and Leduc (2022); to repeat it from a chosen start is our own.

    >>> settled_output(0.85, start=0.5), round(settled_output(0.85, start=1), 3)
    (0.0, 0.863)
    """
    output = number("start", start, minimum=0, maximum=1)
    for _round in range(ROUNDS):
        before, output = output, firm_reliability(output, link, inputs, suppliers)
        if abs(output - before) < STILL:
            break
    return 0.0 if output < STILL else output


def tipping_output(link: float, inputs: int = 2, suppliers: int = 2) -> float:
    """Compute the least share of firms that must run together so that a chain does not fall back to standstill.

    It is the lower solution of r = (1 − (1 − x·r)^s)^m above 0. With one input (m = 1) it is 0: any start will do.

    Raises:
        InputError: Nothing but standstill is possible with such links.

    The algebra is our own, on the equation of Elliott, Golub and Leduc (2022).

    >>> round(tipping_output(1), 3)  # (3 − √5) / 2: even perfect links restart nothing from below
    0.382
    """
    edge = critical_reliability(inputs, suppliers)
    if reliable_output(link, inputs, suppliers) == 0:
        raise InputError(f"link must be at least {edge['link']:.4f}: below it no start keeps the chain running.")
    if inputs == 1 or suppliers == 1:
        return 0.0 if inputs == 1 else 1.0
    # In y = x·r, x is y / (1 − (1 − y)^s)^m, which falls from infinity at 0 to its least value at the edge.
    low, high = 0.0, float(edge["link"] * edge["output"])
    for _step in range(HALVINGS):
        middle = (low + high) / 2
        enough = middle <= link * (1 - (1 - middle) ** suppliers) ** inputs
        low, high = (low, middle) if enough else (middle, high)
    return high / link


def kept_output(link: float, inputs: int = 2, suppliers: int = 2) -> float:
    """Compute the least share of firms that must be kept running so that a chain restarts from standstill.

        r ← k + (1 − k)·g(r) rises from r = 0 to the top as soon as k exceeds every (r − g(r)) / (1 − g(r))

    where g(r) = (1 − (1 − x·r)^s)^m is the chance that a firm can produce, and the share k produces in any case.

    Args:
        link: The chance x that a link works, from the critical one to 1.
        inputs: How many inputs a firm needs (m ≥ 1).
        suppliers: How many suppliers it has for each (s ≥ 1).

    Returns:
        A share of all firms. With one input it is 0: any start will do.

    Raises:
        InputError: Nothing but standstill is possible with such links.

    Our own construction, on the equation of Elliott, Golub and Leduc (2022).

    >>> round(kept_output(1), 3)  # against 0.382 that must run together if they are started once
    0.081
    """
    from scipy.optimize import minimize_scalar

    least = tipping_output(link, inputs, suppliers)
    if least in (0.0, 1.0):
        return least

    def needed(output: float) -> float:
        follows = firm_reliability(output, link, inputs, suppliers)
        return (output - follows) / (1 - follows)

    found = minimize_scalar(
        lambda output: -needed(output), bounds=(0, least), method="bounded", options={"xatol": 1e-9}
    )
    return float(needed(found.x))


def restart_path(links: list[float], start: float = 1.0, left: float = 0.0) -> pd.DataFrame:
    """Follow a chain while its links get worse or better: DataFrame(link, output), each step from where the last ended.

    Each step begins with at least the share `left` of the firms running. With two inputs of two suppliers. Our own
    construction.

    >>> restart_path([0.9, 0.8, 0.9])["output"].round(2).tolist()
    [0.97, 0.0, 0.0]
    """
    outputs = []
    for link in links:
        start = settled_output(link, max(start, left))
        outputs.append(start)
    return pd.DataFrame({"link": np.array(links, dtype=float), "output": outputs})


def both_fail(alone: float, common: float) -> float:
    """Compute the chance that two suppliers fail together, if a part of what makes each fail is common to both.

        p = (a − c) / (1 − c),   both fail with c + (1 − c)·p²

    Args:
        alone: The chance a that one supplier fails, from 0 to below 1, whatever the cause.
        common: The chance c that what they share fails, from 0 to a; then both fail.

    Plain arithmetic of chances, with no source of its own.

    >>> round(both_fail(0.1, common=0), 4), round(both_fail(0.1, common=0.1), 4)
    (0.01, 0.1)
    """
    fails = number("alone", alone, minimum=0, maximum=1)
    shared = number("common", common, minimum=0, maximum=fails)
    if fails == 1:
        return 1.0
    own = (fails - shared) / (1 - shared)
    return shared + (1 - shared) * own**2
