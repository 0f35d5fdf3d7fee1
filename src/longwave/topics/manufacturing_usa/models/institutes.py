"""The institutes as the datasets have them: readings of their garbled cells, and their leverage."""

import pandas as pd

from longwave.data import load
from longwave.topics.manufacturing_usa.models.lost_marks import fits, readings

UNIT = 10  # million dollars; the table's own unit, once it is mended
SUMS = ("federal_first_award_million_usd", "nonfederal_pledge_million_usd")


def placed_institutes() -> pd.DataFrame:
    """Return the institutes with the year of their announcement and whether Table 2 has them.

    Source: the dataset institutes; `kind` is its column in_table2.

    >>> placed_institutes()["kind"].value_counts().to_dict()
    {'yes': 12, 'no': 4, 'founded later': 2}
    """
    frame = load("institutes").rename(columns={"in_table2": "kind"})
    return frame.assign(year=frame["announced"].str[:4].astype("int64"))


def garbled_cells() -> dict[str, str]:
    """Return the money cells of Table 2 that lost a mark, as printed, by institute.

    Source: the dataset institutes_table2.

    >>> garbled_cells()["America Makes"]
    '656. 8'
    """
    table = load("institutes_table2")
    lost = table[table["money_fault"] == "slash or point lost"]
    return dict(zip(lost["institute"], lost["money_as_printed"], strict=True))


def cell_readings(institute: str) -> pd.DataFrame:
    """Return the readings of an institute's cell, their share by size, and whether the award notices agree.

    Size is judged by the first awards and pledges of all *other* institutes (dataset institutes), in the table's unit.
    Our own construction: `readings` and `fits` on these data.

    >>> cell_readings("America Makes")["share"].round(2).tolist()
    [0.02, 0.0, 0.98]
    """
    read = readings(garbled_cells()[institute])
    checked = noticed_sums(institute)
    found = (read["federal"] - checked[0]).abs().lt(0.05) & (read["others"] - checked[1]).abs().lt(0.05)
    return read.assign(share=fits(read, *sums_of_others(institute)), found=found)


def noticed_sums(institute: str) -> tuple[float, float]:
    """Return the federal sum and the others' sum of an institute's award notices, in the table's unit.

    A sum that no notice gives is nan. Source: the dataset institutes_table2.

    >>> noticed_sums("America Makes")
    (3.0, 4.0)
    """
    row = load("institutes_table2").set_index("institute").to_dict("index")[institute]
    return float(row["federal_checked_million_usd"]) / UNIT, float(row["nonfederal_checked_million_usd"]) / UNIT


def sums_of_others(institute: str) -> tuple[pd.Series, pd.Series]:
    """Return the first awards and the pledges of all institutes but one, in the table's unit.

    Source: the dataset institutes; a pledge that no source gives is left out.

    >>> [len(sums) for sums in sums_of_others("America Makes")]
    [17, 11]
    """
    rest = load("institutes").query("institute != @institute")
    federal, others = (rest[column].dropna() / UNIT for column in SUMS)
    return federal, others


def institute_leverage() -> pd.DataFrame:
    """Return each institute's leverage by the decoded table and by the award notices, and how sure the table is.

    Leverage is the money of others over federal money. Source: the dataset institutes_table2.

    >>> institute_leverage()[["leverage", "notices"]].round(2).iloc[0].tolist()
    [1.05, 1.33]
    """
    table = load("institutes_table2").set_index("institute")
    decoded = table["nonfederal_million_usd"] / table["federal_million_usd"]
    checked = table["nonfederal_checked_million_usd"] / table["federal_checked_million_usd"]
    ends = pd.DataFrame({"leverage": decoded, "notices": checked})
    return ends.assign(
        low=ends.min(axis="columns"),
        high=ends.max(axis="columns"),
        sure=table["decoding_status"],
        federal=table["federal_million_usd"],
        others=table["nonfederal_million_usd"],
    ).reset_index()
