"""The Price equation: how much of the change of a mean came from its members, and how much from their shares."""

import numpy as np
import pandas as pd

from longwave.checks import InputError, numbers, whole_number

NAMES = ("within", "between", "cross")


def price_parts(shares: pd.DataFrame, values: pd.DataFrame, step: int | None = None) -> pd.Series:
    """Divide the change of a weighted mean over a record into what members did and what their shares did.

        Δz̄ = Σ s·Δz + Σ Δs·(z − z̄) + Σ Δs·Δz

    The three are *within* (members change at their old shares), *between* (shares move towards members that were above
    or below the mean) and *cross* (both at once). Over several steps the parts of the steps are added.

    Args:
        shares: s, one row a time and one column a member; each row is at least 0 and sums to 1.
        values: z, of the same form, in any unit.
        step: How many rows one step takes; it must divide the number of steps. None is one step from end to end.

    Returns:
        within, between, cross, and total, which is the change of the mean whatever the step.

    Raises:
        InputError: if the tables differ in form, a row does not sum to 1, or the step does not fit.

    Source: Price (1970) for the covariance, with the change of members split at old and new shares.

    >>> shares = pd.DataFrame({"A": [0.5, 0.25], "B": [0.5, 0.75]})
    >>> values = pd.DataFrame({"A": [10.0, 9.0], "B": [20.0, 16.0]})
    >>> price_parts(shares, values).tolist()
    [-2.5, 2.5, -0.75, -0.75]
    """
    weights, heights = _table("shares", shares), _table("values", values)
    if not (shares.index.equals(values.index) and shares.columns.equals(values.columns)):
        raise InputError("shares and values must have the same rows and columns.")
    if len(weights) < 2 or weights.min() < 0 or np.abs(weights.sum(axis=1) - 1).max() > 1e-6:
        raise InputError("shares must have two rows or more, each at least 0 and summing to 1.")
    stride = len(weights) - 1 if step is None else whole_number("step", step, minimum=1)
    if (len(weights) - 1) % stride:
        raise InputError(f"step must divide {len(weights) - 1}, the number of steps, and {stride} does not.")
    weights, heights = weights[::stride], heights[::stride]
    moved, changed = np.diff(weights, axis=0), np.diff(heights, axis=0)
    means = (weights * heights).sum(axis=1, keepdims=True)[:-1]
    parts = [weights[:-1] * changed, moved * (heights[:-1] - means), moved * changed]
    sums = dict(zip(NAMES, (float(part.sum()) for part in parts), strict=True))
    return pd.Series({**sums, "total": sum(sums.values())}, name="change", dtype=float)


def _table(name: str, table: pd.DataFrame) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    if not isinstance(table, pd.DataFrame):
        raise InputError(f"{name} must be a table with one row a time and one column a member.")
    return numbers(name, table.to_numpy(float).ravel()).reshape(len(table), -1)
