"""The two real records of lesson 23: restaurants before and after a minimum wage rose, and firms with a grant."""

import numpy as np
import pandas as pd

from longwave.checks import number
from longwave.data import load

GROUPS = {1988: "grant in 1988", 1989: "grant in 1989", 0: "no grant"}
GRANT_EFFECTS = ["in_1988", "in_1989", "grant", "year_after"]


def store_jobs(part_time: float = 0.5) -> pd.DataFrame:
    """Compute the jobs of 410 restaurants of 1992, before and after New Jersey's minimum wage rose.

        jobs = full-time staff + managers + part_time · part-time staff

    `part_time` is the weight of a part-time worker, from 0 to 1; Card and Krueger (1994) take one half. A restaurant
    that had closed for good has no jobs after, and one whose manager did not tell has no number.

    Returns the columns row, chain, new_jersey (1 or 0), start_wage (dollars an hour, before), before, after, change.

    Source: the dataset card_krueger.

    >>> store_jobs().groupby("new_jersey")[["before", "after"]].mean().round(2).to_numpy().tolist()
    [[23.33, 21.17], [20.44, 21.03]]
    """
    weight = number("part_time", part_time, minimum=0, maximum=1)
    told = load("card_krueger")
    jobs = {
        when: told[f"full_time_{when}"] + told[f"managers_{when}"] + weight * told[f"part_time_{when}"]
        for when in ("before", "after")
    }
    table = told[["row", "chain", "new_jersey"]].assign(start_wage=told["start_wage_before"], **jobs)
    return table.assign(change=table["after"] - table["before"])


def store_rows(jobs: pd.DataFrame) -> pd.DataFrame:
    """Return one row for each number of jobs that was told, as if each came from a restaurant of its own.

    `jobs` is what `store_jobs` returns. Returns the columns treated (1 in New Jersey), post (1 after), outcome.

    Source: the dataset card_krueger.

    >>> store_rows(store_jobs()).groupby(["treated", "post"]).size().tolist()
    [77, 77, 321, 319]
    """
    parts = [
        pd.DataFrame({"treated": jobs["new_jersey"], "post": post, "outcome": jobs[when]})
        for post, when in enumerate(("before", "after"))
    ]
    return pd.concat(parts, ignore_index=True).dropna()


def scrap_panel() -> pd.DataFrame:
    """Return three years of the 54 Michigan firms that tell their scrap in each, with who got a grant and when.

    Returns the columns firm, year, group (in words), log_scrap (natural logarithm of pieces scrapped of a hundred), and
    four of 0 or 1: in_1988, in_1989 (the year), grant (the firm got it in this year), year_after (in the year before).

    Sources: the dataset training_grants; the regression is that of Wooldridge's textbook on it.

    >>> scrap_panel().groupby("group")["firm"].nunique().to_dict()
    {'grant in 1988': 19, 'grant in 1989': 10, 'no grant': 25}
    """
    told = load("training_grants").sort_values(["firm", "year"], kind="stable", ignore_index=True)
    firms = told.groupby("firm")
    table = told[["firm", "year"]].assign(
        group=(told["grant"] * told["year"]).groupby(told["firm"]).transform("max").map(GROUPS),
        log_scrap=np.log(told["scrap_per_100"]),
        in_1988=(told["year"] == 1988).astype("int64"),
        in_1989=(told["year"] == 1989).astype("int64"),
        grant=told["grant"],
        year_after=firms["grant"].shift(fill_value=0),
    )
    return table[firms["scrap_per_100"].transform("count") == 3].reset_index(drop=True)


def changes_of(panel: pd.DataFrame, group: str, first: int, last: int) -> pd.Series:
    """Compute how the logarithm of scrap changed in each firm of a group from one year to another.

    `panel` is what `scrap_panel` returns; `group` one of its words, or "not in 1988" for all that had no grant by then.

    Source: the dataset training_grants.

    >>> round(float(changes_of(scrap_panel(), "grant in 1988", 1987, 1988).mean()), 3)
    -0.374
    """
    late = panel["group"] != GROUPS[1988]
    chosen = panel[late] if group == "not in 1988" else panel[panel["group"] == group]
    wide = chosen.pivot(index="firm", columns="year", values="log_scrap")
    return wide[last] - wide[first]
