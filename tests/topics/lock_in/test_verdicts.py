import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lock_in import (
    lock_in_probability,
    misplaced_share,
    most_misplaced,
    needed_advantage,
    winner_is_better,
)

careful = settings(deadline=None, derandomize=True)


def gift(advantage, lead, gifts=1, barrier=5):
    start, end = (lock_in_probability(advantage, barrier, place) for place in (lead, lead + gifts))
    return end - start


def test_a_gift_is_worth_more_to_the_better_standard_the_further_it_is_behind():
    assert [gift(0.55, lead) for lead in (-4, 0)] == pytest.approx([0.172, 0.077], abs=0.0005)
    assert [gift(0.55, lead, 3) for lead in (0, -4)] == pytest.approx([0.19, 0.43], abs=0.005)
    assert [gift(0.45, lead) for lead in (-4, 3)] == pytest.approx([0.042, 0.172], abs=0.0005)


@careful
@given(st.floats(0.501, 0.95), st.integers(2, 40), st.data())
def test_one_step_up_a_gift_is_worth_q_over_p_times_as_much_at_every_barrier_and_lead(advantage, barrier, data):
    lead = data.draw(st.integers(1 - barrier, barrier - 2))
    here, above = (gift(advantage, place, barrier=barrier) for place in (lead, lead + 1))
    assert above == pytest.approx(here * (1 - advantage) / advantage, abs=1e-12)
    assert above <= here + 1e-12


@pytest.mark.parametrize(("barrier", "share"), [(1, 12.5), (2, 6.7), (5, 2.77), (10, 1.39)])
def test_the_harm_has_a_greatest_value_at_each_barrier(barrier, share):
    worst = most_misplaced(barrier)
    assert 100 * worst["share"] == pytest.approx(share, abs=0.05)
    grid = [misplaced_share(p, barrier) for p in np.linspace(0.5, 0.99, 500)]
    assert max(grid) <= worst["share"] + 1e-9


@pytest.mark.parametrize(("barrier", "chance"), [(1, 0.75), (2, 0.847), (5, 0.932)])
def test_with_p_anywhere_from_one_half_to_one_the_winner_is_mostly_the_better(barrier, chance):
    assert winner_is_better(barrier) == pytest.approx(chance, abs=0.0005)


@careful
@given(st.integers(1, 15), st.floats(0.5, 0.9), st.floats(0.01, 0.1))
def test_the_mean_over_p_lies_between_its_ends(barrier, low, width):
    mean = winner_is_better(barrier, low, low + width)
    assert lock_in_probability(low, barrier) <= mean <= lock_in_probability(low + width, barrier)


def test_one_step_from_the_wall_two_in_three_must_prefer_the_new():
    needed = [needed_advantage(barrier, 1 - barrier) for barrier in (1, 2, 3, 5, 10, 20)]
    assert needed == pytest.approx([0.5, 0.648, 0.663, 0.6664, 0.6667, 2 / 3], abs=0.0005)
    assert [needed_advantage(5, lead) for lead in (-3, -2)] == pytest.approx([0.581, 0.545], abs=0.0005)


@careful
@given(st.integers(1, 30), st.floats(0.05, 0.95), st.data())
def test_the_needed_advantage_gives_the_chance(barrier, chance, data):
    lead = data.draw(st.integers(1 - barrier, barrier - 1))
    assert lock_in_probability(needed_advantage(barrier, lead, chance), barrier, lead) == pytest.approx(
        chance, abs=1e-6
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: misplaced_share(0.4, 5), "advantage must be a finite number of at least 0.5"),
        (lambda: winner_is_better(5, 0.7, 0.6), "low must be below high"),
        (lambda: needed_advantage(5, -5), "lead must be a whole number from -4 to 4"),
        (lambda: needed_advantage(5, 0, 1), "chance must be strictly between 0 and 1"),
    ],
)
def test_what_has_no_answer_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
