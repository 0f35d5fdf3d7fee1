"""Pictures that an argument leads to and that are not inside its notebook: they do not come along with it."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from longwave.i18n import _
from longwave.marks import name_of
from longwave.teaching.cells import Cell, is_argued, is_code, source_of
from longwave.teaching.folder.notes import quoted

LONGEST_READ = 50_000  # characters of one answer; an essay has a twentieth
MOST_NAMED = 3
_LEADS_TO = re.compile(
    r"!\[[^\]\n]{0,300}\]\(\s*<?([^)\s>]{1,300})|<img\b[^>]{0,300}?\bsrc\s{0,9}=\s{0,9}[\"']?([^\"'\s>]{1,300})", re.I
)


def pictures_outside(markdown: str) -> list[str]:
    """Return the addresses of pictures that a text leads to, without those that are inside its own cell.

    >>> pictures_outside("![a](my%20chart.png) ![b](attachment:b.png) <img src='https://x.org/c.png'>")
    ['my chart.png', 'https://x.org/c.png']
    """
    found = (unquote(match[1] or match[2]) for match in _LEADS_TO.finditer(markdown[:LONGEST_READ]))
    return [address for address in dict.fromkeys(found) if not address.lower().startswith(("attachment:", "data:"))]


def notes_on_pictures(cells: Iterable[Cell], given: Mapping[str, object]) -> list[str]:
    """Return a note on each argument that leads to pictures outside of the notebook.

    Args:
        cells: what was handed in.
        given: the cells that were given out, by name.
    """
    sentence = _(
        "The answer {cell} leads to pictures that are not inside the notebook, so they do not come along: {pictures}. "
        "A picture has to be dragged or pasted into the cell."
    )
    notes = []
    for cell in cells:
        name = name_of(cell)
        if is_argued(given.get(name)) and not is_code(cell) and (found := pictures_outside(source_of(cell))):
            notes.append(sentence.format(cell=name, pictures=", ".join(map(quoted, found[:MOST_NAMED]))))
    return notes
