"""Which tests a change needs: those beside it, and those that import what it touches."""

import ast
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.files import ROOT

MOST_TESTS = 12  # files; a change that touches more than that is for `make test`
PACKAGE = Path("src/longwave")


def changed_files(root: Path = ROOT) -> list[Path]:
    """Return the files that differ from origin's main, or from the last commit where there is no such branch."""
    base = _lines(root, "merge-base", "HEAD", "origin/main") or ["HEAD"]
    named = _lines(root, "diff", "--name-only", base[0]) + _lines(root, "ls-files", "--others", "--exclude-standard")
    return sorted({Path(name) for name in named if Path(root, name).is_file()})


def needed_tests(changed: Iterable[Path], root: Path = ROOT) -> list[Path]:
    """Return the tests and notebooks to run for these files, nearest first; paths are from the root."""
    near: list[Path] = []
    touched: set[str] = set()
    for path in changed:
        near += _beside(path, root)
        if path.is_relative_to(PACKAGE) or path.is_relative_to("tools"):
            touched.add(_module(path))
    far = [path for path in _test_files(root) if touched & set(_imports(root / path))] if touched else []
    return list(dict.fromkeys([*near, *far]))


def _beside(path: Path, root: Path) -> Iterator[Path]:
    """Yield the tests that are kept beside a file: itself, those of its topic, its notebook, its dataset."""
    parts = path.parts
    if (
        parts[0] == "tests"
        and path.name.startswith("test_")
        or parts[0] in ("lessons", "solutions")
        and path.suffix == ".ipynb"
    ):
        yield path
    elif parts[:3] == ("src", "longwave", "topics") and len(parts) > 4:
        yield from _if_there(root, Path("tests/topics", parts[3]))
    elif parts[0] == "datasets":
        yield from _if_there(root, Path("tests/datasets"))
    elif parts[0] == "docs" or path.suffix == ".md":
        yield from _if_there(root, Path("tests/docs"))


def _if_there(root: Path, folder: Path) -> Iterator[Path]:
    if (root / folder).is_dir():
        yield folder


def _module(path: Path) -> str:
    """Return the name under which a file is imported.

    >>> _module(Path("src/longwave/topics/value/models.py"))
    'longwave.topics.value.models'
    """
    parts = path.with_suffix("").parts
    parts = parts[1:] if parts[0] == "src" else parts
    return ".".join(parts).removesuffix(".__init__")


def _test_files(root: Path) -> list[Path]:
    return sorted(path.relative_to(root) for path in (root / "tests").rglob("test_*.py"))


def _imports(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports, and the names behind a `from`, which may be modules too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def _lines(root: Path, *arguments: str) -> list[str]:
    """Return the lines that git prints, and none where it fails or is missing."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8")
    except FileNotFoundError:
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []
