"""Grading a lesson: every submission goes through the sandbox and the judge, and the grades into nbgrader's gradebook.

A run can be killed at any point and repeated. A submission's grades are one transaction; its result file is written
last and has a fingerprint of all that the grades depend on, so it is known what is done, and the rest is done again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import Cells
from longwave.teaching.folder.alone import alone
from longwave.teaching.folder.backups import backup
from longwave.teaching.folder.course import Course
from longwave.teaching.folder.gradebook import enrol, open_gradebook
from longwave.teaching.folder.names import is_safe
from longwave.teaching.folder.sections import in_section
from longwave.teaching.grading.here import graded_here
from longwave.teaching.grading.job import Graded, Job, NotGraded
from longwave.teaching.grading.recording import record
from longwave.teaching.grading.results import read_result, result_file, write_result
from longwave.teaching.intake.groups import with_mates
from longwave.teaching.notebooks import read_notebook
from longwave.teaching.sandbox.finding import memory_warning
from longwave.teaching.sandbox.kinds import Kind, refuse_visible
from longwave.teaching.sandbox.limits import Limits
from longwave.teaching.sandbox.packages import refuse_missing

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

# What grades jobs within limits somewhere else than on this machine, with the course's own packages imported there.
Engine = Callable[[list[Job], Limits, tuple[str, ...]], Iterator[Graded | NotGraded]]


@dataclass
class GradingReport:
    """What a run did, for the instructor."""

    graded: list[Graded] = field(default_factory=list)
    unchanged: int = 0
    again: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    backup: Path | None = None
    dry: list[str] = field(default_factory=list)
    warning: str = ""  # on the machine
    machines: list[str] = field(default_factory=list)  # of a cluster that proved themselves

    def lines(self) -> list[str]:
        """Return the report, a line for each thing."""
        found = [_("Would grade: {students}").format(students=", ".join(self.dry) or _("nobody"))] if self.dry else []
        found += [self.warning] if self.warning else []
        if self.machines:
            found.append(_("Graded on: {machines}").format(machines=", ".join(self.machines)))
        found += [_("Graded {count}, unchanged {same}.").format(count=len(self.graded), same=self.unchanged)]
        if self.backup:
            found.append(_("The gradebook as it was before: {file}").format(file=self.backup))
        for graded in sorted(self.graded, key=lambda one: one.result.student):
            found += [f"{graded.result.student}: {note}" for note in graded.result.all_notes]
        if self.again:
            words = _("Not graded, as the machine ran short of memory; repeat the command: {students}")
            found.append(words.format(students=", ".join(sorted(self.again))))
        found += [_("Not graded, a fault of the course: {what}").format(what=what) for what in self.failed]
        return found


def grade(
    course: Course,
    lesson: str,
    kind: Kind,
    again: bool = False,
    dry_run: bool = False,
    workers: int | None = None,
    section: str = "",
    bar: Bar = plain,
    engine: Engine | None = None,
) -> GradingReport:
    """Grade what was collected of a lesson and has changed since.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        kind: the sandbox in which the students' code runs on this machine.
        again: grade what has not changed, too.
        dry_run: say who would be graded, and write nothing.
        workers: how many processes; default: one for each core.
        section: grade only the students of this section, and what their groups handed in.
        bar: shows how far it is.
        engine: what grades elsewhere; default: this machine.

    Raises:
        ExpectedError: if the lesson was not released, if the course is being graded already, or if students' code
            could read it, or if a package of the settings is not installed.
    """
    refuse_visible(course.root)
    if engine is None:
        refuse_missing(course.packages)
    kind = replace(kind, packages=course.packages)
    if dry_run:
        jobs, unchanged = _jobs(course, lesson, again, section)
        return GradingReport(unchanged=unchanged, dry=[job.student for job in jobs])
    with alone(course):
        # asked only now: a run that had to wait finds the other's work done
        jobs, unchanged = _jobs(course, lesson, again, section)
        warns = bool(jobs) and engine is None
        report = GradingReport(unchanged=unchanged, warning=memory_warning(kind) if warns else "")
        report.backup = backup(course) if jobs else None
        with open_gradebook(course) as gradebook:
            enrol(course, gradebook)
            limits = Limits(**course.sandbox)
            stream = engine(jobs, limits, course.packages) if engine else graded_here(jobs, kind, limits, workers)
            for graded in bar(stream, f"{lesson} ({len(jobs)})"):
                if isinstance(graded, NotGraded):
                    (report.failed if graded.fault else report.again).append(graded.fault or graded.student)
                else:
                    _keep(course, gradebook, graded)
                    report.graded.append(graded)
    return report


def _keep(course: Course, gradebook: "Gradebook", graded: Graded) -> None:
    """Write what came of a submission: the grades, the graded notebook, and the result last."""
    result = graded.result
    path = result_file(course, result.student, result.lesson).with_name(f"{result.lesson}.ipynb")
    record(gradebook, graded, _cells_of(path))
    write_whole(path, graded.notebook.encode())
    write_result(course, result)


def _cells_of(path: Path) -> Cells | None:
    """Return the cells of the graded notebook that is there, None if there is none that can be read."""
    try:
        return Cells(read_notebook(path).cells)
    except ExpectedError:
        return None


def _jobs(course: Course, lesson: str, again: bool, section: str) -> tuple[list[Job], int]:
    """Return what is to be graded, and how many are graded already."""
    source = course.solution(lesson)
    if not source.is_file():
        raise ExpectedError(_("Release the lesson first: longwave release {lesson}").format(lesson=lesson))
    jobs, unchanged = [], 0
    wanted = with_mates(course, lesson, in_section(course, section)) if section else None
    for path in sorted(course.submitted.glob(f"*/{lesson}/{lesson}.ipynb")):
        student = path.parents[1].name
        if not is_safe(student) or (wanted is not None and student not in wanted):
            continue
        job = Job.of(course, lesson, student)
        earlier = None if again else read_result(course, student, lesson)
        if earlier is not None and earlier.fingerprint == job.fingerprint:
            unchanged += 1
        else:
            jobs.append(job)
    return jobs, unchanged
