"""Right and wrong answers to the tasks of lesson 04."""

import math


def _wait(u, t, a, s):
    return (a + s) / 2 * u / (1 - u) * t


def _broken(load, up, repair):
    return (1 + 2 * up * (1 - up) * repair) / 2 * load / (1 - load) / up


BOTH_WAYS = {
    "04-quiz-uptime": {
        "right": ["c", " C"],
        "wrong": [("a", "only uptime matters"), ("b", "rare stops do no harm"), ("d", "load decides alone")],
    },
    "04-quiz-load": {
        "right": [38, 38.0, 2 * 0.95 / 0.05],
        "wrong": [(1.9, "load for its odds"), (19, "time forgotten"), (76, "not halved")],
    },
    "04-quiz-part": {
        "right": ["b", "B"],
        "wrong": [("a", "new parts taken for safer"), ("c", "no wear, no remedy")],
    },
    "04-wait": {
        "right": [_wait, lambda u, t, a, s: t * u * (a + s) / (2 - 2 * u)],
        "wrong": [
            (lambda u, t, a, s: (a + s) / 2 * u * t, "load for its odds"),
            (lambda u, t, a, s: (a + s) * u / (1 - u) * t, "not halved"),
            (lambda u, t, a, s: _wait(u, t, a, s) + t, "work counted as waiting"),
        ],
    },
    "04-breakdowns": {
        "right": [_broken, lambda load, up, repair: _wait(load, 1 / up, 1, 2 * up * (1 - up) * repair)],
        "wrong": [
            (lambda load, up, repair: _wait(load, 1 / up, 1, 0), "only uptime matters"),
            (lambda load, up, repair: _wait(load, 1 / up, 1, up * (1 - up) * repair), "repairs taken as alike"),
            (lambda load, up, repair: up * _broken(load, up, repair), "job without its repairs"),
        ],
    },
    "04-shift": {
        "right": [388 / 480, 0.8083, 0.9 * (400 / 432) * 0.97],
        "wrong": [
            (0.9, "only uptime matters"),
            ((0.9 + 400 / 432 + 0.97) / 3, "mean taken for product"),
            (400 / 480, "scrap counted as made"),
        ],
    },
    "04-age": {
        "right": [{"age": 502.61, "cost_rate": 0.60628}, [502.61, 0.60628]],
        "wrong": [
            ({"age": 893, "cost_rate": 1000 / (1000 * math.gamma(4 / 3))}, "run to failure"),
            ({"age": 1000 * math.gamma(4 / 3), "cost_rate": 0.7}, "mean life taken for age"),
            ({"age": 510.66, "cost_rate": 0.6}, "another shape"),
        ],
    },
    "04-rent": {
        "right": [
            lambda life, warned, planned, failure: warned * (failure - planned) / life,
            lambda life, warned, planned, failure: failure / life - (warned * planned + (1 - warned) * failure) / life,
        ],
        "wrong": [
            (lambda life, warned, planned, failure: warned * failure / life, "planned stop taken as free"),
            (lambda life, warned, planned, failure: (failure - planned) / life, "every failure warned"),
            (lambda life, warned, planned, failure: warned * (failure - planned), "a life taken for an hour"),
        ],
    },
    "04-budget": {
        "right": [{"repair": 2, "uptime": 2, "levelling": 0}, [2, 2, 0]],
        "wrong": [
            ({"repair": 3, "uptime": 0, "levelling": 0}, "over budget"),
            ({"repair": 0.5, "uptime": 2, "levelling": 1}, "not a step"),
            ({"repair": 0, "uptime": 8, "levelling": 0}, "only uptime matters"),
            ({"repair": 2, "uptime": 1, "levelling": 0}, "money left over"),
            ({"repair": 0, "uptime": 5, "levelling": 3}, "one favourite lever"),
            ({"repair": 2, "uptime": 1, "levelling": 1}, "near, not best"),
        ],
    },
}
