"""The money of bill and law: parts add up, and the two agree where the announcement was rounded."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load
from longwave.data.rows import read_rows, rows_to_bytes
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_bill_and_law_hold_the_same_and_the_print_fits_neither():
    money = load("bill_money")
    sums = money[money.topic == "chips and wireless"].groupby("text").billion_usd.sum().round(6)
    assert sums["bill as announced"] == 53.5
    assert sums["bill by its funds"] == sums["bill by a tracker"] == sums["law of 2022"] == 54.2
    assert sums["paper 003"] == 57


def test_no_parts_of_the_bill_add_up_to_what_is_printed():
    parts = load("bill_money").query("text == 'bill by its funds'").billion_usd.tolist()
    sums = {0.0}
    for part in parts:
        sums |= {round(known + part, 6) for known in sums}
    assert len(parts) == 4
    assert 57 not in sums


@pytest.mark.parametrize(
    ("row", "column", "value", "says"),
    [
        ("bill-main", "billion_usd", "50", "its years add up to 50.2"),
        ("bill-defense", "note", "0.5 in each of five years", "its years add up to 2.5"),
        ("law-chips", "source_ids", "CHIPS22;RCR22", "one source"),
        ("law-chips", "source_ids", "", "one source"),
    ],
)
def test_the_build_refuses_what_cannot_be(row, column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED / "bill_money", tmp_path / "bill_money"))
    path = copy / "raw" / "money.csv"
    rows = read_rows(path)
    next(one for one in rows if one["entry_id"] == row)[column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy)
