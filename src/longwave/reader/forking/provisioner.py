"""Kernels that are forked where a process waits for that, and start cold where none does, or something is unusual."""

import json
import os
import select
import signal
import socket
import sys
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from longwave.reader.forking.ends import SOCKET, other_end

_SECONDS = 15  # for a forked kernel to say that it is there
_HARMLESS = {"PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}  # settings of Python that a fork can follow


class ForkedProcess:
    """A kernel's process that is no child of this one; it has what a provisioner asks of a `Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, process: int) -> None:
        """Hold a process, so that its number can mean no other one."""
        self.pid, self.returncode = process, None
        self._held: int | None = os.pidfd_open(process)

    def poll(self) -> int | None:
        """Return None while the process runs; nobody but its parent knows with which code it ended."""
        if self._held is not None and select.select([self._held], [], [], 0)[0]:
            os.close(self._held)
            self._held = None
        return None if self._held is not None else 0

    def wait(self) -> int:
        """Wait until the process has ended."""
        if self._held is not None:
            select.select([self._held], [], [])
        return self.poll() or 0

    def send_signal(self, number: int) -> None:
        """Send a signal, to this process and to no other one that has its number later."""
        if self._held is not None:
            signal.pidfd_send_signal(self._held, number)

    def terminate(self) -> None:
        """Ask the process to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the process."""
        self.send_signal(signal.SIGKILL)


class ForkedProvisioner(LocalProvisioner):
    """Jupyter's own provisioner, which takes a forked kernel where it can have one."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start a kernel."""
        environment = dict(kwargs.get("env") or os.environ)
        arguments = forkable(cmd, environment)
        folder = kwargs.get("cwd") or os.getcwd()
        process = ask(os.environ.get(SOCKET, ""), arguments, environment, folder) if arguments else None
        if process is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.process, self.pid, self.pgid = cast(Any, ForkedProcess(process)), process, process
        return self.connection_info


def forkable(command: list[str], environment: dict[str, str]) -> list[str]:
    """Return the arguments of a kernel that a fork can be; none for another program, or for another Python inside.

    >>> import sys
    >>> forkable([sys.executable, "-m", "ipykernel_launcher", "-f", "x.json"], {})
    ['-f', 'x.json']
    >>> forkable(["R", "--slave", "-f", "x.json"], {})
    []
    """
    python, *rest = command
    settings = {name for name in environment if name.startswith("PYTHON")} - _HARMLESS
    is_ours = os.path.realpath(python) == os.path.realpath(sys.executable) and python.startswith(sys.prefix)
    while rest[:1] == ["-Xfrozen_modules=off"]:
        rest = rest[1:]
    if not is_ours or settings or rest[:2] != ["-m", "ipykernel_launcher"]:
        return []
    return rest[2:]


def ask(place: str, arguments: list[str], environment: dict[str, str], folder: str) -> int | None:
    """Return the process of a forked kernel, None where there is none to be had.

    The place must be one of root's or of this user: anybody else could read what a kernel is told.
    """
    if not place or not hasattr(os, "pidfd_open"):
        return None
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(_SECONDS)
            link.connect(place)
            if other_end(link).user not in (0, os.getuid()):
                return None
            asked = {"argv": arguments, "env": environment, "cwd": folder}
            link.sendall(json.dumps(asked).encode() + b"\n")
            return int(link.makefile().readline())
    except (OSError, ValueError):
        return None
