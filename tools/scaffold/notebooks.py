"""Make a notebook from a template in Markdown, whose cells each begin with a line such as `<!-- code puzzle -->`."""

import re
from collections.abc import Callable, Iterator

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tools.lint.metadata import KERNELSPEC
from tools.lint.solutions import SCHEMA_VERSION

_CELL = re.compile(r"^<!-- (text|code) ([a-z0-9-]+)(?: (\d+))? -->\n", re.M)


def notebook(template: str, graded: bool) -> NotebookNode:
    """Return the notebook of a template, in a notebook of tasks with the metadata that nbgrader needs."""
    metadata = {"kernelspec": dict(KERNELSPEC), "language_info": {"name": "python"}}
    made: NotebookNode = new_notebook(cells=list(_cells(template, graded)), metadata=metadata)
    return made


def _cells(template: str, graded: bool) -> Iterator[NotebookNode]:
    _before, *parts = _CELL.split(template)
    for kind, name, points, source in zip(*(parts[place::4] for place in range(4)), strict=True):
        make: Callable[..., NotebookNode] = new_code_cell if kind == "code" else new_markdown_cell
        cell = make(source.strip("\n"), id=name)
        if graded:
            cell.metadata.update(nbgrader=_grading(name, int(points or 0)))
        yield cell


def _grading(name: str, points: int) -> dict[str, object]:
    """Return nbgrader's metadata: cells with points are graded, answers are the student's, all others are locked."""
    answer = name.endswith("-answer")
    marks = {"grade": bool(points), "solution": answer, "locked": not answer, "task": False}
    return {"schema_version": SCHEMA_VERSION, "grade_id": name, **marks, **({"points": points} if points else {})}
