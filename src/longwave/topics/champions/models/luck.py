"""Giants that chance alone makes, and how long they stay at the top."""

import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, positive_number, whole_number
from longwave.data import load

TOP = 10
LOW, HIGH = 0.1, 0.9  # ends of the range that holds the result in 8 of 10 histories


def lucky_shares(
    firms: int = 1000, years: int = 30, spread: float = 0.3, histories: int = 2000, seed: int = 31
) -> npt.NDArray[np.float64]:
    """Let equal firms grow by chance alone, and return their shares of all sales, the largest first.

        log size after T years = Σ growth_t,   growth_t ~ N(0, s²), independent of size and of the past

    Nobody is better: growth is drawn anew for each firm in each year. The sum of T draws is drawn at once, with a
    standard deviation of s √T. A growth that is common to all would leave the shares as they are.

    Args:
        firms: how many, from 11.
        years: T, from 1.
        spread: s, standard deviation of a year's growth in logs, above 0.
        histories: how many histories, from 1.
        seed: of the random numbers.

    Returns:
        An array of shape (histories, firms) of shares that sum to 1 in each row.

    Raises:
        InputError: A number is out of range.

    Source: Gibrat's law of proportionate effect; our own construction, with no entry and no exit.

    >>> lucky_shares(histories=2).sum(axis=1).round(6).tolist()
    [1.0, 1.0]
    """
    count, total = whole_number("firms", firms, minimum=TOP + 1), whole_number("histories", histories, minimum=1)
    rng = np.random.default_rng(seed)
    width = positive_number("spread", spread) * math.sqrt(whole_number("years", years, minimum=1))
    sizes = np.exp(width * rng.standard_normal((total, count)))
    shares: npt.NDArray[np.float64] = np.sort(sizes / sizes.sum(axis=1, keepdims=True), axis=1)[:, ::-1]
    return shares


def lucky_giants(firms: int = 1000, years: int = 30, spread: float = 0.3, histories: int = 2000) -> pd.DataFrame:
    """Compute what the largest firm and the largest ten hold of all sales if chance alone made them.

    The arguments are those of `lucky_shares`. Returns the rows first and ten, with the columns median, low and high, in
    per cent of sales; low and high hold the result in 8 of 10 histories.

    Source: Gibrat's law; our own construction.

    >>> lucky_giants().round(0).loc["ten"].tolist()
    [23.0, 18.0, 31.0]
    """
    shares = 100 * lucky_shares(firms, years, spread, histories)
    held = {"first": shares[:, 0], "ten": shares[:, :TOP].sum(axis=1)}
    rows = {name: [np.median(values), *np.quantile(values, [LOW, HIGH])] for name, values in held.items()}
    return pd.DataFrame(rows, index=["median", "low", "high"]).T


def leaders_kept_by_luck(
    firms: int = 1000, years: int = 30, later: int = 5, spread: float = 0.3, lasting: float = 0.0, histories: int = 2000
) -> pd.Series:
    """Compute how many of the largest ten are still among the largest ten some years later.

        log size after t years = a t + Σ growth,   a ~ N(0, lasting²) for each firm, for good

    Args:
        firms: how many, from 11.
        years: years of growth before the first look, from 1.
        later: years between the two looks, from 1.
        spread: standard deviation of a year's luck in logs, above 0.
        lasting: standard deviation of the lasting growth a year in logs; 0 where all firms are equally good.
        histories: how many histories, from 1.

    Returns:
        kept, the mean number of the ten; low and high, which hold it in 8 of 10 histories or more, as counts are whole;
        shares of histories: six and seven, with just so many kept, six_up with six or more, and first, in which the
        first is still first.

    Raises:
        InputError: A number is out of range.

    Source: our own construction.

    >>> leaders_kept_by_luck()["kept"].round(1)
    np.float64(5.9)
    """
    count, total = whole_number("firms", firms, minimum=TOP + 1), whole_number("histories", histories, minimum=1)
    rng = np.random.default_rng(31)
    better = number("lasting", lasting, minimum=0) * rng.standard_normal((total, count))
    luck = positive_number("spread", spread)
    before, after = whole_number("years", years, minimum=1), whole_number("later", later, minimum=1)
    size = before * better + luck * math.sqrt(before) * rng.standard_normal((total, count))
    then = size + after * better + luck * math.sqrt(after) * rng.standard_normal((total, count))
    was, is_now = np.argsort(-size, axis=1, kind="stable")[:, :TOP], np.argsort(-then, axis=1, kind="stable")[:, :TOP]
    kept = (was[:, :, None] == is_now[:, None, :]).any(axis=2).sum(axis=1)
    values = {"kept": kept.mean(), "low": np.quantile(kept, LOW), "high": np.quantile(kept, HIGH)}
    values |= {"six": (kept == 6).mean(), "seven": (kept == 7).mean(), "six_up": (kept >= 6).mean()}  # noqa: PLR2004
    return pd.Series({**values, "first": (was[:, 0] == is_now[:, 0]).mean()}, name="leaders kept")


def leaders_kept(earlier: int, later: int) -> list[str]:
    """Return the makers of panels that are among the largest ten of both years, in the order of the later list.

    The years are two of 2010, 2011, 2016 and 2021. A maker under a new owner counts as the same. Raises `InputError`
    for another year. Source: the dataset photovoltaics_leaders.

    >>> len(leaders_kept(2011, 2016))
    6
    """
    table = load("photovoltaics_leaders")
    for year in (earlier, later):
        if year not in set(table["year"]):
            raise InputError(f"the years must be two of 2010, 2011, 2016 and 2021, not {year!r}.")
    was = set(table.loc[table["year"] == earlier, "maker"])
    return [
        str(name)
        for name in table.loc[table["year"] == later].sort_values("rank", kind="stable")["maker"]
        if name in was
    ]
