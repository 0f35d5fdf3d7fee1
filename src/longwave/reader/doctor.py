"""The check of a reader's machine: what works, and how to fix what does not."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from longwave.i18n import _
from longwave.reader.browser import browser_available
from longwave.reader.course import course_folder, default_copy, in_clone
from longwave.reader.errors import ExpectedError
from longwave.reader.packages import wrong_packages

OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)
KERNEL_SECONDS = 60
FREE_BYTES = 200e6
FIRST_PORT = 8888
WIDGET_EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "anywidget")


@dataclass(frozen=True)
class Finding:
    """The result of one check: what was found and, if it is wrong, how to fix it."""

    name: str
    ok: bool
    message: str
    remedy: str = ""


def examine() -> list[Finding]:
    """Run every check, also after one that fails."""
    return [_run(check) for check in CHECKS]


def report(findings: list[Finding]) -> str:
    """Return one line for each finding, and below a failure how to fix it.

    >>> print(report([Finding("Python", True, "3.11"), Finding("Disk", False, "full", "Free some space.")]))
    ok    Python: 3.11
    FAIL  Disk: full
          To fix it: Free some space.
    """
    lines = []
    for finding in findings:
        mark = _("ok") if finding.ok else _("FAIL")
        lines.append(f"{mark:<5} {finding.name}: {finding.message}")
        if not finding.ok:
            lines.append(" " * 6 + _("To fix it: {remedy}").format(remedy=finding.remedy))
    return "\n".join(lines)


def _run(check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except (OSError, ImportError, RuntimeError, ExpectedError) as error:
        name = check.__name__.removeprefix("check_")
        return Finding(name, False, str(error) or type(error).__name__, _set_up_again())


def _set_up_again() -> str:
    if in_clone():
        return _("Delete the folder .venv in the course's folder, then run there: make lab")
    return _('In the course\'s folder run: {python} -m pip install --force-reinstall ".[lab]"').format(python=_python())


def _python() -> str:
    """Return this Python as it is typed in a terminal."""
    return f'"{sys.executable}"' if " " in sys.executable else sys.executable


def check_python() -> Finding:
    """Look at the version of Python."""
    version = sys.version_info
    message = _("{version} at {path}").format(version=f"{version[0]}.{version[1]}.{version[2]}", path=sys.executable)
    remedy = _("Install Python 3.12 from python.org, then run: make PYTHON=/path/to/python3.12 lab")
    return Finding(_("Python"), OLDEST_PYTHON <= version[:2] <= NEWEST_PYTHON, message, remedy)


def check_packages() -> Finding:
    """Compare the installed packages with the versions that the course was tested with."""
    wrong = wrong_packages()
    if not wrong:
        return Finding(_("Packages"), True, _("all at the versions that the course was tested with"))
    more = _(" and {count} more").format(count=len(wrong) - 3) if len(wrong) > 3 else ""
    return Finding(_("Packages"), False, "; ".join(wrong[:3]) + more, _install_packages())


def _install_packages() -> str:
    if not in_clone():
        return _set_up_again()
    sentence = _("In the course's folder run: {python} -m pip install -r requirements.lock")
    return sentence.format(python=_python())


def check_kernel() -> Finding:
    """Start the kernel that the lessons run in; it must find the course and add."""
    from jupyter_client.manager import start_new_kernel

    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    manager, client = start_new_kernel(startup_timeout=KERNEL_SECONDS, kernel_name="python3", stderr=subprocess.DEVNULL)
    try:
        content = client.execute_interactive(
            "import longwave",
            user_expressions={"sum": "1 + 1"},
            timeout=KERNEL_SECONDS,
            output_hook=lambda _message: None,
        )["content"]
        answer = content.get("evalue") or content["user_expressions"]["sum"]["data"]["text/plain"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return Finding(_("Kernel"), answer == "2", _("1 + 1 gives {answer}").format(answer=answer), _set_up_again())


def check_jupyterlab() -> Finding:
    """Look for JupyterLab and the extensions that draw widgets in it."""
    import jupyterlab
    from jupyter_core.paths import jupyter_path

    folders = [Path(folder) for folder in jupyter_path("labextensions")]
    missing = [
        name for name in WIDGET_EXTENSIONS if not any((folder / name / "package.json").is_file() for folder in folders)
    ]
    if missing:
        message = _("extension missing: {names}").format(names=", ".join(missing))
        return Finding(_("JupyterLab"), False, message, _set_up_again())
    return Finding(_("JupyterLab"), True, _("{version}, with widgets").format(version=jupyterlab.__version__))


def check_live_charts() -> Finding:
    """Look for the JavaScript that draws the live charts."""
    bundle = Path(__file__).parents[1] / "widgets" / "static" / "vega.js"
    message = _("their JavaScript is built") if bundle.is_file() else _("their JavaScript is not built")
    remedy = _set_up_again()
    if in_clone():
        sentence = _("In the course's folder run: {python} -m pip install --no-deps --no-build-isolation -e .")
        remedy = sentence.format(python=_python())
    return Finding(_("Live charts"), bundle.is_file(), message, remedy)


def check_lessons() -> Finding:
    """Look whether the lessons can be read."""
    import json

    lessons = sorted((course_folder() / "lessons").glob("*.ipynb"))
    for lesson in lessons:
        try:
            json.loads(lesson.read_text(encoding="utf-8"))["cells"]
        except (ValueError, KeyError, TypeError):
            message = _("{file} cannot be read").format(file=lesson.name)
            return Finding(_("Lessons"), False, message, _("Get the course again, or run: git restore lessons"))
    remedy = _("Get the course again: the folder {folder} is empty").format(folder=course_folder() / "lessons")
    return Finding(_("Lessons"), bool(lessons), _("{count} can be read").format(count=len(lessons)), remedy)


def check_copy() -> Finding:
    """Look whether the reader's copy can be written."""
    folder = _existing(default_copy())
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError:
        message = _("{folder} cannot be written").format(folder=folder)
        return Finding(_("Your copy"), False, message, _("Name a folder of your own: longwave lab ~/longwave"))
    return Finding(_("Your copy"), True, _("{folder} can be written").format(folder=default_copy()))


