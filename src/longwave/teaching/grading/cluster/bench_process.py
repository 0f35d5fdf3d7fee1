"""A grading process on a machine of a cluster: it takes jobs over a socket, one after the other, and grades each.

    python -m longwave.teaching.grading.cluster.bench_process SOCKET-FD PARENT

It is a program of its own, and not started by `multiprocessing`: what a Dask worker is may have no such children.
"""

import os
import sys
from multiprocessing.connection import Connection
from types import SimpleNamespace

from longwave.i18n import set_language
from longwave.teaching.grading.job import begin, grade_one

IDLE = 600  # seconds without a job, after which it ends: the run that it was made for may have been stopped
_FIRST = 10_000  # above the numbers of grading processes of this machine's own runs


def main() -> None:
    """Grade until the other side has no more."""
    link = Connection(int(sys.argv[1]))
    try:
        kind, run = link.recv()
        set_language(run.language)
        # no two processes of a machine have one number, so no two sandboxes have one user
        number = SimpleNamespace(get=lambda: _FIRST + os.getpid())
        begin(kind, run.limits, number, int(sys.argv[2]), run.lesson, list(run.modules))
        while link.poll(IDLE):
            job = link.recv()
            try:
                answer: object = grade_one(job)
            except Exception as fault:  # it goes to whoever asked, who reports it
                answer = fault
            link.send(answer)
    except EOFError:
        return


if __name__ == "__main__":
    main()
