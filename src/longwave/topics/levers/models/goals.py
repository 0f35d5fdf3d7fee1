"""Two naive rules that carry a published share on to a date: a straight line, and a straight line in log odds."""

import math

import pandas as pd

from longwave.checks import InputError, number
from longwave.data import load

SERIES = {"32-cnc-2021-10": 2021 + 10 / 12, "31-rate-2022": 2022.0, "31-rate-2023": 2024.0, "32-cnc-2025-03": 2025.25}
GOALS = {"32-cnc-goal-2025": 2026.0, "32-cnc-goal-2027": 2028.0}


def control_shares() -> pd.DataFrame:
    """Return the published shares of key steps under numerical control: time (in years) and share (per cent).

    The end of a year is the beginning of the next: 2022.0 is 31 December 2021. The index has the facts' ids.

    >>> control_shares()["share"].tolist()
    [54.6, 55.3, 62.9, 66.2]
    """
    values = load("cn_cases").set_index("fact_id")["value"]
    return pd.DataFrame({"time": SERIES, "share": {name: float(values[name]) for name in SERIES}})


def carried_on(start: tuple[float, float], end: tuple[float, float], time: float) -> pd.Series:
    """Carry a share on from two of its values, by a line and by a line in log odds, ln(s / (100 − s)).

    Args:
        start: Time in years and share in per cent, between 0 and 100.
        end: The same, later.
        time: When the share is asked for, in years.

    Returns:
        line and odds, in per cent. The line may pass 100, the odds cannot.

    Raises:
        InputError: A share is out of range, or the times are not in order.

    Source: the two naive rules of lesson 12.

    >>> carried_on((2022, 55.3), (2025.25, 66.2), 2028).round(1).to_dict()
    {'line': 75.4, 'odds': 74.3}
    """
    (first, low), (last, high) = start, end
    if number("time of the start", first) >= number("time of the end", last):
        raise InputError("The start must come before the end.")
    odds = [_log_odds(share) for share in (low, high)]
    ahead = (number("time", time) - last) / (last - first)
    middle = odds[1] + ahead * (odds[1] - odds[0])
    return pd.Series({"line": high + ahead * (high - low), "odds": 100 / (1 + math.exp(-middle))})


def _log_odds(share: float) -> float:
    if not 0 < number("share", share) < 100:
        raise InputError(f"A share must be between 0 and 100 per cent, not {share!r}.")
    return math.log(share / (100 - share))
