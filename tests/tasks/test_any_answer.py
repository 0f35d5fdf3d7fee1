"""Whatever a reader gives, the verdict is one of four, the same each time, and short."""

import copy
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from longwave.tasks.checking import verdict
from longwave.tasks.task import lesson_tasks
from tests.tasks.both_ways import load_lists

MADE_UP = load_lists(Path(__file__).parent / "made_up")
RIGHT_ANSWERS = [answer for listed in MADE_UP.values() for answer in listed["right"]]
KEYS = st.sampled_from(["A", "AB", "ABC", "firm_margin", "firm", "price"]) | st.text(max_size=3) | st.integers()


def array_or_list(values):
    try:
        return np.array(values)
    except ValueError:
        return values


def frame_or_dict(columns):
    try:
        return pd.DataFrame(columns)
    except (ValueError, TypeError, AttributeError, NotImplementedError):
        return columns


SINGLE = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.complex_numbers()
    | st.fractions()
    | st.decimals()
    | st.text(max_size=5)
    | st.binary(max_size=5)
    | st.just(...)
    | st.sampled_from([len, dict, np.float32(8), np.datetime64("2020-01-01"), pd.NA, pd.NaT, *RIGHT_ANSWERS])
)
ANSWERS = st.recursive(
    SINGLE,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(KEYS | st.tuples(KEYS, KEYS), inner, max_size=4)
        | st.lists(inner, max_size=4).map(lambda values: pd.Series(values, dtype=object))
        | st.lists(inner, max_size=4).map(array_or_list)
        | st.dictionaries(KEYS, st.lists(inner, min_size=2, max_size=2), max_size=3).map(frame_or_dict)
        | inner.map(lambda value: lambda *inputs: value)
        | inner.map(lambda value: lambda users, licences: {"value": value}[users[0]])
    ),
    max_leaves=6,
)


@pytest.mark.filterwarnings("ignore")
@settings(
    deadline=None, derandomize=True, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answer=ANSWERS)
def test_any_answer_to_any_task_gets_one_short_verdict(made_up, answer):
    for task in lesson_tasks("97"):
        result = verdict(task, answer)
        assert result.status in ("right", "unanswered", "wrong", "unusable")
        assert (result.status == "wrong") or not result.mistake_name
        assert result.message.strip() or result.status == "right"
        assert len(result.message) < 600
        assert verdict(task, copy.deepcopy(answer)) == result
