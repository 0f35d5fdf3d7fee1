import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.topics.cooperative.models.coalitions import coalition_sizes, member_sums, membership, snap, subset_sums

careful = settings(deadline=None, derandomize=True)
amounts = st.lists(st.integers(-50, 50), min_size=1, max_size=7)


@careful
@given(amounts)
def test_subset_sums_are_the_sums_over_the_members(weights):
    rows = membership(np.arange(2 ** len(weights)), len(weights))
    assert subset_sums(weights).tolist() == (rows @ weights).tolist()


@careful
@given(st.integers(1, 6).flatmap(lambda n: st.lists(st.integers(-9, 9), min_size=2**n, max_size=2**n)))
def test_member_sums_are_the_sums_over_the_coalitions_with_each_player(values):
    values = np.array(values, dtype=float)
    rows = membership(np.arange(values.size), values.size.bit_length() - 1)
    assert member_sums(values).tolist() == (values @ rows).tolist()


def test_sizes_count_the_members():
    assert coalition_sizes(5).tolist() == [mask.bit_count() for mask in range(32)]


def test_snapping_takes_rounding_noise_away_and_nothing_else():
    results = np.array([-0.0, 0.1 + 0.2, 1 / 3, 2 / 3, 0.123456789])
    assert snap(results, 1.0).tolist() == [0.0, 0.3, 1 / 3, 2 / 3, 0.123456789]
    assert np.signbit(snap(results, 1.0)).tolist() == [False] * 5


def test_snapping_follows_the_scale():
    assert snap(np.array([1e9 + 1e-4]), 1e10).tolist() == [1e9]
    assert snap(np.array([1e-9 + 1e-22]), 1e-9).tolist() == [1e-9]
    assert snap(np.array([1e9 / 3]), 1e9).tolist() == [1e9 / 3]


def test_snapping_a_game_worth_nothing_gives_plain_zeros():
    assert not np.signbit(snap(np.array([-0.0]), 0.0)).any()
