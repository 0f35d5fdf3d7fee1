"""The commands for the meeting: slides and a syllabus. Nothing heavy is imported before a command runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _
from longwave.teaching.bar import Bar


def add_meeting(program: typer.Typer, words: Any, need_nbgrader: Callable[[], None], bar: Bar) -> None:
    """Add the commands.

    Args:
        program: where to add them.
        words: help texts that they share with other commands.
        need_nbgrader: says what to install where it is missing.
        bar: shows how far it is.
    """
    _add_slides(program, words, need_nbgrader, bar)
    _add_syllabus(program, words, need_nbgrader, bar)


def _add_slides(program: typer.Typer, words: Any, need_nbgrader: Callable[[], None], bar: Bar) -> None:
    folder_help = _("The folder for the file. Left out: the one you are in.")

    @program.command(help=_("Make slides from a lesson's own notebook: one file for a browser, without a network."))
    def slides(
        lesson: Annotated[str, words.lesson],
        to: Annotated[Path, typer.Option("--to", help=folder_help)] = Path(),
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        need_nbgrader()
        from longwave.teaching.meeting.slides import slides as step

        typer.echo("\n".join(step(lesson, to, dry_run=dry_run, bar=bar).lines()))


def _add_syllabus(program: typer.Typer, words: Any, need_nbgrader: Callable[[], None], bar: Bar) -> None:
    path_help = _("The path, such as week or term. Left out: the paths are listed.")
    folder_help = _("The folder for the page. Left out: the one you are in.")
    week_help = _("How many meetings a week. Left out: as many as the path has.")

    @program.command(help=_("List the paths through the course, or print one as a page."))
    def syllabus(
        path: Annotated[str | None, typer.Argument(help=path_help, metavar="[PATH]")] = None,
        to: Annotated[Path, typer.Option("--to", help=folder_help)] = Path(),
        per_week: Annotated[int | None, typer.Option("--per-week", help=week_help, min=1)] = None,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        from longwave.teaching.meeting.syllabus import syllabi
        from longwave.teaching.meeting.syllabus import syllabus as step

        if path is None:
            typer.echo("\n".join(syllabi(per_week).lines()))
            return
        need_nbgrader()
        typer.echo("\n".join(step(path, to, dry_run=dry_run, bar=bar, per_week=per_week).lines()))
