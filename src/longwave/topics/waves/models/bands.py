"""How much of a series swings within a band of periods, and how often chance has as much."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number
from longwave.topics.waves.models.chance import MEMORY, NULLS, WALK, about_its_line, chance_matrix, memory
from longwave.topics.waves.models.exact import positive_form_p, turning_value
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


def band_share(series: pd.Series, low: float = BAND[0], high: float = BAND[1], degree: int = 1) -> float:
    """Compute the share of a series' variance about its straight line that a filter from `low` to `high` keeps.

        share = Var(kept) / Var(series − its line of best fit)

    `series` has at least 20 values, `low` and `high` are periods in its steps. A `degree` of 2 or 3 takes a parabola
    or a cubic in the place of the line. Our own construction.

    >>> round(band_share(pd.Series(np.sin(2 * np.pi * np.arange(200) / 40))), 1)
    1.0
    """
    values = _whole(series)
    return float(_shares(values[:, None], low, high, degree)[0])


def band_test(series: pd.Series, low: float = BAND[0], high: float = BAND[1]) -> pd.Series:
    """Ask of three kinds of chance how often they have as large a share in the band: Series(share, period, …).

    The p values are one-sided, because the claim is of *more* variance in the band than chance has. The three:

        walk    steps with the mean and the deviation of the series' own changes, independent
        memory  the same, and each step remembers the last as the series' changes do
        noise   no steps: independent values about a straight line

    All chance is normal. A share is a ratio of two sums of squares, so p is computed and not drawn. Neither the mean
    nor the deviation of the steps matters: the line takes one, the ratio the other.

    Args:
        series: at least 20 values, such as logarithms by year.
        low: the shortest period of the band, in steps of the series.
        high: its longest.

    Returns:
        share, period (years), walk, memory, noise: the last three are p.

    Our own construction, on the filter of Christiano and Fitzgerald (2003) and the integral of Imhof (1961).

    >>> wave = pd.Series(np.sin(2 * np.pi * np.arange(140) / 50) + 0.01 * np.arange(140) % 0.1)
    >>> bool(band_test(wave)["walk"] < 0.05)
    True
    """
    share, period = band_share(series, low, high), dominant_period(band_pass(series, low, high))
    remembered = memory(np.diff(_whole(series)))
    forms = {null: _forms(len(series), low, high, null, remembered if null == MEMORY else 0.0) for null in NULLS}
    return pd.Series({"share": share, "period": period} | {null: _share_p(both, share) for null, both in forms.items()})


def walks_p(series: pd.Series, low: float = BAND[0], high: float = BAND[1], degree: int = 1) -> float:
    """Compute p against random walks alone: the column `walk` of `band_test`, about a line or another `degree`.

    Our own construction.

    >>> wave = pd.Series(np.sin(2 * np.pi * np.arange(140) / 50) + 0.01 * np.arange(140) % 0.1)
    >>> round(float(walks_p(wave) - band_test(wave)["walk"]), 9)
    0.0
    """
    return _share_p(_forms(len(series), low, high, WALK, 0.0, degree), band_share(series, low, high, degree))


def walks_between(
    length: int, low: float = BAND[0], high: float = BAND[1], draws: int = 2000, seed: int = 1
) -> tuple[float, float]:
    """Draw random walks, and return the shares in the band below which 5 and 95 % of them stay.

    `length` is at least 20, `draws` at least 1. For a bar in a chart: where a p is wanted, `walks_p` computes it.

    Our own construction.

    >>> least, most = walks_between(140)
    >>> round(least, 1), round(most, 1)
    (0.1, 0.6)
    """
    count = whole_number("length", length, minimum=FEWEST_YEARS)
    steps = np.random.default_rng(seed).standard_normal((count - 1, whole_number("draws", draws, minimum=1)))
    walks = np.vstack([np.zeros(steps.shape[1]), np.cumsum(steps, axis=0)])
    least, most = np.quantile(_shares(walks, low, high), [0.05, 0.95])
    return float(least), float(most)


def band_tests(series: Mapping[str, pd.Series]) -> pd.DataFrame:
    """Test each series in the band of 20 to 70 years: DataFrame(first, last, share, period, …, least, most).

    A row for each series, with the columns of `band_test`, its first and last year, and `least` and `most`: the shares
    below which 5 and 95 % of its random walks stay.

    Our own construction.

    >>> waves = {"made up": pd.Series(np.sin(2 * np.pi * np.arange(140) / 50), index=range(1800, 1940))}
    >>> band_tests(waves).loc["made up", ["first", "last"]].tolist()
    [1800.0, 1939.0]
    """
    rows = {}
    for name, one in series.items():
        least, most = walks_between(len(one))
        ends = pd.Series({"first": one.index[0], "last": one.index[-1]})
        rows[name] = pd.concat([ends, band_test(one), pd.Series({"least": least, "most": most})])
    return pd.DataFrame(rows).T


def planted_power(
    series: pd.Series,
    amplitude: float,
    period: float,
    low: float = BAND[0],
    high: float = BAND[1],
    level: float = 0.05,
    draws: int = 1000,
    seed: int = 1,
) -> float:
    """Compute how often the test against walks finds a wave that is there: the power of `walks_p`.

    Random walks with the length and the steps of `series` get a cosine of this amplitude and period, begun at a random
    point; the share of them that has p below `level` is returned.

    Args:
        series: at least 20 values, such as logarithms by year.
        amplitude: of the wave, in the unit of the series.
        period: of the wave, above 2.
        low: the shortest period of the band.
        high: its longest.
        level: of the test, from 0 to 1.
        draws: how many walks, at least 1.
        seed: of the generator that draws them.

    Our own construction.

    >>> walk = pd.Series(np.random.default_rng(1).standard_normal(140).cumsum())
    >>> planted_power(walk, 0, 50, draws=200) < 0.15 < planted_power(walk, 20, 50, draws=200)
    True
    """
    values, many = _whole(series), whole_number("draws", draws, minimum=1)
    turn = 2 * np.pi / number("period", period, minimum=2)
    rng, forms = np.random.default_rng(seed), _forms(len(values), low, high, WALK, 0.0)
    needed = turning_value(lambda share: _share_p(forms, share), number("level", level, minimum=0, maximum=1), 0.0, 1.5)
    steps = np.diff(values).std(ddof=1) * rng.standard_normal((len(values) - 1, many))
    starts = rng.uniform(0, 2 * np.pi, many)
    waves = number("amplitude", amplitude, minimum=0) * np.cos(turn * np.arange(len(values))[:, None] + starts)
    walks = np.vstack([np.zeros(many), np.cumsum(steps, axis=0)])
    return float((_shares(walks + waves, low, high) >= needed).mean())


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


def _share_p(forms: tuple[Array, Array], share: float) -> float:
    """Return how often chance has at least this share: kept and whole are sums of squares of its shocks."""
    kept, whole = forms
    return positive_form_p(kept - share * whole)


@lru_cache(maxsize=16)
def _forms(count: int, low: float, high: float, null: str, remembered: float, degree: int = 1) -> tuple[Array, Array]:
    """Return what the band keeps and what is about the line as quadratic forms in the shocks of a kind of chance."""
    made = chance_matrix(count, null, remembered)
    kept, whole = _kept(made, low, high), about_its_line(made, degree)
    kept = kept - kept.mean(axis=0)
    return kept.T @ kept, whole.T @ whole


def _shares(columns: Array, low: float, high: float, degree: int = 1) -> Array:
    shares: Array = _kept(columns, low, high).var(axis=0) / about_its_line(columns, degree).var(axis=0)
    return shares


def _kept(columns: Array, low: float, high: float) -> Array:
    """Return what `band_pass` keeps of each column."""
    ends = np.linspace(0, 1, len(columns))[:, None] * (columns[-1] - columns[0])
    kept: Array = filter_weights(len(columns), low, high) @ (columns - columns[0] - ends)
    return kept
