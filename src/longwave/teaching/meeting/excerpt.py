"""An excerpt for one meeting: chosen cells of several lessons, with their outputs, as one notebook."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from longwave.i18n import _
from longwave.teaching.meeting.lessons import Lesson, lesson_notebook
from longwave.teaching.meeting.minutes import measured_minutes
from longwave.teaching.notebooks import new_cell, new_notebook

if TYPE_CHECKING:
    from nbformat import NotebookNode


def excerpt(title: str, chosen: Mapping[str, Sequence[str]], lessons: Mapping[str, Lesson]) -> "NotebookNode":
    """Return a notebook of the chosen cells, unchanged but for their ids and counts, with a title for each lesson.

    Args:
        title: the notebook's title.
        chosen: lesson's number -> ids of cells, in the lesson's order.
        lessons: the course's lessons by number.

    Raises:
        ValueError: if a lesson has no cell of an id, or if the ids are not in its order.
    """
    parts = [cell for number, ids in chosen.items() for cell in _part(lessons[number], ids)]
    minutes = measured_minutes(parts)
    listed = ", ".join(f"[{number}]({lessons[number].slug}.ipynb)" for number in chosen)
    about = _("About {minutes} minutes, from lessons {lessons}, which have more. Keep this file beside them.")
    opening = _heading("title", f"# {title}", about.format(minutes=minutes, lessons=listed))
    metadata = lesson_notebook(lessons[next(iter(chosen))].slug).metadata
    kernel = {key: metadata[key] for key in ("kernelspec", "language_info")}
    made = new_notebook([opening, *parts], {**kernel, "longwave": {"minutes": minutes}})
    _count(made)
    return made


def _part(lesson: Lesson, ids: Sequence[str]) -> list["NotebookNode"]:
    """Return the chosen cells of one lesson under its question."""
    cells = lesson_notebook(lesson.slug).cells
    found = [cell for cell in cells if cell.id in set(ids)]
    if [cell.id for cell in found] != list(ids):
        raise ValueError(f"{lesson.slug} has no such cells in this order: {', '.join(ids)}")
    for cell in found:
        cell.id = f"{lesson.number}-{cell.id}"
    return [_heading(f"{lesson.number}-title", f"# {lesson.title}"), *found]


def _heading(name: str, *paragraphs: str) -> "NotebookNode":
    return new_cell("markdown", "\n\n".join(paragraphs), name)


def _count(notebook: "NotebookNode") -> None:
    """Number the code cells from 1, as a fresh run would."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        cell.execution_count = number
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number
