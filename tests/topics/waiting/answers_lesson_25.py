"""Right and wrong answers to the tasks of lesson 25; each wrong one with the mistake that it makes."""

BOTH_WAYS = {
    "25-line-bound": {
        "right": [0.3636, 1 / 2.75, 4 / 11],
        "wrong": [
            (2 / 3, "lost future left out"),
            (1 / 6.5, "whole subsidy taken for profit"),
            (1 / 2.25, "fine left out"),
            (7 / 11, "share that may escape"),
            (1 / 1.75, "subsidy over loss"),
            (0.75 / 2.75, "honest use today counted"),
            (0.5, "row of a tenth"),
            (0.25, "row of a half"),
        ],
    },
    "25-quiz-worth": {
        "right": ["b", "B "],
        "wrong": [
            ("a", "positive present value means invest"),
            ("c", "waiting taken for ignorance"),
            ("d", "uncertainty taken for a ban"),
        ],
    },
    "25-quiz-subsidy": {
        "right": [60, 60.0],
        "wrong": [(40, "what the firm still pays"), (150, "premium over the cost"), (50, "half for everybody")],
    },
    "25-quiz-cliff": {
        "right": ["a", " A"],
        "wrong": [
            ("b", "overstated savings thought refuted"),
            ("c", "ignorance thought refuted"),
            ("d", "first cost thought refuted"),
        ],
    },
    "25-payback": {
        "right": [2.702, 2.7],
        "wrong": [
            (5, "present value rule"),
            (6.755, "wear left out"),
            (9.251, "multiplied by the multiple"),
            (2.298, "root taken for the multiple"),
            (3.018, "capital and wear swapped"),
            (3.376, "machine bought again"),
        ],
    },
    "25-plant": {
        "right": [{"takes": 4, "agrees": 6, "saving": 236055}, {"saving": 236055.0, "agrees": 6.0, "takes": 4.0}],
        "wrong": [
            ({"takes": 6, "agrees": 4, "saving": 236055}, "present value rule"),
            ({"takes": 6, "agrees": 4, "saving": 205595}, "payback upside down"),
            ({"takes": 4, "agrees": 6, "saving": 632237}, "all savings that the plant took"),
            ({"takes": 4, "agrees": 4, "saving": 236055}, "agreement counted on what was done only"),
        ],
    },
    "25-monitor": {
        "right": [
            lambda fine, years, margin: 1 / (1 + fine + years * margin),
            lambda fine, years, margin: 1 - (fine + years * margin) / (1 + fine + years * margin),
        ],
        "wrong": [
            (lambda fine, years, margin: 1 / (1 + fine), "lost future left out"),
            (lambda fine, years, margin: 1 / (1 + fine + years), "whole subsidy taken for profit"),
            (
                lambda fine, years, margin: min(1.0, 1 / (fine + years * margin)) if fine + years * margin else 1.0,
                "subsidy not given back",
            ),
            (lambda fine, years, margin: 1 - 1 / (1 + fine + years * margin), "share that may escape"),
            (lambda fine, years, margin: 1 / (fine + years * margin), "subsidy not given back, and a chance above 1"),
            (lambda fine, years, margin: (1 - margin) / (1 + fine + years * margin), "honest use today counted"),
        ],
    },
    "25-setup": {
        "right": [25.86, 25.9],
        "wrong": [
            (151.3, "gap between the triggers"),
            (54.76, "rent over trigger"),
            (14.06, "the lesson's uncertainty"),
            (35.9, "set-up too dear"),
            (40, "set-up too dear"),
            (15.5, "more could be borne"),
        ],
    },
    "25-copies": {
        "right": [{"free": 4, "best": 2, "loss": 12.2}, {"loss": 12.195, "best": 2, "free": 4}],
        "wrong": [
            ({"free": 3, "best": 2, "loss": 4.3}, "last entrant must gain"),
            ({"free": 4, "best": 1, "loss": 4.48}, "industry profit taken for welfare"),
            ({"free": 4, "best": 1, "loss": 100}, "industry profit taken for welfare"),
            ({"free": 2, "best": 4, "loss": 12.2}, "numbers swapped"),
            ({"free": 4, "best": 2, "loss": 0.122}, "loss in other units"),
        ],
    },
    "25-break": {
        "right": [{"rate": 0.1, "wear": 0.2362}, {"wear": 0.2293, "rate": 0.2}],
        "wrong": [
            ({"rate": 0.4, "wear": 0.0}, "out of bounds"),
            ({"rate": 0.04, "wear": 0.0}, "still too patient"),
            ({"rate": 0.25, "wear": 0.5}, "too impatient"),
        ],
    },
}
