"""From a lesson's notebook to its slides, in reading order.

A new slide begins at a section, at a chart, at a question of "Check yourself", and where prose is followed by what a
cell shows: so a prediction and its result are never on one slide. What does not fit is continued at the end of a cell,
or else of a paragraph or of a table's row. The setup cell is left out, and so are the cells that check an answer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from bs4 import Tag

from longwave.teaching.meeting.blocks import Block, Picture, code_block, output_blocks, picture, prose_blocks
from longwave.teaching.meeting.prose import blocks, options_listed
from longwave.teaching.meeting.room import FEW_LINES, LINES

if TYPE_CHECKING:
    from nbformat import NotebookNode

_CHECK = re.compile(r"^\s*(check|hint)\(", re.M)


@dataclass
class Slide:
    """One slide. Its section is the heading of the lesson that it is under."""

    section: str
    kind: str = "text"  # or: title, chart, question
    blocks: list[Block] = field(default_factory=list)
    picture: Picture | None = None
    cell: str = ""  # of a chart: where the lesson shows it live

    @property
    def lines(self) -> float:
        """The height of all its blocks."""
        return sum(block.lines for block in self.blocks)

    @property
    def large(self) -> bool:
        """Whether it has so few words that they may be set larger."""
        few = 0 < self.lines <= FEW_LINES and self.kind != "title"
        return few and all(block.kind == "words" for block in self.blocks)


def deck(cells: Iterable["NotebookNode"]) -> list[Slide]:
    """Return the slides of a lesson's cells."""
    cells, section = list(cells), ""
    slides: list[Slide] = []
    for cell, following in zip_longest(cells, cells[1:]):
        if cell.cell_type == "markdown":
            asks = following is not None and _checks(following)
            tags = blocks(options_listed(cell.source) if asks else cell.source)
            heading, tags = _heading(tags)
            section = heading or section
            kind = "title" if not slides else "question" if asks else "text"
            begins = bool(heading) or kind != "text" or slides[-1].kind != "text"
            _add(slides, Slide(section, kind), list(prose_blocks(tags)), begins)
        elif not _left_out(cell):
            _add_results(slides, section, cell)
    return [slide for slide in slides if slide.blocks or slide.picture or slide.kind == "title"]


def _add_results(slides: list[Slide], section: str, cell: "NotebookNode") -> None:
    """Add what a cell shows: a chart on a slide of its own, else its tables and texts, with its code if it is short."""
    found = picture(cell.outputs)
    if found is not None:
        slides.append(Slide(section, "chart", picture=found, cell=cell.id))
        return
    shown = list(output_blocks(cell.outputs))
    code = code_block(cell.source)
    if code and shown and code.lines + shown[0].lines <= LINES:
        shown = [code, *shown]
    last = slides[-1]
    follows_results = last.kind == "text" and bool(last.blocks) and last.blocks[-1].kind == "result"
    _add(slides, Slide(section), shown, begins=not follows_results)


def _add(slides: list[Slide], empty: Slide, added: list[Block], begins: bool) -> None:
    """Put a cell's blocks on a new slide, or on the last one if they fit, and continue where a slide is full."""
    height = sum(block.lines for block in added)
    if begins or slides[-1].lines + height > LINES >= height:
        slides.append(empty)
    for block in added:
        last = slides[-1]
        if last.blocks and last.lines + block.lines > LINES:
            slides.append(Slide(empty.section, empty.kind))
        slides[-1].blocks.append(block)


def _heading(tags: list[Tag]) -> tuple[str, list[Tag]]:
    """Take the heading off the blocks of a cell."""
    if tags and tags[0].name in ("h1", "h2"):
        return tags[0].get_text(), tags[1:]
    return "", tags


def _left_out(cell: "NotebookNode") -> bool:
    return cell.cell_type != "code" or cell.id == "setup" or _checks(cell)


def _checks(cell: "NotebookNode") -> bool:
    """Return whether a cell asks for the reader's answer."""
    return cell.cell_type == "code" and bool(_CHECK.search(cell.source))


def sections(slides: Iterable[Slide]) -> Iterator[str]:
    """Yield the sections in the order of the slides, each once."""
    yield from dict.fromkeys(slide.section for slide in slides)
