import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.shopfloor import age_replacement, mean_life
from longwave.topics.shopfloor.models.maintenance import cost_at_age

careful = settings(deadline=None, derandomize=True)
positive = st.floats(0.01, 1e4)


@careful
@given(st.floats(0.2, 1), positive, positive, st.floats(1, 50))
def test_a_part_that_does_not_wear_out_is_run_to_failure(shape, scale, planned, times):
    best = age_replacement(shape, scale, planned, planned * times)
    assert best["age"] == math.inf
    assert best["cost_rate"] == pytest.approx(planned * times / mean_life(shape, scale))


def test_a_failure_that_costs_no_more_than_a_stop_is_waited_for():
    assert age_replacement(3, 100, 5, 5)["age"] == math.inf
    assert age_replacement(3, 100, 5, 4)["age"] == math.inf


@careful
@given(st.floats(1.05, 8), st.floats(1, 1e4), st.floats(1.1, 50), st.floats(0.3, 3))
def test_no_other_age_costs_less_after_barlow_and_hunter_1960(shape, scale, times, factor):
    best = age_replacement(shape, scale, 1, times)
    assert best["cost_rate"] <= cost_at_age(math.inf, shape, scale, 1, times) * (1 + 1e-9)
    other = best["age"] * factor
    if math.isfinite(other):
        assert best["cost_rate"] <= cost_at_age(other, shape, scale, 1, times) * (1 + 1e-9)


def test_shape_two_is_a_regression_value():
    scale = 1000 / mean_life(2, 1)
    assert age_replacement(2, scale, 1000, 5000).tolist() == pytest.approx([576.213, 3.62045], rel=1e-5)


@careful
@given(st.floats(1.2, 6), st.floats(1, 1e3), st.floats(1.5, 20), st.floats(2, 10))
def test_the_age_moves_with_the_scale_and_not_with_the_currency(shape, scale, times, factor):
    best = age_replacement(shape, scale, 1, times)
    assert age_replacement(shape, scale * factor, 1, times)["age"] == pytest.approx(best["age"] * factor)
    assert age_replacement(shape, scale, factor, times * factor)["age"] == pytest.approx(best["age"])


def test_a_shape_just_above_one_is_no_accident():
    best = age_replacement(1.0001, 100, 1, 5)
    assert best["cost_rate"] == pytest.approx(5 / mean_life(1.0001, 100))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: age_replacement(0, 1, 1, 5), "shape must be above 0, not 0"),
        (lambda: age_replacement(2, -1, 1, 5), "scale must be a finite number of at least 0, not -1"),
        (lambda: age_replacement(2, 1, 0, 5), "preventive_cost must be above 0, not 0"),
        (lambda: cost_at_age(0, 2, 1, 1, 5), "age must be above 0, not 0"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
