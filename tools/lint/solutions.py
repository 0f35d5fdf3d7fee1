"""Rules on the notebooks of tasks: four cells a task, one argued task, and metadata that nbgrader accepts."""

import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from longwave.marks import marks_of, name_of
from longwave.tasks.task import KEY, WORDS
from longwave.teaching.cells import PARTS
from tools.lint import metadata
from tools.lint.reading import Finding, calls, first_argument, number_of, rule, slug_of

ARGUED_ROLES = ("prompt", "answer", "rubric")
AUTOMATIC_TASKS, TASKS_OF_A_SET = range(4, 7), range(6, 9)
SCHEMA_VERSION = 3
_SOLUTION = re.compile(r"BEGIN SOLUTION.*END SOLUTION", re.S)
_HIDDEN = re.compile(r"BEGIN HIDDEN TESTS.*END HIDDEN TESTS", re.S)
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(\|\s*:?-{3,}:?\s*)+\|?\s*$")


def tasks_in(notebook: NotebookNode) -> dict[str, dict[str, NotebookNode]]:
    """Return each task's cells by role: `02-floor-answer` has the role `answer` of the task `02-floor`."""
    found: dict[str, dict[str, NotebookNode]] = {}
    for cell in notebook.cells:
        task, _, role = cell.id.rpartition("-")
        if role in {*PARTS, *ARGUED_ROLES} and re.fullmatch(KEY + WORDS, task):
            found.setdefault(task, {})[role] = cell
    return found


def is_argued(cells: dict[str, NotebookNode]) -> bool:
    """Return whether a task is answered in prose, and so graded by hand."""
    return "answer" in cells and cells["answer"].cell_type == "markdown"


def automatic(notebook: NotebookNode) -> dict[str, dict[str, NotebookNode]]:
    """Return the tasks that a machine grades."""
    return {task: cells for task, cells in tasks_in(notebook).items() if not is_argued(cells)}


def argued(notebook: NotebookNode) -> dict[str, dict[str, NotebookNode]]:
    """Return the tasks that are graded by hand."""
    return {task: cells for task, cells in tasks_in(notebook).items() if is_argued(cells)}


def rubric_rows(markdown: str) -> int:
    r"""Return how many criteria the first table of a Markdown text has.

    >>> rubric_rows("| Criterion | Points |\n|---|---|\n| A choice | 2 |\n| Its cost | 2 |")
    2
    """
    lines = iter(markdown.splitlines())
    if not any(_TABLE_RULE.match(line) for line in lines):
        return 0
    rows = 0
    for line in lines:
        if "|" not in line:
            break
        rows += 1
    return rows


@rule
def task_count(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """A lesson has four to six tasks that a machine grades, a problem set six to eight, and both one argued task."""
    wanted = TASKS_OF_A_SET if number_of(slug_of(path)) is None else AUTOMATIC_TASKS
    if (count := len(automatic(notebook))) not in wanted:
        yield "-", f"set {wanted[0]} to {wanted[-1]} automatic tasks; there are {count}"
    if (count := len(argued(notebook))) != 1:
        yield "-", f"set exactly one argued task, with a Markdown answer cell; there are {count}"


@rule
def four_cells(notebook: NotebookNode, path: Path) -> Iterator[Finding]:
    """An automatic task is four cells: prompt, answer, check, tests, named after the task and role."""
    order = [cell.id for cell in notebook.cells]
    for task in automatic(notebook):
        wanted = [f"{task}-{role}" for role in PARTS]
        if not task.startswith(slug_of(path)[:2] + "-"):
            yield f"{task}-prompt", f"begin the task's id with {slug_of(path)[:2]}"
        if [name for name in order if name in wanted] != wanted:
            yield (
                f"{task}-prompt",
                f"give the task four cells with the ids {', '.join(wanted)}, in this order",
            )


@rule
def task_exists(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """An automatic task is one that the library can check, and its check cell calls check() with its id."""
    for task, cells in automatic(notebook).items():
        if task not in metadata.known_tasks():
            yield f"{task}-prompt", f"write the task {task} in longwave.tasks, or mend the cell ids"
        if "check" in cells and [first_argument(call) for call in calls(cells["check"], "check")] != [task]:
            yield f"{task}-check", f'call check("{task}", …) once in the check cell'


@rule
def answer_cell(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """An answer cell is marked as a solution, and its answer is between the solution marks."""
    for task, cells in automatic(notebook).items():
        cell = cells.get("answer")
        if cell is None:
            continue
        if (marks_of(cell).get("solution"), marks_of(cell).get("grade")) != (True, False):
            yield cell.id, "set metadata.nbgrader: solution true, grade false"
        if not _SOLUTION.search(cell.source):
            yield cell.id, "put the answer between ### BEGIN SOLUTION and ### END SOLUTION"
        elif not re.search(r"=\s*\.\.\.\s*$|^\s*def ", cell.source.split("BEGIN SOLUTION")[0], re.M):
            yield (
                cell.id,
                f"begin with what the student gets, {task.split('-')[-1]} = ..., then the solution marks",
            )


@rule
def tests_cell(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A tests cell is graded and worth points, and its tests are between the hidden marks."""
    for cells in automatic(notebook).values():
        cell = cells.get("tests")
        if cell is None:
            continue
        marks = marks_of(cell)
        if (marks.get("grade"), marks.get("solution"), marks.get("locked")) != (True, False, True):
            yield cell.id, "set metadata.nbgrader: grade true, solution false, locked true"
        if not marks.get("points"):
            yield cell.id, "set metadata.nbgrader.points to a number above 0"
        if not _HIDDEN.search(cell.source):
            yield cell.id, "put the tests between ### BEGIN HIDDEN TESTS and ### END HIDDEN TESTS"


@rule
def argued_task(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The argued task has a prompt, an answer graded by hand, points, and a rubric of 2 rows or more."""
    for task, cells in argued(notebook).items():
        marks = marks_of(cells["answer"])
        if not (marks.get("grade") and marks.get("solution") and marks.get("points")):
            yield cells["answer"].id, "set metadata.nbgrader: grade true, solution true, points above 0"
        if "prompt" not in cells:
            yield cells["answer"].id, f"ask the question in a cell {task}-prompt"
        if max(rubric_rows(cell.source) for cell in cells.values()) < 2:
            yield (
                cells["answer"].id,
                f"add the rubric, a table of criteria and points, to {task}-prompt or {task}-rubric",
            )


@rule
def nbgrader_metadata(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The metadata are such as nbgrader accepts, and each grade id is the cell's own id."""
    from nbgrader.nbgraderformat import MetadataValidator, ValidationError
    from nbgrader.nbgraderformat.common import SchemaMismatchError

    for cell in notebook.cells:
        if marks_of(cell) and name_of(cell) != cell.id:
            yield cell.id, f'set metadata.nbgrader.grade_id to "{cell.id}"'
        try:
            MetadataValidator().validate_cell(cell)
        except SchemaMismatchError:
            yield cell.id, f"set metadata.nbgrader.schema_version to {SCHEMA_VERSION}"
        except ValidationError as error:
            yield cell.id, f"mend metadata.nbgrader: {str(error).splitlines()[0]}"


@rule
def marks_in_place(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Solution and test marks are only in cells that are cleared, so that students see nothing of them."""
    for cell in notebook.cells:
        if "BEGIN SOLUTION" in cell.source and not marks_of(cell).get("solution"):
            yield cell.id, "move the solution into an answer cell"
        if "BEGIN HIDDEN TESTS" in cell.source and not marks_of(cell).get("grade"):
            yield cell.id, "move the hidden tests into a tests cell"
