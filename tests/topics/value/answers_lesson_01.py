"""Right and wrong answers to the tasks of lesson 01."""

import numpy as np
import pandas as pd

PARTS = ["customer", "firm", "supplier"]

BOTH_WAYS = {
    "01-quiz-imitator": {
        "right": [0, 0.0, np.float64(0)],
        "wrong": [
            (-5, "price taken for value"),
            (5, "gain of one side taken for value"),
            (25, "new margin"),
        ],
    },
    "01-quiz-price": {
        "right": ["c", "C"],
        "wrong": [("a", "price equals value"), ("b", "revenue taken for value"), ("d", "cost taken for value")],
    },
    "01-quiz-discard": {
        "right": [100, 100.0],
        "wrong": [(0, "wrong side scarce"), (50, "half a pair"), (2600, "share of the whole")],
    },
    "01-value-created": {
        "right": [105, 105.0],
        "wrong": [
            (110, "price equals value"),
            (80, "cost for opportunity cost"),
            (40, "margin for value"),
            (150, "willingness to pay for value"),
        ],
    },
    "01-split-stick": {
        "right": [
            lambda w, p, c, o: dict(zip(PARTS, (w - p, p - c, c - o), strict=True)),
            lambda w, p, c, o: pd.Series([w - p, p - c, c - o], index=PARTS),
            lambda w, p, c, o: (w - p, p - c, c - o),
        ],
        "wrong": [
            (lambda w, p, c, o: [w - p, p - c, c], "supplier's part measured from zero"),
            (lambda w, p, c, o: [w - p, p - o, c - o], "firm's part measured to opportunity cost"),
            (lambda w, p, c, o: [p, p - c, c - o], "customer's part is the price"),
        ],
    },
    "01-red-added": {
        "right": [
            lambda black, red: 100 if red <= black else 0,
            lambda black, red: 100 * (min(black, red) - min(black, red - 1)),
        ],
        "wrong": [
            (lambda black, red: 100, "always a pair"),
            (lambda black, red: min(black, red) * 100 / red, "even share of the pie"),
            (lambda black, red: 100 * (black <= red), "surplus needed on the wrong side"),
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
    "01-fair-prices": {
        "right": [{"customer": 80, "firm": 100}, pd.Series({"firm": 100.0, "customer": 80.0}), [80, 100]],
        "wrong": [
            ({"customer": 90, "firm": 90}, "halfway between price lines"),
            ({"customer": 100, "firm": 80}, "half of the margin to bargain over"),
            ({"customer": 60, "firm": 100}, "half of the willingness to pay"),
        ],
    },
}
