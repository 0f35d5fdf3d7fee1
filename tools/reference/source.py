"""What src offers: topics with the names that their faces hand on, and the machinery. griffe reads, nothing runs."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import griffe

from tools.files import ROOT

SOURCE = ROOT / "src"
GROUPS = ("models", "charts", "panels")
_NUMBER = re.compile(r"lesson_(\d\d)$")


@dataclass(frozen=True)
class Topic:
    """One topic: its name, its docstring, its lessons, and by group what it hands on and what it keeps to itself."""

    name: str
    words: str
    lessons: tuple[Path, ...]
    handed_on: dict[str, list[griffe.Object]]
    behind: list[griffe.Object]

    @property
    def path(self) -> str:
        """The module to import from."""
        return f"longwave.topics.{self.name}"


@cache
def package() -> griffe.Module:
    """Return longwave as griffe reads it, stubs included."""
    found = griffe.load("longwave", search_paths=[SOURCE], allow_inspection=False)
    if not isinstance(found, griffe.Module):
        raise TypeError("longwave must be a package in src.")
    return found


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics in the order of their lessons."""
    found = [_topic(face) for face in package()["topics"].modules.values()]
    return tuple(sorted(found, key=lambda topic: (topic.lessons, topic.name)))


def names(path: str) -> list[griffe.Object]:
    """Return what a module offers: the names in its `__all__`, else the functions and classes that it defines."""
    module = _object(path)
    if module.exports is not None:
        return [_target(module.members[str(name)]) for name in sorted(map(str, module.exports), key=str.lower)]
    return in_order([found for found in _own(module) if found.is_function or found.is_class])


def plain_value(name: str, module: griffe.Module) -> str | None:
    """Return the value of a module's constant as Python writes it, where it is a plain one."""
    file = module.filepath
    return None if isinstance(file, list) else _constants(file).get(name)


def words(path: str) -> str:
    """Return the docstring of a module."""
    docstring = _object(path).docstring
    return docstring.value if docstring else ""


def one(path: str) -> griffe.Object:
    """Return what has this path, such as `longwave.lesson.lesson`."""
    return _object(path)


def in_order(objects: list[griffe.Object]) -> list[griffe.Object]:
    """Sort by module, and within a module as its source does."""
    return sorted(objects, key=lambda found: (found.module.path, found.lineno or 0))


def _object(path: str) -> griffe.Object:
    return _target(package()[path.removeprefix("longwave.")])


def _target(found: griffe.Object | griffe.Alias) -> griffe.Object:
    return found.final_target if isinstance(found, griffe.Alias) else found


def _topic(face: griffe.Module) -> Topic:
    public = [
        _target(member)
        for member in face.members.values()
        if isinstance(member, griffe.Alias) and member.target_path.startswith(f"{face.path}.")
    ]
    groups = {group: in_order([found for found in public if _group(face, found) == group]) for group in GROUPS}
    models = _target(face.members["models"]) if "models" in face.members else None
    own = _below(models) if isinstance(models, griffe.Module) else []
    handed_on = {found.path for found in public}
    behind = [found for found in own if found.is_function and found.path not in handed_on]
    docstring = face.docstring.value if face.docstring else ""
    return Topic(face.name, docstring, _lessons(face), groups, in_order(behind))


def _group(face: griffe.Module, found: griffe.Object) -> str:
    return found.path.removeprefix(f"{face.path}.").split(".")[0]


def _own(module: griffe.Object) -> list[griffe.Object]:
    """Return what a module defines itself, without an underscore."""
    members = [found for name, found in module.members.items() if not name.startswith("_")]
    return [found for found in members if not isinstance(found, griffe.Alias) and not found.is_module]


def _below(module: griffe.Module) -> list[griffe.Object]:
    """Return what a module or the modules of a folder define."""
    return [*_own(module), *(found for child in module.modules.values() for found in _below(child))]


def _lessons(face: griffe.Module) -> tuple[Path, ...]:
    """Return the notebooks of the lessons whose tasks are in the topic."""
    tasks = face.members.get("tasks")
    modules = tasks.modules if isinstance(tasks, griffe.Module) else {}
    numbers = sorted(match[1] for name in modules if (match := _NUMBER.search(name)))
    return tuple(path for number in numbers for path in sorted((ROOT / "lessons").glob(f"{number}-*.ipynb")))


@cache
def _constants(file: Path) -> dict[str, str]:
    """Return the constants of a file; griffe passes over those that are set several at a time."""
    found: dict[str, str] = {}
    for statement in ast.parse(file.read_text("utf-8")).body:
        if isinstance(statement, ast.Assign):
            for target, value in _pairs(statement.targets[0], statement.value):
                found[target] = ast.unparse(value)
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Yield each name that a statement sets, with its value, where that is plain."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _pairs(one, other)
    elif isinstance(target, ast.Name) and isinstance(value, ast.Constant | ast.Tuple | ast.UnaryOp):
        yield target.id, value
