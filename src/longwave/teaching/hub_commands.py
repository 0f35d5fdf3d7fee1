"""The commands of a class hub: who runs it writes its configuration, who learns on it hands in."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from longwave.i18n import _

STUDENTS, MEMORY = 40, 2048
Tell = Callable[[Any], None]  # prints a report


def add_hub(program: typer.Typer, words: Any, tell: Tell) -> None:
    """Add the commands of a class hub.

    Args:
        program: where to add them.
        words: help texts that they share with other commands.
        tell: prints a report.
    """
    _add_hub_config(program, words, tell)
    _add_hand_in(program, tell)


def _add_hub_config(program: typer.Typer, words: Any, tell: Tell) -> None:
    folder_help = _(
        "Where the hub's own files go. Left out: /etc/jupyterhub, or the folder of The Littlest JupyterHub."
    )
    littlest_help = _("Write for The Littlest JupyterHub.")
    students_help = _("How many students may start in the same minute.")
    memory_help = _("Megabytes that one process of a student may have.")
    hand_in_help = _("A folder into which students hand in with longwave hand-in; it is made.")
    teacher_help = _("Who may read what is handed in, and administers a new hub: a user of this machine.")
    forked_help = _("Fork kernels from a process that has imported the course: they start sooner and share memory.")

    @program.command("hub-config", help=_("Write what a JupyterHub needs for a class."))
    def hub_config(
        folder: Annotated[Path | None, typer.Argument(help=folder_help, metavar="FOLDER")] = None,
        littlest: Annotated[bool, typer.Option("--tljh", help=littlest_help)] = False,
        students: Annotated[int, typer.Option("--students", help=students_help, min=1)] = STUDENTS,
        memory: Annotated[int, typer.Option("--memory-mb", help=memory_help, min=512)] = MEMORY,
        hand_in: Annotated[Path | None, typer.Option("--hand-in", help=hand_in_help, metavar="FOLDER")] = None,
        teacher: Annotated[str, typer.Option("--teacher", help=teacher_help, metavar="USER")] = "",
        forked: Annotated[bool, typer.Option("--forked", help=forked_help)] = False,
        dry_run: Annotated[bool, words.dry_run] = False,
    ) -> None:
        from longwave.teaching.hub import config
        from longwave.teaching.hub.files import Hub

        place = (folder or config.usual_folder(littlest)).expanduser().absolute()
        there = hand_in.expanduser().absolute() if hand_in else None
        hub = Hub(place, Path(sys.prefix), littlest, students, memory, there, teacher, forked)
        tell(config.hub_config(hub, dry_run=dry_run))


def _add_hand_in(program: typer.Typer, tell: Tell) -> None:
    what_help = _("The exercise, such as 18, or the file of one.")
    folder_help = _("The folder to hand in to. Left out: the hub's own.")

    @program.command("hand-in", help=_("Hand in an exercise on a class hub."))
    def hand_in(
        what: Annotated[str, typer.Argument(help=what_help, metavar="LESSON-OR-FILE")],
        folder: Annotated[Path | None, typer.Option("--to", help=folder_help, metavar="FOLDER")] = None,
    ) -> None:
        from longwave.teaching.hub.handing_in import hand_in as step

        tell(step(what, folder))
