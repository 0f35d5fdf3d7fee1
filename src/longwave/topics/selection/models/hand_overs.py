"""Forecasts of shares: the replicator equation against a straight line and against no change at all."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, whole_number
from longwave.topics.selection.models.selection import replicator

Floats = npt.NDArray[np.float64]

RULES = ("replicator", "straight line", "no change")


def misplaced(forecast: pd.Series, truth: pd.Series) -> float:
    """Compute which share of a market a forecast puts with the wrong rival: half the sum of all errors.

    Args:
        forecast: Shares by rival, summing to 1.
        truth: Shares by rival, with the same labels.

    Returns:
        From 0 (all right) to 1.

    Source: the total variation distance, a definition.

    >>> misplaced(pd.Series({"tape": 0.7, "disc": 0.3}), pd.Series({"tape": 0.5, "disc": 0.5}))
    0.2
    """
    return round(float((forecast - truth).abs().sum() / 2), 12)


def share_forecasts(
    shares: pd.DataFrame, origin: int, ahead: int, window: int = 3, newcomers: bool = False
) -> pd.DataFrame:
    """Forecast shares from what they did in the last years, by three rules.

        replicator      s_i · e^(θ_i h) / Σ,  θ_i = log(s_i(t) / s_i(t − w)) / w
        straight line   s_i + h · (s_i(t) − s_i(t − w)) / w, none below 0, scaled to sum to 1
        no change       s_i

    A rival without a share w years ago is given θ = 0; or, with `newcomers`, its yearly growth since its first share
    in the window, if it has two years of shares.

    Args:
        shares: One row a year in order and without a gap, one column a rival; rows sum to 1.
        origin: t, the last year that is known.
        ahead: h, how many years ahead, at least 1; the year need not be in the table.
        window: w, over how many years growth is measured, at least 1.
        newcomers: Whether a rival younger than the window keeps the growth that it has shown.

    Returns:
        One row a rule, one column a rival; rows sum to 1.

    Raises:
        InputError: if the table does not hold the origin and the window before it.

    Source: ours.

    >>> shares = pd.DataFrame({"old": [0.8, 0.5], "new": [0.2, 0.5]}, index=[2000, 2001])
    >>> share_forecasts(shares, 2001, ahead=1, window=1).round(2).to_numpy().tolist()
    [[0.2, 0.8], [0.2, 0.8], [0.5, 0.5]]
    """
    back, steps = whole_number("window", window, minimum=1), whole_number("ahead", ahead, minimum=1)
    years = list(shares.index)
    if origin not in years or years.index(origin) < back:
        raise InputError(f"shares must hold the year {origin} and {back} years before it.")
    place = years.index(origin)
    rows = shares.iloc[place - back : place + 1].to_numpy(float)
    now = rows[-1]
    line = np.clip(now + steps * (now - rows[0]) / back, 0, None)
    forecasts = [replicator(now, _growth(rows, newcomers), steps), line / line.sum(), now]
    return pd.DataFrame(forecasts, index=list(RULES), columns=shares.columns)


def _growth(rows: Floats, newcomers: bool) -> Floats:
    """Return the yearly growth in logs of each column, from its first share in the window to its last."""
    rates = np.zeros(rows.shape[1])
    for rival, column in enumerate(rows.T):
        seen = np.flatnonzero(column > 0)
        is_old = len(seen) > 1 and seen[0] == 0
        if column[-1] > 0 and (is_old or (newcomers and len(seen) > 1)):
            rates[rival] = np.log(column[-1] / column[seen[0]]) / (len(column) - 1 - seen[0])
    return rates


def forecast_record(shares: pd.DataFrame, ahead: int, window: int = 3, newcomers: bool = False) -> pd.DataFrame:
    """Compute for every origin of a record which share of the market each rule misplaces.

    Args:
        shares: As for `share_forecasts`.
        ahead: h, how many years ahead.
        window: w, over how many years growth is measured.
        newcomers: As for `share_forecasts`.

    Returns:
        One row an origin, one column a rule.

    Raises:
        InputError: if the record is too short for one origin.

    Source: ours.

    >>> shares = pd.DataFrame({"old": [0.8, 0.7, 0.6], "new": [0.2, 0.3, 0.4]}, index=[2000, 2001, 2002])
    >>> forecast_record(shares, ahead=1, window=1).round(3).loc[2001].tolist()
    [0.024, 0.0, 0.1]
    """
    back, steps = whole_number("window", window, minimum=1), whole_number("ahead", ahead, minimum=1)
    origins = list(shares.index)[back : max(len(shares) - steps, 0)]
    if not origins:
        raise InputError(f"shares must have more than {back + steps} rows.")
    rows = {}
    for origin in origins:
        forecasts = share_forecasts(shares, origin, steps, back, newcomers)
        truth = shares.iloc[list(shares.index).index(origin) + steps]
        rows[origin] = [misplaced(forecasts.T[rule], truth) for rule in RULES]
    return pd.DataFrame(rows, index=list(RULES)).T.rename_axis("origin")
