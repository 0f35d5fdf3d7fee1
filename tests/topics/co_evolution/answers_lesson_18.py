"""Right and wrong answers to the tasks of lesson 18; each wrong one with the mistake that it makes."""

from math import sqrt


def table(first, second):
    return {"year": list(range(1, len(first) + 1)), "first": first, "second": second}


def scaled(values, low, high=None):
    least, most = min(values), max(values)
    top = 1 - low if high is None else high
    return [low + (top - low) * (value - least) / (most - least) for value in values]


def degree(one, other):
    small, large = sorted((one, other))
    return sqrt((1 - (large - small)) * small / large)


def usual(one, other):
    return 2 * sqrt(one * other) / (one + other)


def mean_of(of, first, second):
    return sum(map(of, first, second)) / len(first)


def corrected(first, second, low):
    return mean_of(degree, scaled(first, low), scaled(second, low))


def stretched_together(first, second, low):
    both = scaled([*first, *second], low)
    return mean_of(degree, both[: len(first)], both[len(first) :])


def of_means(first, second, low):
    one, other = scaled(first, low), scaled(second, low)
    return degree(sum(one) / len(one), sum(other) / len(other))


LEADER = [0.6, 0.68, 0.63, 0.71, 0.66, 0.74]
ZIGZAG = [0.6, 0.65, 0.6, 0.65, 0.6, 0.65]
STEEP = [0.2, 0.6, 0.3, 0.7, 0.4, 0.8]
SMOOTH = [0.6, 0.62, 0.65, 0.66, 0.69, 0.72]

