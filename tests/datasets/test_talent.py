"""The training policies: gaps are empty, the rest has a source, and the build refuses what cannot be."""

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


def test_a_figure_names_where_it_was_read():
    figures = load("talent_figures").set_index("figure_id")
    assert figures.loc["pay-2010", ["value", "source_ids"]].tolist() == [86220, "PSMAG11"]
    assert not (figures.seen == "").any()


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "says"),
    [
        ("talent_policies", 3, "says", "Something", "a gap has no match"),
        ("talent_policies", 0, "source_ids", "", "what is no gap has"),
        ("talent_policies", 0, "claim_id", "003-999", "no such passage or claim"),
        ("talent_policies", -1, "passage_id", "003-p050", "a candidate stands on the lost figure"),
        ("talent_figures", 5, "value", "175", "at most 100 per cent"),
        ("talent_figures", 0, "source_ids", "PSMAG11;REUT13", "one source"),
    ],
)
def test_the_build_refuses_what_cannot_be(table, row, column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    path = next((copy / table / "raw").glob("*.csv"))
    rows = read_rows(path)
    rows[row][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy / table)
