"""Run every lesson in a real Chromium, as a new reader of the edition, and compare what it prints with what is stored.

    python -m tools.browser_edition.trial [SITE] [--lessons 02 12]

It needs a site with the edition (`make browser`), Chromium and about a minute for each lesson.
Nothing leaves this computer.
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import set_language
from tools import browser, notebook_page
from tools.browser_edition.opened import NOTEBOOK, Cell, open_edition, texts
from tools.browser_edition.serve import serving
from tools.browser_edition.start import LIST
from tools.browser_edition.visit import faults, visit
from tools.files import ROOT
from tools.site.pages import RUN

if TYPE_CHECKING:
    from playwright.sync_api import Page

PANEL = ".longwave-panel .longwave-chart svg"


@dataclass
class Outcome:
    """What happened in one lesson; times are seconds from the reader's click."""

    lesson: str
    times: dict[str, float] = field(default_factory=dict)
    differ: dict[str, tuple[Any, Any]] = field(default_factory=dict)  # by cell: stored, and printed here
    outside: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the outcome in a line."""
        times = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in self.times.items())
        cells = f"differ: {', '.join(self.differ)}" if self.differ else "all texts equal"
        return f"{self.lesson}: {cells}; {len(self.outside)} outside requests; {times}"


def main(arguments: list[str] | None = None) -> int:
    """Run the trial; return 1 if a text differs or anything was asked of another computer."""
    parser = argparse.ArgumentParser(prog="python -m tools.browser_edition.trial", description=__doc__.splitlines()[0])
    parser.add_argument("--lessons", nargs="+", metavar="NN", help="only these lessons, such as 02 12")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site", help="the site; left out: site")
    options = parser.parse_args(arguments)
    set_language("en")
    if not (options.site / RUN / LIST).is_file():
        print(f"{options.site} has no browser edition. Make it: make browser", file=sys.stderr)
        return 1
    if reason := browser.missing_needs():
        print(reason, file=sys.stderr)
        return 1
    lessons = sorted((ROOT / "lessons").glob("*.ipynb"))
    chosen = [path for path in lessons if not options.lessons or path.name[:2] in options.lessons]
    bad = 0
    with serving(options.site) as address, browser.chromium() as chromium:
        for lesson in chosen:
            page = browser.new_page(chromium)
            outcome = try_lesson(page, address, lesson)
            page.context.close()
            print(outcome.line(), flush=True)
            for cell, (stored, here) in outcome.differ.items():
                print(f"  {cell}\n    stored {stored}\n    here   {here}", flush=True)
            bad += bool(outcome.differ or outcome.outside)
    print(f"{len(chosen) - bad} of {len(chosen)} lessons print what is stored and asked nothing outside.")
    seen = visit(options.site)
    print(json.dumps(seen, indent=1, ensure_ascii=False))
    for fault in (wrong := faults(seen)):
        print(f"Wrong in the visit: {fault}")
    return 1 if bad or wrong else 0


def try_lesson(page: "Page", address: str, lesson: Path) -> Outcome:
    """Run one lesson to its end and compare each cell's texts."""
    start = time.monotonic()
    outcome = Outcome(lesson.stem, open_edition(page, address, f"lessons/{lesson.name}"))
    page.evaluate(_WATCH, PANEL)
    begun = time.monotonic()
    notebook_page.run_all(page)
    outcome.times["run"] = time.monotonic() - start
    for name, milliseconds in page.evaluate("window.firsts").items():
        outcome.times[name] = begun - start + milliseconds / 1000
    found = page.evaluate(f"{NOTEBOOK}.content.model.toJSON()")
    stored = json.loads(lesson.read_text("utf-8"))
    outcome.differ = differences(stored["cells"], found["cells"])
    outcome.outside = browser.requests_outside(page)
    return outcome


# Notes how many milliseconds pass until the first panel has drawn its chart.
_WATCH = """(panel) => { const start = performance.now(); const firsts = window.firsts = {};
    const old = new Set(document.querySelectorAll(panel));
    const drawn = () => [...document.querySelectorAll(panel)].some((chart) => !old.has(chart));
    const look = () => {
        if (drawn()) firsts['first panel'] = performance.now() - start; else setTimeout(look, 50);
    };
    look(); }"""


def differences(stored: list[Cell], found: list[Cell]) -> dict[str, tuple[Any, Any]]:
    """Return the cells whose texts differ, each with the stored texts and those found.

    >>> one = [{"cell_type": "code", "id": "a", "outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}]}]
    >>> differences(one, [{"cell_type": "code", "id": "a", "outputs": []}])
    {'a': ([('stdout', '1')], [])}
    """
    here = {cell["id"]: cell for cell in found}
    pairs = {
        cell["id"]: (texts(cell), texts(here.get(cell["id"], {"outputs": []})))
        for cell in stored
        if cell["cell_type"] == "code"
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


if __name__ == "__main__":
    sys.exit(main())
