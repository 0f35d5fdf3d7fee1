"""What a student wrote outside of the answers' cells: it may be the argument that is missing in its own."""

import re
from dataclasses import dataclass

from longwave.i18n import _
from longwave.marks import name_of
from longwave.teaching.cells import Cell, Cells, is_answer, is_code, same_text, source_of

LONGEST = 20_000  # characters of one cell; an essay has a tenth
# Words with one blank between them, as no line of code has them; where words have no blanks, a run of their letters.
# A word is read from its beginning and whole (`{2,}+`), or a run of letters would be read anew from each of them.
_PROSE = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{2,}+[,.;:]? ){4}[^\W\d_]{2}|[\u3040-\u30ff\u3400-\u9fff]{8}")


@dataclass(frozen=True)
class Stray:
    """Text outside of an answer's cell. `name`: the locked cell in which it stands, empty for a cell of one's own."""

    name: str
    cell: Cell
    text: str


def strays(given: Cells, submitted: Cells) -> list[Stray]:
    """Return what a student wrote into cells of their own, and added to those that were given out locked."""
    found = []
    for name, cell in submitted:
        if name not in given:
            text = source_of(cell)[:LONGEST]
        elif not is_answer(given.find(name)):
            text = _added(source_of(given.find(name)), source_of(cell)[:LONGEST])
        else:
            continue
        if _PROSE.search(text) if is_code(cell) else text.strip():
            found.append(Stray(name if name in given else "", cell, text.strip()))
    return found


def _added(given: str, text: str) -> str:
    """Return the lines of a text that were not given out."""
    known = {line.strip() for line in given.splitlines()}
    return "\n".join(line for line in text.splitlines() if line.strip() not in known)


def is_left_open(given: Cell, submitted: Cells) -> bool:
    """Return whether the cell of an argument is missing, empty, or as it was given out."""
    text = same_text(source_of(submitted.find(name_of(given))))
    return text in ("", same_text(source_of(given)))


def stand_in(stub: Cell, found: list[Stray]) -> Cell:
    """Return what to show in the cell of an argument that is left open: what was written elsewhere."""
    head = _("*Nothing is written in this cell. This was found elsewhere in the notebook:*")
    pictures = {name: bundle for one in found for name, bundle in one.cell.get("attachments", {}).items()}
    return {**stub, "source": "\n\n".join([head, *(one.text for one in found)]), "attachments": pictures}
