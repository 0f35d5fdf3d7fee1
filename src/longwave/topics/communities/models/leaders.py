"""Whether the leader of a market gains: how its share moves from one January to the next."""

import numpy as np
import pandas as pd

from longwave.checks import InputError


def leader_changes(shares: pd.DataFrame) -> pd.Series:
    """Compute by how many points the share of each year's leader moves until the next January.

    The leader is whoever has the largest share in January; it stays the one that is followed if another overtakes it
    in the year.

    Args:
        shares: rows with the columns month (such as "2002-01"), browser and percent.

    Returns:
        Points of share, indexed by the year; without the last year, whose end is not known.

    Raises:
        InputError: A column is missing, or there are not two Januaries.

    Source: our own construction.

    >>> rows = [("2002-01", "A", 60), ("2002-01", "B", 40), ("2003-01", "A", 30), ("2003-01", "B", 70)]
    >>> leader_changes(pd.DataFrame(rows, columns=["month", "browser", "percent"])).tolist()
    [-30.0]
    """
    if missing := {"month", "browser", "percent"} - set(shares.columns):
        raise InputError(f"shares must have the columns month, browser and percent; {sorted(missing)} are missing.")
    january = shares[shares["month"].str.endswith("-01")]
    table = january.pivot(index="month", columns="browser", values="percent").fillna(0)
    if len(table) < 2:
        raise InputError("shares must cover two Januaries or more.")
    values = table.to_numpy(dtype=float)
    year, leader = np.arange(len(values) - 1), values[:-1].argmax(axis=1)
    moves = values[year + 1, leader] - values[year, leader]
    return pd.Series(
        moves, index=pd.Index([int(str(month)[:4]) for month in table.index[:-1]], name="year"), name="change"
    )
