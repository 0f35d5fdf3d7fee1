"""Right and wrong answers to the tasks of lesson 12; each wrong one with the mistake that it makes."""

import math

import pandas as pd

MARKET, TIMES = 3209.68, 4.612


def cost(low, high, outcome):
    return math.log(high) - math.log(low) + 10 * max(0, math.log(low / outcome), math.log(outcome / high))


def fined(factor, width=1):
    return lambda low, high, x: (
        width * math.log(high / low) + factor * (max(math.log(low / x), 0) + max(math.log(x / high), 0))
    )


BOTH_WAYS = {
    "12-line-cost": {
        "right": [2.51, 2.5, math.log(1280 / 104)],
        "wrong": [
            (1176, "no logarithms"),
            (1.09, "common logarithms"),
            (5778, "only the ends in logarithms"),
            (12.31, "the ratio itself"),
        ],
    },
    "12-quiz-market": {
        "right": ["c", " C "],
        "wrong": [
            ("a", "standard error taken for all error"),
            ("b", "fit taken for forecast"),
            ("d", "no bend seen"),
        ],
    },
    "12-quiz-peak": {
        "right": [7.784, 7.78, 7.8, math.log(49) * 2],
        "wrong": [
            (3.38, "common logarithm"),
            (7.943, "divided by q alone"),
            (3.89, "not divided"),
            (9.49, "sum of the lesson"),
            (98, "logarithm forgotten"),
            (-7.784, "ratio turned round"),
        ],
    },
    "12-quiz-imitation": {
        "right": ["d", " D"],
        "wrong": [
            ("a", "curve taken for cause"),
            ("b", "coefficient taken for a share"),
            ("c", "absence taken as proved"),
        ],
    },
    "12-bias": {
        "right": [57.1, 57, 57.10, 100 * (0.047129 / 0.03 - 1)],
        "wrong": [
            (0, "least squares"),
            (-8.9e-14, "least squares"),
            (37.56, "the lesson's q kept"),
            (157.1, "ratio taken for excess"),
            (1.571, "ratio as it is"),
            (0.04713, "the fitted p itself"),
            (0.01713, "difference of the two"),
            (1.713, "points"),
            (36.3, "per cent of the wrong p"),
            (0.571, "share for per cent"),
            (10.6, "imitation looked at"),
        ],
    },
    "12-score": {
        "right": [cost, lambda low, high, outcome: math.log(high / low) + fined(10, 0)(low, high, outcome)],
        "wrong": [
            (
                lambda low, high, x: high - low + 10 * (max(low - x, 0) + max(x - high, 0)),
                "in plain units",
            ),
            (lambda low, high, x: cost(low, high, x) / math.log(10), "common logarithms"),
            (fined(10, 0), "width forgotten"),
            (fined(0), "miss not paid"),
            (fined(1), "miss at its plain distance"),
            (fined(5), "one over alpha"),
            (lambda low, high, x: math.log(high / low) + 10 * max(math.log(x / high), 0), "miss above only"),
            (lambda low, high, x: math.log(high / low) + 10 * max(math.log(low / x), 0), "miss below only"),
        ],
    },
    "12-discs": {
        "right": [
            {"market": MARKET, "times_sold": TIMES},
            [3210, 4.61],
            pd.Series({"times_sold": 4.61, "market": 3210}),
        ],
        "wrong": [
            ({"market": 12512.57, "times_sold": 1.183}, "all that was sold so far, each year"),
            ({"market": 52351.5, "times_sold": 3.9174}, "dollars"),
            ({"market": 2409.2, "times_sold": 6.1442}, "the regression"),
            ({"market": 15067.27, "times_sold": 0.9824}, "all years fitted"),
            ({"market": MARKET, "times_sold": 1 / TIMES}, "ratio turned round"),
            ({"market": MARKET, "times_sold": 4.1232}, "only what came later"),
            ({"market": MARKET, "times_sold": TIMES - 1}, "excess over the market"),
            ({"market": MARKET, "times_sold": MARKET * (TIMES - 1)}, "difference for a ratio"),
            ({"market": MARKET, "times_sold": 2.0463}, "market over sales so far"),
            ({"market": 2283.33, "times_sold": 6.483}, "one year too few"),
        ],
    },
    "12-multiples": {
        "right": [
            {"low": 2.13, "high": 5.04},
            [2, 7],
            {"high": 10, "low": 1.2},
            {"low": 2, "high": 4},
            {"low": 2.13, "high": 4.86},
            {"low": 1.5, "high": 5.1},
            {"low": 2.2, "high": 7},
            {"low": 3, "high": 8},
        ],
        "wrong": [
            ({"low": 5, "high": 2}, "ends turned round"),
            ({"low": 0, "high": 5}, "below nothing"),
            ({"low": 1.1, "high": 1.4}, "growth in the place of multiples"),
            ({"low": 200, "high": 500}, "per cent"),
            ({"low": 0.69, "high": 1.95}, "logarithms"),
            ({"low": 1, "high": 200}, "too wide"),
            ({"low": 1.001, "high": 120}, "too wide"),
            ({"low": 1, "high": 20}, "too wide"),
            ({"low": 4, "high": 4.01}, "none held"),
            ({"low": 4.2, "high": 5.5}, "none held"),
            ({"low": 1.5, "high": 2.5}, "none held"),
            ({"low": 2.3, "high": 3.2}, "too many missed"),
            ({"low": 5, "high": 8}, "too many missed"),
        ],
    },
    "12-too-high": {
        "right": [
            {"innovation": 0.01, "imitation": 0.5, "origin": 9},
            [0.02, 0.5, 7],
            {"origin": 10, "innovation": 0.005, "imitation": 0.6},
        ],
        "wrong": [
            ({"innovation": 0.5, "imitation": 0.5, "origin": 9}, "outside the limits"),
            ({"innovation": 0.01, "imitation": 0.5, "origin": 9.5}, "outside the limits"),
            ({"innovation": 0.01, "imitation": 0.5, "origin": 30}, "nearly all sold"),
            ({"innovation": 0.01, "imitation": 0.5, "origin": 3}, "still growing"),
            ({"innovation": 0.02, "imitation": 0.3, "origin": 8}, "not by a quarter"),
            ([0.03, 0.38, 8], "not by a quarter"),
            ({"innovation": 0.1, "imitation": 0.1, "origin": 6}, "not by a quarter"),
        ],
    },
}
