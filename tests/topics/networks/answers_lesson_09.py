"""Right and wrong answers to the tasks of lesson 09."""

import math


def _repeat(mean_degree, out):
    share = 1 - out
    for _step in range(2000):
        share = (1 - out) * (1 - math.exp(-mean_degree * share))
    return share


def _alone(mean_degree):
    return _repeat(mean_degree, 0)


def _from_below(mean_degree, out):
    share = 0.0
    for _step in range(200):
        share = (1 - out) * (1 - math.exp(-mean_degree * share))
    return share


EVERY_SECOND = list(range(7, 80, 8))

BOTH_WAYS = {
    "09-quiz-jump": {
        "right": ["c", "C "],
        "wrong": [
            ("a", "damage taken as proportional"),
            ("b", "one round only"),
            ("d", "second supplier taken as safe"),
        ],
    },
    "09-quiz-threshold": {
        "right": [0.8, 1 - 1 / 5],
        "wrong": [(0.2, "share that stays"), (0.75, "the lesson's network, or the mean taken for kappa")],
    },
    "09-quiz-small": {
        "right": ["b", "B"],
        "wrong": [
            ("a", "small taken as unlinked"),
            ("c", "threshold for the wrong order"),
            ("d", "links taken as replaced"),
        ],
    },
    "09-giant": {
        "right": [
            _repeat,
            lambda mean_degree, out: (1 - out) * _repeat((1 - out) * mean_degree, 0),
        ],
        "wrong": [
            (lambda mean_degree, out: _repeat(mean_degree, out) / (1 - out), "share of those who stay"),
            (lambda mean_degree, out: _alone(mean_degree), "departures forgotten"),
            (lambda mean_degree, out: (1 - out) * _alone(mean_degree), "departures taken as proportional"),
            (lambda mean_degree, out: _repeat(mean_degree, 1 - out), "out and in change places"),
            (lambda mean_degree, out: _repeat(mean_degree * (1 - out), out), "thinned twice"),
            (_from_below, "begun at zero"),
        ],
    },
    "09-spares": {
        "right": [0.9996**100, 0.9608],
        "wrong": [
            (0.98, "a bare part"),
            (0.98**100, "no spare"),
            (0.2477, "a spare for the whole"),
            (0.9996, "one part only"),
        ],
    },
    "09-line-missing": {
        "right": [0.0784, 0.28**2],
        "wrong": [
            (0.28, "one supplier only"),
            (0.4816, "one of two missing"),
            (0.01, "suppliers taken as sure"),
            (0.04, "links taken as sure"),
            (0.5184, "both deliver"),
        ],
    },
    "09-size-harm": {
        "right": [{"value": -0.1432, "low": -0.2362, "high": -0.0476}, [-0.143, -0.236, -0.048]],
        "wrong": [
            ({"value": -0.077, "low": -0.172, "high": 0.0195}, "values taken for ranks"),
            ({"value": 0.014, "low": -0.0824, "high": 0.1101}, "rows out of order"),
            ({"value": -0.1432, "low": -0.2408, "high": -0.0476}, "ends left as z"),
            ({"value": -0.1432, "low": -0.1911, "high": -0.0947}, "one standard error"),
            ({"value": 0.1432, "low": 0.0476, "high": 0.2362}, "sign lost"),
        ],
    },
    "09-break-standstill": {
        "right": [{"link": 1, "inputs": 2, "suppliers": 11}, [0.85, 2, 15]],
        "wrong": [
            ([0.9, 2.5, 2], "outside the ranges"),
            ([1.2, 2, 2], "outside the ranges"),
            ([1, 2, 21], "outside the ranges"),
            ([0.9, 1, 2], "one input only"),
            ([0.84, 2, 2], "below the edge"),
            ([1, 2, 2], "still needs a push"),
            ([0.95, 3, 4], "still needs a push"),
            ([1, 2, 10], "still needs a push"),
        ],
    },
    "09-least-harm": {
        "right": [list(range(1, 41, 4)), [0, *range(5, 41, 4)], [85, 81, 77, 73, 69, 65, 61, 57, 53, 49]],
        "wrong": [
            ([1] * 10, "not ten different firms"),
            ([1, 5, 9, 13, 17, 21, 25, 29, 33, 400], "not ten different firms"),
            (list(range(10)), "an end cut off"),
            (list(range(3, 43, 4)), "carriers taken as harmless"),
            ([1, 5, 9, 13, 17, 21, 25, 29, 33, 38], "a gate of a group out"),
        ],
    },
    "09-most-harm": {
        "right": [EVERY_SECOND, [*EVERY_SECOND[:9], 78]],
        "wrong": [
            ([0.5, *range(9)], "not ten different firms"),
            ([4, 10, 20, 31, 36, 43, 54, 64, 75, 80], "greedy equalled"),
            ([2, 4, 6, 8, 10, 12, 14, 16, 18, 20], "most links first"),
            (list(range(3, 43, 4)), "cuts too near one another"),
        ],
    },
}
