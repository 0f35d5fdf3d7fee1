"""A founder who promises to stop paying, and partners who ask themselves whether she will."""

from longwave.checks import InputError


def renewal_gain(value: float, cost: float, penalty: float = 0.0) -> float:
    """Return what a founder gains by renewing: v − R − c, what is spent already left out.

    `value` v is what the institute is worth to her from now on, `cost` R what renewal costs, and `penalty` c what she
    loses by breaking a promise to stop; all 0 or more, in one unit, else an InputError. She renews if it is above 0,
    so renewal stops paying at v = R + c. A simplification of Dewatripont and Maskin (1995), whose first term is sunk.

    >>> renewal_gain(200, 165), renewal_gain(200, 165, penalty=50)
    (35.0, -15.0)
    """
    if min(value, cost, penalty) < 0:
        raise InputError("Value, cost and penalty must be 0 or more.")
    return float(value - cost - penalty)


def needed_belief(partner_value: float, cost: float) -> float:
    """Return the least probability of a stop at which partners pay for the next term themselves: q = R / w.

    Paying gives them w − R for sure; waiting gives w unless the founder stops, (1 − q) w; so they pay if q > R / w.
    `partner_value` w is what the next term is worth to them, above 0, and `cost` R, 0 or more, in one unit; else an
    InputError. Where w < R it exceeds 1: they never pay. Our own construction.

    >>> needed_belief(300, 165)
    0.55
    """
    if partner_value <= 0 or cost < 0:
        raise InputError("The partners' value must be above 0, and the cost 0 or more.")
    return float(cost / partner_value)


def base_money(earned: float, rule: str, base: float = 30.0, years_gone: int = 0, term: int = 5) -> float:
    """Return the founder's money of one year to an institute that earns `earned`, by one of three rules.

    "follows": 30 for every 70 that are earned, the mix that Fraunhofer prints of itself. "fixed": `base` whatever is
    earned. "ends": `base` in the first `term` years, then nothing, the US promise of 2012. All sums in one unit.

    >>> [base_money(140, rule, years_gone=6) for rule in ("follows", "fixed", "ends")]
    [60.0, 30.0, 0.0]

    Raises:
        InputError: if earnings or base are below 0, or the rule is not one of the three.
    """
    if min(earned, base) < 0 or rule not in ("follows", "fixed", "ends"):
        raise InputError("Money must be 0 or more, and the rule follows, fixed or ends.")
    if rule == "follows":
        return earned * 30 / 70
    return base if rule == "fixed" or years_gone < term else 0.0
