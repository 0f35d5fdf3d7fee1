"""Leverage: how much other money there is for each unit of public money, and three ways to average it."""

import numpy as np
import pandas as pd

from longwave.checks import InputError


def leverage(public: object, others: object) -> pd.Series:
    """Return the leverage of several programmes together: ratio_of_sums, mean_of_ratios, median_of_ratios.

    With public money p and other money o, the ratio of sums is Σo / Σp: what one unit of all public money stands
    beside. The mean of ratios Σ(o/p) / n asks the same of a programme drawn at random, large or small. The two are
    equal only where the weights do not matter; Σo / Σp is the mean of o/p weighted with p.

    `public` and `others` are of one length, in one unit; public above 0, others 0 or more; else an InputError.

    Our own construction: three ordinary averages, side by side.

    >>> leverage([10, 90], [40, 90]).round(3).to_dict()
    {'ratio_of_sums': 1.3, 'mean_of_ratios': 2.5, 'median_of_ratios': 2.5}
    """
    p, o = np.asarray(public, dtype=float), np.asarray(others, dtype=float)
    if p.shape != o.shape or p.ndim != 1 or not p.size:
        raise InputError("public and others must be two lists of the same length, with at least one entry.")
    if not (np.isfinite(p).all() and np.isfinite(o).all() and (p > 0).all() and (o >= 0).all()):
        raise InputError("public must be above 0 and others 0 or more, all finite.")
    ratios = o / p
    return pd.Series(
        {
            "ratio_of_sums": o.sum() / p.sum(),
            "mean_of_ratios": ratios.mean(),
            "median_of_ratios": float(np.median(ratios)),
        }
    )
