"""What users' reports tell of a maker's own rate: from her own users, averaged over all makers, or shrunk.

A report is a yes or a no, and each maker has a rate of her own at which users complain.
"""

import math

import pandas as pd

from longwave.checks import InputError, number, positive_number, whole_number


def report_noise(rate: float, error: float = 0.0) -> float:
    """Compute the standard deviation of how far one user's report is from a rate, after flips are allowed for.

        √(q · (1 − q)) / (1 − 2e)   with   q = e + (1 − 2e) · r

    `rate` (r, from 0 to 1) is the share of users who would complain, `error` (0 ≤ e < ½) the known chance of a flip.

    Our own construction: the spread of one yes-or-no answer, divided by what flips leave of a difference.

    >>> report_noise(0.2), round(report_noise(0.2, error=0.1), 6)
    (0.4, 0.548293)
    """
    share = number("rate", rate, minimum=0, maximum=1)
    flip = number("error", error, minimum=0, maximum=0.5)
    if flip == 0.5:
        raise InputError("error must be below 0.5: a coin tells nothing of a rate.")
    read = flip + (1 - 2 * flip) * share
    return math.sqrt(read * (1 - read)) / (1 - 2 * flip)


def learning_error(users: int, sellers: int, noise: float, spread: float) -> pd.Series:
    """Compute how far off a seller's estimate of her own rate is: from her own users, the average of all, and shrunk.

        own       √V                           with  V = σ² / n
        average   √(τ² · (1 − 1/m) + V / m)
        pooled    √(V · (1 − w + w / m))       with  w = V / (V + τ²)

    The average takes the mean of all sellers for each of them. Pooling moves each seller's own mean towards the mean
    of all by the part w, the one with the least error.

    Args:
        users: n ≥ 1, each seller's users.
        sellers: m ≥ 1, how many share the platform.
        noise: σ ≥ 0, the standard deviation of one report.
        spread: τ ≥ 0, the standard deviation of the sellers' true rates, which the platform knows.

    Returns:
        Root mean squared errors, labelled own, average and pooled, in the unit of the rate.

    Source: Efron and Morris (1975), in its simplest form, with w known.

    >>> learning_error(users=4, sellers=2, noise=2, spread=1).round(6).tolist()  # V = 1, w = ½
    [1.0, 1.0, 0.866025]
    """
    variance = number("noise", noise, minimum=0) ** 2 / whole_number("users", users, minimum=1)
    count, width = whole_number("sellers", sellers, minimum=1), number("spread", spread, minimum=0)
    total = variance + width**2
    moved = variance / total if total > 0 else 0.0
    squares = {
        "own": variance,
        "average": width**2 * (1 - 1 / count) + variance / count,
        "pooled": variance * (1 - moved + moved / count),
    }
    return pd.Series({name: math.sqrt(square) for name, square in squares.items()}, name="error")


def report_worth(
    users: int, sellers: int, own_noise: float, pool_noise: float, spread: float, bias: float = 0.0
) -> pd.Series:
    """Compute what the average of all sellers is worth to one who also has a line of her own.

        misses   D = τ² · (1 − 1/m) + pool_noise² / (n · m) + bias²
        both     √(V₀ · D / (V₀ + D))   with   V₀ = own_noise² / n
        worth    own_noise² / D users

    She moves her own mean towards the average by the part V₀ / (V₀ + D), which errs least. As many more users of her
    own as the average is worth would do the same, however many she has.

    Args:
        users: n ≥ 1, each seller's users.
        sellers: m ≥ 2, how many share the platform.
        own_noise: standard deviation of one report on one's own line, above 0.
        pool_noise: the same in the pool, at least 0; its reports are others than those on one's own line.
        spread: τ ≥ 0, the standard deviation of the sellers' true rates.
        bias: how far the average is off for a reason that no volume mends, in the unit of the rate; its size is known.

    Returns:
        both, a root mean squared error in the unit of the rate, and users, infinite if the average misses nothing.

    Our own algebra, from the shrinkage of Efron and Morris (1975).

    >>> report_worth(4, 2, own_noise=2, pool_noise=0, spread=math.sqrt(2)).round(6).tolist()  # V₀ = 1, D = 1
    [0.707107, 4.0]
    """
    count, makers = whole_number("users", users, minimum=1), whole_number("sellers", sellers, minimum=2)
    own, pool = positive_number("own_noise", own_noise) ** 2, number("pool_noise", pool_noise, minimum=0) ** 2
    width, off = number("spread", spread, minimum=0), number("bias", bias)
    missed = width**2 * (1 - 1 / makers) + pool / (count * makers) + off**2
    mean = own / count
    worth = own / missed if missed > 0 else math.inf
    return pd.Series({"both": math.sqrt(mean * missed / (mean + missed)), "users": worth}, name="report")


def turning_spread(users: int, sellers: int, own_noise: float, pool_noise: float) -> float:
    """Compute the spread of sellers at which a pool with noisier reports errs as much as one's own line alone.

        V₀ = own_noise² / n,   V = pool_noise² / n
        V · (1 − w · (1 − 1/m)) = V₀   at   w* = (1 − V₀ / V) / (1 − 1/m),   τ* = √(V · (1 / w* − 1))

    Args:
        users: n ≥ 1, each seller's users.
        sellers: m ≥ 2, how many share the platform.
        own_noise: standard deviation of one report on one's own line, above 0.
        pool_noise: the same in the pool, above 0.

    Returns:
        τ* in the unit of the rate: below it the pool wins, above it the own line. It is infinite if reports in the
        pool are no noisier than one's own, and 0 if the pool loses even among sellers who are all alike.

    Our own algebra, from `learning_error`.

    >>> round(turning_spread(users=4, sellers=2, own_noise=math.sqrt(3), pool_noise=2), 6)  # V = 1, V₀ = ¾, w* = ½
    1.0
    """
    count = whole_number("users", users, minimum=1)
    makers = whole_number("sellers", sellers, minimum=2)
    own = positive_number("own_noise", own_noise) ** 2 / count
    pool = positive_number("pool_noise", pool_noise) ** 2 / count
    moved = (1 - own / pool) / (1 - 1 / makers)
    if moved <= 0:
        return math.inf
    return math.sqrt(pool * max(0.0, 1 / moved - 1))


def toolkit_skill(error: float, tries: int) -> float:
    """Compute how good users must be to do as well by their own trials as a maker who is told what they need.

        maker  1 − e       user  1 − (1 − s)^k       equal at   s* = 1 − e^(1/k)

    Args:
        error: e, from 0 to 1, the chance that a need arrives wrong at the maker.
        tries: k ≥ 1, how often a user can try one choice and see at once whether it serves.

    Returns:
        s*, the chance from 0 to 1 that one try is right at which both do equally well.

    Our own construction; that users who can try and see need not tell is the argument of von Hippel and Katz (2002).

    >>> toolkit_skill(0.25, tries=1), toolkit_skill(0.25, tries=2)
    (0.75, 0.5)
    """
    wrong = number("error", error, minimum=0, maximum=1)
    return 1 - float(wrong ** (1 / whole_number("tries", tries, minimum=1)))
