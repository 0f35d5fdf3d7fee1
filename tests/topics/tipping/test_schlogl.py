import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.tipping import (
    brusselator,
    dissipation,
    schlogl_folds,
    schlogl_path,
    schlogl_states,
    structures_chart,
)

careful = settings(deadline=None, derandomize=True)


def test_at_a_supply_of_3_the_folds_are_at_feeds_of_0_364_and_0_636():
    assert schlogl_folds(3) == pytest.approx((0.36392, 0.63608), abs=1e-5)
    assert sum(schlogl_folds(3)) == pytest.approx(1)


@careful
@given(st.floats(2.8, 5), st.floats(0.05, 0.95))
def test_between_the_folds_are_three_states_and_beyond_them_one(supply, part):
    low, high = schlogl_folds(supply)
    if low > 0:
        states = np.array(schlogl_states(low + part * (high - low), supply))
        assert len(states) == 3
        assert supply * states**2 - states**3 - 2.5 * states == pytest.approx(-(low + part * (high - low)), abs=1e-6)
    assert len(schlogl_states(high + 0.01, supply)) == 1


def test_a_push_past_the_fold_may_end_and_the_supply_may_not():
    path = schlogl_path([(10, 0.5, 3), (10, 0.8, 3), (15, 0.5, 3), (15, 0.5, 2.7)], step=1)
    at = path.set_index("time")["x"]
    assert at.loc[[10.0, 35.0, 50.0]].round(2).tolist() == [0.29, 1.71, 0.27]
    short = schlogl_path([(10, 0.5, 3), (1, 0.8, 3), (30, 0.5, 3)], step=1)
    assert short["x"].iloc[-1] == pytest.approx(0.293, abs=1e-3)


def test_supply_and_feed_can_exchange_their_parts():
    path = schlogl_path([(10, 0.5, 3), (10, 0.5, 4), (20, 0.5, 3), (20, 0.3, 3)], step=1).set_index("time")["x"]
    assert path.loc[[20.0, 40.0, 60.0]].round(2).tolist() == [3.29, 1.71, 0.14]


def test_the_high_state_makes_more_entropy_and_without_a_flow_there_is_none():
    low, _ridge, high = schlogl_states(0.5)
    assert [dissipation(state, 0.5) for state in (low, high)] == pytest.approx([0.6289, 10.2033], abs=1e-3)
    assert schlogl_states(7.5) == pytest.approx([3.0])
    assert dissipation(3, 7.5) == pytest.approx(0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: schlogl_folds(2.7), "supply must be above 2.739"),
        (lambda: dissipation(1, 0), "must be positive"),
        (lambda: schlogl_path([]), "at least one"),
    ],
)
def test_what_cannot_be_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()


def test_the_chart_says_what_was_done_and_what_stayed():
    spells = [(10, 0.5, 3), (10, 0.8, 3), (15, 0.5, 3), (15, 0.5, 2.7)]
    events = {10.0: "push", 20.0: "push ends", 35.0: "supply cut"}
    swings = brusselator(1, 3, np.linspace(0, 26, 131))
    chart = structures_chart(swings, {20.0: "feed cut"}, schlogl_path(spells, step=0.5), events)
    assert "push ends (1.91); supply cut (1.71); at the end it is at 0.27" in chart.description
