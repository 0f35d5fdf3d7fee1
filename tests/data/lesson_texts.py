"""What a stored lesson says and prints, to be searched for a number."""

from pathlib import Path

import nbformat

LESSONS = Path(__file__).parents[2] / "lessons"


def shown_in(lesson):
    [path] = LESSONS.glob(f"{lesson}-*.ipynb")
    cells = nbformat.read(path, as_version=4).cells
    printed = (
        output.get("text", "") or str(output.get("data", "")) for cell in cells for output in cell.get("outputs", [])
    )
    return " ".join([*(cell.source for cell in cells), *printed])
