"""Selling a machine and billing its repairs, or selling its hours: who bears a failure, and who would prevent it.

A machine fails so many times a year. Each failure costs its user the stop, and its maker the repair. Under a *bill* the
user also pays the maker for each repair. Under the *hour* the user pays one fee a year, and the maker pays for repairs.
A plan of more visits and more care costs a sum a year and raises the time between failures.
"""

import math

import pandas as pd
from scipy.special import ndtri

from longwave.checks import InputError, number


def failures_after(failures: float, gain: float, careless: float = 0.0) -> float:
    """Compute the failures a year once the time between them has risen by a share: n (1 + a) / (1 + g).

    Args:
        failures: n, failures a year before, at least 0.
        gain: g, the rise of the time between failures, a share of at least 0.
        careless: a, the share by which a user who pays no repair lets failures rise, at least 0.

    Raises:
        InputError: A number is out of range.

    Source: a definition.

    >>> failures_after(4, 0.25)
    3.2
    """
    before, rise = number("failures", failures, minimum=0), number("gain", gain, minimum=0)
    return before * (1 + number("careless", careless, minimum=0)) / (1 + rise)


def yearly_money(
    failures: float, gain: float, bill: float, repair: float, plan: float, stop: float, careless: float = 0.0
) -> pd.DataFrame:
    """Compute what maker and user earn or lose in a year by failures, under three ways, before any fee for the hour.

    Args:
        failures: Failures a year without the plan.
        gain: What the plan adds to the time between failures, a share.
        bill: What the user pays for a repair, money.
        repair: What a repair costs the maker, money.
        plan: What the plan costs the maker a year, money.
        stop: What one failure costs the user, money.
        careless: The share by which failures rise where the user pays no repair.

    Returns:
        Rows bill, "bill and plan" and hour; columns failures, maker, user and together.

    Raises:
        InputError: A number is out of range.

    Our own construction, for the two contracts that Guajardo, Cohen, Kim and Netessine (2012) compare.

    >>> yearly_money(4, 0.25, bill=9000, repair=5000, plan=6000, stop=10_000)["together"].tolist()
    [-60000.0, -54000.0, -54000.0]
    """
    price, cost = number("bill", bill, minimum=0), number("repair", repair, minimum=0)
    care, loss = number("plan", plan, minimum=0), number("stop", stop, minimum=0)
    counts = {
        "bill": failures_after(failures, 0),
        "bill and plan": failures_after(failures, gain),
        "hour": failures_after(failures, gain, careless),
    }
    rows = {}
    for way, count in counts.items():
        paid = 0.0 if way == "hour" else price
        maker = count * (paid - cost) - care * (way != "bill")
        rows[way] = {"failures": count, "maker": maker, "user": -count * (paid + loss)}
    found = pd.DataFrame(rows).T
    return found.assign(together=found["maker"] + found["user"])


def fee_range(
    failures: float, gain: float, bill: float, repair: float, plan: float, stop: float, careless: float = 0.0
) -> pd.Series:
    """Compute the yearly fee at which the maker, and that at which the user, is as well off by the hour as by the bill.

    The arguments are those of `yearly_money`. The lowest fee is what the maker must get, the highest what the user can
    pay. If the lowest is above the highest, no fee suits both.

    Our own construction, for the two contracts that Guajardo, Cohen, Kim and Netessine (2012) compare.

    >>> fee_range(4, 0.25, bill=9000, repair=5000, plan=6000, stop=10_000).tolist()
    [38000.0, 44000.0]
    """
    money = yearly_money(failures, gain, bill, repair, plan, stop, careless)
    by_bill, by_hour = money.loc["bill"], money.loc["hour"]
    return pd.Series({"low": by_bill["maker"] - by_hour["maker"], "high": by_hour["user"] - by_bill["user"]})


