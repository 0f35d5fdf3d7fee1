"""The key and certificate of a cluster: who holds both may join it, as a machine that grades or as who asks for it."""

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from longwave.i18n import _
from longwave.reader.errors import ExpectedError
from longwave.reader.files import write_whole

if TYPE_CHECKING:
    from distributed import Security

FOLDER = "cluster"  # in the course's own
CERTIFICATE, KEY = "cluster.pem", "cluster-key.pem"
_PRIVATE = 0o600


def need_dask() -> None:
    """Refuse to go on without Dask.

    Raises:
        ExpectedError: if it is missing; it says what to install.
    """
    if any(importlib.util.find_spec(name) is None for name in ("distributed", "cryptography")):
        words = _('Grading on a cluster needs more packages. In the course\'s folder run: pip install ".[cluster]"')
        raise ExpectedError(words)


@dataclass(frozen=True)
class KeysReport:
    """What was written, and the commands that use it."""

    folder: Path
    new: bool

    def lines(self) -> list[str]:
        """Return where the keys are, and how a scheduler and a worker are started with them."""
        words = _("Made: {folder}") if self.new else _("There are keys already, which stay as they are: {folder}")
        tls = f"--tls-ca-file {CERTIFICATE} --tls-cert {CERTIFICATE} --tls-key {KEY} "
        tls += "--no-dashboard --dashboard-address 127.0.0.1:0"  # pages without TLS, for this machine alone
        return [
            words.format(folder=self.folder),
            _("Who holds these two files can run any program on every machine of the cluster. They last a year."),
            _("One machine: dask scheduler --protocol tls {options}").format(options=tls),
            _("Each other: dask worker tls://SCHEDULER:8786 {options} --nthreads 1 --nworkers CORES").format(
                options=tls
            ),
        ]


def make_keys(folder: Path, anew: bool = False) -> KeysReport:
    """Make the key and the certificate of a cluster; what is there stays, unless new ones are asked for.

    Raises:
        ExpectedError: if Dask is missing.
    """
    need_dask()
    from distributed import Security

    certificate, key = folder / CERTIFICATE, folder / KEY
    if certificate.is_file() and key.is_file() and not anew:
        return KeysReport(folder, new=False)
    pair = Security.temporary()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(key, pair.tls_client_key.encode(), mode=_PRIVATE, durable=True)
    write_whole(certificate, pair.tls_client_cert.encode(), mode=_PRIVATE, durable=True)
    return KeysReport(folder, new=True)


def security(folder: Path) -> "Security":
    """Return what a connection to the cluster is secured with: the keys of a folder, or Dask's own settings.

    Raises:
        ExpectedError: if there are neither.
    """
    need_dask()
    from distributed import Security

    certificate, key = folder / CERTIFICATE, folder / KEY
    if certificate.is_file() and key.is_file():
        return Security(
            require_encryption=True, tls_ca_file=str(certificate), tls_client_cert=str(certificate),
            tls_client_key=str(key),
        )  # fmt: skip
    of_dask = Security(require_encryption=True)
    if of_dask.tls_ca_file and of_dask.tls_client_cert:
        return of_dask
    words = _("There are no keys in {folder}. Make them: longwave cluster-keys")
    raise ExpectedError(words.format(folder=folder))
