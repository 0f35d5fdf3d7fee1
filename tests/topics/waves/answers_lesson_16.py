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


def squares(count):
    return sum((place - (count - 1) / 2) ** 2 for place in range(count))


def honest(p, tries):
    return 1 - (1 - p) ** tries


BOTH_WAYS = {
    "16-line-orders": {
        "right": [2 / 24, 0.0833, 0.08],
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
            (lambda errors, length: slope(errors), "line through the errors"),
            (lambda errors, length: slope([length + error for error in errors]), "line through the errors"),
            (
                lambda errors, length: slope(lengths(errors, length)) * squares(len(errors) - 1),
                "not divided by the squares",
            ),
        ],
    },
    "16-reigns": {
        "right": [{"p": 0.5, "least": 1 / 6}, {"p": 0.5, "least": 0.167}],
        "wrong": [
            ({"p": 0.3, "least": 1 / 120}, "unfinished reigns counted"),
            ({"p": 1, "least": 1 / 3}, "both directions"),
            ({"p": 0.5, "least": 1 / 3}, "both directions"),
            ({"p": 50, "least": 16.7}, "per cent for a share"),
            ({"p": 1 / 3, "least": 1 / 24}, "one unfinished reign kept"),
            ({"p": 1 / 3, "least": 1 / 6}, "equal orders left out"),
            ({"p": 4 / 6, "least": 1 / 6}, "the wrong direction"),
            ({"p": 1 / 6, "least": 1 / 6}, "least taken for p"),
        ],
    },
    "16-false-alarm": {
        "right": [1 - 0.95**6, 0.2649],
        "wrong": [
            (0.05, "one test only"),
            (0.3, "chances added"),
            (0.7351, "no alarm at all"),
            (0.05**6, "all alarms"),
            (6 * 0.05 * 0.95**5, "exactly one alarm"),
        ],
    },
    "16-eleventh": {
        "right": [{"share": 0.158, "p": 0.72}, {"share": 0.1582, "p": 0.7}],
        "wrong": [
            ({"share": 0.0112, "p": 0.72}, "no logarithm"),
            ({"share": 0.158, "p": 0.026}, "noise as chance"),
            ({"share": 0.158, "p": 0.28}, "p turned round"),
            ({"share": 60.8, "p": 0.72}, "period taken for share"),
            ({"share": 15.8, "p": 72.4}, "per cent for a share"),
            ({"share": 0.158, "p": 72.4}, "per cent for a share"),
            ({"share": 0.6266, "p": 0.72}, "another column"),
            ({"share": 0.2607, "p": 0.72}, "changes for levels"),
            ({"share": 0.3772, "p": 0.72}, "not all years"),
        ],
    },
    "16-break-band": {
        "right": [
            [1815, 1913, 45, 65, 12, 0.0214, honest(0.0214, 12)],
            [1815, 1913, 45, 65, 12, 0.02, round(honest(0.02, 12), 2)],
            [1815, 1913, 50, 70, 1, 0.003, 0.003],
            [1800, 1913, 50, 70, 5, 0.0198, honest(0.0198, 5)],
            [1800, 1913, 45, 70, 7, 0.0275, honest(0.0275, 7)],  # from walks of the reader's own
            [1800, 1913, 45, 70, 7, 0.0362, honest(0.0362, 7)],
            [1800, 1913, 45, 70, 2, 0.0327, 0.06],
        ],
        "wrong": [
            ([1790, 1913, 45, 65, 3, 0.02, 0.1], "outside the limits"),
            ([1840, 1913, 45, 65, 3, 0.02, 0.1], "outside the limits"),
            ([1815, 1913, 45, 65, 0, 0.0214, 0.0214], "tries not declared"),
            ([1815, 1913, 45, 65, 2.5, 0.0214, 0.0214], "tries not declared"),
            ([1815, 1913, 45, 65, 12, 2.14, 22.9], "per cent for a share"),
            ([1815, 1913, 45, 65, 12, 0.0214, 22.9], "per cent for a share"),
            ([1800, 1913, 20, 70, 3, 0.02, honest(0.02, 3)], "p of another choice"),
            ([1800, 1913, 20, 70, 3, 0.1127, honest(0.1127, 3)], "still within chance"),
            ([1800, 1913, 45, 100, 3, 0.049, honest(0.049, 3)], "still within chance"),
            ([1815, 1913, 45, 65, 12, 0.0214, 0.0214], "p not corrected"),
            ([1815, 1913, 50, 70, 2, 0.0033, 0.0033], "p not corrected"),
            ([1815, 1913, 45, 65, 12, 0.0214, 0.257], "tries added up"),
            ([1800, 1913, 45, 70, 7, 0.0327, 0.2289], "tries added up"),
            ([1800, 1913, 45, 70, 7, 0.0327, honest(0.05, 7)], "the level for p"),
            ([1800, 1913, 45, 70, 7, 0.0327, (1 - 0.0327) ** 7], "no look goes so low"),
            ([1800, 1913, 45, 70, 7, 0.0327, honest(0.0327, 6)], "the last look not counted"),
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
