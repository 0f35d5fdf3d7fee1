"""Which lessons and problem sets are whole in a language: the notebooks, and every message that they can show.

The build loads this file by itself, so it imports nothing of the course.
"""

import ast
import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

PACKAGE = "longwave"
AREAS = ("lessons", "solutions", "exercises")
# What every lesson can show, whatever it imports.
ALWAYS = ("longwave.lesson", "longwave.widgets.panel", "longwave.widgets.live", "longwave.widgets.controls")


def offered(root: Path, undone: Iterable[tuple[str, tuple[str, ...]]]) -> list[str]:
    """Return the slugs of the lessons and problem sets of which nothing is missing.

    Args:
        root: The folder of the project.
        undone: The catalogue of each message that is missing or stale, and the library's files that have it.
    """
    catalogues: set[str] = set()
    files: set[str] = set()
    for catalogue, places in undone:
        catalogues.add(catalogue)
        files.update(places)
    always = {"lessons/shared", "datasets/words"}
    found = []
    for slug in slugs(root):
        own, modules = needed(root, slug)
        if not (own | always) & catalogues and not (modules | {f"lessons/{slug}"}) & files:
            found.append(slug)
    return found


def slugs(root: Path) -> list[str]:
    """Return the slugs of all lessons and problem sets, in order."""
    return sorted({path.stem for area in ("lessons", "solutions") for path in (root / area).rglob("*.ipynb")})


def task_files(root: Path, number: str) -> list[Path]:
    """Return the files with the tasks of a lesson or a problem set, such as `01` or `p1`."""
    package = root / "src" / PACKAGE
    return sorted([*package.glob(f"topics/*/tasks/lesson_{number}.py"), *package.glob(f"problem_sets/set_{number}.py")])


@cache
def needed(root: Path, slug: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the catalogues that are a lesson's own, and the files of the library of which it can show messages."""
    own = frozenset(f"{area}/{slug}" for area in ("lessons", "exercises"))
    seen: set[Path] = set()
    wanted = [path for name in ALWAYS if (path := _file(root, name))]
    wanted += task_files(root, slug[:2])
    for path in sorted(path for area in AREAS for path in (root / area).rglob(f"{slug}.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                wanted += _imported(root, "".join(cell["source"]), "")
    while wanted:
        path = wanted.pop()
        if path not in seen:
            seen.add(path)
            module = ".".join(path.relative_to(root / "src").with_suffix("").parts)
            wanted += _imported(root, path.read_text(encoding="utf-8"), module)
    return own, frozenset(path.relative_to(root / "src" / PACKAGE).as_posix() for path in seen)


@cache
def _imported(root: Path, source: str, module: str) -> tuple[Path, ...]:
    """Return the files of the library from which a source imports names; a package hands on those of its modules."""
    try:
        tree = ast.parse(re.sub(r"^\s*[%!].*$", "", source, flags=re.MULTILINE))
    except SyntaxError:
        return ()
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").split(".")[0] == PACKAGE):
            base = module.split(".")[: -node.level] if node.level else []
            package = ".".join([*base, *filter(None, [node.module])])
            found += [path for alias in node.names if (path := _home(root, package, alias.name))]
    return tuple(found)


def _home(root: Path, package: str, name: str) -> Path | None:
    """Return the file in which a name is defined that is imported from a package or module."""
    if path := _file(root, f"{package}.{name}"):
        return path
    face = root / "src" / Path(*package.split(".")) / "__init__.pyi"
    face = face if face.is_file() else face.with_suffix(".py")
    if not face.is_file():
        return _file(root, package)
    for node in ast.walk(ast.parse(face.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and name in {alias.asname or alias.name for alias in node.names}:
            inner = f"{package}.{node.module}" if node.level else str(node.module)
            return _home(root, inner, name)
    return None


def _file(root: Path, module: str) -> Path | None:
    path = (root / "src" / Path(*module.split("."))).with_suffix(".py")
    # Of what instructors use, a lesson shows the receipt alone.
    aside = module.startswith(f"{PACKAGE}.teaching.") and not module.startswith(f"{PACKAGE}.teaching.receipt.")
    return path if path.is_file() and not aside else None
