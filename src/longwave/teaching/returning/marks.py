"""One student's marks in a lesson, as the student's page needs them: by task, with open points and comments."""

from dataclasses import dataclass
from typing import Any

from longwave.teaching.cells import task_of


@dataclass(frozen=True)
class Mark:
    """One graded cell: points, None if a person has not given them yet; and a person's comment."""

    points: float | None
    max_points: float
    comment: str = ""


@dataclass(frozen=True)
class Marks:
    """One submission: a mark by task id, the penalty for lateness, and the sum, None while something is open."""

    by_task: dict[str, Mark]
    penalty: float = 0.0

    @property
    def total(self) -> float | None:
        """The sum of all points less the penalty; None while a task waits for a person."""
        is_open = any(mark.points is None for mark in self.by_task.values())
        return None if is_open else max(0.0, self.earned - self.penalty)

    @property
    def earned(self) -> float:
        """All points so far, before anything is taken off."""
        return sum(mark.points or 0.0 for mark in self.by_task.values())

    @property
    def most(self) -> float:
        """The highest possible number of points."""
        return sum(mark.max_points for mark in self.by_task.values())


def marks_of(gradebook: Any, lesson: str, student: str) -> Marks | None:
    """Return a student's marks in a lesson, in the order of the notebook; None if nothing was handed in."""
    from nbgrader.api import MissingEntry

    try:
        submission = gradebook.find_submission(lesson, student)
    except MissingEntry:
        return None
    found: dict[str, Mark] = {}
    for notebook in submission.notebooks:
        comments = {comment.name: comment.manual_comment or "" for comment in notebook.comments}
        order = {cell.name: place for place, cell in enumerate(notebook.notebook.source_cells)}
        for grade in sorted(notebook.grades, key=lambda one: order.get(one.name, 0)):
            found[task_of(grade.name)] = Mark(_points(grade), float(grade.max_score), comments.get(grade.name, ""))
    return Marks(found, float(submission.late_submission_penalty or 0.0))


def _points(grade: Any) -> float | None:
    """Return the points that count: a person's before the machine's, extra credit on top."""
    points = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return None if points is None else float(points) + float(grade.extra_credit or 0.0)
