"""What a student wrote cannot do anything on the page where it is graded, and honest text is shown as it is."""

import time

import nbformat
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import markdown2html_mistune

from longwave.teaching.cells import Cells
from longwave.teaching.grading.graded_notebook import graded_notebook
from longwave.teaching.grading.harmless import harmless
from longwave.teaching.judging.judge import Judgement
from tests.teaching.classroom import LESSON, RIGHT, ROOT, handed_out, written

ATTACKS = [
    "[x](javascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](&#106;avascript&colon;alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](vbscript&colon;a)",
    "[x](<javascript&colon;a>)",
    "[x]\n\n[x]: javascript\\:alert(1)",
    "[x][y]\n\n[y]: <vbscript&colon;a>",
    "[x](data&colon;text/html,a)",
    "[x](JaVaScript&NewLine;&colon;a)",
    "[x](/formgrader/api/grade)",
    "![a](https://example.org/seen.png)",
    "![a][b]\n\n[b]: http://example.org/seen.png",
    "![a](data&colon;image/svg+xml,x)",
    "<a href='javascript:a'>x</a> <img src=x onerror=a>",
    "\\[x](javascript\\:a)",
]
HONEST = [
    "See [the paper](https://example.org/a?b=c) or [write](mailto:ann@example.org).",
    "We take x[0] and y[1] (see table).",
    "a < b & c > d; 3 &lt; 4",
    "![graph](attachment:graph.png)",
    "1. `x = [1, 2](3)`\n2. $\\beta_{[1]}$: fine",
    "时间：[链接](https://example.org)",
]


def addresses(text):
    page = BeautifulSoup(markdown2html_mistune(text.replace("attachment:", "picture/")), "html.parser")
    return [tag.get(name) for name in ("href", "src") for tag in page.find_all(attrs={name: True})], page


def fine(address):
    return address.startswith(("http://", "https://", "mailto:", "#", "picture/"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_link_on_the_page_runs_writes_or_fetches_anything(attack):
    found, page = addresses(harmless(attack))
    assert not [address for address in found if not fine(address)]
    assert not [tag["src"] for tag in page.find_all("img") if not tag["src"].startswith("picture/")]
    assert not page.find_all(["script", "style", "form", "iframe"])


@pytest.mark.parametrize("text", HONEST)
def test_honest_text_is_shown_as_it_was_written(text):
    assert addresses(harmless(text))[1].get_text() == addresses(text)[1].get_text()
    assert sorted(addresses(harmless(text))[0]) == sorted(addresses(text)[0])


PIECES = [
    "[",
    "](",
    ")",
    "]: ",
    "\n",
    "x",
    "javascript",
    "vbscript",
    ":",
    "&colon;",
    "\\",
    "&#58;",
    "<",
    ">",
    "!",
    "data",
    "&Tab;",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_mixture_of_the_pieces_makes_a_link_that_is_not_allowed(text):
    found, _page = addresses(harmless(text))
    assert not [address for address in found if not fine(address)]


def test_a_page_of_brackets_has_none_for_the_renderer_to_try():
    assert "[" not in harmless("[" * 50_000)  # it took the renderer 28 seconds, which grow with the square


@pytest.mark.parametrize(
    "piece",
    ["\\\\(", "\\\\[", "\\begin{a}", "[a](b ", "|a|b|\n|-|-|\n", "*_", "a\n=\n"],
    ids=lambda piece: ascii(piece),
)
def test_no_text_holds_up_grading_or_the_page(piece):
    text = "[x](https://example.org) " + piece * (200_000 // len(piece))
    start = time.process_time()
    shown = harmless(text)
    assert time.process_time() - start < 3
    markdown2html_mistune(shown)
    assert time.process_time() - start < 10


def test_many_formulas_are_shown_as_they_were_written():
    few, many = ("\\begin{aligned}x\\end{aligned}\n" * count for count in (50, 400))
    assert harmless(few) == few
    assert addresses(harmless(many))[1].get_text().count("\\begin{aligned}") == 400


def test_a_submission_is_shown_up_to_a_length_and_says_where_the_rest_is():
    notebook = written(RIGHT, argued="Wait.")
    notebook.cells += [nbformat.v4.new_markdown_cell("[x](https://example.org) " + "y" * 199_000) for _each in range(9)]
    notebook.cells += [nbformat.v4.new_code_cell("z = 1")]
    submitted = Cells(notebook.cells)
    source = nbformat.read(ROOT / "solutions" / LESSON / f"{LESSON}.ipynb", as_version=4)
    cells = graded_notebook(source, handed_out(), submitted, Judgement()).cells
    assert "Wait." in [cell.source for cell in cells]
    added = [cell.source for cell in cells if cell.id.startswith("added-")]
    assert sum(map(len, added)) < 510_000
    assert added[-2].endswith("… The rest is only in the file that was handed in.")
    assert added[-1].strip() == "# … The rest is only in the file that was handed in."