def check_disk() -> Finding:
    """Look at the free space where the reader's copy is."""
    free = shutil.disk_usage(_existing(default_copy())).free
    message = _("{size} GB free").format(size=f"{free / 1e9:.1f}")
    remedy = _("Free at least {size} GB, for example by emptying the bin.").format(size=f"{FREE_BYTES / 1e9:.1f}")
    return Finding(_("Disk"), free >= FREE_BYTES, message, remedy)


def check_port() -> Finding:
    """Look whether the server can be reached on this machine; a busy port alone is not an error."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", FIRST_PORT))
        except OSError:
            message = _("{port} is busy; the course takes the next free one").format(port=FIRST_PORT)
        else:
            return Finding(_("Port"), True, _("{port} is free").format(port=FIRST_PORT))
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 0))
        except OSError:
            message = _("no port on 127.0.0.1 can be opened")
            return Finding(_("Port"), False, message, _("Allow Python in your firewall, then run: longwave doctor"))
    return Finding(_("Port"), True, message)


def check_browser() -> Finding:
    """Look for a browser; where there is none, the course prints its address."""
    if browser_available():
        return Finding(_("Browser"), True, _("found"))
    return Finding(_("Browser"), True, _("none here; `longwave lab` prints an address for a browser elsewhere"))


def _existing(folder: Path) -> Path:
    """Return the nearest folder above that exists."""
    return next(place for place in (folder, *folder.parents) if place.is_dir())


CHECKS = (
    check_python,
    check_packages,
    check_kernel,
    check_jupyterlab,
    check_live_charts,
    check_lessons,
    check_copy,
    check_disk,
    check_port,
    check_browser,
)
