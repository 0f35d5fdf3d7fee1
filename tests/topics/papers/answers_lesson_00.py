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


def _plants(dear_plants, dear_cost, dear_hours):
    return {"dear_plants": dear_plants, "dear_cost": dear_cost, "dear_hours": dear_hours}


BOTH_WAYS = {
    "00-one-product": {
        "right": [1755.6, 1756, 1750, 1760, Decimal("1755.6")],
        "wrong": [
            (1_755_600_000_000, "dollars for billions"),
            (1_755_600, "millions for billions"),
            (1.7556, "trillions for billions"),
            (864, "printed sum given"),
            (0.171836, "one plant's hours"),
            (532_000 / 3.3e6, "divided"),
        ],
    },
    "00-quiz-hello": {
        "right": [178.5, Decimal("178.5"), Fraction(357, 2)],
        "wrong": [
            (1785, "printed unit kept"),
            (0.1785, "billions for millions"),
            (17.85, "digits without a unit"),
            (178, "rounding left out"),
            (179, "whole step to one side"),
            (183, "half a unit to one side"),
            (177.5, "lower end"),
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
            (_fall(37.5, 43.7), "a tenth to each side"),
            (_fall(39.1, 42.3), "half a tenth to each side"),
            (_fall(45.6, 77.1), "what is left"),
            (_fall(0.229451, 0.544295), "shares for per cent"),
            (_fall(54.43, 22.95), "ends exchanged"),
        ],
    },
    "00-heavy-hour": {
        "right": [_heavy(795_359, 74.18, 0.07418), [795_000, 74.2, 0.0742]],
        "wrong": [
            (_heavy(9_544_307, 6.182, 0.006182), "a month's hours for a year's money"),
            (_heavy(426_667, 138.28, 0.13828), "hour of 2022"),
            (_heavy(189_823, 310.8, 0.3108), "hour of 2019"),
            (_heavy(605_536, 97.43, 0.09743), "rise taken for the factor"),
            (_heavy(1_787_733, 33.0, 0.0330), "rise on top of 2022"),
            (_heavy(729_687, 80.86, 0.08086), "rise of the hours left out"),
            (_heavy(795_359, 0.013481, 13.481), "ratios turned over"),
            (_heavy(0.795359, 74.18, 0.07418), "hour in millions"),
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
        "right": [_plants(4_500, 900_000, 50), _plants(4_512, 1_000_000, 67), [4_512, 860_000, 60]],
        "wrong": [
            (_plants(4_500, 0, 50), "no number above zero"),
            (_plants(9_025, 900_000, 30), "no cheap plant left"),
            (_plants(4_500, 1_000, 650), "hours used up"),
            (_plants(4_500, 900_000, 320), "money used up"),
            (_plants(4_500, 150_000, 400), "dear plants stand longer"),
            (_plants(1_000, 900_000, 50), "mean too low"),
        ],
    },
}