BOTH_WAYS = {
    "18-line-elasticity": {
        "right": [3.4656, 3.47, 3.5],
        "wrong": [
            (0.1628, "the other way round"),
            (0.751, "correlation"),
            (-1.0654, "levels"),
            (0.505, "drift"),
            (0.289, "slope turned over"),
            (1.569, "line through nothing"),
        ],
    },
    "18-quiz-linked": {
        "right": ["b", " B"],
        "wrong": [("a", "high means driven"), ("c", "high means linked"), ("d", "high means a high level")],
    },
    "18-quiz-usual": {
        "right": [1.2 / 1.3, 0.923, 0.92],
        "wrong": [
            (0.6, "root alone"),
            (0.65, "mean alone"),
            (0.852, "root left out"),
            (0.6 / 1.3, "lost coefficient"),
            (0.4714, "corrected formula"),
            (4 / 9, "ratio of the two"),
        ],
    },
    "18-quiz-blocked": {
        "right": ["c"],
        "wrong": [
            ("a", "fall of coupling taken for help"),
            ("b", "rise taken for help"),
            ("d", "all or nothing"),
        ],
    },
    "18-corrected": {
        "right": [corrected, lambda first, second, low: round(corrected(first, second, low), 4)],
        "wrong": [
            (
                lambda f, s, low: mean_of(lambda a, b: sqrt(min(a / b, b / a)), scaled(f, low), scaled(s, low)),
                "distance left out",
            ),
            (lambda f, s, low: mean_of(usual, scaled(f, low), scaled(s, low)), "usual formula"),
            (
                lambda f, s, low: mean_of(lambda a, b: degree(a, b) ** 2, scaled(f, low), scaled(s, low)),
                "root left out",
            ),
            (
                lambda f, s, low: mean_of(lambda a, b: sqrt((1 - (b - a)) * a / b), scaled(f, low), scaled(s, low)),
                "smaller and larger not told apart",
            ),
            (stretched_together, "stretched together"),
            (lambda f, s, low: mean_of(degree, scaled(f, low, 1), scaled(s, low, 1)), "scale up to one"),
            (of_means, "degree of the means"),
            (lambda f, s, low: degree(scaled(f, low)[-1], scaled(s, low)[-1]), "last year only"),
        ],
    },
    "18-level": {
        "right": [
            lambda f, s, t: (f * s * t) ** (1 / 6),
            lambda f, s, t: sqrt(3 * (f * s * t) ** (1 / 3) / (f + s + t) * (f + s + t) / 3),
        ],
        "wrong": [
            (lambda f, s, t: (f * s * t) ** 0.25, "two systems' root"),
            (lambda f, s, t: (f * s * t) ** 1 / 6, "division before the power"),
            (lambda f, s, t: (f * s * t) ** (1 / 3), "one root only"),
            (lambda f, s, t: 3 * (f * s * t) ** (1 / 3) / (f + s + t), "coupling alone"),
            (lambda f, s, t: (f + s + t) / 3, "level alone"),
        ],
    },
    "18-rest": {
        "right": [
            lambda base, support, held: (base + support * held / 2) / (1 - support / 2),
            lambda base, support, held: (2 * base + support * held) / (2 - support),
        ],
        "wrong": [
            (lambda base, support, held: base / (1 - support), "nothing held"),
            (lambda base, support, held: (base - support * held / 2) / (1 - support / 2), "sign turned"),
            (lambda base, support, held: (0.3 + support * held / 2) / (1 - support / 2), "base not used"),
            (lambda base, support, held: base / (1 - support / 2), "held leg gives nothing"),
            (lambda base, support, held: base + support * held, "free leg gives nothing"),
            (lambda base, support, held: base + support * held / 2, "free leg gives no half"),
            (lambda base, support, held: (base + support * held) / (1 - support), "help not halved"),
            (lambda base, support, held: (base + support * held) / (1 - support / 2), "held help not halved"),
            (lambda base, support, held: (base + support * held / 2) / (1 - support), "free help not halved"),
        ],
    },
    "18-weight": {
        "right": [0.25, 1 / 4],
        "wrong": [(0.75, "weights changed round"), (1 / 3, "ratio of the leads"), (0.5, "even weights")],
    },
    "18-apart": {
        "right": [
            table(LEADER, [0.63, *LEADER[:-1]]),
            table([0.5, 0.6, 0.55, 0.65, 0.6, 0.7], [0.55, 0.5, 0.6, 0.55, 0.65, 0.6]),
        ],
        "wrong": [
            (table([0.5, 0.55, 0.6], [0.55, 0.5, 0.55]), "not six years of indices"),
            (table([100 * x for x in LEADER], [63, *[100 * x for x in LEADER[:-1]]]), "not six years of indices"),
            (table([0.63, *LEADER[:-1]], LEADER), "the first follows"),
            (table(LEADER, [0.63, 0.6, 0.68, 0.63, 0.71, 0.6]), "no link"),
            (table(ZIGZAG, [0.65, *ZIGZAG[:-1]]), "no rise"),
            (table(SMOOTH, [0.58, *SMOOTH[:-1]]), "changes not opposed"),
            (table(STEEP, [0.3, *STEEP[:-1]]), "coupling too low"),
        ],
    },
    "18-back": {
        "right": [
            {"before": -0.3149, "without 2003": -0.6757, "after": -0.7943, "Spain": -0.8609},
            {"before": -0.31, "without 2003": -0.68, "after": -0.79, "Spain": -0.86},
            {"before": -0.3, "without 2003": -0.69, "after": -0.8, "Spain": -0.87},
        ],
        "wrong": [
            ({"before": 0.04, "without 2003": -0.008, "after": -0.279, "Spain": -0.468}, "same year"),
            ({"before": -0.179, "without 2003": -0.096, "after": 0.721, "Spain": 0.581}, "level of the rate"),
            ({"before": 0.396, "without 2003": -0.024, "after": 0.101, "Spain": -0.861}, "change of use"),
            (
                {"before": -0.426, "without 2003": -0.696, "after": -0.813, "Spain": -0.792},
                "plain additions",
            ),
            ({"before": 0.315, "without 2003": 0.676, "after": 0.794, "Spain": 0.861}, "sign turned"),
            ({"before": -0.794, "without 2003": -0.676, "after": -0.315, "Spain": -0.861}, "periods changed round"),
            ({"before": -0.315, "without 2003": -0.299, "after": -0.794, "Spain": -0.861}, "the year after left out"),
            ({"before": -0.315, "without 2003": -0.676, "after": -0.794, "Spain": 0.266}, "Spain's stock"),
        ],
    },
}
