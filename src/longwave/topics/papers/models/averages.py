"""Two averages under one name: over plants, each counted once, and over hours, where long stops weigh more."""

from longwave.checks import InputError, number, positive_number


def rest_mean(total: float, count: float, part_total: float, part_count: float) -> float:
    """Compute the mean of what is left when a part is taken out of a whole.

        m = (T − P) / (N − n)

    Args:
        total: T, of the whole, in any unit, 0 or more.
        count: N, how many cases the whole has, above 0.
        part_total: P, of the part, from 0 to T.
        part_count: n, how many cases the part has, from 0 to below N.

    Returns:
        m, in the unit of T for one case.

    Raises:
        InputError: A number is out of range.

    Source: the definition of a mean.

    >>> rest_mean(total=19, count=10, part_total=10, part_count=1)
    1.0
    """
    whole, cases = number("total", total, minimum=0), positive_number("count", count)
    part = number("part_total", part_total, minimum=0, maximum=whole)
    taken = number("part_count", part_count, minimum=0)
    if taken >= cases:
        raise InputError(f"part_count must be below count, {cases:g}, not {part_count!r}.")
    return (whole - part) / (cases - taken)


def share_for_mean(mean: float, dear: float, cheap: float) -> float:
    """Compute which share of the cases must be dear ones for the mean to be so high.

        s · d + (1 − s) · c = m   ⟹   s = (m − c) / (d − c)

    Args:
        mean: m, from c to d.
        dear: d, what a dear case costs, above c.
        cheap: c, what a cheap case costs, 0 or more.

    Returns:
        s, from 0 to 1.

    Raises:
        InputError: The numbers are not in this order.

    Source: the definition of a weighted mean.

    >>> share_for_mean(mean=5.5, dear=10, cheap=1)
    0.5
    """
    low = number("cheap", cheap, minimum=0)
    high = number("dear", dear, minimum=low)
    if high == low:
        raise InputError("dear must be above cheap, or no share is needed.")
    return (number("mean", mean, minimum=low, maximum=high) - low) / (high - low)
