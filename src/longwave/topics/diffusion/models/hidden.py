"""A record whose last years are hidden, and what its first years say of them."""

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from longwave.data import load
from longwave.topics.diffusion.models.bass import bass
from longwave.topics.diffusion.models.forecasts import market_profile, nearly_as_good

AHEAD, FEWEST, MOST = 3, 5, 12  # years between the last one seen and the target; the fewest and the most seen
LAST_YEAR = 15
SOLAR = "photovoltaics"


class Hidden(NamedTuple):
    """What is drawn of a record: how much is seen, the target, the index, the paths of the fits, and the profile."""

    seen: int
    target: int
    record: pd.Series
    paths: pd.DataFrame
    profile: pd.DataFrame


@lru_cache(maxsize=8)
def sales_record(product: str) -> pd.Series:
    """Return what was sold or added each year: a Series indexed by year of the record, 1 … n, at most 15 years.

    `product` is one of `bass_sales`, in its unit, or "photovoltaics", additions to the world's stock in MW from 2001.
    """
    if product == SOLAR:
        sales = load("photovoltaics_world")["installed_mw"].dropna().diff().dropna().to_numpy(dtype=float)
    else:
        table = load("bass_sales")
        sales = table.loc[table["product"] == product, "adoptions"].to_numpy(dtype=float)
    kept = sales[:LAST_YEAR]
    return pd.Series(kept, index=pd.RangeIndex(1, len(kept) + 1), name=product)


@lru_cache(maxsize=32)
def hidden_fit(product: str, seen: int) -> Hidden:
    """Return a record with `seen` years known, or as many as leave three to be forecast if it is a short one.

    The index is 100 in the largest year seen, so that the scale says nothing about the years to come.
    """
    record = sales_record(product)
    known = min(seen, len(record) - AHEAD)
    index = 100 * record / record.iloc[:known].max()
    profile = market_profile(index.iloc[:known], AHEAD)
    years = range(1, LAST_YEAR + 1)
    curves = pd.DataFrame(
        {
            place: bass(row["innovation"], row["imitation"], row["market_size"], LAST_YEAR)["adopters"]
            for place, row in nearly_as_good(profile).to_dict("index").items()
        },
        index=years,
    )
    best = curves[profile["error"].idxmin()]
    paths = pd.DataFrame({"best": best, "low": curves.min(axis=1), "high": curves.max(axis=1)})
    return Hidden(known, known + AHEAD, index, paths, profile)
