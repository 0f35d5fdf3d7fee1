"""Each estimator of the course beside that of a library: the same numbers in, how far apart the results, and the times.

Where a library estimates something else, its row says why the results differ.
"""

import importlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from longwave.data import load
from longwave.topics.business_models import cohen_kappa
from longwave.topics.diffusion import fisher_pry, fit_bass, fit_fisher_pry, ols_bass
from longwave.topics.small_firms import difference_in_differences, difference_of_changes, firm_panel, two_periods
from longwave.topics.waves import band_pass, next_length, random_walk, trend_in_lengths

SEED = 1955
YEARS = (140, 1_000)
LENGTHS = [63.0, 47.0, 56.0, 43.0]  # of the long waves that the paper dates
# A small effect, so that p-values are not all next to nothing; rows are left out to make cells of unlike size.
FIRMS, EFFECT, LEFT_OUT = 400, 0.4, 137
CASES = 200
EXACT, SEARCHED = 1e-9, 1e-4

Estimate = Callable[[], ArrayLike]


@dataclass(frozen=True)
class Comparison:
    """One task for the course and for a peer: how close the results should be, and why they are not, if they are not.

    The tolerance is a share of the largest number. An estimate that is sought step by step has a wider one.
    """

    what: str
    size: int
    peer: str
    ours: Estimate
    theirs: Estimate
    tolerance: float = EXACT
    why: str = ""


def measure(repeats: int = 5) -> list[dict]:
    """Return a row for each task and peer: the median milliseconds of both, and whether the results agree.

    `apart` is the largest difference, as a share of the largest number. `agrees` says whether that is within the
    tolerance, and `why` gives the reason where it is not. Both take turns within each repeat, after one call each to
    warm up and compare.
    """
    return [_row(comparison, repeats) for comparison in comparisons()]


def comparisons() -> Iterator[Comparison]:
    """Yield each task with each peer that does it."""
    for years in YEARS:
        yield from _filters(years)
    yield from _lines()
    yield from _substitution()
    yield from _sales()
    panel = two_periods(firm_panel(effect=EFFECT, firms=FIRMS))
    pooled = "by default its errors are HC1, in which each cell has a variance of its own; the course pools them"
    yield from _effects("Difference in differences, cells alike", panel, "")
    yield from _effects("Difference in differences, cells unlike", panel.iloc[LEFT_OUT:], pooled)
    yield from _changes(panel)
    yield from _coding()


def _row(comparison: Comparison, repeats: int) -> dict:
    calls = (comparison.ours, comparison.theirs)
    ours, theirs = (np.asarray(call(), dtype=float).ravel() for call in calls)
    apart = float(np.abs(ours - theirs).max() / np.abs([ours, theirs]).max())
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for call, taken in zip(calls, seconds, strict=True):
            start = time.perf_counter()
            call()
            taken.append(time.perf_counter() - start)
    return {
        "what": comparison.what,
        "size": comparison.size,
        "peer": comparison.peer,
        "longwave_ms": 1e3 * median(seconds[0]),
        "peer_ms": 1e3 * median(seconds[1]),
        "tolerance": comparison.tolerance,
        "apart": apart,
        "agrees": apart <= comparison.tolerance,
        "why": comparison.why if apart > comparison.tolerance else "",
    }


def _filters(years: int) -> Iterator[Comparison]:
    filters = importlib.import_module("statsmodels.tsa.filters.api")
    walk = random_walk(years, np.random.default_rng([SEED, years]))
    kept, cycle = (lambda: band_pass(walk, 20, 70)), (lambda: filters.cffilter(walk, 20, 70)[0])
    yield Comparison("Band of 20 to 70 years", years, "statsmodels cffilter", kept, cycle)


def _lines() -> Iterator[Comparison]:
    models = importlib.import_module("statsmodels.api")
    terms = models.add_constant(np.arange(1.0, 1 + len(LENGTHS)))

    def slope() -> list[float]:
        fit = models.OLS(LENGTHS, terms).fit()
        return [fit.params[1], fit.bse[1], fit.pvalues[1]]

    def forecast() -> np.ndarray:
        dates, count = np.concatenate([[0], np.cumsum(LENGTHS)]), len(LENGTHS)
        fit = models.OLS(dates, np.vander(np.arange(count + 1.0), 3)).fit()
        ahead = fit.get_prediction(np.vander([count + 1.0], 3)).summary_frame(alpha=0.05)
        return ahead[["mean", "obs_ci_lower", "obs_ci_upper"]].to_numpy() - dates[-1]

    size, peer = len(LENGTHS), "statsmodels OLS"
    yield Comparison("Trend in lengths of waves", size, peer, lambda: trend_in_lengths(LENGTHS), slope)
    yield Comparison("Next length and its range", size, peer, lambda: next_length(LENGTHS), forecast)


def _substitution() -> Iterator[Comparison]:
    models, years = importlib.import_module("statsmodels.api"), np.arange(1951, 1991)
    line = fisher_pry(years, midpoint=1970, takeover_time=20)
    share = 1 / (1 + (1 / line - 1) * np.exp(0.3 * np.random.default_rng(SEED).standard_normal(years.size)))
    terms = models.add_constant(years - 1970.0)

    def ours() -> list[float]:
        found = fit_fisher_pry(share)
        return [found["midpoint"] - 1970, found["takeover_time"]]

    def read(model: Any) -> list[float]:
        start, pace = np.asarray(model.fit().params)
        return [-start / pace, np.log(81) / pace]

    def line_of_logits() -> list[float]:
        return read(models.OLS(np.log(share / (1 - share)), terms))

    def logit_regression() -> list[float]:
        return read(models.GLM(share, terms, models.families.Binomial()))

    yield Comparison("Fisher–Pry line", years.size, "statsmodels OLS of logits", ours, line_of_logits)
    why = "a logit regression weighs a year by f(1 − f), most where f is one half; a line of logits weighs all alike"
    yield Comparison("Fisher–Pry line", years.size, "statsmodels GLM, binomial", ours, logit_regression, why=why)


