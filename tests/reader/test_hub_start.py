"""A student's server on a hub: it brings the copy up to date before its first page, and asks nothing of the network."""

import json
import logging
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from longwave.reader import hub_start
from longwave.reader.errors import ExpectedError
from longwave.reader.settings import DEFAULT_SETTINGS, SETTINGS_FILE
from longwave.teaching.hub import files
from longwave.teaching.hub.files import Hub

from .test_lab import fetch, free_port


class Server:
    """What the extension needs of a server."""

    log = logging.getLogger("hub")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(hub_start.Path, "home", lambda: tmp_path)
    return tmp_path


def test_the_copy_is_brought_up_to_date_and_what_was_done_is_in_the_log(home, caplog):
    with caplog.at_level("INFO", "hub"):
        hub_start._load_jupyter_server_extension(Server())
    assert (home / "longwave" / "lessons" / "00-start-here.ipynb").is_file()
    assert "new files are in" in caplog.text


def test_a_full_disk_does_not_keep_a_reader_from_what_is_there(home, caplog, monkeypatch):
    def full(_folder: Path) -> None:
        raise ExpectedError("The disk is full.")

    monkeypatch.setattr(hub_start, "refresh_copy", full)
    hub_start._load_jupyter_server_extension(Server())
    assert "The disk is full." in caplog.text


@pytest.fixture
def server(tmp_path):
    """A server as the files of `hub-config` make it; give its address and the reader's home."""
    etc, home, port = tmp_path / "etc", tmp_path / "home", free_port()
    hub = Hub(tmp_path, Path(sys.prefix), False, 40, 2048, None, "")
    for path, content in {
        etc / "jupyter_server_config.py": files.server_config(hub),
        etc / "jupyter_server_config.d" / "longwave.json": files.extension(),
        etc / SETTINGS_FILE: json.dumps(DEFAULT_SETTINGS),
    }.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    home.mkdir()
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", f"--ServerApp.port={port}", "--allow-root"]
    own = {"HOME": str(home), "JUPYTER_CONFIG_PATH": str(etc), "JUPYTER_CONFIG_DIR": str(home / ".jupyter")}
    environment = {**os.environ, **own, "JUPYTER_TOKEN": "t", "JUPYTER_RUNTIME_DIR": str(home / "run")}
    process = subprocess.Popen(command, cwd=home, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{port}", home, process
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_a_real_server_has_the_copy_and_the_courses_settings(server):
    address, home, process = server
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert process.poll() is None, process.stderr.read()
        try:
            page = fetch(address, "lab/tree/longwave/lessons/00-start-here.ipynb", "t").decode()
            break
        except urllib.error.URLError:
            time.sleep(0.2)
    assert (home / "longwave" / "exercises").is_dir()
    about = json.loads(page.partition('id="jupyter-config-data" type="application/json">')[2].partition("</script>")[0])
    assert about["news"] == {"disabled": True}
    settings = fetch(address, "lab/api/settings/@jupyterlab/apputils-extension:notification", "t")
    assert json.loads(settings)["schema"]["properties"]["checkForUpdates"]["default"] is False
