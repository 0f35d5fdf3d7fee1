import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.business_models import (
    failures_after,
    fee_range,
    machines_needed,
    plan_price_range,
    turning_gain,
    turning_stop,
    yearly_money,
)

careful = settings(deadline=None, derandomize=True)
MACHINE = {"failures": 4, "gain": 0.25, "bill": 9_000, "repair": 5_000, "plan": 6_000, "stop": 10_000}
machines = st.fixed_dictionaries(
    {
        "failures": st.floats(0.5, 20),
        "gain": st.floats(0.01, 1),
        "bill": st.floats(0, 20_000),
        "repair": st.floats(0, 20_000),
        "plan": st.floats(0, 20_000),
        "stop": st.floats(0, 50_000),
    }
)


def test_the_grinding_machine_of_the_lesson():
    money = yearly_money(**MACHINE)
    assert money["failures"].tolist() == pytest.approx([4, 3.2, 3.2])
    assert money["maker"].tolist() == pytest.approx([16_000, 6_800, -22_000])
    assert money["together"].tolist() == pytest.approx([-60_000, -54_000, -54_000])
    assert fee_range(**MACHINE).tolist() == pytest.approx([38_000, 44_000])


@pytest.mark.parametrize(("gain", "stop"), [(0.10, 11_500), (0.20, 4_000), (0.25, 2_500), (0.40, 250)])
def test_the_stop_from_which_hours_pay_for_each_printed_gain(gain, stop):
    assert turning_stop(4, gain, 5_000, 6_000) == pytest.approx(stop)
    for near, pays in [(stop - 1, False), (stop + 1, True)]:
        together = yearly_money(**(MACHINE | {"gain": gain, "stop": near}))["together"]
        assert (together["hour"] > together["bill"]) == pays


@careful
@given(machines)
def test_the_fees_that_suit_both_differ_by_what_the_two_gain_together(machine):
    together, fee = yearly_money(**machine)["together"], fee_range(**machine)
    assert fee["high"] - fee["low"] == pytest.approx(together["hour"] - together["bill"], abs=1e-6)


@pytest.mark.parametrize(("stop", "gain"), [(1_200, 0.3191), (10_000, 1 / 9), (30_000, 0.0448)])
def test_the_gain_from_which_hours_pay_for_each_customer(stop, gain):
    assert turning_gain(4, stop, 5_000, 6_000) == pytest.approx(gain, abs=1e-4)
    assert turning_stop(4, turning_gain(4, stop, 5_000, 6_000), 5_000, 6_000) == pytest.approx(stop)


def test_the_shop_gains_at_the_middle_of_the_printed_range_and_loses_at_its_low_end():
    for gain, won in [(0.325, 83), (0.25, -1_040)]:
        together = yearly_money(**(MACHINE | {"gain": gain, "stop": 1_200}))["together"]
        assert together["hour"] - together["bill"] == pytest.approx(won, abs=0.5)


def test_no_gain_is_enough_where_the_plan_costs_more_than_all_failures():
    assert math.isinf(turning_gain(1, 500, 5_000, 6_000))


def test_a_plan_sold_beside_the_bill_suits_both_without_hours():
    assert plan_price_range(**MACHINE).tolist() == pytest.approx([9_200, 15_200])
    at_turn = MACHINE | {"stop": turning_stop(4, 0.25, 5_000, 6_000)}
    price = plan_price_range(**at_turn)
    assert price["high"] == pytest.approx(price["low"])  # its turn is the turn of the hour


@careful
@given(machines)
def test_the_two_contracts_with_the_plan_share_the_same_gain(machine):
    fee, price = fee_range(**machine), plan_price_range(**machine)
    assert price["high"] - price["low"] == pytest.approx(fee["high"] - fee["low"], abs=1e-6)


@pytest.mark.parametrize(("gain", "machines"), [(0.25, 89), (1 / 9, 374)])
def test_a_trial_with_so_many_machines_sees_the_gain_four_times_in_five(gain, machines):
    assert machines_needed(4, gain) == machines
    rng = np.random.default_rng(25)
    with_bill, by_hour = rng.poisson([[4 * machines], [4 / (1 + gain) * machines]], (2, 4_000))
    error = np.sqrt(1 / with_bill + 1 / by_hour)
    assert np.mean(np.abs(np.log(with_bill / by_hour)) > 1.96 * error) == pytest.approx(0.8, abs=0.025)


def test_carelessness_raises_the_stop_from_which_hours_pay():
    assert turning_stop(4, 0.25, 5_000, 6_000, careless=0.0625) == pytest.approx(5_000)
    assert failures_after(4, 0.25, careless=0.25) == pytest.approx(4)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: failures_after(-1, 0.2), "failures must be a finite number of at least 0"),
        (lambda: failures_after(4, 0.2, careless=-0.1), "careless must be a finite number of at least 0"),
        (lambda: turning_stop(4, 0.25, 5_000, 6_000, careless=0.3), "failures must fall"),
        (lambda: machines_needed(4, 0), "failures and gain must be above 0"),
        (lambda: yearly_money(4, 0.25, -1, 0, 0, 0), "bill must be a finite number of at least 0"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
