"""Which words may stay in Latin letters: names, and words that the glossary's Chinese itself has."""

import re
from functools import cache

from tools.files import ROOT

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")


def is_name(word: str) -> bool:
    """Say whether a word is a name: one with a capital letter, or one that the glossary or a reference has so.

    >>> is_name("Uber"), is_name("WTP"), is_name("price")
    (True, True, False)
    """
    return word != word.lower() or word in _small_names()


@cache
def _small_names() -> frozenset[str]:
    """Return the small words of names of authors, such as van and de, and those of the glossary's Chinese."""
    found: set[str] = set()
    for line in (ROOT / "src" / "longwave" / "references.bib").read_text("utf-8").splitlines():
        if re.match(r"\s*(author|editor)\s*=", line):
            found.update(word for word in _WORD.findall(line.split("=", 1)[1]) if word not in {"and", "others"})
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines():
        if line.startswith("| "):
            found.update(_WORD.findall(line.split("|")[2]))
    return frozenset(found)
