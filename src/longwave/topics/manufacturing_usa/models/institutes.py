"""The institutes as the datasets have them: readings of their garbled cells, and their leverage."""

import pandas as pd

from longwave.data import load
from longwave.topics.manufacturing_usa.models.lost_marks import fits, readings

UNIT = 10  # million dollars; the table's own unit, once it is mended


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
    [0.03, 0.0, 0.97]
    """
    row = load("institutes_table2").set_index("institute").to_dict("index")[institute]
    others = load("institutes").query("institute != @institute")
    other_sums = [
        others[column].dropna() / UNIT
        for column in ("federal_first_award_million_usd", "nonfederal_pledge_million_usd")
    ]
    read = readings(row["money_as_printed"])
    checked = row["federal_checked_million_usd"] / UNIT, row["nonfederal_checked_million_usd"] / UNIT
    found = (read["federal"] - checked[0]).abs().lt(0.05) & (read["others"] - checked[1]).abs().lt(0.05)
    return read.assign(share=fits(read, *other_sums), found=found)


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
