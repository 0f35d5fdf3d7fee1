"""What buyers keep of the value that a trade creates, where the price and one other number are known."""

import math

from longwave.checks import number

_FLAT = 1e-9  # an elasticity this near to 1 is 1


def least_share(surplus: float) -> float:
    """Compute the least part of the value created that buyers can have, from what they keep of each dollar paid.

    Of a dollar paid the selling side, suppliers included, keeps at most the dollar. So

        least share = s / (1 + s),

    reached if the selling side gives up nothing; if it gives up all of the dollar, the buyers have everything. The
    least share holds also where the selling side loses, as under a subsidy; everything is then no upper bound.

    Args:
        surplus: s, what buyers keep for each dollar that they pay, in dollars, at least 0.

    Raises InputError for a number out of range.

    Source: Brandenburger and Stuart (1996), with p = 1 and OC from 0 to 1.

    >>> round(least_share(1.6), 3)
    0.615
    """
    surplus = number("surplus", surplus, minimum=0)
    return surplus / (1 + surplus)


def buyers_gain(cheaper: float, elasticity: float) -> float:
    """Compute what buyers gain from a fallen price, for each dollar that they spend at the new price.

    Each small fall saves the buyers its size on all units that they then buy. With demand q = A p^(-e), a new price
    of 1 and an old one of R the gain for each dollar spent now is

        G = integral from 1 to R of p^(-e) dp = (R^(1-e) - 1) / (1 - e),   and ln R at e = 1.

    Args:
        cheaper: R, how many times as high the price was before, at least 1.
        elasticity: e, by how many per cent sales rise when the price falls by one per cent, at least 0.

    Raises InputError for a number out of range.

    Source: the consumer's surplus with constant elasticity; used in this way by Brynjolfsson (1996).

    >>> [round(buyers_gain(4, elasticity), 3) for elasticity in (1, 0, 2)]
    [1.386, 3.0, 0.75]
    """
    cheaper = number("cheaper", cheaper, minimum=1)
    elasticity = number("elasticity", elasticity, minimum=0)
    if abs(elasticity - 1) < _FLAT:
        return math.log(cheaper)
    return math.expm1((1 - elasticity) * math.log(cheaper)) / (1 - elasticity)


def whole_surplus(elasticity: float) -> float:
    """Compute all that buyers keep for each dollar that they spend, if one elasticity holds up to any price.

    With demand q = A p^(-e) and a price of 1

        S = integral from 1 to infinity of p^(-e) dp = 1 / (e - 1),   and without limit at e <= 1.

    It is more than the gain since any earlier price, and the least share of buyers is S / (1 + S) = 1 / e. Buyers
    keep as much as they pay, and surely half of the value, at e = 2, however far the price has fallen.

    Args:
        elasticity: e, by how many per cent sales rise when the price falls by one per cent, at least 0.

    Raises InputError for a number out of range.

    Source: the limit of `buyers_gain` for an old price without limit.

    >>> [whole_surplus(elasticity) for elasticity in (1, 1.5, 2, 3)]
    [inf, 2.0, 1.0, 0.5]
    """
    elasticity = number("elasticity", elasticity, minimum=0)
    return 1 / (elasticity - 1) if elasticity > 1 else math.inf
