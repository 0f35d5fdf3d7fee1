"""The value of waiting: when a firm that may put off an irreversible investment makes it."""

import math
from statistics import NormalDist

from longwave.checks import InputError, number, positive_number

RATE = 0.04  # what capital costs a year, and what an installed machine yields of its value
_normal = NormalDist().cdf


def roots(sigma: float, rate: float = RATE, payout: float | None = None) -> tuple[float, float]:
    """Return the positive and the negative root of the equation of waiting.

        ½ σ² β (β − 1) + (r − δ) β − r = 0

    Args:
        sigma: σ, standard deviation of a year's change in the logarithm of the value, above 0.
        rate: r, cost of capital a year, above 0.
        payout: δ, what the installed machine yields a year, as a share of its value, above 0; r if it is not given,
            so that the value has no drift.

    Returns:
        β₁ above 1, and β₂ below 0.

    Raises:
        InputError: A number is not above 0.

    Source: McDonald and Siegel (1986).

    >>> [round(root, 6) for root in roots(0.2)]
    [2.0, -1.0]
    """
    variance = positive_number("sigma", sigma) ** 2
    rate = positive_number("rate", rate)
    drift = (rate - positive_number("payout", rate if payout is None else payout)) / variance
    spread = math.sqrt((drift - 0.5) ** 2 + 2 * rate / variance)
    return 0.5 - drift + spread, 0.5 - drift - spread


def waiting_multiple(sigma: float, rate: float = RATE, payout: float | None = None) -> float:
    """Compute how many times its cost an investment must be worth before it is made.

        V*/I = β₁ / (β₁ − 1)

    Arguments and errors are those of `roots`; with sigma 0 and no drift the answer is 1, the rule of present value.

    Source: McDonald and Siegel (1986).

    >>> [round(waiting_multiple(sigma), 2) for sigma in (0.1, 0.2, 0.3, 0.4)]
    [1.42, 2.0, 2.76, 3.73]
    """
    if number("sigma", sigma, minimum=0) == 0 and payout in (None, rate):
        return 1.0
    beta = roots(sigma, rate, payout)[0]
    return beta / (beta - 1)


def chance_to_invest(sigma: float, years: float = math.inf, value: float = 1.0, rate: float = RATE) -> float:
    """Compute the chance that a firm has invested within some years, if the value has no drift.

        within T years: Φ((−b − σ²T/2) / σ√T) + e^(−b) Φ((−b + σ²T/2) / σ√T),   b = ln(V*/V)
        at any time:    V / V*

    Args:
        sigma: σ, above 0.
        years: T, at least 0; without a number, for ever.
        value: V today, as a multiple of the cost I, above 0.
        rate: r, cost of capital a year, above 0.

    Returns:
        A probability; 1 if V is V* or more.

    Source: the reflection principle for a Brownian motion with drift, as in any textbook.

    >>> round(chance_to_invest(0.2), 3), round(chance_to_invest(0.2, years=5), 3)
    (0.5, 0.084)
    """
    gap = math.log(waiting_multiple(sigma, rate) / positive_number("value", value))
    if gap <= 0:
        return 1.0
    if years == math.inf:
        return math.exp(-gap)
    if number("years", years, minimum=0) == 0:
        return 0.0
    spread, pull = sigma * math.sqrt(years), sigma**2 * years / 2
    return _normal((-gap - pull) / spread) + math.exp(-gap) * _normal((-gap + pull) / spread)


def longest_payback(sigma: float, rate: float = RATE, wear: float = 0.0, again: bool = False) -> float:
    """Compute the longest payback, in years, at which a firm still invests.

        T = 1 / ((r + w) V*/I)

    A machine that saves 1 a year, and w less of it each year, is worth 1 / (r + w). If the chance to buy comes once,
    V*/I has the root of ½ σ² β (β − 1) = r. If a machine that fails may be bought again, less is given up by buying:
    let it fail in a year with the chance w, and the root is that of ½ σ² β (β − 1) = r + w.

    Args:
        sigma: σ, at least 0.
        rate: r, cost of capital a year, above 0.
        wear: w, the share of the saving that is lost each year, at least 0.
        again: Whether a machine that has failed may be bought again.

    Returns:
        Years; with sigma 0 the payback at which the present value is zero.

    Source: our own construction, from `waiting_multiple`.

    >>> longest_payback(0), round(longest_payback(0.2), 2)
    (25.0, 12.5)
    """
    lost = positive_number("rate", rate) + number("wear", wear, minimum=0)
    return 1 / lost / waiting_multiple(sigma, lost if again else rate)


def required_sigma(payback: float, rate: float = RATE, wear: float = 0.0, again: bool = False) -> float:
    """Compute how uncertain the value must be for waiting alone to explain a payback threshold.

        β = m / (m − 1),   m = 1 / ((r + w) T),   σ² = 2 r / (β (β − 1))

    with r + w in place of the last r if the machine may be bought again.

    Args:
        payback: T, the longest payback that is accepted, in years, above 0.
        rate: r, cost of capital a year, above 0.
        wear: w, the share of the saving that is lost each year, at least 0.
        again: Whether a machine that has failed may be bought again.

    Returns:
        σ a year; 0 if present value alone explains the threshold.

    Raises:
        InputError: A number is out of range.

    Source: our own construction, `longest_payback` solved for σ.

    >>> round(required_sigma(1.25), 2), required_sigma(25)
    (1.2, 0.0)
    >>> [round(required_sigma(1.25, rate=0.1, wear=0.2, again=again), 2) for again in (False, True)]
    [0.46, 0.79]
    """
    multiple = longest_payback(0, rate, wear) / positive_number("payback", payback)
    if multiple <= 1:
        if multiple < 1 - 1e-9:
            raise InputError("payback must be at most that of a present value of zero, 1 / (rate + wear).")
        return 0.0
    beta = multiple / (multiple - 1)
    return math.sqrt(2 * (rate + wear if again else rate) / (beta * (beta - 1)))
