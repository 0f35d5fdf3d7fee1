"""Records of the lesson: printed rates by owner, patents in force by owner and kind, and filings by year."""

import pandas as pd

from longwave.checks import InputError, whole_number
from longwave.data import load

OWNERS = ("firms", "universities", "research institutes")
FIRST_YEAR = 2017
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


def old_path(start: int, kind: str = "utility model", last: int = 2022) -> pd.Series:
    """Return the filings that would have come if the mean growth from 2017 to a year had gone on from there.

        path(t) = filed(start) × g^(t − start),   g = (filed(start) / filed(2017))^(1 / (start − 2017))

    Args:
        start: the year from which the path goes on, from 2018 to before `last`.
        kind: of patent, one of `KINDS`.
        last: the last year of the path.

    Returns:
        Patents by year, from `start`, where the path is what was filed, to `last`.

    Raises:
        InputError: A year or the kind is another.

    Source: own construction, from `counts_by_year`.

    >>> (old_path(2020) / 1e6).round(2).to_dict()
    {2020: 2.93, 2021: 3.52, 2022: 4.22}
    """
    first = whole_number("start", start, minimum=FIRST_YEAR + 1)
    end = whole_number("last", last, minimum=first + 1)
    filed = counts_by_year()
    if kind not in filed or first not in filed.index:
        raise InputError(
            f"kind must be one of {list(KINDS)} and start a year of the record, not {kind!r} and {start!r}."
        )
    growth = (filed[kind][first] / filed[kind][FIRST_YEAR]) ** (1 / (first - FIRST_YEAR))
    years = pd.RangeIndex(first, end + 1, name="year")
    return pd.Series(filed[kind][first] * growth ** (years - first), index=years, name="patents")
