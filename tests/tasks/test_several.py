import time

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.tasks.answers import UnansweredError, UnusableError
from longwave.tasks.several import coalitions_reader, numbers_reader
from longwave.topics.cooperative import Game

read_numbers = numbers_reader(("low", "high"))
read_game = coalitions_reader(("A", "B", "C"))


class EqualKey:
    def __eq__(self, other):
        raise RuntimeError("compared")

    def __hash__(self):
        return 1


@pytest.mark.parametrize(
    "answer",
    [
        {"low": 8, "high": 10},
        {"high": np.float64(10), "low": 8, "other": "passed over"},
        pd.Series({"low": 8, "high": 10}),
        [8, 10],
        (8, 10.0),
        np.array([8, 10]),
    ],
)
def test_labelled_numbers_are_read_in_every_form(answer):
    assert read_numbers(answer) == {"low": 8.0, "high": 10.0}


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"low": 8}, "missing: high. You gave: low."),
        ({}, "missing: low, high. You gave: nothing."),
        ([8], "You gave 1 values. Give one for each of: low, high."),
        ({"low": 8, "high": "10"}, "At high: '10' is text. Drop the quotes."),
        ({"low": True, "high": 10}, "At low: True is a truth value"),
        (8, "This is an object of type int."),
        ("8, 10", "This is an object of type str."),
        ({8, 10}, "This is a set."),
        ({EqualKey(): 8}, "A label must be a name in quotes, but one is an object of type EqualKey."),
        ({f"label {n}" * 9: n for n in range(99)}, "…"),
    ],
)
def test_numbers_that_cannot_be_used_are_told_where(answer, words):
    with pytest.raises(UnusableError) as raised:
        read_numbers(answer)
    assert words in str(raised.value)
    assert len(str(raised.value)) < 500


@pytest.mark.parametrize("answer", [..., {"low": 8, "high": ...}, [..., 10], pd.Series([8, ...], ["low", "high"])])
def test_numbers_are_not_answered_while_one_is_an_ellipsis(answer):
    with pytest.raises(UnansweredError):
        read_numbers(answer)


def test_the_labels_that_are_still_open_are_named():
    with pytest.raises(UnansweredError, match="still hold `...`: high"):
        read_numbers({"low": 8, "high": ...})


def test_years_may_be_labels():
    assert numbers_reader(("1793", "1847"))({1793: 1, np.int64(1847): 2}) == {"1793": 1.0, "1847": 2.0}


@pytest.mark.parametrize(
    "answer",
    [
        {("A", "B"): 5, ("A", "B", "C"): 9},
        {("B", "A"): 5.0, frozenset("ABC"): np.int64(9)},
        {"AB": 5, "CAB": 9},
        {"AB": 5, "ABC": 9, "A": 0, (): 0},
        Game.from_coalitions(["A", "B", "C"], {("A", "B"): 5.0, ("A", "B", "C"): 9.0}),
        Game.from_coalitions(["C", "B", "A"], {("A", "B"): 5.0, ("A", "B", "C"): 9.0}),
    ],
)
def test_a_game_is_read_in_every_form(answer):
    values = read_game(answer)
    assert list(values) == [("A",), ("B",), ("A", "B"), ("C",), ("A", "C"), ("B", "C"), ("A", "B", "C")]
    assert {coalition: value for coalition, value in values.items() if value} == {("A", "B"): 5.0, ("A", "B", "C"): 9.0}


def test_names_of_several_letters_are_names_and_not_letters():
    read = coalitions_reader(("innovator", "user1"))
    assert read({"innovator": 1, ("user1", "innovator"): 3}) == {
        ("innovator",): 1.0,
        ("user1",): 0.0,
        ("innovator", "user1"): 3.0,
    }


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"AD": 1}, "There is no player 'D'. The players are A, B, C."),
        ({("A", "A"): 1}, "names each player once"),
        ({"AB": 1, ("B", "A"): 2}, "The coalition A, B appears twice."),
        ({("A",): "1"}, "At A: '1' is text"),
        ({(): 1}, "The empty coalition is worth nothing"),
        ({8: 1}, "but one key is an object of type int"),
        ({EqualKey(): 1}, "but one key is an object of type EqualKey"),
        ([1, 2], "This is a list. Write a dict"),
        (Game(["X"], [0, 1]), "There is no player 'X'"),
    ],
)
def test_a_game_that_cannot_be_used_is_told_why(answer, words):
    with pytest.raises(UnusableError) as raised:
        read_game(answer)
    assert words in str(raised.value)


@pytest.mark.parametrize("answer", [..., {("A", "B"): ...}])
def test_a_game_is_not_answered_while_a_value_is_an_ellipsis(answer):
    with pytest.raises(UnansweredError):
        read_game(answer)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.integers(-9, 9), min_size=7, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_names_in_a_coalition_does_not_matter(values, random):
    every = list(read_game({}))
    shuffled = {tuple(random.sample(coalition, len(coalition))): v for coalition, v in zip(every, values, strict=True)}
    assert read_game(shuffled) == dict(zip(every, map(float, values), strict=True))


@pytest.mark.parametrize(
    "answer",
    [
        pd.Series(range(10**6)),
        dict.fromkeys(range(10**6), 1),
        [1] * 10**6,
        np.zeros((1000, 1000)),
        pd.Series(["x"] * 10**6),
    ],
    ids=["Series", "dict", "list", "array", "texts"],
)
def test_a_million_values_are_refused_at_once(answer):
    start = time.process_time()
    with pytest.raises(UnusableError, match="You gave 1000000 values. Give one for each of: low, high."):
        read_numbers(answer)
    assert time.process_time() - start < 0.3
