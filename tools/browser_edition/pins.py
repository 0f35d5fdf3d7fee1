"""Write the two locks of the browser edition: `python -m tools.browser_edition.pins`.

- `build.lock`: the tools that make it. They get an environment of their own in `build/browser/`.
- `kernel.lock`: the packages of the kernel inside the page, at the versions of `requirements.lock`. What Pyodide
  compiles is left out; it comes from Pyodide's own distribution, with the hashes of Pyodide's own lock.

Needs uv, on PATH or as a module.
"""

import subprocess
import sys
from pathlib import Path

from tools.lock import HEADING, READER_LOCK, ROOT, find_uv, pins

FOLDER = Path(__file__).parent
BUILD_LOCK = FOLDER / "build.lock"
KERNEL_LOCK = FOLDER / "kernel.lock"
BUILD_TOOLS = ("jupyterlite-core[contents]==0.6.4", "jupyterlite-pyodide-kernel==0.6.1")
# newer ones are built for a newer JupyterLab than JupyterLite 0.6 is made of
BUILD_STAND_INS = {"jupyterlab-widgets": "3.0.15"}
# the kernel of JupyterLite, and ipywidgets' other half
KERNEL_TOOLS = ("ipython", "comm", "jedi")
# compiled by Pyodide; the pins keep uv from asking for newer ones
FROM_PYODIDE = {"numpy": "2.0.2", "scipy": "1.14.1"}
# jsonschema 4.18 and later need a compiled package that has no wheel for this Pyodide; JupyterLite's kernel speaks to
# IPython 8, and with IPython 9 no cell runs
STAND_INS = {"ipython": "8.37.0", "jsonschema": "4.17.3", "pyrsistent": "0.20.0"}
NEVER = "sys_platform == 'never'"
# the command and its packages; and parts of ipywidgets that are pages, which JupyterLite has already
NOT_IN_KERNEL = ("typer", "jupyterlab-widgets", "widgetsnbextension")


def main() -> int:
    """Write both locks; return the exit code."""
    uv = find_uv()
    if uv is None:
        print("The locks need uv. Install it: python -m pip install uv", file=sys.stderr)
        return 1
    options = ["--universal", "--python-version", "3.11"]
    stand_ins = pinned(BUILD_STAND_INS)
    compile_lock(uv, BUILD_LOCK, "-", "\n".join([*BUILD_TOOLS, *stand_ins]), stand_ins, options)
    overrides = pinned(FROM_PYODIDE | STAND_INS) + [f"{name}; {NEVER}" for name in NOT_IN_KERNEL]
    options = ["--python-version", "3.12", "--python-platform", "wasm32-pyodide2024"]
    options += [word for name in FROM_PYODIDE for word in ("--no-emit-package", name)]
    compile_lock(uv, KERNEL_LOCK, "pyproject.toml", "\n".join(KERNEL_TOOLS), overrides, options)
    print(f"Wrote {BUILD_LOCK.name} and {KERNEL_LOCK.name}.")
    return 0


def pinned(versions: dict[str, str]) -> list[str]:
    """Return requirements of exact versions.

    >>> pinned({"numpy": "2.0.2"})
    ['numpy==2.0.2']
    """
    return [f"{name}=={version}" for name, version in versions.items()]


def compile_lock(uv: list[str], lock: Path, source: str, wanted: str, overrides: list[str], options: list[str]) -> None:
    """Resolve what is wanted with the versions of the readers' lock, and write the lock with all hashes."""
    replaced = {line.partition(";")[0].partition("==")[0].strip() for line in overrides}
    kept = [pin for pin in pins(READER_LOCK.read_text("utf-8")) if pin.partition("==")[0] not in replaced]
    files = {"constraints": kept, "overrides": overrides}
    for name, lines in files.items():
        (lock.parent / f"{name}.part").write_text("\n".join(lines), "utf-8")
    command = [*uv, "pip", "compile", *dict.fromkeys((source, "-")), "--quiet", "--output-file", str(lock), *options]
    command += [
        "--constraint",
        str(lock.parent / "constraints.part"),
        "--override",
        str(lock.parent / "overrides.part"),
    ]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
    try:
        subprocess.run(command, cwd=ROOT, input=wanted, text=True, check=True)
    finally:
        for name in files:
            (lock.parent / f"{name}.part").unlink()
    lock.write_text(HEADING.replace("tools.lock", "tools.browser_edition.pins") + lock.read_text("utf-8"), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
