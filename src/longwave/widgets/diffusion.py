"""Panel of lesson 12: commit a range for a year that is hidden, then look."""

from functools import lru_cache

import pandas as pd

from longwave.charts.forecast import HIGHEST_INDEX, LAST_YEAR, forecast_chart
from longwave.data import load
from longwave.i18n import _
from longwave.models.bass import bass
from longwave.models.forecasts import market_profile, nearly_as_good
from longwave.widgets.controls import choice, slider
from longwave.widgets.panel import Panel

AHEAD, FEWEST, MOST = 3, 5, 9


@lru_cache(maxsize=4)
def sales_record(product: str) -> pd.Series:
    """Return the yearly sales of a product: a Series indexed by year of the record, 1 … n."""
    table = load("bass_sales")
    sales = table.loc[table["product"] == product, "adoptions"].to_numpy(dtype=float)
    return pd.Series(sales, index=pd.RangeIndex(1, len(sales) + 1), name=product)


@lru_cache(maxsize=32)
def hidden_fit(product: str, seen: int) -> tuple[int, pd.Series, pd.DataFrame, pd.DataFrame]:
    """Return the target year, the record as an index, the paths of the fits, and the profile, with `seen` years known.

    The index is 100 in the largest year seen, so that the scale tells nothing about the years to come.
    """
    record = sales_record(product)
    target = min(seen + AHEAD, len(record))
    index = 100 * record / record.iloc[:seen].max()
    profile = market_profile(index.iloc[:seen], target - seen)
    years = range(1, LAST_YEAR + 1)
    curves = pd.DataFrame(
        {
            row.Index: bass(row.innovation, row.imitation, row.market_size, LAST_YEAR)["adopters"]
            for row in nearly_as_good(profile).itertuples()
        },
        index=years,
    )
    best = curves[profile["error"].idxmin()]
    return target, index, pd.DataFrame({"best": best, "low": curves.min(axis=1), "high": curves.max(axis=1)}), profile


def forecast_panel() -> Panel:
    """Return the panel of the hidden future: the product, the years seen, the reader's range, and the reveal."""

    def draw(product: str, seen: int, low: int, high: int, reveal: bool):
        target, index, paths, profile = hidden_fit(product, seen)
        return forecast_chart(index, seen, target, paths, profile, (low, high), reveal)

    products = {
        _("room air conditioners, 1949"): "Room air conditioners",
        _("clothes dryers, 1949"): "Clothes dryers",
        _("video recorders, 1980"): "VCR",
    }
    controls = {
        "product": choice(_("Record from"), "", products, "Room air conditioners"),
        "seen": slider(_("Years seen"), "", FEWEST, MOST, 1, FEWEST),
        "low": slider(_("Your low end"), "l", 0, HIGHEST_INDEX, 5, 0),
        "high": slider(_("Your high end"), "u", 0, HIGHEST_INDEX, 5, HIGHEST_INDEX),
        "reveal": choice(_("The later years"), "", {_("hidden"): False, _("shown"): True}, False),
    }
    presets = {
        _("One year more"): {"product": "Room air conditioners", "seen": 6, "reveal": False},
        _("Video recorders, before the peak"): {"product": "VCR", "seen": 5, "reveal": False},
        _("Video recorders, after it"): {"product": "VCR", "seen": 7, "reveal": False},
    }
    return Panel(draw, controls, presets)
