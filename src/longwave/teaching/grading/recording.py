"""Grades into nbgrader's gradebook, through its own interface: one submission, one transaction."""

import datetime
import warnings
from typing import Any

from longwave.teaching.cells import ANSWER, TESTS, is_answer, is_untouched, name_in_task, name_of
from longwave.teaching.grading.job import Graded
from longwave.teaching.grading.results import Result
from longwave.teaching.notebooks import notebook_of


def record(gradebook: Any, graded: Graded) -> None:
    """Write what came of a submission.

    A person's scores and comments stay; where there are any, a person is asked to check them, as in nbgrader itself.
    """
    submission = _submission(gradebook, graded.result)
    notebook = next(one for one in submission.notebooks if one.name == graded.result.lesson)
    scores = {name_in_task(task.id, TESTS): task.points for task in graded.result.tasks}
    answered = {name_in_task(task.id, ANSWER): task.answered for task in graded.result.argued}
    for grade in notebook.grades:
        name = grade.cell.name
        grade.auto_score = scores.get(name, None if answered.get(name) else 0.0)
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    empty = _unanswered(graded.notebook)
    for comment in notebook.comments:
        comment.auto_comment = "No response." if comment.name in empty else None
    gradebook.db.commit()


def _submission(gradebook: Any, result: Result) -> Any:
    moment = datetime.datetime.fromisoformat(result.submitted) if result.submitted else None
    if moment is not None and moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)  # nbgrader keeps UTC without a time zone
    with warnings.catch_warnings(action="ignore"):  # nbgrader makes its rows before it adds them to the session
        return gradebook.update_or_create_submission(result.lesson, result.student, timestamp=moment)


def _unanswered(notebook: str) -> set[str]:
    """Return the names of the answer cells that are as they were given out."""
    cells = notebook_of(notebook).cells
    return {name_of(cell) for cell in cells if is_answer(cell) and is_untouched(cell)}
