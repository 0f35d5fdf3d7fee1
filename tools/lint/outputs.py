"""Rules on what is stored under the cells: there, in order, comparable, and light."""

import re
from collections.abc import Iterator
from pathlib import Path

from nbformat import NotebookNode

from tools.files import serialise
from tools.lint.reading import VEGA, WIDGET, Finding, calls, chart_outputs, code_cells, rule

MOST_BYTES = 400_000
ALT_CLASS = 'class="longwave-alt"'
RUN_AGAIN = "run python -m tools.notebooks on the file"
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b", re.I)
_INTEGER_TYPE = re.compile(r"\bdtype[:=] ?u?int(32|64)\b|\bu?int(32|64)\(", re.I)
_SHOWING = ("show", "check", "hint", "lesson", "print", "display", "predict", "reveal", "show_guesses")


def is_chart_line(output: NotebookNode) -> bool:
    """Return whether an output is the visible line that says what a chart shows."""
    return ALT_CLASS in output.get("data", {}).get("text/html", "")


@rule
def run_in_order(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Every code cell was run, and the counts go 1, 2, 3 and so on."""
    for expected, cell in enumerate(code_cells(notebook), start=1):
        if cell.execution_count != expected:
            yield cell.id, f"{RUN_AGAIN}: the count here is {cell.execution_count}, not {expected}"
            return  # the counts after it are wrong for the same reason


@rule
def no_errors(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No cell ends in an error."""
    for cell in code_cells(notebook):
        for output in cell.outputs:
            if output.output_type == "error":
                yield cell.id, f"mend the cell, which stops with {output.ename}: {output.evalue}"


@rule
def no_warnings(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No cell writes to standard error: warnings hold paths of one machine."""
    for cell in code_cells(notebook):
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                yield cell.id, f"mend what warns: {output.text.strip().rpartition(chr(10))[2][:80]}"


@rule
def one_result(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A code cell shows at most one result; the line "What the chart shows" does not count."""
    for cell in code_cells(notebook):
        if (count := sum(not is_chart_line(output) for output in cell.outputs)) > 1:
            yield cell.id, f"split the cell: it shows {count} results, and a cell shows one"


@rule
def results_in_place(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A cell that calls show(), check(), print() and the like has its output stored."""
    for cell in code_cells(notebook):
        shows = [name for name in _SHOWING if calls(cell, name)]
        if shows and not cell.outputs and cell.execution_count:
            yield cell.id, f"{RUN_AGAIN}: it calls {shows[0]}() and has no output"


@rule
def no_addresses(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No output holds a memory address, which differs on every run."""
    for cell in code_cells(notebook):
        for output in cell.outputs:
            data = output.get("data", {})
            if _ADDRESS.search(
                "\n".join([output.get("text", ""), data.get("text/plain", ""), data.get("text/html", "")])
            ):
                yield cell.id, "end the cell with a value, not an object that prints its memory address"


@rule
def no_integer_types(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No output names the type of its whole numbers: it has 64 bits on one computer and 32 on another."""
    for cell in code_cells(notebook):
        for output in cell.outputs:
            plain = output.get("text", "") + output.get("data", {}).get("text/plain", "")
            if found := _INTEGER_TYPE.search(plain):
                yield cell.id, f"show a table, series.to_frame(), or a plain list: {found[0]} differs between computers"


@rule
def no_widget_state(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """No widget view or widget state is stored: a reopened notebook would say "model not found"."""
    if "widgets" in notebook.metadata:
        yield "-", f"{RUN_AGAIN}: the metadata hold widget state"
    for cell in code_cells(notebook):
        for output in cell.outputs:
            if WIDGET in output.get("data", {}):
                stands_beside = VEGA in output.data or "text/html" in output.data
                remedy = (
                    RUN_AGAIN if stands_beside else "give the widget a chart or text that can be stored in its place"
                )
                yield cell.id, f"{remedy}: a widget view is stored"


@rule
def picture_beside_chart(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each chart has a PNG beside it, for places that draw no Vega-Lite."""
    for cell in code_cells(notebook):
        if any("image/png" not in output.data for output in chart_outputs(cell)):
            yield cell.id, f"{RUN_AGAIN}: the chart has no picture"


@rule
def no_output_metadata(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Outputs and cells hold no metadata of one run or one screen."""
    for cell in code_cells(notebook):
        if any(output.get("metadata") for output in cell.outputs) or "execution" in cell.metadata:
            yield cell.id, f"{RUN_AGAIN}: metadata of one run are stored"


@rule
def stored_size(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A stored notebook is smaller than 400 kB."""
    if (size := len(serialise(notebook))) >= MOST_BYTES:
        yield "-", f"show fewer or smaller charts: {size / 1000:.0f} kB, under {MOST_BYTES / 1000:.0f} kB"
