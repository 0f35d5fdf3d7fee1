import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.lock_in import polya_count_probability, polya_share_below, urn_histories

careful = settings(deadline=None, derandomize=True)
seeds = st.integers(0, 2**32 - 1)


def test_eggenberger_and_polya_1923_every_count_is_equally_likely():
    assert [polya_count_probability([1, 1], 20, count) for count in range(21)] == pytest.approx([1 / 21] * 21)


@careful
@given(st.integers(1, 30), st.integers(1, 30), st.integers(0, 60))
def test_the_probabilities_of_all_counts_sum_to_one(first, second, draws):
    every = [polya_count_probability([first, second], draws, count) for count in range(draws + 1)]
    assert sum(every) == pytest.approx(1)
    mean = sum(count * chance for count, chance in enumerate(every))
    assert mean == pytest.approx(draws * first / (first + second), abs=1e-9)


def test_counts_drawn_follow_the_law_of_the_urn():
    counts = np.rint(urn_histories([1, 1], 10, 4000, np.random.default_rng(3))[:, -1] * 12 - 1)
    assert np.bincount(counts.astype(int), minlength=11) / 4000 == pytest.approx(np.full(11, 1 / 11), abs=0.015)


def test_shares_in_the_limit_are_a_beta_law_with_no_weight_at_the_edges():
    last = urn_histories([2, 1], 3000, 3000, np.random.default_rng(4))[:, -1]
    for share in (0.2, 0.5, 0.8):
        assert (last < share).mean() == pytest.approx(polya_share_below([2, 1], share), abs=0.03)
    assert polya_share_below([2, 1], 0.5) == pytest.approx(0.25)  # the Beta(2, 1) law has the distribution x²


def test_increasing_returns_lock_in_and_falling_ones_even_out():
    ends = {power: urn_histories([1, 1], 400, 500, np.random.default_rng(5), power)[:, -1] for power in (0.5, 1, 2)}
    edges = {power: ((last < 0.05) | (last > 0.95)).mean() for power, last in ends.items()}
    assert edges[2] > 0.85
    assert edges[1] == pytest.approx(0.1, abs=0.05)
    assert edges[0.5] == 0


@careful
@given(st.integers(0, 4), st.integers(1, 4), st.floats(0, 5), seeds)
def test_shares_never_leave_the_scale(first, second, power, seed):
    shares = urn_histories([first, second], 30, 5, np.random.default_rng(seed), power)
    assert shares.shape == (5, 30)
    assert ((shares >= 0) & (shares <= 1)).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda rng: urn_histories([0, 0], 3, 2, rng), "not both 0"),
        (lambda rng: urn_histories([1, -1], 3, 2, rng), "start must be finite numbers of at least 0"),
        (lambda rng: urn_histories([1, 1, 1], 3, 2, rng), "two colours"),
        (lambda rng: urn_histories([1, 1], 3, 2, rng, feedback=-1), "feedback must be a finite number of at least 0"),
        (lambda rng: polya_count_probability([1, 1, 1], 3, 2), "two colours, not of 3"),
        (lambda rng: polya_count_probability([1, 1], 3, 4), "count must be a whole number from 0 to 3"),
        (lambda rng: polya_share_below([1, 1], 2), "share must be a finite number from 0 to 1"),
    ],
)
def test_what_cannot_be_an_urn_is_refused(call, message):
    with pytest.raises(InputError, match=message):
        call(np.random.default_rng(1))
