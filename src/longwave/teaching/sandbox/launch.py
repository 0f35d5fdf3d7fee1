"""Starting a sandbox, and giving it one student after the other."""

import contextlib
import json
import os
import select
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from longwave.teaching.sandbox.container import Container
from longwave.teaching.sandbox.group import ended_for_memory, group_of, leave, limit
from longwave.teaching.sandbox.kinds import HOME, Kind, bubblewrap_command, environment
from longwave.teaching.sandbox.limits import Limits
from longwave.teaching.sandbox.seeing import SandboxError, refuse_blind

STARTING = 120  # seconds until everything must be imported
ENDING = 10  # seconds until a student's process that must end is gone


@dataclass(frozen=True)
class Waiting:
    """The process that waits in a sandbox, and the socket that tells it what to do."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    group: Path | None = None  # of its own, whose memory the kernel limits

    def line(self, seconds: float) -> dict[str, Any]:
        """Return the next line from the process; where no such line comes, the process is ended.

        Raises:
            SandboxError: if no line comes in time.
        """
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
        said = self.process.communicate()[1].decode(errors="replace").strip()
        return said.splitlines()[-1][:300] if said else "the sandbox gave no answer"

    def close(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        self.control.close()
        if self.process.stderr is not None:
            self.process.stderr.close()
        leave(self.group)


class Sandbox:
    """One sandbox with one waiting process. `begin` gives a channel to a new student's process, `end` ends it."""

    def __init__(self, kind: Kind, limits: Limits, worker: int = 0, modules: Sequence[str] = ()) -> None:
        """Set a sandbox up; nothing is started before the first student.

        Args:
            kind: what keeps the student's code in.
            limits: how much that code may use.
            worker: distinguishes the sandboxes that run at the same time.
            modules: what to import before the first student.
        """
        self.kind, self.limits, self.worker, self.modules = kind, limits, worker, [*modules, *kind.packages]
        self.waiting: Waiting | None = None
        self._ended = 0  # processes that the kernel has ended for too much memory, until the present student
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def watches(self) -> bool:
        """Whether it counts what its processes use; without a sandbox those of the whole machine would be seen."""
        return self.kind.name != "none"

    def begin(self) -> socket.socket:
        """Start a student's process and return the channel to it.

        Where the kernel allows no namespaces inside the sandbox's own, each student gets a separate sandbox: that is
        as safe, and slower by the imports.

        Raises:
            SandboxError: if no process starts.
        """
        channel, answer = self._begin()
        if "begun" not in answer and self.kind.isolates:
            channel.close()
            self.close()
            self.kind = replace(self.kind, isolates=False)
            channel, answer = self._begin()
        if "begun" not in answer:
            channel.close()
            self.close()
            raise SandboxError(str(answer.get("error", answer))[:300])
        return channel

    def _begin(self) -> tuple[socket.socket, dict[str, Any]]:
        waiting = self.waiting
        if waiting is None or waiting.process.poll() is not None:
            waiting = self._started()
        ours, theirs = socket.socketpair()
        try:
            self._ended = ended_for_memory(waiting.group)
            socket.send_fds(waiting.control, [b"s"], [theirs.fileno()])
            return ours, waiting.line(STARTING)
        except (OSError, SandboxError) as error:
            ours.close()
            self.close()
            raise SandboxError(str(error)) from None
        finally:
            theirs.close()

    def end(self) -> str:
        """End the student's process, and return why it ended: done, stopped, memory, time, machine or gone."""
        reason, group = "gone", self.waiting.group if self.waiting else None
        if self.waiting is not None:
            with contextlib.suppress(OSError, SandboxError):
                self.waiting.control.send(b"x")
                reason = str(self.waiting.line(ENDING).get("ended", "gone"))
        by_the_kernel = reason not in ("time", "machine") and ended_for_memory(group) > self._ended
        if reason == "gone" or not self.kind.isolates:
            self.close()  # it may not be clean, or it is one that all students would share
        return "memory" if by_the_kernel else reason

    def close(self) -> None:
        """End the sandbox with all that is in it."""
        if self.waiting is not None:
            self.waiting.close()
        if self._folder is not None:
            self._folder.cleanup()
        self.waiting = self._folder = None

    def _started(self) -> Waiting:
        """Start the waiting process; return it when it has imported everything."""
        self.close()
        control, inside = socket.socketpair()
        process = subprocess.Popen(
            self._command(inside.fileno()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[inside.fileno()],
            start_new_session=True,
            env=None if self.kind.name != "none" else self._bare_environment(),
        )
        inside.close()
        self.waiting = Waiting(process, control)
        try:
            said = self.waiting.line(STARTING)
            if "ready" not in said:
                raise SandboxError("the sandbox did not become ready")
            refuse_blind(said.get("missing", []))
        except SandboxError:
            self.close()
            raise
        self.waiting = replace(self.waiting, group=self._limited(process.pid))
        return self.waiting

    def _limited(self, process: int) -> Path | None:
        """Limit the memory of a process's group to what it has now and what a student may use; return the group."""
        group = group_of(process) if self.kind.group else None
        most = (self.limits.memory_mb + self.limits.disk_mb) << 20
        return group if group is not None and limit(group, most) else None

    def _command(self, control: int) -> list[str]:
        """Return the command of the waiting process inside this kind of sandbox."""
        python = [sys.executable, "-m", "longwave.teaching.worker.zygote", str(control), json.dumps(self._settings())]
        if self.kind.name == "bubblewrap":
            return [*self.kind.group, *bubblewrap_command(self.worker, python)]
        return python

    def _settings(self) -> dict[str, Any]:
        return {
            "modules": self.modules,
            "isolate": self.kind.isolates,
            "limits": self.kind.name != "none" or sys.platform == "linux",
            "folder": HOME if self.kind.name != "none" else "",
            "memory": self.limits.memory_mb << 20,
            "socket": _socket_bytes(),
            "watch": self.watches,
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


def _socket_bytes() -> int:
    """Return how much one socket can hold: its buffer, of the size that it has by itself, and one message more."""
    try:
        with open("/proc/sys/net/core/wmem_default") as file:
            return 2 * int(file.read())
    except (OSError, ValueError):
        return 2 * 212_992


def open_sandbox(kind: Kind, limits: Limits, worker: int = 0, modules: Sequence[str] = ()) -> Sandbox | Container:
    """Return a sandbox of a kind.

    Args:
        kind: what keeps the student's code in.
        limits: how much that code may use.
        worker: distinguishes the sandboxes that run at the same time.
        modules: what to import before the first student.
    """
    if kind.name in ("podman", "docker"):
        return Container(kind.name, limits, [*modules, *kind.packages])
    return Sandbox(kind, limits, worker, modules)
