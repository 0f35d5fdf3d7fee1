"""A sandbox, where this machine has one."""

import csv
import shutil
import sys
from collections.abc import Iterator
from functools import cache

import pytest

from longwave.teaching.sandbox.kinds import Kind, choose
from longwave.teaching.sandbox.launch import Sandbox
from longwave.teaching.sandbox.limits import Limits

from .made_up_course import course, everything, handed_in, pack, released_course, submitted  # noqa: F401 - fixtures

LIMITS = Limits(seconds=6, memory_mb=600, processes=32, disk_mb=16, output_kb=8)


@pytest.fixture(autouse=True)
def longest_cell() -> Iterator[None]:
    """Give csv the limit that it has in the instructor's process: frictionless, which other tests load, raises it."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.fixture(scope="session", autouse=True)
def newest_migration() -> Iterator[None]:
    """Ask for nbgrader's newest migration once: for each new gradebook it runs a program that says it again."""
    api = pytest.importorskip("nbgrader.api")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(api, "get_alembic_version", cache(api.get_alembic_version))
        yield


@pytest.fixture(scope="session")
def kind() -> Kind:
    """Return the kind of sandbox of this machine; without bubblewrap the test is skipped, and says so."""
    if sys.platform != "linux" or not shutil.which("bwrap"):
        pytest.skip("bubblewrap is not installed")
    return choose()


@pytest.fixture(scope="session")
def sandbox(kind):
    """Return a running sandbox."""
    running = Sandbox(kind, LIMITS, worker=7)
    yield running
    running.close()
