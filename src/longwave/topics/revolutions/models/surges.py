"""What Perez's dates say: how long a surge is installed, turns and is deployed, and how near that is to chance."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from longwave.checks import InputError, whole_number

PHASES = ("irruption", "frenzy", "turning point", "synergy", "maturity")
TURN = "turning point"


def surge_lengths(surges: pd.DataFrame) -> pd.DataFrame:
    """Compute the years of installation, turning point and deployment of each surge, as differences of years.

    Installation runs from the big bang to the first year of the turning point, deployment from the last year of the
    turning point to the last year of maturity.

    Args:
        surges: Columns surge, big_bang_year, phase, first_year and last_year, as in the dataset `perez_surges`.

    Returns:
        By surge: big_bang, installation, turn and deployment, in years; NaN where the surge is still open.

    Raises:
        InputError: if a surge has no turning point.

    Source: Perez (2002), in reposts, for the dates; the sums are ours.

    >>> from longwave.data import load
    >>> surge_lengths(load("perez_surges")).loc[3].to_dict()
    {'big_bang': 1875.0, 'installation': 18.0, 'turn': 2.0, 'deployment': 23.0}
    """
    turns = surges[surges["phase"] == TURN].set_index("surge")
    bang = surges.groupby("surge")["big_bang_year"].first().astype(float)
    missing = sorted(set(bang.index) - set(turns.index))
    if missing:
        raise InputError(f"surge {missing[0]} must have a turning point.")
    first, last = turns["first_year"].astype(float), turns["last_year"].astype(float)
    ripe = surges[surges["phase"] == PHASES[-1]].set_index("surge")["last_year"].astype(float)
    lengths = {"big_bang": bang, "installation": first - bang, "turn": last - first, "deployment": ripe - last}
    return pd.DataFrame(lengths).rename_axis("surge")


def chance_of_likeness(lengths: Sequence[int], largest_difference: int, draws: int, seed: int) -> float:
    """Estimate how often cuts at random make the first parts of several spans as alike as those seen.

    Each span is cut at a whole year, any of them with equal chance. The result is the share of draws in which the
    longest first part exceeds the shortest by no more than `largest_difference`.

    Args:
        lengths: The spans, whole years of at least 2.
        largest_difference: In years, at least 0.
        draws: How often all spans are cut, at least 1.
        seed: Of the generator.

    Raises:
        InputError: if a number is out of its range.

    Source: ours.

    >>> chance_of_likeness([10, 10], largest_difference=8, draws=100, seed=1)
    1.0
    """
    spans = [whole_number("length", length, minimum=2) for length in lengths]
    near = whole_number("largest_difference", largest_difference, minimum=0)
    rng = np.random.default_rng(seed)
    cuts = np.array([rng.integers(1, span, size=whole_number("draws", draws, minimum=1)) for span in spans])
    return float(np.mean(np.ptp(cuts, axis=0) <= near))
