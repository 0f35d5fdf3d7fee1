import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.talent import (
    admission_path,
    cobweb,
    critical_slope_ratio,
    forward_share_needed,
    mean_miss,
    stock_pace,
    swing_factor,
)

careful = settings(deadline=None, derandomize=True, max_examples=25)
ratios = st.floats(0.1, 3)
lags = st.integers(1, 8)
shares = st.floats(0, 1)


@pytest.mark.parametrize(("ratio", "gaps"), [(1.2, [10, -12, 14.4, -17.28]), (0.8, [10, -8, 6.4, -5.12])])
def test_a_slope_ratio_of_12_grows_each_swing_by_a_fifth_and_one_of_08_shrinks_it(ratio, gaps):
    assert cobweb(ratio, 1, 4)["gap"].tolist() == pytest.approx(gaps)


@careful
@given(ratios, lags)
def test_the_lag_stretches_the_path_and_does_nothing_else(ratio, lag):
    short, long = cobweb(ratio, 1, 6)["gap"], cobweb(ratio, lag, 6 * lag)["gap"]
    assert long.to_numpy() == pytest.approx(np.repeat(short.to_numpy(), lag))


@careful
@given(ratios, lags, shares)
def test_half_a_period_later_the_gap_has_changed_sides_by_the_factor(ratio, lag, share):
    gaps, factor = cobweb(ratio, lag, 3 * lag, share, glut=1)["gap"].to_numpy(), swing_factor(ratio, share)
    assert gaps[lag:] == pytest.approx(-factor * gaps[:-lag])


def test_nobody_graduates_less_than_not_at_all():
    gaps = cobweb(3, 2, 60)["gap"]
    assert gaps.min() == -100
    assert gaps.max() == pytest.approx(300)


@careful
@given(st.floats(1.01, 50))
def test_at_the_share_needed_swings_keep_their_size_and_half_always_does(ratio):
    needed = forward_share_needed(ratio)
    assert 0 < needed < 0.5
    assert swing_factor(ratio, needed) == pytest.approx(1)
    assert swing_factor(ratio, 0.5) < 1
    assert forward_share_needed(1 / ratio) == 0


@careful
@given(ratios, shares, st.floats(0, 2))
def test_foresight_and_help_from_elsewhere_calm(ratio, share, immediate):
    assert swing_factor(ratio, share, immediate) <= swing_factor(ratio) + 1e-12
    assert swing_factor(ratio, 1) == 0


@careful
@given(ratios, lags)
def test_with_full_turnover_the_stock_is_the_cobweb(ratio, lag):
    assert stock_pace(ratio, lag) == pytest.approx(ratio ** (1 / lag))
    assert critical_slope_ratio(lag) == pytest.approx(1)


@careful
@given(st.floats(0.05, 0.95), lags)
def test_below_a_ratio_of_one_no_lag_makes_the_stock_swing_up(turnover, lag):
    assert stock_pace(0.99, lag, turnover) < 1
    assert critical_slope_ratio(lag, turnover) > 1
    assert critical_slope_ratio(lag + 1, turnover) < critical_slope_ratio(lag, turnover)


@careful
@given(st.floats(0.05, 1))
def test_the_closed_forms_of_the_critical_ratio(turnover):
    assert critical_slope_ratio(1, turnover) == pytest.approx((2 - turnover) / turnover)
    assert critical_slope_ratio(2, turnover) == pytest.approx(1 / turnover)


@careful
@given(ratios, lags, shares, st.floats(80, 200))
def test_a_rule_turns_people_away_and_never_makes_them_apply(ratio, lag, follow, seats):
    path = admission_path(ratio, lag, follow, seats, [100] * 3 + [120] * 27)
    assert (path["admitted"] <= path["applicants"] + 1e-9).all()
    assert (path["admitted"] <= seats + 1e-9).all()
    assert path["graduates"].to_numpy()[lag:] == pytest.approx(path["admitted"].to_numpy()[:-lag])


@careful
@given(ratios, lags)
def test_to_let_everybody_in_is_the_cobweb(ratio, lag):
    path = admission_path(ratio, lag, 1, 1e9, [100] + [110] * 40)
    gaps = (path["graduates"] / 110 - 1).to_numpy()[1:]
    free = np.maximum(-1, -ratio * gaps[:-lag])
    assert gaps[lag:] == pytest.approx(free)


def test_a_miss_is_measured_against_the_number_needed():
    assert mean_miss(pd.DataFrame({"needed": [50, 100], "graduates": [55, 100]})) == pytest.approx(5)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: swing_factor(-1), "slope_ratio must be"),
        (lambda: swing_factor(1, 2), "forward must be a finite number from 0 to 1"),
        (lambda: swing_factor(1, 0, -1), "immediate must be"),
        (lambda: cobweb(1, 0, 5), "lag must be a whole number of at least 1"),
        (lambda: cobweb(1, 1, 5, glut=-101), "glut must be"),
        (lambda: stock_pace(1, 1, 0), "turnover must be above 0"),
        (lambda: forward_share_needed(0), "slope_ratio must be above 0"),
        (lambda: admission_path(1, 1, 1, 10, []), "needed must be"),
        (lambda: mean_miss(pd.DataFrame({"needed": [1]})), "columns needed and graduates"),
    ],
)
def test_what_cannot_be_a_cobweb_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
