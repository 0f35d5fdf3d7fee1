"""The terms that docs/glossary.md fixes in two languages."""

import re
from functools import cache

from tools.files import ROOT

LONG = 8


@cache
def terms() -> dict[str, tuple[str, ...]]:
    """Return the Chinese forms of each English term; a term with a slash or a bracket has several."""
    lines = (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {english: tuple(filter(None, re.split(r"[/、（）]|——", chinese))) for english, chinese, *_rest in rows[1:]}


@cache
def _by_lower_case() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return each term, as it is written, and its Chinese forms, by the term in small letters."""
    return {english.lower(): (english, chinese) for english, chinese in terms().items()}


@cache
def _form() -> re.Pattern[str]:
    """Return the pattern of all terms, the longest first, as whole words.

    Long ones count in the plural too; of short ones, such as cost and rider, that form is often another word.
    """
    names = sorted(terms(), key=len, reverse=True)
    forms = (f"{re.escape(name)}(?:s|es)?" if len(name) >= LONG else re.escape(name) for name in names)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


def missing_terms(source: str, translation: str) -> list[str]:
    """Return the terms of a source of which the translation has no Chinese form.

    >>> missing_terms("The value stick has an opportunity cost.", "价值棒上有成本。")
    ['opportunity cost']
    """
    known = _by_lower_case()
    found = dict.fromkeys(match[0].lower() for match in _form().finditer(source))
    wanted = [known.get(name) or known.get(name.removesuffix("s")) or known[name.removesuffix("es")] for name in found]
    return [english for english, chinese in wanted if not any(form in translation for form in chinese)]
