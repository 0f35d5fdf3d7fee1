"""Right and wrong answers to the tasks of lesson 16; each wrong one with the mistake that it makes."""

import math

import numpy as np


def by_least_squares(lengths):
    return np.polyfit(range(len(lengths)), lengths, 1)[0]


def weight(distance, low, high):
    fast, slow = 2 * math.pi / low, 2 * math.pi / high
    return (math.sin(distance * fast) - math.sin(distance * slow)) / (math.pi * distance)


BOTH_WAYS = {
    "16-quiz-p": {
        "right": ["d", " D "],
        "wrong": [
            ("a", "nothing shown taken for none"),
            ("b", "p taken for the chance of the claim"),
            ("c", "p taken for a size"),
        ],
    },
    "16-quiz-smooth": {
        "right": ["c"],
        "wrong": [
            ("a", "smooth means cyclical"),
            ("b", "regular enough means cyclical"),
            ("d", "nothing can be cyclical"),
        ],
    },
    "16-quiz-band": {
        "right": ["b"],
        "wrong": [("a", "filters twice"), ("c", "chooses the band by the result"), ("d", "counts peaks")],
    },
    "16-slope": {
        "right": [by_least_squares],
        "wrong": [
            (lambda lengths: (lengths[-1] - lengths[0]) / (len(lengths) - 1), "first and last only"),
            (lambda lengths: -by_least_squares(lengths), "the other way"),
            (
                lambda lengths: sum((i - (len(lengths) - 1) / 2) * x for i, x in enumerate(lengths)),
                "not divided",
            ),
        ],
    },
    "16-weight": {
        "right": [weight],
        "wrong": [
            (lambda j, low, high: weight(j, high, low), "ends exchanged"),
            (
                lambda j, low, high: (math.sin(j / low) - math.sin(j / high)) / (math.pi * j),
                "a turn without its circle",
            ),
            (lambda j, low, high: j * weight(j, low, high), "not divided by the distance"),
        ],
    },
    "16-shrink": {
        "right": [[1788, 1844, 1896, 1944, 1988, 12], [1787, 1845, 1896, 1945, 1987, 1]],
        "wrong": [
            ([1790, 1848, 1896, 1935, 1972, 3], "outside the author's ranges"),
            ([1788, 1844, 1896, 1944, 1988, 0], "tries not declared"),
            ([1787, 1850, 1890, 1945, 1984, 2], "first and last only"),
            ([1788, 1847, 1893, 1944, 1988, 2], "too much scatter"),
        ],
    },
    "16-steady": {
        "right": [[1789, 1847, 1890, 1939, 1991, 5], [1789, 1848, 1890, 1939, 1991, 1]],
        "wrong": [
            ([1782, 1845, 1892, 1948, 1991, 1], "outside the author's ranges"),
            ([1789, 1847, 1890, 1939, 1991, 1.5], "tries not declared"),
            ([1788, 1844, 1896, 1944, 1988, 4], "still shrinking"),
            ([1788, 1847, 1893, 1944, 1988, 2], "half way"),
        ],
    },
    "16-false-alarm": {
        "right": [1 - 0.95**6, 0.2649],
        "wrong": [(0.05, "one test only"), (0.3, "chances added"), (0.7351, "no alarm at all")],
    },
    "16-shorter": {
        "right": [2.82, 2.81],
        "wrong": [
            (0.5, "outside the model"),
            (2.7187, "in proportion"),
            (2.5, "wave too short"),
            (3, "wave too long"),
        ],
    },
}
