"""One program at a time: a lock on a file, which the system gives up by itself when a program ends."""

import importlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from longwave.i18n import _

PATIENCE = 5.0  # seconds; a record takes a few milliseconds
_PAUSE = 0.003


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of a file, which is made if it is missing, or raise an OSError after a few seconds.

    Where the system or its files know no locks the work goes on without one.
    """
    with open(file, "ab") as stream:
        end = time.monotonic() + PATIENCE
        while not _taken(stream):
            if time.monotonic() > end:
                raise TimeoutError(_("another program holds {file}").format(file=file))
            time.sleep(_PAUSE)
        yield


def _taken(stream: IO[bytes]) -> bool:
    """Try to take the lock once."""
    try:
        import fcntl
    except ImportError:
        return _taken_on_windows(stream)
    if not hasattr(fcntl, "flock"):
        return True  # kernels inside a browser have the module without this function, and one program only
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # no locks here: some network drives
    return True


def _taken_on_windows(stream: IO[bytes]) -> bool:
    try:
        # By name, because on other systems the module's types leave its functions out.
        msvcrt: Any = importlib.import_module("msvcrt")
    except ImportError:
        return True  # neither system's locks: nothing else runs here
    try:
        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
    except PermissionError:
        return False
    return True
