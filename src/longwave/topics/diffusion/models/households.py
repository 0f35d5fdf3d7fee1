"""Thirteen technologies in households: how long each took to rise, when it came, and whether its line bends."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, numbers, whole_number
from longwave.data import load
from longwave.topics.diffusion.models.substitution import fit_fisher_pry

LOWEST, HIGHEST = 0.05, 0.95  # shares between which a line is fitted: beyond them a logit runs away
FEWEST_POINTS = 5
FEWEST_RANKS = 4


def household_shares() -> dict[str, pd.Series]:
    """Return the share of US households that had each of thirteen technologies, by year, between 0 and 1.

    >>> len(household_shares())
    13
    """
    homes = load("household_adoption")
    return {
        str(name): (rows.set_index("year")["percent"] / 100).sort_index() for name, rows in homes.groupby("technology")
    }


class Bend(NamedTuple):
    """The t of the squared term in a line of logits: plain, and with errors that depend on the years before."""

    plain: float
    serial: float


def bend(share: pd.Series, lags: int = 4) -> Bend:
    """Test whether the logits of a share follow a straight line, by the squared term of a parabola.

        ln(f / (1 − f)) = a + b · t + c · t² + e,   t(c) = c / s.e.(c)

    The plain standard error takes the errors e as independent. The other is that of Newey and West, with weights
    1 − l / (L + 1) on the products of errors l years apart. Below 0 the line bends down: growth slows early.

    Args:
        share: A Series indexed by year with five or more values between 0 and 1, both left out.
        lags: L, at least 0.

    Returns:
        plain and serial, the two t.

    Raises:
        InputError: if there are too few values, or one outside.

    Source: Newey and West (1987), without a correction for few observations.

    >>> years = np.arange(10)
    >>> share = pd.Series(1 / (1 + np.exp(-0.3 * years + 0.02 * years**2 + 0.1 * np.cos(3 * years))), index=years)
    >>> [round(value, 1) for value in bend(share, lags=0)]
    [-5.3, -7.3]
    """
    years, logits = _logits(share)
    furthest = whole_number("lags", lags, minimum=0)
    time = years - years.mean()
    terms = np.column_stack([np.ones_like(time), time, time**2])
    inverse = np.linalg.inv(terms.T @ terms)
    coefficients = inverse @ terms.T @ logits
    errors = logits - terms @ coefficients
    plain = inverse * float(errors @ errors) / (len(logits) - 3)
    scores = terms * errors[:, None]
    middle = scores.T @ scores
    for lag in range(1, min(furthest, len(logits) - 1) + 1):
        pair = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (furthest + 1)) * (pair + pair.T)
    serial = inverse @ middle @ inverse
    return Bend(*(float(coefficients[2] / np.sqrt(matrix[2, 2])) for matrix in (plain, serial)))


def adoption_times(shares: Mapping[str, pd.Series], lags: int = 4) -> pd.DataFrame:
    """Measure each technology: how long it took, by two clocks, and when it came, by three calendars.

    Args:
        shares: For each technology its share of households by year, between 0 and 1. A line is fitted to the rise: to
            the values from 5 to 95 per cent, both left out, up to the year of the highest. What a later technology
            takes back, as the cellular phone did from the landline, is no part of it.
        lags: L of `bend`.

    Returns:
        A row for each technology, with takeover (years from 10 to 90 % on the fitted line), quarters (years from 25 to
        75 % in the record itself, NaN if it begins later), midpoint (of the line), half (the year in which the record
        passes 50 %), first (of the record), and bend and bend_serial, the two t.

    Source: Fisher and Pry (1971) for the line.

    >>> years = np.arange(1950, 1991)
    >>> share = pd.Series(1 / (1 + np.exp(-(years - 1970) / 5 + 0.01 * np.cos(years))), index=years)
    >>> adoption_times({"A": share})[["takeover", "quarters", "midpoint", "half", "first"]].round().values.tolist()
    [[22.0, 11.0, 1970.0, 1970.0, 1950.0]]
    """
    rows = {}
    for name, share in shares.items():
        rise = share.loc[: share.idxmax()]
        inside = rise[(rise > LOWEST) & (rise < HIGHEST)]
        line, bent = fit_fisher_pry(inside), bend(inside, lags)
        rows[name] = {
            "takeover": line["takeover_time"],
            "quarters": _passed(share, 0.75) - _passed(share, 0.25),
            "midpoint": line["midpoint"],
            "half": _passed(share, 0.5),
            "first": float(share.index[0]),
            "bend": bent.plain,
            "bend_serial": bent.serial,
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("technology")


class Trend(NamedTuple):
    """A rank correlation, its two-sided p, and of how many technologies."""

    rho: float
    p: float
    technologies: int


def date_trend(times: pd.DataFrame, calendar: str, clock: str) -> Trend:
    """Compute the rank correlation of how long technologies took with the year in which they came.

    Args:
        times: From `adoption_times`; rows without either number are left out.
        calendar: midpoint, half or first.
        clock: takeover or quarters.

    Returns:
        rho (below 0: later is faster), p (two-sided, by Student's t) and technologies.

    Raises:
        InputError: if there is no such column, or fewer than four technologies are left.

    Source: Spearman (1904).

    >>> times = pd.DataFrame({"first": [1, 2, 3, 4, 5], "takeover": [9.0, 7, 8, 4, 2]})
    >>> date_trend(times, "first", "takeover").rho
    -0.9
    """
    from scipy.stats import spearmanr

    missing = {calendar, clock} - set(times.columns)
    if missing:
        raise InputError(f"times must have the column {min(missing)!r}.")
    held = times[[calendar, clock]].dropna()
    if len(held) < FEWEST_RANKS:
        raise InputError(f"times must have at least {FEWEST_RANKS} technologies with both numbers.")
    found = spearmanr(held[calendar], held[clock])
    return Trend(round(float(found.statistic), 12), float(found.pvalue), len(held))


def _logits(share: pd.Series) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    years, parts = numbers("share", list(share.index)), numbers("share", share, minimum=0)
    if len(parts) < FEWEST_POINTS or parts.min() <= 0 or parts.max() >= 1:
        raise InputError(f"share must have at least {FEWEST_POINTS} values above 0 and below 1.")
    return years, np.log(parts / (1 - parts))


def _passed(share: pd.Series, part: float) -> float:
    """Return when a record first reaches a part, on a straight line between its years; NaN if it begins above it."""
    above = share.index[share >= part]
    if above.empty or above[0] == share.index[0]:
        return float("nan")
    later = above[0]
    earlier = share.index[share.index < later][-1]
    return float(earlier + (part - share[earlier]) / (share[later] - share[earlier]) * (later - earlier))
