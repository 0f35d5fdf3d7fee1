"""Starting a sandbox, and handing it one student after the other."""

import json
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import Any

from longwave.teaching.sandbox.container import Container
from longwave.teaching.sandbox.kinds import HOME, Kind, bubblewrap_command, environment
from longwave.teaching.sandbox.limits import Limits

STARTING = 120  # seconds until the stack must be imported
ENDING = 10  # seconds until a student who was told to end must be gone


class SandboxError(Exception):
    """The sandbox does not start, or does not answer; the message says what it said."""


class Sandbox:
    """One sandbox with one waiting process. `begin` gives a channel to a new student's process, `end` ends it."""

    def __init__(self, kind: Kind, limits: Limits, worker: int = 0, modules: Sequence[str] = ()) -> None:
        self.kind, self.limits, self.worker, self.modules = kind, limits, worker, list(modules)
        self.process: subprocess.Popen | None = None
        self.control: socket.socket | None = None
        self._folder: tempfile.TemporaryDirectory | None = None

    def begin(self) -> socket.socket:
        """Start a student's process and return the channel to it.

        Where the kernel allows no namespaces inside the sandbox's own, each student gets a sandbox of his own: that is
        as safe, and slower by the imports.
        """
        channel, answer = self._begin()
        if "begun" not in answer and self.kind.isolates:
            self.close()
            self.kind = Kind(self.kind.name, isolates=False)
            channel, answer = self._begin()
        if "begun" not in answer:
            self.close()
            raise SandboxError(str(answer.get("error", answer))[:300])
        return channel

    def _begin(self) -> tuple[socket.socket, dict[str, Any]]:
        if self.process is None or self.process.poll() is not None:
            self._start()
        ours, theirs = socket.socketpair()
        try:
            socket.send_fds(self.control, [b"s"], [theirs.fileno()])
            return ours, self._line(STARTING)
        except OSError as error:
            self.close()
            raise SandboxError(str(error)) from None
        finally:
            theirs.close()

    def end(self) -> str:
        """End the student's process, and return why it ended: done, stopped, memory, machine or gone."""
        try:
            self.control.send(b"x")
            reason = self._line(ENDING).get("ended", "gone")
        except (OSError, SandboxError):
            reason = "gone"
        if reason == "gone" or not self.kind.isolates:
            self.close()  # what cannot be told clean is thrown away; so is what every student would share
        return reason

    def close(self) -> None:
        """End the sandbox with all that is in it."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.control.close()
            self.process.stderr.close()
        if self._folder is not None:
            self._folder.cleanup()
        self.process = self.control = self._folder = None

    def _start(self) -> None:
        self.close()
        self.control, inside = socket.socketpair()
        self.process = subprocess.Popen(
            self._command(inside.fileno()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[inside.fileno()],
            start_new_session=True,
            env=None if self.kind.name != "none" else self._bare_environment(),
        )
        inside.close()
        if "ready" not in self._line(STARTING):
            self.close()
            raise SandboxError("the sandbox did not become ready")

    def _command(self, control: int) -> list[str]:
        """Return the command of the waiting process inside this kind of sandbox."""
        python = [sys.executable, "-m", "longwave.teaching.worker.zygote", str(control), json.dumps(self._settings())]
        if self.kind.name == "bubblewrap":
            return bubblewrap_command(self.worker, python)
        return python

    def _settings(self) -> dict[str, Any]:
        return {
            "modules": self.modules,
            "isolate": self.kind.isolates,
            "limits": self.kind.name != "none" or sys.platform == "linux",
            "folder": HOME if self.kind.name != "none" else "",
            "memory": self.limits.memory_mb << 20,
            "watch": self.kind.name
            != "none",  # without a sandbox the waiting process sees every process of the machine
            "processes": self.limits.processes,
            "disk": self.limits.disk_mb << 20,
            "seconds": self.limits.seconds,
            "output": self.limits.output_kb << 10,
        }

    def _bare_environment(self) -> dict[str, str]:
        self._folder = tempfile.TemporaryDirectory(prefix="longwave-grading-", ignore_cleanup_errors=True)
        return {
            **environment(),
            "PATH": os.environ.get("PATH", ""),
            "HOME": self._folder.name,
            "TMPDIR": self._folder.name,
        }

    def _line(self, seconds: float) -> dict[str, Any]:
        """Return the next line from the waiting process; what is no such line ends the sandbox."""
        line = b""
        while not line.endswith(b"\n"):
            ready = select.select([self.control], [], [], seconds)[0]
            part = self.control.recv(1) if ready else b""
            if not part or len(line) > 4096:
                raise SandboxError(self._last_words())
            line += part
        found = json.loads(line)
        return found if isinstance(found, dict) else {}

    def _last_words(self) -> str:
        self.process.kill()
        self.process.wait()
        said = self.process.stderr.read().decode(errors="replace").strip()
        return said.splitlines()[-1][:300] if said else "the sandbox gave no answer"


def open_sandbox(kind: Kind, limits: Limits, worker: int = 0, modules: Sequence[str] = ()) -> Sandbox | Container:
    """Return a sandbox of a kind. `worker` tells those that run beside each other apart; `modules` wait imported."""
    if kind.name in ("podman", "docker"):
        return Container(kind.name, limits)
    return Sandbox(kind, limits, worker, modules)
