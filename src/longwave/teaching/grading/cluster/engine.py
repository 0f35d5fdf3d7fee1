"""The engine that grades on a cluster: it proves the machines, sends the parcels, and yields what comes back."""

import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from longwave.i18n import _, current_language
from longwave.reader.errors import ExpectedError
from longwave.teaching.grading.cluster.keys import need_dask, security
from longwave.teaching.grading.cluster.on_worker import UnlikeError, end_processes, grade_parcel
from longwave.teaching.grading.cluster.parcel import Parcel, Run
from longwave.teaching.grading.cluster.proof import Proof, proof_here, proof_of_machine
from longwave.teaching.grading.here import faulty
from longwave.teaching.grading.job import Graded, Job, NotGraded
from longwave.teaching.judging.steps import modules_of
from longwave.teaching.notebooks import notebook_of
from longwave.teaching.sandbox.limits import Limits

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECTING, PROVING, ALONE = 30, 180, 120  # seconds: to the scheduler, for a proof, and without any machine
MOST_LOST = 5  # so often a submission is sent again after Dask gave it up, having lost several machines with it
_LOOK = 10  # seconds between two looks at the cluster while nothing comes back


@dataclass
class Cluster:
    """A cluster that grades: called with jobs it is an engine of `grade`.

    Attributes:
        address: the scheduler's, which begins with tls://.
        keys: the folder of the cluster's key and certificate.
        connecting: how many seconds the scheduler and the first machine may take to answer.
        alone: how many seconds there may be no machine at all.
    """

    address: str
    keys: Path
    connecting: float = CONNECTING
    alone: float = ALONE
    machines: list[str] = field(default_factory=list)  # that proved themselves in the last run

    def __post_init__(self) -> None:
        """Refuse a connection that others could read.

        Raises:
            ExpectedError: if the address is not one of TLS.
        """
        if not self.address.startswith("tls://"):
            words = _(
                "{address} is not encrypted: submissions, names and hidden tests would be open to the network, and "
                "anybody could take a grading machine's place. Start the scheduler with the keys of longwave "
                "cluster-keys, and name it as tls://…"
            )
            raise ExpectedError(words.format(address=self.address or "--scheduler"))
        need_dask()

    def __call__(self, jobs: list[Job], limits: Limits, packages: tuple[str, ...]) -> Iterator[Graded | NotGraded]:
        """Yield what comes of each job. A machine that is lost costs time only.

        Raises:
            ExpectedError: if the cluster cannot be reached, if one of its machines would grade in another way, or if
                all of them are gone for long.
        """
        if not jobs:
            return
        modules = tuple(modules_of(notebook_of(jobs[0].source)))
        number, proof = secrets.token_hex(8), proof_here().digest
        run = Run(number, jobs[0].lesson, modules, limits, packages, current_language(), proof)
        with self._client() as client:
            self.machines = proved(client, packages, self.connecting)
            sending = _Sending(client, run, self.alone)
            try:
                yield from sending.graded(jobs)
            finally:
                sending.over()

    def _client(self) -> "Client":
        """Connect with the scheduler.

        Raises:
            ExpectedError: if it does not answer, or refuses these keys.
        """
        from distributed import Client

        held = security(self.keys)
        try:
            return Client(self.address, security=held, timeout=self.connecting)
        except (OSError, TimeoutError, ValueError) as error:
            words = _("The scheduler {address} cannot be reached with the keys in {folder}: {reason}")
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            raise ExpectedError(words.format(address=self.address, folder=self.keys, reason=reason)) from None


def proved(client: "Client", packages: tuple[str, ...], seconds: float) -> list[str]:
    """Return the machines of a cluster, after each one proved that it grades as this one does, in a sandbox.

    Raises:
        ExpectedError: if there is none, or if one cannot; it names that one and says why.
    """
    try:
        client.wait_for_workers(1, timeout=seconds)
    except TimeoutError:
        raise ExpectedError(
            _("The cluster has no worker. Start one: dask worker, as longwave cluster-keys says.")
        ) from None
    addresses = sorted(client.scheduler_info(n_workers=-1)["workers"])
    asked = {
        address: client.submit(proof_of_machine, packages, workers=[address], pure=False, retries=0)
        for address in addresses
    }
    for address, future in asked.items():
        try:
            _refuse_unlike(address, future.result(timeout=PROVING))
        except ExpectedError:
            raise
        except Exception as error:
            words = _("The worker {address} cannot grade: {reason}. Install the course on it, as on this machine.")
            raise ExpectedError(words.format(address=address, reason=error or type(error).__name__)) from None
    return addresses


