"""Urns from which a ball is drawn and put back with another of its colour: history matters, with or without a lock."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.special import betainc, betaln, gammaln

from longwave.checks import InputError, number, numbers, whole_number


def polya_count_probability(start: Sequence[int], draws: int, count: int) -> float:
    """Compute the probability that the first of two colours is drawn exactly so often from a Pólya urn.

        P(k) = C(n, k) · B(a + k, b + n − k) / B(a, b)

    `start` is (a, b), both at least 1; `draws` is n and `count` is k. From one ball of each, P(k) = 1 / (n + 1) for
    every k: all histories end equally often at every share.

    Source: Eggenberger and Pólya (1923).

    >>> round(polya_count_probability([1, 1], draws=20, count=7) * 21, 12)
    1.0
    """
    first, second = _two(start)
    total = whole_number("draws", draws, minimum=0)
    taken = whole_number("count", count, minimum=0, maximum=total)
    ways = gammaln(total + 1) - gammaln(taken + 1) - gammaln(total - taken + 1)
    return float(np.exp(ways + betaln(first + taken, second + total - taken) - betaln(first, second)))


def polya_share_below(start: Sequence[int], share: float) -> float:
    """Compute the probability that the first colour's share in a Pólya urn ends below a given one: a Beta(a, b) law.

    Source: Eggenberger and Pólya (1923), for the urn.

    >>> polya_share_below([1, 1], 0.25)
    0.25
    """
    first, second = _two(start)
    return float(betainc(first, second, number("share", share, minimum=0, maximum=1)))


def urn_histories(
    start: Sequence[int], draws: int, histories: int, rng: np.random.Generator, feedback: float = 1.0
) -> npt.NDArray[np.float64]:
    """Draw many histories of an urn with two colours: array (histories, draws) with the first colour's share.

        P(next is the first colour) = x^g / (x^g + (1 − x)^g),  x its present share

    `feedback` (g ≥ 0) is 1 for the Pólya urn, above 1 for returns that increase, below 1 for returns that fall off.
    With g > 1 one colour takes all in the end; with g < 1 the shares even out; with g = 1 neither happens.

    Source: Arthur, Ermoliev and Kaniovski (1987) for urns with such a rule.

    >>> urn_histories([1, 0], 3, 1, np.random.default_rng(1)).tolist()
    [[1.0, 1.0, 1.0]]
    """
    balls = numbers("start", start, minimum=0)
    if balls.size != 2 or balls.sum() == 0:
        raise InputError("start must have the numbers of balls of two colours, not both 0.")
    length, many = whole_number("draws", draws, minimum=1), whole_number("histories", histories, minimum=1)
    power = number("feedback", feedback, minimum=0)
    shares, first = np.empty((many, length)), np.full(many, balls[0])
    chances = rng.random((length, many))
    for draw in range(length):
        present = first / (balls.sum() + draw)
        pull, push = present**power, (1 - present) ** power
        first = first + (chances[draw] * (pull + push) < pull)
        shares[:, draw] = first / (balls.sum() + draw + 1)
    return shares


def _two(start: Sequence[int]) -> npt.NDArray[np.float64]:
    balls = numbers("start", start, minimum=1)
    if balls.size != 2:
        raise InputError(f"start must have the numbers of balls of two colours, not of {balls.size}.")
    return balls
