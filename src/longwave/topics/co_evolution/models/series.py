"""Two real series: how an index is made of them, how alike they are, and what their changes can show."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, whole_number
from longwave.topics.co_evolution.models.coordination import coordination_degree, mean_coupling

CARRIERS = (
    *("8 - Track", "CD", "CD Single", "Cassette", "Cassette Single", "DVD Audio", "LP/EP", "Music Video (Physical)"),
    *("Other Tapes", "SACD", "Vinyl Single"),
)
SONGS = (
    *("Download Album", "Download Single", "Limited Tier Paid Subscription", "On-Demand Streaming (Ad-Supported)"),
    *("Other Ad-Supported Streaming", "Paid Subscription"),
)
LICENCES = ("Synchronization",)  # fees for music in films: sold on no carrier, and not to listeners

Count = Literal["all", "no licences", "songs", "songs to listeners"]


def stretch(series: Sequence[float] | pd.Series, low: float = 0.1, high: float = 0.9) -> pd.Series:
    """Stretch a series to a scale, so that its least value becomes `low` and its greatest `high`.

        u(t) = low + (high − low) · (x(t) − min x) / (max x − min x)

    `low` and `high` lie from 0 to 1. Studies call this standardising; the ends are the student's choice.

    Source: a definition.

    >>> stretch([3, 4, 7]).tolist()
    [0.1, 0.30000000000000004, 0.9]
    """
    values = pd.Series(series, dtype=float)
    bottom = number("low", low, minimum=0, maximum=1)
    top = number("high", high, minimum=bottom, maximum=1)
    spread = values.max() - values.min()
    if not spread > 0:
        raise InputError("series must have two different values, or it cannot be stretched.")
    stretched: pd.Series = bottom + (top - bottom) * (values - values.min()) / spread
    return stretched


def agreement(first: pd.Series, second: pd.Series, low: float = 0.1, high: float = 0.9) -> pd.Series:
    """Return how alike two series are by six measures, after both were stretched to one scale.

    Usual C and corrected C are means over the years, last D is the usual coordination degree of the last year. The
    correlations of levels and of yearly changes, and p of the latter for no correlation, depend on no scale.

    Source: `coupling_degree`, `coordination_degree`; p is Student's, for changes that know nothing of each other.

    >>> float(agreement(pd.Series([1, 2, 4, 5]), pd.Series([10, 30, 20, 60]))["last D"].round(3))  # the root of 0.9
    0.949
    """
    from scipy.stats import pearsonr

    one, other = stretch(first, low, high), stretch(second, low, high)
    changes = pearsonr(one.diff().iloc[1:], other.diff().iloc[1:])
    pair = one.to_numpy(), other.to_numpy()
    return pd.Series(
        {
            "usual C": float(mean_coupling(*pair, corrected=False)),
            "corrected C": float(mean_coupling(*pair)),
            "last D": coordination_degree(one.iloc[-1], other.iloc[-1], corrected=False),
            "r of levels": one.corr(other),
            "r of changes": changes.statistic,
            "p of changes": changes.pvalue,
        }
    )


def digital_share(formats: pd.DataFrame, count: Count = "all") -> pd.Series:
    """Return what part of the money for recorded music was paid for no carrier, by year, in per cent.

    `formats` is the dataset music_formats. `count` says what is counted as digital, over what: "all" that has no
    carrier, over everything; the same with "no licences" for films in either; "songs" downloaded or streamed, over
    everything; or "songs to listeners", over songs and carriers alone.

    Source: our own groups of the formats of music_formats.

    >>> from longwave.data import load
    >>> digital_share(load("music_formats")).loc[[2000, 2019]].round(1).tolist()
    [0.0, 87.2]
    """
    money = formats.pivot_table(index="year", columns="format", values="million_usd", aggfunc="sum").fillna(0)
    songs, carriers = money[list(SONGS)].sum(axis=1), money[list(CARRIERS)].sum(axis=1)
    total, licences = money.sum(axis=1), money[list(LICENCES)].sum(axis=1)
    digital = (total - carriers - licences).clip(lower=0)  # sums of floats leave less than nothing
    parts = {
        "all": digital / total,
        "no licences": digital / (total - licences),
        "songs": songs / total,
        "songs to listeners": songs / (songs + carriers),
    }
    if count not in parts:
        raise InputError(f"count must be one of {', '.join(parts)}, not {count!r}.")
    return 100 * parts[count]


def least_correlation(changes: int, level: float = 0.05) -> float:
    """Return the least correlation, up or down, of so many pairs that has a p below `level`.

        r = t / √(n − 2 + t²),   t the quantile of Student's distribution with n − 2 degrees of freedom

    `changes` n is 3 or more, `level` above 0 and below 1.

    Source: Student's test of a correlation.

    >>> round(least_correlation(19), 3)
    0.456
    """
    from scipy.stats import t as student

    count = whole_number("changes", changes, minimum=3)
    quantile = student.ppf(1 - number("level", level, minimum=1e-9, maximum=1 - 1e-9) / 2, count - 2)
    return float(quantile / np.sqrt(count - 2 + quantile**2))


def found_chance(true: float, changes: int, level: float = 0.05) -> float:
    """Return the chance that a link of a true strength is found, with p below `level`, in so many changes.

        1 − β = Φ(√(n − 3) · (atanh ρ + ρ/(2n − 2) − atanh r*)),   r* the least correlation that is found

    `true` ρ is the correlation of changes in the long run, from 0 to below 1; `changes` n is 4 or more. A finding with
    the wrong sign is not counted.

    Source: Fisher's approximation, with his correction for small samples.

    >>> round(found_chance(0.5, 19), 2)
    0.61
    """
    from scipy.stats import norm

    count = whole_number("changes", changes, minimum=4)
    strength = number("true", true, minimum=0, maximum=1 - 1e-9)
    lifted = np.arctanh(strength) + strength / (2 * count - 2)
    gap = lifted - np.arctanh(least_correlation(count, level))
    return float(norm.cdf(np.sqrt(count - 3) * gap))
