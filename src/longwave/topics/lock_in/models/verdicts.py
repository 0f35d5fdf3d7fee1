"""What a victory proves, what it costs if the worse one wins, and what the one behind needs to win after all."""

import numpy as np
import pandas as pd
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar
from scipy.special import betainc

from longwave.checks import InputError, number, whole_number
from longwave.topics.lock_in.models.lock_in import lock_in_probability

EDGE = 1e-9


def misplaced_share(advantage: float, barrier: int) -> float:
    """Compute the extra share of misplaced adopters, on average, against a world in which the better one always wins.

        (1 − P) · (2p − 1)

    If the worse one wins, p of all later adopters would rather have the other, and 1 − p would if the better one wins;
    the difference is 2p − 1. All who are misplaced are this extra share and the 1 − p who would be in any case.
    `advantage` (p, at least one half and below 1) and `barrier` (N) are as in `lock_in_probability`, whose result is P.

    Source: ours.

    >>> round(misplaced_share(advantage=0.75, barrier=1), 9)  # one in four times one half
    0.125
    """
    chance = number("advantage", advantage, minimum=0.5)
    return (1 - lock_in_probability(chance, barrier)) * (2 * chance - 1)


def most_misplaced(barrier: int) -> pd.Series:
    """Find the advantage with the largest extra share of misplaced adopters, for a barrier N of 1 or more.

    The result has advantage (p) and share, the latter as `misplaced_share` counts it.

    Source: ours, by a search over p.

    >>> most_misplaced(barrier=1).round(6).tolist()
    [0.75, 0.125]
    """
    limit = whole_number("barrier", barrier, minimum=1)
    best = minimize_scalar(
        lambda chance: -misplaced_share(float(chance), limit),
        bounds=(0.5, 1 - EDGE),
        method="bounded",
        options={"xatol": 1e-9},
    )
    return pd.Series({"advantage": float(best.x), "share": -float(best.fun)}, name=limit)


def winner_is_better(barrier: int, low: float = 0.5, high: float = 1.0) -> float:
    """Compute how likely the winner is the better technology, if p is anything from low to high with equal chance.

        ∫ P(p) dp / (high − low),  over p from low to high

    Before the race each of the two is as likely to be the better one. `barrier` is N ≥ 1, and `low` and `high` are
    from one half to 1, the first below the second.

    Source: Bayes' rule; the even prior is a choice.

    >>> round(winner_is_better(barrier=1), 9)
    0.75
    """
    limit = whole_number("barrier", barrier, minimum=1)
    least, most = number("low", low, minimum=0.5, maximum=1), number("high", high, minimum=0.5, maximum=1)
    if least >= most:
        raise InputError(f"low must be below high, not {low!r} and {high!r}.")
    area, _error = quad(lambda chance: lock_in_probability(min(chance, 1 - EDGE), limit), least, most)
    return float(area) / (most - least)


def winner_after_losers(barrier: int, losers: int) -> float:
    """Compute how likely the winner is the better one, if p is unknown and so many chose the loser before the lock.

        P = ∫ p^(N+L) q^L dp / ∫ (p^(N+L) q^L + q^(N+L) p^L) dp,  over p from 1/2 to 1, with q = 1 − p

    Every p from one half to 1 is as likely as any other, and before the race each technology is as likely to be the
    better one. Few losers speak for a large p. Were p known, they would cancel: P would be p^N / (p^N + q^N).
    `barrier` is N ≥ 1; `losers`, L ≥ 0, is how many adopters had the losing technology when the lead reached N.

    Source: Bayes' rule; the even prior is a choice. The quotient is a regularised incomplete beta function.

    >>> winner_after_losers(barrier=1, losers=0)  # 3/8 over 3/8 + 1/8, the areas under p and under q
    0.75
    """
    limit, lost = whole_number("barrier", barrier, minimum=1), whole_number("losers", losers, minimum=0)
    return float(1 - betainc(limit + lost + 1, lost + 1, 0.5))


def chance_if_it_lasts(advantage: float, adopters: int, barrier: int, lead: int, later: float = 0.5) -> float:
    """Compute how likely a technology wins if it has its advantage for the next adopters only.

        V₀(k) = P(k) at the later p;   Vₘ(k) = p · Vₘ₋₁(k + 1) + q · Vₘ₋₁(k − 1) between the walls

    `advantage` (p, from 0 to 1) holds for the next `adopters` (m ≥ 0), and `later` after them, strictly between 0 and
    1. `barrier` (N) and `lead` (k) are as in `lock_in_probability`, whose result is P.

    Source: ours.

    >>> chance_if_it_lasts(advantage=0.9, adopters=1, barrier=1, lead=0)
    0.9
    >>> chance_if_it_lasts(advantage=0.9, adopters=0, barrier=5, lead=-4)
    0.1
    """
    chance = number("advantage", advantage, minimum=0, maximum=1)
    limit, spell = whole_number("barrier", barrier, minimum=1), whole_number("adopters", adopters, minimum=0)
    here = whole_number("lead", lead, minimum=-limit, maximum=limit)
    wins = np.array([lock_in_probability(later, limit, place) for place in range(-limit, limit + 1)])
    for _adopter in range(spell):
        wins[1:-1] = chance * wins[2:] + (1 - chance) * wins[:-2]
    return float(wins[limit + here])


def needed_advantage(barrier: int, lead: int, chance: float = 0.5) -> float:
    """Find the p with which a technology that leads by `lead`, below 0 if it is behind, wins with a given chance.

    `barrier` is N ≥ 1, `lead` a whole number above −N and below N, `chance` strictly between 0 and 1.

    Source: the formula of `lock_in_probability`, solved for p by bisection.

    >>> needed_advantage(barrier=5, lead=0)
    0.5
    >>> round(needed_advantage(barrier=10, lead=-9), 4)  # the steps halve: 1/2 of all chance is the first of them
    0.6667
    """
    limit = whole_number("barrier", barrier, minimum=1)
    ahead = whole_number("lead", lead, minimum=1 - limit, maximum=limit - 1)
    wanted = number("chance", chance, minimum=0, maximum=1)
    if wanted in (0, 1):
        raise InputError(f"chance must be strictly between 0 and 1, not {chance!r}.")
    return float(brentq(lambda p: lock_in_probability(p, limit, ahead) - wanted, EDGE, 1 - EDGE))
