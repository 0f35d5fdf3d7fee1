"""A notebook of the edition that is open in a browser: opened from the way in, and what its cells print."""

import time
from typing import TYPE_CHECKING, Any

from tools import notebook_page
from tools.site.pages import RUN

if TYPE_CHECKING:
    from playwright.sync_api import Page

Cell = dict[str, Any]

NOTEBOOK = notebook_page.NOTEBOOK
PATIENCE = 300_000  # milliseconds


def open_edition(page: "Page", address: str, notebook: str) -> dict[str, float]:
    """Open a notebook from the way in, and wait until it can be run; return when what was there."""
    page.set_default_timeout(PATIENCE)
    start, times = time.monotonic(), {}
    page.goto(f"{address}/{RUN}/index.html#{notebook}")
    page.wait_for_url(f"**/{RUN}/lab/**")
    times["kept"] = time.monotonic() - start
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell")
    times["read"] = time.monotonic() - start
    page.wait_for_function("() => !!window.jupyterapp")
    notebook_page.wait_until_open(page)
    times["kernel"] = time.monotonic() - start
    return times


def texts(cell: Cell) -> list[Any]:
    """Return what a cell prints: its streams, errors and the texts of its results, without pictures and widgets.

    A text may be one string or a list of lines, and joining serves both.
    """
    found: list[Any] = []
    for output in cell["outputs"]:
        if output["output_type"] == "stream":
            name, text = output["name"], "".join(output["text"])
            if found and isinstance(found[-1], tuple) and found[-1][0] == name:
                text = found.pop()[1] + text
            found.append((name, text))
        elif output["output_type"] == "error":
            found.append(("error", f"{output['ename']}: {output['evalue']}"))
        else:
            data = {kind: "".join(text) for kind, text in output["data"].items() if kind.startswith("text/")}
            found += [data] if data else []
    return found
