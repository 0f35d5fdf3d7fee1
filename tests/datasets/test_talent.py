"""The sets of lesson 22: policies, students, oil and classes; each build refuses what cannot be."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load
from longwave.data.rows import read_rows, rows_to_bytes
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_nineteen_are_named_and_seven_are_candidates():
    policies = load("talent_policies")
    assert policies.named_in.value_counts().to_dict() == {"text": 19, "candidate": 7}
    assert policies.policy_id.tolist() == [f"T{n:02d}" for n in range(1, 20)] + [f"C{n:02d}" for n in range(1, 8)]


def test_the_gaps_are_figure_3_and_two_phrases_that_name_nothing():
    gaps = load("talent_policies").query("evidence == 'gap'").set_index("policy_id")
    assert gaps.index.tolist() == ["T04", "T08", "T14"]
    assert gaps.loc["T08", "claim_id"] == "003-051"
    assert (gaps[["matched", "says", "source_ids"]] == "").all(axis=None)


def test_each_passage_of_the_part_and_each_claim_but_two_has_a_row():
    policies, passages, claims = load("talent_policies"), load("passages"), load("claims")
    mine = passages[(passages.lesson == "22-talent") & passages.section.isin(["三(三)", "图3"])]
    assert set(mine.passage_id) - set(policies.passage_id) == {"003-p049"}
    assert set(claims[claims.lesson == "22-talent"].claim_id) - set(policies.claim_id) == {"003-041"}


def test_graduates_and_oil_are_as_published():
    students = load("us_engineering_graduates").set_index(["year", "series_break"])
    assert students.loc[(2014, "new"), ["all_engineering", "petroleum"]].tolist() == [164488, 2056]
    assert students.loc[(1997, ""), "petroleum"] == 561
    assert load("oil_price").set_index("year")["brent_usd_a_barrel"].loc[[1980, 2008]].tolist() == [37.892, 97.636]


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "says"),
    [
        ("talent_policies", 3, "says", "Something", "a gap has no match"),
        ("talent_policies", 0, "source_ids", "", "what is no gap has"),
        ("talent_policies", 0, "claim_id", "003-999", "no such passage or claim"),
        ("talent_policies", -1, "passage_id", "003-p050", "a candidate stands on the lost figure"),
        ("us_engineering_graduates", 3, "petroleum", "68000", "1978: four fields have more students than all"),
        ("us_engineering_graduates", 33, "series_break", "old", "A year is missing"),
        ("oil_price", 0, "brent_usd_a_barrel", "0.1", "1970: 0.1 dollars is no price"),
        ("petroleum_classes", 0, "offers", "500", "1985: the offers give another share"),
        ("petroleum_classes", 1, "source_ids", "", "1986: each class has a source"),
    ],
)
def test_the_build_refuses_what_cannot_be(table, row, column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    path = next((copy / table / "raw").glob("*.csv"), None) or copy / table / f"{table}.csv"
    rows = read_rows(path)
    rows[row][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy / table)
