"""From a key press on a slider to the changed drawing: the course's panel beside what a reader would use instead.

Three ways draw the same model in the same notebook of the same run: `ipywidgets.interact` that returns an Altair chart,
`altair.JupyterChart` whose chart is replaced, and a Panel. They take turns in each of the six orders, so that a busy
moment of the computer, and what one way leaves behind for the next, falls on all three. The clock runs in the page:
from the key press to the frame after the drawing has changed.
"""

import statistics
import tempfile
from itertools import cycle, islice, permutations
from pathlib import Path

import nbformat

from tools import browser, notebook_page

WAYS = ("interact", "JupyterChart", "Panel")
TARGET = 0.65
WARM_UP = 6
SETTLE = 200  # milliseconds; what page and kernel still do after a drawing belongs to no other press

SETUP = """
import altair as alt
import ipywidgets
import numpy as np
import pandas as pd
from longwave.charts.theme import EMBED_OPTIONS, data, finish
from longwave.lesson import lesson
from longwave.panels import Panel, Slider
from longwave.topics.value import value_stick_chart
from longwave.widgets.controls import widget_for

lesson("01-value-stick")
alt.renderers.enable("mimetype")
alt.JupyterChart.enable_offline()

def curve(wish, named):
    price = np.linspace(0, 200, 200)
    frame = pd.DataFrame({"price": price, "share": (1 / (1 + np.exp((price - wish) / 15))).round(6)})
    chart = alt.Chart(data("curve", frame) if named else frame).mark_line().encode(
        x=alt.X("price:Q", title="Price (money)"),
        y=alt.Y("share:Q", title="Share that buys", scale=alt.Scale(domain=[0, 1])),
        tooltip=[alt.Tooltip("price:Q"), alt.Tooltip("share:Q")],
    )
    return finish(chart, f"Half of the customers pay {wish}", f"A falling line of 200 points through {wish}.")

def stick(price, named):
    return value_stick_chart(120, price, 60, 40, start=(120, 90, 60, 40))

DRAWINGS = {"curve": (curve, (20, 180, 1, 60)), "stick": (stick, (0, 150, 5, 60))}

def plain(name, value):
    chart = DRAWINGS[name][0](value, named=False)
    chart.usermeta = {"embedOptions": EMBED_OPTIONS}
    return chart

def declared(name):
    return Slider("Number", "x", *DRAWINGS[name][1])

def control(name):
    return widget_for(declared(name))

def by_interact(name):
    ipywidgets.interact(lambda value: plain(name, value), value=control(name))

def by_jupyter_chart(name):
    number = control(name)
    chart = alt.JupyterChart(plain(name, number.value), embed_options=EMBED_OPTIONS)
    def follow(change):
        chart.chart = plain(name, change["new"])
    number.observe(follow, names="value")
    return ipywidgets.VBox([number, chart])

def by_panel(name):
    return Panel(lambda value: DRAWINGS[name][0](value, named=True), {"value": declared(name)})
"""
CALLS = dict(zip(WAYS, ("by_interact", "by_jupyter_chart", "by_panel"), strict=True))
CHARTS = {"curve": ("line of 200 points", ".mark-line path"), "stick": ("value stick", ".mark-rect path")}

# `press` waits for a key, then for another shape of the marks, then for the next frame.
TIMER = """() => {
  const cellOf = (id) => document.querySelector(`[data-cell="${id}"]`);
  const shape = (id, marks) => [...cellOf(id).querySelectorAll(marks)].map((path) => path.getAttribute('d')).join();
  window.longwaveTimer = {
    arm(id, marks) {
      const before = shape(id, marks), node = cellOf(id).querySelector('svg.marks');
      this.result = new Promise((resolve) => {
        let start = null;
        addEventListener('keydown', () => { start = performance.now(); }, { capture: true, once: true });
        const observer = new MutationObserver(() => {
          const after = shape(id, marks);
          if (start === null || !after || after === before) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve({
            time: performance.now() - start,
            sameNode: cellOf(id).querySelector('svg.marks') === node,
          }));
        });
        observer.observe(cellOf(id), { subtree: true, childList: true, attributes: true, characterData: true });
      });
    },
  };
}"""


def measure(presses: int = 40) -> list[dict]:
    """Return a row for each chart and way: median and 90th percentile in milliseconds, and the panel's share of it."""
    with tempfile.TemporaryDirectory() as folder:
        notebook = Path(folder) / "course" / "slider.ipynb"
        notebook.parent.mkdir()
        nbformat.write(_notebook(), notebook)
        home = Path(folder) / "home"
        with browser.jupyterlab(notebook.parent, home) as lab, browser.chromium_page(height=4000) as page:
            notebook_page.open_notebook(page, lab, notebook.name)
            notebook_page.run_all(page)
            page.evaluate(TIMER)
            rows = [row for chart in CHARTS for row in _compare(page, chart, presses)]
            browser.refuse_outside(page)
    return rows


def _notebook() -> nbformat.NotebookNode:
    cells = [nbformat.v4.new_code_cell(SETUP, id="setup")]
    cells += [
        nbformat.v4.new_code_cell(f"{call}({chart!r})", id=f"{chart}-{way}")
        for chart in CHARTS
        for way, call in CALLS.items()
    ]
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def _compare(page, chart: str, presses: int) -> list[dict]:
    """Press the sliders of the three ways in turn, and return their rows."""
    words, marks = CHARTS[chart]
    for way in WAYS:
        page.wait_for_selector(f'[data-cell="{chart}-{way}"] svg.marks {marks}')
    times, same_node = {way: [] for way in WAYS}, dict.fromkeys(WAYS, True)
    for number, ways in enumerate(islice(cycle(permutations(WAYS)), WARM_UP + presses)):
        for way in ways:
            # a dozen steps to and a dozen fro, so that no slider reaches its end
            shot = _press(page, f"{chart}-{way}", marks, "ArrowLeft" if number // 12 % 2 else "ArrowRight")
            if number >= WARM_UP:
                times[way].append(shot["time"])
                same_node[way] &= shot["sameNode"]
    return _rows(words, times, same_node)


def _press(page, cell_id: str, marks: str, key: str) -> dict:
    notebook_page.cell(page, cell_id).locator(".noUi-handle").focus()
    page.evaluate("([id, marks]) => window.longwaveTimer.arm(id, marks)", [cell_id, marks])
    page.keyboard.press(key)
    shot = page.evaluate("() => window.longwaveTimer.result")
    notebook_page.wait_until_idle(page)
    page.wait_for_timeout(SETTLE)
    return shot


def _rows(words: str, times: dict[str, list[float]], same_node: dict[str, bool]) -> list[dict]:
    medians = {way: statistics.median(values) for way, values in times.items()}
    rows = []
    for way, values in times.items():
        share = medians["Panel"] / medians[way]
        row = {"chart": words, "way": way, "presses": len(values), "median_ms": round(medians[way], 1)}
        row["p90_ms"] = round(statistics.quantiles(values, n=10)[-1], 1)
        row["panel_share"] = round(share, 2)
        row["target"] = "" if way == "Panel" else f"<= {TARGET}: {'met' if share <= TARGET else 'MISSED'}"
        row["same_node"] = same_node[way]
        rows.append(row)
    if not same_node["Panel"]:
        raise AssertionError(f"The panel drew the chart '{words}' anew in place of patching it.")
    return rows
