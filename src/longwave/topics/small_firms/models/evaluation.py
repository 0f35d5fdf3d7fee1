"""Did a programme work? A difference in differences, and an invented panel of firms in which you know the truth."""

import math
from typing import TypedDict, Unpack

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number

YEARS, START, PLACEBO_START = 8, 6, 5
GROWTH, LEVEL, LEVEL_GAP, LEVEL_SPREAD, SHOCK = 1.0, 20.0, -3.0, 1.0, 2.0
COLUMNS = ["treated", "post", "outcome"]


class World(TypedDict, total=False):
    """The parameters of `firm_panel` that describe an invented world, its number of firms included."""

    effect: float
    trend: float
    selection: float
    spill: float
    firms: int


def difference_in_differences(frame: pd.DataFrame) -> pd.Series:
    """Estimate an effect from two groups and two periods, as the interaction in a least-squares regression.

        estimate        d = (ȳ₁₁ − ȳ₁₀) − (ȳ₀₁ − ȳ₀₀),   ȳ with treated first, post second
        standard error  √(SS / (n − 4) · Σ 1 / n_c)

    `frame` has the columns treated and post, each 0 or 1, and outcome. n rows in four cells c of n_c rows; SS is the
    sum of squares of outcomes around the mean of their cell. The p-value is two-sided, from Student's t with n − 4
    degrees of freedom. Each row counts as independent: rows that belong to one firm are not.

    Returns estimate, standard_error, p_value. Raises InputError if a cell is empty or fewer than five rows are given.

    The worked number: README of the package diff-diff; the design as in Card and Krueger (1994).

    >>> rows = {"treated": [1] * 4 + [0] * 4, "post": [0, 0, 1, 1] * 2, "outcome": [10, 11, 15, 18, 9, 10, 12, 13]}
    >>> difference_in_differences(pd.DataFrame(rows)).round(4).tolist()
    [3.0, 1.7321, 0.1583]
    """
    from scipy.stats import t as student

    outcome, cell = _cells(frame)
    counts = np.bincount(cell, minlength=4)
    if (counts == 0).any() or outcome.size < 5:
        raise InputError("frame must have rows in all four cells of treated and post, and five or more in all.")
    means = np.bincount(cell, outcome, minlength=4) / counts
    estimate = (means[3] - means[2]) - (means[1] - means[0])
    freedom = outcome.size - 4
    error = math.sqrt(((outcome - means[cell]) ** 2).sum() / freedom * (1 / counts).sum())
    ratio = abs(estimate) / error if error > 0 else (math.inf if estimate else 0.0)
    values = {"estimate": estimate, "standard_error": error, "p_value": 2 * student.sf(ratio, freedom)}
    return pd.Series(values, name="effect")


def before_after(frame: pd.DataFrame) -> float:
    """Compute how much the outcome of the treated changed: what a firm's own report compares.

    `frame` as in `difference_in_differences`; rows that are not treated are ignored.

    An ordinary difference of means, with no source of its own.

    >>> before_after(pd.DataFrame({"treated": [1, 1, 0], "post": [0, 1, 1], "outcome": [10, 16, 12]}))
    6.0
    """
    outcome, cell = _cells(frame)
    if not ((cell == 2).any() and (cell == 3).any()):
        raise InputError("frame must have treated rows before (post 0) and after (post 1).")
    return float(outcome[cell == 3].mean() - outcome[cell == 2].mean())


def difference_of_changes(treated: list[float], others: list[float]) -> pd.Series:
    """Estimate an effect from each firm's own change, where the same firms are seen before and after.

        d = mean(treated) − mean(others),   standard error √(SS / (n − 2) · (1 / n₁ + 1 / n₀))

    `treated` and `others` are changes of the outcome, one a firm; SS is their sum of squares around the group means.
    What is fixed about a firm drops out of its change, so that the error is mostly smaller than with independent rows.
    Returns estimate, standard_error and p_value (Student's t, n − 2 degrees of freedom).

    Source: Student's test of two means; the design is that of Card and Krueger (1994).

    >>> difference_of_changes([5, 7], [3, 3]).round(4).tolist()  # the eight numbers, as four firms
    [3.0, 1.0, 0.0955]
    """
    from scipy.stats import t as student

    joined, rest = numbers("treated", treated), numbers("others", others)
    freedom = joined.size + rest.size - 2
    if freedom < 1:
        raise InputError("treated and others must hold three or more firms in all.")
    estimate = joined.mean() - rest.mean()
    squares = ((joined - joined.mean()) ** 2).sum() + ((rest - rest.mean()) ** 2).sum()
    error = math.sqrt(squares / freedom * (1 / joined.size + 1 / rest.size))
    ratio = abs(estimate) / error if error > 0 else (math.inf if estimate else 0.0)
    values = {"estimate": estimate, "standard_error": error, "p_value": 2 * student.sf(ratio, freedom)}
    return pd.Series(values, name="effect")


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
    (the share of panels with a p-value below 0.05), alarm (the same share for the placebo year).

    Our own construction.

    >>> repeated(20, effect=0, spill=-3).round(1).tolist()
    [3.0, 1.0, 0.0]
    """
    all_panels = [firm_panel(seed=seed, **world) for seed in range(1, whole_number("panels", panels, minimum=1) + 1)]
    real = pd.DataFrame([difference_in_differences(two_periods(panel, before)) for panel in all_panels])
    fake = pd.DataFrame([difference_in_differences(two_periods(panel, before, placebo=True)) for panel in all_panels])
    values = [real["estimate"].mean(), (real["p_value"] < 0.05).mean(), (fake["p_value"] < 0.05).mean()]
    return pd.Series(values, index=["estimate", "found", "alarm"], name="many panels")


def _cells(frame: pd.DataFrame) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Return the outcomes, and for each the number of its cell: 2 · treated + post."""
    missing = [column for column in COLUMNS if column not in frame]
    if missing:
        raise InputError(f"frame must have the columns {', '.join(COLUMNS)}; missing: {', '.join(missing)}.")
    flags = [_flags(column, frame[column]) for column in COLUMNS[:2]]
    return numbers("outcome", frame["outcome"].to_numpy()), 2 * flags[0] + flags[1]


def _flags(name: str, values: pd.Series) -> npt.NDArray[np.intp]:
    if not values.isin([0, 1]).all():
        raise InputError(f"{name} must be 0 or 1 in every row.")
    return values.to_numpy(dtype=np.intp)
