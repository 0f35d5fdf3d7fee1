"""What money of many years buys: growth under several denominators, and how often the sign depends on the choice."""

from collections.abc import Mapping

import pandas as pd

from longwave.checks import InputError, positive_number
from longwave.data import load


def denominators() -> dict[str, pd.Series]:
    """Return three series by year that research money can be divided by: two price levels and the economy.

    Source: the datasets national_research (deflator and product) and long_prices (American consumer prices).

    >>> [float(round(level[2020] / level[1970], 1)) for level in denominators().values()]
    [5.2, 6.7, 19.5]
    """
    national = load("national_research").set_index("year")
    return {
        "over prices of GDP": national["deflator_2012"],
        "over consumer prices": load("long_prices").set_index("year")["us_consumer"].dropna(),
        "as a share of GDP": national["gdp_billion_usd"],
    }


def growth_by(money: pd.Series, denominators: Mapping[str, pd.Series], first: int, last: int) -> pd.Series:
    """Return how many times money grew between two years, in current dollars and over each denominator.

        real = (m_last / m_first) / (d_last / d_first)

    `money` and each denominator are series by year, above 0. A denominator is a price level, or an economy.

    >>> growth_by(pd.Series({1: 10.0, 2: 30.0}), {"prices": pd.Series({1: 1.0, 2: 2.0})}, 1, 2).to_dict()
    {'current dollars': 3.0, 'prices': 1.5}
    """
    for name, series in {"money": money, **denominators}.items():
        for year in (first, last):
            if year not in series.index or not series[year] > 0:
                raise InputError(f"{name} has no figure above 0 for {year}.")
    nominal = float(money[last] / money[first])
    real = {name: nominal / float(level[last] / level[first]) for name, level in denominators.items()}
    return pd.Series({"current dollars": nominal, **real})


def pairs_of_years(money: pd.Series, denominators: Mapping[str, pd.Series], apart: int = 1) -> pd.DataFrame:
    """Return `growth_by` for every two years that lie at least `apart` years from each other.

    The result has a row a pair, with the years first and last in its index: every claim that somebody could print.

    >>> pairs_of_years(pd.Series({1: 1.0, 2: 2.0, 3: 3.0}), {}, apart=2)["current dollars"].to_dict()
    {(1, 3): 3.0}
    """
    years = sorted(money.index)
    ends = [(first, last) for first in years for last in years if last - first >= apart]
    if not ends:
        raise InputError(f"money has no two years that lie {apart} apart.")
    rows = [growth_by(money, denominators, first, last) for first, last in ends]
    return pd.DataFrame(rows, index=pd.MultiIndex.from_tuples(ends, names=["first", "last"]))


def even_inflation(first: float, last: float, years: int) -> float:
    """Return the yearly rise of prices at which money that went from `first` to `last` buys the same.

        π* = (last / first)^(1 / years) − 1

    Slower prices, and the money buys more; faster, and it buys less.

    >>> round(even_inflation(100, 121, 2), 6)
    0.1
    """
    growth = positive_number("last", last) / positive_number("first", first)
    return float(growth ** (1 / positive_number("years", years)) - 1)
