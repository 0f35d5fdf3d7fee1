"""Rules on charts: said in words, labelled, complete in the file, and the same on every run."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from tools.lint.outputs import is_chart_line
from tools.lint.reading import VEGA, Finding, Spec, chart_outputs, charts, code_cells, rule
from tools.pictures import complaints

SHORTEST_ALT_TEXT = 20
LINE = "What the chart shows"
JOINS = ("layer", "hconcat", "vconcat", "concat")
EMBED_OPTIONS = {"actions": False, "theme": ""}
RENDERERS = ("svg", "canvas")
MOST_DIGITS = 10
_RANDOM_NAME = re.compile(r"(view|param|selector|layer|concat)_?\d+|data-[0-9a-f]{32}")


def title_text(title: object) -> str:
    """Return the words of a chart's title: text, lines of text, or an expression that yields them."""
    if isinstance(title, dict):
        return title_text(title.get("text", title.get("expr", "")))
    return " ".join(map(str, title)) if isinstance(title, list) else str(title or "")


def walk(node: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Yield each value in a specification with the key above it; rows of datasets are left out."""
    yield key, node
    if isinstance(node, dict):
        for name, value in node.items():
            yield from walk(value, name) if name not in {"values", "datasets"} else ()
    elif isinstance(node, list):
        for value in node:
            yield from walk(value, key)


def datasets(specification: Spec) -> Iterator[tuple[str | None, list[Any]]]:
    """Yield the name and rows of each dataset of a chart, wherever it is."""
    yield from specification.get("datasets", {}).items()
    for key, node in walk(specification):
        if key == "data" and isinstance(node, dict) and isinstance(node.get("values"), list):
            yield node.get("name"), node["values"]


@rule
def alt_text(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each chart has alt text in its description, other than its title, and as its plain form."""
    for cell in code_cells(notebook):
        for output in chart_outputs(cell):
            description = output.data[VEGA].get("description", "")
            if len(description) < SHORTEST_ALT_TEXT or description == title_text(output.data[VEGA].get("title")):
                yield (
                    cell.id,
                    "describe the chart from its data in `description`: what is drawn, from where to where",
                )
            elif output.data.get("text/plain") != description:
                yield cell.id, "display the chart with show(chart), so that its plain form is its alt text"


@rule
def chart_line(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Below each chart is the line "What the chart shows" with the alt text."""
    for cell in code_cells(notebook):
        lines = [output.data.get("text/plain", "") for output in cell.outputs if is_chart_line(output)]
        for output in chart_outputs(cell):
            alt_text = output.data[VEGA].get("description", "")
            if not any(line.startswith(LINE) and line.endswith(f": {alt_text}") for line in lines):
                yield cell.id, f"display the chart with show(chart), which adds the line “{LINE}”"


@rule
def chart_title(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each chart has a title; in a row of charts each part may have its own."""
    for cell, specification in charts(notebook):
        parts = [specification.get(join) for join in JOINS if join != "layer" and specification.get(join)]
        titles = [title_text(part.get("title")) for part in (parts[0] or [] if parts else [{}])]
        if not title_text(specification.get("title")) and not all(titles):
            yield cell.id, "give the chart a title that states the finding"


@rule
def axis_titles(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each axis has a title: a word, with its unit. An axis whose labels are words may do without."""
    for cell, specification in charts(notebook):
        for channel in ("x", "y"):
            if any(_lacks_title(view, channel) for view in _views(specification)):
                yield cell.id, f'give the {channel} axis a title with its unit, such as "Your share (money)"'


def _views(node: Spec) -> Iterator[list[Spec]]:
    """Yield the layers of each plot of a specification: they share their axes, and so their titles."""
    joined = next((node[join] for join in JOINS[1:] if join in node), None)
    if joined or "spec" in node:
        for part in joined or [node["spec"]]:
            yield from _views(part)
    else:
        yield [_inherit(node, layer) for layer in _layers(node)]


def _layers(node: Spec) -> Iterator[Spec]:
    """Yield the layers of a plot, those inside layers too."""
    if "layer" not in node:
        yield node
    for layer in node.get("layer", ()):
        yield from (_inherit(layer, inner) for inner in _layers(layer))


def _inherit(parent: Spec, layer: Spec) -> Spec:
    """Return the layer with the encodings that it takes from around it."""
    return {**layer, "encoding": {**parent.get("encoding", {}), **layer.get("encoding", {})}}


def _lacks_title(layers: list[Spec], channel: str) -> bool:
    """Return whether a plot draws an axis for a channel that no layer gives a title with a word in it."""
    encodings = [layer["encoding"][channel] for layer in layers if channel in layer["encoding"]]
    encodings = [encoding for encoding in encodings if "value" not in encoding and encoding.get("axis", {}) is not None]
    titles = [(encoding.get("axis") or {}).get("title", encoding.get("title", "")) for encoding in encodings]
    if any(re.search(r"[^\W\d_]{2}", title_text(title)) for title in titles):
        return False
    in_words = [
        title is None and encoding.get("type") in {"nominal", "ordinal"}
        for title, encoding in zip(titles, encodings, strict=True)
    ]
    return bool(encodings) and not any(in_words)


@rule
def embed_options(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each chart turns off the menu and JupyterLab's dark theme, and names its renderer."""
    for cell, specification in charts(notebook):
        options = dict(specification.get("usermeta", {}).get("embedOptions", {}))
        if options.pop("renderer", None) not in RENDERERS or options != EMBED_OPTIONS:
            yield (
                cell.id,
                "finish the chart with longwave.charts.theme.finish, which sets usermeta.embedOptions",
            )


@rule
def compiles(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Each chart compiles without a warning in the oldest Vega-Lite that we can, and the newest."""
    for cell, specification in charts(notebook):
        for complaint in complaints(specification):
            yield cell.id, f"mend the chart until it compiles without a warning: {complaint}"


def _is_outline(node: Spec) -> bool:
    """Return whether data are the outlines of a map, which are in the chart but are no rows."""
    return isinstance(node.get("values"), str) and node.get("format", {}).get("type") == "topojson"


@rule
def data_in_chart(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """A chart's data are in the chart, each set under its name; nothing is fetched."""
    for cell, specification in charts(notebook):
        inline = dict(datasets(specification))
        for key, node in walk(specification):
            if key == "data" and isinstance(node, dict):
                if "url" in node:
                    yield (
                        cell.id,
                        "put the data into the chart: longwave.charts.theme.data(name, frame), no address",
                    )
                elif _is_outline(node) or {"sequence", "graticule", "sphere"} & set(node):
                    continue
                elif node.get("name") not in inline:
                    yield (
                        cell.id,
                        f"the dataset {node.get('name')!r} has no rows; build it with data(name, frame)",
                    )
        if None in inline:
            yield cell.id, "name the chart's data: longwave.charts.theme.data(name, frame)"


@rule
def own_names(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Datasets, parameters and views have names given by a person: counters change with what ran before."""
    for cell, specification in charts(notebook):
        names = {node for key, node in walk(specification) if key == "name" and isinstance(node, str)}
        for name in sorted(names | set(specification.get("datasets", {}))):
            if _RANDOM_NAME.fullmatch(name):
                yield (
                    cell.id,
                    f"replace the automatic name {name}: give each dataset, parameter and view its own",
                )


@rule
def rounded_data(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Numbers in chart data have at most 10 digits: the last digits of a float differ between machines."""
    for cell, specification in charts(notebook):
        for name, rows in datasets(specification):
            numbers = (value for row in rows for value in (row.values() if isinstance(row, dict) else [row]))
            if any(isinstance(number, float) and _digits(number) > MOST_DIGITS for number in numbers):
                yield cell.id, f"round the dataset {name} before it is drawn; data(name, frame) does"


@rule
def rounded_scales(notebook: NotebookNode, _path: Path) -> Iterator[Finding]:
    """Numbers in a chart's scales and axes have at most 10 digits, as those in its data have."""
    for cell, specification in charts(notebook):
        for key, number in _settings(specification):
            if isinstance(number, float) and _digits(number) > MOST_DIGITS:
                yield cell.id, f"round {number!r} under {key} of the chart"


def _settings(node: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Yield each value in a specification outside its data, with the key above it."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _settings(value, name) if name not in {"data", "datasets"} else ()
    elif isinstance(node, list):
        for value in node:
            yield from _settings(value, key)
    else:
        yield key, node


def _digits(number: float) -> int:
    """Return how many significant digits a float is written with."""
    return len(Decimal(repr(number)).normalize().as_tuple().digits)
