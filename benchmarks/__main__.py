"""Run the benchmarks: tables on the terminal, and a JSON file in benchmarks/results/. Nothing asks the network.

    python -m benchmarks
    python -m benchmarks --only slider --only imports
    python -m benchmarks --quick

The computer should have nothing else to do: what is measured is time.
"""

import argparse
import datetime
import importlib.metadata
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import panels, slider, starts
from tools import browser

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("longwave", "altair", "anywidget", "ipywidgets", "ipykernel", "jupyter_server", "jupyterlab")
PACKAGES += ("numpy", "pandas", "scipy", "coopgame-py", "coopgt", "networkx", "igraph", "simpy", "ciw", "nbgrader")
PACKAGES += ("statsmodels", "diff-diff", "jupyterhub", "distributed")


@dataclass(frozen=True)
class Part:
    """One benchmark: what it measures, how, with how many repeats, and what it lacks on this computer, if anything."""

    words: str
    measure: Callable[[int], list[dict]]
    repeats: int
    quick: int
    lacks: Callable[[], str | None] = lambda: None


def _of(name: str) -> Callable[[int], list[dict]]:
    """Return what measures in a module that is imported only then: it needs packages that may be missing."""
    return lambda repeats: importlib.import_module(f"benchmarks.{name}").measure(repeats)


def _needs(*names: str, extra: str = "bench") -> Callable[[], str | None]:
    """Return what says which modules of an extra of the course are not installed."""

    def lacks() -> str | None:
        missing = [name for name in names if importlib.util.find_spec(name) is None]
        what = f"not installed: {', '.join(missing)}. In the course's folder run: python -m pip install '.[{extra}]'"
        return what if missing else None

    return lacks


def _grading_needs() -> str | None:
    if importlib.util.find_spec("nbgrader") is None:
        return "not installed: nbgrader. In the course's folder run: make teach"
    return None if shutil.which("bwrap") else "not installed: bubblewrap"


def _cluster_needs() -> str | None:
    return _needs("distributed", extra="cluster")() or _grading_needs()


def _hub_needs() -> str | None:
    hub = Path(sys.executable).with_name("jupyterhub")
    missing = [] if hub.is_file() else ["jupyterhub (pip install jupyterhub)"]
    missing += [] if shutil.which("configurable-http-proxy") else ["configurable-http-proxy (npm)"]
    return f"not installed: {', '.join(missing)}" if missing else None


PARTS = {
    "slider": Part("Slider to repaint", slider.measure, 40, 6, browser.missing_needs),
    "panels": Part("Panels that draw or compute most", panels.measure, 40, 6, browser.missing_needs),
    "imports": Part("Fresh processes", starts.measure_imports, 11, 3),
    "openings": Part("A lesson in JupyterLab", starts.measure_openings, 5, 1, browser.missing_needs),
    "lessons": Part("Whole lessons, and the memory of their kernels", starts.measure_lessons, 3, 1),
    "games": Part("Cooperative games", _of("games"), 5, 1, _needs("coopgame", "coopgt")),
    "queues": Part("One queue before one machine", _of("queues"), 5, 1, _needs("simpy", "ciw")),
    "networks": Part("Networks losing firms, and small worlds", _of("networks"), 5, 1, _needs("igraph")),
    "estimators": Part(
        "Estimators beside those of libraries", _of("estimators"), 15, 1, _needs("statsmodels", "diff_diff")
    ),
    "grading": Part("A class to grade", _of("grading"), 30, 4, _grading_needs),
    "cluster": Part("A class to grade, on this machine and on two workers", _of("cluster"), 60, 4, _cluster_needs),
    "hub": Part("A class on one hub", _of("hub"), 40, 1, _hub_needs),
}


def main() -> None:
    """Run the parts that were asked for, print their tables and keep their rows."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n\n")[0])
    parser.add_argument("--only", action="append", choices=PARTS, help="run this part; may be given again")
    parser.add_argument("--quick", action="store_true", help="few repeats, to see that everything runs")
    options = parser.parse_args()
    facts = machine()
    print("  ".join(f"{name} {value}" for name, value in facts.items() if name != "packages"))
    if facts.get("load_before", 0) > 1:
        print("This computer is busy with something else: the times come out too long.")
    for name in options.only or PARTS:
        part = PARTS[name]
        print(f"\n{part.words} ({name})", flush=True)
        if lack := part.lacks():
            print(f"skipped: {lack}")
            continue
        rows = part.measure(part.quick if options.quick else part.repeats)
        print(table(rows), flush=True)
        keep(name, {"quick": options.quick, "machine": facts, "rows": rows})
    print(f"\nKept in benchmarks/results/{_file().name}")


def machine() -> dict:
    """Return what the numbers depend on: cores, load, system, versions. It names neither a folder nor the computer."""
    facts = {"cores": os.cpu_count(), "system": f"{platform.system()} {platform.machine()}"}
    if hasattr(os, "getloadavg"):
        facts["load_before"] = round(os.getloadavg()[0], 2)
    facts["python"] = platform.python_version()
    if command := browser.find_chromium():
        facts["browser"] = subprocess.run([command, "--version"], capture_output=True, text=True).stdout.strip()
    facts["packages"] = {name: _version(name) for name in PACKAGES}
    return facts


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def table(rows: list[dict]) -> str:
    """Return rows as text in columns, numbers to the right.

    >>> print(table([{"what": "open", "seconds": 0.12345}, {"what": "run", "seconds": 12}]))
    what  seconds
    open   0.1234
    run        12
    """
    columns = list(dict.fromkeys(name for row in rows for name in row))
    lines = [columns, *([_shown(row.get(name, "")) for name in columns] for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    right = [any(isinstance(row.get(name), int | float) for row in rows) for name in columns]
    return "\n".join(
        "  ".join(
            text.rjust(width) if is_right else text.ljust(width)
            for text, width, is_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in lines
    )


def _shown(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def keep(name: str, result: dict) -> None:
    """Write a part's result into today's file, beside the parts that it already holds."""
    file = _file()
    file.parent.mkdir(exist_ok=True)
    kept = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    kept[name] = result
    unfinished = file.with_suffix(".part")
    unfinished.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    os.replace(unfinished, file)


def _file() -> Path:
    return RESULTS / f"{datetime.date.today().isoformat()}.json"


if __name__ == "__main__":
    main()
