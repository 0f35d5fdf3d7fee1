import math
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.tasks.answers import UnansweredError, UnusableError, choice_reader, read_number, shown

READ_LETTER = choice_reader(("a", "b", "c"))


class Equal:
    """Equal to everything, with a representation that must not be asked for."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    def __repr__(self):
        raise SystemExit("asked for its representation")

    __float__ = __index__ = __str__ = __repr__


class NoFloat:
    def __float__(self):
        raise RuntimeError("no")


class Liar:
    """Says that it is a float."""

    @property
    def __class__(self):
        return float


class Stubborn(float):
    def __float__(self):
        raise RuntimeError("no")

    def __repr__(self):
        return "x" * 10_000


@pytest.mark.parametrize(
    "answer",
    [
        8,
        8.0,
        Fraction(16, 2),
        Decimal("8.00"),
        np.float64(8),
        np.float32(8),
        np.int8(8),
        np.uint64(8),
        np.array(8),
        np.array([8.0]),
        pd.Series([8]),
        pd.Series([8.0], index=["floor"]),
        pd.Series([8], dtype="Int64"),
        Stubborn(8),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_every_form_of_a_number_is_read(answer):
    assert read_number(answer) == 8.0
    assert type(read_number(answer)) is float


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (True, "True is a truth value"),
        (np.True_, "not a number"),
        (np.array(False), "False is a truth value"),
        ("8", "'8' is text. Drop the quotes."),
        (" 8.5e3 ", "Drop the quotes"),
        ("eight", "'eight' is text, not a number"),
        (None, "`return`"),
        (math.nan, "nan"),
        (np.float64("nan"), "nan"),
        (Decimal("nan"), "nan"),
        (Decimal("sNaN"), "cannot be turned into a float"),
        (math.inf, "infinite"),
        (-math.inf, "infinite"),
        (10**400, "infinite"),
        (1j, "a complex number"),
        ([8], "a list. Pick the one number"),
        ((8, 9), "a tuple. Pick the one number"),
        ({"a": 8}, "a dict. Pick the one number"),
        ({8}, "a set. Pick the one number"),
        (np.array([8, 9]), "an array of several numbers"),
        (pd.Series([8, 9]), "several numbers"),
        (pd.DataFrame({"a": [8]}), "a table. Pick the one number"),
        (len, "Call it"),
        (int, "Call it"),
        (pd.NaT, "NaTType"),
        (Equal(), "an object of type Equal"),
        (NoFloat(), "an object of type NoFloat"),
        (Liar(), "an object of type Liar"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_is_no_number_is_told_by_what_it_is(answer, words):
    with pytest.raises(UnusableError) as raised:
        read_number(answer)
    assert words in str(raised.value)


@pytest.mark.parametrize("answer", [..., np.array(..., dtype=object), pd.Series([...])])
def test_an_ellipsis_is_not_an_answer_yet(answer):
    with pytest.raises(UnansweredError):
        read_number(answer)


@settings(deadline=None, derandomize=True)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_read_as_it_is(number):
    for form in (number, np.float64(number), Decimal(number), Fraction(number), pd.Series([number])):
        assert read_number(form) == number


@pytest.mark.parametrize("answer", ["b", "B", " b ", "b)", "(b)", "b.", np.str_("b")])
def test_a_letter_is_read_in_either_case_and_with_what_stands_around_it(answer):
    assert READ_LETTER(answer) == "b"
    assert type(READ_LETTER(answer)) is str


@pytest.mark.parametrize("answer", ["d", "", "bb", "the second", 2, True, None, ["b"], Equal()])
def test_what_is_no_letter_is_told_which_letters_there_are(answer):
    with pytest.raises(UnusableError, match='"a", "b", "c"'):
        READ_LETTER(answer)


def test_long_values_are_cut_and_unknown_ones_are_only_named():
    assert len(shown("x" * 10**6)) < 70
    assert shown(Equal()) == "an object of type Equal"
    assert shown(Stubborn(2.5)) == "2.5"
    assert shown(10**5000) == "an object of type int"
    assert shown(type("Long" * 1000, (), {})()).endswith("Long" * 10)
    assert shown("\x1b[31mred") == "'\\x1b[31mred'"
