"""Right and wrong answers to the tasks of lesson 04."""

import math

HALVES = {"first": 83.4, "second": 35.8}
AIR = {"low": 0.636, "shape": 0.854, "high": 1.104} | HALVES


def _wait(orders, repair, between, *, square=2.0):
    held = 1 + repair / between
    load = orders * held
    return (1 + square * repair**2 / between / held**2) / 2 * load / (1 - load) * held


def _other_load(orders, repair, between):
    held = 1 + repair / between
    return (1 + 2 * repair**2 / between / held**2) / 2 * orders / (1 - orders) * held


def _raw_square(orders, repair, between):
    held = 1 + repair / between
    load = orders * held
    return (1 + 2 * repair**2 / between) / 2 * load / (1 - load) * held


BOTH_WAYS = {
    "04-mend-line": {
        "right": [1.291, 1.29, _wait(0.68, 2, 80)],
        "wrong": [
            (26.21, "machine left as it is"),
            (5.81, "uptime held"),
            (2.62, "wait taken as proportional"),
            (2.301, "rarer instead of shorter"),
        ],
    },
    "04-quiz-uptime": {
        "right": ["c", " C"],
        "wrong": [("a", "only uptime matters"), ("b", "rare stops do no harm"), ("d", "load decides alone")],
    },
    "04-quiz-load": {
        "right": [38, 38.0, 2 * 0.95 / 0.05],
        "wrong": [
            (1.9, "load for its odds"),
            (19, "time forgotten"),
            (76, "not halved"),
            (40, "work counted as waiting"),
        ],
    },
    "04-quiz-part": {
        "right": ["b", "B"],
        "wrong": [("a", "new parts taken for safer"), ("c", "no wear, no remedy")],
    },
    "04-breakdowns": {
        "right": [_wait, lambda o, m, f: _wait(o, m, f)],
        "wrong": [
            (lambda o, m, f: _wait(o, m, f, square=0), "only uptime matters"),
            (lambda o, m, f: _wait(o, m, f, square=1), "repairs taken as alike"),
            (lambda o, m, f: _wait(o, m, f) / (1 + m / f), "job without its stops"),
            (_other_load, "load without the stops"),
            (_raw_square, "variance not divided"),
            (lambda o, m, f: _wait(o, m, f) + 1 + m / f, "work counted as waiting"),
            (lambda o, m, f: _wait(o, m, f - m), "hours by the clock"),
            (lambda o, m, f: o * (1 + m / f) / (1 - o * (1 + m / f)) * (1 + m / f), "variability forgotten"),
            (lambda o, m, f: _wait(o, f, m), "two numbers swapped"),
        ],
    },
    "04-mended": {
        "right": [5.283, _wait(0.5, 12, 60) / _wait(0.5, 3, 60)],
        "wrong": [
            (4, "wait taken as proportional"),
            (16, "lengths squared only"),
            (0.8107, "share taken off"),
            (81.07, "per cent taken off"),
            (3.162, "hours taken off"),
            (_wait(0.5, 12, 60) / _wait(0.5, 3, 15), "uptime held"),
            (_wait(0.5, 3, 60) / _wait(0.5, 12, 60), "turned upside down"),
            ((3.9 + 1.2) / (_wait(0.5, 3, 60) + 1.05), "work counted as waiting"),
            (_wait(0.68, 12, 60) / _wait(0.68, 3, 60), "orders of the lesson"),
        ],
    },
    "04-alarms": {
        "right": [lambda planned, failed: failed / planned - 1, lambda p, f: (f - p) / p],
        "wrong": [
            (lambda p, f: f / p, "true warning taken as free"),
            (lambda p, f: f - p, "hours taken for alarms"),
            (lambda p, f: p / (f - p) if f > p else 0, "turned upside down"),
            (lambda p, f: (f - p) / f, "share of the failure"),
        ],
    },
    "04-air": {
        "right": [AIR, {"low": 0.615, "shape": 0.854, "high": 1.093} | HALVES],
        "wrong": [
            ({"low": 0.6, "shape": 0.854, "high": 1.0} | HALVES, "interval cut at 1"),
            ({"low": 36, "shape": 59.6, "high": 84} | HALVES, "mean taken for shape"),
            ({"low": 40, "shape": 54.61, "high": 70} | HALVES, "scale taken for shape"),
            ({"low": 0.8, "shape": 1.206, "high": 1.6} | HALVES, "spread taken for shape"),
            (
                {"low": 0.854 - 0.78 * 0.854 / math.sqrt(30), "shape": 0.854, "high": 0.854 + 0.78 * 0.854 / 30**0.5}
                | HALVES,
                "one standard error",
            ),
            (AIR | {"first": 11.73, "second": 107.47}, "order lost"),
            (AIR | {"first": 59.6, "second": 59.6}, "halves not split"),
        ],
    },
    "04-break-listen": {
        "right": [{"warned": 0.5, "alarms": 5, "shape": 1.7}, {"warned": 0.5, "alarms": 3, "shape": 1.75}],
        "wrong": [
            ({"warned": 0.3, "alarms": 5, "shape": 1.7}, "program too deaf"),
            ({"warned": 0.5, "alarms": 9, "shape": 1.5}, "alarms out of bounds"),
            ({"warned": 0.7, "alarms": 0, "shape": 2.3}, "the textbook's bearing"),
            ({"warned": 0.5, "alarms": 5, "shape": 1}, "part that does not wear"),
            ({"warned": 0.7, "alarms": 5, "shape": 1.44}, "program still ahead"),
        ],
    },
    "04-budget": {
        "right": [{"mend": 2, "prevent": 2, "hear": 0}, [2, 2, 0]],
        "wrong": [
            ({"mend": 3, "prevent": 0, "hear": 0}, "over budget"),
            ({"mend": 0.5, "prevent": 2, "hear": 1}, "not a step"),
            ({"mend": 0, "prevent": 0, "hear": 8}, "all on hearing"),
            ({"mend": 2, "prevent": 1, "hear": 0}, "money left over"),
            ({"mend": 1, "prevent": 5, "hear": 0}, "long stops left long"),
            ({"mend": 2, "prevent": 1, "hear": 1}, "near, not best"),
        ],
    },
}
