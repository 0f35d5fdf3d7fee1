"""The glossary fixes each term of the lessons in two languages."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "lessons").glob("*.ipynb"))
TERM = re.compile(r"\*\*([^*]+)\*\* ?\(([一-鿿—（）]+)\)")


def glossary() -> dict[str, str]:
    lines = (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {english: chinese for english, chinese, *_rest in rows[1:]}


def terms(path: Path) -> list[tuple[str, str]]:
    notebook = nbformat.read(path, as_version=4)
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return [(english.lower(), chinese) for english, chinese in TERM.findall(text)]


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_each_term_of_a_lesson_is_in_the_glossary_with_its_chinese(path):
    known = {english.lower(): chinese for english, chinese in glossary().items()}
    assert terms(path), "a lesson fixes at least one term"
    for english, chinese in terms(path):
        assert known.get(english) == chinese, english


def test_the_glossary_is_in_order_and_says_each_term_once():
    names = list(glossary())
    assert names == sorted(set(names), key=str.lower)
