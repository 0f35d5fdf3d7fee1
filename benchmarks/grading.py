"""Grading a class: `longwave grade` beside plain `nbgrader autograde`, on the same right notebooks, in one run.

Both get the same course folder, copied, and both start from nothing: processes, imports, kernels and sandboxes count.
The memory is that of all processes below the command, each shared page counted once (proportional set size). It is
taken in a run of its own on fewer notebooks, as looking at it holds the processes up.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

LESSON = "18-co-evolution"
ROOT = Path(__file__).parents[1]
PAUSE = 0.25  # seconds between two looks at the memory
FEW = 6  # notebooks while memory is looked at


def measure(students: int) -> list[dict]:
    """Return a row for each way to grade so many notebooks."""
    nbgrader = str(Path(sys.executable).with_name("nbgrader"))
    ways = {
        "longwave grade": ([sys.executable, "-m", "longwave.cli", "grade", LESSON], os.cpu_count() or 1),
        "nbgrader autograde": ([nbgrader, "autograde", LESSON], 1),
    }
    with tempfile.TemporaryDirectory(prefix="longwave-benchmark-") as folder:
        many, few = _course(Path(folder, "many"), students), _course(Path(folder, "few"), min(FEW, students))
        rows = [
            _row(name, command, workers, Path(shutil.copytree(many, Path(folder, name, "many"))), students)
            | {"MB a worker": round(_memory(command, shutil.copytree(few, Path(folder, name, "few"))) / workers / 1e6)}
            for name, (command, workers) in ways.items()
        ]
    for row in rows:
        row["times as fast"] = round(rows[-1]["seconds"] / row["seconds"], 1)
    return rows


def _row(name: str, command: list[str], workers: int, folder: Path, students: int) -> dict:
    """Run a command in a course's folder, and return how long it took."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    seconds = time.perf_counter() - start
    told = {"way": name, "notebooks": students, "seconds": round(seconds, 1)}
    return told | {"seconds a notebook": round(seconds / students, 2), "workers": workers}


def _memory(command: list[str], folder: Path) -> int:
    """Run a command in a course's folder, and return the most bytes that it and its processes had."""
    most, done = [0], threading.Event()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watcher = threading.Thread(target=_watch, args=(process.pid, most, done))
    watcher.start()
    code = process.wait()
    done.set()
    watcher.join()
    if code:
        raise RuntimeError(f"{command[-2]} ended with {code}")
    return most[0]


def _course(folder: Path, students: int) -> Path:
    """Make a course in which so many students handed in the course's own answers."""
    from longwave.teaching.folder.course import find_course
    from longwave.teaching.folder.founding import new_course
    from longwave.teaching.handout.release import release

    new_course(folder)
    names = [f"student{number:03}" for number in range(1, students + 1)]
    (folder / "roster.csv").write_text("student_id\n" + "\n".join(names) + "\n", encoding="utf-8")
    course = find_course(folder)
    release(course, LESSON)
    content = json.dumps(_answered(course.exercise(LESSON), course.solution(LESSON)))
    for name in names:
        path = course.submission(name, LESSON)
        path.parent.mkdir(parents=True)
        path.write_text(content, encoding="utf-8")
    return folder


def _answered(exercise: Path, solution: Path) -> dict:
    """Return the students' notebook with the answers of the solution."""
    from longwave.teaching.cells import is_answer, is_code

    right = {cell["id"]: cell["source"] for cell in json.loads(solution.read_text(encoding="utf-8"))["cells"]}
    notebook = json.loads(exercise.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if is_answer(cell) and is_code(cell):
            cell["source"] = right[cell["id"]]
    return notebook


def _watch(process: int, most: list[int], done: threading.Event) -> None:
    while not done.wait(PAUSE):
        most[0] = max(most[0], sum(_proportional(one) for one in _below(process)))


def _below(process: int) -> list[int]:
    found, frontier = [], [process]
    while frontier:
        one = frontier.pop()
        found.append(one)
        for file in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                frontier += map(int, file.read_text().split())
            except OSError:
                continue
    return found


def _proportional(process: int) -> int:
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:")), 0)
    except OSError:
        return 0
