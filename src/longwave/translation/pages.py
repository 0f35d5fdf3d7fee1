"""A Markdown page in another language, section by section."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from longwave.translation import blocks

_HEADING = re.compile(r"#{1,6} +(.*)")
_OTHER = re.compile(r"[^\w一-鿿]+")


def sections(text: str) -> Iterator[tuple[str, str]]:
    r"""Yield the sections of a page, each with a name from its heading; joined by line ends they are the page.

    >>> list(sections("# A page\nOne.\n## To begin\nTwo."))
    [('a-page', '# A page\nOne.'), ('to-begin', '## To begin\nTwo.')]
    """
    name, fenced = "top", False
    lines: list[str] = []
    for line in text.split("\n"):
        fenced = fenced != line.lstrip().startswith("```")
        heading = None if fenced else _HEADING.fullmatch(line)
        if heading:
            if lines:
                yield name, "\n".join(lines)
            name, lines = _OTHER.sub("-", heading[1].lower()).strip("-"), []
        lines.append(line)
    yield name, "\n".join(lines)


def translate(page: str, text: str, lookup: Callable[[str, str], str]) -> str:
    """Return a page with each message as the look-up gives it for a context and the message."""
    parts = sections(text)
    return "\n".join(blocks.translate(part, partial(lookup, f"{page}#{section}")) for section, part in parts)
