"""Right and wrong answers to the tasks of lesson 23; each wrong one with the mistake that it makes."""

from longwave.topics.small_firms import store_jobs


def compared(jobs):
    low, high = jobs.loc[jobs.start_wage == 4.25, "change"].mean(), jobs.loc[jobs.start_wage >= 5, "change"].mean()
    return {"low": low, "high": high, "estimate": low - high}


def both_states():
    return compared(store_jobs())


def part_timers():
    return compared(store_jobs(1).query("new_jersey == 1"))


def panel(earlier, before, after, without, treated=(1, 1, 1, 0, 0, 0)):
    names = ["A", "B", "C", "D", "E", "F"][: len(treated)]
    columns = {"earlier": earlier, "before": before, "after": after, "without": without}
    return {"firm": names, "treated": list(treated), **{name: list(values) for name, values in columns.items()}}


FLAT = [10] * 6
OTHERS_LOSE = panel(FLAT, FLAT, [10] * 3 + [7] * 3, FLAT)
ORDER = panel([20, 21, 22, 30, 31, 32], [21, 22, 23, 31, 32, 33], [27, 28, 29, 34, 35, 36], [27, 28, 29, 34, 35, 36])

BOTH_WAYS = {
    "23-quiz-reports": {
        "right": ["b", "B "],
        "wrong": [
            ("a", "before–after is effect"),
            ("c", "no comparison, so no effect"),
            ("d", "the others stood still"),
        ],
    },
    "23-quiz-means": {
        "right": [7, 12 - 5],
        "wrong": [
            (12, "before–after is effect"),
            (3, "levels compared"),
            (-7, "order reversed"),
            (17, "changes added"),
            (5, "the others' change"),
            (-4, "levels before compared"),
        ],
    },
    "23-quiz-placebo": {
        "right": ["c"],
        "wrong": [
            ("a", "trend taken for hidden"),
            ("b", "bad year taken for hidden"),
            ("d", "fixed gap taken for a fault"),
        ],
    },
    "23-line-effect": {
        "right": [2.7536, 2.75, (21.03 - 20.44) - (21.17 - 23.33)],
        "wrong": [
            (0.588, "before–after is effect"),
            (-0.138, "levels compared"),
            (-2.754, "order reversed"),
            (-1.578, "changes added"),
            (-2.166, "the others' change"),
        ],
    },
    "23-break-even": {
        "right": [23.0, 22.99, 200 / 8.7],
        "wrong": [
            (11.5, "the match left out"),
            (5.75, "the match halves the share"),
            (77.0, "share that may be false"),
            (87, "the ratio as a share"),
        ],
    },
    "23-stores": {
        "right": [
            {"low": 1.205, "high": -2.157, "estimate": 3.362},
            {"estimate": 3.36, "high": -2.16, "low": 1.2},
        ],
        "wrong": [
            (both_states(), "both states"),
            (part_timers(), "part-timers as full"),
            (compared(store_jobs(0).query("new_jersey == 1")), "part-timers left out"),
            ({"low": 1.04, "high": -2.38, "estimate": 3.42}, "managers left out"),
            ({"low": 1.32, "high": -2.04, "estimate": 3.36}, "unmatched restaurants kept"),
            ({"low": 1.2, "high": -4.85, "estimate": 6.05}, "above five only"),
            ({"low": -2.157, "high": 1.205, "estimate": -3.362}, "groups swapped"),
            ({"low": -2.157, "high": 1.205, "estimate": 3.362}, "means swapped"),
            ({"low": 1.205, "high": -2.157, "estimate": -3.362}, "order reversed"),
            ({"low": 1.205, "high": -2.157, "estimate": -0.952}, "changes added"),
        ],
    },
    "23-break-grants": {
        "right": [410565, 410565.0],
        "wrong": [
            (418168, "the firm that props it up"),
            (410523, "another firm"),
            (419242, "another firm"),
            (3, "a place in a list"),
        ],
    },
    "23-trend": {
        "right": [
            lambda trend, before, after: trend * (before + after) / 2,
            lambda trend, before, after: trend * ((after - 1) / 2 + (before - 1) / 2 + 1),
        ],
        "wrong": [
            (lambda trend, before, after: trend * after, "years after only"),
            (lambda trend, before, after: trend * (before + after), "whole span"),
            (lambda trend, before, after: trend * (before + after - 1), "first to last year"),
            (lambda trend, before, after: trend * (after + 1) / 2, "last year before only"),
        ],
    },
    "23-worth": {
        "right": [{"joiner": 3, "all": 0}, {"all": 50 * 3 - 150.0, "joiner": 4 - 1}],
        "wrong": [
            ({"joiner": 5, "all": 100}, "loss of the others added"),
            ({"joiner": 4, "all": 50}, "estimate taken for the truth"),
            ({"joiner": 4, "all": 200}, "estimate taken for the truth, and another sum"),
            ({"joiner": 3, "all": -150}, "joiners left out"),
            ({"joiner": 3, "all": 150}, "the others left out"),
        ],
    },
    "23-empty": {
        "right": [OTHERS_LOSE, ORDER],
        "wrong": [
            (panel([10] * 4, [10] * 4, [13, 13, 10, 10], [13, 13, 10, 10], (1, 1, 0, 0)), "not two groups"),
            (panel(FLAT, FLAT, [13] * 3 + [10] * 3, FLAT), "the effect is real"),
            (panel(FLAT, FLAT, [10] * 3 + [8] * 3, FLAT), "the estimate is another"),
            (
                panel(FLAT, [13] * 3 + [10] * 3, [16] * 3 + [10] * 3, [16] * 3 + [10] * 3),
                "the placebo test sees it",
            ),
        ],
    },
}
