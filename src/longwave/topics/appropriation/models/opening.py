"""Which part of a product may be open? Intellectual property in modules, in the smallest form that has the point.

Others improve what they can see. An open design is worth more and can be copied; a closed one is neither. A design in
two modules opens the one and guards the other.
"""

import pandas as pd

from longwave.checks import number
from longwave.topics.appropriation.models.assets import integration_capture


def design_income(extension: float, appropriability: float, holders: int = 1, value: float = 1.0) -> pd.Series:
    """Compute what an innovator with an asset of her own earns from a closed, an open and a modular design.

        closed   A(alpha) = alpha * V + (1 - alpha) * 4 V / (k + 2)**2
        open     (1 + g) * A(0)
        modular  (1 + g) * A(alpha)

    Args:
        extension: g, by how much others raise the product's worth once they can build on it, a share of at least 0.
        appropriability: alpha, the chance that nobody copies what is guarded, from 0 to 1.
        holders: k, the others who could sell the product, a whole number of at least 1.
        value: V, money, at least 0.

    Both open designs gain the same g, which is an assumption: whoever opens everything may draw more from others.

    The result has the entries closed, open and modular (money), before what it costs to divide the design.

    Raises:
        InputError: A number is out of range.

    Source: ours, after the argument of Henkel, Baldwin and Shih (2013).

    >>> design_income(0.5, appropriability=0.5, holders=2, value=100).round(2).to_dict()
    {'closed': 62.5, 'open': 37.5, 'modular': 93.75}
    """
    more = 1 + number("extension", extension, minimum=0)
    guarded = integration_capture(appropriability, holders, 0, value)
    return pd.Series(
        {"closed": guarded, "open": more * integration_capture(0, holders, 0, value), "modular": more * guarded}
    )


def turning_extension(appropriability: float, holders: int = 1) -> float:
    """Find how much others must add before opening everything beats closing everything: A(alpha) / A(0) - 1.

    `appropriability` and `holders` are those of `design_income`. The result is a share g of the product's worth.

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> round(turning_extension(0.5), 3)
    0.625
    """
    income = design_income(0, appropriability, holders)
    return float(income["closed"] / income["open"] - 1)


def turning_leak(extension: float, appropriability: float, holders: int = 1) -> float:
    """Find how weak the guard of a modular design may become before the closed design is better.

        (1 + g) * A(alpha') = A(alpha)

    Opening a part may help to copy the rest, so that alpha falls to alpha'. The arguments are those of `design_income`.
    The result is alpha', and 0 where the modular design is better even if the rest is copied for certain.

    Raises:
        InputError: A number is out of range.

    Source: ours.

    >>> round(turning_leak(0.3, 0.5), 6)
    0.2
    """
    copied = integration_capture(0, holders, 0)
    needed = integration_capture(appropriability, holders, 0) / (1 + number("extension", extension, minimum=0))
    return max(0.0, (needed - copied) / (1 - copied))
