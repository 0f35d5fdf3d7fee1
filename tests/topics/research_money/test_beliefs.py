import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.checks import InputError
from longwave.topics.research_money import brier_by_truth, brier_score, expected_brier

careful = settings(deadline=None, derandomize=True, max_examples=60)
weights = st.lists(st.floats(0.01, 1), min_size=3, max_size=3)


def shares(raw):
    return {name: value / sum(raw) for name, value in zip("abc", raw, strict=True)}


def test_the_score_runs_from_nought_to_two():
    assert brier_score({"a": 1, "b": 0}, "a") == 0
    assert brier_score({"a": 1, "b": 0}, "b") == 2
    assert brier_score(dict.fromkeys("abcd", 0.25), "c") == pytest.approx(0.75)


@careful
@given(weights)
def test_the_score_by_truth_is_its_closed_form(raw):
    held = shares(raw)
    squares = sum(value**2 for value in held.values())
    for name, score in brier_by_truth(held).items():
        assert score == pytest.approx(squares + 1 - 2 * held[name])
        assert 0 <= score <= 2


@careful
@given(weights, weights)
def test_nobody_does_better_than_by_honest_beliefs(one, other):
    stated, honest = shares(one), shares(other)
    gap = sum((stated[name] - honest[name]) ** 2 for name in stated)
    assert expected_brier(stated, honest) - expected_brier(honest, honest) == pytest.approx(gap, abs=1e-9)


@pytest.mark.parametrize("beliefs", [{"a": 1}, {"a": 0.5, "b": 0.6}, {"a": 1.5, "b": -0.5}, {}])
def test_what_is_no_share_is_refused(beliefs):
    with pytest.raises(InputError):
        brier_by_truth(beliefs)


def test_an_outcome_that_is_not_listed_and_other_candidates_are_refused():
    with pytest.raises(InputError):
        brier_score({"a": 0.5, "b": 0.5}, "c")
    with pytest.raises(InputError):
        expected_brier({"a": 0.5, "b": 0.5}, {"a": 0.5, "c": 0.5})
