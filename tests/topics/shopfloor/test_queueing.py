import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.shopfloor import (
    erlang_b,
    erlang_c,
    kingman,
    machine_with_breakdowns,
    oee,
    pooled_wait,
    regular_arrivals_wait,
    waiting_times,
)
from longwave.topics.shopfloor.models.queueing import line_throughput

careful = settings(deadline=None, derandomize=True)
loads = st.floats(0.01, 0.98)
coefficients = st.floats(0, 10)


@pytest.mark.parametrize(("servers", "load", "blocked"), [(10, 7, 0.0787409), (5, 3, 0.1100543)])
def test_erlang_1917_lost_calls(servers, load, blocked):
    assert erlang_b(servers, load) == pytest.approx(blocked, abs=1e-6)


@pytest.mark.parametrize(("servers", "load", "waits"), [(2, 1, 1 / 3), (3, 2, 4 / 9), (10, 8, 0.4091802)])
def test_erlang_1917_waiting_calls(servers, load, waits):
    assert erlang_c(servers, load) == pytest.approx(waits, abs=1e-6)


def test_three_servers_as_in_the_example_of_ciw():
    assert pooled_wait(3, 0.2, 10) == pytest.approx(4.4444444, abs=1e-6)
    assert 0.2 * pooled_wait(3, 0.2, 10) == pytest.approx(0.8888889, abs=1e-6)


def test_kingman_1961_at_a_load_of_nine_tenths():
    assert kingman(0.9, 1, 1, 1) == pytest.approx(9)
    assert kingman(0.9, 1, 1, 0) == pytest.approx(4.5)


def test_world_class_effectiveness_after_nakajima_1988_has_two_readings():
    assert oee(0.9, 0.95, 0.99) == pytest.approx(0.84645, abs=1e-6)
    assert oee(0.9, 0.95, 0.999) == pytest.approx(0.854145, abs=1e-6)


def test_penny_fab_two_of_hopp_and_spearman_2008():
    assert line_throughput(8, 0.4, 20).tolist() == pytest.approx([0.4, 8 * 0.4 / 15, 0.05])
    assert line_throughput(1, 0.4, 20).tolist() == pytest.approx([0.05, 0.05, 0.05])


@pytest.mark.parametrize(("repair", "wait"), [(2, 5.8083), (20, 26.2083)])
def test_repairs_ten_times_longer_at_one_uptime_and_load(repair, wait):
    time, varied = machine_with_breakdowns(1, 0.8, repair)
    assert kingman(0.85, time, 1, varied) == pytest.approx(wait, abs=1e-4)


@careful
@given(loads, st.floats(0.1, 10))
def test_one_server_waits_as_kingman_says(load, time):
    assert pooled_wait(1, load / time, time) == pytest.approx(kingman(load, time, 1, 1))


@careful
@given(loads, st.integers(1, 12))
def test_pooling_never_lengthens_the_wait(load, servers):
    assert pooled_wait(servers + 1, load * (servers + 1), 1) <= pooled_wait(servers, load * servers, 1) + 1e-12


@careful
@given(st.integers(1, 30), st.floats(0, 0.99))
def test_more_must_wait_than_would_be_turned_away(servers, share):
    blocked, waits = erlang_b(servers, share * servers), erlang_c(servers, share * servers)
    assert 0 <= blocked <= waits <= 1


@careful
@given(loads, coefficients, coefficients, st.floats(0, 5))
def test_the_wait_rises_with_each_factor(load, gaps, work, more):
    assert kingman(load, 1, gaps, work) <= kingman(load, 1, gaps + more, work) + 1e-12
    assert kingman(load, 1, gaps, work) <= kingman(min(0.99, load + more / 100), 1, gaps, work) + 1e-12


@careful
@given(st.floats(0.001, 0.9999))
def test_kingman_overstates_the_wait_behind_regular_arrivals(load):
    assert 0 <= regular_arrivals_wait(load, 1) <= kingman(load, 1, 0, 1)


def test_regular_arrivals_agree_with_a_long_simulation():
    work = np.random.default_rng(5).exponential(1, 400_000)
    waits = waiting_times(np.full(work.size, 1 / 0.7), work)
    assert waits.mean() == pytest.approx(regular_arrivals_wait(0.7, 1), rel=0.03)


@careful
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=60))
def test_the_unrolled_recursion_is_lindleys(jobs):
    gaps, work = (list(column) for column in zip(*jobs, strict=True))
    expected = [0.0]
    for gap, before in zip(gaps[1:], work, strict=False):
        expected.append(max(0.0, expected[-1] + before - gap))
    assert waiting_times(gaps, work) == pytest.approx(np.array(expected), abs=1e-9)


def test_breakdowns_agree_with_a_long_simulation():
    rng, jobs = np.random.default_rng(4), 400_000
    breaks = rng.poisson(0.125, jobs)
    held = 1 + np.where(breaks > 0, rng.gamma(np.maximum(breaks, 1), 2.0), 0)
    time, varied = machine_with_breakdowns(1, 0.8, 2)
    assert held.mean() == pytest.approx(time, rel=0.01)
    assert held.var() / held.mean() ** 2 == pytest.approx(varied, rel=0.03)


def test_a_machine_that_never_breaks_is_left_alone():
    assert machine_with_breakdowns(3, 1, 50, base_cv2=0.4).tolist() == [3, 0.4]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: kingman(1, 1, 1, 1), "utilisation must be below 1, not 1: the queue has no end"),
        (lambda: kingman(-0.1, 1, 1, 1), "utilisation must be a finite number from 0 to 1, not -0.1"),
        (lambda: kingman(0.5, 1, -1, 1), "ca2 must be a finite number of at least 0, not -1"),
        (lambda: kingman(0.5, True, 1, 1), "service_time must be a finite number of at least 0, not True"),
        (lambda: erlang_b(2.5, 1), "servers must be a whole number of at least 0, not 2.5"),
        (lambda: erlang_c(2, 2), "load must be below the number of servers, 2, not 2"),
        (lambda: erlang_c(0, 0), "servers must be a whole number of at least 1, not 0"),
        (lambda: oee(0.9, 95, 0.99), "performance must be a finite number from 0 to 1, not 95"),
        (lambda: machine_with_breakdowns(1, 0, 2), "availability must be above 0, not 0"),
        (lambda: machine_with_breakdowns(0, 0.8, 2), "base_time must be above 0, not 0"),
        (lambda: waiting_times([1, 2], [1]), "interarrivals and services must be as long: 2 and 1 were given"),
        (lambda: waiting_times([], []), "interarrivals must be a plain list of one or more numbers"),
        (lambda: regular_arrivals_wait(1, 1), "utilisation must be below 1"),
        (lambda: line_throughput(0, 0.4, 20), "work_in_process must be a finite number of at least 1, not 0"),
        (lambda: line_throughput(8, 0.01, 20), "bottleneck_rate times raw_time must be at least 1, not 0.2"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
