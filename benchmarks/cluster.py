"""A class graded on this machine, and on a Dask cluster of two workers of this machine, from the same folder.

The cluster runs before the clock starts; that each worker proves itself, and imports what the lesson needs, counts.
Both have two processes, so the difference is what the way over the cluster costs.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.grading import LESSON, _course, _seconds

WORKERS = 2
_SECONDS = 60  # for the scheduler to write where it is


def measure(students: int) -> list[dict]:
    """Return a row for each way to grade so many notebooks, with a process for each of two workers."""
    grade = [sys.executable, "-m", "longwave.cli", "grade", LESSON]
    with tempfile.TemporaryDirectory(prefix="longwave-benchmark-") as folder:
        here, _earned = _course(Path(folder, "here"), students)
        there = Path(shutil.copytree(here, Path(folder, "there")))
        seconds = {"this machine": _seconds([*grade, "--workers", str(WORKERS)], here)}
        with _cluster(there) as address:
            seconds["dask, two workers"] = _seconds([*grade, "--engine", "dask", "--scheduler", address], there)
        same = len(_results(there)) == students and all(
            path.read_bytes() == (there / path.relative_to(here)).read_bytes() for path in _results(here)
        )
    return [
        {
            "way": name,
            "notebooks": students,
            "seconds": round(taken, 1),
            "seconds a notebook": round(taken / students, 2),
            "workers": WORKERS,
            "same results": same,
        }
        for name, taken in seconds.items()
    ]


def _results(course: Path) -> list[Path]:
    return sorted(course.glob("autograded/*/*/results.json"))


@contextmanager
def _cluster(course: Path) -> Iterator[str]:
    """Run a scheduler and its workers on the loopback device; give the address."""
    from longwave.teaching.grading.cluster.keys import CERTIFICATE, FOLDER, KEY, make_keys

    keys = course / FOLDER
    make_keys(keys)
    certificate, key, file = keys / CERTIFICATE, keys / KEY, keys / "scheduler.json"
    common = [f"--tls-ca-file={certificate}", f"--tls-cert={certificate}", f"--tls-key={key}"]
    common += ["--host=127.0.0.1", "--no-dashboard", "--dashboard-address=127.0.0.1:0", f"--scheduler-file={file}"]
    places = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": keys}
    dask = [sys.executable, "-m", "dask"]
    processes = [subprocess.Popen([*dask, "scheduler", "--protocol=tls", "--port=0", *common], **places)]
    try:
        end = time.monotonic() + _SECONDS
        while not file.is_file() and time.monotonic() < end:
            time.sleep(0.1)
        processes += [
            subprocess.Popen([*dask, "worker", "--nthreads=1", f"--local-directory={keys}", *common], **places)
            for _ in range(WORKERS)
        ]
        yield json.loads(file.read_text())["address"]
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            process.wait(timeout=60)
