"""Research of all payers and the price level: complete, in one base, and apart from the federal series."""

import shutil
from pathlib import Path

import pytest

from longwave.data import load, unsourced
from tools.datasets import build_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_each_year_stands_once_and_has_a_source():
    rows = load("national_research").set_index("year")
    assert rows.index.tolist() == list(range(1970, 2021))
    assert rows.loc[2012, "deflator_2012"] == 1
    assert not unsourced(rows).any()
    assert rows.index[rows.note == "Estimate"].tolist() == [2020]


def test_prices_and_research_of_two_years_are_those_of_the_table():
    rows = load("national_research").set_index("year")
    assert rows.loc[[1978, 2020], "deflator_2012"].tolist() == [0.35801, 1.13647]
    assert rows.loc[[1978, 2020], "national_rd_billion_usd"].tolist() == [48.7, 708.0]
    assert rows["deflator_2012"].is_monotonic_increasing


def test_federal_basic_research_is_more_than_the_subfunction_that_bears_its_name():
    money = load("federal_research").set_index(["scope", "measure", "fiscal_year"])["million_usd"]
    for year in (1978, 2020):
        whole = money["basic research, all functions", "budget authority", year]
        named = money["subfunction 251: general science and basic research", "budget authority", year]
        assert whole > 2.8 * named


def test_a_year_left_out_is_refused(tmp_path):
    copy = tmp_path / "national_research"
    shutil.copytree(SHIPPED / "national_research", copy)
    path = copy / "raw" / "national.csv"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if not line.startswith("1990")))
    with pytest.raises(ValueError, match="stand once"):
        build_rows(copy)
