"""Right and wrong answers to the tasks of lab 33."""


def _moved(years, spans, shift):
    total = 0
    for place, year in enumerate(years):
        if 0 <= place + shift < len(spans):
            start, end = spans[place + shift]
            total += start <= year <= end
    return total


def _by_column(years, spans, shift):
    homes = [(column - shift, span) for column, span in enumerate(spans)]
    return len([1 for place, (low, high) in homes if 0 <= place < len(years) and low <= years[place] <= high])


def _wrapped(years, spans, shift):
    return sum(
        spans[(n + shift) % len(spans)][0] <= y <= spans[(n + shift) % len(spans)][1] for n, y in enumerate(years)
    )


def _wrapped_left(years, spans, shift):
    inside = [(year, place + shift) for place, year in enumerate(years) if place + shift < len(spans)]
    return sum(spans[place][0] <= year <= spans[place][1] for year, place in inside)


def _strict(years, spans, shift):
    pairs = [(y, spans[n + shift]) for n, y in enumerate(years) if 0 <= n + shift < len(spans)]
    return sum(low < y < high for y, (low, high) in pairs)


BOTH_WAYS = {
    "33-quiz-first-look": {
        "right": [[4, 5], (5, 4), {"first": 5, "second": 4}],
        "wrong": [
            ([5, 5], "one row given twice"),
            ([4, 14], "no such row"),
            ([5, 11], "lands under the name of lands"),
            ([4, 13], "cell cut short"),
            ([9, 4], "cell cut short"),
            ([4, 2], "wording, not place"),
            ([5, 12], "row in order"),
        ],
    },
    "33-line-gain": {
        "right": [4, 4.0],
        "wrong": [
            (5, "the best score itself"),
            (1, "the printed score"),
            (3, "the whole row moved"),
            (-4, "difference turned round"),
        ],
    },
    "33-quiz-anchor": {
        "right": ["c", "C"],
        "wrong": [
            ("a", "evidence counted twice"),
            ("b", "fit taken for proof"),
            ("d", "agreement taken for refutation"),
        ],
    },
    "33-quiz-clock": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "a right row thought safe"),
            ("c", "score thought to know the clock"),
            ("d", "tie expected"),
        ],
    },
    "33-quiz-shift": {
        "right": [3, 3.0],
        "wrong": [
            (1, "row left where it is"),
            (2, "cells counted, not years"),
            (4, "cell cut open"),
            (0, "row moved the wrong way"),
        ],
    },
    "33-find-slip": {
        "right": [{"row": 3, "shift": 2}, [3, 2]],
        "wrong": [
            ({"row": 4, "shift": 1}, "wrong date taken for a slip"),
            ([3, -2], "the slip, not the repair"),
            ([3, 1], "too short a move"),
            ([2, 2], "row counted from zero"),
        ],
    },
    "33-at-home": {
        "right": [_moved, _by_column],
        "wrong": [
            (_wrapped, "wrapped round the edge"),
            (_wrapped_left, "wrapped round the edge"),
            (lambda years, spans, shift: _moved(years, spans, -shift), "moved the other way"),
            (_strict, "ends of a span left out"),
            (lambda years, spans, shift: _moved(years, spans, 0), "shift left out"),
        ],
    },
    "33-alarm-share": {
        "right": [0.455, 0.46, 0.45, 0.412, 0.446],
        "wrong": [
            (0.343, "real numbers, not whole years"),
            (0.391, "largest error left out"),
            (0.545, "share without an alarm"),
            (45.5, "per cent, not a share"),
            (1, "ties counted as alarms"),
            (0, "dates without an error"),
            (0.514, "the mean gain"),
        ],
    },
    "33-overtake": {
        "right": [{"united_states": 1935, "germany": 1991}, [1935, 1991], (1935.0, 1991.0)],
        "wrong": [
            ([1880, 1970], "the first year ahead"),
            ([1934, 1990], "the last year behind"),
            ([1991, 1935], "the two exchanged"),
            ([1935, 1970], "one country by its first year"),
            ([1880, 1991], "the other country by its first year"),
        ],
    },
    "33-break-year": {
        "right": [{"entry": 3, "year": 1850}, [3, 1850], (3.0, 1850.0)],
        "wrong": [
            ([6, 1990], "no such entry"),
            ([4, 1940], "larger change than needed"),
            ([3, 1840], "larger change than needed"),
            ([4, 1911], "tie, not alone"),
            ([3, 1869], "tie, not alone"),
        ],
    },
}
