import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.small_world import chain_ratio, exact_ratio, order_response, periods_for, summed_ratio

careful = settings(deadline=None, derandomize=True)
chains = st.tuples(st.integers(0, 6), st.integers(1, 30), st.integers(1, 4))


def test_the_values_of_chen_and_others_2000_for_two_weeks_and_five():
    assert chain_ratio(2, 5) == pytest.approx(2.12)
    assert chain_ratio(2, 5, stages=3) == pytest.approx(9.53, abs=0.005)
    assert chain_ratio(2, 5, stages=3, shared=True) == pytest.approx(6.28)
    assert exact_ratio(2, 5, stages=3) == pytest.approx(13.52, abs=0.005)


def test_the_hand_sized_example_five_more_orders_seven_and_then_two_fewer():
    assert (5 * order_response(2, 5)).round(9).tolist() == [7, 0, 0, 0, 0, -2]


def test_a_simulated_chain_has_the_exact_variance():
    """Three stages that forecast by the last five weeks of the orders they get, and order up to two weeks of it."""
    seen = np.random.default_rng(8).normal(size=200_000)
    demand = seen.var()
    for _stage in range(3):
        forecast = np.convolve(seen, np.ones(5) / 5, mode="valid")
        seen = seen[5:] + 2 * np.diff(forecast)
    assert seen.var() / demand == pytest.approx(exact_ratio(2, 5, 3), rel=0.03)


def test_a_simulated_chain_that_shares_demand_has_the_shared_variance():
    demand = np.random.default_rng(8).normal(size=200_000)
    forecast = np.convolve(demand, np.ones(5) / 5, mode="valid")
    last = demand[5:] + 6 * np.diff(forecast)
    assert last.var() / demand.var() == pytest.approx(chain_ratio(2, 5, 3, shared=True), rel=0.03)


@careful
@given(chains)
def test_sharing_never_costs_and_multiplying_never_overstates(chain):
    lead, periods, stages = chain
    assert chain_ratio(lead, periods, stages, shared=True) <= chain_ratio(lead, periods, stages) + 1e-9
    assert chain_ratio(lead, periods, stages) <= exact_ratio(lead, periods, stages) + 1e-9
    assert order_response(lead, periods, stages).sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("ratio", "weeks", "saved"), [(2.12, 5, 0.34), (1.158, 27.2, 0.01), (1.158**2, 13.5, 0.05), (1.067, 61.6, 0.0)]
)
def test_what_sharing_saves_at_the_measured_sizes(ratio, weeks, saved):
    periods = periods_for(ratio, 2)
    assert periods == pytest.approx(weeks, abs=0.05)
    assert chain_ratio(2, periods) == pytest.approx(ratio)
    assert 1 - chain_ratio(2, periods, 3, shared=True) / ratio**3 == pytest.approx(saved, abs=0.006)


@pytest.mark.parametrize(("weeks", "saved"), [(5, 0.54), (27, 0.04), (13, 0.14), (62, 0.01)])
def test_what_sharing_saves_where_orders_are_followed_exactly(weeks, saved):
    left = chain_ratio(2, weeks, 3, shared=True) / exact_ratio(2, weeks, 3)
    assert 1 - left == pytest.approx(saved, abs=0.006)


def test_sums_over_a_quarter_hide_swings_and_long_sums_hide_them_all():
    assert summed_ratio(2, 5, 1) == pytest.approx(exact_ratio(2, 5))
    assert summed_ratio(2, 5, 13) == pytest.approx(1.43, abs=0.005)
    assert summed_ratio(2, 5, 5_000) == pytest.approx(1, abs=0.005)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: order_response(2, 0), "periods must be a whole number of at least 1, not 0"),
        (lambda: order_response(-1, 5), "lead must be a finite number"),
        (lambda: chain_ratio(2, 0), "periods must be above 0"),
        (lambda: chain_ratio(2, 5, 1.5), "stages must be a whole number"),
        (lambda: summed_ratio(2, 5, 0), "weeks must be a whole number of at least 1, not 0"),
        (lambda: periods_for(1, 2), "ratio must be above 1, and lead above 0"),
        (lambda: periods_for(0.9, 2), "ratio must be a finite number"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
