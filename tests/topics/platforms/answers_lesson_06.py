"""Right and wrong answers to the tasks of lesson 06."""

import math
from fractions import Fraction

from longwave.data import load


def _gap(films=None, other="imdb", divisor=2, among=None, stars="stars_shown", sign=1):
    if films is None:
        films = load("film_scores").query("votes > votes.median()")
    gap = sign * (films[stars] - films[other] / divisor)
    reach = 1.96 * gap.std() / math.sqrt(among or len(gap))
    return {"mean": gap.mean(), "low": gap.mean() - reach, "high": gap.mean() + reach}


def _step_by_step(errors, wrong=0.0):
    for error in errors:
        wrong = wrong * (1 - error) + (1 - wrong) * error
    return wrong


BOTH_WAYS = {
    "06-quiz-hops": {
        "right": [0.32, Fraction(8, 25), 0.2 * 0.8 + 0.8 * 0.2],
        "wrong": [
            (0.4, "errors added"),
            (0.36, "two flips do not cancel"),
            (0.04, "every hand-over must flip"),
            (0.68, "share that arrives right"),
        ],
    },
    "06-quiz-volume": {
        "right": ["c", " C"],
        "wrong": [("a", "volume cures bias"), ("b", "same mixture, same verdict"), ("d", "half must be fake")],
    },
    "06-line-odds": {
        "right": [0.3683154541807585, 0.368315],
        "wrong": [(0.736630908361517, "bad releases only"), (0.5, "no reviews read")],
    },
    "06-quiz-pool": {
        "right": [0.0125 / 0.1025, Fraction(5, 41)],
        "wrong": [
            (0.09 / 0.1025, "part that is kept"),
            (0.25 / 0.34, "noise of one report"),
            (0.0125 / 0.3125, "spread not squared"),
            (0.0125**0.5 / (0.0125**0.5 + 0.3), "nothing squared"),
        ],
    },
    "06-cascade": {
        "right": [_step_by_step, lambda errors: (1 - math.prod(1 - 2 * error for error in errors)) / 2],
        "wrong": [
            (lambda errors: sum(errors), "errors added"),
            (lambda errors: 1 - math.prod(1 - error for error in errors), "two flips do not cancel"),
            (lambda errors: math.prod(errors), "every hand-over must flip"),
            (lambda errors: (1 - (1 - 2 * sum(errors) / len(errors)) ** len(errors)) / 2, "average error at each"),
            (lambda errors: _step_by_step(errors, wrong=errors[0]), "one hand-over too many"),
            (lambda errors: 1 - _step_by_step(errors), "share that arrives right"),
        ],
    },
    "06-tipping": {
        "right": [
            lambda accuracy, softened: 1 - 1 / (2 * accuracy * (1 - softened)),
            lambda accuracy, softened: (accuracy * (1 - softened) - 0.5) / (accuracy * (1 - softened)),
        ],
        "wrong": [
            (lambda accuracy, softened: 0.5, "half must be fake"),
            (lambda accuracy, softened: 1 - 1 / (2 * accuracy), "nobody softens"),
            (lambda accuracy, softened: accuracy * (1 - softened) - 0.5, "fakes on top"),
            (lambda accuracy, softened: 2 * accuracy * (1 - softened) - 1, "share of the honest reviews"),
            (lambda accuracy, softened: 2 - 1 / (accuracy * (1 - softened)), "complaints withheld"),
        ],
    },
    "06-withheld": {
        "right": [0.75, Fraction(3, 4), 1 - 0.2 / 0.8],
        "wrong": [
            (0.8, "share that complains"),
            (0.375, "taken for fakes"),
            (0.6, "share of all reviews"),
            (0.5, "half of the complaints"),
        ],
    },
    "06-rule": {
        "right": [{"reviews": 29, "cut": 0.66}, [40, 0.67], {"cut": 0.66, "reviews": 35}],
        "wrong": [
            ({"reviews": 35, "cut": 66}, "cut in per cent"),
            ({"reviews": 30.5, "cut": 0.66}, "half a review"),
            ({"reviews": 101, "cut": 0.66}, "too many asked"),
            ({"reviews": 39, "cut": 0.5}, "plain majority"),
            ({"reviews": 9, "cut": 0.66}, "too few reviews"),
            ({"reviews": 39, "cut": 0.58}, "cut too low"),
            ({"reviews": 39, "cut": 0.76}, "cut too high"),
        ],
    },
    "06-gap-interval": {
        "right": [_gap(), {name: round(value, 3) for name, value in _gap().items()}],
        "wrong": [
            (_gap(divisor=1), "ten points for five stars"),
            (_gap(films=load("film_scores")), "all films"),
            (_gap(other="mean_in_page", divisor=1), "rounding only"),
            (_gap(among=1), "spread of the films"),
            (_gap(sign=-1), "gap turned round"),
            (_gap(stars="mean_in_page"), "mean in the page"),
            (_gap(films=load("film_scores").query("votes <= votes.median()")), "films with few votes"),
            (_gap(films=load("film_scores").query("votes > votes.mean()")), "above the mean number of votes"),
        ],
    },
    "06-break-odds": {
        "right": [{"reviews": 2000, "praise": 0.39, "complaints": 0.39}, [1500, 0.39, 0.39], [2000, 0.38, 0.4]],
        "wrong": [
            ([1000.5, 0.39, 0.39], "half a review"),
            ([10_001, 0.39, 0.39], "too many reviews"),
            ([2000, 0.45, 0.45], "too much bought"),
            ([2000, 0.78, 0], "only makers buy"),
            ([2000, 0.38, 0.37], "good still ahead"),
            ([2000, 0.3, 0.3], "good still ahead"),
            ([2000, 0.43, 0.35], "one side only"),
            ([101, 0.39, 0.385], "too few reviews"),
        ],
    },
}
