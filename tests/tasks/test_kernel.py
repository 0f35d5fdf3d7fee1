"""What a real kernel sends, as a notebook stores it."""

import os
from pathlib import Path

import nbclient
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

import longwave

SETUP = f"""
import sys
import longwave.tasks.task
sys.path.insert(0, {str(Path(__file__).parent / "made_up")!r})
longwave.tasks.task.task_modules = lambda: {{"97": "lesson_97"}}
from longwave.tasks import check, hint, practice, show_progress
"""
CELLS = [
    SETUP,
    "show_progress()",
    'check("97-margin", ...)',
    'check("97-margin", 70)',
    'check("97-margin", "30")',
    'hint("97-margin", 1)',
    'check("97-margin", 30)',
    'practice("97-margin", ...)',
    'practice("97-margin", 30)',
    'check("97-floor", lambda users, licences: 1 / 0)',
    'check("97-flor", 1)',
    "class Odd:\n    def __repr__(self): raise SystemExit\n    __eq__ = __float__ = __repr__",
    "check('97-margin', Odd())",
]


def execute(cells, home, **options):
    """Run cells in a kernel of their own; return them with their outputs."""
    notebook = new_notebook(cells=[new_code_cell(source) for source in cells])
    client = nbclient.NotebookClient(notebook, kernel_name="python3", timeout=600, **options)
    path = os.pathsep.join([str(Path(longwave.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    client.execute(env={**os.environ, "LONGWAVE_HOME": str(home), "PYTHONPATH": path})
    nbformat.validate(notebook)
    return notebook.cells


@pytest.fixture(scope="module")
def run_twice(tmp_path_factory):
    """The cells run by a new reader, and run again by the same reader, who has progress by now."""
    home = tmp_path_factory.mktemp("kernel") / "home"
    return [execute(CELLS, home, allow_errors=True) for _time in range(2)]


def outputs(cells, number):
    return cells[number].outputs


def error_text(cells, number):
    (output,) = outputs(cells, number)
    assert output.output_type == "error"
    return "\n".join(output.traceback)


def test_a_wrong_answer_stores_a_short_message_and_nothing_else(run_twice):
    (output,) = outputs(run_twice[0], 3)
    message = (
        "✗ Not yet. You gave 70, the price. What does the firm pay out of it?\n"
        'For a hint, run hint("97-margin"). There are 3.'
    )
    assert dict(output) == {
        "output_type": "error",
        "ename": "NotYetError",
        "evalue": message,
        "traceback": message.split("\n"),
    }


@pytest.mark.parametrize("number", [3, 4, 7, 9, 10, 12])
def test_no_error_shows_a_traceback_a_colour_code_or_the_answer(run_twice, number):
    text = error_text(run_twice[0], number)
    assert "Traceback" not in text
    assert "\x1b" not in text
    assert "30" not in text.replace("'30'", "")
    assert len(text.splitlines()) <= 4


def test_each_kind_of_trouble_is_told(run_twice):
    cells = run_twice[0]
    assert "'30' is text. Drop the quotes." in error_text(cells, 4)
    assert "In place of `...` put a number, in money per unit." in error_text(cells, 7).replace("\n", " ")
    assert "your function stops with ZeroDivisionError" in error_text(cells, 9)
    assert "Did you mean 97-floor" in error_text(cells, 10)
    assert "This is an object of type Odd, not a number." in error_text(cells, 12)


def test_right_open_and_hint_are_cards_with_the_same_words_in_plain_text(run_twice):
    for number, text in [(2, "… Not answered yet."), (5, "? Hint 1 of 3. Name the parts."), (6, "✓ Right. Price less")]:
        (output,) = outputs(run_twice[0], number)
        assert output.data["text/plain"].startswith(text)
        assert set(output.data) == {"text/plain", "text/html"}
    assert outputs(run_twice[0], 8) == []


def test_outputs_do_not_depend_on_the_readers_progress(run_twice):
    for first, second in zip(*run_twice, strict=True):
        for cell in (first, second):
            for output in cell.outputs:
                output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
        assert first.outputs == second.outputs


def test_an_executor_stops_at_a_wrong_answer(tmp_path):
    with pytest.raises(nbclient.exceptions.CellExecutionError, match="✗ Not yet. You gave 70"):
        execute([SETUP, 'check("97-margin", 70)', "1"], tmp_path)


@pytest.mark.parametrize(("number", "points"), [(3, 0), (7, 0), (8, 2), (6, 2)])
def test_nbgrader_scores_what_failed_with_nothing(run_twice, number, points):
    cell = nbformat.from_dict(run_twice[0][number])
    cell.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade": True,
        "solution": False,
        "locked": True,
        "grade_id": "floor-tests",
        "points": 2,
    }
    assert determine_grade(cell) == (points, 2)
