"""Right and wrong answers to the tasks of lesson 02."""

from fractions import Fraction

from longwave.topics.cooperative import licensing_game


def _left_out(user_values, licences):
    ranked = sorted(user_values, reverse=True) + [0] * licences
    return licences * ranked[licences]


BOTH_WAYS = {
    "02-quiz-ceiling": {
        "right": ["c", "C"],
        "wrong": [
            ("a", "added value is income"),
            ("b", "even split taken for the theory"),
            ("d", "ceiling taken for floor"),
        ],
    },
    "02-quiz-floor": {
        "right": [8, 8.0],
        "wrong": [
            (21, "added value is income"),
            (4, "one price for two licences"),
            (0, "no rival left"),
            (9, "second factory's bid"),
        ],
    },
    "02-quiz-glove": {
        "right": ["b", " b"],
        "wrong": [("a", "fair taken for stable"), ("c", "useless coalition"), ("d", "one glove taken for a pair")],
    },
    "02-licence-floor": {
        "right": [min, lambda first, second: (first + second - abs(first - second)) / 2],
        "wrong": [
            (max, "added value is income"),
            (lambda first, second: (first + second) / 2, "middle of the range"),
            (lambda first, second: second, "order taken for size"),
        ],
    },
    "02-many-users": {
        "right": [
            _left_out,
            lambda user_values, licences: (
                licences * (sorted(user_values)[-licences - 1] if licences < len(user_values) else 0)
            ),
        ],
        "wrong": [
            (lambda user_values, licences: _left_out(user_values, licences) / licences, "one price for all licences"),
            (lambda user_values, licences: sum(sorted(user_values)[-licences:]), "value created"),
            (lambda user_values, licences: licences * sorted(user_values)[-licences], "last buyer's value"),
            (lambda user_values, licences: licences * [*user_values, 0, 0, 0][licences], "list taken as sorted"),
        ],
    },
    "02-scarce-glove": {
        "right": [lambda right: right / (right + 1), lambda right: Fraction(right, right + 1)],
        "wrong": [
            (lambda right: 1 if right > 1 else 0.5, "core for Shapley value"),
            (lambda right: 1 / (right + 1), "even split"),
            (lambda right: 1.0, "first place forgotten"),
        ],
    },
    "02-empty-core": {
        "right": [
            {("A", "B"): 9, ("A", "C"): 8, ("B", "C"): 10, ("A", "B", "C"): 12},
            {("A", "B"): 3, ("A", "C"): 2, ("C", "B"): 4, ("A", "B", "C"): 4},
            {("A",): 1, ("A", "B"): 6, ("A", "C"): 7, ("B", "C"): 5, ("A", "B", "C"): 8},
        ],
        "wrong": [
            ({("A", "B", "C"): 0}, "nothing to quarrel about"),
            ({("A", "B"): 9, ("A", "C"): 9, ("B", "C"): 9, ("A", "B", "C"): 5}, "together is worse than apart"),
            ({("A", "B"): 12, ("A", "C"): 12, ("A", "B", "C"): 12}, "one player rules"),
            ({("A", "B"): 5, ("A", "C"): 5, ("B", "C"): 5, ("A", "B", "C"): 12}, "pairs too weak"),
            ({("A", "B"): 9, ("A", "C"): 9, ("B", "C"): 9, ("A", "B", "C"): 12}, "the lesson's equal pairs"),
        ],
    },
    "02-line-two": {
        "right": [
            licensing_game([10, 8], licences=2),
            {
                ("innovator", "user1"): 10,
                ("innovator", "user2"): 8,
                ("innovator", "user1", "user2"): 18,
            },
        ],
        "wrong": [
            (licensing_game([10, 8], licences=1), "still one licence"),
            ({("innovator", "user1", "user2"): 0}, "no licence at all"),
        ],
    },
    "02-break-floor": {
        "right": [
            lambda gains: 2 * min(gains) - sorted(gains)[1],
            lambda gains: 3 * min(gains) + max(gains) - sum(gains),
        ],
        "wrong": [
            (lambda gains: min(gains) - sorted(gains)[1], "one price for two licences"),
            (lambda gains: 2 * min(gains), "floor of two licences alone"),
            (lambda gains: 2 * gains[2] - gains[1], "list taken as sorted"),
            (lambda gains: sum(sorted(gains)[1:]) - max(gains), "values compared"),
        ],
    },
    "02-second-day": {
        "right": [0.356355, Fraction(356355, 1000000)],
        "wrong": [
            (12.25 / 35.46, "per cents added"),
            (1 - 0.356355, "the first day's part"),
            (12.25 / 38.3032, "growth for growth"),
        ],
    },
}
