"""The commands of a class hub: who runs it writes its configuration, who learns on it hands in."""

from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _

STUDENTS, MEMORY = 40, 2048


def add_hub(program: typer.Typer) -> None:
    """Add the commands of a class hub."""
    _add_hub_config(program)
    _add_hand_in(program)


def _option(name: str, help_text: str, **more: Any) -> Any:
    return typer.Option(name, help=help_text, **more)


def _add_hub_config(program: typer.Typer) -> None:
    folder_help = _(
        "Where the hub's own files go. Left out: /etc/jupyterhub, or the folder of The Littlest JupyterHub."
    )
    littlest_help = _("Write for The Littlest JupyterHub.")
    students_help = _("How many students may start in the same minute.")
    memory_help = _("Megabytes that one process of a student may have.")
    hand_in_help = _("A folder into which students hand in with longwave hand-in; it is made.")
    teacher_help = _("Who may read what is handed in, and administers a new hub: a user of this machine.")
    forked_help = _("Fork kernels from a process that has imported the course: they start sooner and share memory.")
    dry_help = _("Say what would be done, and write nothing.")

    @program.command("hub-config", help=_("Write what a JupyterHub needs for a class."))
    def hub_config(
        folder: Annotated[Path | None, typer.Argument(help=folder_help, metavar="FOLDER")] = None,
        littlest: Annotated[bool, _option("--tljh", littlest_help)] = False,
        students: Annotated[int, _option("--students", students_help, min=1)] = STUDENTS,
        memory: Annotated[int, _option("--memory-mb", memory_help, min=512)] = MEMORY,
        hand_in: Annotated[Path | None, _option("--hand-in", hand_in_help, metavar="FOLDER")] = None,
        teacher: Annotated[str, _option("--teacher", teacher_help, metavar="USER")] = "",
        forked: Annotated[bool, _option("--forked", forked_help)] = False,
        dry_run: Annotated[bool, _option("--dry-run", dry_help)] = False,
    ) -> None:
        import sys

        from longwave.teaching.hub import config
        from longwave.teaching.hub.files import Hub

        place = (folder or config.usual_folder(littlest)).expanduser().absolute()
        there = hand_in.expanduser().absolute() if hand_in else None
        hub = Hub(place, Path(sys.prefix), littlest, students, memory, there, teacher, forked)
        typer.echo("\n".join(config.hub_config(hub, dry_run=dry_run).lines()))


def _add_hand_in(program: typer.Typer) -> None:
    what_help = _("The exercise, such as 18, or the file of one.")
    folder_help = _("The folder to hand in to. Left out: the hub's own.")

    @program.command("hand-in", help=_("Hand in an exercise on a class hub."))
    def hand_in(
        what: Annotated[str, typer.Argument(help=what_help, metavar="LESSON-OR-FILE")],
        folder: Annotated[Path | None, typer.Option("--to", help=folder_help, metavar="FOLDER")] = None,
    ) -> None:
        from longwave.teaching.hub.handing_in import hand_in as step

        typer.echo("\n".join(step(what, folder).lines()))
