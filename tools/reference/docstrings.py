"""A docstring as Markdown: Google's sections as lists, equations and examples in fenced blocks, the rest as it is."""

import re
from collections.abc import Iterable
from textwrap import dedent
from typing import Any

import griffe

_HEADS = {
    griffe.DocstringSectionKind.parameters: "Arguments",
    griffe.DocstringSectionKind.attributes: "Attributes",
    griffe.DocstringSectionKind.returns: "Returns",
    griffe.DocstringSectionKind.yields: "Yields",
    griffe.DocstringSectionKind.raises: "Raises",
}
_PROMPT = re.compile(r"\s*>>> ")
# In Markdown a star or a bracket would set what follows in italics or swallow it; between backquotes it does not.
_PLAIN_OR_CODE = re.compile(r"(`+[^`]*`+)")
_STRESSED = re.compile(r"((?<!\w)(?:\*\*\w[^*]*\*\*|\*\w[^*\s]*\*)(?!\w))")
_OBEYED = re.compile(r"\*(?=\S)|<(?=[A-Za-z/!?])")


def markdown(words: str) -> str:
    r"""Return a docstring as Markdown.

    >>> print(markdown("Halve it.\n\nArgs:\n    whole: What is halved, m."))
    Halve it.
    <BLANKLINE>
    **Arguments**
    <BLANKLINE>
    - `whole`: What is halved, m.
    """
    # Without its function griffe adds no types to what the docstring says; the signature above it has them.
    docstring = griffe.Docstring("")
    docstring.value = words  # given at once, words without a margin would lose their indents
    sections = docstring.parse("google", warnings=False, returns_multiple_items=False)
    return "\n\n".join(part for section in sections if (part := _section(section)))


def summary(words: str) -> str:
    r"""Return the first paragraph of a docstring in one line.

    >>> summary("Halve\nit.\n\nTwice halved is a quarter.")
    'Halve it.'
    """
    return _escaped(" ".join(words.strip().split("\n\n")[0].split()))


def _section(section: griffe.DocstringSection) -> str:
    """Return one section as Markdown."""
    if section.kind in _HEADS:
        return f"**{_HEADS[section.kind]}**\n\n" + "\n".join(map(_item, section.value))
    if section.kind is griffe.DocstringSectionKind.examples:
        return "\n\n".join(text(content) for _kind, content in section.value)
    if section.kind is griffe.DocstringSectionKind.admonition:
        return f"{_escaped(section.title or '')}:\n\n{text(section.value.description)}"
    return text(section.value)


def _item(item: Any) -> str:
    """Return an argument, a value or an error as an item of a list."""
    name, annotation = getattr(item, "name", "") or "", str(item.annotation or "")
    if isinstance(item, griffe.DocstringRaise):
        head = f"`{annotation}`: "
    elif isinstance(item, griffe.DocstringReturn | griffe.DocstringYield):
        called = f"{name}({annotation})" if annotation else name
        head = f"{called}: " if called else ""
    else:
        head = f"`{name}`: "
    return f"- {head}{_escaped(' '.join(item.description.split()))}"


def text(words: str) -> str:
    r"""Return plain words as Markdown: what is indented becomes a block, and what begins with a prompt an example.

    >>> print(text("The area:\n\n    a = b²"))
    The area:
    <BLANKLINE>
    ```text
    a = b²
    ```
    """
    blocks: list[tuple[str, list[str]]] = []
    for kind, lines in map(_kind, _paragraphs(words)):
        if blocks and kind == "text" and blocks[-1][0] == kind:
            blocks[-1][1].extend(["", *lines])  # an equation may have an empty line in it
        else:
            blocks.append((kind, lines))
    return "\n\n".join(_block(kind, lines) for kind, lines in blocks)


def _paragraphs(words: str) -> Iterable[list[str]]:
    """Yield the lines of each paragraph; an example begins a new one, and ends where its result does."""
    for paragraph in re.split(r"\n\s*\n", words.strip("\n")):
        lines = paragraph.splitlines()
        prompts = [place for place, line in enumerate(lines) if _PROMPT.match(line)]
        if prompts and prompts[0]:
            yield lines[: prompts[0]]
        yield lines[prompts[0] :] if prompts else lines


def _kind(lines: list[str]) -> tuple[str, list[str]]:
    if _PROMPT.match(lines[0]):
        return "pycon", lines
    return ("text" if all(line.startswith("    ") for line in lines) else ""), lines


def _block(kind: str, lines: list[str]) -> str:
    if not kind:
        return _escaped("\n".join(lines))
    return f"```{kind}\n{dedent(chr(10).join(lines))}\n```"


def _escaped(words: str) -> str:
    r"""Return words whose stars and angle brackets are shown, not obeyed, unless the stars stress a word.

    >>> _escaped("2**n of *all* coalitions"), _escaped("**at most** `2**n`")
    ('2\\*\\*n of *all* coalitions', '**at most** `2**n`')
    """
    parts = _PLAIN_OR_CODE.split(words)
    for place in range(0, len(parts), 2):
        pieces = _STRESSED.split(parts[place])
        pieces[::2] = [_OBEYED.sub(r"\\\g<0>", piece) for piece in pieces[::2]]
        parts[place] = "".join(pieces)
    return "".join(parts)
