"""Waves that somebody has dated: their lengths, whether the lengths have a trend, and what the next would be."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

FEWEST = 3
Lengths = Sequence[float] | npt.NDArray[np.float64]


def wave_lengths(boundaries: Sequence[float]) -> npt.NDArray[np.float64]:
    """Compute the lengths of waves from the years in which one ends and the next begins, in order.

    Our own construction.

    >>> wave_lengths([1782, 1845, 1892])
    array([63., 47.])
    """
    years = numbers("boundaries", boundaries)
    if len(years) < 2 or (np.diff(years) <= 0).any():
        raise InputError("boundaries must be two or more years, each later than the one before.")
    return np.diff(years)


def dated_waves(datings: pd.DataFrame) -> pd.DataFrame:
    """Return the waves that have a start and an end: DataFrame(author, wave, start, end, length), in years.

    `datings` has the columns of the dataset long_waves. Where an author gives a range of years, its middle is taken.
    Rows that date something else, such as clusters of innovations, and waves without an end are left out.

    Our own construction.

    >>> row = {"author": "A", "wave": 1, "kind": "wave", "start_earliest_year": 1780, "start_latest_year": 1790}
    >>> dated_waves(pd.DataFrame([row | {"end_earliest_year": 1840, "end_latest_year": 1840}]))["length"].tolist()
    [55.0]
    """
    bounds = [f"{end}_{which}_year" for end in ("start", "end") for which in ("earliest", "latest")]
    needed = ["author", "wave", "kind", *bounds]
    if missing := [column for column in needed if column not in datings]:
        raise InputError(f"datings must have the columns {', '.join(needed)}; it lacks {', '.join(missing)}.")
    whole = datings[datings["kind"] == "wave"].dropna(subset=bounds)
    years = whole[bounds].astype(float)
    waves = pd.DataFrame({"author": whole["author"].astype(str), "wave": whole["wave"].astype("int64")})
    waves["start"] = (years[bounds[0]] + years[bounds[1]]) / 2
    waves["end"] = (years[bounds[2]] + years[bounds[3]]) / 2
    return waves.assign(length=waves["end"] - waves["start"]).reset_index(drop=True)


def trends_by_author(waves: pd.DataFrame) -> pd.DataFrame:
    """Test each author's waves for a trend: DataFrame(waves, first, last, slope, p_value), a row for each author.

    `waves` is what `dated_waves` gives. Authors with fewer than three dated waves are left out.

    Our own construction: the test of `trend_in_lengths` for each author.

    >>> waves = pd.DataFrame({"author": ["A", "A", "A"], "wave": [1, 2, 3], "length": [50.0, 40.0, 30.0]})
    >>> trends_by_author(waves).loc["A"].tolist()
    [3.0, 50.0, 30.0, -10.0, 0.0]
    """
    rows = {}
    for author, group in waves.sort_values("wave", kind="stable").groupby("author", sort=False):
        lengths = group["length"].to_numpy()
        if len(lengths) >= FEWEST:
            trend = trend_in_lengths(lengths)
            rows[author] = (len(lengths), lengths[0], lengths[-1], trend["slope"], trend["p_value"])
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["waves", "first", "last", "slope", "p_value"])
    return table.rename_axis("author").astype({"waves": "int64"})


def trend_in_lengths(lengths: Lengths) -> pd.Series:
    """Fit a straight line through the lengths of consecutive waves, and test whether it slopes.

        slope = Σ (i − ī) L_i / Σ (i − ī)²,  t = slope / standard error,  n − 2 degrees of freedom, two-sided

    `lengths` are three or more positive numbers of years. The p value supposes errors that are alike, normal and
    independent of each other. Dated waves break the last: a boundary moved makes one longer and its neighbour shorter.

    An ordinary regression, with no source of its own.

    >>> trend_in_lengths([50, 40, 30]).tolist()  # a perfect line
    [-10.0, 0.0, 0.0]
    >>> trend_in_lengths([50, 50, 50]).tolist()
    [0.0, 0.0, 1.0]
    """
    from scipy.stats import t as student

    slope, error, count = _line(lengths)
    if error == 0:
        chance = 0.0 if slope else 1.0
    else:
        chance = float(2 * student.sf(abs(slope / error), count - 2))
    return pd.Series({"slope": slope, "standard_error": error, "p_value": chance})


def next_length(lengths: Lengths, confidence: float = 0.95) -> pd.Series:
    """Forecast the length of the next wave from the line through the earlier ones, with its prediction interval.

        L̂ ± t · s · √(1 + 1/n + (n + 1 − ī)² / Σ (i − ī)²)

    `confidence` is from 0 to 1, both left out. The interval supposes what `trend_in_lengths` supposes.

    An ordinary prediction interval, with no source of its own.

    >>> next_length([50, 40, 30]).tolist()
    [20.0, 20.0, 20.0]
    """
    from scipy.stats import t as student

    level = number("confidence", confidence, minimum=0, maximum=1)
    if level in (0, 1):
        raise InputError(f"confidence must be strictly between 0 and 1, not {confidence!r}.")
    slope, error, count = _line(lengths)
    spread = _spread(count)
    ahead = (count + 1) / 2
    middle = float(np.mean(lengths) + slope * ahead)
    deviation = error * np.sqrt(spread)
    half = float(student.ppf((1 + level) / 2, count - 2) * deviation * np.sqrt(1 + 1 / count + ahead**2 / spread))
    return pd.Series({"length": middle, "low": middle - half, "high": middle + half})


def _spread(count: int) -> float:
    """Return Σ (i − ī)² for i from 1 to n."""
    return count * (count**2 - 1) / 12


def _line(lengths: Lengths) -> tuple[float, float, int]:
    """Return the slope through the lengths, its standard error, and how many there are."""
    values = numbers("lengths", lengths)
    if (values <= 0).any():
        raise InputError("lengths must be positive numbers of years.")
    count = len(values)
    if count < FEWEST:
        raise InputError(f"lengths must be at least {FEWEST} waves: two are always on a line, so nothing is tested.")
    place = np.arange(count) - (count - 1) / 2
    slope = float(place @ values / _spread(count))
    left = values - values.mean() - slope * place
    scatter = float(left @ left) / (count - 2)
    error = float(np.sqrt(scatter / _spread(count))) if scatter > 1e-18 * float(values @ values) else 0.0
    return slope, error, count
