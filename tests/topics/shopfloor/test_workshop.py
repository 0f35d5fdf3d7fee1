import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.shopfloor import read_log, waiting_times, workshop_log
from longwave.topics.shopfloor.models.workshop import EVENTS, state_by_hour

careful = settings(deadline=None, derandomize=True, max_examples=30)


@pytest.fixture(scope="module")
def log():
    return workshop_log(2000, 0.7, 0.8, 4, seed=3)


@careful
@given(st.integers(0, 10_000), st.floats(0.2, 0.95), st.floats(0.5, 0.95), st.floats(0.5, 20))
def test_a_log_is_in_order_and_its_queue_is_never_negative(seed, load, uptime, repair):
    log = workshop_log(60, load, uptime, repair, seed)
    assert log["time"].is_monotonic_increasing
    assert (log["waiting"] >= 0).all()
    assert set(log["event"]) <= set(EVENTS)


def test_simpy_and_lindleys_recursion_give_the_same_waits(log):
    times = log.pivot_table(index="job", columns="event", values="time", aggfunc="first").dropna(
        subset=["arrives", "starts", "leaves"]
    )
    gaps = np.diff(times["arrives"], prepend=0)
    expected = waiting_times(gaps, times["leaves"] - times["starts"])
    assert (times["starts"] - times["arrives"]).to_numpy() == pytest.approx(expected, abs=1e-8)


def test_one_seed_gives_one_log_and_the_same_jobs_to_both_workshops():
    first, second = workshop_log(100, 0.8, 0.8, 2, seed=9), workshop_log(100, 0.8, 0.8, 2, seed=9)
    pd.testing.assert_frame_equal(first, second)
    other = workshop_log(100, 0.8, 0.8, 20, seed=9)
    arrivals = [frame.loc[frame["event"] == "arrives", "time"].tolist() for frame in (first, other)]
    assert arrivals[0] == arrivals[1]


def test_what_is_measured_is_near_what_was_put_in():
    measured = read_log(workshop_log(20_000, 0.7, 0.8, 2, seed=1))
    assert measured["mean_repair"] == pytest.approx(2, rel=0.1)
    assert measured["mean_job"] == pytest.approx(1.25, rel=0.05)
    assert measured["job_cv2"] == pytest.approx(0.64, rel=0.2)
    assert measured["gap_cv2"] == pytest.approx(1, rel=0.1)


def test_the_state_at_an_hour_is_that_of_the_last_event(log):
    states = state_by_hour(log, 50)
    before = log[log["time"] <= 37].iloc[-1]
    assert states.index.tolist() == list(range(51))
    assert states.loc[37].tolist() == [before["waiting"], before["machine"]]


def test_a_log_without_breaks_has_no_repairs():
    log = workshop_log(20, 0.5, 0.99, 20, seed=2)
    assert read_log(log)["mean_repair"] == 0


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: workshop_log(10, 1, 0.8, 2, 1), "utilisation must be a finite number from 0 to 0.999, not 1"),
        (lambda: workshop_log(10, 0, 0.8, 2, 1), "utilisation must be above 0"),
        (lambda: workshop_log(10, 0.5, 1, 2, 1), "availability must be a finite number from 0.001 to 0.999, not 1"),
        (lambda: workshop_log(10, 0.5, 0.8, 0, 1), "mean_repair must be a finite number of at least 0.001, not 0"),
        (lambda: read_log(workshop_log(0.01, 0.5, 0.8, 2, 1)), "log must hold at least three finished jobs"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
