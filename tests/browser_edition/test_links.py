"""The way from a page to the same notebook in the browser edition, and what the how-to says of it."""

import json
from dataclasses import replace

import pytest

from tools.browser_edition.compiled import import_statements
from tools.browser_edition.lite import SHORTCUTS, config, overrides
from tools.browser_edition.opened import texts
from tools.browser_edition.serve import POLICY
from tools.files import ROOT
from tools.site.lists import front_page
from tools.site.notebook import Panels, page_of
from tools.site.pages import find_course

LESSON = "lessons/20-manufacturing-usa.ipynb"
SHEET = "exercises/20-manufacturing-usa/20-manufacturing-usa.ipynb"


@pytest.fixture(scope="module")
def course():
    return find_course(["20"], runs=True)


def page(name, course):
    notebook = json.loads((ROOT / name).read_text("utf-8"))
    return "".join("".join(cell["source"]) for cell in page_of(notebook, name, course, Panels())["cells"])


@pytest.mark.parametrize(("name", "up"), [(LESSON, "../"), (SHEET, "../../")])
def test_a_page_leads_to_the_same_notebook(name, up, course):
    assert f'href="{up}run/index.html#{name}">Run it here</a>' in page(name, course)


@pytest.mark.parametrize("name", [LESSON, SHEET])
def test_a_site_without_the_edition_has_no_such_link(name, course):
    assert "run/index.html" not in page(name, replace(course, runs=False))


def test_the_front_page_leads_to_the_first_lesson(course):
    assert f'href="run/index.html#{LESSON}"' in front_page(course, "")
    assert "run/index.html" not in front_page(replace(course, runs=False), "")


def test_the_policy_that_the_how_to_gives_is_the_one_that_was_tried():
    text = (ROOT / "docs/how-to/reading-site.md").read_text("utf-8")
    assert f"Content-Security-Policy: {POLICY}" in text


def test_the_kernel_asks_no_index_and_keeps_progress_where_the_notebooks_are():
    kernel = config()["jupyter-config-data"]["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["disablePyPIFallback"] is True
    assert "://" not in json.dumps(kernel)
    assert kernel["loadPyodideOptions"]["env"]["LONGWAVE_HOME"].startswith("/drive/")


def test_the_shortcuts_that_take_the_arrows_from_sliders_are_off():
    shortcuts = overrides()["@jupyterlab/shortcuts-extension:shortcuts"]["shortcuts"]
    assert {entry["command"] for entry in shortcuts if entry["disabled"]} == set(SHORTCUTS.values())


def test_the_imports_of_notebooks_are_found_once_each():
    statements = import_statements([ROOT / LESSON, ROOT / LESSON]).splitlines()
    assert "from longwave.lesson import lesson" in statements
    assert len(statements) == len(set(statements))


def test_what_a_cell_prints_is_read_piece_by_piece_also_after_a_table():
    table = {"output_type": "display_data", "data": {"text/html": ["<b>", "1</b>"], "image/png": "x"}}
    pieces = [{"output_type": "stream", "name": "stdout", "text": text} for text in (["a", "b"], "c")]
    assert texts({"outputs": [table, *pieces]}) == [{"text/html": "<b>1</b>"}, ("stdout", "abc")]
