"""Waves that somebody has dated: their lengths, whether the lengths have a trend, and what the next would be."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number

FEWEST = 3
MOST_ORDERS = 8  # lengths whose orders are all tried: 40,320 of them
HAIR = 1e-9
DRAWS, SEED = 200_000, 1
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


def date_error_p(lengths: Lengths, draws: int = DRAWS, seed: int = SEED) -> pd.Series:
    """Compute how often errors of the dates alone make waves of one length seem to shrink as much.

        date_i = a + i L + e_i,  so  length_i = L + e_{i+1} − e_i;   t = slope / standard error of `trend_in_lengths`

    A date that is too late makes one wave longer and the next one shorter. Neither L nor the size of the errors
    changes t, so nothing has to be known of them but that they are independent, normal and alike.

    Args:
        lengths: three or more positive numbers of years, in order.
        draws: how many sets of dates are drawn, at least 1.
        seed: of the generator that draws.

    Returns:
        shorter: p of a slope at least as far below zero, which is the claim. either: p of one as far from zero.

    Our own construction.

    >>> found = date_error_p([63, 47, 56, 43])
    >>> bool(found["shorter"] < found["either"])
    True
    """
    slope, error, count = _line(lengths)
    reached = _t_value(slope, error)
    drawn = _date_errors(count, whole_number("draws", draws, minimum=1), seed)
    shorter = np.searchsorted(drawn, reached, side="right") / len(drawn)
    beyond = np.searchsorted(drawn, -abs(reached), side="right") + len(drawn) - np.searchsorted(drawn, abs(reached))
    return pd.Series({"shorter": float(shorter), "either": float(min(1.0, beyond / len(drawn)))})


def permutation_p(lengths: Lengths) -> pd.Series:
    """Compute the share of all orders of these lengths that slope down at least as much, and as much either way.

    Every order is tried, so p is exact and at least 1 / n! downwards, and twice that either way. From three to eight
    positive lengths. It supposes that each order is as likely as any other, which shared dates break.

    An exact permutation test, with no source of its own.

    >>> permutation_p([40, 30, 20]).tolist()  # one order of six, and its mirror image
    [0.16666666666666666, 0.3333333333333333]
    """
    slope, _error, count = _line(lengths)
    if count > MOST_ORDERS:
        raise InputError(f"lengths must be at most {MOST_ORDERS} waves: the orders of more are too many to try.")
    place = np.arange(count) - (count - 1) / 2
    slopes = np.array(list(permutations(numbers("lengths", lengths)))) @ place / _spread(count)
    shorter, either = (slopes <= slope + HAIR).mean(), (np.abs(slopes) >= abs(slope) - HAIR).mean()
    return pd.Series({"shorter": float(shorter), "either": float(either)})


def shrinking_tests(waves: pd.DataFrame, draws: int = DRAWS, seed: int = SEED) -> pd.DataFrame:
    """Test each author's waves for shrinking in six ways: a row for each author, two columns for each way.

    The ways are the levels of the columns, each with the p of `shorter` and of `either`:

        line         t of the line through the lengths, against Student's t
        date errors  the same t, against errors of the dates
        bend         t of i² in a parabola through the dates, against Student's t
        scatter      slope over the scatter of the dates about their line, against errors of the dates
        plugged in   slope, against errors of the dates that are as large as that scatter
        orders       slope, against all orders of the lengths

    `waves` is what `dated_waves` gives. Authors with fewer than three whole waves are left out.

    Our own construction.

    >>> rows = {"author": ["A"] * 4, "wave": [1, 2, 3, 4], "length": [60.0, 52.0, 47.0, 41.0]}
    >>> shrinking_tests(pd.DataFrame(rows), draws=100).loc["A", "orders"].round(3).tolist()
    [0.042, 0.083]
    """
    rows = {}
    for author, group in waves.sort_values("wave", kind="stable").groupby("author", sort=False):
        lengths = group["length"].to_numpy()
        if len(lengths) >= FEWEST:
            rows[author] = _six_ways(lengths, whole_number("draws", draws, minimum=1), seed)
    return pd.DataFrame(rows).T.rename_axis("author")


def turning_shift(boundaries: Sequence[float], place: int, level: float = 0.05, most: int = 30) -> int | None:
    """Return by how many years one date must move until the waves change sides of `level`, or None within `most`.

    The p is that of `date_error_p` for shorter waves. `boundaries` are the years in which a wave ends and the next
    begins, `place` counts them from 0. The shortest shift is returned, later years (above 0) before earlier ones.

    Our own construction.

    >>> turning_shift([1790, 1848, 1896, 1935, 1972], place=3)
    -5
    """
    years = numbers("boundaries", boundaries)
    spot = whole_number("place", place, minimum=0, maximum=len(years) - 1)
    side = date_error_p(wave_lengths(years.tolist()))["shorter"] < level
    for shift in (sign * step for step in range(1, whole_number("most", most, minimum=1) + 1) for sign in (1, -1)):
        moved = years.copy()
        moved[spot] += shift
        if (np.diff(moved) > 0).all() and (date_error_p(np.diff(moved))["shorter"] < level) != side:
            return shift
    return None


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


def _t_value(slope: float, error: float) -> float:
    """Return slope / error; a perfect line has no error, and its t is without end."""
    if error == 0:
        return float(np.sign(slope) * np.inf) if slope else 0.0
    return slope / error


@lru_cache(maxsize=16)
def _drawn_dates(count: int, draws: int, seed: int) -> npt.NDArray[np.float64]:
    """Return errors of the dates of so many waves, a row for each draw."""
    return np.random.default_rng(seed).standard_normal((draws, count + 1))


@lru_cache(maxsize=16)
def _date_errors(count: int, draws: int, seed: int) -> npt.NDArray[np.float64]:
    """Return t for equal waves whose dates err, sorted."""
    lengths = np.diff(_drawn_dates(count, draws, seed), axis=1)
    place = np.arange(count) - (count - 1) / 2
    slopes = lengths @ place / _spread(count)
    left = lengths - lengths.mean(axis=1, keepdims=True) - slopes[:, None] * place
    errors = np.sqrt((left**2).sum(axis=1) / (count - 2) / _spread(count))
    return np.sort(slopes / errors)


def _six_ways(lengths: npt.NDArray[np.float64], draws: int, seed: int) -> pd.Series:
    from scipy.stats import t as student

    slope, error, count = _line(lengths)
    dates = np.concatenate([[0.0], np.cumsum(lengths)])
    errors = _drawn_dates(count, draws, seed)
    slopes = np.diff(errors, axis=1) @ (np.arange(count) - (count - 1) / 2) / _spread(count)
    scatter = _scatter(dates[None, :], 1)[0]
    bend = _bend(dates)
    drawn = {"scatter": (slope / scatter, slopes / _scatter(errors, 1)), "plugged in": (slope, slopes * scatter)}
    ways: dict[tuple[str, str], float] = {}
    for way, value in (("line", _t_value(slope, error)), ("bend", bend)):
        ways[way, "shorter"] = float(student.cdf(value, count - 2))
        ways[way, "either"] = float(2 * student.sf(abs(value), count - 2))
    for way, (value, chance) in drawn.items():
        ways[way, "shorter"] = float((chance <= value).mean())
        ways[way, "either"] = float((np.abs(chance) >= abs(value)).mean())
    for way, found in (("date errors", date_error_p(lengths, draws, seed)), ("orders", permutation_p(lengths))):
        ways |= {(way, str(side)): float(p) for side, p in found.items()}
    order = ("line", "date errors", "bend", "scatter", "plugged in", "orders")
    return pd.Series({(way, side): ways[way, side] for way in order for side in ("shorter", "either")})


def _scatter(dates: npt.NDArray[np.float64], degree: int) -> npt.NDArray[np.float64]:
    """Return the deviation of each row of dates about its polynomial, errors counted for what was fitted."""
    count = dates.shape[1]
    basis = np.linalg.qr(np.vander(np.arange(count), degree + 1))[0]
    left = dates - dates @ basis @ basis.T
    deviation: npt.NDArray[np.float64] = np.sqrt((left**2).sum(axis=1) / (count - degree - 1))
    return deviation


def _bend(dates: npt.NDArray[np.float64]) -> float:
    """Return t of the square term in a parabola through the dates."""
    place = np.arange(len(dates)) - (len(dates) - 1) / 2
    square = place**2 - (place**2).mean()
    size = float(np.sqrt(square @ square))
    bend = float(square @ dates) / size
    scatter = float(_scatter(dates[None, :], 2)[0])
    return _t_value(bend, scatter if scatter > 1e-9 * float(np.abs(dates).max()) else 0.0)
