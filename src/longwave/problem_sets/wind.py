"""What the memo of problem set 2 computes with: wind power as a ministry could know it early in 1996.

The MW and the prices are real, from the dataset `learning_curves`; what the ministry wants, pays and is told is
invented. Nothing here is a new model: the functions that lessons of Part II teach are imported below, and in
`aftermath`, which has what came.
"""

import math
import operator
from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations

import numpy as np
import pandas as pd

from longwave.data import load
from longwave.topics.co_evolution import coordination_degree, coupling_degree, stretch
from longwave.topics.lock_in import learning_halves
from longwave.topics.tipping import crossing_time as crossing_time
from longwave.topics.tipping import equilibria
from longwave.topics.tipping import pulse_outlay as pulse_outlay

WORLD, DANISH = "Wind Power", "Wind Turbine (Denmark)"
NOW, DUE = 1996, 2004  # both at the start of the year
BEHIND, AHEAD = 4, 8  # years that a rule looks back, and ahead
PROGRAMME, PRICE_NOW, WORTH = 1_000.0, 6_100.0, 5_000.0  # MW; crowns a kW: the price of 1995, and what a kW brings
FIRST_HALF, SECOND_HALF = "first", "second"
HAIR = 1e-12


def fact(name: str) -> float:
    """Return the value of a fact of this set from the dataset `part_two_cases`, by the words of its id.

    >>> fact("share-1995")
    30.0
    """
    facts = load("part_two_cases").set_index("fact_id")["value"]
    return float(facts[f"p2-{name}"])


@cache
def whole_stock() -> pd.Series:
    """Return the MW that stood in the world at the start of each year, as far as the list goes."""
    rows = load("learning_curves")
    found: pd.Series = rows[rows["technology"] == WORLD].set_index("year")["previous_cumulative"].astype(float)
    return found


def stock() -> pd.Series:
    """Return the same, as far as it was known at the start of 1996.

    >>> stock().loc[[1981, 1996]].to_dict()
    {1981: 10.0, 1996: 4780.0}
    """
    known = whole_stock()
    return known.loc[:NOW]


def turbines(last: int = NOW - 1) -> pd.DataFrame:
    """Return price, sales and volume of the Danish makers by year, to the year `last`.

    >>> turbines().loc[1995, ["unit_cost", "production", "previous_cumulative"]].tolist()
    [6100.0, 574.0, 2027.0]
    """
    rows = load("learning_curves")
    ours = rows[(rows["technology"] == DANISH) & (rows["year"] <= last)]
    return ours.set_index("year")


def by_line(start: int, behind: int = BEHIND, ahead: int = AHEAD) -> float:
    """Forecast the stock if as much is added each year as on average in the last years.

    >>> by_line(1996)
    10000.0
    """
    known = stock()
    return float(known[start] + ahead / behind * (known[start] - known[start - behind]))


def by_growth(start: int, behind: int = BEHIND, ahead: int = AHEAD) -> float:
    """Forecast the stock if one factor a year, which the last years would all have had, goes on.

    >>> round(by_growth(1996))
    23193
    """
    known = stock()
    return float(known[start] * (known[start] / known[start - behind]) ** (ahead / behind))


def starts() -> list[int]:
    """Return the years from which a rule has enough years behind it, and known ones ahead.

    >>> starts()
    [1985, 1986, 1987, 1988]
    """
    years = stock().index
    return [int(year) for year in years if year - BEHIND in years and year + AHEAD in years]


def factors_off() -> pd.DataFrame:
    """Return the ratio of forecast and outcome of both rules at each start: below 1 where the rule said too little."""
    known = stock()
    rows = {year: (by_line(year), by_growth(year)) for year in starts()}
    forecasts = pd.DataFrame(rows, index=["line", "growth"]).T
    return forecasts.div([known[year + AHEAD] for year in starts()], axis=0)


def worst(ratios: pd.Series) -> float:
    """Return the largest factor by which a forecast missed, up or down.

    >>> worst(pd.Series([0.5, 1.5]))
    2.0
    """
    return float(np.exp(np.log(ratios).abs().max()))


def lands(before: float, now: float, ahead: int = AHEAD) -> dict[str, float]:
    """Forecast the stock from ten years of growth: the world as one, and two groups of countries at rates of their own.

        together  X · (X / X₀)^(h/10);   apart  Σ x_i · (x_i / x_i₀)^(h/10)

    `before` and `now` are the shares of the United States at the start of 1986 and of 1996. `rest` is the share of all
    others in the second forecast.

    >>> {name: round(value, 3) for name, value in lands(0.5, 0.5).items()}
    {'together': 16447.128, 'apart': 16447.128, 'rest': 0.5}
    """
    then, today = stock()[NOW - 10], stock()[NOW]
    grown = [
        part * today * (part * today / (old * then)) ** (ahead / 10)
        for old, part in ((before, now), (1 - before, 1 - now))
    ]
    return {
        "together": float(today * (today / then) ** (ahead / 10)),
        "apart": float(sum(grown)),
        "rest": float(grown[1] / sum(grown)),
    }


