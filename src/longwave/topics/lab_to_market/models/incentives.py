"""What a share, a penalty and a bonus do to people who reckon: licences, copying, and split applications."""

import math

from longwave.checks import InputError, number, positive_number, whole_number


def kept_income(share: float, elasticity: float) -> float:
    """Compute what a university keeps when it leaves inventors a share of the income from licences.

        kept = (1 − s) s^ε

    Args:
        share: s, the inventors' share of income, from 0 to 1.
        elasticity: ε, by how many per cent income rises when s rises by one per cent, at least 0.

    Returns:
        What is kept; income is 1 where inventors get everything.

    Raises:
        InputError: A number is out of range.

    Source: own construction, after the question of Lach and Schankerman (2008).

    >>> kept_income(0.5, 1)
    0.25
    """
    share = number("share", share, minimum=0, maximum=1)
    elasticity = number("elasticity", elasticity, minimum=0)
    return float((1 - share) * share**elasticity)


def best_share(elasticity: float) -> float:
    """Compute the share for inventors at which the university keeps most.

        d/ds [(1 − s) s^ε] = 0   →   s* = ε / (1 + ε)

    Args:
        elasticity: ε of income to the share, at least 0.

    Returns:
        s*, a share of income.

    Raises:
        InputError: The elasticity is out of range.

    Source: own construction; the top of a Laffer curve.

    >>> [round(best_share(elasticity), 3) for elasticity in (0.5, 1, 2)]
    [0.333, 0.5, 0.667]
    """
    elasticity = number("elasticity", elasticity, minimum=0)
    return elasticity / (1 + elasticity)


def needed_elasticity(share: float) -> float:
    """Compute the elasticity at which a share is the best one for the university: ε = s / (1 − s).

    Args:
        share: s, from 0 to below 1.

    Returns:
        ε, no unit.

    Raises:
        InputError: The share is out of range.

    Source: own construction.

    >>> round(needed_elasticity(0.7), 2)
    2.33
    """
    share = number("share", share, minimum=0, maximum=1)
    if share == 1:
        raise InputError("share must be below 1, not 1.")
    return share / (1 - share)


def implied_elasticity(before: float, after: float, left: float) -> float:
    """Compute the elasticity that a change of the share implies, if nothing else moved the outcome.

        left = (after / before)^ε   →   ε = ln(left) / ln(after / before)

    Args:
        before: the inventors' share before, above 0, at most 1.
        after: the share after, above 0, at most 1, not the same.
        left: the outcome after as a part of that before, above 0.

    Returns:
        ε, no unit; negative if the outcome moved against the share.

    Raises:
        InputError: A number is out of range, or the share did not change.

    Source: own construction.

    >>> round(implied_elasticity(1, 1 / 3, 0.5), 2)
    0.63
    """
    before = number("before", positive_number("before", before), maximum=1)
    after = number("after", positive_number("after", after), maximum=1)
    if before == after:
        raise InputError("after must differ from before.")
    return math.log(positive_number("left", left)) / math.log(after / before)


def stopping_chance(gain: float, penalty: float, gain_is_lost: bool = False) -> float:
    """Compute the chance of being caught from which copying no longer pays.

        gain − q penalty = 0            →   q = gain / penalty
        (1 − q) gain − q penalty = 0    →   q = gain / (gain + penalty), if who is caught loses the gain, too

    Args:
        gain: what copying brings, money, at least 0.
        penalty: what being caught costs: the fine, and what a record of it costs later, money, above 0.
        gain_is_lost: whether who is caught has to give up the gain.

    Returns:
        q, a chance; above 1 no chance of being caught stops it.

    Raises:
        InputError: A number is out of range.

    Source: own construction, for someone who takes no account of risk.

    >>> stopping_chance(10, 20), stopping_chance(10, 20 + 30)
    (0.5, 0.2)
    """
    gain, penalty = number("gain", gain, minimum=0), positive_number("penalty", penalty)
    return gain / (penalty + gain * bool(gain_is_lost))


def best_filings(claims: int, bonus: float, fee: float, split_cost: float) -> int:
    """Compute into how many applications an inventor splits a fixed number of claims when each application is paid.

        the n-th application earns   bonus − fee − split_cost × (n − 1)

    The first is filed in any case, because the claims are worth protecting. Each further one is harder to word.

    Args:
        claims: how many claims there are, at least 1.
        bonus: what an application is paid, money, at least 0.
        fee: what it costs, money, at least 0.
        split_cost: by how much each further application costs more than the one before, money, above 0.

    Returns:
        The number of applications, from 1 to `claims`.

    Raises:
        InputError: A number is out of range.

    Source: own construction, for the finding of Lei, Sun and Wright (2013).

    >>> [best_filings(10, bonus, fee=1, split_cost=0.5) for bonus in (0, 1, 2, 3)]
    [1, 1, 3, 5]
    """
    claims = whole_number("claims", claims, minimum=1)
    surplus = number("bonus", bonus, minimum=0) - number("fee", fee, minimum=0)
    further = math.floor(round(surplus / positive_number("split_cost", split_cost), 9))
    return min(claims, 1 + max(0, further))
