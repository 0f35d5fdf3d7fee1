"""What a cheaper set-up gains, and whether individual tastes raise that gain or lower it."""

import math
from typing import Literal

from scipy.optimize import brentq

from longwave.checks import InputError
from longwave.topics.longtail.models.ranks import last_rank, total_sales


def range_profit(first_sales: float, margin: float, setup_cost: float, exponent: float, titles: int) -> float:
    """Compute what all the titles worth serving earn: m · Σ q(r) − F · r*, for r up to r*, the last rank that pays.

    The arguments are as in `last_rank`; the result is money, at least 0.

    >>> range_profit(first_sales=100, margin=1, setup_cost=50, exponent=1, titles=10)
    50.0
    """
    served = last_rank(first_sales, margin, setup_cost, exponent, titles)
    if served == 0:
        return 0.0
    return margin * total_sales(first_sales, exponent, served) - setup_cost * served


def line_gain(first_sales: float, margin: float, dear: float, cheap: float, exponent: float, titles: int) -> float:
    """Compute what a cheaper set-up adds to the profit of the whole range, in money.

    `dear` and `cheap` are the set-up costs before and after, in money a title made.

    >>> line_gain(first_sales=100, margin=1, dear=100, cheap=50, exponent=1, titles=10)
    50.0
    """
    before, after = (range_profit(first_sales, margin, cost, exponent, titles) for cost in (dear, cheap))
    return after - before


def same_total(first_sales: float, exponent: float, other: float, titles: int) -> float:
    """Compute what the first title must sell on a curve of another exponent for the total to be the same.

    >>> same_total(first_sales=4, exponent=1, other=2, titles=2)
    4.8
    """
    return total_sales(first_sales, exponent, titles) / total_sales(1, other, titles)


def turning_setup(first_sales: float, margin: float, dear: float, exponent: float, other: float, titles: int) -> float:
    """Find the cheap set-up cost at which a line gains as much with one exponent as with another, the total the same.

    Above it the flatter curve gains less from the line (on profit they are substitutes), below it more (complements).

    Args:
        first_sales: What the first title sells on the curve of `exponent`, in units.
        margin: Money a unit.
        dear: Set-up cost before the line, money a title made.
        exponent: The steeper curve's b.
        other: The flatter curve's b.
        titles: How many there are.

    Returns:
        The set-up cost, in money, between 0 and `dear`.

    Raises:
        InputError: if there is no such cost between a hundred-thousandth and nine tenths of `dear`.
    """
    level = same_total(first_sales, exponent, other, titles)

    def lead(cheap: float) -> float:
        """Return how much more the line gains on the flatter curve."""
        flatter, steeper = (
            line_gain(first, margin, dear, cheap, slope, titles)
            for first, slope in ((level, other), (first_sales, exponent))
        )
        return flatter - steeper

    low, high = dear / 100_000, 0.9 * dear
    if lead(low) * lead(high) >= 0:
        raise InputError("The two gains do not meet at any set-up cost between the two ends.")
    return float(brentq(lead, low, high, xtol=1e-6))


def turning_margin(
    first_sales: float, margin: float, dear: float, cheap: float, exponent: float, other: float, titles: int
) -> float:
    """Find the margin on the flatter curve at which the line gains as much as on the steeper one at its own margin.

    The arguments are as in `turning_setup`, with the set-up costs before (`dear`) and after (`cheap`).

    Raises:
        InputError: if there is no such margin up to ten times the present one.
    """
    level = same_total(first_sales, exponent, other, titles)
    wanted = line_gain(first_sales, margin, dear, cheap, exponent, titles)

    def lead(more: float) -> float:
        """Return how much more the line gains on the flatter curve at a margin."""
        return line_gain(level, more, dear, cheap, other, titles) - wanted

    if lead(margin / 10) * lead(10 * margin) >= 0:
        raise InputError("No margin up to ten times the present one makes the two gains equal.")
    return float(brentq(lead, margin / 10, 10 * margin, xtol=1e-9))


def turning_titles(
    first_sales: float,
    margin: float,
    dear: float,
    cheap: float,
    exponent: float,
    other: float,
    gained: Literal["profit", "designs"],
) -> float:
    """Find how many titles there must be for a line to gain as much with one exponent as with another.

    In a shorter drawer the flatter curve gains more from the line (complements), in a longer one less (substitutes).
    Titles gained are counted before rounding to whole ranks, r* = (m · q₁ / F)^(1/b), so that the value does not jump.

    The arguments are as in `turning_margin`; `gained` says whether the gain is counted in profit or in designs.

    Raises:
        InputError: if there is no such number between 1,000 and a million.
    """

    def lead(titles: float) -> float:
        """Return how much more the line gains on the flatter curve in a drawer of so many titles."""
        count = round(titles)
        pairs = ((same_total(first_sales, exponent, other, count), other), (first_sales, exponent))
        if gained == "profit":
            flatter, steeper = (line_gain(first, margin, dear, cheap, slope, count) for first, slope in pairs)
        else:
            flatter, steeper = (_designs_gained(first, margin, dear, cheap, slope, count) for first, slope in pairs)
        return flatter - steeper

    low, high = 1_000, 1_000_000
    if lead(low) * lead(high) >= 0:
        raise InputError("The two gains do not meet at any number of titles between the two ends.")
    return float(brentq(lead, low, high, xtol=0.5))


def _designs_gained(
    first_sales: float, margin: float, dear: float, cheap: float, exponent: float, titles: int
) -> float:
    before, after = (min(math.pow(margin * first_sales / cost, 1 / exponent), titles) for cost in (dear, cheap))
    return after - before
