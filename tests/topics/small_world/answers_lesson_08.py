"""Right and wrong answers to the tasks of lesson 08."""

import math
from fractions import Fraction


def _future(patience):
    return patience / (1 - patience)


def _witnesses(temptation, reward, punishment, patience):
    return max(0, math.ceil((temptation - reward) / (reward - punishment) / _future(patience) - 1))


def _by_trying(temptation, reward, punishment, patience):
    return next(
        s for s in range(10_000) if (1 + s) * (reward - punishment) * _future(patience) >= temptation - reward - 1e-9
    )


BOTH_WAYS = {
    "08-line-witnesses": {
        "right": [3, 3.0, Fraction(3)],
        "wrong": [
            (4, "the cheated workshop counted"),
            (2, "rounded down"),
            (1, "the cheated workshop taken off twice"),
            (23, "one year only"),
            (190 / 48 - 1, "a part of an acquaintance"),
            (190 / 48, "a part of a workshop"),
        ],
    },
    "08-quiz-more": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "more links, better network"),
            ("c", "clustering taken for distance"),
            ("d", "draws cannot be judged"),
        ],
    },
    "08-quiz-sharing": {
        "right": [2.5, Fraction(5, 2), 1 + 2 * 2 / 4 + 2 * 4 / 16],
        "wrong": [
            (1.625**2, "each stage on its own"),
            (1.625, "one stage only"),
            (2.25, "increases added"),
            (2.125, "one stage in the square"),
            (6.28, "the lesson's chain"),
        ],
    },
    "08-quiz-bridge": {
        "right": ["c", "C"],
        "wrong": [("a", "bridge taken as strong"), ("b", "converse taken for granted"), ("d", "rule denied")],
    },
    "08-front": {
        "right": [
            lambda neighbours, teachers: max(0, neighbours - 2 * teachers + 2),
            lambda neighbours, teachers: 2 * len(range(teachers, neighbours // 2 + 1)),
        ],
        "wrong": [
            (lambda neighbours, teachers: max(0, neighbours // 2 - teachers + 1), "one front only"),
            (lambda neighbours, teachers: neighbours // 2 - teachers + 1, "one front, and firms that forget"),
            (lambda neighbours, teachers: max(0, neighbours - teachers), "one firm missed for both fronts"),
            (lambda neighbours, teachers: neighbours - teachers, "one firm missed for both fronts"),
            (lambda neighbours, teachers: max(0, neighbours - 2 * teachers), "one firm missed"),
            (lambda neighbours, teachers: neighbours - 2 * teachers + 2, "firms that forget"),
            (lambda neighbours, teachers: neighbours, "teachers left out"),
            (lambda neighbours, teachers: neighbours // 2, "news on one side"),
            (lambda neighbours, teachers: neighbours // teachers, "partners divided by teachers"),
        ],
    },
    "08-shortcuts": {
        "right": [
            [1, 6, 1, 11, 1, 16],
            {"from_1": 1, "to_1": 7, "from_2": 1, "to_2": 12, "from_3": 7, "to_3": 16},
            [1, 11, 6, 16, 1, 6],
        ],
        "wrong": [
            ([1, 6, 1, 11, 1, 21], "no such firm"),
            ([1, 6, 1, 11, 1, 1], "no such firm"),
            ([1, 6, 1, 11, 1, 20], "old or doubled link"),
            ([1, 6, 1, 11, 11, 1], "old or doubled link"),
            ([1, 11, 2, 12, 3, 13], "all in one corner"),
            ([1, 11, 6, 16, 3, 5], "too short a reach"),
            ([1, 11, 4, 14, 8, 18], "spokes that do not meet"),
            ([1, 8, 8, 15, 15, 1], "ends too near together"),
            ([1, 11, 1, 8, 1, 15], "ends too near together"),
        ],
    },
    "08-wide-bridge": {
        "right": [
            [1, 6, 2, 6, 3, 7],
            {"from_1": 10, "to_1": 5, "from_2": 4, "to_2": 10, "from_3": 5, "to_3": 9},
            [2, 8, 3, 8, 2, 6],
        ],
        "wrong": [
            ([1, 6, 2, 6, 3, 11], "no such person"),
            ([1, 6, 2, 6, 3, 4], "link within a shop"),
            ([1, 6, 2, 7, 3, 8], "nobody has two teachers"),
            ([1, 6, 2, 6, 3, 6], "one learner only"),
        ],
    },
    "08-witnesses": {
        "right": [_witnesses, _by_trying],
        "wrong": [
            (
                lambda temptation, reward, punishment, patience: max(
                    0, round((temptation - reward) / (reward - punishment) / _future(patience)) - 1
                ),
                "rounded to the nearest",
            ),
            (
                lambda temptation, reward, punishment, patience: max(
                    0, math.floor((temptation - reward) / (reward - punishment) / _future(patience) + 1e-9)
                ),
                "one too many at equality",
            ),
            (
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil(temptation / (reward - punishment) / _future(patience)) - 1
                ),
                "the gain not reduced by the honest year",
            ),
            (lambda *numbers: max(0, _by_trying(*numbers) + 1), "the cheated partner counted"),
            (
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil((temptation - reward) / ((reward - punishment) / (1 - patience)) - 1)
                ),
                "this year counted as lost",
            ),
            (
                lambda temptation, reward, punishment, patience: max(
                    0, math.floor((temptation - reward) / (reward - punishment) / _future(patience)) - 1
                ),
                "rounded down",
            ),
            (
                lambda temptation, reward, punishment, patience: max(
                    0, math.ceil((temptation - reward) / reward / _future(patience) - 1)
                ),
                "income after the breach forgotten",
            ),
        ],
    },
    "08-club": {
        "right": [[0.7107, 1.7333, 2.7559], {"low": 0.711, "difference": 26 / 15, "high": 2.756}],
        "wrong": [
            ([-2.7559, -1.7333, -0.7107], "difference turned round"),
            ([0.7157, 1.2958, 1.8759], "middle ties called strong"),
            ([0.2503, 1.2807, 2.3111], "middle ties called weak"),
            ([1.2116, 1.7333, 2.2551], "one standard error"),
            ([-3.0196, 1.7333, 6.4863], "spread taken for error"),
            ([0.8515, 1.7333, 2.6151], "one variance for both"),
            ([1.0142, 1.7333, 2.4525], "deviation taken for variance"),
        ],
    },
    "08-break-sharing": {
        "right": [11, 11.0, Fraction(11)],
        "wrong": [(19, "stages multiplied"), (10, "one stage too few"), (3, "the lesson's chain")],
    },
}
