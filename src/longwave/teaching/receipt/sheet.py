"""What a file should hold: the sheet of its lesson as this installation has it, or else as the file itself tells it."""

import json
import re
from functools import cached_property
from pathlib import Path
from typing import Any

from longwave.i18n import _, current_language, in_context
from longwave.marks import name_of, named
from longwave.teaching.cells import CHECK, PROMPT, TESTS, Cell, Cells, Known, name_in_task, task_and_part
from longwave.teaching.folder.course import public_lessons, public_notebook
from longwave.teaching.folder.names import shown
from longwave.teaching.folder.notes import quoted
from longwave.teaching.intake.arrivals import Lessons, cells_of
from longwave.teaching.intake.reading import said_of_itself
from longwave.teaching.receipt.file import Document
from longwave.translation.notebook import translated

_HEADING = re.compile(r"##\s*(\S.{0,120})")


class SheetsHere(Lessons):
    """The lessons that a student's installation knows, and the one that a file says it is of.

    A course may give out sheets that no installation has, such as its own tests of concepts.
    """

    def __init__(self, document: Document | None = None) -> None:
        """Take the document of the file, if it is one."""
        self.document = document

    @cached_property
    def known(self) -> dict[str, Known]:
        """The cells of each lesson, as students got them."""
        found = {slug: Known(cells_of(public_notebook("exercises", slug))) for slug in public_lessons()}
        said = _said(self.document or {})
        if self.document and said and said not in found:
            found[said] = Known(self.document["cells"])
        return found


def _said(document: Document) -> str:
    slug = said_of_itself(document, "slug")
    return slug if re.fullmatch(r"(\d\d|p\d)(-[a-z0-9]+)+", slug) else ""


class Sheet:
    """The sheet of a lesson: its cells in order, and how a cell is called in a sentence."""

    def __init__(self, lesson: str, document: Document) -> None:
        """Take the sheet that this installation has; without one, the named cells of the file take its place."""
        place = public_notebook("exercises", lesson)
        self.lesson, self.is_here = lesson, place is not None
        given = _document(place) if place else document
        self.cells = Cells([cell for cell in map(plain_cell, given["cells"]) if name_of(cell)])
        self.title = _title(given) or _title(document)

    def text(self, name: str) -> str | None:
        """Return the text of a cell as it was given out, None where the sheet is not installed or has no such cell."""
        return self.cells.find(name).get("source") if self.is_here else None

    def heading(self, name: str) -> str:
        """Return how a cell is called in a list: by the heading of its task, or by its name."""
        task = task_and_part({"metadata": named(name)})[0]
        heading = _HEADING.match(self.cells.find(name_in_task(task, PROMPT)).get("source", "")) if task else None
        if heading and self.is_here:
            return f"“{heading[1].strip()}”"
        return quoted(heading[1].strip() if heading else name)  # a student's words, which may be meant for a terminal

    def label(self, name: str) -> str:
        """Return how a cell is called in a sentence: by the heading of its task and its part, or by its name."""
        part = task_and_part({"metadata": named(name)})[1]
        words = {PROMPT: _("the question of {heading}"), CHECK: _("the check of {heading}")}
        words[TESTS] = _("the tests of {heading}")
        return words.get(part, "{heading}").format(heading=self.heading(name))


def _document(place: Path) -> Document:
    """Return a sheet in the language in use, as its student got it."""
    found: Document = json.loads(place.read_bytes())
    return found if current_language() == "en" else translated(found, f"exercises/{place.stem}", in_context)


def _title(document: Document) -> str:
    return shown(said_of_itself(document, "title")[:200])


def plain_cell(cell: Any) -> Cell:
    """Return a cell with its text in one piece."""
    cell = cell if isinstance(cell, dict) else {}
    source = cell.get("source", "")
    text = source if isinstance(source, str) else "".join(map(str, source if isinstance(source, list) else []))
    kind = "code" if cell.get("cell_type") == "code" else "markdown"
    return {**cell, "source": text, "cell_type": kind}
