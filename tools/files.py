"""Where the course's notebooks are, and how a file is written: whole, or not at all."""

from pathlib import Path

from longwave.reader.files import write_whole
from longwave.teaching.notebooks import serialise as serialise

ROOT = Path(__file__).parents[1]
NOTEBOOK_FOLDERS = ("lessons", "solutions")
IGNORED_FOLDERS = {".ipynb_checkpoints", "__pycache__"}


def is_ignored(path: Path) -> bool:
    """Return whether a file is an editor's or Python's leftover."""
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
    """Return a path as a message shows it: from the project's folder where it is inside."""
    full = path.resolve()
    return full.relative_to(ROOT).as_posix() if full.is_relative_to(ROOT) else str(path)


def with_table(page: Path, tool: str, table: str) -> bytes:
    """Return a page with this table in the place of the one that a tool wrote there.

    Raises:
        ValueError: The page has lost one of the two lines between which the table stands.
    """
    begin, end = f"<!-- The table is written by python -m {tool}. -->\n", "<!-- End of the table. -->\n"
    before, begun, rest = page.read_text("utf-8").partition(begin)
    _old, ended, after = rest.partition(end)
    if not (begun and ended):
        raise ValueError(f"{shown(page)} has lost the lines around its table: {begin.strip()} and {end.strip()}")
    return (before + begin + table + end + after).encode()


def write_or_compare(files: dict[Path, bytes], cure: str, check: bool) -> int:
    """Write generated files, or with `check` only name those that have drifted; return the exit status of the tool."""
    drifted = [path for path, content in files.items() if not path.is_file() or path.read_bytes() != content]
    for path in drifted:
        print(f"{shown(path)}: {f'has drifted; {cure}' if check else 'saved'}")
        if not check:
            write_atomically(path, files[path])
    if not drifted:
        print(f"{', '.join(map(shown, files))}: up to date")
    return 1 if check and drifted else 0


def write_atomically(path: Path, content: bytes) -> bool:
    """Write a file through a neighbour and a rename. Without a change leave it, and return False."""
    # A course file is readable by everyone, as git checks it out.
    return write_whole(path, content, mode=None if path.exists() else 0o644)
