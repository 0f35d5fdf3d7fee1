"""Reading a submitted notebook: whatever the file holds, the result is cells of text, or one sentence why not."""

import re
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.teaching.cells import Cells, name_of, named
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.notes import quoted
from longwave.teaching.judging.frames import parsed
from longwave.teaching.notebooks import new_cell

if TYPE_CHECKING:
    from nbformat import NotebookNode

LARGEST = 20 << 20
MOST_CELLS = 2000
LONGEST_NAME = 200
_PICTURES = ("image/png", "image/jpeg")
_ORDINARY_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
_BASE_64 = re.compile(r"[A-Za-z0-9+/=\s]+")


class UnreadableError(ValueError):
    """The file is not a notebook that can be graded; the message is for the student."""


@dataclass(frozen=True)
class Submission:
    """What a student handed in: cells that hold only their text and their names, and notes on what is odd in them."""

    cells: Cells
    notes: list[str] = field(default_factory=list)


def read_submission(path: Path) -> Submission:
    """Return a student's submission.

    Raises:
        UnreadableError: if the file cannot be graded.
    """
    document = read_document(path)
    language = _text_at(document, "metadata", "kernelspec", "language") or "python"
    if language.lower() != "python":
        sentence = _("The notebook is written for another kernel: {kernel}.")
        raise UnreadableError(sentence.format(kernel=quoted(language[:40])))
    cells = [_cell(cell, place) for place, cell in enumerate(document["cells"][:MOST_CELLS])]
    notes = _settle_names(cells)
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
    try:
        document = parsed(path.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise UnreadableError(_("The file is damaged or cut off: it is not complete JSON.")) from None
    if type(document) is not dict or type(document.get("cells")) is not list:
        raise UnreadableError(
            _("The file is not a notebook of the present format. Open it in JupyterLab and save it.")
        ) from None
    return document


def _text_at(document: Any, *names: str) -> str:
    for name in names:
        document = document.get(name) if type(document) is dict else None
    return document if type(document) is str else ""


def _cell(cell: Any, place: int) -> "NotebookNode":
    """Return one cell with what can be used of it; anything unexpected becomes an empty text."""
    cell = cell if type(cell) is dict else {}
    source = cell.get("source", "")
    parts = source if type(source) is list else [source]
    text = "".join(part for part in parts if type(part) is str)
    name = name_of(cell)[:LONGEST_NAME]
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


def _settle_names(cells: list["NotebookNode"]) -> list[str]:
    """Leave each nbgrader name to the last cell that has it, as nbgrader does; return notes on the others."""
    seen: set[str] = set()
    doubled: list[str] = []
    for cell in reversed(cells):
        name = name_of(cell)
        if name in seen:
            doubled.insert(0, name)
            cell.metadata.clear()
        elif name:
            seen.add(name)
    sentence = _("The cell {name} is there twice; the last one counts.")
    # A name is a student's word, too: what no cell of a course is called is not repeated in a note.
    return [sentence.format(name=name) for name in dict.fromkeys(doubled) if _ORDINARY_NAME.fullmatch(name)]


def submitted_at(course: Course, student: str, lesson: str) -> tuple[str | None, float]:
    """Return when a student handed in, in UTC, and how many seconds late that was; None where nothing says when."""
    from nbgrader.utils import parse_utc

    try:
        text = course.submission(student, lesson).with_name("timestamp.txt").read_text(encoding="utf-8").strip()
        moment = parse_utc(text).replace(tzinfo=UTC)
    except (OSError, ValueError):
        return None, 0.0
    deadline = course.deadlines.get(lesson)
    late = max(0.0, (moment - deadline).total_seconds()) if deadline else 0.0
    return moment.isoformat(), late
