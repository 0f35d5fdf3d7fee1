import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq

from longwave.checks import InputError
from longwave.topics.geography import (
    core_periphery_points,
    cost_history,
    long_run_states,
    real_wage_gap,
    resting_share,
    short_run,
)
from longwave.topics.geography.models.core_periphery import tipping_shares

careful = settings(deadline=None, derandomize=True, max_examples=40)
costs, sigmas, mus, shares = st.floats(1.02, 3), st.floats(2, 9), st.floats(0.05, 0.7), st.floats(0, 1)


def test_break_and_sustain_of_fujita_krugman_and_venables_1999():
    points = core_periphery_points(sigma=5, mu=0.4)
    assert points["break"] == pytest.approx(1.626577, abs=1e-6)
    assert points["sustain"] == pytest.approx(1.807313, abs=1e-6)
    assert points["break"] ** -4 == pytest.approx(1 / 7)


@pytest.mark.parametrize(("sigma", "mu"), [(5, 0.4), (4, 0.5), (7, 0.25), (3, 0.3)])
def test_the_solved_equilibrium_gives_both_points(sigma, mu):
    points = core_periphery_points(sigma, mu)
    slope = brentq(lambda cost: real_wage_gap(0.5001, cost, sigma, mu), 1.05, 0.5 + points["sustain"])
    core = brentq(lambda cost: real_wage_gap(1, cost, sigma, mu), 1.05, 1.5 * points["sustain"])
    assert slope == pytest.approx(points["break"], abs=1e-5)
    assert core == pytest.approx(points["sustain"], abs=1e-9)


@careful
@given(shares, costs, sigmas, mus)
def test_wages_and_prices_solve_krugmans_equations(share, cost, sigma, mu):
    row = short_run([share], cost, sigma, mu).iloc[0]
    arrives = cost ** (1 - sigma)
    income_1 = mu * share * row["wage_1"] + (1 - mu) / 2
    income_2 = mu * (1 - share) * row["wage_2"] + (1 - mu) / 2
    index_1 = share * row["wage_1"] ** (1 - sigma) + (1 - share) * (row["wage_2"] * cost) ** (1 - sigma)
    index_2 = share * (row["wage_1"] * cost) ** (1 - sigma) + (1 - share) * row["wage_2"] ** (1 - sigma)
    assert row["price_1"] ** (1 - sigma) == pytest.approx(index_1)
    assert row["price_2"] ** (1 - sigma) == pytest.approx(index_2)
    pays_1 = income_1 / index_1 + income_2 / index_2 * arrives
    pays_2 = income_1 / index_1 * arrives + income_2 / index_2
    assert row["wage_1"] ** sigma == pytest.approx(pays_1, rel=1e-8)
    assert row["wage_2"] ** sigma == pytest.approx(pays_2, rel=1e-8)
    assert share * row["wage_1"] + (1 - share) * row["wage_2"] == pytest.approx(1)


@careful
@given(shares, costs, sigmas, mus)
def test_the_two_regions_are_mirror_images(share, cost, sigma, mu):
    here, there = real_wage_gap(share, cost, sigma, mu), real_wage_gap(1 - share, cost, sigma, mu)
    assert (1 + here) * (1 + there) == pytest.approx(1, abs=1e-9)


@careful
@given(sigmas, mus)
def test_the_break_lies_below_the_sustain_point(sigma, mu):
    assume(1 - 1 / sigma > mu + 0.01)
    points = core_periphery_points(sigma, mu)
    assert 1 < points["break"] < points["sustain"]


@pytest.mark.parametrize(
    ("cost", "stable"),
    [
        (2.1, [False, True, False]),
        (1.7, [True, False, True, False, True]),
        (1.5, [True, False, True]),
    ],
)
def test_states_above_between_and_below_the_two_points(cost, stable):
    states = long_run_states(cost, 5, 0.4)
    assert states["stable"].tolist() == stable
    assert states["share"].tolist() == pytest.approx((1 - states["share"][::-1]).tolist())


