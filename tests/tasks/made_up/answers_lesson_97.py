"""Right and wrong answers to the made-up tasks, in the form in which each lesson lists them."""

from fractions import Fraction

import numpy as np
import pandas as pd

BOTH_WAYS = {
    "97-margin": {
        "right": [30, np.float64(30), Fraction(60, 2)],
        "wrong": [(70, "price-is-value"), (75, "all-of-it"), (-30, "sign")],
    },
    "97-share": {
        "right": [0.4, 2 / 5],
        "wrong": [(3 / 7, "of-the-price"), (40, "per-cent")],
    },
    "97-letter": {
        "right": ["b", " B "],
        "wrong": [("a", "price-is-value"), ("C", "cost-is-value")],
    },
    "97-parts": {
        "right": [{"customer_surplus": 30, "firm_margin": 30, "supplier_surplus": 15}, [30, 30, 15]],
        "wrong": [([30, 30, 40], "ends-at-the-cost"), ((0, 0, 40), "ends-at-the-cost")],
    },
    "97-table": {
        "right": [pd.DataFrame({"price": [5, 8], "firm": ["south", "north"]})],
        "wrong": [
            ([{"firm": "north", "price": 5}, {"firm": "south", "price": 8}], "swapped"),
            ({"firm": ["south", "north"], "price": [8, 5]}, "swapped"),
        ],
    },
    "97-floor": {
        "right": [lambda users, n: 0 if n >= len(users) else n * sorted(users)[-n - 1]],
        "wrong": [
            (lambda users, n: sorted(users)[-1], "best-bid"),
            (lambda users, n: 0 if n >= len(users) else sorted(users)[-n - 1], "one-licence-only"),
        ],
    },
    "97-empty-core": {
        "right": [{("A", "B"): 1, ("A", "C"): 1, ("B", "C"): 1, ("A", "B", "C"): 1}, {"AB": 9}],
        "wrong": [({"ABC": 0}, "all-worthless"), ({("A", "B", "C"): 3}, "no-pairs")],
    },
}
