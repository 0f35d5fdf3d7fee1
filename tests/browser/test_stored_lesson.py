"""A lesson as it is opened, before anything is run."""

import json

import pytest

from tools.notebook_page import cell, use_theme

VEGA = "application/vnd.vegalite.v5+json"
DRAWING = "svg.marks, canvas.marks"
TROUBLE = ("model not found", "Error displaying", "Javascript Error", "Error rendering", "Loading widget")


@pytest.fixture(scope="module")
def page(open_copy, slug):
    """The lesson, opened and not run."""
    return open_copy(slug, f"stored-{slug}")


@pytest.fixture(scope="module")
def chart_cells(lab, slug) -> dict[str, str]:
    """The alt text of each stored chart, by the id of its cell."""
    notebook = json.loads((lab.folder / "lessons" / f"{slug}.ipynb").read_text(encoding="utf-8"))
    return {
        each["id"]: output["data"][VEGA]["description"]
        for each in notebook["cells"]
        for output in each.get("outputs", [])
        if VEGA in output.get("data", {})
    }


def test_an_unrun_lesson_shows_its_charts_as_drawings_with_their_alt_text(page, chart_cells):
    assert chart_cells
    for cell_id, description in chart_cells.items():
        outputs = cell(page, cell_id).locator(".jp-OutputArea-output")
        outputs.locator(DRAWING).wait_for()
        assert outputs.locator("[aria-label]").first.get_attribute("aria-label") == description
        assert description in outputs.locator(".longwave-alt").text_content()


def test_an_unrun_lesson_shows_no_error(page, chart_cells):
    cell(page, list(chart_cells)[-1]).locator(DRAWING).wait_for()
    text = page.locator(".jp-Notebook").inner_text()
    assert [words for words in TROUBLE if words in text] == []
    assert page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert page.locator(".jp-OutputArea-output .longwave-panel").count() == 0


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_no_grave_fault_in_a_stored_lesson(page, chart_cells, grave_faults, theme):
    use_theme(page, theme)
    for cell_id in chart_cells:
        cell(page, cell_id).locator(DRAWING).wait_for()
    assert grave_faults(page) == []
