"""How long a notebook takes: measured from what is in it, and stated in its metadata and its title."""

import ast
import math
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from tools.lint.reading import Finding, calls, code_cells, markdown_cells, rule, syntax
from tools.lint.structure import word_count

MOST_MINUTES = 75
WORDS_A_MINUTE = 200
# A cell to run and read; more for a panel to move, a question to answer, a task to solve, a case to argue.
CELL, PANEL, QUESTION, TASK, ARGUMENT = 1, 4, 3, 5, 10
STEP = 5


def measured_minutes(notebook: NotebookNode) -> int:
    """Return the time for reading, running, moving and answering, rounded up to five minutes."""
    words = sum(word_count(cell.source) for cell in markdown_cells(notebook))
    minutes = words / WORDS_A_MINUTE + sum(map(_cell_minutes, code_cells(notebook)))
    minutes += sum(ARGUMENT for cell in markdown_cells(notebook) if cell.metadata.get("nbgrader", {}).get("grade"))
    return STEP * math.ceil(minutes / STEP)


def _cell_minutes(cell: NotebookNode) -> float:
    """Return the minutes for one code cell. Of a task's three code cells, the graded one stands for all."""
    grading = cell.metadata.get("nbgrader")
    if grading is not None:
        return TASK if grading.get("grade") else 0
    names = {node.func.id for node in _named_calls(cell)}
    panels = sum(name.endswith("_panel") for name in names)
    return CELL + PANEL * panels + QUESTION * len(calls(cell, "check"))


def _named_calls(cell: NotebookNode) -> list[ast.Call]:
    tree = syntax(cell)
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]


@rule
def minutes(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The stated minutes are the measured ones, and at most 75: one meeting."""
    stated, measured = notebook.metadata.get("longwave", {}).get("minutes"), measured_minutes(notebook)
    if measured > MOST_MINUTES:
        yield "-", f"shorten the notebook: it takes {measured} minutes, and a meeting has {MOST_MINUTES}"
    if type(stated) is not int or stated != measured:
        yield "-", f"set metadata.longwave.minutes to {measured}, as measured, and say so in the title cell"
