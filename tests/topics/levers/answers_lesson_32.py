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
    theirs = {"quality needed": 1.1, "quality": 0.55, "money loses": 0.30, "part fails": 0.10}
    return theirs | {names[name]: value for name, value in changed.items()}


def fault(change):
    def faulty(gains, starts):
        links = [start * (1 + gain) for start, gain in zip(starts, gains, strict=True)]
        return ways(gains, starts) | change(gains, starts, links)

    return faulty


def growth(gains, starts):
    return {way: value - 1 for way, value in ways(gains, starts).items()}


def added(gains, starts):
    return ways(gains, starts) | {"weakest": min(map(sum, zip(gains, starts, strict=True))) / min(starts)}


BOTH_WAYS = {
    "32-line-weakest": {
        "right": [1.25, min(0.8 * 1.3, 1, 1) / 0.8],
        "wrong": [
            (1.3, "the next link forgotten"),
            (1.0, "not compared with its start"),
            (1.04, "the first link alone"),
            (0.25, "gain instead of output"),
            (125, "in per cent"),
            (1.1, "gain added to the link"),
            (0.8, "start given back"),
            (1.086, "mean of the links"),
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
            (36, "what a sum would give"),
            (16, "both gains added"),
            (6, "one lever alone"),
            (10, "the other lever alone"),
            (11, "against the mean of the two"),
            (15, "in per cent of none"),
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
            (growth, "growth instead of output"),
            (fault(lambda gains, starts, links: {"add": sum(gains)}), "output before left out"),
            (fault(lambda gains, starts, links: {"add": 1 + sum(gains) / len(gains)}), "mean of the gains"),
            (fault(lambda gains, starts, links: {"multiply": math.prod(links)}), "starts multiplied in"),
            (fault(lambda gains, starts, links: {"weakest": max(links) / min(starts)}), "strongest link taken"),
            (fault(lambda gains, starts, links: {"weakest": min(links) / max(starts)}), "compared with the strongest"),
            (added, "gain added to the start"),
        ],
    },
    "32-weak-link": {
        "right": [0.8, 1 / 1.25],
        "wrong": [
            (0.625, "the large lever in the formula"),
            (0.75, "subtracted"),
            (1.25, "upside down"),
            (80, "in per cent"),
            (0.2, "by how much weaker"),
            (0.78125, "one growth over the other"),
            (0.4167, "one gain over the other"),
        ],
    },
    "32-neutral": {
        "right": [0.375, 15 / 40],
        "wrong": [
            (0.625, "the share of secret contracts"),
            (65 / 90, "one price over the other"),
            (0.6, "the two changes compared"),
            (0.278, "the fall as a part of its price"),
            (0.3, "the rise as a part of its price"),
            (0.769, "one price over another"),
            (15, "a rise in money"),
            (25, "a fall in money"),
        ],
    },
    "32-brier": {
        "right": [0.28667, (0.01 + 0.49 + 0.36) / 3],
        "wrong": [
            (0.86, "the sum"),
            ((0.01 + 0.09 + 0.36) / 3, "all taken as happened"),
            (1.4 / 3, "distances not squared"),
            (2 * 0.86 / 3, "both answers summed"),
            ((0.86 / 3) ** 0.5, "root of the score"),
            (1.46 / 3, "all taken as missed"),
            ((0.81 + 0.09 + 0.16) / 3, "outcomes swapped"),
            (0.49, "one miss alone"),
            (0, "signs that cancel"),
            (1 - 0.86 / 3, "one less the score"),
        ],
    },
    "32-levers": {
        "right": [told(factors()), {"median": factors().median(), "harm": 1}],
        "wrong": [
            (told(factors(directed=False)), "direction ignored"),
            (told(1 / factors()), "harm and help swapped"),
            ({"harm": 9, "median": factors().median()}, "rows counted that want less"),
            ({"harm": 1, "median": float(np.mean(factors()))}, "mean taken for the median"),
            ({"harm": 15, "median": factors().median()}, "helping rows counted"),
            ({"harm": 1 / 16, "median": factors().median()}, "share of the rows"),
            ({"harm": 1, "median": factors().median() - 1}, "gain instead of factor"),
            ({"harm": 1, "median": 100 * factors().median()}, "median in per cent"),
            ({"harm": 1, "median": sorted(factors())[7]}, "one of the two in the middle"),
            ({"harm": 1, "median": sorted(factors())[8]}, "one of the two in the middle"),
            ({"harm": int((factors(False) < 1).sum()), "median": factors().median()}, "falls counted as harm"),
        ],
    },
    "32-break-plan": {
        "right": [plan(need=0.78), plan(need=0.77), plan(quality=0.78), plan(money=0.505)],
        "wrong": [
            (plan(), "nothing changed"),
            (plan(need=0.85, quality=0.6), "more than one changed"),
            (plan(part=0.505), "changed too far"),
            (plan(need=0.712), "changed too far"),
            (plan(money=0.54), "changed too far"),
            (plan(quality=0.646), "the ranking stays"),
            (plan(need=0.9), "the ranking stays"),
            (plan(need=0.55 / 0.7), "only a tie"),
            (plan(need=1.3), "the wrong way"),
            (plan(money=0.2), "the wrong way"),
            (plan(need=78), "in per cent"),
            (plan(part=0.2), "a link that is not next"),
        ],
    },
}
