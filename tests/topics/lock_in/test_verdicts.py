import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lock_in import (
    chance_if_it_lasts,
    lock_in_probability,
    misplaced_share,
    most_misplaced,
    needed_advantage,
    winner_after_losers,
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


@careful
@given(st.floats(0.505, 0.75), st.integers(5, 12))
def test_holding_three_gifts_back_until_four_behind_never_gives_the_better_chance(advantage, barrier):
    start, behind = (lock_in_probability(advantage, barrier, lead) for lead in (0, -4))
    there = (1 - start) / (1 - behind)  # the other wins only by passing −4
    odds = (1 - advantage) / advantage
    kept = (1 - odds**barrier) / (1 - odds ** (barrier + 4))
    early, late = gift(advantage, 0, 3, barrier), there * gift(advantage, -4, 3, barrier)
    assert late == pytest.approx(kept * early, abs=1e-9)
    assert late <= early + 1e-12


def test_three_gifts_at_once_win_more_and_held_back_cost_less_per_gift():
    start, behind = (lock_in_probability(0.55, 5, lead) for lead in (0, -4))
    there = (1 - start) / (1 - behind)
    assert there == pytest.approx(0.340, abs=0.0005)
    assert start + gift(0.55, 0, 3) == pytest.approx(0.923, abs=0.0005)
    assert start + there * gift(0.55, -4, 3) == pytest.approx(0.877, abs=0.0005)
    assert [gift(0.55, lead, 3) / 3 for lead in (0, -4)] == pytest.approx([0.064, 0.143], abs=0.0005)


@pytest.mark.parametrize(("losers", "chance"), [(0, 0.984), (2, 0.945), (10, 0.837), (20, 0.769), (40, 0.705)])
def test_few_losers_before_the_lock_speak_for_the_winner(losers, chance):
    assert winner_after_losers(5, losers) == pytest.approx(chance, abs=0.0005)


@careful
@given(st.integers(1, 12), st.integers(0, 30))
def test_the_count_of_losers_is_weighed_by_both_likelihoods(barrier, losers):
    chances = np.linspace(0.5, 1, 4001)
    better = (chances ** (barrier + losers) * (1 - chances) ** losers).sum()
    worse = ((1 - chances) ** (barrier + losers) * chances**losers).sum()
    assert winner_after_losers(barrier, losers) == pytest.approx(better / (better + worse), abs=0.002)


@pytest.mark.parametrize(("adopters", "chance"), [(0, 0.1), (5, 0.217), (10, 0.307), (20, 0.428)])
def test_two_in_three_for_a_spell_is_not_enough(adopters, chance):
    assert chance_if_it_lasts(2 / 3, adopters, 5, -4) == pytest.approx(chance, abs=0.0005)


@careful
@given(st.floats(0.05, 0.95), st.integers(0, 30), st.integers(1, 12), st.data())
def test_an_advantage_that_goes_on_is_one_that_lasts(chance, adopters, barrier, data):
    lead = data.draw(st.integers(-barrier, barrier))
    lasting = chance_if_it_lasts(chance, adopters, barrier, lead, later=chance)
    assert lasting == pytest.approx(lock_in_probability(chance, barrier, lead), abs=1e-9)


def test_behind_the_wall_no_advantage_helps():
    assert chance_if_it_lasts(1, 50, 5, -5) == 0


@pytest.mark.parametrize(("barrier", "all_misplaced"), [(1, 37.5), (2, 42.0), (5, 46.5), (10, 48.2)])
def test_the_extra_share_is_small_beside_all_who_are_misplaced(barrier, all_misplaced):
    worst = most_misplaced(barrier)
    better, p = lock_in_probability(worst["advantage"], barrier), worst["advantage"]
    everyone = (1 - better) * p + better * (1 - p)
    assert 100 * everyone == pytest.approx(all_misplaced, abs=0.05)
    assert everyone - (1 - p) == pytest.approx(worst["share"])


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
        (lambda: winner_after_losers(5, -1), "losers must be a whole number of at least 0"),
        (lambda: chance_if_it_lasts(1.1, 3, 5, 0), "advantage must be a finite number from 0 to 1"),
        (lambda: chance_if_it_lasts(0.6, 3, 5, 6), "lead must be a whole number from -5 to 5"),
        (lambda: needed_advantage(5, -5), "lead must be a whole number from -4 to 4"),
        (lambda: needed_advantage(5, 0, 1), "chance must be strictly between 0 and 1"),
    ],
)
def test_what_has_no_answer_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call()
