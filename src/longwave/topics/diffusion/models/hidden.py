"""A record whose last years are hidden, and what its first years say of them."""

from functools import lru_cache

import pandas as pd

from longwave.data import load
from longwave.topics.diffusion.models.bass import bass
from longwave.topics.diffusion.models.forecasts import market_profile, nearly_as_good

AHEAD, FEWEST, MOST = 3, 5, 9  # years between the last one seen and the target; the fewest and the most seen


LAST_YEAR = 13


@lru_cache(maxsize=4)
def sales_record(product: str) -> pd.Series:
    """Return the yearly sales of a product: a Series indexed by year of the record, 1 … n."""
    table = load("bass_sales")
    sales = table.loc[table["product"] == product, "adoptions"].to_numpy(dtype=float)
    return pd.Series(sales, index=pd.RangeIndex(1, len(sales) + 1), name=product)


@lru_cache(maxsize=32)
def hidden_fit(product: str, seen: int) -> tuple[int, pd.Series, pd.DataFrame, pd.DataFrame]:
    """Return the target year, the record as an index, the paths of the fits, and the profile, with `seen` years known.

    The index is 100 in the largest year seen, so that the scale says nothing about the years to come.
    """
    record = sales_record(product)
    target = min(seen + AHEAD, len(record))
    index = 100 * record / record.iloc[:seen].max()
    profile = market_profile(index.iloc[:seen], target - seen)
    years = range(1, LAST_YEAR + 1)
    curves = pd.DataFrame(
        {
            place: bass(row["innovation"], row["imitation"], row["market_size"], LAST_YEAR)["adopters"]
            for place, row in nearly_as_good(profile).to_dict("index").items()
        },
        index=years,
    )
    best = curves[profile["error"].idxmin()]
    return target, index, pd.DataFrame({"best": best, "low": curves.min(axis=1), "high": curves.max(axis=1)}), profile
