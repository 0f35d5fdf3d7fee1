"""The price of one injection, before and after two firms along its chain merged."""

import math

import pandas as pd

from longwave.data import load

MERGED = 2019  # the year in which the purchase was registered


def price_path() -> pd.DataFrame:
    """Return the average price of the injection by year, with 2017 as 100.

    Returns:
        One row a year, columns year, low and high: both ends of what is told. The rise of 2018 is told as a floor.

    Source: the dataset cn_cases, rows `30-price-…`.

    >>> price_path().round(0).to_numpy().astype(int).tolist()
    [[2017, 100, 100], [2018, 500, 500], [2019, 800, 825]]
    """
    first, low, high = (1 + _rise(name) / 100 for name in ("2018", "low", "high"))
    rows = [(MERGED - 2, 1.0, 1.0), (MERGED - 1, first, first), (MERGED, first * low, first * high)]
    table = pd.DataFrame(rows, columns=["year", "low", "high"])
    return table.assign(low=100 * table["low"], high=100 * table["high"])


def share_before(first: float, second: float) -> float:
    """Return which part of two rises in a row, in logarithms, the first one is.

        ln(1 + r₁) / (ln(1 + r₁) + ln(1 + r₂))

    Logarithms, because factors multiply: in money the second rise would seem larger only because it came later.

    Args:
        first: r₁, a share (4 for a rise by 400 per cent), above −1.
        second: r₂, a share, above −1; the two logarithms do not add up to 0.

    Returns:
        A share.

    Source: arithmetic.

    >>> round(share_before(4, 0.6), 3), round(share_before(4, 0.65), 3)
    (0.774, 0.763)
    """
    logs = math.log1p(first), math.log1p(second)
    return logs[0] / sum(logs)


def _rise(name: str) -> float:
    return float(load("cn_cases").set_index("fact_id")["value"][f"30-price-{name}"])
