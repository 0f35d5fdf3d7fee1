"""A portfolio of research programmes with a few very large returns: what its mean and its winners can tell.

Each programme costs 1 and returns X with mean m. L is the share of all returns that the best tenth brings in the long
run, in a portfolio without end. Two laws can have the same m and L:

    Pareto:      P(X > x) = (x₀ / x)^a,         m = a x₀ / (a − 1),   a > 1;
    log-normal:  log X is normal, spread σ,     m = exp(μ + σ² / 2).
"""

import math
from functools import cache

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

from longwave.checks import InputError, number, positive_number

SEED = 21
DRAWS = 4000
SMALL = 1e-9
PARETO, LOG_NORMAL = "Pareto", "log-normal"


def top_share(tail: float, top: float = 0.1) -> float:
    """Return the share of all returns that the best tenth (or another share `top`) brings, in a large portfolio.

        L = top^(1 − 1 / a)

    `tail` is a, above 1: the smaller, the more skewed.

    Source: Lorenz curve of Pareto's law.

    >>> round(top_share(2), 3)
    0.316
    """
    return float(number("top", top, SMALL, 1 - SMALL) ** (1 - 1 / _tail(tail)))


def tail_of(share: float, top: float = 0.1) -> float:
    """Return the tail a at which the best tenth (or `top`) brings a given share of all returns.

        a = 1 / (1 − ln L / ln top)

    `share` lies between `top` and 1. Source: `top_share`, solved for a.

    >>> round(tail_of(0.48), 2), round(tail_of(0.93), 2)
    (1.47, 1.03)
    """
    found = number("share", share, number("top", top, SMALL, 1 - SMALL) + SMALL, 1 - SMALL)
    return 1 / (1 - math.log(found) / math.log(top))


def spread_of(share: float, top: float = 0.1) -> float:
    """Return the spread σ of the log-normal law at which the best tenth (or `top`) brings a share in the long run.

        σ = Φ⁻¹(L) + Φ⁻¹(1 − top)

    `share` lies between `top` and 1. Source: Lorenz curve of the log-normal law.

    >>> round(spread_of(0.68), 2)
    1.75
    """
    found = number("share", share, number("top", top, SMALL, 1 - SMALL) + SMALL, 1 - SMALL)
    return float(norm.ppf(found) + norm.ppf(1 - top))


@cache
def measured_means(share: float, programmes: int, law: str = PARETO) -> npt.NDArray[np.float64]:
    """Return the mean return that is measured in each of many portfolios, as a share of the true mean.

    `share` is L, `law` is "Pareto" or "log-normal". Shape (4000,), drawn with a fixed seed. It falls short of 1 in more
    than half of the portfolios, since the rare great return that makes the mean is missing in most.

    >>> float(np.median(measured_means(0.68, 150))) < 0.75
    True
    """
    shares: npt.NDArray[np.float64] = _returns(share, programmes, law).mean(axis=1)
    shares.setflags(write=False)
    return shares


def chance_to_show(mean: float, share: float, programmes: int, law: str = PARETO) -> float:
    """Return how often a portfolio of true mean m shows a measured mean above its cost of 1.

    For m above 1 it is the chance to be judged rightly, for m below 1 the chance of a false success. `share` is L.

    Our own construction: a share of 4,000 simulated portfolios.

    >>> chance_to_show(1.5, 0.3, 500) > 0.99
    True
    """
    return float((positive_number("mean", mean) * measured_means(share, programmes, law) > 1).mean())


def sample_share(share: float, programmes: int, law: str = PARETO) -> float:
    """Return the share that the best tenth brings *within* a portfolio, in the middle of many: the median.

    It lies below the long-run share L, most of all where few programmes hold none of the greatest returns.

    >>> sample_share(0.68, 150) < 0.6
    True
    """
    returns = np.sort(_returns(share, programmes, law), axis=1)
    best = returns[:, -max(1, round(programmes / 10)) :].sum(axis=1)
    return float(np.median(best / returns.sum(axis=1)))


def typical_winners(mean: float, tail: float, programmes: int, winners: int) -> float:
    """Return the mean return of the best k of n programmes by Pareto's law, in the middle of many lists: the median.

        X_(j) = x₀ (Γ_(n+1) / Γ_j)^(1/a),   Γ_j = E_1 + … + E_j,   j = 1 for the best

    with exponential E. The *expected* mean is higher, since one list in many holds a very great return.

    Source: order statistics of uniform draws as ratios of sums of exponentials; 4,000 lists, fixed seed.

    >>> 0.6 < typical_winners(1, 2, 1, 1) < 0.8
    True
    """
    if not 1 <= winners <= programmes:
        raise InputError("winners must lie between 1 and programmes.")
    random = np.random.default_rng(SEED)
    sums = random.exponential(size=(DRAWS, winners)).cumsum(axis=1)
    total = sums[:, -1:] + random.gamma(programmes + 1 - winners, size=(DRAWS, 1))
    least = positive_number("mean", mean) * (1 - 1 / _tail(tail))
    return float(least * np.median(((total / sums) ** (1 / tail)).mean(axis=1)))


def programmes_for_same_list(programmes: int, ratio: float, tail: float) -> float:
    """Return how many programmes a worse agency needs so that its list of winners looks like a better one's.

        n (x₀ / x)^a = k   so   x_k = x₀ (n / k)^(1/a);   equal lists:  n′ = n r^a

    `ratio` is r, the better mean over the worse. Our own construction.

    >>> programmes_for_same_list(100, 2, 2)
    400.0
    """
    return float(positive_number("programmes", programmes) * positive_number("ratio", ratio) ** _tail(tail))


def _tail(tail: float) -> float:
    if not tail > 1:
        raise InputError("tail must be above 1: else there is no mean.")
    return float(tail)


def _returns(share: float, programmes: int, law: str) -> npt.NDArray[np.float64]:
    """Return drawn returns over their true mean, shape (4000, programmes)."""
    if programmes < 1:
        raise InputError("programmes must be at least 1.")
    random, shape = np.random.default_rng(SEED), (DRAWS, int(programmes))
    if law == PARETO:
        tail = tail_of(share)
        returns: npt.NDArray[np.float64] = (1 - random.random(shape)) ** (-1 / tail) * (1 - 1 / tail)
        return returns
    if law == LOG_NORMAL:
        spread = spread_of(share)
        return np.exp(spread * random.standard_normal(shape) - spread**2 / 2)
    raise InputError(f"law must be {PARETO!r} or {LOG_NORMAL!r}.")
