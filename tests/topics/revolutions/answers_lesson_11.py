"""Right and wrong answers to the tasks of lesson 11."""


def _fall(years_ahead, borrowed, growth):
    x = years_ahead * (1 + borrowed) * growth
    return 0 if x <= 1 else ((x - 1) / (x + 1)) ** 2


def _fall_by_peak(years_ahead, borrowed, growth):
    x = max(1, growth * (years_ahead + years_ahead * borrowed))
    return round(1 - 4 * x / (1 + x) ** 2, 4)


def _unclipped(years_ahead, borrowed, growth):
    x = years_ahead * (1 + borrowed) * growth
    return ((x - 1) / (x + 1)) ** 2


def _idle(years_ahead, borrowed, growth):
    return _fall(years_ahead, borrowed, growth) ** 0.5


BOTH_WAYS = {
    "11-line-idle": {
        "right": [0.78**0.5, 0.883, 0.88],
        "wrong": [
            (0.78, "fall taken for idle"),
            (0.6084, "squared once more"),
            (0.1168, "share in use"),
            (16.12, "reach, not share"),
            (0.531, "use at the peak"),
            (0.469, "final use not reached"),
            (0.22, "price that is left"),
        ],
    },
    "11-quiz-crash": {
        "right": ["b", " B"],
        "wrong": [("a", "bad news needed"), ("c", "credit alone"), ("d", "use must fall")],
    },
    "11-quiz-kink": {
        "right": ["c", "C"],
        "wrong": [("a", "no kink, no year"), ("b", "kink at the big bang"), ("d", "kink at the end")],
    },
    "11-quiz-defence": {
        "right": ["a", "A"],
        "wrong": [("b", "a better score"), ("c", "defence refuted"), ("d", "defence proved")],
    },
    "11-price-fall": {
        "right": [_fall, _fall_by_peak],
        "wrong": [
            (_unclipped, "fall below the threshold"),
            (lambda years_ahead, borrowed, growth: _fall(years_ahead, 0, growth), "credit left out"),
            (
                lambda years_ahead, borrowed, growth: _fall(years_ahead, borrowed - 1, growth),
                "credit multiplied, own money forgotten",
            ),
            (_idle, "idle, not fall"),
            (lambda *numbers: 100 * _fall(*numbers), "per cent, not a share"),
            (lambda *numbers: 1 / (1 - _fall(*numbers)) - 1, "share of the last worth"),
        ],
    },
    "11-lag": {
        "right": [{"level": 32, "ahead": 41}, [32, 41], (32.0, 41.0)],
        "wrong": [
            ([30, 32], "the lesson's periods"),
            ([32, 36], "second period as in the lesson"),
            ([31, 40], "one year early"),
            ([41, 32], "the two exchanged"),
        ],
    },
    "11-clock": {
        "right": [2005.5, 2005.25, 2005.75],
        "wrong": [
            (2003.5, "pieces that do not meet"),
            (2005, "the cut of the lesson"),
            (2011.25, "not in logarithms"),
            (2011.0, "not in logarithms"),
            (2007.74, "the fastest chip"),
            (2008.75, "another measure"),
        ],
    },
    "11-break-window": {
        "right": [{"start": 1700, "end": 1815, "ratio": 0.94}, [1715, 1820, 0.741], (1706.0, 1816.0, 1.02)],
        "wrong": [
            ([1750, 1790, 1], "window too short"),
            ([1690, 1800, 1], "outside the series"),
            ([1700, 1870, 0.84], "kink too late"),
            ([1700, 1800, 0.94], "kink too early"),
            ([1700, 1815, 1.064], "ratio upside down"),
            ([1700, 1815, 0.84], "ratio of another window"),
        ],
    },
    "11-field": {
        "right": [{"until": 1924, "then": -6.84}, [1924, -6.8], (1924.0, -6.8357)],
        "wrong": [
            ([1923, -7.5], "from end to end"),
            ([1916, -3.0], "the first dip"),
            ([1929, 0], "patents counted"),
            ([1925, -5.5], "the year after"),
            ([1924, -0.684], "a year, not a decade"),
            ([1924, -7.95], "the fall from end to end"),
            ([1924, 6.84], "the fall with its sign lost"),
        ],
    },
}
