"""The instructor's commands. Nothing heavy is imported before a command runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _
from longwave.teaching.argued_commands import add_argued
from longwave.teaching.bar import on_terminal as bar
from longwave.teaching.grading_commands import add_grading
from longwave.teaching.hub_commands import add_hub
from longwave.teaching.lesson_commands import add_feedback, add_similar
from longwave.teaching.meeting_commands import add_meeting
from longwave.teaching.platform_commands import add_export, add_variant
from longwave.teaching.roster_commands import add_roster

Step = Callable[..., Any]  # one step of the week: it takes the course and returns a report


def add_teaching(program: typer.Typer) -> None:
    """Add the commands of an instructor's week, in its order."""
    for add in (_add_course, _add_release):
        add(program)
    add_variant(program, _opened, _print, bar)
    _add_collect(program)
    add_grading(program, _Words(), _opened, _print, bar)
    add_feedback(program, _add_lesson_step)
    _add_gradebook(program)
    add_similar(program, _add_lesson_step)
    for add in (_add_report, _add_concepts, _add_gain):
        add(program)
    add_argued(program, _Words(), _opened, _print)
    add_meeting(program, _Words(), _need_nbgrader, bar)
    add_roster(program)
    add_export(program, _found, _print, bar)
    add_hub(program, _Words(), _print)


class _Words:
    """Help texts that several commands share, in the current language."""

    def __init__(self) -> None:
        self.lesson = typer.Argument(help=_("The lesson, such as 18 or 18-co-evolution."), metavar="LESSON")
        self.course = typer.Option("--course", help=_("The course's folder. Left out: the one you are in."))
        self.section = typer.Option("--section", help=_("Only the students of this section of the roster."))
        self.dry_run = typer.Option("--dry-run", help=_("Say what would be done, and write nothing."))


def _print(report: Any) -> None:
    typer.echo("\n".join(report.lines()))


def _found(folder: Path | None) -> Any:
    """Return the course of a folder."""
    _need_nbgrader()
    from longwave.teaching.folder.course import find_course

    return find_course(folder)


def _opened(folder: Path | None, lesson: str) -> tuple[Any, str]:
    """Return the course and the lesson's slug."""
    course = _found(folder)
    return course, course.lesson(lesson)


def _need_nbgrader() -> None:
    """Import nbformat in the quick way.

    Raises:
        ExpectedError: if nbgrader is missing; it says what to install.
    """
    import importlib.util

    from longwave.reader.errors import ExpectedError

    if importlib.util.find_spec("nbgrader") is None:
        words = _("The instructor's commands need more packages. Run: make teach (or: pip install longwave[teach])")
        raise ExpectedError(words)
    from longwave.light_schemas import import_lightly

    import_lightly("nbformat")


def _add_course(program: typer.Typer) -> None:
    group = typer.Typer(no_args_is_help=True, help=_("Make the private folder of a course that you teach."))
    folder_help = _("Where the folder is to be. It must be outside this course's own folder.")

    @group.command("new", help=_("Make a private course folder: settings, roster, secret, gradebook."))
    def new(folder: Annotated[Path, typer.Argument(help=folder_help, metavar="FOLDER")]) -> None:
        _need_nbgrader()
        from longwave.teaching.folder.founding import new_course

        course = new_course(folder)
        typer.echo(_("Your course: {folder}").format(folder=course.root))
        typer.echo(_("Next: fill in {roster}, then: longwave release LESSON").format(roster=course.roster))

    program.add_typer(group, name="course")


