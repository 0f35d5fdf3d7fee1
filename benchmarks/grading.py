"""Grading a class: `longwave grade` beside plain `nbgrader autograde`, on the same right notebooks, in one run.

Both get the same course folder, copied, and both start from nothing: processes, imports, kernels and sandboxes count.
The memory is that of all processes below the command, each shared page counted once (proportional set size).
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


def measure(students: int) -> list[dict]:
    """Return a row for each way to grade so many notebooks."""
    with tempfile.TemporaryDirectory(prefix="longwave-benchmark-") as folder:
        course = _course(Path(folder, "course"), students)
        other = Path(folder, "other")
        shutil.copytree(course, other)
        command = [sys.executable, "-m", "longwave.cli", "grade", LESSON, "--course", str(course)]
        ours = _timed("longwave grade", command, students, course)
        peer = [str(Path(sys.executable).with_name("nbgrader")), "autograde", LESSON]
        theirs = _timed("nbgrader autograde", peer, students, other)
    ours["workers"], theirs["workers"] = os.cpu_count(), 1
    for row in (ours, theirs):
        row["times as fast"] = round(theirs["seconds"] / row["seconds"], 1)
        row["MB a worker"] = round(row.pop("megabytes") / row["workers"])
    return [ours, theirs]


def _course(folder: Path, students: int) -> Path:
    """Make a course in which so many students handed in the course's own answers."""
    from longwave.teaching.folder.course import find_course, new_course
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
    right = {cell["id"]: cell["source"] for cell in json.loads(solution.read_text(encoding="utf-8"))["cells"]}
    notebook = json.loads(exercise.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["metadata"]["nbgrader"]["solution"] and cell["cell_type"] == "code":
            cell["source"] = right[cell["id"]]
    return notebook


def _timed(name: str, command: list[str], students: int, folder: Path) -> dict:
    """Run a command in a course's folder; return its seconds and the most memory that it had."""
    most, done = [0], threading.Event()
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watcher = threading.Thread(target=_watch, args=(process.pid, most, done))
    watcher.start()
    code = process.wait()
    seconds = time.perf_counter() - start
    done.set()
    watcher.join()
    if code:
        raise RuntimeError(f"{name} ended with {code}")
    return {
        "way": name,
        "notebooks": students,
        "seconds": round(seconds, 1),
        "seconds a notebook": round(seconds / students, 2),
        "megabytes": most[0] / 1e6,
    }


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
