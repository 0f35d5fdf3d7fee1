"""A rule and what follows it: Germany's rate for solar power, and what was added there and elsewhere."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from longwave.checks import InputError

LEAST_YEARS = 15  # fewer changes of a country say too little
TIED, LEAST_TIED = (2009, 2018), 9  # years of additions to which the law tied the next rate, and how many must be there


def rule_changes(tariff: pd.DataFrame) -> pd.DataFrame:
    """Return the yearly changes, in logarithms, of the rate and of what was added, by year.

    `tariff` is the dataset photovoltaics_tariff: year, tariff_ct_per_kwh (above 0) and added_mw (above 0).

    Source: a definition.

    >>> rows = {"year": [2000, 2001], "tariff_ct_per_kwh": [50, 25], "added_mw": [10, 40]}
    >>> rule_changes(pd.DataFrame(rows)).round(3).to_dict("records")
    [{'tariff': -0.693, 'added': 1.386}]
    """
    levels = tariff.set_index("year")[["tariff_ct_per_kwh", "added_mw"]].astype(float)
    if not (levels > 0).all(axis=None):
        raise InputError("tariff_ct_per_kwh and added_mw must be above 0 in every year.")
    logs = pd.DataFrame(np.log(levels.to_numpy()), levels.index, ["tariff", "added"])
    return logs.diff().iloc[1:]


def response(changes: pd.DataFrame, without: Iterable[int] = ()) -> pd.Series:
    """Return how what is added answers to the rate: years, r, p, elasticity, its standard error, and yearly drift.

        Δ ln added = drift + elasticity · Δ ln rate + error

    `changes` is what `rule_changes` returns; the years in `without` are left out.

    Source: least squares; p is Student's, for changes that know nothing of each other.

    >>> table = pd.DataFrame({"tariff": [0.1, -0.2, 0.3], "added": [0.4, -0.5, 1.0]}, index=[2001, 2002, 2003])
    >>> response(table)[["elasticity", "drift"]].round(2).tolist()
    [3.0, 0.1]
    """
    from scipy.stats import linregress

    kept = changes.drop(list(without))
    line = linregress(kept["tariff"], kept["added"])
    return pd.Series(
        {
            "years": len(kept),
            "r": line.rvalue,
            "p": line.pvalue,
            "elasticity": line.slope,
            "standard error": line.stderr,
            "drift": line.intercept,
        }
    )


def elsewhere(countries: pd.DataFrame, changes: pd.DataFrame, without: Iterable[int] = ()) -> pd.Series:
    """Return, for each country, how its additions correlate with the changes of *Germany's* rate, largest first.

    `countries` is the dataset photovoltaics_countries (country, year, installed_mw), `changes` what `rule_changes`
    returns. A country counts with 15 yearly changes or more; years in which nothing was added have none. The years in
    `without` are left out after that, so that the same countries are compared.

    Source: our own test; where the rate is no rule, it should not matter.

    >>> changes = pd.DataFrame({"tariff": np.cos(np.arange(20.0))}, index=range(2001, 2021))
    >>> steps = np.exp(np.concatenate([[0, 0], np.cos(np.arange(20.0))]).cumsum())
    >>> rows = pd.DataFrame({"country": "here", "year": range(1999, 2021), "installed_mw": steps.cumsum()})
    >>> elsewhere(rows, changes).round(3).to_dict()
    {'here': 1.0}
    """
    moved = _logs_of_additions(countries).diff().reindex(changes.index)
    moved = moved.loc[:, moved.notna().sum() >= LEAST_YEARS]
    kept = moved.drop(list(without))
    found: pd.Series = kept.corrwith(changes["tariff"]).sort_values(ascending=False, kind="stable").rename("r")
    return found


def leading(countries: pd.DataFrame, tariff: pd.DataFrame, years: tuple[int, int] = TIED) -> pd.Series:
    """Return, for each country, how its additions correlate with the *next* change of Germany's rate, lowest first.

    `countries` and `tariff` are the datasets photovoltaics_countries and photovoltaics_tariff. Both sides are in
    logarithms, additions of the first to the last of `years`. A country counts if it added something in nine of them.

    Source: our own test; no German law reads what another country adds.

    >>> rate = pd.DataFrame({"year": range(2009, 2020), "tariff_ct_per_kwh": np.exp(-np.arange(11.0) ** 2)})
    >>> rows = pd.DataFrame({"country": "there", "year": range(2008, 2019)})
    >>> leading(rows.assign(installed_mw=np.exp(np.arange(11.0))), rate.assign(added_mw=1)).round(3).to_dict()
    {'there': -1.0}
    """
    logs = _logs_of_additions(countries).loc[slice(*years)]
    logs = logs.loc[:, logs.notna().sum() >= LEAST_TIED]
    rate = pd.Series(np.log(tariff["tariff_ct_per_kwh"].to_numpy(dtype=float)), tariff["year"])
    following = rate.diff().shift(-1)
    found: pd.Series = logs.corrwith(following.reindex(logs.index)).sort_values(kind="stable").rename("r")
    return found


def _logs_of_additions(countries: pd.DataFrame) -> pd.DataFrame:
    """Return the logarithm of what each country adds in a year, by year and country; missing where it adds nothing."""
    added = countries.pivot_table(index="year", columns="country", values="installed_mw").diff()
    return pd.DataFrame(np.log(added.where(added > 0).to_numpy()), added.index, added.columns)
