"""Right and wrong answers to the tasks of lesson 19; each wrong one with the mistake that it makes."""

from collections import Counter

TITLES = [
    "RAMI (November)", "RAMI (December)", "Manufacturing USA", "Strategy of 2018", "NSF for the Future",
    "Endless Frontier", "Innovation and Competition", "CHIPS and Science", "Innovation Pathway", "Technology list",
]  # fmt: skip
TOP, TECH, JOINT, SYSTEM = "top-level design", "technology", "joint innovation", "ecosystem"
MEANS = [JOINT, JOINT, "", TOP, TECH, TECH, SYSTEM, SYSTEM, TOP, TOP]
HEADING = [TOP, TOP, TOP, SYSTEM, TECH, TOP, TOP, TECH, "", JOINT]
TITLE = [JOINT, JOINT, SYSTEM, TOP, TECH, "", JOINT, TECH, TOP, TECH]


def coded(levers, **changes):
    """Return a coding; `p7="technology"` puts that lever in place 7."""
    levers = list(levers)
    for place, lever in changes.items():
        levers[int(place[1:])] = lever
    return {"title": TITLES[: len(levers)], "lever": levers}


def pair(first, second):
    return {"case": list(range(1, len(first) + 1)), "first": list(first), "second": list(second)}


def kappa(first, second, luck=None, divided=True):
    both = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
    one, other = Counter(a for a, _b in both), Counter(b for _a, b in both)
    agreed = sum(a == b for a, b in both) / len(both)
    if luck is None:
        luck = sum(one[code] * other[code] for code in one) / len(both) ** 2
    return (agreed - luck) / (1 - luck) if divided else agreed - luck


def count_open(first, second):
    return kappa([a or "-" for a in first], [b or "-" for b in second])


def even_luck(first, second):
    both = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
    used = {code for codes in (first, second) for code in codes} - {""}
    agreed = sum(a == b for a, b in both) / len(both)
    return (agreed - 1 / len(used)) / (1 - 1 / len(used))


def months(printed, checked):
    y1, m1 = map(int, printed.split("-"))
    y2, m2 = map(int, checked.split("-"))
    return 12 * (y2 - y1) + m2 - m1


BOTH_WAYS = {
    "19-quiz-chamber": {
        "right": ["b", " B"],
        "wrong": [("a", "one chamber taken for law"), ("c", "name taken for stage"), ("d", "passed taken for paid")],
    },
    "19-quiz-money": {
        "right": [0.7, 50.2 + 2 + 0.5 + 1.5 - 53.5],
        "wrong": [
            (-0.8, "unlike compared"),
            (-1.8, "one fund taken for the bill"),
            (-2.8, "printed figure taken for the announcement"),
            (-0.7, "wrong way round"),
        ],
    },
    "19-quiz-twice": {
        "right": [0.625, 5 / 8],
        "wrong": [(0.75, "agreement kept"), (5 / 9, "row kept"), (2 / 3, "nothing dropped")],
    },
    "19-share": {
        "right": [{"Obama": 0.5, "Trump": 0, "Biden": 1 / 6}, {"Biden": 0.1667, "Trump": 0.0, "Obama": 1 / 2}],
        "wrong": [
            ({"Obama": 1 / 3, "Trump": 0, "Biden": 1 / 6}, "duplicate counted as a text"),
            ({"Obama": 2 / 3, "Trump": 0, "Biden": 1 / 6}, "duplicate counted as a law"),
            ({"Obama": 0.5, "Trump": 0, "Biden": 0.5}, "one chamber taken for law"),
            ({"Obama": 0.5, "Trump": 0, "Biden": 0.17}, "rounded"),
            ({"Obama": 0.5, "Trump": 0, "Biden": 4 / 6}, "every bill taken for law"),
            ({"Obama": 1 / 9, "Trump": 0, "Biden": 1 / 9}, "share of all titles"),
        ],
    },
    "19-months": {
        "right": [months, lambda a, b: round(12 * (int(b[:4]) - int(a[:4])) + int(b[5:]) - int(a[5:]))],
        "wrong": [
            (lambda a, b: int(b[5:]) - int(a[5:]), "year left out"),
            (lambda a, b: months(b, a), "wrong way round"),
            (lambda a, b: int(b.replace("-", "")) - int(a.replace("-", "")), "year and month read as one number"),
            (lambda a, b: abs(months(a, b)), "sign lost"),
        ],
    },
    "19-kappa": {
        "right": [kappa, lambda first, second: round(kappa(first, second), 6)],
        "wrong": [
            (count_open, "open counted as a code"),
            (lambda first, second: kappa(first, second, luck=0), "agreement taken for kappa"),
            (lambda first, second: kappa(first, second, divided=False), "not divided"),
            (even_luck, "luck shared out evenly"),
        ],
    },
    "19-code-levers": {
        "right": [
            coded(MEANS),
            coded(MEANS, p7=TECH),
            coded(MEANS, p7=""),
            coded(MEANS, p2=SYSTEM, p9=TECH),
            [{"title": title, "lever": lever.upper()} for title, lever in zip(TITLES, MEANS, strict=True)],
        ],
        "wrong": [
            (coded(MEANS[:9]), "titles missing"),
            (coded(MEANS, p0="money", p1="money"), "lever not on the list"),
            (coded([""] * 10), "lever not on the list"),
            (coded(["", "", "", TOP, TECH, "", "", "", "", ""]), "too many left open"),
            (coded(MEANS, p0="", p1="", p7=""), "too many left open"),
            (coded(MEANS, p0=TOP), "one text, two codes"),
            (coded([TOP] * 10), "one code for all"),
            (coded(HEADING), "heading taken for the lever"),
            (coded(TITLE), "title taken for the content"),
        ],
    },
    "19-paradox": {
        "right": [
            pair("aaaaaaab", "aaaaaaba"),
            pair(["law"] * 6 + ["bill", "law"], ["law"] * 7 + ["bill"]),
            pair("aaaaaaaa", "aaaaaaab"),
        ],
        "wrong": [
            (pair("aaab", "aaba"), "not eight coded cases"),
            (pair("aaaaaaaa", "aaaaaaaa"), "kappa without a meaning"),
            (pair("aaaabbbb", "bbbbaaaa"), "agreement too low"),
            (pair("aaaabbbb", "aaaabbba"), "kappa above zero"),
        ],
    },
}
