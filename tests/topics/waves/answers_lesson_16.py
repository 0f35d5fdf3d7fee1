"""Right and wrong answers to the tasks of lesson 16; each wrong one with the mistake that it makes."""

from itertools import pairwise


def slope(lengths):
    middle = (len(lengths) - 1) / 2
    weights = [place - middle for place in range(len(lengths))]
    return sum(w * x for w, x in zip(weights, lengths, strict=True)) / sum(w * w for w in weights)


def dates(errors, length):
    return [place * length + error for place, error in enumerate(errors)]


def lengths(errors, length):
    when = dates(errors, length)
    return [after - before for before, after in pairwise(when)]


def honest(p, tries):
    return 1 - (1 - p) ** tries


BOTH_WAYS = {
    "16-line-orders": {
        "right": [2 / 24, 0.0833],
        "wrong": [
            (1 / 24, "one direction only"),
            (2 / 16, "places taken for orders"),
            (0.5, "lengths taken for orders"),
            (0.05, "the custom taken for the least"),
        ],
    },
    "16-quiz-p": {
        "right": ["d", " D "],
        "wrong": [
            ("a", "nothing shown taken for none"),
            ("b", "p taken for the chance of the claim"),
            ("c", "p taken for a size"),
        ],
    },
    "16-quiz-smooth": {
        "right": ["c"],
        "wrong": [
            ("a", "smooth means cyclical"),
            ("b", "regular enough means cyclical"),
            ("d", "nothing can be cyclical"),
        ],
    },
    "16-quiz-band": {
        "right": ["b"],
        "wrong": [("a", "filters twice"), ("c", "chooses the band by the result"), ("d", "counts peaks")],
    },
    "16-date-error": {
        "right": [
            lambda errors, length: slope(lengths(errors, length)),
            lambda errors, length: slope([after - before for before, after in pairwise(errors)]),
        ],
        "wrong": [
            (lambda errors, length: slope([length + error for error in errors[1:]]), "errors added to lengths"),
            (lambda errors, length: -slope(lengths(errors, length)), "sign turned"),
            (lambda errors, length: slope(dates(errors, length)), "slope of the dates"),
            (
                lambda errors, length: (lengths(errors, length)[-1] - lengths(errors, length)[0]) / (len(errors) - 2),
                "first and last only",
            ),
        ],
    },
    "16-reigns": {
        "right": [{"p": 0.5, "least": 1 / 6}, {"p": 0.5, "least": 0.167}],
        "wrong": [
            ({"p": 0.3, "least": 1 / 120}, "unfinished reigns counted"),
            ({"p": 1, "least": 1 / 3}, "both directions"),
            ({"p": 1 / 3, "least": 1 / 6}, "equal orders left out"),
            ({"p": 4 / 6, "least": 1 / 6}, "the wrong direction"),
            ({"p": 1 / 6, "least": 1 / 6}, "least taken for p"),
        ],
    },
    "16-false-alarm": {
        "right": [1 - 0.95**6, 0.2649],
        "wrong": [(0.05, "one test only"), (0.3, "chances added"), (0.7351, "no alarm at all")],
    },
    "16-eleventh": {
        "right": [{"share": 0.158, "p": 0.72}, {"share": 0.1582, "p": 0.7}],
        "wrong": [
            ({"share": 0.0112, "p": 0.72}, "no logarithm"),
            ({"share": 0.158, "p": 0.026}, "noise as chance"),
            ({"share": 0.158, "p": 0.28}, "p turned round"),
            ({"share": 60.8, "p": 0.72}, "period taken for share"),
        ],
    },
    "16-break-band": {
        "right": [
            [1815, 1913, 45, 65, 12, honest(0.0225, 12)],
            [1815, 1913, 50, 70, 1, 0.003],
            [1800, 1913, 50, 70, 5, honest(0.019, 5)],
        ],
        "wrong": [
            ([1790, 1913, 45, 65, 3, 0.1], "outside the limits"),
            ([1840, 1913, 45, 65, 3, 0.1], "outside the limits"),
            ([1815, 1913, 45, 65, 0, 0.0225], "tries not declared"),
            ([1815, 1913, 45, 65, 2.5, 0.0225], "tries not declared"),
            ([1800, 1913, 20, 70, 3, 0.3], "still within chance"),
            ([1815, 1913, 45, 65, 12, 0.0225], "p not corrected"),
            ([1815, 1913, 45, 65, 12, 0.27], "tries added up"),
        ],
    },
    "16-shorter": {
        "right": [2.82, 2.81],
        "wrong": [
            (0.5, "outside the model"),
            (2.7187, "in proportion"),
            (2.5, "wave too short"),
            (3, "wave too long"),
        ],
    },
}
