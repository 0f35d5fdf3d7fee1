"""What a notebook's outputs in another language say: the same numbers, and no English but names."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from tools.i18n.names import is_name
from tools.i18n.numbers import added, lost

VEGA = "application/vnd.vegalite.v5+json"
_TAG = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)
# Neither code, nor the name of a source that a link carries.
_CODE = re.compile(r"<code.*?</code>|<a .*?</a>|`[^`]*`|https?://\S+", re.DOTALL)
_NAME = re.compile(r"\w+(?:[_.(-]\w+)+\S*|[\w-]*\d[\w-]*|\"[!-~]*\"", re.ASCII)
_WORD = re.compile(r"(?<!\w)[a-z][a-z'’]+(?!\w)", re.ASCII)
_NO_WORDS = {"nan", "inf", "dtype", "float", "int", "object", "bool", "as"}

Cell = Any


def texts(cell: Cell) -> Iterator[str]:
    """Yield what a cell's outputs say to a reader: printed text, a page or else plain text.

    A text may be one string or a list of lines, and joining serves both.
    """
    for output in cell.get("outputs", ()):
        if output["output_type"] == "stream":
            yield "".join(output["text"])
        data = output.get("data", {})
        if "text/html" in data:
            yield unescape(_TAG.sub(" ", _CODE.sub(" ", "".join(data["text/html"]))))
        elif "text/plain" in data:
            yield "".join(data["text/plain"])


def differing_numbers(english: Cell, other: Cell) -> list[str]:
    """Return a line for each number that only one of two cells shows, in its text or in the data of its charts."""
    sources, translations = list(texts(english)), list(texts(other))
    if len(sources) != len(translations):
        return [f"{len(sources)} outputs in English, {len(translations)} here"]
    lines = []
    for source, translation in zip(sources, translations, strict=True):
        lines += [f"{number} is only in the English output" for number in lost(source, translation)]
        lines += [f"{number} is not in the English output" for number in added(source, translation)]
    if _data(english) != _data(other):
        lines.append("the chart's data differ")
    return lines


def english_words(cell: Cell) -> list[str]:
    """Return the small words in Latin letters that a cell's outputs still show, each once."""
    said = [*texts(cell), *_words_of_charts(cell)]
    found = dict.fromkeys(word for text in said for word in _WORD.findall(_NAME.sub(" ", _CODE.sub(" ", text))))
    return [word for word in found if not is_name(word) and word not in _NO_WORDS]


def _charts(cell: Cell) -> Iterator[dict[str, Any]]:
    for output in cell.get("outputs", ()):
        if VEGA in output.get("data", {}):
            yield output["data"][VEGA]


def _data(cell: Cell) -> list[list[float]]:
    """Return the numbers in the data of each chart of a cell, sorted."""
    return [sorted(_numbers(chart.get("datasets", {}))) for chart in _charts(cell)]


def _numbers(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _numbers(part)
    elif isinstance(value, list):
        for part in value:
            yield from _numbers(part)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield float(value)


def _words_of_charts(cell: Cell) -> Iterator[str]:
    """Yield the words that a chart shows: titles, labels, and the texts in its data."""
    for chart in _charts(cell):
        yield from _titles(chart)


def _titles(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in {"config", "$schema", "usermeta"}:
                yield from _titles(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from _titles(part, key)
    elif isinstance(value, str) and key in {"title", "subtitle", "text", "description", "value"}:
        yield value
