import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.geography import boom, restoring_spill

careful = settings(deadline=None, derandomize=True, max_examples=40)
advances, exponents, spills = st.floats(1.01, 20), st.floats(0.05, 0.95), st.floats(0, 1)


def test_a_doubling_leaves_a_fifth_of_the_workers_and_root_a_fifth_of_output():
    after = boom(2)
    assert after["workers_old"] == pytest.approx(0.2)
    assert after["output_old"] == pytest.approx(math.sqrt(0.2))
    assert boom(1)["output_old"] == pytest.approx(math.sqrt(0.5))


@careful
@given(advances, spills, exponents, st.floats(0.2, 20))
def test_workers_earn_alike_in_both_sectors_at_either_kind_of_price(advance, spill, exponent, substitution):
    old = 1 + spill * (advance - 1)
    for elasticity in (math.inf, substitution):
        after = boom(advance, spill, exponent, substitution=elasticity)
        price = 1.0 if math.isinf(elasticity) else (after["output_new"] / after["output_old"]) ** (-1 / elasticity)
        new_pay = math.log(price * advance) + (exponent - 1) * math.log(after["workers_new"])
        old_pay = math.log(old) + (exponent - 1) * math.log(after["workers_old"])
        assert new_pay == pytest.approx(old_pay, abs=1e-6)
        assert after["workers_new"] + after["workers_old"] == pytest.approx(1)


@pytest.mark.parametrize("exponent", [0.2, 0.5, 0.8])
def test_a_small_boom_needs_alpha_over_two_less_alpha(exponent):
    assert restoring_spill(1.0001, exponent) == pytest.approx(exponent / (2 - exponent), abs=1e-3)


@careful
@given(advances, spills, exponents, st.floats(0.02, 0.98))
def test_the_last_workers_gain_in_step_from_any_start(advance, spill, exponent, start):
    after, old = boom(advance, spill, exponent, start=start), 1 + spill * (advance - 1)
    new_gain = math.log(advance) + (exponent - 1) * math.log(after["workers_new"] / start)
    old_gain = math.log(old) + (exponent - 1) * math.log(after["workers_old"] / (1 - start))
    assert new_gain == pytest.approx(old_gain, abs=1e-6)


@pytest.mark.parametrize(("start", "share"), [(0.04, 0.05), (0.2, 0.17), (0.5, 0.3), (0.8, 0.38), (0.96, 0.41)])
def test_a_small_sector_needs_a_small_spill_over(start, share):
    assert restoring_spill(2, start=start) == pytest.approx(share, abs=0.005)
    level = (1 - start + math.sqrt((1 - start) ** 2 + 16 * start)) / 2
    assert 1 + restoring_spill(2, start=start) == pytest.approx(math.sqrt(level))


def test_idle_workers_at_the_old_wage_leave_the_old_sector_as_it_was():
    after = boom(2, workers=2.5)
    assert after["workers_old"] == pytest.approx(0.5)
    assert 2 / (2 * math.sqrt(after["workers_new"])) == pytest.approx(1 / (2 * math.sqrt(0.5)))


@careful
@given(st.floats(1.1, 50))
def test_the_share_that_restores_solves_the_quadratic(advance):
    share = restoring_spill(advance)
    level = (1 + math.sqrt(1 + 8 * advance**2)) / 4
    assert 1 + share * (advance - 1) == pytest.approx(math.sqrt(level))
    assert boom(advance, share)["output_old"] == pytest.approx(math.sqrt(0.5))


def test_the_drain_ends_with_enough_workers_or_with_goods_sold_at_home():
    assert boom(2, workers=2.5)["output_old"] == pytest.approx(math.sqrt(0.5))
    assert boom(2, substitution=1)["workers_old"] == pytest.approx(0.5)
    assert boom(2, substitution=0.5)["workers_old"] > 0.5
    assert restoring_spill(2, substitution=0.5) == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: boom(0.9), "advance"),
        (lambda: boom(2, spill=1.2), "spill"),
        (lambda: boom(2, exponent=1), "exponent must be strictly between 0 and 1"),
        (lambda: boom(2, workers=0), "workers must be above 0"),
        (lambda: boom(2, substitution=0), "substitution must be above 0"),
        (lambda: boom(2, start=1), "start must be strictly between 0 and 1"),
        (lambda: restoring_spill(1), "advance must be above 1"),
    ],
)
def test_what_is_no_boom_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
