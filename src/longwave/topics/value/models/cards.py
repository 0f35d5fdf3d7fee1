"""The card game that explains added value: what its owner is sure of, and what other rules would give her."""

import pandas as pd

from longwave.checks import number, whole_number


def card_game(black_cards: int, red_cards: int, pair_value: float = 100.0) -> pd.Series:
    """Compute the value and the added values of the card game.

    One owner holds all b black cards. Each of the r red cards belongs to another player. A pair of one black
    and one red card is worth pi; a card alone is worth nothing.

        V = pi * min(b, r),   AV(owner) = V,   AV(a red player) = pi * (min(b, r) - min(b, r - 1)),
        least for the owner = V - r AV(a red player),   most for the owner = V.

    A player's added value is what the whole group would lose without that player. Least and most are over all splits
    that no group would leave (the core): there each red player can have her added value at once, or nothing.

    Args:
        black_cards: b, a whole number of at least 0.
        red_cards: r, a whole number of at least 1.
        pair_value: Pi, money for a pair, finite, at least 0.

    Raises InputError for a number out of range.

    Source: Brandenburger and Nalebuff (1997), "The Added-Value Theory of Business".

    >>> card_game(black_cards=25, red_cards=26)
    value_created        2500.0
    owner_added_value    2500.0
    red_added_value         0.0
    owner_minimum        2500.0
    Name: money, dtype: float64
    """
    black = whole_number("black_cards", black_cards, minimum=0)
    red = whole_number("red_cards", red_cards, minimum=1)
    pair = number("pair_value", pair_value, minimum=0)
    value = pair * min(black, red)
    red_added_value = value - pair * min(black, red - 1)
    return pd.Series(
        [value, value, red_added_value, value - red * red_added_value],
        index=["value_created", "owner_added_value", "red_added_value", "owner_minimum"],
        name="money",
    )


def average_by_arrival(black_cards: int, red_cards: int, pair_value: float = 100.0) -> float:
    """Compute what the owner adds on average over all orders in which the players of the card game could arrive.

    The owner is as likely to come first, second, … or last. If k red players are there before her she adds
    pi * min(b, k), so

        phi(owner) = pi / (r + 1) * sum over k = 0..r of min(b, k),

    which is the Shapley value of the owner.

    Args:
        black_cards: b, a whole number of at least 0.
        red_cards: r, a whole number of at least 1.
        pair_value: Pi, money for a pair, finite, at least 0.

    Raises InputError for a number out of range.

    Source: Shapley (1953), for this game.

    >>> average_by_arrival(26, 26), round(average_by_arrival(1, 2), 1)
    (1300.0, 66.7)
    """
    black = whole_number("black_cards", black_cards, minimum=0)
    red = whole_number("red_cards", red_cards, minimum=1)
    pair = number("pair_value", pair_value, minimum=0)
    return pair * sum(min(black, before) for before in range(red + 1)) / (red + 1)


def turning_block(strangers: int) -> float:
    """Compute the chance of a block from which tearing up one card of n against n strangers does not pay.

    A block of strangers bargains as one player and gets half. Without a torn card the owner expects half, n/2 pairs.
    With one torn she expects (1 - q)(n - 1) + q (n - 1)/2 pairs, so tearing pays up to

        q* = 2 - n / (n - 1).

    Args:
        strangers: n, a whole number of at least 2; as many black cards.

    Raises InputError for a number out of range.

    Source: derived in lesson 01.

    >>> turning_block(26), turning_block(3), turning_block(2)
    (0.96, 0.5, 0.0)
    """
    count = whole_number("strangers", strangers, minimum=2)
    return 2 - count / (count - 1)
