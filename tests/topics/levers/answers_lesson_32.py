"""Right and wrong answers to the tasks of lesson 32; each wrong one with the mistake that it makes."""

import math

import numpy as np
import pandas as pd

from longwave.data import load


def ways(gains, starts):
    links = [start * (1 + gain) for start, gain in zip(starts, gains, strict=True)]
    return {
        "add": 1 + sum(gains),
        "multiply": math.prod(1 + gain for gain in gains),
        "weakest": min(links) / min(starts),
    }


def level(gains, starts):
    return ways(gains, starts) | {"weakest": min(s * (1 + g) for s, g in zip(starts, gains, strict=True))}


def smallest(gains, starts):
    return ways(gains, starts) | {"weakest": 1 + min(gains)}


def forgotten(gains, starts):
    return ways(gains, starts) | {"weakest": 1 + gains[starts.index(min(starts))]}


def products(gains, starts):
    return ways(gains, starts) | {"multiply": 1 + math.prod(gains)}


def factors(directed=True):
    table = load("levers")
    ratio = table["after"] / table["before"]
    return ratio.where((table["better"] == "up") | (not directed), 1 / ratio)


def told(values):
    return {"harm": int((values < 1).sum()), "median": values.median()}


def plan(**changed):
    names = {"need": "quality needed", "quality": "quality", "money": "money loses", "part": "part fails"}
    ours = {"quality needed": 1.0, "quality": 0.46, "money loses": 0.354, "part fails": 0.10}
    return ours | {names[name]: value for name, value in changed.items()}


BOTH_WAYS = {
    "32-line-weakest": {
        "right": [1.25, min(0.8 * 1.3, 1, 1) / 0.8],
        "wrong": [
            (1.3, "the next link forgotten"),
            (1.0, "not compared with its start"),
            (1.04, "the first link alone"),
        ],
    },
    "32-quiz-both": {
        "right": [3, 39 - 26 - 30 + 20],
        "wrong": [
            (9, "both against the better one"),
            (13, "both against the worse one"),
            (19, "both against none"),
            (-17, "nothing counted twice"),
            (0, "in logarithms"),
        ],
    },
    "32-quiz-sign": {
        "right": ["a", "A "],
        "wrong": [("b", "the rare contract decides"), ("c", "any mix is neutral"), ("d", "no verdict without costs")],
    },
    "32-quiz-falsifier": {
        "right": ["b"],
        "wrong": [("a", "no number"), ("c", "a condition that excuses"), ("d", "no date")],
    },
    "32-three-ways": {
        "right": [ways, lambda gains, starts: pd.Series(ways(gains, starts))],
        "wrong": [
            (level, "weakest not compared with before"),
            (smallest, "smallest gain taken for the weakest link"),
            (forgotten, "next link forgotten"),
            (products, "gains multiplied"),
        ],
    },
    "32-weak-link": {
        "right": [0.8, 1 / 1.25],
        "wrong": [(0.625, "the large lever in the formula"), (0.75, "subtracted"), (1.25, "upside down")],
    },
    "32-neutral": {
        "right": [0.375, 15 / 40],
        "wrong": [
            (0.625, "the share of secret contracts"),
            (65 / 90, "one price over the other"),
            (0.6, "the two changes compared"),
        ],
    },
    "32-brier": {
        "right": [0.28667, (0.01 + 0.49 + 0.36) / 3],
        "wrong": [
            (0.86, "the sum"),
            ((0.01 + 0.09 + 0.36) / 3, "all taken as happened"),
            (1.4 / 3, "distances not squared"),
            (2 * 0.86 / 3, "both answers summed"),
        ],
    },
    "32-levers": {
        "right": [told(factors()), {"median": factors().median(), "harm": 1}],
        "wrong": [
            (told(factors(directed=False)), "direction ignored"),
            (told(1 / factors()), "harm and help swapped"),
            ({"harm": 9, "median": factors().median()}, "rows counted that want less"),
            ({"harm": 1, "median": float(np.mean(factors()))}, "mean taken for the median"),
        ],
    },
    "32-break-plan": {
        "right": [plan(need=0.71), plan(need=0.70), plan(quality=0.65), plan(money=0.545)],
        "wrong": [
            (plan(), "nothing changed"),
            (plan(need=0.75, quality=0.5), "more than one changed"),
            (plan(part=0.545), "changed too far"),
            (plan(quality=0.7), "changed too far"),
            (plan(need=0.8), "the ranking stays"),
        ],
    },
}
