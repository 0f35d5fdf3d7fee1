"""Do dated waves shrink? Errors of the dates, a bend in them, and all orders of the lengths."""

import itertools
from math import factorial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.waves import (
    date_error_p,
    dated_waves,
    permutation_p,
    shrinking_power,
    shrinking_tests,
    trend_in_lengths,
    turning_shift,
    wave_lengths,
)

careful = settings(deadline=None, derandomize=True, max_examples=25)
lengths_of_waves = st.lists(st.integers(20, 90).map(float), min_size=4, max_size=6, unique=True)
ROSTOW, PAPER = [1790, 1848, 1896, 1935, 1972], [1782, 1845, 1892, 1948, 1991]


@pytest.fixture(scope="module")
def tests():
    return shrinking_tests(dated_waves(load("long_waves")))


@pytest.mark.parametrize(
    ("author", "shorter"),
    [("Rostow", 0.0081), ("Korotayev and Grinin", 0.0079), ("Chinese dating after van Duijn", 0.0812)],
)
def test_errors_of_the_dates_give_regression_values(tests, author, shorter):
    assert tests.loc[author, ("date errors", "shorter")] == pytest.approx(shorter, abs=0.0001)
    assert tests.loc[author, ("date errors", "either")] == pytest.approx(2 * shorter, abs=0.0002)


@pytest.mark.parametrize("dates", [[1790, 1848, 1896, 1935, 1972], [1782, 1845, 1892, 1948, 1991]])
def test_drawn_errors_give_the_p_that_is_computed(dates):
    drawn = _t(np.diff(np.random.default_rng(9).standard_normal((200_000, 5)), axis=1))
    p = date_error_p(np.diff(dates))["shorter"]
    assert (drawn <= _t(np.diff(dates)[None, :].astype(float))[0]).mean() == pytest.approx(p, abs=0.002)


@pytest.mark.parametrize(("error", "power"), [(4, 0.47), (6, 0.29)])
def test_how_often_waves_that_shrink_are_found(error, power):
    assert shrinking_power(-5.1, error) == pytest.approx(power, abs=0.015)


def test_errors_even_in_size_give_nearly_the_same():
    rng = np.random.default_rng(7)
    for dates, expected in ((ROSTOW, 0.018), (PAPER, 0.164)):
        reached = _t(np.diff(dates)[None, :].astype(float))[0]
        drawn = _t(np.diff(rng.uniform(-1, 1, (40_000, 5)), axis=1))
        assert (np.abs(drawn) >= abs(reached)).mean() == pytest.approx(expected, abs=0.005)


def _t(lengths):
    place = np.array([-1.5, -0.5, 0.5, 1.5])
    slopes = lengths @ place / 5
    left = lengths - lengths.mean(axis=1, keepdims=True) - slopes[:, None] * place
    return slopes / np.sqrt((left**2).sum(axis=1) / 2 / 5)


def test_the_count_of_six_runs_from_none_to_two_with_the_statistic_and_from_one_to_three_one_sided(tests):
    counts = (tests < 0.05).sum()
    either, shorter = (counts.xs(side, level=1) for side in ("either", "shorter"))
    assert (either.min(), either.max()) == (0, 2)
    assert either[["orders", "plugged in"]].tolist() == [0, 0]
    assert (shorter.min(), shorter.max()) == (1, 3)
    assert tests.loc["Rostow", ("plugged in", "shorter")] == pytest.approx(0.0505, abs=0.0001)


def test_the_line_alone_is_biased_against_the_claim(tests):
    clear = tests.xs("shorter", axis=1, level=1)
    assert (clear["line"] > clear["date errors"]).all()


def test_a_bend_in_the_dates_is_a_regression_on_the_square():
    models = pytest.importorskip("statsmodels.api")
    place = np.arange(5.0)
    for dates in (ROSTOW, PAPER):
        waves = {"author": ["A"] * 4, "wave": [1, 2, 3, 4], "length": np.diff(dates).astype(float)}
        fit = models.OLS(dates, np.column_stack([np.ones(5), place, place**2])).fit()
        ours = shrinking_tests(pd.DataFrame(waves)).loc["A", ("bend", "either")]
        assert ours == pytest.approx(fit.pvalues[2], rel=1e-6)


@careful
@given(lengths_of_waves)
def test_no_order_of_different_lengths_has_a_smaller_p_than_one_in_all(lengths):
    found = permutation_p(lengths)
    assert found["shorter"] >= 1 / factorial(len(lengths)) - 1e-12
    assert found["either"] >= 2 / factorial(len(lengths)) - 1e-12


def test_the_orders_of_four_lengths_cannot_go_below_a_twelfth():
    ps = [permutation_p(order)["either"] for order in itertools.permutations([58.0, 48, 39, 37])]
    assert min(ps) == pytest.approx(2 / 24)
    assert permutation_p([58, 48, 39, 37])["either"] == pytest.approx(0.083, abs=0.001)
    assert permutation_p([59.5, 45.5, 51.5, 43, 37])["either"] == pytest.approx(0.067, abs=0.001)
    assert permutation_p([63, 47, 56, 43])["either"] == pytest.approx(0.333, abs=0.001)


@careful
@given(lengths_of_waves, st.floats(0.2, 5))
def test_neither_the_unit_nor_the_size_of_the_errors_changes_p(lengths, unit):
    one, other = (date_error_p(values) for values in (lengths, [unit * length for length in lengths]))
    assert other.tolist() == pytest.approx(one.tolist(), abs=1e-6)


@careful
@given(lengths_of_waves)
def test_waves_that_grow_are_never_shown_to_shrink(lengths):
    if trend_in_lengths(lengths)["slope"] > 0:
        assert date_error_p(lengths)["shorter"] > 0.5


def test_one_date_can_turn_the_conclusion():
    shift = turning_shift(ROSTOW, 3)
    moved = [year + shift * (place == 3) for place, year in enumerate(ROSTOW)]
    nearer = [year + (shift + 1) * (place == 3) for place, year in enumerate(ROSTOW)]
    assert date_error_p(wave_lengths(moved))["shorter"] >= 0.05 > date_error_p(wave_lengths(nearer))["shorter"]
    assert turning_shift(PAPER, 2) == 2
    assert turning_shift(PAPER, 0) is None


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda: date_error_p([50, 40]), "two are always on a line"),
        (lambda: permutation_p(range(20, 29)), "at most 8 waves"),
        (lambda: turning_shift(ROSTOW, 9), "place must be"),
    ],
)
def test_what_cannot_be_tested_is_refused(wrong, message):
    with pytest.raises(InputError, match=message):
        wrong()
