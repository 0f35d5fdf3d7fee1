"""Competition and innovation: replaced monopolists, and two firms that race."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.selection import innovation_curve, replacement_rate, step_by_step

careful = settings(deadline=None, derandomize=True)


def test_half_the_profit_takes_two_thirds_of_innovation():
    assert replacement_rate(2, 1, 0.1, 0.05) == pytest.approx(0.15)
    assert replacement_rate(1, 1, 0.1, 0.05) == pytest.approx(0.05)
    assert replacement_rate(0.1, 1, 0.1, 0.05) == 0


@careful
@given(st.floats(0.5, 1), st.floats(0, 3), st.floats(0.1, 9))
def test_aghion_and_others_2005_research_solves_the_conditions_of_both_firms(competition, catch_up, profit):
    values = step_by_step(competition, catch_up, profit)
    level, follower = values["level"], values["follower"]
    assert level**2 / 2 + catch_up * level == pytest.approx(competition * profit)
    gain = (1 - competition) * profit + level**2 / 2
    assert follower**2 / 2 + (catch_up + level) * follower == pytest.approx(gain)
    assert values["apart"] * (follower + catch_up) == pytest.approx((1 - values["apart"]) * 2 * level)


@careful
@given(st.floats(0.5, 1), st.floats(0, 2), st.floats(0.1, 9))
def test_only_catching_up_over_the_root_of_profit_counts(competition, catch_up, profit):
    root = math.sqrt(profit)
    scaled = step_by_step(competition, catch_up * root, profit)["innovation"]
    assert scaled == pytest.approx(root * step_by_step(competition, catch_up)["innovation"])


def test_the_ease_of_catching_up_flips_the_curve():
    tops = {rate: innovation_curve(rate).idxmax() for rate in (0.1, 0.4, 0.7)}
    assert tops[0.1] == 0.5
    assert 0.5 < tops[0.4] < 1
    assert tops[0.7] == 1


def test_without_copied_steps_the_inverted_u_lies_elsewhere():
    tops = {rate: innovation_curve(rate, copies=False).idxmax() for rate in (0.3, 0.4, 0.7, 1.15)}
    assert (tops[0.3], tops[1.15]) == (0.5, 1)
    assert 0.5 < tops[0.4] < 0.6 < tops[0.7] < 1
    values = step_by_step(0.8, catch_up=0.7)
    research = 2 * (1 - values["apart"]) * values["level"] + values["apart"] * values["follower"]
    assert values["paid for"] == pytest.approx(research)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: step_by_step(0.4, 0.1), "competition must be"),
        (lambda: step_by_step(0.6, -0.1), "catch_up must be"),
        (lambda: innovation_curve(0.1, 0), "profit must be above 0"),
        (lambda: replacement_rate(1, 0, 1, 0), "wage must be above 0"),
    ],
)
def test_numbers_out_of_range_are_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
