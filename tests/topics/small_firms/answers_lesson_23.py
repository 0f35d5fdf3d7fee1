"""Right and wrong answers to the tasks of lesson 23; each wrong one with the mistake that it makes."""

from math import sqrt


def inverse(*counts):
    return sum(1 / count for count in counts)


def panel(earlier, before, after, without, treated=(1, 1, 1, 0, 0, 0)):
    names = ["A", "B", "C", "D", "E", "F"][: len(treated)]
    columns = {"earlier": earlier, "before": before, "after": after, "without": without}
    return {"firm": names, "treated": list(treated), **{name: list(values) for name, values in columns.items()}}


FLAT = [10] * 6
OTHERS_LOSE = panel(FLAT, FLAT, [10] * 3 + [7] * 3, FLAT)
ORDER = panel([20, 21, 22, 30, 31, 32], [21, 22, 23, 31, 32, 33], [27, 28, 29, 34, 35, 36], [27, 28, 29, 34, 35, 36])

BOTH_WAYS = {
    "23-quiz-reports": {
        "right": ["b", "B "],
        "wrong": [
            ("a", "before–after is effect"),
            ("c", "no comparison, so no effect"),
            ("d", "the others stood still"),
        ],
    },
    "23-quiz-means": {
        "right": [7, 12 - 5],
        "wrong": [
            (12, "before–after is effect"),
            (3, "levels compared"),
            (-7, "order reversed"),
            (17, "changes added"),
        ],
    },
    "23-quiz-placebo": {
        "right": ["c"],
        "wrong": [
            ("a", "trend taken for hidden"),
            ("b", "bad year taken for hidden"),
            ("d", "fixed gap taken for a fault"),
        ],
    },
    "23-standard-error": {
        "right": [
            lambda s, a, b, c, d: sqrt(s / (a + b + c + d - 4) * inverse(a, b, c, d)),
            lambda s, *n: (s * inverse(*n) / (sum(n) - 4)) ** 0.5,
        ],
        "wrong": [
            (lambda s, a, b, c, d: sqrt(s / (a + b + c + d) * inverse(a, b, c, d)), "all rows taken for free"),
            (lambda s, a, b, c, d: sqrt(s / (a + b + c + d - 1) * inverse(a, b, c, d)), "one mean taken for four"),
            (lambda s, a, b, c, d: sqrt(s / (a + b + c + d - 4)), "error of one row"),
            (lambda s, a, b, c, d: sqrt(s / (a + b + c + d - 4) / (a + b + c + d)), "rows pooled"),
            (lambda s, a, b, c, d: s / (a + b + c + d - 4) * inverse(a, b, c, d), "variance"),
        ],
    },
    "23-paired": {
        "right": [{"estimate": 4, "standard_error": sqrt(7 / 6)}, {"standard_error": 1.0801, "estimate": 4.0}],
        "wrong": [
            ({"estimate": 4, "standard_error": sqrt(10 / 3 * 7 / 12)}, "four means taken off"),
            ({"estimate": 4, "standard_error": sqrt(10 / 7 * 7 / 12)}, "all firms taken for free"),
            ({"estimate": 4, "standard_error": sqrt(2 / 7)}, "firms pooled"),
            ({"estimate": 6, "standard_error": sqrt(7 / 6)}, "before–after is effect"),
        ],
    },
    "23-trend": {
        "right": [
            lambda trend, before, after: trend * (before + after) / 2,
            lambda trend, before, after: trend * ((after - 1) / 2 + (before - 1) / 2 + 1),
        ],
        "wrong": [
            (lambda trend, before, after: trend * after, "years after only"),
            (lambda trend, before, after: trend * (before + after), "whole span"),
            (lambda trend, before, after: trend * (before + after - 1), "first to last year"),
            (lambda trend, before, after: trend * (after + 1) / 2, "last year before only"),
        ],
    },
    "23-worth": {
        "right": [{"joiner": 3, "all": 0}, {"all": 50 * 3 - 150.0, "joiner": 4 - 1}],
        "wrong": [
            ({"joiner": 5, "all": 100}, "loss of the others added"),
            ({"joiner": 4, "all": 50}, "estimate taken for the truth"),
            ({"joiner": 3, "all": 150}, "the others left out"),
        ],
    },
    "23-empty": {
        "right": [OTHERS_LOSE, ORDER],
        "wrong": [
            (panel([10] * 4, [10] * 4, [13, 13, 10, 10], [13, 13, 10, 10], (1, 1, 0, 0)), "not two groups"),
            (panel(FLAT, FLAT, [13] * 3 + [10] * 3, FLAT), "the effect is real"),
            (panel(FLAT, FLAT, [10] * 3 + [8] * 3, FLAT), "the estimate is another"),
            (
                panel(FLAT, [13] * 3 + [10] * 3, [16] * 3 + [10] * 3, [16] * 3 + [10] * 3),
                "the placebo test sees it",
            ),
        ],
    },
}
