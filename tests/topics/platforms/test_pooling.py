"""Pooled reports: what shrinking gains, where one's own line wins, and how good a user must be to need no telling."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.platforms import (
    channel_cascade,
    learning_error,
    majority_error,
    report_noise,
    report_worth,
    toolkit_skill,
    turning_spread,
)

careful = settings(deadline=None, derandomize=True)


@careful
@given(st.integers(1, 500), st.integers(1, 500), st.floats(0.01, 5), st.floats(0, 5))
def test_pooling_never_harms_and_more_sellers_help(users, sellers, noise, spread):
    fewer, more = (learning_error(users, m, noise, spread) for m in (sellers, sellers + 1))
    assert more["pooled"] <= fewer["pooled"] + 1e-12 <= fewer["own"] + 2e-12


def test_pooling_at_its_two_ends():
    alike, alone = learning_error(25, 100, 1, spread=0), learning_error(25, 1, 1, spread=0.3)
    assert alike.tolist() == pytest.approx([0.2, 0.02, 0.02])
    assert alone["own"] == pytest.approx(alone["pooled"])
    assert learning_error(25, 9, 0, 0).tolist() == [0, 0, 0]


def test_pooled_estimates_drawn_by_chance_are_as_far_off_as_the_formula_says():
    rng = np.random.default_rng(16)
    rates = rng.normal(0, 0.5, (4000, 8))
    means = rates + rng.normal(0, 2 / math.sqrt(10), rates.shape)
    moved = 0.4 / (0.4 + 0.25)
    pooled = (1 - moved) * means + moved * means.mean(axis=1, keepdims=True)
    average = np.broadcast_to(means.mean(axis=1, keepdims=True), means.shape)
    found = [math.sqrt(((estimate - rates) ** 2).mean()) for estimate in (means, average, pooled)]
    assert found == pytest.approx(learning_error(10, 8, 2, 0.5).tolist(), rel=0.02)


@careful
@given(st.integers(1, 500), st.integers(1, 500), st.floats(0.01, 5), st.floats(0, 5))
def test_shrinking_errs_no_more_than_the_average_of_all(users, sellers, noise, spread):
    errors = learning_error(users, sellers, noise, spread)
    assert errors["pooled"] <= errors["average"] + 1e-9


def leaky(hops):
    return report_noise(0.3, channel_cascade(0.1, hops)["error"])


@pytest.mark.parametrize(("spread", "average", "pooled"), [(0.05, 0.054, 0.053), (0.2, 0.200, 0.147)])
def test_the_lesson_s_hundred_makers_after_three_hand_overs(spread, average, pooled):
    errors = learning_error(20, 100, leaky(3), spread)
    assert errors[["average", "pooled"]].tolist() == pytest.approx([average, pooled], abs=0.0005)
    assert learning_error(20, 100, leaky(1), spread)["own"] == pytest.approx(0.132, abs=0.0005)


@pytest.mark.parametrize(("hops", "spread"), [(1, 0.160), (2, 0.127), (3, 0.114)])
def test_a_pool_loses_to_a_line_without_hand_overs_above_this_spread(hops, spread):
    assert turning_spread(20, 100, report_noise(0.3), leaky(hops)) == pytest.approx(spread, abs=0.0005)


@pytest.mark.parametrize(("users", "spread"), [(10, 0.180), (20, 0.127), (40, 0.090), (200, 0.040)])
def test_either_or_turns_sooner_the_more_users_each_maker_has(users, spread):
    assert turning_spread(users, 100, report_noise(0.3), leaky(2)) == pytest.approx(spread, abs=0.0005)


def test_a_line_with_one_hand_over_loses_alone_to_a_pool_with_three_below_this_spread():
    assert turning_spread(20, 100, leaky(1), leaky(3)) == pytest.approx(0.166, abs=0.0005)


@pytest.mark.parametrize(
    ("spread", "both", "worth"),
    [(0.05, 0.050, 120), (0.1, 0.081, 34), (0.2, 0.110, 9), (0.5, 0.128, 1)],
)
def test_the_report_beside_one_s_own_line_and_what_it_is_worth_in_users(spread, both, worth):
    found = report_worth(20, 100, leaky(1), leaky(3), spread)
    assert found["both"] == pytest.approx(both, abs=0.0005)
    assert round(found["users"]) == worth
    assert found["both"] == pytest.approx(leaky(1) / math.sqrt(20 + found["users"]))


def test_the_report_is_worth_one_s_own_twenty_users_where_makers_differ_as_much_as_her_mean_errs():
    for spread, more in ((0.131, True), (0.1325, False)):
        assert (report_worth(20, 100, leaky(1), leaky(3), spread)["users"] > 20) == more


@pytest.mark.parametrize("spread", [0.05, 0.1, 0.2, 0.5])
def test_the_report_is_worth_about_the_noise_over_the_spread_squared(spread):
    found = report_worth(20, 100, leaky(1), leaky(3), spread)["users"]
    assert found == pytest.approx(leaky(1) ** 2 / spread**2, rel=0.15)


@careful
@given(st.integers(1, 500), st.integers(2, 500), st.floats(0.1, 3), st.floats(1, 3), st.floats(0, 3))
def test_the_average_beside_one_s_own_line_errs_less_than_either_alone(users, sellers, own, times, spread):
    both = report_worth(users, sellers, own, own * times, spread)["both"]
    assert both <= own / math.sqrt(users) + 1e-12
    assert both <= learning_error(users, sellers, own * times, spread)["average"] + 1e-12


def test_estimates_drawn_by_chance_err_as_the_report_beside_one_s_own_line_says():
    rng = np.random.default_rng(6)
    rates = rng.normal(0, 0.5, (4000, 8))
    own = rates + rng.normal(0, 1 / math.sqrt(10), rates.shape)
    average = (rates + rng.normal(0, 2 / math.sqrt(10), rates.shape)).mean(axis=1, keepdims=True)
    missed = 0.25 * 7 / 8 + 0.4 / 8
    part = 0.1 / (0.1 + missed)
    found = math.sqrt((((1 - part) * own + part * average - rates) ** 2).mean())
    assert found == pytest.approx(report_worth(10, 8, 1, 2, 0.5)["both"], rel=0.02)


def test_flips_left_in_and_fakes_untold_are_bias_that_no_volume_mends():
    read = 0.244 + (1 - 2 * 0.244) * 0.3
    average = learning_error(20, 100, math.sqrt(read * (1 - read)), 0.05)["average"]
    assert [read, math.hypot(average, read - 0.3)] == pytest.approx([0.398, 0.110], abs=0.0005)
    assert round(report_worth(20, 100, leaky(1), leaky(3), 0.05, bias=0.09)["users"]) == 32


def test_an_average_that_misses_nothing_is_worth_any_number_of_users():
    assert report_worth(4, 2, 1, 0, 0).tolist() == [0, math.inf]


@careful
@given(st.integers(1, 500), st.integers(2, 500), st.floats(0.1, 3), st.floats(1.05, 3))
def test_at_the_turning_spread_both_err_alike(users, sellers, own, times):
    spread = turning_spread(users, sellers, own, own * times)
    mine, pooled = (
        learning_error(users, 1, own, 0)["own"],
        learning_error(users, sellers, own * times, spread)["pooled"],
    )
    assert pooled == pytest.approx(mine) if spread > 0 else pooled >= mine - 1e-12


def test_a_pool_that_is_no_noisier_always_wins_and_a_small_noisy_one_always_loses():
    assert turning_spread(20, 100, 0.4, 0.4) == math.inf
    assert turning_spread(20, 2, 0.1, 4) == 0


@pytest.mark.parametrize(("tries", "skill"), [(1, 0.756), (2, 0.506), (3, 0.375)])
def test_the_skill_at_which_a_user_with_tools_does_as_well_as_a_maker_who_is_told(tries, skill):
    error = channel_cascade(0.1, 3)["error"]
    assert toolkit_skill(error, tries) == pytest.approx(skill, abs=0.0005)
    assert 1 - (1 - toolkit_skill(error, tries)) ** tries == pytest.approx(1 - error)


@pytest.mark.parametrize(("hops", "once", "thrice"), [(3, 0.375, 0.469), (1, 0.536, 0.696)])
def test_three_tries_against_one_telling_and_against_three(hops, once, thrice):
    error = channel_cascade(0.1, hops)["error"]
    repeated = majority_error(3, 1 - error)
    assert repeated == pytest.approx(3 * error**2 * (1 - error) + error**3)
    assert [toolkit_skill(error, 3), toolkit_skill(repeated, 3)] == pytest.approx([once, thrice], abs=0.0005)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: report_noise(1.1), "rate must be a finite number from 0 to 1, not 1.1"),
        (lambda: report_noise(0.2, 0.5), "error must be below 0.5"),
        (lambda: report_noise(0.2, 0.6), "error must be a finite number from 0 to 0.5, not 0.6"),
        (lambda: learning_error(0, 1, 1, 1), "users must be a whole number of at least 1, not 0"),
        (lambda: learning_error(1, 0, 1, 1), "sellers must be a whole number of at least 1, not 0"),
        (lambda: learning_error(1, 1, -1, 1), "noise must be a finite number of at least 0, not -1"),
        (lambda: learning_error(1, 1, 1, -1), "spread must be a finite number of at least 0, not -1"),
        (lambda: turning_spread(0, 2, 1, 1), "users must be a whole number of at least 1, not 0"),
        (lambda: turning_spread(1, 1, 1, 1), "sellers must be a whole number of at least 2, not 1"),
        (lambda: turning_spread(1, 2, 0, 1), "own_noise must be above 0, not 0"),
        (lambda: turning_spread(1, 2, 1, 0), "pool_noise must be above 0, not 0"),
        (lambda: report_worth(20, 1, 1, 1, 1), "sellers must be a whole number of at least 2, not 1"),
        (lambda: report_worth(20, 2, 0, 1, 1), "own_noise must be above 0, not 0"),
        (lambda: report_worth(20, 2, 1, -1, 1), "pool_noise must be a finite number of at least 0, not -1"),
        (lambda: report_worth(20, 2, 1, 1, 1, "x"), "bias must be a finite number, not 'x'"),
        (lambda: toolkit_skill(1.5, 1), "error must be a finite number from 0 to 1, not 1.5"),
        (lambda: toolkit_skill(0.5, 0), "tries must be a whole number of at least 1, not 0"),
    ],
)
def test_what_cannot_be_used_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan"), "0.7", None, True], ids=repr)
def test_a_rate_that_is_no_share_is_refused_by_name(wrong):
    with pytest.raises(InputError, match="^rate must be a finite number from 0 to 1, not"):
        report_noise(wrong)
