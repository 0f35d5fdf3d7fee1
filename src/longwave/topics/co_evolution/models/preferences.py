"""A rule that pays for quality, and buyers whose willingness to pay grows with what they see in use."""

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, positive_number, whole_number

EXTRA_COST, WOULD_PAY, START, PERIODS, LONGEST = 0.3, 0.2, 0.05, 60, 200


def push_path(
    push: float,
    lasts: int,
    habit: float = 0,
    extra_cost: float = EXTRA_COST,
    would_pay: float = WOULD_PAY,
    start: float = START,
    periods: int = PERIODS,
) -> pd.DataFrame:
    """Follow the share of a good, dear technology beside a cheap one, while a rule pushes it and afterwards.

        a(t) = would_pay + habit · x(t) − extra_cost + push · [t < lasts]
        x/(1 − x) at t + 1 = x/(1 − x) at t, times e^a(t)

    All in money a unit: the good technology costs `extra_cost` more, and buyers would pay `would_pay` more for it, plus
    `habit` times its present share x. `push` is what the rule adds to the gain for `lasts` periods, whether it pays the
    seller or makes buyers value quality more. `start` is the first share, above 0 and below 1. Returns the columns
    period, share and gain (a).

    Source: replicator dynamics in discrete time; that willingness to pay grows with the share is our own assumption.

    >>> push_path(0.2, 1, habit=0.2, periods=2)["gain"].round(3).tolist()
    [0.11, -0.089, -0.09]
    """
    cost, worth = number("extra_cost", extra_cost, minimum=0), number("would_pay", would_pay, minimum=0)
    slope, force = number("habit", habit, minimum=0), number("push", push, minimum=0)
    first = number("start", start, minimum=1e-9, maximum=1 - 1e-9)
    end, length = whole_number("lasts", lasts, minimum=0), whole_number("periods", periods, minimum=1)
    odds, rows = np.log(first / (1 - first)), []
    for period in range(length + 1):
        share = 1 / (1 + np.exp(-odds))
        gain = worth + slope * share - cost + force * (period < end)
        rows.append((period, share, gain))
        odds += gain
    return pd.DataFrame(rows, columns=["period", "share", "gain"])


def push_cost(push: float, habit: float, step: float = 1, start: float = START) -> tuple[float, float]:
    """Return how long a push must last, in periods, and what it costs, if one unit is sold in a period.

        cost = Σ push · x(t) · step,   until the share x passes `tie_share`

    The push can end after each `step`, a part of a period above 0 and at most 1; `push`, `habit` and `start` are those
    of `push_path`. The stronger a push that may end at any time, the nearer its cost comes to ln((1 − start)/(1 − x*)),
    from above: while it lasts, habit alone would let the share fall. One that ends with a whole period pays for too
    much of the last one.

    Source: `push_path` in steps; the limit is the integral of x against the logarithm of x/(1 − x).

    >>> push_cost(0.2, 0.2)[0], [round(push_cost(0.8, 0.2, step)[1], 2) for step in (1, 0.01)]
    (22.0, [0.91, 0.68])
    """
    length, force = positive_number("step", step), positive_number("push", push)
    if length > 1:
        raise InputError(f"step must be at most 1, not {step!r}.")
    slope, tie = number("habit", habit, minimum=0), tie_share(habit)
    share, steps, paid = number("start", start, minimum=1e-9, maximum=1 - 1e-9), 0, 0.0
    odds = float(np.log(share / (1 - share)))
    while share <= tie + 1e-12:
        if steps * length >= LONGEST:
            raise InputError(f"a push of {push!r} does not reach the tie within {LONGEST} periods.")
        paid += force * share * length
        odds += length * (WOULD_PAY + slope * share - EXTRA_COST + force)
        share, steps = float(1 / (1 + np.exp(-odds))), steps + 1
    return steps * length, paid


def tie_share(habit: float, extra_cost: float = EXTRA_COST, would_pay: float = WOULD_PAY) -> float:
    """Return the share from which the good technology grows without a rule; above 1 it never does.

        x* = (extra_cost − would_pay) / habit

    `habit` is above 0; the other two are as in `push_path`.

    Source: `push_path` with a gain of nothing.

    >>> round(tie_share(0.2), 3)
    0.5
    """
    slope = positive_number("habit", habit)
    return (number("extra_cost", extra_cost, minimum=0) - number("would_pay", would_pay, minimum=0)) / slope


def least_push(push: float, habit: float, extra_cost: float = EXTRA_COST, would_pay: float = WOULD_PAY) -> int | None:
    """Return for how many periods a rule must last so that the good technology goes on growing after its end.

    None if no length up to 200 periods does it. The arguments are those of `push_path`.

    Source: `push_path`, tried period by period.

    >>> least_push(0.2, habit=0), least_push(0.2, habit=0.2)
    (None, 22)
    """
    if push <= 0:
        raise InputError(f"push must be above 0, not {push!r}.")
    path = push_path(push, LONGEST, habit, extra_cost, would_pay, periods=LONGEST)
    alone = path["gain"] - push  # what the gain would be if the rule ended now
    grows = path.loc[alone > 1e-12, "period"]
    return None if grows.empty else int(grows.iloc[0])
