"""Loading: types, errors, speed, and no network."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from longwave.data import (
    ChangedDatasetError,
    UnknownDatasetError,
    catalogue,
    describe,
    load,
    names,
    passport,
    shelf,
    verdict_counts,
)

SHIPPED = Path(__file__).parents[2] / "datasets"
CLAIMS = passport("claims").rows


@pytest.fixture
def copied(tmp_path, monkeypatch) -> Path:
    """A copy of the datasets that `load` reads instead of the shipped ones."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "datasets"))
    monkeypatch.setattr(shelf, "datasets_folder", lambda: folder)
    return folder


@pytest.mark.parametrize("name", names())
def test_every_dataset_loads_with_the_columns_and_types_of_its_passport(name):
    frame, fields = load(name), shelf.read_descriptor(name)["resources"][0]["schema"]["fields"]
    assert list(frame.columns) == [field["name"] for field in fields]
    for field in fields:
        column = frame[field["name"]]
        if field["type"] == "string":
            assert column.map(type).eq(str).all(), field["name"]
        elif field["type"] == "integer":
            assert pd.api.types.is_integer_dtype(column), field["name"]
        elif field["type"] == "boolean":
            assert pd.api.types.is_bool_dtype(column), field["name"]
        else:
            assert column.dtype == "float64", field["name"]
    assert frame.attrs["dataset"] == name


def test_the_network_is_not_touched(monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("load opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    assert len(load("claims")) == CLAIMS


def test_load_works_from_another_folder(tmp_path):
    code = "from longwave.data import load; print(len(load('claims')))"
    environment = {**os.environ, "PYTHONPATH": str(SHIPPED.parent / "src")}
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.stdout.strip() == str(CLAIMS), result.stderr


def test_an_installed_package_reads_the_datasets_that_it_carries(tmp_path):
    package = tmp_path / "site-packages/longwave"
    shutil.copytree(SHIPPED.parent / "src/longwave", package, ignore=shutil.ignore_patterns("static", "__pycache__"))
    shutil.copytree(SHIPPED, package / "course/datasets")
    code = "from longwave.data import load, shelf; print(shelf.datasets_folder()); print(len(load('claims')))"
    environment = {**os.environ, "PYTHONPATH": str(package.parent)}
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.stdout.splitlines() == [str(package / "course/datasets"), str(CLAIMS)], result.stderr


def test_importing_the_package_loads_no_pandas():
    code = "import sys, longwave, longwave.i18n; print('pandas' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(SHIPPED.parent / "src")}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert result.stdout.strip() == "False", result.stderr


def test_a_bad_name_lists_the_near_ones():
    with pytest.raises(UnknownDatasetError, match="no dataset “institute_tabel2”. Near names: institutes_table2"):
        load("institute_tabel2")
    with pytest.raises(UnknownDatasetError, match="The datasets are: alliance_events, bass_durables, bass_sales"):
        load("zzz")


def test_a_name_that_leaves_the_folder_is_a_bad_name():
    with pytest.raises(UnknownDatasetError):
        load("../datasets/claims")


def test_a_changed_byte_is_an_error_that_names_the_file_and_the_cure(copied):
    path = copied / "claims/claims.csv"
    path.write_bytes(path.read_bytes().replace(b"wrong", b"right", 1))
    with pytest.raises(ChangedDatasetError) as caught:
        load("claims")
    assert str(path) in str(caught.value)
    assert "git checkout -- datasets/claims" in str(caught.value)
    assert len(load("sources")) > 100


def test_a_missing_file_is_an_error_that_names_the_file(copied):
    (copied / "claims/claims.csv").unlink()
    with pytest.raises(ChangedDatasetError, match=r"claims\.csv is missing"):
        load("claims")


def test_in_a_notebook_an_error_is_its_message_alone():
    error = UnknownDatasetError("There is no dataset.")
    assert error._render_traceback_() == ["There is no dataset."]
    assert isinstance(error, ValueError)


@pytest.mark.parametrize("name", names())
def test_describe_gives_meaning_unit_and_type_of_each_column(name):
    columns = describe(name)
    assert columns.columns.tolist() == ["column", "meaning", "unit", "type"]
    assert columns.column.tolist() == load(name).columns.tolist()
    assert columns.meaning.str.len().gt(3).all()
    numbers = columns[columns.type.isin(["integer", "number"])]
    assert numbers.unit.ne("").all()


def test_the_catalogue_names_every_dataset_and_marks_the_live_one():
    lines = catalogue().splitlines()
    assert [line.split()[0] for line in lines] == names()
    assert [line.split()[0] for line in lines if line.endswith("(can be refreshed)")] == ["us_manufacturing"]


def test_counts_come_most_frequent_first_and_a_set_without_marks_has_none():
    counts = verdict_counts("claims")
    assert counts.is_monotonic_decreasing
    assert counts.index.name == "verdict"
    assert verdict_counts("federal_research").empty
