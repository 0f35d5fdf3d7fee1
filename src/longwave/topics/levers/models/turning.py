"""A plan for one industry as a chain of links, and the value of each assumption at which its ranking turns."""

import math
from collections.abc import Callable, Mapping

import pandas as pd

from longwave.checks import InputError, number, positive_number

# The plan for machine tools: before and after as in the rows 29-both, 27-loss and 09-second of the dataset levers.
MACHINE_TOOLS = {
    "quality": 0.46,
    "better quality": 0.66,
    "quality needed": 1.0,
    "money loses": 0.354,
    "money loses less": 0.227,
    "part fails": 0.10,
    "part fails less": 0.01,
}
LEVERS = ("control unit", "money", "parts")

Score = Callable[[Mapping[str, float]], pd.Series]


def machine_links(values: Mapping[str, float] | None = None) -> pd.DataFrame:
    """Return what each link of a machine-tool maker carries before and after its lever, as shares of the orders.

        control unit: quality / quality needed,  at most 1;  money: 1 − P(loss);  parts: 1 − P(nobody delivers)

    `values` replaces some of MACHINE_TOOLS. The result has the rows LEVERS and the columns before and after.

    Source: our construction; which three links a maker has, and that each carries a share of the orders, is assumed.

    >>> machine_links().round(3).loc["money"].tolist()
    [0.646, 0.773]
    """
    plan = {**MACHINE_TOOLS, **_known(values or {})}
    need = positive_number("quality needed", plan["quality needed"])
    ends = {
        "control unit": [min(plan[name] / need, 1.0) for name in ("quality", "better quality")],
        "money": [1 - plan[name] for name in ("money loses", "money loses less")],
        "parts": [1 - plan[name] for name in ("part fails", "part fails less")],
    }
    return pd.DataFrame(ends, index=["before", "after"]).T


def _known(values: Mapping[str, float]) -> dict[str, float]:
    strangers = [name for name in values if name not in MACHINE_TOOLS]
    if strangers:
        raise InputError(f"The plan has no {strangers[0]!r}; it has {', '.join(MACHINE_TOOLS)}.")
    return {name: number(name, value, minimum=0) for name, value in values.items()}


def weakest_gains(values: Mapping[str, float] | None = None) -> pd.Series:
    """Return by how much of itself the output grows if one lever alone is pulled and the weakest link decides.

    >>> weakest_gains().round(2).tolist()
    [0.4, 0.0, 0.0]
    """
    links = machine_links(values)
    least = links["before"].min()
    alone = {name: links["before"].mask(links.index == name, links["after"]).min() / least - 1 for name in LEVERS}
    return pd.Series(alone, name="weakest")


def product_gains(values: Mapping[str, float] | None = None) -> pd.Series:
    """Return the same where the links multiply: each lever has its own gain, whatever the others are.

    >>> product_gains().round(2).tolist()
    [0.43, 0.2, 0.1]
    """
    links = machine_links(values)
    return (links["after"] / links["before"] - 1).rename("multiply")


def turning_table(score: Score, limits: Mapping[str, tuple[float, float]]) -> pd.DataFrame:
    """Find for each assumption of the machine-tool plan the nearest value at which another lever becomes the best.

    Args:
        score: Returns each lever's gain from the values that differ from MACHINE_TOOLS.
        limits: For each assumption the lowest and the highest value that anybody would defend.

    Returns:
        A row an assumption: now, turns at, change in per cent of the assumption as it is written, link (the largest
        change that it makes in what a link carries, before or after, as the size of a log ratio), and the new best
        lever. The rows are in the order of link, which is the same however an assumption is written: "loses" or "does
        not lose". An assumption that turns nothing within its limits has nan and stays at the end.

    Source: our construction.

    >>> table = turning_table(weakest_gains, {"quality needed": (0.5, 1.5), "part fails": (0, 0.5)})
    >>> [round(value, 2) for value in table.loc["quality needed", ["turns at", "change", "link"]]]
    [0.71, -28.79, 0.34]
    """
    rows = {name: _nearest(score, name, ends) for name, ends in limits.items()}
    table = pd.DataFrame(rows).T.astype({"now": float, "turns at": float, "change": float, "link": float})
    return table.loc[table["link"].round(6).sort_values(kind="stable").index].rename_axis("assumption")


def _nearest(score: Score, name: str, ends: tuple[float, float]) -> dict[str, object]:
    """Return the row of one assumption: the nearer of the turning values below and above its present value."""
    now = MACHINE_TOOLS[name]
    leader = str(score({}).idxmax())
    found = [turn for end in ends if (turn := _first_turn(score, name, end, leader)) is not None]
    if not found:
        return {"now": now, "turns at": math.nan, "change": math.nan, "link": math.nan, "new best": ""}
    place, follower = min(found, key=lambda pair: abs(pair[0] - now))
    moved = link_change({name: place})
    return {"now": now, "turns at": place, "change": 100 * (place / now - 1), "link": moved, "new best": follower}


def link_change(values: Mapping[str, float], plan: Mapping[str, float] | None = None) -> float:
    """Return the largest change that these values make in what a link carries, before or after, as |ln(new / old)|.

    `plan` has the values from which the change is counted, where they differ from MACHINE_TOOLS.

    Source: our construction.

    >>> round(link_change({"money loses": 0.54}), 2), round(link_change({"quality": 0.646}), 2)
    (0.34, 0.34)
    """
    old = plan or {}
    ratios = machine_links({**old, **values}) / machine_links(old)
    return float(ratios.map(lambda ratio: abs(math.log(ratio)) if ratio > 0 else math.inf).max().max())


def _first_turn(score: Score, name: str, end: float, leader: str) -> tuple[float, str] | None:
    """Return the first value on the way to an end of the limits at which the leader leads no more, and who does."""
    now = MACHINE_TOOLS[name]
    steps = [now + (end - now) * step / 400 for step in range(401)]
    for near, far in zip(steps, steps[1:], strict=False):
        follower = str(score({name: far}).idxmax())
        if follower != leader:
            return _between(score, name, (near, far), leader), follower
    return None


def _between(score: Score, name: str, ends: tuple[float, float], leader: str) -> float:
    """Halve the stretch in which the leader changes until its place is known to nine digits."""
    near, far = ends
    for _step in range(40):
        middle = (near + far) / 2
        if str(score({name: middle}).idxmax()) == leader:
            near = middle
        else:
            far = middle
    return far