def _refuse_unlike(address: str, proof: Proof) -> None:
    if proof.problem:
        words = _("The worker {address} cannot grade: {reason}")
        raise ExpectedError(words.format(address=address, reason=proof.problem))
    if differences := proof_here().differences(proof):
        words = _("The worker {address} would grade in another way: {how}. Install the same on both.")
        raise ExpectedError(words.format(address=address, how="; ".join(differences)))


class _Sending:
    """The parcels of one run that are under way."""

    def __init__(self, client: "Client", run: Run, alone: float) -> None:
        self.client, self.run, self.alone = client, run, alone
        self.waiting: dict[Future, Job] = {}
        self.lost: dict[str, int] = {}
        self.last_seen = time.monotonic()

    def graded(self, jobs: list[Job]) -> Iterator[Graded | NotGraded]:
        """Yield what comes of each job, in the order in which it comes."""
        from distributed import wait

        for job in jobs:
            self.send(job)
        while self.waiting:
            try:
                done = wait(list(self.waiting), timeout=_LOOK, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                self._refuse_deserted()
                continue
            for future in done:
                outcome = self.outcome(future, self.waiting.pop(future))
                if outcome is not None:
                    yield outcome

    def send(self, job: Job) -> None:
        """Send a submission."""
        future = self.client.submit(grade_parcel, Parcel.of(job), self.run, pure=False, key=self._key(job))
        self.waiting[future] = job

    def _key(self, job: Job) -> str:
        """Return a name for the cluster's own lists, in which no student is named."""
        return f"longwave-{self.run.number}-{secrets.token_hex(4)}"

    def outcome(self, future: "Future", job: Job) -> Graded | NotGraded | None:
        """Return what came of a job, None if it was sent again.

        Raises:
            ExpectedError: if the scheduler is gone.
        """
        from distributed.scheduler import KilledWorker

        if future.status in ("cancelled", "lost"):
            raise ExpectedError(
                _("The connection to the scheduler is lost. What was graded is kept; give the command again.")
            )
        fault = future.exception() if future.status == "error" else None
        if isinstance(fault, KilledWorker):
            self.lost[job.student] = self.lost.get(job.student, 0) + 1
            if self.lost[job.student] < MOST_LOST:
                self.send(job)
                return None
            words = _("{student}: each machine that graded it was lost. Look at this file by hand.")
            return NotGraded(job.student, words.format(student=job.student))
        if isinstance(fault, UnlikeError):
            words = _("{student}: a worker that joined later has another version, {version}. Give the command again.")
            return NotGraded(job.student, words.format(student=job.student, version=fault))
        if fault is not None:
            return faulty(job.student, fault)
        found: Graded | NotGraded = future.result()
        return found

    def _refuse_deserted(self) -> None:
        """Wait for machines to come back, but not for ever.

        Raises:
            ExpectedError: if there has been none for long.
        """
        workers: dict[str, Any] = self.client.scheduler_info(n_workers=-1)["workers"] if self._is_connected() else {}
        if workers:
            self.last_seen = time.monotonic()
        elif time.monotonic() - self.last_seen > self.alone:
            words = _("No worker has been there for {count} seconds. What was graded is kept; give the command again.")
            raise ExpectedError(words.format(count=round(self.alone)))

    def _is_connected(self) -> bool:
        return bool(self.client.status == "running")

    def over(self) -> None:
        """End what the run has left on the machines; a cluster that is gone has nothing left."""
        if self._is_connected():
            self.client.cancel(list(self.waiting))
            self.client.run(end_processes, self.run.number, on_error="ignore")
