"""Answers near and far: published chances of waiting, the lesson's values, a simulation, and what is refused."""

import numpy as np
import pytest

from longwave.checks import InputError
from longwave.topics.architecture import (
    crossing_load,
    erlang_c,
    factory_functions,
    late_share,
    mean_answer,
    slowest_answer,
)
from longwave.topics.shopfloor import waiting_times


@pytest.mark.parametrize(("servers", "load", "chance"), [(2, 0.5, 1 / 3), (3, 2 / 3, 4 / 9), (1, 0.3, 0.3)])
def test_the_chance_of_a_wait_is_the_one_of_textbooks(servers, load, chance):
    assert erlang_c(servers, load) == pytest.approx(chance)


def test_three_machines_wait_as_long_as_in_the_textbook():
    # M/M/3 with arrivals of 0.2 and services of 0.1 a unit of time: a wait of 4.4444.
    assert mean_answer(0, 10, 3, 2 / 3) - 10 == pytest.approx(4.4444, abs=1e-4)


@pytest.mark.parametrize(("load", "near", "far"), [(0.5, 21, 30.07), (0.8, 51, 32.05)])
def test_means_are_those_of_the_lesson(load, near, far):
    assert mean_answer(1, 10, 1, load) == pytest.approx(near)
    assert mean_answer(20, 10, 10, load) == pytest.approx(far, abs=0.01)


def test_the_crossings_are_those_of_the_lesson():
    assert crossing_load() == pytest.approx(0.66, abs=0.005)
    assert crossing_load(late=0.01) == pytest.approx(0.29, abs=0.005)
    assert crossing_load(variability=0) == 1
    assert crossing_load(gap=0) == 0


def test_a_simulated_terminal_is_late_as_often_as_the_formula_says():
    rng = np.random.default_rng(26)
    jobs = rng.exponential(10, 400_000)
    waits = waiting_times(rng.exponential(12.5, jobs.size), jobs)
    answers = 1 + waits + jobs
    assert answers.mean() == pytest.approx(mean_answer(1, 10, 1, 0.8), rel=0.05)
    assert (answers > 100).mean() == pytest.approx(late_share(100, 1, 10, 1, 0.8), rel=0.08)


@pytest.mark.parametrize("servers", [1, 2, 5, 10])
@pytest.mark.parametrize("load", [0.1, 0.5, 0.8, 0.9])
def test_the_area_under_the_late_shares_is_the_mean(servers, load):
    grid = np.linspace(0, 3000, 60_001)
    shares = [late_share(float(deadline), 0, 10, servers, load) for deadline in grid[::10]]
    assert np.trapezoid(shares, grid[::10]) == pytest.approx(mean_answer(0, 10, servers, load), rel=1e-3)


def test_the_slowest_answer_is_late_just_as_often_as_asked():
    for servers, load in ((1, 0.2), (10, 0.95), (2, 0.5)):
        assert late_share(slowest_answer(5, 10, servers, load), 5, 10, servers, load) == pytest.approx(0.01, abs=1e-9)


def test_numbers_out_of_range_are_refused():
    with pytest.raises(InputError, match="^load"):
        erlang_c(3, 1)
    with pytest.raises(InputError, match="^job"):
        mean_answer(1, 0, 1, 0.5)
    with pytest.raises(InputError, match="^servers"):
        crossing_load(servers=1)
    assert late_share(5, 9, 10, 1, 0.5) == 1
    assert len(factory_functions()) == 6
