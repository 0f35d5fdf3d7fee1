"""Make the browser edition: runtime, compiled and other packages, one lock, the pages, and the way in."""

import json
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from tools.browser_edition.compiled import compile_modules, with_compiled
from tools.browser_edition.distribution import ROOTS, closure, take
from tools.browser_edition.environment import build_python
from tools.browser_edition.lite import build_pages, kernel_wheels
from tools.browser_edition.lock import canonical, merged_lock, sha256
from tools.browser_edition.pins import NOT_IN_KERNEL
from tools.browser_edition.runtime import LOCK, fetch_runtime, unpack_node, unpack_runtime
from tools.browser_edition.start import write_start
from tools.browser_edition.wheels import course_wheel, fetch_wheels
from tools.files import ROOT

WORK = ROOT / "build" / "browser"  # what was fetched and made; git ignores it
PAGES = Path("made") / "pages"  # alone in its folder, where JupyterLite sets the date of every file


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
    """Make the browser edition, and return what was made; it lies in `made/pages` of the work folder.

    Args:
        place: where the compiled packages come from: a package, a folder or an address.
        work: where everything fetched and made is kept.

    Raises:
        EditionError: if something cannot be fetched, or is not what the locks name.
    """
    start = time.monotonic()
    python = build_python(work / "environment")
    fetched = fetch_wheels(work / "wheels", python)
    lite, pages = work / "lite", work / PAGES
    shutil.rmtree(lite, ignore_errors=True)
    wheels = [*fetched, *kernel_wheels(work / "environment"), course_wheel(work / "course")]
    packages = fill_kernel(lite / "static" / "pyodide", wheels, place, work, python)
    extensions = [wheel for wheel in fetched if wheel.name.startswith("anywidget-")]
    build_pages(python, lite, pages, extensions)
    return EditionReport(pages, packages, write_start(pages), time.monotonic() - start)


def fill_kernel(folder: Path, wheels: list[Path], place: str, work: Path, python: Path) -> int:
    """Write everything that a kernel loads into a folder, with the lock that lists it; return how many packages.

    Args:
        folder: where it goes.
        wheels: all packages that Pyodide did not compile.
        place: where those that it compiled come from.
        work: where everything fetched and made is kept.
        python: a Python with pip.
    """
    runtime = fetch_runtime(work / "npm")
    official = unpack_runtime(runtime, folder)
    names = closure(official, ROOTS, {canonical(wheel.name.split("-")[0]) for wheel in wheels})
    for path in (*take(official, names, place, work / "distribution", python), *wheels):
        shutil.copy(path, folder)
    copies = [folder / wheel.name for wheel in wheels]
    lock = merged_lock(official, names, copies, NOT_IN_KERNEL)
    (folder / LOCK).write_text(json.dumps(lock), "utf-8")
    modules = compile_modules(folder, unpack_node(runtime, work / "node"), work / "compiled")
    for entry in lock["packages"].values():
        path = folder / entry["file_name"]
        if path.suffix == ".whl":
            with_compiled(path, modules)
            entry["sha256"] = sha256(path)
    (folder / LOCK).write_text(json.dumps(lock), "utf-8")
    return len(lock["packages"])
