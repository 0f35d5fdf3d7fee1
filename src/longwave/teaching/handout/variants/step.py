"""Giving out a lesson with numbers of each student's own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.tasks.variant import same_for_all
from longwave.teaching.bar import Bar, plain
from longwave.teaching.folder.course import Course, public_notebook
from longwave.teaching.folder.roster import students_of
from longwave.teaching.folder.student_copy import student_copy
from longwave.teaching.handout.leaks import leaks
from longwave.teaching.handout.variants.drawing import Numbers, numbers_of, varied_tasks, with_numbers
from longwave.teaching.handout.variants.record import copies, is_varied, read_record, record_content, record_file
from longwave.teaching.handout.zips import zipped
from longwave.teaching.notebooks import read_notebook, serialise


@dataclass
class VariantReport:
    """What a run did, or would do."""

    lesson: str
    archive: Path
    dry_run: bool
    students: int = 0
    different: int = 0
    tasks: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """Return the report, a sentence in each line."""
        sentence = _("{lesson}: {students} students, {different} different sets of numbers, in {tasks}.")
        about = {"lesson": self.lesson, "students": self.students, "different": self.different}
        lines = [sentence.format(tasks=", ".join(self.tasks), **about)]
        for task_id, reason in same_for_all().items():
            if task_id[:2] == self.lesson[:2]:
                lines.append(_("{task} has the same numbers for all: {reason}.").format(task=task_id, reason=reason))
        if not self.changed:
            return [*lines, _("Nothing has changed since the last run.")]
        sentence = _("Would write {count} files.") if self.dry_run else _("Written: {count} files.")
        lines.append(sentence.format(count=len(self.changed)))
        return [*lines, _("For your students: {file}, a folder each.").format(file=self.archive)]


def variant(course: Course, lesson: str, dry_run: bool = False, bar: Bar = plain) -> VariantReport:
    """Make an exercise for each student, with numbers of their own; repeated, it changes nothing.

    Students who have numbers already keep them. From then on the lesson is graded by each student's own numbers.

    Raises:
        ExpectedError: if it cannot be done, or should not.
    """
    source = _released(course, lesson)
    recorded = read_record(course, lesson)
    if not is_varied(course, lesson):
        _refuse_handed_in(course, lesson)
    students = [student.student_id for student in students_of(course)]
    numbers = {name: recorded.get(name) or numbers_of(lesson, name, course.secret()) for name in students}
    archive, common = course.released / f"{lesson}-variants.zip", course.released / f"{lesson}.zip"
    report = VariantReport(lesson, archive, dry_run)
    report.tasks, report.students = varied_tasks(source), len(students)
    report.different = len(set(map(str, numbers.values())))
    # All copies are made before the first is written: none is given out if one of them gives something away.
    public = read_notebook(place) if (place := public_notebook("exercises", lesson)) else None
    made = {name: _copy(course, source, public, name, numbers[name]) for name in bar(students, lesson)}
    report.changed = list(_write(course, report, {**recorded, **numbers}, made))
    if not dry_run:
        # A copy by which nobody is graded must not be given out by mistake.
        outdated = course.released.glob(f"{lesson}-variants-*.zip") if report.changed else ()
        for path in (common, *outdated):
            path.unlink(missing_ok=True)
    return report


def _write(course: Course, report: VariantReport, numbers: dict[str, Numbers], made: dict[str, bytes]) -> Iterator[str]:
    """Write the numbers, then the copies, then the zip; yield the name of each file that changes.

    In this order a run can be stopped anywhere: nobody has a copy whose numbers are not recorded.
    """
    folder = copies(course, report.lesson)
    files = {folder / name / f"{report.lesson}.ipynb": content for name, content in made.items()}
    files[report.archive] = zipped({f"{name}/{report.lesson}.ipynb": content for name, content in made.items()})
    record = record_content(report.lesson, numbers)
    for path, content in {record_file(course, report.lesson): record, **files}.items():
        if report.dry_run:
            differs = not path.is_file() or path.read_bytes() != content
        else:
            differs = write_whole(path, content, durable=True)
        if differs:
            yield path.relative_to(course.root).as_posix()


def _released(course: Course, lesson: str) -> NotebookNode:
    """Return the graded source of a lesson, which must be what was released and have tasks with other numbers."""
    path, exercise = course.solution(lesson), course.exercise(lesson)
    if not path.is_file() or not exercise.is_file():
        raise ExpectedError(_("Release the lesson first: longwave release {lesson}").format(lesson=lesson))
    source = read_notebook(path)
    if serialise(student_copy(source)) != exercise.read_bytes():
        sentence = _("{file} has changed since it was released. Release it first: longwave release {lesson} --again")
        raise ExpectedError(sentence.format(file=path, lesson=lesson))
    if not varied_tasks(source):
        raise ExpectedError(_("No task of {lesson} can be asked with other numbers.").format(lesson=lesson))
    return source


def _refuse_handed_in(course: Course, lesson: str) -> None:
    """Refuse to vary a lesson that was handed in with the numbers that all have."""
    count = len(list(course.submitted.glob(f"*/{lesson}/{lesson}.ipynb")))
    if count:
        sentence = _("{count} students have handed in {lesson} with the same numbers. It can no longer be varied.")
        raise ExpectedError(sentence.format(count=count, lesson=lesson))


def _copy(course: Course, source: NotebookNode, public: NotebookNode | None, student: str, numbers: Numbers) -> bytes:
    """Return a student's exercise, after a check that it gives nothing away."""
    own = with_numbers(source, numbers)
    copy = student_copy(own)
    found = leaks(course, own, copy, public and with_numbers(public, numbers))
    if found:
        sentence = _("The copy of {student} is not made, as it would give away: {places}")
        raise ExpectedError(sentence.format(student=student, places="; ".join(found[:12])))
    return serialise(copy)
