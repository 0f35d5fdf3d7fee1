"""A machine that is bought for good against a rent that can be given back, and what a set-up cost changes."""

import math

from longwave.checks import InputError, number, positive_number
from longwave.topics.waiting.models.option import RATE, roots, waiting_multiple

HIGHEST = 1e6  # multiple of the user cost beyond which nobody looks for a trigger


def own_trigger(sigma: float, subsidy: float = 0.0, rate: float = RATE) -> float:
    """Compute the yearly benefit at which a firm buys, as a multiple of the user cost r I.

        x*/(r I) = (1 − s) V*/I

    Args:
        sigma: σ, at least 0.
        subsidy: s, the share of the price that the state pays, from 0 to 1.
        rate: r, cost of capital a year, above 0.

    Returns:
        A multiple; 1 is the rule of present value.

    Source: our own construction, from McDonald and Siegel (1986).

    >>> round(own_trigger(0.2), 4), round(own_trigger(0.2, subsidy=0.5), 4)
    (2.0, 1.0)
    """
    return (1 - number("subsidy", subsidy, minimum=0, maximum=1)) * waiting_multiple(sigma, rate)


def rent_trigger(sigma: float, rent: float, setup: float = 0.0, rate: float = RATE) -> float:
    """Compute the yearly benefit at which a firm starts to rent, as a multiple of the user cost r I.

    A rent that needs no set-up starts, stops and starts again where the benefit x is the rent c. A set-up K is sunk:

        (β₁ − β₂) B x^β₂ + (β₁ − 1) x/r − β₁ (c/r + K) = 0,   B = c^(1 − β₂) / (r (β₁ − β₂))

    with x ≥ c. Once K is paid, the rent can stop below c and start again at c for nothing. The price of the machine, I,
    is 1 here; the value has no drift, so δ = r. With σ = 0.2 and r = 0.04 the roots are 2 and −1, and K costs more of
    the trigger than its size: x + c²/x = 2 (c + K).

    Args:
        sigma: σ, above 0.
        rent: c, as a multiple of the user cost, above 0.
        setup: K, as a share of the machine's price, at least 0.
        rate: r, cost of capital a year, above 0.

    Returns:
        x/r, a multiple of the user cost, at least the rent.

    Raises:
        InputError: A number is out of range.

    Source: the firm that may suspend without loss is a case in Dixit and Pindyck (1994, chapter 6); we saw the contents
    of that chapter only, and derived the equation: value and slope of both branches meet at x = c and at the trigger.

    >>> rent_trigger(0.2, rent=2), round(rent_trigger(0.2, rent=2, setup=0.1), 2)
    (2.0, 2.74)
    """
    from scipy.optimize import brentq

    cost, sunk = positive_number("rent", rent), number("setup", setup, minimum=0)
    if sunk == 0:
        return cost
    plus, minus = roots(sigma, rate)

    def left(multiple: float) -> float:
        kept = cost ** (1 - minus) * multiple**minus
        return float(kept + (plus - 1) * multiple - plus * (cost + sunk))

    return float(brentq(left, cost, HIGHEST))


def largest_setup(sigma: float, rent: float, rate: float = RATE) -> float:
    """Compute the set-up cost up to which a rent is taken no later than a machine is bought.

        K = [c^(1 − β₂) x^β₂ + (β₁ − 1) x] / β₁ − c,   x = V*/I

    Args:
        sigma: σ, above 0.
        rent: c, as a multiple of the user cost, above 0 and at most V*/I.
        rate: r, cost of capital a year, above 0.

    Returns:
        K, as a share of the machine's price.

    Raises:
        InputError: The rent is so high that no set-up, not even none, makes it earlier.

    Source: our own construction, `rent_trigger` solved for K.

    >>> [round(largest_setup(0.2, rent), 4) for rent in (1, 1.5, 2)]
    [0.25, 0.0625, 0.0]
    """
    plus, minus = roots(sigma, rate)
    trigger, cost = waiting_multiple(sigma, rate), positive_number("rent", rent)
    if cost > trigger * (1 + 1e-9):
        raise InputError(f"rent must be at most {trigger:.4g}, the multiple at which a machine is bought.")
    kept = float(cost ** (1 - minus) * trigger**minus)
    return max(0.0, (kept + (plus - 1) * trigger) / plus - cost)


def adopters(trigger: float, median: float, spread: float) -> float:
    """Compute the share of firms whose benefit is at the trigger or above, if benefits are lognormal.

    Args:
        trigger: Multiple of the user cost, above 0.
        median: Median benefit, as a multiple of the user cost, above 0.
        spread: Standard deviation of the logarithm, above 0.

    Returns:
        A share from 0 to 1.

    Source: our own construction.

    >>> round(adopters(2, median=1.5, spread=0.5), 3)
    0.283
    """
    from scipy.stats import norm

    distance = math.log(positive_number("trigger", trigger) / positive_number("median", median))
    return float(norm.sf(distance / positive_number("spread", spread)))