def _sales() -> Iterator[Comparison]:
    models, optimize = importlib.import_module("statsmodels.api"), importlib.import_module("scipy.optimize")
    sales = load("bass_sales").query("product == 'Clothes dryers'")["adoptions"].to_numpy(float)
    before, year, total = np.cumsum(sales) - sales, np.arange(1.0, sales.size + 1), sales.sum()

    def ours(fit: Callable[[np.ndarray], pd.Series]) -> ArrayLike:
        return fit(sales).iloc[:3] / [1, 1, total]

    def parabola() -> list[float]:
        constant, slope, bend = models.OLS(sales, np.column_stack([before**0, before, before**2])).fit().params
        market = (-slope - np.sqrt(slope**2 - 4 * constant * bend)) / (2 * bend)
        return [constant / market, -bend * market, market / total]

    def least_squares() -> np.ndarray:
        return optimize.curve_fit(_bass_sales, year, sales / total, p0=(0.03, 0.38, 1.2))[0]

    yield Comparison("Bass by OLS", sales.size, "statsmodels OLS", lambda: ours(ols_bass), parabola)
    peer = "scipy curve_fit, given a start"
    yield Comparison("Bass, nonlinear", sales.size, peer, lambda: ours(fit_bass), least_squares, SEARCHED)


def _bass_sales(year: np.ndarray, innovation: float, imitation: float, market: float) -> np.ndarray:
    """Return m (F(t) − F(t − 1)), written once more, so that the peer shares nothing with the course."""
    late, early = (np.exp(-(innovation + imitation) * when) for when in (year, year - 1))
    ratio = imitation / innovation
    return market * ((1 - late) / (1 + ratio * late) - (1 - early) / (1 + ratio * early))


def _effects(what: str, rows: pd.DataFrame, why: str) -> Iterator[Comparison]:
    models, effects = importlib.import_module("statsmodels.api"), importlib.import_module("diff_diff")

    def ours() -> pd.Series:
        return difference_in_differences(rows)

    def regression() -> list[float]:
        both = rows["treated"] * rows["post"]
        fit = models.OLS(rows["outcome"], np.column_stack([both**0, rows["treated"], rows["post"], both])).fit()
        return [fit.params["x3"], fit.bse["x3"], fit.pvalues["x3"]]

    def peer(**options: str) -> list[float]:
        found = effects.DifferenceInDifferences(**options).fit(rows, "outcome", "treated", "post")
        return [found.att, found.se, found.p_value]

    yield Comparison(what, len(rows), "statsmodels OLS", ours, regression)
    yield Comparison(what, len(rows), "diff-diff, classical errors", ours, lambda: peer(vcov_type="classical"))
    yield Comparison(what, len(rows), "diff-diff, default errors", ours, peer, why=why)


def _changes(rows: pd.DataFrame) -> Iterator[Comparison]:
    effects, tests = (importlib.import_module(name) for name in ("diff_diff", "statsmodels.stats.weightstats"))
    wide = rows.pivot(index=["treated", "firm"], columns="post", values="outcome")
    joined, others = ((wide[1] - wide[0]).loc[group].tolist() for group in (1, 0))

    def ours() -> pd.Series:
        return difference_of_changes(joined, others)

    def within() -> list[float]:
        model = effects.TwoWayFixedEffects(vcov_type="classical")
        found = model.fit(rows, "outcome", "treated", post="post", unit="firm")
        return [found.att, found.se, found.p_value]

    def clustered() -> list[float]:
        found = effects.DifferenceInDifferences(cluster="firm").fit(rows, "outcome", "treated", "post")
        return [found.att, found.se]

    what = "Difference of changes"
    ratio = np.sqrt((FIRMS - 2) / (FIRMS - 1) * (2 * FIRMS - 1) / (2 * FIRMS - 4))
    why = f"errors clustered by firm are √((n − 2)(2n − 1) / ((n − 1)(2n − 4))) times as large, here {ratio:.6f}"
    p_value, test = (lambda: ours()["p_value"]), (lambda: tests.ttest_ind(joined, others)[1])
    yield Comparison(what, FIRMS, "statsmodels t test, its p-value", p_value, test)
    yield Comparison(what, FIRMS, "diff-diff, firms and years fixed", ours, within)
    yield Comparison(what, FIRMS, "diff-diff, errors by firm", lambda: ours().iloc[:2], clustered, why=why)


def _coding() -> Iterator[Comparison]:
    raters, rng = importlib.import_module("statsmodels.stats.inter_rater"), np.random.default_rng(SEED)
    one, other = rng.integers(4, size=(2, CASES))
    codes = np.column_stack([one, np.where(rng.random(CASES) < 0.6, one, other)])
    first, second = (dict(enumerate(column)) for column in codes.T.astype(str).tolist())

    def theirs() -> float:
        return raters.cohens_kappa(raters.to_table(codes)[0]).kappa

    yield Comparison("Cohen's kappa", CASES, "statsmodels", lambda: cohen_kappa(first, second), theirs)
