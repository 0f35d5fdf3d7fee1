import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.shopfloor import kingman, waiting_times

careful = settings(deadline=None, derandomize=True)
loads = st.floats(0.01, 0.98)
coefficients = st.floats(0, 10)


def test_kingman_1961_at_a_load_of_nine_tenths():
    assert kingman(0.9, 1, 1, 1) == pytest.approx(9)
    assert kingman(0.9, 1, 1, 0) == pytest.approx(4.5)


@careful
@given(loads, coefficients, coefficients, st.floats(0, 5))
def test_the_wait_rises_with_each_factor(load, gaps, work, more):
    assert kingman(load, 1, gaps, work) <= kingman(load, 1, gaps + more, work) + 1e-12
    assert kingman(load, 1, gaps, work) <= kingman(min(0.99, load + more / 100), 1, gaps, work) + 1e-12


@careful
@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=60))
def test_the_unrolled_recursion_is_lindleys(jobs):
    gaps, work = (list(column) for column in zip(*jobs, strict=True))
    expected = [0.0]
    for gap, before in zip(gaps[1:], work, strict=False):
        expected.append(max(0.0, expected[-1] + before - gap))
    assert waiting_times(gaps, work) == pytest.approx(np.array(expected), abs=1e-9)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: kingman(1, 1, 1, 1), "utilisation must be below 1, not 1: the queue has no end"),
        (lambda: kingman(-0.1, 1, 1, 1), "utilisation must be a finite number from 0 to 1, not -0.1"),
        (lambda: kingman(0.5, 1, -1, 1), "ca2 must be a finite number of at least 0, not -1"),
        (lambda: kingman(0.5, True, 1, 1), "service_time must be a finite number of at least 0, not True"),
        (lambda: waiting_times([1, 2], [1]), "interarrivals and services must be as long: 2 and 1 were given"),
        (lambda: waiting_times([], []), "interarrivals must be a plain list of one or more numbers"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
