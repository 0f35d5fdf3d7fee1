"""Each source that a model or a lesson cites by author and year is in references.bib."""

import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
TOPICS = ROOT / "src" / "longwave" / "topics"
MODELS = sorted([*TOPICS.glob("*/models.py"), *TOPICS.glob("*/models/[!_]*.py")])
CITATION = re.compile(r"([A-Z][\w'’]+)((?:, (?:[A-Z]\. ?)*[A-Z]?[\w'’]*)*(?: and [\w'’, .]+)?)[†]? \((\d{4})\)")


def bibliography() -> set[tuple[str, str]]:
    """Return each author's last name, of a double name its last part, with the year of the work."""
    text = (ROOT / "src" / "longwave" / "references.bib").read_text("utf-8")
    known = set()
    for authors, year in re.findall(r"author = \{([^}]*)\}, year = \{(\d{4})\}", text):
        known |= {(re.split("[ -]", author.split(",")[0])[-1], year) for author in authors.split(" and ")}
    return known


def cited(text: str) -> set[tuple[str, str]]:
    return {(match[1], match[3]) for match in CITATION.finditer(text)}


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.relative_to(TOPICS).as_posix())
def test_the_sources_of_a_model_are_in_the_bibliography(path):
    assert not cited(path.read_text("utf-8")) - bibliography()


@pytest.mark.parametrize("path", sorted((ROOT / "lessons").glob("*.ipynb")), ids=lambda path: path.stem)
def test_the_sources_of_a_lesson_are_in_the_bibliography(path):
    cells = nbformat.read(path, as_version=4).cells
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert not cited(text) - bibliography()


def test_citations_are_found_at_all():
    assert cited("MacDonald and Ryall (2004) say") == {("MacDonald", "2004")}
    assert cited("- Porter, M. (1985). *Competitive") == {("Porter", "1985")}
