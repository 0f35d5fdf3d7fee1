"""Tests of a printed figure: is the unit wrong, is it a part, is it another series, is it prices?"""

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, positive_number


def unit_test(printed: Mapping[object, float], known: Mapping[object, float]) -> pd.DataFrame:
    """Test whether one wrong unit explains how printed figures differ from known ones.

        factor = known / printed,   power of ten = round(log10(factor)),   miss = factor / 10^power − 1

    `printed` and `known` map the same labels, such as years, to figures above 0 in any one unit. A slip of unit is one
    factor for the whole text, and nearly always a power of ten: so all rows must have the same factor, and a miss that
    rounding explains. The result is indexed by label, with factor, power and miss (a share).

    Our own construction.

    >>> unit_test({1978: 3.93}, {1978: 25.976}).round(2).to_dict("list")
    {'factor': [6.61], 'power': [1.0], 'miss': [-0.34]}
    """
    shown, true = _matched(printed, known)
    factor = true / shown
    power = np.round(np.log10(factor))
    return pd.DataFrame({"factor": factor, "power": power, "miss": factor / 10**power - 1})


def equals_print(known: float, printed: str) -> bool:
    """Return whether a known figure, rounded as the printed one is, gives the printed one.

    `printed` is text, since its digits after the point say how it was rounded; a half may go either way.

    Our own construction.

    >>> equals_print(3.937, "3.93"), equals_print(3.926, "3.93"), equals_print(3.935, "3.93")
    (False, True, True)
    """
    text = str(printed).strip()
    try:
        value = number("printed", float(text))
    except ValueError as error:
        raise InputError(f"printed must be a number as text, not {printed!r}.") from error
    half = 0.5 * 10.0 ** -len(text.partition(".")[2])
    return abs(number("known", known) - value) <= half * (1 + 1e-9)


def years_between(series: Mapping[int, float], value: float) -> float:
    """Return when a rising series passes a value, by a straight line between neighbouring years; nan if it never does.

        year = y + (value − s_y) / (s_{y+1} − s_y)

    `series` maps years to figures; only years next to each other are joined. A whole number says that the figure is a
    year's own; a broken one that it is between two.

    Our own construction.

    >>> years_between({1978: 3.0, 1979: 5.0, 2018: 6.0}, 4.0)
    1978.5
    """
    figures, wanted = dict(series), number("value", value)
    if not figures:
        raise InputError("series must have at least one year.")
    for year in sorted(figures):
        here, after = float(figures[year]), figures.get(year + 1)
        if here == wanted:
            return float(year)
        if after is not None and here < wanted < float(after):
            return year + (wanted - here) / (float(after) - here)
    return math.nan


def real_terms(nominal: Mapping[int, float], prices: Mapping[int, float], base: int) -> pd.Series:
    """Return money of several years in the prices of one year.

        real_t = nominal_t · P_base / P_t

    `nominal` maps years to money, `prices` maps at least these years and `base` to a price index above 0.

    >>> real_terms({1978: 25.976, 2020: 163.875}, {1978: 0.35801, 2020: 1.13647}, base=2020).round(1).to_dict()
    {1978: 82.5, 2020: 163.9}
    """
    money, index = pd.Series(dict(nominal), dtype=float), dict(prices)
    missing = [year for year in [*money.index, base] if year not in index]
    if missing:
        raise InputError(f"prices has no year {missing[0]}.")
    at_base = positive_number("prices", index[base])
    return money * [at_base / positive_number("prices", index[year]) for year in money.index]


def growth_split(first: float, last: float, price_first: float, price_last: float) -> pd.Series:
    """Split growth of money into prices and what money buys.

        nominal = last / first,   prices = P_last / P_first,   real = nominal / prices
        price share = ln prices / ln nominal

    All four are above 0, and `last` differs from `first`. The price share is how much of growth, in logarithms, is
    prices: growth is a product, so only its logarithm can be cut in two. Where prices and what money buys go opposite
    ways there is no whole of which one were a part, and the share is nan.

    Our own construction.

    >>> growth_split(1, 4, 100, 200).to_dict()
    {'nominal': 4.0, 'prices': 2.0, 'real': 2.0, 'price_share': 0.5}
    """
    nominal = positive_number("last", last) / positive_number("first", first)
    prices = positive_number("price_last", price_last) / positive_number("price_first", price_first)
    if nominal == 1:
        raise InputError("last must differ from first: no growth can be split.")
    share = math.log(prices) / math.log(nominal)
    share = share if 0 <= share <= 1 else math.nan
    return pd.Series({"nominal": nominal, "prices": prices, "real": nominal / prices, "price_share": share})


def pair_changes(series: Mapping[int, float]) -> pd.DataFrame:
    """Return the change between every two years of a series: each pair is a trend that somebody could print.

        change = last / first − 1

    `series` maps at least two years to figures above 0. The result has first_year, last_year and change (a share).

    Our own construction.

    >>> pair_changes({1: 2.0, 2: 1.0, 3: 3.0})["change"].tolist()
    [-0.5, 0.5, 2.0]
    """
    figures = {year: positive_number("series", value) for year, value in sorted(dict(series).items())}
    if len(figures) < 2:
        raise InputError("series must have at least two years.")
    years = list(figures)
    rows = [
        (first, last, figures[last] / figures[first] - 1)
        for place, first in enumerate(years)
        for last in years[place + 1 :]
    ]
    return pd.DataFrame(rows, columns=["first_year", "last_year", "change"])


def _matched(printed: Mapping[object, float], known: Mapping[object, float]) -> tuple[pd.Series, pd.Series]:
    shown, true = pd.Series(dict(printed), dtype=float), pd.Series(dict(known), dtype=float)
    if not len(shown) or set(shown.index) != set(true.index):
        raise InputError("printed and known must have the same labels, at least one.")
    true = true[shown.index]
    if not (np.isfinite(shown).all() and np.isfinite(true).all() and (shown > 0).all() and (true > 0).all()):
        raise InputError("printed and known must be finite and above 0.")
    return shown, true
