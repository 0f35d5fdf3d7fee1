"""The long tail: how much is sold beyond a rank, how deep it pays to make, and in what lots.

Titles (or designs) are in the order of their sales. The one at rank r sells q(r) = q₁ · r^−b, a Pareto curve: the
smaller the exponent b, the longer the tail.
"""

import math
from collections.abc import Iterable
from typing import Literal

import numpy as np
import pandas as pd
from scipy.special import exprel

from longwave.checks import InputError, number, numbers, positive_number, whole_number

FIRST_SALES, TITLES = 100_000, 10_000
MARGIN, MASS_SETUP = 10, 50_000

Form = Literal["integral", "sum", "midpoint"]
FORMS = ("integral", "sum", "midpoint")
SUMMED_ONE_BY_ONE = 1000


def sales_by_rank(ranks: Iterable[float], first_sales: float, exponent: float) -> pd.Series:
    """Compute what sells at each rank: q(r) = q₁ · r^−b.

    `ranks` are numbers of at least 1, `first_sales` (q₁ ≥ 0, units) is what the best-seller sells, `exponent` (b > 0)
    is the steepness. The result is indexed by rank.

    Source: Brynjolfsson, Hu and Smith (2003).

    >>> sales_by_rank([1, 2, 4], first_sales=100, exponent=1).tolist()
    [100.0, 50.0, 25.0]
    """
    places = numbers("ranks", ranks, minimum=1)
    first, slope = number("first_sales", first_sales, minimum=0), positive_number("exponent", exponent)
    labels = places.astype(np.int64) if (places % 1 == 0).all() else places
    return pd.Series(first * places**-slope, index=pd.Index(labels, name="rank"), name="sales")


def tail_share(exponent: float, titles: int, rank: int, form: Form = "integral") -> float:
    """Compute the share of all sales that falls to the titles beyond a rank, in one of three forms.

        "integral":  ∫ r^−b dr from R to N,  over the same from 1 to N:  (N^(1−b) − R^(1−b)) / (N^(1−b) − 1)
        "sum":       Σ r^−b for r = R + 1 … N,  over the same for r = 1 … N
        "midpoint":  ∫ r^−b dr from R + ½ to N + ½,  over the same from ½ to N + ½

    The integral begins in the middle of the best-seller, so it counts too small a head. The sum counts each title once.
    The midpoint gives each title the width from r − ½ to r + ½ and stays near the sum.

    `exponent` (b > 0; b = 1 is the limit with logarithms), `titles` (N ≥ 2), `rank` (R from 0 to N; beyond rank 0 is
    everything). The result is between 0 and 1.

    Sources: Brynjolfsson, Hu and Smith (2003) for the integral.

    >>> round(tail_share(0.871, 2_300_000, 100_000), 3), round(tail_share(0.871, 2_300_000, 100_000, "sum"), 3)
    (0.392, 0.387)
    >>> round(tail_share(1, 3, 1, form="sum") * 11, 9)  # the three titles sell 6, 3 and 2
    5.0
    """
    slope = positive_number("exponent", exponent)
    count = whole_number("titles", titles, minimum=2)
    last = whole_number("rank", rank, minimum=0, maximum=count)
    if form == "integral":
        return _area_share(slope, 1.0, float(max(last, 1)), float(count))
    if form == "midpoint":
        return _area_share(slope, 0.5, last + 0.5, count + 0.5)
    if form == "sum":
        head, every = (_power_sum(slope, 1, end) for end in (last, count))
        return max(0.0, _power_sum(slope, last + 1, count) / every if head > every / 2 else 1 - head / every)
    raise InputError(f"form must be one of {', '.join(FORMS)}, not {form!r}.")


def total_sales(first_sales: float, exponent: float, titles: int) -> float:
    """Compute what all titles sell together: q₁ · Σ r^−b for r = 1 … N.

    Source: Brynjolfsson, Hu and Smith (2003), for the curve.

    >>> total_sales(first_sales=6, exponent=1, titles=3)
    11.0
    """
    first, slope = number("first_sales", first_sales, minimum=0), positive_number("exponent", exponent)
    return first * _power_sum(slope, 1, whole_number("titles", titles, minimum=1))


def last_rank(first_sales: float, margin: float, setup_cost: float, exponent: float, titles: int) -> int:
    """Compute the last rank that is worth serving: the last r of N at which m · q(r) ≥ F.

        r* = (m · q₁ / F)^(1/b),  rounded down, and at most N

    `margin` (m ≥ 0, money per unit) is earned on each unit, `setup_cost` (F ≥ 0, money) is paid once for each title
    that is made at all, `exponent` is b > 0, `titles` is N ≥ 1. The result is 0 if not even the best-seller pays.

    Our own construction, on the curve of Brynjolfsson, Hu and Smith (2003).

    >>> last_rank(first_sales=100_000, margin=10, setup_cost=50_000, exponent=1, titles=10_000)
    20
    """
    earned = number("margin", margin, minimum=0) * number("first_sales", first_sales, minimum=0)
    cost, slope = number("setup_cost", setup_cost, minimum=0), positive_number("exponent", exponent)
    count = whole_number("titles", titles, minimum=1)
    if earned < cost:
        return 0
    if cost == 0:
        return count
    # In logarithms, because a small b sends the power out of range; a billionth forgives rounding at a whole rank.
    depth = (math.log(earned) - math.log(cost)) / slope
    return count if depth >= math.log(count) else math.floor(math.exp(depth) * (1 + 1e-9))


