"""Pyodide: a Python that runs in a page, and the official list of what was compiled for it."""

import base64
import hashlib
import json
import tarfile
from pathlib import Path
from typing import Any

from tools.browser_edition.environment import find_node, run
from tools.browser_edition.errors import EditionError

Lock = dict[str, Any]

VERSION = "0.27.7"
# Of the package in the npm registry. From it comes the lock, and from the lock the hash of every other file: this is
# what has to be trusted, and nothing beside it.
INTEGRITY = "sha512-RUSVJlhQdfWfgO9hVHCiXoG+nVZQRS5D9FzgpLJ/VcgGBLSAKoPL8kTiOikxbHQm1kRISeWUBdulEgO26qpSRA=="
LOCK = "pyodide-lock.json"
FILES = ("pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")


def fetch_runtime(folder: Path) -> Path:
    """Return the package of the runtime, fetched with npm where it is not there yet.

    Args:
        folder: where it is kept.

    Raises:
        EditionError: if npm is missing, has no network, or brings another file than the known one.
    """
    archive = folder / f"pyodide-{VERSION}.tgz"
    if not archive.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        said = run([find_node("npm"), "pack", f"pyodide@{VERSION}", "--pack-destination", str(folder)], "npm")
        if said is not None or not archive.is_file():
            raise EditionError(
                f"npm could not fetch pyodide {VERSION}. Connect and run the command again.\n{said or ''}"
            )
    refuse_other(archive, INTEGRITY)
    return archive


def refuse_other(archive: Path, integrity: str) -> None:
    """Delete and refuse a package that is not the known one.

    Args:
        archive: the package.
        integrity: its SHA-512 as npm writes it.
    """
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != integrity:
        archive.unlink()
        raise EditionError(
            f"{archive.name} is not the package that this course knows, so it was deleted and is not used."
        )


def unpack_runtime(archive: Path, folder: Path) -> Lock:
    """Write the files of the runtime that a page loads into a folder; return the official lock."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as package:
        for name in FILES:
            (folder / name).write_bytes(_read(package, name))
        lock: Lock = json.loads(_read(package, LOCK))
    return lock


def unpack_node(archive: Path, folder: Path) -> Path:
    """Write the runtime as Node runs it into a folder; return its module."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as package:
        for name in ("package.json", "pyodide.mjs", *FILES):
            (folder / name).write_bytes(_read(package, name))
    return folder / "pyodide.mjs"


def _read(package: tarfile.TarFile, name: str) -> bytes:
    stream = package.extractfile(f"package/{name}")
    if stream is None:
        raise EditionError(f"The package of Pyodide has no {name}.")
    return stream.read()
