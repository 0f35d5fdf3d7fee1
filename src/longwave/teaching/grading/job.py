"""One submission on its way through a grading process: what it needs, and what comes back."""

import ctypes
import hashlib
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import longwave
from longwave.i18n import _
from longwave.marks import name_of
from longwave.teaching.cells import Cells, is_argued, is_graded, task_of
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.notes import kept_notes
from longwave.teaching.grading.results import ArguedResult, Result, TaskResult
from longwave.teaching.notebooks import notebook_of, text_of
from longwave.teaching.sandbox.kinds import Kind
from longwave.teaching.sandbox.limits import Limits

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from longwave.teaching.judging.bench import Bench
    from longwave.teaching.judging.judge import Judgement, Outcome

Numbers = dict[str, float]  # a student's own in one task, by name
_bench: "Bench | None" = None  # this process's own


@dataclass(frozen=True)
class Job:
    """One submission. `source` is the course's notebook for this student, `copy` what the student got, both as text."""

    student: str
    lesson: str
    path: Path
    source: str
    copy: str
    numbers: dict[str, Numbers]
    submitted: str | None
    late_seconds: float
    fingerprint: str
    others: dict[str, list[Numbers]]

    @classmethod
    def of(cls, course: Course, lesson: str, student: str) -> "Job":
        """Return the job for a student's submission, with the student's own numbers where the lesson has them."""
        from longwave.teaching.handout.personal import personal_texts
        from longwave.teaching.handout.variants.record import others_numbers
        from longwave.teaching.intake.handed_in import handed_in

        path = course.submission(student, lesson)
        source, copy, numbers = personal_texts(course, lesson, student)
        when = handed_in(course, lesson, student)
        submitted, late = when.moment.isoformat() if when.moment else None, when.seconds_late
        known = json.dumps([source, numbers, submitted, late, longwave.__version__], sort_keys=True)
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        fingerprint = hashlib.sha256(known.encode() + content).hexdigest()
        others = others_numbers(course, lesson, numbers)
        return cls(student, lesson, path, source, copy, numbers, submitted, late, fingerprint, others)


@dataclass(frozen=True)
class Graded:
    """What came of a job: the result, and the graded notebook as text."""

    result: Result
    notebook: str


@dataclass(frozen=True)
class NotGraded:
    """A submission that is not graded: for a fault of the course, or, without one, for lack of memory."""

    student: str
    fault: str = ""


def begin(kind: Kind, limits: Limits, numbers: Any, parent: int, lesson: str, modules: list[str]) -> None:
    """Make this process a grading process: end with its parent, import what the lesson needs once, start a sandbox.

    Args:
        kind: what keeps the students' code in.
        limits: how much that code may use.
        numbers: a queue with a number for each grading process.
        parent: the process with which this one ends.
        lesson: the lesson's slug.
        modules: what the course's cells import.
    """
    global _bench
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)  # it had ended before this line
    from longwave.light_schemas import import_lightly

    import_lightly("nbformat")
    from longwave.tasks.task import lesson_tasks, lessons
    from longwave.teaching.judging.bench import Bench

    if lesson[:2] in lessons():
        lesson_tasks(lesson[:2])
    _bench = Bench(kind, limits, numbers.get(), modules)


def grade_one(job: Job) -> Graded | NotGraded:
    """Grade one submission in this process.

    Raises:
        RuntimeError: if the process was not made a grading process.
    """
    from longwave.teaching.grading.graded_notebook import graded_notebook
    from longwave.teaching.grading.noticing import borrowed, oddities, redefinitions, with_others
    from longwave.teaching.handout.variants.carried import other_numbers, tasks_with_other_numbers
    from longwave.teaching.intake.reading import UnreadableError
    from longwave.teaching.intake.submission import Submission, read_submission
    from longwave.teaching.judging.bench import MachineShortError
    from longwave.teaching.judging.judge import Judgement
    from longwave.teaching.judging.steps import steps
    from longwave.teaching.sandbox.seeing import SandboxError

    if _bench is None:
        raise RuntimeError("`begin` makes a process a grading process")
    source, copy = notebook_of(job.source), notebook_of(job.copy)
    try:
        submitted = read_submission(job.path, copy.cells)
        given, plan = Cells(copy.cells), with_others(steps(Cells(source.cells), submitted.cells), job.others)
        foreign = tasks_with_other_numbers(submitted.cells, job.numbers)
        notes = oddities(given, submitted.cells, foreign) + submitted.notes
        notes += other_numbers(submitted.cells, job.numbers)
        inside = redefinitions(given, plan)
        found = _bench.judge(plan, job.numbers)
        inside += borrowed(plan, found)
        state = "graded"
    except UnreadableError as error:
        submitted, notes, inside, found = Submission(Cells([])), [str(error)], [], Judgement()
        state = "unreadable"
    except MachineShortError:
        return NotGraded(job.student)
    except SandboxError as error:
        return NotGraded(job.student, f"{job.student}: {error}")
    notebook = graded_notebook(source, copy, submitted.cells, found)
    result = _result(job, notebook, found, notes, state)
    return Graded(replace(result, for_instructor=kept_notes(inside)), text_of(notebook) + "\n")


def _result(job: Job, notebook: "NotebookNode", found: "Judgement", notes: list[str], state: str) -> Result:
    """Return the result from the graded notebook and the judge's outcomes."""
    from nbgrader.utils import determine_grade

    tasks, argued = [], []
    for cell in notebook.cells:
        if not is_graded(cell):
            continue
        name = name_of(cell)
        points, most = determine_grade(cell)
        if is_argued(cell):
            argued.append(ArguedResult(task_of(name), most, points is None))
            continue
        tasks.append(_task(task_of(name), found.outcomes.get(name), most, job.numbers))
    notes = _stops(found) + notes
    return Result(
        job.student, job.lesson, state, job.submitted, job.late_seconds, kept_notes(notes), tuple(tasks), tuple(argued),
        job.numbers, job.fingerprint,
    )  # fmt: skip


def _task(task_id: str, outcome: "Outcome | None", most: float, numbers: Mapping[str, Numbers]) -> TaskResult:
    if outcome is None:
        return TaskResult(task_id, 0.0, most, "unanswered")
    hint = "" if outcome.passed else _hint(task_id, numbers.get(task_id))
    points = most if outcome.passed else 0.0
    return TaskResult(task_id, points, most, outcome.status, outcome.mistake, outcome.message, hint)


def _hint(task_id: str, numbers: Numbers | None) -> str:
    """Return the first hint of a task, empty where there is none."""
    from longwave.tasks.task import UnknownTaskError, find_task

    try:
        hints = find_task(task_id, numbers).hints
    except UnknownTaskError:
        return ""
    return hints[0] if hints else ""


def _stops(found: "Judgement") -> list[str]:
    """Return a sentence for each reason why something of the submission had to be stopped."""
    errors = [report["error"] for report in found.outputs.values() if report["error"]]
    reasons = [reason for kind, reason in errors if kind == "Stopped"]  # a student's own error has no such kind
    reasons += [outcome.message for outcome in found.outcomes.values() if outcome.status == "stopped"]
    return [_("Stopped: {reason}.").format(reason=reason) for reason in dict.fromkeys(reasons) if reason]
