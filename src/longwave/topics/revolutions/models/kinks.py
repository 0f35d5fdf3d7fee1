"""Find the year in which a growing series bends, and what a series without a bend would give."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, numbers, whole_number

Floats = npt.NDArray[np.float64]
MARGIN = 10  # years at each end in which no bend is looked for


def best_kink(years: Iterable[float], index: Iterable[float], margin: int = MARGIN) -> pd.Series:
    """Fit two lines that meet, to the logarithm of a series, and return the year where they meet best.

        log y = a + b·t + c·max(0, t − κ) + error;   κ is the year with the least sum of squared errors

    Beside it a smooth rise without any kink is fitted, log y = a + b·t + c·t².

    Args:
        years: Whole years in order, at least 2·margin + 2 of them.
        index: The series, above 0, in any unit.
        margin: Years at each end in which no kink is looked for, at least 1.

    Returns:
        kink (a year), before and after (growth a year, in logs), error and smooth_error (sums of squared errors of the
        kinked and of the smooth fit).

    Raises:
        InputError: if the two differ in length, there are too few, or a value is not above 0.

    Source: least squares over a grid; ours.

    >>> years = range(1700, 1740)
    >>> bend = best_kink(years, [2.0 ** max(0, year - 1715) for year in years])
    >>> bend[["kink", "before", "after"]].round(3).abs().to_dict()
    {'kink': 1715.0, 'before': 0.0, 'after': 0.693}
    """
    time, logs = _checked(years, index, whole_number("margin", margin, minimum=1))
    middle = time - time.mean()
    straight = np.column_stack([np.ones_like(middle), middle])
    fits = {}
    for kink in range(int(time[0]) + margin, int(time[-1]) - margin + 1):
        design = np.column_stack([straight, np.maximum(0, time - kink)])
        fits[kink] = _fitted(design, logs)
    kink = min(fits, key=lambda year: fits[year][1])
    slopes, error = fits[kink]
    smooth = _fitted(np.column_stack([straight, middle**2]), logs)[1]
    found = {"kink": kink, "before": slopes[1], "after": slopes[1] + slopes[2], "error": error, "smooth_error": smooth}
    return pd.Series(found, dtype=float)


def kinks_by_start(series: pd.Series, starts: Iterable[int], last: int) -> pd.DataFrame:
    """Find the best kink in windows that begin in different years and end in the same one.

    Args:
        series: Values above 0, indexed by year.
        starts: First years of the windows.
        last: Last year of all windows.

    Returns:
        By start: middle, the middle year of the window, where the kink of a smooth rise lies; and all that `best_kink`
        returns. The kinked fit has one free number more than the smooth one, its year.

    Source: ours.

    >>> steady = pd.Series({year: 1.0001 ** ((year - 1700) ** 2) for year in range(1700, 1801)})
    >>> kinks_by_start(steady, [1700, 1720], last=1800).loc[1720, ["kink", "middle", "smooth_error"]].to_dict()
    {'kink': 1760.0, 'middle': 1760.0, 'smooth_error': 0.0}
    """
    rows = {}
    for start in starts:
        part = series.loc[start:last]
        rows[start] = {"middle": (start + last) / 2, **best_kink(part.index, part).to_dict()}
    return pd.DataFrame(rows).T.rename_axis("start")


def _fitted(design: Floats, logs: Floats) -> tuple[Floats, float]:
    coefficients: Floats = np.linalg.lstsq(design, logs, rcond=None)[0].astype(np.float64)
    # Rounded, so that two years that fit alike are told apart by their order and not by the last digit.
    return coefficients, round(float(np.sum((logs - design @ coefficients) ** 2)), 9)


def _checked(years: Iterable[float], index: Iterable[float], margin: int) -> tuple[Floats, Floats]:
    time, values = np.array(numbers("years", years)), np.array(numbers("index", index))
    if len(time) != len(values):
        raise InputError(f"index must have {len(time)} values, as years does, not {len(values)}.")
    if len(time) < 2 * margin + 2:
        raise InputError(f"years must be at least {2 * margin + 2}, not {len(time)}.")
    if np.any(values <= 0):
        raise InputError("index must be above 0 throughout.")
    return time, np.log(values)
