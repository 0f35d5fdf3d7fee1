"""Growth of productivity in windows around a year, and how often any year at all shows the same shape."""

import math
from typing import Any

import pandas as pd

from longwave.checks import InputError
from longwave.data import load

SHAPES = ("dip, then rise", "rise, then dip", "down twice", "up twice")


def growth_by_period(edges: list[int], countries: list[str] | None = None) -> pd.DataFrame:
    """Compute the growth of total factor productivity between years, 100 (ln A_b − ln A_a) / (b − a).

    Args:
        edges: first and last years of neighbouring periods, in order, from 1890 to 2016.
        countries: columns of the dataset `productivity`, all if not given.

    Returns:
        A row for each country, a column for each period such as "1890–1913", in per cent a year.

    Raises:
        InputError: A year is not in the data, or the years are not in order.

    Source: levels of Bergeaud, Cette and Lecat, in the dataset `productivity`.

    >>> growth_by_period([1890, 1913, 1929], ["united_states"]).round(1).to_numpy().tolist()
    [[1.0, 2.3]]
    """
    levels = load("productivity").set_index("year")
    if edges != sorted(set(edges)) or not set(edges) <= set(levels.index):
        raise InputError("edges must be years of the data, in order.")
    names = countries or list(levels.columns)
    pairs = list(zip(edges, edges[1:], strict=False))
    rows = {name: [_growth(levels[name], *pair) for pair in pairs] for name in names}
    return pd.DataFrame.from_dict(rows, orient="index", columns=[f"{a}–{b}" for a, b in pairs])


def shape_at(country: str, year: int, window: int) -> str:
    """Say how growth moved around a year: over the window before it, the one after, and the one after that.

    Args:
        country: a column of the dataset `productivity`.
        year: where the technology is said to arrive; three windows around it must be in the data.
        window: length of each window, years, 1 or more.

    Returns:
        One of "dip, then rise", "rise, then dip", "down twice" and "up twice".

    Raises:
        InputError: The windows are not in the data.

    Source: a definition, ours.

    >>> shape_at("united_states", 1971, 20), shape_at("united_states", 1971, 10)
    ('dip, then rise', 'dip, then rise')
    """
    levels = load("productivity").set_index("year")[country]
    return _shape(_rounds(levels, year, window))


def shapes(window: int, year: int | None = None) -> pd.Series:
    """Count the four shapes over countries, in one year or in every year for which the data hold three windows.

    Args:
        window: length of each window, years, 1 or more.
        year: the year, or None for all years.

    Returns:
        The number of country-years of each shape.

    Raises:
        InputError: The windows are not in the data.

    Source: a definition, ours.

    >>> shapes(20, 1971).tolist()
    [3, 0, 6, 0]
    """
    levels = load("productivity").set_index("year")
    first, last = int(levels.index.min()), int(levels.index.max())
    years = [year] if year is not None else list(range(first + window, last - 2 * window + 1))
    found = [_shape(_rounds(levels[name], when, window)) for name in levels.columns for when in years]
    return pd.Series({shape: found.count(shape) for shape in SHAPES}, name=window)


def _rounds(levels: "pd.Series[Any]", year: int, window: int) -> list[float]:
    edges = [year - window, year, year + window, year + 2 * window]
    if window < 1 or edges[0] not in levels.index or edges[-1] not in levels.index:
        raise InputError(f"The data hold no three windows of {window} years around {year}.")
    return [_growth(levels, a, b) for a, b in zip(edges, edges[1:], strict=False)]


def _shape(growth: list[float]) -> str:
    before, after, later = growth
    return SHAPES[
        {(True, True): 0, (False, False): 1, (True, False): 2, (False, True): 3}[after < before, later > after]
    ]


def _growth(levels: "pd.Series[Any]", start: int, end: int) -> float:
    return 100 * math.log(levels[end] / levels[start]) / (end - start)
