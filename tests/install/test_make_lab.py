"""From a fresh clone to lesson 00 in JupyterLab, as a reader does it; then again without the network."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

FIRST_SECONDS, AGAIN_SECONDS = 1800, 300


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def make_lab(clone: Path, environment: dict[str, str], seconds: float) -> tuple[str, str]:
    """Start the course, ask for lesson 00, stop it; return what was printed and the lesson that was served."""
    port = free_port()
    arguments = ["--no-browser", "--port", str(port)]
    if shutil.which("make"):
        command = ["make", f"PYTHON={sys.executable}", "lab", f"ARGS={' '.join(arguments)}"]
    else:
        command = [sys.executable, str(clone / "tools" / "bootstrap.py"), "lab", *arguments]
    # A reader's make is nobody's child; one that runs inside `make test` would announce its folders.
    environment = {
        name: value for name, value in environment.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")
    }
    printed = clone.with_name("printed.txt")
    with printed.open("w") as output:
        process = subprocess.Popen(
            command, cwd=clone, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        page = wait_for_address(process, printed, seconds)
        served = page and served_lesson(page)
    finally:
        stop(process)
    text = printed.read_text()
    if "The package index cannot be reached" in text:
        pytest.skip("the package index cannot be reached, and the first set-up needs it")
    assert served, text
    return text, served


def wait_for_address(process: subprocess.Popen, printed: Path, seconds: float) -> str | None:
    """Return the address that is printed, None if the course stopped before."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        if "Ctrl-C" in printed.read_text():
            return re.search(r"http://\S+", printed.read_text())[0]
        time.sleep(0.2)
    return None


def served_lesson(page: str) -> str:
    """Open the printed address, and return the lesson it shows."""
    with urllib.request.urlopen(page, timeout=180) as answer:
        assert answer.status == 200
    server, path, token = re.fullmatch(r"(http://[^/]+)/lab/tree/(\S+)\?token=(\w+)", page).groups()
    with urllib.request.urlopen(f"{server}/api/contents/{path}?token={token}", timeout=180) as answer:
        assert b'"cells"' in answer.read()
    return path


def stop(process: subprocess.Popen) -> None:
    """Press Ctrl-C for the whole command, as a terminal does."""
    if process.poll() is None:
        os.killpg(process.pid, 2)
    try:
        process.wait(timeout=120)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        raise


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent to a group of processes, which Windows does not have")
def test_make_lab_opens_lesson_00_in_a_fresh_clone_and_again_without_the_network(clone, with_network, no_network):
    lesson = "lessons/00-start-here.ipynb"
    printed, served = make_lab(clone, with_network, FIRST_SECONDS)
    assert served == lesson
    assert re.search(r"1 of 3  Make the environment \.venv \.\.\. \d+ s", printed)
    assert f"Your copy: {clone / 'my-longwave'}" in printed
    assert f"Stopped. Your work is in {clone / 'my-longwave'}" in printed
    assert "Traceback" not in printed
    assert changes(clone) == ""

    printed, served = make_lab(clone, no_network, AGAIN_SECONDS)
    assert served == lesson
    assert printed.splitlines()[0] == f"Your copy: {clone / 'my-longwave'}"
    assert changes(clone) == ""

    wrong_packages = "import longwave.reader.packages as p; print(p.wrong_packages())"
    python = clone / ".venv" / "bin" / "python"
    answer = subprocess.run([python, "-c", wrong_packages], cwd=clone, capture_output=True, text=True)
    assert answer.stdout.strip() == "[]", answer.stderr


def changes(clone: Path) -> str:
    """Return what git finds changed in the clone."""
    command = ["git", "-c", "safe.directory=*", "status", "--porcelain"]
    return subprocess.run(command, cwd=clone, capture_output=True, text=True, check=True).stdout
