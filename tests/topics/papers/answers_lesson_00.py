"""Right and wrong answers to the tasks of lesson 00."""

from decimal import Decimal
from fractions import Fraction


def _cell(text, unit=10):
    federal, others = (float(part) for part in text.replace(" ", "").split("/"))
    return {"federal": federal * unit, "others": others * unit}


def _cell_by_position(text):
    left, _slash, right = text.partition("/")
    return [10 * float("".join(left.split())), 10 * float("".join(right.split()))]


def _cell_cut_at_point(text):
    left, right = text.split("/")
    return {"federal": 10 * int(left.split(".")[0]), "others": 10 * int(right.split(".")[0])}


BOTH_WAYS = {
    "00-quiz-hello": {
        "right": [253, 253.0, Fraction(506, 2)],
        "wrong": [
            (18100, "printed unit kept"),
            (0.253, "billions for millions"),
            (173, "one side only"),
            (181, "digits without a unit"),
        ],
    },
    "00-quiz-verdict": {
        "right": ["c", " C "],
        "wrong": [("a", "pattern taken for proof"), ("b", "garbled taken for wrong"), ("d", "doubt taken for silence")],
    },
    "00-quiz-cause": {
        "right": ["b", "B"],
        "wrong": [
            ("a", "lost slash blamed on the author"),
            ("c", "lost point blamed on the author"),
            ("d", "spaces blamed on the author"),
        ],
    },
    "00-printed-sum": {
        "right": [1.4, Decimal("1.4")],
        "wrong": [
            (0.14, "mended too early"),
            (0.7, "one side only"),
            (14, "unit left out"),
            (1400, "millions for billions"),
        ],
    },
    "00-checked-sum": {
        "right": [140, 140.0],
        "wrong": [(1400, "printed unit kept"), (70, "one side only"), (0.14, "billions for millions")],
    },
    "00-read-cell": {
        "right": [_cell, _cell_by_position],
        "wrong": [
            (lambda text: _cell(text, 100), "printed unit kept"),
            (lambda text: _cell(text, 1), "unit left out"),
            (_cell_cut_at_point, "digits after a stray space dropped"),
        ],
    },
    "00-error-factor": {
        "right": [
            lambda federal, others: (100 * others + 10 * federal) / (federal + others),
            lambda federal, others: 10 * (1 + 9 * others / (federal + others)),
        ],
        "wrong": [
            (lambda federal, others: 100, "both slips taken to hit both numbers"),
            (lambda federal, others: 10.0, "unit slip only"),
            (lambda federal, others: (federal + others * 10) / (federal + others), "point slip only"),
        ],
    },
}