def divide_range(
    first_sales: float,
    margin: float,
    mass_setup: float,
    flexible_setup: float,
    extra_cost: float,
    exponent: float,
    titles: int,
) -> pd.Series:
    """Divide the titles between a mass plant, a flexible plant, and nobody, each to where it earns most.

        mass earns       m · q(r) − F_m
        flexible earns   (m − Δ) · q(r) − F_f
        nobody earns     0

    `margin` is m, `mass_setup` is F_m and `flexible_setup` is F_f (money per title made), `extra_cost` (Δ ≥ 0, money
    per unit) is what the flexible plant costs more. At a tie the mass plant is taken, and making before not making.
    The result has the numbers of titles under mass, flexible and unserved; they sum to N.

    Our own construction, on the curve of Brynjolfsson, Hu and Smith (2003).

    >>> divide_range(100, 10, mass_setup=200, flexible_setup=20, extra_cost=6, exponent=1, titles=50).tolist()
    [3, 17, 30]
    """
    gain, extra = number("margin", margin, minimum=0), number("extra_cost", extra_cost, minimum=0)
    heavy, light = number("mass_setup", mass_setup, minimum=0), number("flexible_setup", flexible_setup, minimum=0)
    mass = last_rank(first_sales, gain, heavy, exponent, titles)
    flexible = last_rank(first_sales, gain - extra, light, exponent, titles) if extra <= gain else 0
    if light < heavy:
        mass = min(mass, last_rank(first_sales, extra, heavy - light, exponent, titles))
    served = max(mass, flexible)
    return pd.Series({"mass": mass, "flexible": served - mass, "unserved": titles - served}, name="titles")


def best_lot(demand: float, setup_cost: float, holding_cost: float) -> float:
    """Compute the lot that makes set-up and storage cheapest together: Q* = √(2 · D · S / h).

    `demand` (D ≥ 0, units a year), `setup_cost` (S ≥ 0, money per lot), `holding_cost` (h > 0, money for one unit
    stored a year). The result is in units, not rounded.

    Source: Harris (1913), the economic order quantity.

    >>> best_lot(demand=1000, setup_cost=25, holding_cost=2)
    158.11388300841898
    >>> best_lot(demand=1000, setup_cost=0.001, holding_cost=2)
    1.0
    """
    needed = number("demand", demand, minimum=0) * number("setup_cost", setup_cost, minimum=0)
    return math.sqrt(2 * needed / positive_number("holding_cost", holding_cost))


def lot_cost(lot: float, demand: float, setup_cost: float, holding_cost: float) -> float:
    """Compute the yearly cost of set-up and storage with lots of one size: D/Q · S + Q/2 · h.

    `lot` is Q > 0 (units); the others are as in `best_lot`.

    >>> lot_cost(lot=100, demand=1000, setup_cost=25, holding_cost=2)
    350.0
    """
    size, rate = positive_number("lot", lot), number("demand", demand, minimum=0)
    setups = rate / size * number("setup_cost", setup_cost, minimum=0)
    return setups + size / 2 * positive_number("holding_cost", holding_cost)


def _area_share(slope: float, start: float, middle: float, end: float) -> float:
    """Return the part of the area under r^−b from start to end that is beyond the middle; b = 1 is no special case."""
    beyond, whole = math.log(end / middle), math.log(end / start)
    level = math.exp((1 - slope) * math.log(middle / start))
    share = level * beyond * exprel((1 - slope) * beyond) / (whole * exprel((1 - slope) * whole))
    return float(min(1.0, share))


def _power_sum(slope: float, start: int, end: int) -> float:
    """Return Σ r^−b for r = start … end, the far ranks by the formula of Euler and Maclaurin (error below 1e-15)."""
    near = np.arange(start, min(end, max(start, SUMMED_ONE_BY_ONE)) + 1, dtype=float)
    total = float(np.sum(near**-slope))
    first = int(start + near.size)
    if first > end:
        return total
    low, high = first**-slope, end**-slope
    length = math.log(end / first)
    area = low * first * length * exprel((1 - slope) * length)
    bend = slope * (low / first - high / end) / 12
    return float(total + area + (low + high) / 2 + bend)


def reach_frame(cheaper: float, extra: float, exponent: float) -> pd.DataFrame:
    """Return the last rank worth serving for the mass and the flexible plant: DataFrame(last_rank) by plant."""
    ranks = {
        "mass": last_rank(FIRST_SALES, MARGIN, MASS_SETUP, exponent, TITLES),
        "flexible": last_rank(FIRST_SALES, MARGIN - extra, MASS_SETUP / cheaper, exponent, TITLES),
    }
    return pd.DataFrame({"last_rank": ranks})
