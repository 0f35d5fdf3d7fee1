"""The minutes that a notebook states in its metadata and its title."""

from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from longwave.teaching.meeting.minutes import measured_minutes
from tools.lint.reading import Finding, rule

MOST_MINUTES = 75


@rule
def minutes(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """The stated minutes are the measured ones, and at most 75: one meeting."""
    stated, measured = notebook.metadata.get("longwave", {}).get("minutes"), measured_minutes(notebook.cells)
    if measured > MOST_MINUTES:
        yield "-", f"shorten the notebook: it takes {measured} minutes, and a meeting has {MOST_MINUTES}"
    if type(stated) is not int or stated != measured:
        yield "-", f"set metadata.longwave.minutes to {measured}, as measured, and say so in the title cell"
