"""Right and wrong answers to the tasks of lesson 15; each wrong one with the mistake that it makes."""

import math

from longwave.topics.tipping import crossing_time, cusp_folds, kramers_rate


def by_roots(a):
    state = -math.sqrt(a / 3)
    return state**3 - a * state


SHORTEST = crossing_time(2, 1.2, 0.4)

BOTH_WAYS = {
    "15-quiz-fold": {
        "right": [0.25, 1 / 4, cusp_folds(0.75)[1]],
        "wrong": [(0.5, "the state for the push"), (0.0625, "the root not taken"), (2, "the fold of the lesson")],
    },
    "15-quiz-timid": {
        "right": ["c", " C "],
        "wrong": [("a", "timid is cheap"), ("b", "the same work in the end"), ("d", "any small push fails")],
    },
    "15-quiz-flow": {
        "right": ["b"],
        "wrong": [
            ("a", "a jump proves it"),
            ("c", "a word taken for a measurement"),
            ("d", "only growth is looked at"),
        ],
    },
    "15-fold": {
        "right": [by_roots, lambda a: math.sqrt(4 * a**3 / 27), lambda a: 2 * (a / 3) ** 1.5],
        "wrong": [
            (lambda a: math.sqrt(a / 3), "the state for the push"),
            (lambda a: 4 * a**3 / 27, "the root not taken"),
            (lambda a: (a / 3) ** 1.5, "one term forgotten"),
        ],
    },
    "15-way-back": {
        "right": [{"up": 1.0887, "down": -1.0887}, [by_roots(2), -by_roots(2)]],
        "wrong": [
            ({"up": 1.0887, "down": 1.0887}, "down where it went up"),
            ({"up": 1.0887, "down": 0}, "down when the push is gone"),
            ({"up": 0, "down": -1.0887}, "up when the push begins"),
        ],
    },
    "15-wait": {
        "right": [
            lambda noise: 1 / kramers_rate(noise),
            lambda noise: math.pi * math.sqrt(2) * math.exp(0.25 / noise),
        ],
        "wrong": [
            (kramers_rate, "the rate for the wait"),
            (lambda noise: math.exp(1 / (4 * noise)), "no hurry at the bottom"),
            (lambda d: math.pi * math.sqrt(2) * math.exp(1 / (2 * d**2)), "D taken for a deviation"),
            (lambda d: math.pi * math.sqrt(2) * math.exp(1 / (2 * d)), "both wells deep"),
        ],
    },
    "15-dear-height": {
        "right": [3.22, 3.2, 3.25],
        "wrong": [
            (1.9, "below the fold"),
            (2.05, "timid is cheap"),
            (8, "bold is always cheap"),
        ],
    },
    "15-cheapest-pulse": {
        "right": [{"push": 1.2, "length": SHORTEST + 0.01}, [1.19, crossing_time(2, 1.19, 0.4) + 0.005]],
        "wrong": [
            ({"push": 2.0, "length": 1.0}, "outside the limits"),
            ({"push": 0.6, "length": 50.0}, "below the fold"),
            ({"push": 1.2, "length": 1.0}, "released too early"),
            ({"push": 0.8, "length": 6.0}, "timid is cheap"),
            ({"push": 1.2, "length": 3.0}, "held too long"),
        ],
    },
}
