"""Contracts that an innovator may offer, and the bargainer's confidence at which another one becomes the better."""

from collections.abc import Sequence

import pandas as pd

from longwave.checks import InputError, number
from longwave.topics.cooperative.models.core import core_bounds
from longwave.topics.cooperative.models.game import Game


def confidence_crossing(bounds: pd.DataFrame) -> float:
    """Compute the confidence x above which the second of two contracts is worth more than the first.

        (1 − x) · least₁ + x · most₁ = (1 − x) · least₂ + x · most₂

    A bargainer of confidence x (from 0 to 1) expects that share of the distance from her least to her most.

    Args:
        bounds: One row a contract, with the columns `minimum` and `maximum` (money). The first has the higher minimum,
            the second the higher maximum.

    Returns:
        The confidence, strictly between 0 and 1.

    Raises:
        InputError: There are not two contracts, or one of them is at least as good at both ends.

    Source: Brandenburger and Stuart (2007) for the confidence; the crossing is our own arithmetic.

    >>> confidence_crossing(pd.DataFrame({"minimum": [8, 0], "maximum": [10, 18]}))
    0.5
    """
    if len(bounds) != 2:
        raise InputError(f"bounds must have two rows, one for each contract, not {len(bounds)}.")
    (low_1, high_1), (low_2, high_2) = bounds[["minimum", "maximum"]].to_numpy(dtype=float)
    if not (low_1 > low_2 and high_2 > high_1):
        raise InputError("the first contract must have the higher minimum, and the second the higher maximum.")
    return float((low_1 - low_2) / (low_1 - low_2 + high_2 - high_1))


def rival_licences(user_values: Sequence[float], loss: float) -> pd.Series:
    """Compute what two licences create and leave for the innovator when the two licensees compete.

        v(innovator, user i) = w_i,    v(all) = max(w₁ + w₂ − 2c, w₁, w₂)

    Args:
        user_values: What each of two users gains if it alone holds a licence, w₁ and w₂ (money, at least 0).
        loss: What each loses if both hold one, c (money, at least 0).

    Returns:
        Series(value_created, least, most), in the same money: v(all), and the ends of the innovator's core shares.

    Raises:
        InputError: There are not two users, or a number is negative or not finite.

    Source: our own construction.

    >>> rival_licences([10, 8], loss=2).tolist()
    [14.0, 4.0, 14.0]
    """
    if len(user_values) != 2:
        raise InputError(f"user_values must hold two numbers, not {len(user_values)}.")
    first, second = (number("user_values", value, minimum=0) for value in user_values)
    loss = number("loss", loss, minimum=0)
    both = max(first + second - 2 * loss, first, second)
    pairs = {("innovator", "user1"): first, ("innovator", "user2"): second, ("innovator", "user1", "user2"): both}
    share = core_bounds(Game.from_coalitions(["innovator", "user1", "user2"], pairs)).loc["innovator"]
    return pd.Series({"value_created": both, "least": share["minimum"], "most": share["maximum"]})
