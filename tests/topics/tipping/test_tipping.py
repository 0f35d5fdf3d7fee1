import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.tipping import (
    brusselator,
    crossing_time,
    cusp_folds,
    drawn_waits,
    equilibria,
    kramers_rate,
    mean_wait,
    observations_needed,
    potential,
    pulse_outlay,
    pulse_path,
)

careful = settings(deadline=None, derandomize=True)
couplings = st.floats(0.2, 6)
inside = st.floats(-0.95, 0.95)  # of the way to a fold


@pytest.mark.parametrize(("a", "fold"), [(1, 0.3849002), (2, 1.0886621), (3, 2.0)])
def test_the_folds_solve_27_b_squared_is_4_a_cubed(a, fold):
    assert cusp_folds(a) == pytest.approx((-fold, fold), abs=1e-6)
    assert 27 * cusp_folds(a)[1] ** 2 == pytest.approx(4 * a**3)


@pytest.mark.parametrize(("noise", "rate"), [(0.1, 0.01847562), (0.05, 0.00151657), (0.03, 5.410214e-05)])
def test_kramers_1940_rates(noise, rate):
    assert kramers_rate(noise) == pytest.approx(rate, abs=1e-8)


@pytest.mark.parametrize(("noise", "wait"), [(0.1, 66.2686), (0.05, 729.6707), (0.03, 19485.82)])
def test_gardiners_exact_integral_gives_the_mean_wait(noise, wait):
    assert mean_wait(noise) == pytest.approx(wait, rel=1e-5)


def test_kramers_formula_becomes_exact_as_the_noise_falls():
    products = [mean_wait(noise) * kramers_rate(noise) for noise in (0.1, 0.05, 0.03, 0.01)]
    assert products[:3] == pytest.approx([1.224, 1.107, 1.054], abs=1e-3)
    assert products == sorted(products, reverse=True)
    assert products[-1] == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(("b", "period"), [(2.05, 6.3016), (3.0, 7.1569)])
def test_prigogine_and_lefever_1968_the_brusselator_swings(b, period):
    frame = brusselator(1, b, 400).iloc[30_000:]
    x, times = frame["x"].to_numpy(), frame["time"].to_numpy()
    rises = np.flatnonzero((x[:-1] < 1) & (x[1:] >= 1))
    assert np.diff(times[rises]).mean() == pytest.approx(period, abs=2e-3)


def test_the_brusselators_range_at_b_3():
    x = brusselator(1, 3, 60)["x"].iloc[3000:]
    assert (x.min(), x.max()) == pytest.approx((0.37055, 3.75177), abs=1e-3)


def test_below_its_threshold_the_brusselator_comes_to_rest():
    last = brusselator(1, 1.9, [0, 300]).iloc[-1]
    assert (last["x"], last["y"]) == pytest.approx((1, 1.9), abs=1e-3)


def test_with_a_base_beyond_the_lower_fold_nothing_stands_after_a_push():
    assert equilibria(3, -2.05)["state"].round(2).tolist() == [-2.01]


@pytest.mark.parametrize(("ends", "places"), [((-2, 2), 19), ((-2, 0), 35), ((-1, 1), 1194), ((-2, -1.5), 2979)])
def test_range_counts_more_than_both_sides_of_the_ridge(ends, places):
    assert round(observations_needed(np.linspace(*ends, 41), 2)) == places


def test_a_regression_value_the_cautious_push_costs_four_times_the_bold_one():
    assert pulse_outlay(3, 2.05) == pytest.approx(15.1848, abs=1e-3)
    assert pulse_outlay(3, 3.0) == pytest.approx(3.4491, abs=1e-3)


@careful
@given(couplings, inside)
def test_between_the_folds_three_states_stand_and_the_outer_two_are_stable(a, part):
    found = equilibria(a, part * cusp_folds(a)[1])
    assert found["stable"].tolist() == [True, False, True]
    states = found["state"].to_numpy()
    assert a * states + part * cusp_folds(a)[1] - states**3 == pytest.approx(np.zeros(3), abs=1e-6)


@careful
@given(couplings, st.floats(1.01, 4), st.sampled_from([-1, 1]))
def test_beyond_a_fold_one_state_is_left(a, part, side):
    found = equilibria(a, side * part * cusp_folds(a)[1])
    assert found["stable"].tolist() == [True]
    assert np.sign(found["state"].iloc[0]) == side


def test_at_a_fold_low_state_and_ridge_are_one_and_a_single_state_is_stable():
    assert equilibria(3, 2).to_dict("list") == {"state": [pytest.approx(-1), pytest.approx(2)], "stable": [False, True]}
    assert equilibria(0, 0).to_dict("list") == {"state": [0.0], "stable": [True]}


