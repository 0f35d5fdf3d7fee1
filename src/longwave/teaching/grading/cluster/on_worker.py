"""What runs on a Dask worker: a grading process for each of its threads, made once for a run."""

import os
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from longwave.teaching.grading.cluster.parcel import Parcel, Run
from longwave.teaching.grading.cluster.proof import kind_here, proof_here
from longwave.teaching.grading.here import ended_twice, faulty
from longwave.teaching.grading.job import Graded, Job, NotGraded


class UnlikeError(Exception):
    """This machine came to the cluster after the others had proved themselves, and is not like them."""


class BenchProcess:
    """A grading process of this machine. It ends with the thread that made it."""

    def __init__(self, run: Run) -> None:
        """Start the process; what the lesson needs is imported there, and the sandbox waits."""
        self.run = run
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", f"{__package__}.bench_process"]
        self.process = subprocess.Popen(
            [*command, str(theirs.fileno()), str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
        theirs.close()
        self.link = Connection(ours.detach())
        self.link.send((replace(kind_here(), packages=run.packages), run))

    def grade(self, job: Job) -> Graded | NotGraded:
        """Return what comes of a job.

        Raises:
            EOFError, OSError: if the process ended.
        """
        self.link.send(job)
        answer = self.link.recv()
        if isinstance(answer, Exception):
            return faulty(job.student, answer)
        found: Graded | NotGraded = answer
        return found

    def close(self) -> None:
        """End the process."""
        self.link.close()
        self.process.kill()
        self.process.wait()


_of_thread = threading.local()
_all: dict[int, BenchProcess] = {}


def grade_parcel(parcel: Parcel, run: Run) -> Graded | NotGraded:
    """Grade a submission; one that ends its grading process gets a new one, once.

    Raises:
        UnlikeError: if this machine would grade in another way.
    """
    if proof_here().digest != run.proof:
        raise UnlikeError(proof_here().course)
    with tempfile.TemporaryDirectory(prefix="longwave-parcel-") as folder:
        job = parcel.unpacked(Path(folder))
        for _again in range(2):
            process = _process(run)
            try:
                return process.grade(job)
            except (EOFError, OSError):
                _close(process)
    return ended_twice(job.student)


def end_processes(number: str) -> None:
    """End the grading processes of a run, when it is over."""
    for process in [one for one in _all.values() if one.run.number == number]:
        _close(process)


def _process(run: Run) -> BenchProcess:
    """Return this thread's grading process for a run."""
    process: BenchProcess | None = getattr(_of_thread, "process", None)
    if process is not None and process.run == run and process.process.poll() is None:
        return process
    if process is not None:
        _close(process)
    process = _of_thread.process = BenchProcess(run)
    _all[process.process.pid] = process
    return process


def _close(process: BenchProcess) -> None:
    _all.pop(process.process.pid, None)
    process.close()
