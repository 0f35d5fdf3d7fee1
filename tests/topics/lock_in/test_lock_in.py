import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lock_in import adopted_shares, adoption_histories, lock_in_probability, lock_in_time

careful = settings(deadline=None, derandomize=True)
chances = st.floats(0.01, 0.99)
barriers = st.integers(1, 60)


@pytest.mark.parametrize(("barrier", "steps"), [(5, 25), (10, 100)])
def test_without_an_advantage_arthurs_walk_takes_the_square_of_the_barrier(barrier, steps):
    assert lock_in_time(0.5, barrier) == steps
    assert lock_in_probability(0.5, barrier) == 0.5


def test_with_55_per_cent_and_a_lead_of_five_the_better_wins_73_per_cent():
    assert lock_in_probability(0.55, 5) == pytest.approx(0.7317174, abs=1e-7)


@careful
@given(chances, barriers, st.data())
def test_each_lead_is_worth_the_mean_of_its_neighbours(chance, barrier, data):
    if barrier == 1:
        barrier = 2
    lead = data.draw(st.integers(1 - barrier, barrier - 1))
    up, here, down = (lock_in_probability(chance, barrier, lead + step) for step in (1, 0, -1))
    assert here == pytest.approx(chance * up + (1 - chance) * down, abs=1e-9)
    later, now, sooner = (lock_in_time(chance, barrier, lead + step) for step in (1, 0, -1))
    assert now == pytest.approx(1 + chance * later + (1 - chance) * sooner, rel=1e-6, abs=1e-6)


@careful
@given(chances, barriers)
def test_at_the_barriers_all_is_settled(chance, barrier):
    assert lock_in_probability(chance, barrier, barrier) == pytest.approx(1)
    assert lock_in_probability(chance, barrier, -barrier) == pytest.approx(0)
    assert lock_in_time(chance, barrier, barrier) == pytest.approx(0, abs=1e-9)


@careful
@given(chances, barriers, st.data())
def test_what_one_technology_wins_the_other_loses(chance, barrier, data):
    lead = data.draw(st.integers(-barrier, barrier))
    both = lock_in_probability(chance, barrier, lead) + lock_in_probability(1 - chance, barrier, -lead)
    assert both == pytest.approx(1, abs=1e-12)


@careful
@given(st.floats(-1e-9, 1e-9), barriers)
def test_nothing_jumps_where_the_advantage_passes_one_half(shift, barrier):
    assert lock_in_probability(0.5 + shift, barrier) == pytest.approx(0.5, abs=1e-6)
    assert lock_in_time(0.5 + shift, barrier) == pytest.approx(barrier**2, rel=1e-5)


def test_drawn_histories_end_as_often_as_the_formula_says():
    adopted = adoption_histories(0.55, 5, 400, 20_000, np.random.default_rng(1))
    assert adopted[:, -1].mean() == pytest.approx(lock_in_probability(0.55, 5), abs=0.01)


@careful
@given(chances, st.integers(1, 8), st.integers(1, 80), st.integers(0, 2**32 - 1))
def test_after_a_lock_in_every_adopter_follows_the_leader(chance, barrier, adopters, seed):
    for history in adoption_histories(chance, barrier, adopters, 5, np.random.default_rng(seed)):
        lead = np.cumsum(np.where(history, 1, -1))
        reached = np.flatnonzero(np.abs(lead) >= barrier)
        if reached.size:
            assert (history[reached[0] :] == (lead[reached[0]] > 0)).all()


@careful
@given(chances, st.integers(1, 8), st.integers(0, 2**32 - 1))
def test_shares_count_the_adopters_so_far(chance, barrier, seed):
    adopted = adoption_histories(chance, barrier, 30, 4, np.random.default_rng(seed))
    shares = adopted_shares(adopted)
    assert ((shares >= 0) & (shares <= 1)).all()
    assert shares[:, -1] == pytest.approx(adopted.mean(axis=1))


@pytest.mark.parametrize(
    ("given_values", "message"),
    [
        ({"advantage": 0, "barrier": 5}, "advantage must be strictly between 0 and 1"),
        ({"advantage": 1.2, "barrier": 5}, "advantage must be a finite number from 0 to 1"),
        ({"advantage": 0.5, "barrier": 0}, "barrier must be a whole number of at least 1"),
        ({"advantage": 0.5, "barrier": 5, "lead": 6}, "lead must be a whole number from -5 to 5"),
    ],
)
def test_what_cannot_be_a_walk_is_refused(given_values, message):
    with pytest.raises(InputError, match=message):
        lock_in_probability(**given_values)
    with pytest.raises(InputError, match=message):
        lock_in_time(**given_values)
