"""Small made-up courses for the tests of the reader's copy."""

import json
from pathlib import Path

import pytest


def notebook(*sources: str, outputs: tuple = (), metadata: dict | None = None) -> bytes:
    """Return a notebook with one code cell for each source."""
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": {},
            "execution_count": None,
            "outputs": list(outputs),
            "source": source,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, **(metadata or {})}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.fixture(name="notebook")
def notebook_maker():
    """Return the maker of notebooks."""
    return notebook


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course with two lessons, an exercise and a picture."""
    folder = tmp_path / "course"
    (folder / "lessons").mkdir(parents=True)
    (folder / "exercises" / "01-stick").mkdir(parents=True)
    (folder / "lessons" / "00-start-here.ipynb").write_bytes(notebook("1 + 1"))
    (folder / "lessons" / "01-stick.ipynb").write_bytes(notebook("price = 5"))
    (folder / "exercises" / "01-stick" / "01-stick.ipynb").write_bytes(notebook("answer = ..."))
    (folder / "exercises" / "01-stick" / "map.txt").write_text("north")
    return folder
