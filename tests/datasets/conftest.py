"""The folder of datasets under test: the shipped one, or a copy named by LONGWAVE_TEST_DATASETS.

`test_faults.py` plants a fault in a copy, runs a test of `test_shipped.py` on it, and expects it to fail.
"""

import json
import os
import shutil
from pathlib import Path

import pytest

from longwave.data.rows import Row, read_rows

SHIPPED = Path(__file__).parents[2] / "datasets"


class Shelf:
    """Rows, passports and fields of a folder of datasets."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names = sorted(path.parent.name for path in folder.glob("*/datapackage.json"))

    def descriptor(self, name: str) -> dict:
        """The passport of a dataset."""
        return json.loads((self.folder / name / "datapackage.json").read_text(encoding="utf-8"))

    def fields(self, name: str) -> list[dict]:
        """The columns of a dataset as its passport describes them."""
        return self.descriptor(name)["resources"][0]["schema"]["fields"]

    def rows(self, name: str) -> list[Row]:
        """The rows of a dataset, as text."""
        return read_rows(self.folder / name / f"{name}.csv")


SHELF = Shelf(Path(os.environ.get("LONGWAVE_TEST_DATASETS", SHIPPED)))


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """The datasets under test."""
    return SHELF


@pytest.fixture
def copied_shelf(tmp_path: Path) -> Shelf:
    """A copy of the shipped datasets, to plant a fault in."""
    return Shelf(Path(shutil.copytree(SHIPPED, tmp_path / "datasets")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `dataset` once for each dataset."""
    if "dataset" in metafunc.fixturenames:
        metafunc.parametrize("dataset", SHELF.names)
