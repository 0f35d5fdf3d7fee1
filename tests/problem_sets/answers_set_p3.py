"""Right and wrong answers to the tasks of the midterm."""

BOTH_WAYS = {
    "p3-floor": {
        "right": [{"one": 100, "two": 170, "three": 120}, [100.0, 170, 120]],
        "wrong": [
            ([120, 220, 305], "all bids paid in full"),
            ([120, 200, 255], "the last licensee's bid"),
            ([100, 85, 40], "one price for one licence"),
        ],
    },
    "p3-types": {
        "right": [{"now": 22, "then": 126}, [22, 126]],
        "wrong": [([7, 22], "exponent for its inverse"), ([12, 48], "one over the rank")],
    },
    "p3-sellers": {
        "right": [{"sellers": 3, "mine": 306.25}, [3, 306]],
        "wrong": [
            ([5, 245], "one seller's profit shared out"),
            ([4, 196], "one too many"),
            ([3, 86.25], "entry taken off"),
        ],
    },
    "p3-hops": {
        "right": [{"wrong": 0.290894, "most": 5}, [0.291, 5]],
        "wrong": [([0.4, 3], "errors added"), ([0.3409, 4], "any error counted")],
    },
    "p3-takeover": {
        "right": [{"half": 2020.64, "most": 2028.0}, [2020.6, 2028]],
        "wrong": [([2027.25, 2042.25], "a straight line in shares"), ([2019.4, 2021.6], "one growth rate")],
    },
    "p3-parts": {
        "right": [{"within": -2.4, "between": -3.6, "total": -5.4}, [-2.4, -3.6, -5.4]],
        "wrong": [
            ([-1.8, -3.6, -5.4], "new shares for old"),
            ([-2, -3.6, -5.4], "makers not weighed"),
            ([2.4, 3.6, 5.4], "sign turned"),
            ([-2.4, -3.6, -6], "two parts for three"),
        ],
    },
    "p3-lock": {
        "right": [{"worse": 0.190555, "needed": 0.629453}, [0.191, 0.629]],
        "wrong": [([0.00726, 0.4152], "one straight run"), ([0.44, 0.96], "one buyer for the market")],
    },
    "p3-tries": {
        "right": [{"apart": 0.42701, "most": 0.54}, [0.427, 0.54]],
        "wrong": [
            ([0.06, 0.06], "tries forgotten"),
            ([1e-11, 0.06], "all at once"),
            ([0.573, 0.46], "none at all"),
        ],
    },
}
