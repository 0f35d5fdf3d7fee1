"""The process that waits with the course imported, and forks a kernel for each server that asks.

    python -m longwave.reader.forking.zygote SOCKET [MOST]

On a hub it runs as root, which alone can give a process to a student. It reads nothing that a student sends: the system
says who asks, and a fork steps down to that user before the first byte is read. `docs/explanation/forked-kernels.md`
says what is trusted.
"""

import gc
import importlib
import os
import signal
import socket
import sys
from collections import Counter
from pathlib import Path

from longwave.reader.forking.becoming import become
from longwave.reader.forking.ends import other_end

STACK = (
    *("ipykernel.kernelapp", "IPython.core.completer", "numpy", "pandas", "scipy.optimize"),
    *("scipy.stats", "networkx", "simpy", "altair", "anywidget", "ipywidgets", "threadpoolctl"),
    *("longwave.lesson", "longwave.tasks", "longwave.charts.render", "longwave.widgets.live", "longwave.widgets.panel"),
)
# pandas chooses these when it is imported, and takes a process without a kernel for a terminal.
AS_IN_A_KERNEL = {"display.max_columns": 20, "display.encoding": "UTF-8"}
MOST = 32  # kernels of one user at the same time, if nothing else is said; whoever asks for more gets cold ones


class Unsafe(RuntimeError):
    """The waiting process may not fork: threads, or a place where somebody could put another socket."""


def main() -> None:
    """Import the stack, listen, and fork until the system ends this process."""
    place, most = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else MOST
    del sys.path[0]  # the folder in which this was started is nothing that a kernel should import from
    prepare()
    with listening(place) as server:
        print(f"{place}: kernels wait to be forked", flush=True)
        serve(server, most)


def prepare() -> None:
    """Import what lessons need, in one thread, and leave nothing for a fork to copy again.

    Raises:
        Unsafe: if there are threads, whose locks a fork would find held for ever.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in STACK:
        importlib.import_module(name)
    _draw_once()
    if len(os.listdir("/proc/self/task")) > 1:
        raise Unsafe("there are threads, so no kernel can be forked: set OPENBLAS_NUM_THREADS=1")
    gc.collect()
    gc.freeze()


def _draw_once() -> None:
    """Draw a chart to nowhere, as the first one imports more."""
    import altair
    import pandas

    altair.Chart(pandas.DataFrame({"x": [1]})).mark_bar().encode(x="x:Q").to_dict()
    for name, value in AS_IN_A_KERNEL.items():
        pandas.set_option(name, value)


def listening(place: Path) -> socket.socket:
    """Return a socket on which everybody may ask.

    Raises:
        Unsafe: if others could replace it, and give students kernels of theirs.
    """
    about = place.parent.stat()
    if about.st_uid != os.geteuid() or about.st_mode & 0o022:
        raise Unsafe(f"{place.parent} must belong to this user, and nobody else may write there")
    place.unlink(missing_ok=True)
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(place))
    place.chmod(0o666)
    server.listen(128)
    return server


def serve(server: socket.socket, most: int) -> None:
    """Fork a kernel for each connection, and so many at most for one user; nothing is read from it here."""
    kernels: dict[int, int] = {}  # the user of each kernel's process
    while True:
        link, _address = server.accept()
        with link:
            asker, user, group = other_end(link)
            _reap(kernels)
            if Counter(kernels.values())[user] >= most or not _may_serve(user):
                continue
            process = os.fork()
            if process == 0:
                _leave(server)
                become(link, asker, user, group)
            kernels[process] = user


def _may_serve(user: int) -> bool:
    """Return whether this process can give a kernel to a user: root to everybody, anybody else to oneself."""
    return os.geteuid() in (0, user)


def _reap(kernels: dict[int, int]) -> None:
    """Forget the kernels that have ended."""
    while kernels:
        try:
            process, _status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            kernels.clear()
            return
        if not process:
            return
        kernels.pop(process, None)


def _leave(server: socket.socket) -> None:
    """Leave what belongs to the waiting process behind."""
    server.close()
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


if __name__ == "__main__":
    main()
