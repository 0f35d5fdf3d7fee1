"""One student's marks in a lesson, as the student's page needs them: by task, with open points and comments."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from longwave.teaching.cells import task_of


@dataclass(frozen=True)
class Mark:
    """One graded cell: points, None if a person has not given them yet; and a person's comment.

    `again`: a person gave the points to an earlier text, and has not looked at the present one.
    """

    points: float | None
    max_points: float
    comment: str = ""
    again: bool = False


@dataclass(frozen=True)
class Marks:
    """One submission: a mark by task id, the penalty for lateness, and the sum, None while something is open.

    `comments` are a person's on cells of no graded task.
    """

    by_task: dict[str, Mark]
    penalty: float = 0.0
    comments: tuple[str, ...] = ()

    @property
    def total(self) -> float | None:
        """The sum of all points less the penalty; None while a task waits for a person."""
        points = [mark.points for mark in self.by_task.values() if mark.points is not None and not mark.again]
        return max(0.0, sum(points) - self.penalty) if len(points) == len(self.by_task) else None

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
    said: dict[str, list[str]] = defaultdict(list)
    for notebook in submission.notebooks:
        order = {cell.name: place for place, cell in enumerate(notebook.notebook.source_cells)}
        for comment in sorted(notebook.comments, key=lambda one: order.get(one.name, 0)):
            if words := (comment.manual_comment or "").strip():
                said[task_of(comment.name)].append(words)  # of a test, the box is at the answer's cell
        for grade in sorted(notebook.grades, key=lambda one: order.get(one.name, 0)):
            task, again = task_of(grade.name), grade.manual_score is not None and bool(grade.needs_manual_grade)
            found[task] = Mark(_points(grade), float(grade.max_score), "\n".join(said.pop(task, ())), again)
    rest = tuple(words for several in said.values() for words in several)
    return Marks(found, float(submission.late_submission_penalty or 0.0), rest)


def _points(grade: Any) -> float | None:
    """Return the points that count: a person's before the machine's, extra credit on top."""
    points = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return None if points is None else float(points) + float(grade.extra_credit or 0.0)
