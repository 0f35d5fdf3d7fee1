"""The slope of demand for graduates, measured from two classes: by their pay, and by pay times the chance of a job."""

import numpy as np
import pandas as pd

from longwave.checks import InputError


def demand_slopes(classes: pd.DataFrame, prices: pd.Series, begin: int, end: int) -> pd.Series:
    """Compute by how many per cent one per cent more graduates lowers what a class can hope for.

        d = −ln(v(end) / v(begin)) / ln(n(end) / n(begin))

    n is the number of graduates who look for work. v is, for the entry pay, their pay in the money of one year, and for
    the entry hoped, that pay times the share with a job. So everything that changed between the two years is put down
    to the number of graduates: a slope only if the demand for them stood still.

    Args:
        classes: Indexed by year, with seekers, pay_usd_a_month and with_job_percent.
        prices: Consumer prices, indexed by year.
        begin: Year of the first class.
        end: Year of the second one.

    Raises:
        InputError: if a class is missing, has no pay, or both are of one size.

    Our own construction.

    >>> two = pd.DataFrame({"seekers": [200, 100], "pay_usd_a_month": [1000, 1000], "with_job_percent": [40, 80]})
    >>> demand_slopes(two.set_axis([1989, 1991]), pd.Series({1989: 1, 1991: 1}), 1989, 1991).tolist()
    [0.0, 1.0]
    """
    if not {begin, end} <= set(classes.index):
        raise InputError(f"classes must have the years {begin} and {end}.")
    two = classes.loc[[begin, end], ["seekers", "pay_usd_a_month", "with_job_percent"]].to_numpy(float)
    if np.isnan(two).any():
        raise InputError(f"The classes of {begin} and {end} must both have seekers, pay and a share with a job.")
    more, pay, chance = np.log(two[1] / two[0])
    if more == 0:
        raise InputError("The two classes must differ in size.")
    real = pay - np.log(prices[end] / prices[begin])
    return pd.Series({"pay": -real / more + 0.0, "hoped": -(real + chance) / more + 0.0}, name="d")
