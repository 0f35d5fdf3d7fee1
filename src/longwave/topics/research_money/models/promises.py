"""A promise of money on its way: what is asked, authorised, appropriated, awarded and paid."""

from collections.abc import Mapping

import pandas as pd

from longwave.checks import InputError, positive_number


def money_chain(stages: Mapping[str, float]) -> pd.DataFrame:
    """Follow a sum of money from stage to stage: what each keeps of the one before, and of the first.

        kept_i = m_i / m_(i−1),   of the promise_i = m_i / m_1 = kept_2 · … · kept_i

    `stages` maps the names of two stages or more, in their order, to sums above 0 in one unit. A share may exceed 1:
    a parliament can give more than it was asked for.

    Our own construction.

    >>> money_chain({"authorised": 10, "appropriated": 8, "paid": 2})["of the promise"].tolist()
    [1.0, 0.8, 0.2]
    """
    sums = pd.Series({name: positive_number(str(name), value) for name, value in dict(stages).items()})
    if len(sums) < 2:
        raise InputError("stages must have at least two sums.")
    return pd.DataFrame({"sum": sums, "kept": sums / sums.shift(), "of the promise": sums / sums.iloc[0]})
