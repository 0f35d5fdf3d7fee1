"""Right and wrong answers to the tasks of lesson 18; each wrong one with the mistake that it makes."""

from math import sqrt


def table(first, second):
    return {"year": list(range(1, len(first) + 1)), "first": first, "second": second}


def corrected(first, second):
    low, high = sorted((first, second))
    return ((1 - high + low) * low / high) ** 0.5


BOTH_WAYS = {
    "18-quiz-linked": {
        "right": ["b", " B"],
        "wrong": [("a", "high means driven"), ("c", "high means linked"), ("d", "high means a high level")],
    },
    "18-quiz-usual": {
        "right": [1.2 / 1.3, 0.923],
        "wrong": [(0.6 / 1.3, "lost coefficient"), (0.4714, "corrected formula"), (4 / 9, "ratio of the two")],
    },
    "18-quiz-blocked": {
        "right": ["c"],
        "wrong": [
            ("a", "fall of coupling taken for help"),
            ("b", "rise taken for help"),
            ("d", "all or nothing"),
        ],
    },
    "18-corrected": {
        "right": [corrected, lambda f, s: sqrt((1 - abs(f - s)) * min(f / s, s / f))],
        "wrong": [
            (lambda f, s: abs((1 - (s - f)) * f / s) ** 0.5, "order taken for granted"),
            (lambda f, s: sqrt(min(f, s) / max(f, s)), "distance left out"),
            (lambda f, s: (1 - abs(s - f)) * min(f, s) / max(f, s), "root left out"),
            (lambda f, s: 2 * sqrt(f * s) / (f + s), "usual formula"),
        ],
    },
    "18-level": {
        "right": [
            lambda f, s: (f * s) ** 0.25,
            lambda f, s: sqrt(2 * sqrt(f * s) / (f + s) * (f + s) / 2),
        ],
        "wrong": [
            (lambda f, s: sqrt(f * s), "one root only"),
            (lambda f, s: 2 * sqrt(f * s) / (f + s), "coupling alone"),
            (lambda f, s: (f + s) / 2, "level alone"),
        ],
    },
    "18-rest": {
        "right": [
            lambda base, support, held: (base + support * held / 2) / (1 - support / 2),
            lambda base, support, held: (2 * base + support * held) / (2 - support),
        ],
        "wrong": [
            (lambda base, support, held: base / (1 - support), "nothing held"),
            (lambda base, support, held: base / (1 - support / 2), "held leg gives nothing"),
            (lambda base, support, held: base + support * held, "free leg gives nothing"),
        ],
    },
    "18-weight": {
        "right": [0.25, 1 / 4],
        "wrong": [(0.75, "weights changed round"), (1 / 3, "ratio of the leads"), (0.5, "even weights")],
    },
    "18-apart": {
        "right": [
            table([0.5, 0.55] * 3, [0.55, 0.5] * 3),
            table([0.5, 0.52, 0.54, 0.56, 0.58, 0.6], [0.6, 0.58, 0.56, 0.54, 0.52, 0.5]),
        ],
        "wrong": [
            (table([0.5, 0.55, 0.5], [0.55, 0.5, 0.55]), "not six years of indices"),
            (table([50, 55] * 3, [55, 50] * 3), "not six years of indices"),
            (table([0.5] * 6, [0.5, 0.55] * 3), "an index stands still"),
            (table([0.5, 0.55] * 3, [0.5, 0.55] * 3), "they move together"),
            (table([0.2, 0.8] * 3, [0.8, 0.2] * 3), "coupling too low"),
        ],
    },
}
