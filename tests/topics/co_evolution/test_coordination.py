from math import pi

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.co_evolution import (
    coordination_degree,
    coupling_degree,
    implied_larger,
    implied_ratio,
    mean_coupling,
    trending_pairs,
)

careful = settings(deadline=None, derandomize=True)
indices = st.floats(0.001, 1)
TABLE_8 = [
    (0.9989, 0.9404, 0.9104),
    (0.9935, 0.8660, 0.7956),
    (0.8868, 0.5440, 0.3678),
    (0.6821, 0.3006, 0.1552),
    (0.6101, 0.2700, 0.1159),
]


@pytest.mark.parametrize(("usual", "corrected", "ratio"), TABLE_8)
def test_wang_et_al_2021_table_8_comes_from_one_pair_of_indices_each(usual, corrected, ratio):
    larger = implied_larger(usual, corrected)
    assert implied_ratio(usual) == pytest.approx(ratio, abs=1e-3)
    assert 0.25 < larger < 0.5
    assert coupling_degree(larger, larger * implied_ratio(usual), corrected=False) == pytest.approx(usual, abs=1e-9)
    assert coupling_degree(larger, larger * implied_ratio(usual)) == pytest.approx(corrected, abs=1e-9)


@pytest.mark.parametrize(("usual", "corrected", "ratio"), TABLE_8)
def test_with_the_larger_set_to_one_the_corrected_degree_is_the_ratio_and_not_that_of_table_8(usual, corrected, ratio):
    assert coupling_degree(1, ratio) == pytest.approx(ratio)
    assert abs(ratio - corrected) > 0.02


def test_two_uniform_indices_have_the_exact_mean_four_minus_pi():
    pairs = np.random.default_rng(1).random((2, 400_000))
    assert coupling_degree(*pairs, corrected=False).mean() == pytest.approx(4 - pi, abs=1e-3)
    assert coupling_degree(*pairs).mean() == pytest.approx(0.5637, abs=1e-3)  # a regression value


@careful
@given(indices, indices)
def test_the_order_does_not_matter_and_the_corrected_degree_is_never_the_higher(first, second):
    usual, corrected = coupling_degree(first, second, corrected=False), coupling_degree(first, second)
    assert coupling_degree(second, first) == pytest.approx(corrected)
    assert 0 <= corrected <= usual + 1e-9 <= 1 + 2e-9


@careful
@given(indices, indices, st.floats(0.01, 1))
def test_the_usual_degree_does_not_know_the_level(first, second, scale):
    moved = coupling_degree(scale * first, scale * second, corrected=False)
    assert moved == pytest.approx(coupling_degree(first, second, corrected=False))


@careful
@given(indices, indices)
def test_the_usual_coordination_degree_is_a_root_of_the_product(first, second):
    assert coordination_degree(first, second, corrected=False) == pytest.approx((first * second) ** 0.25)


@careful
@given(indices)
def test_equal_indices_are_coupled_fully(level):
    assert coupling_degree(level, level) == coupling_degree(level, level, corrected=False) == pytest.approx(1)


def test_darts_on_the_upper_half_of_the_scale_score_far_more():
    pairs = 0.5 + np.random.default_rng(1).random((2, 400_000)) / 2
    assert coupling_degree(*pairs, corrected=False).mean() == pytest.approx(0.9904, abs=1e-3)  # regression values
    assert coupling_degree(*pairs).mean() == pytest.approx(0.8198, abs=2e-3)


@pytest.mark.parametrize(
    ("drift", "low", "usual", "corrected"),
    [(0.7, 0.1, 0.99, 0.84), (0.7, 0, 0.89, 0.74), (0.2, 0.1, 0.94, 0.69), (0.2, 0, 0.82, 0.58)],
)
def test_unrelated_walks_score_by_their_scale(drift, low, usual, corrected):
    pair = trending_pairs(2000, 20, drift, np.random.default_rng(3), low, 1 - low)
    assert np.median(mean_coupling(*pair, corrected=False)) == pytest.approx(usual, abs=0.012)
    assert np.median(mean_coupling(*pair)) == pytest.approx(corrected, abs=0.012)


def test_the_mean_over_the_years_is_that_of_the_degrees_but_for_years_of_two_zeros():
    first, second = np.array([[0, 0.2, 0.5]]), np.array([[0, 0.8, 0.5]])
    for form in (True, False):
        expected = coupling_degree([0.2, 0.5], [0.8, 0.5], corrected=form).mean()
        assert mean_coupling(first, second, form).tolist() == pytest.approx([expected])


def test_series_are_taken_as_well():
    first, second = pd.Series([0.2, 0.5]), pd.Series([0.8, 0.5], index=[7, 9])
    assert mean_coupling(first, second) == pytest.approx(coupling_degree(first, second).mean())


def test_walks_without_drift_correlate_as_ernst_shepp_and_wyner_2017_prove():
    pairs = zip(*trending_pairs(3000, 500, 0, np.random.default_rng(2)), strict=True)
    spread = np.std([np.corrcoef(one, other)[0, 1] for one, other in pairs])
    assert spread == pytest.approx(0.4865, abs=0.015)  # "nearly .5" in their abstract


def test_lists_are_taken_pair_by_pair():
    assert coupling_degree([0.8, 0.5], [0.2, 0.5], corrected=False) == pytest.approx([0.8, 1])
    assert coordination_degree([0.8], [0.2], weight=1).shape == (1,)


def test_walks_that_know_nothing_of_each_other_couple_highly():
    first, second = trending_pairs(500, 20, 0.6, np.random.default_rng(18))
    changes = [np.corrcoef(np.diff(one), np.diff(other))[0, 1] for one, other in zip(first, second, strict=True)]
    assert np.mean([coupling_degree(*pair, corrected=False).mean() for pair in zip(first, second, strict=True)]) > 0.9
    assert abs(np.mean(changes)) < 0.05


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: coupling_degree(0, 0), "must not both be 0"),
        (lambda: coupling_degree(1.2, 0.4), "indices of at most 1, not 1.2"),
        (lambda: coupling_degree(-0.1, 0.4), "first must be a finite number of at least 0"),
        (lambda: coupling_degree([0.1], [0.2, 0.3]), "equally long, not 1 and 2"),
        (lambda: coordination_degree(0.1, 0.2, weight=2), "weight must be"),
        (lambda: implied_ratio(1.5), "usual must be"),
        (lambda: implied_larger(1, 0.5), "usual must be below 1"),
        (lambda: trending_pairs(1, 2, 0.1, np.random.default_rng(1)), "years must be"),
        (lambda: trending_pairs(1, 9, 0.1, np.random.default_rng(1), low=0.6, high=0.4), "high must be"),
    ],
)
def test_what_cannot_be_coupled_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
