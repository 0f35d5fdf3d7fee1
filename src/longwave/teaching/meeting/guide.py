"""The instructor's guide: a page for each lesson, of which the slides show the plan as the presenter's notes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from longwave.reader.course import course_folder

_PLAN = re.compile(r"^## Plan for \d+ minutes\n(.*?)(?=^## |\Z)", re.M | re.S)


@dataclass(frozen=True)
class Step:
    """One row of a plan: from which minute to which, and what happens; the texts are Markdown."""

    start: int
    end: int
    instructor: str
    students: str

    def names(self, heading: str) -> bool:
        """Return whether the row names a section of the lesson."""
        return heading in self.instructor or heading in self.students


def guide_page(slug: str) -> Path | None:
    """Return the guide's page on a lesson; None where the installation has none."""
    page = course_folder() / "docs" / "instructor" / f"{slug}.md"
    return page if page.is_file() else None


def plan(page: str) -> list[Step]:
    """Return the rows of a page's plan, in order; none if the page has no plan."""
    section = _PLAN.search(page)
    cells = [_cells(line) for line in section[1].splitlines()] if section else []
    found = []
    for time, instructor, students in (row for row in cells if len(row) == 3):
        if minutes := re.fullmatch(r"(\d+)–(\d+)", time):
            found.append(Step(int(minutes[1]), int(minutes[2]), instructor, students))
    return found


def steps_beside(headings: Iterable[str], steps: list[Step]) -> list[list[Step]]:
    """Return for each section, in the lesson's order, the rows of the plan that name it.

    A section that no row names gets the rows of the section before it, and the first ones get the plan's first row.
    """
    beside, last = [], steps[:1]
    for heading in headings:
        last = [step for step in steps if step.names(heading)] or last
        beside.append(last)
    return beside


def _cells(line: str) -> list[str]:
    """Return the cells of a Markdown table's row; a bar after a backslash is part of its cell."""
    if not line.startswith("|"):
        return []
    return [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
