"""A student's cells in a learning platform's file: points, nothing yet, excused, or 0 for who is missing."""

from collections.abc import Sequence

from longwave.teaching.folder import clock
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.roster import Student
from longwave.teaching.returning.numbers import number
from longwave.teaching.returning.scores import LessonScores
from longwave.teaching.returning.standing import EXCUSED, MISSING, Standing, Standings


class Points:
    """Finds the cells of students; what is not graded yet is empty: whether it is a zero, a person decides."""

    def __init__(self, course: Course, scores: Sequence[LessonScores], per_task: bool, excused: str) -> None:
        """Take the lessons, whether each task has a column, and what a platform writes for who is excused."""
        moment = clock.now()
        self.standings = [Standings(course, one, moment) for one in scores]
        self.per_task, self.excused = per_task, excused

    def of(self, student: Student) -> list[str]:
        """Return a student's cells."""
        found: list[str] = []
        for standings in self.standings:
            standing = standings.of(student.student_id)
            found += self._tasks(standings.scores, standing) if self.per_task else [self._cell(standing)]
        return found

    def _tasks(self, scores: LessonScores, standing: Standing) -> list[str]:
        score = standing.score
        if score is None or standing.state == EXCUSED:
            penalty = ["0" if standing.state == MISSING else ""] if scores.has_penalty else []
            return [self._cell(standing)] * len(scores.points) + penalty
        found = [number(score.tasks[name]) if name in score.tasks else "" for name in scores.points]
        return found + ([number(-score.penalty)] if scores.has_penalty else [])

    def _cell(self, standing: Standing) -> str:
        if standing.state == EXCUSED:
            return self.excused
        return number(standing.points) if standing.points is not None else ""
