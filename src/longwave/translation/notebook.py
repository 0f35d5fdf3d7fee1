"""A notebook in another language: the same cells and ids, with each message in translation and without outputs."""

import copy
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from longwave.marks import checksum_of, computed_checksum, marks_of
from longwave.translation import blocks, code

Notebook = dict[str, Any]
Lookup = Callable[[str, str], str]  # context, message
TITLE, OUTCOMES, CODE, TABLE = "title", "outcomes", "code", "table"
SHARED = "notebooks"  # the context of what several notebooks say alike
_DIRECTIVE = re.compile(r"#+ *(BEGIN|END|type:|noqa|fmt:|%%)")


def context_of(area: str, part: str) -> str:
    """Return the context of the messages of a cell, or of all labels in a notebook's code (`code`).

    >>> context_of("lessons/01-value-stick", "puzzle-story")
    'lessons/01-value-stick#puzzle-story'
    """
    return f"{area}#{part}"


def spoken_comment(comment: str) -> bool:
    """Say whether a comment speaks to a reader, and not to a tool.

    >>> spoken_comment("# an 80 % range: (low, high)"), spoken_comment("### BEGIN SOLUTION")
    (True, False)
    """
    return blocks.has_words(comment) and not _DIRECTIVE.match(comment)


def translated(notebook: Notebook, area: str, lookup: Lookup) -> Notebook:
    """Return a copy of a notebook as JSON holds it, in translation.

    Args:
        notebook: The notebook in English.
        area: Its catalogue, such as `lessons/01-value-stick`.
        lookup: Gives the translation of a message in a context, and the message itself where there is none. What
            several notebooks say alike is looked up in the context `notebooks`.
    """
    new = copy.deepcopy(notebook)

    def look(part: str, message: str) -> str:
        own = lookup(context_of(area, part), message)
        return own if own != message else lookup(SHARED, message)

    about = new["metadata"].get("longwave", {})
    if "title" in about:
        about["title"] = look(TITLE, about["title"])
    for outcome in about.get("outcomes", ()):
        outcome["text"] = look(OUTCOMES, outcome["text"])
    for cell in new["cells"]:
        source = "".join(cell["source"])  # a file may hold it as lines
        part = CODE if cell["cell_type"] == "code" else cell["id"]
        change = code.translate if cell["cell_type"] == "code" else blocks.translate
        source = change(source, partial(look, part))
        cell["source"] = source.splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
        if checksum_of(cell) is not None:
            marks_of(cell)["checksum"] = computed_checksum(cell)
    return new
