"""Grading on this machine: as many processes as there are cores, each with a sandbox of its own."""

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from longwave.i18n import _
from longwave.teaching.folder.names import shown
from longwave.teaching.folder.notes import LONGEST_NOTE
from longwave.teaching.grading.job import Graded, Job, NotGraded, begin, grade_one
from longwave.teaching.judging.steps import modules_of
from longwave.teaching.notebooks import notebook_of
from longwave.teaching.sandbox.kinds import Kind
from longwave.teaching.sandbox.limits import Limits


def graded_here(jobs: list[Job], kind: Kind, limits: Limits, workers: int | None) -> Iterator[Graded | NotGraded]:
    """Yield what comes of each submission, from as many processes as there are cores.

    If one of these processes dies, the submissions that it may have had are tried again, each in a process of its own;
    the one that ends its process again is named, and the others go on.
    """
    left = list(jobs)
    count = max(1, min(workers or os.cpu_count() or 1, len(jobs)))
    while left:
        try:
            for job, done in _pooled(list(left), kind, limits, count):
                outcome = _outcome(done, job)
                left.remove(job)
                yield outcome
        except BrokenProcessPool:
            suspects, left = left[:count], left[count:]  # they are taken in order, so one of these was at work
            for job in suspects:
                yield _tried_alone(job, kind, limits)


def _tried_alone(job: Job, kind: Kind, limits: Limits) -> Graded | NotGraded:
    """Return what comes of a submission in a grading process of its own, or that it ended this one too."""
    try:
        return next(_outcome(done, one) for one, done in _pooled([job], kind, limits, 1))
    except BrokenProcessPool:
        return ended_twice(job.student)


def _pooled(
    jobs: list[Job], kind: Kind, limits: Limits, count: int
) -> Iterator[tuple[Job, Future[Graded | NotGraded]]]:
    """Yield each job as it is done, in processes that end with this one."""
    # Started, not forked: a forked process could not be made to end with this one.
    context = multiprocessing.get_context("spawn")
    numbers = context.SimpleQueue()
    for number in range(count):
        numbers.put(number)
    modules = modules_of(notebook_of(jobs[0].source))
    begun = (kind, limits, numbers, os.getpid(), jobs[0].lesson, modules)
    with ProcessPoolExecutor(count, context, begin, begun) as pool:
        waiting = {pool.submit(grade_one, job): job for job in jobs}
        try:
            for done in as_completed(waiting):
                yield waiting[done], done
        finally:
            for future in waiting:
                future.cancel()


def _outcome(done: Future[Graded | NotGraded], job: Job) -> Graded | NotGraded:
    """Return what came of a job."""
    try:
        return done.result()
    except BrokenProcessPool:
        raise
    except Exception as fault:
        return faulty(job.student, fault)


def faulty(student: str, fault: BaseException) -> NotGraded:
    """Return what a fault of the course comes to: it costs this submission only, and is reported."""
    words = " ".join(str(fault).split())[:LONGEST_NOTE]  # they may be a student's
    return NotGraded(student, f"{student}: {type(fault).__name__}: {shown(words)}")


def ended_twice(student: str) -> NotGraded:
    """Return what a submission comes to that ends its grading process, and does so again in one of its own."""
    words = _("{student}: its grading process ended, twice. The others are graded; look at this file by hand.")
    return NotGraded(student, words.format(student=student))
