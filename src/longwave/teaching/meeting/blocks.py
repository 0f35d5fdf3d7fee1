"""The blocks of a slide: each is markup, and knows how many lines it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bs4 import Tag
from markupsafe import Markup

from longwave.teaching.meeting.room import (
    CODE_FRAME,
    CODE_LINE,
    CODE_WIDTH,
    GAP,
    LINES,
    OUTPUT_LINE,
    OUTPUT_WIDTH,
    WIDTH,
    filled,
    wrapped,
)
from longwave.teaching.meeting.tables import first_table, read_table

if TYPE_CHECKING:
    from nbformat import NotebookNode

_LONGEST_CODE = 4  # lines; more is not read in a room
_FORMULA_LINES = 3.0
_BULLET = 5  # characters by which a list is indented


@dataclass(frozen=True)
class Block:
    """A part of a slide that is not divided."""

    markup: Markup
    lines: float
    kind: str = "words"  # or: set (a table or formula of the prose), result (code and what it shows)


@dataclass(frozen=True)
class Picture:
    """A chart's stored picture, and what it shows in words."""

    data: str  # base64 of a PNG
    words: str


def prose_blocks(tags: list[Tag]) -> Iterator[Block]:
    """Yield the blocks of a rendered Markdown cell; a table or list that is larger than a slide comes in pieces."""
    for tag in tags:
        if tag.name == "table":
            yield from (Block(piece.markup(), piece.lines + GAP, "set") for piece in read_table(tag, own=True).pieces())
        elif tag.name in ("ul", "ol"):
            yield from _list_blocks(tag)
        else:
            kind = "set" if tag.find("math", display="block") else "words"
            yield Block(Markup(str(tag)), _height(tag) + GAP, kind)


def _list_blocks(tag: Tag) -> Iterator[Block]:
    items = [(item, _item_height(item)) for item in tag.find_all("li", recursive=False)]
    number = int(str(tag.get("start", "1")))
    for place in filled(items, LINES - GAP):
        start = Markup(' start="{}"').format(number) if tag.name == "ol" else ""
        inside = Markup("").join(Markup(str(item)) for item in place)
        markup = Markup("<{0}{1}>{2}</{0}>").format(tag.name, start, inside)
        yield Block(markup, sum(map(_item_height, place)) + GAP)
        number += len(place)


def _item_height(item: Tag) -> float:
    return wrapped(item.get_text().strip(), WIDTH - _BULLET) + GAP / 2


def code_block(source: str) -> Block | None:
    """Return a cell's code, if it is short."""
    lines = wrapped(source, CODE_WIDTH)
    if lines > _LONGEST_CODE:
        return None
    markup = Markup('<pre class="code"><code>{}</code></pre>').format(source)
    return Block(markup, CODE_LINE * lines + CODE_FRAME + GAP, "result")


def output_blocks(outputs: list["NotebookNode"]) -> Iterator[Block]:
    """Yield the tables and texts of a cell's outputs; pictures are not among them."""
    for output in outputs:
        data = output.get("data", {})
        table = first_table(data.get("text/html", ""))
        if table is not None:
            yield from (Block(piece.markup(), piece.lines + GAP, "result") for piece in table.pieces())
        else:
            yield from _text_blocks((output.get("text") or data.get("text/plain", "")).strip())


def _text_blocks(text: str) -> Iterator[Block]:
    """Yield a printed text, in pieces if it is long."""
    lines = [(line, OUTPUT_LINE * wrapped(line, OUTPUT_WIDTH)) for line in text.splitlines()]
    for place in filled(lines, LINES - GAP):
        if place:
            shown = "\n".join(place)
            height = OUTPUT_LINE * wrapped(shown, OUTPUT_WIDTH) + GAP
            yield Block(Markup("<pre>{}</pre>").format(shown), height, "result")


def picture(outputs: list["NotebookNode"]) -> Picture | None:
    """Return the picture among a cell's outputs, if there is one."""
    found: list[dict[str, Any]] = [output.data for output in outputs if "image/png" in output.get("data", {})]
    return Picture("".join(found[0]["image/png"].split()), found[0].get("text/plain", "")) if found else None


def _height(tag: Tag) -> float:
    formulas = tag.find_all("math", display="block")
    words = "".join(text for text in tag.find_all(string=True) if not text.find_parent("math", display="block"))
    return _FORMULA_LINES * len(formulas) + (wrapped(words.strip()) if words.strip() else 0)
