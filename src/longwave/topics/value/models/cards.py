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


def turning_block(strangers: int, untorn: float = 0.5, block_takes: float = 0.5) -> float:
    """Compute the chance of a block from which tearing up one card of n against n strangers does not pay.

    All strangers bargain as one player, or none does, whichever pack they face. A block takes the part t of what can be
    made, from a torn pack as from a whole one. Without a block a torn pack brings n - 1 pairs and an untorn one the
    part h of n pairs. So tearing gains a = n - 1 - h n pairs without a block, loses 1 - t of a pair with one, and pays
    up to

        q* = a / (a + 1 - t),   and never, q* = 0, where a <= 0.

    Args:
        strangers: n, a whole number of at least 2; as many black cards.
        untorn: h, the part of the whole pie that the owner expects from an untorn pack without a block, from 0 to 1;
            the core leaves it open.
        block_takes: t, the part of the pie that a block gets, from 0 to 1.

    Raises InputError for a number out of range.

    Source: derived in lesson 01.

    >>> [round(turning_block(strangers, untorn=0.6), 2) for strangers in (3, 10, 26)]
    [0.29, 0.86, 0.95]
    """
    count = whole_number("strangers", strangers, minimum=2)
    part = number("untorn", untorn, minimum=0, maximum=1)
    left = 1 - number("block_takes", block_takes, minimum=0, maximum=1)
    gain = count - 1 - part * count
    return gain / (gain + left) if gain > 0 else 0.0


def turning_weight(cards: int, untorn: float = 0.5) -> float:
    """Compute the weight on stable splits from which tearing up one card of n against n strangers pays.

    Both packs are mixed by the same weights: w on stable splits, the rest on the average by arrival. Under stable
    splits the torn pack brings the floor F and the untorn one the part h of its n pairs, V; by arrival they bring phi
    and phi + d. Tearing pays where w F + (1 - w) phi > w h V + (1 - w)(phi + d), that is from

        w* = d / (d + F - h V),   and never, w* = 1, where h V >= F.

    Args:
        cards: n, a whole number of at least 3; as many strangers.
        untorn: h, the part of the whole pie that an untorn pack brings if splits are stable, from 0 to 1; the core
            leaves it open.

    Raises InputError for a number out of range.

    Source: derived in lesson 01.

    >>> [round(turning_weight(26, income / 2600), 3) for income in (1300, 2000, 2490)]
    [0.003, 0.007, 0.27]
    """
    count = whole_number("cards", cards, minimum=3)
    part = number("untorn", untorn, minimum=0, maximum=1)
    lost = average_by_arrival(count, count) - average_by_arrival(count - 1, count)
    gain = card_game(count - 1, count)["owner_minimum"] - part * card_game(count, count)["value_created"]
    return float(lost / (lost + gain)) if gain > 0 else 1.0
