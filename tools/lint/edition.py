"""Rules of the second edition: a guess that is kept, the paper in view, headings of one's own, plain sentences.

They hold for lessons whose metadata say `edition: 2`, which each lesson of the course does.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from tools.lint.reading import Finding, calls, code_cells, first_argument, heading, markdown_cells, rule, without_code

COMMON_HEADINGS = ("Check yourself", "Summary", "References", "Next")
# What headings of the first edition were called: they name a slot, and a reader of many lessons sees the template.
SLOTS = frozenset(
    ("The puzzle", "The idea", "By hand, then by code", "Predict, then move", "The data", "The data and its limits")
    + ("What the model misses", "The panel", "The rival", "What would decide")
)
OWN_CODE_CELLS = range(12, 26)  # those that do more than keep a guess, check an answer or show the paper
GUESSES = 2
SHORT, MOST_SHORT = 6, 0.2  # words; share of sentences
_LEDGER_ID = re.compile(r"\b00[03]-p?\d{2,3}\b")
_COLUMN = re.compile(r"(?<![\w/.])[a-z]+(?:_[a-z0-9]+)+(?![\w/.])")
_FORMULA = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$", re.S)
_LINK_TEXT = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_UNOPENED = "†"


def is_second(notebook: NotebookNode) -> bool:
    """Return whether a notebook is a lesson of the second edition."""
    return bool(notebook.metadata.get("longwave", {}).get("edition") == 2)


def prose_of(cell: NotebookNode) -> str:
    """Return the sentences of a Markdown cell: no code, formulas, headings, tables or addresses."""
    text = _LINK_TEXT.sub(r"\1", _FORMULA.sub(" ", without_code(cell.source)))
    return re.sub(r"^(#|\||-|\d+\.).*$", " ", text, flags=re.M)


@rule
def closing_parts(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The last sections are Check yourself, Summary, References and Next, in this order."""
    found = [heading(cell) for cell in markdown_cells(notebook) if cell.source.startswith("## ")]
    if tuple(found[-len(COMMON_HEADINGS) :]) != COMMON_HEADINGS:
        yield "-", f"end the lesson with the sections {', '.join(COMMON_HEADINGS)}"


@rule
def own_headings(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A heading names the thing that the section is about, not the slot that it fills."""
    for cell in markdown_cells(notebook):
        if cell.source.startswith("##") and heading(cell) in SLOTS:
            yield cell.id, "name what this section is about, such as: ## Why a second licence removes your floor"


@rule
def paper_in_view(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """The code cell after the set-up shows what the papers say: passages() with the lesson's slug."""
    second = code_cells(notebook)[1:2]
    if not second or [first_argument(call) for call in calls(second[0], "passages")] != [path.stem]:
        yield "setup", f'after the set-up cell, show the paper: passages("{path.stem}")'


@rule
def guesses_kept(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The reader keeps at least two guesses."""
    kept = [call for cell in code_cells(notebook) for call in calls(cell, "predict")]
    if len(kept) < GUESSES:
        yield "-", f"let the reader keep {GUESSES} guesses or more by predict(); there are {len(kept)}"


@rule
def readers_line(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """One line of code before the closing questions is the reader's: a cell with `= ...` and a check()."""
    for cell in notebook.cells:
        if heading(cell) == COMMON_HEADINGS[0]:
            break
        if cell.cell_type == "code" and re.search(r"= \.\.\.$", cell.source, re.M) and calls(cell, "check"):
            return
    yield "-", "leave one key line to the reader: `name = ...`, and a check() below it"


@rule
def own_code_cells(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A lesson has 12 to 25 code cells beside those that keep a guess, check an answer or show the paper."""
    helpers = ("predict", "reveal", "check", "passages")
    own = [cell for cell in code_cells(notebook) if not any(calls(cell, name) for name in helpers)]
    if len(own) not in OWN_CODE_CELLS:
        yield "-", f"use {OWN_CODE_CELLS[0]} to {OWN_CODE_CELLS[-1]} code cells; there are {len(own)}"


@rule
def no_ids_in_prose(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Ids of claims and passages, and names of columns and files, are in tables and captions, not in sentences."""
    for cell in markdown_cells(notebook):
        for found in [*_LEDGER_ID.finditer(prose_of(cell)), *_COLUMN.finditer(prose_of(cell))]:
            yield cell.id, f"take {found[0]} out of the sentence; a table or the folded card can show it"


@rule
def plain_sentences(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """At most one sentence in five has fewer than six words."""
    cells = [cell for cell in markdown_cells(notebook) if heading(cell) != "References"]
    text = " ".join(prose_of(cell) for cell in cells)
    sentences = [part for part in re.split(r"(?<=[.?:])\s+", text) if re.search(r"\w", part)]
    short = [part for part in sentences if len(part.split()) < SHORT]
    if sentences and len(short) > MOST_SHORT * len(sentences):
        share = len(short) / len(sentences)
        yield "-", f"join short sentences: {share:.0%} have fewer than {SHORT} words, at most {MOST_SHORT:.0%}"


@rule
def opened_sources(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """At most a third of the references are unopened (†), and no sentence outside the references rests on one."""
    for cell in markdown_cells(notebook):
        if heading(cell) != "References" and _UNOPENED in cell.source:
            yield cell.id, "open the source, rest the point on one that is open, or cut the point"
        if heading(cell) == "References":
            entries = [line for line in cell.source.splitlines() if line.startswith("- ")]
            unopened = sum(_UNOPENED in line for line in entries)
            if 3 * unopened > len(entries):
                yield cell.id, f"open more of the sources: {unopened} of {len(entries)} are marked as not opened"


SECOND_EDITION = (
    closing_parts,
    own_headings,
    paper_in_view,
    guesses_kept,
    readers_line,
    own_code_cells,
    no_ids_in_prose,
    plain_sentences,
    opened_sources,
)
