"""Right and wrong answers to the tasks of lesson 10."""

from fractions import Fraction

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
    "compared",
    "said",
    "said",
    "described",
    "said",
    "said",
]


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
    "10-line-wait": {
        "right": [47.88, 47.877],
        "wrong": [
            (53.09, "everybody waits"),
            (-369.10, "those who stay taken as lost"),
            (47.78, "a tenth taken off the limit"),
            (51.78, "a tenth taken off the extra"),
        ],
    },
    "10-quiz-keeps": {
        "right": ["c", "C"],
        "wrong": [
            ("a", "the first keeps its lead"),
            ("b", "the makers share it"),
            ("d", "no value is created"),
        ],
    },
    "10-quiz-rung": {
        "right": ["c", " C"],
        "wrong": [
            ("a", "the result overlooked"),
            ("b", "the number overlooked"),
            ("d", "volunteers taken for a test"),
        ],
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
    "10-waiting": {
        "right": [0.0545, 0.05452],
        "wrong": [
            (0.9455, "share that must wait"),
            (0.1428, "margin of the batch"),
            (-0.1029, "best-case batch"),
            (0.0713, "share of the cost"),
        ],
    },
    "10-seasons": {
        "right": [
            {"low": 51.77, "limit": 54.55, "high": 61.22},
            [51.7678, 54.5537, 61.2209],
        ],
        "wrong": [
            ({"low": 46.21, "limit": 48.76, "high": 54.87}, "the lesson's suit"),
            ({"low": 49.15, "limit": 54.55, "high": 59.96}, "interval of the mean"),
            ({"low": 50.56, "limit": 54.55, "high": 58.55}, "interval taken as even"),
            ({"low": 61.22, "limit": 54.55, "high": 51.77}, "ends turned round"),
            ({"low": 51.48, "limit": 54.15, "high": 60.53}, "divided by n"),
            ({"low": 51.77, "limit": 54.15, "high": 61.22}, "middle divided by n"),
            ({"low": 0.1878, "limit": 0.2651, "high": 0.4502}, "spread in the place of limits"),
            ({"low": 50.0, "limit": 55.39, "high": 60.0}, "seasons taken as they are"),
            ({"low": 6.77, "limit": 9.55, "high": 16.22}, "only the extra cost"),
        ],
    },
    "10-fee": {
        "right": [{"low": 42_500, "high": 52_000}, [42_500.0, 52_000.0], {"high": 52_000, "low": Fraction(42_500)}],
        "wrong": [
            ({"low": 25_000, "high": 52_000}, "earnings on repairs forgotten"),
            ({"low": 47_000, "high": 40_000}, "failures as before"),
            ({"low": 41_375, "high": 55_000}, "a quarter off the failures"),
            ({"low": 35_500, "high": 52_000}, "plan forgotten"),
            ({"low": 42_500, "high": 100_000}, "remaining stops forgotten"),
            ({"low": 25_000, "high": 100_000}, "both sides without the comparison"),
            ({"low": 10_500, "high": 20_000}, "prices of a plan beside the bill"),
            ({"low": 52_000, "high": 42_500}, "ends turned round"),
            ({"low": 42_500, "high": 40_000}, "stop forgotten"),
        ],
    },
    "10-break-hour": {
        "right": [0.0625, Fraction(1, 16), 0.063],
        "wrong": [
            (0.25, "failures as before"),
            (0.2, "failures in the place of a share"),
            (1.0625, "factor in the place of a share"),
            (0.05, "share of the failures before"),
            (-0.125, "repair forgotten"),
            (0.1161, "bill taken for the repair"),
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
            _but(p9="compared", p3="compared"),
            _but(p6="said"),
            [{"case": case, "evidence": code.upper()} for case, code in zip(CASES, OURS, strict=True)],
        ],
        "wrong": [
            ({"case": list(CASES[:11]), "evidence": OURS[:11]}, "cases missing"),
            (_but(p0="proved"), "code not on the ladder"),
            (_but(p9="tested"), "number that is not there"),
            (_but(p4="measured", p5="measured"), "number that is not there"),
            (_but(p0="compared", p1="compared", p3="compared", p9="compared"), "claim taken as evidence"),
            (_table(["said"] * 12), "one code for all"),
            (_but(p2="said", p4="said", p5="said"), "too little agreement"),
            (_but(p0="described", p3="described", p8="described", p10="described"), "name taken for a description"),
        ],
    },
}
