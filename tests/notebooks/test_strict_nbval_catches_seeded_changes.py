"""One wrong number, datum, encoding or alt text in a stored lesson turns the suite red, and nothing else does.

The changes go into copies of the lessons, as many into one copy as there are different cells for them, and all
copies are compared in one run of nbval. The run of the lessons themselves shows that a kernel computes what is stored,
so the copies are compared with that; for the copies of one lesson a kernel computes again, and finds the same. A
numeral in prose, which nbval never sees, is left to the rule that watches it.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from tests.notebooks import replayed_kernel
from tools.files import serialise
from tools.lint.charts import datasets, walk
from tools.lint.numerals import numerals, numerals_from_cells
from tools.lint.outputs import is_chart_line
from tools.lint.prose import REFERENCES
from tools.lint.reading import VEGA, chart_outputs, code_cells, sections
from tools.notebooks import read

ROOT = Path(__file__).parents[2]
COMPUTED = "01-value-stick"
PLUGIN = Path(replayed_kernel.__file__)
REPORTED = re.compile(r"^(PASSED|FAILED|ERROR) (\S+\.ipynb)::Cell (\d+)", re.M)


def change_printed_number(cell: NotebookNode) -> bool:
    """Change the first digit of a text output."""
    for output in cell.outputs:
        forms = output if output.output_type == "stream" else output.get("data", {})
        form = "text" if output.output_type == "stream" else "text/plain"
        if VEGA not in forms and not is_chart_line(output) and re.search(r"\d", forms.get(form, "")):
            forms[form] = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), forms[form], count=1)
            return True
    return False


def change_datum(cell: NotebookNode) -> bool:
    """Change the first number of a chart's data."""
    for output in chart_outputs(cell):
        for _name, rows in datasets(output.data[VEGA]):
            for key, value in rows[0].items() if rows else ():
                if isinstance(value, int | float) and not isinstance(value, bool):
                    rows[0][key] = value + 1
                    return True
    return False


def change_encoding(cell: NotebookNode) -> bool:
    """Change how the first channel of a chart reads its field."""
    for output in chart_outputs(cell):
        for key, node in walk(output.data[VEGA]):
            for channel in node.values() if key == "encoding" and isinstance(node, dict) else ():
                if isinstance(channel, dict) and "type" in channel:
                    channel["type"] = "nominal" if channel["type"] == "ordinal" else "ordinal"
                    return True
    return False


def change_alt_text(cell: NotebookNode) -> bool:
    """Drop the last word of a chart's alt text."""
    for output in chart_outputs(cell):
        output.data["text/plain"] = output.data["text/plain"].rpartition(" ")[0]
        return True
    return False


CHANGES: tuple[Callable[[NotebookNode], bool], ...] = (
    change_printed_number,
    change_datum,
    change_encoding,
    change_alt_text,
)


def seeded_copies(path: Path) -> Iterator[tuple[NotebookNode, dict[str, str]]]:
    """Yield copies of a lesson with, between them, every change, each in a cell of its own, named by the cell's id."""
    waiting = list(CHANGES)
    while waiting:
        notebook, changed = read(path), {}
        for change in tuple(waiting):
            cell = next((cell for cell in code_cells(notebook) if cell.id not in changed and change(cell)), None)
            if cell is not None:
                changed[cell.id] = change.__name__
                waiting.remove(change)
        assert changed, f"{path.name} has no cell for {[change.__name__ for change in waiting]}"
        yield notebook, changed


def compare(folder: Path, *options: str) -> dict[str, set[int]]:
    """Compare all notebooks of a folder strictly; return the numbers of the failing code cells of each."""
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-rA", "--tb=no", "-p", "no:cacheprovider"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment |= {"PYTHONPATH": f"{ROOT}{os.pathsep}{PLUGIN.parent}", replayed_kernel.LESSONS: str(ROOT / "lessons")}
    command += [*options, str(folder)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    failed: dict[str, set[int]] = {}
    for outcome, name, number in REPORTED.findall(done.stdout):
        failed.setdefault(Path(name).name, set()).update({int(number)} if outcome != "PASSED" else ())
    assert failed, done.stdout + done.stderr
    return failed


@pytest.fixture(scope="module")
def seeded(tmp_path_factory) -> tuple[Path, dict[str, dict[str, str]], dict[str, list[str]]]:
    """The folder of the copies, the changed cells of each copy, and the code cells of each copy."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copy(ROOT / "conftest.py", folder)
    changes, cells = {}, {}
    for path in sorted((ROOT / "lessons").glob("*.ipynb")):
        for number, (notebook, changed) in enumerate(seeded_copies(path)):
            name = f"{path.stem}-{number}.ipynb"
            (folder / name).write_bytes(serialise(notebook))
            changes[name], cells[name] = changed, [cell.id for cell in code_cells(notebook)]
    return folder, changes, cells


@pytest.fixture(scope="module")
def comparison(seeded) -> tuple[dict[str, dict[str, str]], dict[str, set[str]]]:
    """The changed cells, and the cells that were found to differ, of each copy by its file name."""
    folder, changes, cells = seeded
    failed = compare(folder, "-p", PLUGIN.stem)
    return changes, {name: {cells[name][number] for number in numbers} for name, numbers in failed.items()}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_strict_nbval_catches_the_change_in_each_lesson(change, comparison, lesson_file):
    seeded, failed = comparison
    places = [
        (name, cell)
        for name, changed in seeded.items()
        for cell, kind in changed.items()
        if name.startswith(lesson_file.stem) and kind == change.__name__
    ]
    assert places
    assert [cell for name, cell in places if cell not in failed[name]] == []


def test_strict_nbval_fails_no_cell_but_the_changed_ones(comparison, lesson_file):
    seeded, failed = comparison
    names = [name for name in seeded if name.startswith(lesson_file.stem)]
    assert {name: failed[name] - set(seeded[name]) for name in names} == {name: set() for name in names}


def test_a_kernel_that_computes_finds_the_same_cells(seeded, comparison, tmp_path):
    folder, _changes, cells = seeded
    shutil.copy(folder / "conftest.py", tmp_path)
    names = [path.name for path in folder.glob(f"{COMPUTED}-*.ipynb")]
    for name in names:
        shutil.copy(folder / name, tmp_path)
    failed = {name: {cells[name][number] for number in numbers} for name, numbers in compare(tmp_path).items()}
    assert failed == {name: comparison[1][name] for name in names}


def test_the_rule_catches_a_changed_numeral_in_each_cell_of_prose(lesson_file):
    tried, notebook = 0, read(lesson_file)
    for place, section in enumerate(sections(notebook)):
        if section[0].id.split("-")[0] == REFERENCES:
            continue
        for cell in section:
            found = numerals(cell.source) if cell.cell_type == "markdown" else []
            if found:
                tried += 1
                changed = nbformat.from_dict(notebook)
                text = re.search(r"[\d.,]*\d", found[0].text)[0]
                twin = next(one for one in sections(changed)[place] if one.id == cell.id)
                twin.source = re.sub(rf"(?<![\d.,]){re.escape(text)}(?![\d]|[.,]\d)", f"{text}173", twin.source)
                assert cell.id in {violation.cell for violation in numerals_from_cells(changed, lesson_file)}
    assert tried
