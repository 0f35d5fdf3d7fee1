"""What a reader does in the browser edition, step by step, for the trial: answer, save, hand in, come back offline."""

import json
import statistics
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools import browser, notebook_page
from tools.browser_edition.opened import NOTEBOOK, open_edition, texts
from tools.browser_edition.serve import serving
from tools.site.pages import RUN

if TYPE_CHECKING:
    from playwright.sync_api import Page

LESSON = "lessons/02-who-captures-value.ipynb"
EXERCISE = "exercises/02-who-captures-value/02-who-captures-value.ipynb"
ANSWER, CHECK = "02-licence-floor-answer", "02-licence-floor-check"
WRONG = "def licence_floor(gain_a, gain_b):\n    return max(gain_a, gain_b)"
RIGHT = "def licence_floor(gain_a, gain_b):\n    return min(gain_a, gain_b)"
GUESS = 'predict("02-guess-floor", 8)'
PROGRESS = 'from longwave.tasks import show_progress\nshow_progress("02")'
PRESSES = 20
_FIND = f"{NOTEBOOK}.content.widgets.find((cell) => cell.model.sharedModel.getId() === id)"
_OUTPUTS = f"(id) => {_FIND}.model.toJSON()"
_WRITE = f"([id, source]) => {_FIND}.model.sharedModel.setSource(source)"
# How many milliseconds pass from a key to the drawing that it changes.
_TIME_KEYS = """(panel) => { window.presses = []; let pressed = 0;
    panel.addEventListener('keydown', () => { pressed = performance.now(); }, true);
    new MutationObserver(() => { if (!pressed) return; const start = pressed; pressed = 0;
        requestAnimationFrame(() => window.presses.push(performance.now() - start)); }
    ).observe(panel.querySelector('.longwave-chart'), { subtree: true, childList: true, attributes: true }); }"""


def visit(site: Path) -> dict[str, Any]:
    """Do all steps on a site with the edition; return what was seen, by step."""
    seen: dict[str, Any] = {}
    with browser.chromium() as chromium:
        page = browser.new_page(chromium)
        with serving(site) as address:
            port = int(address.rpartition(":")[2])
            seen |= _first_visit(page, address)
        # no server from here on: only what the browser kept
        seen |= _second_visit(page, f"http://127.0.0.1:{port}")
        seen["outside"] = browser.requests_outside(page)
    return seen


def faults(seen: dict[str, Any]) -> list[str]:
    """Return the steps in which something else was seen than a reader must see."""
    words = {
        "guess": "Your guess is kept: 8",
        "wrong": "Not yet",
        "right": "Right.",
        "receipt": "1 of 7 answers found",
        "guess is kept": "You guessed 8",
        "progress": "1 of ",
    }
    wrong = [step for step, expected in words.items() if expected not in seen[step]]
    wrong += [step for step in ("handed in", "edit is kept") if seen[step] is not True]
    return wrong + (["outside"] if seen["outside"] else [])


def _first_visit(page: "Page", address: str) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    page.goto(f"{address}/{LESSON.replace('.ipynb', '.html')}")
    page.get_by_role("link", name="Run it here").click()
    page.wait_for_url(f"**/{RUN}/lab/**")
    page.wait_for_function("() => !!window.jupyterapp")
    notebook_page.wait_until_open(page)
    notebook_page.run_cell(page, "setup")
    write(page, "guess-floor", GUESS)
    seen["guess"] = run(page, "guess-floor")
    notebook_page.command(page, "docmanager:save")
    open_edition(page, address, EXERCISE)
    notebook_page.run_cell(page, "setup")
    for name, answer in (("wrong", WRONG), ("right", RIGHT)):
        write(page, ANSWER, answer)
        notebook_page.run_cell(page, ANSWER)
        seen[name] = run(page, CHECK)
    notebook_page.command(page, "docmanager:save")
    seen["receipt"] = run(page, "receipt")
    with page.expect_download() as download:
        notebook_page.command(page, "docmanager:download")
    taken = json.loads(Path(download.value.path()).read_text("utf-8"))
    seen["handed in"] = next("".join(cell["source"]) for cell in taken["cells"] if cell["id"] == ANSWER) == RIGHT
    return seen


def _second_visit(page: "Page", address: str) -> dict[str, Any]:
    seen: dict[str, Any] = {"times offline": open_edition(page, address, EXERCISE)}
    seen["edit is kept"] = page.evaluate(f"(id) => {_FIND}.model.sharedModel.getSource()", ANSWER) == RIGHT
    notebook_page.run_cell(page, "setup")
    write(page, "your-guesses-table", PROGRESS)
    run(page, "your-guesses-table")
    seen["progress"] = notebook_page.cell(page, "your-guesses-table").locator(".jp-OutputArea").inner_text()
    open_edition(page, address, LESSON)
    notebook_page.run_cell(page, "setup")
    seen["guess is kept"] = run(page, "reveal-floor")
    run(page, "panel-licensing")
    panel = notebook_page.cell(page, "panel-licensing").locator(".longwave-panel")
    panel.locator("svg").first.wait_for()
    panel.evaluate(_TIME_KEYS)
    slider = panel.get_by_role("slider").first
    for number in range(PRESSES):
        slider.press("ArrowRight" if number % 2 else "ArrowLeft")
        page.wait_for_function("(count) => window.presses.length > count", arg=number)
        page.wait_for_timeout(250)
    seen["milliseconds from key to drawing"] = round(statistics.median(page.evaluate("window.presses")))
    return seen


def write(page: "Page", cell: str, source: str) -> None:
    """Write into a cell, as a reader types."""
    page.evaluate(_WRITE, [cell, source])


def run(page: "Page", cell: str) -> str:
    """Run a cell; return the words that it then shows."""
    notebook_page.run_cell(page, cell)
    shown = texts(page.evaluate(_OUTPUTS, cell))
    return " ".join(text["text/plain"] if isinstance(text, dict) else text[1] for text in shown)
