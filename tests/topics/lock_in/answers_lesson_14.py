"""Right and wrong answers to the tasks of lesson 14; each wrong one with the mistake that it makes."""

import math

from longwave.topics.lock_in import lock_in_probability, winner_is_better

BETTER = lock_in_probability(0.55, 5)
FIRST, SECOND, MISSED = 0.3573, 0.0289, 3.4878
HINDSIGHT = 1.1479
METAL = {"first": FIRST, "second": SECOND, "missed": MISSED}


def gain(p, lead, gifts=1):
    return lock_in_probability(p, 5, lead + gifts) - lock_in_probability(p, 5, lead)


BOTH_WAYS = {
    "14-line-gift": {
        "right": [0.172, gain(0.55, -4)],
        "wrong": [
            (0.382, "the chance after the gift"),
            (0.210, "the chance before the gift"),
            (0.077, "gift at an even start"),
            (gain(0.45, -4), "the other side's gift"),
            (gain(0.55, 3), "the other side's gift"),
            (gain(0.55, -4, 3), "three gifts"),
        ],
    },
    "14-quiz-urn": {
        "right": ["c", " C "],
        "wrong": [("a", "path dependence is lock-in"), ("b", "history evens out"), ("d", "never settles")],
    },
    "14-quiz-barrier": {
        "right": [0.2, 1 / 5],
        "wrong": [
            (0.8, "the better's chance"),
            (0.333, "a lead of one"),
            (0.111, "the first two alone"),
            (0.0303, "barrier of five"),
        ],
    },
    "14-quiz-proof": {
        "right": ["b"],
        "wrong": [("a", "the winner was better"), ("c", "a victory proves nothing"), ("d", "share taken for quality")],
    },
    "14-urn-tail": {
        "right": [0.2, 2 / 10],
        "wrong": [
            (10 / 512, "draws taken as coins"),
            (0.1, "one count only"),
            (0.4, "both sides"),
            (0.3, "one count too many"),
            (0.8, "the others"),
            (0.2222, "as many counts as draws"),
        ],
    },
    "14-head-start": {
        "right": [5, 5.0],
        "wrong": [
            (4, "one too few"),
            (8, "all the way to the barrier"),
            (7, "one adopter short of the barrier"),
        ],
    },
    "14-two-countries": {
        "right": [0.8815, lock_in_probability(0.55, 10)],
        "wrong": [
            (BETTER, "one country's evidence"),
            (BETTER**2, "both would win"),
            (0.928, "either would win"),
        ],
    },
    "14-break-proof": {
        "right": [0.621, 0.6209],
        "wrong": [
            (0.555, "p taken as known"),
            (0.6095, "the middle taken for all"),
            (0.1209, "width in the place of the end"),
            (1, "a lead of one"),
        ],
    },
    "14-halves": {
        "right": [METAL, [0.357, 0.029, 3.49]],
        "wrong": [
            (METAL | {"first": math.log2(1 - FIRST), "second": math.log2(1 - SECOND)}, "slopes in the place of rates"),
            (METAL | {"first": 0.638, "second": 0.0423}, "slopes without their sign"),
            (METAL | {"first": 0.643, "second": 0.971}, "what a doubling keeps"),
            (METAL | {"first": 35.7, "second": 2.89}, "per cent"),
            ({"first": 0.347, "second": 0.028, "missed": 3.31}, "the year's own production added"),
            (METAL | {"missed": 2.49}, "how far above"),
            (
                METAL | {name: 1 - (1 - METAL[name]) ** (1 / math.log(2)) for name in ("first", "second")},
                "not a doubling",
            ),
            ({"first": 0.2025, "second": 0.012, "missed": 1.8196}, "production of the year"),
            ({"first": 0.3464, "second": 0.0443, "missed": 2.8993}, "middle row in the first half"),
            (METAL | {"first": SECOND, "second": FIRST}, "halves turned round"),
            (METAL | {"missed": HINDSIGHT}, "forecast with hindsight"),
            (METAL | {"missed": 3.5356}, "forecast from the fitted line"),
            (METAL | {"missed": 1 / MISSED}, "ratio turned round"),
        ],
    },
    "14-unlock": {
        "right": [{"advantage": 0.585, "seeds": 1}, [0.581, 1], {"seeds": 1, "advantage": 0.59}],
        "wrong": [
            ({"advantage": 0.6, "seeds": 1.5}, "outside the limits"),
            ({"advantage": 0.5, "seeds": 1}, "returns alone"),
            ({"advantage": 0.68, "seeds": 0}, "quality alone"),
            ({"advantage": 0.5, "seeds": 4}, "seeds alone"),
            ({"advantage": 0.54, "seeds": 1}, "does not win half"),
            ({"advantage": 0.64, "seeds": 0}, "spends all and does not win half"),
            ({"advantage": 0.545, "seeds": 2}, "too dear"),
            ({"advantage": 0.6, "seeds": 1}, "too dear"),
        ],
    },
}
assert abs(winner_is_better(5, 0.5, 0.6209) - 0.75) < 0.002
