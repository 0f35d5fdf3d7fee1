"""Right and wrong answers to the tasks of lesson 24; each wrong one with the mistake that it makes."""


def welfare(first, second, margin):
    sold = (margin + 2 * first - second) / 3
    other = (margin + 2 * second - first) / 3
    return (margin - sold - other) * sold


def profit(first, second, margin):
    return ((margin + 2 * first - second) / 3) ** 2


def found(printed, checked):
    if "" in (printed, checked):
        return 0.5
    shorter = min(len(printed), len(checked))
    if printed[:shorter] != checked[:shorter]:
        return 0
    return 1 if len(checked) >= len(printed) else 0.5


BOTH_WAYS = {
    "24-quiz-profit": {
        "right": ["b", "B "],
        "wrong": [("a", "profit is welfare"), ("c", "the two cancel"), ("d", "buyers lose")],
    },
    "24-quiz-loss": {
        "right": [0.28, 1 - 0.72],
        "wrong": [
            (0.44, "profit is welfare"),
            (0.72, "only what was paid"),
            (0.56, "both countries"),
            (-0.28, "a gain"),
            (0.28 / 9, "the lesson's market"),
        ],
    },
    "24-quiz-split": {
        "right": ["b"],
        "wrong": [("a", "what holds is best"), ("c", "one standard serves all"), ("d", "variety is free")],
    },
    "24-welfare": {
        "right": [welfare, lambda f, s, m: (m + 2 * f - s) * (m - f - s) / 9],
        "wrong": [
            (profit, "profit is welfare"),
            (lambda f, s, m: profit(f, s, m) - f, "paid once, not on each unit"),
            (lambda f, s, m: welfare(f, 0, m), "the other's subsidy left out"),
            (lambda f, s, m: (m + f - s) / 3 * ((m + f - s) / 3 - f), "own subsidy counted once"),
        ],
    },
    "24-answer": {
        "right": [lambda other, margin: (margin - other) / 4, lambda other, margin: margin / 4 - other / 4],
        "wrong": [
            (lambda other, margin: other, "an eye for an eye"),
            (lambda other, margin: 0.25 * margin, "blind to the other"),
            (lambda other, margin: (margin + other) / 4, "more against more"),
            (lambda other, margin: margin / 5, "where both end"),
        ],
    },
    "24-patience": {
        "right": [
            lambda kept, broken, without: (broken - kept) / (broken - without),
            lambda kept, broken, without: 1 - (kept - without) / (broken - without),
        ],
        "wrong": [
            (lambda kept, broken, without: (kept - without) / (broken - without), "the complement"),
            (lambda kept, broken, without: (broken - kept) / (kept - without), "one year of punishment"),
            (lambda kept, broken, without: (broken - kept) / broken, "share of the booty"),
        ],
    },
    "24-treaty": {
        "right": [{"cap": 0.06, "fine": 0.023}, {"cap": 0.08, "fine": 0.02}, {"cap": 0.07, "fine": 0.021}],
        "wrong": [
            ({"cap": 0.25, "fine": 0.1}, "no treaty"),
            ({"cap": 0.06, "fine": -1}, "no treaty"),
            ({"cap": 0.15, "fine": 0.01}, "too little gained"),
            ({"cap": 0, "fine": 0.05}, "a ban that nobody keeps"),
            ({"cap": 0, "fine": 0.03}, "a ban that nobody keeps"),
            ({"cap": 0.08, "fine": 0.01}, "fine too low"),
            ({"cap": 0.08, "fine": 0.1}, "fine that nobody would pay"),
        ],
    },
    "24-split": {
        "right": [
            lambda size, network: network * max(size, 1 - size),
            lambda size, network: network * (0.5 + abs(size - 0.5)),
        ],
        "wrong": [
            (lambda size, network: network * min(size, 1 - size), "one agreement gone"),
            (lambda size, network: network * size, "bloc 1 is the larger"),
            (lambda size, network: network * 2 * max(size, 1 - size), "best for the world"),
            (lambda size, network: network / 2, "size left out"),
        ],
    },
    "24-dates": {
        "right": [
            found,
            lambda printed, checked: (
                0.5
                if not printed or not checked or (printed != checked and printed.startswith(checked))
                else checked.startswith(printed) + 0.0
            ),
        ],
        "wrong": [
            (lambda p, c: 1.0 if p and c.startswith(p) else 0.0, "no source taken for wrong"),
            (lambda p, c: 0.5 if "" in (p, c) else float(p == c), "only equal dates stand"),
            (
                lambda p, c: 0.5 if "" in (p, c) else float(p.startswith(c) or c.startswith(p)),
                "a rough source taken for proof",
            ),
            (lambda p, c: float(p.startswith(c) or c.startswith(p)), "empty matches everything"),
        ],
    },
}
