"""Reading a submitted notebook: whatever the file holds, the result is cells of text, or one sentence why not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.marks import name_of, named
from longwave.teaching.cells import Cell, Cells, Known, is_argued, same_text, source_of
from longwave.teaching.folder.notes import quoted
from longwave.teaching.intake.outside import notes_on_pictures
from longwave.teaching.intake.reading import LARGEST, UnreadableError, document_of
from longwave.teaching.notebooks import new_cell

if TYPE_CHECKING:
    from nbformat import NotebookNode

MOST_CELLS = 2000
LONGEST_NAME = 200
LONGEST_ARGUMENT = 200_000  # characters
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
_ORDINARY_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
_BASE_64 = re.compile(r"[A-Za-z0-9+/=\s]+")


@dataclass(frozen=True)
class Submission:
    """What a student handed in: cells that hold only their text and their names, and notes on what is odd in them."""

    cells: Cells
    notes: list[str] = field(default_factory=list)


def read_submission(path: Path, given: Sequence[Cell] = ()) -> Submission:
    """Return a student's submission; its cells have the names of those that were given out, however they are known.

    Raises:
        UnreadableError: if the file cannot be graded.
    """
    document = read_document(path)
    language = _text_at(document, "metadata", "kernelspec", "language") or "python"
    if language.lower() not in ("python", "ipython"):
        sentence = _("The notebook is written for another kernel: {kernel}.")
        raise UnreadableError(sentence.format(kernel=quoted(language[:40])))
    handed_in, known = document["cells"][:MOST_CELLS], Known(given)
    names = known.names(handed_in)
    cells = [_cell(cell, place, name) for place, (cell, name) in enumerate(zip(handed_in, names, strict=True))]
    notes = _settle_names(cells, known) + notes_on_pictures(cells, known.given)
    return Submission(Cells(cells), notes)


def read_document(path: Path) -> dict[str, Any]:
    """Return what a submitted file says: a dictionary with a list of cells, in which anything else can be anything.

    Raises:
        UnreadableError: if there is no such file, if it is too large, or no notebook.
    """
    if path.is_symlink() or not path.is_file():
        raise UnreadableError(_("There is no file."))
    if path.stat().st_size > LARGEST:
        raise UnreadableError(_("The file is larger than {most} MB.").format(most=LARGEST >> 20))
    return document_of(path.read_bytes())


def _text_at(document: Any, *names: str) -> str:
    for name in names:
        document = document.get(name) if type(document) is dict else None
    return document if type(document) is str else ""


def _cell(cell: Any, place: int, name: str) -> "NotebookNode":
    """Return one cell with what can be used of it; anything unexpected becomes an empty text."""
    cell = cell if type(cell) is dict else {}
    text, name = source_of(cell), name[:LONGEST_NAME]
    kept = named(name) if name else {}
    if cell.get("cell_type") == "code":
        return new_cell("code", text, f"cell-{place}", kept)
    own = new_cell("markdown", text, f"cell-{place}", kept)
    own.attachments = _pictures(cell.get("attachments"))
    return own


def _pictures(attachments: Any) -> dict[str, dict[str, str]]:
    """Return the pictures that a student put into a text; other attachments could hold a script."""
    found: dict[str, dict[str, str]] = {}
    for name, bundle in attachments.items() if type(attachments) is dict else ():
        for kind in _PICTURES if type(bundle) is dict else ():
            data = bundle.get(kind)
            text = data if type(data) is str else "".join(map(str, data)) if type(data) is list else ""
            if _BASE_64.fullmatch(text):
                found[name] = {kind: text}
    return found


def _settle_names(cells: list["NotebookNode"], known: Known) -> list[str]:
    """Leave each name to the last cell that has it, as nbgrader does; return notes on the others.

    An argument that stands in several cells, as when a cell was split, becomes one text.
    """
    last: dict[str, NotebookNode] = {}
    notes: dict[str, None] = {}
    for cell in reversed(cells):
        name = name_of(cell)
        if name in last:
            notes[_doubled(name, cell, last[name], known)] = None
            cell.metadata.clear()
        elif name:
            last[name] = cell
    return [note for note in reversed(notes) if note]


def _doubled(name: str, earlier: "NotebookNode", last: "NotebookNode", known: Known) -> str:
    """Return the note on a cell that is there twice, after joining both if they are an argument."""
    if not is_argued(known.given.get(name)):
        # A name is a student's word, too: what no cell of a course is called is not repeated in a note.
        sentence = _("The cell {name} is there twice; the last one counts.").format(name=name)
        return sentence if _ORDINARY_NAME.fullmatch(name) else ""
    if len(last.source) > LONGEST_ARGUMENT:
        return ""
    stub = same_text(source_of(known.given[name]))
    texts = [text for text in (earlier.source, last.source) if same_text(text) not in ("", stub)]
    last.source = "\n\n".join(dict.fromkeys(texts)) or last.source
    if pictures := {**earlier.get("attachments", {}), **last.get("attachments", {})}:
        last.attachments = pictures
    earlier.source = ""
    if len(set(texts)) < 2:
        return ""
    return _("The answer {name} is in several cells; they count together.").format(name=name)
