"""Substitution: the share of the new against the old, as a logistic curve that is a straight line in logits."""

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, positive_number

LOG_81 = math.log(81)


def logistic(time: float | Iterable[float], midpoint: float, rate: float) -> float | pd.Series:
    """Compute the share f(t) = 1 / (1 + e^(−k · (t − t₀))).

    `time` is a number or a list of numbers, `midpoint` (t₀) is when the share is one half, `rate` (k > 0) is per unit
    of time. The result is a float, or a Series indexed by time.

    Source: Fisher and Pry (1971), for shares.

    >>> logistic(1970, midpoint=1970, rate=0.4)
    0.5
    """
    pace = positive_number("rate", rate)
    middle = number("midpoint", midpoint)
    if isinstance(time, Iterable) and not isinstance(time, str | bytes):
        labels = list(time)
        distance = pace * (numbers("time", labels) - middle)
        return pd.Series(_share(distance), index=pd.Index(labels, name="time"), name="share")
    return float(_share(np.array(pace * (number("time", time) - middle))))


def fisher_pry(time: float | Iterable[float], midpoint: float, takeover_time: float) -> float | pd.Series:
    """Compute the share of the new in a substitution: ln(f / (1 − f)) = (ln 81 / Δt) · (t − t₀).

    `midpoint` (t₀) is when new and old are equal, `takeover_time` (Δt > 0) is the time from 10 to 90 per cent. The
    paper of 1971 writes f = ½ · (1 + tanh(α · (t − t₀))), so that Δt = ln 81 / (2α). Programs that call the rate of the
    logistic curve α mean 2α: with them Δt = ln 81 / α. This function takes Δt itself, which nobody can mistake.

    Source: Fisher and Pry (1971).

    >>> round(fisher_pry(1980, midpoint=1970, takeover_time=20), 9)
    0.9
    """
    return logistic(time, midpoint, LOG_81 / positive_number("takeover_time", takeover_time))


def fit_fisher_pry(share: pd.Series) -> pd.Series:
    """Fit the straight line of a substitution by least squares on the logits, ln(f / (1 − f)).

    `share` is a Series indexed by time with three or more values between 0 and 1, both left out; it must rise. The
    ceiling is taken to be 1. The result has the entries midpoint, takeover_time (unit of the index) and r_squared (of
    the logits).

    Source: Fisher and Pry (1971).

    >>> fit_fisher_pry(fisher_pry([1960, 1967, 1975], midpoint=1970, takeover_time=20)).round(6).tolist()
    [1970.0, 20.0, 1.0]
    """
    if not isinstance(share, pd.Series):
        raise InputError("share must be a Series indexed by time.")
    time, part = numbers("time", list(share.index)), numbers("share", share, minimum=0)
    if part.min() <= 0 or part.max() >= 1 or np.unique(time).size < 3:
        raise InputError("share must have three or more values above 0 and below 1, each at another time.")
    logits = np.log(part / (1 - part))
    away = time - time.mean()
    slope = float(away @ logits / (away @ away))
    if slope <= 0:
        raise InputError("share must rise with time.")
    misses = logits - logits.mean() - slope * away
    explained = 1 - float(misses @ misses) / float(((logits - logits.mean()) ** 2).sum())
    values = {"midpoint": time.mean() - logits.mean() / slope, "takeover_time": LOG_81 / slope, "r_squared": explained}
    return pd.Series(values, name="line")


def _share(distance: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return 1 / (1 + e^−x) without overflow on either side."""
    shares: npt.NDArray[np.float64] = np.exp(-np.logaddexp(0.0, -distance))
    return shares
