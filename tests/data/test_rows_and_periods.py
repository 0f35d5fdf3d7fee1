"""Text rows keep their bytes, and vague dates become years by one rule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longwave.data.periods import year_bounds
from longwave.data.rows import read_rows, rows_to_bytes, split_after

CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=20)


@settings(deadline=None, derandomize=True)
@given(cells=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_rows_come_back_from_a_file_as_they_went_in(cells, tmp_path_factory):
    rows = [{"first": first, "second": second} for first, second in cells]
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    path.write_bytes(rows_to_bytes(rows))
    assert read_rows(path) == rows
    assert b"\r" not in path.read_bytes()


def test_a_row_with_too_few_or_too_many_cells_is_refused_with_its_line(tmp_path):
    path = tmp_path / "rows.csv"
    for line in ("1", "1,2,3"):
        path.write_text(f"a,b\n1,2\n{line}\n", encoding="utf-8")
        with pytest.raises(ValueError, match=r"rows\.csv, line 3"):
            read_rows(path)


def test_a_row_splits_behind_a_column():
    assert split_after({"a": "1", "b": "2"}, "b") == ({"a": "1", "b": "2"}, {})


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("", (None, None)),
        ("1948", (1948, 1948)),
        ("c.1764", (1764, 1764)),
        ("1780s", (1780, 1789)),
        ("early 1780s", (1780, 1783)),
        ("mid 1780s", (1784, 1786)),
        ("end of 1780s", (1787, 1789)),
        ("1770s-early 1780s", (1770, 1783)),
        ("1770s-1780s", (1770, 1789)),
        ("2020s?", (2020, 2029)),
        ("2001-", (2001, None)),
    ],
)
def test_a_vague_date_becomes_its_first_and_last_year(text, bounds):
    assert year_bounds(text) == bounds


@pytest.mark.parametrize("text", ["about 1780", "178", "17th century", "1780-nineties"])
def test_a_date_that_the_rule_does_not_cover_is_refused(text):
    with pytest.raises(ValueError, match="is no year, decade"):
        year_bounds(text)
