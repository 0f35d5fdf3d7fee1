"""Right and wrong answers to the tasks of lesson 29; each wrong one with the mistake that it makes."""

import pandas as pd

BOTH_WAYS = {
    "29-line-fair": {
        "right": [0.6, 0.45 / (1 - 1 / 4), 0.45 * 4 / 3],
        "wrong": [
            (0.3375, "shrunk once more"),
            (0.5625, "one more citation"),
            (0.45, "nothing corrected"),
            (1.8, "times the citations"),
            (60, "per cent"),
            (0.7, "a quarter added"),
        ],
    },
    "29-quiz-less": {
        "right": ["a", "A "],
        "wrong": [("b", "somebody errs"), ("c", "shares alone"), ("d", "too risky")],
    },
    "29-quiz-aid": {
        "right": [55, 30 + 25, 100 * (1 - 0.45)],
        "wrong": [
            (45, "own share"),
            (30, "users alone"),
            (25, "others alone"),
            (70, "aid for the users"),
            (50, "half for everybody"),
            (0.55, "share"),
        ],
    },
    "29-quiz-birth": {
        "right": ["c"],
        "wrong": [("a", "measure taken for truth"), ("b", "few taken for none"), ("d", "noise is fair")],
    },
    "29-shortfall": {
        "right": [1.4449, 1.44],
        "wrong": [
            (0.808, "flat peak"),
            (1.1824, "a year late"),
            (1.0478, "grown once"),
            (1287.9, "billions"),
            (1.2553, "grown peak below the line"),
            (0.2339, "last year only"),
            (0.2953, "last year only"),
            (0.3612, "mean of four"),
            (144.5, "per cent"),
            (-1.4449, "sign"),
        ],
    },
    "29-quality": {
        "right": [4.8 / 5.04, 0.952],
        "wrong": [
            (4, "best for all"),
            (0.8, "users do nothing"),
            (0.635, "shares swapped"),
            (0.69, "loop dampens"),
            (0.833, "one user's reply"),
            (0.208, "one user"),
            (0.381, "effort"),
        ],
    },
    "29-money": {
        "right": [{"rate": 58.99, "rise": 25.87}, pd.Series({"rise": 25.9, "rate": 59.0})],
        "wrong": [
            ({"rate": 30, "rise": 6.52}, "same rate"),
            ({"rate": 69.62, "rise": 48.67}, "one user paid"),
            ({"rate": 19.66, "rise": 3.62}, "rate shared out"),
            ({"rate": 58.99, "rise": 52.17}, "owner's rise"),
            ({"rate": 58.99, "rise": 125.87}, "level for rise"),
            ({"rate": 42.6, "rise": 20.6}, "the lesson's plan"),
            ({"rate": 0.5899, "rise": 0.2587}, "shares, not per cent"),
        ],
    },
    "29-never": {
        "right": [
            lambda share, years, gain: ((share + gain) / share) ** (1 / years) - 1,
            lambda d, D, g: (1 + g / d) ** (1 / D) - 1,
        ],
        "wrong": [
            (lambda share, years, gain: (gain / share) ** (1 / years) - 1, "losses go on"),
            (lambda share, years, gain: gain / share / years, "no compounding"),
            (lambda share, years, gain: (share + gain) / share - 1, "no root"),
            (lambda share, years, gain: ((share + gain) / share) ** (1 / years), "factor, not rate"),
            (lambda share, years, gain: 1 - (share / (share + gain)) ** (1 / years), "upside down"),
            (lambda share, years, gain: 100 * ((1 + gain / share) ** (1 / years) - 1), "per cent, not a share"),
        ],
    },
    "29-placebo": {
        "right": [{"early": 100 * 20 / 52, "all": 100 * 32 / 97}, {"all": 33, "early": 38.5}],
        "wrong": [
            ({"early": 100 * 19 / 51, "all": 100 * 32 / 96}, "last year left out"),
            ({"early": 50, "all": 100 * 49 / 97}, "dip alone"),
            ({"early": 20, "all": 32}, "years counted"),
            ({"early": 35.9, "all": 28.75}, "nine countries"),
            ({"early": 100 * 32 / 97, "all": 100 * 20 / 52}, "exchanged"),
            ({"early": 0.385, "all": 0.33}, "shares, not per cent"),
        ],
    },
    "29-profile": {
        "right": [{"raw": 34 / 64, "fair": 34 / 56}, {"fair": 0.607, "raw": 0.531}],
        "wrong": [
            ({"raw": 30 / 64, "fair": 0.536}, "concentration"),
            ({"raw": 34 / 64, "fair": 0.7083}, "counts fields"),
            ({"raw": 34 / 64, "fair": 0.4648}, "shrunk again"),
            ({"raw": 34 / 64, "fair": 0.797}, "counts fields that cite"),
            ({"raw": 0.375, "fair": 0.4286}, "shares not squared"),
            ({"raw": 53.1, "fair": 60.7}, "per cent"),
        ],
    },
}
