"""The words in tables and charts of a notebook's stored outputs that come from the library or a dataset."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

_CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_GAP = re.compile(r"\s{2,}")
_CHINESE = re.compile(r"[一-鿿]")
_HOLDER = re.compile(r"\\\{[^{}]*?\\\}")
_OF_SOURCES = {"source_ids", "verification", "note"}
_NO_WORDS = {"NaN", "None", "inf", "-inf"}


def words_of_tables(cells: list[dict[str, Any]], known: set[str], shown: Iterable[str]) -> list[str]:
    """Return the words of tables in reading order, without those that another message gives.

    Args:
        cells: The code cells, with their outputs.
        known: Keys of the modules and datasets that the notebook uses: of printed tables only these are sure to be
            words of a table.
        shown: The messages of the notebook's code; a template is anything that it could become.
    """
    forms = [re.compile(_HOLDER.sub(".*", re.escape(message))) for message in shown]
    found = dict.fromkeys(
        word for cell in cells for output in cell.get("outputs", ()) for word in _words(output, known)
    )
    return [word for word in found if not any(form.fullmatch(word) for form in forms)]


def _words(output: dict[str, Any], known: set[str]) -> Iterator[str]:
    html = "".join(output.get("data", {}).get("text/html", ""))
    if 'class="dataframe"' in html:
        for cell in _CELL.findall(html):
            yield from _word(unescape(_TAG.sub("", cell)).strip())
    for chart in (value for kind, value in output.get("data", {}).items() if "vegalite" in kind):
        for word in _words_of_chart(chart):
            if word in known:
                yield from _word(word)
    plain = "".join(output.get("text", "")) or "".join(output.get("data", {}).get("text/plain", ""))
    for line in plain.split("\n"):
        for part in _GAP.split(line.strip()):
            if part in known:
                yield from _word(part)


def _words_of_chart(part: Any) -> Iterator[str]:
    """Yield the texts in a chart's rows: some are drawn, and others are put into its labels."""
    if isinstance(part, dict):
        for name, value in part.items():
            if name == "values" or name.startswith("data-"):
                rows = [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
                yield from (text for row in rows for column, text in row.items() if _is_shown(column, text))
            else:
                yield from _words_of_chart(value)
    elif isinstance(part, list):
        for value in part:
            yield from _words_of_chart(value)


def _is_shown(column: str, text: Any) -> bool:
    return isinstance(text, str) and column not in _OF_SOURCES


def _word(text: str) -> list[str]:
    return [] if text in _NO_WORDS or _CHINESE.search(text) else [text]
