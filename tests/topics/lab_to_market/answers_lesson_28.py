"""Right and wrong answers to the tasks of lesson 28; each wrong one with the mistake that it makes."""

import math

UNIVERSITIES, INSTITUTES = "universities", "research institutes"


def filings(claims, bonus, fee, split_cost):
    return max(1, min(claims, 1 + math.floor((bonus - fee) / split_cost + 1e-9)))


EPSILON = math.log(9.3 / 6) / math.log(0.6 / 0.2)


def kept_at(share):
    return (1 - share) * share**EPSILON


def rates(invention, utility_model, design):
    return {"invention": invention, "utility_model": utility_model, "design": design}


BOTH_WAYS = {
    "28-line-cured": {
        "right": [8.95, 9.0, 12.3 * 46 / 63.2],
        "wrong": [
            (13.87, "the other step cured"),
            (72.8, "conversion alone"),
            (2.7, "own conversion kept"),
            (2.7 * 46 / 63.2, "conversion of what is in industry"),
            (22, "own conversion"),
            (46, "the leader's rate"),
        ],
    },
    "28-quiz-step": {
        "right": ["c", "C "],
        "wrong": [
            ("a", "the last step is the bottleneck"),
            ("b", "points where ratios are asked"),
            ("d", "order takes all meaning away"),
        ],
    },
    "28-quiz-share": {
        "right": [0.6, 1.5 / 2.5],
        "wrong": [
            (0.4, "the university's part"),
            (1.5, "odds for a share"),
            (2 / 3, "one over the elasticity"),
            (0.5, "half in any case"),
            (3, "the rule for a price"),
        ],
    },
    "28-quiz-caught": {
        "right": [0.2, 12 / 60],
        "wrong": [
            (0.6, "the record left out"),
            (0.3, "the fine left out"),
            (12 / 72, "gain is lost, too"),
            (5, "penalty over gain"),
            (0.12, "gain as per cent"),
        ],
    },
    "28-turn": {
        "right": [20, 60 * math.sqrt(1 / 9)],
        "wrong": [
            (60 / 9, "root forgotten"),
            (18, "mean of the two rates"),
            (30, "half the leader's use"),
            (180, "ratio upside down"),
            (18.97, "use and rate mixed"),
            (33, "halfway in points"),
        ],
    },
    "28-gap": {
        "right": [
            lambda used, industry, leader_used, leader: math.log(leader_used / used) / math.log(leader / industry),
            lambda u, r, U, R: (math.log10(U) - math.log10(u)) / (math.log10(R) - math.log10(r)),
        ],
        "wrong": [
            (lambda u, r, U, R: (U * r / u - r) / (R - r), "points, use first"),
            (lambda u, r, U, R: 1 - math.log(U / u) / math.log(R / r), "the other step"),
            (lambda u, r, U, R: (U / u) / (R / r), "ratios without logs"),
            (lambda u, r, U, R: math.log(R / r) / math.log(U / u), "the whole over the part"),
            (lambda u, r, U, R: math.log(u / U) / math.log(R / r), "a negative share"),
            (lambda u, r, U, R: math.log(U / u), "a part without its whole"),
            (lambda u, r, U, R: 100 * math.log(U / u) / math.log(R / r), "per cent for a share"),
            (lambda u, r, U, R: round(math.log(U / u) / math.log(R / r), 2), "rounded"),
            (
                lambda u, r, U, R: ((U * r / u - r) + (R - u * R / U)) / 2 / (R - r),
                "mean of the orders",
            ),
        ],
    },
    "28-bound": {
        "right": [{UNIVERSITIES: 2.907, INSTITUTES: 8.149}, {INSTITUTES: 8.15, UNIVERSITIES: 2.91}],
        "wrong": [
            ({UNIVERSITIES: 3.34, INSTITUTES: 8.34}, "the lesson's month"),
            ({UNIVERSITIES: 3.633, INSTITUTES: 8.838}, "the month of 2017"),
            ({UNIVERSITIES: 8.149, INSTITUTES: 2.907}, "owners exchanged"),
            ({UNIVERSITIES: 2.833, INSTITUTES: 3.163}, "owner over firms"),
            ({UNIVERSITIES: 31.27, INSTITUTES: 268.78}, "counts for shares"),
            ({UNIVERSITIES: 1.694, INSTITUTES: 1.849}, "models for designs"),
        ],
    },
    "28-break-mix": {
        "right": [rates(0, 0, 50), rates(0, 0, 0.5), rates(0.5, 0.8, 60)],
        "wrong": [
            (rates(0, 0, 0), "no per cent"),
            (rates(0, 1, 150), "no per cent"),
            (rates(40, 10, 5), "inventions do best"),
            (rates(34.7, 42, 51.6), "not far enough"),
            (rates(0, 50, 50), "not far enough"),
            (rates(1, 1, 1), "not far enough"),
        ],
    },
    "28-lost": {
        "right": [24.7, 100 * (1 - kept_at(0.6) / kept_at(EPSILON / (1 + EPSILON)))],
        "wrong": [
            (75.29, "what is kept"),
            (60, "the share itself"),
            (40, "the university's part"),
            (0.4, "the university's part of one"),
            (28.52, "the best share"),
            (0.3989, "the elasticity"),
            (31.48, "difference of shares"),
            (22.5, "against the old share"),
            (67.37, "against all income"),
            (32.43, "elasticity without logarithms"),
            (9.57, "elasticity upside down"),
        ],
    },
    "28-claims-each": {
        "right": [
            lambda claims, bonus, fee, k: claims / filings(claims, bonus, fee, k),
            lambda claims, bonus, fee, k: (
                claims / max(n for n in range(1, claims + 1) if n == 1 or bonus - fee - k * (n - 1) > -1e-9)
            ),
        ],
        "wrong": [
            (
                lambda c, bonus, fee, k: c / (1 + max(0, round(bonus - fee, 9) / k // 1)),
                "more applications than claims",
            ),
            (lambda c, bonus, fee, k: c / filings(c, bonus, 0, k), "fee forgotten"),
            (lambda c, bonus, fee, k: c // filings(c, bonus, fee, k), "whole claims"),
            (lambda c, bonus, fee, k: c / min(c, filings(c, bonus, fee, k) + 1), "one application too many"),
            (
                lambda c, bonus, fee, k: (
                    c / max(n for n in range(1, c + 1) if n == 1 or bonus - fee - k * (n - 1) > 1e-9)
                ),
                "breaking even left out",
            ),
            (lambda c, bonus, fee, k: 1 if bonus > fee else c, "every application pays"),
            (filings, "applications for claims"),
        ],
    },
}
