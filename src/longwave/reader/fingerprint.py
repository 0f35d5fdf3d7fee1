"""What counts as an edit of a file."""

import hashlib
import json
from typing import Any


def fingerprint(content: bytes, name: str) -> str:
    """Return a text that changes when the reader edits the file.

    Of a notebook only the types, ids and sources of its cells count: running it, or saving its outputs, is not an edit.
    Neither are empty cells at its end, where JupyterLab adds one after the last cell is run. Any other file counts as a
    whole, and so does a notebook that cannot be read; no readable notebook has its fingerprint.

    >>> fingerprint(b"a", "a.txt") == fingerprint(b"a", "b.txt")
    True
    """
    if name.endswith(".ipynb"):
        try:
            return _digest(json.dumps(_cells(json.loads(content))).encode())
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return "unreadable-" + _digest(content)
    return _digest(content)


def is_unreadable(mark: str) -> bool:
    """Return whether a fingerprint is that of a notebook that cannot be read."""
    return mark.startswith("unreadable-")


def _cells(notebook: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    cells = []
    for cell in notebook["cells"]:
        source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        cells.append((cell["cell_type"], cell.get("id"), source))
    while cells and not cells[-1][2].strip():
        cells.pop()
    return cells


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
