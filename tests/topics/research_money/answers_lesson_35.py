"""Right and wrong answers to the tasks of lab 35; each wrong one with the mistake that it makes."""

import math


def slip(pf, pl, kf, kl):
    for power in range(-9, 10):
        if all(abs(known / (printed * 10.0**power) - 1) <= 0.02 for printed, known in ((pf, kf), (pl, kl))):
            return 1
    return 0


def nearest(printed, known):
    return round(math.log10(known / printed))


def near(printed, known):
    return abs(known / printed / 10 ** nearest(printed, known) - 1) <= 0.02


def brier(first, second, third, truth):
    held = [first, second, third]
    return sum(p**2 for p in held) + 1 - 2 * held[truth - 1]


def beliefs(**shares):
    return {**dict.fromkeys(("all", "both", "space", "basic", "none"), 0.0), **shares}


def overlap(low, high, known):
    return max(0, min(high, 1.1 * known) - max(low, 0.9 * known)) / (high - low)


def by_cases(low, high, known):
    first, last = 0.9 * known, 1.1 * known
    if last < low or first > high:
        return 0
    return (sorted([low, last, high])[1] - sorted([low, first, high])[1]) / (high - low)


BOTH_WAYS = {
    "35-line-factor": {
        "right": [163.875 / 20.29, 8.08],
        "wrong": [
            (0.1238, "upside down"),
            (6.61, "first end"),
            (0.8077, "digits as billions"),
            (41.7, "ends mixed"),
            (34.9, "another line"),
        ],
    },
    "35-quiz-part": {
        "right": ["b"],
        "wrong": [
            ("a", "a part must be a known share"),
            ("c", "nothing is ever refuted"),
            ("d", "the list is the world"),
        ],
    },
    "35-quiz-between": {
        "right": ["c", "C"],
        "wrong": [
            ("a", "bracketing taken for evidence"),
            ("b", "broken year taken for a date"),
            ("d", "not equal taken for refuted"),
        ],
    },
    "35-quiz-bill": {
        "right": [0.72, 0.36 + 0.36],
        "wrong": [(0.32, "the other truth"), (0.36, "one square"), (1.2, "distances")],
    },
    "35-unit": {
        "right": [
            slip,
            lambda pf, pl, kf, kl: float(near(pf, kf) and near(pl, kl) and nearest(pf, kf) == nearest(pl, kl)),
        ],
        "wrong": [
            (lambda pf, pl, kf, kl: float(near(pf, kf)), "one end only"),
            (lambda pf, pl, kf, kl: float(abs(kf / pf * pl / kl - 1) <= 0.02), "any common factor"),
            (lambda pf, pl, kf, kl: float(nearest(pf, kf) == nearest(pl, kl)), "nearest power, however far"),
            (lambda pf, pl, kf, kl: float(near(pf, kf) and near(pl, kl)), "each end its own unit"),
            (
                lambda pf, pl, kf, kl: float(abs(kf / pf - kl / pl) < 1e-6 and abs(math.log10(kf / pf) % 1) < 1e-6),
                "no room for rounding",
            ),
        ],
    },
    "35-within": {
        "right": [{"1978": 0.2508, "2020": 0.4015}, {"1978": 0.251, "2020": 0.402}],
        "wrong": [
            ({"1978": 0.3347, "2020": 0.6709}, "beside, not within"),
            ({"1978": 0.3486, "2020": 0.6644}, "the printed shares"),
            ({"1978": 25.079, "2020": 40.153}, "per cent"),
            ({"1978": 0.7492, "2020": 0.5985}, "the other part"),
        ],
    },
    "35-passes": {
        "right": [overlap, by_cases, lambda low, high, known: round(overlap(low, high, known), 3)],
        "wrong": [
            (lambda low, high, known: overlap(low, high, known) / 2, "one side only"),
            (lambda low, high, known: 0.2 * known / (high - low), "ends of the range forgotten"),
            (lambda low, high, known: overlap(low, 1e9, known) * (1e9 - low) / (high - low), "upper end forgotten"),
            (lambda low, high, known: overlap(-1e9, high, known) * (high + 1e9) / (high - low), "lower end forgotten"),
            (lambda low, high, known: overlap(low, high, known) * (high - low), "length, not chance"),
        ],
    },
    "35-closer": {
        "right": [{"science": 1980, "space": 1979}, [1979, 1978], {"space": 1976, "science": 1977}],
        "wrong": [
            ({"science": 2020, "space": 2020}, "no year of these series"),
            ({"science": 1978, "space": 1978}, "ours"),
            ({"science": 1976, "space": 1980}, "farther off"),
        ],
    },
    "35-brier": {
        "right": [
            brier,
            lambda first, second, third, truth: sum(
                (p - (place == truth)) ** 2 for place, p in enumerate([first, second, third], 1)
            ),
        ],
        "wrong": [
            (lambda a, b, c, truth: (1 - [a, b, c][truth - 1]) ** 2, "only the true one counts"),
            (lambda a, b, c, truth: brier(a, b, c, truth) / 2, "half of it"),
            (lambda a, b, c, truth: 2 * (1 - [a, b, c][truth - 1]), "distance, not square"),
            (lambda a, b, c, truth: 2 - brier(a, b, c, truth), "a prize"),
        ],
    },
    "35-beliefs": {
        "right": [
            beliefs(all=0.02, both=0.03, space=0.6, basic=0.01, none=0.34),
            beliefs(all=0.01, both=0.01, space=0.28, basic=0.01, none=0.69),
            beliefs(all=0.01, both=0.01, space=0.85, basic=0.03, none=0.1),
            beliefs(all=0.05, both=0.05, space=0.45, basic=0.05, none=0.4),
            beliefs(all=0.02, both=0.1, space=0.5, basic=0.03, none=0.35),
        ],
        "wrong": [
            (beliefs(space=1.2, none=-0.2), "no share"),
            (beliefs(space=0.6, none=0.3), "beliefs do not sum to 1"),
            (beliefs(all=0.5, space=0.3, none=0.2), "believes what is refuted"),
            (dict.fromkeys(("all", "both", "space", "basic", "none"), 0.2), "believes what is refuted"),
            (beliefs(all=0.1, space=0.9), "none of these forgotten"),
            (beliefs(space=0.95, none=0.05), "certain without a source"),
        ],
    },
}
