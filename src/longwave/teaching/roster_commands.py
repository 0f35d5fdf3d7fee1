"""The commands on the roster. Nothing heavy is imported before a command runs."""

from pathlib import Path
from typing import Annotated

import typer

from longwave.i18n import _


def add_roster(program: typer.Typer) -> None:
    """Add the commands on the roster."""
    group = typer.Typer(no_args_is_help=True, help=_("Bring your list of students into the course."))
    file_help = _("The file: Canvas's gradebook export, or an export of Moodle's grades or participants, as CSV.")
    course_help = _("The course's folder. Left out: the one you are in.")
    dry_help = _("Say what would be done, and write nothing.")

    @group.callback()
    def roster() -> None:
        pass

    @group.command("import", help=_("Bring in the students of Canvas's or Moodle's own export. Nobody is lost."))
    def import_file(
        file: Annotated[Path, typer.Argument(help=file_help, metavar="FILE")],
        course: Annotated[Path | None, typer.Option("--course", help=course_help)] = None,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=dry_help)] = False,
    ) -> None:
        from longwave.teaching.folder.course import find_course
        from longwave.teaching.folder.roster_import import import_roster

        typer.echo("\n".join(import_roster(find_course(course), file, dry_run=dry_run).lines()))

    program.add_typer(group, name="roster")
