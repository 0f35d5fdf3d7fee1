"""The price of one injection, before and after two firms along its chain merged."""

import math

import pandas as pd

from longwave.data import load

MERGED, MONTHS = 2019, 2  # the purchase was registered in March 2019


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


def jump_after() -> float:
    """Return after how many months of 2018 one jump of the price would give all three yearly averages of `price_path`.

        m = 12 (1 − (p₂₀₁₈ − p₂₀₁₇) / (p₂₀₁₉ − p₂₀₁₇))

    The price is that of 2017 up to then and that of 2019 afterwards; 2019 is taken at the lower end of what is told.

    Source: arithmetic.

    >>> round(jump_after(), 1)
    5.1
    """
    first, second, third = price_path()["low"]
    return float(12 * (1 - (second - first) / (third - first)))


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
