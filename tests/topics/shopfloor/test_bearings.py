"""How bearings wear out: the textbooks' list, the original's 210 tests, and what 21 engines exclude."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from longwave.checks import InputError
from longwave.data import load
from longwave.topics.shopfloor import early_failures, fit_shape, shape_from_two, shapes_by_chance, turning_value

careful = settings(deadline=None, derandomize=True)
FIRST = (17.88, 28.92, 33.00, 41.52, 42.12, 45.60)
LAST = (
    51.84,
    51.96,
    54.12,
    55.56,
    67.80,
    68.64,
    68.64,
    68.88,
    84.12,
    93.12,
    98.64,
    105.12,
    105.84,
    127.92,
    128.04,
    173.40,
)


@pytest.mark.parametrize("seventh", [48.40, 48.48])
def test_the_textbooks_list_has_the_published_shape_in_either_copy(seventh):
    fit = fit_shape([*FIRST, seventh, *LAST])
    assert fit["shape"] == pytest.approx(2.102, abs=0.001)
    assert fit["scale"] == pytest.approx(81.88, abs=0.01)
    assert fit[["low", "high"]].tolist() == pytest.approx([1.504, 2.791], abs=0.002)


def test_the_original_tests_put_that_list_into_the_upper_tenth():
    shapes = load("bearing_tests")["printed_shape"]
    assert len(shapes) == 210
    assert shapes.quantile([0.1, 0.5, 0.9]).tolist() == pytest.approx([0.978, 1.435, 2.1])
    assert ((shapes <= 1).sum(), (shapes >= 2.1).sum()) == (23, 22)


def test_the_printed_shapes_follow_from_the_two_lives():
    tests = load("bearing_tests")
    ours = [shape_from_two(*lives) for lives in zip(tests["l10"], tests["l50"], strict=True)]
    assert ((tests["printed_shape"] - ours).abs() > 0.02).sum() == 5
    assert tests["bearings"].sum() == 4840


def test_chance_alone_spreads_less_than_the_tests_do():
    tests = load("bearing_tests")
    chance = shapes_by_chance(tests["bearings"], shape=1.44, seed=1)
    assert (chance <= 1).sum() < 6 < 23
    assert np.quantile(chance, 0.1) > 1.15
    assert np.median(chance) > 1.44


def test_the_textbooks_list_is_rare_by_chance_at_the_middle_shape_but_not_impossible():
    chance = shapes_by_chance([23] * 1_000, shape=1.44, seed=2)
    assert (chance >= 2.10).mean() == pytest.approx(0.035)


def test_the_makers_differ():
    makers = load("bearing_tests").groupby("company")["printed_shape"]
    assert makers.median().loc[["A", "B"]].tolist() == pytest.approx([1.265, 1.495])
    assert mannwhitneyu(makers.get_group("A"), makers.get_group("B")).pvalue == pytest.approx(0.00136, abs=1e-4)


def test_twenty_one_engines_allow_a_constant_risk_and_exclude_clear_wear():
    engines = early_failures(50, 21, 861, 2000)
    assert engines.tolist() == pytest.approx([909.66, 125.06, -0.389], abs=0.01)
    assert early_failures(50, 21, 861, 2000, shape=1.4)["z"] == pytest.approx(-1.888, abs=0.001)
    assert early_failures(50, 21, 861, 2000, shape=2)["z"] < -3.5
    ends = [turning_value(lambda b: early_failures(50, 21, 861, 2000, b)["z"], z, 0.3, 3) for z in (1.96, -1.96)]
    assert ends == pytest.approx([0.544, 1.421], abs=0.001)


def test_a_constant_risk_expects_what_a_simulation_gives():
    rng = np.random.default_rng(3)
    ages = rng.exponential(3_671.6, (20_000, 50))
    means = np.where(ages < 2_000, ages, 0).sum(axis=1) / (ages < 2_000).sum(axis=1)
    engines = early_failures(50, 21, 861, 2000)
    assert means.mean() == pytest.approx(engines["expected"], rel=0.01)
    assert means.std() == pytest.approx(engines["error"], rel=0.05)


@careful
@given(st.floats(0.3, 8), st.floats(0.1, 1e4))
def test_two_lives_give_back_the_shape(shape, scale):
    tenth, half = (scale * (-np.log(1 - part)) ** (1 / shape) for part in (0.1, 0.5))
    assert shape_from_two(tenth, half) == pytest.approx(shape, rel=1e-6)


@careful
@given(st.lists(st.floats(1, 100), min_size=3, max_size=30, unique=True), st.floats(0.1, 10))
def test_the_shape_does_not_depend_on_the_unit(lives, factor):
    if max(lives) / min(lives) < 1.2:
        return
    fit, other = fit_shape(lives), fit_shape([factor * life for life in lives])
    assert fit["low"] < fit["shape"] < fit["high"]
    assert other["shape"] == pytest.approx(fit["shape"], rel=1e-4)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: fit_shape([3, 3, 3]), "lives must be two or more numbers above 0 that are not all alike"),
        (lambda: fit_shape([0, 3]), "lives must be two or more numbers above 0"),
        (lambda: shape_from_two(5, 5), "half must be above tenth, 5, not 5"),
        (lambda: early_failures(5, 5, 10, 20), "units must be a whole number of at least 6, not 5"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
