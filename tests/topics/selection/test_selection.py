import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.selection import fitness_variance, mean_growth, replicator

careful = settings(deadline=None, derandomize=True)
SHARES, RATES = [0.5, 0.3, 0.2], [1, 1.2, 1.5]


@st.composite
def industries(draw):
    size = draw(st.integers(1, 6))
    weights = np.array(draw(st.lists(st.floats(0.01, 1), min_size=size, max_size=size)))
    rates = draw(st.lists(st.floats(-5, 5), min_size=size, max_size=size))
    return weights / weights.sum(), np.array(rates)


def mean(shares, rates):
    return float(np.dot(shares, rates))


def test_the_closed_form_gives_three_firms_shares_after_five_periods():
    assert replicator(SHARES, RATES, 5) == pytest.approx([0.13326285, 0.21734759, 0.64938956], abs=1e-8)


def test_fisher_1930_the_mean_rises_by_the_variance():
    assert fitness_variance(SHARES, RATES) == pytest.approx(0.0364)
    moment = 1e-6
    rise = mean(replicator(SHARES, RATES, moment), RATES) - mean(SHARES, RATES)
    assert rise / moment == pytest.approx(0.0364, rel=1e-4)


@careful
@given(industries(), st.floats(-1000, 1000))
def test_shares_never_leave_the_simplex(industry, time):
    shares = replicator(*industry, time)
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1)


@careful
@given(industries(), st.floats(0, 20), st.floats(0, 20))
def test_two_spells_are_one_longer_spell_and_the_mean_never_falls(industry, first, second):
    shares, rates = industry
    once = replicator(shares, rates, first)
    assert replicator(once, rates, second) == pytest.approx(replicator(shares, rates, first + second), abs=1e-9)
    assert mean(once, rates) >= mean(shares, rates) - 1e-9


@careful
@given(industries(), st.floats(-3, 3), st.floats(0, 5))
def test_what_all_firms_share_selects_nothing(industry, lift, time):
    shares, rates = industry
    assert replicator(shares, rates + lift, time) == pytest.approx(replicator(shares, rates, time), abs=1e-9)
    assert fitness_variance(shares, rates + lift) == pytest.approx(fitness_variance(shares, rates), abs=1e-9)


def test_baumol_1967_variety_slows_growth_below_an_elasticity_of_one_and_speeds_it_above():
    growth = {elasticity: mean_growth([0.5, 0.5], [0.04, 0.01], elasticity, 50) for elasticity in (0.3, 1, 2)}
    assert growth == pytest.approx({0.3: 0.0178, 1: 0.025, 2: 0.0345}, abs=5e-5)


@careful
@given(industries(), st.floats(0, 3))
def test_the_mean_begins_to_move_at_the_variance_times_the_elasticity_less_one(industry, elasticity):
    shares, rates = industry
    moment = 1e-5
    rise = (mean_growth(shares, rates, elasticity, moment) - mean(shares, rates)) / moment
    assert rise == pytest.approx((elasticity - 1) * fitness_variance(shares, rates), abs=1e-2)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: replicator([0.5, 0.4], [1, 2], 1), "shares must sum to 1, not to 0.9"),
        (lambda: replicator([0.5, 0.5], [1], 1), "equally long, not 2 and 1"),
        (lambda: fitness_variance([1.5, -0.5], [1, 2]), "shares must be finite numbers of at least 0"),
        (lambda: mean_growth([1], [], 1, 1), "fitness must be"),
        (lambda: mean_growth([1], [0.1], -1, 1), "elasticity must be a finite number of at least 0"),
    ],
)
def test_what_cannot_be_an_industry_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
