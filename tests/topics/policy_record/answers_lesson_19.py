"""Right and wrong answers to the tasks of lesson 19; each wrong one with the mistake that it makes."""

from collections import Counter

TITLES = [
    "RAMI (November)", "RAMI (December)", "Manufacturing USA", "Strategy of 2018", "NSF for the Future",
    "Endless Frontier", "Innovation and Competition", "CHIPS and Science", "Innovation Pathway", "Technology list",
]  # fmt: skip
TOP, TECH, JOINT, SYSTEM = "top-level design", "technology", "joint innovation", "ecosystem"
MEANS = [JOINT, JOINT, "", TOP, TECH, TECH, SYSTEM, SYSTEM, TOP, TOP]
HEADING = [TOP, TOP, TOP, SYSTEM, TECH, TOP, TOP, TECH, "", JOINT]
AUTHORISED, APPROPRIATED = 11.9 + 15.65 + 16.7 + 17.85, 9.876 + 9.06 + 9.06 + 8.75
HELD = 4 * 8.84


def kappa(first, second):
    both = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
    one, other = Counter(a for a, _b in both), Counter(b for _a, b in both)
    agreed = sum(a == b for a, b in both) / len(both)
    luck = sum(one[code] * other[code] for code in one) / len(both) ** 2
    return (agreed - luck) / (1 - luck)


def coded(levers, value=None, **changes):
    """Return a coding with its kappa; `p7="technology"` puts that lever in place 7."""
    levers = list(levers)
    for place, lever in changes.items():
        levers[int(place[1:])] = lever
    value = kappa(levers, MEANS) if value is None else value
    return {"title": TITLES[: len(levers)], "lever": levers, "kappa": [value] * len(levers)}


def gain(order, c, w, v, r):
    if order == "vote first" or w <= c:
        return v + r
    return max(v, r)


def rise(short=AUTHORISED - APPROPRIATED, level=APPROPRIATED / AUTHORISED, up=None):
    up = (APPROPRIATED - HELD) / (AUTHORISED - HELD) if up is None else up
    return {"short": short, "level": level, "rise": up}


def worths(chips=2, word=3, chips_majority=6, budget=4, crossing=4):
    return {"chips": chips, "word": word, "chips_majority": chips_majority, "budget": budget, "crossing": crossing}


OPEN = [JOINT, JOINT, "", TOP, TECH, "", SYSTEM, SYSTEM, TOP, TOP]

BOTH_WAYS = {
    "19-line-crossing": {
        "right": [4, 4.0],
        "wrong": [
            (3, "the last who can be spared"),
            (8, "they stay away"),
            (16, "Republicans lost"),
            (28, "Republicans kept"),
        ],
    },
    "19-quiz-veto": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "majority taken for two thirds"),
            ("c", "wrong chamber"),
            ("d", "two thirds of all members"),
        ],
    },
    "19-quiz-spend": {
        "right": [1.5 / 7, 0.21, 0.214],
        "wrong": [
            (0.125, "share of the authorised sum"),
            (0.15, "share of the request"),
            (0.25, "share of the awards"),
            (6 / 7, "awarded taken for paid"),
        ],
    },
    "19-quiz-deal": {
        "right": [1 / 6, 0.167, 0.17],
        "wrong": [
            (1 / 16, "coins tossed"),
            (0.5, "chance agreement"),
            (0.25, "first two titles only"),
            (1 / 24, "ordered cards"),
        ],
    },
    "19-rise": {
        "right": [
            rise(),
            {"short": 25.4, "level": 0.59, "rise": 0.05},
            {"rise": 0.052, "level": 0.592, "short": 25.35},
        ],
        "wrong": [
            (rise(level=0.610), "mean of yearly levels"),
            (rise(up=0.097), "mean of yearly rises"),
            (rise(up=-0.01), "one year's rise"),
            (rise(short=APPROPRIATED - AUTHORISED), "short with the sign turned"),
            (rise(short=81 - APPROPRIATED), "a year without an appropriation"),
            (rise(level=APPROPRIATED / 81), "five years authorised"),
            (rise(level=9.876 / 81), "one year against five"),
            (rise(up=(APPROPRIATED - HELD) / APPROPRIATED), "rise over all that was appropriated"),
            (rise(up=(APPROPRIATED - HELD) / AUTHORISED), "rise over all that was authorised"),
            (rise(level=59.2, up=5.2), "per cent in the place of shares"),
            (rise(up=(APPROPRIATED - 8.84) / (AUTHORISED - 8.84)), "rise in one year"),
            (rise(short=15.65 + 16.7 + 17.85 - 11.3 - 10.2 - 3.903), "requested taken for appropriated"),
        ],
    },
    "19-gain": {
        "right": [gain, lambda order, c, w, v, r: float(gain(order, c, w, v, r))],
        "wrong": [
            (lambda order, c, w, v, r: max(v, r), "threat always believed"),
            (lambda order, c, w, v, r: v + r, "threat never believed"),
            (
                lambda order, c, w, v, r: v + r if order == "vote first" else max(v, r),
                "threat carried out at any price",
            ),
            (lambda order, c, w, v, r: r if order != "vote first" and w > c else v + r, "majority never gives in"),
        ],
    },
    "19-break-threat": {
        "right": [worths(), worths(crossing=8, chips=1, word=5), worths(chips=0.5, word=0.6, crossing=4.0)],
        "wrong": [
            (worths(crossing=-1), "number out of range"),
            (worths(crossing=3), "House left to the majority"),
            (worths(word=2), "threat not meant"),
            (worths(budget=6), "budget bill worth more"),
        ],
    },
    "19-code-levers": {
        "right": [
            coded(MEANS),
            coded(HEADING),
            coded(HEADING, round(kappa(HEADING, MEANS), 2)),
            coded(MEANS, p7=TECH, p9="talent"),
            coded([TOP] * 10, 0),
            coded(OPEN),
            coded(MEANS, p0=""),
            coded(MEANS, p0=JOINT, p1=TECH),
            [{"title": title, "lever": lever.upper(), "kappa": 1} for title, lever in zip(TITLES, MEANS, strict=True)],
        ],
        "wrong": [
            (coded(MEANS[:9], 1), "titles missing"),
            (coded(MEANS, 1, p0="money", p1="money"), "lever not on the list"),
            (coded([""] * 10, 1), "lever not on the list"),
            (coded(MEANS, 1, p0="", p1="", p7=""), "too many left open"),
            (coded(HEADING, 100 * kappa(HEADING, MEANS)), "kappa in per cent"),
            (coded(MEANS) | {"kappa": [1] * 9 + [0.5]}, "kappa differs by row"),
            (coded(HEADING, 1 / 8), "agreement taken for kappa"),
            (coded(HEADING, kappa([a or "-" for a in HEADING], [b or "-" for b in MEANS])), "open counted as a code"),
        ],
    },
}
