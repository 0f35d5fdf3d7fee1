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


def _fall(low, high):
    return {"low": low, "high": high}


def _heavy(hour, million, thousand):
    return {"hour": hour, "million": million, "thousand": thousand}


def _held(fewest, held, most):
    return {"fewest": fewest, "held": held, "most": most}


def _plants(dear_cost, dear_hours, cheap_cost, cheap_hours):
    return {"dear_cost": dear_cost, "dear_hours": dear_hours, "cheap_cost": cheap_cost, "cheap_hours": cheap_hours}


BOTH_WAYS = {
    "00-one-product": {
        "right": [1755.6, 1756, Decimal("1755.6")],
        "wrong": [
            (1_755_600_000_000, "dollars for billions"),
            (1_755_600, "millions for billions"),
            (864, "printed sum given"),
            (0.171836, "one plant's hours"),
            (532_000 / 3.3e6, "divided"),
        ],
    },
    "00-quiz-hello": {
        "right": [294, 294.0, Fraction(588, 2)],
        "wrong": [
            (2940, "printed unit kept"),
            (0.294, "billions for millions"),
            (214, "one side only"),
            (80, "federal side only"),
            (29.4, "digits without a unit"),
            (290, "digit after the space dropped"),
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
    "00-parts-fall": {
        "right": [_fall(22.9451, 54.4295), [22.95, 54.43], _fall(22.9, 54.4)],
        "wrong": [
            (_fall(26, 78), "weeks added up"),
            (_fall(52, 52), "weeks added up, rounding left out"),
            (_fall(40.7, 40.7), "rounding left out"),
            (_fall(0, 65), "whole step to each side"),
            (_fall(45.6, 77.1), "what is left"),
            (_fall(0.229451, 0.544295), "shares for per cent"),
            (_fall(54.43, 22.95), "ends exchanged"),
        ],
    },
    "00-heavy-hour": {
        "right": [_heavy(1_280_000 / 3, 138.28125, 0.13828125), [426_667, 138.3, 0.1383]],
        "wrong": [
            (_heavy(5_120_000, 11.523, 0.011523), "a month's hours for a year's money"),
            (_heavy(426_667, 0.0072316, 7.2316), "ratios turned over"),
            (_heavy(0.426667, 138.28, 0.13828), "hour in millions"),
            (_heavy(196_667, 300, 0.3), "59 read as a plant's year"),
        ],
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
            (lambda federal, others: 71.54, "factor of one cell"),
            (lambda federal, others: 10.0, "unit slip only"),
            (lambda federal, others: (federal + others * 10) / (federal + others), "point slip only"),
        ],
    },
    "00-held-ranges": {
        "right": [_held(13, 11, 19), [13, 11, 19]],
        "wrong": [
            (_held(13, 10, 19), "ends left out"),
            (_held(13, 9, 19), "misses counted"),
            (_held(16, 11, 16), "expected count only"),
            (_held(16, 11, 20), "ranges of 90 per cent"),
            (_held(12, 11, 19), "limits for 95 per cent"),
            (_held(14, 11, 19), "lower end too high"),
        ],
    },
    "00-break-mean": {
        "right": [_plants(10, 9, 1, 1), _plants(1_343_000, 30, 106_000, 2)],
        "wrong": [
            (_plants(10, 9, 0, 1), "no number above zero"),
            (_plants(1, 9, 10, 1), "dear plant not dearer"),
            (_plants(10, 5, 1, 5), "as many hours in both"),
            (_plants(10, 1, 1, 9), "cheap plant stands longer"),
            (_plants(10, 6, 5, 4), "gap too small"),
        ],
    },
}
