"""Right and wrong answers to the tasks of lesson 01."""

import numpy as np
import pandas as pd

PARTS = ["customer_surplus", "firm_margin", "supplier_surplus", "value_created"]


def stick(*parts):
    return pd.Series(parts, index=PARTS)


BOTH_WAYS = {
    "01-line-lower": {
        "right": [stick(50, 10, 20, 80), dict(zip(PARTS, (50.0, 10.0, 20.0, 80.0), strict=True))],
        "wrong": [
            (stick(30, 30, 20, 80), "price not lowered"),
            (stick(10, 50, 20, 80), "price raised"),
            (stick(10, 30, 20, 60), "willingness lowered"),
            (stick(30, 10, 20, 60), "willingness and price lowered"),
            (stick(30, 50, 0, 80), "cost lowered"),
        ],
    },
    "01-quiz-leaves": {
        "right": [-75, -75.0, np.float64(-75)],
        "wrong": [
            (0, "a price only divides"),
            (75, "loss without its sign"),
            (-20, "your own change"),
            (-40, "the supplier's change"),
            (-35, "the third factory alone"),
            (-60, "the factories left out"),
            (-155, "willingness taken for value"),
        ],
    },
    "01-quiz-price": {
        "right": ["c", "C"],
        "wrong": [("a", "price equals value"), ("b", "revenue taken for value"), ("d", "cost taken for value")],
    },
    "01-quiz-riders": {
        "right": [100 / 3, 33, 33.3],
        "wrong": [
            (50, "surplus over price"),
            (66.7, "the other side's part"),
            (100, "the upper end"),
            (25, "compared with two dollars"),
            (1 / 3, "share"),
        ],
    },
    "01-value-created": {
        "right": [105, 105.0],
        "wrong": [
            (110, "price equals value"),
            (75, "cost for opportunity cost"),
            (35, "margin for value"),
            (40, "customer's part for value"),
            (30, "supplier's part for value"),
            (65, "customer left out"),
            (150, "willingness to pay for value"),
        ],
    },
    "01-best-price": {
        "right": [
            lambda high, low, cost: low if 2 * (low - cost) > high - cost else high,
            lambda high, low, cost: high if high - cost > 2 * (low - cost) else low,
        ],
        "wrong": [
            (lambda high, low, cost: min(high, low), "everybody must be served"),
            (lambda high, low, cost: max(high, low), "the best customer only"),
            (lambda high, low, cost: low if 2 * low > high else high, "cost left out"),
            (lambda high, low, cost: high if high > 2 * low else low, "cost left out"),
            (lambda high, low, cost: low if low > cost else high, "any margin will do"),
            (lambda high, low, cost: (high + low) / 2, "halfway"),
        ],
    },
    "01-fewest-discards": {
        "right": [
            lambda black, red: max(black - red + 1, 0),
            lambda black, red: 0 if black < red else black - (red - 1),
        ],
        "wrong": [
            (lambda black, red: 3, "three, as in the story"),
            (lambda black, red: max(black - red, 0), "stops at a balance"),
            (lambda black, red: black - red + 1, "tears up cards it has not got to spare"),
        ],
    },
    "01-television-gain": {
        "right": [{"low": 0.963, "middle": 3.290, "high": 8.364}, [0.9628, 3.2904, 8.3643]],
        "wrong": [
            ({"low": 0.945, "middle": 2.900, "high": 6.528}, "not compared with other prices"),
            ({"low": 0.919, "middle": 2.510, "high": 5.017}, "other prices used the wrong way"),
            ({"low": 0.972, "middle": 3.560, "high": 9.860}, "the lesson's computers"),
            ({"low": 8.364, "middle": 3.290, "high": 0.963}, "elasticities turned round"),
            ({"low": 0.4905, "middle": 0.7669, "high": 0.8932}, "shares given"),
            ({"low": -25.855, "middle": -3.290, "high": -1.614}, "new price over old"),
        ],
    },
    "01-break-tearing": {
        "right": [
            {"strangers": 10, "block": 0.6, "untorn": 0.85},
            {"strangers": 17, "block": 0.6, "untorn": 0.9},
            [10, 0.1, 0.9],
        ],
        "wrong": [
            ({"strangers": 3, "block": 0.55, "untorn": 0.5}, "too few strangers"),
            ({"strangers": 10.5, "block": 0.6, "untorn": 0.9}, "half a stranger"),
            ({"strangers": 10, "block": -0.5, "untorn": 0.9}, "no chance"),
            ({"strangers": 10, "block": 0.5, "untorn": 1.5}, "no chance"),
            ({"strangers": 10, "block": 0.9, "untorn": 0.5}, "block too likely"),
            ({"strangers": 26, "block": 0.6, "untorn": 0.95}, "everything expected"),
            ({"strangers": 10, "block": 0.6, "untorn": 0.8}, "tearing still pays"),
            ({"strangers": 26, "block": 0.6, "untorn": 0.9}, "tearing still pays"),
        ],
    },
}
