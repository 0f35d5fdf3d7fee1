"""Tests, and each notebook of a test run, get a reader's folder of their own; notebooks run without a network."""

import itertools
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import nbval.kernel
import pytest
from jupyter_client.manager import KernelManager
from traitlets import default

# What takes the network away from a command, the loopback device apart, where this machine has it.
OFFLINE = ("bwrap", "--dev-bind", "/", "/", "--unshare-net", "--die-with-parent")

_folders = tempfile.TemporaryDirectory(prefix="longwave-tests-")
_of_tests = Path(_folders.name, "tests")
_of_notebooks: dict[Path, Path] = {}
_count = itertools.count()


def _use(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    os.environ["LONGWAVE_HOME"] = str(folder)


# As in a lesson, and before a test module imports numpy: the matrices are small, and the processors are all at work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Before collection: importing a test module may already read the environment.
_use(_of_tests)
os.environ["LONGWAVE_LANGUAGE"] = "en"


class OfflineKernelManager(KernelManager):
    """Starts a kernel without a network, and talks with it through files, which are the same on both sides."""

    @default("transport")
    def _files(self) -> str:
        return "ipc"

    @default("ip")
    def _short_path(self) -> str:
        """Return the beginning of the files' names: a socket's name has at most about a hundred characters."""
        return f"{_folders.name}/{next(_count)}"

    def format_kernel_cmd(self, extra_arguments: list[str] | None = None) -> list[str]:
        """Return the command of the kernel, inside the one that takes the network away."""
        return [*OFFLINE, *super().format_kernel_cmd(extra_arguments)]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Run one worker more than there are processors: a test often waits for another process."""
    return (os.cpu_count() or 1) + 1


def pytest_configure() -> None:
    """Let the kernels of notebooks have no network, where it can be taken from them."""
    if shutil.which(OFFLINE[0]) and subprocess.run([*OFFLINE, "true"], capture_output=True).returncode == 0:
        nbval.kernel.KernelManager = OfflineKernelManager


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Choose the folder before a notebook's kernel starts, so that it has a fresh one, like a new reader."""
    if item.path.suffix == ".ipynb":
        _use(_of_notebooks.setdefault(item.path, Path(_folders.name, f"notebook-{len(_of_notebooks)}")))
    else:
        _use(_of_tests)


def pytest_unconfigure() -> None:
    """Remove the folders."""
    _folders.cleanup()
