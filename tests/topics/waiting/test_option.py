"""Waiting: the published multiples, the chance of ever investing by simulation, and thresholds solved both ways."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.waiting import chance_to_invest, longest_payback, required_sigma, roots, waiting_multiple

careful = settings(deadline=None, derandomize=True)
sigmas, rates = st.floats(0.05, 1.5), st.floats(0.01, 0.3)


@pytest.mark.parametrize(("sigma", "multiple"), [(0.1, 1.42), (0.2, 2.00), (0.3, 2.76), (0.4, 3.73)])
def test_the_multiples_are_those_of_the_curriculum(sigma, multiple):
    assert waiting_multiple(sigma) == pytest.approx(multiple, abs=0.005)


@careful
@given(sigmas, rates, st.floats(0.01, 0.3))
def test_both_roots_solve_the_equation_and_lie_on_their_sides(sigma, rate, payout):
    for root in roots(sigma, rate, payout):
        left = 0.5 * sigma**2 * root * (root - 1) + (rate - payout) * root - rate
        assert left == pytest.approx(0, abs=1e-7 * (1 + root**2))
    plus, minus = roots(sigma, rate, payout)
    assert plus > 1
    assert minus < 0


def test_the_multiple_makes_the_plan_worth_most():
    beta, best = roots(0.3)[0], waiting_multiple(0.3)
    worth = {trigger: (trigger - 1) * trigger**-beta for trigger in (0.9 * best, best, 1.1 * best)}
    assert max(worth, key=worth.get) == best


@pytest.mark.parametrize("sigma", [0.1, 0.2, 0.3, 0.4])
def test_the_chance_ever_is_one_over_the_multiple(sigma):
    assert chance_to_invest(sigma) == pytest.approx(1 / waiting_multiple(sigma))
    assert chance_to_invest(sigma, years=1e5) == pytest.approx(1 / waiting_multiple(sigma), abs=1e-3)


def test_the_chance_within_five_years_agrees_with_many_drawn_paths():
    rng, steps, paths = np.random.default_rng(25), 1000, 4000
    moves = rng.normal(-(0.2**2) * 5 / 2 / steps, 0.2 * math.sqrt(5 / steps), (paths, steps))
    reached = (moves.cumsum(axis=1).max(axis=1) >= math.log(waiting_multiple(0.2))).mean()
    assert reached == pytest.approx(chance_to_invest(0.2, years=5), abs=0.015)


def test_who_is_at_the_trigger_invests_at_once_and_nobody_in_no_time():
    assert chance_to_invest(0.2, years=0, value=2.5) == 1
    assert chance_to_invest(0.2, years=0) == 0


def test_the_thresholds_of_the_curriculum():
    assert (longest_payback(0), longest_payback(0.2)) == (pytest.approx(25), pytest.approx(12.5))
    assert required_sigma(1.25) == pytest.approx(1.20, abs=0.005)


@careful
@given(sigmas, rates, st.floats(0, 0.5))
def test_the_uncertainty_that_explains_a_payback_is_the_one_that_made_it(sigma, rate, wear):
    assert required_sigma(longest_payback(sigma, rate, wear), rate, wear) == pytest.approx(sigma, rel=1e-6)


def test_who_may_buy_again_waits_less_and_needs_more_uncertainty():
    once, again = (longest_payback(0.3, 0.1, 0.2, again=may) for may in (False, True))
    assert again > once
    assert longest_payback(0.3, 0.1, 0, again=True) == longest_payback(0.3, 0.1, 0)
    needed = [required_sigma(1.25, 0.04, wear, again=True) for wear in (0, 0.1, 0.2, 0.3)]
    assert needed == pytest.approx([1.20, 1.04, 0.89, 0.73], abs=0.005)


def test_value_and_slope_meet_where_a_machine_may_be_bought_again():
    rate, wear, sigma = 0.1, 0.2, 0.3
    trigger = waiting_multiple(sigma, rate + wear)
    root = roots(sigma, rate + wear)[0]
    lost = (trigger - 1) / trigger**root  # what a working machine gives up, at the trigger, for V to the root
    assert lost * root * trigger ** (root - 1) == pytest.approx(1)


def test_a_payback_that_present_value_would_refuse_has_no_explanation():
    with pytest.raises(InputError, match="payback must be at most"):
        required_sigma(26)


@pytest.mark.parametrize("wrong", [0, -0.1, float("nan"), "much"], ids=repr)
def test_an_impossible_uncertainty_is_refused_by_name(wrong):
    with pytest.raises(InputError, match="^sigma must be"):
        roots(wrong)
