"""Two-sided platforms: what each side pays when each side is there for the other.

A platform brings two sides together, such as buyers and sellers. A member of one side gains from each member of the
other, so a price on one side is set with an eye on the other.
"""

from collections.abc import Iterable

import pandas as pd

from longwave.checks import InputError, number, numbers

COST = 0.1


def armstrong_prices(transport: Iterable[float], benefit: Iterable[float], cost: Iterable[float]) -> pd.Series:
    """Compute the prices of two equal platforms that share both sides of a market, and the profit of each.

        p₁ = f₁ + t₁ − α₂        p₂ = f₂ + t₂ − α₁        profit = (t₁ + t₂ − α₁ − α₂) / 2

    Each argument is a pair, for side 1 and side 2. `transport` (t > 0, money) is what it costs a member to take the
    platform that suits him less: his cost of switching. `benefit` (α, money) is what a member gains from all members of
    the other side; it may be negative, as with advertisements. `cost` (f ≥ 0, money) is what serving a member costs.
    Each side has the size 1, everybody joins exactly one platform, and each platform gets half of each side. A price
    below 0 is money that the platform pays out.

    Two platforms can share the market only if 4·t₁·t₂ > (α₁ + α₂)²; otherwise InputError.

    Source: Armstrong (2006).

    >>> armstrong_prices((1, 1), (0.3, 0.2), (0.1, 0.1)).round(6).tolist()
    [0.9, 0.8, 0.75]
    """
    (near, far), (first, second) = _pair("transport", transport, minimum=0), _pair("benefit", benefit)
    serve, host = _pair("cost", cost, minimum=0)
    if not 4 * near * far > (first + second) ** 2:
        raise InputError(
            f"benefit is too strong for two platforms to share the market: 4 · {near:g} · {far:g} must be above "
            f"({first:g} + {second:g})²."
        )
    prices = {"price_1": serve + near - second, "price_2": host + far - first}
    return pd.Series({**prices, "profit": (near + far - first - second) / 2}, name="money")


def rochet_tirole_prices(cost: float, most: Iterable[float] = (1.0, 1.0)) -> pd.Series:
    """Compute what a platform alone in its market asks of a buyer and of a seller for each deal, and the deals made.

        pairs that deal   D(p_B) · D(p_S)   with   D(p) = v − p
        best prices       p_B + p_S − c = p_B / η_B = p_S / η_S,   here   m = (v_B + v_S − c) / 3,   p = v − m

    `cost` (c ≥ 0, money for each deal), `most` (the pair v_B, v_S > 0) is the price at which nobody of a side is left;
    η is the elasticity of a side's demand. The result has price_buyer, price_seller, deals and profit, which is the
    margin m times the deals. The cost must be below v_B + v_S. Where the two sides' v differ much, the side that would
    pay little is paid: its price is negative.

    Source: Rochet and Tirole (2003).

    >>> rochet_tirole_prices(0.2).round(6).tolist()
    [0.4, 0.4, 0.36, 0.216]
    """
    spent = number("cost", cost, minimum=0)
    buyer, seller = _pair("most", most, minimum=0)
    if not spent < buyer + seller:
        raise InputError(f"cost must be below {buyer + seller:g}, what a pair would pay at most, not {cost!r}.")
    margin = (buyer + seller - spent) / 3
    prices = {"price_buyer": buyer - margin, "price_seller": seller - margin}
    return pd.Series({**prices, "deals": margin**2, "profit": margin**3}, name="for each deal")


def _pair(name: str, values: Iterable[float], minimum: float | None = None) -> tuple[float, float]:
    pair = numbers(name, values, minimum)
    if pair.size != 2:
        raise InputError(f"{name} must be a pair of numbers, one for each side, not {pair.size}.")
    return float(pair[0]), float(pair[1])


def shared_prices(makers: float, buyers: float, switching: float) -> pd.Series:
    """Return the prices and the profit of two platforms, or nothing where they cannot share the market."""
    try:
        return armstrong_prices((switching, switching), (makers, buyers), (COST, COST))
    except InputError:
        return pd.Series(dtype=float)
