"""How often reviews mislead, by number of reviews and reader, and when reading them is worse than not reading."""

from collections.abc import Callable

import pandas as pd

from longwave.topics.platforms.models.information import channel_cascade, fair_cut, majority_error, reading_errors

MOST_REVIEWS = 10_001
MARKED = 101
COUNTS = (1, 3, 5, 7, 11, 15, 21, 31, 45, 65, MARKED, 151, 201, 301, 501, 751, 1001, 2001, 3001, 5001, MOST_REVIEWS)
FLIP = 0.1


def review_curves(fakes: float, hops: int, accuracy: float, knowing: bool) -> pd.DataFrame:
    """Return how often readers are misled: DataFrame(reader, reviews, wrong).

    The readers are honest (the majority on a bad thing, without fakes and hand-overs), majority (on a bad thing),
    either (the majority where half of all things are bad), and with `knowing` also one who knows the share of fakes
    and moves the cut (on a bad thing).
    """
    flipped = channel_cascade(FLIP, hops)["error"]
    readers: dict[str, Callable[[int], float]] = {
        "honest": lambda count: majority_error(count, accuracy),
        "majority": lambda count: majority_error(count, accuracy, fakes, flipped),
        "either": lambda count: float(reading_errors(count, accuracy, fakes, flipped).mean()),
    }
    if knowing:
        cut = fair_cut(accuracy, fakes, flipped)
        readers["knowing"] = lambda count: reading_errors(count, accuracy, fakes, flipped, cut)["bad_praised"]
    return pd.DataFrame(
        [
            {"reader": name, "reviews": count, "wrong": float(wrong(count))}
            for name, wrong in readers.items()
            for count in COUNTS
        ]
    )


def harmful_prior(reviews: int, accuracy: float, fakes: float = 0.0, error: float = 0.0) -> float:
    """Compute from which belief on, that a thing is bad, reading the majority errs more often than not reading.

        reading   p · b + (1 − p) · g       not reading, "bad" held likelier   1 − p
        equal at  p* = (1 − g) / (1 − g + b)

    Args:
        reviews: n ≥ 1, how many are read.
        accuracy: chance that an honest review is right, from 0 to 1.
        fakes: share of reviews that are bought praise, from 0 to 1.
        error: chance that the hand-overs behind the reviews flip one, from 0 to 1.

    Returns:
        p*, a chance from 0 to 1. Where b + g is at most 1, as it is whenever praise is likelier for a good thing, p*
        is at least one half: a reader with even odds never loses by reading. That ends where rivals buy complaints
        about good things, if the shares of bought praise and of bought complaints add up to more than 2 − 1/a.

    Our own algebra: b and g are the two errors of `reading_errors`.

    >>> round(harmful_prior(1, accuracy=0.75), 6)  # b = g = ¼
    0.75
    """
    bad, good = reading_errors(reviews, accuracy, fakes, error)
    return float((1 - good) / (1 - good + bad)) if bad > 0 or good < 1 else 1.0
