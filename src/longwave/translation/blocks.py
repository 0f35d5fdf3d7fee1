"""Markdown by block: a heading, a paragraph, a list item or a table's row is one message."""

import re
from collections.abc import Callable, Iterator

# What a translator gets of a line: the mark before it stays, and so does what stands after it.
_HEADING = re.compile(r"(#{1,6} +)(.*?)( *)")
_ITEM = re.compile(r"( *(?:[-*+]|\d+\.) +)(.*)()", re.DOTALL)
_ROW = re.compile(r"( *\| *)(.*?)( *\| *)")
_PARAGRAPH = re.compile(r"( *)(.*)()", re.DOTALL)
_INDENTED = re.compile(r" +\S")
_APART = ("#", "|", "$$", "```")
# Neither code, nor a formula, nor the target of a link, a tag or a comment has a word to translate.
_SILENT = re.compile(r"```.*?```|`[^`\n]+`|\$\$.*?\$\$|\$[^$\n]+\$|\]\([^)\s]*\)|<[^<>]*>|https?://\S+", re.DOTALL)
_SPOKEN_IN_FORMULA = re.compile(r"\\(?:text|mbox)\{[^{}]*[^\W\d_]{2}")
_WORD = re.compile(r"[^\W\d_]{2}|\b[aAI]\b")


def has_words(text: str) -> bool:
    r"""Say whether a text has a word to translate, outside code, formulas and targets of links.

    >>> has_words("Run `check`."), has_words("`cite(\"cases\")`, $x$")
    (True, False)
    """
    return bool(_WORD.search(_SILENT.sub(" ", text)) or _SPOKEN_IN_FORMULA.search(text))


def messages(text: str) -> list[str]:
    r"""Return the messages of a Markdown text, in order.

    >>> messages("## Next\n\n- one\n- two words")
    ['Next', 'one', 'two words']
    """
    return [words for _before, words, _after in map(_cut, _blocks(text)) if words]


def translate(text: str, lookup: Callable[[str], str]) -> str:
    """Return a Markdown text in which each message is what the look-up gives for it.

    >>> translate("## Next", {"Next": "下一步"}.__getitem__)
    '## 下一步'
    """
    parts = map(_cut, _blocks(text))
    return "\n".join(before + (lookup(words) if words else "") + after for before, words, after in parts)


def _blocks(text: str) -> Iterator[str]:
    """Yield the blocks of a text; joined by line ends they are the text."""
    block: list[str] = []
    for line in text.split("\n"):
        if block and not _goes_on("\n".join(block), line):
            yield "\n".join(block)
            block = []
        block.append(line)
    yield "\n".join(block)


def _goes_on(block: str, line: str) -> bool:
    """Say whether a line belongs to the block above it: in a paragraph, below an item, in a fence or formula."""
    if block.count("$$") % 2 or block.count("```") % 2:
        return True
    if not block.strip() or not line.strip() or block.lstrip().startswith(_APART) or line.lstrip().startswith(_APART):
        return False
    return bool(_INDENTED.match(line)) if _ITEM.fullmatch(block) else not _ITEM.fullmatch(line)


def _cut(block: str) -> tuple[str, str, str]:
    """Return the mark before a block's words, the words, and what follows them; without words all is mark."""
    if block.lstrip().startswith("```") or not has_words(block):
        return block, "", ""
    found = next(filter(None, (form.fullmatch(block) for form in (_HEADING, _ROW, _ITEM, _PARAGRAPH))))
    before, words, after = found.groups()
    return before, words, after
