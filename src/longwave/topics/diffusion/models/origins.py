"""Forecasts of a growing stock from one year after another, by rules that need no theory and by the Bass model."""

from typing import Any

import numpy as np
import pandas as pd

from longwave.checks import InputError, numbers, whole_number
from longwave.topics.diffusion.models.bass import bass, fit_bass
from longwave.topics.diffusion.models.forecasts import NEARLY, log_score, market_profile, nearly_as_good

WINDOW = 5  # years over which "the same growth" is measured
RULES = ("same_additions", "same_growth", "between", "bass")


def stock_forecasts(stock: pd.Series, first: int, last: int, ahead: int = 5) -> pd.DataFrame:
    """Forecast a stock from each year, with the later years hidden, by four rules.

        same additions:  S + h · (S − S₋₁)        same growth:  S · (S / S₋₅)^(h/5)
        between: the root of their product        Bass: S + what the fitted curve adds in h years

    Args:
        stock: S, a Series indexed by year without a gap, above 0 and rising; the additions before its first year are
            not known, so that the Bass model is fitted to those after it.
        first: The first year from which to forecast; at least five years after the first of the stock.
        last: The last one.
        ahead: h, at least 1. Forecasts whose outcome is not in the stock have NaN there.

    Returns:
        A row for each origin, with same_additions, same_growth, between, bass (in the unit of the stock), times_sold
        (the fitted market over the additions so far) and outcome.

    Raises:
        InputError: if the stock has a gap or does not rise, or if an origin has fewer than five years before it.

    Source: the first two rules are folklore, `between` is ours; Bass (1969) and Srinivasan and Mason (1986).

    >>> doubling = pd.Series(2.0 ** np.arange(12), index=range(2000, 2012))
    >>> stock_forecasts(doubling, 2006, 2006)[["same_additions", "same_growth", "outcome"]].iloc[0].tolist()
    [224.0, 2048.0, 2048.0]
    """
    held, further = _rising(stock), whole_number("ahead", ahead, minimum=1)
    _check_origins(held, first, last)
    rows = {}
    for origin in range(first, last + 1):
        plain = _plain_rules(held, origin, further)
        added = held.loc[:origin].diff().dropna()
        fit = fit_bass(added)
        curve = bass(fit["innovation"], fit["imitation"], fit["market_size"], len(added) + further)["adopters"]
        rows[origin] = {
            **plain,
            "between": float(np.sqrt(plain["same_additions"] * plain["same_growth"])),
            "bass": float(held[origin] + curve.iloc[len(added) :].sum()),
            "times_sold": float(fit["market_size"] / added.sum()),
            "outcome": float(held.get(origin + further, np.nan)),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("origin")


def log_errors(forecasts: pd.DataFrame) -> pd.DataFrame:
    """Return ln(forecast / outcome) of each rule: above 0 is too high, and 0.69 is twice as much as came.

    `forecasts` is from `stock_forecasts`, with outcomes.

    Our own construction.

    >>> table = pd.DataFrame({"same_additions": [1.0], "same_growth": [2.0], "between": [4.0], "bass": [2.0]})
    >>> log_errors(table.assign(outcome=2.0)).round(2).values.tolist()
    [[-0.69, 0.0, 0.69, 0.0]]
    """
    ratios = forecasts[list(RULES)].div(forecasts["outcome"], axis=0)
    return ratios.apply(np.log)


def stock_ranges(stock: pd.Series, first: int, last: int, ahead: int = 5, slack: float = NEARLY) -> pd.DataFrame:
    """Give a range for a stock from each year by three rules, and score it in logarithms against what came.

    The **bracket** runs from the same additions to the same growth. **Half** takes half to one and a half times the
    last additions. **Bass** is the range of all fits nearly as good as the best (`nearly_as_good`).

    Args:
        stock: As in `stock_forecasts`.
        first: The first origin.
        last: The last origin; its outcome must be in the stock.
        ahead: h, at least 1.
        slack: How many times the least error a fit may have to count as nearly as good, at least 1.

    Returns:
        Columns origin, rule (bracket, half, bass), low, high, outcome, score and caught.

    Raises:
        InputError: as `stock_forecasts`.

    Our own construction, scored as by Gneiting and Raftery (2007).

    >>> line = pd.Series(np.arange(1.0, 14.0), index=range(2000, 2013))
    >>> table = stock_ranges(line, 2006, 2006).set_index("rule")
    >>> table.loc[["bracket", "half"], ["low", "high"]].round(2).values.tolist()
    [[12.0, 24.5], [9.5, 14.5]]
    """
    held, further = _rising(stock), whole_number("ahead", ahead, minimum=1)
    _check_origins(held, first, last)
    rows: list[dict[str, Any]] = []
    for origin in range(first, last + 1):
        outcome = float(held[origin + further])
        for rule, (low, high) in _ranges(held, origin, further, slack).items():
            score, caught = log_score(low, high, outcome), bool(low <= outcome <= high)
            rows.append(
                {"origin": origin, "rule": rule, "low": low, "high": high, "outcome": outcome}
                | {"score": score, "caught": caught}
            )
    return pd.DataFrame(rows)


def _plain_rules(stock: pd.Series, origin: int, ahead: int) -> dict[str, float]:
    now, added = float(stock[origin]), float(stock[origin] - stock[origin - 1])
    grown = float(stock[origin] / stock[origin - WINDOW])
    return {"same_additions": now + ahead * added, "same_growth": now * grown ** (ahead / WINDOW)}


def _ranges(stock: pd.Series, origin: int, ahead: int, slack: float) -> dict[str, tuple[float, float]]:
    plain = sorted(_plain_rules(stock, origin, ahead).values())
    now, added = float(stock[origin]), float(stock[origin] - stock[origin - 1])
    kept = nearly_as_good(market_profile(stock.loc[:origin].diff().dropna(), ahead), slack)["added"]
    return {
        "bracket": (plain[0], plain[1]),
        "half": (now + 0.5 * ahead * added, now + 1.5 * ahead * added),
        "bass": (now + float(kept.min()), now + float(kept.max())),
    }


def _rising(stock: pd.Series) -> pd.Series:
    if not isinstance(stock, pd.Series) or list(stock.index) != list(
        range(int(stock.index[0]), int(stock.index[0]) + len(stock))
    ):
        raise InputError("stock must be a Series indexed by years without a gap.")
    values = numbers("stock", stock, minimum=0)
    if values[0] <= 0 or (np.diff(values) <= 0).any():
        raise InputError("stock must be above 0 and rise every year.")
    return pd.Series(values, index=stock.index)


def _check_origins(stock: pd.Series, first: int, last: int) -> None:
    earliest = int(stock.index[0]) + WINDOW
    whole_number("first", first, minimum=earliest, maximum=int(stock.index[-1]))
    whole_number("last", last, minimum=first, maximum=int(stock.index[-1]))
