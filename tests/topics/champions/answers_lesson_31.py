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
            (0.681, "the others instead of all"),
            (-4.27, "medians"),
            (6.13, "sum over the ten"),
            (1.31, "ratio instead of difference"),
            (1.158, "what nobody could see"),
            (1.975, "all firms alone"),
        ],
    },
    "31-quiz-leads": {
        "right": ["c", "C"],
        "wrong": [("a", "it leads, so it is better"), ("b", "staying taken for skill"), ("d", "luck taken as proved")],
    },
    "31-quiz-noise": {
        "right": [0.592, 1.54 / 2.6],
        "wrong": [
            (1.54, "the best itself"),
            (0.642, "divided by the noise"),
            (0.228, "root forgotten"),
            (0.453, "noise added without squares"),
            (4.004, "multiplied by the root"),
            (-0.86, "noise subtracted"),
            (0.69, "another row of the table"),
            (0.49, "another row of the table"),
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
            (144, "what lasts left out"),
            (108, "months"),
            (0.111, "upside down"),
            (90_000, "points taken for a share"),
        ],
    },
    "31-leaders": {
        "right": [{"six": 5, "eleven": 5, "all": 4}, pd.Series({"all": 4, "eleven": 5, "six": 5}), [5, 5, 4]],
        "wrong": [
            ({"six": 5, "eleven": 5, "all": 6}, "leavers counted"),
            ({"six": 5, "eleven": 5, "all": 5}, "back again taken for never away"),
            ({"six": 5, "eleven": 4, "all": 4}, "one look taken for two"),
            ({"six": 2, "eleven": 3, "all": 2}, "spellings counted"),
            ({"six": 6, "eleven": 6, "all": 5}, "list of 2011 taken for 2010"),
            ({"six": 0.5, "eleven": 0.5, "all": 0.4}, "shares of ten"),
            ({"six": 50, "eleven": 50, "all": 40}, "per cent of ten"),
            ({"six": 15, "eleven": 15, "all": 17}, "all names counted"),
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
            (lambda m, n: 1 / (n - m + 2) - m / (n + 1), "squares forgotten"),
            (lambda m, n: 1 / (n - m + 2) ** 2 - m / n**2, "one firm too few before"),
            (lambda m, n: (n + 1) ** 2 / (m * (n - m + 2) ** 2), "ratio instead of gain"),
            (lambda m, n: (n + 1) ** 2 - m * (n - m + 2) ** 2, "condition instead of gain"),
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
            (14.7, "part of the new level"),
            (11.18, "elasticity left out"),
            (20.83, "ratio of the spreads"),
            (65.6, "freed to the last"),
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
            (0.5661, "per cent taken for logs"),
            (0.5831, "held back as in the panel"),
            (0.2899, "variance left"),
            (0.1740, "the pick's gain"),
            (0.5891, "counted from the end"),
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
            (firms([1, 0, 0, 0], [10] * 4, [60] + [10] * 3, [60] + [10] * 3), "too few firms"),
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
