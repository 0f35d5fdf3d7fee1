"""What a rate of return says: money, dates, and how many rates fit; and what falls short of a promised one."""

import math
from collections.abc import Mapping
from datetime import date

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

from longwave.checks import InputError, number, positive_number, whole_number
from longwave.topics.guidance_fund.models.contracts import MEAN, SPREAD, YEARS

LOWEST_RATE, HIGHEST_RATE, STEPS = -0.95, 9.0, 4000
DAYS_A_YEAR = 365


def annual_rate(paid: float, back: float, years: float = YEARS) -> float:
    """Return the yearly rate that turns a sum paid once into a sum that comes back once.

        rate = (back / paid)^(1 / years) − 1

    >>> round(annual_rate(50, 100), 3), round(annual_rate(50, 100, years=3), 3)
    (0.104, 0.26)
    """
    grown = number("back", back, minimum=0) / positive_number("paid", paid)
    return float(grown ** (1 / positive_number("years", years)) - 1)


def rates_of_return(flows: Mapping[str, float]) -> list[float]:
    """Return every yearly rate from −95 % to 900 % at which dated payments are worth nothing together.

        Σ payment / (1 + rate)^(days since the first / 365) = 0

    Args:
        flows: Payments by date, such as {"2020-06-29": -4.8, "2021-02-04": 5.5}; paid is negative, received positive.

    Returns:
        The internal rates of return, in rising order. There is at most one if payments out all come first; there may
        be several, or none, if the sign changes more than once.

    Raises:
        InputError: A date is not of the form 2020-06-29, a payment is not a number, or all have one sign.

    Source: textbook definition of the internal rate of return.

    >>> [round(rate, 3) for rate in rates_of_return({"2020-01-01": -100, "2020-12-31": 230, "2021-12-31": -132})]
    [0.1, 0.2]
    """
    days = [_day(when) for when in flows]
    money = np.array([number("payment", value) for value in flows.values()])
    if not ((money > 0).any() and (money < 0).any()):
        raise InputError("flows must hold a payment out, below 0, and one in, above 0.")
    years = (np.array(days) - min(days)) / DAYS_A_YEAR

    def worth(rate: float) -> float:
        return float((money / (1 + rate) ** years).sum())

    grid = np.expm1(np.linspace(math.log1p(LOWEST_RATE), math.log1p(HIGHEST_RATE), STEPS))
    values = (money / (1 + grid[:, None]) ** years).sum(axis=1)
    pairs = zip(grid, grid[1:], values, values[1:], strict=False)
    return [float(brentq(worth, low, high)) for low, high, left, right in pairs if left * right < 0]


def falls_short(rate: float, years: float = YEARS, mean: float = MEAN, spread: float = SPREAD) -> float:
    """Return the chance that a fund brings back less than its money with so much interest a year.

        P(M < (1 + rate)^years)

    Args:
        rate: The promised return a year, as a share, above −1.
        years: Years until the money is due, above 0.
        mean: The mean of M, above 0.
        spread: The standard deviation of ln M, above 0.

    Raises:
        InputError: A number is out of range.

    Source: own construction, with M as in `fund_multiples`.

    >>> round(falls_short(0.08), 3), round(falls_short(0), 3)
    (0.699, 0.354)
    """
    promised = positive_number("years", years) * math.log(positive_number("1 + rate", 1 + number("rate", rate)))
    spread = positive_number("spread", spread)
    return float(norm.cdf((promised - math.log(positive_number("mean", mean)) + spread**2 / 2) / spread))


def deal_spread(lost: float = 0.65, mean: float = MEAN) -> float:
    """Return the standard deviation of ln M of a single deal, if so many deals lose money.

        P(M < 1) = Φ(s/2 − ln(mean)/s) = lost,   s = z + (z² + 2 ln mean)^(1/2),   z = Φ⁻¹(lost)

    Args:
        lost: Share of deals that bring back less than was paid, between 0 and 1.
        mean: The mean of M of a deal, above 1.

    Raises:
        InputError: A number is out of range.

    Source: own derivation; 0.65 is the count of Correlation Ventures, the mean of 1.5 is ours.

    >>> round(deal_spread(), 2), round(falls_short(0, spread=deal_spread()), 2)
    (1.36, 0.65)
    """
    gain, share = math.log(positive_number("mean", mean)), number("lost", lost)
    if gain <= 0 or not 0 < share < 1:
        raise InputError("mean must be above 1, and lost between 0 and 1.")
    z = float(norm.ppf(share))
    return z + math.sqrt(z**2 + 2 * gain)


def spread_of_mean(deals: int, spread: float = SPREAD, mean: float = MEAN) -> float:
    """Return the standard deviation of the multiple of so many independent deals of equal size, taken together.

        mean · ((exp(spread²) − 1) / deals)^(1/2)

    >>> round(spread_of_mean(1, deal_spread()), 2), round(spread_of_mean(100, deal_spread()), 2)
    (3.5, 0.35)
    """
    one = positive_number("mean", mean) * math.sqrt(math.expm1(positive_number("spread", spread) ** 2))
    return one / math.sqrt(whole_number("deals", deals, minimum=1))


def no_hit(chance: float, deals: int) -> float:
    """Return the chance that none of so many independent deals is a hit.

    >>> round(no_hit(0.04, 20), 2)
    0.44
    """
    return float((1 - number("chance", chance, minimum=0, maximum=1)) ** whole_number("deals", deals, minimum=0))


def _day(when: str) -> int:
    try:
        return date.fromisoformat(when).toordinal()
    except (TypeError, ValueError):
        raise InputError(f"each date must be like 2020-06-29, not {when!r}.") from None
