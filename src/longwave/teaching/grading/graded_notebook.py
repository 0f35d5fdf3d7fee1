"""The graded notebook of a student: the course's cells, the student's answers, and what came of each, as plain text.

It is built from the course's own notebook, so that nothing a student did to cells, names or metadata is in it.
formgrader shows it, and a person grades the argued tasks there.
"""

import re
from urllib.parse import unquote

import nbformat
from nbformat import NotebookNode

from longwave.i18n import _
from longwave.marks import name_of
from longwave.teaching.cells import Cell, Cells, is_answer, is_argued, is_code
from longwave.teaching.grading.harmless import harmless
from longwave.teaching.grading.stray import is_left_open, stand_in, strays
from longwave.teaching.judging.caller import CellReport
from longwave.teaching.judging.judge import Judgement
from longwave.teaching.notebooks import new_cell, new_notebook

Pictures = dict[str, dict[str, str]]  # the data of each by its kind, in base 64, by the names of the pictures
_WRITTEN = "longwave"  # in the metadata of a cell
LONGEST_ANSWER, LONGEST_NOTEBOOK = 200_000, 500_000  # characters of one cell, and of all: formgrader renders them
_MENTIONED = re.compile(r"attachment\\?(?::|&colon;)((?:\([^\s()]*\)|[^\s()<>\"'])*)")


def graded_notebook(source: NotebookNode, copy: NotebookNode, submitted: Cells, found: Judgement) -> NotebookNode:
    """Return the notebook to store.

    Args:
        source: the course's notebook, with the tests.
        copy: what students got, with nbgrader's checksums.
        submitted: what the student handed in.
        found: what came of it.
    """
    given = Cells(copy.cells)
    elsewhere = strays(given, submitted)
    used: set[int] = set()
    cells, left = [], LONGEST_NOTEBOOK
    for cell in source.cells:
        name = name_of(cell)
        place, stub = submitted.place(name), given.find(name)
        if not is_answer(cell):
            cells.append(_ours(cell, found))
        elif elsewhere and is_argued(cell) and is_left_open(stub, submitted):
            written = stand_in(stub, elsewhere)
            cells.append(_answer(stub, written, None, left))
            left -= _length(written)
        elif place < 0:
            cells.append(_clean(stub, stub["source"]))
        else:
            cells.append(_answer(stub, submitted.all[place], found.outputs.get(place), left))
            left -= _length(submitted.all[place])
        used.add(place)
    for place, (name, cell) in enumerate(submitted):
        if place not in used and cell["cell_type"] in ("code", "markdown") and name not in given:
            form = new_cell(cell["cell_type"], "", f"added-{place}")
            cells.append(_answer(form, cell, found.outputs.get(place), left))
            left -= _length(cell)
    return new_notebook(cells, dict(source.metadata))


def _ours(cell: Cell, found: Judgement) -> NotebookNode:
    """Return a cell of the course's, with what came of its test."""
    own = _clean(cell, cell["source"])
    outcome = found.outcomes.get(name_of(cell))
    if is_code(cell) and outcome is not None and not outcome.passed:
        words = outcome.message or status_words().get(outcome.status, "")
        own.outputs = [nbformat.v4.new_output("error", ename="NotRight", evalue=words, traceback=[words])]
    return own


def status_words() -> dict[str, str]:
    """Return what to say about a status that has no message of its own."""
    return {
        "other numbers": _("Right for the visible check, but not for other inputs."),
        "wrong": _("Not right."),
        "stopped": _("Stopped."),
    }


def _length(cell: Cell) -> int:
    return min(LONGEST_ANSWER, len(cell["source"]))


def _answer(form: Cell, cell: Cell, report: CellReport | None, left: int) -> NotebookNode:
    """Return a student's cell in the course's form: harmless text, and the text that it printed.

    `left` are the characters that may still be shown.
    """
    source, most = cell["source"], max(0, min(LONGEST_ANSWER, left))
    rest = _("… The rest is only in the file that was handed in.") if len(source) > most else ""
    end = f"\n\n{'# ' if is_code(form) else ''}{rest}" if rest else ""
    source = source[: max(0, most - len(end))] + end
    if not is_code(form):
        text, pictures = with_pictures(harmless(source), cell.get("attachments", {}))
        own = _clean(form, text)
        own.attachments = pictures
        own.metadata[_WRITTEN] = {"written": source}
        return own
    own = _clean(form, source)
    if report and report["output"]:
        own.outputs.append(nbformat.v4.new_output("stream", name="stdout", text=report["output"]))
    if report and report["error"]:
        name, words = report["error"]
        own.outputs.append(nbformat.v4.new_output("error", ename=name, evalue=words, traceback=[f"{name}: {words}"]))
    return own


def written_in(cell: Cell) -> str:
    """Return the text of a cell as the student typed it, before it was made harmless for formgrader."""
    kept = cell["metadata"].get(_WRITTEN)
    text = kept.get("written") if isinstance(kept, dict) else None
    return text if isinstance(text, str) else str(cell.get("source", ""))


def _clean(cell: Cell, source: str) -> NotebookNode:
    return new_cell(cell["cell_type"], source, cell["id"], dict(cell["metadata"]))


def with_pictures(markdown: str, pictures: Pictures) -> tuple[str, Pictures]:
    """Return Markdown that mentions only pictures that are there, and these, under plain names.

    formgrader shows no page at all if a text mentions one that is not there: an SVG that was taken away, or a name with
    a blank, which the text has in another form.

    >>> with_pictures("![a](attachment:a%20b.png) ![c](attachment:c.svg)", {"a b.png": {"image/png": "AA=="}})
    ('![a](attachment:picture-1) ![c](attachment c.svg)', {'picture-1': {'image/png': 'AA=='}})
    """
    names = {name: f"picture-{number}" for number, name in enumerate(pictures, 1)}

    def mentioned(found: re.Match[str]) -> str:
        name = names.get(found[1]) or names.get(unquote(found[1]))
        return f"attachment:{name}" if name else f"attachment {found[1]}"

    return _MENTIONED.sub(mentioned, markdown), {names[name]: pictures[name] for name in names}
