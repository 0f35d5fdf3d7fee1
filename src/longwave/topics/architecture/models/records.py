"""Records of one private base: what it sells to its parent's group and to others, and what it loses."""

import pandas as pd

from longwave.data import load

YEARS = (2019, 2020, 2021)


def base_sales() -> pd.DataFrame:
    """Return Rootcloud's sales by year: DataFrame(revenue, share, parent, outside, loss, loss_per_outside).

    Money is in million yuan, `share` is the parent's group in per cent; `outside` is all that is not the group, and
    `loss_per_outside` the loss for each yuan of it. Source: the dataset cn_cases.

    >>> base_sales()["outside"].round(1).tolist()
    [40.0, 88.7, 226.2]
    """
    facts = load("cn_cases").set_index("fact_id")["value"]
    columns = {name: [float(facts[f"26-{name}-{year}"]) for year in YEARS] for name in ("revenue", "share", "loss")}
    table = pd.DataFrame(columns, index=pd.Index(YEARS, name="year"))
    table.insert(2, "parent", table["revenue"] * table["share"] / 100)
    table.insert(3, "outside", table["revenue"] - table["parent"])
    return table.assign(loss_per_outside=table["loss"] / table["outside"])


def paid_in_shares() -> float:
    """Return the part of Rootcloud's loss of 2021 that is pay in shares, million yuan. Source: the dataset cn_cases.

    >>> paid_in_shares()
    368.0
    """
    return float(load("cn_cases").set_index("fact_id")["value"]["26-paid-in-shares"])
