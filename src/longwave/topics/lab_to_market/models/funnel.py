"""A funnel of two steps from a patent to an industry, and four ways to split a gap between its steps."""

import math

import pandas as pd

from longwave.checks import InputError, number


def conversion_rate(used: float, industry: float) -> float:
    """Compute which part of the patents that are used is brought into industry.

        rate = use × conversion,   conversion = rate / use

    Args:
        used: per cent of valid patents that are used, above 0, at most 100.
        industry: per cent of valid patents brought into industry, above 0, at most `used`.

    Returns:
        Conversion, per cent of the patents that are used.

    Raises:
        InputError: A rate is out of range, or more is brought into industry than is used.

    Source: own construction. It takes what is in industry to be a part of what is used.

    >>> round(conversion_rate(63.2, 46), 1)
    72.8
    """
    used, industry = _rates(used, industry)
    return 100 * industry / used


def cured(used: float, industry: float, leader_used: float, leader_industry: float) -> pd.Series:
    """Compute an owner's rate if one step, or both, were as good as the leader's.

    Args:
        used: per cent of the owner's patents that are used.
        industry: per cent of the owner's patents brought into industry.
        leader_used: the same of the leader, at least the owner's.
        leader_industry: the same of the leader, above the owner's.

    Returns:
        now; use, with the leader's use and the owner's conversion; conversion, with the owner's use and the leader's
        conversion; both, the leader's rate. All per cent of valid patents.

    Raises:
        InputError: A rate is out of range, or the leader does not lead.

    Source: own construction.

    >>> cured(12.3, 2.7, 63.2, 46).round(2).to_dict()
    {'now': 2.7, 'use': 13.87, 'conversion': 8.95, 'both': 46.0}
    """
    used, industry = _rates(used, industry)
    leader_used, leader_industry = _rates(leader_used, leader_industry)
    if leader_industry <= industry:
        raise InputError(f"leader_industry must be above {industry:g}, not {leader_industry:g}.")
    found = {
        "now": industry,
        "use": leader_used * industry / used,
        "conversion": used * leader_industry / leader_used,
        "both": leader_industry,
    }
    return pd.Series(found, name="industry")


def gap_split(used: float, industry: float, leader_used: float, leader_industry: float) -> pd.DataFrame:
    """Split the gap between an owner and the leader between the two steps, in four ways.

        logs: ln(U/u) / ln(R/r) for use, and the rest for conversion

    In points the step that is cured first gets the smaller sum. The mean over both orders is its Shapley value.

    Args:
        used: per cent of the owner's patents that are used.
        industry: per cent of the owner's patents brought into industry.
        leader_used: the same of the leader.
        leader_industry: the same of the leader, above the owner's.

    Returns:
        A table with the rows use first, conversion first, mean of the orders, logs, and the columns use and
        conversion: shares of the gap, which add up to 1.

    Raises:
        InputError: A rate is out of range, or the leader does not lead.

    Source: own construction; in logs as lesson 30 splits a price.

    >>> gap_split(12.3, 2.7, 63.2, 46).round(2)["use"].to_dict()
    {'use first': 0.26, 'conversion first': 0.86, 'mean of the orders': 0.56, 'logs': 0.58}
    """
    rates = cured(used, industry, leader_used, leader_industry)
    gap = rates["both"] - rates["now"]
    first, last = (rates["use"] - rates["now"]) / gap, (rates["both"] - rates["conversion"]) / gap
    in_logs = math.log(leader_used / used) / math.log(leader_industry / industry)
    shares = {"use first": first, "conversion first": last, "mean of the orders": (first + last) / 2, "logs": in_logs}
    table = pd.DataFrame({"use": pd.Series(shares)})
    return table.assign(conversion=1 - table["use"])


def turning_use(industry: float, leader_used: float, leader_industry: float) -> float:
    """Compute the owner's use at which both steps lose alike, in logs.

        U/u = (R/U) / (r/u)   →   u* = U √(r/R)

    Above it the owner loses more at conversion, below it more at use.

    Args:
        industry: r, per cent of the owner's patents brought into industry.
        leader_used: U, per cent of the leader's patents that are used.
        leader_industry: R, per cent of the leader's patents brought into industry.

    Returns:
        u*, per cent of the owner's patents.

    Raises:
        InputError: A rate is out of range.

    Source: own construction.

    >>> round(turning_use(2.7, 63.2, 46), 1)
    15.3
    """
    leader_used, leader_industry = _rates(leader_used, leader_industry)
    industry = number("industry", industry, minimum=0, maximum=leader_industry)
    return leader_used * math.sqrt(industry / leader_industry)


def _rates(used: float, industry: float) -> tuple[float, float]:
    used = number("used", used, minimum=0, maximum=100)
    industry = number("industry", industry, minimum=0, maximum=100)
    if industry == 0:
        raise InputError("industry must be above 0, not 0.")
    if industry > used:
        raise InputError(f"industry must be at most used ({used:g}), not {industry:g}.")
    return used, industry
