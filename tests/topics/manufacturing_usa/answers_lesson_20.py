"""Right and wrong answers to the tasks of lesson 20; each wrong one with the mistake that it makes."""

TERM = {"federal": 110 / 6.25, "others": 440 / 6.25, "change": 96 / 7 / (440 / 6.25) - 1}
PLANNED = {"federal": 22.0, "others": 88.0, "change": 96 / 7 / 88 - 1}
WHOLE = {"federal": 17.6, "others": 80.0, "change": 96 / 7 / 80 - 1}


def dues(rate, floor, cap):
    return {"rate": rate, "floor": floor, "cap": cap}


BOTH_WAYS = {
    "20-line-stay": {
        "right": [24.4, 24, 24.416, 0.008 * 3052, 24.42],
        "wrong": [
            (15, "the cap as it is"),
            (30.52, "dues without a cap"),
            (0.008 * 5064, "another member"),
            (2441.6, "per cent as a number"),
        ],
    },
    "20-quiz-cap": {
        "right": [1250, 10 / 0.008],
        "wrong": [
            (500, "where the cap begins"),
            (10 / 0.012, "difference of the rates"),
            (125, "a digit lost"),
            (12.5, "per cent as a number"),
        ],
    },
    "20-quiz-sunk": {
        "right": ["a", " A "],
        "wrong": [
            ("b", "sunk cost counted"),
            ("c", "a promise binds by itself"),
            ("d", "right act, wrong reason"),
        ],
    },
    "20-quiz-share": {
        "right": ["b"],
        "wrong": [
            ("a", "more of the same"),
            ("c", "a rival's loss taken for the cause"),
            ("d", "after it, so because of it"),
        ],
    },
    "20-fee": {
        "right": [dues(0.75, 0.5, 19), [0.79, 0, 19.9], dues(0.7, 0.6, 18.5), dues(0.78, 0.62, 18.2)],
        "wrong": [
            (dues(1, 20, 15), "outside the limits"),
            (dues(0.0075, 0, 19), "rate as a share"),
            (dues(0.75, 1, 19), "the small one leaves"),
            (dues(1, 1, 15), "rate too high"),
            (dues(1, 0, 19), "rate too high"),
            (dues(0.75, 0.5, 100), "the giants leave"),
            (dues(0.75, 0.5, 15), "too little"),
        ],
    },
    "20-survive": {
        "right": [0.85, 0.77, 0.98, 0.8],
        "wrong": [
            (0, "outside the limits"),
            (0.0085, "a share for per cent"),
            (0.6, "the sum is no gain"),
            (0.76, "the sum is no gain"),
            (1.39, "three stay"),
            (2.5, "three stay"),
            (0.99, "three stay"),
        ],
    },
    "20-term": {
        "right": [TERM, [17.6, 70.4, -0.805], {"federal": 17.6, "others": 70.4, "change": -0.8052}],
        "wrong": [
            (PLANNED, "planned years"),
            (WHOLE, "unspent money counted as spent"),
            (TERM | {"change": 156 / 7 / 70.4 - 1}, "carried money counted as new"),
            (WHOLE | {"change": 156 / 7 / 80 - 1}, "New York's unspent money never moved"),
            ({"federal": 17.6, "others": 88.0, "change": 261 / 7 / 88 - 1}, "total taken for the others"),
            (TERM | {"change": -80.5}, "per cent"),
            (TERM | {"change": 0.805}, "change without its sign"),
        ],
    },
    "20-believe": {
        "right": [0.25, 1 / 4],
        "wrong": [
            (0.4, "match forgotten"),
            (0.75, "chance of a renewal"),
            (0.2, "half the cost over the worth"),
        ],
    },
    "20-share": {
        "right": [302.5 / 1167.5, 0.2591, 0.259, 0.26],
        "wrong": [
            (0.25, "heads counted for money"),
            (302.5 / 1215.5, "two kinds of money mixed"),
            (0.249, "two kinds of money mixed"),
            (302.5 / 865, "share of the listed"),
            (865 / 1167.5, "the listed instead"),
            (302.5 / 1522.5, "later ones in the whole"),
            (657.5 / 1522.5, "later ones counted too"),
        ],
    },
}
