"""How much of a series swings within a band of periods, and how often chance has as much."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number
from longwave.topics.waves.models.chance import MEMORY, NOISE, NULLS, WALK, chance_changes, memory
from longwave.topics.waves.models.filters import band_pass, dominant_period, filter_weights

BAND = (20, 70)
FEWEST_YEARS = 20
FIRST_WHOLE_YEAR = 1793  # of American wholesale prices: years are missing before

Array = npt.NDArray[np.float64]


def long_series(
    prices: pd.DataFrame,
    rates: pd.DataFrame,
    income: pd.DataFrame,
    patents: pd.DataFrame,
    industry: pd.DataFrame,
) -> dict[str, pd.Series]:
    """Return ten real series as natural logarithms by year, each as long as its source.

    They are the yearly series of the five datasets that have at least 110 years without a gap. Left out are the parts
    of a total, and American consumer prices, which are the wholesale prices before 1913.

    The arguments are the datasets long_prices, long_interest, income_per_head, us_patents and england_industry.

    Our own choice.

    >>> from longwave.data import load
    >>> names = ("long_prices", "long_interest", "income_per_head", "us_patents", "england_industry")
    >>> len(long_series(*map(load, names)))
    10
    """
    price, rate = prices.set_index("year"), rates.set_index("year")
    heads = income.pivot_table(index="year", columns="country", values="usd_2011_per_head")
    granted = patents[patents["field"] == "total"].set_index("year")["patents"]
    output = industry[industry["industry"] == "all industry"].set_index("year")["index"]
    columns = {
        "US wholesale prices": price["us_wholesale"].loc[FIRST_WHOLE_YEAR:],
        "UK wholesale prices": price["uk_wholesale"],
        "UK consumer prices": price["uk_consumer"],
        "UK long rate": rate["uk_percent"],
        "US long rate": rate["us_percent"],
        "UK income per head": heads["United Kingdom"],
        "US income per head": heads["United States"],
        "German income per head": heads["Germany"],
        "US patents": granted,
        "English industry": output,
    }
    whole = {name: column.dropna().astype(float) for name, column in columns.items()}
    return {name: pd.Series(np.log(column.to_numpy()), index=column.index, name=name) for name, column in whole.items()}


def band_share(series: pd.Series, low: float = BAND[0], high: float = BAND[1]) -> float:
    """Compute the share of a series' variance about its straight line that a filter from `low` to `high` keeps.

        share = Var(kept) / Var(series − its line of best fit)

    `series` has at least 20 values, `low` and `high` are periods in its steps. Our own construction.

    >>> round(band_share(pd.Series(np.sin(2 * np.pi * np.arange(200) / 40))), 1)
    1.0
    """
    return float(_shares(_whole(series)[:, None], low, high)[0])


def band_test(
    series: pd.Series, low: float = BAND[0], high: float = BAND[1], draws: int = 2000, seed: int = 1
) -> pd.Series:
    """Ask of three kinds of chance how often they have as large a share in the band: Series(share, period, …).

    The p values are one-sided, because the claim is of *more* variance in the band than chance has. The three:

        walk    steps with the mean and the deviation of the series' own changes, independent
        memory  the same, and each step remembers the last as the series' changes do
        noise   no steps: independent values about a straight line

    Args:
        series: at least 20 values, such as logarithms by year.
        low: the shortest period of the band, in steps of the series.
        high: its longest.
        draws: how many of each kind, at least 1. The standard error of p is √(p (1 − p) / draws).
        seed: of the generator that draws.

    Returns:
        share, period (years), walk, memory, noise: the last three are p.

    Our own construction, on the filter of Christiano and Fitzgerald (2003).

    >>> wave = pd.Series(np.sin(2 * np.pi * np.arange(140) / 50) + 0.01 * np.arange(140) % 0.1)
    >>> bool(band_test(wave, draws=200)["walk"] < 0.05)
    True
    """
    return _tested(series, low, high, draws, seed)[["share", "period", *NULLS]]


def walks_p(series: pd.Series, low: float = BAND[0], high: float = BAND[1], draws: int = 2000, seed: int = 1) -> float:
    """Compute p against random walks alone: the column `walk` of `band_test`, in a third of the time.

    Our own construction.

    >>> wave = pd.Series(np.sin(2 * np.pi * np.arange(140) / 50) + 0.01 * np.arange(140) % 0.1)
    >>> bool(walks_p(wave, draws=200) == band_test(wave, draws=200)["walk"])
    True
    """
    values = _whole(series)
    share = float(_shares(values[:, None], low, high)[0])
    walks = _drawn(values, WALK, whole_number("draws", draws, minimum=1), seed)
    return float((_shares(walks, low, high) >= share).mean())


def band_tests(series: Mapping[str, pd.Series], draws: int = 2000, seed: int = 1) -> pd.DataFrame:
    """Test each series in the band of 20 to 70 years: DataFrame(first, last, share, period, …, least, most).

    A row for each series, with the columns of `band_test`, its first and last year, and `least` and `most`: the shares
    below which 5 and 95 % of its random walks stay.

    Our own construction.

    >>> waves = {"made up": pd.Series(np.sin(2 * np.pi * np.arange(140) / 50), index=range(1800, 1940))}
    >>> band_tests(waves, draws=50).loc["made up", ["first", "last"]].tolist()
    [1800.0, 1939.0]
    """
    rows = {}
    for name, one in series.items():
        ends = pd.Series({"first": one.index[0], "last": one.index[-1]})
        rows[name] = pd.concat([ends, _tested(one, *BAND, draws, seed)])
    return pd.DataFrame(rows).T


def foretold(series: pd.Series, later: pd.Series, period: float, draws: int = 2000, seed: int = 1) -> pd.Series:
    """Continue a wave of known period into years that were not used, and ask whether they follow it.

        series ≈ a + b t + c cos ωt + d sin ωt,  ω = 2π / period;   r = corr(c cos ωt + d sin ωt, later)

    Both sides of r are taken about their straight lines. p is how often random walks with the steps of `later` follow
    the wave at least as closely, one-sided.

    Args:
        series: logarithms by year, in which the wave is fitted.
        later: logarithms of years after it.
        period: years, above 2.
        draws: how many random walks, at least 1.
        seed: of the generator that draws them.

    Returns:
        peak (the first that is foretold after the end of `series`), r, p.

    Our own construction.

    >>> years = pd.RangeIndex(1800, 2000)
    >>> wave = pd.Series(np.cos(2 * np.pi * (np.asarray(years) - 1820) / 50), index=years)
    >>> foretold(wave.loc[:1899], wave.loc[1900:], 50, draws=50)[["peak", "r"]].round(3).tolist()
    [1920.0, 1.0]
    """
    turn = 2 * np.pi / number("period", period, minimum=2)
    before, after = _whole(series), _whole(later)
    years = np.asarray(series.index, dtype=float)
    sides = np.column_stack([np.ones_like(years), years, np.cos(turn * years), np.sin(turn * years)])
    across, up = np.linalg.lstsq(sides, before, rcond=None)[0][2:]
    first = np.arctan2(up, across) / turn
    ahead = np.asarray(later.index, dtype=float)
    wave = _about_its_line((across * np.cos(turn * ahead) + up * np.sin(turn * ahead))[:, None])[:, 0]

    def follows(columns: Array) -> Array:
        moved = _about_its_line(columns)
        fits: Array = wave @ moved / np.sqrt((wave @ wave) * (moved**2).sum(axis=0))
        return fits

    fit = float(follows(after[:, None])[0])
    chance = float((follows(_drawn(after, WALK, whole_number("draws", draws, minimum=1), seed)) >= fit).mean())
    peak = float(first + period * np.ceil((years[-1] + 1 - first) / period))
    return pd.Series({"peak": peak, "r": fit, "p": chance})


def resolution(period: float, years: float) -> tuple[float, float]:
    """Compute which periods a spectrum of so many years cannot tell from the one that is given.

        1 / (1/period ± 1/(2 · years))

    Frequencies nearer than half a step of the spectrum, 1/years, lie under one peak. `period` is at least 2 and below
    twice the years.

    An ordinary rule, with no source of its own.

    >>> low, high = resolution(50, 100)
    >>> low, round(high, 2)
    (40.0, 66.67)
    """
    one, span = number("period", period, minimum=2), number("years", years, minimum=1)
    if one >= 2 * span:
        raise InputError(f"period must be below twice the years, {2 * span:g}.")
    return 1 / (1 / one + 1 / (2 * span)), 1 / (1 / one - 1 / (2 * span))


def _whole(series: pd.Series) -> Array:
    values = numbers("series", series.to_numpy())
    if len(values) < FEWEST_YEARS:
        raise InputError(f"series must have at least {FEWEST_YEARS} values, not {len(values)}.")
    return values


def _tested(series: pd.Series, low: float, high: float, draws: int, seed: int) -> pd.Series:
    """Return the share in the band, its period, p by kind of chance, and what nine in ten random walks have."""
    values, many = _whole(series), whole_number("draws", draws, minimum=1)
    share = float(_shares(values[:, None], low, high)[0])
    drawn = {null: _shares(_drawn(values, null, many, seed), low, high) for null in NULLS}
    least, most = np.quantile(drawn[WALK], [0.05, 0.95])
    found = {null: float((shares >= share).mean()) for null, shares in drawn.items()}
    period = dominant_period(band_pass(series, low, high))
    return pd.Series({"share": share, "period": period} | found | {"least": least, "most": most})


def _drawn(values: Array, null: str, draws: int, seed: int) -> Array:
    """Return series of chance as long as the one given, a column each."""
    rng, count = np.random.default_rng(seed), len(values)
    if null == NOISE:
        return rng.standard_normal((count, draws))
    changes = np.diff(values)
    remembered = memory(changes) if null == MEMORY else 0.0
    steps = changes.mean() + changes.std(ddof=1) * chance_changes(count - 1, remembered, draws, rng)
    return np.vstack([np.zeros(draws), np.cumsum(steps, axis=0)])


def _shares(columns: Array, low: float, high: float) -> Array:
    count = len(columns)
    ends = np.linspace(0, 1, count)[:, None] * (columns[-1] - columns[0])
    kept = filter_weights(count, low, high) @ (columns - columns[0] - ends)
    shares: Array = kept.var(axis=0) / _about_its_line(columns).var(axis=0)
    return shares


def _about_its_line(columns: Array) -> Array:
    place = np.arange(len(columns)) - (len(columns) - 1) / 2
    centred = columns - columns.mean(axis=0)
    left: Array = centred - np.outer(place, place @ centred / (place @ place))
    return left
