"""How sure is a share that few have answered?"""

import math

import pandas as pd

from longwave.checks import InputError, positive_number, whole_number


def share_interval(hits: int, asked: int, errors: float = 1.96) -> pd.Series:
    """Compute the interval of a share, by Wilson's rule.

    It holds every share π for which the observed one, p = hits / asked, is within so many standard errors:

        |p − π| <= errors * √(π (1 − π) / n)

    Solved for π, with z for errors: (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n).

    Args:
        hits: how many said yes, a whole number from 0 to asked.
        asked: n, how many answered, a whole number of at least 1.
        errors: z, above 0; 1.96 for 95 %.

    Returns:
        The entries low, share and high, from 0 to 1.

    Raises:
        InputError: A number is out of range.

    Source: a textbook rule (Wilson, 1927); derived above.

    >>> share_interval(16, 17).round(3).to_dict()
    {'low': 0.73, 'share': 0.941, 'high': 0.99}
    """
    asked, hits = whole_number("asked", asked, minimum=1), whole_number("hits", hits, minimum=0)
    if hits > asked:
        raise InputError(f"hits must be at most asked, not {hits} of {asked}.")
    errors = positive_number("errors", errors)
    share, spread = hits / asked, errors**2 / asked
    middle = share + spread / 2
    half = errors * math.sqrt(share * (1 - share) / asked + spread / 4 / asked)
    return pd.Series({"low": middle - half, "share": share * (1 + spread), "high": middle + half}) / (1 + spread)
