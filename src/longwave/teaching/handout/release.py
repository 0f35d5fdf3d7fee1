"""Releasing a lesson: what students get of its graded source, a zip for the learning platform, and the assignment."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _
from longwave.marks import marks_of, name_of
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole
from longwave.teaching.bar import Bar, plain
from longwave.teaching.cells import Cell, is_answer, is_graded, points_of
from longwave.teaching.folder.clock import moment_words
from longwave.teaching.folder.course import Course, public_notebook
from longwave.teaching.folder.gradebook import is_stale, is_there, open_gradebook, register
from longwave.teaching.folder.student_copy import graded_cells, student_copy
from longwave.teaching.handout.leaks import leaks
from longwave.teaching.handout.variants.record import is_varied
from longwave.teaching.handout.zips import zipped
from longwave.teaching.notebooks import read_notebook, serialise

if TYPE_CHECKING:
    from nbformat import NotebookNode

Content = tuple[str, str, str, dict[str, Any]]  # of a cell: kind, source, attachments, marks
Contents = dict[str, Content]  # by the names of the cells
_LONGEST_LIST = 12


@dataclass
class ReleaseReport:
    """What a release did, or would do."""

    lesson: str
    exercise: Path
    archive: Path
    dry_run: bool
    tasks: int = 0
    points: float = 0.0
    changed: list[str] = field(default_factory=list)
    deadline: str = ""

    def lines(self) -> list[str]:
        """Return the report, a sentence in each line."""
        sentence = _("{lesson}: {tasks} graded cells, {points:g} points.")
        lines = [sentence.format(lesson=self.lesson, tasks=self.tasks, points=self.points)]
        sentence = _("Due: {deadline}") if self.deadline else _("It has no deadline; course.toml can set one.")
        lines.append(sentence.format(deadline=self.deadline))
        if not self.changed:
            return [*lines, _("Nothing has changed since the last release.")]
        sentence = _("Would write: {name}") if self.dry_run else _("Written: {name}")
        lines += [sentence.format(name=name) for name in self.changed]
        if self.dry_run:
            return lines
        if not self.archive.exists():
            sentence = _("Each student has a copy of their own. Bring them up to date: longwave variant {lesson}")
            return [*lines, sentence.format(lesson=self.lesson)]
        return [*lines, _("For your students: {file}").format(file=self.archive)]


def release(
    course: Course,
    lesson: str,
    again: bool = False,
    changed: bool = False,
    dry_run: bool = False,
    bar: Bar = plain,
) -> ReleaseReport:
    """Release a lesson to students; repeated, it changes nothing.

    Args:
        course: the instructor's course.
        lesson: the lesson's slug.
        again: release it although the exercise that students have differs from it.
        changed: release it although its visible cells differ from the public exercise's.
        dry_run: say what would be done, and write nothing.
        bar: shows how far it is.

    Raises:
        ExpectedError: if it cannot be released, or should not; it names the cells.
    """
    source, is_new = _source(course, lesson)
    solution = read_notebook(source)
    student = _student_copy(source, solution)
    public = public_notebook("exercises", lesson)
    exercise = read_notebook(public) if public else None
    if not changed:
        _refuse_drift(lesson, student, exercise)
    if not again:
        _refuse_second(course, lesson, student)
    _refuse_leaks(course, lesson, solution, student, exercise)
    report = _begin(course, lesson, solution, dry_run)
    steps = _steps(course, lesson, solution, serialise(student), dry_run)
    if is_new:
        steps.insert(0, partial(_written, course, course.solution(lesson), source.read_bytes(), dry_run))
    report.changed = [name for step in bar(steps, lesson) if (name := step())]
    return report


def _steps(
    course: Course, lesson: str, solution: "NotebookNode", content: bytes, dry_run: bool
) -> list[Callable[[], str]]:
    """Return what a release does, in order; each step returns the name of what it changes.

    The gradebook comes before what students see, as it may refuse. The exercise comes last: it shows what was released.
    """
    steps = [partial(_registered, course, lesson, solution, dry_run)]
    if not is_varied(course, lesson):  # otherwise nobody is graded by the numbers of the common copy
        packed = zipped({f"{lesson}.ipynb": content})
        steps.append(partial(_written, course, course.released / f"{lesson}.zip", packed, dry_run))
    return [*steps, partial(_written, course, course.exercise(lesson), content, dry_run)]


def _written(course: Course, path: Path, content: bytes, dry_run: bool) -> str:
    """Write a file of the course, or only see whether it would change; return its name if it does."""
    if dry_run:
        differs = not path.is_file() or path.read_bytes() != content
    else:
        differs = write_whole(path, content, durable=True)
    return path.relative_to(course.root).as_posix() if differs else ""


def _registered(course: Course, lesson: str, solution: "NotebookNode", dry_run: bool) -> str:
    """Register the assignment, or only see whether that would change anything; return its name if it does."""
    if dry_run and not is_there(course):
        return _("the gradebook")
    with open_gradebook(course) as gradebook:
        if dry_run:
            differs = is_stale(course, gradebook, lesson, graded_cells(solution))
        else:
            differs = register(course, gradebook, lesson, solution)
    return _("the assignment in the gradebook") if differs else ""


def _begin(course: Course, lesson: str, solution: "NotebookNode", dry_run: bool) -> ReleaseReport:
    points = [points_of(cell) for cell in solution.cells if is_graded(cell)]
    deadline = course.deadlines.get(lesson)
    report = ReleaseReport(lesson, course.exercise(lesson), course.released / f"{lesson}.zip", dry_run)
    report.tasks, report.points = len(points), sum(points)
    report.deadline = moment_words(deadline) if deadline else ""
    return report


def _source(course: Course, lesson: str) -> tuple[Path, bool]:
    """Return the graded source of a lesson, and whether it is to be copied into the course first."""
    own = course.solution(lesson)
    if own.is_file():
        return own, False
    public = public_notebook("solutions", lesson)
    if public is None:
        sentence = _("This installation has no solution of {lesson}. Put one into {place}.")
        raise ExpectedError(sentence.format(lesson=lesson, place=own))
    return public, True


def _student_copy(path: Path, solution: "NotebookNode") -> "NotebookNode":
    try:
        return student_copy(solution)
    except (RuntimeError, ValueError, KeyError) as error:
        sentence = _("{file} cannot become a student's copy: {error}")
        raise ExpectedError(sentence.format(file=path, error=error)) from error


def _refuse_drift(lesson: str, student: "NotebookNode", public: "NotebookNode | None") -> None:
    if public is None:
        return
    names = differing(_visible(public), _visible(student))
    if names:
        sentence = _(
            "{lesson} differs from the public exercise outside its answers and hidden tests: {cells}. "
            "Bring the two together, or, if you changed it on purpose, add --changed."
        )
        raise ExpectedError(sentence.format(lesson=lesson, cells=_listed(names)))


def _refuse_second(course: Course, lesson: str, student: "NotebookNode") -> None:
    path = course.exercise(lesson)
    if not path.is_file() or path.read_bytes() == serialise(student):
        return
    names = differing(_all(read_notebook(path)), _all(student)) or [_("metadata")]
    sentence = _(
        "Students have an exercise of {lesson} that differs from this one: {cells}. To give it out again, add --again."
    )
    raise ExpectedError(sentence.format(lesson=lesson, cells=_listed(names)))


def _refuse_leaks(
    course: Course, lesson: str, solution: "NotebookNode", student: "NotebookNode", public: "NotebookNode | None"
) -> None:
    found = leaks(course, solution, student, public)
    if found:
        sentence = _("{lesson} is not released, as it would give away: {places}")
        raise ExpectedError(sentence.format(lesson=lesson, places=_listed(found, "; ")))


def _visible(notebook: "NotebookNode") -> Contents:
    """Return the cells that are the public course's: all but answers and tests, by name, in order."""
    by_name = _by_name(notebook).items()
    return {name: _content(cell) for name, cell in by_name if not is_answer(cell) and not is_graded(cell)}


def _all(notebook: "NotebookNode") -> Contents:
    return {name: _content(cell) for name, cell in _by_name(notebook).items()}


def _by_name(notebook: "NotebookNode") -> dict[str, Cell]:
    return {name_of(cell) or cell.get("id") or str(number): cell for number, cell in enumerate(notebook.cells, start=1)}


def _content(cell: Cell) -> Content:
    """Return what makes a cell differ from another: all but its checksum, which follows from the rest."""
    marks = {key: value for key, value in marks_of(cell).items() if key != "checksum"}
    return cell["cell_type"], cell["source"], str(cell.get("attachments", {})), marks


def differing(one: Contents, other: Contents) -> list[str]:
    """Return the names of the cells in which two notebooks differ; those that moved, if only the order differs."""
    names = [name for name in dict.fromkeys([*one, *other]) if one.get(name) != other.get(name)]
    if not names and list(one) != list(other):
        return [name for name, place in zip(other, one, strict=True) if name != place]
    return names


def _listed(names: list[str], separator: str = ", ") -> str:
    more = [_("and {count} more").format(count=len(names) - _LONGEST_LIST)] if len(names) > _LONGEST_LIST else []
    return separator.join([*names[:_LONGEST_LIST], *more])
