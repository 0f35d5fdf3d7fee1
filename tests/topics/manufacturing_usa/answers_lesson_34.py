"""Right and wrong answers to the tasks of lab 34; each wrong one with the mistake that it makes."""

import math

CELLS = ["America Makes", "MxD", "AIM Photonics", "NextFlex", "ARM", "NIIMBL"]
AWARDS = [30, 70, 70, 70, 70, 110, 75, 75, 70, 80, 70, 70, 70, 80, 87.5, 70, 70, 285]
PLEDGES = [40, 70, 250, 78, 189, 96, 70, 214, 129, 70, 173, 187]


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


def squared(value, known, of=math.log):
    numbers = [of(one) for one in known]
    mean = sum(numbers) / len(numbers)
    variance = sum((one - mean) ** 2 for one in numbers) / (len(numbers) - 1)
    return (of(value) - mean) ** 2 / variance


LIMIT = -2 * math.log(0.05)


def unusual(federal, others):
    return int(squared(federal, AWARDS) + squared(others, PLEDGES) > LIMIT)


def plainly(federal, others):
    return int(squared(federal, AWARDS, float) + squared(others, PLEDGES, float) > LIMIT)


BOTH_WAYS = {
    "34-line-distance": {
        "right": [-0.6368, -0.64, -0.656, -0.6],
        "wrong": [
            (-0.4397, "without the logarithm"),
            (12.7665, "logarithm on one side"),
            (6.03, "million against units"),
            (-0.2202, "not divided"),
            (0.6368, "sign turned"),
        ],
    },
    "34-quiz-unit": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "a unit checked cell by cell"),
            ("c", "inferred taken for checked"),
            ("d", "garbled taken for invented"),
        ],
    },
    "34-quiz-share": {
        "right": ["b", "B"],
        "wrong": [
            ("a", "share taken for truth"),
            ("c", "best of the list taken for likely"),
            ("d", "small share taken for impossible"),
        ],
    },
    "34-quiz-trial": {
        "right": ["c", "C "],
        "wrong": [
            ("a", "promise made for all truths"),
            ("b", "sure taken for usual"),
            ("d", "trial thrown away"),
        ],
    },
    "34-ways": {
        "right": [count, count_by_sum],
        "wrong": [
            (
                lambda cell: {"656. 8": 2, "1150. 2": 3, "45. 1": 1, "4056. 2": 2, "9134. 5": 3}[cell],
                "points never lost",
            ),
            (lambda cell: count(cell) + 2, "nothing before the point"),
            (lambda cell: count(cell) + (cell == "4056. 2"), "numbers that begin with 0"),
        ],
    },
    "34-mend": {
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
            (sums(MENDED[0], (830, 106), *MENDED[2:]), "point of the first number not put back"),
            (sums(*MENDED[:5], (71, 29)), "slash after the second digit"),
        ],
    },
    "34-decide": {
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
            (statuses("open", "half", "half", "checked", "checked", "checked"), "federal side taken for found"),
        ],
    },
    "34-far": {
        "right": [-2, -2.0],
        "wrong": [(2, "sign turned"), (-1.2002, "without the logarithm"), (-2.4495, "divided by n")],
    },
    "34-unusual": {
        "right": [unusual, lambda federal, others: float(unusual(federal, others))],
        "wrong": [
            (lambda federal, others: int(squared(federal, AWARDS) > LIMIT), "federal side alone"),
            (lambda federal, others: int(squared(others, PLEDGES) > LIMIT), "other side alone"),
            (plainly, "without the logarithm"),
            (lambda federal, others: 1 - unusual(federal, others), "chance turned round"),
        ],
    },
    "34-break": {
        "right": [{"federal": 71, "others": 23}, [61, 20], {"others": 15, "federal": 52}],
        "wrong": [
            ({"federal": 5, "others": 23}, "out of range"),
            ({"federal": 71.5, "others": 23}, "no whole million"),
            ({"federal": 75, "others": 96}, "read rightly"),
            ({"federal": 51, "others": 35}, "not sure of it"),
        ],
    },
}
