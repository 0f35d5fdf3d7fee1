"""Run and save the course's notebooks, or check them: `python -m tools.notebooks [--check] [PATHS…]`.

Without `--check` each notebook is run in a fresh kernel with a reader's folder of its own, and saved in one
normal form: pictures beside charts, no widget views, no timings. Running it twice changes nothing. With
`--check` nothing is run; every broken rule is printed with what to do.
"""

import argparse
import base64
import multiprocessing
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from tools.files import find_notebooks, serialise, shown, write_atomically
from tools.lint import Violation, violations
from tools.lint.metadata import KERNELSPEC
from tools.lint.reading import VEGA, WIDGET, chart_outputs, code_cells

SECONDS_A_CELL = 300
_RUN_METADATA = ("execution", "ExecuteTime", "collapsed", "scrolled", "jupyter")


class StoppedError(Exception):
    """A notebook stops at a cell; the message names the cell and says why."""


def read(path: Path) -> NotebookNode:
    """Return a notebook as it is stored."""
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    return notebook


def execute(notebook: NotebookNode, folder: Path, language: str = "en") -> NotebookNode:
    """Run a notebook in a fresh kernel as a new reader, in a language, from its own folder."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    begun: list[str] = []
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name=KERNELSPEC["name"],
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(folder)}},
        on_cell_execute=lambda cell, cell_index: begun.append(cell.id),
    )
    with tempfile.TemporaryDirectory() as home:
        reader = {**os.environ, "LONGWAVE_HOME": home, "LONGWAVE_LANGUAGE": language}
        try:
            # What a kernel process itself writes is about the machine; what a cell writes arrives as its output.
            client.execute(env=reader, stderr=subprocess.DEVNULL)
        except CellExecutionError as error:
            raise StoppedError(
                f"{begun[-1]} · {_said(notebook, begun[-1]) or f'{error.ename}: {error.evalue}'}"
            ) from error
        except (CellTimeoutError, DeadKernelError) as error:
            raise StoppedError(f"{begun[-1]} · {str(error).splitlines()[0]}") from error
    return notebook


def _said(notebook: NotebookNode, cell_id: str) -> str:
    """Return the error that a cell shows; where it came while a result was drawn, the kernel's reply names none."""
    shown = next(cell for cell in notebook.cells if cell.id == cell_id).outputs
    return "".join(f"{output.ename}: {output.evalue}" for output in shown if output.output_type == "error")


def normalise(notebook: NotebookNode) -> NotebookNode:
    """Bring a notebook into the one form in which it is stored."""
    longwave = {"longwave": notebook.metadata.longwave} if "longwave" in notebook.metadata else {}
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNELSPEC, "language_info": {"name": "python"}, **longwave})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for cell in notebook.cells:
        for key in _RUN_METADATA:
            cell.metadata.pop(key, None)
    for cell in code_cells(notebook):
        for output in cell.outputs:
            _normalise_output(output)
        _add_pictures(cell)
    return notebook


def _normalise_output(output: NotebookNode) -> None:
    """Drop an output's metadata, and its widget view where another form of it is stored too."""
    if "metadata" in output:
        output.metadata = NotebookNode()
    if "data" in output and (VEGA in output.data or "text/html" in output.data):
        output.data.pop(WIDGET, None)


def _add_pictures(cell: NotebookNode) -> None:
    """Put a PNG beside each chart of a cell."""
    from tools.pictures import picture

    for output in chart_outputs(cell):
        try:
            output.data["image/png"] = base64.b64encode(picture(output.data[VEGA])).decode() + "\n"
        except ValueError as error:
            reason = " ".join(str(error).splitlines()[:2])
            raise StoppedError(f"{cell.id} · mend the chart, which cannot be drawn: {reason}") from error


def save(path: Path) -> tuple[str, bool]:
    """Run, normalise and save a notebook; return the line to print, and whether it went well."""
    try:
        notebook = normalise(execute(read(path), path.resolve().parent))
    except StoppedError as error:
        return f"{shown(path)} · {error}", False
    changed = write_atomically(path, serialise(notebook))
    return f"{shown(path)}: {'saved' if changed else 'unchanged'}", True


def save_all(paths: list[Path], jobs: int) -> bool:
    """Run and save notebooks, several at a time; return whether all went well."""
    # A fresh process for each job: the drawing engine inside vl-convert does not survive a fork.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=min(jobs, max(len(paths), 1)), mp_context=fresh) as pool:
        fine = True
        for line, well in pool.map(save, paths):
            print(line, file=sys.stdout if well else sys.stderr, flush=True)
            fine = fine and well
    return fine


def check_all(paths: list[Path]) -> list[Violation]:
    """Return every broken rule of the notebooks."""
    return [violation for path in paths for violation in violations(read(path), path)]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.notebooks", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--check", action="store_true", help="run nothing; print every broken rule")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="notebooks run at a time")
    parser.add_argument("paths", nargs="*", type=Path, help="notebooks or folders; default: lessons and solutions")
    options = parser.parse_args(arguments)
    try:
        paths = find_notebooks(options.paths)
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    if not options.check:
        return 0 if save_all(paths, options.jobs) else 1
    found = check_all(paths)
    for violation in found:
        print(violation)
    if not found:
        print(f"Notebooks checked: {len(paths)}. Each follows the rules.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
