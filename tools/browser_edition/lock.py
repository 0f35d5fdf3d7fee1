"""One lock in Pyodide's form that lists everything a kernel may import, with the hash of each file.

With it `import longwave` works in a new kernel: Pyodide loads what a cell imports, and what that needs.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterable
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

from tools.browser_edition.errors import EditionError
from tools.browser_edition.runtime import Lock

# Python inside Pyodide 0.27, as markers of requirements ask for it
MARKERS = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_python_implementation": "CPython",
    "platform_system": "Emscripten",
    "python_full_version": "3.12.7",
    "python_version": "3.12",
    "sys_platform": "emscripten",
}


def canonical(name: str) -> str:
    """Return a package's name as locks compare it.

    >>> canonical("IPython_Pygments.Lexers")
    'ipython-pygments-lexers'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def merged_lock(official: Lock, names: Iterable[str], wheels: Iterable[Path], absent: Iterable[str] = ()) -> Lock:
    """Return the lock of the edition.

    Args:
        official: Pyodide's own lock.
        names: packages that are taken from it as they are.
        wheels: further wheels. One of the same name takes the place of an official package.
        absent: packages that a wheel asks for and that are left out on purpose.

    Raises:
        EditionError: if a wheel needs a package that is nowhere.
    """
    packages: dict[str, Any] = {name: dict(official["packages"][name]) for name in names}
    packages |= {canonical(entry["name"]): entry for entry in map(entry_of, wheels)}
    known, left_out = set(packages), {canonical(name) for name in absent}
    for name, entry in packages.items():
        needed = set(entry["depends"]) - left_out
        if missing := needed - known:
            raise EditionError(f"{name} needs {', '.join(sorted(missing))}, which the browser edition does not carry.")
        entry["depends"] = sorted(needed)
    return {"info": official["info"], "packages": dict(sorted(packages.items()))}


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def entry_of(wheel: Path) -> dict[str, Any]:
    """Return a wheel's entry in a lock: name, version, file and hash, what it offers to import, and what it needs."""
    with zipfile.ZipFile(wheel) as package:
        paths = package.namelist()
        metadata = package.read(next(path for path in paths if path.endswith(".dist-info/METADATA"))).decode()
    about = HeaderParser().parsestr(metadata)
    return {
        "name": about["Name"],
        "version": about["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": sha256(wheel),
        "package_type": "package",
        "imports": offered(paths),
        "depends": needed(about.get_all("Requires-Dist") or []),
        "unvendored_tests": False,
    }


def offered(paths: Iterable[str]) -> list[str]:
    """Return the names at the top of a wheel that can be imported.

    >>> offered(["six.py", "pandas/__init__.py", "pandas/io/api.py", "six-1.dist-info/METADATA", "x.data/data/a.py"])
    ['pandas', 'six']
    """
    tops = {path.split("/")[0] for path in paths if path.endswith((".py", ".so"))}
    return sorted({top.split(".")[0] for top in tops if not top.endswith((".dist-info", ".data"))})


def needed(requirements: Iterable[str]) -> list[str]:
    """Return the packages that are needed inside Pyodide, by their names.

    >>> needed(["pexpect>4.3; sys_platform != 'win32' and sys_platform != 'emscripten'", "Tzdata", "a; extra == 'b'"])
    ['tzdata']
    """
    parsed = map(Requirement, requirements)
    wanted = (found for found in parsed if not found.marker or found.marker.evaluate(dict(MARKERS)))
    return sorted({canonical(found.name) for found in wanted})
