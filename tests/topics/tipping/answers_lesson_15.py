"""Right and wrong answers to the tasks of lesson 15; each wrong one with the mistake that it makes."""

import numpy as np

from longwave.topics.tipping import crossing_time

SHORTEST = crossing_time(2, 1.2, 0.4)


def additions(installed):
    return [max(later - earlier, 0) for earlier, later in zip(installed, installed[1:], strict=False)]


def after(installed):
    added = additions(installed)
    place = added.index(max(added))
    return added[place], added[place + 1 : place + 4]


def by_numpy(installed):
    added = np.diff(np.asarray(installed, dtype=float)).clip(min=0)
    place = int(added.argmax())
    return added[place + 1 : place + 4].min() / added[place]


def by_stocks(installed):
    place = additions(installed).index(max(additions(installed))) + 1
    return min(installed[place + 1 : place + 4]) / installed[place]


def without_floor(installed):
    added = [later - earlier for earlier, later in zip(installed, installed[1:], strict=False)]
    place = added.index(max(added))
    return min(added[place + 1 : place + 4]) / added[place]


def least_over_record(steps, first=1, last=4):
    place = steps.index(max(steps))
    return min(steps[place + first : place + last]) / max(steps)


def begun_at_the_record(installed):
    return least_over_record(additions(installed), 0, 3)


def to_the_end(installed):
    return least_over_record(additions(installed), 1, len(installed))


def with_sizes(installed):
    return least_over_record([abs(step) for step in np.diff(installed).tolist()])


def without_falls(installed):
    return least_over_record([step for step in np.diff(installed).tolist() if step >= 0])


BOTH_WAYS = {
    "15-line-barrier": {
        "right": [0.25, 0.245, 0.2537, np.float64(0.24)],
        "wrong": [
            (13.6, "no logarithm"),
            (0.1084, "base ten"),
            (-15.2, "against the noise itself"),
            (-0.24994, "sign turned"),
            (4.0, "axes exchanged"),
        ],
    },
    "15-quiz-timid": {
        "right": ["c", " C "],
        "wrong": [("a", "timid is cheap"), ("b", "the same work in the end"), ("d", "any small push fails")],
    },
    "15-quiz-power": {
        "right": ["d"],
        "wrong": [
            ("a", "a sure result taken for a strong test"),
            ("b", "more draws taken for more evidence"),
            ("c", "the event taken for the law"),
        ],
    },
    "15-quiz-flow": {
        "right": ["b"],
        "wrong": [
            ("a", "the ridge taken for the whole bill"),
            ("c", "flow and push taken for one"),
            ("d", "the wrong one kept"),
        ],
    },
    "15-dear-height": {
        "right": [3.2, 3.22, 3.221, 3.25, 3.15, 3.3],
        "wrong": [
            (1.9, "below the fold"),
            (2.05, "timid is cheap"),
            (3.0, "stopped short"),
            (3.02, "stopped short"),
            (3.4, "gone past"),
            (8, "bold is always cheap"),
        ],
    },
    "15-cheapest-pulse": {
        "right": [
            {"push": 1.2, "length": SHORTEST},
            {"push": 1.2, "length": 1.576},
            {"push": 1.2, "length": SHORTEST + 0.01},
            [1.19, crossing_time(2, 1.19, 0.4) + 0.005],
        ],
        "wrong": [
            ({"push": 2.0, "length": 1.0}, "outside the limits"),
            ({"push": 1.6, "length": 1.0}, "the base counted twice"),
            ({"push": 0.6, "length": 50.0}, "below the fold"),
            ({"push": 1.2, "length": crossing_time(2, 1.2)}, "the base forgotten"),
            ({"push": 1.2, "length": 1.0}, "released too early"),
            ({"push": 0.8, "length": 6.0}, "timid is cheap"),
            ({"push": 1.2, "length": 3.0}, "held too long"),
        ],
    },
    "15-kept": {
        "right": [
            by_numpy,
            lambda installed: min(after(installed)[1]) / after(installed)[0],
            lambda installed: round(by_numpy(installed), 3),
        ],
        "wrong": [
            (by_stocks, "stocks taken for additions"),
            (lambda installed: 100 * by_numpy(installed), "per cent for share"),
            (lambda installed: by_numpy([0, *installed]), "the first stock taken for an addition"),
            (begun_at_the_record, "the record among the three"),
            (to_the_end, "all later years"),
            (with_sizes, "the size of a fall"),
            (without_falls, "years left out"),
            (lambda installed: sum(after(installed)[1]) / 3 / after(installed)[0], "the mean of three years"),
            (lambda installed: after(installed)[1][-1] / after(installed)[0], "the third year"),
            (lambda installed: after(installed)[1][0] / after(installed)[0], "the first year"),
            (without_floor, "a stock that falls"),
        ],
    },
    "15-flow-cut": {
        "right": [2.93, 2.927, 2.9269788],
        "wrong": [
            (2.7386, "no fold at any feed"),
            (2.7, "no fold at any feed"),
            (2.74, "already fallen"),
            (3, "something to spare"),
            (2.95, "something to spare"),
            (2.9, "already fallen"),
            (0.364, "a feed for a supply"),
        ],
    },
    "15-break-rule": {
        "right": [
            {"size": 250, "window": 5, "kept": 0.018},
            {"size": 500, "window": 2, "kept": 0.1727},
            {"size": 100, "window": 4, "kept": 0.014},
            {"size": 200, "window": 1, "kept": 0.203},
        ],
        "wrong": [
            ({"size": 20, "window": 1, "kept": 0.2}, "outside the limits"),
            ({"size": 300, "window": 2.5, "kept": 0.2}, "outside the limits"),
            ({"size": 300, "window": 1, "kept": 0.201}, "the lesson's own size"),
            ({"size": 1000, "window": 5, "kept": 0.03}, "too few busts"),
            ({"size": 500, "window": 3, "kept": 0.043}, "the rule hardly moves it"),
            ({"size": 200, "window": 1, "kept": 20.3}, "per cent for share"),
            ({"size": 200, "window": 1, "kept": 0.054}, "kept of another rule"),
        ],
    },
}
