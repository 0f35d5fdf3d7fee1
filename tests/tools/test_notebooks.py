"""Running, saving and checking notebooks, on made-up ones that need no library."""

import base64
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from tools import notebooks
from tools.files import serialise
from tools.lint.reading import VEGA, WIDGET

CHART = (
    """
from IPython.display import display
spec = {"data": {"name": "bids", "values": [{"bid": 8}]}, "mark": "bar",
        "encoding": {"x": {"field": "bid", "type": "quantitative", "title": "Bid (money)"}}}
"""
    + f'display({{"{VEGA}": spec, "text/plain": "One bar", "{WIDGET}": {{"model_id": "1"}}}}, raw=True)'
)


def write(path: Path, *sources: str, **metadata: object) -> Path:
    """Write a notebook of code cells with the ids step-a, step-b and so on."""
    cells = [new_code_cell(source, id=f"step-{letter}") for letter, source in zip("abcdef", sources, strict=False)]
    path.write_bytes(
        serialise(new_notebook(cells=[new_markdown_cell("# Why?", id="title"), *cells], metadata=metadata))
    )
    return path


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> Path:
    """A notebook that was run and saved."""
    path = write(
        tmp_path_factory.mktemp("saved") / "a.ipynb", "print('one'); print('two')", CHART, "8 + 2", widgets={"a": 1}
    )
    assert notebooks.main([str(path)]) == 0
    return path


def test_a_saved_notebook_is_in_one_normal_form(saved):
    notebook = notebooks.read(saved)
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2, 3]
    assert dict(notebook.metadata) == {"kernelspec": notebooks.KERNELSPEC, "language_info": {"name": "python"}}
    assert all(cell.metadata == {} for cell in notebook.cells)
    assert notebook.cells[1].outputs == [
        nbformat.from_dict({"output_type": "stream", "name": "stdout", "text": "one\ntwo\n"})
    ]
    assert notebook.cells[3].outputs[0].data == {"text/plain": "10"}


def test_a_chart_gets_a_picture_and_loses_its_widget_view(saved):
    (output,) = notebooks.read(saved).cells[2].outputs
    assert set(output.data) == {VEGA, "text/plain", "image/png"}
    assert base64.b64decode(output.data["image/png"]).startswith(b"\x89PNG")
    assert output.metadata == {}


def test_running_twice_gives_the_same_bytes_and_leaves_the_file_alone(saved, capsys):
    before, touched = saved.read_bytes(), saved.stat().st_mtime_ns
    assert notebooks.main([str(saved)]) == 0
    assert "unchanged" in capsys.readouterr().out
    assert (saved.read_bytes(), saved.stat().st_mtime_ns) == (before, touched)


def test_each_run_is_that_of_a_new_reader_in_the_notebooks_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LONGWAVE_HOME", "/somewhere/else")
    source = (
        "import os; from pathlib import Path\nhome = Path(os.environ['LONGWAVE_HOME'])\n"
        "print(list(home.iterdir()), os.environ['LONGWAVE_LANGUAGE'], Path.cwd().name)\n(home / 'kept').touch()"
    )
    path = write(tmp_path / "a.ipynb", source)
    for _ in range(2):
        notebook = notebooks.execute(notebooks.read(path), tmp_path)
        assert notebook.cells[1].outputs[0].text == f"[] en {tmp_path.name}\n"


def test_a_cell_that_stops_is_named_and_the_file_is_left(tmp_path, capsys):
    path = write(tmp_path / "a.ipynb", "1", "bids", "2")
    before = path.read_bytes()
    assert notebooks.main([str(path)]) == 1
    error = capsys.readouterr().err
    assert "a.ipynb · step-b · NameError: name 'bids' is not defined" in error
    assert "Traceback" not in error
    assert path.read_bytes() == before


def test_a_result_that_cannot_be_shown_is_named_by_its_own_error(tmp_path, capsys):
    shows = "class Panel:\n    def _ipython_display_(self): raise LookupError('no drawing library')"
    path = write(tmp_path / "a.ipynb", shows, "Panel()")
    assert notebooks.main([str(path)]) == 1
    assert "a.ipynb · step-b · LookupError: no drawing library" in capsys.readouterr().err


def test_a_chart_that_cannot_be_drawn_is_named(tmp_path, capsys):
    path = write(tmp_path / "a.ipynb", CHART.replace('"bar"', '"nonsense"'))
    assert notebooks.main([str(path)]) == 1
    assert "step-a · mend the chart, which cannot be drawn" in capsys.readouterr().err


def test_a_dead_kernel_is_said_plainly(tmp_path, capsys):
    path = write(tmp_path / "a.ipynb", "1", "import os; os._exit(1)", "2")
    assert notebooks.main([str(path)]) == 1
    assert "step-b · Kernel died" in capsys.readouterr().err


def test_a_widget_view_stays_where_nothing_stands_in_for_it():
    data = {WIDGET: {"model_id": "1"}, "text/plain": "Slider"}
    output = nbformat.v4.new_output("display_data", data)
    notebook = notebooks.normalise(new_notebook(cells=[new_code_cell(id="a", outputs=[output])]))
    assert WIDGET in notebook.cells[0].outputs[0].data


def test_check_prints_each_violation_and_fails(tmp_path, capsys):
    path = write(tmp_path / "a.ipynb", "1")
    assert notebooks.main(["--check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert (
        f"{path} · step-a · run-in-order · run python -m tools.notebooks on the file: the count here is None, not 1"
        in lines
    )
    assert all(line.count(" · ") >= 3 for line in lines)


def test_check_of_good_notebooks_says_so_in_one_line(lesson_notebook, lesson_path, capsys):
    lesson_path.write_bytes(serialise(lesson_notebook))
    before = lesson_path.read_bytes()
    assert notebooks.main(["--check", str(lesson_path)]) == 0
    assert capsys.readouterr().out == "Notebooks checked: 1. Each follows the rules.\n"
    assert lesson_path.read_bytes() == before


def test_a_path_that_is_not_there_is_named(tmp_path, capsys):
    assert notebooks.main(["--check", str(tmp_path / "nowhere")]) == 1
    assert "nowhere does not exist" in capsys.readouterr().err
