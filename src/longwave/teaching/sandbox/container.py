"""A container as the sandbox, for machines without bubblewrap: one container for each student."""

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from longwave.teaching.sandbox.kinds import HOME, container_command
from longwave.teaching.sandbox.limits import Limits
from longwave.teaching.sandbox.seeing import SandboxError, refuse_blind

STARTING = 120  # seconds until everything must be imported; an image may have to come first


class Container:
    """Starts a container for each student. `begin` gives the channel to it, `end` removes it."""

    watches = False  # the engine limits memory and processes, and nobody counts the seconds

    def __init__(self, engine: str, limits: Limits, modules: Sequence[str] = ()) -> None:
        """Take the engine, podman or docker; nothing is started before the first student.

        Args:
            engine: podman or docker.
            limits: how much a student's code may use.
            modules: what must be there to import, so that no answer fails for the lack of it.
        """
        self.engine, self.limits, self.modules = engine, limits, list(modules)
        self._is_looked_at = False
        self.process: subprocess.Popen[bytes] | None = None
        self.name = ""
        self._empty: tempfile.TemporaryDirectory[str] | None = None

    def begin(self) -> socket.socket:
        """Start a container and return the channel, which is its standard input and output.

        Raises:
            SandboxError: if none starts, or if it does not see what this Python has; it says what is missing.
        """
        if not self._is_looked_at:
            self._look()
        command = self._command("longwave.teaching.worker.alone", HOME, str(self.limits.output_kb << 10))
        ours, theirs = socket.socketpair()
        self.process = subprocess.Popen(
            command, stdin=theirs.fileno(), stdout=theirs.fileno(), stderr=subprocess.DEVNULL, start_new_session=True
        )
        theirs.close()
        return ours

    def _command(self, module: str, *words: str) -> list[str]:
        """Return the command of a new container that runs a module of the course."""
        self.close()
        self.name = f"longwave-{secrets.token_hex(8)}"
        self._empty = tempfile.TemporaryDirectory(prefix="longwave-empty-")
        os.chmod(self._empty.name, 0o755)
        python = [sys.executable, "-m", module, *words]
        return container_command(self.engine, self.name, _image(), asdict(self.limits), Path(self._empty.name), python)

    def _look(self) -> None:
        """Import in a container, once, what the course's cells and the settings name, and refuse what is missing."""
        command = self._command("longwave.teaching.worker.seeing", *self.modules)
        try:
            done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=STARTING)
            missing = json.loads(done.stdout.decode(errors="replace").strip().rpartition("\n")[2] or "null")
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise SandboxError(str(error)[:300]) from None
        finally:
            with suppress(OSError):  # an engine that is not there has said so above
                subprocess.run([self.engine, "rm", "--force", self.name], capture_output=True, timeout=60)
            self.close()
        if not isinstance(missing, list):
            said = " ".join(done.stderr.decode(errors="replace").split())
            raise SandboxError(said[-300:] or "the container gave no answer")
        refuse_blind(missing, _image())
        self._is_looked_at = True

    def end(self) -> str:
        """Remove the container; return `stopped`, or `gone` where it had ended by itself."""
        ended = self.process is None or self.process.poll() is not None
        self.close()
        return "gone" if ended else "stopped"

    def close(self) -> None:
        """Remove the container, if there is one: to end the engine's client alone would leave it running."""
        if self.process is not None:
            subprocess.run([self.engine, "rm", "--force", self.name], capture_output=True, timeout=60)
            self.process.kill()
            self.process.wait()
        self.process = None
        if self._empty is not None:
            self._empty.cleanup()
        self._empty = None


def _image() -> str:
    """Return the container image. Any with a C library as new as this machine's will do, as Python is mounted."""
    return os.environ.get("LONGWAVE_IMAGE", "docker.io/library/debian:stable-slim")
