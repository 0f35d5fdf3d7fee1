"""Grading on a real cluster of this machine: the same grades, and no stranger is let in. Skipped without Dask."""

import json
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.grading.cluster.engine import Cluster, _Sending
from longwave.teaching.grading.cluster.keys import CERTIFICATE, KEY, make_keys, security
from longwave.teaching.grading.cluster.on_worker import UnlikeError
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.job import Job
from longwave.teaching.grading.results import result_file
from longwave.teaching.sandbox.kinds import ELSEWHERE
from tests.teaching.test_parcels import run_of

distributed = pytest.importorskip("distributed", reason="distributed is not installed: pip install '.[cluster]'")
LESSON = "18-co-evolution"


class Ended:
    """A future that has ended."""

    def __init__(self, end: object) -> None:
        self.status = end if isinstance(end, str) else "error" if isinstance(end, Exception) else "finished"
        self.exception = self.result = lambda: end


class Futures:
    """A client whose futures end as it is told."""

    status = "running"

    def __init__(self, *ends: object) -> None:
        self.ends, self.sent = list(ends), 0

    def submit(self, *_arguments: object, **_how: object) -> Ended:
        self.sent += 1
        return Ended(self.ends.pop(0))


def killed() -> Exception:
    return distributed.scheduler.KilledWorker("key", None, 3)


def outcomes(submitted, *ends: object) -> tuple[Futures, list[object]]:
    """Return what one submission comes to whose sendings end so."""
    client, job = Futures(*ends), Job.of(submitted, LESSON, "ann")
    sending, found = _Sending(client, run_of(job), 1.0), []
    sending.send(job)
    while sending.waiting:
        future, one = sending.waiting.popitem()
        outcome = sending.outcome(future, one)
        found += [outcome] if outcome is not None else []
    return client, found


def test_a_submission_whose_machine_is_lost_is_sent_again_but_not_for_ever(submitted):
    client, found = outcomes(submitted, killed(), killed(), "graded")
    assert (client.sent, len(found)) == (3, 1)
    client, (lost,) = outcomes(submitted, *(killed() for _ in range(9)))
    assert client.sent == 5
    assert "each machine that graded it was lost" in lost.fault


def test_a_scheduler_that_is_gone_ends_the_run_in_words(submitted):
    with pytest.raises(ExpectedError, match="What was graded is kept"):
        outcomes(submitted, "cancelled")


def test_a_fault_on_a_machine_costs_one_submission(submitted):
    _client, (lost,) = outcomes(submitted, ZeroDivisionError("by zero"))
    assert lost.fault == "ann: ZeroDivisionError: by zero"
    _client, (lost,) = outcomes(submitted, UnlikeError("0.0.1 abc"))
    assert "joined later" in lost.fault


def test_keys_are_private_and_stay_until_new_ones_are_asked_for(tmp_path):
    report = make_keys(tmp_path / "cluster")
    key = tmp_path / "cluster" / KEY
    assert {stat.S_IMODE(path.stat().st_mode) for path in key.parent.iterdir()} == {0o600}
    first = key.read_bytes()
    assert "dask worker tls://" in "\n".join(report.lines())
    assert "stay as they are" in make_keys(tmp_path / "cluster").lines()[0]
    assert key.read_bytes() == first
    make_keys(tmp_path / "cluster", anew=True)
    assert key.read_bytes() != first


def test_without_keys_it_is_said_how_to_make_them(tmp_path):
    with pytest.raises(ExpectedError, match="longwave cluster-keys"):
        security(tmp_path)


@pytest.fixture
def cluster(tmp_path, kind):
    """A scheduler and a worker, each a process of its own, with keys; give the folder of the keys and the address."""
    keys = tmp_path / "cluster"
    make_keys(keys)
    tls = [f"--tls-{name}={keys / file}" for name, file in (("ca-file", CERTIFICATE), ("cert", CERTIFICATE))]
    tls += [f"--tls-key={keys / KEY}", "--no-dashboard", "--dashboard-address=127.0.0.1:0"]
    dask = [sys.executable, "-m", "dask"]
    file = tmp_path / "scheduler.json"
    commands = (
        ["scheduler", "--protocol=tls", "--host=127.0.0.1", "--port=0", f"--scheduler-file={file}"],
        ["worker", f"--scheduler-file={file}", "--host=127.0.0.1", "--nthreads=1", f"--local-directory={tmp_path}"],
    )
    processes = []
    with (tmp_path / "log").open("wb") as log:
        for command in commands:
            processes.append(subprocess.Popen([*dask, *command, *tls], stdout=log, stderr=log, start_new_session=True))
            end = time.monotonic() + 60
            while not file.is_file() and time.monotonic() < end:
                time.sleep(0.1)
    try:
        yield keys, json.loads(file.read_text())["address"]
    finally:
        for process in reversed(processes):
            process.send_signal(signal.SIGTERM)
        for process in processes:
            process.wait(timeout=60)


def test_a_class_on_a_real_cluster_has_the_grades_of_this_machine(submitted, cluster, kind, tmp_path):
    keys, address = cluster
    engine = Cluster(address, keys)
    report = grade(submitted, LESSON, ELSEWHERE, engine=engine)
    there = {student: result_file(submitted, student, LESSON).read_bytes() for student in ("ann", "bob")}
    notebooks = [path.read_bytes() for path in sorted(submitted.autograded.glob("*/*/*.ipynb"))]
    assert (len(report.graded), report.failed) == (2, [])
    assert len(engine.machines) == 1
    grade(submitted, LESSON, kind, workers=1, again=True)
    assert {student: result_file(submitted, student, LESSON).read_bytes() for student in there} == there
    assert [path.read_bytes() for path in sorted(submitted.autograded.glob("*/*/*.ipynb"))] == notebooks
    _strangers_are_refused(address, tmp_path / "other")


def _strangers_are_refused(address: str, folder: Path) -> None:
    """See that a client with keys of its own, and one without any, get no answer."""
    make_keys(folder)
    stranger = Cluster(address, folder, connecting=3)
    with pytest.raises(ExpectedError, match="cannot be reached with the keys"):
        stranger._client()
    with pytest.raises((OSError, TimeoutError)):
        distributed.Client(address.replace("tls://", "tcp://"), timeout=3)
