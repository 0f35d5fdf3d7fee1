"""A lesson that a reader saved and opens again, when its kernel is gone."""

import json

import pytest

from tools.notebook_page import cell, command, open_notebook, run_all, stop_kernel

LESSON = "02-who-captures-value"
VEGA, VIEW = "application/vnd.vegalite.v5+json", "application/vnd.jupyter.widget-view+json"


def chart_cells(notebook: dict) -> list[str]:
    """Return the ids of the cells that hold a chart."""
    cells = notebook["cells"]
    return [each["id"] for each in cells if any(VEGA in output.get("data", {}) for output in each.get("outputs", []))]


@pytest.fixture(scope="module")
def page(open_copy, lab):
    """A page on which the lesson was run and saved."""
    page = open_copy(LESSON, "saved")
    run_all(page)
    page.locator(".longwave-panel svg.marks").first.wait_for()
    command(page, "docmanager:save")
    return page


@pytest.fixture
def saved(page, lab) -> dict:
    """The notebook as it lies on the disk."""
    return json.loads((lab.folder / "lessons" / "saved.ipynb").read_text(encoding="utf-8"))


def test_a_readers_save_keeps_the_charts_and_drops_the_widgets(saved, lab):
    shipped = json.loads((lab.folder / "lessons" / f"{LESSON}.ipynb").read_text(encoding="utf-8"))
    assert chart_cells(saved) == chart_cells(shipped)
    panels = [each for each in saved["cells"] if each["id"].startswith("panel-") and "outputs" in each]
    assert panels
    for each in panels:
        assert [output for output in each["outputs"] if VIEW in output["data"]] == []
    assert "widgets" not in saved["metadata"]


def test_a_saved_lesson_shows_its_charts_when_it_is_opened_again(page, lab, saved):
    stop_kernel(page)
    open_notebook(page, lab, "lessons/saved.ipynb")
    for cell_id in chart_cells(saved):
        cell(page, cell_id).locator("svg.marks").wait_for()
    text = page.locator(".jp-Notebook").text_content()
    assert "model not found" not in text
    assert "Error displaying widget" not in text
