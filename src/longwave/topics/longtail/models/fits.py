"""The exponent of a real series: one straight line with its interval, and what the parts of the series say.

In logarithms the Pareto curve is a line: log q = log q₁ − b · log r. So b is a slope, and it can be estimated over any
stretch of ranks. If one power law holds, every stretch gives the same b.
"""

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import linregress, t

from longwave.checks import InputError, numbers, positive_number

Floats = npt.NDArray[np.float64]

FEWEST_POINTS = 3
CONFIDENCE = 0.95


def fit_exponent(ranks: Iterable[float], sales: Iterable[float]) -> pd.Series:
    """Estimate the exponent b by least squares of log sales on log rank, with an interval of 95 %.

        log q = log q₁ − b · log r + error,   interval: b ± t · standard error,  n − 2 degrees of freedom

    The interval assumes that the errors are independent. Sales in the order of their ranks never are, so it is too
    narrow; it tells how well a line is placed, and not whether the line is right.

    Args:
        ranks: Ranks of at least 1, three or more, not all alike.
        sales: What sells at each, above 0, in any unit.

    Returns:
        exponent, low, high and first_sales, which is the fitted q₁ in the unit of the sales.

    Raises:
        InputError: if the two differ in length, or there are too few ranks.

    >>> fit_exponent([1, 10, 100, 1000], [1000, 100, 10, 1]).round(6).tolist()
    [1.0, 1.0, 1.0, 1000.0]
    """
    places, sold = _checked(ranks, sales, fewest=FEWEST_POINTS)
    if np.ptp(places) == 0:
        raise InputError("ranks must not be all alike.")
    line = linregress(np.log(places), np.log(sold))
    half = float(t.ppf((1 + CONFIDENCE) / 2, len(places) - 2)) * float(line.stderr)
    slope = -float(line.slope)
    return pd.Series(
        {
            "exponent": slope,
            "low": slope - half,
            "high": slope + half,
            "first_sales": math.exp(float(line.intercept)),
        },
        name="fit",
    )


def exponents_by_stretch(ranks: Iterable[float], sales: Iterable[float], ends: Sequence[float]) -> pd.DataFrame:
    """Estimate the exponent in each stretch of ranks between two of the `ends`, which both belong to it.

    `ends` rise, at least two. The result has one row a stretch with the columns from_rank, to_rank, exponent, low and
    high, as `fit_exponent` gives them.

    >>> exponents_by_stretch(range(1, 101), [100 / rank for rank in range(1, 101)], [1, 10, 100])["exponent"].round(6)
    0    1.0
    1    1.0
    Name: exponent, dtype: float64
    """
    places, sold = _checked(ranks, sales, fewest=FEWEST_POINTS)
    rows = []
    for start, end in zip(ends[:-1], ends[1:], strict=True):
        inside = (places >= start) & (places <= end)
        fitted = fit_exponent(places[inside], sold[inside])
        rows.append({"from_rank": start, "to_rank": end, **fitted[["exponent", "low", "high"]]})
    return pd.DataFrame(rows)


def exponents_between(ranks: Iterable[float], sales: Iterable[float]) -> pd.Series:
    """Compute the exponent between each point and the next: b = log(q / q′) / log(r′ / r).

    Ranks rise and sales fall; with published counts the rank is how many earn more than the sum. The result is indexed
    from 1 and has one entry fewer than there are points.

    >>> exponents_between([1, 10, 1000], [100, 10, 1]).round(6).tolist()
    [1.0, 0.5]
    """
    places, sold = _checked(ranks, sales, fewest=2)
    if (np.diff(places) <= 0).any():
        raise InputError("ranks must rise.")
    slopes = -np.diff(np.log(sold)) / np.diff(np.log(places))
    return pd.Series(slopes, index=range(1, len(places)), name="exponent")


def sales_at(rank: float, ranks: Iterable[float], sales: Iterable[float]) -> float:
    """Read what sells at a rank between two known ones, on the straight line between them in logarithms.

    The rank must be between the first and the last known one.

    >>> sales_at(10, [1, 100], [400, 4])
    40.0
    """
    places, sold = _checked(ranks, sales, fewest=2)
    place = positive_number("rank", rank)
    if not places[0] <= place <= places[-1]:
        raise InputError(f"rank must be from {places[0]:g} to {places[-1]:g}, not {place:g}.")
    return round(math.exp(float(np.interp(math.log(place), np.log(places), np.log(sold)))), 9)


def compare_counts(before: pd.Series, after: pd.Series) -> pd.DataFrame:
    """Compare how many earn more than certain sums at two times: at the same rank, and at the same share of all.

        grew        n′(s) / n(s), with n′ read off a straight line in logarithms
        same rank   s′(n) / s, where s′(n) is the sum at rank n afterwards
        same share  s′(g · n) / s, where g is the growth of the last count
        no shift    s′(n) / s′(g · n): what the same rank gains if every count grows g times and nothing else changes

    So the same rank is the same share times no shift. How many there are in all is unknown; the last count takes its
    place.

    Args:
        before: Counts (n, rising) indexed by the sum (s, falling), two or more.
        after: The same later. It begins at a sum at least as large, and both end at the same one.

    Returns:
        One row for each sum of `before`, with the columns rank (n), grew, same rank, same share and no shift.

    >>> law = pd.Series({100: 10, 10: 100, 1: 1000})
    >>> compare_counts(law.iloc[1:], 2 * law)[["grew", "same rank", "same share"]].round(9).values.tolist()
    [[2.0, 2.0, 1.0], [2.0, 2.0, 1.0]]
    """
    sums, ranks = after.index.to_numpy(dtype=float), after.to_numpy(dtype=float)
    last = float(ranks[-1])
    growth = last / float(before.iloc[-1])
    rows = []
    for above, count in zip(before.index.to_numpy(dtype=float), before.to_numpy(dtype=float), strict=True):
        # Read the curve the other way round: the count at a sum.
        later = math.exp(float(np.interp(math.log(above), np.log(sums[::-1]), np.log(ranks[::-1]))))
        rank, share = (sales_at(place, ranks, sums) for place in (count, min(growth * count, last)))
        rows.append([int(count), later / count, rank / above, share / above, rank / share])
    columns = ["rank", "grew", "same rank", "same share", "no shift"]
    return pd.DataFrame(rows, columns=columns, index=before.index.rename("above"))


def _checked(ranks: Iterable[float], sales: Iterable[float], fewest: int) -> tuple[Floats, Floats]:
    places, sold = numbers("ranks", ranks, minimum=1), numbers("sales", sales, minimum=0)
    if len(places) != len(sold):
        raise InputError(f"There are {len(places)} ranks and {len(sold)} sales; each rank has one.")
    if len(places) < fewest:
        raise InputError(f"Give at least {fewest} ranks, not {len(places)}.")
    if (sold == 0).any():
        raise InputError("sales must be above 0, because a logarithm of 0 is not a number.")
    return places, sold
