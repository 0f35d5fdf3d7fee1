"""Right and wrong answers to the tasks of lesson 05."""

import math
from fractions import Fraction

BOTH_WAYS = {
    "05-line-after": {
        "right": [438, 438.0, Fraction(438)],
        "wrong": [
            (31, "set-up still dear"),
            (310, "assortment taken as proportional"),
            (200, "b left out"),
            (2, "set-up made dearer"),
        ],
    },
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
    "05-two-plants": {
        "right": [{"mass": 13, "flexible": 1208}, [13, 1208]],
        "wrong": [
            ({"mass": 0, "flexible": 1221}, "flexible takes all"),
            ({"mass": 60, "flexible": 1161}, "every design that pays in mass"),
            ({"mass": 13, "flexible": 1221}, "rank taken for count"),
            ({"mass": 8, "flexible": 283}, "the lesson's drawer"),
            ({"mass": 12, "flexible": 1209}, "flexible set-up taken as free"),
            ({"mass": 13, "flexible": 1668}, "extra cost forgotten in the tail"),
            ({"mass": 10, "flexible": 590}, "b left out"),
            ({"mass": 14, "flexible": 1207}, "crossing rounded up"),
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
    "05-fit-downloads": {
        "right": [
            {"low": 1.598, "exponent": 1.634, "high": 1.671},
            [1.5979, 1.6345, 1.6712],
        ],
        "wrong": [
            ({"low": 1.232, "exponent": 1.277, "high": 1.322}, "every rank used"),
            ({"low": 1.154, "exponent": 1.199, "high": 1.243}, "head left in"),
            ({"low": 1.674, "exponent": 1.713, "high": 1.751}, "end left in"),
            ({"low": -1.671, "exponent": -1.634, "high": -1.598}, "slope taken for exponent"),
            ({"low": 1.616, "exponent": 1.634, "high": 1.653}, "one standard error"),
        ],
    },
    "05-break-substitutes": {
        "right": [{"exponent": 0.6, "titles": 2_000}, [0.5, 1_000], {"titles": 1_500, "exponent": 0.55}],
        "wrong": [
            ({"exponent": 0, "titles": 2_000}, "no number above zero"),
            ({"exponent": 0.7, "titles": 2_000}, "tastes not individual enough"),
            ({"exponent": 0.6, "titles": 100}, "drawer out of bounds"),
            ({"exponent": 0.6, "titles": 1_500.5}, "half a design"),
            ({"exponent": 0.6, "titles": 2_800}, "drawer too long"),
        ],
    },
}
