"""The two markets of Cournot that this topic compares: rivals who sell one product, and patents that one product needs.

They are mirror images: owners earn the same in both, and what users get in one is lost in the other.
"""

import pandas as pd

from longwave.checks import InputError, number, whole_number


def quantity_competition(sellers: int, highest_price: float = 20.0, cost: float = 0.0, slope: float = 1.0) -> pd.Series:
    """Compute the market of n sellers of the same product who choose quantities.

    With price = a - b Q and unit cost c, each seller earns

        (a - c)**2 / (b * (n + 1)**2)

    n counts the first seller too: one entrant makes n = 2, and leaves 4/9 of the only seller's profit.

    Args:
        sellers: n, a whole number of at least 1.
        highest_price: a, money per unit, above the cost.
        cost: c, money per unit, at least 0.
        slope: b, money per unit and unit, above 0.

    The result has price, quantity, income_each, income_all, user_surplus and lost: what a price equal to the cost
    would have made, and nobody has. With the default numbers a single seller earns 100.

    Source: Cournot (1838).

    >>> quantity_competition(sellers=1)[["price", "income_all", "user_surplus", "lost"]].tolist()
    [10.0, 100.0, 50.0, 50.0]
    """
    sellers = whole_number("sellers", sellers, minimum=1)
    return _market(sellers, sellers / (sellers + 1), highest_price, cost, slope)


def stacked_patents(patents: int, highest_price: float = 20.0, cost: float = 0.0, slope: float = 1.0) -> pd.Series:
    """Compute the market of a product that needs n patents at once, each with an owner who sets a royalty alone.

    With price = a - b Q, unit cost c and a competitive maker, who passes all royalties on, each owner earns

        (a - c)**2 / (b * (n + 1)**2)

    and together they earn 4 n / (n + 1)**2 of what a pool, one owner of all, would earn.

    Parameters and result are as in `quantity_competition`; the price holds the cost and all royalties.

    Sources: Cournot (1838), on complements; Shapiro (2001), on patents.

    >>> stacked_patents(patents=3)[["price", "income_each", "income_all"]].tolist()
    [15.0, 25.0, 75.0]
    """
    patents = whole_number("patents", patents, minimum=1)
    return _market(patents, 1 / (patents + 1), highest_price, cost, slope)


def _market(owners: int, served: float, highest_price: float, cost: float, slope: float) -> pd.Series:
    """Return who has what when `served` of the quantity is sold that a price equal to the cost would sell."""
    cost = number("cost", cost, minimum=0)
    margin = number("highest_price", highest_price, minimum=0) - cost
    slope = number("slope", slope, minimum=0)
    if margin <= 0 or slope == 0:
        raise InputError("highest_price must be above cost, and slope above 0: else there is no market.")
    whole = margin**2 / slope
    income = served * (1 - served) * whole
    return pd.Series(
        {
            "price": cost + (1 - served) * margin,
            "quantity": served * margin / slope,
            "income_each": income / owners,
            "income_all": income,
            "user_surplus": served**2 * whole / 2,
            "lost": (1 - served) ** 2 * whole / 2,
        }
    )
