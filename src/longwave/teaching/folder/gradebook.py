"""nbgrader's gradebook of a course: opened, filled with students and assignments, and saved before a change.

It is SQLite in the course's folder, or PostgreSQL by the setting `url`. Both were run with nbgrader 0.9.6 on
SQLAlchemy 2.1.
"""

import datetime
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.marks import checksum_of, name_of
from longwave.reader.errors import ExpectedError
from longwave.tasks.lock import locked
from longwave.teaching.cells import is_answer, is_described, is_graded, is_task, points_of
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import read_roster
from longwave.teaching.folder.student_copy import graded_cells

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from nbgrader.api import Gradebook, Notebook


@contextmanager
def open_gradebook(course: Course) -> Iterator["Gradebook"]:
    """Open the course's gradebook, and close it at the end. A new one is made if there is none yet.

    Raises:
        ExpectedError: if nbgrader or the database's driver is missing, or if the database cannot be reached.
    """
    with _expecting_errors():
        gradebook = _connect(course)
    with gradebook:
        yield gradebook


def is_there(course: Course) -> bool:
    """Return whether there is a gradebook already; none is made."""
    file = course.gradebook_file
    if file is not None:
        return file.is_file() and file.stat().st_size > 0
    with _expecting_errors():
        from sqlalchemy import create_engine, inspect

        engine = create_engine(course.gradebook_url)
        try:
            return inspect(engine).has_table("assignment")
        finally:
            engine.dispose()


@contextmanager
def _expecting_errors() -> Iterator[None]:
    """Turn each error that a database can cause into an `ExpectedError`."""
    try:
        from sqlalchemy.exc import SQLAlchemyError
    except ModuleNotFoundError as error:
        raise ExpectedError(_("{module} is not installed here.").format(module=error.name)) from error
    try:
        yield
    except ModuleNotFoundError as error:
        raise ExpectedError(_("{module} is not installed here.").format(module=error.name)) from error
    except (SQLAlchemyError, OSError) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise ExpectedError(_("The gradebook cannot be opened: {reason}").format(reason=reason)) from error


def _connect(course: Course) -> "Gradebook":
    file = course.gradebook_file
    if file is None or is_there(course):
        return _gradebook(course.gradebook_url, course)
    # A new one is made under another name: half of one, left by a command that was stopped, would pass for complete.
    with locked(file.with_name(".gradebook.lock")):
        if not is_there(course):
            unfinished = file.with_name(".gradebook.part")
            unfinished.unlink(missing_ok=True)
            _gradebook(f"sqlite:///{unfinished}", course).close()
            os.chmod(unfinished, 0o600)
            os.replace(unfinished, file)
    return _gradebook(course.gradebook_url, course)


def _gradebook(url: str, course: Course) -> "Gradebook":
    from nbgrader.api import Gradebook

    # For a new gradebook nbgrader runs the command alembic, which is in the folder of this Python.
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{before}"
    try:
        return Gradebook(url, course.course_id)
    finally:
        os.environ["PATH"] = before


def enrol(course: Course, gradebook: "Gradebook") -> int:
    """Add the roster's students to the gradebook, in one transaction; return how many are new.

    Names and addresses are brought up to date. Nobody is ever deleted: a student who left keeps the grades.
    """
    from nbgrader.api import Student

    known = {student.id: student for student in gradebook.students}
    new = 0
    for listed in read_roster(course):
        student = known.get(listed.student_id)
        if student is None:
            student, new = Student(id=listed.student_id), new + 1
            gradebook.db.add(student)
        student.first_name, student.last_name = listed.first_name, listed.last_name
        student.email, student.lms_user_id = listed.email, listed.lms_id
    gradebook.db.commit()
    return new


def register(course: Course, gradebook: "Gradebook", lesson: str, notebook: "NotebookNode") -> bool:
    """Register a lesson's solution: the assignment, its deadline, its notebook, and its cells with their points.

    Return False where all of that was there already.

    Raises:
        ExpectedError: if the cells changed and students' work on the old ones is in the gradebook already.
    """
    cells = graded_cells(notebook)
    deadline = course.deadlines.get(lesson)
    changed = is_stale(course, gradebook, lesson, cells)
    if changed:
        _refuse_lost_cells(gradebook, lesson, cells)
        gradebook.update_or_create_assignment(lesson, duedate=_in_utc(deadline))
        _save_cells(course, lesson, cells)
        gradebook.db.expire_all()
    return changed


def is_stale(course: Course, gradebook: "Gradebook", lesson: str, cells: "NotebookNode") -> bool:
    """Return whether the gradebook lacks something of a lesson, or differs from what the lesson is now."""
    from nbgrader.api import MissingEntry

    try:
        stored = gradebook.find_notebook(lesson, lesson)
    except MissingEntry:
        return True
    due = gradebook.find_assignment(lesson).duedate
    return due != _in_utc(course.deadlines.get(lesson)) or _stored(stored) != _wanted(cells)


def _in_utc(moment: datetime.datetime | None) -> datetime.datetime | None:
    """Return a moment as nbgrader keeps it: in UTC, without saying so."""
    from nbgrader.utils import parse_utc

    kept: datetime.datetime | None = parse_utc(moment)
    return kept


def _wanted(notebook: "NotebookNode") -> set[tuple[Any, ...]]:
    """Return what the gradebook should hold of each cell."""
    found: set[tuple[Any, ...]] = set()
    for cell in notebook.cells:
        name = name_of(cell)
        if is_graded(cell):
            found.add(("grade", name, points_of(cell), cell.cell_type))
        if is_answer(cell):
            found.add(("solution", name))
        if is_task(cell):
            found.add(("task", name, points_of(cell), cell.cell_type))
        if is_described(cell):
            found.add(("source", name, cell.source, checksum_of(cell)))
    return found


def _stored(notebook: "Notebook") -> set[tuple[Any, ...]]:
    """Return what the gradebook holds of each cell."""
    found: set[tuple[Any, ...]] = {
        ("grade", cell.name, cell.max_score, cell.cell_type) for cell in notebook.grade_cells
    }
    found |= {("solution", cell.name) for cell in notebook.solution_cells}
    found |= {("task", cell.name, cell.max_score, cell.cell_type) for cell in notebook.task_cells}
    return found | {("source", cell.name, cell.source, cell.checksum) for cell in notebook.source_cells}


def _refuse_lost_cells(gradebook: "Gradebook", lesson: str, cells: "NotebookNode") -> None:
    """Refuse, in a sentence, what nbgrader refuses: grades depend on these cells."""
    from nbgrader.api import MissingEntry

    try:
        stored = gradebook.find_notebook(lesson, lesson)
    except MissingEntry:
        return
    names = {cell[:2] for cell in _stored(stored)} ^ {cell[:2] for cell in _wanted(cells)}
    if stored.submissions and names:
        sentence = _("Grades of {lesson} are in the gradebook, so its cells must stay. Added or gone: {cells}")
        raise ExpectedError(sentence.format(lesson=lesson, cells=", ".join(sorted({name for _kind, name in names}))))


def _save_cells(course: Course, lesson: str, cells: "NotebookNode") -> None:
    from nbgrader.preprocessors import SaveCells

    about = {"notebook": lesson, "assignment": lesson, "db_url": course.gradebook_url}
    SaveCells().preprocess(cells, {"nbgrader": about})
