"""The packages of the kernel that need no compiler, and the course itself."""

import base64
import csv
import hashlib
import io
import json
import re
import sys
import zipfile
from pathlib import Path

from tools.browser_edition.environment import pip, run
from tools.browser_edition.errors import EditionError
from tools.browser_edition.pins import KERNEL_LOCK
from tools.files import ROOT

# Tags of a wheel for Pyodide 0.27
PLATFORM = ("--platform", "pyemscripten_2024_0_wasm32", "--python-version", "3.12", "--implementation", "cp")
# Of any system, for packages whose compiled part is optional: it is left out.
ELSEWHERE = ("--platform", "manylinux2014_x86_64", "--python-version", "3.12", "--implementation", "cp")
WITHOUT_COMPILED = {"markupsafe": "_speedups"}
# What a reader of the page has no use for: the solutions, and pages for instructors.
NOT_FOR_READERS = ("longwave/course/solutions/", "longwave/course/docs/")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a wheel's files have no date, so that the same content is the same file


def fetch_wheels(folder: Path, python: Path) -> list[Path]:
    """Return the wheels of `kernel.lock`, each checked against its hash; they are fetched once for each lock.

    Args:
        folder: where they are kept.
        python: a Python with pip.
    """
    text = KERNEL_LOCK.read_text("utf-8")
    place = folder / hashlib.sha256(text.encode()).hexdigest()[:12]
    if not (place / "whole").is_file():
        place.mkdir(parents=True, exist_ok=True)
        pure, partly = split_lock(text, WITHOUT_COMPILED)
        _download(python, pure, place, PLATFORM)
        _download(python, partly, place / "compiled", ELSEWHERE)
        for wheel in (place / "compiled").glob("*.whl"):
            without_compiled(wheel, place, WITHOUT_COMPILED[wheel.name.split("-")[0]])
        (place / "whole").touch()
    return sorted(place.glob("*.whl"))


def split_lock(text: str, names: dict[str, str]) -> tuple[str, str]:
    r"""Return the entries of a lock without some packages, and those of these packages.

    >>> split_lock("# made\na==1 \\\n    --hash=sha256:0\nb==2 \\\n    --hash=sha256:1\n", {"b": ""})
    ('a==1 \\\n    --hash=sha256:0\n', 'b==2 \\\n    --hash=sha256:1\n')
    """
    entries = re.findall(r"^[A-Za-z0-9].*\n(?:[ \t].*\n)*", text, re.M)
    chosen = [entry for entry in entries if entry.partition("==")[0] in names]
    return "".join(entry for entry in entries if entry not in chosen), "".join(chosen)


def _download(python: Path, lock: str, folder: Path, platform: tuple[str, ...]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    requirements = folder / "requirements.txt"
    requirements.write_text(lock, "utf-8")
    options = ("--no-deps", "--require-hashes", "--only-binary", ":all:", "--requirement", str(requirements))
    pip(python, "download", *options, *platform, "--dest", str(folder))


def without_compiled(wheel: Path, folder: Path, compiled: str) -> Path:
    """Write a wheel without its optional compiled part, so that it runs anywhere; return its path."""
    name, version = wheel.name.split("-")[:2]
    files = files_of(wheel)
    kept = {path: content for path, content in files.items() if Path(path).name.split(".")[0] != compiled}
    tags = next(path for path in kept if path.endswith(".dist-info/WHEEL"))
    text = re.sub(r"(?m)^Tag: .*\n?", "", kept[tags].decode()).strip()
    kept[tags] = f"{re.sub('Root-Is-Purelib: .*', 'Root-Is-Purelib: true', text)}\nTag: py3-none-any\n".encode()
    return write_wheel(folder / f"{name}-{version}-py3-none-any.whl", kept)


def course_wheel(folder: Path) -> Path:
    """Build the wheel of the course, without what a reader of the page has no use for; return its path."""
    made = folder / "whole"
    for old in (*folder.glob("*.whl"), *made.glob("*.whl")):
        old.unlink()
    # the Python that runs now has the project's own build tools
    said = run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)], "hatchling", ROOT)
    if said is not None:
        raise EditionError(f"The wheel of the course could not be built:\n{said}")
    wheel = next(made.glob("longwave-*.whl"))
    files = {path: content for path, content in files_of(wheel).items() if not path.startswith(NOT_FOR_READERS)}
    lessons = [path for path in files if path.startswith("longwave/course/lessons/") and path.endswith(".ipynb")]
    return write_wheel(folder / wheel.name, files | {path: without_outputs(files[path]) for path in lessons})


def without_outputs(notebook: bytes) -> bytes:
    """Return a notebook without outputs: the page has them, and the wheel is loaded at every start."""
    document = json.loads(notebook)
    for cell in document["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    return json.dumps(document, ensure_ascii=False).encode()


def files_of(wheel: Path) -> dict[str, bytes]:
    """Return the content of each file of a wheel, by its path."""
    with zipfile.ZipFile(wheel) as package:
        return {path: package.read(path) for path in package.namelist() if not path.endswith("/")}


def write_wheel(path: Path, files: dict[str, bytes]) -> Path:
    """Write files as a wheel with a new record of their hashes; return its path."""
    record = next(name for name in files if name.endswith(".dist-info/RECORD"))
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    for name, content in files.items():
        if name != record:
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            writer.writerow((name, f"sha256={digest}", len(content)))
    writer.writerow((record, "", ""))
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {**files, record: rows.getvalue().encode()}.items():
            about = zipfile.ZipInfo(name, _EARLIEST)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            package.writestr(about, content)
    return path
