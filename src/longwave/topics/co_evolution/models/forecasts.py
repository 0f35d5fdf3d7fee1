"""The seven forecasts of lessons 12 to 18: what came, what a naive rule had said, and what a range costs."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from longwave.topics.diffusion.models.forecasts import log_score

HALF = 1.5
TIE = 1e-9  # of a cost: less is rounding
APART = ("16", "18a")  # shown beside the forecasts, and in no mean
Guessed = float | tuple[float, float] | None


def seven_forecasts(
    world: pd.DataFrame,
    countries: pd.DataFrame,
    makers: pd.DataFrame,
    tariff: pd.DataFrame,
    cases: pd.DataFrame,
    breaks: tuple[float, float],
) -> pd.DataFrame:
    """Return the seven running questions, with the truth and with what a rule says that needs no thought.

    The first five arguments are the datasets photovoltaics_world, _countries, _makers, _tariff and part_two_cases.
    `breaks` are the share of chance without memory, and with it, that breaks as well as the module price, in per cent.
    Returns a row a question: guess (its id), question, unit, rule (what naive repeats), naive, truth, counts, and
    least, the smallest amount: a range in logarithms cannot begin at nothing. Two rows do not count in a mean: the
    answer of lesson 16 is computed and awaits no outcome, and lesson 18's question names one of two counts.

    Source: the datasets; the naive rules are our choice.
    """
    years, fact = world.set_index("year"), cases.set_index("fact_id")["value"]
    stock = years["installed_mw"] / 1000
    price, added = years["module_usd_2019_per_watt"], tariff.set_index("year")["added_mw"]
    spain = countries[countries["country"] == "Spain"].set_index("year")["installed_mw"].diff()
    japan = makers[makers["place"] == "Japan"].set_index("year")["percent"]
    same = stock[2009] + 10 * (stock[2009] - stock[2008])
    n_type = "n-type, 2024 (cells said, wafers came)"
    rows = [
        ("12", "12-guess-stock", "world stock, end of 2019", "GW", "adds as in 2009", same, stock[2019], 1),
        ("13", "13-guess-cells", n_type, "%", "as in 2021", *_facts(fact, "18-n-type"), 0.1),
        ("14", "14-guess-price", "module price, 2019", "$/W", "as in 2009", price[2009], price[2019], 0.05),
        ("15", "15-guess-spain", "Spain adds, 2009", "MW", "fills the cap", fact["18-spain-cap"], spain[2009], 1),
        ("16", "16-guess-memory", "chance breaks as well", "%", "without memory", *breaks, 0.1),
        ("17", "17-guess-japan", "Japan's share of making, 2016", "%", "as in 2012", japan[2012], japan[2016], 0.1),
        ("18", "18-guess-germany", "Germany adds, 2014 (IRENA)", "MW", "as in 2012", added[2012], added[2014], 1),
        ("18a", "18-guess-germany", "the same (agency)", "MW", "as in 2012", *_facts(fact, "18-agency"), 1),
    ]
    columns = ["lesson", "guess", "question", "unit", "rule", "naive", "truth", "least"]
    seven = pd.DataFrame(rows, columns=columns).set_index("lesson")
    return seven.assign(counts=~seven.index.isin(APART))


def _facts(fact: pd.Series, name: str) -> tuple[float, float]:
    """Return the earlier and the later value of a fact that is told for two years."""
    found = fact[fact.index.str.startswith(name)].sort_index()
    return float(found.iloc[0]), float(found.iloc[-1])


def scored(seven: pd.DataFrame, own: Mapping[str, Guessed], factor: float = HALF) -> pd.DataFrame:
    """Return the seven forecasts with the score of the naive rule, and of the reader's own guess where there is one.

    `seven` is what `seven_forecasts` returns. `own` maps ids of guesses to a number, a pair or None. The naive range
    runs from the naive number over `factor` to the number times `factor`. New columns: low, high (the reader's, raised
    to the least amount that counts), naive score, your score; missing where no guess was kept.

    >>> table = pd.DataFrame({"guess": ["a"], "naive": [10.0], "truth": [10.0], "least": [1]}, index=["12"])
    >>> scored(table, {"a": (0, 20)}).iloc[0][["naive score", "your score"]].astype(float).round(2).tolist()
    [0.81, 3.0]
    """
    rows = []
    for name, naive, truth, least in _columns(seven):
        given = own.get(name)
        ends = given if isinstance(given, tuple) else None if given is None else (given, given)
        low, high = (np.nan, np.nan) if ends is None else (max(ends[0], least), max(ends[1], least))
        score = np.nan if ends is None else log_score(low, high, truth)
        rows.append((low, high, log_score(naive / factor, naive * factor, truth), score))
    columns = ["low", "high", "naive score", "your score"]
    return seven.join(pd.DataFrame(rows, index=seven.index, columns=columns))


def best_factor(seven: pd.DataFrame, without: str | None = None) -> float:
    """Return the factor around the naive numbers whose ranges would have cost least in all, from those tried.

    Factors run from 1.1 to 200 in steps of 2 %; where several cost the same, the least counts. The lesson named in
    `without` is left out: so a factor can be chosen without the question that it is then tried on.

    >>> table = pd.DataFrame({"guess": list("ab"), "naive": [1.0, 1.0], "truth": [4.0, 8.0], "least": 1})
    >>> round(best_factor(table), 1)
    8.0
    """
    rows = seven.drop(without) if without is not None else seven
    factors = 1.1 * 1.02 ** np.arange(263)
    costs = [
        sum(log_score(naive / k, naive * k, truth) for _guess, naive, truth, _least in _columns(rows)) for k in factors
    ]
    # With five questions the cost is level between the two worst misses, but for its last digits, which vary.
    return float(factors[int(np.argmax(np.array(costs) <= min(costs) + TIE))])


def _columns(seven: pd.DataFrame) -> list[tuple[str, float, float, float]]:
    """Return guess, naive number, truth and least amount of each question."""
    numbers = [seven[column].astype(float).tolist() for column in ("naive", "truth", "least")]
    return list(zip(seven["guess"].tolist(), *numbers, strict=True))