def _add_release(program: typer.Typer) -> None:
    words = _Words()
    again_help = _("Release it although it differs from what students have.")
    changed_help = _("Release it although you changed cells that students see.")

    @program.command(help=_("Make a lesson's exercise and a zip for your learning platform."))
    def release(
        lesson: Annotated[str, words.lesson],
        course: Annotated[Path | None, words.course] = None,
        again: Annotated[bool, typer.Option("--again", help=again_help)] = False,
        changed: Annotated[bool, typer.Option("--changed", help=changed_help)] = False,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        opened, slug = _opened(course, lesson)
        from longwave.teaching.handout.release import release as step

        _print(step(opened, slug, again=again, changed=changed, dry_run=dry_run, bar=bar))


def _add_collect(program: typer.Typer) -> None:
    words = _Words()
    source_help = _("The folder or zip that you downloaded: from Canvas, from Moodle, or a folder for each student.")
    lesson_help = _("The lesson. Left out: the one of the notebooks' own cells.")

    @program.command(help=_("Bring in what students handed in. Nothing is lost; what cannot be used is set aside."))
    def collect(
        source: Annotated[Path, typer.Argument(help=source_help, metavar="FOLDER-OR-ZIP")],
        lesson: Annotated[str | None, typer.Option("--lesson", help=lesson_help)] = None,
        course: Annotated[Path | None, words.course] = None,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        _need_nbgrader()
        from longwave.teaching.folder.course import find_course
        from longwave.teaching.intake.collect import collect as step

        opened = find_course(course)
        _print(step(opened, opened.lesson(lesson) if lesson else None, source, dry_run=dry_run, bar=bar))


def _add_lesson_step(program: typer.Typer, name: str, help_text: str, find: Callable[[], Step]) -> None:
    """Add a command that takes a lesson and nothing else."""
    words = _Words()

    @program.command(name, help=help_text)
    def command(
        lesson: Annotated[str, words.lesson],
        course: Annotated[Path | None, words.course] = None,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        opened, slug = _opened(course, lesson)
        _print(find()(opened, slug, dry_run=dry_run, bar=bar))


def _add_report(program: typer.Typer) -> None:
    words = _Words()
    before_help = _("Write a page of the class's guesses alone, without truths and names, to show before the reveal.")

    @program.command(help=_("Write the class report of a lesson."))
    def report(
        lesson: Annotated[str, words.lesson],
        course: Annotated[Path | None, words.course] = None,
        before_reveal: Annotated[bool, typer.Option("--before-reveal", help=before_help)] = False,
        section: Annotated[str, words.section] = "",
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        opened, slug = _opened(course, lesson)
        from longwave.teaching.returning import report as steps

        step = steps.guesses_report if before_reveal else steps.report
        _print(step(opened, slug, dry_run=dry_run, section=section, bar=bar))


def _add_course_step(program: typer.Typer, name: str, help_text: str, find: Callable[[], Step]) -> None:
    """Add a command that takes nothing but the course."""
    words = _Words()

    @program.command(name, help=help_text)
    def command(
        course: Annotated[Path | None, words.course] = None, dry_run: Annotated[bool, words.dry_run] = False
    ) -> None:
        _need_nbgrader()
        from longwave.teaching.folder.course import find_course

        _print(find()(find_course(course), dry_run=dry_run, bar=bar))


def _add_concepts(program: typer.Typer) -> None:
    words = _Words()
    part_help = _("Ask only about this part of the course: 1, 2, 3, or 5 for the labs. Left out: 1 to 3.")

    @program.command(help=_("Put the concept test, before and after, into your course."))
    def concepts(
        part: Annotated[int | None, typer.Option("--part", help=part_help)] = None,
        course: Annotated[Path | None, words.course] = None,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        _need_nbgrader()
        from longwave.teaching.concepts.notebooks import concepts as step
        from longwave.teaching.folder.course import find_course

        _print(step(find_course(course), dry_run=dry_run, bar=bar, part=part))


def _add_gain(program: typer.Typer) -> None:
    def find() -> Step:
        from longwave.teaching.returning.gain import gain

        return gain

    _add_course_step(program, "gain", _("Write what was gained between the two concept tests."), find)


def _add_gradebook(program: typer.Typer) -> None:
    words = _Words()
    lessons_help = _("The lessons. Left out: all that were released.")
    so_far_help = _("Count what a person has still to grade as 0. Left out: it and the sum are left empty.")

    @program.command(help=_("Write the grades as CSV files for Canvas and Moodle, by lesson and by task."))
    def gradebook(
        lessons: Annotated[list[str] | None, typer.Argument(help=lessons_help, metavar="[LESSON]…")] = None,
        course: Annotated[Path | None, words.course] = None,
        so_far: Annotated[bool, typer.Option("--so-far", help=so_far_help)] = False,
        section: Annotated[str, words.section] = "",
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        _need_nbgrader()
        from longwave.teaching.folder.course import find_course
        from longwave.teaching.returning.lms import gradebook_step

        opened = find_course(course)
        slugs = [opened.lesson(word) for word in lessons or []]
        _print(gradebook_step(opened, slugs, dry_run=dry_run, so_far=so_far, section=section))
