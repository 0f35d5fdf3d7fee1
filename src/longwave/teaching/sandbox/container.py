"""A container as the sandbox, for machines without bubblewrap: one container for each student."""

import os
import secrets
import socket
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from longwave.teaching.sandbox.kinds import HOME, container_command
from longwave.teaching.sandbox.limits import Limits


class Container:
    """Starts a container for each student. `begin` gives the channel to it, `end` removes it."""

    watches = False  # the engine limits memory and processes, and nobody counts the seconds

    def __init__(self, engine: str, limits: Limits) -> None:
        """Take the engine, podman or docker; nothing is started before the first student."""
        self.engine, self.limits = engine, limits
        self.process: subprocess.Popen[bytes] | None = None
        self.name = ""
        self._empty: tempfile.TemporaryDirectory[str] | None = None

    def begin(self) -> socket.socket:
        """Start a container and return the channel, which is its standard input and output."""
        self.close()
        self.name = f"longwave-{secrets.token_hex(8)}"
        self._empty = tempfile.TemporaryDirectory(prefix="longwave-empty-")
        os.chmod(self._empty.name, 0o755)
        ours, theirs = socket.socketpair()
        python = [
            sys.executable,
            "-m",
            "longwave.teaching.worker.alone",
            HOME,
            str(self.limits.output_kb << 10),
        ]
        command = container_command(
            self.engine, self.name, _image(), asdict(self.limits), Path(self._empty.name), python
        )
        self.process = subprocess.Popen(
            command, stdin=theirs.fileno(), stdout=theirs.fileno(), stderr=subprocess.DEVNULL, start_new_session=True
        )
        theirs.close()
        return ours

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
