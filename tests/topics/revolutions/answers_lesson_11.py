"""Right and wrong answers to the tasks of lesson 11."""


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


def _strict(years, spans, shift):
    pairs = [(y, spans[n + shift]) for n, y in enumerate(years) if 0 <= n + shift < len(spans)]
    return sum(low < y < high for y, (low, high) in pairs)


BOTH_WAYS = {
    "11-quiz-first-look": {
        "right": [[4, 5, 11], (11, 4, 5), {"first": 5, "second": 4, "third": 11}],
        "wrong": [
            ([4, 5, 5], "one row given twice"),
            ([4, 5, 13], "cell cut short"),
            ([4, 2, 11], "wording, not place"),
            ([4, 5, 12], "row in order"),
        ],
    },
    "11-quiz-eras": {
        "right": ["b", " B"],
        "wrong": [
            ("a", "columns are eras"),
            ("c", "column taken for a leader's turn"),
            ("d", "column taken for one wave"),
        ],
    },
    "11-quiz-shift": {
        "right": [3, 3.0],
        "wrong": [(1, "row left where it is"), (4, "cell cut open"), (0, "row moved the wrong way")],
    },
    "11-quiz-anchor": {
        "right": ["c", "C"],
        "wrong": [
            ("a", "evidence counted twice"),
            ("b", "fit taken for proof"),
            ("d", "agreement taken for refutation"),
        ],
    },
    "11-find-slip": {
        "right": [{"row": 3, "shift": 2}, [3, 2]],
        "wrong": [
            ({"row": 4, "shift": 1}, "wrong date taken for a slip"),
            ([3, -2], "the slip, not the repair"),
            ([3, 1], "too short a move"),
        ],
    },
    "11-at-home": {
        "right": [_moved, _by_column],
        "wrong": [
            (_wrapped, "wrapped round the edge"),
            (lambda years, spans, shift: _moved(years, spans, -shift), "moved the other way"),
            (_strict, "ends of a span left out"),
            (lambda years, spans, shift: _moved(years, spans, 0), "shift left out"),
        ],
    },
    "11-best-cut": {
        "right": [{"first": 2, "second": 3, "third": 2}, [2, 3, 2]],
        "wrong": [
            ([2, 3, 1], "entries lost or doubled"),
            ([3, 3, 1], "cut as printed"),
            ([2, 2, 3], "cut into equal parts"),
        ],
    },
    "11-idle-years": {
        "right": [2, 2.0],
        "wrong": [
            (0, "every year thought needed"),
            (1, "one at a time"),
            (3, "years that stay"),
            (4, "one year thought enough"),
        ],
    },
    "11-eras": {
        "right": [{"uncovered": 1, "shared": 11}, [1, 11]],
        "wrong": [
            ({"uncovered": 2, "shared": 10}, "an end left out"),
            ({"uncovered": 4, "shared": 22}, "phases, not surges"),
            ([11, 1], "the two exchanged"),
        ],
    },
}
