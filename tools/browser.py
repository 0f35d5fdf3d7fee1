"""A real JupyterLab and a real Chromium, for the browser tests and the benchmarks. Everything stays on 127.0.0.1.

`tools.notebook_page` drives what is opened with these.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from longwave.reader.settings import jupyter_environment, server_options, write_default_settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Any other name or number is not found, so nothing leaves this computer even by mistake.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
LOOPBACK = re.compile(r"(https?|wss?)://127\.0\.0\.1[:/]|data:|blob:|about:")
PATIENCE = 180_000  # milliseconds; two busy cores can be slow

_outside: "WeakKeyDictionary[Page, list[str]]" = WeakKeyDictionary()  # what each page asked of other computers


class LabError(RuntimeError):
    """JupyterLab did not start, or did not do what it was asked."""


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: address, secret of its URLs, folder that it shows, the reader's data, process."""

    address: str
    token: str
    folder: Path
    home: Path
    process_id: int

    def url(self, notebook: str) -> str:
        """Return the address of a notebook, in a workspace of its own, so that pages do not share a layout."""
        workspace = secrets.token_hex(4)
        return f"{self.address}/lab/workspaces/{workspace}/tree/{notebook}?token={self.token}&reset"


def find_chromium() -> str | None:
    """Return the path of the system's Chromium or Chrome, or None."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def missing_needs() -> str | None:
    """Return in words what a browser run lacks on this computer; None if nothing."""
    try:
        import jupyterlab  # noqa: F401
        import playwright  # noqa: F401
    except ImportError as error:
        return f"the package {error.name} is not installed; `make test` installs it"
    if find_chromium() is None:
        return f"no browser found; install Chromium so that one of these commands exists: {', '.join(CHROMIUM_NAMES)}"
    return None


@contextmanager
def jupyterlab(folder: Path, home: Path) -> Iterator[Lab]:
    """Serve `folder` as `longwave lab` serves a reader's copy: same settings, same save hook, no browser opened.

    `home` holds the reader's own data and what a home folder holds. The server is stopped at the end, with its kernels.
    """
    port, token = _free_port(), secrets.token_hex(16)
    folder, home = folder.resolve(), home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    write_default_settings(folder)
    options = server_options(folder, None, port, token, allow_root=True)
    # the page's own commands are steadier to drive than its menus
    command = [sys.executable, "-m", "jupyterlab", *options, "--LabApp.expose_app_in_browser=True"]
    log = home / "server.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream, stderr=stream, env=_environment(folder, home))
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for_server(process, f"{address}/api/status?token={token}", log)
            yield Lab(address, token, folder, home / "longwave_home", process.pid)
        finally:
            _stop(process)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _environment(folder: Path, home: Path) -> dict[str, str]:
    """Return the environment of `longwave lab`, with every other folder that Jupyter writes to inside `home`."""
    places = (
        *("HOME", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "LONGWAVE_HOME"),
        *("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
    )
    inside = {name: str(home / name.lower()) for name in places}
    return {**os.environ, **inside, **jupyter_environment(folder)}


def _wait_for_server(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    for _attempt in range(1000):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise LabError("JupyterLab did not start. It said:\n" + log.read_text(encoding="utf-8", errors="replace")[-2000:])


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Run the system's Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        running = player.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_FLAGS))
        try:
            yield running
        finally:
            running.close()


@contextmanager
def chromium_page(width: int = 1200, height: int = 1400) -> Iterator["Page"]:
    """Open one page of the system's Chromium. `requests_outside(page)` returns what it asked of other computers."""
    with chromium() as running:
        yield new_page(running, width, height)


def new_page(running: "Browser", width: int = 1200, height: int = 1400) -> "Page":
    """Open a page with its own cookies and storage in a browser that runs already."""
    context = running.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    _outside[page] = []
    context.on("request", lambda request: _record(page, request.url))
    page.on("websocket", lambda socket: _record(page, socket.url))
    return page


def _record(page: "Page", url: str) -> None:
    if not LOOPBACK.match(url):
        _outside[page].append(url)


def requests_outside(page: "Page") -> list[str]:
    """Return every address off this computer that the page asked for. A course that works offline asks for none."""
    return list(_outside[page])


def refuse_outside(page: "Page") -> None:
    """Raise a LabError if the page asked for anything off this computer."""
    if addresses := requests_outside(page):
        raise LabError(f"The page asked for addresses off this computer: {', '.join(addresses)}")
