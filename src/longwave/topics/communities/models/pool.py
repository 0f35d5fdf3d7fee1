"""A pool of machines' data that works the better the more machines are in it: how many it needs to hold."""

import math

import pandas as pd

from longwave.checks import InputError, positive_number, whole_number


def pool_machines(price: float, most: float, half: float, machines: int) -> pd.Series:
    """Compute at how many machines the last owner in the pool is willing to pay just the price.

        p = W · (1 − s) · m / (m + h),   m = s · N

    Owners are in the order of their interest, spread evenly from 1 to 0, with a machine each. A pool of m machines
    works m / (m + h) as well as a perfect one. With π = p / W and η = h / N the shares are
    s = ½ (1 − π ∓ √((1 − π)² − 4 π η)).

    Args:
        price: p, money a machine and year, above 0.
        most: W, what the keenest owner would pay for a perfect pool, above p.
        half: h, the machines at which the pool works half as well as a perfect one, above 0.
        machines: N, all machines there are, at least 1.

    Returns:
        The numbers critical_mass and stable, in machines: below the first the pool melts, above it grows to the second.

    Raises:
        InputError: A number is out of range, or no pool holds at this price.

    Source: Rohlfs (1974), with our own form of what company adds.

    >>> pool_machines(price=50, most=200, half=100, machines=3_000).round().tolist()
    [34.0, 2216.0]
    """
    part, spread = _ratios(price, most, half, machines)
    root = (1 - part) ** 2 - 4 * part * spread
    if root < 0:
        raise InputError(f"no pool holds at a price of {price!r}: the keenest owner would pay {most!r} at most.")
    stable = (1 - part + math.sqrt(root)) / 2
    # The two shares multiply to π · η, which keeps the digits of a small critical mass.
    return pd.Series({"critical_mass": part * spread / stable, "stable": stable}, name="machines") * machines


def least_most(price: float, half: float, machines: int) -> float:
    """Compute what the keenest owner must be willing to pay for a perfect pool, at least, for any pool to hold.

    The W at which critical mass and stable share are one: (1 − π)² = 4 π η. The arguments and errors are those of
    `pool_machines`.

    Source: our own construction.

    >>> round(least_most(price=50, half=100, machines=3_000), 1)
    71.9
    """
    middle = 1 + 2 * positive_number("half", half) / whole_number("machines", machines, minimum=1)
    return positive_number("price", price) * (middle + math.sqrt(middle**2 - 1))


def _ratios(price: float, most: float, half: float, machines: int) -> tuple[float, float]:
    """Return p / W and h / N, checked."""
    paid, keenest = positive_number("price", price), positive_number("most", most)
    if paid >= keenest:
        raise InputError(f"price must be below most, which is {most!r}, not {price!r}.")
    return paid / keenest, positive_number("half", half) / whole_number("machines", machines, minimum=1)
