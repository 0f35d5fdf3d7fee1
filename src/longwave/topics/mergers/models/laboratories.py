"""Two rivals that do research: apart, with laboratories merged, or as one firm."""

import pandas as pd

from longwave.checks import InputError, number, positive_number

REGIMES = ("apart", "laboratories", "firms")
RESEARCH_COST = 4.0  # γ of the lesson's example


def research_regimes(
    spillover: float, research_cost: float = RESEARCH_COST, market: float = 1, inside: float | None = None
) -> pd.DataFrame:
    """Compute research and output of two equal rivals under three regimes.

        apart:        x = R (2 − β) / (4.5 γ − (2 − β)(1 + β)),   Q = 2 (R + (1 + β) x) / 3
        laboratories: x = R (1 + ι) / (4.5 γ − (1 + ι)²),         Q = 2 (R + (1 + ι) x) / 3
        firms:        x = R (1 + ι) / (4 γ − (1 + ι)²),           Q = (R + (1 + ι) x) / 2

    Research x cuts the own unit cost by x and the rival's by β x, and costs γ x² / 2. Between those that merge the
    part ι passes: β if they agree on budgets and share nothing more, 1 if they share all. Then both choose quantities,
    or one firm chooses for both. Demand is a − Q, and R = a − c. The cost c must be at least the cut, (1 + ι) x.

    Args:
        spillover: β, from 0 (nothing leaks) to 1 (all of it).
        research_cost: γ, large enough that no regime wants research without end: 4 γ above (1 + ι)².
        market: R, money a unit, above 0.
        inside: ι, from 0 to 1; None takes the spillover.

    Returns:
        One row a regime; columns research (x of each, money a unit), output (Q) and profit (of both, money).

    Raises:
        InputError: A number is out of range, or research is too cheap for the model.

    Source: D'Aspremont and Jacquemin (1988) for ι = β, Kamien, Muller and Zang (1992) for ι = 1; derived here.

    >>> research_regimes(0.8).round(3)[["research", "output"]].to_numpy().tolist()
    [[0.076, 0.758], [0.122, 0.813], [0.141, 0.627]]
    """
    beta, gamma = number("spillover", spillover, minimum=0, maximum=1), positive_number("research_cost", research_cost)
    size, reach = positive_number("market", market), 1 + beta
    joint = reach if inside is None else 1 + number("inside", inside, minimum=0, maximum=1)
    if min(4 * gamma - joint**2, 4.5 * gamma - (2 - beta) * max(reach, 2 - beta)) <= 0:
        raise InputError(f"research_cost ({gamma:g}) is too low at this spillover: research would pay without end.")
    research = {
        "apart": size * (2 - beta) / (4.5 * gamma - (2 - beta) * reach),
        "laboratories": size * joint / (4.5 * gamma - joint**2),
        "firms": size * joint / (4 * gamma - joint**2),
    }
    rows = {}
    for regime, x in research.items():
        lower = size + (reach if regime == "apart" else joint) * x
        sold, margin = (lower / 2, lower / 2) if regime == "firms" else (2 * lower / 3, lower / 3)
        rows[regime] = {"research": x, "output": sold, "profit": sold * margin - gamma * x**2}
    return pd.DataFrame(rows).T.rename_axis("regime")


def answer_slope(spillover: float, research_cost: float = RESEARCH_COST) -> float:
    """Return by how much a rival that is apart changes its research when the other does one unit more.

        r = 2 (2 − β)(2 β − 1) / (9 γ − 2 (2 − β)²)

    Where r is between −1 and 1 the two settle down; below −1 each step overshoots, and the equilibrium is not stable.

    Args:
        spillover: β, from 0 to 1.
        research_cost: γ, above 2 (2 − β)² / 9.

    Returns:
        r, a plain number.

    Raises:
        InputError: A number is out of range, or research is too cheap for the model.

    Source: the condition of Henriques (1990), derived here.

    >>> round(answer_slope(0.1, research_cost=1), 2), round(answer_slope(0.1), 2)
    (-1.71, -0.11)
    """
    beta, gamma = number("spillover", spillover, minimum=0, maximum=1), positive_number("research_cost", research_cost)
    curve = 9 * gamma - 2 * (2 - beta) ** 2
    if curve <= 0:
        raise InputError(f"research_cost ({gamma:g}) is too low at this spillover: research would pay without end.")
    return 2 * (2 - beta) * (2 * beta - 1) / curve


def turning_cost(spillover: float) -> float:
    """Return the cost of research below which one merged firm makes more than two rivals that are apart.

        γ* = (1 + β)(5 β − 1) / 3, at least 0

    Args:
        spillover: β, from 0 to 1.

    Returns:
        γ*, as `research_cost`; 0 where merged firms always make less.

    Raises:
        InputError: The spillover is out of range.

    Source: computed from `research_regimes`.

    >>> round(turning_cost(0.8), 2)
    1.8
    """
    beta = number("spillover", spillover, minimum=0, maximum=1)
    return max(0.0, (1 + beta) * (5 * beta - 1) / 3)
