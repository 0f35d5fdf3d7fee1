"""Where a student stands in a lesson: graded, open, excused, missing, not due, or with something to be looked at."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from longwave.teaching.folder.course import Course
from longwave.teaching.intake.groups import groups_of
from longwave.teaching.intake.set_aside import REASONS
from longwave.teaching.returning.scores import LessonScores, Score

GRADED, OPEN, EXCUSED, MISSING, NOT_DUE, TO_LOOK_AT = "graded", "open", "excused", "missing", "not due", "to look at"


@dataclass(frozen=True)
class Standing:
    """A student in a lesson. `points`: what counts after lateness, None where it is not known or not counted."""

    state: str
    points: float | None = None
    score: Score | None = None


class Standings:
    """Finds where students stand in one lesson at one moment."""

    def __init__(self, course: Course, scores: LessonScores, moment: datetime) -> None:
        """Take a lesson's scores, and the moment at which a deadline is over or not."""
        self.course, self.scores, self.moment = course, scores, moment
        self._groups = list(groups_of(course, scores.lesson).values())
        self._aside = _set_aside(course, scores.lesson)

    def of(self, student: str) -> Standing:
        """Return where a student stands.

        Excused goes before all else. Missing, which is 0, is only who handed in nothing at all, neither a notebook that
        waits for grading nor a file that was set aside, although the own deadline is over and others are graded.
        """
        score = self.scores.students.get(student)
        if self.course.rules.excused(student, self.scores.lesson):
            return Standing(EXCUSED, None, score)
        if score is not None:
            return Standing(OPEN if score.total is None else GRADED, score.total, score)
        if any(self._handed_in(mate) for mate in self._mates(student)):
            return Standing(TO_LOOK_AT)
        deadline = self.course.deadline(student, self.scores.lesson)
        is_over = deadline is not None and self.moment.astimezone(UTC) > deadline.astimezone(UTC)
        return Standing(MISSING, 0.0) if is_over and self.scores.students else Standing(NOT_DUE)

    def _mates(self, student: str) -> list[str]:
        return next((members for members in self._groups if student in members), [student])

    def _handed_in(self, student: str) -> bool:
        return student in self._aside or self.course.submission(student, self.scores.lesson).is_file()


def _set_aside(course: Course, lesson: str) -> set[str]:
    """Return the students of whom something was set aside in a lesson."""
    found: set[str] = set()
    for path in course.set_aside.glob(f"{lesson}/*/{REASONS}"):
        try:
            found |= {entry["student"] for entry in json.loads(path.read_bytes())}
        except (OSError, ValueError, TypeError, KeyError):
            continue
    return found - {""}
