"""The coded cases of paper 000: codes that fit together, and passages that exist."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load, passport, taught_by
from longwave.data.rows import read_rows, rows_to_bytes
from longwave.topics.business_models import cohen_kappa
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_twelve_cases_of_which_four_compare_and_none_is_tested():
    cases = load("cases")
    assert len(cases) == 12
    assert (cases.comparison == "yes").sum() == 4
    assert passport("cases").counts == {"said": 6, "compared": 4, "described": 2}
    assert (cases.firm != "").sum() == 6


def test_a_firms_name_tells_nothing_about_a_comparison():
    cases = load("cases").set_index("case")
    named = {case: "yes" if firm else "no" for case, firm in cases.firm.items()}
    assert cohen_kappa(named, cases.comparison) == pytest.approx(0)


def test_with_fan_communities_as_compared_a_name_tells_a_little():
    cases = load("cases").set_index("case")
    named = {case: "yes" if firm else "no" for case, firm in cases.firm.items()}
    other = cases.comparison.to_dict() | {"Fan communities": "yes"}
    assert cohen_kappa(named, other) == pytest.approx(1 / 6)


def test_a_comparison_begins_at_the_third_rung():
    cases = load("cases")
    rungs = ["said", "described", "compared", "measured", "tested"]
    assert ((cases.comparison == "yes") == cases.evidence.map(rungs.index).ge(2)).all()


def test_every_case_can_be_coded_without_the_paper():
    cases = load("cases")
    assert cases.passage.str.split().str.len().min() >= 10
    assert cases.words_zh.str.contains(r"[一-鿿].*\(").all()


def test_every_passage_and_claim_of_the_lesson_on_cases_stands_with_a_case():
    cases, taught = load("cases"), taught_by("10-new-business-models")
    named = {name for row in cases.passage_ids for name in row.split(";")} | set(cases.claim_id)
    # The sentence that orders the three stages is no case.
    assert set(taught.id) - named == {"000-p125"}


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("evidence", "proved", "COSMOPlat: 'proved' is not one of"),
        ("comparison", "yes", "what is only said compares nothing"),
        ("evidence", "tested", "what is tested has a comparison"),
        ("passage_ids", "000-p999", "no such passage or claim: 000-p999"),
        ("claim_id", "000-999", "no such passage or claim: 000-999"),
    ],
)
def test_the_build_refuses_a_code_that_cannot_be_right(column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    path = copy / "cases/raw/cases.csv"
    rows = read_rows(path)
    rows[0][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy / "cases")
