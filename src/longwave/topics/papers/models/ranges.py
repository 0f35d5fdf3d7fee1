"""Twenty ranges of an invented reader, for the exercise on calibration."""

import pandas as pd

# low, high, truth; the last range but one ends on the truth, which is inside.
_RANGES = (
    (10, 30, 24),
    (100, 200, 310),
    (5, 9, 7.5),
    (40, 60, 38),
    (1, 2, 1.4),
    (300, 500, 860),
    (20, 25, 31),
    (70, 90, 81),
    (0, 15, 12),
    (1000, 1500, 900),
    (3, 4, 3.2),
    (55, 65, 36),
    (12, 20, 26),
    (200, 400, 253),
    (8, 10, 14.1),
    (30, 50, 46),
    (2, 6, 6.3),
    (500, 800, 532),
    (60, 80, 80),
    (15, 25, 18),
)


def ranges_of_a_reader() -> pd.DataFrame:
    """Return the ranges of an invented reader as DataFrame(low, high, truth), each row in its own unit.

    >>> ranges_of_a_reader().shape
    (20, 3)
    """
    return pd.DataFrame(_RANGES, columns=["low", "high", "truth"], dtype=float)
