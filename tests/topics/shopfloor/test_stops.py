"""The machine that stops: values by hand, the offers of lesson 04, and where each of its conclusions turns."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.shopfloor import kingman, stops_by_age, turning_value, wait_with_stops, waiting_times
from longwave.topics.shopfloor.models.maintenance import cost_at_age, mean_life

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
@given(st.floats(1.1, 5), st.floats(1, 5), st.floats(6, 30))
def test_an_age_loses_the_hours_that_barlow_and_hunter_count(shape, planned, failed):
    stops = stops_by_age(80, shape, planned, failed)
    lost = sum(length / between for length, between in stops.items())
    scale = 80 / mean_life(shape, 1)
    assert lost <= cost_at_age(float("inf"), shape, scale, planned, failed) * (1 + 1e-9)
    assert lost <= cost_at_age(40, shape, scale, planned, failed) * (1 + 1e-9)


def test_a_part_without_wear_is_left_until_it_fails():
    assert stops_by_age(80, 1, 2, 20) == {20: 80}


def test_where_the_order_of_the_three_offers_turns():
    heard = wait(HEARD)
    assert turning_value(lambda m: wait({m: 80}), heard, 1, 20) == pytest.approx(10.195, abs=1e-3)
    assert turning_value(lambda b: wait(stops_by_age(80, b, 2, 20)), heard, 1.2, 4) == pytest.approx(2.183, abs=1e-3)
    aged = wait(stops_by_age(80, 1.44, 2, 20))
    alarms = turning_value(lambda a: wait({2: 80 / (0.7 * (1 + a)), 20: 80 / 0.3}), aged, 0, 14)
    assert (aged, alarms) == pytest.approx((13.739, 10.342), abs=1e-3)


@pytest.mark.parametrize(("orders", "hours"), [(0.3, 10.764), (0.78, 9.710)])
def test_the_turn_between_mending_and_listening_hardly_moves_with_the_orders(orders, hours):
    turn = turning_value(lambda m: wait({m: 80}, orders), wait(HEARD, orders), 1, 20)
    assert turn == pytest.approx(hours, abs=1e-3)


def test_fewer_but_longer_stops_as_senseye_published_them():
    before, after, as_long = (
        wait_with_stops(0.85, {hours / stops: (720 - hours) / stops})["wait"]
        for stops, hours in ((26, 27), (20, 25), (20, 20 * 27 / 26))
    )
    assert 100 * (1 - after / before) == pytest.approx(1.89, abs=0.01)
    assert 100 * (1 - as_long / before) == pytest.approx(9.41, abs=0.01)


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