@careful
@given(couplings, st.floats(1.02, 4), st.floats(1.1, 3))
def test_a_higher_push_is_quicker_and_cheaper_and_never_below_the_way(a, part, more):
    push = part * cusp_folds(a)[1]
    assert crossing_time(a, push * more) < crossing_time(a, push)
    assert pulse_outlay(a, push) > pulse_outlay(a, push * more) > a**0.5


@careful
@given(couplings, st.floats(1.1, 4), inside.filter(lambda part: part < 0.8))
def test_a_pulse_tips_if_and_only_if_it_lasts_the_crossing_time(a, part, base):
    stays = base * cusp_folds(a)[1]
    push = part * cusp_folds(a)[1] - stays
    needed = crossing_time(a, push, stays)
    ridge = equilibria(a, stays)["state"].iloc[1]
    for length, high in ((0.98 * needed, False), (1.02 * needed, True)):
        last = pulse_path(a, push, length, needed + 40 / a, stays)["state"].iloc[-1]
        assert (last > ridge) == high


def test_near_the_fold_a_quarter_of_the_margin_doubles_the_time():
    assert crossing_time(3, 2 + 1e-6) / crossing_time(3, 2 + 4e-6) == pytest.approx(2, rel=0.01)
    assert crossing_time(3, 2.0) == crossing_time(3, 1.0) == float("inf")
    assert pulse_outlay(3, 1.9) == float("inf")


def test_the_state_rolls_down_its_potential():
    states = np.linspace(-2, 2, 41)
    slope = (potential(states + 1e-6, 2, 0.5) - potential(states - 1e-6, 2, 0.5)) / 2e-6
    assert -slope == pytest.approx(2 * states + 0.5 - states**3, abs=1e-6)


def test_drawn_waits_are_as_long_as_the_exact_integral_says():
    drawn = drawn_waits(0.15, 1500, np.random.default_rng(1))
    assert drawn.mean() == pytest.approx(mean_wait(0.15), rel=0.08)
    assert drawn.min() > 0


def test_the_logarithm_of_the_wait_rises_by_the_height_of_the_ridge():
    waits = [mean_wait(noise) for noise in (0.02, 0.01)]
    assert np.log(waits[1] / waits[0]) / 50 == pytest.approx(0.25, abs=0.001)


@careful
@given(st.floats(0.02, 0.2), st.floats(0, 0.34), st.floats(0.005, 0.03))
def test_more_noise_or_more_push_shortens_the_wait(noise, push, more):
    here = mean_wait(noise, b=push)
    assert mean_wait(noise + more, b=push) < here
    assert mean_wait(noise, b=push + more) < here


@careful
@given(st.floats(0.1, 5), st.floats(1.1, 4))
def test_twice_the_noise_in_the_data_needs_four_times_the_places(noise, spread):
    states = spread * np.linspace(-1, 1, 9)
    once, twice = (observations_needed(states, factor * noise) for factor in (1, 2))
    assert twice == pytest.approx(4 * once)
    assert observations_needed(2 * states, noise) == pytest.approx(once / 64)


def test_the_number_of_places_gives_the_promised_power():
    rng, sigma = np.random.default_rng(2), 2.0
    states = np.tile(np.linspace(-2, 2, 7), 4)
    states = np.resize(states, round(observations_needed(np.linspace(-2, 2, 7), sigma)))
    design = np.column_stack([np.ones_like(states), states, states**3])
    inverse = np.linalg.inv(design.T @ design)
    growth = 3 * states - states**3 + sigma * rng.standard_normal((4000, states.size))
    bends = (growth @ design @ inverse)[:, 2]
    assert (np.abs(bends) / (sigma * inverse[2, 2] ** 0.5) > 1.96).mean() == pytest.approx(0.8, abs=0.04)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: cusp_folds(0), "a must be positive"),
        (lambda: equilibria("1", 0), "a must be a finite number"),
        (lambda: crossing_time(3, 1, base=2), "base must be between the folds"),
        (lambda: pulse_path(3, 1, -1, 5), "length must be a finite number of at least 0"),
        (lambda: kramers_rate(0), "noise must be positive"),
        (lambda: mean_wait(0.05, b=0.5), "b must be between the folds"),
        (lambda: mean_wait(0.0001), "noise must be larger"),
        (lambda: drawn_waits(0.01, 5, np.random.default_rng(1)), "noise must be at least 0.05"),
        (lambda: observations_needed(np.array([0, 1]), 1), "at least three different values"),
        (lambda: observations_needed(np.array([-1, 0, 1]), 1), "further apart"),
        (lambda: brusselator(0, 1, 5), "a must be positive"),
        (lambda: brusselator(1, 1, [0]), "two or more times"),
    ],
)
def test_what_cannot_be_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
