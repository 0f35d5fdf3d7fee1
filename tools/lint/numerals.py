"""The rule that keeps prose and cells together: each numeral in prose is in a cell of its section."""

import html
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple

from nbformat import NotebookNode

from tools.lint.prose import REFERENCES
from tools.lint.reading import VEGA, Finding, rule, sections, without_code

_NUMBER = r"(?:[0-9]{1,3}(?:[,\u2009\u202f\u00a0][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
_BEFORE, _AFTER = r"(?<![A-Za-z0-9_.])", r"(?![A-Za-z0-9_]|\.[0-9])"
_IN_PROSE = re.compile(
    rf"{_BEFORE}(?:(?P<over>[0-9]+)\s?[/⁄]\s?(?P<under>[0-9]+)|(?P<number>{_NUMBER}))"
    rf"{_AFTER}(?P<percent>\s*(?:%|％|per\s?cent))?"
)
_IN_OUTPUT = re.compile(rf"{_BEFORE}((?:{_NUMBER})(?:e[+-]?[0-9]+)?){_AFTER}", re.I)
_SEPARATORS = re.compile(r"[,\u2009\u202f\u00a0]")

# What is no statement of a quantity.
_MATHS = re.compile(r"\$\$.+?\$\$|\$[^$\n]+?\$", re.S)
_EXPONENT_OR_INDEX = re.compile(r"[\^_](?:\{[^{}]*\}|\\?\w)")
_LESSON_LINK = re.compile(r"\[[0-9]{2}\](?=\([^)]*[0-9]{2}-[a-z])")
_MARKUP = re.compile(r"<!--.*?-->|<[^>]+>|\]\([^)]*\)|https?://\S+", re.S)
_LIST_MARKER = re.compile(r"^\s*(?:\*\*)?[0-9]+[.)](?:\*\*)?\s", re.M)
_PAPER = re.compile(r"(?<![0-9.,])00[0-9](?![0-9])")
_SECTION_MARK = re.compile(r"[一二三四五六七八九十]+(?:[(（][一二三四五六七八九十]+[)）])*[0-9]*")
_POINTER = re.compile(
    r"\b(?:lessons?|papers?|notebooks?|figures?|figs?\.?|tables?|equations?|eqs?\.?|sections?|parts?|chapters?|steps?"
    r"|questions?|tasks?|pages?|pp?\.)\s*[0-9]+(?:(?:,|\s*–|\s+and|\s+or|\s+to)\s*[0-9]+)*(?![0-9.]*[0-9])",
    re.I,
)
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
_BRACKETED_YEAR = re.compile(rf"(?<=[(\s,;]){_YEAR}[a-z]?(?=\s*[),;.:])")
_BRACKETS = re.compile(r"\([^()]*\)")
_NAMED_YEAR = re.compile(
    rf"\b(?!(?:In|By|Since|From|Until|Till|After|Before|The|Of|About|Between|During|To|And|For|At|On|Around"
    rf"|Jan\w*|Feb\w*|Mar|March|Apr|April|May|June?|July?|Aug\w*|Sept?\w*|Oct\w*|Nov\w*|Dec\w*)\b)"
    rf"([A-Z][a-zà-ž’'][\w’'–-]*(?:\s+et\s+al\.)?),?\s+{_YEAR}[a-z]?\b(?!\.[0-9])"
)


class Numeral(NamedTuple):
    """A numeral as prose gives it."""

    text: str
    value: Decimal
    decimals: int
    is_percent: bool
    is_fraction: bool


def numerals(markdown: str) -> list[Numeral]:
    """Return the numerals of a Markdown text that state a quantity.

    >>> [found.text for found in numerals("One licence: 8 to 10 (Shapley, 1953). See lesson 02, `n = 3`.")]
    ['8', '10']
    """
    found = []
    for match in _IN_PROSE.finditer(_quantities_only(markdown)):
        percent = bool(match["percent"])
        if match["under"] and int(match["under"]):
            value = Decimal(match["over"]) / Decimal(match["under"])
            found.append(Numeral(match[0], value, 0, percent, True))
        elif match["number"]:
            plain = _SEPARATORS.sub("", match["number"])
            found.append(Numeral(match[0].strip(), Decimal(plain), len(plain.partition(".")[2]), percent, False))
    return found


