"""What a reader waits for: the package, the command, a lesson that opens, a lesson that runs; and its memory."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import nbformat
from nbclient import NotebookClient

from tools import browser, notebook_page

ROOT = Path(__file__).parents[1]
LESSON = "02-who-captures-value"  # the lesson that is opened in the browser
IMPORT_TARGET, MEMORY_TARGET = 0.15, 260  # seconds above a bare Python; megabytes
COMMANDS = {
    "bare Python": ["-c", "pass"],
    "import longwave": ["-c", "import longwave"],
    "longwave --help": ["-m", "longwave.cli", "--help"],
}
HEAVY = ("altair", "pandas", "numpy")


def measure_imports(processes: int = 11) -> list[dict]:
    """Return a row for each command: the median time of fresh processes, in turns, and what it adds to bare Python."""
    seconds = {name: [] for name in COMMANDS}
    for arguments in COMMANDS.values():
        _run(arguments)  # once before the clock starts: compiled files and the disk's cache
    for _ in range(processes):
        for name, arguments in COMMANDS.items():
            seconds[name].append(_timed(lambda arguments=arguments: _run(arguments)))
    bare = median(seconds["bare Python"])
    rows = []
    for name, times in seconds.items():
        added = median(times) - bare
        row = {
            "what": name,
            "processes": processes,
            "median_seconds": round(median(times), 3),
            "added": round(added, 3),
        }
        row["target"] = _verdict(added, IMPORT_TARGET) if name == "import longwave" else ""
        row["loads"] = ", ".join(_loaded()) or "nothing heavy" if name == "import longwave" else ""
        rows.append(row)
    return rows


def _run(arguments: list[str]) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def _loaded() -> list[str]:
    """Return the heavy packages that importing longwave loads; there should be none."""
    return _run(["-c", f"import sys, longwave; print(*(n for n in {HEAVY} if n in sys.modules))"]).split()


def _timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def _verdict(value: float, target: float) -> str:
    return f"<= {target:g}: {'met' if value <= target else 'MISSED'}"


def measure_openings(repeats: int = 5) -> list[dict]:
    """Return how long a lesson takes in a running JupyterLab: to its first stored chart, to its first live panel."""
    opened, ran = [], []
    with tempfile.TemporaryDirectory() as folder:
        course, home = Path(folder) / "course", Path(folder) / "home"
        shutil.copytree(ROOT / "lessons", course)
        with browser.jupyterlab(course, home) as lab, browser.chromium() as running:
            for _ in range(repeats + 1):
                page = browser.new_page(running)  # with an empty cache, as on a first visit
                opened.append(_timed(lambda page=page: _open(page, lab)))
                notebook_page.wait_until_open(page)
                ran.append(_timed(lambda page=page: _run_lesson(page)))
                browser.refuse_outside(page)
                notebook_page.wait_until_idle(page)
                notebook_page.stop_kernel(page)
                page.context.close()
    return [
        # the first round is left out: the server reads its files from a cold disk
        {"what": what, "lesson": LESSON, "rounds": repeats, "median_seconds": round(median(times[1:]), 2)}
        for what, times in (("open to first chart", opened), ("Run All to first live panel", ran))
    ]


def _open(page, lab: browser.Lab) -> None:
    page.goto(lab.url(f"{LESSON}.ipynb"))
    page.wait_for_selector(".jp-OutputArea-output svg.marks", state="attached")


def _run_lesson(page) -> None:
    page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
    page.wait_for_selector(".longwave-panel svg.marks", state="attached")


def measure_lessons(repeats: int = 3) -> list[dict]:
    """Return a row for each lesson: the median time to run it whole, with its kernel's start, and the peak memory.

    The memory is the high-water mark that Linux keeps for a process; other systems keep none that can be read here.
    """
    rows = []
    for path in sorted((ROOT / "lessons").glob("*.ipynb")):
        runs = [_execute(path) for _ in range(repeats)]
        row = {"lesson": path.stem, "runs": repeats, "median_seconds": round(median(run[0] for run in runs), 2)}
        peaks = [run[1] for run in runs if run[1] is not None]
        row["peak_megabytes"] = round(max(peaks)) if peaks else "only on Linux"
        row["target"] = _verdict(max(peaks), MEMORY_TARGET) if peaks else ""
        rows.append(row)
    return rows


def _execute(path: Path) -> tuple[float, float | None]:
    """Run a lesson in a fresh kernel of a fresh reader; return the seconds and the kernel's peak memory."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "LONGWAVE_HOME": folder, "IPYTHONDIR": folder}
        client = NotebookClient(notebook, kernel_name="python3", timeout=300)
        start = time.perf_counter()
        with client.setup_kernel(cwd=folder, env=environment, stderr=subprocess.DEVNULL):
            for number, cell in enumerate(notebook.cells):
                client.execute_cell(cell, number)
            seconds = time.perf_counter() - start
            return seconds, peak_megabytes(client.km.provisioner.pid)


def peak_megabytes(process_id: int) -> float | None:
    """Return the most memory that a process has held so far, in units of a million bytes; None if nobody keeps it."""
    status = Path(f"/proc/{process_id}/status")
    if not status.is_file():
        return None
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
    return int(found[1]) * 1024 / 1e6 if found else None
