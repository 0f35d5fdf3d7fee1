"""Answers as plain data: what goes in comes out, and nothing else gets through."""

import contextlib
import datetime
import json
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from longwave.teaching.judging.plain import MOST_ITEMS, NotPlainError, pack
from longwave.teaching.judging.unpacking import Thing, unpack
from longwave.topics.cooperative import Game

SCALARS = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.floats(allow_nan=False) | st.text(max_size=8)
KEYS = st.integers() | st.text(max_size=5) | st.tuples(st.text(max_size=2), st.text(max_size=2))
VALUES = st.recursive(
    SCALARS | st.fractions() | st.just(...),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.tuples(inner, inner)
        | st.frozensets(st.integers(), max_size=4)
        | st.dictionaries(KEYS, inner, max_size=4)
    ),
    max_leaves=12,
)


def there_and_back(value, keep=None, function=None):
    return unpack(json.loads(json.dumps(pack(value, keep))), function)


@given(VALUES)
def test_built_in_values_come_back_as_they_were(value):
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(
    "value",
    [
        np.float32(0.25),
        np.int64(7),
        np.bool_(True),
        np.str_("a"),
        Decimal("0.1"),
        Fraction(1, 3),
        2 + 3j,
        range(2, 9, 3),
        datetime.date(2026, 11, 27),
        datetime.datetime(2026, 11, 27, 12, 30),
        {1, 2},
        np.longdouble(0.5),
    ],
    ids=lambda value: type(value).__name__,
)
def test_other_scalars_come_back_as_they_were(value):
    back = there_and_back(value)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("kind", ["<f8", "<i4", "|b1", "<U3"])
def test_arrays_keep_their_shape_and_type(kind):
    array = np.array([[0, 1, 2], [3, 4, 5]]).astype(kind)
    back = there_and_back(array)
    assert back.dtype.kind == array.dtype.kind
    assert (back == array).all()
    assert back.shape == (2, 3)


def test_series_and_tables_keep_their_labels():
    series = pd.Series([1.5, np.nan], index=["a", "b"], name="x")
    pd.testing.assert_series_equal(there_and_back(series), series)
    table = pd.DataFrame({"year": [1, 2], "word": ["a", "b"], "share": [0.5, 0.25]}, index=pd.Index([3, 4], name="row"))
    pd.testing.assert_frame_equal(there_and_back(table), table, check_index_type=False)
    deep = pd.Series([1, 2], index=pd.MultiIndex.from_tuples([("a", 1), ("b", 2)], names=["one", "two"]))
    pd.testing.assert_series_equal(there_and_back(deep), deep)
    assert list(there_and_back(pd.DataFrame()).columns) == []


def test_numbers_longer_than_a_float_times_that_are_missing_and_tuples_come_back():
    long, when = np.array([0.5, 0.25], dtype=np.longdouble), [pd.Timestamp(2026, 11, 27), pd.NaT]
    table = pd.DataFrame({"long": long, "when": when})
    back = there_and_back(table)
    assert back["long"].tolist() == [0.5, 0.25]
    assert back["when"].isna().tolist() == [False, True]
    pairs = np.empty(2, dtype=object)
    pairs[0], pairs[1] = (1, 2), (3, 4)
    assert there_and_back(pairs).tolist() == [(1, 2), (3, 4)]


def test_a_game_comes_back():
    game = Game(["A", "B"], [0, 1, 2, 5])
    back = there_and_back(game)
    assert back.players == ("A", "B")
    assert list(back.values) == [0, 1, 2, 5]


def test_a_function_travels_as_a_number_with_its_inputs():
    kept = []

    def keep(function):
        kept.append(function)
        return len(kept) - 1

    told = there_and_back({"f": lambda a, b=2: a}, keep, lambda *about: about)
    assert told == {"f": (0, "<lambda>", [["a", 1, False], ["b", 1, True]])}


class Odd:
    """Equal to everything, and a number if asked."""

    def __eq__(self, other):
        return True

    __hash__ = object.__hash__

    def __float__(self):
        return 0.25

    def __reduce__(self):
        return (print, ("run",))


class AlwaysRight(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


def test_an_object_that_is_no_data_becomes_an_inert_thing_with_its_types_name():
    back = there_and_back(Odd())
    assert isinstance(back, Thing)
    assert type(back).__name__ == "Odd"
    assert back != 0.25


def test_a_number_that_equals_everything_becomes_the_plain_number():
    back = there_and_back(AlwaysRight(9))
    assert type(back) is float
    assert back == 9
    assert back != 0.25


def test_endless_deep_and_huge_answers_are_refused():
    loop = []
    loop.append(loop)
    for value in (loop, [0] * (MOST_ITEMS + 1), 10**5000, Fraction(1, 10**5000)):
        with pytest.raises(NotPlainError):
            pack(value, None)


@pytest.mark.parametrize(
    "data",
    [
        ["os"],
        ["numpy", "O", 1],
        ["array", [2], "<f8", [1]],
        ["array", [1], "V9", [1]],
        ["array", [2, 9], "<f8", [["range", [0, 9, 1]], ["range", [0, 9, 1]]]],
        ["series", "<f8", [1], ["index", [0], [None]]],
        ["dict", [[["list", []], 1]]],
        ["Fraction", "1/0"],
        ["Fraction", "1e999999999"],
        ["range", [0, 10**12, 1]],
        ["range", [0, 10, 0]],
        {"a": 1},
        [],
        ["list", 3],
        ["frame", None, None, None],
        ["game", ["list", ["A"]], ["list", [5]]],
    ],
    ids=json.dumps,
)
def test_what_pack_cannot_have_given_is_refused(data):
    with pytest.raises(NotPlainError):
        unpack(data, None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)
TAGS = st.sampled_from(["list", "dict", "numpy", "array", "series", "frame", "index", "game", "thing", "range", "str"])


@given(st.lists(JSON, max_size=4), TAGS)
def test_any_forged_data_is_refused_or_harmless(parts, tag):
    with contextlib.suppress(NotPlainError):
        unpack([tag, *parts], None)
