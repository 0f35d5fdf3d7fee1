"""The evidence on small firms: each number with its unit and one source, and the build refuses what cannot be."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load, passport
from longwave.data.rows import read_rows, rows_to_bytes
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_a_finding_in_words_has_no_number():
    rows = load("small_firm_evidence").set_index("evidence_id")
    assert rows.index[rows.value.isna()].tolist() == ["growth-1997", "growth-2002", "venture-2"]
    assert rows.loc["phase-2", "value"] / rows.loc["phase-1", "value"] == pytest.approx(6.67, abs=0.01)


def test_no_text_has_the_printed_number_of_service_points():
    rows = load("small_firm_evidence")
    claims = load("claims").set_index("claim_id")
    assert claims.loc["003-071", "printed_value"] == "385"
    assert not (rows.value == 385).any()


def test_the_passport_says_what_counts_do_not_show():
    assert "not what it does" in str(passport("small_firm_evidence"))


@pytest.mark.parametrize(
    ("row", "column", "value", "says"),
    [
        (0, "unit", "", "a value has a unit"),
        (15, "value", "3", "a value has a unit"),
        (13, "value", "140", "at most 100 per cent"),
        (0, "source_ids", "", "one source"),
        (0, "source_ids", "JARMIN95;JARMIN99", "one source"),
    ],
)
def test_the_build_refuses_what_cannot_be(row, column, value, says, tmp_path):
    copy = Path(shutil.copytree(SHIPPED / "small_firm_evidence", tmp_path / "small_firm_evidence"))
    path = next((copy / "raw").glob("*.csv"))
    rows = read_rows(path)
    rows[row][column] = value
    path.write_bytes(rows_to_bytes(rows))
    with pytest.raises(ValueError, match=says):
        build_rows(copy)
