"""Nothing tells the comparison of outputs to look away: no tag, no comment, no file of replacements, no looser mode."""

import json
import re

from tools.lint.code import NBVAL_MARKER
from tools.notebooks import read

LOOSER = re.compile(r"nbval[-_](lax|sanitize)|sanitize[-_]with", re.I)


def test_no_notebook_tells_nbval_to_look_away(notebook_file):
    notebook = read(notebook_file)
    assert not NBVAL_MARKER.search(json.dumps([[cell.source, cell.metadata] for cell in notebook.cells]))


def test_every_code_cell_was_run_so_that_there_is_an_output_to_compare(notebook_file):
    # nbval passes over a cell without a count, whatever it shows.
    counts = [cell.execution_count for cell in read(notebook_file).cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))


def test_no_file_of_replacements_and_no_looser_mode_is_configured(repository_root):
    named = ("pyproject.toml", "Makefile", "pytest.ini", "tox.ini", "setup.cfg", "conftest.py", "tests/conftest.py")
    files = [repository_root / name for name in named if (repository_root / name).exists()]
    assert [file.name for file in files if LOOSER.search(file.read_text(encoding="utf-8"))] == []
    assert [path.name for path in repository_root.glob("*") if "sanit" in path.name.lower()] == []
