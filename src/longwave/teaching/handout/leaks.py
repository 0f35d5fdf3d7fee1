"""The last look at what students are about to get: nothing of an answer, a hidden test or a secret is in it."""

import base64
import binascii
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from longwave.teaching.cells import is_answer
from longwave.teaching.folder.course import Course

if TYPE_CHECKING:
    from nbformat import NotebookNode

_BLOCK = re.compile(r"BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)[^\n]*\n(.*?)(?=\n[^\n]*END \1|\Z)", re.S)
_MARK = re.compile(r"(BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)")
SHORTEST_LINE = 4  # characters; a bracket alone gives nothing away
SHORTEST_PART = 8  # a shorter line is only looked for as a whole line: it may be part of another word


def leaks(
    course: Course, solution: "NotebookNode", student: "NotebookNode", public: "NotebookNode | None"
) -> list[str]:
    """Return a line for each place in a student's notebook that gives something away; none if it is clean.

    What the public exercise says is public. Where the lesson has none, it is what is outside the marks.
    """
    private = private_lines(solution)
    if public is not None:
        allowed = "\n".join(text for _place, text in texts(public))
    else:
        allowed = "\n".join(_BLOCK.sub("", cell.source) for cell in solution.cells if not _is_whole_answer(cell))
    private = {line for line in private if not _is_in(line, allowed)}
    secrets = _secrets(course)
    found = []
    for place, text in texts(student):
        if mark := _MARK.search(text):
            found.append(f"{place}: {mark[0]}")
        found += [f"{place}: {line}" for line in sorted(private) if _is_in(line, text)]
        # A secret itself is never shown, not even to its owner: these lines go to screens and logs.
        found += [f"{place}: {name}" for name, secret in secrets.items() if secret in text.lower()]
    return found


def private_lines(solution: "NotebookNode") -> set[str]:
    """Return the lines of the answers, hidden tests and mark schemes of a notebook of tasks."""
    found: set[str] = set()
    for cell in solution.cells:
        blocks = [block for _kind, block in _BLOCK.findall(cell.source)]
        if _is_whole_answer(cell):
            blocks.append(cell.source)
        found |= {line.strip() for block in blocks for line in block.splitlines()}
    return {line for line in found if len(line) >= SHORTEST_LINE}


def _is_whole_answer(cell: "NotebookNode") -> bool:
    """Return whether nbgrader takes the whole cell as the answer, as it has no marks."""
    return is_answer(cell) and "BEGIN SOLUTION" not in cell.source


def _is_in(line: str, text: str) -> bool:
    if len(line) >= SHORTEST_PART:
        return line in text
    return line in (other.strip() for other in text.splitlines())


def texts(notebook: "NotebookNode") -> Iterator[tuple[str, str]]:
    """Yield every text of a notebook with its place: sources, outputs, metadata, names, attachments; also decoded."""
    for key, value in notebook.items():
        if key == "cells":
            for number, cell in enumerate(value, start=1):
                name = cell.get("id") or str(number)
                for part, content in cell.items():
                    yield from _texts_in(f"{name}, {part}", content)
        else:
            yield from _texts_in(key, value)


def _texts_in(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield place, str(key)
            yield from _texts_in(place, inner)
    elif isinstance(value, list):
        if value and all(isinstance(part, str) for part in value):
            yield from _texts_in(place, "".join(value))
        else:
            for inner in value:
                yield from _texts_in(place, inner)
    elif isinstance(value, str):
        yield place, value
        yield from ((place, text) for text in _decoded(value))


def _decoded(text: str) -> Iterator[str]:
    """Yield what a text holds in base 64, as attachments and pictures are stored."""
    packed = "".join(text.split())
    if len(packed) >= SHORTEST_PART and re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", packed):
        try:
            yield base64.b64decode(packed, validate=True).decode("utf-8", errors="replace")
        except binascii.Error:
            return


def _secrets(course: Course) -> dict[str, str]:
    """Return the course's secrets in each form in which they could be written, by a name for each; in lower case."""
    secret = course.secret()
    found = {"secret.txt": secret.hex(), "secret.txt, base 64": base64.b64encode(secret).decode().rstrip("=").lower()}
    password = urlsplit(course.gradebook_url).password if "@" in course.gradebook_url else None
    if password:
        found["the gradebook's password"] = unquote(password).lower()
    return found
