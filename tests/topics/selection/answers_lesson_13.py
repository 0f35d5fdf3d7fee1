"""Right and wrong answers to the tasks of lesson 13; each wrong one with the mistake that it makes."""

from math import log, log10

SONGS = {"within": -2.158, "between": -12.112, "cross": 0.451}

BOTH_WAYS = {
    "13-line-between": {
        "right": [0.22, 0.2201],
        "wrong": [
            (0.145, "later prices"),
            (-2.02, "shares of 1983 and prices moved"),
            (-0.075, "both moved"),
            (-1.878, "the whole change"),
            (-0.22, "years turned round"),
        ],
    },
    "13-quiz-mean": {
        "right": ["b", " B"],
        "wrong": [("a", "an error of the sum"), ("c", "cheap ones chosen"), ("d", "inflation")],
    },
    "13-quiz-slope": {
        "right": [0.64, 0.8 * 0.2 * 4],
        "wrong": [
            (1, "equal weights"),
            (2, "spread taken for variance"),
            (4, "distance squared, no weights"),
            (1.4, "the mean itself"),
            (0.8, "the standard deviation"),
        ],
    },
    "13-quiz-variety": {
        "right": ["c", "C "],
        "wrong": [("a", "variety always helps"), ("b", "variety alone"), ("d", "the fast one stops")],
    },
    "13-half": {
        "right": [log(49) / 0.3, 12.97],
        "wrong": [
            (log(25) / 0.3, "doublings of the share"),
            (0.5 / (0.02 * 0.3), "even gains"),
            (log10(49) / 0.3, "logarithm of ten"),
            (14.83, "compounded by the period"),
            (15, "whole periods counted"),
            (13.04, "start taken for odds"),
            (1.6, "equal steps"),
        ],
    },
    "13-songs": {
        "right": [SONGS, [-2.2, -12.1, 0.5]],
        "wrong": [
            ({"within": -5.261, "between": -12.944, "cross": 4.385}, "end to end"),
            ({"within": -0.284, "between": -9.465, "cross": 0.088}, "money of the year"),
            ({"within": -4.824, "between": -6.003, "cross": 0.385}, "shares of money"),
        ],
    },
    "13-slower": {
        "right": [{"tape": 1982, "disc": 1987}, [1982, 1986]],
        "wrong": [
            ({"tape": 1983, "disc": 1987}, "outside the record"),
            ({"tape": 1978, "disc": 1987}, "still faster"),
            ({"tape": 1981, "disc": 1987}, "too little slower"),
            ({"tape": 1982, "disc": 1996}, "tape settled, disc not"),
            ({"tape": 1982, "disc": 1984}, "tape settled, disc not"),
        ],
    },
    "13-break-chain": {
        "right": [
            {"price_a": 10, "price_b": 5, "share_b": 0.2},
            [10, 13, 0],
            {"share_b": 0.1, "price_a": 12, "price_b": 9},
        ],
        "wrong": [
            ({"price_a": 10, "price_b": 5, "share_b": 20}, "no such market"),
            ({"price_a": 9.5, "price_b": 18, "share_b": 0.3}, "the dearer one stays dearer"),
            ({"price_a": 10, "price_b": 5, "share_b": 0.35}, "moves while B is dear"),
            ({"price_a": 10, "price_b": 10.5, "share_b": 0.15}, "too small"),
        ],
    },
    "13-peak": {
        "right": [0.895, 0.9],
        "wrong": [
            (0.448, "profit left at one"),
            (1.79, "scaled by the profit"),
            (1.9, "the other question"),
            (1.94, "the other question"),
        ],
    },
    "13-elasticity": {
        "right": [1 + log(2) / 1.5, 1.46, 1.47, 1 + log(2) / (50 * log(1.04 / 1.01))],
        "wrong": [
            (0.462, "the one left out"),
            (1 + log(2) / 2, "only the fast industry"),
            (1 + log10(2) / 1.5, "logarithm of ten"),
            (1 + log(4 / 3) / 1.5, "share taken for odds"),
            (1.444, "the speed of the start kept"),
        ],
    },
}
