"""An invented panel of firms in which you know the truth, and what three faults do to its evaluation."""

import math
from typing import TypedDict, Unpack

import numpy as np
import pandas as pd

from longwave.checks import number, whole_number
from longwave.topics.small_firms.models.differences import difference_in_differences

YEARS, START, PLACEBO_START = 8, 6, 5
GROWTH, LEVEL, LEVEL_GAP, LEVEL_SPREAD, SHOCK = 1.0, 20.0, -3.0, 1.0, 2.0


class World(TypedDict, total=False):
    """The parameters of `firm_panel` that describe an invented world, its number of firms included."""

    effect: float
    trend: float
    selection: float
    spill: float
    firms: int


def firm_panel(
    effect: float = 3.0,
    trend: float = 0.0,
    selection: float = 0.0,
    spill: float = 0.0,
    firms: int = 400,
    seed: int = 23,
) -> pd.DataFrame:
    """Draw an invented panel of firms over eight years; half of them join a programme that starts in year 6.

        without = level + growth · year + trend · year (joiners) + shock
        outcome = without + effect (joiners, from year 6) + spill (the others, from year 6)

    Outcomes are in thousand dollars of output a worker. Growth is 1 a year for all. A shock has mean 0 and standard
    deviation 2, and is gone the next year. The outcomes of joiners are 3 lower throughout, by nature.

    `effect` and `spill` are what the programme does to those who join and to those who do not; `trend` is by how much
    joiners would grow faster a year without it. `selection` s, from −1 to 1, is how far the shock of year 5 decides who
    joins: at 1 the firms with the worst year join, at 0 chance decides, at −1 the firms with the best year join.
    `firms` is even. Returns the columns firm, year, treated, outcome, without.

    Our own construction, invented: no row is a real firm.

    >>> panel = firm_panel(effect=3, firms=4)
    >>> panel.groupby("treated").size().tolist(), float((panel["outcome"] - panel["without"]).max())
    ([16, 16], 3.0)
    """
    rng, count = np.random.default_rng(seed), 2 * (whole_number("firms", firms, minimum=4) // 2)
    pull = number("selection", selection, minimum=-1, maximum=1)
    level, luck = LEVEL + LEVEL_SPREAD * rng.standard_normal(count), rng.standard_normal(count)
    shock = SHOCK * rng.standard_normal((count, YEARS))
    score = math.sqrt(1 - pull**2) * luck - pull * shock[:, START - 2] / SHOCK
    place = np.argsort(np.argsort(-score, kind="stable"), kind="stable")
    joins = (place < count // 2)[:, None]
    year = np.arange(1, YEARS + 1, dtype=np.int64)
    without = level[:, None] + LEVEL_GAP * joins + (GROWTH + number("trend", trend) * joins) * year + shock
    gift = np.where(joins, number("effect", effect), number("spill", spill))
    table = {
        "firm": np.repeat(np.arange(1, count + 1, dtype=np.int64), YEARS),
        "year": np.tile(year, count),
        "treated": np.repeat(joins.ravel().astype(np.int64), YEARS),
        "outcome": (without + gift * (year >= START)).ravel(),
        "without": without.ravel(),
    }
    return pd.DataFrame(table)


def two_periods(panel: pd.DataFrame, before: int = 1, placebo: bool = False) -> pd.DataFrame:
    """Reduce a panel to one row a firm before and one after: the means over its years there.

    Before are the last `before` years ahead of the start, from 1 to 5; after are all years from the start. The start is
    year 6. With `placebo` the programme is said to have begun in year 5, a year too early, and only the years that saw
    no programme are used: whatever is found then is no effect. Returns the columns firm, treated, post, outcome.

    Our own construction.

    >>> two_periods(firm_panel(firms=4)).groupby(["treated", "post"]).size().tolist()
    [2, 2, 2, 2]
    """
    start, end = (PLACEBO_START, PLACEBO_START) if placebo else (START, YEARS)
    first = max(1, start - whole_number("before", before, minimum=1, maximum=START - 1))
    used = panel[panel["year"].between(first, end)]
    used = used.assign(post=(used["year"] >= start).astype("int64"))
    return used.groupby(["firm", "treated", "post"], as_index=False)[["outcome"]].mean()


def expected_bias(trend: float = 0.0, selection: float = 0.0, spill: float = 0.0, before: int = 1) -> float:
    """Compute by how much the estimate misses the effect on joiners, on average over many panels.

        bias = trend · (before + 3) / 2 + 4 √(2/π) · selection / before − spill

    The first part is the faster growth between the middle of the years before and of the three after. The second is the
    bad year that comes back to normal: half of the firms join, so the two groups are 2 √(2/π) standard deviations of
    2 apart in year 5, and that year is one of `before`. The third is what happens to the firms to compare with.

    Our own construction, derived for `firm_panel`.

    >>> [round(expected_bias(trend=1.5), 4), expected_bias(spill=-3), round(expected_bias(selection=1), 4)]
    [3.0, 3.0, 3.1915]
    """
    window = whole_number("before", before, minimum=1, maximum=START - 1)
    pull = number("selection", selection, minimum=-1, maximum=1)
    faster = number("trend", trend) * (window + YEARS - START + 1) / 2
    return faster + 2 * SHOCK * math.sqrt(2 / math.pi) * pull / window - number("spill", spill)


def repeated(panels: int = 100, before: int = 1, **world: Unpack[World]) -> pd.Series:
    """Estimate the effect in many invented panels, and in how many of them a placebo test finds something.

    `world` are the parameters of `firm_panel`; the panels have the seeds 1, 2, … Returns estimate (the mean), found
    (the share of panels with a p-value below 0.05), and placebo and alarm (the same two for the placebo year).

    Our own construction.

    >>> repeated(20, effect=0, spill=-3).round(1).tolist()
    [3.0, 1.0, -0.1, 0.0]
    """
    all_panels = [firm_panel(seed=seed, **world) for seed in range(1, whole_number("panels", panels, minimum=1) + 1)]
    real = pd.DataFrame([difference_in_differences(two_periods(panel, before)) for panel in all_panels])
    fake = pd.DataFrame([difference_in_differences(two_periods(panel, before, placebo=True)) for panel in all_panels])
    values = [value for table in (real, fake) for value in (table["estimate"].mean(), (table["p_value"] < 0.05).mean())]
    return pd.Series(values, index=["estimate", "found", "placebo", "alarm"], name="many panels")


def turning_selection(effect: float, before: int = 1) -> float:
    """Compute how far a bad year must decide who joins until a true loss shows as no effect at all.

        selection = −effect · before / (4 √(2/π))

    `effect` is the true effect on joiners, at most 0: the estimate has the wrong sign as soon as selection is larger.
    The difference 4 √(2/π) = 3.19 is that of the means of the worse and the better half of shocks with a standard
    deviation of 2: each half is 2 √(2/π) away from 0. A result above 1 cannot happen: no such selection is possible.

    Our own construction, from `expected_bias`.

    >>> round(turning_selection(-1), 3), round(turning_selection(-3), 2)
    (0.313, 0.94)
    """
    window = whole_number("before", before, minimum=1, maximum=START - 1)
    return -number("effect", effect, maximum=0) / expected_bias(selection=1, before=window)
