"""One owner of a base technology and many users: each stops short because part of the gain goes to the other."""

import pandas as pd

from longwave.checks import InputError, number


def base_technology(
    users: float = 3,
    start: float = 1,
    cost: float = 4,
    user_share: float = 0.5,
    owner_aid: float = 0,
    user_aid: float = 0,
) -> pd.Series:
    """Compute the quality of a base technology when owner and users decide alone, and the best for all.

    A user's gain is z (b + T). She keeps the share s, the owner the rest; the state pays τ of her cost and σ of his.

        user:   max s z (b + T) − (1 − τ) T² / 2                    T = s z / (1 − τ)
        owner:  max (1 − s) n z (b + T) − (1 − σ) c z² / 2           z = (1 − s) n (b + T) / ((1 − σ) c)
        both:   z = (1 − s) n b / ((1 − σ) c − s (1 − s) n / (1 − τ))
        best:   z = T = n b / (c − n)

    Each takes the other's decision as given. The best maximises n z (b + T) − n T² / 2 − c z² / 2.

    Args:
        users: n, number of users, above 0.
        start: b, what a unit of quality is worth to a user who does nothing herself, money, above 0.
        cost: c, how fast the owner's cost rises with quality, money, above n, or the best has no end.
        user_share: s, share of the gain that users keep, from 0 to 1.
        owner_aid: σ, share of the owner's cost that the state pays, from 0 to 1.
        user_aid: τ, share of each user's cost that the state pays, from 0 to 1.

    Returns:
        quality, z, and effort, T, of each user; best, the best quality; ratio, the first over the third; surplus, the
        gain of all less all cost, whoever pays it, in money; best_surplus, the same at the best; owner_money and
        user_money, what the state pays on either side, in money.

    Raises:
        InputError: A number is out of range, or the aid is so high that quality has no end.

    Source: a linear form, ours, of Bresnahan and Trajtenberg (1995), whose abstract was read.

    >>> base_technology()[["quality", "best", "ratio"]].round(3).tolist()
    [0.462, 3.0, 0.154]
    """
    n, b, s = _above("users", users), _above("start", start), number("user_share", user_share, minimum=0, maximum=1)
    c = number("cost", cost, minimum=0)
    if c <= n:
        raise InputError(f"cost must be above users ({n:g}), or the best quality has no end; it is {c:g}.")
    own, use = (1 - number(name, aid, 0, 1) for name, aid in (("owner_aid", owner_aid), ("user_aid", user_aid)))
    room = own * c * use - s * (1 - s) * n
    if room <= 1e-12:
        raise InputError("owner_aid and user_aid are so high that quality has no end.")
    z = (1 - s) * n * b * use / room
    effort = 0.0 if s == 0 else s * z / use
    best = n * b / (c - n)
    found = {
        "quality": z,
        "effort": effort,
        "best": best,
        "ratio": z / best,
        "surplus": _surplus(n, b, c, z, effort),
        "best_surplus": _surplus(n, b, c, best, best),
        "owner_money": (1 - own) * c * z**2 / 2,
        "user_money": (1 - use) * n * effort**2 / 2,
    }
    return pd.Series(found, name="base_technology")


def _surplus(n: float, b: float, c: float, quality: float, effort: float) -> float:
    return n * quality * (b + effort) - n * effort**2 / 2 - c * quality**2 / 2


def _above(name: str, value: float) -> float:
    value = number(name, value, minimum=0)
    if value == 0:
        raise InputError(f"{name} must be above 0, not 0.")
    return value
