"""The machine that stops: values by hand, the offers of lesson 04, and where each of its conclusions turns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import gammainc

from longwave.checks import InputError
from longwave.topics.shopfloor import (
    age_for_wait,
    age_replacement,
    kingman,
    stops_by_age,
    turning_value,
    wait_with_stops,
    waiting_times,
)
from longwave.topics.shopfloor.models.maintenance import mean_life

careful = settings(deadline=None, derandomize=True)
ORDERS, NOW, HEARD = 0.68, {20: 80}, {2: 80 / 0.7, 20: 80 / 0.3}


def wait(stops, orders=ORDERS):
    return wait_with_stops(orders, stops)["wait"]


def test_repairs_of_two_hours_with_eighty_between_bring_uptime_976_and_a_wait_of_1_3():
    after = wait_with_stops(ORDERS, {2: 80})
    assert after["uptime"] == pytest.approx(80 / 82)
    assert round(after["uptime"], 3) == 0.976
    assert round(after["wait"], 1) == 1.3
    assert after[["V", "U", "T"]].prod() == pytest.approx(after["wait"])


def test_the_offers_of_the_lesson():
    waits = [wait(stops) for stops in (NOW, {20: 160}, HEARD, {20: 800}, {2: 80}, {2: 8})]
    assert waits == pytest.approx([26.2083, 9.0652, 5.6383, 2.3010, 1.2911, 5.8083], abs=1e-4)


def test_at_one_uptime_only_variability_differs():
    short, long = wait_with_stops(ORDERS, {2: 8}), wait_with_stops(ORDERS, NOW)
    assert short[["uptime", "U", "T"]].tolist() == pytest.approx(long[["uptime", "U", "T"]].tolist())
    assert (short["V"], long["V"]) == pytest.approx((0.82, 3.7))


def test_a_machine_that_hardly_stops_is_regular_work_with_random_orders():
    assert wait({1e-6: 1e6}, 0.9) == pytest.approx(kingman(0.9, 1, 1, 0), rel=1e-6)


def test_two_kinds_of_stops_agree_with_long_simulations():
    def simulated(seed, jobs=400_000):
        rng = np.random.default_rng(seed)
        held = 1 + sum(m * rng.standard_gamma(rng.poisson(1 / f, jobs)) for m, f in HEARD.items())
        return waiting_times(rng.exponential(1 / ORDERS, jobs), held).mean()

    # One run of this length is uncertain by about 4 %: waits come in long spells.
    assert np.mean([simulated(seed) for seed in range(6)]) == pytest.approx(wait(HEARD), rel=0.05)


@careful
@given(st.floats(0.1, 20), st.floats(60, 500), st.floats(1.01, 3))
def test_a_shorter_stop_helps_more_than_one_that_is_as_much_rarer(length, between, factor):
    shorter, rarer = (
        wait_with_stops(ORDERS, {length / factor: between}),
        wait_with_stops(ORDERS, {length: between * factor}),
    )
    assert shorter["uptime"] == pytest.approx(rarer["uptime"])
    assert shorter["wait"] < rarer["wait"] < wait({length: between})


@careful
@given(st.floats(0.2, 0.75), st.floats(1.1, 5), st.floats(1, 5), st.floats(6, 20), st.floats(0.3, 3))
def test_no_other_age_leaves_a_shorter_wait(orders, shape, planned, failed, factor):
    best = wait(stops_by_age(orders, 80, shape, planned, failed), orders)
    assert best <= wait({failed: 80}, orders) * (1 + 1e-9)
    age, scale = age_for_wait(orders, 80, shape, planned, failed), 80 / mean_life(shape, 1)
    if age == float("inf"):
        return
    worn = (age * factor / scale) ** shape
    cycle, left = 80 * gammainc(1 / shape, worn), np.exp(-worn)
    if left < 1e-9 or left > 1 - 1e-4 or orders * (1 + (planned * left + failed * (1 - left)) / cycle) >= 1:
        return
    assert best <= wait({planned: cycle / left, failed: cycle / (1 - left)}, orders) * (1 + 1e-6)


def test_the_age_for_the_wait_is_earlier_than_the_age_for_lost_hours():
    for shape, hours in ((1.44, 19.47), (2.1, 16.82)):
        age = age_for_wait(ORDERS, 80, shape, 2, 20)
        assert age == pytest.approx(hours, abs=0.01)
        assert age < age_replacement(shape, 80 / mean_life(shape, 1), 2, 20)["age"] - 10


def test_a_part_without_wear_is_left_until_it_fails():
    assert stops_by_age(ORDERS, 80, 1, 2, 20) == {20: 80}
    assert age_for_wait(ORDERS, 80, 1, 2, 20) == float("inf")


def test_the_textbooks_bearing_turns_the_order_of_age_and_program():
    heard = wait(HEARD)
    middle, textbook = (wait(stops_by_age(ORDERS, 80, shape, 2, 20)) for shape in (1.44, 2.1))
    assert (middle, textbook) == pytest.approx((12.497, 4.976), abs=1e-3)
    assert textbook < heard < middle


@pytest.mark.parametrize(
    ("share", "alarms", "fitter", "shape"),
    [
        (0.5, 0, 13.315, 1.590),
        (0.7, 0, 10.195, 1.976),
        (0.7, 2, 11.043, 1.850),
        (0.7, 5, 12.456, 1.678),
        (0.9, 0, 5.973, 3.310),
        (0.9, 5, 9.108, 2.176),
    ],
)
def test_where_the_order_of_the_three_offers_turns(share, alarms, fitter, shape):
    heard = wait({2: 80 / (share * (1 + alarms)), 20: 80 / (1 - share)})
    assert turning_value(lambda m: wait({m: 80}), heard, 1, 20) == pytest.approx(fitter, abs=2e-3)
    assert turning_value(lambda b: wait(stops_by_age(ORDERS, 80, b, 2, 20)), heard, 1.05, 5) == pytest.approx(
        shape, abs=2e-3
    )


def test_how_many_false_alarms_the_program_bears_against_age_at_the_middle_shape():
    aged = wait(stops_by_age(ORDERS, 80, 1.44, 2, 20))
    alarms = turning_value(lambda a: wait({2: 80 / (0.7 * (1 + a)), 20: 80 / 0.3}), aged, 0, 14)
    assert alarms == pytest.approx(9.455, abs=1e-2)


@pytest.mark.parametrize(("orders", "hours"), [(0.3, 10.764), (0.78, 9.710)])
def test_the_turn_between_mending_and_listening_hardly_moves_with_the_orders(orders, hours):
    turn = turning_value(lambda m: wait({m: 80}, orders), wait(HEARD, orders), 1, 20)
    assert turn == pytest.approx(hours, abs=1e-3)


@pytest.mark.parametrize(
    ("orders", "published", "as_long"), [(0.5, 0.15, 7.29), (0.85, 2.11, 10.47), (0.95, 17.95, 42.83)]
)
def test_fewer_but_longer_stops_as_senseye_published_them(orders, published, as_long):
    before, after, other = (
        wait_with_stops(orders, {hours / stops: 720 * orders / stops})["wait"]
        for stops, hours in ((26, 27), (20, 25), (20, 20 * 27 / 26))
    )
    assert 100 * (1 - after / before) == pytest.approx(published, abs=0.01)
    assert 100 * (1 - other / before) == pytest.approx(as_long, abs=0.01)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: wait_with_stops(0.9, {20: 80}), "takes 0.8 jobs an hour and cannot keep up with 0.9"),
        (lambda: wait_with_stops(0.5, {-2: 80}), "a stop must be a finite number of at least 0, not -2"),
        (lambda: wait_with_stops(0.5, {2: 0}), "hours between stops must be above 0, not 0"),
        (lambda: wait_with_stops(-1, {2: 8}), "orders must be a finite number of at least 0, not -1"),
        (lambda: turning_value(lambda x: x, 5, 0, 1), "There is no turn between 0 and 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
