"""Right and wrong answers to the tasks of lesson 24; each wrong one with the mistake that it makes."""

BOTH_WAYS = {
    "24-line-pace": {
        "right": [(2.58 / 7) / (2.36 / 12), 1.87, 1.9],
        "wrong": [
            (2.58 / 2.36, "seven months against a year"),
            ((2.58 / 12) / (2.36 / 7), "months changed places"),
            (0.5336, "plan over purchases"),
            (0.874, "only what came on top"),
            (1.65, "against last year"),
        ],
    },
    "24-quiz-join": {
        "right": ["c", "C "],
        "wrong": [("a", "its old share"), ("b", "worth of the denial only"), ("d", "worth of the denial left out")],
    },
    "24-quiz-gap": {
        "right": [3.75, 6 - 3 * 0.75],
        "wrong": [
            (5.25, "nobody stocks up"),
            (4.5, "the wait is free"),
            (2.25, "what is lost"),
            (3.0, "the wait counted twice"),
        ],
    },
    "24-quiz-thesis": {
        "right": ["b"],
        "wrong": [("a", "counting what could not fail"), ("c", "empty taken for false"), ("d", "more of the same")],
    },
    "24-delay": {
        "right": [
            lambda lead, gap, pace: min(1, pace * gap / lead),
            lambda lead, gap, pace: 1 - max(0, lead - pace * gap) / lead,
        ],
        "wrong": [
            (lambda lead, gap, pace: min(1, gap / lead), "nobody stocks up"),
            (lambda lead, gap, pace: min(1, (pace - 1) * gap / lead), "the wait is free"),
            (lambda lead, gap, pace: (pace - 1) * gap / lead, "the wait is free, uncapped"),
            (lambda lead, gap, pace: (gap + pace * gap) / lead, "the wait counted twice, uncapped"),
            (lambda lead, gap, pace: min(1, (gap + pace * gap) / lead), "the wait counted twice"),
            (lambda lead, gap, pace: 100 * min(1, pace * gap / lead), "per cent"),
            (lambda lead, gap, pace: pace * gap, "years, uncapped"),
            (lambda lead, gap, pace: 1 - pace * gap / lead, "what is left, uncapped"),
            (lambda lead, gap, pace: pace * gap / lead, "more than everything"),
            (lambda lead, gap, pace: min(lead, pace * gap), "years, not a share"),
            (lambda lead, gap, pace: max(0, 1 - pace * gap / lead), "what is left"),
        ],
    },
    "24-detection": {
        "right": [
            lambda temptation, worth, patience: (1 - patience) * temptation / worth,
            lambda temptation, worth, patience: temptation / (worth / (1 - patience)),
        ],
        "wrong": [
            (lambda temptation, worth, patience: temptation / worth, "a fine of one year"),
            (lambda t, w, d: (1 - d) * t / (d * w), "this year left out"),
            (lambda t, w, d: max(0, t / w - d / (1 - d)), "seen by everybody"),
            (lambda t, w, d: t / w - d / (1 - d), "seen by everybody, below zero"),
            (lambda t, w, d: 100 * (1 - d) * t / w, "per cent"),
            (lambda t, w, d: w / (t * (1 - d)), "upside down"),
            (lambda t, w, d: t / (w * (1 - d)), "patience makes it harder"),
        ],
    },
    "24-amounts": {
        "right": [
            {"most": 2785.22, "fall": 20.41},
            {"most": 2785, "fall": 20.4},
            {"most": 2790, "fall": 20},
            {"most": 2785.22, "fall": -20.41},
        ],
        "wrong": [
            ({"most": 2.785, "fall": 20.4}, "in billions"),
            ({"most": 7100, "fall": 20.4}, "all countries' sales"),
            ({"most": 2332.89, "fall": 20.4}, "quarter of the largest share"),
            ({"most": 2442, "fall": 20.4}, "not the largest"),
            ({"most": 2785.22, "fall": 498}, "a fall in euros"),
            ({"most": 2785.22, "fall": 0.204}, "a share, not per cent"),
            ({"most": 2785.22, "fall": -6.5}, "fall of the share"),
            ({"most": 2785.22, "fall": 25.6}, "over the later quarter"),
        ],
    },
    "24-break": {
        "right": [{"gap": 1.23, "pace": 2.55}, {"gap": 451 / 365.25, "pace": 2.6}, {"gap": 0.93, "pace": 3.44}],
        "wrong": [
            ({"gap": 451, "pace": 2.55}, "a gap in days"),
            ({"gap": 2, "pace": 2.55}, "outside the bounds"),
            ({"gap": 1.23, "pace": 6.8}, "outside the bounds"),
            ({"gap": 0.59, "pace": 1.87}, "the club still denies more"),
            ({"gap": 1.23, "pace": 1.87}, "the club still denies more"),
        ],
    },
}
