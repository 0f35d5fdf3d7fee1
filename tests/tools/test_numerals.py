"""What counts as a numeral of the prose, and what counts as its source."""

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tools.lint.numerals import numerals, numerals_from_cells


def found(markdown: str) -> list[str]:
    return [numeral.text for numeral in numerals(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("The pie is 2,600, then 2600.5.", ["2,600", "2600.5"]),
        ("It falls from 8 to −0.22 and .5.", ["8", "0.22", ".5"]),
        ("About 56 % of it, or 56 per cent.", ["56 %", "56 per cent"]),
        ("The share is 2/3.", ["2/3"]),
        ("A 47-year wave of 8–10 units", ["47", "8", "10"]),
        ("In $2^{n} + 10 = 18$ the sum", ["2", "10", "18"]),
        ("**8** and *10*", ["8", "10"]),
        ("In 1996 there were 3 firms", ["1996", "3"]),
        ("since March 1986", ["1986"]),
        ("at 100% (of 250 firms)", ["100%", "250"]),
    ],
)
def test_a_quantity_is_a_numeral(markdown, expected):
    assert found(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "two users and one licence",
        "`bids = [10, 8]` and ```\n12\n```",
        "$x^2 + y_1 + z_{12}$",
        "1. first\n2. second\n**3.** third",
        "MacDonald and Ryall (2004) and Shapley, 1953, and Teece et al. 1986a",
        "(MacDonald and Ryall, 2004.) (1996) (Teece 1986, 2018; Henkel)",
        "See lesson 02, lessons 02 and 03, Table 2, fig. 1, section 4 and question 3.",
        "| [00](00-start-here.ipynb) | [lesson 01](01-value-stick.ipynb) |",
        "Paper 000 一(一), 003 三(二), 二(一)2",
        "5G, L1 and user2, version 1.2.3",
        "<!-- 7 --> ![words](picture7.png) <https://example.org/7>",
    ],
)
def test_a_code_span_citation_pointer_or_name_is_none(markdown):
    assert found(markdown) == []


def section(prose: str, source: str = "value", *outputs: NotebookNode, minutes: int = 60) -> NotebookNode:
    """Return a notebook with one section: a sentence and a cell."""
    title = new_markdown_cell("# Why?\n\nThis takes 60 minutes.", id="title")
    cells = [
        new_markdown_cell(f"## Here\n\n{prose}", id="here"),
        new_code_cell(source, id="value", outputs=list(outputs)),
    ]
    return new_notebook(cells=[title, *cells], metadata={"longwave": {"minutes": minutes}})


def text(shown: str) -> NotebookNode:
    return new_output("execute_result", {"text/plain": shown})


@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        ("The pie is 2,600.", "2600.0"),
        ("It is 8.33.", "8.333333"),
        ("It is about 8.", "8.333333"),
        ("It loses 8.", "change   -8.0"),
        ("It is 56 %.", "0.5627"),
        ("It is 2/3.", "0.6667"),
        ("It is 2/3.", "2 of 3"),
        ("It is 0.5.", ".5"),
        ("It is 0.00001.", "1e-05"),
        ("Nothing, 0, is sure.", "0.0"),
        ("It is 18,100 million.", "18,100"),
    ],
)
def test_prose_may_round_and_group_what_an_output_shows(prose, shown, tmp_path):
    assert numerals_from_cells(section(prose, "value", text(shown)), tmp_path) == []


@pytest.mark.parametrize(
    ("prose", "shown"),
    [
        ("It is 8.34.", "8.333333"),
        ("It is 2,600.", "2612"),
        ("It is 0.", "0.3"),
        ("It is 2/3.", "0.7"),
        ("It is 5 %.", "0.5"),
        ("It is 8.333.", "8.3"),
    ],
)
def test_prose_may_not_say_more_or_other_than_the_output(prose, shown, tmp_path):
    assert len(numerals_from_cells(section(prose, "value", text(shown)), tmp_path)) == 1


def test_a_number_in_the_code_beside_counts_unrounded(tmp_path):
    assert numerals_from_cells(section("It is 1,200.", "price = 1_200"), tmp_path) == []
    assert len(numerals_from_cells(section("It is 8.3.", "price = 8.33"), tmp_path)) == 1


def test_a_number_of_another_section_does_not_count(tmp_path):
    notebook = section("It is 9.", "value", text("9"))
    notebook.cells.append(new_markdown_cell("## There\n\nIt is 9 again.", id="there"))
    assert [violation.cell for violation in numerals_from_cells(notebook, tmp_path)] == ["there"]


def test_chart_rows_do_not_count_but_title_and_page_do(tmp_path):
    specification = {"title": "It falls to 7", "data": {"name": "a", "values": [{"b": 31}]}}
    page = '<style>.a {width: 44px}</style><table border="55"><td>12</td></table>'
    outputs = [
        new_output("display_data", {"application/vnd.vegalite.v5+json": specification, "text/plain": "From 8"}),
        new_output("display_data", {"text/html": page}),
    ]
    assert numerals_from_cells(section("From 8 to 7, then 12.", "value", *outputs), tmp_path) == []
    found_here = numerals_from_cells(section("It is 31, 44 and 55.", "value", *outputs), tmp_path)
    assert [violation.remedy[:15] for violation in found_here] == ["show 31, 44, 55"]


def test_the_title_states_the_minutes_of_the_metadata(tmp_path):
    assert numerals_from_cells(section("Words.", minutes=60), tmp_path) == []
    assert [violation.cell for violation in numerals_from_cells(section("Words.", minutes=55), tmp_path)] == ["title"]