def turning_stop(failures: float, gain: float, repair: float, plan: float, careless: float = 0.0) -> float:
    """Compute the cost of a stop from which maker and user together gain by the hour.

        K = (n − n') (R + L),  so  L = K / (n − n') − R

    The arguments are those of `yearly_money`. Below zero, the hour pays even where a stop costs nothing.

    Raises:
        InputError: A number is out of range, or failures do not fall: then no stop is dear enough.

    Our own construction.

    >>> round(turning_stop(4, 0.25, repair=5000, plan=6000))
    2500
    """
    saved = failures_after(failures, 0) - failures_after(failures, gain, careless)
    if saved <= 0:
        raise InputError("failures must fall, or no stop is dear enough.")
    return number("plan", plan, minimum=0) / saved - number("repair", repair, minimum=0)


def plan_price_range(failures: float, gain: float, bill: float, repair: float, plan: float, stop: float) -> pd.Series:
    """Compute the yearly price of a plan sold *beside* the bill at which the maker, and that at which the user, gains.

    The arguments are those of `yearly_money`. The lowest price covers the plan and the margin on repairs that do not
    happen, which is also what a maker saves who has sold the plan and leaves it undone. The highest is what the user
    saves on bills and stops. The two differ by K less than (n − n') (R + L), as the two fees of the hour do.

    Our own construction: the third contract beside the two that Guajardo, Cohen, Kim and Netessine (2012) compare.

    >>> plan_price_range(4, 0.25, bill=9000, repair=5000, plan=6000, stop=10_000).tolist()
    [9200.0, 15200.0]
    """
    money = yearly_money(failures, gain, bill, repair, plan, stop)
    before, after = money.loc["bill"], money.loc["bill and plan"]
    return pd.Series({"low": before["maker"] - after["maker"], "high": after["user"] - before["user"]})


def turning_gain(failures: float, stop: float, repair: float, plan: float) -> float:
    """Compute the rise of the time between failures from which maker and user together gain by the plan.

        K = n g / (1 + g) · (R + L),  so  g = K / (n (R + L) − K)

    The arguments are those of `yearly_money`. The result is a share; it is infinite where even a machine that never
    fails again would not save what the plan costs.

    Our own construction, `turning_stop` solved for the gain.

    >>> [round(turning_gain(4, stop, repair=5000, plan=6000), 3) for stop in (1200, 10_000, 30_000)]
    [0.319, 0.111, 0.045]
    """
    saved = number("failures", failures, minimum=0) * (
        number("repair", repair, minimum=0) + number("stop", stop, minimum=0)
    )
    cost = number("plan", plan, minimum=0)
    return cost / (saved - cost) if saved > cost else math.inf


def machines_needed(failures: float, gain: float, error: float = 0.05, power: float = 0.8) -> int:
    """Compute how many machines each arm of a trial of one year needs to see a gain, if failures follow Poisson.

        m = (z(1 − α/2) + z(power))² (1/n + 1/n') / ln(1 + g)²,  rounded up

    Args:
        failures: n, failures a year and machine without the plan, above 0.
        gain: g, the rise of the time between failures, a share above 0; n' = n / (1 + g).
        error: α, the chance of a gain where there is none, on both sides together, from 0.001 to 0.5.
        power: The chance to see the gain if it is there, from 0.5 to 0.999.

    Raises:
        InputError: A number is out of range.

    Source: the usual sample size for the logarithm of a ratio of two Poisson rates; any textbook of trials.

    >>> machines_needed(4, 0.25)
    89
    """
    after = failures_after(failures, gain)
    if gain == 0 or after == 0:
        raise InputError("failures and gain must be above 0, or there is nothing to see.")
    sides = 1 - number("error", error, minimum=0.001, maximum=0.5) / 2
    reach = float(ndtri(sides)) + float(ndtri(number("power", power, minimum=0.5, maximum=0.999)))
    return math.ceil(reach**2 * (1 / failures + 1 / after) / math.log1p(gain) ** 2)
