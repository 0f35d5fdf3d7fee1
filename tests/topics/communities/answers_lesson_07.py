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


def as_listed(thresholds):
    joined = 0
    for wait in thresholds:
        if wait > joined:
            break
        joined += 1
    return joined


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
        "right": [0.276, Fraction(2764, 10_000), 0.5 - (0.25 - 0.2) ** 0.5],
        "wrong": [
            (0.724, "the stable share"),
            (0.2, "price taken for share"),
            (0.067, "what executives would pay"),
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
        "right": [0.0588, Fraction(1, 17)],
        "wrong": [
            (0, "heads counted"),
            (0.2, "only the first counts"),
            (0.04, "cancelled pairs forgotten"),
            (0.143, "a coin in doubt"),
            (0.941, "the right verdict"),
        ],
    },
    "07-price-for-seed": {
        "right": [0.21, 0.3 * 0.7],
        "wrong": [
            (0.3, "price taken for share"),
            (0.25, "top of the hump"),
            (0.7, "interest alone"),
            (21, "price in per cent"),
        ],
    },
    "07-cascade": {
        "right": [joins, again_and_again],
        "wrong": [
            (only_once, "only one round"),
            (as_listed, "as they are listed"),
            (lambda waits: sum(wait <= place for place, wait in enumerate(sorted(waits))), "beyond the gap"),
            (lambda _waits: 0, "nobody begins"),
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
        "right": [[5, 12, 19], [19, 16, 5], {"first": 12, "second": 5, "third": 19}],
        "wrong": [
            ([1, 1, 18], "not three users"),
            ([4, 6, 8], "the most connected"),
            ([8, 19, 20], "the most connected"),
            ([1, 3, 5], "alone in their corners"),
            ([1, 2, 3], "neighbours of each other"),
            ([2, 5, 12], "stops on the way"),
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
        "right": [8, 24.0, 92],
        "wrong": [
            (0, "no such draw"),
            (110, "no such draw"),
            (8.5, "no such draw"),
            (15, "popular compared"),
            (2, "rule holds"),
        ],
    },
}
