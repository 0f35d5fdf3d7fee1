"""Right and wrong answers to the tasks of lesson 06."""

from fractions import Fraction


def _step_by_step(error, hops):
    wrong = 0.0
    for _hop in range(hops):
        wrong = wrong * (1 - error) + (1 - wrong) * error
    return wrong


BOTH_WAYS = {
    "06-quiz-hops": {
        "right": [0.32, Fraction(8, 25), 0.2 * 0.8 + 0.8 * 0.2],
        "wrong": [(0.4, "errors added"), (0.36, "two flips do not cancel"), (0.04, "every hand-over must flip")],
    },
    "06-quiz-volume": {
        "right": ["c", " C"],
        "wrong": [("a", "volume cures bias"), ("b", "same mixture, same verdict"), ("d", "half must be fake")],
    },
    "06-quiz-side": {
        "right": ["b", "B"],
        "wrong": [
            ("a", "each side pays for its own gain"),
            ("c", "discount for the side that gains"),
            ("d", "the other side is charged"),
        ],
    },
    "06-cascade": {
        "right": [_step_by_step, lambda error, hops: (1 - (1 - 2 * error) ** hops) / 2],
        "wrong": [
            (lambda error, hops: error * hops, "errors added"),
            (lambda error, hops: 1 - (1 - error) ** hops, "two flips do not cancel"),
            (lambda error, hops: error**hops, "every hand-over must flip"),
        ],
    },
    "06-tipping": {
        "right": [lambda accuracy: 1 - 1 / (2 * accuracy), lambda accuracy: (accuracy - 0.5) / accuracy],
        "wrong": [
            (lambda accuracy: 0.5, "half must be fake"),
            (lambda accuracy: accuracy - 0.5, "fakes on top"),
            (lambda accuracy: 2 * accuracy - 1, "share of the honest reviews"),
        ],
    },
    "06-withheld": {
        "right": [0.75, Fraction(3, 4), 1 - 0.2 / 0.8],
        "wrong": [(0.375, "taken for fakes"), (0.6, "share of all reviews"), (0.5, "half of the complaints")],
    },
    "06-rule": {
        "right": [{"reviews": 29, "cut": 0.66}, [40, 0.67], {"cut": 0.66, "reviews": 35}],
        "wrong": [
            ({"reviews": 35, "cut": 66}, "cut in per cent"),
            ({"reviews": 30.5, "cut": 0.66}, "half a review"),
            ({"reviews": 101, "cut": 0.66}, "too many asked"),
            ({"reviews": 39, "cut": 0.5}, "plain majority"),
            ({"reviews": 9, "cut": 0.66}, "too few reviews"),
            ({"reviews": 39, "cut": 0.58}, "cut too low"),
            ({"reviews": 39, "cut": 0.76}, "cut too high"),
        ],
    },
    "06-prices": {
        "right": [{"price_1": 0.8, "price_2": -0.1, "profit": 0.25}, [0.8, -0.1, 0.25]],
        "wrong": [
            ({"price_1": 0.2, "price_2": 0.5, "profit": 0.25}, "own gain taken off"),
            ({"price_1": 0.8, "price_2": 0, "profit": 0.25}, "no price below nothing"),
            ({"price_1": 0.7, "price_2": -0.2, "profit": 0.25}, "cost left out"),
            ({"price_1": 0.8, "price_2": -0.1, "profit": 0.5}, "profit of both platforms"),
        ],
    },
    "06-paid-side": {
        "right": [
            {"gain_makers": 1.2, "gain_buyers": -0.3, "switching_makers": 1, "switching_buyers": 1},
            [0.6, -0.4, 1, 0.3],
        ],
        "wrong": [
            ([2.5, 0, 2, 2], "switching too dear"),
            ([1.5, 0.5, 1, 1], "market not shared"),
            ([0.3, 0.2, 1, 1], "buyers still pay"),
            ([1.2, 0.2, 1, 1], "platform earns too little"),
        ],
    },
}
