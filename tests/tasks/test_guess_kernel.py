"""Guesses in real kernels: Run All goes through, every reader stores the same, and two notebooks share one progress."""

import os
import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from longwave.tasks.guess_table import MIME
from tests.tasks.test_kernel import execute

ROOT = Path(__file__).parents[2]
SETUP = f"""
import sys
import longwave.tasks.task
sys.path.insert(0, {str(Path(__file__).parent / "made_up")!r})
longwave.tasks.task.task_modules = lambda: {{"97": "lesson_97"}}
from longwave.tasks import kept_guess, predict, reveal, show_guesses, show_progress
"""
LESSON = [
    SETUP,
    'predict("97-guess-floor", ...)',
    'kept_guess("97-guess-floor")',
    'reveal("97-guess-floor")',
    'predict("97-guess-margin", ...)',
    'reveal("97-guess-margin")',
    'show_guesses("97")',
    "show_progress()",
]


def texts(cells):
    return [output.get("data", {}).get("text/plain", "") for cell in cells for output in cell.outputs]


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    """The lesson as it is stored: run by a reader who has not begun."""
    return execute(LESSON, tmp_path_factory.mktemp("stored"))


def test_run_all_goes_through_and_says_how_to_guess(stored):
    said = texts(stored)
    assert said[0].startswith("… No guess yet. In place of `...` put a range, in money")
    assert said[1].startswith("… The answer waits for your guess.")
    assert said[4].count("not revealed yet") == 2


def test_whatever_a_reader_writes_the_notebook_runs_to_its_end(tmp_path):
    guesses = ["'text'", "(10, 7)", "9", "float('nan')", "(-1, 99)", "[...]", "1j", "object()", "predict"]
    cells = execute([SETUP, *(f'predict("97-guess-floor", {guess})' for guess in guesses), "'the end'"], tmp_path)
    assert texts(cells)[-1] == "'the end'"
    assert all(text.startswith(("!", "…")) for text in texts(cells)[:-1])


def test_the_stored_outputs_are_those_of_every_new_reader(stored, tmp_path):
    notebook = new_notebook(cells=[nbformat.from_dict(cell) for cell in stored])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for cell in notebook.cells:
        for output in cell.outputs:
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)
    path = tmp_path / "guesses.ipynb"
    nbformat.write(notebook, path)
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    environment = {**os.environ, "LONGWAVE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([*command, str(path)], env=environment, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert f"{len(LESSON)} passed" in done.stdout


def test_a_reader_who_guesses_first_sees_both_and_may_run_all_again(tmp_path):
    mine = [
        source.replace('floor", ...', 'floor", (7, 10)').replace('margin", ...', 'margin", 50') for source in LESSON
    ]
    first, again = (execute(mine, tmp_path / "home") for _time in range(2))
    assert texts(first)[:3] == [
        "● Your guess is kept: 7 to 10. You may change it until you run the reveal.",
        "(7.0, 10.0)",
        "→ You guessed 7 to 10. It is 8: inside. The best bid that goes without is 8.",
    ]
    assert "You made it before the reveal, so it counts." in texts(again)[0]
    assert texts(first)[1:3] == texts(again)[1:3]
    kept = next(output.data[MIME] for output in first[6].outputs)
    assert kept["guesses"]["97-guess-floor"] == {"guess": [7.0, 10.0], "revealed": True, "after": None}


def test_two_open_notebooks_share_one_guess(tmp_path):
    environment = {**os.environ, "LONGWAVE_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}

    def notebook(*sources):
        client = nbclient.NotebookClient(new_notebook(cells=list(map(new_code_cell, (SETUP, *sources)))), timeout=120)
        client.create_kernel_manager()
        return client, client.setup_kernel(env=environment)

    one, one_runs = notebook('predict("97-guess-floor", (7, 10))', 'predict("97-guess-floor", (8, 8))')
    two, two_runs = notebook('reveal("97-guess-floor")', 'kept_guess("97-guess-floor")')
    with one_runs, two_runs:
        for client, place in [(one, 0), (two, 0), (one, 1), (two, 1), (one, 2), (two, 2)]:
            client.execute_cell(client.nb.cells[place], place)
    assert texts(two.nb.cells) == [
        "→ You guessed 7 to 10. It is 8: inside. The best bid that goes without is 8.",
        "(7.0, 10.0)",
    ]
    assert texts(one.nb.cells)[-1].startswith("○ Too late to count. 8 to 8 came after the reveal.")
