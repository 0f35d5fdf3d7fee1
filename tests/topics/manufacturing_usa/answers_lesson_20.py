"""Right and wrong answers to the tasks of lesson 20; each wrong one with the mistake that it makes."""

CELLS = ["America Makes", "MxD", "AIM Photonics", "NextFlex", "ARM", "NIIMBL"]


def statuses(*words):
    return {"institute": CELLS, "status": list(words)}


def sums(*pairs):
    return {"institute": CELLS, "federal": [one for one, _other in pairs], "others": [other for _one, other in pairs]}


MENDED = [(65, 68), (83, 106), (110, 502), (75, 96), (80, 173), (70, 129)]


def count(cell):
    body = cell.replace(" ", "").split(".")[0]
    found = 0
    for place in range(1, len(body)):
        left, right = body[:place], body[place:]
        if len(right) > 1 and right[0] == "0":
            continue
        found += 1 if len(left) == 1 else 2
    return found


def count_by_sum(cell):
    digits = cell.partition(".")[0].replace(" ", "")
    places = [at for at in range(1, len(digits)) if digits[at] != "0" or at == len(digits) - 1]
    return 2 * len(places) - (1 in places)


BOTH_WAYS = {
    "20-quiz-unit": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "a unit checked cell by cell"),
            ("c", "inferred taken for checked"),
            ("d", "garbled taken for invented"),
        ],
    },
    "20-quiz-mean": {
        "right": [1.4, 140 / 100],
        "wrong": [(2.75, "mean of ratios"), (100 / 140, "ratio upside down"), (5, "best ratio")],
    },
    "20-quiz-missing": {
        "right": ["c"],
        "wrong": [
            ("a", "part taken for a sample"),
            ("b", "right cells make a right sum"),
            ("d", "every institute the same size"),
        ],
    },
    "20-ways": {
        "right": [count, count_by_sum],
        "wrong": [
            (
                lambda cell: {"656. 8": 2, "1150. 2": 3, "45. 1": 1, "4056. 2": 2, "9134. 5": 3}[cell],
                "points never lost",
            ),
            (lambda cell: count(cell) + 2, "nothing before the point"),
            (lambda cell: count(cell) + (cell == "4056. 2"), "numbers that begin with nought"),
        ],
    },
    "20-mend": {
        "right": [
            sums(*MENDED),
            [
                {"others": other, "federal": one, "institute": name}
                for name, (one, other) in reversed(list(zip(CELLS, MENDED, strict=True)))
            ],
        ],
        "wrong": [
            (sums(*[(one * 10, other * 10) for one, other in MENDED]), "heading believed"),
            (sums(*[(one / 10, other / 10) for one, other in MENDED]), "unit left out"),
            (sums((30, 40), (70, 250), *MENDED[2:]), "notice written for the print"),
            (sums((60, 568), *MENDED[1:3], (70, 596), *MENDED[4:]), "slash after the first digit"),
            (sums(*MENDED[:4], (80, 1730), MENDED[5]), "point not put back"),
        ],
    },
    "20-decide": {
        "right": [
            statuses("open", "open", "half", "checked", "checked", "checked"),
            [
                {"institute": name, "status": status}
                for name, status in zip(CELLS, ["open", "open", "half", *["checked"] * 3], strict=True)
            ],
        ],
        "wrong": [
            (statuses(*["checked"] * 6), "legible taken for true"),
            (statuses("half", "half", "half", "checked", "checked", "checked"), "inferred taken for half"),
            (statuses("open", "open", "checked", "checked", "checked", "checked"), "half taken for checked"),
        ],
    },
    "20-leverage": {
        "right": [{"together": 1.1, "mean": 2.1, "median": 1.5}, [1.1, 6.3 / 3, 1.5]],
        "wrong": [
            ({"together": 2.1, "mean": 1.1, "median": 1.5}, "mean and together changed round"),
            ({"together": 1.1, "mean": 110 / 3, "median": 1.5}, "mean of sums"),
            ({"together": 1.1, "mean": 2.1, "median": 30}, "median of the money"),
        ],
    },
    "20-range": {
        "right": [{"low": 1725 / 913, "high": 1869 / 900}, [1.8894, 2.0767]],
        "wrong": [
            ({"low": 106 / 83, "high": 250 / 70}, "MxD alone"),
            ({"low": 1.8894, "high": 1869 / 913}, "only the others' money moved"),
            ({"low": 1.8894, "high": 1619 / 830}, "MxD left out"),
        ],
    },
    "20-share": {
        "right": [302.5 / 1215.5, 0.2489],
        "wrong": [
            (0.25, "heads counted for money"),
            (302.5 / 913, "share of the listed"),
            (657.5 / 1570.5, "later ones counted too"),
        ],
    },
}
