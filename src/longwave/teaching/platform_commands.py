"""The commands whose files go to a learning platform: students' own exercises, and questions with their answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _

Opened = Callable[[Path | None, str], tuple[Any, str]]  # the course of a folder, and the slug of a lesson
Found = Callable[[Path | None], Any]  # the course of a folder
Show = Callable[[Any], None]  # prints a report
Bar = Callable[..., Any]  # shows how far a step is


def add_variant(program: typer.Typer, open_lesson: Opened, show: Show, bar: Bar) -> None:
    """Add the command that makes an exercise for each student."""
    lesson_help = _("The lesson, such as 18 or 18-co-evolution.")
    for_help = _("Moodle's grading worksheet, or Canvas's download: write a zip that the platform gives out itself.")

    @program.command(help=_("Make a copy of a lesson's exercise for each student, with numbers of their own."))
    def variant(
        lesson: Annotated[str, typer.Argument(help=lesson_help, metavar="LESSON")],
        course: Annotated[Path | None, _course()] = None,
        platform: Annotated[Path | None, typer.Option("--for", help=for_help, metavar="FILE")] = None,
        dry_run: Annotated[bool, _dry_run()] = False,
    ) -> None:
        opened, slug = open_lesson(course, lesson)
        from longwave.teaching.handout.variants import variant as step

        show(step(opened, slug, dry_run=dry_run, bar=bar))
        if platform is not None:
            from longwave.teaching.handout.platform import give_out

            show(give_out(opened, slug, platform, dry_run=dry_run))


def add_export(program: typer.Typer, find: Found, show: Show, bar: Bar) -> None:
    """Add the command that writes questions: they leave with their answers by this command alone."""
    lessons_help = _("The lessons, or 90 for the concept test. Left out: all of them.")

    @program.command(help=_("Write self-checks and concept test for Moodle, Canvas and others, with their answers."))
    def export(
        lessons: Annotated[list[str] | None, typer.Argument(help=lessons_help, metavar="[LESSON]…")] = None,
        course: Annotated[Path | None, _course()] = None,
        dry_run: Annotated[bool, _dry_run()] = False,
    ) -> None:
        opened = find(course)
        from longwave.teaching.export.export import export as step

        show(step(opened, lessons or [], dry_run=dry_run, bar=bar))


def _course() -> Any:
    return typer.Option("--course", help=_("The course's folder. Left out: the one you are in."))


def _dry_run() -> Any:
    return typer.Option("--dry-run", help=_("Say what would be done, and write nothing."))