def test_at_the_unstable_state_no_worker_gains_by_moving():
    for cost, share in tipping_shares(5, 0.4, count=7).iloc[1:-1].itertuples(index=False):
        assert real_wage_gap(share, cost, 5, 0.4) == pytest.approx(0, abs=1e-7)
        assert resting_share(share - 0.01, cost, 5, 0.4) == 0.5
        assert resting_share(share + 0.01, cost, 5, 0.4) == 1


def test_unequal_regions_gather_a_little_before_they_tip():
    def rests(cost):
        return brentq(lambda share: real_wage_gap(share, cost, 5, 0.4, farmers=0.51), 0.5, 0.7)

    assert [round(rests(cost), 2) for cost in (2.1, 1.9, 1.8, 1.7)] == [0.52, 0.53, 0.54, 0.61]
    assert all(real_wage_gap(share, 1.65, 5, 0.4, farmers=0.51) > 0 for share in np.linspace(0.5, 1, 51))


def test_deaths_alone_leave_the_lead_of_a_core_as_it_was():
    goods, sigma, cost = 0.4, 5, 1.7
    for left in (1, 0.7, 0.4):  # workers alive; the wage rises as they fall, and so do the kinds that they make
        index = left ** (1 / (1 - sigma)) / left
        near, far = (1 - goods) / 2 * (index * cost) ** (sigma - 1), (1 + goods) / 2 * (index / cost) ** (sigma - 1)
        lead = (1 / left) / index**goods / ((near + far) ** (1 / sigma) / (index * cost) ** goods) - 1
        assert lead == pytest.approx(real_wage_gap(1, cost, sigma, goods))


def test_without_a_push_an_even_split_stays_and_a_push_past_the_unstable_state_makes_a_core():
    assert cost_history([2.1, 1.5], 5, 0.4, nudge=0)["share"].tolist() == [0.5, 0.5]
    assert [cost_history([1.7], 5, 0.4, nudge=push)["share"].iloc[0] for push in (0.33, 0.34)] == [0.5, 1]


def test_an_unstable_state_holds_who_starts_on_it():
    assert resting_share(0.5, 1.5, 5, 0.4) == 0.5
    assert resting_share(1, 2.1, 5, 0.4) == 1


def test_a_core_outlives_the_cheap_trade_that_made_it():
    history = cost_history([2.1, 1.7, 1.5, 1.7, 1.9], 5, 0.4)
    assert history["share"].tolist() == [0.5, 0.5, 1, 1, 0.5]
    assert history["farm_2"].iloc[3] == pytest.approx(1.7**-0.4)


def test_the_periphery_regains_its_income_at_the_price_index_before_the_break():
    before = short_run([0.5], core_periphery_points(5, 0.4)["break"], 5, 0.4).iloc[0]
    after = short_run([1], before["price_2"], 5, 0.4).iloc[0]
    assert before["price_2"] == pytest.approx((4 / 7) ** -0.25)
    assert after["farm_2"] == pytest.approx(before["farm_2"])


def test_in_a_black_hole_a_core_holds_however_dear_trade_is():
    assert long_run_states(20, 1.5, 0.4)["stable"].tolist() == [True, False, True]
    with pytest.raises(InputError, match=r"sigma and mu must leave 1 - 1/sigma > mu, but 0.3333 <= 0.4"):
        core_periphery_points(1.5, 0.4)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((0.5, 1, 5, 0.4), "trade_cost must be above 1"),
        ((0.5, 0.9, 5, 0.4), "trade_cost must be a finite number of at least 1"),
        ((0.5, 1.5, 1, 0.4), "sigma must be above 1"),
        ((0.5, 1.5, 5, 0), "mu must be strictly between 0 and 1"),
        ((0.5, 1.5, 5, 1.2), "mu must be a finite number from 0 to 1"),
        ((1.5, 1.5, 5, 0.4), "share must be"),
    ],
)
def test_what_cannot_be_two_regions_is_refused(values, message):
    with pytest.raises(InputError, match=message):
        real_wage_gap(*values)


def test_every_share_is_solved_at_once_as_one_by_one():
    many = short_run(np.linspace(0, 1, 5), 1.7, 5, 0.4)
    for share in many.index:
        assert (many.loc[share] == short_run([share], 1.7, 5, 0.4).iloc[0]).all()
