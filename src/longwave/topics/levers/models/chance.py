"""How a dated forecast and a whole course of ranges are scored."""

from collections.abc import Sequence

import numpy as np

from longwave.checks import InputError, number, numbers, whole_number


def brier(probability: float, happened: bool) -> float:
    """Return the Brier score of a forecast of yes or no: (p − o)², o being 1 if it happened and 0 if not.

    `probability` is from 0 to 1. The score runs from 0 to 1, less is better, and one half scores 0.25 whatever
    happens. Lesson 35 sums over both answers, which doubles it.

    Source: Brier (1950), in the half form that is usual for yes or no.

    >>> round(brier(0.8, happened=True), 6), round(brier(0.8, happened=False), 6)
    (0.04, 0.64)
    """
    return (number("probability", probability, minimum=0, maximum=1) - float(happened)) ** 2


def mean_brier(probabilities: Sequence[float], happened: Sequence[bool]) -> float:
    """Return the mean Brier score of several forecasts of yes or no, from 0 to 1.

    >>> round(mean_brier([0.9, 0.6], [True, False]), 6)
    0.185
    """
    stated, came = numbers("probabilities", probabilities, minimum=0), np.asarray(happened, dtype=float)
    if came.shape != stated.shape or stated.max() > 1:
        raise InputError("probabilities must be from 0 to 1, and as many as there are outcomes.")
    return float(((stated - came) ** 2).mean())


def hit_interval(held: int, ranges: int, confidence: float = 0.9) -> tuple[float, float]:
    """Return between which shares a reader's true hit rate lies, if `held` of `ranges` ranges held the truth.

    The interval of Clopper and Pearson: the shares for which so few, or so many, would not be rarer than half of what
    the confidence leaves. It takes the ranges as independent. Without ranges it is 0 to 1.

    Args:
        held: How many held the truth, from 0 to `ranges`.
        ranges: How many there were, at least 0.
        confidence: Between 0 and 1.

    Source: Clopper and Pearson (1934).

    >>> [round(end, 2) for end in hit_interval(11, 20)], hit_interval(0, 0)
    ([0.35, 0.74], (0.0, 1.0))
    """
    total = whole_number("ranges", ranges, minimum=0)
    hits = whole_number("held", held, minimum=0, maximum=total)
    rest = (1 - number("confidence", confidence, minimum=0, maximum=1)) / 2
    from scipy.stats import beta  # not at the top: it takes longer to load than all else here

    low = float(beta.ppf(rest, hits, total - hits + 1)) if hits else 0.0
    high = float(beta.ppf(1 - rest, hits + 1, total - hits)) if hits < total else 1.0
    return low, high
