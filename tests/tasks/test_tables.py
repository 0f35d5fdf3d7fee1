import time

import pandas as pd
import pytest

from longwave.tasks.answers import UnansweredError, UnusableError
from longwave.tasks.tables import table_reader

read_table = table_reader(("price", "kind"), "firm")
ROWS = {"north": {"price": 8.0, "kind": "lead"}, "south": {"price": 5.0, "kind": "follow"}}


@pytest.mark.parametrize(
    "answer",
    [
        pd.DataFrame({"firm": ["south", "north"], "kind": ["follow", "lead"], "price": [5, 8]}),
        pd.DataFrame({"price": [8, 5], "kind": ["lead", "follow"]}, index=pd.Index(["north", "south"], name="firm")),
        [{"firm": "north", "price": 8, "kind": "lead"}, {"firm": "south", "price": 5, "kind": "follow"}],
        {"firm": ["north", "south"], "price": [8, 5], "kind": ["lead", "follow"]},
    ],
)
def test_a_table_is_read_in_every_form_and_order(answer):
    assert read_table(answer) == ROWS


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (pd.DataFrame({"firm": ["n"], "price": [1]}), "columns are missing: kind"),
        (pd.DataFrame({"firm": ["n", "n"], "price": [1, 2], "kind": ["a", "b"]}), "names a row twice"),
        (pd.DataFrame({"firm": ["n"], "price": [None], "kind": ["a"]}), "At price of n: This is None"),
        (pd.DataFrame({"firm": ["n"], "price": [float("nan")], "kind": ["a"]}), "At price of n: This is nan"),
        ({"firm": ["n"], "price": [1, 2]}, "differ in length"),
        (8, "This is an object of type int."),
    ],
)
def test_a_table_that_cannot_be_used_is_told_why(answer, words):
    with pytest.raises(UnusableError) as raised:
        read_table(answer)
    assert words in str(raised.value)


def test_a_table_is_not_answered_while_a_cell_is_an_ellipsis():
    with pytest.raises(UnansweredError, match="price"):
        read_table({"firm": ["n"], "price": [...], "kind": ["a"]})


ONE_ROW = pd.DataFrame({"firm": ["n"], "price": [1.0], "kind": ["a"]})
MILLION = 10**6


@pytest.mark.parametrize(
    ("answer", "column"),
    [
        (pd.concat([ONE_ROW, ONE_ROW[["price"]]], axis=1), "price"),
        (pd.concat([ONE_ROW, ONE_ROW[["firm"]]], axis=1), "firm"),
        (pd.concat([ONE_ROW.set_index("firm")] * 2, axis=1), "price, kind"),
        (ONE_ROW.set_index([pd.Index(["n"], name="firm")] * 2).drop(columns="firm"), "firm"),
    ],
)
def test_columns_that_are_there_twice_are_named(answer, column):
    with pytest.raises(UnusableError, match=f"These columns are there twice: {column}."):
        read_table(answer)


def test_a_column_that_nobody_reads_may_be_there_twice():
    extra = pd.DataFrame([[1, 2]], columns=["note", "note"])
    assert read_table(pd.concat([ONE_ROW, extra], axis=1)) == {"n": {"price": 1.0, "kind": "a"}}


@pytest.mark.parametrize(
    "answer",
    [
        pd.DataFrame({"firm": range(MILLION), "price": range(MILLION), "kind": range(MILLION)}),
        [{"firm": "n", "price": 1, "kind": "a"}] * MILLION,
        {"firm": range(MILLION), "price": [1] * MILLION, "kind": [1] * MILLION},
        dict.fromkeys(range(MILLION), [1]),
    ],
    ids=["frame", "rows", "columns", "wide"],
)
def test_a_million_rows_are_refused_at_once(answer):
    start = time.process_time()
    with pytest.raises(UnusableError, match="1,000,000 rows or columns"):
        read_table(answer)
    assert time.process_time() - start < 0.5
