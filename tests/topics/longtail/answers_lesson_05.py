"""Right and wrong answers to the tasks of lesson 05."""

import math
from fractions import Fraction


def _tail(exponent, titles, rank):
    return (titles ** (1 - exponent) - rank ** (1 - exponent)) / (titles ** (1 - exponent) - 1)


def _summed(exponent, titles, rank):
    return sum(r**-exponent for r in range(rank + 1, titles + 1)) / sum(r**-exponent for r in range(1, titles + 1))


def _depth(first_sales, margin, setup_cost, exponent):
    return (margin * first_sales / setup_cost) ** (1 / exponent)


def _walk(first_sales, margin, setup_cost, exponent):
    rank = 0
    while margin * first_sales * (rank + 1) ** -exponent >= setup_cost * (1 - 1e-12):
        rank += 1
    return rank


BOTH_WAYS = {
    "05-quiz-lot": {
        "right": ["c", " C"],
        "wrong": [
            ("a", "lot size one follows"),
            ("b", "lot taken as proportional"),
            ("d", "demand alone sets the lot"),
        ],
    },
    "05-quiz-reach": {
        "right": [16, 16.0, Fraction(16)],
        "wrong": [(4, "reach taken as proportional"), (2, "root taken for reach"), (8, "divided by b")],
    },
    "05-quiz-forms": {
        "right": ["b", "B"],
        "wrong": [
            ("a", "difference sought in the tail"),
            ("c", "catalogue made longer"),
            ("d", "another curve"),
        ],
    },
    "05-tail-integral": {
        "right": [
            _tail,
            lambda exponent, titles, rank: 1 - (rank ** (1 - exponent) - 1) / (titles ** (1 - exponent) - 1),
        ],
        "wrong": [
            (lambda exponent, titles, rank: 1 - _tail(exponent, titles, rank), "head taken for tail"),
            (
                lambda exponent, titles, rank: (
                    (titles ** (1 - exponent) - rank ** (1 - exponent)) / titles ** (1 - exponent)
                ),
                "integral begun at zero",
            ),
            (_summed, "titles added up"),
        ],
    },
    "05-last-rank": {
        "right": [lambda *case: math.floor(_depth(*case)), _walk],
        "wrong": [
            (_depth, "not a whole rank"),
            (lambda *case: math.ceil(_depth(*case)), "rounded up"),
            (lambda *case: round(_depth(*case)), "rounded up"),
            (lambda first, margin, setup, b: int((margin * first / setup) ** b), "b for its inverse"),
            (lambda first, margin, setup, b: margin * first // setup, "reach taken as proportional"),
        ],
    },
    "05-two-plants": {
        "right": [{"mass": 13, "flexible": 1208}, [13, 1208]],
        "wrong": [
            ({"mass": 0, "flexible": 1221}, "flexible takes all"),
            ({"mass": 60, "flexible": 1161}, "every design that pays in mass"),
            ({"mass": 13, "flexible": 1221}, "rank taken for count"),
        ],
    },
    "05-lot-setup": {
        "right": [
            lambda lot, demand, holding_cost: holding_cost * lot**2 / (2 * demand),
            lambda lot, demand, holding_cost: lot / demand * lot / 2 * holding_cost,
        ],
        "wrong": [
            (lambda lot, demand, holding_cost: holding_cost * lot / demand / 2, "lot taken as proportional"),
            (lambda lot, demand, holding_cost: holding_cost * lot * lot / demand, "the two forgotten"),
            (lambda lot, demand, holding_cost: math.sqrt(2 * demand * lot / holding_cost), "best lot again"),
        ],
    },
    "05-finding-cost": {
        "right": [(50 / 14) ** (1 / 0.871), 4.31, 134 / 31],
        "wrong": [
            (14.06, "all of the cost falls"),
            (50 / 14, "reach taken as proportional"),
            (1.256, "finding falls, set-up stays"),
            (3.03, "b for its inverse"),
        ],
    },
    "05-quarrel": {
        "right": [
            {"exponent": 1.2, "titles": 1000, "rank": 10},
            [1.2, 5000, 12],
            {"rank": 14, "titles": 2000, "exponent": 1.15},
        ],
        "wrong": [
            ({"exponent": 1.2, "titles": 100, "rank": 10}, "catalogue too short"),
            ({"exponent": 2, "titles": 1000, "rank": 1}, "rank too low"),
            ({"exponent": 1.2, "titles": 1000.5, "rank": 10}, "half a title"),
            ({"exponent": 0.871, "titles": 2_300_000, "rank": 100}, "curve too flat"),
            ({"exponent": 1.5, "titles": 1000, "rank": 50}, "curve too steep"),
        ],
    },
}
