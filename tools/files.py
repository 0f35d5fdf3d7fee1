"""Where the course's notebooks lie, and how a file is written: whole, or not at all."""

import os
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

ROOT = Path(__file__).parents[1]
NOTEBOOK_FOLDERS = ("lessons", "solutions")
IGNORED_FOLDERS = {".ipynb_checkpoints", "__pycache__"}


def is_ignored(path: Path) -> bool:
    """Tell whether a file is an editor's or Python's leftover."""
    return bool(IGNORED_FOLDERS & set(path.parts))


def find_notebooks(paths: list[Path] | None = None) -> list[Path]:
    """Return the notebooks among files and folders, in order; by default all lessons and solutions."""
    places = paths or [ROOT / folder for folder in NOTEBOOK_FOLDERS]
    found: set[Path] = set()
    for place in places:
        if not place.exists():
            raise FileNotFoundError(f"{place} does not exist. Name a notebook, or a folder of notebooks.")
        found.update([place] if place.is_file() else place.rglob("*.ipynb"))
    return sorted(path for path in found if not is_ignored(path))


def shown(path: Path) -> str:
    """Return a path as a message shows it: from the project's folder where it lies inside."""
    full = path.resolve()
    return full.relative_to(ROOT).as_posix() if full.is_relative_to(ROOT) else str(path)


def serialise(notebook: NotebookNode) -> bytes:
    """Return the one byte form of a notebook: sorted keys, one space of indent, a line feed at the end."""
    return (nbformat.writes(notebook, version=nbformat.NO_CONVERT).rstrip("\n") + "\n").encode()


def write_atomically(path: Path, content: bytes) -> bool:
    """Write a file through a neighbour and a rename. Without a change leave it, and return False."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, neighbour = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        # mkstemp makes a private file; a course file is readable by everyone, as git checks it out.
        os.chmod(neighbour, path.stat().st_mode if path.exists() else 0o644)
        os.replace(neighbour, path)
    except BaseException:
        os.unlink(neighbour)
        raise
    return True
