"""The commands that take a lesson and nothing else: a page for each student, and a page of answers that look alike."""

from collections.abc import Callable
from typing import Any

import typer

from longwave.i18n import _

Step = Callable[..., Any]
Add = Callable[[typer.Typer, str, str, Callable[[], Step]], None]  # adds a command by its name, its help and its step


def add_feedback(program: typer.Typer, add: Add) -> None:
    """Add the command that writes what goes back to students."""

    def find() -> Step:
        from longwave.teaching.returning.feedback import feedback

        return feedback

    add(program, "feedback", _("Write a page for each student, the same as plain text, and a zip of the pages."), find)


def add_similar(program: typer.Typer, add: Add) -> None:
    """Add the command that shows which answers share passages."""

    def find() -> Step:
        from longwave.teaching.similar.report import similar

        return similar

    words = _("Show answers that share passages side by side, for you to read. It gives no verdict.")
    add(program, "similar", words, find)
