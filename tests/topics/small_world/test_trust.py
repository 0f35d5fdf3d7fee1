import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.small_world import (
    best_shared,
    equal_heard,
    nearly_best,
    needed_patience,
    tie_value,
    witnesses_needed,
)

careful = settings(deadline=None, derandomize=True)
LESSON = {"temptation": 200, "reward": 10, "punishment": 2, "patience": 0.9 / 1.05}
stakes = st.tuples(st.floats(1, 500), st.floats(0.5, 20), st.floats(0, 20)).map(lambda t: (sum(t), t[1] + t[2], t[2]))


def test_the_textbook_dilemma_of_five_three_one_needs_a_half():
    """T = 5, R = 3, P = 1, as in Axelrod's tournament: (5 − 3)/(5 − 1)."""
    assert needed_patience(5, 3, 1) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("choice", "needed"),
    [
        ({}, 3),
        ({"temptation": 100}, 1),
        ({"temptation": 400}, 8),
        ({"told": 0.5}, 6),
        ({"punishment": 5}, 6),
        ({"patience": 0.9 / 1.1}, 5),
        ({"patience": 0.8 / 1.05}, 7),
        ({"visits": 2}, 1),
        ({"visits": 4}, 0),
        ({"visits": 4, "whole": True}, 3),
        ({"visits": 12, "whole": True}, 3),
        ({"temptation": 202}, 3),
        ({"temptation": 203}, 4),
    ],
)
def test_the_acquaintances_of_the_lesson_under_each_of_its_choices(choice, needed):
    assert witnesses_needed(**(LESSON | choice)) == needed


@careful
@given(stakes, st.floats(0.05, 0.95))
def test_the_number_of_witnesses_is_the_first_at_which_patience_is_enough(three, patience):
    needed = witnesses_needed(*three, patience)
    assert needed_patience(*three, witnesses=needed) <= patience + 1e-9
    assert needed == 0 or needed_patience(*three, witnesses=needed - 1) > patience - 1e-9


@careful
@given(st.floats(0.1, 100), st.floats(0, 0.9))
def test_no_contact_is_worth_more_than_the_best_and_news_falls_as_faith_rises(gain, heard):
    values = tie_value(range(60), gain, heard)
    assert (values["news"].diff().dropna() <= 0).all()
    assert (values["faith"].diff().dropna() > 0).all()
    best = best_shared(gain, heard)
    assert values["worth"].max() <= tie_value([best], gain, heard)["worth"].iloc[0] + 1e-9


@pytest.mark.parametrize(("gain", "best"), [(2, 4), (23.75, 10), (60, 12)])
def test_more_temptation_asks_for_a_stronger_tie(gain, best):
    assert best_shared(gain, 0.06) == best


@pytest.mark.parametrize(("heard", "near"), [(0.02, (16, 33)), (0.06, (7, 14)), (0.1, (5, 8))])
def test_the_peak_is_flat_and_moves_with_what_acquaintances_tell(heard, near):
    low, high = nearly_best(23.75, heard)
    assert (low, high) == near
    assert low < best_shared(23.75, heard) < high


def test_however_much_there_is_to_steal_fifteen_in_common_are_best_at_most():
    assert best_shared(1_000_000, 0.06) == best_shared(1e9, 0.06) == 15


@pytest.mark.parametrize(
    ("heard", "best", "shares"), [(0.02, 23, [43, 99, 98]), (0.06, 10, [70, 80, 52]), (0.1, 6, [87, 47, 20])]
)
def test_what_the_firm_takes_along_at_three_chances(heard, best, shares):
    assert best_shared(23.75, heard) == best
    worth = tie_value([3, 20, 30, best], 23.75, heard)["worth"]
    assert (100 * worth / worth[3]).round().tolist()[:3] == shares


def test_friends_and_friends_of_friends_are_worth_the_same_at_a_chance_of_five_in_a_hundred():
    turn = equal_heard(3, 30, 23.75)
    assert turn == pytest.approx(0.0494, abs=0.00005)
    assert equal_heard(3, 20, 23.75) == pytest.approx(0.0671, abs=0.00005)
    near, friend = tie_value([3, 30], 23.75, turn)["worth"]
    assert near == pytest.approx(friend)


def test_whoever_can_cheat_all_at_once_is_kept_honest_by_patience_only():
    """Gain and loss both grow with the number of witnesses, so their number does not matter."""
    patience = LESSON["patience"]
    assert needed_patience(200, 10, 2) > patience
    for witnesses in range(50):
        gain, loss = (1 + witnesses) * 190, (1 + witnesses) * 8 * patience / (1 - patience)
        assert loss < gain


def test_with_one_patience_for_all_the_best_contact_has_just_enough_in_common():
    step = [0.94**s * (needed_patience(200, 10, 2, witnesses=s) <= LESSON["patience"]) for s in range(60)]
    assert step.index(max(step)) == witnesses_needed(**LESSON) == 3


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: needed_patience(10, 10, 2), "temptation must be above reward"),
        (lambda: needed_patience(200, 2, 2), "and reward above punishment"),
        (lambda: needed_patience(200, 10, -1), "punishment must be a finite number"),
        (lambda: needed_patience(200, 10, 2, witnesses=-1), "witnesses must be a whole number of at least 0, not -1"),
        (lambda: witnesses_needed(200, 10, 2, patience=1), "patience must be between 0 and 1"),
        (lambda: witnesses_needed(200, 10, 2, 0.5, told=0), "told above 0"),
        (lambda: witnesses_needed(200, 10, 2, 0.5, visits=0), "visits must be a whole number of at least 1, not 0"),
        (lambda: equal_heard(3, 3, 2), "second must be a whole number of at least 4, not 3"),
        (lambda: tie_value([1.5], 2, 0), "shared must be a whole number"),
        (lambda: tie_value([1], 0, 0), "gain must be above 0"),
        (lambda: tie_value([1], 2, 1), "heard below 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(call, message):
    with pytest.raises(InputError, match=message):
        call()
