"""Does growth last? The growth of one stretch of years against that of the next, and what such a test can miss."""

import math

import numpy as np
import pandas as pd

from longwave.checks import number, whole_number
from longwave.data import load


def growth_pairs(years: int = 10, end: int = 2022, first: int = 1820) -> pd.DataFrame:
    """Return growth a head in each stretch of years, with that of the next, for the three countries of the dataset.

    Args:
        years: Length of a stretch, at least 1.
        end: The year in which the last stretch ends, at most 2022.
        first: The year before which no stretch begins.

    Returns:
        A row a pair, with country, year (where the first stretch ends), growth and next, in per cent a year
        (differences of logarithms).

    Source: the dataset income_per_head; the test is that of Easterly and others (1993).

    >>> pairs = growth_pairs()
    >>> len(pairs), f"{pairs['growth'].corr(pairs['next']):.2f}"
    (57, '-0.32')
    """
    length = whole_number("years", years, minimum=1)
    last = whole_number("end", end, maximum=2022)
    table = load("income_per_head").pivot(index="year", columns="country", values="usd_2011_per_head")
    marks = np.arange(last, whole_number("first", first) - 1, -length)[::-1]
    growth = table.reindex(marks).map(math.log, na_action="ignore").diff() * 100 / length
    pairs = [
        pd.DataFrame({"country": name, "year": marks, "growth": growth[name], "next": growth[name].shift(-1)})
        for name in growth
    ]
    return pd.concat(pairs).dropna().reset_index(drop=True)


def after_and_before(pairs: pd.DataFrame) -> pd.Series:
    """Return the mean growth of the fastest third of stretches, of those after them, and of those before them.

    `pairs` is as from `growth_pairs`. "Before" looks backwards from the fastest third of the second stretches.

    >>> after_and_before(growth_pairs()).round(1).tolist()
    [3.0, 1.2, 1.3]
    """
    fast = pairs[pairs["growth"] > pairs["growth"].quantile(2 / 3)]
    late = pairs[pairs["next"] > pairs["next"].quantile(2 / 3)]
    found = {"fastest third": fast["growth"].mean(), "after": fast["next"].mean(), "before": late["growth"].mean()}
    return pd.Series(found)


def hidden_effect(spread: float, pairs: int) -> float:
    """Return how much a lasting lever may add to growth without being seen in a correlation of stretches.

        e = 2 σ √(r / (1 − r)),  r = 1.96 / √n

    In half of all stretches a lever adds e, and it stays on for many stretches in a row; the rest is chance. Then the
    correlation of one stretch with the next is (e²/4) / (e²/4 + σ²), and below r it is not told from zero. A lever of
    just this size is found in about one world of two; smaller ones more rarely, larger ones more often.

    Args:
        spread: σ, the standard deviation of growth by chance, at least 0, in per cent a year.
        pairs: n, how many pairs of stretches there are, at least 5.

    Returns:
        e, in per cent a year.

    Source: our construction.

    >>> round(hidden_effect(1.5, 57), 2)
    1.78
    """
    least = 1.96 / np.sqrt(whole_number("pairs", pairs, minimum=5))
    return float(2 * number("spread", spread, minimum=0) * np.sqrt(least / (1 - least)))


def lever_world(effect: float, spread: float, seed: int = 1, countries: int = 3, stretches: int = 20) -> pd.DataFrame:
    """Invent pairs of stretches in a world where a lever works: half of the stretches have it, ten in a row.

    The columns growth and next are as from `growth_pairs`, in per cent a year around a mean of 1.5.

    Source: our construction.

    >>> lever_world(1, 1.5, seed=1).shape
    (57, 2)
    """
    rng = np.random.default_rng(seed)
    on = (np.arange(stretches) // 10 + rng.integers(0, 2, countries)[:, None]) % 2
    growth = 1.5 + effect * (on - 0.5) + rng.normal(0, spread, (countries, stretches))
    return pd.DataFrame({"growth": growth[:, :-1].ravel(), "next": growth[:, 1:].ravel()})
