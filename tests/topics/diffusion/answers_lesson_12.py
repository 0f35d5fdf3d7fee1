"""Right and wrong answers to the tasks of lesson 12."""

import math

LOG_81 = math.log(81)


def _logit(share):
    return math.log(share) - math.log(1 - share)


def _peak(p, q):
    return math.log(q / p) / (p + q) if q > p else 0


def _takeover(first_year, first_share, later_year, later_share):
    return LOG_81 / ((_logit(later_share) - _logit(first_share)) / (later_year - first_year))


def _score(low, high, outcome):
    if outcome < low:
        return high - low + 10 * (low - outcome)
    return high - low + (10 * (outcome - high) if outcome > high else 0)


BOTH_WAYS = {
    "12-quiz-imitation": {
        "right": ["d", " D"],
        "wrong": [
            ("a", "curve taken for cause"),
            ("b", "coefficient taken for a share"),
            ("c", "absence taken as proved"),
        ],
    },
    "12-quiz-peak": {
        "right": [7.784, math.log(49) * 2],
        "wrong": [(3.38, "common logarithm"), (7.943, "divided by q alone"), (98, "logarithm forgotten")],
    },
    "12-quiz-alpha": {
        "right": [10.99, LOG_81 / 0.4],
        "wrong": [
            (5.493, "alpha of the other convention"),
            (8, "straight line for the curve"),
            (5.756, "half of the way"),
        ],
    },
    "12-peak": {
        "right": [
            _peak,
            lambda innovation, imitation: max(0.0, math.log(imitation / innovation)) / (innovation + imitation),
        ],
        "wrong": [
            (lambda p, q: math.log(q / p) / (p + q), "peak before the start"),
            (lambda p, q: max(0, math.log10(q / p) / (p + q)), "common logarithm"),
            (lambda p, q: max(0, math.log(q / p) / q), "divided by q alone"),
            (lambda p, q: max(0, math.log(p / q) / (p + q)), "ratio turned round"),
        ],
    },
    "12-bias": {
        "right": [68.4, 68.42, 100 * (0.033683 / 0.02 - 1)],
        "wrong": [
            (168.4, "ratio taken for excess"),
            (40.6, "per cent of the wrong p"),
            (0.684, "share for per cent"),
            (6.5, "imitation looked at"),
        ],
    },
    "12-takeover": {
        "right": [
            _takeover,
            lambda a, f, b, g: 2 * math.log(9) * (b - a) / math.log(g * (1 - f) / (f * (1 - g))),
        ],
        "wrong": [
            (lambda a, f, b, g: 0.8 * (b - a) / (g - f), "straight line through the shares"),
            (lambda a, f, b, g: 2 * _takeover(a, f, b, g), "factor of two too long"),
            (lambda a, f, b, g: _takeover(a, f, b, g) / 2, "factor of two too short"),
            (lambda a, f, b, g: math.log(9) * (b - a) / math.log(g / f), "growth without a ceiling"),
        ],
    },
    "12-score": {
        "right": [_score, lambda low, high, x: (high - low) + 10 * (max(low - x, 0) + max(x - high, 0))],
        "wrong": [
            (lambda low, high, x: 10 * (max(low - x, 0) + max(x - high, 0)), "width forgotten"),
            (lambda low, high, x: high - low, "miss not paid"),
            (lambda low, high, x: high - low + max(low - x, 0) + max(x - high, 0), "miss at its plain distance"),
            (lambda low, high, x: high - low + 5 * (max(low - x, 0) + max(x - high, 0)), "one over alpha"),
        ],
    },
    "12-commit": {
        "right": [{"low": 3500, "high": 7500}, [4000, 8000], {"high": 6000, "low": 3000}],
        "wrong": [
            ({"low": 8000, "high": 3000}, "ends turned round"),
            ({"low": 3_000_000, "high": 8_000_000}, "sets, not thousands"),
            ({"low": 1000, "high": 9000}, "as wide as the rule"),
            ({"low": 743, "high": 1842}, "missed"),
            ({"low": 7000, "high": 10_000}, "missed"),
        ],
    },
    "12-levers": {
        "right": [
            {"examples_epidemic": 3.543, "examples_threshold": 0, "price_threshold": 2.676},
            [(math.log(99) - math.log(24)) / 0.4, 0, math.log(0.8) / math.log(0.92)],
        ],
        "wrong": [
            (
                {"examples_epidemic": 3.543, "examples_threshold": 3.543, "price_threshold": 2.676},
                "examples help everywhere",
            ),
            (
                {"examples_epidemic": 3.543, "examples_threshold": 0, "price_threshold": 2.5},
                "price falls in a straight line",
            ),
            (
                {"examples_epidemic": 3.466, "examples_threshold": 0, "price_threshold": 2.676},
                "growth without a ceiling",
            ),
        ],
    },
}
