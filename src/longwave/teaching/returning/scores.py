"""The scores of a lesson, read from nbgrader's gradebook: the machine's, a person's, and what lateness takes off."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from longwave.teaching.cells import Cells
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.rules import Ruling, points_off
from longwave.teaching.intake.groups import counting

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass
class Score:
    """One student's score in one lesson. `waits`: a person has still to look at something of it."""

    tasks: dict[str, float] = field(default_factory=dict)  # points by the name of the graded cell
    open: set[str] = field(default_factory=set)  # names of the cells to which nobody has given points
    penalty: float = 0.0  # points: what the course's rules take off, and a penalty that nbgrader itself holds
    waits: bool = False
    arrival: datetime | None = None
    ruling: Ruling = field(default_factory=Ruling)
    of: str = ""  # the student whose submission it is: in group work it may be another member's

    @property
    def earned(self) -> float:
        """All points before anything is taken off."""
        return sum(self.tasks.values())

    @property
    def total(self) -> float | None:
        """The score of the lesson, as nbgrader's own export has it; None while a cell is open."""
        return None if self.open else max(0.0, self.earned - self.penalty)

    def count_open_as_nothing(self) -> None:
        """Give open cells no points, as nbgrader's own export does."""
        self.tasks |= dict.fromkeys(self.open, 0.0)
        self.open = set()


@dataclass
class LessonScores:
    """All scores of a lesson: what each graded cell is worth, in the order of the notebook, and who has what."""

    lesson: str
    points: dict[str, float]
    students: dict[str, Score]

    @property
    def most(self) -> float:
        """What the lesson is worth."""
        return sum(self.points.values())

    @property
    def has_penalty(self) -> bool:
        """Whether anybody lost points for lateness."""
        return any(score.penalty for score in self.students.values())


def lesson_scores(course: Course, gradebook: "Gradebook", lesson: str) -> LessonScores | None:
    """Return the scores of a lesson; None if the gradebook does not know it."""
    from nbgrader.api import MissingEntry

    try:
        notebook = gradebook.find_notebook(lesson, lesson)
    except MissingEntry:
        return None
    worth = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
    cells = _exercise(course, lesson)
    names = sorted(worth, key=lambda name: (name not in cells, cells.place(name), name))
    found = LessonScores(lesson, {name: worth[name] for name in names}, _scores(gradebook, lesson))
    found.students = ruled_scores(course, found)
    return found


def ruled_scores(course: Course, scores: LessonScores) -> dict[str, Score]:
    """Return the score that counts for each student, of a group's newest submission, under the student's own rules."""
    deadline = course.deadlines.get(scores.lesson)
    found = {}
    arrivals = {student: score.arrival for student, score in scores.students.items()}
    for student, source in counting(course, scores.lesson, arrivals).items():
        score = scores.students[source]
        ruling = course.rules.ruling(student, scores.lesson, score.arrival, deadline)
        penalty = score.penalty + points_off(ruling, score.earned, scores.most)
        tasks, open_cells = dict(score.tasks), set(score.open)  # each student's own, as they may be changed
        found[student] = replace(score, tasks=tasks, open=open_cells, penalty=penalty, ruling=ruling, of=source)
    return found


def _scores(gradebook: "Gradebook", lesson: str) -> dict[str, Score]:
    """Return the scores of all who handed a lesson in, by student."""
    from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook

    grades = (
        gradebook.db.query(SubmittedAssignment.student_id, BaseCell.name, Grade)
        .select_from(Grade)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .where(Assignment.name == lesson)
    )
    students: dict[str, Score] = {}
    for student, name, grade in grades:
        entry = students.setdefault(student, Score())
        if grade.auto_score is None and grade.manual_score is None:
            entry.open.add(name)
        else:
            entry.tasks[name] = grade.score
        entry.waits = entry.waits or grade.needs_manual_grade
    for submission in gradebook.assignment_submissions(lesson):
        score = students.setdefault(submission.student_id, Score())
        score.penalty = submission.late_submission_penalty
        # nbgrader keeps UTC without saying so
        score.arrival = submission.timestamp.replace(tzinfo=UTC) if submission.timestamp else None
    return students


def _exercise(course: Course, lesson: str) -> Cells:
    """Return the cells of the lesson's exercise, none if it cannot be read."""
    try:
        return Cells(json.loads(course.exercise(lesson).read_bytes())["cells"])
    except (OSError, ValueError, KeyError):
        return Cells([])
