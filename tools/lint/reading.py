"""Read a notebook the way the rules need it, and say what a violation is."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, NamedTuple

from nbformat import NotebookNode

from tools.files import shown

VEGA = "application/vnd.vegalite.v5+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)
_CODE_SPAN = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)


class Violation(NamedTuple):
    """One broken rule: where it is, which rule, and what to do."""

    path: str
    cell: str
    rule: str
    remedy: str

    def __str__(self) -> str:
        """Return the line that is printed."""
        return " · ".join(self)


Finding = tuple[str, str]
Spec = dict[str, Any]  # a Vega-Lite specification
Rule = Callable[[NotebookNode, Path], list[Violation]]


def rule(find: Callable[[NotebookNode, Path], Iterator[Finding]]) -> Rule:
    """Turn a generator of (cell id, what to do) into a rule named after it."""

    @wraps(find)
    def check(notebook: NotebookNode, path: Path) -> list[Violation]:
        return [Violation(shown(path), cell, name_of(check), remedy) for cell, remedy in find(notebook, path)]

    return check


def name_of(check: Rule) -> str:
    """Return the name that messages and tests use, such as `cell-ids`."""
    return check.__name__.replace("_", "-")


def slug_of(path: Path) -> str:
    """Return the slug that a notebook's file name is, such as `02-who-captures-value`."""
    return path.stem


def number_of(slug: str) -> int | None:
    """Return the lesson's number, or None where the slug has none.

    >>> number_of("02-who-captures-value")
    2
    """
    found = re.match(r"(\d\d)-", slug)
    return int(found[1]) if found else None


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the code cells in order."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def markdown_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """Return the Markdown cells in order."""
    return [cell for cell in notebook.cells if cell.cell_type == "markdown"]


def sections(notebook: NotebookNode) -> list[list[NotebookNode]]:
    """Cut a notebook at each heading of level 2; what comes before the first is a section too."""
    parts: list[list[NotebookNode]] = [[]]
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            parts.append([])
        parts[-1].append(cell)
    return [part for part in parts if part]


def heading(cell: NotebookNode) -> str:
    """Return the text of the heading that a Markdown cell begins with, or an empty string."""
    found = re.match(r"#+ +(.+)", cell.source)
    return found[1].strip() if cell.cell_type == "markdown" and found else ""


def without_code(text: str) -> str:
    """Return Markdown without its fenced blocks and code spans.

    >>> without_code("Call `show(2)` once")
    'Call   once'
    """
    return _CODE_SPAN.sub(" ", _FENCE.sub(" ", text))


def chart_outputs(cell: NotebookNode) -> list[NotebookNode]:
    """Return the outputs of a code cell that carry a Vega-Lite chart."""
    return [output for output in cell.get("outputs", []) if VEGA in output.get("data", {})]


def charts(notebook: NotebookNode) -> list[tuple[NotebookNode, Spec]]:
    """Return each chart of a notebook with the cell that shows it."""
    return [(cell, output.data[VEGA]) for cell in code_cells(notebook) for output in chart_outputs(cell)]


def syntax(cell: NotebookNode) -> ast.Module:
    """Return a code cell's syntax tree; empty where it is not plain Python, which a rule of its own says."""
    try:
        tree: ast.Module = ast.parse(cell.source)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
    return tree


def calls(cell: NotebookNode, name: str) -> list[ast.Call]:
    """Return the calls of a function by its bare name in a code cell."""
    return [
        node
        for node in ast.walk(syntax(cell))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def first_argument(call: ast.Call) -> object:
    """Return the first argument of a call where it is a literal, else None."""
    return call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
