"""What a lesson's sheet and its tasks are called: the headings of the course's own notebook, instead of their ids."""

import re
from dataclasses import dataclass, field

from longwave.reader.errors import ExpectedError
from longwave.teaching.cells import PROMPT, Cells, task_and_part
from longwave.teaching.folder.course import Course
from longwave.teaching.notebooks import read_notebook

_TITLE = re.compile(r"^#\s+(.+?)\s*#*$", re.M)
_HEADING = re.compile(r"^##\s+(.+?)\s*#*$", re.M)


@dataclass(frozen=True)
class Sheet:
    """The title of a sheet, and those of its tasks by id. What has no heading is called by its id."""

    title: str
    tasks: dict[str, str] = field(default_factory=dict)

    def task(self, task: str) -> str:
        """Return what a task is called."""
        return self.tasks.get(task, task)


def sheet_of(course: Course, lesson: str) -> Sheet:
    """Return the headings of a lesson's notebook in the course; the slug and ids if it cannot be read."""
    try:
        cells = Cells(read_notebook(course.solution(lesson)).cells)
    except ExpectedError:
        return Sheet(lesson)
    texts = [cell["source"] for cell in cells.all if cell["cell_type"] == "markdown"]
    title = next((found[1] for text in texts if (found := _TITLE.search(text))), lesson)
    tasks = {}
    for cell in cells.all:
        task, part = task_and_part(cell)
        heading = _HEADING.search(cell["source"])
        if part == PROMPT and heading:
            tasks[task] = heading[1].replace("`", "")
    return Sheet(title.replace("`", ""), tasks)


def sheet_title(course: Course, lesson: str) -> str:
    """Return the title of a lesson's sheet."""
    return sheet_of(course, lesson).title
