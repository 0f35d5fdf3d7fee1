"""A lesson's question, taken apart: its text, its options, and the numbers that its cell gives."""

import re
from html import escape

from longwave.i18n import _
from longwave.teaching.meeting.prose import blocks

_HEADING = re.compile(r"^#+ .*$", re.M)
_PLACE = re.compile(r"^\*\*\d+\.\*\*\s*", re.M)
_OPTION = re.compile(r';?\s*`"([a-f])"`\s+')
_WHERE_TO_WRITE = re.compile(r"\s*(?:Replace `\.\.\.` by a (?:letter in quotes|number)|Give a letter in quotes)[:.]")


def question_and_options(prompt: str) -> tuple[str, dict[str, str]]:
    r"""Return a question and its options by letter, as Markdown, without heading, number and the place for an answer.

    >>> question_and_options('## Check\n\n**1.** It `"a"` rises; `"b"` falls. Replace `...` by a letter in quotes.')
    ('It …', {'a': 'rises', 'b': 'falls'})
    """
    whole = _WHERE_TO_WRITE.sub("", _PLACE.sub("", _HEADING.sub("", prompt))).strip()
    start, *found = _OPTION.split(whole)
    options = {letter: _option(text) for letter, text in zip(found[::2], found[1::2], strict=True)}
    start = start.strip()
    if options and start[-1:] not in ".?!:":
        start += " …"
    return start, options


def _option(text: str) -> str:
    """Return an option without the full stop that ends the list of options."""
    text = text.strip()
    return text[:-1] if text.endswith(".") else text


def as_html(markdown: str) -> str:
    """Return Markdown as HTML that is well-formed XML, with formulas as MathML."""
    return "".join(map(str, blocks(markdown)))


def as_line(markdown: str) -> str:
    """Return a line of Markdown as HTML without a paragraph around it."""
    return "".join(block.decode_contents() for block in blocks(markdown))


def givens(source: str) -> str:
    """Return as HTML what a question's cell gives: all but comments, the place for the answer, and the check."""
    lines = [line for line in source.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    lines = [line for line in lines if "= ..." not in line and not line.startswith("check(")]
    if not lines:
        return ""
    return f"<p>{escape(_('Given:'))}</p><pre>{escape(chr(10).join(lines), quote=False)}</pre>"
