"""Right and wrong answers to the tasks of lesson 07; each wrong one with the mistake that it makes."""

from fractions import Fraction


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


def with_herself(thresholds):
    joined = 0
    for wait in sorted(thresholds):
        if wait > joined + 1:
            break
        joined += 1
    return joined


def too_strict(thresholds):
    joined = 0
    for wait in sorted(thresholds):
        if wait > 0 and wait >= joined:
            break
        joined += 1
    return joined


BOTH_WAYS = {
    "07-line-edge": {
        "right": [0.2, Fraction(1, 5), 0.5 - (0.25 - 0.16) ** 0.5],
        "wrong": [
            (0.8, "the stable share"),
            (0.16, "price taken for share"),
            (0.0528, "what executives would pay"),
            (1, "both shares"),
            (160, "price in dollars"),
        ],
    },
    "07-quiz-average": {
        "right": ["c", " C"],
        "wrong": [("a", "average taste decides"), ("b", "the most reluctant decides"), ("d", "size decides")],
    },
    "07-quiz-mass": {
        "right": [0.3, 3 / 10],
        "wrong": [
            (0.7, "the stable share"),
            (0.21, "price taken for share"),
            (0.5, "top of the hump"),
            (84, "price in money"),
        ],
    },
    "07-quiz-talk": {
        "right": ["b", "B"],
        "wrong": [("a", "heads counted"), ("c", "only the first counts"), ("d", "talk taken as worthless")],
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
            (with_herself, "counts herself"),
            (too_strict, "one too strict"),
        ],
    },
    "07-survey": {
        "right": [[0, 2, 2, 3, 3, 4, 7, 7], [7, 3, 2, 0, 7, 4, 3, 2]],
        "wrong": [
            ([0, 2, 2, 3, 3.5, 4, 6.5, 7], "not whole numbers"),
            ([1, 2, 2, 3, 3, 4, 6, 7], "nobody begins"),
            ([0, 1, 2, 3, 4, 5, 6, 7], "goes on"),
            ([0, 2, 2, 3, 4, 5, 6, 7], "another average"),
            ([0, 2, 2, 3, 4, 5, 6, 6], "another spread"),
        ],
    },
    "07-seeding": {
        "right": [[1, 4, 18], [22, 19, 4], {"first": 24, "second": 11, "third": 21}],
        "wrong": [
            ([1, 1, 18], "not three users"),
            ([3, 6, 8], "the most connected"),
            ([16, 17, 21], "the most connected"),
            ([1, 2, 3], "alone in their corners"),
            ([1, 3, 5], "neighbours of each other"),
            ([1, 5, 16], "stops on the way"),
        ],
    },
    "07-leader": {
        "right": [{"low": -6.74, "mean": -3.29, "high": 0.15}, [-6.736, -3.292, 0.151]],
        "wrong": [
            ({"low": -4.70, "mean": -0.29, "high": 4.12}, "leader of the end"),
            ({"low": -8.08, "mean": -6.00, "high": -3.92}, "one browser followed"),
            ({"low": -5.94, "mean": -1.84, "high": 2.26}, "largest share"),
            ({"low": -6.60, "mean": -3.29, "high": 0.02}, "deviation of a population"),
            ({"low": -15.71, "mean": -3.29, "high": 9.12}, "deviation for error"),
            ({"low": -4.87, "mean": -3.29, "high": -1.71}, "one standard error"),
            ({"low": -6.39, "mean": -3.29, "high": -0.20}, "normal in a small sample"),
        ],
    },
    "07-break-popular": {
        "right": [[10, 11, 12], [16, 2, 11], {"first": 24, "second": 15, "third": 16}],
        "wrong": [
            ([10, 11, 11], "not three users"),
            ([7, 10, 11], "needs nobody then"),
            ([3, 10, 11], "seeds eased"),
            ([18, 20, 21], "out of reach"),
            ([2, 10, 16], "stops on the way"),
        ],
    },
}
