"""What a student gets of a notebook of tasks, and what nbgrader's gradebook keeps of it."""

import re
from typing import TYPE_CHECKING, Any

from longwave.marks import named
from longwave.teaching.cells import RECEIPT, is_answer, is_code
from longwave.teaching.notebooks import copied, new_cell

if TYPE_CHECKING:
    from nbformat import NotebookNode

TEXT_STUB = "*Write your answer here.*"
RECEIPT_SOURCE = """\
# Save, then run this cell before you hand in. It reads the saved file and says what would be found in it.
from longwave.receipt import receipt

receipt("{lesson}")"""
# The order is that of nbgrader's GenerateAssignment. Its steps IncludeHeaderFooter and InstantiateTests are left out,
# as this course has no headers and no generated tests; its step SaveCells comes between these two.
_TO_GRADED = ("LockCells", "ClearSolutions", "ClearOutput", "CheckCellMetadata", "ComputeChecksums")
_TO_STUDENTS = ("ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata")


def student_copy(solution: "NotebookNode") -> "NotebookNode":
    """Return what a student gets of a notebook of tasks, by nbgrader's preprocessors, without its database.

    Its last cell is the receipt; the notebook of tasks has none, as there is nothing in it to hand in.
    """
    return _processed(graded_cells(solution), _TO_STUDENTS)


def _receipt(slug: str) -> "NotebookNode":
    """Return the cell that says what would be found in the student's notebook."""
    metadata = {**named(RECEIPT, locked=True, cell_type="code"), "deletable": False, "editable": False}
    return new_cell("code", RECEIPT_SOURCE.format(lesson=slug), RECEIPT, metadata)


def graded_cells(solution: "NotebookNode") -> "NotebookNode":
    """Return a notebook of tasks without its answers, but with its hidden tests: the gradebook keeps these cells.

    The receipt is among them: nbgrader's own grading refuses a locked cell that its gradebook does not have.
    """
    copy = copied(solution)
    if slug := copy.metadata.get("longwave", {}).get("slug"):
        copy.cells.append(_receipt(slug))
    return _processed(copy, _TO_GRADED)


def _processed(notebook: "NotebookNode", steps: tuple[str, ...]) -> "NotebookNode":
    from nbgrader import preprocessors
    from traitlets.config import Config

    config = Config()
    config.ClearSolutions.code_stub = {"python": "..."}
    config.ClearSolutions.text_stub = TEXT_STUB
    resources: dict[str, Any] = {}
    for name in steps:
        notebook, resources = getattr(preprocessors, name)(config=config).preprocess(notebook, resources)
        if name == "ClearSolutions":
            _drop_second_dots(notebook)
    return notebook


def _drop_second_dots(notebook: "NotebookNode") -> None:
    """Drop the bare `...` of a cleared block where it follows `floor = ...`."""
    for cell in notebook.cells:
        if is_answer(cell) and is_code(cell):
            cell.source = re.sub(r"(=\s*\.\.\.[ \t]*(?:#.*)?(?:\n[ \t]*#.*)*)\n\.\.\.(?=\n|$)", r"\1", cell.source)
