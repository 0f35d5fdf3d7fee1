"""Write the three locks and the conda environment from `pyproject.toml`: `python -m tools.lock`.

- `requirements.lock`: what a reader needs. The project, its extra `lab`, and the tools that build the
  project.
- `requirements-teach.lock`: the same pins and what an instructor needs to grade.
- `requirements-test.lock`: these pins and what the tests, the benchmarks and the reading site need beside
  them.
- `environment.yml`: the pins of `requirements.lock` for conda, whose pip takes no hashes beside an editable
  install.

One version of each package serves Python 3.11 to 3.13 on Linux, macOS and Windows, so that all of them
compute the same numbers. Pins that fit are kept; `--upgrade` takes the newest. Needs uv, on PATH or as a
module.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
READER_LOCK = ROOT / "requirements.lock"
TEACH_LOCK = ROOT / "requirements-teach.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
ENVIRONMENT = ROOT / "environment.yml"
READER_EXTRAS = ("lab",)
TEACH_EXTRAS = ("lab", "teach")
TEST_EXTRAS = ("lab", "teach", "cluster", "test", "site", "bench")
OLDEST_PYTHON = "3.11"
# hatchling asks for editables only when it makes an editable install, so pyproject.toml does not name it
# among its own
EDITABLE_BUILD = "editables>=0.5"
# the last version with a wheel for Macs with an Intel processor; jupyter-server brings the package in
HELD_BACK = ("argon2-cffi-bindings<26",)
# ipykernel asks for it on some systems and distributed on all: the same pin must be in each lock
ON_EVERY_SYSTEM = ("psutil",)
HEADING = "# Written by `python -m tools.lock`. Do not edit.\n"


def main(arguments: list[str] | None = None) -> int:
    """Write the four files; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.lock", description=__doc__.splitlines()[0])
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    options = parser.parse_args(arguments)
    uv = find_uv()
    if uv is None:
        print("tools.lock needs uv. Install it: python -m pip install uv", file=sys.stderr)
        return 1
    compile_lock(uv, READER_LOCK, READER_EXTRAS, upgrade=options.upgrade)
    compile_lock(uv, TEACH_LOCK, TEACH_EXTRAS, constraint=READER_LOCK, upgrade=options.upgrade)
    compile_lock(uv, TEST_LOCK, TEST_EXTRAS, constraint=TEACH_LOCK, upgrade=options.upgrade)
    ENVIRONMENT.write_text(environment_text(READER_LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Wrote {READER_LOCK.name}, {TEACH_LOCK.name}, {TEST_LOCK.name} and {ENVIRONMENT.name}.")
    return 0


def find_uv() -> list[str] | None:
    """Return the command that runs uv, or None."""
    if shutil.which("uv"):
        return ["uv"]
    return [sys.executable, "-m", "uv"] if find_spec("uv") else None


def compile_lock(
    uv: list[str], lock: Path, extras: tuple[str, ...], constraint: Path | None = None, upgrade: bool = False
) -> None:
    """Resolve the project with these extras and its build tools, and write the lock.

    No index address, no path and no origin of a package goes into the file: the same lock serves any index.
    """
    command = [*uv, "pip", "compile", "pyproject.toml", "-", "--quiet", "--output-file", lock.name]
    command += ["--universal", "--python-version", OLDEST_PYTHON, "--fork-strategy", "fewest"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
    for extra in extras:
        command += ["--extra", extra]
    if constraint:
        command += ["--constraint", constraint.name]
    if upgrade:
        command.append("--upgrade")
    subprocess.run(
        command, cwd=ROOT, input="\n".join([*build_tools(), *HELD_BACK, *ON_EVERY_SYSTEM]), text=True, check=True
    )
    lock.write_text(HEADING + lock.read_text(encoding="utf-8").removeprefix(HEADING), encoding="utf-8")


def build_tools() -> list[str]:
    """Return what an editable install without build isolation needs in the environment."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [*project["build-system"]["requires"], EDITABLE_BUILD]


def pins(lock_text: str) -> list[str]:
    r"""Return the pinned requirements of a lock with their markers and without hashes.

    >>> pins("colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:00\nidna==3.1\n")
    ["colorama==0.4.6 ; sys_platform == 'win32'", 'idna==3.1']
    """
    return [line.rstrip("\\").strip() for line in lock_text.splitlines() if re.match(r"[A-Za-z0-9]", line)]


def environment_text(lock_text: str) -> str:
    """Return environment.yml for the pins of a lock.

    Each pin is in double quotes, which YAML needs for the quotes inside a marker.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    head = ["name: longwave", "channels:", "  - conda-forge", "dependencies:"]
    conda = [f'  - "python{project["requires-python"]}"', "  - pip", "  - pip:"]
    wheels = [f'      - "{pin}"' for pin in pins(lock_text)]
    return HEADING + "\n".join([*head, *conda, *wheels, "      - -e .", ""])


if __name__ == "__main__":
    sys.exit(main())
