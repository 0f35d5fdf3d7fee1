"""Value created and value captured: the value stick, and the card game that explains added value."""

import pandas as pd

from longwave.checks import InputError, number, whole_number

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


def card_game(black_cards: int, red_cards: int, pair_value: float = 100.0) -> pd.Series:
    """Compute the value and the added values of the card game.

    One owner holds all b black cards. Each of the r red cards belongs to another player. A pair of one black
    and one red card is worth pi; a card alone is worth nothing.

        V = pi * min(b, r),   AV(owner) = V,   AV(a red player) = pi * (min(b, r) - min(b, r - 1)).

    A player's added value is what the whole group would lose without that player.

    Args:
        black_cards: b, a whole number of at least 0.
        red_cards: r, a whole number of at least 1.
        pair_value: Pi, money for a pair, finite, at least 0.

    Raises InputError for a number out of range.

    Source: Brandenburger and Nalebuff (1997), "The Added-Value Theory of Business".

    >>> card_game(black_cards=23, red_cards=26)
    value_created        2300.0
    owner_added_value    2300.0
    red_added_value         0.0
    Name: money, dtype: float64
    """
    black = whole_number("black_cards", black_cards, minimum=0)
    red = whole_number("red_cards", red_cards, minimum=1)
    pair = number("pair_value", pair_value, minimum=0)
    value = pair * min(black, red)
    red_added_value = value - pair * min(black, red - 1)
    return pd.Series(
        [value, value, red_added_value],
        index=["value_created", "owner_added_value", "red_added_value"],
        name="money",
    )
