"""Tests, and each notebook of a test run, get a reader's folder of their own, never that of a person."""

import os
import tempfile
from pathlib import Path

import pytest

_folders = tempfile.TemporaryDirectory(prefix="longwave-tests-")
_of_tests = Path(_folders.name, "tests")
_of_notebooks: dict[Path, Path] = {}


def _use(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    os.environ["LONGWAVE_HOME"] = str(folder)


# Before collection: importing a test module may already read the environment.
_use(_of_tests)
os.environ["LONGWAVE_LANGUAGE"] = "en"


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Choose the folder before a notebook's kernel starts, so that it has a fresh one, like a new reader."""
    if item.path.suffix == ".ipynb":
        _use(_of_notebooks.setdefault(item.path, Path(_folders.name, f"notebook-{len(_of_notebooks)}")))
    else:
        _use(_of_tests)


def pytest_unconfigure() -> None:
    """Remove the folders."""
    _folders.cleanup()
