"""Open the course: JupyterLab on the reader's own copy, at the first lesson."""

import os
import secrets
import signal
import threading
import warnings
import webbrowser
from pathlib import Path

from longwave.i18n import _
from longwave.reader.browser import address, browser_available
from longwave.reader.copy import cannot_be_written
from longwave.reader.course import course_folder, default_copy, lesson_to_open
from longwave.reader.edition import refresh_edition
from longwave.reader.errors import ExpectedError
from longwave.reader.settings import (
    jupyter_environment,
    jupyter_folder,
    log_file,
    log_to_file,
    server_options,
    write_default_settings,
)

DEFAULT_PORT = 8888


def open_lab(
    folder: Path | None = None,
    port: int = DEFAULT_PORT,
    browser: bool = True,
    course: Path | None = None,
    language: str = "en",
) -> None:
    """Refresh the reader's copy and serve it until Ctrl-C.

    The server listens on this machine only, requests nothing from the network, and does not change the reader's own
    Jupyter settings.

    Args:
        folder: the reader's copy; default: `default_copy()`.
        port: the port to try first.
        browser: whether to open a browser, where there is one.
        course: where the course is; default: `course_folder()`.
        language: that of the notebooks; any but English has a folder of its own inside the copy. Progress is shared.

    Raises:
        ExpectedError: if the folder cannot be used or the server cannot start.
    """
    copy = (folder or default_copy()).expanduser().absolute()
    if language != "en":
        os.environ["LONGWAVE_LANGUAGE"] = language  # of the kernels
    report = refresh_edition(copy, course or course_folder(), language)
    copy = report.folder
    for line in report.lines():
        print(line)
    print(_("Your copy: {folder}").format(folder=copy), flush=True)
    _prepare(copy)
    try:
        _serve(copy, port, browser and browser_available())
    except SystemExit as error:
        sentence = _("JupyterLab could not start. Its log says why: {file}. Or run: longwave doctor")
        raise ExpectedError(sentence.format(file=log_file(copy))) from error
    print(_("Stopped. Your work is in {folder}").format(folder=copy))


def _prepare(copy: Path) -> None:
    """Make Jupyter use the folders of this copy.

    Raises:
        ExpectedError: if they cannot be written.
    """
    os.environ.update(jupyter_environment(copy))
    try:
        write_default_settings(copy)
        log_file(copy).write_text("")
    except OSError as error:
        raise ExpectedError(cannot_be_written(jupyter_folder(copy))) from error


def _serve(copy: Path, port: int, opens: bool) -> None:
    """Run the server until it is stopped.

    Raises:
        ExpectedError: if JupyterLab is missing.
    """
    # The reader can do nothing about a library's warning, and the terminal is for what the reader needs.
    warnings.simplefilter("ignore")
    try:
        from jupyterlab.labapp import LabApp
        from traitlets.config import Config
    except ImportError as error:
        raise ExpectedError(
            _('JupyterLab is missing. In the course\'s folder run: python -m pip install ".[lab]"')
        ) from error
    lesson, token = lesson_to_open(copy), secrets.token_hex(24)
    options = server_options(copy, lesson, port, token, allow_root=_is_root())
    config = Config({"Application": {"logging_config": log_to_file(copy)}})
    server = LabApp.initialize_server(options, config=config)
    if server.port != port:
        print(_("Port {busy} is busy, so the course uses port {free}.").format(busy=port, free=server.port))
    # in the loop, after the call that opens the port: an earlier browser would get no answer
    server.io_loop.add_callback(_announce, address(lesson, server.port, token), opens)
    # On Ctrl-C Jupyter asks for confirmation in a terminal, and leaves kernels behind elsewhere; on SIGTERM it does
    # the right thing.
    signal.signal(signal.SIGINT, signal.getsignal(signal.SIGTERM))
    server.start()


def _announce(page: str, opens: bool) -> None:
    """Say where the course is and how to stop it, and open the browser if there is one."""
    if opens:
        print(_("The course opens in your browser. If it does not, open this address:"))
        threading.Thread(target=webbrowser.open, args=(page,), daemon=True).start()
    else:
        print(_("Open this address in a browser:"))
    print(f"  {page}")
    if os.environ.get("SSH_CONNECTION"):
        print(_("You are connected over ssh: pass the port on with `ssh -L`, and open it on your own computer."))
    print(_("To stop: press Ctrl-C here."), flush=True)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
