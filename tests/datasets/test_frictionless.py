"""Every passport is a valid Frictionless Data Package, and its rows keep its schema."""

import shutil
from pathlib import Path

import frictionless

SHIPPED = Path(__file__).parents[2] / "datasets"


def test_frictionless_accepts_the_passport_and_the_rows(dataset, shelf):
    report = frictionless.validate(str(shelf.folder / dataset / "datapackage.json"))
    assert report.flatten(["rowNumber", "fieldName", "type", "message"]) == []
    assert report.valid


def test_frictionless_refuses_a_changed_byte(tmp_path):
    folder = Path(shutil.copytree(SHIPPED / "patent_rates", tmp_path / "patent_rates"))
    path = folder / "patent_rates.csv"
    path.write_bytes(path.read_bytes().replace(b"63.2", b"63.3"))
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert "hash-count" in [type_ for (type_,) in report.flatten(["type"])]
