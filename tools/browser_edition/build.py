"""Make the browser edition: runtime, compiled and other packages, one lock, the pages, and the way in."""

import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from tools.browser_edition.distribution import ROOTS, closure, take
from tools.browser_edition.environment import build_python
from tools.browser_edition.lite import build_pages, kernel_wheels
from tools.browser_edition.lock import canonical, merged_lock
from tools.browser_edition.pins import NOT_IN_KERNEL
from tools.browser_edition.runtime import LOCK, fetch_runtime, unpack_runtime
from tools.browser_edition.start import write_start
from tools.browser_edition.wheels import course_wheel, fetch_wheels
from tools.files import ROOT

WORK = ROOT / "build" / "browser"  # what was fetched and made; git ignores it


@dataclass(frozen=True)
class EditionReport:
    """What was made."""

    folder: Path
    packages: int
    first_visit: int  # bytes that a reader's browser keeps
    seconds: float

    def line(self) -> str:
        """Return the report as a sentence."""
        size = f"{self.first_visit / 1e6:.0f} MB"
        return f"Browser edition: {self.packages} packages, {size} for a first visit, in {self.seconds:.0f} s."


def make_edition(place: str, work: Path = WORK) -> EditionReport:
    """Make the browser edition, and return what was made; it lies in the folder `pages` of the work folder.

    Args:
        place: where the compiled packages come from: a package, a folder or an address.
        work: where everything fetched and made is kept.

    Raises:
        EditionError: if something cannot be fetched, or is not what the locks name.
    """
    start = time.monotonic()
    python = build_python(work / "environment")
    lite = work / "lite"
    shutil.rmtree(lite, ignore_errors=True)
    pyodide = lite / "static" / "pyodide"
    official = unpack_runtime(fetch_runtime(work / "npm"), pyodide)
    fetched = fetch_wheels(work / "wheels", python)
    wheels = [*fetched, *kernel_wheels(work / "environment"), course_wheel(work / "course")]
    names = closure(official, ROOTS, {canonical(wheel.name.split("-")[0]) for wheel in wheels})
    compiled = take(official, names, place, work / "distribution", python)
    for path in (*compiled, *wheels):
        shutil.copy(path, pyodide)
    lock = merged_lock(official, names, wheels, NOT_IN_KERNEL)
    (pyodide / LOCK).write_text(json.dumps(lock), "utf-8")
    pages = work / "pages"
    extensions = [wheel for wheel in fetched if wheel.name.startswith("anywidget-")]
    build_pages(python, lite, pages, extensions)
    size = write_start(pages)
    return EditionReport(pages, len(lock["packages"]), size, time.monotonic() - start)
