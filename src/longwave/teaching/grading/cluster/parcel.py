"""What travels to a grading machine: a submission as bytes, and what a run has in common. No secret, no path."""

from dataclasses import dataclass, replace
from pathlib import Path

from longwave.teaching.grading.job import Job
from longwave.teaching.intake.reading import LARGEST
from longwave.teaching.sandbox.limits import Limits

FILE = "submission.ipynb"


@dataclass(frozen=True)
class Parcel:
    """One submission. Its job has no path of this machine; `content` is None where there is no plain file."""

    job: Job
    content: bytes | None
    size: int

    @classmethod
    def of(cls, job: Job) -> "Parcel":
        """Return the parcel of a job; a file that is too large to be graded travels as its size alone."""
        there = replace(job, path=Path(FILE))
        if job.path.is_symlink() or not job.path.is_file():
            return cls(there, None, 0)
        size = job.path.stat().st_size
        return cls(there, job.path.read_bytes() if size <= LARGEST else b"", size)

    def unpacked(self, folder: Path) -> Job:
        """Write the submission into an empty folder, and return the job with its place: it reads like the original."""
        path = folder / FILE
        if self.content is not None:
            path.write_bytes(self.content)
            with path.open("r+b") as file:
                file.truncate(self.size)  # where only the size came, a file that is empty on the disk
        return replace(self.job, path=path)


@dataclass(frozen=True)
class Run:
    """What all parcels of one run have in common.

    Attributes:
        number: distinguishes the run from every other.
        lesson: the lesson's slug.
        modules: what the course's cells import.
        limits: how much a student's code may use.
        packages: what the course lets that code import beside.
        language: the language of notes.
        proof: what a machine must be equal in, as its digest.
    """

    number: str
    lesson: str
    modules: tuple[str, ...]
    limits: Limits
    packages: tuple[str, ...]
    language: str
    proof: str
