"""What a thesis about three levels forbids: codings of a case for firm, industry and system, and two rules."""

from itertools import product
from typing import Literal

import pandas as pd

from longwave.checks import InputError

Coding = tuple[int, ...]
Rule = Literal["something changes", "in order"]
RULES: tuple[Rule, ...] = ("something changes", "in order")
LEVELS = ("firm", "industry", "system")


def codings(levels: int = 3) -> list[Coding]:
    """Return each distinct coding of so many levels: 0 where nothing changed, else 1 for the first to change, then 2.

    Levels that change at the same time have the same rank. For three levels there are 26: nothing changes once, one
    level changes in 3 codings, two in 9, and all in 13.

    >>> len(codings()), (0, 1, 1) in codings(), (0, 2, 2) in codings()
    (26, True, False)
    """
    found = product(range(levels + 1), repeat=levels)
    return [coding for coding in found if {rank for rank in coding if rank} == set(range(1, max(coding) + 1))]


def follows(coding: Coding, rule: Rule) -> bool:
    """Tell whether a coding fits the thesis under a rule.

    "something changes": at least one level changed. "in order": all levels changed, and none before the one below it;
    the order is firm, industry, system.

    >>> follows((1, 0, 0), "something changes"), follows((1, 0, 0), "in order"), follows((1, 1, 2), "in order")
    (True, False, True)
    """
    if rule not in RULES:
        raise InputError(f"rule must be one of {', '.join(RULES)}, not {rule!r}.")
    if rule == "something changes":
        return any(coding)
    return all(coding) and list(coding) == sorted(coding)


def refuting(rule: Rule, levels: int = 3) -> float:
    """Compute the share of all codings that would count against the thesis under a rule.

    >>> round(refuting("something changes"), 3), round(refuting("in order"), 3)
    (0.038, 0.846)
    """
    possible = codings(levels)
    return sum(not follows(coding, rule) for coding in possible) / len(possible)


def ranked(changes: pd.DataFrame, finest: Literal["year", "month"] = "year") -> pd.DataFrame:
    """Rank when each level of each case first changed; 0 where no change was seen.

    `changes` has the columns case, aspect (one of `LEVELS`) and first (a year or a month as text, "" for no change).
    With "year" the months are cut off, so that changes of one year are a tie; with "month" a bare year comes before its
    months.

    >>> rows = [("x", "firm", "2023-04"), ("x", "industry", "2023-08"), ("x", "system", "2023-07")]
    >>> frame = pd.DataFrame(rows, columns=["case", "aspect", "first"])
    >>> ranked(frame).loc["x"].tolist(), ranked(frame, "month").loc["x"].tolist()
    ([1, 1, 1], [1, 3, 2])
    """
    dates = changes.pivot(index="case", columns="aspect", values="first")[list(LEVELS)]
    dates = dates.apply(lambda column: column.str.slice(0, 4 if finest == "year" else 7))
    ranks = {case: _ranks(row.tolist()) for case, row in dates.loc[changes["case"].unique()].iterrows()}
    return pd.DataFrame(ranks, index=list(LEVELS)).T.rename_axis("case")


def _ranks(dates: list[str]) -> list[int]:
    order = sorted({date for date in dates if date})
    return [order.index(date) + 1 if date else 0 for date in dates]


def cells_to_recode(coding: Coding, rule: Rule) -> int:
    """Compute how many levels of a case must be coded otherwise before it fits the thesis under a rule.

    >>> [cells_to_recode(coding, "in order") for coding in ((1, 3, 2), (0, 0, 0), (2, 1, 0))]
    [1, 3, 2]
    """
    # A level with another code may fall between two others, so the ranks are spread before the search.
    spread = [2 * rank for rank in coding]
    others = product(range(2 * len(coding) + 2), repeat=len(coding))
    return min(sum(a != b for a, b in zip(spread, other, strict=True)) for other in others if follows(other, rule))
