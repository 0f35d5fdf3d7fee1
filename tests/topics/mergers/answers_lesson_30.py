"""Right and wrong answers to the tasks of lesson 30; each wrong one with the mistake that it makes."""

SAVED = 8 * (3**0.5 * 9 / 11 - 1) * 11 / 8  # markups of 8, eight firms left of ten
RECORD = {"clear": 94.95, "withdrawn": 4.71, "later": 98.55}


def gain(firms, merging):
    return 100 * ((firms + 1) ** 2 / (merging * (firms - merging + 2) ** 2) - 1)


def by_profits(firms, merging):
    apart = [(1 / (firms + 1)) ** 2] * merging
    return 100 * ((1 / (firms - merging + 2)) ** 2 - sum(apart)) / sum(apart)


BOTH_WAYS = {
    "30-line-price": {
        "right": [55, (100 + 10) / 2],
        "wrong": [
            (80, "two margins kept"),
            (77.5, "two margins on the new cost"),
            (60, "saving left out"),
            (45, "quantity for price"),
            (10, "no margin left"),
        ],
    },
    "30-quiz-contract": {
        "right": ["c", "C "],
        "wrong": [("a", "always a cut"), ("b", "always a rise"), ("d", "one profit, so no change")],
    },
    "30-quiz-saving": {
        "right": [16, 2 * 8.0],
        "wrong": [
            (8, "one markup"),
            (24, "a markup for each firm"),
            (64, "a markup for each that is left"),
            (SAVED, "enough for those who merge"),
            (16 / 3, "shared among the three"),
        ],
    },
    "30-quiz-spill": {
        "right": ["a"],
        "wrong": [("b", "pooling always adds"), ("c", "size makes research")],
    },
    "30-rise": {
        "right": [42.857, 42.9, 100 * (75 / 52.5 - 1)],
        "wrong": [
            (-13.04, "one price for all assumed"),
            (22.5, "money for per cent"),
            (30.0, "of the price after"),
            (142.86, "level for rise"),
            (25.0, "two buyers"),
            (0.4286, "share"),
            (-42.86, "sign"),
        ],
    },
    "30-record": {
        "right": [RECORD, {"later": 100 * 341 / 346, "withdrawn": 1400 / 297, "clear": 28200 / 297}],
        "wrong": [
            ({**RECORD, "later": 96.89}, "year for half"),
            ({**RECORD, "later": 53.03}, "half above, year below"),
            ({**RECORD, "clear": 43.86}, "half of the year's cases"),
            ({**RECORD, "withdrawn": 5.05}, "conditions among the withdrawn"),
            ({**RECORD, "withdrawn": 4.96}, "of those cleared"),
            ({name: value / 100 for name, value in RECORD.items()}, "shares for per cent"),
        ],
    },
    "30-gain": {
        "right": [gain, by_profits],
        "wrong": [
            (
                lambda firms, merging: 100 * ((firms + 1) ** 2 / (merging * (firms - merging + 1) ** 2) - 1),
                "the merged firm not counted",
            ),
            (
                lambda firms, merging: 100 * ((firms + 1) ** 2 / (firms - merging + 2) ** 2 - 1),
                "against one firm's profit",
            ),
            (lambda firms, merging: gain(firms, merging) / 100, "share, not per cent"),
            (lambda firms, merging: gain(firms, merging) + 100, "level for change"),
            (
                lambda firms, merging: 100 * (1 - merging * (firms - merging + 2) ** 2 / (firms + 1) ** 2),
                "against the profit after",
            ),
            (
                lambda firms, merging: 100 * ((firms + 1) / (merging * (firms - merging + 2)) - 1),
                "profit not squared",
            ),
        ],
    },
    "30-bottlers": {
        "right": [0.72, 0.4 * 3.9 - 0.6 * 1.4],
        "wrong": [
            (1.78, "shares exchanged"),
            (1.25, "plain mean"),
            (-0.72, "sign turned"),
            (2.4, "both as rises"),
            (2.5, "changes added"),
            (72, "not divided by a hundred"),
        ],
    },
    "30-cheap": {
        "right": [2.217, 2.22, 1.9 * 3.5 / 3],
        "wrong": [
            (0.464, "laboratories taken for firms"),
            (0.0633, "sign of the brackets"),
            (1.203, "firms against laboratories"),
            (0.9025, "no bound for one firm"),
            (1.8, "the lesson's spillover"),
            (6.65, "not divided by three"),
        ],
    },
    "30-break-cost": {
        "right": [66.667, 200 / 3],
        "wrong": [
            (90, "the saving at a cost of 20"),
            (100, "share of the highest price"),
            (50, "two buyers"),
            (100 / 3, "the lesson's highest price"),
            (133.333, "price for cost"),
        ],
    },
}
