"""Waves that somebody has dated: their lengths, whether a line through them slopes, and what the next would be."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers

FEWEST = 3
Array = npt.NDArray[np.float64]
Lengths = Sequence[float] | Array


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

    slope, error, count = fitted_line(lengths)
    if error == 0:
        chance = 0.0 if slope else 1.0
    else:
        chance = float(2 * student.sf(abs(slope / error), count - 2))
    return pd.Series({"slope": slope, "standard_error": error, "p_value": chance})


def next_length(lengths: Lengths, confidence: float = 0.95) -> pd.Series:
    """Forecast the length of the next wave if dates err: a parabola through the dates, less the last of them.

        date_i = a + b i + c i² + e_i;   L̂ = x'β̂ − date_n ± t · s · √(1 + x'(X'X)⁻¹x),  x = (1, n + 1, (n + 1)²)

    Waves that get shorter by the same number of years have dates on a parabola. `lengths` are three or more, and
    `confidence` is from 0 to 1, both left out. The interval supposes that the dates err alike and independently.

    An ordinary prediction interval, with no source of its own.

    >>> next_length([50, 40, 30]).round(6).tolist()
    [20.0, 20.0, 20.0]
    """
    from scipy.stats import t as student

    level = number("confidence", confidence, minimum=0, maximum=1)
    if level in (0, 1):
        raise InputError(f"confidence must be strictly between 0 and 1, not {confidence!r}.")
    _slope, _error, count = fitted_line(lengths)
    dates = np.concatenate([[0.0], np.cumsum(lengths)])
    sides = np.vander(np.arange(count + 1), 3).astype(float)
    ahead = np.vander([count + 1], 3).astype(float)[0] @ np.linalg.pinv(sides)
    middle = float(ahead @ dates - dates[-1])
    scatter = float(scatter_of(dates[None, :], 2)[0])
    half = float(student.ppf((1 + level) / 2, count - 2) * scatter * np.sqrt(1 + ahead @ ahead))
    return pd.Series({"length": middle, "low": middle - half, "high": middle + half})


def spread_of(count: int) -> float:
    """Return Σ (i − ī)² for i from 1 to `count`, n.

    >>> spread_of(3)
    2.0
    """
    return count * (count**2 - 1) / 12


def fitted_line(lengths: Lengths) -> tuple[float, float, int]:
    """Return the slope through the lengths, its standard error, and how many there are, as in `trend_in_lengths`.

    >>> fitted_line([50, 40, 30])
    (-10.0, 0.0, 3)
    """
    values = numbers("lengths", lengths)
    if (values <= 0).any():
        raise InputError("lengths must be positive numbers of years.")
    count = len(values)
    if count < FEWEST:
        raise InputError(f"lengths must be at least {FEWEST} waves: two are always on a line, so nothing is tested.")
    place = np.arange(count) - (count - 1) / 2
    slope = float(place @ values / spread_of(count))
    left = values - values.mean() - slope * place
    scatter = float(left @ left) / (count - 2)
    error = float(np.sqrt(scatter / spread_of(count))) if scatter > 1e-18 * float(values @ values) else 0.0
    return slope, error, count


def t_value(slope: float, error: float) -> float:
    """Return slope / error; a perfect line has no error, and its t is without end.

    >>> t_value(-10.0, 0.0), t_value(0.0, 0.0)
    (-inf, 0.0)
    """
    if error == 0:
        return float(np.sign(slope) * np.inf) if slope else 0.0
    return slope / error


def scatter_of(dates: npt.NDArray[np.float64], degree: int) -> npt.NDArray[np.float64]:
    """Return the deviation of each row of dates about its polynomial, errors counted for what was fitted.

    `dates` are years, a set a row, and `degree` is that of the polynomial.

    >>> scatter_of(np.array([[0.0, 50.0, 90.0, 120.0]]), 2).round(9).tolist()
    [0.0]
    """
    count = dates.shape[1]
    basis = np.linalg.qr(np.vander(np.arange(count), degree + 1))[0]
    left = dates - dates @ basis @ basis.T
    deviation: npt.NDArray[np.float64] = np.sqrt((left**2).sum(axis=1) / (count - degree - 1))
    return deviation
