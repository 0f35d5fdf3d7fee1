import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.tasks.agreement import agrees, as_plain, differences


@pytest.mark.parametrize(
    ("given_number", "right", "tolerance", "expected"),
    [
        (0.667, 2 / 3, None, True),
        (0.67, 2 / 3, None, False),
        (8.01, 8, None, False),
        (0, 1e-12, None, True),
        (1e-3, 0, None, False),
        (7.9, 8, 0.1, True),
        (7.89, 8, 0.1, False),
        (8, 8, 0, True),
        (-8, 8, None, False),
    ],
)
def test_numbers_agree_within_a_thousandth_or_the_tolerance(given_number, right, tolerance, expected):
    assert agrees(given_number, right, tolerance) is expected


def test_mappings_agree_at_the_labels_of_the_reference():
    assert agrees({"low": 8.0, "high": 10.0}, {"high": 10.0})
    assert not agrees({"low": 8.0}, {"low": 8.0, "high": 10.0})
    assert differences({"low": 8.0, "high": 11.0}, {"low": 8.0, "high": 10.0}) == ["high"]


def test_lists_agree_in_length_and_order_and_text_agrees_exactly():
    assert agrees([1.0, "a"], [1.0, "a"])
    assert not agrees([1.0], [1.0, 2.0])
    assert not agrees([2.0, 1.0], [1.0, 2.0])
    assert not agrees("1", 1.0)
    assert not agrees(1.0, "1")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (np.float64(8), 8.0),
        (lambda: 8, 8.0),
        (pd.Series({"low": 8}), {"low": 8.0}),
        (np.array([[1, 2]]), [[1.0, 2.0]]),
        ({"low": np.int64(8), "name": "x"}, {"low": 8.0, "name": "x"}),
        ((1, 2), [1.0, 2.0]),
    ],
)
def test_what_a_model_gives_becomes_plain(value, plain):
    assert as_plain(value) == plain


@settings(deadline=None, derandomize=True)
@given(st.floats(-1e9, 1e9), st.floats(0, 10))
def test_a_number_agrees_with_itself_and_with_the_edge_of_its_tolerance(number, tolerance):
    assert agrees(number, number)
    assert agrees(number, number, 0)
    assert agrees(number + tolerance, number, tolerance + 1e-6)
    assert not agrees(number + 2 * tolerance + 1, number, tolerance)
