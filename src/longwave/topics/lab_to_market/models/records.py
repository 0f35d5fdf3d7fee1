"""Records of the lesson: printed rates by owner, patents in force by owner and kind, and filings by year."""

import pandas as pd

from longwave.checks import InputError
from longwave.data import load

OWNERS = ("firms", "universities", "research institutes")
KINDS = ("invention", "utility model", "design")
POPULATIONS = dict(zip(KINDS, ("valid invention patents", "valid utility models", "valid designs"), strict=True))


def printed_rates() -> pd.DataFrame:
    """Return the rates that paper 000 prints for 2018, by owner.

    Returns:
        A table with a row for each owner: used and industry, the per cent of valid patents that are used, and that are
        brought into industry.

    Source: dataset patent_rates. The survey itself was not found.

    >>> printed_rates().loc["universities"].to_dict()
    {'used': 12.3, 'industry': 2.7}
    """
    rows = load("patent_rates").query("survey_year == 2018 and population == 'valid patents'")
    table = rows.pivot_table(index="group", columns="measure", values="percent")
    return table.rename(columns={"brought into industry": "industry"}).loc[list(OWNERS), ["used", "industry"]]


def patents_in_force(date: str = "2019-04") -> pd.DataFrame:
    """Return the Chinese patents in force by owner (rows) and kind (columns).

    Args:
        date: a year and month: 2017-04, 2019-04 or 2019-11.

    Raises:
        InputError: There is no count for this month.

    Source: dataset china_patents, after monthly tables of the patent office.

    >>> int(patents_in_force().loc["universities", "design"])
    26412
    """
    rows = load("china_patents").query("measure == 'in force'")
    if date not in set(rows["date"]):
        raise InputError(f"date must be one of {sorted(set(rows['date']))}, not {date!r}.")
    table = rows[rows["date"] == date].pivot_table(index="owner", columns="kind", values="patents", aggfunc="sum")
    return table.loc[list(OWNERS), list(KINDS)]


def rates_by_kind(year: int = 2020) -> pd.Series:
    """Return the per cent of valid patents brought into industry, all owners together, by kind.

    Args:
        year: of the survey, 2020 or 2021.

    Raises:
        InputError: There are no rates of all three kinds for this year.

    Source: dataset patent_rates, after a report on the surveys.

    >>> rates_by_kind(2021).to_dict()
    {'invention': 35.4, 'utility model': 46.2, 'design': 52.3}
    """
    told = load("patent_rates").query("survey_year == @year and group == 'all owners'")
    rows = told.set_index("population")["percent"]
    if not set(POPULATIONS.values()) <= set(rows.index):
        raise InputError(f"year must be 2020 or 2021, not {year!r}.")
    return pd.Series({kind: float(rows[population]) for kind, population in POPULATIONS.items()}, name="rate")


def counts_by_year(measure: str = "filed") -> pd.DataFrame:
    """Return the patents filed or granted in China by year (rows) and kind (columns); a year that is not known is NaN.

    Args:
        measure: "filed" or "granted".

    Raises:
        InputError: The measure is another.

    Source: dataset china_patents.

    >>> int(counts_by_year().loc[2022, "utility model"])
    2950653
    """
    if measure not in ("filed", "granted"):
        raise InputError(f"measure must be 'filed' or 'granted', not {measure!r}.")
    rows = load("china_patents").query("measure == @measure")
    rows = rows.assign(year=rows["date"].astype(int))
    return rows.pivot_table(index="year", columns="kind", values="patents", aggfunc="sum")[list(KINDS)]
