"""Right and wrong answers to the tasks of lesson 07; each wrong one with the mistake that it makes."""


def joins(thresholds):
    joined = 0
    for wait in sorted(thresholds):
        if wait > joined:
            break
        joined += 1
    return joined


def again_and_again(thresholds):
    joined = 0
    while (now := sum(wait <= joined for wait in thresholds)) != joined:
        joined = now
    return joined


def only_once(thresholds):
    starters = thresholds.count(0)
    return sum(wait <= starters for wait in thresholds) if starters else 0


def too_strict(thresholds):
    joined = 0
    for wait in sorted(thresholds):
        if wait > 0 and wait >= joined:
            break
        joined += 1
    return joined


BOTH_WAYS = {
    "07-quiz-average": {
        "right": ["c", " C"],
        "wrong": [("a", "average taste decides"), ("b", "the most reluctant decides"), ("d", "size decides")],
    },
    "07-quiz-mass": {
        "right": [0.3, 3 / 10],
        "wrong": [(0.7, "the stable share"), (0.21, "price taken for share")],
    },
    "07-quiz-viral": {
        "right": ["b"],
        "wrong": [("a", "size taken for a chain"), ("c", "chains ruled out")],
    },
    "07-critical": {
        "right": [lambda p: 0.5 - (0.25 - p) ** 0.5, lambda p: (1 - (1 - 4 * p) ** 0.5) / 2],
        "wrong": [
            (lambda p: 0.5 + (0.25 - p) ** 0.5, "the stable share"),
            (lambda p: 2 * p, "halved hump"),
            (lambda p: (0.25 - p) ** 0.5, "root without the half"),
        ],
    },
    "07-price-for-seed": {
        "right": [0.21, 0.3 * 0.7],
        "wrong": [(0.3, "price taken for share"), (0.25, "top of the hump"), (0.7, "interest alone")],
    },
    "07-cascade": {
        "right": [joins, again_and_again],
        "wrong": [
            (only_once, "only one round"),
            (lambda waits: sum(wait <= sum(waits) / len(waits) for wait in waits), "average taste decides"),
            (too_strict, "one too strict"),
        ],
    },
    "07-keener": {
        "right": [[0, 2, 2, 2, 2, 2], [2, 2, 0, 2, 3, 3], [0, 2, 2, 2, 2, 4]],
        "wrong": [
            ([0, 1.5, 2, 2, 2, 2], "not whole numbers"),
            ([1, 1, 1, 2, 2, 2], "nobody begins"),
            ([0, 2, 3, 3, 4, 5], "not keener"),
            ([0, 1, 2, 2, 2, 2], "goes on"),
        ],
    },
    "07-seeding": {
        "right": [[1, 4, 18], [22, 19, 4], {"first": 24, "second": 11, "third": 21}],
        "wrong": [
            ([1, 1, 18], "not three users"),
            ([3, 6, 8], "the most connected"),
            ([1, 2, 3], "alone in their corners"),
            ([1, 3, 5], "neighbours of each other"),
            ([1, 5, 16], "stops on the way"),
        ],
    },
}
