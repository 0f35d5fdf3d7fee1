"""A build refuses raw rows that cannot be right, and says which."""

import shutil
from pathlib import Path

import pytest

from longwave.data.rows import Row, read_rows, rows_to_bytes
from tools.datasets import build_rows, filled_descriptor, main

SHIPPED = Path(__file__).parents[2] / "datasets"


def edited(tmp_path: Path, name: str, file: str, column: str, value: str, row: int = 0) -> Path:
    """Return a copy of a dataset's folder with one raw cell changed."""
    folder = Path(shutil.copytree(SHIPPED / name, tmp_path / name))
    path = next(path for path in (folder / "raw" / file, folder / file) if path.is_file())
    rows = read_rows(path)
    rows[row][column] = value
    path.write_bytes(rows_to_bytes(rows))
    return folder


@pytest.mark.parametrize(
    ("name", "file", "column", "value", "says"),
    [
        ("institutes_table2", "table2.csv", "money_decoded", "6.5 / 6.9", "America Makes: the decoded pair"),
        ("institutes", "institutes.csv", "latitude_degrees", "28.0", "do not lie in OH"),
        ("institutes", "institutes.csv", "longitude_degrees", "80.6495", "do not lie in OH"),
        ("sources", "sources.csv", "source_id", "PAPER003", "stand twice: PAPER003"),
        ("revolutions_table1", "table1.csv", "repaired", "十八世纪", "holds text that the table does not print"),
        ("revolutions_table1", "table1.csv", "repair_status", "improved", "is not one of"),
        ("policy_record", "policies.csv", "stage", "law", "must stand together"),
        ("patent_rates", "rates.csv", "percent", "632", "is no share"),
        ("institute_network", "network.csv", "unit", "projects", "stands with two units"),
        ("bass_sales", "sales.csv", "year", "1940", "a year is missing"),
        ("household_adoption", "household_adoption.csv", "year", "1916", "two shares for one year"),
        ("federal_research", "authority.csv", "fiscal_year", "1971", "stands twice"),
        ("part_one_cases", "part_one_cases.csv", "verdict", "confirmed", "so it is reported and not confirmed"),
        ("part_one_cases", "part_one_cases.csv", "told_by", "a friend", "which is none of"),
        ("china_digital_economy", "economy.csv", "digital_industries_trillion_yuan", "9", None),
    ],
)
def test_a_build_refuses_a_raw_row_that_cannot_be_right(name, file, column, value, says, tmp_path):
    folder = edited(tmp_path, name, file, column, value)
    if says is None:  # one part alone says nothing; with the other it must add up
        assert build_rows(folder)
        folder = edited(tmp_path / "both", name, file, column, value, row=5)
        says = "do not add up"
    with pytest.raises(ValueError, match=says):
        build_rows(folder)


def test_two_addresses_of_one_paper_are_not_two_sources(tmp_path):
    file = "part_one_cases.csv"
    place = next(i for i, row in enumerate(read_rows(SHIPPED / "part_one_cases" / file)) if row["fact_id"] == "03-labs")
    folder = edited(tmp_path, "part_one_cases", file, "told_by", "two apart", row=place)
    with pytest.raises(ValueError, match="are not two addresses of one paper"):
        build_rows(folder)


def test_a_ledger_row_with_an_unknown_lesson_stops_the_syllabus(tmp_path):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    raw = copy / "passages/passages.csv"
    raw.write_text(raw.read_text(encoding="utf-8").replace("12-diffusion", "12-contagion"), encoding="utf-8")
    with pytest.raises(ValueError, match="no such lesson: 12-contagion"):
        build_rows(copy / "syllabus")


def test_a_passport_refuses_a_source_that_does_not_exist():
    rows: list[Row] = [{"decoding_status": "verified", "source_ids": "NOWHERE"}]
    with pytest.raises(ValueError, match="these source ids do not exist: NOWHERE, PAPER003"):
        filled_descriptor(SHIPPED / "institutes_table2/datapackage.json", rows, b"", sources={})


def test_check_writes_nothing_and_names_what_is_out_of_date(tmp_path, monkeypatch, capsys):
    copy = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    monkeypatch.setattr("tools.datasets.DATASETS", copy)
    assert main(["--check"]) == 0
    (copy / "README.md").write_text("old", encoding="utf-8")
    assert main(["--check"]) == 1
    assert (copy / "README.md").read_text(encoding="utf-8") == "old"
    assert "README.md" in capsys.readouterr().out
    assert main([]) == 0
    assert (copy / "README.md").read_bytes() == (SHIPPED / "README.md").read_bytes()
