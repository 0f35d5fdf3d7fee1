"""Score a table's defence: that its lands show where a revolution spread later, by one lag for all of them."""

import math
from collections.abc import Iterable, Sequence

import pandas as pd

from longwave.topics.revolutions.models.table import Span, cut_scores


def lag_scores(
    years: Sequence[float | None], spans: Sequence[Span], lags: Iterable[int], until: float = math.inf
) -> pd.DataFrame:
    """Count the years at home of every cut of a row, if each year is moved later by one and the same lag.

    Args:
        years: The year of each entry in the order of the row, None where it has no date.
        spans: (start, end) of each column, as in `years_at_home`.
        lags: Years by which every dated entry is moved, below 0 for earlier.
        until: The last year that counts. An entry moved beyond it is at home nowhere, as nobody can have seen it there.

    Returns:
        One row a lag and one column a cut, such as "2|1", in counts of years at home.

    Raises:
        InputError: if there are fewer entries than columns.

    Source: ours.

    >>> lag_scores([1771, 1829, 1880], spans=[(1750, 1850), (1870, 1910)], lags=[0, 30]).to_dict("index")
    {0: {'1|2': 2, '2|1': 3}, 30: {'1|2': 2, '2|1': 2}}
    >>> int(lag_scores([1771, 1971], [(1750, 1850), (2001, math.inf)], lags=[65], until=2025).loc[65, "1|1"])
    1
    """

    def moved(year: float | None, lag: int) -> float | None:
        return None if year is None or year + lag > until else year + lag

    rows = {lag: cut_scores([moved(year, lag) for year in years], spans) for lag in lags}
    return pd.DataFrame(rows).T.sort_index(axis=1).rename_axis("lag")
