"""What came after 1996, for whoever has written the memo of problem set 2, and what rules of 1996 said of it."""

import math

import numpy as np
import pandas as pd

from longwave.i18n import _
from longwave.problem_sets.set_p2 import FACTORS
from longwave.problem_sets.wind import (
    DUE,
    FIRST_HALF,
    NOW,
    PRICE_NOW,
    SECOND_HALF,
    by_growth,
    by_line,
    clock_price,
    fact,
    factors_off,
    lands,
    learned_price,
    rates,
    turbines,
    whole_stock,
    worst,
)
from longwave.tasks.answers import UnansweredError, UnusableError
from longwave.tasks.feedback import PlainError
from longwave.tasks.several import numbers_reader
from longwave.topics.diffusion import interval_score
from longwave.topics.lock_in import wright_forecast


class NoRangeError(PlainError, ValueError):
    """There is no range to score yet."""


def outcome(low: object, high: float | None = None) -> pd.DataFrame:
    """Score a range for the MW at the start of 2004, and the ranges of simple rules. Read it after the memo.

    Give two numbers in MW, or whatever question 2 takes: a list of both, or a dict or Series labelled low and high. A
    score is that of `interval_score` for ranges that should hold in 8 cases of 10, in doublings: the width, and ten
    times what the range misses by. The lowest is the best.

    Raises:
        NoRangeError: if question 2 is not answered, or its answer cannot be read.

    >>> outcome(12_000, 60_000)["score"].tolist()[0]
    2.32
    """
    try:
        mine = numbers_reader(("low", "high"))(low if high is None else [low, high])
    except UnansweredError:
        raise NoRangeError(
            _("There is no range yet. Answer question 2, and write the memo, before you run this.")
        ) from None
    except UnusableError as error:
        raise NoRangeError(str(error)) from None
    both, line, growth = lands(fact("share-1985") / 100, fact("share-1995") / 100), by_line(NOW), by_growth(NOW)
    came, said = whole_stock()[DUE], fact("projection")
    rows = {
        "yours": (mine["low"], mine["high"]),
        "from the line to the growth of four years": (line, growth),
        "the line, give or take its worst factor": _around(line, worst(factors_off()["line"])),
        "the growth of four years, halved and doubled": _around(growth, 2),
        "two groups of countries, halved and doubled": _around(both["apart"], 2),
        "the American association for 2005, halved and doubled": _around(said, 2),
    }
    table = pd.DataFrame(rows, index=["low", "high"]).T.assign(came=came)
    scores = [interval_score(math.log2(least), math.log2(most), math.log2(came)) for least, most in rows.values()]
    return table.round(0).assign(score=np.round(scores, 2)).rename_axis("range")


def price_outcome() -> pd.DataFrame:
    """Return the price of 2000, the last year of the list, and what rules of 1996 say of it.

    The column `volume` is what a rule was given: by how much the makers' volume grows from 1995 to 2000. Three rules
    are given the growth that came, which nobody knew in 1996, so that only the rule of price is judged. The two clerks
    have their own guess: 2 and 5 times by 2004, at one factor a year. Clock and no change need no volume.

    >>> price_outcome().loc[["it came", "from yearly changes"], "crowns a kW"].tolist()
    [5563.0, 5579.0]
    """
    rows, found = turbines(2000), rates()
    made, price = rows["previous_cumulative"], rows["unit_cost"]
    came = float(made[2000] / made[NOW - 1])
    slow, fast = (factor ** ((2000 - NOW + 1) / (DUE - NOW + 1)) for factor in FACTORS)
    known = turbines().dropna()
    yearly = wright_forecast(known["previous_cumulative"], known["unit_cost"], came, 2000 - NOW + 1)
    said = {
        "rate of the first half": (came, learned_price(found[FIRST_HALF], came)),
        "rate of the second half": (came, learned_price(found[SECOND_HALF], came)),
        "from yearly changes": (came, float(yearly["middle"])),
        "first clerk, rate of the first half": (slow, learned_price(found[FIRST_HALF], slow)),
        "second clerk, rate of the second half": (fast, learned_price(found[SECOND_HALF], fast)),
        "clock": (math.nan, clock_price(due=2000)),
        "no change": (math.nan, PRICE_NOW),
        "it came": (came, float(price[2000])),
    }
    table = pd.DataFrame(said, index=["volume", "crowns a kW"]).T
    return table.round({"volume": 2, "crowns a kW": 0}).rename_axis("rule")


def _around(middle: float, factor: float) -> tuple[float, float]:
    return middle / factor, middle * factor
