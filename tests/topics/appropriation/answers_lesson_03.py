"""Right and wrong answers to the tasks of lesson 03."""

import math
from fractions import Fraction


def _copies(research, share, possible):
    """Count the followers for whom it pays, one by one."""
    count = 0
    while count < possible and 400 / (count + 3) ** 2 >= share * research:
        count += 1
    return count


def _all_or_none(research, share, possible):
    return possible if 400 / (possible + 2) ** 2 >= share * research else 0


def _only_if_invented(research, share, possible):
    """Give 0 where the inventor would not have begun."""
    count = _copies(research, share, possible)
    return count if 400 / (count + 2) ** 2 >= research else 0


BOTH_WAYS = {
    "03-own-force": {
        "right": [30, 30.0, Fraction(30)],
        "wrong": [
            (20, "a licence in its place"),
            (40, "their cost forgotten"),
            (75, "chances swapped"),
            (35, "the case of a copy not weighed"),
            (25, "only the case of a copy"),
            (45.56, "you are not counted among the sellers"),
            (10, "copied means worthless"),
        ],
    },
    "03-quiz-window": {
        "right": [55.6, 55.556, Fraction(500, 9)],
        "wrong": [
            (49.4, "the lead forgotten"),
            (39.5, "where he stays away because of the patent"),
            (71.1, "where it is copied no more without one"),
            (44.4, "income without the lead"),
            (35.6, "only the part after the lead"),
            (20, "only the part of the lead"),
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
    "03-own-factory": {
        "right": [15, 15.0],
        "wrong": [
            (55, "the licence forgotten"),
            (25, "copying taken for certain"),
            (26.67, "your own factory not counted"),
            (10, "chance of keeping for chance of copying"),
            (60, "all of the worth once it is copied"),
            (40, "the licence itself"),
            (20, "a fixed cake for three"),
        ],
    },
    "03-copiers": {
        "right": [
            _copies,
            lambda research, share, possible: sum(
                400 / (n + 2) ** 2 >= share * research for n in range(1, possible + 1)
            ),
        ],
        "wrong": [
            (lambda research, share, possible: _copies(research, share, 99), "no limit to followers"),
            (lambda research, share, possible: _copies(research, 1, possible), "research paid in full"),
            (
                lambda research, share, possible: sum(
                    400 / (n + 1) ** 2 >= share * research for n in range(1, possible + 1)
                ),
                "inventor not counted",
            ),
            (
                lambda research, share, possible: sum(
                    100 / (n + 1) >= share * research for n in range(1, possible + 1)
                ),
                "fixed cake",
            ),
            (_all_or_none, "all or none"),
            (
                lambda research, share, possible: possible if share * research <= 400 / 9 else 0,
                "all if the first comes",
            ),
            (
                lambda research, share, possible: sum(
                    400 / (n + 2) ** 2 > share * research for n in range(1, possible + 1)
                ),
                "stays away where it breaks even",
            ),
            (
                lambda research, share, possible: min(possible, math.floor((400 / (share * research)) ** 0.5 - 2)),
                "fewer than none",
            ),
            (_only_if_invented, "nothing where nothing is invented"),
        ],
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
            (lambda patents: 400 * patents / (patents + 1) ** 2, "money for a share"),
            (lambda patents: patents / (patents + 1) ** 2, "compared with all that there is"),
        ],
    },
    "03-licence-sum": {
        "right": [147.8, Fraction(1330, 9)],
        "wrong": [
            (126.8, "copied all the same"),
            (135.8, "no patent at all"),
            (168.8, "the fee counted once too often"),
            (105.8, "the fee lost"),
            (177.8, "research forgotten"),
            (58.9, "users forgotten"),
        ],
    },
    "03-vendors": {
        "right": [{"low": 0.413, "share": 0.647, "high": 0.827}, [0.413, 11 / 17, 0.827]],
        "wrong": [
            ({"low": 41.29997, "share": 64.70588, "high": 82.69051}, "per cent"),
            ([41.299967, 1100 / 17, 82.690514], "per cent"),
            ({"low": 0.413, "share": 0.62, "high": 0.827}, "the middle of the interval for the share"),
            ({"low": 0.413, "share": 0.941, "high": 0.827}, "the share of the other count"),
            ({"low": 0.42, "share": 0.647, "high": 0.874}, "error taken at the observed share"),
            ({"low": 0.73, "share": 0.941, "high": 0.99}, "the other count"),
            ({"low": 0.173, "share": 0.353, "high": 0.587}, "those that may use it"),
            ({"low": 0.526, "share": 0.647, "high": 0.752}, "one standard error"),
        ],
    },
    "03-break-patent": {
        "right": [{"research": 45.5, "lead": 0.3}, [40, 0.4], {"lead": 0.2, "research": 52}],
        "wrong": [
            ({"research": 40, "lead": 40}, "out of range"),
            ({"research": 120, "lead": 0.1}, "nothing invented with a patent"),
            ({"research": 30, "lead": 0}, "copied in spite of the patent"),
            ({"research": 80, "lead": 0}, "nothing invented without it"),
            ({"research": 90, "lead": 0.5}, "nobody copies even without it"),
            ({"research": 60, "lead": 0.35}, "copying costs more than it gives"),
        ],
    },
}
