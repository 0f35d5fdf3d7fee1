import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.small_world import chain_ratio, exact_ratio, order_response, summed_ratio

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
    ("lead", "periods", "seen", "saved", "exactly", "of_increase"),
    [
        (2, 5, 1.431, 34, 54, 58),
        (2, 27, 1.159, 1, 4, 10),
        (2, 62, 1.067, 0, 1, 4),
        (1, 13, 1.166, 1, 4, 10),
        (1, 5, 1.185, 10, 22, 30),
        (1, 3, 1.205, 26, 44, 50),
        (2, 13, 1.355, 6, 14, 23),
        (1.65, 5, 1.338, 25, 44, 49),
    ],
)
def test_chains_that_look_alike_by_quarters_save_from_nothing_to_much(lead, periods, seen, saved, exactly, of_increase):
    """The turning values of the lesson: quarterly data cannot tell what sharing is worth."""
    shared, product, exact = (
        chain_ratio(lead, periods, 3, shared=True),
        chain_ratio(lead, periods, 3),
        exact_ratio(lead, periods, 3),
    )
    assert summed_ratio(lead, periods, 13) == pytest.approx(seen, abs=0.0006)
    assert 100 * (1 - shared / product) == pytest.approx(saved, abs=0.6)
    assert 100 * (1 - shared / exact) == pytest.approx(exactly, abs=0.6)
    assert 100 * (exact - shared) / (exact - 1) == pytest.approx(of_increase, abs=0.6)


@pytest.mark.parametrize("lead", [1, 1.65, 2])
@pytest.mark.parametrize("periods", [1, 5, 13])
def test_a_quarter_sees_a_short_mean_by_the_formula_of_the_lesson(lead, periods):
    assert summed_ratio(lead, periods, 13) == pytest.approx(1 + (2 * lead + 2 * lead**2 / periods) / 13)


def test_the_saving_depends_on_the_mean_and_grows_with_the_stages():
    """L over p alone decides, so a chain of so tame a stage needs eleven of them to save half."""
    saved = [1 - chain_ratio(2, 27, n, shared=True) / exact_ratio(2, 27, n) for n in range(1, 12)]
    assert saved == sorted(saved)
    assert saved[9] < 0.5 <= saved[10]
    assert exact_ratio(2, 27, 11) == pytest.approx(exact_ratio(4, 54, 11))
    assert round(100 * saved[4]) == 12
    assert chain_ratio(2, 500) == pytest.approx(1.008, abs=0.0005)


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
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
