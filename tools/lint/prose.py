"""Rules on the sentences of a notebook: voice, links, pictures, headings."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nbformat import NotebookNode

from tools.lint.reading import Finding, markdown_cells, rule, without_code

_FILLER = re.compile(r"\b(let[’']s|simply|obviously|it is important to note|we will|we[’']ll)(?=\W|$)", re.I)
_NOT_A_SENTENCE = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$|!(?=\[)|<!--.*?-->|\]\([^)]*\)", re.S)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?([^)\s>]+)[^)]*\)|<(https?://[^>]+)>|(?<![(<\"'])(https?://\S+)")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)|<img\b([^>]*)>", re.I)
_IMAGE_TEXT = re.compile(r"\balt\s*=\s*(\"[^\"]*\w[^\"]*\"|'[^']*\w[^']*')", re.I)
_EMOJI = range(0x1F000, 0x1FB00)
_SOURCE_ID = re.compile(r"(?<![\w-])(?!FY)[A-Z]{2,}\d{2,}[A-Z]*(?![\w-])")
REFERENCES = "references"


@rule
def style(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Prose has no exclamation mark and no filler."""
    for cell in markdown_cells(notebook):
        prose = _NOT_A_SENTENCE.sub(" ", without_code(cell.source))
        if "!" in prose or "！" in prose:
            yield cell.id, "end the sentence with a full stop, not an exclamation mark"
        for found in _FILLER.finditer(prose):
            yield cell.id, f"say it without “{found[0]}”: short words, “you”, present tense"


@rule
def links(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """Links lead to files of the course; addresses on the web are in the references only, over https."""
    in_references = False
    for cell in markdown_cells(notebook):
        if cell.source.startswith("## "):
            in_references = cell.id.split("-")[0] == REFERENCES
        for found in _LINK.finditer(without_code(cell.source)):
            yield from _link(cell.id, next(filter(None, found.groups())), in_references, path)


def _link(cell: str, target: str, in_references: bool, path: Path) -> Iterator[Finding]:
    """Yield what is wrong with one link."""
    if "://" in target:
        if not in_references:
            yield cell, f"move the address {target} to the references, and link there or to a file"
        elif not target.startswith("https://"):
            yield cell, f"use https for {target}"
    elif not target.startswith(("#", "mailto:")) and not (path.parent / target.split("#")[0]).exists():
        yield cell, f"mend the link: there is no file {target} beside this notebook"


@rule
def sources_are_known(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """An id such as GAO22 in prose is in the dataset `sources`, with title, publisher and address."""
    for cell in markdown_cells(notebook):
        prose = _NOT_A_SENTENCE.sub(" ", without_code(cell.source))
        for name in sorted(set(_SOURCE_ID.findall(prose)) - _source_ids()):
            yield cell.id, f"enter {name} into the dataset sources, or mend the id"


@cache
def _source_ids() -> frozenset[str]:
    from longwave.data import load

    return frozenset(load("sources")["source_id"])


@rule
def images_have_alt_text(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A picture in Markdown says in words what it shows."""
    for cell in markdown_cells(notebook):
        for found in _IMAGE.finditer(without_code(cell.source)):
            if not (found[1] or "").strip() and not _IMAGE_TEXT.search(found[2] or ""):
                yield cell.id, "say in the picture's alt text what it shows: ![Two bars: …](…)"


@rule
def headings_without_emoji(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Headings are words."""
    for cell in markdown_cells(notebook):
        for line in re.findall(r"^#+ .*$", without_code(cell.source), re.M):
            if any(ord(letter) in _EMOJI or unicodedata.category(letter) == "So" for letter in line):
                yield cell.id, "take the emoji out of the heading"
