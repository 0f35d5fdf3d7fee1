"""The reference holds every name that a notebook imports, its examples are true, and its links lead somewhere."""

import ast
import doctest
import json
import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "reference"
PAGES = sorted(FOLDER.glob("*.md"))
ENTRY = re.compile(r"^### `(\w+)`\n(.*?)^Module: \[`([\w.]+)`\]", re.M | re.S)
EXAMPLE = re.compile(r"^```pycon\n(.*?)^```", re.M | re.S)
FENCE = re.compile(r"^```.*?^```", re.M | re.S)


def entries(page: Path) -> dict[str, tuple[str, str]]:
    """Return for each name of a page the text of its entry and its module."""
    return {name: (text, module) for name, text, module in ENTRY.findall(page.read_text("utf-8"))}


def imported(notebook: Path) -> set[tuple[str, str]]:
    """Return what a notebook imports from the course: pairs of a module and a name."""
    sources = [
        "".join(cell["source"])
        for cell in json.loads(notebook.read_text("utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    nodes = [node for code in sources for node in ast.walk(ast.parse(code)) if isinstance(node, ast.ImportFrom)]
    return {
        (node.module, name.name)
        for node in nodes
        if node.module and node.module.split(".")[0] == "longwave"
        for name in node.names
    }


def test_every_name_that_a_notebook_imports_has_an_entry(notebook_file):
    known = {page.stem: entries(page) for page in PAGES}
    names = imported(notebook_file)
    assert names
    for module, name in names:
        pages = [module.split(".")[-1]] if module.startswith("longwave.topics.") else list(known)
        modules = [known[page][name][1] for page in pages if name in known[page]]
        assert any(path == module or path.startswith(f"{module}.") for path in modules), f"{module}.{name}"


@pytest.mark.parametrize("page", [page for page in PAGES if entries(page)], ids=lambda page: page.stem)
def test_the_examples_of_a_page_are_true(page):
    runner = doctest.DocTestRunner(verbose=False)
    for name, (text, module) in entries(page).items():
        names = dict(vars(import_module(module)))
        example = doctest.DocTestParser().get_doctest("\n".join(EXAMPLE.findall(text)), names, name, page.name, None)
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0


def test_pages_hold_many_examples():
    assert sum(len(EXAMPLE.findall(page.read_text("utf-8"))) for page in PAGES) > 200


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_link_of_a_page_leads_to_a_file_and_a_heading(page):
    text = FENCE.sub("", page.read_text("utf-8"))
    for target, anchor in re.findall(r"\]\(([^)#\s]*)#?([^)\s]*)\)", text):
        file = (page.parent / target).resolve() if target else page
        assert file.exists(), target
        if anchor:
            assert anchor in {name.lower() for name in entries(file)}, f"{target}#{anchor}"
