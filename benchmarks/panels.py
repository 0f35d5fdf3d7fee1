"""From a key press to the repainted panel, for the panels that draw or compute most.

Some are drawn on a canvas, where nothing in the page changes that could be watched. The sentence below the chart is
written after the chart has been painted, so the clock runs from the key press to the frame after a new sentence.
"""

import statistics
import tempfile
from pathlib import Path

import nbformat

from tools import browser, notebook_page

WARM_UP = 5
SETTLE = 250  # milliseconds; what page and kernel still do after a drawing belongs to no other press
SETUP = """
from longwave.lesson import lesson
from longwave.topics.geography import tomahawk_panel
from longwave.topics.lock_in import histories_panel
from longwave.topics.selection import forecast_panel
from longwave.topics.tipping import tipping_panel
from longwave.topics.waves import series_panel

lesson("14-lock-in")
"""
# the panel, what it shows, and how many milliseconds it may take
PANELS = {
    "lock-in": ("histories_panel()", "100 histories of lock-in", 120),
    "selection": ("forecast_panel()", "forecasts of five shares", 120),
    "tomahawk": ("tomahawk_panel()", "wiggle, solved anew, and tomahawk", 150),
    "tipping": ("tipping_panel()", "a run past a fold, solved anew", 150),
    "series": ("series_panel()", "a band of a real series, and its p", 150),
}
TIMER = """() => {
  window.longwaveSentence = (id) => new Promise((resolve) => {
    const sentence = document.querySelector(`[data-cell="${id}"] .longwave-panel .longwave-alt`);
    let start = null;
    addEventListener('keydown', () => { start = performance.now(); }, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (start === null) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    observer.observe(sentence, { childList: true, characterData: true, subtree: true });
  });
}"""


def measure(presses: int = 40) -> list[dict]:
    """Return a row for each panel: median and 90th percentile in milliseconds, kernel included."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = Path(folder) / "course" / "panels.ipynb"
        notebook.parent.mkdir()
        nbformat.write(_notebook(), notebook)
        with (
            browser.jupyterlab(notebook.parent, Path(folder) / "home") as lab,
            browser.chromium_page(height=3000) as page,
        ):
            notebook_page.open_notebook(page, lab, notebook.name)
            notebook_page.run_all(page)
            page.evaluate(TIMER)
            rows = [_row(page, cell_id, presses) for cell_id in PANELS]
            browser.refuse_outside(page)
    return rows


def _notebook() -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(SETUP, id="setup")]
    cells += [nbformat.v4.new_code_cell(call, id=cell_id) for cell_id, (call, *_rest) in PANELS.items()]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def _row(page, cell_id: str, presses: int) -> dict:
    _call, words, target = PANELS[cell_id]
    page.wait_for_selector(f'[data-cell="{cell_id}"] .longwave-panel :is(canvas, svg).marks')
    handle = notebook_page.cell(page, cell_id).locator(".noUi-handle").first
    times = []
    for number in range(WARM_UP + presses):
        handle.focus()
        page.evaluate("(id) => { window.longwaveNext = window.longwaveSentence(id); }", cell_id)
        # some steps to and as many fro, so that no slider reaches its end
        page.keyboard.press("ArrowLeft" if number // 4 % 2 else "ArrowRight")
        times.append(page.evaluate("() => window.longwaveNext"))
        notebook_page.wait_until_idle(page)
        page.wait_for_timeout(SETTLE)
    kept = times[WARM_UP:]
    median = statistics.median(kept)
    return {
        "panel": words,
        "presses": len(kept),
        "median_ms": round(median, 1),
        "p90_ms": round(statistics.quantiles(kept, n=10)[-1], 1),
        "target": f"<= {target}: {'met' if median <= target else 'MISSED'}",
    }
