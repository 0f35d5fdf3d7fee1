"""A student's feedback as plain text, for a comment box, for mail and for a terminal."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WIDTH = 78
_INDENT = "  "


def plain_text(
    words: Mapping[str, str], notes: Sequence[str], tasks: Sequence[Mapping[str, Any]], comments: Sequence[str] = ()
) -> bytes:
    """Return as UTF-8 what the page says, in the page's order; the arguments are those of its template."""
    lines = [*_wrapped(words["title"]), "=" * min(len(words["title"]), _WIDTH), "", *_wrapped(words["sum"])]
    for note in notes:
        lines += ["", *_wrapped(f"! {note}")]
    for comment in comments:
        lines += ["", *_wrapped(f"{words['comment']} {_bare(comment)}")]
    for task in tasks:
        lines += ["", *_task(words, task)]
    return ("\n".join(map(_harmless, lines)) + "\n").encode("utf-8", "replace")


def _task(words: Mapping[str, str], task: Mapping[str, Any]) -> Iterator[str]:
    yield from _wrapped(f"{task['sign']} {task['heading']}")
    yield from _wrapped(f"{task['word']} {task['points']}", _INDENT)
    for before, key in (("", "message"), (words["mistake"], "mistake"), (words["hint"], "hint")):
        if task[key]:
            yield from _wrapped(f"{before} {_bare(task[key])}".strip(), _INDENT)
    if task["comment"]:
        for paragraph in f"{words['comment']} {_bare(task['comment'])}".splitlines():
            yield from _wrapped(paragraph, _INDENT)
    if task["rubric"]:
        yield f"{_INDENT}{words['rubric']}:"
    for points, row in task["rubric"]:
        yield from _wrapped(f"{points}: {_bare(row)}", 2 * _INDENT)
    for row in task["rows"]:
        yield from _wrapped(f"{row['given']} / {row['most']}: {_bare(row['words'])} {_bare(row['comment'])}", _INDENT)
    for title, text in ((words["answer"], _bare(task["answer"])), (words["output"], task["output"])):
        if text:
            yield f"{_INDENT}{title}:"
            yield from (2 * _INDENT + line for line in text.splitlines())


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False) or [""]


def _bare(text: Any) -> str:
    """Return markup of the course's own as text, and other text as it is."""
    return str(text.striptags()) if hasattr(text, "striptags") else str(text)


def _harmless(line: str) -> str:
    """Return a line without the characters that steer a terminal: a student's output may hold any."""
    return "".join(sign for sign in line if sign == "\t" or sign.isprintable())
