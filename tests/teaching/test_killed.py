"""Killed at any point and repeated, grading ends with the same gradebook, and no grade is lost."""

import multiprocessing
import random
import signal
import subprocess
import sys
import time

import pytest

from longwave.teaching.folder.gradebook import open_gradebook
from longwave.teaching.grading.grade import grade
from tests.teaching.classroom import HONEST, LESSON, bytes_of
from tests.teaching.made_course import copied, made_course
from tests.teaching.test_peer import scores
from tests.waiting import eventually

CLASS = ("right", "wrong", "half-done")
KILLS = 20
FRESH = multiprocessing.get_context("forkserver")
FRESH.set_forkserver_preload(["longwave.teaching.grading.grade", "nbgrader.api"])
COMMAND = (sys.executable, "-m", "longwave.cli", "grade", LESSON, "--again", "--workers", "2", "--course")


def grades_by_hand(course, points=None):
    """Give points by hand to the argued task of each who wrote something, or return what was given."""
    with open_gradebook(course) as gradebook:
        found = {}
        for submission in gradebook.assignment_submissions(LESSON):
            mark = gradebook.find_grade("18-argued-index-answer", LESSON, LESSON, submission.student.id)
            if points is not None and mark.auto_score is None:
                mark.manual_score = points
            found[submission.student.id] = mark.manual_score
        gradebook.db.commit()
        return found


@pytest.fixture
def course(tmp_path, kind):
    """Return a course that was graded once, and then by hand."""
    course = made_course(tmp_path / "course", {name: bytes_of(HONEST[name][0]()) for name in CLASS})
    grade(course, LESSON, kind)
    grades_by_hand(course, points=3.0)
    return course


def test_kill_9_at_twenty_random_points(course, kind, tmp_path):
    undisturbed = copied(course, tmp_path / "undisturbed")
    start = time.monotonic()
    run = begun(undisturbed, kind, 1)
    run.join()
    assert run.exitcode == 0
    whole = time.monotonic() - start
    by_hand, moments = grades_by_hand(course), random.Random(18)
    for number in range(KILLS):
        run = begun(course, kind, 1 + number % 2)
        run.join(moments.uniform(0, whole))
        run.kill()
        run.join()
        assert grades_by_hand(course) == by_hand
    subprocess.run([*COMMAND, str(course.root)], check=True, capture_output=True)
    assert scores(course) == scores(undisturbed)
    assert grades_by_hand(course) == by_hand
    assert len(list(course.backups.glob("*.db"))) <= 20


def begun(course, kind, workers):
    """Start to grade in a process that has its imports behind it, so that a kill seldom meets only these."""
    run = FRESH.Process(target=grade, args=(course, LESSON, kind), kwargs={"again": True, "workers": workers})
    run.start()
    return run


def test_nothing_runs_on_when_the_grader_is_killed(course):
    run = subprocess.Popen([*COMMAND, str(course.root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = eventually(lambda: in_sandboxes(run.pid))
    below = descendants(run.pid)
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert found
    assert eventually(lambda: not any(is_running(process) for process in below))


def descendants(process, name=""):
    """Return the processes below one, by the name of their program."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid=,comm="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in told.splitlines()]
    found, frontier = [], {str(process)}
    while frontier:
        below = [row for row in rows if row[1] in frontier]
        found += below
        frontier = {row[0] for row in below}
    return [int(row[0]) for row in found if name in row[2]]


def in_sandboxes(process):
    """Return the Pythons in the sandboxes below a process; the trial of the sandbox, soon over, runs none."""
    return [python for sandbox in descendants(process, "bwrap") for python in descendants(sandbox, "python")]


def is_running(process):
    try:
        with open(f"/proc/{process}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False
