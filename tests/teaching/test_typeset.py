"""What a page shows of a text: what was typed, escaped once, with formulas that can be read."""

import re
from types import SimpleNamespace

import pytest

from longwave.tasks.feedback import marked_up
from longwave.teaching.folder.rules import Rules
from longwave.teaching.grading.results import Result
from longwave.teaching.returning.feedback import student_page
from longwave.teaching.returning.marks import Mark, Marks
from longwave.teaching.returning.typeset import MOST_FORMULAS, typeset
from tests.teaching.test_argued_elsewhere import ANSWER, cell_of, graded

PIXEL = "R0lGODlhAQABAAAAACwAAAAAAQABAAA="


def shown(tmp_path, text, **attachments):
    """Return the page of a student who wrote a text for the argued task."""
    from longwave.teaching.cells import Cells

    def write(notebook):
        cell_of(notebook, ANSWER).source = text
        cell_of(notebook, ANSWER).attachments = {name: {kind: PIXEL} for name, kind in attachments.items()}

    notebook, _notes = graded(write, tmp_path)
    marks = Marks({"18-argued-index": Mark(None, 4.0)})
    course = SimpleNamespace(
        rules=Rules(), deadlines={}, deadline=lambda student, lesson: None, solution=lambda lesson: tmp_path / "none"
    )
    return student_page(
        course, Result("ann", "18-co-evolution", "graded"), marks, "Ann", Cells(notebook.cells)
    ).decode()


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("a<b and data: text", "a&lt;b and data: text"),
        ("&lt; & &#60;", "&amp;lt; &amp; &amp;#60;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("costs $5, not $6", "costs $5, not $6"),
    ],
)
def test_an_answer_is_shown_as_it_was_typed(tmp_path, typed, html):
    page = shown(tmp_path, typed)
    assert f">{html}</pre>" in page


def test_formulas_of_an_answer_and_of_the_course_are_drawn():
    drawn = str(typeset(r"so $\frac{1}{2}$ of it, and $$x^2$$ `n`", marked_up))
    assert drawn.count("<math") == 2
    assert "<mfrac>" in drawn
    assert "frac{" not in drawn
    assert "<code" in drawn


@pytest.mark.parametrize(
    "formula",
    [
        r"\href{javascript:alert(1)}{x}", r"\text{<script>alert(1)</script>}", r"\class{x}{y}", r"\style{color:red}{y}",
        r"{{{{{{", r"\begin{matrix}", r"\left(", "{" * 300,
    ],
)  # fmt: skip
def test_no_formula_leads_anywhere_or_breaks_the_page(formula):
    drawn = str(typeset(f"see ${formula}$ there"))
    assert not re.search(r"<(?!/?m[a-z]+)|href=|style=|class=", drawn)
    assert drawn.startswith("see ")
    assert drawn.endswith(" there")


def test_more_formulas_than_a_person_writes_stay_as_they_were_typed():
    drawn = str(typeset("$x$ " * (MOST_FORMULAS + 5)))
    assert drawn.count("<math") == MOST_FORMULAS
    assert drawn.count("$x$") == 5


@pytest.mark.parametrize("kind", ["image/png", "image/jpeg", "image/gif", "image/webp"])
def test_the_pictures_of_an_answer_are_on_the_page(tmp_path, kind):
    page = shown(tmp_path, "![x](attachment:own)", own=kind)
    assert f'<img src="data:{kind};base64,{PIXEL}" alt="A picture in your answer">' in page
    assert "img-src data:" in page


def test_a_drawing_that_could_hold_a_script_is_not(tmp_path):
    assert "<img" not in shown(tmp_path, "![x](attachment:own)", own="image/svg+xml")
