"""A pick by a noisy signal: what it brings, what a record of years tells, and what a list of chosen firms shows."""

import math
from statistics import NormalDist

import numpy as np
import pandas as pd
from scipy.integrate import quad
from scipy.stats import norm

from longwave.checks import InputError, number, positive_number, whole_number

DRAWS = 200_000
LASTING, LUCK = 0.05, 0.3  # standard deviations a year in logs: growth that lasts, and growth by chance


def expected_best(candidates: int) -> float:
    """Compute how good the best of some candidates is, whose quality is standard normal.

        E[max] = ∫ x n φ(x) Φ(x)ⁿ⁻¹ dx

    `candidates` is n, from 1 to 100,000. Returns standard deviations above the mean. Source: a definition.

    >>> round(expected_best(10), 2)
    1.54
    """
    count = whole_number("candidates", candidates, minimum=1, maximum=100_000)
    value, _error = quad(lambda x: x * count * norm.pdf(x) * norm.cdf(x) ** (count - 1), -9, 9, limit=200)
    return float(value)


def expected_pick(candidates: int, noise: float) -> float:
    """Compute how good the candidate with the best signal is.

        signal = q + τ ε,   E[q | signal] = signal / (1 + τ²),   so   E[pick] = E[max] / √(1 + τ²)

    Args:
        candidates: n, from 1.
        noise: τ, the standard deviation of the error, in standard deviations of quality, at least 0.

    Returns:
        Standard deviations of quality above the mean.

    Raises:
        InputError: A number is out of range.

    Source: the regression of one normal variable on another.

    >>> [round(expected_pick(10, noise), 2) for noise in (0, 1, 2)]
    [1.54, 1.09, 0.69]
    """
    return expected_best(candidates) / math.sqrt(1 + number("noise", noise, minimum=0) ** 2)


def right_pick(candidates: int, noise: float) -> float:
    """Compute how often the candidate with the best signal is the best, by 200,000 draws with one seed.

    The arguments are those of `expected_pick`, with 100 candidates at most. Returns a share; its standard error is
    about 0.001. Source: our own simulation.

    >>> [round(right_pick(10, noise), 2) for noise in (1, 2)]
    [0.43, 0.27]
    """
    count = whole_number("candidates", candidates, minimum=1, maximum=100)
    rng = np.random.default_rng(31)
    quality = rng.standard_normal((DRAWS, count))
    signal = quality + number("noise", noise, minimum=0) * rng.standard_normal((DRAWS, count))
    return float((quality.argmax(axis=1) == signal.argmax(axis=1)).mean())


def noise_of_record(years: float, lasting: float = LASTING, luck: float = LUCK) -> float:
    """Compute the noise of a signal that is a firm's mean growth over some years.

        τ = (luck / √T) / lasting

    Args:
        years: T, length of the record, above 0.
        lasting: standard deviation over firms of the growth a year that lasts, in logs, above 0.
        luck: standard deviation of a year's luck, in logs, above 0.

    Returns:
        τ, in standard deviations of what lasts.

    Raises:
        InputError: A number is out of range.

    Source: our own construction.

    >>> [round(noise_of_record(years), 2) for years in (5, 9, 36)]
    [2.68, 2.0, 1.0]
    """
    spread = positive_number("luck", luck) / math.sqrt(positive_number("years", years))
    return spread / positive_number("lasting", lasting)


def top_share(part: float, spread: float) -> float:
    """Compute what the largest hold of a sum if sizes are log-normal.

        share = Φ(s + Φ⁻¹(p))

    Args:
        part: p, the share of firms that is counted as the largest, between 0 and 1.
        spread: s, standard deviation of the logarithm of size, at least 0.

    Returns:
        Their share of the sum, from p (all are equal) towards 1.

    Raises:
        InputError: A number is out of range.

    Source: the Lorenz curve of a log-normal quantity.

    >>> round(top_share(0.035, 0.3 * 30**0.5), 2)
    0.43
    """
    normal = NormalDist()
    return normal.cdf(number("spread", spread, minimum=0) + normal.inv_cdf(_part("part", part)))


def implied_spread(part: float, share: float) -> float:
    """Compute the spread at which the largest `part` of firms would hold just this `share`; the inverse of `top_share`.

    Both are between 0 and 1, the share at least the part. Returns a standard deviation in logs.

    >>> round(implied_spread(0.035, 0.137), 2)
    0.72
    """
    normal = NormalDist()
    held, among = _part("share", share), _part("part", part)
    if held < among:
        raise InputError(f"share must be at least part ({among:g}), not {held:g}.")
    return normal.inv_cdf(held) - normal.inv_cdf(among)


def _part(name: str, value: float) -> float:
    part = positive_number(name, value)
    if part >= 1:
        raise InputError(f"{name} must be below 1, not {part:g}.")
    return part


def firm_records(years: int = 5, firms: int = 100, seed: int = 31) -> pd.DataFrame:
    """Invent the records of firms: mean growth over some years, and over as many years after.

        growth = a + luck,   a ~ N(0, 5²) per cent a year for good,   a year's luck ~ N(0, 30²) per cent

    `years` is from 1, `firms` from 20. Returns the columns firm, past, later, both in per cent a year in logs, and
    lasting, which nobody could see. Our own construction, invented: no row is a real firm.

    >>> firm_records(firms=20).columns.tolist()
    ['firm', 'past', 'later', 'lasting']
    """
    rng, count = np.random.default_rng(seed), whole_number("firms", firms, minimum=20)
    width = 100 * LUCK / math.sqrt(whole_number("years", years, minimum=1))
    lasting = 100 * LASTING * rng.standard_normal(count)
    past, later = (lasting + width * rng.standard_normal(count) for _period in range(2))
    table = {"firm": np.arange(1, count + 1, dtype=np.int64), "past": past, "later": later, "lasting": lasting}
    return pd.DataFrame(table)


def against_a_lottery(records: pd.DataFrame, picked: list[int], draws: int = 10_000, seed: int = 31) -> pd.Series:
    """Set the later growth of picked firms beside that of as many firms drawn at random.

    Args:
        records: what `firm_records` returns, or a table with the columns firm and later.
        picked: numbers of firms, at least one, none twice.
        draws: how many lotteries, from 1.
        seed: of the lotteries.

    Returns:
        yours and lottery, mean later growth in per cent a year; low and high, which hold 8 of 10 lotteries; beaten, the
        share of lotteries that are worse than your list.

    Raises:
        InputError: A firm is not in the table, or is named twice.

    Source: our own construction.

    >>> against_a_lottery(firm_records(), [1, 2, 3])["beaten"] <= 1
    np.True_
    """
    later = records.set_index("firm")["later"]
    names = [whole_number("picked", name) for name in picked]
    if not names or len(set(names)) < len(names) or not set(names) <= set(later.index):
        raise InputError("picked must be numbers from the column firm, at least one and none twice.")
    rng = np.random.default_rng(seed)
    order = rng.random((whole_number("draws", draws, minimum=1), len(later))).argsort(axis=1, kind="stable")[
        :, : len(names)
    ]
    lots, yours = later.to_numpy()[order].mean(axis=1), float(later[names].mean())
    low, high = np.quantile(lots, [0.1, 0.9])
    values = {"yours": yours, "lottery": lots.mean(), "low": low, "high": high, "beaten": (lots < yours).mean()}
    return pd.Series(values, name="later growth")
