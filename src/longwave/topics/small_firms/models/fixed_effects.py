"""A regression with an effect of each firm, and standard errors that let the years of a firm err together."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, numbers


def fixed_effects(panel: pd.DataFrame, outcome: str, regressors: list[str], unit: str) -> pd.DataFrame:
    """Estimate y_it = a_i + x_it b + u_it by least squares, with a level a_i for each unit i of its own.

        b = (X'X)⁻¹ X'y,   y and X less the means of their unit
        ordinary error   from s² (X'X)⁻¹,   s² = Σu² / (n − k − G)
        clustered error  from c (X'X)⁻¹ (Σ_g X_g'u_g u_g'X_g) (X'X)⁻¹,   c = G/(G−1) · (n−1)/(n−k)

    `panel` has a row for each of n pairs of unit and year, k `regressors`, and G units. What is fixed about a unit
    drops out. The ordinary error takes the rows of a unit as independent; the clustered one does not. Its factor c
    leaves the G levels uncounted, as is usual where they lie within the clusters.

    Returns a row for each regressor with estimate, standard_error, p_value (Student's t, n − k − G degrees of freedom),
    clustered_error, clustered_p (G − 1 degrees). Raises InputError if a regressor does not vary within units.

    Source: the estimator within units of any textbook; Bertrand, Duflo and Mullainathan (2004) for the clusters.

    >>> rows = pd.DataFrame({"firm": [1, 1, 2, 2, 3, 3], "help": [0, 1, 0, 1, 0, 0], "y": [5.0, 7, 2, 3, 4, 5]})
    >>> rows["late"] = [0, 1] * 3
    >>> fixed_effects(rows, "y", ["late", "help"], "firm")["estimate"].round(3).tolist()
    [1.0, 0.5]
    """
    from scipy.stats import t as student

    names, units = pd.factorize(panel[unit])
    y = _within(numbers(outcome, panel[outcome].to_numpy())[:, None], names)[:, 0]
    x = _within(np.column_stack([numbers(name, panel[name].to_numpy()) for name in regressors]), names)
    rows, columns, groups = len(y), x.shape[1], len(units)
    if np.linalg.matrix_rank(x) < columns or rows <= columns + groups:
        raise InputError("each regressor must vary within units, and not as the sum of others.")
    inverse = np.linalg.inv(x.T @ x)
    estimate = inverse @ x.T @ y
    left = y - x @ estimate
    freedom = rows - columns - groups
    ordinary = np.sqrt(np.diag(inverse) * (left @ left) / freedom)
    scores = np.zeros((groups, columns))
    np.add.at(scores, names, x * left[:, None])
    factor = groups / (groups - 1) * (rows - 1) / (rows - columns)
    clustered = np.sqrt(np.diag(factor * inverse @ scores.T @ scores @ inverse))
    found = {
        "estimate": estimate,
        "standard_error": ordinary,
        "p_value": 2 * student.sf(np.abs(_ratio(estimate, ordinary)), freedom),
        "clustered_error": clustered,
        "clustered_p": 2 * student.sf(np.abs(_ratio(estimate, clustered)), groups - 1),
    }
    return pd.DataFrame(found, index=pd.Index(regressors, name="regressor"))


def _within(values: npt.NDArray[np.float64], names: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Return values less the mean of their unit."""
    sums = np.zeros((names.max() + 1, values.shape[1]))
    np.add.at(sums, names, values)
    less: npt.NDArray[np.float64] = values - (sums / np.bincount(names)[:, None])[names]
    return less


def _ratio(estimate: npt.NDArray[np.float64], error: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    ratio: npt.NDArray[np.float64] = np.divide(estimate, error, out=np.full_like(estimate, math.inf), where=error > 0)
    return ratio
