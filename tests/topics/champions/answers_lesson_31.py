"""Right and wrong answers to the tasks of lesson 31; each wrong one with the mistake that it makes."""

import pandas as pd


def firms(listed, before, after, without):
    names = [f"F{number}" for number in range(len(listed))]
    return {"firm": names, "listed": listed, "before": before, "after": after, "without": without}


GROWING = firms([1, 1, 0, 0, 0], [10, 10, 10, 10, 10], [30, 30, 10, 10, 10], [30, 30, 10, 10, 10])

BOTH_WAYS = {
    "31-line-gain": {
        "right": [0.61, 0.62],
        "wrong": [
            (2.588, "later growth without a comparison"),
            (23.04, "past taken for later"),
            (-0.612, "order reversed"),
            (-20.8, "loss since the pick"),
        ],
    },
    "31-quiz-leads": {
        "right": ["c", "C"],
        "wrong": [("a", "it leads, so it is better"), ("b", "staying taken for skill"), ("d", "luck taken as proved")],
    },
    "31-quiz-noise": {
        "right": [0.487, 1.54 / 10**0.5],
        "wrong": [
            (1.54, "the best itself"),
            (0.513, "divided by the noise"),
            (0.154, "root forgotten"),
            (0.385, "noise added without squares"),
        ],
    },
    "31-quiz-rate": {
        "right": ["b"],
        "wrong": [
            ("a", "rate taken for quality"),
            ("c", "rate taken for softness"),
            ("d", "the rest taken for failures"),
        ],
    },
    "31-years": {
        "right": [9, 9.0],
        "wrong": [
            (3, "square forgotten"),
            (22.5, "noise not squared"),
            (56.25, "noise of one year"),
            (351.6, "multiplied by the noise"),
        ],
    },
    "31-leaders": {
        "right": [{"five": 7, "ten": 6, "both": 5}, pd.Series({"both": 5, "ten": 6, "five": 7}), [7, 6, 5]],
        "wrong": [
            ({"five": 3, "ten": 4, "both": 5}, "leavers counted"),
            ({"five": 7, "ten": 6, "both": 6}, "back again taken for never away"),
            ({"five": 7, "ten": 5, "both": 5}, "one look taken for two"),
            ({"five": 4, "ten": 3, "both": 2}, "spellings counted"),
            ({"five": 13, "ten": 14, "both": 17}, "all names counted"),
        ],
    },
    "31-joined": {
        "right": [
            lambda m, n: 1 / (n - m + 2) ** 2 - m / (n + 1) ** 2,
            lambda m, n: (1 / (n - m + 1 + 1)) ** 2 - m * (1 / (n + 1)) ** 2,
        ],
        "wrong": [
            (lambda m, n: 1 / (n - m + 2) ** 2 - 1 / (n + 1) ** 2, "before counted once"),
            (lambda m, n: m / (n - m + 2) ** 2 - m / (n + 1) ** 2, "after counted for each"),
            (lambda m, n: 1 / (n - m + 1) ** 2 - m / (n + 1) ** 2, "outsiders forgotten"),
            (lambda m, n: 1 / (n - m + 2) ** 2 / m - 1 / (n + 1) ** 2, "shared by those who join"),
            (lambda m, n: m / (n + 1) ** 2 - 1 / (n - m + 2) ** 2, "sign reversed"),
        ],
    },
    "31-free": {
        "right": [17.23, 17.2],
        "wrong": [
            (1.51, "difference squared"),
            (37.4, "half forgotten"),
            (16.18, "spreads taken for variances"),
            (15.9, "logarithm left"),
            (-14.7, "order reversed"),
            (117.2, "level instead of gain"),
        ],
    },
    "31-break-free": {
        "right": [0.53846, 0.5385],
        "wrong": [
            (0.0915, "the fall instead of what is left"),
            (0.5204, "same proportion"),
            (0.5860, "half forgotten"),
            (0.5381, "straight line"),
            (0.5300, "logarithm forgotten"),
            (0.7098, "wrong way"),
        ],
    },
    "31-false": {
        "right": [
            GROWING,
            pd.DataFrame(GROWING),
            firms([1, 0, 0, 0, 0, 0], [50, 12, 12, 12, 12, 12], [90, 12, 12, 12, 12, 12], [90, 12, 12, 12, 12, 12]),
        ],
        "wrong": [
            (
                firms([1, 1, 0, 0, 0], [-5, 10, 10, 10, 10], [30] * 2 + [10] * 3, [30] * 2 + [10] * 3),
                "a profit of zero or a loss",
            ),
            (firms([1, 1, 1, 0, 0], [10] * 5, [30, 30, 30, 10, 10], [30, 30, 30, 10, 10]), "not a short list"),
            (firms([1, 1, 0, 0, 0], [10] * 5, [30, 30, 10, 10, 10], [20, 30, 10, 10, 10]), "the title has an effect"),
            (firms([1, 1, 0, 0, 0], [10] * 5, [12, 12, 10, 10, 10], [12, 12, 10, 10, 10]), "the list holds too little"),
            (
                firms([1, 1, 0, 0, 0], [30, 30, 10, 10, 10], [30, 30, 10, 10, 10], [30, 30, 10, 10, 10]),
                "the share did not rise",
            ),
        ],
    },
}
