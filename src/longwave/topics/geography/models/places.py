"""Where a thing is made against where it is used: shares by place and year, and whether their changes go together."""

from collections.abc import Iterable

import pandas as pd

from longwave.checks import InputError

REST = "rest of the world"
# Members of the European Union before 2020 that are in photovoltaics_countries; the source of the makers names no list.
_EUROPE = (
    "Austria Belgium Bulgaria Croatia Cyprus Czechia Denmark Estonia Finland France Germany Greece Hungary Ireland "
    "Italy Lithuania Luxembourg Malta Netherlands Poland Portugal Romania Slovakia Slovenia Spain Sweden"
)
EUROPE = (*_EUROPE.split(), "United Kingdom")


def made_and_used(
    makers: pd.DataFrame, countries: pd.DataFrame, world: pd.DataFrame, europe: Iterable[str] = EUROPE
) -> pd.DataFrame:
    """Put each place's share of what is made in a year next to its share of what is added there.

    `makers` has the columns place, year and percent; `countries` has country, year and installed_mw; `world` has year
    and installed_mw. What the named places do not add is the rest of the world. Returns the columns place, year, made
    and used (per cent of the year's world), one row for each row of `makers`.

    Our construction.

    >>> makers = pd.DataFrame({"place": ["Japan", REST], "year": 2001, "percent": [75, 25]})
    >>> countries = pd.DataFrame({"country": "Japan", "year": [2000, 2001], "installed_mw": [100, 130]})
    >>> world = pd.DataFrame({"year": [2000, 2001], "installed_mw": [200, 300]})
    >>> made_and_used(makers, countries, world)["used"].tolist()  # 30 and 70 of 100 MW
    [30.0, 70.0]
    """
    whole = world.set_index("year")["installed_mw"].diff()
    by_place = _added(makers, countries, europe)
    shares = 100 * by_place.assign(**{REST: whole - by_place.sum(axis=1)}).div(whole, axis=0)
    used = shares.rename_axis(columns="place").reset_index().melt("year", value_name="used")
    rows = makers[["place", "year", "percent"]].rename(columns={"percent": "made"})
    return rows.merge(used, on=["place", "year"], how="left")


def gigawatts(makers: pd.DataFrame, countries: pd.DataFrame, europe: Iterable[str] = EUROPE) -> pd.DataFrame:
    """Put the gigawatts of cells that a place makes in a year next to the gigawatts of panels that it adds.

    `makers` has the columns place, year and made_gw; `countries` has country, year and installed_mw. Returns the
    columns place, year, made and used for the named places, from the year before the makers begin (with made unknown),
    so that the first change of making can be set beside the change of use before it.

    Our construction.

    >>> makers = pd.DataFrame({"place": "Japan", "year": [2001], "made_gw": [2.0]})
    >>> countries = pd.DataFrame({"country": "Japan", "year": [1999, 2000, 2001], "installed_mw": [100, 150, 250]})
    >>> gigawatts(makers, countries)[["made", "used"]].to_numpy().tolist()
    [[nan, 0.05], [2.0, 0.1]]
    """
    used = _added(makers, countries, europe).div(1000).rename_axis(columns="place").reset_index()
    used = used[used["year"] >= makers["year"].min() - 1].melt("year", value_name="used")
    made = makers[["place", "year", "made_gw"]].rename(columns={"made_gw": "made"})
    both: pd.DataFrame = used.merge(made, on=["place", "year"], how="left")[["place", "year", "made", "used"]]
    return both


def _added(makers: pd.DataFrame, countries: pd.DataFrame, europe: Iterable[str]) -> pd.DataFrame:
    """Return the megawatts that each place of the makers adds, by year."""
    added = countries.pivot(index="year", columns="country", values="installed_mw").fillna(0).diff()
    missing = set(makers["place"]) - {REST, "Europe"} - set(added.columns)
    if missing:
        raise InputError(f"countries must have the places of makers, but {', '.join(sorted(missing))} is missing.")
    inside = [country for country in europe if country in added.columns]
    return added.assign(Europe=added[inside].sum(axis=1))[[p for p in makers["place"].unique() if p != REST]]


def concentration(shares: pd.Series, by: pd.Series) -> pd.Series:
    """Compute the Herfindahl index of each group: the sum of squared shares, from 0 to 1.

    `shares` are in per cent of the group's whole, `by` names the group of each row.

    Source: a definition.

    >>> concentration(pd.Series([50, 50, 100]), by=pd.Series(["two", "two", "one"])).to_dict()
    {'one': 1.0, 'two': 0.5}
    """
    return ((shares / 100) ** 2).groupby(by).sum()


def changes_together(
    shares: pd.DataFrame, places: Iterable[str], lags: Iterable[int], ranks: bool = False
) -> pd.DataFrame:
    """Correlate the yearly changes of made with those of used, place by place and lag by lag.

    A lag of 1 sets what is made beside what was used the year before, and −1 beside what is used the year after.
    With `ranks` the changes are replaced by their ranks, so that one large year counts no more than another. Returns
    the columns place, lag, years, r and p (Pearson, or with ranks Spearman; two-sided, as if years were independent).

    Our construction.

    >>> table = pd.DataFrame({"place": "Here", "year": range(4), "made": [1, 2, 4, 5], "used": [2, 3, 5, 6.5]})
    >>> changes_together(table, ["Here"], [0]).round(2).to_dict("records")
    [{'place': 'Here', 'lag': 0, 'years': 3, 'r': 0.87, 'p': 0.33}]
    """
    from scipy.stats import pearsonr, spearmanr

    rows = []
    for lag in lags:
        for place in places:
            years = shares[shares["place"] == place].set_index("year").sort_index()
            pairs = pd.concat([years["made"].diff(), years["used"].diff().shift(lag)], axis=1).dropna()
            both = pairs["made"], pairs["used"]
            found = spearmanr(*both) if ranks else pearsonr(*both)
            rows.append((place, lag, len(pairs), float(found.statistic), float(found.pvalue)))
    return pd.DataFrame(rows, columns=["place", "lag", "years", "r", "p"])
