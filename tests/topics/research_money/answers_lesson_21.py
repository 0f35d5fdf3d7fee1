"""Right and wrong answers to the tasks of lesson 21; each wrong one with the mistake that it makes."""

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


BOTH_WAYS = {
    "21-quiz-ends": {
        "right": ["b", "B "],
        "wrong": [
            ("a", "two endpoints make a trend"),
            ("c", "the print judges the source"),
            ("d", "another pair, another trend"),
        ],
    },
    "21-quiz-real": {
        "right": [-20, 100 * (120 / 50 * 40 / 120 - 1)],
        "wrong": [(140, "money of the day"), (-60, "inflation subtracted"), (25, "prices over money"), (20, "sign")],
    },
    "21-quiz-part": {
        "right": ["b"],
        "wrong": [
            ("a", "a part must be a known share"),
            ("c", "nothing is ever refuted"),
            ("d", "the list is the world"),
        ],
    },
    "21-unit": {
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
    "21-within": {
        "right": [{"1978": 0.2508, "2020": 0.4015}, {"1978": 0.251, "2020": 0.402}],
        "wrong": [
            ({"1978": 0.3347, "2020": 0.6709}, "beside, not within"),
            ({"1978": 0.3486, "2020": 0.6644}, "the printed shares"),
            ({"1978": 25.079, "2020": 40.153}, "per cent"),
            ({"1978": 0.7492, "2020": 0.5985}, "the other part"),
        ],
    },
    "21-real": {
        "right": [
            lambda first, last, pf, pl: 100 * (last / pl - first / pf) / (first / pf),
            lambda first, last, pf, pl: (last * pf / (first * pl) - 1) * 100,
        ],
        "wrong": [
            (lambda first, last, pf, pl: 100 * (last / first - 1) - 100 * (pl / pf - 1), "inflation subtracted"),
            (lambda first, last, pf, pl: 100 * (last / first - 1), "money of the day"),
            (lambda first, last, pf, pl: 100 * (last * pl / (first * pf) - 1), "prices the wrong way"),
            (lambda first, last, pf, pl: last * pf / (first * pl), "a factor, not per cent"),
        ],
    },
    "21-ends": {
        "right": [{"first": 1971, "last": 1974}, {"first": 1989, "last": 1996}, {"first": 1972, "last": 1975}],
        "wrong": [
            ({"first": 2007, "last": 2016}, "no year of this series"),
            ({"first": 1974, "last": 1970}, "backwards"),
            ({"first": 1993, "last": 1995}, "money does not rise"),
            ({"first": 1978, "last": 2000}, "no fall in real terms"),
        ],
    },
    "21-brier": {
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
    "21-beliefs": {
        "right": [
            beliefs(all=0.02, both=0.03, space=0.6, basic=0.01, none=0.34),
            beliefs(all=0.01, both=0.01, space=0.28, basic=0.01, none=0.69),
            beliefs(all=0.01, both=0.01, space=0.85, basic=0.03, none=0.1),
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
