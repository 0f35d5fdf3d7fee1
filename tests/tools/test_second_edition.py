"""Each rule of the second edition takes a lesson that follows it, and names the remedy for one that does not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tools.lint import edition, rules_for

PATH = Path("lessons/02-made-up.ipynb")
LONG = "A licence that only one factory may buy makes the other one bid against it. "


def lesson() -> NotebookNode:
    """Return a small lesson that follows the rules of the second edition."""
    cells = [
        new_markdown_cell("# Who can keep how much?", id="title"),
        new_code_cell('lesson("02-made-up")', id="setup"),
        new_code_cell('passages("02-made-up")', id="paper"),
        new_markdown_cell(f"## Why a second licence removes your floor\n\n{LONG * 6}", id="floor"),
        new_code_cell('predict("02-guess-floor", ...)', id="guess-floor"),
        new_code_cell('reveal("02-guess-floor")', id="reveal-floor"),
        new_code_cell('predict("02-guess-share", ...)', id="guess-share"),
        new_code_cell('game = ...\ncheck("02-line", game)', id="line"),
        *(new_code_cell(f"bids[{number}]", id=f"bid-{number}") for number in range(12)),
        new_markdown_cell("## Check yourself", id="check"),
        new_code_cell('answer = ...\ncheck("02-quiz", answer)', id="quiz"),
        new_markdown_cell(f"## Summary\n\n{LONG}", id="summary"),
        new_markdown_cell("## References\n\n- One.\n- Two.\n- Three.†", id="references"),
        new_markdown_cell(f"## Next\n\n{LONG}", id="next"),
    ]
    return from_dict(new_notebook(cells=cells, metadata={"longwave": {"slug": "02-made-up", "edition": 2}}))


def cell(notebook: NotebookNode, name: str) -> NotebookNode:
    return next(one for one in notebook.cells if one.id == name)


def source(name: str, text: str) -> Callable[[NotebookNode], None]:
    return lambda notebook: cell(notebook, name).update(source=text)


def drop(*names: str) -> Callable[[NotebookNode], None]:
    return lambda notebook: notebook.update(cells=[one for one in notebook.cells if one.id not in names])


CASES = [
    (edition.closing_parts, drop("next"), "-", "Check yourself, Summary, References, Next"),
    (edition.own_headings, source("floor", f"## The puzzle\n\n{LONG * 6}"), "floor", "name what this section is about"),
    (edition.paper_in_view, source("paper", 'passages("03-other")'), "setup", 'passages("02-made-up")'),
    (edition.paper_in_view, drop("paper"), "setup", "show the paper"),
    (edition.guesses_kept, drop("guess-share"), "-", "2 guesses or more"),
    (edition.readers_line, source("line", 'check("02-line", 3)'), "-", "leave one key line to the reader"),
    (edition.own_code_cells, drop("bid-3", "bid-4"), "-", "12 to 25 code cells; there are 11"),
    (edition.no_ids_in_prose, source("floor", f"{LONG * 6} As 003-046 says, it holds."), "floor", "take 003-046 out"),
    (edition.no_ids_in_prose, source("floor", f"{LONG * 6} The column source_ids is empty."), "floor", "source_ids"),
    (edition.plain_sentences, source("floor", "It counts. It is small. It is not all."), "-", "join short sentences"),
    (edition.opened_sources, source("floor", f"{LONG * 6} Shapley† said so."), "floor", "open the source"),
    (edition.opened_sources, source("references", "## References\n\n- One.†\n- Two."), "references", "1 of 2"),
]


@pytest.mark.parametrize(("rule", "break_it", "where", "remedy"), CASES)
def test_a_rule_names_the_remedy(rule, break_it, where, remedy):
    notebook = lesson()
    assert rule(notebook, PATH) == []
    break_it(notebook)
    found = rule(notebook, PATH)
    assert any(one.cell == where and remedy in one.remedy for one in found), [str(one) for one in found]


def test_every_rule_of_the_edition_has_a_lesson_that_breaks_it():
    assert {case[0] for case in CASES} == set(edition.SECOND_EDITION)


def test_the_edition_decides_which_rules_hold():
    notebook = lesson()
    assert set(edition.SECOND_EDITION) < set(rules_for(notebook, PATH))
    del notebook.metadata.longwave["edition"]
    assert not set(edition.SECOND_EDITION) & set(rules_for(notebook, PATH))


def test_code_links_and_tables_may_hold_ids():
    notebook = lesson()
    cell(notebook, "floor").source = f"{LONG * 6} Call `load_all(x)` or [see it](a_file.md).\n\n| 003-046 | a_column |"
    assert edition.no_ids_in_prose(notebook, PATH) == []
