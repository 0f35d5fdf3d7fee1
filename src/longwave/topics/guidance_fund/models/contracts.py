"""Contracts of a fund with two partners, public and private: who gets what, what it costs, and what risk is shared."""

from collections.abc import Callable
from typing import TypedDict, Unpack

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import brentq
from scipy.stats import norm

from longwave.checks import InputError, number, numbers, positive_number, whole_number

STAKE, YEARS = 50.0, 7
MEAN, SPREAD = 1.5, 0.6
DRAWS = 20_000
LOWEST_CAP, HIGHEST_CAP = -0.2, 3.0
HIGHEST_MEAN = 6.0
NEAR = 1e-9  # money below which a sum is none

Floats = npt.NDArray[np.float64]


class Terms(TypedDict, total=False):
    """What the public partner concedes: a cap on its own return, a first loss, or a plain gift."""

    cap: float | None
    tranche: float
    gift: float


def fund_multiples(mean: float = MEAN, spread: float = SPREAD, draws: int = DRAWS) -> Floats:
    """Return equally likely multiples of a fund: money back after seven years for each yuan put in.

        ln M ~ Normal(ln mean − spread²/2, spread²)

    The multiples are the middles of `draws` equal slices of the distribution, in rising order, so nothing is random.

    Args:
        mean: The mean of M, above 0. 1.5 is ours.
        spread: The standard deviation of ln M, above 0. 0.6 is ours.
        draws: How many multiples, at least 1.

    Raises:
        InputError: A number is out of range.

    Source: own construction.

    >>> fund_multiples(draws=3).round(2).tolist()
    [0.7, 1.25, 2.24]
    """
    mean, spread = positive_number("mean", mean), positive_number("spread", spread)
    count = whole_number("draws", draws, minimum=1)
    middles = (np.arange(count) + 0.5) / count
    return np.asarray(mean * np.exp(spread * norm.ppf(middles) - spread**2 / 2), dtype=np.float64)


def share_out(multiples: npt.ArrayLike, cap: float | None = None, tranche: float = 0, gift: float = 0) -> pd.DataFrame:
    """Share what a fund of 100 brings back between a public and a private partner who put in 50 each.

        public = 50 M                               where the fund gains, at most 50 (1 + cap)⁷
        public = 50 − min(L, F) − max(L − F, 0) / 2   where it loses L = 100 (1 − M), at least 0
        private = 100 M − public + gift

    Args:
        multiples: M, money back for each yuan put in, each at least 0.
        cap: The most that the public partner earns a year, as a share from −0.2 to 3; None is no cap. What is above
            goes to the private partner.
        tranche: F, the first loss of the fund that the public partner bears alone, from 0 to 50, of 100.
        gift: Money that the public partner hands over in any case, at least 0.

    Returns:
        The columns multiple, public and private, in the order given; `public` is before the gift.

    Raises:
        InputError: A number is out of range.

    Source: own construction, after the designs in Jääskeläinen, Maula and Murray (2007), Research Policy 36.

    >>> share_out([0.8, 2], tranche=20)["private"].tolist()
    [50.0, 100.0]
    >>> share_out([2], cap=0.03)["private"].round(1).tolist()
    [138.5]
    """
    fund = numbers("multiples", multiples, minimum=0)
    first = number("tranche", tranche, minimum=0, maximum=STAKE)
    gift = number("gift", gift, minimum=0)
    loss = np.maximum(2 * STAKE * (1 - fund), 0)
    public = np.where(loss > 0, STAKE - np.minimum(loss, first) - np.maximum(loss - first, 0) / 2, STAKE * fund)
    public = np.maximum(public, 0)
    if cap is not None:
        rate = number("cap", cap, minimum=LOWEST_CAP, maximum=HIGHEST_CAP)
        public = np.minimum(public, STAKE * (1 + rate) ** YEARS)
    return pd.DataFrame({"multiple": fund, "public": public, "private": 2 * STAKE * fund - public + gift})


def certainty_equivalent(money: npt.ArrayLike, aversion: float = 2) -> float:
    """Return the sure sum that a partner likes as much as equally likely sums, if risk aversion is constant.

        (mean of x^(1−γ))^(1/(1−γ)),   γ = 1: exp(mean of ln x)

    Args:
        money: Sums, each above 0 unless `aversion` is 0.
        aversion: γ, relative risk aversion, from 0 (only the mean counts) to 10.

    Raises:
        InputError: A number is out of range.

    Source: constant relative risk aversion, textbook.

    >>> round(certainty_equivalent([50, 100]), 1), certainty_equivalent([50, 100], aversion=0)
    (66.7, 75.0)
    """
    sums, gamma = numbers("money", money, minimum=0), number("aversion", aversion, minimum=0, maximum=10)
    if gamma and not sums.all():
        raise InputError("money must be above 0 in every case, or aversion 0.")
    if gamma == 1:
        return float(np.exp(np.log(sums).mean()))
    return float(np.mean(sums ** (1 - gamma)) ** (1 / (1 - gamma)))


