"""The command that writes questions for learning platforms. They leave with their answers by this command alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _

Found = Callable[[Path | None], Any]  # the course of a folder


def add_export(program: typer.Typer, find: Found, show: Callable[[Any], None], bar: Callable[..., Any]) -> None:
    """Add the command; `find` gives the course of a folder, `show` prints a report, `bar` shows how far it is."""
    words_help = _("The lessons, or 90 for the concept test. Left out: all of them.")
    course_help = _("The course's folder. Left out: the one you are in.")
    dry_run_help = _("Say what would be done, and write nothing.")

    @program.command(help=_("Write self-checks and concept test for Moodle, Canvas and others, with their answers."))
    def export(
        lessons: Annotated[list[str] | None, typer.Argument(help=words_help, metavar="[LESSON]…")] = None,
        course: Annotated[Path | None, typer.Option("--course", help=course_help)] = None,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=dry_run_help)] = False,
    ) -> None:
        opened = find(course)
        from longwave.teaching.export.export import export as step

        show(step(opened, lessons or [], dry_run=dry_run, bar=bar))
