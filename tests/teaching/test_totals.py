"""A student's total: the lessons that are left out are those without which the percentage is highest."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.teaching.returning.totals import dropped, percent

MARKS = st.lists(st.integers(1, 20).flatmap(lambda most: st.tuples(st.integers(0, most), st.just(most))), max_size=7)


def test_of_equal_lessons_the_lowest_are_left_out():
    marks = {"a": (7, 10), "b": (3, 10), "c": (9, 10), "d": (0, 10)}
    assert dropped(marks, 0) == []
    assert dropped(marks, 1) == ["d"]
    assert dropped(marks, 2) == ["b", "d"]


def test_a_small_lesson_with_nothing_can_cost_less_than_a_large_one_with_little():
    marks = {"a": (9, 10), "b": (1, 10), "c": (0, 2)}
    assert dropped(marks, 1) == ["b"]
    assert percent(marks, ["a", "c"]) == 75


@pytest.mark.parametrize("count", [1, 5])
def test_one_lesson_always_stays(count):
    assert dropped({"a": (3, 10)}, count) == []
    assert dropped({}, count) == []


def test_what_always_counts_is_never_left_out():
    marks = {"a": (9, 10), "mid": (0, 10), "b": (5, 10)}
    assert dropped(marks, 1, always={"mid"}) == ["b"]
    assert dropped(marks, 2, always={"mid"}) == ["a", "b"]
    assert dropped({"mid": (0, 10)}, 2, always={"mid"}) == []


@given(MARKS, st.integers(0, 3), st.integers(0, 2))
def test_no_other_choice_gives_more(found, count, fixed):
    marks = {str(number): pair for number, pair in enumerate(found)}
    always = set(list(marks)[:fixed])
    kept = [lesson for lesson in marks if lesson not in dropped(marks, count, always)]
    free = len(marks) - len(always)
    assert len(kept) == len(always) + min(free, max(0 if always else 1, free - count))
    choices = [set(some) for some in combinations(marks, len(kept)) if always <= set(some)]
    best = max((percent(marks, list(some)) for some in choices), default=0)
    assert percent(marks, kept) == pytest.approx(best)