def rates(last: int = NOW - 1) -> pd.Series:
    """Return the learning rates of the Danish price: of all rows, and of their first and second half.

    >>> rates()[["first", "second"]].round(3).tolist()
    [0.05, 0.176]
    """
    rows = turbines(last).dropna().reset_index()
    found: pd.Series = learning_halves(rows).T[DANISH]
    return found


def learned_price(rate: float, factor: float, price: float = PRICE_NOW) -> float:
    """Return the price once volume has grown by a factor, if each doubling takes `rate` off it.

    >>> round(learned_price(0.2, 4, price=100), 6)
    64.0
    """
    return float(price * (1 - rate) ** math.log2(factor))


def clock_price(first: int = 1982, last: int = NOW - 1, due: int = DUE) -> float:
    """Return the price if one factor a year, which leads from one year to another, goes on whatever is built.

    >>> round(clock_price())
    4037
    """
    price = turbines()["unit_cost"]
    return float(price[last] * (price[last] / price[first]) ** ((due - last) / (last - first)))


def changes() -> pd.Series:
    """Return the change of the logarithm of the Danish price in each year from 1982 to 1995."""
    logs: pd.Series = np.log(turbines()["unit_cost"])
    return logs.diff().dropna()


def phase_p(first: int, sides: int = 1, since: int = 1982) -> float:
    """Return how often years drawn at random have as low a mean change as those from `first` on, as many of them.

    Every choice among the changes from `since` on is tried. `sides` is 1 (lower) or 2 (as far from the mean of all,
    either way).

    >>> round(phase_p(1992), 4)
    0.0929
    """
    moves = changes().loc[since:]
    size, mean = int((moves.index >= first).sum()), float(moves.mean())
    means = np.array([sum(chosen) / size for chosen in combinations(moves.tolist(), size)])
    seen = float(moves[moves.index >= first].mean())
    reached = means <= seen + HAIR if sides == 1 else np.abs(means - mean) >= abs(seen - mean) - HAIR
    return float(reached.mean())


def held_outlay(coupling: float, push: float) -> float:
    """Return what a push costs that is kept up until the high state itself is reached, and not the ridge.

    >>> held_outlay(3.5, 3.2) > pulse_outlay(3.5, 3.2)
    True
    """
    from scipy.integrate import quad

    top = float(equilibria(coupling, 0)["state"].iloc[-1])
    rest = quad(lambda x: 1 / (coupling * x + push - x**3), 0, top)[0]
    return float(pulse_outlay(coupling, push) + push * rest)


def by_end(rows: pd.DataFrame) -> pd.Series:
    """Return what the Danish makers had sold by the end of each year.

    >>> float(by_end(turbines())[1995])
    2601.0
    """
    made: pd.Series = rows["previous_cumulative"] + rows["production"]
    return made


def report(
    year: int,
    last: int,
    form: str = "usual",
    ends: Sequence[float] = (0.1, 0.9),
    cheap: Callable[[pd.Series], pd.Series] = operator.neg,
    made: Callable[[pd.DataFrame], pd.Series] = by_end,
) -> float:
    """Return the degree that a report on the years 1982 to `last` gives to one of them.

    Its indices are how cheap a kW is, and how much was made by the end of the year; each runs between the two `ends`.
    `form` is usual, corrected or coupling, the last without the level. `cheap` turns the price round, and `made` takes
    the volume from the rows.

    >>> round(report(1995, 1995), 3), round(report(1986, 1986), 3), round(report(1986, 1995), 3)
    (0.949, 0.949, 0.573)
    """
    rows = turbines(last).dropna()
    one, other = (stretch(values, *ends)[year] for values in (cheap(rows["unit_cost"]), made(rows)))
    if form == "coupling":
        return float(coupling_degree(one, other, corrected=False))
    return float(coordination_degree(one, other, corrected=form == "corrected"))


def path(price: float) -> list[float]:
    """Return the price of each year from 1996 to 2004, if it moves by one factor a year from that of 1995.

    >>> [round(found) for found in path(6_100 / 2**9)][:3]
    [3050, 1525, 763]
    """
    years = DUE - NOW + 1
    return [PRICE_NOW * (price / PRICE_NOW) ** (year / years) for year in range(1, years + 1)]


def push_gain(price: float, worth: float = WORTH) -> float:
    """Return what building an eighth of the programme in each of eight years brings, in millions of crowns.

    >>> round(push_gain(5_800)), round(push_gain(3_900))
    (-949, 91)
    """
    return sum(PROGRAMME / AHEAD * (worth - paid) for paid in path(price)[:AHEAD]) / 1_000


def wait_gain(price: float, worth: float = WORTH) -> float:
    """Return what building all of it in 2004 brings, or 0 where a kW costs more than it brings by then.

    >>> wait_gain(5_800), wait_gain(3_900)
    (0.0, 1100.0)
    """
    return max(0.0, PROGRAMME * (worth - price) / 1_000)


def needed_share(gap: float, built: float, margin: float) -> float:
    """Return which share of the MW that the world builds must be made at home to earn a gap (millions of crowns).

    >>> needed_share(500, built=10_000, margin=100)
    0.5
    """
    return gap / (margin * built / 1_000)
