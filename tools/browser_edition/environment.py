"""The tools of the build in an environment of their own, and their commands, whose failures become sentences."""

import hashlib
import os
import shutil
import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path

from tools.browser_edition.errors import EditionError
from tools.browser_edition.pins import BUILD_LOCK

UNREACHABLE = ("NewConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "NameResolutionError", "Connection")
CHANGED = "DO NOT MATCH THE HASHES"


def build_python(folder: Path) -> Path:
    """Return the Python of the environment of the build; the environment is made where it is missing or outdated.

    Args:
        folder: where the environment is kept.

    Raises:
        EditionError: if a package cannot be fetched, or is not the one of the lock.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, wanted = folder / "made-from", hashlib.sha256(BUILD_LOCK.read_bytes()).hexdigest()
    if python.exists() and stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return python
    venv.create(folder, clear=True, with_pip=True)
    pip(python, "install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(BUILD_LOCK))
    stamp.write_text(wanted, "utf-8")
    return python


def pip(python: Path | str, *words: str) -> None:
    """Run pip, and say in a sentence what stopped it."""
    options = ("--quiet", "--disable-pip-version-check", "--no-input")
    said = run([python, "-m", "pip", *words, *options], "pip")
    if said is None:
        return
    if CHANGED in said:
        raise EditionError("A downloaded package is not the one of the lock, so it is not used. Run the command again.")
    if "No matching distribution" in said or any(word in said for word in UNREACHABLE):
        raise EditionError(
            f"The package index cannot be reached, or lacks a package. Connect and run the command again.\n{said}"
        )
    raise EditionError(f"pip stopped: {said}")


def run(command: Sequence[str | Path], name: str, folder: Path | None = None) -> str | None:
    """Run a command quietly; return the last lines of what it said if it failed, else None."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=_environment())
    except OSError as error:
        raise EditionError(
            f"{name} cannot be started: {error.strerror}. Install it, then run the command again."
        ) from error
    if done.returncode == 0:
        return None
    lines = f"{done.stdout}\n{done.stderr}".strip().splitlines()
    return "\n".join(lines[-8:]) or "nothing"


def _environment() -> dict[str, str]:
    """Return this process's variables, without those that would mix its packages into the build's."""
    return {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
    }


def find_node(name: str) -> str:
    """Return the path of `node` or `npm`."""
    found = shutil.which(name)
    if found is None:
        raise EditionError(f"{name} is not installed. It comes with Node.js: install that, then run the command again.")
    return found
