"""A good that is worth more the more people have it: which shares of users hold, and where the crowd goes from each."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, whole_number

HIGHEST_PRICE = 0.25


def willingness(share: float) -> float:
    """Compute what the last of a share of users would pay: n · (1 − n).

    Users are in the order of their interest, spread evenly from 1 to 0, and each values the good by her interest
    times the share n that has it. `share` is between 0 and 1; the result is in the same money as the price.

    Source: Rohlfs (1974), with an even spread.

    >>> willingness(0.5)
    0.25
    """
    users = number("share", share, minimum=0, maximum=1)
    return users * (1 - users)


def rohlfs_equilibria(price: float) -> pd.Series:
    """Compute the two shares of users at which the last one is willing to pay just the price.

        p = n · (1 − n),   n = ½ ∓ √(¼ − p)

    The smaller, critical_mass, does not hold: with one user fewer the crowd melts, with one more it grows to the
    larger, which is stable. `price` (p ≥ 0) may be at most 0.25: nobody stays above that.

    Source: Rohlfs (1974), with an even spread of interest.

    >>> rohlfs_equilibria(0.1875).tolist()
    [0.25, 0.75]
    """
    checked_price = number("price", price, minimum=0)
    if checked_price > HIGHEST_PRICE:
        raise InputError(
            f"price must be at most {HIGHEST_PRICE} of what the keenest would pay, the most at which any crowd holds, "
            f"not {price!r}; divide a price in money by what the keenest would pay."
        )
    stable = 0.5 + math.sqrt(HIGHEST_PRICE - checked_price)
    # The two roots multiply to the price; the difference in the formula would lose its digits near a price of 0.
    return pd.Series({"critical_mass": checked_price / stable, "stable": stable}, name="share of users")


def crowd_gain(share: float, price: float) -> float:
    """Compute what all users of a share gain together: what the good is worth to them, less what they pay.

        n · (n − n² / 2) − p · n

    The interests from 1 down to 1 − n add up to n − n² / 2, and each is worth n times itself. `share` is n, 0 to 1,
    and `price` is p, at least 0.

    Source: our own construction, on the willingness to pay of Rohlfs (1974).

    >>> round(crowd_gain(0.8, 0.16), 3)
    0.256
    """
    users = number("share", share, minimum=0, maximum=1)
    return users * (users - users**2 / 2) - number("price", price, minimum=0) * users


def crowd_path(seed: float, price: float, rounds: int) -> npt.NDArray[np.float64]:
    """Compute the shares of users, round by round, from a seeded share: array (rounds + 1).

        n(t + 1) = 1 − p / n(t), kept between 0 and 1

    In each round everybody joins whose interest times the present share covers the price, and the others leave. `seed`
    (0 to 1) is the share at the start, `price` is p ≥ 0. From above the critical mass the path climbs to the stable
    share, from below it falls to zero.

    Our own construction, on the willingness to pay of Rohlfs (1974).

    >>> crowd_path(seed=0.5, price=0.25, rounds=2).tolist()
    [0.5, 0.5, 0.5]
    """
    checked_price = number("price", price, minimum=0)
    path = [number("seed", seed, minimum=0, maximum=1)]
    for _round in range(whole_number("rounds", rounds, minimum=0)):
        present = path[-1]
        path.append(max(0.0, 1 - checked_price / present) if present > 0 else 0.0)
    return np.array(path)
