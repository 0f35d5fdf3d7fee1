"""Right and wrong answers to the tasks of lesson 03."""

from fractions import Fraction


def _share(appropriability, holders):
    return appropriability / 2 if holders < 2 else appropriability


BOTH_WAYS = {
    "03-quiz-lone": {
        "right": [40, Fraction(40), 40.0],
        "wrong": [
            (80, "one factory taken for two"),
            (50, "copying forgotten"),
            (10, "chance of copying for chance of keeping"),
        ],
    },
    "03-quiz-sixth": {
        "right": ["c", "C"],
        "wrong": [("a", "more IP, more capture"), ("b", "a cake of fixed size"), ("d", "patents taken for rivals")],
    },
    "03-quiz-floor": {
        "right": ["b", " b"],
        "wrong": [
            ("a", "right taken for bargaining power"),
            ("c", "value taken for capture"),
            ("d", "number of rights for strength"),
        ],
    },
    "03-expected-share": {
        "right": [_share, lambda appropriability, holders: appropriability * min(holders, 2) / 2],
        "wrong": [
            (lambda appropriability, holders: appropriability, "one factory taken for two"),
            (lambda appropriability, holders: appropriability / (holders + 1), "even split among all"),
            (
                lambda appropriability, holders: appropriability * holders / (holders + 1),
                "more factories, better bargain",
            ),
            (lambda appropriability, holders: min(holders, 2) / 2, "copying forgotten"),
        ],
    },
    "03-entrants": {
        "right": [lambda entrants: 4 / (entrants + 2) ** 2, lambda entrants: Fraction(2, entrants + 2) ** 2],
        "wrong": [
            (lambda entrants: 4 / (entrants + 1) ** 2, "entrants taken for sellers"),
            (lambda entrants: 1 / (entrants + 1), "fixed cake"),
            (lambda entrants: 4 * (entrants + 1) / (entrants + 2) ** 2, "all sellers together"),
        ],
    },
    "03-stack-price": {
        "right": [9, 9.0, Fraction(36, 4)],
        "wrong": [(6, "the pool's price"), (3, "patents taken for rivals"), (18, "three pools")],
    },
    "03-stack-share": {
        "right": [
            lambda patents: 4 * patents / (patents + 1) ** 2,
            lambda patents: 1 - ((patents - 1) / (patents + 1)) ** 2,
        ],
        "wrong": [
            (lambda patents: 1, "more IP, more capture"),
            (lambda patents: 4 / (patents + 1) ** 2, "one owner for all"),
            (lambda patents: 1 / patents, "one over the number"),
        ],
    },
    "03-own-factory": {
        "right": [15, 15.0],
        "wrong": [
            (55, "the licence forgotten"),
            (25, "copying taken for certain"),
            (26.67, "your own factory not counted"),
            (10, "chance of keeping for chance of copying"),
        ],
    },
    "03-weaker-right": {
        "right": [
            {"holders": 2, "weak": 0.3, "strong": 0.95},
            {"strong": 0.9, "weak": 0.4, "holders": 5},
            [3, Fraction(1, 2), 0.6],
        ],
        "wrong": [
            ({"holders": 2, "weak": 0.3, "strong": 30}, "not a chance"),
            ({"holders": 1.5, "weak": 0.3, "strong": 0.6}, "not a number of factories"),
            ({"holders": 2, "weak": 0.8, "strong": 0.4}, "rights swapped"),
            ({"holders": 2, "weak": 0.1, "strong": 0.4}, "nothing invented under the weak right"),
            ({"holders": 1, "weak": 0.7, "strong": 0.9}, "no rival to be kept out"),
        ],
    },
}
