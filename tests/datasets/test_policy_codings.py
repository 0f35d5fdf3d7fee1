"""The codings of the ten policies follow from their rules, and the build refuses what cannot be."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load
from longwave.data.rows import read_rows, rows_to_bytes
from longwave.topics.policy_record.models.stages import LEVERS
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_each_coder_codes_nine_of_ten_and_leaves_one_open():
    codings = load("policy_codings")
    assert codings.groupby("coder").size().to_dict() == {"heading": 10, "title": 10}
    assert codings.loc[codings.lever == "", "short_title"].tolist() == ["Innovation Pathway", "Endless Frontier"]
    assert set(codings.lever) - {""} <= set(LEVERS)
    assert "talent" not in set(codings.lever)


def test_a_title_that_stands_twice_gets_one_code_from_each_coder():
    twice = load("policy_codings").query("item <= 2")
    assert twice.groupby("coder").lever.nunique().tolist() == [1, 1]


def test_a_word_that_decides_stands_in_the_title():
    titles = load("policy_record").set_index("item").title
    for row in load("policy_codings").query("coder == 'title'").itertuples():
        assert row.evidence in titles[row.item].split() or (row.evidence, row.lever) == ("", "")


@pytest.mark.parametrize(
    ("name", "column", "value", "says"),
    [
        ("parts", "item", "7", "must be those of policy_record"),
        ("parts", "parts", "四(一)", "'四\\(一\\)' is not a part of 三"),
        ("words", "lever", "money", "names no such lever: money"),
    ],
)
def test_the_build_refuses_what_cannot_be(name, column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    path = copy / f"policy_codings/raw/{name}.csv"
    rows = read_rows(path)
    rows[0][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy / "policy_codings")
