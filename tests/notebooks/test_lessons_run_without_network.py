"""Each lesson runs, and shows what is stored, on a machine whose network is off."""

import os
import shutil
import subprocess
import sys

import pytest

OFFLINE = ("bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent")
# 192.0.2.1 is kept for documentation and belongs to nobody.
ASK = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"


def run_offline(*command: str) -> subprocess.CompletedProcess:
    """Run a command with only the loopback device."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run([*OFFLINE, *command], env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module", autouse=True)
def sandbox() -> None:
    """Skip where the network cannot be switched off for one process."""
    if shutil.which("bwrap") is None:
        pytest.skip("bwrap is not installed, so the network cannot be switched off for a test")
    if run_offline("true").returncode:
        pytest.skip("bwrap may not make a network of its own on this system")


def test_the_sandbox_has_no_network():
    asked = run_offline(sys.executable, "-c", ASK)
    assert asked.returncode
    assert "Network is unreachable" in asked.stderr


def test_each_lesson_runs_and_shows_what_is_stored(repository_root, lesson_paths):
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", *map(str, lesson_paths)]
    done = run_offline(*command, f"--rootdir={repository_root}")
    assert done.returncode == 0, done.stdout[-4000:]
