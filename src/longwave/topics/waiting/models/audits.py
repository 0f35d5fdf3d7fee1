"""Energy audits of small US plants: what was recommended, what it costs and saves, and what was done."""

import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from longwave.checks import InputError, positive_number
from longwave.data import load

_NESTED = (("2.8xxx", "2.xxxx"), ("2.81xx", "2.8xxx"), ("2.812x", "2.81xx"))


def plant_advice() -> pd.DataFrame:
    """Return the seven recommendations to one plant, in the order of its report.

    Returns the columns place, what, saving and cost (dollars; the saving is a year's), payback (years), done (0 or 1).

    Source: the dataset energy_audits.

    >>> plant_advice()["payback"].round(2).tolist()
    [7.88, 0.34, 0.17, 0.33, 4.4, 0.39, 4.23]
    """
    told = load("energy_audits").query("level == 'recommendation'")
    table = told.assign(
        saving=told["saving_usd"].astype("int64"),
        cost=told["cost_usd"].astype("int64"),
        place=range(1, len(told) + 1),
        payback=(told["cost_usd"] / told["saving_usd"]).astype("float64"),
        done=(told["done_percent"] / 100).astype("int64"),
    )
    return table[["place", "what", "saving", "cost", "payback", "done"]].reset_index(drop=True)


def kinds_apart() -> pd.DataFrame:
    """Return kinds of energy advice that do not overlap, each with its payback and the share that was done.

    The published rows are nested: "administrative" holds "fiscal", and so on. A row that holds another is replaced by
    what is left of it: counts subtract, and paybacks and shares are taken back out as means weighted by the counts.
    The published means are rounded, so the small rest of 193 is known to about a year only.

    Returns the columns what, count, payback (years), done (share).

    Source: the dataset energy_audits.

    >>> kinds_apart()[["count", "done"]].round(2).to_numpy().tolist()[:2]
    [[145441.0, 0.51], [193.0, 0.32]]
    """
    told = load("energy_audits").query("level == 'kind' and done_percent.notna()").set_index("row_id")
    rows = []
    for inner, outer in _NESTED:
        small, large = told.loc[inner], told.loc[outer]
        count = large["count"] - small["count"]
        mean = {
            name: (large[name] * large["count"] - small[name] * small["count"]) / count
            for name in ("payback_years", "done_percent")
        }
        rows.append({"what": f"other {large['what']}", "count": count, **mean})
    single = told.drop(index=["2.xxxx", *(inner for inner, _outer in _NESTED)])
    table = pd.concat([pd.DataFrame(rows), single[["what", "count", "payback_years", "done_percent"]]])
    table = table.assign(
        count=table["count"].astype("int64"),
        payback=table["payback_years"].astype("float64"),
        done=table["done_percent"].astype("float64") / 100,
    )
    return table[["what", "count", "payback", "done"]].reset_index(drop=True)


def half_payback(kinds: pd.DataFrame, weighted: bool = True) -> float:
    """Estimate the payback at which half of the recommendations are done, from a logistic curve through kinds.

        logit(done) = a − b · payback,   threshold = a / b

    Args:
        kinds: Rows with payback, done and count, as `kinds_apart` returns them.
        weighted: Whether a kind counts by its number of recommendations, or each kind alike.

    Returns:
        Years.

    Raises:
        InputError: Advice that pays back later is not done less often, so there is no threshold.

    Source: our own construction; least squares on the log odds.

    >>> table = pd.DataFrame({"payback": [0.0, 2.0], "done": [0.731, 0.269], "count": [10, 10]})
    >>> round(half_payback(table), 2)
    1.0
    """
    odds = np.log(kinds["done"] / (1 - kinds["done"]))
    weights = np.sqrt(kinds["count"]) if weighted else None
    slope, level = np.polyfit(kinds["payback"], odds, 1, w=weights)
    if slope >= 0:
        raise InputError("done must fall as payback grows.")
    return float(-level / slope)


def fewest_errors(measure: Sequence[float], done: Sequence[int]) -> int:
    """Count the cases that the best cut gets wrong, if all below the cut are done and none above it.

    Args:
        measure: A number for each case, such as its payback.
        done: 1 or 0 for each case.

    Returns:
        The number of cases on the wrong side of the best cut.

    Source: our own construction.

    >>> fewest_errors([0.2, 0.4, 4.2, 7.9], [1, 1, 0, 1])
    1
    """
    values = [int(flag) for _value, flag in sorted(zip(measure, done, strict=True), key=lambda pair: pair[0])]
    return min(values[:cut].count(0) + values[cut:].count(1) for cut in range(len(values) + 1))


def share_as_good(done: Sequence[int], errors: int) -> float:
    """Compute the share of all orders of the cases whose best cut makes no more errors than so many.

    Args:
        done: 1 or 0 for each case.
        errors: Errors allowed.

    Returns:
        A share: how often an order drawn at random does as well.

    Source: our own construction, by counting all places of the zeros.

    >>> round(share_as_good([1, 1, 1, 1, 0, 1, 0], 1), 3)
    0.333
    """
    size, places = len(done), range(len(done))
    chosen = list(itertools.combinations(places, size - sum(done)))
    fine = [1 for zeros in chosen if fewest_errors(places, [int(place not in zeros) for place in places]) <= errors]
    return len(fine) / len(chosen)


def overstated(payback: float, fair: float) -> dict[str, Any]:
    """Compute by how much savings are overstated if a firm that rejects a payback is right to do so.

    Args:
        payback: The payback as the engineers give it, in years, above 0.
        fair: The longest payback that the firm ought to accept, in years, above 0.

    Returns:
        Under "factor" how many times the true saving was promised, under "share" how much of the promise comes true.

    Source: our own construction.

    >>> overstated(1.25, 5)
    {'factor': 4.0, 'share': 0.25}
    """
    factor = positive_number("fair", fair) / positive_number("payback", payback)
    return {"factor": factor, "share": 1 / factor}
