"""Add the cells “Your guesses” to the notebooks of tasks whose lessons ask for guesses: `python -m tools.guesses`.

They go to the end of the notebook. Run it after you have written the first `guesses()` of a lesson; where the cells are
there already, nothing changes. Then run `python -m tools.notebooks` on the notebook, and `python -m tools.exercises`.
"""

import argparse
import sys
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from tools.files import ROOT, find_notebooks, serialise, shown, write_atomically
from tools.lint.guesses import LOCKED, TABLE, known_guesses
from tools.notebooks import read

HEADING = "your-guesses"
PROSE = """## Your guesses

This cell puts your guesses of the lesson into this notebook. Run it before you hand in, and your class can see how \
its guesses spread, without names. They give no points, and leaving them out costs none."""
SOURCE = 'from longwave.tasks import show_guesses\n\nshow_guesses("{lesson}")'


def add_cells(notebook: NotebookNode, lesson: str) -> bool:
    """Add the heading and the table to a notebook of tasks that lacks them; return whether that changed anything."""
    present = {cell.id for cell in notebook.cells}
    if not known_guesses(lesson) or TABLE in present:
        return False
    cells = [new_markdown_cell(PROSE, id=HEADING), new_code_cell(SOURCE.format(lesson=lesson), id=TABLE)]
    for cell in cells:
        if cell.id not in present:
            cell.metadata.update(nbgrader={**LOCKED, "grade_id": cell.id, "schema_version": 3, "task": False})
            notebook.cells.append(cell)
    return True


def main(folder: Path = ROOT / "solutions") -> int:
    """Add the cells wherever they are missing, and say where."""
    argparse.ArgumentParser(prog="python -m tools.guesses", description=(__doc__ or "").split("\n")[0]).parse_args()
    changed = []
    for path in find_notebooks([folder]):
        notebook = read(path)
        if add_cells(notebook, path.stem[:2]):
            write_atomically(path, serialise(notebook))
            changed.append(shown(path))
    for name in changed:
        print(f"{name}: cells added; run python -m tools.notebooks {name}, then python -m tools.exercises")
    if not changed:
        print("Each notebook of tasks shows the guesses of its lesson.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
