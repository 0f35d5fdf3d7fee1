"""A lesson after Run All: what it shows, and whether everybody can read it."""

import pytest

from tools.notebook_page import run_all, use_theme

DRAWING = "svg.marks, canvas.marks"
ERROR = "[data-mime-type='application/vnd.jupyter.error'], [data-mime-type='application/vnd.jupyter.stderr']"


@pytest.fixture(scope="module")
def page(open_copy, slug):
    """The lesson after Run All, unanswered."""
    page = open_copy(slug, f"run-{slug}")
    run_all(page)
    return page


def test_an_unanswered_lesson_runs_to_its_end_without_an_error(page):
    assert page.locator(ERROR).all_text_contents() == []
    counts = page.locator(".jp-CodeCell .jp-InputPrompt").all_text_contents()
    filled = [count for count in counts if count.strip("[]: ")]
    assert [count.strip("[]: ") for count in filled] == [str(number + 1) for number in range(len(filled))]
    assert len(filled) >= 12


def test_every_panel_of_a_lesson_is_drawn(page):
    panels = page.locator(".longwave-panel")
    panels.first.wait_for()
    for panel in panels.all():
        panel.locator(DRAWING).wait_for()
        assert panel.get_by_role("slider").or_(panel.get_by_role("combobox")).count() > 0
    assert "Error displaying widget" not in page.locator(".jp-Notebook").text_content()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_no_grave_fault_in_a_lesson_that_was_run(page, grave_faults, theme):
    page.locator(".longwave-panel").locator(DRAWING).first.wait_for()
    use_theme(page, theme)
    assert grave_faults(page) == []
