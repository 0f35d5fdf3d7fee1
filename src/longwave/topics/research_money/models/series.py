"""The published series, and the printed figures that are compared with them."""

import pandas as pd

from longwave.data import find_claims, load

AUTHORITY, OUTLAYS = "budget authority", "outlays"
MEASURES = {AUTHORITY: "authority", OUTLAYS: "outlays"}
# Of each series: the words that its scope begins with, what is counted, and the kind that the chart draws.
SERIES = {
    "all": ("research and development", AUTHORITY, "all"),
    "basic, all": ("basic research", AUTHORITY, "basic"),
    "space": ("subfunction 252", AUTHORITY, "space"),
    "space spent": ("subfunction 252", OUTLAYS, "space"),
    "basic": ("subfunction 251", AUTHORITY, "science"),
    "basic spent": ("subfunction 251", OUTLAYS, "science"),
}
CLAIMS = {"total": ("003-042", "003-043"), "basic": ("003-044", "003-045")}
YI = 0.1  # 亿, a hundred million, in billions
UNITS = {"yi": YI, "billion": 1.0}


def published_series() -> pd.DataFrame:
    """Return every published figure in billion USD of the day: series, kind, measure, year, billion and source_ids.

    "all" has three scopes: without plant up to 2000, with plant from 2007, without plant and by a narrower definition
    from 2017. No year has two, and nothing joins them. "national" is what all payers spent, by calendar year.

    Source: the datasets federal_research and national_research.

    >>> published_series().groupby("series").size()["national"].item()
    51
    """
    frame = load("federal_research")
    parts = []
    for name, (scope, measure, kind) in SERIES.items():
        rows = frame[frame["scope"].str.startswith(scope) & (frame["measure"] == measure)]
        figures = {"year": rows["fiscal_year"], "billion": rows["million_usd"] / 1000, "source_ids": rows["source_ids"]}
        parts.append(pd.DataFrame({"series": name, "kind": kind, "measure": MEASURES[measure], **figures}))
    rows = load("national_research")
    figures = {"year": rows["year"], "billion": rows["national_rd_billion_usd"], "source_ids": rows["source_ids"]}
    parts.append(pd.DataFrame({"series": "national", "kind": "national", "measure": "spending", **figures}))
    return pd.concat(parts, ignore_index=True)


def prices() -> pd.Series:
    """Return the price level of gross domestic product by year, 2012 = 1.

    Source: the dataset national_research.

    >>> float(prices()[2012])
    1.0
    """
    return load("national_research").set_index("year")["deflator_2012"]


def one_series(name: str) -> pd.Series:
    """Return one series of `published_series` by year, in billion USD of the day.

    Source: as there.

    >>> float(one_series("space")[2020])
    21.715
    """
    rows = published_series().query("series == @name")
    return rows.set_index("year")["billion"].sort_index().rename(name)


def printed_figures(figure: str = "total", unit: str = "yi") -> pd.Series:
    """Return the two printed figures by year, in billion USD, if the text is read in 亿 ("yi") or in billions.

    `figure` is "total" or "basic". Source: the claims of paper 003, in the dataset claims.

    >>> printed_figures().round(2).to_dict()
    {1978: 3.93, 2020: 20.29}
    """
    claims = find_claims(paper="003").set_index("claim_id").loc[list(CLAIMS[figure])]
    values = claims["printed_value"].astype(float) * UNITS[unit]
    return pd.Series(values.to_numpy(), index=claims["year"].astype("int64").to_numpy(), name=figure)
