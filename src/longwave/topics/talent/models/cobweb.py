"""Who enters a course in a boom: students who look at today's pay, and students who look at the pay at graduation.

Graduates and pay are in per cent above or below rest, and both lines are straight. A class graduates `lag` years after
it entered, and the number of graduates in a year sets pay in that year.
"""

import numpy as np
import pandas as pd

from longwave.checks import number, positive_number, whole_number

EMPTY = -100.0


def swing_factor(slope_product: float, forward: float = 0.0) -> float:
    """Compute the factor by which a glut turns into the shortage after it.

        n(t) = −R · [(1 − φ) · n(t − L) + φ · n(t)],   so   n(t) = −R (1 − φ) / (1 + φ R) · n(t − L)

    n is the gap between graduates and their number at rest, L the training lag in years. `slope_product` R, at least 0,
    is the slope of supply (per cent of entrants for one per cent of pay) times the slope of demand (per cent of pay for
    one per cent of graduates). A share `forward` φ from 0 to 1 of entrants foresees the pay of the year in which it
    graduates; the others take today's pay for it. The lag is not in the factor. Below 1 swings die out.

    Ezekiel (1938) for the cobweb; Muth (1961) for entrants who foresee. The mixture is our own algebra.

    >>> swing_factor(1.2)
    1.2
    >>> round(swing_factor(1.2, forward=0.25), 4)  # 0.9 / 1.3
    0.6923
    """
    product, share = number("slope_product", slope_product, minimum=0), number("forward", forward, minimum=0, maximum=1)
    return product * (1 - share) / (1 + share * product)


def forward_share_needed(slope_product: float) -> float:
    """Compute the share of entrants that must look ahead for swings neither to grow nor to die out.

        R (1 − φ) = 1 + φ R,   so   φ = (1 − 1 / R) / 2, and 0 where R is at most 1

    R is the product of the two slopes, above 0. However large it is, half of the entrants are enough. Our own algebra.

    >>> round(forward_share_needed(1.2), 4)  # one in twelve
    0.0833
    """
    return max(0.0, (1 - 1 / positive_number("slope_product", slope_product)) / 2)


def boom_path(
    supply: float,
    demand: float,
    lag: int,
    forward: float = 0.0,
    boom: float = 10.0,
    lasts: int | None = None,
    years: int = 24,
) -> pd.DataFrame:
    """Follow graduates and pay through a boom that surprises everybody in year 1.

        w(t) = x(t) − d · n(t),   n(t) = [(1 − φ) · e · w(t − L) + φ · e · x(t)] / (1 + φ e d),   n(t) at least −100

    n is the gap of graduates and w of pay, both in per cent. `supply` e, at least 0, is how many per cent of entrants
    one per cent of pay brings; `demand` d, at least 0, how many per cent of pay one per cent of graduates takes away.
    x is `boom` in the years 1 to `lasts` (for good where that is None) and 0 after it. `lag` L is the training in
    years, from 1; who graduates up to year L entered before the boom. A share `forward` φ of the entrants knows, once
    the boom is there, how long it lasts and how many come; the others take the pay that they see for the pay that they
    will meet. Returns the columns year (from 1 to `years`), boom, graduates, pay, and seen: the pay in the year of
    entry, 0 for classes from before the boom.

    With φ = 0 a cobweb (Ezekiel 1938), with φ = 1 entry with rational expectations, as Ryoo and Rosen (2004) have it
    for engineers in a richer model. Our own construction.

    >>> boom_path(2, 0.25, lag=4).loc[[3, 4, 8, 12], ["graduates", "pay"]].to_numpy().round(2).tolist()
    [[0.0, 10.0], [20.0, 5.0], [10.0, 7.5], [15.0, 6.25]]
    >>> float(round(boom_path(2, 0.25, lag=4, forward=1)["pay"].iloc[-1], 4))  # 10 / 1.5
    6.6667
    """
    e, d = number("supply", supply, minimum=0), number("demand", demand, minimum=0)
    share, shift = number("forward", forward, minimum=0, maximum=1), number("boom", boom)
    delay, length = whole_number("lag", lag, minimum=1), whole_number("years", years, minimum=1, maximum=500)
    last = length if lasts is None else whole_number("lasts", lasts, minimum=1)
    pushed = np.where(np.arange(1, length + 1) <= last, shift, 0.0)
    graduates, pay = np.zeros(length), pushed.copy()
    for year in range(delay, length):
        entrants = (1 - share) * e * pay[year - delay] + share * e * pushed[year]
        graduates[year] = max(EMPTY, entrants / (1 + share * e * d))
        pay[year] = pushed[year] - d * graduates[year]
    seen = np.concatenate([np.zeros(min(delay, length)), pay[: max(0, length - delay)]])
    columns = {"boom": pushed, "graduates": graduates + 0.0, "pay": pay + 0.0, "seen": seen}
    return pd.DataFrame({"year": range(1, length + 1), **columns})
