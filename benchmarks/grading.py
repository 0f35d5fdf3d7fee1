"""Grading a class: `longwave grade` beside plain `nbgrader autograde`, on the same honest notebooks, in one run.

Each way gets the same course folder, copied anew for each round, and starts from nothing: processes, imports, kernels
and sandboxes count. The ways take turns, and another one begins each round, so that what else the computer does falls
on all of them. Every round ends with a comparison of all points in the two gradebooks: a way that gave other points
than the answers earn has no time.

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
from collections import defaultdict
from pathlib import Path
from statistics import median

LESSON = "18-co-evolution"
ROOT = Path(__file__).parents[1]
PAUSE = 0.25  # seconds between two looks at the memory
FEW = 6  # notebooks while memory is looked at
ROUNDS = 3  # one where there are few notebooks
Points = dict[tuple[str, str], float]  # by student and graded cell


def measure(students: int) -> list[dict]:
    """Return a row for each way to grade so many notebooks."""
    ways, seconds = _ways(), defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="longwave-benchmark-") as folder:
        many, earned = _course(Path(folder, "many"), students)
        few, _some = _course(Path(folder, "few"), min(FEW, students))
        for place in range(ROUNDS if students > FEW else 1):
            turn = list(ways)
            for name in [*turn[place % len(turn) :], *turn[: place % len(turn)]]:
                copy = Path(shutil.copytree(many, Path(folder, f"{name} {place}")))
                seconds[name].append(_seconds(ways[name][0], copy))
                _refuse_other_points(name, _points(copy), earned)
        memory = {
            name: _memory(command, Path(shutil.copytree(few, Path(folder, f"{name} memory")))) / workers
            for name, (command, workers) in ways.items()
        }
    slowest = median(seconds["nbgrader autograde"])
    return [
        {
            "way": name,
            "notebooks": students,
            "rounds": len(times),
            "median seconds": round(median(times), 1),
            "from": round(min(times), 1),
            "to": round(max(times), 1),
            "seconds a notebook": round(median(times) / students, 2),
            "workers": ways[name][1],
            "MB a worker": round(memory[name] / 1e6),
            "times as fast": round(slowest / median(times), 1),
            "points": "equal",
        }
        for name, times in seconds.items()
    ]


def _ways() -> dict[str, tuple[list[str], int]]:
    """Return the commands that grade, each with how many notebooks it grades at a time."""
    nbgrader = str(Path(sys.executable).with_name("nbgrader"))
    ours, cores = [sys.executable, "-m", "longwave.cli", "grade", LESSON], os.cpu_count() or 1
    several = {f"longwave grade, {cores} workers": (ours, cores)} if cores > 1 else {}
    return {
        **several,
        "longwave grade, 1 worker": ([*ours, "--workers", "1"], 1),
        "nbgrader autograde": ([nbgrader, "autograde", LESSON], 1),
    }


def _seconds(command: list[str], folder: Path) -> float:
    """Run a command in a course's folder, and return how long it took."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{command[-2]} ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return seconds


def _points(folder: Path) -> Points:
    """Return the points of all tests in a course's gradebook."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        return {
            (submission.student.id, grade.cell.name): grade.auto_score
            for submission in gradebook.assignment_submissions(LESSON)
            for notebook in submission.notebooks
            for grade in notebook.grades
            if grade.cell.name.endswith("-tests")
        }


def _refuse_other_points(name: str, found: Points, earned: Points) -> None:
    """Refuse a way that gave other points: what is quick and wrong need not be timed."""
    other = sorted(key for key in found.keys() | earned.keys() if found.get(key) != earned.get(key))
    if other:
        told = ", ".join(f"{' '.join(key)}: {found.get(key)}, not {earned.get(key)}" for key in other[:5])
        raise RuntimeError(f"{name} gave other points than the answers earn, {len(other)} times: {told}")


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


def _course(folder: Path, students: int) -> tuple[Path, Points]:
    """Make a course in which so many students handed in the course's own answers; return it, and what these earn.

    The first has all of them. Each other one left one task open, the next student the next task.
    """
    from longwave.teaching.folder.course import find_course
    from longwave.teaching.folder.founding import new_course
    from longwave.teaching.handout.release import release

    new_course(folder)
    names = [f"student{number:03}" for number in range(1, students + 1)]
    (folder / "roster.csv").write_text("student_id\n" + "\n".join(names) + "\n", encoding="utf-8")
    course = find_course(folder)
    release(course, LESSON)
    exercise, solution = (json.loads(path(LESSON).read_text("utf-8")) for path in (course.exercise, course.solution))
    most = _most_points(solution)
    tasks, earned = ["", *most], {}
    for place, name in enumerate(names):
        left_open = tasks[place % len(tasks)]
        path = course.submission(name, LESSON)
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(_answered(exercise, solution, left_open)), encoding="utf-8")
        earned |= {(name, f"{task}-tests"): 0.0 if task == left_open else points for task, points in most.items()}
    return folder, earned


def _most_points(solution: dict) -> dict[str, float]:
    """Return the points of each task that a machine grades."""
    marks = [cell["metadata"].get("nbgrader", {}) for cell in solution["cells"]]
    tests = {mark["grade_id"]: mark for mark in marks if mark.get("grade_id", "").endswith("-tests")}
    return {name.removesuffix("-tests"): float(mark["points"]) for name, mark in tests.items()}


def _answered(exercise: dict, solution: dict, left_open: str) -> dict:
    """Return the students' notebook with the answers of the solution, but for one task."""
    from longwave.teaching.cells import is_answer, is_code

    right = {cell["id"]: cell["source"] for cell in solution["cells"]}
    notebook = json.loads(json.dumps(exercise))
    for cell in notebook["cells"]:
        if is_answer(cell) and is_code(cell) and cell["id"] != f"{left_open}-answer":
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