def _quantities_only(markdown: str) -> str:
    """Blank code, links, years of citations, pointers into the course, exponents and indices."""
    text = without_code(markdown).replace("{,}", ",").replace("\\%", "%")
    text = _MARKUP.sub(" ", _LESSON_LINK.sub("[]", text))
    text = _MATHS.sub(lambda maths: _EXPONENT_OR_INDEX.sub(" ", maths[0]), text)
    text = _BRACKETS.sub(lambda brackets: _BRACKETED_YEAR.sub(" ", brackets[0]), text)
    text = _NAMED_YEAR.sub(r"\1", text)
    for pattern in (_LIST_MARKER, _PAPER, _SECTION_MARK, _POINTER):
        text = pattern.sub(" ", text)
    return text


def shown_text(cell: NotebookNode) -> str:
    """Return what a reader sees under a code cell in words and numbers; of a chart, title and alt text."""
    texts = []
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        texts += [output.get("text", ""), data.get("text/plain", "")]
        page = re.sub(r"<style\b.*?</style>", " ", data.get("text/html", ""), flags=re.S)
        texts.append(html.unescape(re.sub(r"<[^>]+>", " ", page)))
        texts.append(str(data.get(VEGA, {}).get("title", "")))
    return "\n".join(texts)


def _numbers(text: str) -> set[Decimal]:
    """Return the numbers of an output or of a cell's code, without sign."""
    plain = re.sub(r"(?<=[0-9])_(?=[0-9])", "", text)
    return {Decimal(_SEPARATORS.sub("", found[1])) for found in _IN_OUTPUT.finditer(plain)}


def _is_rounded(number: Decimal, value: Decimal, decimals: int) -> bool:
    """Return whether a number, rounded to so many decimals, is the value; nothing but 0 rounds to 0."""
    if value == 0 or abs(number) > Decimal(10) ** 20:
        return number == value
    step = Decimal(1).scaleb(-decimals)
    return value in {number.quantize(step, mode) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN)}


def is_stated(numeral: Numeral, shown: set[Decimal], written: set[Decimal]) -> bool:
    """Return whether a numeral is in an output, which prose may round, or in code, which it may not."""
    value, decimals = numeral.value, numeral.decimals
    if numeral.is_fraction:
        return _is_stated_fraction(numeral, shown, written)
    choices = [(value, decimals)] + ([(value / 100, decimals + 2)] if numeral.is_percent else [])
    return any(
        value in written or any(_is_rounded(number, value, places) for number in shown) for value, places in choices
    )


def _is_stated_fraction(numeral: Numeral, shown: set[Decimal], written: set[Decimal]) -> bool:
    """Return whether both parts of a fraction are stated, or its decimal value to two places or more."""
    parts = {Decimal(part) for part in re.findall("[0-9]+", numeral.text)}
    if parts <= shown | written:
        return True
    places = {number: _decimals(number) for number in shown}
    return any(count >= 2 and _is_rounded(numeral.value, number, count) for number, count in places.items())


def _decimals(number: Decimal) -> int:
    """Return how many digits a number has after its point."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


@rule
def numerals_from_cells(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each numeral in prose is in an output, or in the code, of a cell of its section."""
    minutes = notebook.metadata.get("longwave", {}).get("minutes")
    for place, section in enumerate(sections(notebook)):
        if section[0].id.split("-")[0] == REFERENCES:
            continue
        code = [cell for cell in section if cell.cell_type == "code"]
        shown = set().union(*(_numbers(shown_text(cell)) for cell in code))
        written = set().union(*(_numbers(cell.source) for cell in code))
        # The title states how long the lesson takes, and the notebook's metadata state it too.
        written |= {Decimal(minutes)} if place == 0 and isinstance(minutes, int) else set()
        for cell in section:
            missing = [
                numeral.text
                for numeral in (numerals(cell.source) if cell.cell_type == "markdown" else ())
                if not is_stated(numeral, shown, written)
            ]
            if missing:
                listed = ", ".join(dict.fromkeys(missing))
                yield cell.id, f"show {listed} in a cell of this section, or take it out of the prose"
