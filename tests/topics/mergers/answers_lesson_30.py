"""Right and wrong answers to the tasks of lesson 30; each wrong one with the mistake that it makes."""

RECORD = {"clear": 94.95, "withdrawn": 4.71, "later": 98.55}


def gain(firms, merging):
    return 100 * ((firms + 1) ** 2 / (merging * (firms - merging + 2) ** 2) - 1)


def by_profits(firms, merging):
    apart = [(1 / (firms + 1)) ** 2] * merging
    return 100 * ((1 / (firms - merging + 2)) ** 2 - sum(apart)) / sum(apart)


BOTH_WAYS = {
    "30-line-price": {
        "right": [60, 60.0, (100 + 20) / 2],
        "wrong": [(80, "two margins kept"), (40, "quantity for price"), (20, "no margin left")],
    },
    "30-quiz-contract": {
        "right": ["c", "C "],
        "wrong": [("a", "always a cut"), ("b", "always a rise"), ("d", "one profit, so no change")],
    },
    "30-quiz-saving": {
        "right": [16, 2 * 8.0],
        "wrong": [(8, "one markup"), (24, "a markup for each firm")],
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
        ],
    },
    "30-record": {
        "right": [RECORD, {"later": 100 * 341 / 346, "withdrawn": 1400 / 297, "clear": 28200 / 297}],
        "wrong": [
            ({**RECORD, "later": 96.89}, "year for half"),
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
            (
                lambda firms, merging: 100 * ((firms + 1) / (merging * (firms - merging + 2)) - 1),
                "profit not squared",
            ),
        ],
    },
    "30-bottlers": {
        "right": [0.72, 0.4 * 3.9 - 0.6 * 1.4],
        "wrong": [(1.78, "shares exchanged"), (1.25, "plain mean"), (-0.72, "sign turned")],
    },
    "30-cheap": {
        "right": [2.217, 2.22, 1.9 * 3.5 / 3],
        "wrong": [(0.464, "laboratories taken for firms"), (0.0633, "sign of the brackets")],
    },
    "30-break-cost": {
        "right": [66.667, 200 / 3],
        "wrong": [(90, "the saving at a cost of 20"), (100, "share of the highest price")],
    },
}
