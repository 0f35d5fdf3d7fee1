"""Right and wrong answers to the tasks of lesson 13; each wrong one with the mistake that it makes."""

from math import exp, log, log10


def odds_way(share, lead, time):
    odds = share / (1 - share) * exp(lead * time)
    return odds / (1 + odds)


BOTH_WAYS = {
    "13-quiz-fittest": {
        "right": ["c", " C"],
        "wrong": [
            ("a", "the fittest wins at once"),
            ("b", "growth added to the share"),
            ("d", "selection does nothing"),
        ],
    },
    "13-quiz-slope": {
        "right": [1, 1.0],
        "wrong": [(2, "spread taken for variance"), (4, "the best minus the worst, squared")],
    },
    "13-quiz-stop": {
        "right": ["b"],
        "wrong": [("a", "best possible reached"), ("c", "force used up"), ("d", "time runs out")],
    },
    "13-best-share": {
        "right": [odds_way, lambda s, a, t: s * exp(a * t) / (s * exp(a * t) + 1 - s)],
        "wrong": [
            (lambda s, a, t: s * exp(a * t), "the rest left as it was"),
            (lambda s, a, t: s + s * (1 - s) * a * t, "one step for all of the time"),
            (lambda s, a, t: s * (1 + a * t) / (s * (1 + a * t) + 1 - s), "growth not compounded"),
        ],
    },
    "13-slope": {
        "right": [
            lambda s, f, g: s * (1 - s) * (f - g) ** 2,
            lambda s, f, g: s * f**2 + (1 - s) * g**2 - (s * f + (1 - s) * g) ** 2,
        ],
        "wrong": [
            (lambda s, f, g: ((f - g) / 2) ** 2, "equal weights"),
            (lambda s, f, g: s * (1 - s) * abs(f - g), "distance not squared"),
            (lambda s, f, g: s * f + (1 - s) * g, "mean taken for slope"),
        ],
    },
    "13-half": {
        "right": [log(49) / 0.3, 12.97],
        "wrong": [
            (log(25) / 0.3, "doublings of the share"),
            (0.5 / (0.02 * 0.3), "even gains"),
            (log10(49) / 0.3, "logarithm of ten"),
        ],
    },
    "13-parts": {
        "right": [{"within": 1.4, "between": 1.8, "cross": 0.3}, [1.4, 1.8, 0.3]],
        "wrong": [
            ({"within": 1.7, "between": 1.8, "cross": 0}, "later shares"),
            ({"within": 1.4, "between": 2.1, "cross": 0}, "later productivity"),
        ],
    },
    "13-paradox": {
        "right": [{"a": 9, "b": 19, "share_b": 0.6}, [9.9, 19.9, 0.45], {"share_b": 0.9, "a": 5, "b": 17}],
        "wrong": [
            ({"a": 9, "b": 19, "share_b": 60}, "not a share"),
            ({"a": 9, "b": 20, "share_b": 0.6}, "a firm gets better"),
            ({"a": 9, "b": 19, "share_b": 0.3}, "shares stay"),
            ({"a": 9, "b": 19, "share_b": 0.4}, "rises too little"),
        ],
    },
}
