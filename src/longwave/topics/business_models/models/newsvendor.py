"""Making before or after the order: the newsvendor's batch against the suit that is made for its buyer.

Demand is normal with mean μ and standard deviation cv · μ. A batch is made before demand is known. What is left over
goes for the salvage value; who comes too late buys nothing. Made to order, nothing is left over and nobody comes too
late. The normal curve runs below zero too: at cv = 0.4 it puts 0.6 % of its weight there, at 0.5 it puts 2.3 %.
"""

import math

import pandas as pd
from scipy.special import ndtr, ndtri

from longwave.checks import InputError, number


def critical_ratio(price: float, cost: float, salvage: float) -> float:
    """Compute how likely demand should be covered by the best batch: (p − c) / (p − s).

    A unit too few costs p − c, a unit too many c − s. `price` (p), `cost` (c) and `salvage` (s) are money per unit,
    with s < c ≤ p; the salvage value may be negative, where clearing away costs money.

    Source: Arrow, Harris and Marschak (1951); Whitin (1953) for the form with a price.

    >>> critical_ratio(price=100, cost=40, salvage=10) * 3
    2.0
    """
    sold, made, left = _prices(price, cost, salvage)
    return (sold - made) / (sold - left)


def batch_profit(quantity: float, price: float, cost: float, salvage: float, mean: float, cv: float) -> float:
    """Compute the expected profit of a batch of a given size: (p − c) μ − (c − s) E(Q − D)⁺ − (p − c) E(D − Q)⁺.

    `quantity` (Q ≥ 0) and `mean` (μ ≥ 0) are units, `cv` (from 0 to 0.6; beyond it the normal curve puts too much
    weight below zero) is the standard deviation over the mean. The other arguments are as in `critical_ratio`.

    >>> batch_profit(quantity=90, price=100, cost=40, salvage=10, mean=100, cv=0)
    5400.0
    """
    sold, made, left = _prices(price, cost, salvage)
    over, under = leftover_and_missed(quantity, mean, cv)
    return (sold - made) * number("mean", mean, minimum=0) - (made - left) * over - (sold - made) * under


def leftover_and_missed(quantity: float, mean: float, cv: float) -> tuple[float, float]:
    """Compute what a batch leaves over and what it misses, in expected units: E(Q − D)⁺ and E(D − Q)⁺.

    With z = (Q − μ) / (cv μ), missed are cv μ φ(z) − (Q − μ) (1 − Φ(z)) units, and left over Q − μ more than that.

    >>> leftover_and_missed(quantity=110, mean=100, cv=0)
    (10.0, 0.0)
    """
    made, average = number("quantity", quantity, minimum=0), number("mean", mean, minimum=0)
    deviation = average * number("cv", cv, minimum=0, maximum=0.6)
    if deviation == 0:
        return max(made - average, 0.0), max(average - made, 0.0)
    z = (made - average) / deviation
    missed = deviation * _density(z) - (made - average) * float(ndtr(-z))
    return missed + made - average, missed


def best_batch(price: float, cost: float, salvage: float, mean: float, cv: float) -> pd.Series:
    """Find the batch of the greatest expected profit: Q* = μ + z cv μ, where Φ(z) is the critical ratio.

    The arguments are as in `batch_profit`; here the cost must be below the price. The result has the quantity, the
    units left over and missed, and the profit, (p − c) μ − (p − s) cv μ φ(z).

    Source: Arrow, Harris and Marschak (1951); Whitin (1953) for the form with a price.

    >>> best_batch(price=100, cost=40, salvage=-20, mean=100, cv=0.4)[["quantity", "profit"]].round(2).tolist()
    [100.0, 4085.08]
    """
    ratio = critical_ratio(price, cost, salvage)
    if ratio == 0:
        raise InputError(f"cost must be below the price, but both are {cost!r}.")
    average, spread = number("mean", mean, minimum=0), number("cv", cv, minimum=0, maximum=0.6)
    quantity = max(0.0, average * (1 + spread * float(ndtri(ratio))))
    over, under = leftover_and_missed(quantity, mean, cv)
    profit = batch_profit(quantity, price, cost, salvage, mean, cv)
    return pd.Series({"quantity": quantity, "left_over": over, "missed": under, "profit": profit}, name="best batch")


def made_to_order_profit(price: float, cost: float, mean: float, lost: float = 0.0) -> float:
    """Compute the expected profit of making each unit after its order: (p − c) μ (1 − w).

    `lost` (w, from 0 to 1) is the share of the buyers who will not wait. A cost above the price gives a loss.

    Our own construction, to compare with the batch of Arrow, Harris and Marschak (1951).

    >>> made_to_order_profit(price=100, cost=50, mean=100, lost=0.1)
    4500.0
    """
    margin = number("price", price, minimum=0) - number("cost", cost, minimum=0)
    return margin * number("mean", mean, minimum=0) * (1 - number("lost", lost, minimum=0, maximum=1))


def break_even_cost(price: float, cost: float, salvage: float, cv: float, lost: float = 0.0) -> float:
    """Compute what a unit made to order may cost before the best batch earns as much.

        c* = p − π / (μ (1 − w)),  which for w = 0 is  c + (p − s) cv φ(z)

    π is the best batch's profit; it grows with μ, so that c* does not depend on μ. `cost` is the batch's; the other
    arguments are as in `best_batch` and `made_to_order_profit`, with `lost` below 1.

    Our own construction, on the batch of Arrow, Harris and Marschak (1951).

    >>> round(break_even_cost(price=100, cost=40, salvage=10, cv=0.4), 2)
    53.09
    >>> break_even_cost(price=100, cost=40, salvage=10, cv=0)
    40.0
    """
    share = 1 - number("lost", lost, minimum=0, maximum=1)
    if share == 0:
        raise InputError("lost must be below 1: somebody has to wait.")
    return float(price - best_batch(price, cost, salvage, 1.0, cv)["profit"] / share)


def value_of_perfect_information(price: float, cost: float, salvage: float, mean: float, cv: float) -> float:
    """Compute what it would be worth to know demand before making the batch: (p − c) μ − π, in money.

    Our own construction, on the batch of Arrow, Harris and Marschak (1951).

    >>> value_of_perfect_information(price=100, cost=40, salvage=10, mean=100, cv=0)
    0.0
    """
    informed_profit = made_to_order_profit(price, cost, mean)
    return float(informed_profit - best_batch(price, cost, salvage, mean, cv)["profit"])


def _density(z: float) -> float:
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def _prices(price: float, cost: float, salvage: float) -> tuple[float, float, float]:
    sold, made = number("price", price, minimum=0), number("cost", cost, minimum=0)
    left = number("salvage", salvage)
    if not left < made <= sold:
        raise InputError(
            f"salvage must be below the cost, and the cost at most the price, not {left:g}, {made:g} and {sold:g}."
        )
    return sold, made, left
