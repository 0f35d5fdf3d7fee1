"""A cobweb of skills: who enters a course looks at today's wage, and graduates years later.

Numbers of graduates are measured from the number at which the market would rest. Linear demand and supply throughout.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, numbers, positive_number, whole_number

GLUT = 10.0
EMPTY = -100.0


def swing_factor(slope_ratio: float, forward: float = 0.0, immediate: float = 0.0) -> float:
    """Compute the factor by which a glut turns into the shortage after it.

        n(t) = −R · [(1 − φ) · n(t − L) + φ · n(t)] − m · n(t),   so   n(t) = −R (1 − φ) / (1 + φ R + m) · n(t − L)

    n is the gap between graduates and their resting number, L the training lag in years. `slope_ratio` R, at least 0,
    is the steepness of demand over that of supply, wage against number. A share `forward` φ from 0 to 1 of entrants
    foresees the wage of the year in which it graduates; the others take today's wage for it. `immediate` m, at least 0,
    is what comes at once from elsewhere, by the same measure as R. The lag is not in the formula.

    Ezekiel (1938) for the cobweb; Muth (1961) for entrants who foresee. The mixture is our own algebra.

    >>> swing_factor(1.2)
    1.2
    >>> round(swing_factor(1.2, forward=0.25), 4)  # 0.9 / 1.3
    0.6923
    """
    ratio, share = number("slope_ratio", slope_ratio, minimum=0), number("forward", forward, minimum=0, maximum=1)
    return ratio * (1 - share) / (1 + share * ratio + number("immediate", immediate, minimum=0))


def forward_share_needed(slope_ratio: float) -> float:
    """Compute the share of entrants that must look ahead for swings neither to grow nor to die out.

        R (1 − φ) = 1 + φ R,   so   φ = (1 − 1 / R) / 2, and 0 where R is at most 1

    R is the slope ratio, above 0. However large it is, half of the entrants are enough. Our own algebra.

    >>> round(forward_share_needed(1.2), 4)  # one in twelve
    0.0833
    """
    return max(0.0, (1 - 1 / positive_number("slope_ratio", slope_ratio)) / 2)


def cobweb(slope_ratio: float, lag: int, years: int, forward: float = 0.0, glut: float = GLUT) -> pd.DataFrame:
    """Follow the gap of graduates year by year, from `lag` years of a glut.

        n(t) = −factor · n(t − L),   but never below −100 per cent: nobody can graduate less than not at all

    `lag` L is the length of training in years, from 1; `glut` is the gap of the first `lag` years in per cent of the
    resting number, at least −100; slope ratio and `forward` as in `swing_factor`. Returns the columns year (from 1)
    and gap (per cent). A cobweb after Ezekiel (1938); for engineers Freeman (1976).

    >>> cobweb(1.2, 1, 4)["gap"].round(2).tolist()
    [10.0, -12.0, 14.4, -17.28]
    """
    factor = swing_factor(slope_ratio, forward)
    length, delay = whole_number("years", years, minimum=1, maximum=500), whole_number("lag", lag, minimum=1)
    gaps = [number("glut", glut, minimum=EMPTY)] * min(delay, length)
    while len(gaps) < length:
        gaps.append(max(EMPTY, -factor * gaps[-delay]))
    return pd.DataFrame({"year": range(1, length + 1), "gap": np.array(gaps) + 0.0})


def stock_pace(slope_ratio: float, lag: int, turnover: float = 1.0) -> float:
    """Compute the factor by which swings grow or shrink in a year, where the wage follows all who work.

        s(t) = (1 − δ) · s(t − 1) − δ R · s(t − L);   the pace is the largest |z| with z^L − (1 − δ) z^(L − 1) + δ R = 0

    s is the gap in the number at work, `turnover` δ (above 0, at most 1) the share of it that leaves each year. At
    δ = 1 only this year's graduates are at work: that is `cobweb`, and the pace is R^(1/L). Our own construction.

    >>> round(stock_pace(1.44, 2), 6)
    1.2
    """
    ratio, delay = number("slope_ratio", slope_ratio, minimum=0), whole_number("lag", lag, minimum=1)
    leaving = _turnover(turnover)
    polynomial = np.zeros(delay + 1)
    polynomial[0], polynomial[-1] = 1, leaving * ratio
    polynomial[1] -= 1 - leaving
    return float(np.abs(np.roots(polynomial)).max())


def critical_slope_ratio(lag: int, turnover: float = 1.0) -> float:
    """Compute the slope ratio above which swings grow, where the wage follows all who work.

    The R at which `stock_pace` is 1. At turnover 1 it is 1 for every lag; below, it falls to 1 as the lag grows.

    Our own construction, as `stock_pace` is.

    >>> round(critical_slope_ratio(7), 6), round(critical_slope_ratio(1, turnover=0.5), 6)
    (1.0, 3.0)
    """
    from scipy.optimize import brentq

    leaving = _turnover(turnover)
    return float(brentq(lambda ratio: stock_pace(ratio, lag, leaving) - 1, 0.5, 3 / leaving, xtol=1e-12))


def admission_path(slope_ratio: float, lag: int, follow: float, seats: float, needed: Sequence[float]) -> pd.DataFrame:
    """Follow graduates under a rule of admission, while the number that the economy needs changes.

        applicants(t) = needed(t) + R · (needed(t) − graduates(t)),   at least 0
        admitted(t) = least of: applicants(t), seats, admitted(t − 1) + f · (applicants(t) − admitted(t − 1))

    except that a fall in applicants is followed at once: a rule can turn people away, and cannot make them apply. The
    admitted graduate `lag` years later. `follow` f from 0 to 1 is the part of a rise that is let in each year,
    `seats` (at least 0) the most. `needed` lists the number needed in each year, above 0; graduates begin at its
    first entry. Returns the columns year, needed, applicants, admitted and graduates. Our own construction.

    >>> admission_path(1.2, 1, 1, 200, [100, 110, 110, 110])["graduates"].round(2).tolist()
    [100.0, 100.0, 122.0, 95.6]
    """
    ratio, delay = number("slope_ratio", slope_ratio, minimum=0), whole_number("lag", lag, minimum=1)
    part, most = number("follow", follow, minimum=0, maximum=1), number("seats", seats, minimum=0)
    targets = numbers("needed", list(needed), minimum=1e-9)
    admitted: list[float] = []
    applicants: list[float] = []
    last = targets[0]
    for year, target in enumerate(targets):
        graduates = targets[0] if year < delay else admitted[year - delay]
        applicants.append(max(0.0, target + ratio * (target - graduates)))
        last = min(applicants[-1], most, max(last, 0) + part * (applicants[-1] - last))
        admitted.append(last)
    out = np.concatenate([np.full(min(delay, len(targets)), targets[0]), admitted])[: len(targets)]
    columns = {"needed": targets, "applicants": applicants, "admitted": admitted, "graduates": out}
    return pd.DataFrame({"year": range(1, len(targets) + 1), **columns})


def mean_miss(path: pd.DataFrame) -> float:
    """Return the mean distance between graduates and the number needed, in per cent of the number needed.

    Our own construction.

    >>> mean_miss(pd.DataFrame({"needed": [100, 100], "graduates": [110, 90]}))
    10.0
    """
    if not {"needed", "graduates"} <= set(path.columns):
        raise InputError("path must have the columns needed and graduates.")
    return float(((path["graduates"] - path["needed"]).abs() / path["needed"]).mean() * 100)


def _turnover(turnover: float) -> float:
    leaving = number("turnover", turnover, maximum=1)
    return positive_number("turnover", leaving)
