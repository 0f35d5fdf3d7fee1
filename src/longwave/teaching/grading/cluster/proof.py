"""What a grading machine proves before it gets a submission: the same course, the same packages, a sandbox that works.

Equal code and equal packages make equal grades. The sandbox is not believed, it is tried: a process without any
student's code begins and ends in it.
"""

import hashlib
import platform
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import longwave
from longwave.data.shelf import datasets_folder
from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.teaching.sandbox.kinds import Kind, choose
from longwave.teaching.sandbox.launch import open_sandbox
from longwave.teaching.sandbox.limits import Limits
from longwave.teaching.sandbox.packages import refuse_missing
from longwave.teaching.sandbox.seeing import SandboxError

# What computes answers and checks, or writes the graded notebook.
PACKAGES = ("numpy", "pandas", "scipy", "networkx", "simpy", "altair", "ipython", "nbformat", "nbgrader")
_TRIAL = 900_000_000  # the number of the trial's user, above those of all grading processes


@dataclass(frozen=True)
class Proof:
    """What one machine says of itself. `sandbox` is its kind; `problem` says why it cannot grade, if so."""

    course: str
    python: str
    packages: tuple[tuple[str, str], ...]
    sandbox: str = ""
    problem: str = ""

    @property
    def digest(self) -> str:
        """What two machines that grade alike have in common; their sandboxes may differ."""
        return hashlib.sha256(repr((self.course, self.python, self.packages)).encode()).hexdigest()

    def differences(self, other: "Proof") -> list[str]:
        """Return in words how another machine differs from this one."""
        words = _("{name} is {theirs} there and {mine} here")
        found = [] if self.python == other.python else [(_("Python"), other.python, self.python)]
        theirs = dict(other.packages)
        found += [(name, theirs.get(name, "-"), mine) for name, mine in self.packages if theirs.get(name) != mine]
        if self.course != other.course:
            found.append((_("the course's code or data"), other.course[:20], self.course[:20]))
        return [words.format(name=name, theirs=there, mine=here) for name, there, here in found]


@cache
def proof_here() -> Proof:
    """Return what this machine is equal in to others that grade alike; its sandbox is not tried."""
    python = ".".join(platform.python_version_tuple()[:2])
    return Proof(f"{longwave.__version__} {_digest()}", python, tuple((name, _version(name)) for name in PACKAGES))


def _digest() -> str:
    """Return a digest of the course's own programs and data: a number of a version does not say what was edited."""
    package, found = Path(longwave.__file__).parent, hashlib.sha256()
    for folder, pattern in ((package, "*.py"), (datasets_folder(), "*.csv")):
        for path in sorted(folder.rglob(pattern), key=lambda path: path.relative_to(folder).as_posix()):
            found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


@cache
def kind_here() -> Kind:
    """Return the sandbox of this machine.

    Raises:
        ExpectedError: if none works.
    """
    return choose()


def proof_of_machine(packages: Iterable[str]) -> Proof:
    """Return the whole proof of this machine, after trying its sandbox."""
    known = proof_here()
    try:
        refuse_missing(packages)
        kind = kind_here()
        _try(kind)
    except (ExpectedError, SandboxError) as error:
        return replace(known, problem=str(error))
    return replace(known, sandbox=kind.name)


def _try(kind: Kind) -> None:
    """Begin and end a process in the sandbox.

    Raises:
        SandboxError: if it does not begin.
    """
    sandbox = open_sandbox(kind, Limits(), _TRIAL)
    try:
        sandbox.begin().close()
        sandbox.end()
    finally:
        sandbox.close()
