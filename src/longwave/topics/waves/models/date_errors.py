"""Whether dated waves shrink: tests whose null is errors of the dates, or any order of the lengths."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np
import pandas as pd

from longwave.checks import InputError, number, numbers, whole_number
from longwave.topics.waves.models.chance import about_its_line
from longwave.topics.waves.models.exact import ratio_p, turning_value
from longwave.topics.waves.models.wave_lengths import (
    FEWEST,
    Array,
    Lengths,
    fitted_line,
    scatter_of,
    spread_of,
    t_value,
    wave_lengths,
)

MOST_ORDERS = 8  # lengths whose orders are all tried: 40,320 of them
HAIR, LEVEL = 1e-9, 0.05
WAYS = ("line", "date errors", "bend", "scatter", "plugged in", "orders")


def date_error_p(lengths: Lengths) -> pd.Series:
    """Compute how often errors of the dates alone make waves of one length seem to shrink as much.

        date_i = a + i L + e_i,  so  length_i = L + e_{i+1} − e_i;   t = slope / standard error of `trend_in_lengths`

    A date that is too late makes one wave longer and the next one shorter. Neither L nor the size of the errors
    changes t, so nothing has to be known of them but that they are independent, normal and alike. `lengths` are three
    or more positive numbers of years, in order.

    Returns:
        shorter: p of a slope at least as far below zero, which is the claim. either: p of one as far from zero.

    Our own construction, on the integral of Imhof (1961).

    >>> date_error_p([63, 47, 56, 43]).round(3).tolist()
    [0.081, 0.162]
    """
    slope, error, count = fitted_line(lengths)
    line, left, _about = _error_forms(count)
    return _both_sides(t_value(slope, error), line, left)


def shrinking_power(slope: float, error: float, count: int = 4, draws: int = 20_000, seed: int = 1) -> float:
    """Compute how often `date_error_p` is below 0.05 for waves that truly shrink.

    Args:
        slope: by how many years each wave is longer than the one before; below zero if they shrink.
        error: the deviation of the error of a date, in years, above zero.
        count: how many waves, from 3 on.
        draws: how many sets of dates are drawn, at least 1.
        seed: of the generator that draws them.

    Our own construction.

    >>> bool(shrinking_power(-5, error=1, draws=500) > shrinking_power(-5, error=6, draws=500))
    True
    """
    waves = whole_number("count", count, minimum=FEWEST)
    line, left, _about = _error_forms(waves)
    needed = turning_value(lambda t: ratio_p(line, left, t), LEVEL, 0.0, 100.0)
    size, many = number("error", error, minimum=1e-6), whole_number("draws", draws, minimum=1)
    place = np.arange(waves + 1)
    bend = number("slope", slope) * place**2 / 2  # dates whose distances change by the slope
    dates = bend + size * np.random.default_rng(seed).standard_normal((many, waves + 1))
    t_values = dates @ line / np.sqrt(np.einsum("di,ij,dj->d", dates, left, dates))
    return float((t_values <= -needed).mean())


def permutation_p(lengths: Lengths) -> pd.Series:
    """Compute the share of all orders of these lengths that slope down at least as much, and as much either way.

    Every order is tried, so p is exact and at least 1 / n! downwards, and twice that either way. From three to eight
    positive lengths. It supposes that each order is as likely as any other, which shared dates break.

    An exact permutation test, with no source of its own.

    >>> permutation_p([40, 30, 20]).tolist()  # one order of six, and its mirror image
    [0.16666666666666666, 0.3333333333333333]
    """
    slope, _error, count = fitted_line(lengths)
    if count > MOST_ORDERS:
        raise InputError(f"lengths must be at most {MOST_ORDERS} waves: the orders of more are too many to try.")
    place = np.arange(count) - (count - 1) / 2
    slopes = np.array(list(permutations(numbers("lengths", lengths)))) @ place / spread_of(count)
    shorter, either = (slopes <= slope + HAIR).mean(), (np.abs(slopes) >= abs(slope) - HAIR).mean()
    return pd.Series({"shorter": float(shorter), "either": float(either)})


def shrinking_tests(waves: pd.DataFrame) -> pd.DataFrame:
    """Test each author's waves for shrinking in six ways: a row for each author, two columns for each way.

    The ways are the levels of the columns, each with the p of `shorter` and of `either`:

        line         t of the line through the lengths, against Student's t
        date errors  the same t, against errors of the dates
        bend         t of i² in a parabola through the dates, against Student's t
        scatter      slope over the scatter of the dates about their line, against errors of the dates
        plugged in   slope, against errors of the dates that are as large as that scatter
        orders       slope, against all orders of the lengths

    `waves` is what `dated_waves` gives. Authors with fewer than three whole waves are left out.

    Our own construction.

    >>> rows = {"author": ["A"] * 4, "wave": [1, 2, 3, 4], "length": [60.0, 52.0, 47.0, 41.0]}
    >>> shrinking_tests(pd.DataFrame(rows)).loc["A", "orders"].round(3).tolist()
    [0.042, 0.083]
    """
    rows = {}
    for author, group in waves.sort_values("wave", kind="stable").groupby("author", sort=False):
        lengths = group["length"].to_numpy()
        if len(lengths) >= FEWEST:
            rows[author] = _six_ways(lengths)
    return pd.DataFrame(rows).T.rename_axis("author")


def turning_shift(boundaries: Sequence[float], place: int, level: float = 0.05, most: int = 30) -> int | None:
    """Return by how many years one date must move until the waves change sides of `level`, or None within `most`.

    The p is that of `date_error_p` for shorter waves. `boundaries` are the years in which a wave ends and the next
    begins, `place` counts them from 0. The shortest shift is returned, later years (above 0) before earlier ones.

    Our own construction.

    >>> turning_shift([1790, 1848, 1896, 1935, 1972], place=3)
    -5
    """
    years = numbers("boundaries", boundaries)
    spot = whole_number("place", place, minimum=0, maximum=len(years) - 1)
    side = date_error_p(wave_lengths(years.tolist()))["shorter"] < level
    for shift in (sign * step for step in range(1, whole_number("most", most, minimum=1) + 1) for sign in (1, -1)):
        moved = years.copy()
        moved[spot] += shift
        if (np.diff(moved) > 0).all() and (date_error_p(np.diff(moved))["shorter"] < level) != side:
            return shift
    return None


@lru_cache(maxsize=16)
def _error_forms(count: int) -> tuple[Array, Array, Array]:
    """Return slope, squared standard error and squared scatter of so many lengths as forms in the errors of dates."""
    place = np.arange(count) - (count - 1) / 2
    lengths = np.diff(np.eye(count + 1), axis=0)
    line = place @ lengths / spread_of(count)
    left, about = about_its_line(lengths), about_its_line(np.eye(count + 1))
    return line, left.T @ left / (count - 2) / spread_of(count), about / (count - 1)


def _both_sides(reached: float, line: Array, spread: Array) -> pd.Series:
    """Return how often the ratio is at or below a value, and how often as far from zero."""
    shorter = ratio_p(line, spread, -reached)
    return pd.Series({"shorter": shorter, "either": min(1.0, 2 * ratio_p(line, spread, abs(reached)))})


def _six_ways(lengths: Array) -> pd.Series:
    from scipy.stats import norm
    from scipy.stats import t as student

    slope, error, count = fitted_line(lengths)
    dates = np.concatenate([[0.0], np.cumsum(lengths)])
    scatter = scatter_of(dates[None, :], 1)[0]
    line, _left, about = _error_forms(count)
    ways: dict[str, pd.Series] = {}
    for way, value in (("line", t_value(slope, error)), ("bend", _bend(dates))):
        both = [student.cdf(value, count - 2), 2 * student.sf(abs(value), count - 2)]
        ways[way] = pd.Series(both, ["shorter", "either"])
    known = slope / (scatter * np.sqrt(line @ line))
    ways["plugged in"] = pd.Series([norm.cdf(known), 2 * norm.sf(abs(known))], ["shorter", "either"])
    ways["scatter"] = _both_sides(slope / scatter, line, about)
    ways |= {"date errors": date_error_p(lengths), "orders": permutation_p(lengths)}
    found: pd.Series = pd.concat({way: ways[way] for way in WAYS})
    return found


def _bend(dates: Array) -> float:
    """Return t of the square term in a parabola through the dates."""
    place = np.arange(len(dates)) - (len(dates) - 1) / 2
    square = place**2 - (place**2).mean()
    size = float(np.sqrt(square @ square))
    bend = float(square @ dates) / size
    scatter = float(scatter_of(dates[None, :], 2)[0])
    return t_value(bend, scatter if scatter > 1e-9 * float(np.abs(dates).max()) else 0.0)
