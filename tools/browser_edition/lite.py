"""JupyterLite: the pages of JupyterLab as files, with the course's notebooks and its kernel."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from longwave.reader.copy import COPIED
from longwave.reader.settings import DEFAULT_SETTINGS
from tools.browser_edition.environment import run
from tools.browser_edition.errors import EditionError
from tools.files import IGNORED_FOLDERS, ROOT

KERNEL = "@jupyterlite/pyodide-kernel-extension"
# what JupyterLite's kernel would otherwise fetch one after the other; and the course, while a reader begins to read
AT_START = (
    "micropip",
    "piplite",
    "ssl",
    "sqlite3",
    "ipykernel",
    "comm",
    "pyodide-kernel",
    "jedi",
    "ipython",
    "longwave",
)
# Inside the page this folder is the reader's own storage, the same that holds the notebooks.
READERS_HOME = "/drive/.longwave"
# These two shortcuts take the arrow keys from every slider of a panel.
SHORTCUTS = {
    "ArrowLeft": "notebook:move-cursor-heading-above-or-collapse",
    "ArrowRight": "notebook:move-cursor-heading-below-or-expand",
}
SELECTOR = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) :focus"


def config() -> dict[str, Any]:
    """Return the configuration of the pages: the kernel's files lie beside them, and nothing else is asked for."""
    options = {"packages": list(AT_START), "env": {"HOME": "/home/pyodide", "LONGWAVE_HOME": READERS_HOME}}
    kernel = {
        "pyodideUrl": "./static/pyodide/pyodide.js",
        "disablePyPIFallback": True,
        "loadPyodideOptions": options,
    }
    data = {
        "appName": "Longwave",
        "exposeAppInBrowser": True,  # the page's own commands are steadier to drive than its menus
        "litePluginSettings": {f"{KERNEL}:kernel": kernel},
    }
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": data}


def overrides() -> dict[str, Any]:
    """Return the settings: those of `longwave lab`, and without what disturbs the panels."""
    disabled = [
        {"command": command, "keys": [key], "selector": SELECTOR, "disabled": True}
        for key, command in SHORTCUTS.items()
    ]
    return {
        **{name: value for name, value in DEFAULT_SETTINGS.items() if "extensionmanager" not in name},
        # a cell out of view stays in the page, so that a panel is not drawn anew after each scroll
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
        "@jupyterlab/shortcuts-extension:shortcuts": {"shortcuts": disabled},
    }


def kernel_wheels(environment: Path) -> list[Path]:
    """Return the wheels that come with JupyterLite's kernel; the mock of ipywidgets' other half is not needed."""
    folder = environment / "share" / "jupyter" / "labextensions" / KERNEL / "static" / "pypi"
    return sorted(path for path in folder.glob("*.whl") if not path.name.startswith("widgetsnbextension"))


def build_pages(python: Path, work: Path, output: Path, extensions: Iterable[Path]) -> None:
    """Write the pages into a folder.

    Args:
        python: the Python of the environment of the build.
        work: a folder with `static/pyodide`; configuration and contents are added to it.
        output: where the pages go; it is emptied first.
        extensions: wheels that carry further parts of the pages.

    Raises:
        EditionError: if JupyterLite stops.
    """
    (work / "jupyter-lite.json").write_text(json.dumps(config(), indent=1), "utf-8")
    (work / "overrides.json").write_text(json.dumps(overrides(), indent=1), "utf-8")
    contents = work / "contents"
    for name in COPIED:
        ignored = shutil.ignore_patterns(*IGNORED_FOLDERS)
        shutil.copytree(ROOT / name, contents / name, ignore=ignored, dirs_exist_ok=True)
    # The file browser shows this date; that of the newest notebook, so that a second building is the same.
    newest = max(int(path.stat().st_mtime) for path in contents.rglob("*.ipynb"))
    shutil.rmtree(output, ignore_errors=True)
    options = [
        "--apps",
        "lab",
        "--no-unused-shared-packages",
        "--no-sourcemaps",
        "--no-libarchive",
        "--force",
        "--source-date-epoch",
        str(newest),
    ]
    for wheel in extensions:
        options += [f"--LiteBuildConfig.federated_extensions={wheel}"]
    folders = ["--lite-dir", str(work), "--output-dir", str(output), "--contents", str(contents)]
    said = run([python, "-m", "jupyterlite_core", "build", *folders, *options], "JupyterLite", work)
    if said is not None:
        raise EditionError(f"JupyterLite stopped:\n{said}")
