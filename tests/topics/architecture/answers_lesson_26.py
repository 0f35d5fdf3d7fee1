"""Right and wrong answers to the tasks of lesson 26; each wrong one with the mistake that it makes."""

import math

PLACES = {"stop": 1, "grip": 1, "camera": 2, "sorting": 0, "bearing": 2, "plan": 2}


def near(deadline, away, job, load):
    return math.exp(-(1 - load) * max(0, deadline - away) / job)


def guarded(deadline, away, job, load):
    if deadline <= away:
        return 1
    return math.e ** ((away - deadline) * (1 - load) / job)


BOTH_WAYS = {
    "26-line-overrun": {
        "right": [60, 60.0, (68 * 5 - 100) / 4],
        "wrong": [(3, "times for cost"), (68, "the users' price"), (20, "the old cost")],
    },
    "26-quiz-owner": {
        "right": ["b", "B "],
        "wrong": [
            ("a", "rivals press on the base"),
            ("c", "the base takes more from each"),
            ("d", "competition reaches the cost"),
        ],
    },
    "26-quiz-queue": {
        "right": [41, 1 + 10 / 0.25],
        "wrong": [
            (11, "the queue left out"),
            (31, "the job left out"),
            (40, "the way left out"),
            (1 + 10 / 0.75, "load for idle time"),
        ],
    },
    "26-quiz-protect": {
        "right": ["d"],
        "wrong": [
            ("a", "more exposed, more spending"),
            ("b", "the middle by any rule"),
            ("c", "in proportion"),
        ],
    },
    "26-outside": {
        "right": [{"growth": 50.96, "loss": 1.51}, {"loss": 342 / 226.24, "growth": 100 * 186.27 / 365.5}],
        "wrong": [
            ({"growth": 43.76, "loss": 1.51}, "the share of a year"),
            ({"growth": 50.96, "loss": 3.14}, "pay in shares left in"),
            ({"growth": 50.96, "loss": 342 / 517}, "all sales"),
        ],
    },
    "26-fee": {
        "right": [2.2, (6 * 62.5 - 100) / 5 / 25],
        "wrong": [
            (2.5, "the fee left out"),
            (3, "the lesson's three times"),
            (1, "price at cost"),
            (55, "cost for times"),
        ],
    },
    "26-sides": {
        "right": [
            {"factories": 40, "makers": -20, "deals": 3600},
            {"deals": 60 * 60, "makers": 20 - 40, "factories": 40.0},
        ],
        "wrong": [
            ({"factories": 10, "makers": 10, "deals": 2700}, "half each"),
            ({"factories": 20, "makers": 0, "deals": 3200}, "nothing below zero"),
            ({"factories": 60, "makers": 0, "deals": 1600}, "prices of a private base"),
            ({"factories": -20, "makers": 40, "deals": 3600}, "sides swapped"),
        ],
    },
    "26-late": {
        "right": [near, guarded],
        "wrong": [
            (
                lambda deadline, away, job, load: near(deadline, away, job, load) if deadline > away else 0,
                "never late",
            ),
            (lambda deadline, away, job, load: near(deadline, away, job, 0), "the queue left out"),
            (lambda deadline, away, job, load: near(deadline, 0, job, load), "the way left out"),
            (lambda deadline, away, job, load: 1 - near(deadline, away, job, load), "in time for late"),
            (lambda deadline, away, job, load: math.exp(-(1 - load) * (deadline - away) / job), "above one"),
        ],
    },
    "26-place": {
        "right": [PLACES, {name: float(place) for name, place in PLACES.items()}],
        "wrong": [
            (dict.fromkeys(PLACES, 1), "all near"),
            (dict.fromkeys(PLACES, 2), "all far"),
            ({**PLACES, "sorting": 1}, "means compared"),
            ({**PLACES, "grip": 2}, "cloud wherever it is in time"),
        ],
    },
    "26-middle": {
        "right": [15.83, 15.8, 15.829],
        "wrong": [
            (10, "the lesson's strength"),
            (10.55, "the first coin"),
            (1 / (0.9 * math.log(1 / 0.9)), "the first coin"),
            (19.08, "shares of the expected loss"),
        ],
    },
}
