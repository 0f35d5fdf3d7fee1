"""Rules on how a lesson is built: its parts, its length, and what its code cells hold."""

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from nbformat import NotebookNode

from longwave.teaching.meeting.minutes import word_count
from tools.lint.reading import Finding, calls, code_cells, first_argument, heading, markdown_cells, rule, without_code

# The parts that every lesson has. One is a cell whose id is the word, or begins with it and a hyphen: `check-floor`.
PARTS = ("setup", "check", "summary", "references", "next")
WORDS = range(1200, 2701)
MOST_WORDS_IN_A_CELL = 90
MOST_LINES, MEDIAN_LINES = 15, 4
CHECKS, SENTENCES = 3, 3
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RANDOM_ID = re.compile(r"(?=[a-f]*\d)[0-9a-f]{8}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def part_cells(notebook: NotebookNode, part: str) -> list[int]:
    """Return the positions of the cells that belong to a part by their ids."""
    return [place for place, cell in enumerate(notebook.cells) if (cell.id + "-").startswith(part + "-")]


def section_cells(notebook: NotebookNode, part: str) -> list[NotebookNode]:
    """Return the cells from a part's first cell to the first cell of the next part."""
    starts = {name: places[0] for name in PARTS if (places := part_cells(notebook, name))}
    if part not in starts:
        return []
    later = [place for place in starts.values() if place > starts[part]]
    cells: list[NotebookNode] = notebook.cells[starts[part] : min(later, default=len(notebook.cells))]
    return cells


@rule
def cell_ids(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each cell has an id made by a person: lowercase words joined by hyphens, once in the notebook."""
    seen: set[str] = set()
    for cell in notebook.cells:
        if not _ID.fullmatch(cell.id) or _RANDOM_ID.fullmatch(cell.id) or not re.search(r"[a-z]{2}", cell.id):
            yield cell.id, "give the cell an id of lowercase words joined by hyphens, such as predict-floor"
        if cell.id in seen:
            yield cell.id, "two cells have this id; rename one"
        seen.add(cell.id)


@rule
def title_question(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The first cell begins with the title, a question, as the only heading of level 1."""
    first = notebook.cells[0]
    if not first.source.startswith("# ") or not heading(first).endswith("?"):
        yield first.id, "begin the first cell with the title as a question: # Who can keep how much?"
    for cell in markdown_cells(notebook):
        if cell is not first and re.search(r"^# ", without_code(cell.source), re.M):
            yield cell.id, "only the title is a heading of level 1; use ## here"


@rule
def headings_open_cells(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A heading of level 2 is the first line of its cell, because a section begins there."""
    for cell in markdown_cells(notebook):
        if re.search(r"\n## ", without_code(cell.source)):
            yield cell.id, "split the cell so that the ## heading is its first line"


@rule
def setup_first(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """The first code cell has the id `setup` and calls lesson() with the notebook's slug."""
    first = code_cells(notebook)[:1]
    if not first or first[0].id != "setup":
        yield "setup", "make the first code cell the setup cell, with the id setup"
    elif [first_argument(call) for call in calls(first[0], "lesson")] != [path.stem]:
        yield "setup", f'call lesson("{path.stem}") once in the setup cell'


@rule
def three_checks(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The part "Check yourself" asks three questions, each with one call of check()."""
    count = sum(len(calls(cell, "check")) for cell in section_cells(notebook, "check") if cell.cell_type == "code")
    if count != CHECKS:
        yield "check", f"ask {CHECKS} questions here, each with one check(); there are {count}"


@rule
def three_sentences(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The summary is three sentences."""
    prose = " ".join(cell.source for cell in section_cells(notebook, "summary") if cell.cell_type == "markdown")
    prose = re.sub(r"^#+ .*$", "", prose, flags=re.M)
    count = len(re.findall(r"[.?](?=[\s*_)\"”]|$)", prose))
    if prose and count != SENTENCES:
        yield "summary", f"say it in {SENTENCES} sentences; there are {count}"


@rule
def code_lines(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Code cells have a median of at most 4 lines, and none has more than 15."""
    lengths = {cell.id: sum(bool(line.strip()) for line in cell.source.splitlines()) for cell in code_cells(notebook)}
    for cell, length in lengths.items():
        if length > MOST_LINES:
            yield cell, f"move code into the library or split the cell: {length} lines, at most {MOST_LINES}"
    if lengths and median(lengths.values()) > MEDIAN_LINES:
        middle = median(lengths.values())
        yield "-", f"shorten code cells: the median is {middle:g} lines, at most {MEDIAN_LINES}"


@rule
def markdown_length(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A Markdown cell has at most 90 words."""
    for cell in markdown_cells(notebook):
        if (count := word_count(cell.source)) > MOST_WORDS_IN_A_CELL:
            yield cell.id, f"split or shorten the cell: {count} words, at most {MOST_WORDS_IN_A_CELL}"


@rule
def lesson_length(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A lesson has 1,200 to 2,700 words of Markdown."""
    if (count := sum(word_count(cell.source) for cell in markdown_cells(notebook))) not in WORDS:
        yield "-", f"a lesson has {WORDS[0]:,} to {WORDS[-1]:,} words of prose; this one has {count:,}"
