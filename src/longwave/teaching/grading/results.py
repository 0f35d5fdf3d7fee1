"""What came of one submission, as a file beside the graded notebook: written by grading, read by pages and reports."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from longwave.reader.files import write_whole
from longwave.teaching.folder.course import Course

SCHEMA = 1
STATES = ("graded", "unreadable", "missing")


@dataclass(frozen=True)
class TaskResult:
    """One task: points, and why. status: right, wrong, unanswered, unusable, other numbers, or stopped.

    "other numbers" is an answer that is right for the visible check and wrong for the test's own inputs.
    """

    id: str
    points: float
    max_points: float
    status: str
    mistake: str = ""
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class ArguedResult:
    """One task that a person grades: its points at most, and whether anything was written."""

    id: str
    max_points: float
    answered: bool


@dataclass(frozen=True)
class Result:
    """One student's submission of one lesson."""

    student: str
    lesson: str
    state: str
    submitted: str | None = None
    late_seconds: float = 0.0
    notes: tuple[str, ...] = ()
    tasks: tuple[TaskResult, ...] = ()
    argued: tuple[ArguedResult, ...] = ()
    numbers: dict[str, dict[str, float]] = field(default_factory=dict)
    fingerprint: str = ""
    for_instructor: tuple[str, ...] = ()  # notes that are not on the student's page

    @property
    def all_notes(self) -> tuple[str, ...]:
        """All notes, for the instructor."""
        return self.notes + self.for_instructor


def result_file(course: Course, student: str, lesson: str) -> Path:
    """Return the file of a result."""
    return course.autograded / student / lesson / "results.json"


def write_result(course: Course, result: Result) -> None:
    """Write a result in one step: it is complete, or not there at all."""
    document = {"schema": SCHEMA, **asdict(result)}
    path = result_file(course, result.student, result.lesson)
    write_whole(path, json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n")


def read_result(course: Course, student: str, lesson: str) -> Result | None:
    """Return a result, or None if there is none, or one that cannot be read: grading then makes it again."""
    try:
        document = json.loads(result_file(course, student, lesson).read_bytes())
        return _result(document) if document.pop("schema") == SCHEMA else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _result(document: dict[str, Any]) -> Result:
    tasks = tuple(TaskResult(**task) for task in document.pop("tasks"))
    argued = tuple(ArguedResult(**task) for task in document.pop("argued"))
    notes = {name: tuple(document.get(name, ())) for name in ("notes", "for_instructor")}
    return Result(**{**document, **notes, "tasks": tasks, "argued": argued})


def results_of(course: Course, lesson: str) -> list[Result]:
    """Return the results of a lesson, in the order of the students' ids."""
    folders = sorted(path.parent.parent.name for path in course.autograded.glob(f"*/{lesson}/results.json"))
    return [found for student in folders if (found := read_result(course, student, lesson))]
