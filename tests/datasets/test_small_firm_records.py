"""The two records of lesson 23: the build refuses what cannot be."""

import shutil
from pathlib import Path

import pytest

from longwave.data.rows import read_rows, rows_to_bytes
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


@pytest.mark.parametrize(
    ("name", "row", "column", "value", "says"),
    [
        ("card_krueger", 4, "row", "6", "not numbered from 1 to 410"),
        ("card_krueger", 0, "new_jersey", "1", "Not 331 restaurants"),
        ("card_krueger", 67, "managers_after", "1", "closed for good, and has staff"),
        ("training_grants", 1, "year", "1989", "a year is missing"),
        ("training_grants", 0, "grant", "1", "a grant in 1987"),
        ("training_grants", 9, "scrap_per_100", "", "53 firms tell"),
    ],
)
def test_the_build_refuses_what_cannot_be(name, row, column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED / name, tmp_path / name))
    path = copy / f"{name}.csv"
    rows = read_rows(path)
    if name == "training_grants" and column == "scrap_per_100":
        row = next(place for place, one in enumerate(rows) if one[column] and one["firm"] == "410523")
    rows[row][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy)
