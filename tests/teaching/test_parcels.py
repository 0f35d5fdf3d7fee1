"""Grading on a cluster, without one: what travels, what a machine must prove, and what happens on it."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from longwave.reader.errors import ExpectedError
from longwave.teaching.grading.cluster import on_worker
from longwave.teaching.grading.cluster.engine import Cluster, _refuse_unlike
from longwave.teaching.grading.cluster.on_worker import UnlikeError, end_processes, grade_parcel
from longwave.teaching.grading.cluster.parcel import Parcel, Run
from longwave.teaching.grading.cluster.proof import proof_here, proof_of_machine
from longwave.teaching.grading.grade import grade
from longwave.teaching.grading.job import Job, NotGraded
from longwave.teaching.intake.reading import LARGEST, UnreadableError
from longwave.teaching.intake.submission import read_document
from longwave.teaching.judging.steps import modules_of
from longwave.teaching.notebooks import notebook_of
from longwave.teaching.sandbox.kinds import ELSEWHERE
from longwave.teaching.sandbox.limits import Limits

LESSON = "18-co-evolution"


def run_of(job: Job, **more: object) -> Run:
    modules = tuple(modules_of(notebook_of(job.source)))
    run = Run("n1", LESSON, modules, Limits(seconds=20), (), "en", proof_here().digest)
    return replace(run, **more)


def test_no_secret_and_no_path_of_this_machine_travels(submitted):
    job = Job.of(submitted, LESSON, "ann")
    sent = pickle.dumps((Parcel.of(job), run_of(job)))
    assert (submitted.root / "secret.txt").read_text().strip().encode() not in sent
    assert str(submitted.root).encode() not in sent
    assert str(Path(sys.prefix)).encode() not in sent
    assert b"weight = 0.25  # ann" in sent


@pytest.mark.parametrize("kind", ["plain", "link", "missing", "too large"])
def test_a_file_reads_there_as_it_reads_here(submitted, tmp_path, kind):
    job = Job.of(submitted, LESSON, "ann")
    if kind in ("link", "missing"):
        job.path.unlink()
    if kind == "link":
        job.path.symlink_to(submitted.submission("bob", LESSON))
    if kind == "too large":
        os.truncate(job.path, LARGEST + 1)
    parcel = pickle.loads(pickle.dumps(Parcel.of(job)))
    assert parcel.content is None or len(parcel.content) <= LARGEST

    def read(path: Path) -> object:
        try:
            return read_document(path)
        except UnreadableError as error:
            return str(error)

    (tmp_path / "there").mkdir()
    assert read(parcel.unpacked(tmp_path / "there").path) == read(job.path)


def test_what_is_not_encrypted_is_refused_in_words():
    for address in ("tcp://127.0.0.1:8786", "127.0.0.1:8786", ""):
        with pytest.raises(ExpectedError, match="is not encrypted.*cluster-keys"):
            Cluster(address, Path("nowhere"))


def test_a_machine_that_would_grade_in_another_way_is_named_with_the_difference():
    mine = proof_here()
    _refuse_unlike("tls://a:1", replace(mine, sandbox="podman"))  # another sandbox grades alike
    for other, words in (
        (replace(mine, course="0.0.1 abc"), "course's code or data is 0.0.1 abc there"),
        (replace(mine, python="3.9"), "Python is 3.9 there"),
        (replace(mine, packages=(("numpy", "1.0"), *mine.packages[1:])), "numpy is 1.0 there"),
        (replace(mine, packages=mine.packages[1:]), "numpy is - there"),
        (replace(mine, problem="No sandbox works"), "cannot grade: No sandbox works"),
    ):
        with pytest.raises(ExpectedError, match=f"tls://a:1.*{words}"):
            _refuse_unlike("tls://a:1", other)


def test_a_machine_without_a_sandbox_proves_nothing(monkeypatch):
    def none() -> None:
        raise ExpectedError("No sandbox works on this machine")

    monkeypatch.setattr("longwave.teaching.grading.cluster.proof.kind_here", none)
    assert "No sandbox" in proof_of_machine(()).problem
    assert "no_such_package" in proof_of_machine(("no_such_package",)).problem


def test_a_machine_that_joined_later_and_is_unlike_gets_no_submission(submitted):
    job = Job.of(submitted, LESSON, "ann")
    with pytest.raises(UnlikeError):
        grade_parcel(Parcel.of(job), run_of(job, proof="another"))


def test_a_parcel_is_graded_as_here_in_a_process_that_ends_when_told(submitted, kind):
    job = Job.of(submitted, LESSON, "ann")
    done = grade_parcel(Parcel.of(job), run_of(job))
    assert done.result.state == "graded"
    assert {task.id: task.points for task in done.result.tasks}["18-weight"] == 1
    assert done.result.fingerprint == job.fingerprint
    (process,) = on_worker._all.values()
    end_processes("another run")
    assert process.process.poll() is None
    end_processes("n1")
    assert process.process.poll() is not None
    assert not on_worker._all


class Dying:
    """A grading process that ends when it gets a submission."""

    made = 0

    def __init__(self, run: Run) -> None:
        Dying.made += 1
        self.run, self.process = run, SimpleNamespace(pid=Dying.made, poll=lambda: None)

    def grade(self, job: Job) -> None:
        raise EOFError

    def close(self) -> None:
        self.process.poll = lambda: 1


def test_a_submission_that_ends_its_grading_process_gets_a_second_and_no_third(submitted, monkeypatch):
    monkeypatch.setattr(on_worker, "BenchProcess", Dying)
    job = Job.of(submitted, LESSON, "ann")
    done = grade_parcel(Parcel.of(job), run_of(job))
    assert isinstance(done, NotGraded)
    assert "ended, twice" in done.fault
    assert Dying.made == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"), "is not encrypted"),
        (("--engine", "dask", "--no-sandbox"), "always runs in a sandbox"),
        (("--engine", "dask", "--workers", "2"), "--nworkers"),
        (("--scheduler", "tls://127.0.0.1:1"), "--scheduler needs --engine dask"),
        (("--keys", "cluster"), "--keys needs --engine dask"),
    ],
)
def test_options_that_do_not_go_together_are_refused_before_anything_is_graded(submitted, words, said):
    command = [sys.executable, "-m", "longwave.cli", "grade", "18", *words]
    done = subprocess.run(command, cwd=submitted.root, capture_output=True, text=True)
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert not submitted.autograded.is_dir() or not any(submitted.autograded.iterdir())


def test_a_dry_run_asks_no_machine(submitted):
    class Nobody:
        def __call__(self, *_arguments: object) -> None:
            raise AssertionError("asked")

    report = grade(submitted, LESSON, ELSEWHERE, dry_run=True, engine=Nobody())
    assert report.dry == ["ann", "bob"]
