"""Right and wrong answers to the tasks of lesson 22; each wrong one with the mistake that it makes."""

BOTH_WAYS = {
    "22-quiz-lag": {
        "right": ["b", " B"],
        "wrong": [("a", "lag decides stability"), ("c", "shorter lag, smaller growth"), ("d", "lag changes nothing")],
    },
    "22-quiz-glut": {
        "right": [16.2, 0.81 * 20],
        "wrong": [
            (18, "one swing only"),
            (-18, "shortage taken for the glut"),
            (14.58, "three swings"),
            (16, "shrinks by a tenth twice, added"),
        ],
    },
    "22-quiz-gap": {
        "right": ["c", "C"],
        "wrong": [
            ("a", "any gap pays for training"),
            ("b", "profit taken for a reason to train"),
            ("d", "skill that leaves, only"),
        ],
    },
    "22-swing": {
        "right": [
            lambda g, r, f: -r * (1 - f) / (1 + f * r) * g,
            lambda gap, ratio, share: gap * (ratio * share - ratio) / (1 + ratio * share),
        ],
        "wrong": [
            (lambda g, r, f: r * (1 - f) / (1 + f * r) * g, "sign lost"),
            (lambda g, r, f: -r * (1 - f) * g, "those who look ahead stand aside"),
            (lambda g, r, f: -r * g, "nobody looks ahead"),
            (lambda g, r, f: -(1 - f) / (r + f) * g, "slope ratio upside down"),
        ],
    },
    "22-share": {
        "right": [1 / 6, 0.1667],
        "wrong": [
            (1 / 3, "those who look ahead stand aside"),
            (0.5, "half for all"),
            (1 / 12, "share of one in twelve"),
        ],
    },
    "22-weeks": {
        "right": [
            lambda gain, cost, kept, quits: (1 - quits) * kept * gain / cost,
            lambda g, c, k, q: g / c * k - q * k * g / c,
        ],
        "wrong": [
            (lambda g, c, k, q: k * g / c, "quits forgotten"),
            (lambda g, c, k, q: g / c, "best for all"),
            (lambda g, c, k, q: (1 - q) * (1 - k) * g / c, "share of the worker"),
            (lambda g, c, k, q: 2 * (1 - q) * k * g / c, "half the cost"),
        ],
    },
    "22-subsidy": {
        "right": [{"before": 0.7, "after": 0.925}, {"after": 1 - 0.75 * 0.1, "before": 1 - 0.75 * 0.4}],
        "wrong": [
            ({"before": 0.6, "after": 0.9}, "quits forgotten"),
            ({"before": 0.3, "after": 0.075}, "the firm's part"),
            ({"before": 0.925, "after": 0.7}, "before and after changed round"),
        ],
    },
    "22-laws": {
        "right": [4, 4.0],
        "wrong": [(5, "guess counted as found"), (8, "candidates counted as named"), (7, "bills counted as law")],
    },
    "22-rule": {
        "right": [{"follow": 0.1, "seats": 130}, {"follow": 0.08, "seats": 128}],
        "wrong": [
            ({"follow": 0.1, "seats": 140}, "outside the limits"),
            ({"follow": -0.1, "seats": 130}, "outside the limits"),
            ({"follow": 0.1, "seats": 110}, "seats for one future"),
            ({"follow": 1, "seats": 130}, "follows too fast"),
            ({"follow": 0.2, "seats": 130}, "follows too fast"),
            ({"follow": 0.03, "seats": 130}, "follows too slowly"),
            ({"follow": 0, "seats": 130}, "follows too slowly"),
        ],
    },
}
