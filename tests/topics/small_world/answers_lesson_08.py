"""Right and wrong answers to the tasks of lesson 08."""

from fractions import Fraction
from itertools import combinations


def _mean_way(firms, neighbours):
    steps = [-(-min(place, firms - place) // (neighbours // 2)) for place in range(1, firms)]
    return sum(steps) / len(steps)


def _known(links, firm):
    return [b if a == firm else a for a, b in links if firm in (a, b)]


def _pairs_closed(links, firm):
    pairs = list(combinations(_known(links, firm), 2))
    return [(a, b) in links or (b, a) in links for a, b in pairs]


def _share_closed(links, firm):
    closed = _pairs_closed(links, firm)
    return sum(closed) / len(closed)


def _with_own(links, firm):
    closed, each = sum(_pairs_closed(links, firm)), len(_known(links, firm))
    return (closed + each) / (each * (each + 1) / 2)


BOTH_WAYS = {
    "08-quiz-more": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "more links, better network"),
            ("c", "clustering taken for distance"),
            ("d", "lot beats nothing"),
        ],
    },
    "08-quiz-clustering": {
        "right": [0.6, Fraction(3, 5), 12 / 20],
        "wrong": [(0.75, "limit of many neighbours"), (0.375, "one side only"), (2 / 3, "ring of the valley")],
    },
    "08-quiz-bridge": {
        "right": ["c", "C"],
        "wrong": [("a", "bridge taken as strong"), ("b", "converse taken for granted"), ("d", "rule denied")],
    },
    "08-ring-way": {
        "right": [
            _mean_way,
            lambda firms, neighbours: (
                sum(-(-2 * min(gap, firms - gap) // neighbours) for gap in range(firms)) / (firms - 1)
            ),
        ],
        "wrong": [
            (lambda firms, neighbours: firms / neighbours / 2, "rule of thumb"),
            (
                lambda firms, neighbours: (
                    2 * sum(min(gap, firms - gap) for gap in range(firms)) / neighbours / (firms - 1)
                ),
                "parts of a step",
            ),
            (lambda firms, neighbours: -(-(firms // 2) // (neighbours // 2)), "farthest firm"),
        ],
    },
    "08-closed": {
        "right": [
            _share_closed,
            lambda links, firm: (
                sum(_pairs_closed(links, firm)) * 2 / len(_known(links, firm)) / (len(_known(links, firm)) - 1)
            ),
        ],
        "wrong": [
            (lambda links, firm: sum(_pairs_closed(links, firm)), "closed pairs not divided"),
            (lambda links, firm: _share_closed(links, firm) / 2, "pairs counted twice"),
            (lambda links, firm: sum(_pairs_closed(links, firm)) / len(_known(links, firm)), "divided by partners"),
            (_with_own, "own links counted"),
        ],
    },
    "08-front": {
        "right": [
            lambda neighbours, teachers: max(0, neighbours - 2 * teachers + 2),
            lambda neighbours, teachers: 2 * len(range(teachers, neighbours // 2 + 1)),
        ],
        "wrong": [
            (lambda neighbours, teachers: max(0, neighbours // 2 - teachers + 1), "one front only"),
            (lambda neighbours, teachers: max(0, neighbours - 2 * teachers), "one firm missed"),
            (lambda neighbours, teachers: neighbours - 2 * teachers + 2, "firms that forget"),
            (lambda neighbours, teachers: neighbours, "teachers left out"),
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
}
