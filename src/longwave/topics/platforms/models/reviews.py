"""How often the majority of reviews praises a bad thing, by number of reviews and reader."""

from collections.abc import Callable

import pandas as pd

from longwave.topics.platforms.models.information import channel_cascade, fair_cut, majority_error, reading_errors

MOST_REVIEWS = 10_001
MARKED = 101
COUNTS = (1, 3, 5, 7, 11, 15, 21, 31, 45, 65, MARKED, 151, 201, 301, 501, 751, 1001, 2001, 3001, 5001, MOST_REVIEWS)
FLIP = 0.1


def review_curves(fakes: float, hops: int, accuracy: float, knowing: bool) -> pd.DataFrame:
    """Return how often a bad thing is praised: DataFrame(reader, reviews, wrong).

    The readers are honest (the majority, without fakes and hand-overs), majority, and with `knowing` also one who knows
    the share of fakes and moves the cut.
    """
    flipped = channel_cascade(FLIP, hops)["error"]
    readers: dict[str, Callable[[int], float]] = {
        "honest": lambda count: majority_error(count, accuracy),
        "majority": lambda count: majority_error(count, accuracy, fakes, flipped),
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
