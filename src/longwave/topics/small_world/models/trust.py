"""Trust in a repeated dilemma: the patience that it takes, and what acquaintances in common change.

Honest dealing brings R a year, cheating brings T once, and a partner who has been cheated leaves P a year from then on.
"""

import math
from collections.abc import Iterable

import pandas as pd

from longwave.checks import InputError, number, whole_number

MOST_SHARED = 200
NEARLY = 0.95  # of the best
ROUNDING = 1e-9  # so that a ratio that is whole on paper is not rounded up


def needed_patience(temptation: float, reward: float, punishment: float, witnesses: int = 0) -> float:
    """Compute the least weight δ of next year against this one at which honesty pays.

        δ ≥ (T − R) / ((T − R) + (1 + s)(R − P)); without witnesses, s = 0, this is (T − R) / (T − P)

    Args:
        temptation: T, money from cheating one partner once, above R.
        reward: R, money a year from honest dealing with one partner, above P.
        punishment: P, money a year from a partner who was cheated or has heard of it, at least 0.
        witnesses: s, partners who hear of it and act like the one who was cheated, 0 or more.

    Returns:
        δ, from 0 to 1.

    Raises:
        InputError: A number is out of range, or T > R > P does not hold.

    Source: the one-shot deviation from a grim trigger; with witnesses, our own step from s = 0.

    >>> round(needed_patience(200, 10, 2), 4), round(needed_patience(200, 10, 2, witnesses=3), 4)
    (0.9596, 0.8559)
    """
    gain, lost = _stakes(temptation, reward, punishment)
    return gain / (gain + (1 + whole_number("witnesses", witnesses, minimum=0)) * lost)


def witnesses_needed(
    temptation: float,
    reward: float,
    punishment: float,
    patience: float,
    told: float = 1,
    visits: int = 1,
    whole: bool = False,
) -> int:
    """Return the fewest acquaintances in common at which honesty pays.

        (1 + told · s) · (R − P) · δ / (1 − δ) ≥ T − R

    Args:
        temptation: T, as in `needed_patience`.
        reward: R, as there.
        punishment: P, as there.
        patience: δ, the weight of next year against this one, above 0 and below 1.
        told: the share of the acquaintances who hear of a breach and act on it, above 0, at most 1.
        visits: into how many equal steps a year's business is cut, 1 or more; each has its part of T, R and P.
        whole: whether T stays whole when the business is cut, as with data that can be sold once, at any step.

    Returns:
        s, 0 where honesty pays without any.

    Raises:
        InputError: A number is out of range.

    Source: our own rearrangement of the condition above.

    >>> witnesses_needed(200, 10, 2, patience=0.9 / 1.05), witnesses_needed(200, 10, 2, 0.9 / 1.05, told=0.5)
    (3, 6)
    """
    gain, lost = _stakes(temptation, reward, punishment)
    weight = number("patience", patience, minimum=0, maximum=1)
    share = number("told", told, minimum=0, maximum=1)
    if not 0 < weight < 1 or share == 0:
        raise InputError("patience must be between 0 and 1, and told above 0.")
    # With n steps a year one step weighs δ^(1/n), and the parts of T, R and P cancel, unless T is whole.
    steps = whole_number("visits", visits, minimum=1)
    step = math.pow(weight, 1 / steps)
    if whole:
        gain += (steps - 1) * temptation
    leaving = gain / (lost * step / (1 - step))
    return max(0, math.ceil((leaving - 1) / share - ROUNDING))


def tie_value(shared: Iterable[int], gain: float, heard: float) -> pd.DataFrame:
    """Return what a contact is worth by the number s of acquaintances in common.

        news = (1 − f)^s,  faith = (1 + s) / (k + 1 + s),  worth = news · faith

    A contact brings news unless one of the s has told it already, each with the chance f. He keeps faith if he is
    patient enough for s witnesses, and patience is spread evenly from 0 to 1 among contacts.

    Args:
        shared: values of s, whole numbers of at least 0.
        gain: k = (T − R) / (R − P), what cheating brings, in years of what honesty adds, above 0.
        heard: f, from 0 to below 1.

    Returns:
        DataFrame(shared, news, faith, worth), all but the first shares from 0 to 1.

    Raises:
        InputError: A number is out of range.

    Source: our own construction, on the condition of `needed_patience`.

    >>> tie_value([0, 3], gain=1, heard=0).round(2).to_numpy().tolist()
    [[0.0, 1.0, 0.5, 0.5], [3.0, 1.0, 0.8, 0.8]]
    """
    years, told = number("gain", gain, minimum=0), number("heard", heard, minimum=0, maximum=1)
    if years == 0 or told == 1:
        raise InputError("gain must be above 0, and heard below 1.")
    frame = pd.DataFrame({"shared": [whole_number("shared", each, minimum=0) for each in shared]})
    frame["news"] = (1 - told) ** frame["shared"]
    frame["faith"] = (1 + frame["shared"]) / (years + 1 + frame["shared"])
    return frame.assign(worth=frame["news"] * frame["faith"])


def best_shared(gain: float, heard: float) -> int:
    """Return the number of acquaintances in common at which a contact is worth most, at most 200.

    `gain` and `heard` are as in `tie_value`. Of equal ones it is the lowest.

    >>> best_shared(gain=23.75, heard=0.06), best_shared(gain=23.75, heard=0.5)
    (10, 0)
    """
    return int(tie_value(range(MOST_SHARED + 1), gain, heard)["worth"].round(12).to_numpy().argmax())


def nearly_best(gain: float, heard: float) -> tuple[int, int]:
    """Return the lowest and the highest number of acquaintances in common at which 95 % of the best worth is reached.

    `gain` and `heard` are as in `tie_value`; numbers above 200 are left out.

    >>> nearly_best(gain=23.75, heard=0.06)
    (7, 14)
    """
    worth = tie_value(range(MOST_SHARED + 1), gain, heard)["worth"]
    near = worth.index[worth >= NEARLY * worth.max()]
    return int(near.min()), int(near.max())


def equal_heard(first: int, second: int, gain: float) -> float:
    """Return the chance f at which a contact is worth the same with `first` acquaintances in common as with `second`.

        (1 − f)^(second − first) = faith(first) / faith(second)

    Below it the second is worth more. Whole numbers, `second` above `first`; `gain` is k, as in `tie_value`.

    Source: our own algebra.

    >>> round(equal_heard(3, 30, 23.75), 3)
    0.049
    """
    more = whole_number("second", second, minimum=whole_number("first", first, minimum=0) + 1) - first
    faith = tie_value([first, second], gain, heard=0)["faith"]
    return float(1 - (faith.iloc[0] / faith.iloc[1]) ** (1 / more))


def _stakes(temptation: float, reward: float, punishment: float) -> tuple[float, float]:
    """Return what cheating gains at once, and what it loses a year with each partner who hears of it."""
    lowest = number("punishment", punishment, minimum=0)
    honest = number("reward", reward, minimum=0)
    cheating = number("temptation", temptation, minimum=0)
    if not cheating > honest > lowest:
        raise InputError("temptation must be above reward, and reward above punishment.")
    return cheating - honest, honest - lowest
