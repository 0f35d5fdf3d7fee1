"""Differences in differences: four means, or one change a firm."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, numbers

COLUMNS = ["treated", "post", "outcome"]


def difference_in_differences(frame: pd.DataFrame) -> pd.Series:
    """Estimate an effect from two groups and two periods, as the interaction in a least-squares regression.

        estimate        d = (ȳ₁₁ − ȳ₁₀) − (ȳ₀₁ − ȳ₀₀),   ȳ with treated first, post second
        standard error  √(SS / (n − 4) · Σ 1 / n_c)

    `frame` has the columns treated and post, each 0 or 1, and outcome. n rows in four cells c of n_c rows; SS is the
    sum of squares of outcomes around the mean of their cell. The p-value is two-sided, from Student's t with n − 4
    degrees of freedom. Each row counts as independent: rows that belong to one firm are not.

    Returns estimate, standard_error, p_value. Raises InputError if a cell is empty or fewer than five rows are given.

    The worked number: README of the package diff-diff; the design as in Card and Krueger (1994).

    >>> rows = {"treated": [1] * 4 + [0] * 4, "post": [0, 0, 1, 1] * 2, "outcome": [10, 11, 15, 18, 9, 10, 12, 13]}
    >>> difference_in_differences(pd.DataFrame(rows)).round(4).tolist()
    [3.0, 1.7321, 0.1583]
    """
    from scipy.stats import t as student

    outcome, cell = _cells(frame)
    counts = np.bincount(cell, minlength=4)
    if (counts == 0).any() or outcome.size < 5:
        raise InputError("frame must have rows in all four cells of treated and post, and five or more in all.")
    means = np.bincount(cell, outcome, minlength=4) / counts
    estimate = (means[3] - means[2]) - (means[1] - means[0])
    freedom = outcome.size - 4
    error = math.sqrt(((outcome - means[cell]) ** 2).sum() / freedom * (1 / counts).sum())
    ratio = abs(estimate) / error if error > 0 else (math.inf if estimate else 0.0)
    values = {"estimate": estimate, "standard_error": error, "p_value": 2 * student.sf(ratio, freedom)}
    return pd.Series(values, name="effect")


def before_after(frame: pd.DataFrame) -> pd.Series:
    """Compute how much the outcome of the treated changed: what a firm's own report compares.

        estimate ȳ₁₁ − ȳ₁₀,   standard error √(SS / (n − 2) · (1 / n₁₁ + 1 / n₁₀))

    `frame` as in `difference_in_differences`; rows that are not treated are ignored. Returns estimate, standard_error
    and p_value (Student's t, n − 2 degrees of freedom), rows taken as independent.

    An ordinary difference of means, with no source of its own.

    >>> rows = {"treated": [1, 1, 1, 1, 0], "post": [0, 0, 1, 1, 1], "outcome": [10, 11, 15, 18, 12]}
    >>> before_after(pd.DataFrame(rows)).round(3).tolist()
    [6.0, 1.581, 0.063]
    """
    outcome, cell = _cells(frame)
    if not ((cell == 2).any() and (cell == 3).any()):
        raise InputError("frame must have treated rows before (post 0) and after (post 1).")
    return difference_of_changes(outcome[cell == 3], outcome[cell == 2])


def difference_of_changes(
    treated: Sequence[float] | npt.NDArray[np.float64] | pd.Series,
    others: Sequence[float] | npt.NDArray[np.float64] | pd.Series,
    equal_spread: bool = True,
) -> pd.Series:
    """Estimate an effect from each firm's own change, where the same firms are seen before and after.

        d = mean(treated) − mean(others)
        standard error  √(SS / (n − 2) · (1 / n₁ + 1 / n₀)),   or  √(s₁² / n₁ + s₀² / n₀)

    `treated` and `others` are changes of the outcome, one a firm; SS is their sum of squares around the group means.
    What is fixed about a firm drops out of its change. With `equal_spread` False each group has a variance s² of its
    own (Welch), and two firms or more. Returns estimate, standard_error and p_value: Student's t with n − 2 degrees of
    freedom, or Welch's. Raises InputError if there are too few firms.

    Sources: Student's test of two means, and Welch's, whose error is that in the table of Card and Krueger (1994).

    >>> difference_of_changes([5, 7], [3, 3]).round(4).tolist()  # the eight numbers, as four firms
    [3.0, 1.0, 0.0955]
    >>> difference_of_changes([1, 2, 6], [0, 1], equal_spread=False).round(4).tolist()
    [2.5, 1.6073, 0.2396]
    """
    from scipy.stats import t as student

    groups = [numbers("treated", treated), numbers("others", others)]
    sizes = np.array([group.size for group in groups])
    if sizes.min() < 1 or sizes.sum() < 3 or (sizes.min() < 2 and not equal_spread):
        raise InputError("treated and others must hold three or more firms in all, with unequal spreads two each.")
    estimate = float(groups[0].mean() - groups[1].mean())
    squares = np.array([((group - group.mean()) ** 2).sum() for group in groups])
    if equal_spread:
        freedom = float(sizes.sum() - 2)
        error = math.sqrt(squares.sum() / freedom * (1 / sizes).sum())
    else:
        parts = squares / (sizes - 1) / sizes
        freedom = float(parts.sum() ** 2 / max((parts**2 / (sizes - 1)).sum(), 1e-300))
        error = math.sqrt(parts.sum())
    ratio = abs(estimate) / error if error > 0 else (math.inf if estimate else 0.0)
    values = {"estimate": estimate, "standard_error": error, "p_value": 2 * student.sf(ratio, freedom)}
    return pd.Series(values, name="effect")


def _cells(frame: pd.DataFrame) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Return the outcomes, and for each the number of its cell: 2 · treated + post."""
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise InputError(f"frame must have the columns {', '.join(COLUMNS)}; missing: {', '.join(missing)}.")
    flags = [_flags(column, frame[column]) for column in COLUMNS[:2]]
    return numbers("outcome", frame["outcome"].to_numpy()), 2 * flags[0] + flags[1]


def _flags(name: str, values: pd.Series) -> npt.NDArray[np.intp]:
    if not values.isin([0, 1]).all():
        raise InputError(f"{name} must be 0 or 1 in every row.")
    return values.to_numpy(dtype=np.intp)