def score_contract(
    mean: float = MEAN, spread: float = SPREAD, aversion: float = 2, **terms: Unpack[Terms]
) -> pd.Series:
    """Score a contract over all the multiples of `fund_multiples`.

    Args:
        mean: As in `fund_multiples`.
        spread: As in `fund_multiples`.
        aversion: As in `certainty_equivalent`, of the private partner.
        terms: cap, tranche and gift of `share_out`.

    Returns:
        public_cost: mean of 50 M less what the public partner keeps, for each 100 in the fund, in money of year 7.
        It is not discounted, and counts neither taxes nor any good that the firms do. private_loss: share of cases in
        which the private partner gets less than its 50. certainty_equivalent and private_mean: of what it gets.

    Raises:
        InputError: A number is out of range.

    Source: own construction.

    >>> score_contract(tranche=20).round(2).tolist()
    [2.9, 0.23, 60.93, 77.9]
    """
    shared = share_out(fund_multiples(mean, spread), **terms)
    cost = STAKE * shared["multiple"] - shared["public"] + terms.get("gift", 0)
    found = {
        "public_cost": float(cost.mean()),
        "private_loss": float((shared["private"] < STAKE - NEAR).mean()),
        "certainty_equivalent": certainty_equivalent(shared["private"], aversion),
        "private_mean": float(shared["private"].mean()),
    }
    return pd.Series(found, name="contract")


def cap_that_costs(cost: float, mean: float = MEAN, spread: float = SPREAD) -> float:
    """Return the cap on the public return, as a share a year, that costs the public partner so much of 100.

    >>> round(cap_that_costs(2.9), 3)
    0.185
    """
    return _terms_that_cost(cost, lambda cap: score_contract(mean, spread, cap=cap), LOWEST_CAP, HIGHEST_CAP)


def tranche_that_costs(cost: float, mean: float = MEAN, spread: float = SPREAD) -> float:
    """Return the first loss, of 100, that costs the public partner so much; at most 50, all that it put in.

    >>> round(tranche_that_costs(2.9), 1)
    20.0
    """
    return _terms_that_cost(cost, lambda tranche: score_contract(mean, spread, tranche=tranche), 0, STAKE)


def mean_that_matches(cap: float, tranche: float, spread: float = SPREAD, aversion: float = 2) -> float:
    """Return the mean multiple to which a cap has to lift a fund so that the private partner likes it as well.

    With it the private partner's certainty equivalent is what a first loss gives at the mean of 1.5.

    Args:
        cap: As in `share_out`.
        tranche: As in `share_out`.
        spread: As in `fund_multiples`.
        aversion: As in `certainty_equivalent`, of the private partner.

    Raises:
        InputError: A number is out of range, or no mean from 1.5 to 6 does it.

    Source: own construction.

    >>> round(mean_that_matches(0.185, 20), 2)
    1.74
    """
    wanted = score_contract(spread=spread, aversion=aversion, tranche=tranche)["certainty_equivalent"]

    def gap(mean: float) -> float:
        return float(score_contract(mean, spread, aversion, cap=cap)["certainty_equivalent"] - wanted)

    if gap(MEAN) > 0 or gap(HIGHEST_MEAN) < 0:
        raise InputError("no mean from 1.5 to 6 makes the two contracts alike.")
    return float(brentq(gap, MEAN, HIGHEST_MEAN, xtol=1e-6))


def _terms_that_cost(cost: float, score: Callable[[float], pd.Series], low: float, high: float) -> float:
    """Find the term between `low` and `high` at which a contract costs the public partner `cost`."""
    wanted = number("cost", cost, minimum=0)
    ends = sorted(float(score(end)["public_cost"]) for end in (low, high))
    if not ends[0] - NEAR <= wanted <= ends[1]:
        raise InputError(f"cost must be from {max(ends[0], 0):.2f} to {ends[1]:.2f}.")
    wanted = max(wanted, ends[0])
    return float(brentq(lambda term: float(score(term)["public_cost"]) - wanted, low, high, xtol=1e-6))
