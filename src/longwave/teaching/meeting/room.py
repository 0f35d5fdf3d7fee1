"""How much room a slide has, in lines of its text, and how many lines something needs.

A slide is measured by counting characters, without a browser: its page is set in units of the screen, so that every
screen in the ratio 16:9 holds the same. The counts suit a wide font, and leave some room.
"""

import math
import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

LINES = 12.0  # of a slide's text, below its heading
WIDTH = 66  # characters in a line of text
CODE_WIDTH = 88  # in a line of code, which is set smaller
CODE_LINE = 0.7  # the height of a line of code
CODE_FRAME = 0.5  # the height of the field around it
OUTPUT_WIDTH = 74
OUTPUT_LINE = 0.85
GAP = 0.5  # between two blocks
FEW_LINES = 6.5  # up to so many may be set larger
TABLE_SIZES = (0.9, 0.72)  # of the text; the smaller one for a table that would not fit otherwise
BREAK = re.compile(r"(?<=[_;/])(?=\S)")  # where a long word may be broken
_WORD = re.compile(r"[\u3000-\u9fff]|[^\s\u3000-\u9fff]+")
_PADDING = 2.2  # characters that a column needs beside its text
_ROW_GAP = 0.25  # lines that a row needs beside its text
_Part = TypeVar("_Part")


def width(text: str) -> int:
    """Return the width of a text in characters of usual width; a Chinese character counts as two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def wrapped(text: str, line_width: float = WIDTH) -> int:
    """Return how many lines a text has when it is wrapped."""
    return sum(max(1, math.ceil(width(line) / line_width)) for line in text.split("\n"))


def filled(parts: Sequence[tuple[_Part, float]], room: float) -> list[list[_Part]]:
    """Divide parts, each with its height, in their order and about evenly among as few places as can hold them."""
    places = _filled(parts, room)
    even = min(room, sum(height for _part, height in parts) / len(places))
    steps = (even + (room - even) * step / 10 for step in range(11))
    return next((found for step in steps if len(found := _filled(parts, step)) == len(places)), places)


def _filled(parts: Sequence[tuple[_Part, float]], room: float) -> list[list[_Part]]:
    places: list[list[_Part]] = [[]]
    left = room
    for part, height in parts:
        if places[-1] and height > left:
            places.append([])
            left = room
        places[-1].append(part)
        left -= height
    return places


def table_heights(rows: Sequence[Sequence[str]], size: float) -> list[float]:
    """Return the height of each row of a table, in lines, as a browser divides the width among the columns.

    If the words alone are wider than a slide, the heights are infinite.
    """
    columns = list(zip(*rows, strict=True))
    widest = [max(width(text) for text in column) for column in columns]
    least = [max(map(_longest_word, column)) for column in columns]
    room = WIDTH / size - _PADDING * len(columns)
    if sum(least) > room:
        return [math.inf] * len(rows)
    shares = _shares(widest, least, room)
    lines = [max(wrapped(text, share) for text, share in zip(row, shares, strict=True)) for row in rows]
    return [size * count + _ROW_GAP for count in lines]


def _longest_word(text: str) -> int:
    return max((width(word) for part in BREAK.split(text) for word in _WORD.findall(part)), default=1)


def _shares(widest: list[int], least: list[int], room: float) -> list[float]:
    """Return each column's width: as wide as its text, if there is room, else the least and a share of the rest."""
    wanted, needed = sum(widest), sum(least)
    if wanted <= room:
        return [max(1.0, want) for want in widest]
    # Lines break at words, so that about a seventh of a wrapped column's width stays empty.
    part = (room - needed) / (wanted - needed)
    return [max(1.0, 0.86 * (low + (high - low) * part)) for high, low in zip(widest, least, strict=True)]
