"""The kernels in which the notebooks of a test run are computed have no network, so each shows that it needs none."""

from collections.abc import Iterator

import nbval.kernel
import pytest

# 192.0.2.1 is kept for documentation and belongs to nobody.
ASK = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"


@pytest.fixture
def kernel() -> Iterator[nbval.kernel.RunningKernel]:
    """A kernel as nbval starts it. Skips where the network cannot be switched off for one process."""
    if nbval.kernel.KernelManager.__name__ != "OfflineKernelManager":
        pytest.skip("bwrap is not installed or may not make a network of its own, so notebooks keep the network")
    running = nbval.kernel.RunningKernel("python3")
    yield running
    running.stop()


def outcome(kernel: nbval.kernel.RunningKernel, code: str) -> str:
    """Run code in a kernel; return its error, empty where there is none."""
    asked, error = kernel.execute_cell_input(code, allow_stdin=False), ""
    while True:
        message = kernel.get_message("iopub", timeout=300)
        if message["parent_header"].get("msg_id") != asked:
            continue
        if message["msg_type"] == "error":
            error = message["content"]["evalue"]
        if message["content"].get("execution_state") == "idle":
            return error


def test_the_kernels_of_notebooks_have_no_network(kernel):
    assert outcome(kernel, "1 + 1") == ""
    assert "Network is unreachable" in outcome(kernel, ASK)
