"""The instructor's own tables: each student's total, and how each of its numbers is computed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from longwave.teaching.folder.clock import moment_words
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.names import cell
from longwave.teaching.folder.roster import Student
from longwave.teaching.folder.rules import points_off_words
from longwave.teaching.returning.numbers import number
from longwave.teaching.returning.scores import LessonScores, Score
from longwave.teaching.returning.standing import GRADED, MISSING, OPEN, TO_LOOK_AT, Standing, Standings
from longwave.teaching.returning.totals import dropped, percent

PEOPLE = ("student_id", "first_name", "last_name", "section", "group")
TOTALS = ("points", "possible", "percent", "dropped", "waiting")
WHY = (
    *("student_id", "lesson", "state", "earned", "possible", "handed_in", "deadline", "late_hours", "percent_off"),
    *("points_off", "points", "counts", "handed_in_by", "why"),
)
_WAITING = (OPEN, TO_LOOK_AT)
_COUNTED = (GRADED, MISSING)


@dataclass(frozen=True)
class Line:
    """One student: where they stand in each lesson, and which lessons the total leaves out."""

    student: Student
    standings: dict[str, Standing]
    dropped: list[str]

    @property
    def waiting(self) -> list[str]:
        """The lessons of which something has still to be graded or looked at."""
        return [lesson for lesson, standing in self.standings.items() if standing.state in _WAITING]


def lines_of(
    course: Course, scores: Sequence[LessonScores], students: Sequence[Student], moment: datetime
) -> list[Line]:
    """Return each student's standing in each lesson at a moment, and what the total leaves out."""
    standings = {one.lesson: Standings(course, one, moment) for one in scores}
    most, rules = {one.lesson: one.most for one in scores}, course.rules
    found = []
    for student in students:
        own = {lesson: known.of(student.student_id) for lesson, known in standings.items()}
        marks = _marks(own, most)
        # While something waits, it is not known which lessons are the lowest.
        waits = any(standing.state in _WAITING for standing in own.values())
        found.append(Line(student, own, [] if waits else dropped(marks, rules.drop_lowest, rules.always_counts)))
    return found


def _marks(standings: dict[str, Standing], most: dict[str, float]) -> dict[str, tuple[float, float]]:
    return {
        lesson: (standing.points or 0.0, most[lesson])
        for lesson, standing in standings.items()
        if standing.state in _COUNTED
    }


def totals_table(scores: Sequence[LessonScores], lines: Sequence[Line]) -> list[list[str]]:
    """Return a row for each student: points by lesson, and the total over what counts."""
    most = {one.lesson: one.most for one in scores}
    rows = [[*PEOPLE, *most, *TOTALS]]
    for line in lines:
        own = line.student
        people = [own.student_id, own.first_name, own.last_name, own.section, own.group]
        rows.append([*map(cell, people), *map(_cell, line.standings.values()), *_total(line, most)])
    return rows


def _cell(standing: Standing) -> str:
    """Return points, or in words why there are none."""
    if standing.state in _COUNTED and standing.points is not None:
        return number(standing.points)
    return standing.state


def _total(line: Line, most: dict[str, float]) -> list[str]:
    marks = _marks(line.standings, most)
    kept = [lesson for lesson in marks if lesson not in line.dropped]
    words = [" ".join(lessons) for lessons in (line.dropped, line.waiting)]
    if line.waiting or not kept:
        return ["", "", "", *words]
    points, possible = (sum(marks[lesson][place] for lesson in kept) for place in (0, 1))
    return [number(points), number(possible), number(percent(marks, kept)), *words]


def why_table(course: Course, scores: Sequence[LessonScores], lines: Sequence[Line]) -> list[list[str]]:
    """Return a row for each student and lesson: what was earned, what was taken off and why, and whether it counts."""
    rows = [list(WHY)]
    for line in lines:
        for one in scores:
            rows.append([cell(text) for text in _why(course, line, one)])
    return rows


def _why(course: Course, line: Line, scores: LessonScores) -> list[str]:
    student, lesson = line.student.student_id, scores.lesson
    standing = line.standings[lesson]
    score = standing.score
    deadline = course.deadline(student, lesson)
    counts = "dropped" if lesson in line.dropped else "yes" if standing.state in _COUNTED else "no"
    points = number(standing.points) if standing.points is not None else ""
    due = moment_words(deadline) if deadline else ""
    if score is None:
        return [student, lesson, standing.state, "", number(scores.most), "", due, "", "", "", points, counts, "", ""]
    ruling = score.ruling
    handed_in = moment_words(score.arrival.astimezone(course.rules.zone)) if score.arrival else ""
    late, share = number(ruling.late.total_seconds() / 3600), number(ruling.share * 100)
    by = score.of if score.of != student else ""
    known = [number(score.earned), number(scores.most), handed_in, due, late, share, number(score.penalty)]
    return [student, lesson, standing.state, *known, points, counts, by, why(score, scores.most)]


def why(score: Score, most: float) -> str:
    """Return the sentences that say what lateness takes off a score; empty if there is nothing to say."""
    words = (score.ruling.sentence, points_off_words(score.ruling, score.earned, most))
    return " ".join(word for word in words if word)
