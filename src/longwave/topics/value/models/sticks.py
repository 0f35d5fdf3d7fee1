"""Value created and value captured: the value stick, and one price for several customers."""

from collections.abc import Iterable

import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number

_ROUNDING = 1e-9


def value_stick(willingness_to_pay: float, price: float, cost: float, opportunity_cost: float) -> pd.Series:
    """Divide the value of one unit among customer, firm and supplier.

    With WTP >= p >= c >= OC:

        customer surplus = WTP - p,   firm margin = p - c,   supplier surplus = c - OC,
        value created V  = WTP - OC,  the sum of the three.

    All four are money per unit, finite, at least 0.

    Args:
        willingness_to_pay: The most the customer would give for the unit (WTP).
        price: What the customer pays (p).
        cost: What the firm pays its supplier (c).
        opportunity_cost: The least for which the supplier would deliver (OC).

    Raises InputError for a number out of range, and when one of the three would walk away, because then
    nothing is traded and nothing is created; the message says who, and what to change.

    Source: Brandenburger and Stuart (1996).

    >>> value_stick(willingness_to_pay=100, price=70, cost=40, opportunity_cost=25)
    customer_surplus    30.0
    firm_margin         30.0
    supplier_surplus    15.0
    value_created       75.0
    Name: money_per_unit, dtype: float64
    """
    stick = {
        "willingness_to_pay": number("willingness_to_pay", willingness_to_pay, minimum=0),
        "price": number("price", price, minimum=0),
        "cost": number("cost", cost, minimum=0),
        "opportunity_cost": number("opportunity_cost", opportunity_cost, minimum=0),
    }
    names, heights = list(stick), list(stick.values())
    _refuse_if_somebody_walks_away(names, heights)
    shares = [max(heights[k] - heights[k + 1], 0.0) for k in range(3)]
    return pd.Series(
        [*shares, heights[0] - heights[3]],
        index=["customer_surplus", "firm_margin", "supplier_surplus", "value_created"],
        name="money_per_unit",
    )


def _refuse_if_somebody_walks_away(names: list[str], heights: list[float]) -> None:
    """Raise an InputError that names each party whose share would be negative."""
    tolerance = _ROUNDING * max(heights)
    problems = [
        f"The {party} walks away: {names[k]} ({heights[k]:g}) must be at least "
        f"{names[k + 1]} ({heights[k + 1]:g}). Raise {names[k]} or lower {names[k + 1]}."
        for k, party in enumerate(["customer", "firm", "supplier"])
        if heights[k + 1] - heights[k] > tolerance
    ]
    if problems:
        raise InputError(" ".join(problems))


def one_price(price: float, willingness_to_pay: Iterable[float], cost: float, opportunity_cost: float) -> pd.Series:
    """Compute what one price for all customers leaves to the firm, and how much value it creates.

    Customer i buys one unit if WTP_i >= p. With n buyers:

        kept by the firm = n (p - c),   value created = sum over the buyers of (WTP_i - OC).

    Args:
        price: p, the same for everybody, money per unit, at least the cost.
        willingness_to_pay: WTP of each customer, money per unit, at least 0.
        cost: c, what the firm pays its supplier, money per unit, at least the opportunity cost.
        opportunity_cost: OC, the least for which the supplier would deliver, money per unit, at least 0.

    Raises InputError for a number out of range.

    Source: Brandenburger and Stuart (1996), for each trade.

    >>> one_price(80, [120, 80], cost=60, opportunity_cost=40).tolist()
    [2.0, 40.0, 120.0]
    """
    opportunity_cost = number("opportunity_cost", opportunity_cost, minimum=0)
    cost = number("cost", cost, minimum=opportunity_cost)
    price = number("price", price, minimum=cost)
    worth = numbers("willingness_to_pay", willingness_to_pay, minimum=0)
    buyers = [most for most in worth if most >= price]
    created = sum(most - opportunity_cost for most in buyers)
    return pd.Series(
        [float(len(buyers)), len(buyers) * (price - cost), float(created)],
        index=["buyers", "firm_keeps", "value_created"],
        name=price,
    )


def best_price(willingness_to_pay: Iterable[float], cost: float, opportunity_cost: float) -> float:
    """Compute the one price that leaves the firm most; of equal prices the lowest, which creates most.

    The best price is somebody's WTP: between two of them it can rise without losing a buyer.

    Args:
        willingness_to_pay: WTP of each customer, money per unit, at least 0; one of them at least the cost.
        cost: c, money per unit, at least the opportunity cost.
        opportunity_cost: OC, money per unit, at least 0.

    Raises InputError for a number out of range, and where no customer would pay the cost.

    Source: derived in lesson 01.

    >>> best_price([120, 80], cost=60, opportunity_cost=40), best_price([120, 90], cost=60, opportunity_cost=40)
    (120.0, 90.0)
    """
    worth = numbers("willingness_to_pay", willingness_to_pay, minimum=0)
    candidates = sorted(float(most) for most in worth if most >= cost)
    if not candidates:
        raise InputError(f"willingness_to_pay must reach the cost ({cost:g}) for one customer at least.")
    return max(candidates, key=lambda price: one_price(price, worth, cost, opportunity_cost)["firm_keeps"])


def turning_second(first: float, cost: float, low_customers: int = 1) -> float:
    """Compute the WTP from which one or more lower customers make the lower price the better one.

    With WTP w of the first customer and u <= w of each of k others, serving all keeps (k + 1)(u - c) and serving the
    first keeps w - c, so

        u* = c + (w - c) / (k + 1):

    the turn, as a part of the first one's gain net of the cost, is 1 / (k + 1).

    Args:
        first: w, WTP of the first customer, money per unit, at least the cost.
        cost: c, money per unit, at least 0.
        low_customers: k, a whole number of at least 1.

    Raises InputError for a number out of range.

    Source: derived in lesson 01.

    >>> turning_second(120, 60), turning_second(120, 60, low_customers=3)
    (90.0, 75.0)
    """
    cost = number("cost", cost, minimum=0)
    count = whole_number("low_customers", low_customers, minimum=1)
    return cost + (number("first", first, minimum=cost) - cost) / (count + 1)
