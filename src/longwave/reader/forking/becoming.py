"""How a fork of the waiting process becomes a student's kernel. First it steps down, then it reads what is asked."""

import contextlib
import json
import os
import select
import signal
import socket
import sys
import tempfile
import threading
from typing import Any, NoReturn

from longwave.reader.forking.asker import Asker

LONGEST = 1 << 20  # bytes of a request, which has the whole environment of a server
SECONDS = 10  # for a request to arrive


def become(link: socket.socket, process: int, user: int, group: int) -> NoReturn:
    """Become a kernel of the server that asked, or end without one. Never returns."""
    try:
        asker = Asker.of(process, user)
        asker.lend()
        step_down(user, group)
        asked = request(link)
        _only_needed(link.fileno(), asker.held)
        _end_with(asker.held)
        _as_a_new_process(asked)
        link.sendall(f"{os.getpid()}\n".encode())
        link.close()
        _run(asked["argv"])
    except BaseException as error:
        with contextlib.suppress(OSError):
            print(f"no kernel was forked: {error!r:.300}", file=sys.stderr, flush=True)
    finally:
        os._exit(1)


def step_down(user: int, group: int) -> None:
    """Become another user for good: real, effective and saved.

    Raises:
        RuntimeError: if this process could still become root again.
    """
    if os.geteuid() == 0:
        os.setresgid(group, group, group)
        os.setresuid(user, user, user)
    if user and (os.getresuid() != (user, user, user) or _regains()):
        raise RuntimeError("the rights of root are not given up")


def _regains() -> bool:
    try:
        os.setuid(0)
    except PermissionError:
        return False
    return True


def request(link: socket.socket) -> dict[str, Any]:
    """Return what is asked for: the kernel's arguments, environment and folder.

    Raises:
        ValueError: if it is no such request, or too long.
    """
    link.settimeout(SECONDS)
    content = bytearray()
    while not content.endswith(b"\n"):
        part = link.recv(1 << 16)
        content += part
        if not part or len(content) > LONGEST:
            raise ValueError("a request without an end")
    asked = json.loads(content)
    if not isinstance(asked, dict) or set(asked) != {"argv", "env", "cwd"}:
        raise ValueError("no request for a kernel")
    return asked


def _only_needed(*kept: int) -> None:
    """Close every file of the waiting process, and let the standard ones lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    for name in os.listdir("/proc/self/fd"):
        if int(name) > 2 and int(name) not in kept:
            with contextlib.suppress(OSError):
                os.close(int(name))


def _end_with(server: int) -> None:
    """End this process when the server ends, as a kernel does that the server itself has started."""

    def watch() -> None:
        select.select([server], [], [])
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()


def _as_a_new_process(asked: dict[str, Any]) -> None:
    """Set what a process gets when it starts: environment, folder, arguments, and chance."""
    import random

    import numpy

    os.environ.clear()
    os.environ.update(asked["env"])
    os.environ.pop("JPY_PARENT_PID", None)  # its parent is the process that waits; it ends with its server all the same
    os.chdir(asked["cwd"])
    sys.argv = ["ipykernel_launcher", *asked["argv"]]
    sys.dont_write_bytecode = bool(asked["env"].get("PYTHONDONTWRITEBYTECODE"))
    tempfile.tempdir = None
    random.seed()
    numpy.random.seed()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def _run(arguments: list[str]) -> None:
    from ipykernel.kernelapp import IPKernelApp

    from longwave.i18n import set_language

    set_language()
    IPKernelApp.launch_instance(argv=arguments)
    os._exit(0)
