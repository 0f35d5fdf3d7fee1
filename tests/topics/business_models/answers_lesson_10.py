"""Right and wrong answers to the tasks of lesson 10."""

from fractions import Fraction
from statistics import NormalDist

NORMAL = NormalDist()
CASES = (
    "COSMOPlat",
    "Smart tyre",
    "Cloud software",
    "Fan communities",
    "Apple's phone",
    "Android",
    "Loose links",
    "Big data and networks",
    "Selling across industries",
    "Kutesmart",
    "Bicycles and furniture",
    "Rivals into partners",
)
OURS = [
    "said",
    "described",
    "compared",
    "said",
    "compared",
    "compared",
    "study",
    "study",
    "said",
    "described",
    "said",
    "said",
]


def _limit(price, cost, salvage, cv):
    z = NORMAL.inv_cdf((price - cost) / (price - salvage))
    return cost + (price - salvage) * cv * NORMAL.pdf(z)


def _kappa(both_yes, first_yes, second_yes, both_no):
    total = both_yes + first_yes + second_yes + both_no
    one, other = both_yes + first_yes, both_yes + second_yes
    luck = Fraction(one * other + (total - one) * (total - other), total**2)
    return float((Fraction(both_yes + both_no, total) - luck) / (1 - luck))


def _table(codes):
    return {"case": list(CASES), "evidence": list(codes)}


def _but(**changes):
    codes = list(OURS)
    for place, code in changes.items():
        codes[int(place[1:])] = code
    return _table(codes)


def _agreed(a, b, c, d):
    return (a + d) / (a + b + c + d)


BOTH_WAYS = {
    "10-quiz-dearer": {
        "right": ["c", "C "],
        "wrong": [("a", "it must cost less"), ("b", "it always wins"), ("d", "uncertainty the wrong way round")],
    },
    "10-quiz-forecast": {
        "right": ["b", "B"],
        "wrong": [("a", "forecast helps the order"), ("c", "forecast of no account"), ("d", "taken as a square")],
    },
    "10-quiz-agreement": {
        "right": [4 / 9, 0.44, 0.444],
        "wrong": [
            (0.9, "agreement taken for kappa"),
            (0.8, "luck taken as one half"),
            (0.08, "not divided"),
            (0.82, "chance agreement taken for kappa"),
        ],
    },
    "10-break-even": {
        "right": [
            _limit,
            lambda price, cost, salvage, cv: round(_limit(price, cost, salvage, cv), 4),
        ],
        "wrong": [
            (lambda *terms: _limit(*terms) - terms[1], "only the extra cost"),
            (
                lambda price, cost, salvage, cv: (
                    cost + (price - salvage) * cv * NORMAL.pdf(NORMAL.inv_cdf(1 - cost / price))
                ),
                "ratio without the salvage",
            ),
            (
                lambda price, cost, salvage, cv: (
                    cost + (price - cost) * cv * NORMAL.pdf(NORMAL.inv_cdf((price - cost) / (price - salvage)))
                ),
                "margin in place of price less salvage",
            ),
            (lambda price, cost, salvage, cv: _limit(price, cost, salvage, 1), "cv forgotten"),
        ],
    },
    "10-waiting": {
        "right": [0.0545, 0.05452],
        "wrong": [
            (0.9455, "share that must wait"),
            (0.1428, "margin of the batch"),
            (-0.1029, "best-case batch"),
            (0.0713, "share of the cost"),
        ],
    },
    "10-price-list": {
        "right": [
            {"coat": 100, "care": 60, "both": 110},
            [97, 58, 108],
            {"both": 110, "coat": 98, "care": 60},
        ],
        "wrong": [
            ({"coat": 50, "care": 40, "both": 100}, "offer for both dearer than its parts"),
            ({"coat": 100, "care": 100, "both": 100}, "everybody takes both"),
            ({"coat": 70, "care": 60, "both": 130}, "nobody takes both"),
            ({"coat": 80, "care": 50, "both": 90}, "too cheap"),
        ],
    },
    "10-kappa": {
        "right": [_kappa, lambda a, b, c, d: 2 * (a * d - b * c) / ((a + b) * (b + d) + (a + c) * (c + d))],
        "wrong": [
            (_agreed, "agreement taken for kappa"),
            (lambda *counts: (_agreed(*counts) - 0.5) / 0.5, "luck taken as one half"),
            (
                lambda a, b, c, d: _agreed(a, b, c, d) - ((a + b) * (a + c) + (c + d) * (b + d)) / (a + b + c + d) ** 2,
                "not divided",
            ),
        ],
    },
    "10-code-cases": {
        "right": [
            _table(OURS),
            _but(p9="compared", p3="described"),
            _but(p6="compared"),
            [{"case": case, "evidence": code.upper()} for case, code in zip(CASES, OURS, strict=True)],
        ],
        "wrong": [
            ({"case": list(CASES[:11]), "evidence": OURS[:11]}, "cases missing"),
            (_but(p0="proved"), "code not on the ladder"),
            (_but(p9="tested"), "claim taken as evidence"),
            (_but(p0="compared", p1="compared", p3="compared", p9="compared"), "claim taken as evidence"),
            (_table(["said"] * 12), "one code for all"),
            (_but(p0="described", p3="described", p8="described", p10="described"), "name taken for a description"),
        ],
    },
}
