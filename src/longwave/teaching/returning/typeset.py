"""A text on a student's page: escaped once, as it was typed, with its formulas drawn by the browser itself."""

import html
import re
from collections.abc import Callable
from typing import Any

from longwave.teaching.meeting.prose import mathml

MOST_FORMULAS, LONGEST_FORMULA = 60, 300
# Between dollars, as Pandoc reads it: in “$5 and $6” there is no formula.
_FORMULA = re.compile(
    rf"\$\$([^$]{{1,{LONGEST_FORMULA}}})\$\$|(?<![\\$\w])\$(?![\s$])([^$\n]{{1,{LONGEST_FORMULA}}})(?<![\s\\])\$(?![\d$])"
)
# A formula may also come with an address to follow or to fetch; such a one stays as it was typed.
_LEADS_ELSEWHERE = re.compile(r"""\b(href|src|style|class|id|on\w+)\s*=|<(?!/?m[a-z]+\b)""", re.I)
Picture = dict[str, str]  # the data in base 64 by its kind


def typeset(text: str, words: Callable[[str], str] = html.escape) -> Any:
    """Return a text as HTML.

    Args:
        text: what was typed.
        words: turns what is between two formulas into HTML.

    >>> str(typeset("a<b costs $5, not $6"))
    'a&lt;b costs $5, not $6'
    """
    from markupsafe import Markup

    parts, done = [], 0
    for count, found in enumerate(_FORMULA.finditer(text)):
        drawn = _drawn(found) if count < MOST_FORMULAS else ""
        if drawn:
            parts += [words(text[done : found.start()]), drawn]
            done = found.end()
    return Markup("".join([*parts, words(text[done:])]))


def _drawn(found: re.Match[str]) -> str:
    """Return a formula as MathML, empty if it cannot be drawn."""
    try:
        drawn = mathml(found[1] or found[2], "block" if found[1] else "inline")
    except Exception:  # whatever a formula does to the converter, its text is shown
        return ""
    return "" if _LEADS_ELSEWHERE.search(drawn) else drawn


def pictures_of(attachments: dict[str, Picture]) -> list[str]:
    """Return the pictures of an answer, as addresses that hold them."""
    return [f"data:{kind};base64,{data}" for bundle in attachments.values() for kind, data in bundle.items()]
