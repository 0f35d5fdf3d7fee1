"""A notebook as the source of a page: charts and panels that need no kernel, and no pictures beside them."""

import ast
import html
import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from longwave.charts.render import VEGA_LITE
from longwave.i18n import _
from longwave.panels import Panel
from tools.site.drawing import chart_element, panel_element
from tools.site.pages import RUN, Course, with_site_links

Cell = dict[str, Any]


@dataclass
class Panels:
    """The panels that pages show, by the key under which their frames are stored."""

    makers: dict[str, Callable[[], Panel]] = field(default_factory=dict)

    def add(self, maker: Callable[[], Panel]) -> str:
        """Keep a panel's function, and return its key, such as `cooperative-licensing`."""
        topic = maker.__module__.split(".")[2]
        key = f"{topic}-{maker.__name__.removesuffix('_panel')}".replace("_", "-")
        self.makers[key] = maker
        return key


def page_of(notebook: dict[str, Any], path: str, course: Course, panels: Panels) -> dict[str, Any]:
    """Return a notebook whose outputs a page can show without a kernel.

    Args:
        notebook: a stored lesson or exercise sheet.
        path: its path from the project's folder.
        course: what the site carries.
        panels: where its panels are kept, to be drawn later.
    """
    imported = _panel_makers(notebook["cells"])
    cells = [_cell(dict(cell), path, course, imported, panels) for cell in notebook["cells"]]
    first = next(place for place, cell in enumerate(cells) if cell["cell_type"] == "markdown")
    number = path.rsplit("/", 1)[-1][:2]
    cells[first] = _with_number(cells[first], number, is_lesson=path.startswith("lessons/"))
    return {**notebook, "cells": [cells[first], *_notices(number, path, course), *cells[:first], *cells[first + 1 :]]}


def _with_number(cell: Cell, number: str, is_lesson: bool) -> Cell:
    """Return the first cell with the lesson's number before its title, so that a list of pages can be read."""
    before, mark, rest = _text(cell["source"]).partition("# ")
    label = f"{number}. " if is_lesson and number.isdigit() else ""
    return {**cell, "source": f"{before}{mark}{label}{rest}"}


def _notices(number: str, path: str, course: Course) -> list[Cell]:
    """Return what a reader of the page must know: what it can do, and what only the notebook can."""
    lesson = course.lessons[number]
    if path.startswith("lessons/"):
        words = _("A page to read: panels move, and charts are live. Guesses, checks and code run in the notebook.")
        sheet = f"../exercises/{lesson.slug}/{lesson.slug}.ipynb"
        links = [f"[{_('Exercises')}]({sheet})"] if course.has(sheet.removeprefix("../")) else []
        links.append(f"[{_('Run the course')}](../README.md)")
        tree = f"```{{toctree}}\n:hidden:\n\n/{sheet.removeprefix('../')}\n```\n" if len(links) == 2 else ""
    else:
        words = _("A sheet to read: answers are written and checked in the notebook.")
        own = f"../../lessons/{lesson.slug}.ipynb"
        links = [f"[{_('Lesson')}]({own})"] if course.has(own.removeprefix("../../")) else []
        links.append(f"[{_('Run the course')}](../../README.md)")
        tree = ""
    links = [*_run_link(path, course), *links]
    source = f"*{words}* {' · '.join(links)}\n\n{tree}"
    return [{"cell_type": "markdown", "id": "site-notice", "metadata": {}, "source": source}]


def _run_link(path: str, course: Course) -> list[str]:
    """Return the link to the same notebook in the browser edition; none where the site has no such edition."""
    if not course.runs:
        return []
    up = "../" * path.count("/")
    return [f'<a class="lw-run" href="{up}{RUN}/index.html#{path}">{html.escape(_("Run it here"))}</a>']


def _cell(cell: Cell, path: str, course: Course, imported: dict[str, Any], panels: Panels) -> Cell:
    source = _text(cell["source"])
    if cell["cell_type"] == "markdown":
        return {**cell, "source": with_site_links(source, path, course)}
    if cell["cell_type"] != "code":
        return cell
    cell["execution_count"] = None
    if cell.get("id") == "setup":
        tags = [*cell["metadata"].get("tags", []), "hide-input"]
        return {**cell, "metadata": {**cell["metadata"], "tags": tags}, "outputs": []}
    maker = imported.get(_called(source))
    outputs = [_output(output) for output in cell.get("outputs", [])]
    if maker and any(VEGA_LITE in output.get("data", {}) for output in cell.get("outputs", [])):
        sentence = _text(cell["outputs"][-1]["data"]["text/plain"])
        outputs = [_html_output(panel_element(panels.add(maker), sentence))]
    return {**cell, "outputs": outputs}


def _output(output: dict[str, Any]) -> dict[str, Any]:
    data = output.get("data", {})
    if VEGA_LITE in data:
        return _html_output(chart_element(data[VEGA_LITE]))
    if "text/html" in data:
        return _html_output(_text(data["text/html"]))
    return output


def _html_output(text: str) -> dict[str, Any]:
    return {"output_type": "display_data", "metadata": {}, "data": {"text/html": text}}


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _called(source: str) -> str:
    """Return the name of the function that a cell's last line calls without arguments, or an empty text."""
    try:
        last = ast.parse(source).body[-1]
    except (SyntaxError, IndexError):
        return ""
    call = getattr(last, "value", None)
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and not call.args and not call.keywords:
        return call.func.id
    return ""


def _panel_makers(cells: list[Cell]) -> dict[str, Any]:
    """Return the functions that return a panel, by the names under which a notebook imports them from a topic."""
    found = {}
    for cell in cells:
        source = _text(cell["source"])
        if cell["cell_type"] != "code" or "longwave.topics" not in source:
            continue
        for line in ast.walk(ast.parse(source)):
            if isinstance(line, ast.ImportFrom) and (line.module or "").startswith("longwave.topics."):
                face = importlib.import_module(str(line.module))
                for name in line.names:
                    thing = getattr(face, name.name)
                    if getattr(thing, "__annotations__", {}).get("return") is Panel:
                        found[name.asname or name.name] = thing
    return found


def escaped(text: str) -> str:
    """Return text for a cell of a Markdown table."""
    return html.escape(text, quote=False).replace("|", "\\|").replace("\n", " ").replace("$", "\\$")
