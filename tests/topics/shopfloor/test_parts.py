"""A part that wears, job by job: it agrees with the formula where stops come at random, and waits less where not."""

import pytest

from longwave.checks import InputError
from longwave.topics.shopfloor import age_for_wait, simulated_wait, wait_with_stops

MACHINE = {"orders": 0.68, "life": 80, "planned": 2, "failed": 20}


def test_at_shape_1_the_simulation_gives_the_formula():
    heard = wait_with_stops(0.68, {2: 80 / 0.7, 20: 80 / 0.3})["wait"]
    assert simulated_wait(**MACHINE, shape=1, heard=0.7) == pytest.approx(heard, rel=0.03)


def test_false_alarms_are_planned_stops_at_random():
    heard = wait_with_stops(0.68, {2: 80 / (0.7 * 6), 20: 80 / 0.3})["wait"]
    assert simulated_wait(**MACHINE, shape=1, heard=0.7, false_alarms=5) == pytest.approx(heard, rel=0.03)


def test_a_program_that_hears_all_makes_each_failure_a_planned_stop():
    assert simulated_wait(**MACHINE, shape=1, heard=1) == pytest.approx(
        wait_with_stops(0.68, {2: 80})["wait"], rel=0.02
    )


def test_a_part_that_wears_fails_more_regularly_so_jobs_wait_less_than_the_formula_says():
    middle, clear = (simulated_wait(**MACHINE, shape=shape) for shape in (1.44, 2.1))
    assert clear < middle < 0.9 * wait_with_stops(0.68, {20: 80})["wait"]
    assert (middle, clear) == pytest.approx((21.6, 19.4), rel=0.04)


def test_the_order_of_age_and_program_is_that_of_the_formula():
    for shape, age_wins in ((1.44, False), (2.1, True)):
        by_age = simulated_wait(**MACHINE, shape=shape, age=age_for_wait(0.68, 80, shape, 2, 20))
        assert (by_age < simulated_wait(**MACHINE, shape=shape, heard=0.7)) is age_wins


def test_one_seed_gives_one_wait():
    first, second = (simulated_wait(**MACHINE, shape=1.5, jobs=10_000, seed=3) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"heard": 1.2}, "heard must be a finite number from 0 to 1, not 1.2"),
        ({"age": 0}, "age must be above 0, not 0"),
        ({"false_alarms": -1}, "false_alarms must be a finite number of at least 0, not -1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(change, message):
    with pytest.raises(InputError, match=message):
        simulated_wait(**MACHINE, shape=1.5, jobs=100, **change)
