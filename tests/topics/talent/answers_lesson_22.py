"""Right and wrong answers to the tasks of lesson 22; each wrong one with the mistake that it makes."""

BOTH_WAYS = {
    "22-line-lag": {
        "right": [0.788, 0.79],
        "wrong": [
            (0.542, "no lag"),
            (0.644, "head-count"),
            (0.371, "price three years after"),
            (0.765, "another lag"),
            (0.76, "another lag"),
        ],
    },
    "22-quiz-lag": {
        "right": ["b", " B"],
        "wrong": [("a", "lag decides stability"), ("c", "shorter lag, smaller growth"), ("d", "lag changes nothing")],
    },
    "22-quiz-error": {
        "right": [15.4, -15.37, 15],
        "wrong": [
            (-14.3, "points subtracted"),
            (14.3, "points subtracted"),
            (-21.3, "the fall itself"),
            (21.3, "the fall itself"),
            (18.2, "per cent of those who came"),
            (1582, "students for per cent"),
            (0.154, "share for per cent"),
            (16.5, "two counts mixed"),
        ],
    },
    "22-quiz-sign": {
        "right": ["c", "C"],
        "wrong": [("a", "any response is a cobweb"), ("b", "delay is myopia"), ("d", "level of pay")],
    },
    "22-second-class": {
        "right": [7.6, 7.60],
        "wrong": [
            (4, "first class"),
            (5.44, "third class"),
            (6.25, "all look ahead"),
            (6, "size of the class"),
            (8.4, "pay taken for the class"),
            (1.6, "both classes at once"),
        ],
    },
    "22-entrants": {
        "right": [
            lambda e, d, x, f: ((1 - f) * e * x + f * e * x) / (1 + f * e * d),
            lambda supply, demand, boom, forward: supply * boom / (1 + forward * supply * demand),
        ],
        "wrong": [
            (lambda e, d, x, f: e * x, "nobody looks ahead"),
            (lambda e, d, x, f: e * x / (1 + e * d), "all look ahead"),
            (lambda e, d, x, f: (1 - f) * e * x, "those who look ahead stay away"),
            (lambda e, d, x, f: (1 - f) * e * x + f * e * x / (1 + e * d), "each as if alone"),
        ],
    },
    "22-share": {
        "right": [1 / 6, 0.1667],
        "wrong": [
            (1 / 3, "those who look ahead stand aside"),
            (0.33, "those who look ahead stand aside"),
            (0.5, "half for all"),
            (1 / 12, "share of one in twelve"),
        ],
    },
    "22-slopes": {
        "right": [{"pay": 0.131, "hoped": 0.376}, {"hoped": -0.38, "pay": -0.13}],
        "wrong": [
            ({"pay": 0.235, "hoped": 0.48}, "dollars of different years"),
            ({"pay": 0.0883, "hoped": 0.698}, "the two years of the lesson"),
            ({"pay": 7.68, "hoped": 2.66}, "upside down"),
            ({"pay": 0.162, "hoped": 0.49}, "per cent for logarithms"),
            ({"pay": 0.131, "hoped": 0.245}, "chance alone"),
            ({"pay": 0.376, "hoped": 0.131}, "the two changed round"),
        ],
    },
    "22-break-lag": {
        "right": [{"first": 2001, "last": 2022}, {"first": 1990, "last": 2009}],
        "wrong": [
            ({"first": 1970, "last": 2022}, "outside the years"),
            ({"first": 2010, "last": 2022}, "too short"),
            ({"first": 1980, "last": 2022}, "still three"),
        ],
    },
}
