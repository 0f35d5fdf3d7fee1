"""What became of each answer of a sheet in a file that was read as grading reads it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from longwave.marks import checksum_of, computed_checksum, name_of
from longwave.teaching.cells import Cell, Cells, is_answer, is_code
from longwave.teaching.judging.steps import names_bound
from longwave.teaching.receipt.sheet import Sheet

LONGEST_PARSED = 20_000  # characters of one cell; whoever runs a check parses what another person wrote
_MAGIC = re.compile(r"^[ \t]*+[%!?]|\?[ \t]*+$", re.M)  # no more than a line is read for it


@dataclass(frozen=True)
class Answer:
    """One answer of a sheet. state: found, dots, nameless, broken, untouched, empty, missing, or foreign.

    A foreign answer is in the file and not on the sheet that is installed here: only the instructor's sheet decides.
    """

    name: str
    state: str


def answers(sheet: Sheet, submitted: Cells, raw: Cells) -> list[Answer]:
    """Return what became of each answer, in the order of the sheet.

    Args:
        sheet: what the file should hold.
        submitted: the file's cells as grading knows them.
        raw: the file's cells as they are, with the marks with which they were given out.
    """
    given = {name: cell for name, cell in (*raw, *sheet.cells) if name and is_answer(cell)}
    order = [name for name in dict.fromkeys([*sheet.cells.names, *raw.names]) if name in given]
    bound = {name for _name, cell in submitted if is_code(cell) for name in _bound(cell["source"])}
    states = {name: _state(given[name], sheet.text(name), submitted, raw.find(name), bound) for name in order}
    foreign = {name for name in order if name not in sheet.cells}
    return [Answer(name, "foreign" if name in foreign else state) for name, state in states.items()]


def is_as_given(text: str, given: str | None, raw: Cell) -> bool:
    """Return whether a cell's text is as it was given out: as in the sheet, or as the checksum in the file has it.

    A student with other numbers has another text than the sheet, so the checksum is asked too.

    Args:
        text: the cell's text.
        given: the text on the sheet; None where the sheet is not installed.
        raw: the cell as it is in the file, with the marks with which it was given out.
    """
    if given is not None and text.strip() == given.strip():
        return True
    try:
        return bool(raw) and checksum_of(raw) == computed_checksum({**raw, "source": text})
    except (KeyError, TypeError, ValueError):  # marks that no release makes
        return False


def _state(stub: Cell, given: str | None, submitted: Cells, raw: Cell, bound: set[str]) -> str:
    name = name_of(stub)
    if name not in submitted:
        return "missing"
    text = submitted.find(name)["source"]
    if not text.strip():
        return "empty"
    if is_as_given(text, given, raw):
        return "untouched"
    return _state_of_code(text, given or "", bound) if is_code(stub) else "found"


def _state_of_code(text: str, stub: str, bound: set[str]) -> str:
    """Return what can be said of an answer in code without running it."""
    tree = _tree(text)
    if tree is None:
        return "found" if len(text) > LONGEST_PARSED or _MAGIC.search(text) else "broken"
    if any(_dots(tree)):
        return "dots"
    return "nameless" if names_bound(stub) - bound else "found"


def _tree(text: str) -> ast.Module | None:
    """Return the code of a cell, None where it cannot be read."""
    try:
        return ast.parse(text) if len(text) <= LONGEST_PARSED else None
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def _bound(text: str) -> Iterator[str]:
    """Yield each name that a cell may bind, at whatever depth: an answer may be found in a loop or a block."""
    tree = _tree(text)
    if tree is None:
        yield from re.findall(r"\b([^\W\d]\w*)\s*=", text[:LONGEST_PARSED])
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.alias):
            yield node.asname or node.name


def _dots(tree: ast.Module) -> Iterator[ast.AST]:
    """Yield the three dots that are left where a value belongs; those inside brackets choose a part of an array.

    A line `name = ...` that was given out may stay above an answer that gives the name its value.
    """
    waiting: list[ast.AST] = [node for place, node in enumerate(tree.body) if not _is_replaced(tree.body, place)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Constant) and node.value is ...:
            yield node
        waiting += [child for child in ast.iter_child_nodes(node) if not _is_slice(node, child)]


def _is_replaced(body: list[ast.stmt], place: int) -> bool:
    """Return whether a statement gives a name three dots, and a later one at the same depth gives it something."""
    node = body[place]
    if not isinstance(node, ast.Assign) or not (isinstance(node.value, ast.Constant) and node.value.value is ...):
        return False
    later = {
        target.id
        for other in body[place + 1 :]
        if isinstance(other, ast.Assign)
        for target in other.targets
        if isinstance(target, ast.Name)
    }
    return all(isinstance(target, ast.Name) and target.id in later for target in node.targets)


def _is_slice(node: ast.AST, child: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and child is node.slice
