"""How long a notebook takes, measured from what is in it."""

import ast
import math
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from longwave.marks import marks_of
from longwave.teaching.cells import is_code, is_graded

if TYPE_CHECKING:
    from nbformat import NotebookNode

WORDS_A_MINUTE = 200
# Minutes to run and read a cell, to move a panel, answer a question, solve a task, and argue a case.
CELL, PANEL, QUESTION, TASK, ARGUMENT = 1, 4, 3, 5, 10
STEP = 5
_LINK_TARGET = re.compile(r"\]\([^)\s]*\)|https?://\S+|<[^>]+>")


def measured_minutes(cells: Iterable["NotebookNode"]) -> int:
    """Return the time for reading, running, moving and answering, rounded up to five minutes."""
    return STEP * math.ceil(sum(map(_cell_minutes, cells)) / STEP)


def word_count(text: str) -> int:
    """Return the number of words in Markdown; the address of a link is not a word.

    >>> word_count("Two [more words](02-x.ipynb) – here")
    4
    """
    return sum(any(letter.isalnum() for letter in word) for word in _LINK_TARGET.sub(" ", text).split())


def _cell_minutes(cell: "NotebookNode") -> float:
    """Return the minutes for one cell. Of a task's three code cells, only the graded one counts."""
    if not is_code(cell):
        return word_count(cell.source) / WORDS_A_MINUTE + ARGUMENT * is_graded(cell)
    if marks_of(cell):
        return TASK * is_graded(cell)
    names = _called(cell.source)
    panels = sum(name.endswith("_panel") for name in set(names))
    return CELL + PANEL * panels + QUESTION * names.count("check")


def _called(source: str) -> list[str]:
    """Return the bare names that a cell calls; none where it is not plain Python."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return []
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [function.id for function in calls if isinstance(function, ast.Name)]
