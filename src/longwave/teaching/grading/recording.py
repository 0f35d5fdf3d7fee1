"""Grades into nbgrader's gradebook, through its own interface: one submission, one transaction."""

import datetime
import warnings
from typing import Any

from longwave.teaching.cells import (
    ANSWER,
    TESTS,
    Cells,
    is_answer,
    is_untouched,
    name_in_task,
    same_text,
    source_of,
    task_of,
)
from longwave.teaching.grading.job import Graded
from longwave.teaching.grading.results import Result
from longwave.teaching.notebooks import notebook_of


def record(gradebook: Any, graded: Graded, before: Cells | None = None) -> None:
    """Write what came of a submission.

    A person's scores and comments stay. If a person gave points to an answer whose text has changed since, a person is
    asked to look at it again; what is to be looked at already stays so.

    Args:
        gradebook: nbgrader's.
        graded: what came of the submission.
        before: the cells of the graded notebook that a person may have seen, None if it is gone.
    """
    submission = _submission(gradebook, graded.result)
    notebook = next(one for one in submission.notebooks if one.name == graded.result.lesson)
    scores = {name_in_task(task.id, TESTS): task.points for task in graded.result.tasks}
    answered = {name_in_task(task.id, ANSWER): task.answered for task in graded.result.argued}
    now = Cells(notebook_of(graded.notebook).cells)
    for grade in notebook.grades:
        name = grade.cell.name
        grade.auto_score = scores.get(name, None if answered.get(name) else 0.0)
        if grade.manual_score is None:
            grade.needs_manual_grade = grade.auto_score is None
        elif before is None or _answer(before, name) != _answer(now, name):
            grade.needs_manual_grade = True
    empty = _unanswered(now)
    for comment in notebook.comments:
        comment.auto_comment = "No response." if comment.name in empty else None
    gradebook.db.commit()


def _submission(gradebook: Any, result: Result) -> Any:
    moment = datetime.datetime.fromisoformat(result.submitted) if result.submitted else None
    if moment is not None and moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)  # nbgrader keeps UTC without a time zone
    with warnings.catch_warnings(action="ignore"):  # nbgrader makes its rows before it adds them to the session
        return gradebook.update_or_create_submission(result.lesson, result.student, timestamp=moment)


def _answer(cells: Cells, graded: str) -> str:
    """Return the text of the answer for which a graded cell gives points."""
    return same_text(source_of(cells.find(name_in_task(task_of(graded), ANSWER))))


def _unanswered(cells: Cells) -> set[str]:
    """Return the names of the answer cells that are as they were given out."""
    return {name for name, cell in cells if is_answer(cell) and is_untouched(cell)}
